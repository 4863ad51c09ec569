#include "core/robustness/index_table.h"

#include "core/common/borrowed.h"
#include "core/common/parallel.h"
#include "core/common/text_table.h"
#include "core/index/indicator_order.h"
#include "core/robustness/text.h"

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

using Kind = TableColumn::Kind;
using Role = TableColumn::Role;

TableColumn boundColumn(const IndexFigures &figures, Role role)
{
    const bool isLow = role == Role::LowestRank;
    return {.role = role,
            .kind = Kind::Rank,
            .code = isLow ? QStringLiteral("rank_low") : QStringLiteral("rank_high"),
            .name = isLow ? Text::tr("Best rank by rounding") : Text::tr("Worst rank by rounding"),
            .direction = Direction::LowerIsMoreDisengaged,
            .cell = [bands = figures.roundingBands, isLow](size_t area) {
                return rankCell(isLow ? (*bands)[area].low : (*bands)[area].high);
            }};
}

/// One of the columns of ranks from the draws.
TableColumn drawnColumn(const IndexFigures &figures, Role role, const QString &code, const QString &name,
                        std::vector<int> RankUncertainty::*ranks)
{
    return {.role = role,
            .kind = Kind::Rank,
            .code = code,
            .name = name,
            .direction = Direction::LowerIsMoreDisengaged,
            .cell = [draws = figures.draws, ranks](size_t area) {
                return rankCell(draws->median[area] > 0 ? ((*draws).*ranks)[area] : 0);
            }};
}

TableColumn drawnRangeColumn(const IndexFigures &figures)
{
    return {.role = Role::DrawnRange,
            .kind = Kind::Rank,
            .code = QStringLiteral("rank_band"),
            .name = figures.areDrawsFormer ? Text::tr("Ranks in 5 to 95% of the draws with the former method")
                                           : Text::tr("Ranks in 5 to 95% of the draws"),
            .shortName = figures.areDrawsFormer ? Text::tr("5 to 95%, former method") : Text::tr("5 to 95%"),
            .direction = Direction::LowerIsMoreDisengaged,
            .cell = [draws = figures.draws](size_t area) -> TableCell {
                if (draws->median[area] == 0)
                    return {};
                return {RangeCell{static_cast<double>(draws->median[area]),
                                  static_cast<double>(draws->low[area]),
                                  static_cast<double>(draws->high[area])}};
            }};
}

TableColumn classShareColumn(const IndexFigures &figures, size_t place)
{
    return {.role = Role::ClassShare,
            .subject = place,
            .code = QStringLiteral("p_class_%1").arg(place + 1),
            .name = Text::tr("Share of the draws in class %1").arg(place + 1),
            .decimals = 2,
            .cell = [draws = figures.draws, place](size_t area) {
                return draws->median[area] > 0 ? numberCell(draws->classShares[place][area]) : TableCell();
            }};
}

TableColumn columnOf(const IndexFigures &figures, const ColumnChoice &choice)
{
    const size_t subject = choice.subject;
    switch (choice.role) {
    case Role::AreaCode:
        return areaCodeColumn(figures.dataset);
    case Role::AreaName:
        return areaNameColumn(figures.dataset);
    case Role::Indicator:
        return indicatorColumn(figures.dataset, figures.result, subject,
                               figures.indicators.empty() ? nullptr : figures.indicators[subject]);
    case Role::Normalised:
        return normalisedColumn(figures.dataset, figures.result, subject);
    case Role::Score:
        return scoreColumn(figures.index);
    case Role::Rank:
        return rankColumn(figures.index);
    case Role::Class:
        return classColumn(figures.index);
    case Role::PublishedRank:
        return publishedRankColumn(figures.dataset);
    case Role::NodeScore:
        return nodeScoreColumn(figures.nodes[subject], subject);
    case Role::NodeRank:
        return nodeRankColumn(figures.nodes[subject], subject);
    case Role::LowestRank:
    case Role::HighestRank:
        return boundColumn(figures, choice.role);
    case Role::DrawnLow:
        return drawnColumn(figures, choice.role, QStringLiteral("rank_p05"),
                           Text::tr("Rank, 5% of the draws"), &RankUncertainty::low);
    case Role::DrawnMedian:
        return drawnColumn(figures, choice.role, QStringLiteral("rank_median"),
                           Text::tr("Rank, median of the draws"), &RankUncertainty::median);
    case Role::DrawnHigh:
        return drawnColumn(figures, choice.role, QStringLiteral("rank_p95"),
                           Text::tr("Rank, 95% of the draws"), &RankUncertainty::high);
    case Role::DrawnRange:
        return drawnRangeColumn(figures);
    case Role::ClassShare:
        return classShareColumn(figures, subject);
    case Role::Symbol:
        return symbolColumn(figures.dataset, subject);
    case Role::Tried:
        return triedColumn(figures.dataset);
    case Role::Change:
    case Role::People:
    case Role::Other:
        break;
    }
    return {};
}

