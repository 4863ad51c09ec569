#pragma once

#include "app/scenarios/scenario_list.h"
#include "app/state/document.h"
#include "app/state/draw_run.h"
#include "app/state/rounding_run.h"
#include "app/state/selection.h"

#include <QUndoStack>

namespace atlas {

/// All that is open, without a window: the document, what is selected in it, what is being drawn of it, and
/// what undo takes back.
struct AtlasModel
{
    Document document;
    Selection selection;
    SelectedAreas areas{selection};
    /// Made before runs and views listen, so that positions are those of the data by the time these look.
    QMetaObject::Connection places =
        document.onChange(Change::Data, &areas, [this] { areas.setDataset(document.now().givenDataset()); });
    RoundingRun rounding{document, areas};
    DrawRun draws{document};
    QUndoStack undoStack;
    ScenarioList scenarios{undoStack};
};

} // namespace atlas
