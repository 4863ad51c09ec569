#include "core/indicators/indicator_table.h"

#include "core/common/key_columns.h"
#include "core/common/number_range.h"
#include "core/common/number_text.h"
#include "core/common/placeholder_code.h"
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
    Q_DECLARE_TR_FUNCTIONS(IndicatorTable)
};

constexpr QLatin1String publishedRankColumn("published_rank");

/// The program's own name for what it computes; spreadsheets' row numbers are often called so too.
bool isReserved(const QString &header)
{
    return header.compare(QLatin1String("index"), Qt::CaseInsensitive) == 0;
}

/// Where the keys of the rows stand; -1 for a column that is not there.
struct KeyPositions
{
    int code = -1;
    int name = -1;
    int publishedRank = -1;
};

/// TextTable::column() for many names.
class ColumnPositions
{
public:
    explicit ColumnPositions(const QStringList &header)
    {
        for (int column = 0; column < header.size(); ++column)
            m_positions.insert(header[column].toCaseFolded(), column);
    }
    int of(const QString &name) const { return m_positions.value(name.toCaseFolded(), -1); }

private:
    QHash<QString, int> m_positions;
};

bool holdsNumbers(const TextTable &data, int column)
{
    return std::any_of(data.rows.begin(), data.rows.end(),
                       [column](const QStringList &row) { return parseNumber(row[column]).has_value(); });
}

KeyPositions findKeys(const TextTable &data)
{
    std::vector<KeyColumn> texts;
    std::vector<int> positions;
    for (int column = 0; column < data.header.size(); ++column) {
        const bool isKey = data.header[column].compare(QLatin1String("uCode"), Qt::CaseInsensitive) == 0;
        if (!isKey && holdsNumbers(data, column))
            continue;
        KeyColumn text{data.header[column], {}};
        for (const QStringList &row : data.rows)
            text.values << row[column];
        texts.push_back(std::move(text));
        positions.push_back(column);
    }
    const auto position = [&](int guess) { return guess < 0 ? -1 : positions[static_cast<size_t>(guess)]; };
    KeyPositions keys{position(guessCodeColumn(texts)), position(guessNameColumn(texts)),
                      data.column(publishedRankColumn)};
    if (keys.code == keys.name) // a table with names only
        keys.code = -1;
    return keys;
}

/// The indicators to read and the column of each.
struct Columns
{
    IndicatorMetadata metadata;
    std::vector<int> positions;
    std::vector<int> denominators; ///< for each indicator; -1 for none
    bool areDivided = false;       ///< whether any indicator has one
    std::vector<int> groups;
};

/// Columns that say which areas belong together: of texts, and no key.
std::vector<int> findGroups(const TextTable &data, const KeyPositions &keys)
{
    std::vector<int> groups;
    for (int column = 0; column < data.header.size(); ++column) {
        const bool isKey = column == keys.code || column == keys.name || column == keys.publishedRank;
        const bool isEmpty = std::all_of(data.rows.begin(), data.rows.end(),
                                         [column](const QStringList &row) { return row[column].isEmpty(); });
        if (!isKey && !isEmpty && !holdsNumbers(data, column))
            groups.push_back(column);
    }
    return groups;
}

/// A value by its denominator; missing, with an issue, where that is missing or not above zero.
CellValue divided(const TextTable &data, const CellValue &value, const CellValue &denominator,
                  const Indicator &indicator, const IndicatorRow &row, Issues &issues)
{
    if (value.isMissing())
        return value;
    if (!denominator.isMissing() && denominator.number > 0) {
        const double quotient = value.number / denominator.number;
        if (isComputable(quotient))
            return {quotient, Missing::No, {}};
        issues.push_back({Severity::Warning,
                          Text::tr("%1 divided by %2 is too large or too small to compute with; it is taken "
                                   "as missing.")
                              .arg(indicator.code, indicator.denominator),
                          data.file, row.row, row.code});
        return {.missing = Missing::OutOfRange, .typed = exactNumber(quotient)};
    }
    const QString typed = denominator.isMissing() ? denominator.typed : QString::number(denominator.number);
    const QString message =
        typed.isEmpty()
            ? Text::tr("%1 cannot be divided by %2, which is blank here; it is taken as missing.")
                  .arg(indicator.code, indicator.denominator)
            : Text::tr("%1 cannot be divided by %2, which is \"%3\" here; it is taken as missing.")
                  .arg(indicator.code, indicator.denominator, typed);
    issues.push_back({Severity::Warning, message, data.file, row.row, row.code});
    return {.missing = Missing::NotApplicable, .typed = QString::number(value.number)};
}