void nameApart(std::vector<TableColumn> &columns)
{
    QStringList taken;
    for (const bool areIndicators : {true, false}) {
        QStringList wanted;
        for (const TableColumn &column : columns)
            if ((column.role == Role::Indicator) == areIndicators)
                wanted << column.code;
        const QStringList codes = freeColumnNames(taken, wanted);
        auto code = codes.begin();
        for (TableColumn &column : columns)
            if ((column.role == Role::Indicator) == areIndicators)
                column.code = *code++;
        taken << codes;
    }
}

void addNodes(std::vector<ColumnChoice> &columns, const IndexFigures &figures)
{
    for (size_t node = 0; node < figures.nodes.size(); ++node)
        if (figures.nodes[node])
            for (const Role role : {Role::NodeScore, Role::NodeRank})
                columns.push_back({role, node});
}

} // namespace

IndexFigures indexFigures(const Dataset &dataset, const IndexResult &result, const ClassScheme &scheme)
{
    return {.dataset = borrowed(dataset),
            .result = borrowed(result),
            .index = std::make_shared<const ShownVariable>(showIndex(result, scheme))};
}

std::vector<SharedVariable> shownNodes(const IndexResult &result, RankRule rankRule,
                                       const ClassScheme &scheme)
{
    std::vector<SharedVariable> nodes(result.tree->root());
    inParallel(nodes.size(), [&](size_t node) {
        nodes[node] = std::make_shared<const ShownVariable>(showNode(result, node, rankRule, scheme));
    });
    return nodes;
}

std::vector<ColumnChoice> symbolColumns(const IndexFigures &figures)
{
    std::vector<ColumnChoice> columns;
    for (size_t i = 0; i < figures.dataset->indicatorCount(); ++i) {
        const auto &cells = figures.dataset->cells[i];
        if (std::any_of(cells.begin(), cells.end(),
                        [](const CellValue &cell) { return !cell.typed.isEmpty(); }))
            columns.push_back({Role::Symbol, i});
    }
    return columns;
}

std::vector<ColumnChoice> fileColumns(const IndexFigures &figures)
{
    std::vector<ColumnChoice> columns = {{Role::AreaCode}, {Role::AreaName}};
    for (size_t i = 0; i < figures.dataset->indicatorCount(); ++i)
        columns.push_back({Role::Indicator, i});
    for (const size_t i : figures.result->used)
        columns.push_back({Role::Normalised, i});
    for (const Role role : {Role::Score, Role::Rank, Role::Class})
        columns.push_back({role});
    if (figures.dataset->hasPublishedRank)
        columns.push_back({Role::PublishedRank});
    if (!figures.dataset->whatIfs.empty())
        columns.push_back({Role::Tried});
    addNodes(columns, figures);
    if (figures.roundingBands)
        for (const Role role : {Role::LowestRank, Role::HighestRank})
            columns.push_back({role});
    if (!figures.draws || figures.areDrawsFormer)
        return columns;
    for (const Role role : {Role::DrawnLow, Role::DrawnMedian, Role::DrawnHigh})
        columns.push_back({role});
    for (size_t place = 0; place < figures.draws->classShares.size(); ++place)
        columns.push_back({Role::ClassShare, place});
    return columns;
}

std::vector<ColumnChoice> screenColumns(const IndexFigures &figures)
{
    std::vector<ColumnChoice> columns = {{Role::AreaName}};
    for (const size_t indicator : indicatorsByDomain(figures.dataset->metadata))
        columns.push_back({Role::Indicator, indicator});
    addNodes(columns, figures);
    columns.push_back({Role::Score});
    columns.push_back({Role::Rank});
    if (figures.draws)
        columns.push_back({Role::DrawnRange});
    if (figures.dataset->hasPublishedRank)
        columns.push_back({Role::PublishedRank});
    return columns;
}

Table indexTable(const IndexFigures &figures, std::span<const ColumnChoice> columns,
                 std::vector<size_t> order)
{
    Table table{.columns = {}, .order = std::move(order)};
    for (const ColumnChoice &choice : columns)
        table.columns.push_back(columnOf(figures, choice));
    nameApart(table.columns);
    return table;
}

} // namespace atlas
