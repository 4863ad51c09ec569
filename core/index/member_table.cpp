#include "core/index/member_table.h"

#include "core/aggregation/smaller_areas.h"
#include "core/dataset/dataset.h"
#include "core/index/text.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace atlas {

namespace {

using SharedDataset = std::shared_ptr<const Dataset>;

/// Values turned so that higher is more disengaged.
double facing(double value, const Indicator &indicator)
{
    return indicator.direction == Direction::HigherIsMoreDisengaged ? value : -value;
}

/// How many of the sorted values are greater, and one.
int rankAmong(const std::vector<double> &ascending, double value)
{
    const auto above = std::upper_bound(ascending.begin(), ascending.end(), value);
    return static_cast<int>(ascending.end() - above) + 1;
}

/// The values of some rows, facing one way and ascending.
std::vector<double> sortedValues(const SmallerAreas &smaller, const std::vector<size_t> &rows,
                                 size_t indicator)
{
    std::vector<double> values;
    for (const size_t row : rows)
        if (const CellValue &cell = smaller.table.rows[row].cells[indicator]; !cell.isMissing())
            values.push_back(facing(cell.number, smaller.table.metadata.indicators[indicator]));
    std::sort(values.begin(), values.end());
    return values;
}

const LargerArea *addedUp(const Dataset &dataset, size_t area)
{
    if (!dataset.smallerAreas || area >= dataset.smallerAreas->larger.size()
        || dataset.smallerAreas->larger[area].members.empty())
        return nullptr;
    return &dataset.smallerAreas->larger[area];
}

/// A column whose cells are those of a vector.
TableColumn columnOf(TableColumn about, std::vector<TableCell> cells)
{
    about.cell = [cells = std::move(cells)](size_t row) { return cells[row]; };
    return about;
}

/// Value and ranks of an indicator, for the members in this order.
void addIndicator(Table &table, const Dataset &dataset, size_t area, size_t indicator,
                  const std::vector<size_t> &order)
{
    const Indicator &about = dataset.smallerAreas->table.metadata.indicators[indicator];
    const std::vector<MemberRank> ranks = memberRanks(dataset, area, indicator);
    std::vector<TableCell> values;
    std::vector<TableCell> within;
    std::vector<TableCell> ofAll;
    for (const size_t row : order) {
        const auto rank =
            std::find_if(ranks.begin(), ranks.end(), [row](const MemberRank &one) { return one.row == row; });
        const CellValue &cell = dataset.smallerAreas->table.rows[row].cells[indicator];
        values.push_back(cell.isMissing() ? TableCell{MissingCell{cell.missing, cell.typed, {}}}
                                          : numberCell(cell.number));
        within.push_back(rankCell(rank->rankWithin));
        ofAll.push_back(rankCell(rank->rankOfAll));
    }
    table.columns.push_back(columnOf({.role = TableColumn::Role::Indicator,
                                      .subject = indicator,
                                      .code = about.code,
                                      .name = about.name,
                                      .shortName = about.shortName,
                                      .unit = about.unit,
                                      .decimals = about.decimals,
                                      .direction = about.direction},
                                     std::move(values)));
    table.columns.push_back(columnOf({.kind = TableColumn::Kind::Rank,
                                      .subject = indicator,
                                      .code = QStringLiteral("rank_") + about.code,
                                      .name = Text::tr("%1: rank within the area").arg(about.name),
                                      .shortName = Text::tr("Rank within"),
                                      .direction = Direction::LowerIsMoreDisengaged},
                                     std::move(within)));
    table.columns.push_back(columnOf({.kind = TableColumn::Kind::Rank,
                                      .subject = indicator,
                                      .code = QStringLiteral("rank_all_") + about.code,
                                      .name = Text::tr("%1: rank of all").arg(about.name),
                                      .shortName = Text::tr("Rank of all"),
                                      .direction = Direction::LowerIsMoreDisengaged},
                                     std::move(ofAll)));
}

} // namespace

std::vector<MemberRank> memberRanks(const Dataset &dataset, size_t area, size_t indicator)
{
    const LargerArea *larger = addedUp(dataset, area);
    if (!larger)
        return {};
    const SmallerAreas &smaller = *dataset.smallerAreas;
    std::vector<size_t> members;
    for (const AreaMember &member : larger->members)
        members.push_back(member.row);
    std::vector<size_t> all;
    for (size_t row = 0; row < smaller.table.rows.size(); ++row)
        if (smaller.table.rows[row].kind == RowKind::Area)
            all.push_back(row);
    const std::vector<double> within = sortedValues(smaller, members, indicator);
    const std::vector<double> ofAll = sortedValues(smaller, all, indicator);
    std::vector<MemberRank> ranks;
    for (const size_t row : members) {
        MemberRank rank{.row = row, .value = smaller.table.rows[row].cells[indicator].number};
        if (!std::isnan(rank.value)) {
            const double value = facing(rank.value, smaller.table.metadata.indicators[indicator]);
            rank.rankWithin = rankAmong(within, value);
            rank.rankOfAll = rankAmong(ofAll, value);
        }
        ranks.push_back(rank);
    }
    std::stable_sort(ranks.begin(), ranks.end(), [](const MemberRank &a, const MemberRank &b) {
        return std::pair(a.rankWithin == 0, a.rankWithin) < std::pair(b.rankWithin == 0, b.rankWithin);
    });
    return ranks;
}

Table memberTable(const SharedDataset &dataset, size_t area)
{
    const LargerArea *larger = addedUp(*dataset, area);
    if (!larger)
        return {};
    const SmallerAreas &smaller = *dataset->smallerAreas;
    std::vector<size_t> order;
    for (const MemberRank &rank : memberRanks(*dataset, area, 0))
        order.push_back(rank.row);
    std::vector<TableCell> codes;
    std::vector<TableCell> names;
    std::vector<TableCell> shares;
    std::vector<TableCell> elsewhere;
    for (const size_t row : order) {
        const auto member = std::find_if(larger->members.begin(), larger->members.end(),
                                         [row](const AreaMember &one) { return one.row == row; });
        codes.push_back(textCell(smaller.table.rows[row].code.text));
        names.push_back(textCell(smaller.table.rows[row].name));
        shares.push_back(numberCell(member->share));
        elsewhere.push_back(numberCell(member->isElsewhere ? 1 : 0));
    }
    Table table{.columns = {}, .order = orderAsGiven(order.size())};
    table.columns.push_back(columnOf({.role = TableColumn::Role::AreaCode,
                                      .kind = TableColumn::Kind::Text,
                                      .code = QStringLiteral("area_code"),
                                      .name = Text::tr("Area code")},
                                     std::move(codes)));
    table.columns.push_back(columnOf({.role = TableColumn::Role::AreaName,
                                      .kind = TableColumn::Kind::Text,
                                      .code = QStringLiteral("area_name"),
                                      .name = Text::tr("Area")},
                                     std::move(names)));
    table.columns.push_back(
        columnOf({.code = QStringLiteral("share"), .name = Text::tr("Part of it in the area"), .decimals = 2},
                 std::move(shares)));
    table.columns.push_back(
        columnOf({.code = QStringLiteral("in_other_areas"), .name = Text::tr("In other areas as well")},
                 std::move(elsewhere)));
    for (size_t i = 0; i < smaller.table.metadata.indicators.size(); ++i)
        addIndicator(table, *dataset, area, i, order);
    return table;
}

} // namespace atlas