Columns chooseColumns(const TextTable &data, const IndicatorMetadata *given, const KeyPositions &keys,
                      Issues &issues)
{
    Columns columns;
    if (!given) {
        QStringList names;
        for (int column = 0; column < data.header.size(); ++column) {
            const bool isKey = column == keys.code || column == keys.name || column == keys.publishedRank;
            if (isKey || !holdsNumbers(data, column))
                continue;
            if (isReserved(data.header[column])) {
                issues.push_back(
                    {Severity::Note,
                     Text::tr("The column %1 is left out: columns of that name count rows, or hold an index "
                              "that is there already. Give it another name to make it an indicator.")
                         .arg(data.header[column]),
                     data.file});
                continue;
            }
            names << data.header[column];
            columns.positions.push_back(column);
            columns.denominators.push_back(-1);
        }
        columns.metadata = metadataFromColumns(names);
        issues.push_back(
            {Severity::Note,
             Text::tr(
                 "There is no metadata, so each column of numbers is an indicator and higher is taken as "
                 "more disengaged. Add a metadata file to say otherwise."),
             data.file});
        return columns;
    }
    columns.metadata.aggregates = given->aggregates;
    columns.metadata.otherColumns = given->otherColumns;
    const ColumnPositions positions(data.header);
    for (const Indicator &indicator : given->indicators) {
        const int column = positions.of(indicator.code);
        if (column < 0) {
            issues.push_back(
                {Severity::Warning,
                 Text::tr(
                     "The metadata names the indicator %1, but the data have no such column; it is left out.")
                     .arg(indicator.code),
                 data.file});
            continue;
        }
        columns.metadata.indicators.push_back(indicator);
        columns.positions.push_back(column);
        columns.denominators.push_back(indicator.denominator.isEmpty() ? -1
                                                                       : positions.of(indicator.denominator));
    }
    return columns;
}

bool isRank(double number)
{
    return number >= 1 && number <= std::numeric_limits<int>::max() && number == std::floor(number);
}

/// A cell of the published ranks; what can be no rank is missing, with an issue.
CellValue readRank(const TextTable &data, const QString &text, const IndicatorRow &row, Issues &issues)
{
    CellValue rank = parseCell(text);
    if (rank.missing == Missing::NotANumber || rank.missing == Missing::OutOfRange
        || (!rank.isMissing() && !isRank(rank.number))) {
        rank = {.missing = Missing::NotANumber, .typed = text};
        issues.push_back(
            {Severity::Warning,
             Text::tr("\"%1\" in column %2 is not a whole number from 1; it is taken as missing.")
                 .arg(text, publishedRankColumn),
             data.file, row.row, row.code});
    }
    return rank;
}

/// A text that nobody can have meant to say that there is no value.
void remarkOnCell(const TextTable &data, const CellValue &cell, const Indicator &indicator,
                  const IndicatorRow &row, Issues &issues)
{
    const bool isBeyond = cell.missing == Missing::OutOfRange;
    if (!isBeyond && cell.missing != Missing::NotANumber)
        return;
    const QString message =
        isBeyond ? Text::tr("\"%1\" in column %2 is too large or too small to compute with; it is taken as "
                            "missing.")
                 : Text::tr("\"%1\" in column %2 is not a number; it is taken as missing.");
    issues.push_back(
        {Severity::Warning, message.arg(cell.typed, indicator.code), data.file, row.row, row.code});
}

