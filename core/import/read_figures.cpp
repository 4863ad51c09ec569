#include "core/import/read_figures.h"

#include "core/common/code_text.h"
#include "core/common/number_range.h"
#include "core/common/number_text.h"
#include "core/import/column_facts.h"
#include "core/import/figure_cells.h"
#include "core/import/row_kinds.h"
#include "core/import/row_selection.h"
#include "core/indicators/indicator_metadata.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReadFigures)
};

/// A column that was asked for by name, which the file lacks; empty when it has them all.
QString missingColumn(const FiguresPlan &plan, const ImportPlan &wanted)
{
    QStringList asked = {wanted.codeColumn, wanted.nameColumn};
    for (const auto &[header, role] : wanted.roles)
        asked << header;
    for (const auto &[header, mark] : wanted.decimalMarks)
        asked << header;
    for (const QString &header : asked)
        if (!header.isEmpty() && !plan.find(header))
            return header;
    return {};
}

QString listOfHeads(const FiguresPlan &plan)
{
    constexpr size_t most = 30;
    QStringList heads;
    for (const PlannedColumn &column : plan.columns)
        if (heads.size() < static_cast<qsizetype>(most))
            heads << column.header;
    return heads.join(QStringLiteral(", "))
           + (plan.columns.size() > most ? QStringLiteral(", \u2026") : QString());
}

Result<Done> checkPlan(const Grid &grid, const FiguresPlan &plan, const ImportPlan &wanted)
{
    if (const QString header = missingColumn(plan, wanted); !header.isEmpty())
        return Error{
            Text::tr("%1 has no column %2. Its columns are: %3.").arg(grid.file, header, listOfHeads(plan)),
            {}};
    if (!plan.period.isEmpty() && !plan.periods.isEmpty() && !plan.periods.contains(plan.period))
        return Error{Text::tr("%1 has no figures of %2. Its periods are: %3.")
                         .arg(grid.file, plan.period, plan.periods.join(QStringLiteral(", "))),
                     {}};
    if (!wanted.period.isEmpty() && plan.periods.isEmpty())
        return Error{Text::tr("%1 names no periods, so it cannot be read for %2. Leave the period out.")
                         .arg(grid.file, wanted.period),
                     {}};
    if (!wanted.level.isEmpty() && !plan.find(ColumnRole::Level))
        return Error{
            Text::tr("%1 names no levels of areas, so it cannot be read for %2. Leave the level out.")
                .arg(grid.file, wanted.level),
            {}};
    if (std::any_of(plan.columns.begin(), plan.columns.end(),
                    [](const PlannedColumn &column) { return isAreaCodeText(column.header); }))
        return Error{
            Text::tr("%1 has no heads above its figures. Name the columns in its first row.").arg(grid.file),
            {}};
    if (!plan.find(ColumnRole::Code) && !plan.find(ColumnRole::Name))
        return Error{
            Text::tr("%1 has no column of area codes or names. Name one uCode or uName.").arg(grid.file), {}};
    return Done{};
}

/// A note of what names and heads alone made of the indicators, where nobody has said it.
void noteAssumedDirections(const IndicatorMetadata &metadata, const QString &file, Issues &issues)
{
    QStringList more;
    QStringList less;
    QStringList unknown;
    for (const Indicator &indicator : metadata.indicators)
        (isDirectionKnown(indicator) ? indicator.direction == Direction::HigherIsMoreDisengaged ? more : less
                                     : unknown)
            << indicator.code;
    QString text =
        Text::tr("There is no metadata, so each column of numbers is an indicator and higher is taken as "
                 "more disengaged. Add a metadata file to say otherwise.");
    if (!less.isEmpty())
        text =
            Text::tr(
                "There is no metadata, so each column of numbers is an indicator. By their names, higher is "
                "less disengaged for %1; for all others higher is taken as more disengaged. Add a metadata "
                "file to say otherwise.")
                .arg(less.join(QStringLiteral(", ")));
    issues.push_back({Severity::Note, text, file});
}

Result<Done> checkDenominators(const Grid &grid, const FigureColumns &columns)
{
    for (size_t i = 0; i < columns.metadata.indicators.size(); ++i) {
        const Indicator &indicator = columns.metadata.indicators[i];
        if (!indicator.denominator.isEmpty() && !columns.denominators[i])
            return Error{
                Text::tr("%1 is to be divided by %2, but %3 has no such column. Add it, or empty the "
                         "Denominator in the metadata.")
                    .arg(indicator.code, indicator.denominator, grid.file),
                {}};
    }
    return Done{};
}

Error givenTwice(const Grid &grid, const QString &key, int row, int other)
{
    return Error{Text::tr("%1 gives the area %2 twice, in rows %3 and %4. Keep one of them.")
                     .arg(grid.file, key, QString::number(other), QString::number(row)),
                 {}};
}

QString keyOf(const IndicatorRow &row)
{
    const bool hasCode = !row.code.isEmpty() && (row.name.isEmpty() || !isPlaceholderCode(row.code.text));
    return hasCode ? row.code.text : row.name;
}

