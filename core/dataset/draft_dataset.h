#pragma once

#include "core/dataset/file_stamp.h"
#include "core/dataset/load_dataset.h"
#include "core/import/carry_plan.h"
#include "core/tables/grid.h"

#include <memory>
#include <optional>
#include <vector>

namespace atlas {

/// Files as they were read for a draft. The next draft takes them instead of reading them again, as long as
/// nobody has written to them and nothing is asked of them in another way.
struct FilesRead
{
    QString figures;
    QString sheet; ///< that was asked for
    FileStamp figuresStamp;
    std::shared_ptr<const Grid> grid;

    QString boundaries;
    BoundaryOptions boundaryOptions; ///< that were asked for
    FileStamp boundariesStamp;
    WantedAreas wanted; ///< what the layer and the fields were chosen by
    std::shared_ptr<const BoundarySet> shapes;
    Issues boundaryIssues;
    BoundaryOptions readAs;
};

/// All that is known of some files before they are opened, and whether they can be.
struct DatasetDraft
{
    DataSources sources; ///< as asked for, with a plan that was carried over
    std::shared_ptr<const Grid> grid;
    FiguresPlan figuresPlan;
    std::vector<LeftOutRow> leftOut;             ///< rows of the figures that are not used
    std::shared_ptr<const IndicatorTable> table; ///< the figures before the join; null without
    std::shared_ptr<const BoundarySet> shapes;   ///< the boundaries before the join; null without
    BoundaryOptions boundariesReadAs;
    bool isSystemGuessed = false; ///< the boundaries do not say their coordinate system, or contradict it
    std::optional<CarriedPlan> carried; ///< the plan was made for other figures
    std::shared_ptr<const Dataset> dataset;
    std::optional<Error> error; ///< why there is no dataset
    FilesRead files;
};

/// What a draft may use.
struct DraftOptions
{
    FilesRead before; ///< what the draft before has read
    std::vector<EarlierPlan>
        earlier; ///< where nothing is decided, the first of these that fits goes before guesses
};

/// Reads files as loadDataset() does, and keeps what there is of them where they cannot be opened.
DatasetDraft draftDataset(const DataSources &sources, Progress &progress, const DraftOptions &options = {},
                          const OnBoundaries &onBoundaries = {});

} // namespace atlas
