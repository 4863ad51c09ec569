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
#include <vector>

namespace atlas {

/// Data, choices and everything that follows from them at one moment. Immutable; shares whatever is unchanged
/// with the next snapshot.
class Snapshot
{
public:
    /// Without data: only the usual choices, or those given.
    Snapshot() : Snapshot(Choices(), Looks()) {}
    Snapshot(Choices choices, Looks looks);
    /// With data. The choices must be made for these data; `shapes` are those of their boundaries.
    Snapshot(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const MapShapes> shapes, Choices choices,
             Looks looks);

    // A copy with one thing replaced, and with what follows from it. Draws of rounding are dropped with the
    // result they belong to. Draws of ranks become those of a former method when the result or the classes of
    // the index change, and belong again when the same choices come back.
    Snapshot with(const Choices &choices) const;
    Snapshot with(const Looks &looks) const;
    Snapshot withUncertainty(std::shared_ptr<const RankUncertainty> uncertainty) const;
    Snapshot withRoundingDraws(std::shared_ptr<const Result<RoundingDraws>> draws) const;

    const Choices &choices() const { return m_choices; }
    const IndexSettings &indexSettings() const { return m_choices.index; }
    const Looks &looks() const { return m_looks; }

    /// Includes tried values; null without data. Unless they say otherwise, the functions below require data.
    const std::shared_ptr<const Dataset> &dataset() const { return m_figures->dataset; }
    /// The data as given by the files, without tried values; null as dataset().
    const std::shared_ptr<const Dataset> &givenDataset() const { return m_figures->given; }
    /// Shapes of the dataset's boundaries; null as dataset().
    const std::shared_ptr<const MapShapes> &shapes() const { return m_shapes; }

    /// Empty without data.
    const IndexResult &result() const { return m_figures->result; }
    /// The result alone, to keep.
    std::shared_ptr<const IndexResult> sharedResult() const { return {m_figures, &m_figures->result}; }
    /// The result without tried values.
    const IndexResult &givenResult() const;
    /// The index with its classes, whatever the map shows; then what the map shows. Both are empty without
    /// data.
    const std::shared_ptr<const ShownVariable> &shownIndex() const { return m_shownIndex; }
    const ShownVariable &shown() const { return *m_shown; }
    const std::shared_ptr<const ShownVariable> &shownVariable() const { return m_shown; }
    /// Whether the map shows the index; whether it shows a domain or a sub-index.
    bool showsIndex() const { return m_shown == m_shownIndex; }
    bool showsNode() const;
    /// How far rounding leaves the result open, and how published ranks compare with it.
    const RoundingBand &roundingBand() const;
    const PublishedRanks &publishedRanks() const;
    /// Draws of the rounding, for a method without an exact band, or why none are possible; null if there are
    /// none for this result.
    const std::shared_ptr<const Result<RoundingDraws>> &roundingDraws() const { return m_roundingDraws; }
    /// The ranks from many draws; null if there are none for this result and its classes. Whatever is
    /// exported takes draws from here.
    const std::shared_ptr<const RankUncertainty> &uncertainty() const { return m_uncertainty; }
    /// The last draws, if they were made with another method, other tried values or other classes; else null.
    /// Only for a screen that says so: they do not belong to this result.
    const std::shared_ptr<const RankUncertainty> &formerUncertainty() const { return m_formerUncertainty; }

    /// Everything behind the result.
    Method method() const;
    MapScene scene(Theme theme, const QLocale &locale) const;
    /// Remarks on both data and index; empty without data. There can be very many: issueCount() counts
    /// without writing them.
    Issues issues() const;
    size_t issueCount() const;

    // Whether this has the data, or the result, of `other`.
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
    void judgeDraws();

    /// What draws of ranks were made for.
    struct DrawnFor
    {
        IndexSettings index = {};
        std::vector<TriedValue> tried = {};
        std::vector<int> classes = {};

        bool operator==(const DrawnFor &) const = default;
    };
    DrawnFor drawnNow() const;

    Choices m_choices;
    Looks m_looks;
    std::shared_ptr<const MapShapes> m_shapes;
    std::shared_ptr<const Figures> m_figures; ///< never null
    std::shared_ptr<const ShownVariable> m_shownIndex;
    std::shared_ptr<const ShownVariable> m_shown; ///< the same as m_shownIndex if the index is shown
    std::shared_ptr<const Result<RoundingDraws>> m_roundingDraws;
    std::shared_ptr<const RankUncertainty> m_uncertainty;
    std::shared_ptr<const RankUncertainty> m_formerUncertainty;
    std::shared_ptr<const DrawnFor> m_drawnFor; ///< by either; null without draws
};

/// The source of a snapshot's index table columns: domains and sub-indices if all are wanted or one is shown,
/// and draws if there are any.
IndexFigures figuresOf(const Snapshot &snapshot);

/// Differences between two snapshots.
enum class Change {
    Data = 1,      ///< everything is new; all other flags are set too
    Result = 2,    ///< scores, ranks and classes
    Shown = 4,     ///< which variable is shown, how it is cut into classes, which nodes have columns
    Looks = 8,     ///< palette, labels and marks
    Draws = 16,    ///< draws of ranks: replaced, of a former method by now, or none any more
    Rounding = 32, ///< draws of rounding: the same
};
Q_DECLARE_FLAGS(Changes, Change)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

Changes changesBetween(const Snapshot &before, const Snapshot &after);

} // namespace atlas