IndicatorRow readRow(const TextTable &data, size_t index, const KeyPositions &keys, const Columns &columns,
                     Issues &issues)
{
    const QStringList &cells = data.rows[index];
    IndicatorRow row;
    row.row = TextTable::spreadsheetRow(index);
    row.cells.reserve(columns.positions.size());
    row.code.text = keys.code < 0 ? QString() : cells[keys.code];
    row.name = keys.name < 0 ? QString() : cells[keys.name];
    if (keys.publishedRank >= 0)
        row.publishedRank = readRank(data, cells[keys.publishedRank], row, issues);
    for (const int column : columns.groups)
        row.groups.push_back(cells[column]);
    if (columns.areDivided)
        row.denominators.assign(columns.positions.size(), std::numeric_limits<double>::quiet_NaN());
    for (size_t i = 0; i < columns.positions.size(); ++i) {
        row.cells.push_back(parseCell(cells[columns.positions[i]]));
        remarkOnCell(data, row.cells.back(), columns.metadata.indicators[i], row, issues);
        if (columns.denominators[i] < 0)
            continue;
        const CellValue denominator = parseCell(cells[columns.denominators[i]]);
        row.denominators[i] = denominator.number;
        row.cells.back() =
            divided(data, row.cells.back(), denominator, columns.metadata.indicators[i], row, issues);
    }
    return row;
}

Result<Done> checkDenominators(const TextTable &data, const Columns &columns)
{
    for (size_t i = 0; i < columns.positions.size(); ++i) {
        const Indicator &indicator = columns.metadata.indicators[i];
        if (!indicator.denominator.isEmpty() && columns.denominators[i] < 0)
            return Error{
                Text::tr("%1 is to be divided by %2, but %3 has no such column. Add it, or empty the "
                         "Denominator in the metadata.")
                    .arg(indicator.code, indicator.denominator, data.file),
                {}};
    }
    return Done{};
}

/// The text that must be different in every row.
QString keyOf(const IndicatorRow &row)
{
    const bool hasCode = !row.code.isEmpty() && (row.name.isEmpty() || !isPlaceholderCode(row.code.text));
    return hasCode ? row.code.text : row.name;
}

} // namespace

Result<IndicatorFile> readIndicators(const TextTable &data, const IndicatorMetadata *metadata)
{
    IndicatorFile file;
    file.issues = data.issues;
    file.table.file = data.file;
    const KeyPositions keys = findKeys(data);
    if (keys.code < 0 && keys.name < 0)
        return Error{
            Text::tr("%1 has no column of area codes or names. Name one uCode or uName.").arg(data.file), {}};
    Columns columns = chooseColumns(data, metadata, keys, file.issues);
    if (columns.positions.empty())
        return Error{
            Text::tr(
                "%1 has no column of numbers that is an indicator. Check its headers against the metadata.")
                .arg(data.file),
            {}};

    if (const auto checked = checkDenominators(data, columns); !checked)
        return checked.error();
    columns.areDivided = columns.metadata.hasDenominators();
    columns.groups = findGroups(data, keys);
    for (const int column : columns.groups)
        file.table.groupColumns.push_back(data.header[column]);

    QHash<QString, int> rowOfKey;
    rowOfKey.reserve(static_cast<qsizetype>(data.rows.size()));
    file.table.rows.reserve(data.rows.size());
    for (size_t i = 0; i < data.rows.size(); ++i) {
        if (data.isBlank(i))
            continue;
        IndicatorRow row = readRow(data, i, keys, columns, file.issues);
        const QString key = keyOf(row);
        if (key.isEmpty()) {
            file.issues.push_back({Severity::Warning,
                                   Text::tr("The row has no area code or name; it is left out."), data.file,
                                   row.row});
            const auto typed = std::find_if(data.rows[i].begin(), data.rows[i].end(),
                                            [](const QString &text) { return !text.isEmpty(); });
            file.table.leftOut.push_back({row.row, *typed, Text::tr("no area code or name")});
            continue;
        }
        if (const auto other = rowOfKey.constFind(key); other != rowOfKey.constEnd())
            return Error{Text::tr("%1 gives the area %2 twice, in rows %3 and %4. Keep one of them.")
                             .arg(data.file, key, QString::number(*other), QString::number(row.row)),
                         {}};
        rowOfKey.insert(key, row.row);
        file.table.rows.push_back(std::move(row));
    }
    file.table.codeColumn = data.header.value(keys.code);
    file.table.nameColumn = data.header.value(keys.name);
    file.table.hasPublishedRank = keys.publishedRank >= 0;
    file.table.metadata = std::move(columns.metadata);
    return file;
}

} // namespace atlas
