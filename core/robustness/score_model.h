#pragma once

#include "core/common/result.h"
#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"
#include "core/robustness/assumptions.h"

#include <span>
#include <vector>

namespace atlas {

/// An index made ready to be scored thousands of times with other assumptions. Knows the areas that have a
/// score, in their order. What fixes the scales (means, deviations, ends) is held at that of the printed
/// values, and so is what was done about outliers; values that were treated are not rounded anew.
class ScoreModel
{
public:
    /// Fails when there are no scores, nothing is to vary, or the draws would take hours.
    static Result<ScoreModel> make(const Dataset &dataset, const IndexSettings &settings,
                                   const Assumptions &assumptions, int draws);

    /// Positions of the areas that have a score.
    const std::vector<size_t> &areas() const { return m_areas; }

    /// Room that a thread reuses from draw to draw.
    struct Workspace
    {
        std::vector<std::vector<double>> columns;
        std::vector<std::vector<double>> nodes;
        std::vector<std::vector<double>> weights; ///< of the members of each node
        std::vector<double> sums;
    };

    /// The scores of areas() in one draw, kept in the workspace.
    std::span<const double> draw(const DrawStreams &streams, Workspace &room) const;

private:
    /// An indicator on one of the scales to choose from.
    struct Scaled
    {
        std::vector<double> values;
        double slope = 0; ///< of the values for each unit as measured; 0 where they are not rounded anew
        bool isRanked = false;
        double low = 0; ///< ends that values are held between
        double high = 0;
    };
    /// An indicator in use, over areas().
    struct Column
    {
        std::vector<double> printed;   ///< as measured; turned so that higher is more disengaged
        std::vector<double> halfUnits; ///< of each value; none where it is not rounded anew
        std::vector<Scaled> scales;
        std::vector<Scaled>
            positive; ///< the same moved to 1 to 100, for geometric means; none where not needed
    };
    struct Node
    {
        std::vector<IndexMember> members; ///< positions among m_columns and m_nodes
        std::vector<double> weights;
        Aggregation aggregation = Aggregation::Arithmetic;
    };

    static Scaled scaledColumn(const Normalised &normalised, const ScaleSettings &settings,
                               std::span<const size_t> areas);
    static Scaled movedAboveZero(Scaled scaled);
    void addColumns(const Dataset &dataset, const IndexSettings &settings, const IndexResult &result);
    void addNodes(const IndexResult &result);
    void drawWeights(RandomStream random, Workspace &room) const;
    void leaveOneOut(RandomStream random, Workspace &room) const;
    void roundAgain(const Column &column, const Scaled &scaled, RandomStream &random,
                    std::vector<double> &values) const;
    void drawColumns(RandomStream random, size_t scale, bool isPositive, Workspace &room) const;
    void scoreNode(size_t node, Aggregation method, Workspace &room) const;

    Assumptions m_assumptions;
    std::vector<size_t> m_areas;
    std::vector<Column> m_columns;
    std::vector<Node> m_nodes;                       ///< those in use, the index last
    std::vector<std::pair<size_t, size_t>> m_places; ///< of each column: node and member
    bool m_isComplete = true;                        ///< no value is missing
    bool m_needsPositive = false;                    ///< the index's own way takes values above zero only
    double m_threshold = 0;
};

} // namespace atlas
