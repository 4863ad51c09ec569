#include "core/index/trace_table.h"

#include "core/index/index_columns.h"
#include "core/index/trace.h"
#include "core/tables/cell_text.h"

#include <utility>

namespace atlas {

namespace {

using Kind = TableColumn::Kind;
using Row = std::vector<TableCell>;

std::vector<TableColumn> columnsOf(const Dataset &dataset)
{
    const std::vector<std::pair<const char *, Kind>> named = {
        {"node", Kind::Text},           {"member", Kind::Text},  {"raw_value", Kind::Number},
        {"unit", Kind::Text},           {"period", Kind::Text},  {"source", Kind::Text},
        {"value", Kind::Number},        {"mean", Kind::Number},  {"weight", Kind::Number},
        {"contribution", Kind::Number}, {"total", Kind::Number}, {"rank", Kind::Rank}};
    std::vector<TableColumn> columns;
    columns.reserve(named.size() + 1);
    for (const auto &[code, kind] : named)
        columns.push_back({.kind = kind, .code = QLatin1String(code), .decimals = 2});
    if (!dataset.whatIfs.empty())
        columns.push_back(
            {.role = TableColumn::Role::Tried, .kind = Kind::Text, .code = QStringLiteral("what_if")});
    return columns;
}

bool isBelow(const IndexTree &tree, size_t indicator, size_t node)
{
    size_t above = tree.parentOfIndicator[indicator];
    while (above != node && above != tree.root())
        above = tree.nodes[above].parent;
    return above == node;
}

/// Values tried below a node, in any area, since the scale of each indicator may depend on them.
QString triedBelow(const Dataset &dataset, const IndexTree &tree, size_t node)
{
    QStringList cells;
    for (const WhatIf &tried : dataset.whatIfs)
        if (isBelow(tree, tried.indicator, node))
            cells << dataset.areas[tried.area].code.text + QLatin1Char('.')
                         + dataset.indicator(tried.indicator).code;
    return codeList(cells);
}

/// The columns up to "source": what a member is and how it was measured. Nodes are not measured.
Row memberCells(const Dataset &dataset, const IndexResult &result, const IndexMember &member, size_t area)
{
    if (member.kind == IndexMember::Kind::Node)
        return {textCell(result.tree->nodes[member.position].code), {}, {}, {}, {}};
    const Indicator &about = dataset.indicator(member.position);
    return {textCell(about.code), measuredCell(dataset, result, member.position, area), textCell(about.unit),
            textCell(about.period), textCell(about.source)};
}

QString triedCode(const Dataset &dataset, const IndexMember &member, size_t area)
{
    const bool isTried =
        member.kind == IndexMember::Kind::Indicator && dataset.isWhatIf(member.position, area);
    return isTried ? codeList({dataset.indicator(member.position).code}) : QString();
}

Row stepRow(const Dataset &dataset, const IndexResult &result, const QString &node, const TraceStep &step,
            size_t area)
{
    Row row = memberCells(dataset, result, step.member, area);
    row.insert(row.begin(), textCell(node));
    for (const double number : {step.value, step.reference, step.weight, step.contribution, step.total})
        row.push_back(numberCell(number));
    row.push_back(rankCell(step.rank));
    row.push_back(textCell(triedCode(dataset, step.member, area)));
    return row;
}

} // namespace

Table traceTable(const Dataset &dataset, const IndexResult &result, RankRule rankRule, size_t area)
{
    std::vector<Row> rows;
    for (size_t node = result.nodes.size(); node-- > 0;) {
        const Trace trace = traceNode(result, rankRule, node, area);
        const QString &code = result.tree->nodes[node].code;
        rows.push_back({textCell(code),
                        textCell(QStringLiteral("start")),
                        {},
                        {},
                        {},
                        {},
                        {},
                        {},
                        {},
                        {},
                        numberCell(trace.start),
                        {},
                        {}});
        for (const TraceStep &step : trace.steps)
            rows.push_back(stepRow(dataset, result, code, step, area));
        rows.push_back({textCell(code),
                        textCell(QStringLiteral("score")),
                        {},
                        {},
                        {},
                        {},
                        numberCell(trace.score),
                        {},
                        {},
                        {},
                        numberCell(trace.score),
                        rankCell(trace.rank),
                        textCell(triedBelow(dataset, *result.tree, node))});
    }
    return tableOfRows(columnsOf(dataset), std::move(rows));
}

} // namespace atlas