/// A row for each row of the grid that is chosen.
Result<Done> readWideRows(const Grid &grid, const std::vector<int> &chosen, FigureCells &cells,
                          IndicatorFile &file)
{
    QHash<QString, int> rowOfKey;
    rowOfKey.reserve(static_cast<qsizetype>(chosen.size()));
    file.table.rows.reserve(chosen.size());
    for (const int gridRow : chosen) {
        IndicatorRow row = cells.readRow(gridRow);
        const QString key = keyOf(row);
        if (key.isEmpty()) {
            file.issues.push_back({Severity::Warning,
                                   Text::tr("The row has no area code or name; it is left out."), grid.file,
                                   row.row});
            file.table.leftOut.push_back(
                {row.row, firstText(grid, gridRow), Text::tr("no area code or name")});
            continue;
        }
        if (const auto other = rowOfKey.constFind(key); other != rowOfKey.constEnd())
            return givenTwice(grid, key, row.row, *other);
        rowOfKey.insert(key, row.row);
        file.table.rows.push_back(std::move(row));
    }
    return Done{};
}

/// A row for each area, gathered from the rows of its indicators.
Result<Done> readLongRows(const Grid &grid, const std::vector<int> &chosen, FigureCells &cells,
                          IndicatorFile &file)
{
    QHash<QString, size_t> rowOfKey;
    QHash<QString, int> lastFilled; // by key and indicator, which row gave it
    for (const int gridRow : chosen) {
        const auto indicator = cells.indicatorOf(gridRow);
        if (!indicator)
            continue;
        IndicatorRow keys = cells.readKeys(gridRow);
        const QString key = keyOf(keys);
        if (key.isEmpty())
            continue;
        if (!rowOfKey.contains(key)) {
            rowOfKey.insert(key, file.table.rows.size());
            keys.cells.resize(cells.columns().metadata.indicators.size());
            file.table.rows.push_back(std::move(keys));
        }
        IndicatorRow &row = file.table.rows[rowOfKey.value(key)];
        const QString place = key + QLatin1Char('\n') + QString::number(*indicator);
        if (const auto other = lastFilled.constFind(place); other != lastFilled.constEnd())
            return Error{
                Text::tr(
                    "%1 gives %2 of the area %3 twice, in rows %4 and %5. Keep one of them, or say which "
                    "part of the people counted is meant.")
                    .arg(grid.file, cells.columns().metadata.indicators[*indicator].code, key,
                         QString::number(*other), QString::number(Grid::spreadsheetRow(gridRow))),
                {}};
        lastFilled.insert(place, Grid::spreadsheetRow(gridRow));
        row.cells[*indicator] = cells.readValue(gridRow, *indicator, row);
    }
    return Done{};
}

} // namespace

Result<FiguresFile> readFigures(const Grid &grid, const ImportPlan &wanted, const IndicatorMetadata *metadata,
                                const KnownAreas &known)
{
    FiguresFile read;
    read.plan = planFigures(grid, wanted, metadata, known);
    const FiguresPlan &plan = read.plan;
    if (const auto checked = checkPlan(grid, plan, wanted); !checked)
        return checked.error();
    IndicatorFile &file = read.file;
    file.issues = grid.issues;
    file.issues.insert(file.issues.end(), plan.issues.begin(), plan.issues.end());

    RowSelection selection = selectRows(grid, plan);
    FigureColumns columns = figureColumns(grid, plan, metadata, selection.rows, file.issues);
    if (columns.metadata.indicators.empty())
        return Error{
            Text::tr(
                "%1 has no column of numbers that is an indicator. Check its headers against the metadata.")
                .arg(grid.file),
            {}};
    if (const auto checked = checkDenominators(grid, columns); !checked)
        return checked.error();
    if (!metadata)
        noteAssumedDirections(columns.metadata, grid.file, file.issues);
    file.issues.insert(file.issues.end(), selection.issues.begin(), selection.issues.end());

    FigureCells cells(grid, plan, wanted.symbols, std::move(columns), file.issues);
    const bool isLong = plan.find(ColumnRole::Variable) && plan.find(ColumnRole::Value);
    const auto done = isLong ? readLongRows(grid, selection.rows, cells, file)
                             : readWideRows(grid, selection.rows, cells, file);
    if (!done)
        return done.error();
    if (file.table.rows.empty())
        return Error{Text::tr("%1 has heads but no rows of areas. Add one row for each area.").arg(grid.file),
                     {}};
    cells.describe(file.table);
    file.table.leftOut.insert(file.table.leftOut.begin(), selection.leftOut.begin(), selection.leftOut.end());
    return read;
}

Grid gridOf(const TextTable &table)
{
    Grid grid;
    grid.file = table.file;
    grid.issues = table.issues;
    const auto addRow = [&grid](const QStringList &row) {
        for (const QString &cell : row)
            grid.addCell(cell);
        grid.endRow();
    };
    addRow(table.header);
    for (const QStringList &row : table.rows)
        addRow(row);
    return grid;
}

Result<IndicatorFile> readIndicators(const TextTable &data, const IndicatorMetadata *metadata)
{
    auto read = readFigures(gridOf(data), {.headerRow = 1, .headerRows = 1}, metadata);
    if (!read)
        return read.error();
    return std::move(read->file);
}

} // namespace atlas
