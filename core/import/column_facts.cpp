#include "core/import/column_facts.h"

#include "core/import/header_words.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace atlas {

namespace {

/// A row with one text that is no code, or that speaks of sources and notes.
bool isNote(const Grid &grid, int row, bool isApart)
{
    if (grid.filledCells(row) != 1)
        return false;
    QStringView text;
    for (int column = 0; text.isEmpty(); ++column)
        text = grid.cell(row, column);
    if (isAreaCodeText(text))
        return false;
    constexpr qsizetype longName = 60;
    static constexpr QStringView punctuation = u"*[(\u00A9\u2020:";
    const bool speaks = text.startsWith(QLatin1String("source"), Qt::CaseInsensitive)
                        || text.startsWith(QLatin1String("note"), Qt::CaseInsensitive)
                        || text.contains(QLatin1Char(':')) || punctuation.contains(text.front())
                        || text.front().isDigit() || text.size() > longName;
    return isApart || speaks;
}

/// The row of official tables that numbers their columns: 1, 2, 3 ...
bool holdsColumnNumbers(const Grid &grid, int row)
{
    constexpr int fewest = 3;
    for (int column = 0; column < grid.cellCount(row); ++column)
        if (grid.cell(row, column) != QString::number(column + 1))
            return false;
    return grid.cellCount(row) >= fewest;
}

bool isDigitOnly(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

/// markEvidence() of the usual case without a closer look.
MarkEvidence quickEvidence(QStringView text)
{
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    const bool hasComma = text.contains(QLatin1Char(','));
    if (point < 0 && !hasComma)
        return MarkEvidence::None;
    constexpr qsizetype group = 3;
    if (!hasComma && text.size() - point - 1 != group && isDigitOnly(text.mid(point + 1)))
        return MarkEvidence::Point;
    return markEvidence(text);
}

void countMark(ColumnFacts &facts, QStringView text)
{
    switch (quickEvidence(text)) {
    case MarkEvidence::None:
        return;
    case MarkEvidence::Point:
        ++facts.points;
        return;
    case MarkEvidence::Comma:
        ++facts.commas;
        return;
    case MarkEvidence::AmbiguousComma:
        if (facts.ambiguousCommas++ == 0)
            facts.exampleOfAmbiguous = text.toString();
        return;
    case MarkEvidence::AmbiguousPoint:
        ++facts.ambiguousPoints;
        return;
    }
}

void countNumber(ColumnFacts &facts, QStringView text, const SpelledNumber &spelled, double &former)
{
    ++facts.numbers;
    countMark(facts, text);
    const double number = spelled.number;
    const bool isWhole = std::isfinite(number) && number == std::floor(number);
    facts.integers += isWhole ? 1 : 0;
    if (!isWhole || (!std::isnan(former) && number != former + 1))
        facts.isRisingByOne = false;
    former = number;
    facts.least = std::min(facts.least, number);
    if (spelled.isPercent) {
        ++facts.percents;
        facts.greatestPercent = std::max(facts.greatestPercent, number);
    } else {
        facts.greatestPlain = std::max(facts.greatestPlain, number);
    }
    if (!spelled.marker.isEmpty() && facts.markers++ == 0)
        facts.exampleOfMarker = text.toString();
}

/// Takes the cells of a column one by one.
class FactCounter
{
public:
    void add(QStringView text, const MissingSymbols &symbols)
    {
        ++m_facts.rows;
        if (text.isEmpty())
            return;
        ++m_facts.filled;
        auto spelled = spelledNumber(text, DecimalMark::Point);
        if (!spelled && (text.contains(QLatin1Char(',')) || text.count(QLatin1Char('.')) > 1))
            spelled = spelledNumber(text, DecimalMark::Comma);
        if (spelled) {
            countNumber(m_facts, text, *spelled, m_former);
            m_facts.periods += text.size() >= 4 && isDigitOnly(text) && isPeriodText(text) ? 1 : 0;
            return;
        }
        m_facts.isRisingByOne = false;
        m_facts.areaCodes += isAreaCodeText(text) ? 1 : 0;
        if (isMissingSymbol(text, symbols))
            ++m_facts.symbols;
        else
            m_facts.periods += isPeriodText(text) ? 1 : 0;
    }

    ColumnFacts finish()
    {
        m_facts.isRisingByOne =
            m_facts.isRisingByOne && m_facts.numbers == m_facts.filled && m_facts.filled > 0;
        return std::move(m_facts);
    }

private:
    ColumnFacts m_facts;
    double m_former = std::numeric_limits<double>::quiet_NaN();
};

} // namespace

bool isAreaCodeText(QStringView text)
{
    constexpr qsizetype length = 9;
    static constexpr QStringView countries = u"EKNSWeknsw";
    return text.size() == length && countries.contains(text.front()) && isDigitOnly(text.mid(1));
}

DataRows findDataRows(const Grid &grid, int firstRow)
{
    if (firstRow < grid.rowCount() && holdsColumnNumbers(grid, firstRow))
        ++firstRow;
    DataRows rows{firstRow, grid.rowCount(), 0};
    const auto isOver = [&](int row) {
        return grid.isBlank(row) || isNote(grid, row, row > firstRow && grid.isBlank(row - 1));
    };
    // Notes stand one below another, so that only the first of them need be apart from the data.
    int end = rows.end;
    bool anyApart = false;
    for (int row = rows.end - 1; row >= firstRow && (grid.isBlank(row) || grid.filledCells(row) == 1); --row)
        anyApart = anyApart || (grid.isBlank(row) && row > firstRow);
    while (end > firstRow && (isOver(end - 1) || (anyApart && isNote(grid, end - 1, true))))
        --end;
    for (int row = end; row < rows.end; ++row)
        rows.notes += grid.isBlank(row) ? 0 : 1;
    rows.end = end;
    return rows;
}

ColumnFacts factsOf(const Grid &grid, int column, const DataRows &rows, const MissingSymbols &symbols)
{
    FactCounter counter;
    for (int row = rows.first; row < rows.end; ++row)
        if (grid.cellCount(row) > 0)
            counter.add(grid.cell(row, column), symbols);
    return counter.finish();
}

std::vector<ColumnFacts> factsOfColumns(const Grid &grid, int count, const DataRows &rows,
                                        const MissingSymbols &symbols)
{
    // Row by row, as the cells lie in memory.
    std::vector<FactCounter> counters(static_cast<size_t>(count));
    for (int row = rows.first; row < rows.end; ++row)
        for (int column = 0; column < count && grid.cellCount(row) > 0; ++column)
            counters[static_cast<size_t>(column)].add(grid.cell(row, column), symbols);
    std::vector<ColumnFacts> facts;
    facts.reserve(counters.size());
    for (FactCounter &counter : counters)
        facts.push_back(counter.finish());
    return facts;
}

int distinctTexts(const Grid &grid, int column, const DataRows &rows)
{
    QSet<QStringView> seen;
    for (int row = rows.first; row < rows.end; ++row)
        if (const QStringView text = grid.cell(row, column); !text.isEmpty())
            seen.insert(text);
    return static_cast<int>(seen.size());
}

} // namespace atlas
