#include "core/dataset/join_report.h"

#include "core/aggregation/smaller_areas.h"
#include "core/dataset/dataset.h"
#include "core/dataset/join_words.h"
#include "core/dataset/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas {

namespace {

constexpr size_t mostNames = 5;

const std::vector<RowJoin> &rowsOf(const Dataset &dataset)
{
    static const std::vector<RowJoin> none;
    return dataset.joinReport ? dataset.joinReport->rows : none;
}

QString namesOf(const std::vector<RowJoin> &rows, RowFate fate)
{
    QStringList names;
    size_t count = 0;
    for (const RowJoin &row : rows) {
        if (row.fate != fate)
            continue;
        if (++count <= mostNames)
            names << nameOf(row);
    }
    const QString text = names.join(QLatin1String(", "));
    return count > mostNames ? Text::tr("%1 ...", "names, of more").arg(text) : text;
}

int countOf(const std::vector<RowJoin> &rows, RowFate fate)
{
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [fate](const RowJoin &row) { return row.fate == fate; }));
}

/// "36 by code, 2 by name"
QString waysText(const std::vector<RowJoin> &rows)
{
    QStringList ways;
    for (const JoinedBy by : {JoinedBy::Alias, JoinedBy::Code, JoinedBy::MendedCode, JoinedBy::Name,
                              JoinedBy::OtherSpelling, JoinedBy::KnownName}) {
        const auto count = std::count_if(rows.begin(), rows.end(), [by](const RowJoin &row) {
            return row.fate == RowFate::Joined && row.by == by;
        });
        if (count > 0)
            ways << QStringLiteral("%1 %2").arg(QString::number(count), joinedByText(by));
    }
    return ways.join(QLatin1String(", "));
}

/// The row that each area of the dataset has; null where it has none.
std::vector<const RowJoin *> rowOfEachArea(const Dataset &dataset)
{
    std::vector<const RowJoin *> found(dataset.areas.size(), nullptr);
    for (const RowJoin &row : rowsOf(dataset))
        if (row.area && (row.fate == RowFate::Joined || row.fate == RowFate::WithoutShape))
            found[*row.area] = &row;
    return found;
}

QString outcomeText(const RowJoin &row)
{
    switch (row.fate) {
    case RowFate::Joined:
        return Text::tr("joined %1", "as by code").arg(joinedByText(row.by));
    case RowFate::WithoutShape:
        return Text::tr("no shape");
    case RowFate::Benchmark:
        return Text::tr("benchmark");
    case RowFate::SecondOfSame:
        return Text::tr("repeats another row");
    case RowFate::LeftOut:
        break;
    }
    return Text::tr("left out");
}

QString doubtText(const RowJoin &row, const BoundarySet &boundaries)
{
    const std::optional<size_t> shape = row.other ? row.other : row.area;
    const BoundaryArea area = shape && *shape < boundaries.size() ? boundaries.areas[*shape] : BoundaryArea();
    switch (row.doubt) {
    case JoinDoubt::None:
        return row.why;
    case JoinDoubt::OtherCode:
    case JoinDoubt::OtherCodes:
        return Text::tr("the code of the boundaries is %1").arg(area.code.text);
    case JoinDoubt::OtherName:
        return Text::tr("the name in the boundaries is another");
    case JoinDoubt::NameOfAnother:
        return Text::tr("its name is that of %1").arg(area.code.text);
    case JoinDoubt::OtherKind:
        return Text::tr("%1 of that name is another kind of area").arg(area.code.text);
    case JoinDoubt::HasRow:
        return Text::tr("%1 of that name has a row of its own").arg(area.code.text);
    case JoinDoubt::KeptApart:
        return Text::tr("kept apart");
    case JoinDoubt::OtherFigures:
        return Text::tr("another row of %1 has other figures").arg(area.code.text);
    case JoinDoubt::SeveralOfOneName:
        break;
    }
    return Text::tr("several areas of the boundaries have that name");
}

TableColumn textColumn(const QString &code)
{
    return {.kind = TableColumn::Kind::Text, .code = code};
}

TableCell rowNumberCell(const RowJoin *row)
{
    return rankCell(row ? row->row : 0);
}

