#include "core/import/figure_cells.h"

#include "core/common/number_range.h"
#include "core/common/number_text.h"
#include "core/import/header_words.h"
#include "core/import/row_kinds.h"
#include "core/import/stand_ins.h"
#include "core/import/text.h"
#include "core/indicators/indicator_metadata.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas {

namespace {

/// A key without the signs of footnotes behind it: "Hartlepool*", "Redcar¹", "Halton [note 2]".
QString withoutFootnote(QString key)
{
    static constexpr QStringView signs = u"*\u2020\u2021\u00B9\u00B2\u00B3";
    static const QRegularExpression note(QStringLiteral("\\s*\\[(note\\s*)?\\w{1,2}\\]$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto isSign = [](QChar c) {
        return signs.contains(c) || (c.unicode() >= 0x2070 && c.unicode() <= 0x2079);
    };
    const QString whole = key;
    while (!key.isEmpty() && (isSign(key.back()) || key.back().isSpace()))
        key.chop(1);
    key.remove(note);
    return key.isEmpty() ? whole : key;
}

bool isRank(double number)
{
    return number >= 1 && number <= std::numeric_limits<int>::max() && number == std::floor(number);
}

Indicator indicatorByHead(const PlannedColumn &column, const FiguresPlan &plan)
{
    const QString code = column.base.isEmpty() ? column.header : column.base;
    const QString name = QString(code).replace(QLatin1Char('_'), QLatin1Char(' '));
    Indicator indicator{.code = code, .name = name, .shortName = name, .unit = column.unit};
    indicator.direction = directionByName(column.header).value_or(Direction::HigherIsMoreDisengaged);
    if (const auto yearly = yearlyHead(column.header);
        yearly && !plan.periods.isEmpty() && !plan.find(ColumnRole::Period))
        indicator.period = yearly->period;
    else
        indicator.period = plan.period;
    return indicator;
}

/// Of a wide table: a column for each indicator.
void takeWideColumns(const Grid &grid, const FiguresPlan &plan, const IndicatorMetadata *metadata,
                     FigureColumns &columns, Issues &issues)
{
    if (!metadata) {
        for (const PlannedColumn &column : plan.columns)
            if (column.role == ColumnRole::Indicator) {
                columns.metadata.indicators.push_back(indicatorByHead(column, plan));
                columns.values.push_back(&column);
                columns.denominators.push_back(nullptr);
            }
        return;
    }
    columns.metadata.aggregates = metadata->aggregates;
    columns.metadata.otherColumns = metadata->otherColumns;
    QHash<QString, const PlannedColumn *> columnOf;
    for (const PlannedColumn &column : plan.columns)
        columnOf.insert(column.header.toCaseFolded(), &column);
    for (const Indicator &indicator : metadata->indicators) {
        const PlannedColumn *column = columnOf.value(indicator.code.toCaseFolded());
        if (!column) {
            issues.push_back(
                {Severity::Warning,
                 Text::tr("The metadata names the indicator %1, but the data have no such column; it is "
                          "left out.")
                     .arg(indicator.code),
                 grid.file});
            continue;
        }
        if (column->role != ColumnRole::Indicator) { // a person or a plan says that it is none
            issues.push_back(
                {Severity::Note,
                 Text::tr("%1 is left out as was decided, although the metadata names it as an indicator.")
                     .arg(indicator.code),
                 grid.file});
            continue;
        }
        columns.metadata.indicators.push_back(indicator);
        columns.values.push_back(column);
        columns.denominators.push_back(
            indicator.denominator.isEmpty() ? nullptr : columnOf.value(indicator.denominator.toCaseFolded()));
    }
    for (const PlannedColumn &column : plan.columns) // what a person adds to the metadata's
        if (column.role == ColumnRole::Indicator
            && std::find(columns.values.begin(), columns.values.end(), &column) == columns.values.end()) {
            columns.metadata.indicators.push_back(indicatorByHead(column, plan));
            columns.values.push_back(&column);
            columns.denominators.push_back(nullptr);
            issues.push_back(
                {Severity::Note,
                 Text::tr("%1 is an indicator as was decided, although the metadata does not name it.")
                     .arg(column.header),
                 grid.file});
        }
}

/// Of a long table: what the column of indicators says, in the order of the metadata or of the file.
void takeLongColumns(const Grid &grid, const FiguresPlan &plan, const IndicatorMetadata *metadata,
                     const std::vector<int> &rows, FigureColumns &columns, Issues &issues)
{
    const PlannedColumn &variable = *plan.find(ColumnRole::Variable);
    const PlannedColumn *names = plan.find(QStringLiteral("Indicator Name"));
    const PlannedColumn *period = plan.find(ColumnRole::Period);
    QHash<QString, QString> nameOf;
    QHash<QString, QString> periodOf;
    QStringList codes;
    for (const int row : rows) {
        const QString code = grid.cell(row, variable.position).toString();
        if (code.isEmpty() || nameOf.contains(code))
            continue;
        codes << code;
        const QString name = names ? grid.cell(row, names->position).toString() : QString();
        nameOf.insert(code, name.isEmpty() ? code : name);
        if (period)
            periodOf.insert(code, grid.cell(row, period->position).toString());
    }
    const auto add = [&](Indicator indicator, const QString &said) {
        columns.indicatorOf.insert(said, columns.metadata.indicators.size());
        columns.metadata.indicators.push_back(std::move(indicator));
        columns.values.push_back(plan.find(ColumnRole::Value));
        columns.denominators.push_back(nullptr);
    };
    if (metadata) {
        columns.metadata.aggregates = metadata->aggregates;
        columns.metadata.otherColumns = metadata->otherColumns;
        for (Indicator indicator : metadata->indicators) {
            indicator.denominator.clear(); // the figures of a long table are rates already
            const size_t place = columns.metadata.indicators.size();
            for (const QString &code : codes)
                if (code.compare(indicator.code, Qt::CaseInsensitive) == 0
                    || nameOf[code].compare(indicator.name, Qt::CaseInsensitive) == 0) {
                    if (columns.metadata.indicators.size() == place)
                        add(indicator, code);
                    else
                        columns.indicatorOf.insert(code, place);
                }
            if (columns.metadata.indicators.size() == place)
                issues.push_back(
                    {Severity::Warning,
                     Text::tr("The metadata names the indicator %1, but the data have no rows of it; it is "
                              "left out.")
                         .arg(indicator.code),
                     grid.file});
        }
        return;
    }
    for (const QString &code : codes) {
        const QString &name = nameOf[code];
        const auto direction = directionByName(name).value_or(Direction::HigherIsMoreDisengaged);
        add({.code = code,
             .name = name,
             .shortName = name,
             .direction = direction,
             .unit = saysPercent(name) ? QStringLiteral("%") : QString(),
             .period = periodOf[code]},
            code);
    }
}

/// The columns that wider areas have their codes and names in, the finest first.
std::vector<WiderKeys> widerKeys(const FiguresPlan &plan)
{
    std::vector<WiderKeys> found;
    for (const auto &names : {QStringList{QStringLiteral("region"), QStringLiteral("rgn")},
                              QStringList{QStringLiteral("country"), QStringLiteral("ctry")}}) {
        WiderKeys keys;
        for (const PlannedColumn &column : plan.columns) {
            const QStringList words = wordsOf(column.header);
            const bool isWider = words.contains(names[0]) || words.contains(names[1]);
            if (!isWider || column.role == ColumnRole::Code || column.role == ColumnRole::Name)
                continue;
            if (saysAreaCode(words))
                keys.code = &column;
            else if (saysAreaName(words))
                keys.name = &column;
        }
        if (keys.code || keys.name)
            found.push_back(keys);
    }
    return found;
}

} // namespace

FigureColumns figureColumns(const Grid &grid, const FiguresPlan &plan, const IndicatorMetadata *metadata,
                            const std::vector<int> &rows, Issues &issues)
{
    FigureColumns columns;
    if (plan.isLong())
        takeLongColumns(grid, plan, metadata, rows, columns, issues);
    else
        takeWideColumns(grid, plan, metadata, columns, issues);
    columns.areDivided = columns.metadata.hasDenominators();
    for (const PlannedColumn &column : plan.columns)
        if (column.role == ColumnRole::Group)
            columns.groups.push_back(&column);
    return columns;
}

FigureCells::FigureCells(const Grid &grid, const FiguresPlan &plan, const MissingSymbols &symbols,
                         FigureColumns columns, Issues &issues)
    : m_grid(grid), m_symbols(symbols), m_columns(std::move(columns)), m_issues(issues),
      m_code(plan.find(ColumnRole::Code)), m_name(plan.find(ColumnRole::Name)),
      m_rank(plan.find(ColumnRole::PublishedRank)), m_population(plan.find(ColumnRole::Population)),
      m_level(plan.find(ColumnRole::Level)), m_variable(plan.find(ColumnRole::Variable)),
      m_note(plan.find(ColumnRole::Note)), m_widerKeys(widerKeys(plan)),
      m_standIns(m_columns.metadata.indicators.size())
{}

QString FigureCells::textOf(int gridRow, const PlannedColumn *column) const
{
    return column ? m_grid.cell(gridRow, column->position).toString() : QString();
}

void FigureCells::takeWiderKeys(int gridRow, IndicatorRow &row) const
{
    for (const WiderKeys &keys : m_widerKeys) {
        row.code.text = textOf(gridRow, keys.code);
        row.name = textOf(gridRow, keys.name);
        if (!row.code.isEmpty() || !row.name.isEmpty())
            return;
    }
}

IndicatorRow FigureCells::readKeys(int gridRow)
{
    IndicatorRow row;
    row.row = Grid::spreadsheetRow(gridRow);
    row.code.text = withoutFootnote(textOf(gridRow, m_code));
    row.name = withoutFootnote(textOf(gridRow, m_name));
    if (row.code.isEmpty() && (row.name.isEmpty() || !m_name))
        takeWiderKeys(gridRow, row);
    row.kind = m_level ? kindOfLevel(m_grid.cell(gridRow, m_level->position)) : RowKind::Area;
    if (row.kind == RowKind::Area)
        row.kind = kindOfRow(row.code.text, row.name);
    if (m_rank)
        row.publishedRank = readRank(textOf(gridRow, m_rank), row);
    if (m_population)
        row.population = readNumber(gridRow, *m_population);
    row.groups.reserve(m_columns.groups.size());
    for (const PlannedColumn *column : m_columns.groups)
        row.groups.push_back(textOf(gridRow, column));
    return row;
}

IndicatorRow FigureCells::readRow(int gridRow)
{
    IndicatorRow row = readKeys(gridRow);
    const size_t count = m_columns.metadata.indicators.size();
    row.cells.reserve(count);
    if (m_columns.areDivided)
        row.denominators.assign(count, std::numeric_limits<double>::quiet_NaN());
    for (size_t i = 0; i < count; ++i) {
        const Indicator &indicator = m_columns.metadata.indicators[i];
        row.cells.push_back(readFigure(gridRow, i));
        remarkOnCell(row.cells.back(), indicator, row);
        if (!m_columns.denominators[i])
            continue;
        const CellValue denominator = readNumber(gridRow, *m_columns.denominators[i]);
        row.denominators[i] = denominator.number;
        row.cells.back() = divided(row.cells.back(), denominator, indicator, row);
    }
    return row;
}

std::optional<size_t> FigureCells::indicatorOf(int gridRow) const
{
    const auto found = m_columns.indicatorOf.constFind(textOf(gridRow, m_variable));
    return found == m_columns.indicatorOf.constEnd() ? std::nullopt : std::optional(*found);
}

CellValue FigureCells::readValue(int gridRow, size_t indicator, const IndicatorRow &row)
{
    CellValue value = readFigure(gridRow, indicator);
    if (value.missing == Missing::Blank && m_note)
        if (const QString note = textOf(gridRow, m_note); !note.isEmpty())
            return {.missing = note.contains(QLatin1String("suppress"), Qt::CaseInsensitive)
                                   ? Missing::Suppressed
                                   : Missing::NotYetDue,
                    .typed = note};
    remarkOnCell(value, m_columns.metadata.indicators[indicator], row);
    return value;
}

CellValue FigureCells::readNumber(int gridRow, const PlannedColumn &column) const
{
    const QStringView text = m_grid.cell(gridRow, column.position);
    CellValue value = parseCell(text, column.decimalMark, m_symbols);
    constexpr double hundred = 100;
    if (column.hasShares && !value.isMissing() && !text.contains(QLatin1Char('%')))
        value.number *= hundred;
    return value;
}

CellValue FigureCells::readFigure(int gridRow, size_t indicator) const
{
    CellValue value = readNumber(gridRow, *m_columns.values[indicator]);
    const std::vector<double> &standIns = m_standIns[indicator];
    if (!standIns.empty() && !value.isMissing()
        && std::find(standIns.begin(), standIns.end(), value.number) != standIns.end())
        return {.missing = Missing::NotYetDue, .typed = QString::number(value.number)};
    return value;
}

/// Whether a person says that this is a number as others are.
bool FigureCells::isAskedFor(double number) const
{
    const auto said = m_symbols.constFind(QString::number(number));
    return said != m_symbols.constEnd() && *said == Missing::No;
}

void FigureCells::skipStandIns(const std::vector<int> &rows, const std::vector<ColumnFacts> &facts)
{
    for (size_t i = 0; i < m_columns.metadata.indicators.size(); ++i) {
        const ColumnFacts &about = facts[static_cast<size_t>(m_columns.values[i]->position)];
        const bool isOfSeveral = !m_columns.indicatorOf.isEmpty(); // whose ends are not its own
        if (isOfSeveral || mayStandIn(about.least) || mayStandIn(about.greatestPlain))
            skipStandInsOf(i, rows);
    }
}

void FigureCells::skipStandInsOf(size_t indicator, const std::vector<int> &rows)
{
    std::vector<double> numbers;
    for (const int row : rows)
        if (m_columns.indicatorOf.isEmpty() || indicatorOf(row) == indicator)
            numbers.push_back(readNumber(row, *m_columns.values[indicator]).number);
    for (const double number : standInsAmong(numbers)) {
        if (isAskedFor(number))
            continue;
        m_standIns[indicator].push_back(number);
        const auto times = static_cast<int>(std::count(numbers.begin(), numbers.end(), number));
        m_issues.push_back({Severity::Warning,
                            Text::tr("%1 of %2 stands apart from all its other values, as where there is "
                                     "none; it is taken as missing, in %n row(s). Say --no-value %1=number "
                                     "if it is a figure.",
                                     nullptr, times)
                                .arg(QString::number(number), m_columns.metadata.indicators[indicator].code),
                            m_grid.file});
    }
}

CellValue FigureCells::readRank(const QString &text, const IndicatorRow &row)
{
    CellValue rank = parseCell(text, DecimalMark::Point, m_symbols);
    if (rank.missing == Missing::NotANumber || rank.missing == Missing::OutOfRange
        || (!rank.isMissing() && !isRank(rank.number))) {
        rank = {.missing = Missing::NotANumber, .typed = text};
        m_issues.push_back(
            {Severity::Warning,
             Text::tr("\"%1\" in column %2 is not a whole number from 1; it is taken as missing.")
                 .arg(text, m_rank->header),
             m_grid.file, row.row, row.code});
    }
    return rank;
}

void FigureCells::remarkOnCell(const CellValue &cell, const Indicator &indicator, const IndicatorRow &row)
{
    const bool isBeyond = cell.missing == Missing::OutOfRange;
    if (!isBeyond && cell.missing != Missing::NotANumber)
        return;
    const QString message =
        isBeyond ? Text::tr(
            "\"%1\" in column %2 is too large or too small to compute with; it is taken as missing.")
                 : Text::tr("\"%1\" in column %2 is not a number; it is taken as missing.");
    m_issues.push_back(
        {Severity::Warning, message.arg(cell.typed, indicator.code), m_grid.file, row.row, row.code});
}

CellValue FigureCells::divided(const CellValue &value, const CellValue &denominator,
                               const Indicator &indicator, const IndicatorRow &row)
{
    if (value.isMissing())
        return value;
    if (!denominator.isMissing() && denominator.number > 0) {
        const double quotient = value.number / denominator.number;
        if (isComputable(quotient))
            return {quotient, Missing::No, value.typed};
        m_issues.push_back(
            {Severity::Warning,
             Text::tr("%1 divided by %2 is too large or too small to compute with; it is taken "
                      "as missing.")
                 .arg(indicator.code, indicator.denominator),
             m_grid.file, row.row, row.code});
        return {.missing = Missing::OutOfRange, .typed = exactNumber(quotient)};
    }
    const QString typed = denominator.isMissing() ? denominator.typed : QString::number(denominator.number);
    const QString message =
        typed.isEmpty()
            ? Text::tr("%1 cannot be divided by %2, which is blank here; it is taken as missing.")
                  .arg(indicator.code, indicator.denominator)
            : Text::tr("%1 cannot be divided by %2, which is \"%3\" here; it is taken as missing.")
                  .arg(indicator.code, indicator.denominator, typed);
    m_issues.push_back({Severity::Warning, message, m_grid.file, row.row, row.code});
    return {.missing = Missing::NotApplicable, .typed = QString::number(value.number)};
}

void FigureCells::describe(IndicatorTable &table)
{
    table.file = m_grid.file;
    table.codeColumn = m_code ? m_code->header : QString();
    table.nameColumn = m_name ? m_name->header : QString();
    table.hasPublishedRank = m_rank != nullptr;
    for (const PlannedColumn *column : m_columns.groups)
        table.groupColumns.push_back(column->header);
    table.metadata = std::move(m_columns.metadata);
}

} // namespace atlas
