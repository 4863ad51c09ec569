#pragma once

#include "core/common/lazy.h"
#include "core/dataset/dataset.h"
#include "core/index/choices.h"
#include "core/index/compute_index.h"
#include "core/index/shown_variable.h"
#include "core/project/method_file.h"
#include "core/render/looks.h"
#include "core/render/map_scene.h"
#include "core/robustness/index_table.h"
#include "core/robustness/monte_carlo.h"
#include "core/robustness/published_ranks.h"
#include "core/robustness/rounding_band.h"

#include <QFlags>
#include <QLocale>

#include <memory>

namespace atlas {

/// Data, choices and all that follows from them, at one moment. A value that never changes; what is the same
/// in the next snapshot is shared with it.
class Snapshot
{
public:
    /// Without data: nothing but the usual choices, or these.
    Snapshot() : Snapshot(Choices(), Looks()) {}
    Snapshot(Choices choices, Looks looks);
    /// Of data. The choices must be of these data; `shapes` are those of their boundaries.
    Snapshot(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const MapShapes> shapes, Choices choices,
             Looks looks);

    // The same with something else in its place, and with what follows from that. Draws go with the result
    // they are of, and those of ranks with the classes of the index too.
    Snapshot with(const Choices &choices) const;
    Snapshot with(const Looks &looks) const;
    Snapshot withUncertainty(std::shared_ptr<const RankUncertainty> uncertainty) const;
    Snapshot withRoundingDraws(std::shared_ptr<const Result<RoundingDraws>> draws) const;

    const Choices &choices() const { return m_choices; }
    const IndexSettings &indexSettings() const { return m_choices.index; }
    const Looks &looks() const { return m_looks; }

    /// With what is tried; null while there are no data. Without data there is nothing behind the functions
    /// that follow, unless they say so.
    const std::shared_ptr<const Dataset> &dataset() const { return m_figures->dataset; }
    /// The data as the files give them, whatever is tried; null as dataset().
    const std::shared_ptr<const Dataset> &givenDataset() const { return m_figures->given; }
    /// Of the dataset's boundaries; null as dataset().
    const std::shared_ptr<const MapShapes> &shapes() const { return m_shapes; }

    /// Empty without data.
    const IndexResult &result() const { return m_figures->result; }
    /// The same for whoever keeps it and not the rest.
    std::shared_ptr<const IndexResult> sharedResult() const { return {m_figures, &m_figures->result}; }
    /// The result without what is tried.
    const IndexResult &givenResult() const;
    /// The index in its classes, whatever the map shows; and what it shows. Both empty without data.
    const std::shared_ptr<const ShownVariable> &shownIndex() const { return m_shownIndex; }
    const ShownVariable &shown() const { return *m_shown; }
    const std::shared_ptr<const ShownVariable> &shownVariable() const { return m_shown; }
    /// Whether that is the index, and whether it is a domain or a sub-index.
    bool showsIndex() const { return m_shown == m_shownIndex; }
    bool showsNode() const;
    /// What rounding leaves open of the result, and how published ranks compare with it.
    const RoundingBand &roundingBand() const;
    const PublishedRanks &publishedRanks() const;
    /// Draws of the rounding, where the method has no exact band; null while there are none of this result,
    /// or why there can be none.
    const std::shared_ptr<const Result<RoundingDraws>> &roundingDraws() const { return m_roundingDraws; }
    /// The ranks of many draws; null while there are none of this result and its classes.
    const std::shared_ptr<const RankUncertainty> &uncertainty() const { return m_uncertainty; }

    /// All behind the result.
    Method method() const;
    MapScene scene(Theme theme, const QLocale &locale) const;
    /// Remarks on the data and on the index together. There can be very many: issueCount() writes none.
    /// None without data.
    Issues issues() const;
    size_t issueCount() const;

    // Whether what makes the one makes the other.
    bool hasDataOf(const Snapshot &other) const
    {
        return givenDataset() == other.givenDataset() && m_shapes == other.m_shapes;
    }
    bool hasResultOf(const Snapshot &other) const { return m_figures == other.m_figures; }

private:
    /// A result and what it was made from.
    struct Figures
    {
        std::shared_ptr<const Dataset> given = {};
        std::shared_ptr<const Dataset> dataset = {};
        IndexResult result = {};
        std::shared_ptr<const Lazy<HalfUnits>> halfUnits = {}; ///< of the dataset
        Lazy<IndexResult> givenResult = {};
        Lazy<RoundingBand> roundingBand = {};
        Lazy<PublishedRanks> publishedRanks = {};
    };

    static std::shared_ptr<const Figures> compute(std::shared_ptr<const Dataset> given,
                                                  const Choices &choices);
    static std::shared_ptr<const Figures> recompute(const Figures &before, const Choices &choices,
                                                    const Choices &choicesBefore);
    void classify();

    Choices m_choices;
    Looks m_looks;
    std::shared_ptr<const MapShapes> m_shapes;
    std::shared_ptr<const Figures> m_figures; ///< never null
    std::shared_ptr<const ShownVariable> m_shownIndex;
    std::shared_ptr<const ShownVariable> m_shown; ///< the same as m_shownIndex where that is shown
    std::shared_ptr<const Result<RoundingDraws>> m_roundingDraws;
    std::shared_ptr<const RankUncertainty> m_uncertainty;
};

/// What the columns of its index table are made from: domains and sub-indices where all are asked for or one
/// is shown, draws where there are some.
IndexFigures figuresOf(const Snapshot &snapshot);

/// What differs between two snapshots.
enum class Change {
    Data = 1,      ///< everything is new; all others go with it
    Result = 2,    ///< scores, ranks and classes
    Shown = 4,     ///< which variable is shown, how it is cut into classes, which nodes have columns
    Looks = 8,     ///< palette, labels and marks
    Draws = 16,    ///< of ranks: there are others, or none any longer
    Rounding = 32, ///< the same of the draws of rounding
};
Q_DECLARE_FLAGS(Changes, Change)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

Changes changesBetween(const Snapshot &before, const Snapshot &after);

} // namespace atlas
