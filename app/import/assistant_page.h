#pragma once

#include "core/common/result.h"
#include "core/dataset/load_dataset.h"
#include "core/tables/grid.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace atlas {

/// What the assistant knows of the files so far. All of it comes from one reading of them, with `sources` as
/// they were when it began.
struct ImportDraft
{
    DataSources sources;              ///< with the plan as far as it has been decided
    std::shared_ptr<const Grid> grid; ///< the figures as the file shows them; null until they are read
    FiguresPlan figuresPlan;          ///< how they would be read; without columns until then
    std::shared_ptr<const Dataset>
        dataset;                ///< null where there is something that keeps them from being joined
    std::optional<Error> error; ///< what that is
    /// Both sides as they are before the join, also where that fails; null until they are read.
    std::shared_ptr<const IndicatorTable> table = {};
    std::shared_ptr<const BoundarySet> shapes = {};
    std::vector<LeftOutRow> leftOut = {};  ///< rows of the figures that are not used
    BoundaryOptions boundariesReadAs = {}; ///< with the layer and the fields that were found out
    bool isSystemGuessed = false; ///< the boundaries do not say their coordinate system, or contradict it
};

/// One page of the assistant. It shows a draft, and says when a person decides otherwise; the assistant then
/// reads the files again in the background and shows the page the new draft. Pages read no files.
class AssistantPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// A word for its tab.
    virtual QString title() const = 0;
    virtual void showDraft(const ImportDraft &draft) = 0;
    /// How many things on it only a person can decide, and has not yet.
    virtual int openQuestions() const = 0;
    /// Whether files wait for that. What is assumed in the meantime is said, and can be changed later.
    virtual bool holdsUp() const { return true; }
    /// Goes to the first of them.
    virtual void showFirstQuestion() {}

signals:
    /// The plan is to be this from now on.
    void planChanged(const atlas::ImportPlan &plan);
    /// Everything is to be this from now on: other files, or the plan with them.
    void sourcesChanged(const atlas::DataSources &sources);
    /// openQuestions() is another number, without a new draft: what takes long was worked out.
    void questionsChanged();
};

} // namespace atlas
