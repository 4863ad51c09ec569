#include "core/index/index_tree.h"

#include "core/index/text.h"

#include <QHash>

#include <algorithm>
#include <functional>

namespace atlas {

namespace {

constexpr size_t nowhere = static_cast<size_t>(-1);

/// The metadata's parents as positions: of indicators, and of aggregates among themselves.
struct Parents
{
    std::vector<size_t> ofIndicator;
    std::vector<size_t> ofAggregate;
    size_t top = nowhere; ///< the aggregate that everything hangs under
};

Parents findParents(const IndicatorMetadata &metadata)
{
    QHash<QString, size_t> positions;
    for (size_t i = 0; i < metadata.aggregates.size(); ++i)
        positions.insert(metadata.aggregates[i].code, i);
    Parents parents;
    size_t tops = 0;
    for (const Indicator &indicator : metadata.indicators) {
        parents.ofIndicator.push_back(positions.value(indicator.domain, nowhere));
        tops += parents.ofIndicator.back() == nowhere ? 1 : 0;
    }
    for (size_t i = 0; i < metadata.aggregates.size(); ++i) {
        parents.ofAggregate.push_back(positions.value(metadata.aggregates[i].parent, nowhere));
        if (parents.ofAggregate.back() == nowhere) {
            ++tops;
            parents.top = i;
        }
    }
    if (tops != 1)
        parents.top = nowhere;
    return parents;
}

/// Builds the nodes bottom up.
class TreeBuilder
{
public:
    explicit TreeBuilder(const IndicatorMetadata &metadata)
        : m_metadata(metadata), m_parents(findParents(metadata)),
          m_nodeOf(metadata.aggregates.size(), nowhere)
    {}

    IndexTree build()
    {
        IndexNode index{.code = QStringLiteral("index"), .name = Text::tr("Disengagement index")};
        if (m_parents.top != nowhere)
            index.name = m_metadata.aggregates[m_parents.top].name;
        if (m_parents.top != nowhere)
            index.code = m_metadata.aggregates[m_parents.top].code;
        addNode(std::move(index), m_parents.top);
        for (size_t i = 0; i + 1 < m_tree.nodes.size(); ++i)
            m_tree.nodes[i].parent = parentNode(m_aggregateOf[i]);
        m_tree.nodes.back().parent = m_tree.root();
        for (const size_t parent : m_parents.ofIndicator)
            m_tree.parentOfIndicator.push_back(parent == nowhere ? m_tree.root() : m_nodeOf[parent]);
        return std::move(m_tree);
    }

private:
    size_t parentNode(size_t aggregate) const
    {
        const size_t parent = m_parents.ofAggregate[aggregate];
        return parent == nowhere ? m_tree.root() : m_nodeOf[parent];
    }
    /// `aggregate` is nowhere for an index that has no row of its own.
    void addNode(IndexNode node, size_t aggregate)
    {
        for (size_t i = 0; i < m_parents.ofAggregate.size(); ++i) {
            if (m_parents.ofAggregate[i] != aggregate || i == m_parents.top)
                continue;
            const Aggregate &below = m_metadata.aggregates[i];
            addNode({.code = below.code, .name = below.name, .weight = below.weight}, i);
            if (m_nodeOf[i] == nowhere)
                continue; // without an indicator below it
            node.members.push_back({IndexMember::Kind::Node, m_nodeOf[i]});
            node.level = std::max(node.level, m_tree.nodes[m_nodeOf[i]].level + 1);
        }
        for (size_t i = 0; i < m_parents.ofIndicator.size(); ++i)
            if (m_parents.ofIndicator[i] == aggregate)
                node.members.push_back({IndexMember::Kind::Indicator, i});
        const bool isIndex = aggregate == m_parents.top;
        if (node.members.empty() && !isIndex)
            return;
        if (aggregate != nowhere)
            m_nodeOf[aggregate] = m_tree.nodes.size();
        m_aggregateOf.push_back(aggregate);
        m_tree.nodes.push_back(std::move(node));
    }

    const IndicatorMetadata &m_metadata;
    Parents m_parents;
    std::vector<size_t> m_nodeOf;      ///< for each aggregate
    std::vector<size_t> m_aggregateOf; ///< for each node
    IndexTree m_tree;
};

void flatten(IndexTree &tree)
{
    for (IndexNode &node : tree.nodes)
        node.members.clear();
    for (size_t i = 0; i < tree.parentOfIndicator.size(); ++i) {
        size_t node = tree.parentOfIndicator[i];
        tree.nodes[node].members.push_back({IndexMember::Kind::Indicator, i});
        for (; node != tree.root(); node = tree.nodes[node].parent)
            tree.nodes[tree.nodes[node].parent].members.push_back({IndexMember::Kind::Indicator, i});
    }
}

void addFromTop(std::vector<size_t> &order, const IndexTree &tree, size_t node)
{
    order.push_back(node);
    for (size_t below = 0; below < node; ++below) // those below come before it, in the order of the metadata
        if (tree.nodes[below].parent == node)
            addFromTop(order, tree, below);
}

} // namespace

std::vector<size_t> nodesFromTop(const IndexTree &tree)
{
    std::vector<size_t> order;
    addFromTop(order, tree, tree.root());
    return order;
}

std::optional<size_t> IndexTree::find(const QString &code) const
{
    if (code == QLatin1String("index"))
        return root();
    const auto found = std::find_if(nodes.begin(), nodes.end(),
                                    [&code](const IndexNode &node) { return node.code == code; });
    if (found == nodes.end())
        return {};
    return static_cast<size_t>(found - nodes.begin());
}

IndexTree indexTree(const IndicatorMetadata &metadata, Levels levels)
{
    IndexTree tree = TreeBuilder(metadata).build();
    constexpr int domainsAndIndex = 3;
    tree.isNested =
        levels == Levels::Nested || (levels == Levels::AsGiven && tree.nodes.back().level > domainsAndIndex);
    if (!tree.isNested)
        flatten(tree);
    return tree;
}

} // namespace atlas