/// What areas were added up from, and how much of them had figures.
QString addedUpText(const SmallerAreas &smaller)
{
    size_t count = 0;
    double least = 1;
    for (const LargerArea &area : smaller.larger) {
        if (area.members.empty())
            continue;
        ++count;
        for (const double coverage : area.coverage)
            least = std::min(least, coverage);
    }
    constexpr double hundred = 100;
    const QString figures =
        least < 1
            ? Text::tr("at least %1 % of the members of each have figures").arg(std::floor(hundred * least))
            : Text::tr("all members have figures");
    return Text::tr("Added up: %1 areas to %2 by %3; %4.", "count, count, lookup, how many have figures")
        .arg(QString::number(smaller.table.rows.size() - smaller.unplaced.size()), QString::number(count),
             smaller.lookup, figures);
}

} // namespace

QString joinedByText(JoinedBy by)
{
    switch (by) {
    case JoinedBy::Alias:
        return Text::tr("by alias");
    case JoinedBy::Code:
        return Text::tr("by code");
    case JoinedBy::MendedCode:
        return Text::tr("by mended code");
    case JoinedBy::Name:
        return Text::tr("by name");
    case JoinedBy::OtherSpelling:
        return Text::tr("by name otherwise spelt");
    case JoinedBy::KnownName:
        return Text::tr("by another known name");
    case JoinedBy::Nothing:
        break;
    }
    return {};
}

QStringList joinSummary(const Dataset &dataset)
{
    const std::vector<RowJoin> &rows = rowsOf(dataset);
    if (rows.empty())
        return {};
    QStringList lines;
    if (dataset.smallerAreas)
        lines << addedUpText(*dataset.smallerAreas);
    if (dataset.hasMap()) {
        const int joined = countOf(rows, RowFate::Joined);
        lines << Text::tr("Join: %1 of %2 areas of the boundaries have a row: %3.")
                     .arg(QString::number(joined), QString::number(dataset.boundaries->size()),
                          waysText(rows));
    }
    const auto addCount = [&](RowFate fate, const QString &text) {
        if (const int count = countOf(rows, fate); count > 0)
            lines << text.arg(QString::number(count), namesOf(rows, fate));
    };
    if (dataset.hasMap())
        addCount(RowFate::WithoutShape, Text::tr("Rows without a shape: %1 (%2).", "count, names"));
    addCount(RowFate::Benchmark, Text::tr("Benchmarks: %1 (%2).", "count, names"));
    addCount(RowFate::SecondOfSame, Text::tr("Rows that repeat another: %1 (%2).", "count, names"));
    addCount(RowFate::LeftOut, Text::tr("Rows left out: %1 (%2).", "count, names"));
    return lines;
}

Table joinTable(const Dataset &dataset)
{
    std::vector<std::vector<TableCell>> lines;
    const std::vector<const RowJoin *> rowOfArea = rowOfEachArea(dataset);
    for (size_t i = 0; i < dataset.boundaries->size(); ++i) {
        const RowJoin *row = rowOfArea[i];
        const Area &area = dataset.areas[i];
        lines.push_back({textCell(Text::tr("area")), textCell(area.code.text), textCell(area.name),
                         rowNumberCell(row), textCell(row ? row->code.text : QString()),
                         textCell(row ? row->name : QString()),
                         textCell(row ? outcomeText(*row) : Text::tr("no row")),
                         textCell(row ? doubtText(*row, *dataset.boundaries) : QString())});
    }
    for (const RowJoin &row : rowsOf(dataset)) {
        const Area area = row.area ? dataset.areas[*row.area] : Area();
        lines.push_back({textCell(Text::tr("row")), textCell(area.code.text), textCell(area.name),
                         rowNumberCell(&row), textCell(row.code.text), textCell(row.name),
                         textCell(outcomeText(row)), textCell(doubtText(row, *dataset.boundaries))});
    }
    TableColumn number = {.kind = TableColumn::Kind::Rank, .code = QStringLiteral("row")};
    return tableOfRows({textColumn(QStringLiteral("about")), textColumn(QStringLiteral("area_code")),
                        textColumn(QStringLiteral("area_name")), number,
                        textColumn(QStringLiteral("row_code")), textColumn(QStringLiteral("row_name")),
                        textColumn(QStringLiteral("outcome")), textColumn(QStringLiteral("remark"))},
                       std::move(lines));
}

} // namespace atlas
