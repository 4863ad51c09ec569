#pragma once

#include "core/index/index_settings.h"
#include "core/indicators/indicator.h"

#include <QString>

#include <optional>
#include <vector>

namespace atlas {

/// What a node is scored from: an indicator, or a node that comes before it.
struct IndexMember
{
    enum class Kind { Indicator, Node };

    Kind kind = Kind::Indicator;
    size_t position = 0; ///< of the indicator in the metadata, or of the node in the tree

    bool operator==(const IndexMember &) const = default;
};

/// A domain, a sub-index or the index itself.
struct IndexNode
{
    QString code;
    QString name;
    int level = 2;     ///< 1 more than the highest of what the hierarchy has below it; indicators are 1
    double weight = 1; ///< among the members of its parent, as the metadata gives it
    size_t parent = 0; ///< position of the node above it; its own for the index
    std::vector<IndexMember> members; ///< what it is scored from, never empty
};

/// The hierarchy of an index: every node comes after those below it, and the last one is the index.
struct IndexTree
{
    std::vector<IndexNode> nodes;
    std::vector<size_t> parentOfIndicator; ///< for each indicator, the node right above it in the hierarchy
    bool isNested = false;                 ///< false where nodes are scored from the indicators below them

    size_t root() const { return nodes.size() - 1; }
    /// Position of a node by code; "index" is the last one, whatever its own code. Nothing when there is
    /// none.
    std::optional<size_t> find(const QString &code) const;
};

/// Every node in the one order in which people are shown them: the index first, each domain before those
/// below it, and those of the same level in the order of the metadata.
std::vector<size_t> nodesFromTop(const IndexTree &tree);

/// The tree of the metadata's parents. Indicators and domains without one are members of the index.
IndexTree indexTree(const IndicatorMetadata &metadata, Levels levels);

} // namespace atlas
