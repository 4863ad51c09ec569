#pragma once

#include "app/scenarios/scenario_list.h"
#include "app/state/document.h"
#include "app/state/draw_run.h"
#include "app/state/other_period_run.h"
#include "app/state/rounding_run.h"
#include "app/state/selection.h"

#include <QUndoStack>

namespace atlas {

/// Everything that is open, without a window: the document, the selection, the draws in progress, and the
/// undo history.
struct AtlasModel
{
    Document document;
    Selection selection;
    SelectedAreas areas{selection};
    /// Connected before runs and views, so that positions already match the data when those are told.
    QMetaObject::Connection places =
        document.onChange(Change::Data, &areas, [this] { areas.setDataset(document.now().givenDataset()); });
    RoundingRun rounding{document, areas};
    DrawRun draws{document};
    OtherPeriodRun otherPeriod{document};
    QUndoStack undoStack;
    ScenarioList scenarios{undoStack};
};

} // namespace atlas
