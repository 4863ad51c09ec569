#include "core/import/read_figures.h"

#include "core/common/number_range.h"
#include "core/common/number_text.h"
#include "core/common/placeholder_code.h"
#include "core/import/column_facts.h"
#include "core/import/describe_columns.h"
#include "core/import/figure_cells.h"
#include "core/import/header_rows.h"
#include "core/import/header_words.h"
#include "core/import/repeated_rows.h"
#include "core/import/row_kinds.h"
#include "core/import/row_selection.h"
#include "core/import/text.h"
#include "core/indicators/indicator_metadata.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace atlas {

namespace {

/// A column that was asked for by name, which the file lacks; empty when it has them all.
QString missingColumn(const FiguresPlan &plan, const ImportPlan &wanted)
{
    QStringList asked = {wanted.codeColumn, wanted.nameColumn};
    for (const auto &[header, role] : wanted.roles)
        asked << header;
    for (const auto &[header, mark] : wanted.decimalMarks)
        asked << header;
    for (const auto &[header, value] : wanted.filters)
        asked << header;
    QSet<QString> heads;
    for (const PlannedColumn &column : plan.columns)
        heads.insert(column.header.toCaseFolded());
    for (const QString &header : asked)
        if (!header.isEmpty() && !heads.contains(header.toCaseFolded()))
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
    if (!wanted.level.isEmpty() && kindOfLevel(plan.level) == RowKind::Area
        && !plan.levels.contains(plan.level))
        return Error{Text::tr("%1 has no rows of the level %2. Its levels are: %3.")
                         .arg(grid.file, plan.level, plan.levels.join(QStringLiteral(", "))),
                     {}};
    if (std::any_of(plan.columns.begin(), plan.columns.end(),
                    [](const PlannedColumn &column) { return isAreaCodeText(column.header); }))
        return Error{
            Text::tr("%1 has no heads above its figures. Name the columns in its first row.").arg(grid.file),
            {}};
    if (grid.rowCount() < plan.headerRow + plan.headerRows)
        return Error{Text::tr("%1 has heads but no rows of areas. Add one row for each area.").arg(grid.file),
                     {}};
    if (!plan.find(ColumnRole::Code) && !plan.find(ColumnRole::Name))
        return Error{
            Text::tr("%1 has no column of area codes or names. Name one uCode or uName.").arg(grid.file), {}};
    return Done{};
}

/// Whether the values of filters that were named are there.
Result<Done> checkFilters(const Grid &grid, const std::vector<PeopleFilter> &filters)
{
    for (const PeopleFilter &filter : filters)
        if (filter.reads == PeopleFilter::Reads::Nothing)
            return Error{Text::tr("%1 has no rows whose %2 is %3. Its values are: %4.")
                             .arg(grid.file, filter.header, filter.read, listedValues(filter.values)),
                         {}};
    return Done{};
}

/// Which columns tell the rows of an area apart, and what can be said to read one of them.
Error askedForFilter(const Grid &grid, const std::vector<PeopleFilter> &asked)
{
    QStringList columns;
    QStringList options;
    for (const PeopleFilter &filter : asked) {
        columns << filter.description();
        options << QStringLiteral("--filter \"%1=%2\"").arg(filter.header, filter.values.value(0));
    }
    return {Text::tr("%1 has several rows for each area, told apart by %2, and none of them is the total. "
                     "Say which to read, such as %3.")
                .arg(grid.file, columns.join(Text::tr(" and ")), options.join(QLatin1Char(' '))),
            {}};
}

/// Where areas usually have several rows, what these are of: schools, or other parts that no filter can
/// choose.
std::optional<Error> repeatedError(const Grid &grid, const FiguresPlan &plan, const std::vector<int> &rows)
{
    const RepeatedRows repeated(grid, rows, keyPositions(plan.columns));
    if (repeated.repeatedKeys() < 2 || !repeated.areUsual())
        return {};
    for (const PlannedColumn &column : plan.columns)
        if (column.role == ColumnRole::Group && repeated.areToldApartBy(column.position))
            return Error{
                Text::tr("%1 has several rows for each area, told apart by %2. Read a file with one row "
                         "for each area, or choose one of them with --filter \"%2=...\".")
                    .arg(grid.file, column.header),
                {}};
    return {};
}

/// Values that each have rows, but none together.
Error nothingLet(const Grid &grid, const std::vector<PeopleFilter> &filters)
{
    QStringList values;
    QStringList columns;
    for (const PeopleFilter &filter : filters)
        if (filter.reads == PeopleFilter::Reads::Total || filter.reads == PeopleFilter::Reads::Chosen) {
            values << Text::tr("%1 %2", "a column and its value")
                          .arg(filter.header, listedValues({filter.read}));
            columns << filter.description();
        }
    return {Text::tr("%1 has no row with %2. Choose others with --filter: %3.")
                .arg(grid.file, values.join(Text::tr(" and ")), columns.join(QStringLiteral("; "))),
            {}};
}

bool anyNarrows(const std::vector<PeopleFilter> &filters)
{
    return std::any_of(filters.begin(), filters.end(), [](const PeopleFilter &filter) {
        return filter.reads == PeopleFilter::Reads::Total || filter.reads == PeopleFilter::Reads::Chosen;
    });
}

/// The head of the column of each indicator; of a long table what its rows call it.
QStringList headsOf(const FigureColumns &columns, const FiguresPlan &plan)
{
    QStringList heads;
    for (size_t i = 0; i < columns.metadata.indicators.size(); ++i)
        heads << (plan.isLong() ? columns.metadata.indicators[i].code : columns.values[i]->header);
    return heads;
}

/// A note of what names and heads alone made of the indicators, where nobody has said it.
void noteAssumedDirections(const FigureColumns &columns,
                           const std::map<QString, ColumnDescription> &descriptions, const QString &file,
                           Issues &issues)
{
    QStringList less;
    QStringList more;
    for (size_t i = 0; i < columns.metadata.indicators.size(); ++i) {
        const Indicator &indicator = columns.metadata.indicators[i];
        const auto *said = findDescription(descriptions, indicator.code, columns.values[i]->header);
        if (!said || !said->direction)
            (indicator.direction == Direction::LowerIsMoreDisengaged ? less : more) << indicator.code;
    }
    const bool isAnySaid =
        static_cast<size_t>(less.size() + more.size()) < columns.metadata.indicators.size();
    QString text =
        Text::tr("There is no metadata, so each column of numbers is an indicator and higher is taken as "
                 "more disengaged. Add a metadata file to say otherwise.");
    if (isAnySaid && less.isEmpty() && more.isEmpty())
        return;
    if (isAnySaid) {
        QStringList parts;
        if (!more.isEmpty())
            parts << Text::tr(
                         "Nobody has said which way these point, so higher is taken as more disengaged: %1.")
                         .arg(more.join(QStringLiteral(", ")));
        if (!less.isEmpty())
            parts << Text::tr("By their names, higher is less disengaged for %1.")
                         .arg(less.join(QStringLiteral(", ")));
        text = parts.join(QLatin1Char(' '));
    } else if (!less.isEmpty()) {
        text =
            Text::tr(
                "There is no metadata, so each column of numbers is an indicator. By their names, higher is "
                "less disengaged for %1; for all others higher is taken as more disengaged. Add a metadata "
                "file to say otherwise.")
                .arg(less.join(QStringLiteral(", ")));
    }
    issues.push_back({Severity::Note, text, file});
}

/// Whether the figures of an indicator count people or events: whole numbers, some of them large, under a
/// head that says so.
bool areCounts(const IndicatorTable &table, size_t indicator)
{
    constexpr double most = 100; // of a share
    const Indicator &about = table.metadata.indicators[indicator];
    if (!about.denominator.isEmpty() || !about.unit.isEmpty()
        || !(saysCount(wordsOf(about.code)) || saysCount(wordsOf(about.name))))
        return false;
    double greatest = 0;
    for (const IndicatorRow &row : table.rows) {
        const CellValue &cell = row.cells[indicator];
        if (!cell.isMissing() && (cell.number < 0 || cell.number != std::floor(cell.number)))
            return false;
        greatest = cell.isMissing() ? greatest : std::max(greatest, cell.number);
    }
    return greatest > most;
}

/// Counts say more of the size of areas than of what happens in them.
void remarkOnCounts(const IndicatorTable &table, Issues &issues)
{
    QStringList counts;
    for (size_t i = 0; i < table.metadata.indicators.size(); ++i)
        if (areCounts(table, i))
            counts << table.metadata.indicators[i].code;
    if (!counts.isEmpty())
        issues.push_back(
            {Severity::Warning,
             Text::tr(
                 "%n indicator(s) are counts, which rank large areas first: %1. Use shares of them, or name "
                 "what to divide them by as Denominator in a metadata file.",
                 nullptr, static_cast<int>(counts.size()))
                 .arg(counts.join(QStringLiteral(", "))),
             table.file});
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

Error givenTwice(const Grid &grid, const QString &key, const IndicatorRow &row, const IndicatorRow &other)
{
    if (!row.name.isEmpty() && !other.name.isEmpty() && row.name != other.name && key != row.name)
        return Error{
            Text::tr(
                "%1 gives the code %2 to two areas: %3 in row %4, and %5 in row %6. Correct one of them.")
                .arg(grid.file, key, other.name, QString::number(other.row), row.name,
                     QString::number(row.row)),
            {}};
    return Error{Text::tr("%1 gives the area %2 twice, in rows %3 and %4. Keep one of them.")
                     .arg(grid.file, key, QString::number(other.row), QString::number(row.row)),
                 {}};
}

/// Without metadata, what the columns were taken for instead.
Error noIndicator(const Grid &grid, const FiguresPlan &plan, bool hasMetadata)
{
    if (hasMetadata)
        return {
            Text::tr(
                "%1 has no column of numbers that is an indicator. Check its headers against the metadata.")
                .arg(grid.file),
            {}};
    constexpr qsizetype most = 6;
    QStringList others;
    for (const PlannedColumn &column : plan.columns)
        if (others.size() < most && column.role != ColumnRole::Code && column.role != ColumnRole::Name)
            others << QStringLiteral("%1 (%2)").arg(column.header, columnRoleText(column.role));
    if (others.isEmpty())
        return {Text::tr("%1 has no column of numbers beside the areas. Add one for each indicator.")
                    .arg(grid.file),
                {}};
    return {
        Text::tr(
            "%1 has no column of numbers that is taken for an indicator: %2. Say --role COLUMN=indicator to "
            "make one.")
            .arg(grid.file, others.join(QStringLiteral(", "))),
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
    QHash<QString, size_t> rowOfKey;
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
            return givenTwice(grid, key, row, file.table.rows[*other]);
        rowOfKey.insert(key, file.table.rows.size());
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
        if (key.isEmpty()) {
            file.table.leftOut.push_back(
                {keys.row, firstText(grid, gridRow), Text::tr("no area code or name")});
            continue;
        }
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
    return readFigures(grid, planTable(grid, wanted, metadata, known), wanted, metadata);
}

Result<FiguresFile> readFigures(const Grid &grid, PlannedFigures planned, const ImportPlan &wanted,
                                const IndicatorMetadata *metadata)
{
    if (grid.rowCount() == 0 || grid.width() == 0)
        return Error{
            Text::tr("%1 has no rows. Name the columns in its first row, and add one row for each area.")
                .arg(grid.file),
            {}};
    const FiguresPlan &plan = planned.plan;
    if (const auto checked = checkPlan(grid, plan, wanted); !checked)
        return checked.error();
    if (const auto checked = checkFilters(grid, planned.filters); !checked)
        return checked.error();
    FiguresFile read;
    IndicatorFile &file = read.file;
    file.issues = grid.issues;
    if (grid.mendedCells() > 0)
        file.issues.push_back(
            {Severity::Note,
             Text::tr("%n cell(s) hold characters that cannot be seen, such as zero-width spaces; "
                      "they are read without them.",
                      nullptr, grid.mendedCells()),
             grid.file});
    file.issues.insert(file.issues.end(), plan.issues.begin(), plan.issues.end());

    RowSelection selection = selectRows(grid, planned);
    if (!selection.asked.empty())
        return askedForFilter(grid, selection.asked);
    if (selection.rows.empty() && anyNarrows(planned.filters))
        return nothingLet(grid, planned.filters);
    FigureColumns columns = figureColumns(grid, plan, metadata, selection.rows, file.issues);
    if (columns.metadata.indicators.empty())
        return noIndicator(grid, plan, metadata != nullptr);
    if (const auto checked = checkDenominators(grid, columns); !checked)
        return checked.error();
    describeColumns(columns.metadata, headsOf(columns, plan), plan, wanted.descriptions, grid.file,
                    file.issues);
    if (!metadata)
        noteAssumedDirections(columns, wanted.descriptions, grid.file, file.issues);
    file.issues.insert(file.issues.end(), selection.issues.begin(), selection.issues.end());

    FigureCells cells(grid, plan, wanted.symbols, std::move(columns), file.issues);
    const bool isLong = plan.isLong();
    cells.skipStandIns(selection.rows, planned.facts);
    const auto done = isLong ? readLongRows(grid, selection.rows, cells, file)
                             : readWideRows(grid, selection.rows, cells, file);
    if (!done)
        return repeatedError(grid, plan, selection.rows).value_or(done.error());
    if (file.table.rows.empty() && !selection.issues.empty() && !selection.leftOut.empty())
        return Error{Text::tr("%1 has no row of areas that can be used. %2")
                         .arg(grid.file, selection.issues.front().message),
                     {}};
    if (file.table.rows.empty())
        return Error{Text::tr("%1 has heads but no rows of areas. Add one row for each area.").arg(grid.file),
                     {}};
    markRegions(file.table);
    cells.describe(file.table);
    if (!metadata)
        remarkOnCounts(file.table, file.issues);
    file.table.leftOut.insert(file.table.leftOut.begin(), selection.leftOut.begin(), selection.leftOut.end());
    read.plan = std::move(planned.plan);
    read.filters = std::move(planned.filters);
    return read;
}

TextTable textTableOf(const Grid &grid)
{
    TextTable table{.file = grid.file, .issues = grid.issues};
    const HeaderRows header = findHeaderRows(grid, {.headerRows = 1});
    table.header = header.headers;
    for (int row = header.row + header.count; row < grid.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table.header.size(); ++column)
            cells << grid.cell(row, column).toString();
        table.rows.push_back(std::move(cells));
    }
    return table;
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
