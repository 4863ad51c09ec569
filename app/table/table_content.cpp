#include "app/table/table_content.h"

#include "core/common/parallel.h"
#include "core/index/area_columns.h"
#include "core/render/cell_colours.h"
#include "core/snapshot/snapshot.h"
#include "core/tables/cell_text.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace atlas {

namespace {

using Role = TableColumn::Role;

const std::vector<int> &classesOf(const SharedVariable &shown)
{
    return shown->classification.classes;
}

/// The indicators in their classes, from those before where the figures are the same.
std::vector<SharedVariable> shownIndicators(const TableContent &content, const TableContent &before)
{
    const bool isSameData = before.figures.dataset == content.figures.dataset;
    if (isSameData && before.scheme == content.scheme)
        return before.figures.indicators;
    std::vector<SharedVariable> shown(content.dataset().indicatorCount());
    inParallel(shown.size(), [&](size_t i) {
        shown[i] = std::make_shared<const ShownVariable>(
            isSameData ? reclassified(*before.figures.indicators[i], content.scheme)
                       : showIndicator(content.dataset(), i, content.scheme));
    });
    return shown;
}

/// The nodes that have columns, in their classes: those of the map for the one on show.
std::vector<SharedVariable> shownNodes(const Snapshot &now, const TableContent &content)
{
    const IndexTree &tree = *content.result().tree;
    std::vector<SharedVariable> nodes(tree.root());
    inParallel(nodes.size(), [&](size_t node) {
        if (now.showsNode() && now.shown().code == tree.nodes[node].code)
            nodes[node] = now.shownVariable();
        else if (content.hasEveryNode)
            nodes[node] = std::make_shared<const ShownVariable>(
                showNode(content.result(), node, content.settings.rankRule, content.scheme));
    });
    return nodes;
}

/// Whether columns like this one come and go while the data stay.
bool comesAndGoes(const TableColumn &column)
{
    return column.role == Role::NodeScore || column.role == Role::NodeRank || column.role == Role::DrawnRange
           || column.role == Role::Change || column.role == Role::People;
}

/// Before what stays in sight at the right.
void insertBeforeScore(TableContent &content, const std::vector<TableColumn> &more)
{
    std::vector<TableColumn> &columns = content.table.columns;
    const auto score = std::find_if(columns.begin(), columns.end(),
                                    [](const TableColumn &column) { return column.role == Role::Score; });
    columns.insert(score, more.begin(), more.end());
}

bool hasColumn(const TableContent &content, Role role, const QString &code)
{
    return std::any_of(
        content.table.columns.begin(), content.table.columns.end(),
        [&](const TableColumn &column) { return column.role == role && content.codeOf(column) == code; });
}

} // namespace

QString TableContent::codeOf(const TableColumn &column) const
{
    // A node alone keeps its place and the sorting by it when another takes its place on the map.
    const auto ofNode = [&](const QString &code) {
        return hasEveryNode ? code + QLatin1Char('_') + figures.nodes[column.subject]->code : code;
    };
    switch (column.role) {
    case Role::AreaName:
        return QStringLiteral("area");
    case Role::Indicator:
        return dataset().indicator(column.subject).code;
    case Role::Score:
        return indexCode;
    case Role::Rank:
        return QStringLiteral("rank");
    case Role::PublishedRank:
        return QStringLiteral("published_rank");
    case Role::NodeScore:
        return ofNode(QStringLiteral("node_score"));
    case Role::NodeRank:
        return ofNode(QStringLiteral("node_rank"));
    case Role::DrawnRange:
        return QStringLiteral("rank_band");
    default:
        return column.code;
    }
}

const ClassScheme &TableContent::schemeOf(const TableColumn &column) const
{
    return column.role == Role::Score ? indexScheme : scheme;
}

const SharedVariable &TableContent::variableOf(size_t column) const
{
    static const SharedVariable none;
    const size_t subject = table.columns[column].subject;
    switch (table.columns[column].role) {
    case Role::Indicator:
        return figures.indicators[subject];
    case Role::Score:
    case Role::Rank:
        return figures.index;
    case Role::NodeScore:
    case Role::NodeRank:
        return figures.nodes[subject];
    default:
        return none;
    }
}

bool takeLooks(TableContent &content, const Snapshot &now)
{
    const int classCount = content.scheme.classCount;
    const std::vector<QColor> colours = content.figures.dataset
                                            ? cellColours(now.looks(), content.dataset(), classCount)
                                            : safeColours(classCount);
    std::vector<CellFormat> formats;
    for (int number = 0; number <= classCount; ++number)
        formats.push_back(cellFormat(number, colours));
    const bool isOther = formats != content.formats || now.looks().cellBars != content.hasBars
                         || now.looks().benchmarks != content.hasBenchmarks;
    content.formats = std::move(formats);
    content.hasBars = now.looks().cellBars;
    content.hasBenchmarks = now.looks().benchmarks;
    return isOther;
}

TableContent makeTableContent(const Snapshot &now, const TableContent &before,
                              const std::shared_ptr<const OtherPeriod> &otherPeriod)
{
    TableContent content{.figures = {.dataset = now.dataset()},
                         .settings = now.indexSettings(),
                         .scheme = now.choices().otherScheme(),
                         .indexScheme = now.choices().indexScheme(),
                         .hasEveryNode = now.choices().nodeScores,
                         .otherPeriod = otherPeriod,
                         .hasPeople = now.looks().people};
    takeLooks(content, now);
    if (!content.figures.dataset)
        return content;
    IndexFigures &figures = content.figures;
    figures.result = now.sharedResult();
    const bool isSame = figures.result == before.figures.result;
    const bool areSameClasses = isSame && classesOf(before.figures.index) == classesOf(now.shownIndex());
    figures.index = areSameClasses ? before.figures.index : now.shownIndex();
    figures.indicators = shownIndicators(content, before);
    figures.nodes = shownNodes(now, content);
    figures.areDrawsFormer = now.formerUncertainty() != nullptr;
    figures.draws = figures.areDrawsFormer ? now.formerUncertainty() : now.uncertainty();
    content.table = indexTable(figures, screenColumns(figures), orderAsGiven(figures.dataset->areas.size()));
    if (otherPeriod)
        insertBeforeScore(content, changeColumns(figures.dataset, otherPeriod));
    if (content.hasPeople)
        insertBeforeScore(content, populationColumns(figures.dataset, *figures.result));
    return content;
}

bool haveSameFigures(const TableContent &a, const TableContent &b)
{
    const auto all = [](const TableContent &content) {
        const IndexFigures &figures = content.figures;
        return std::tie(figures.dataset, figures.result, figures.index, figures.indicators, figures.nodes,
                        figures.draws, figures.areDrawsFormer, content.hasEveryNode, content.scheme,
                        content.indexScheme, content.settings, content.otherPeriod, content.hasPeople);
    };
    return all(a) == all(b);
}

std::pair<size_t, size_t> nextColumnsWithout(const TableContent &of, const TableContent &without,
                                             size_t start)
{
    const auto isMissing = [&](const TableColumn &column) {
        return comesAndGoes(column) && !hasColumn(without, column.role, of.codeOf(column));
    };
    const auto begin = of.table.columns.begin();
    const auto end = of.table.columns.end();
    const auto first = std::find_if(begin + static_cast<std::ptrdiff_t>(start), end, isMissing);
    const auto last = std::find_if_not(first, end, isMissing);
    return {first - begin, last - begin};
}

} // namespace atlas
