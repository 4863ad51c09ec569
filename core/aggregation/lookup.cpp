#include "core/aggregation/lookup.h"

#include "core/aggregation/lookup_columns.h"
#include "core/aggregation/lookup_index.h"
#include "core/aggregation/lookup_shares.h"
#include "core/aggregation/text.h"
#include "core/common/code_text.h"
#include "core/indicators/cell_value.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

/// A code where it looks like one or its column is one of codes, else a name.
LookupPair pairOf(const Grid &grid, int row, const KeyColumns &smaller, const KeyColumns &larger)
{
    const auto text = [&](const std::optional<int> &column) {
        return column ? grid.cell(row, *column).toString() : QString();
    };
    return {.smaller = {text(smaller.code)},
            .smallerName = text(smaller.name),
            .larger = {text(larger.code)},
            .largerName = text(larger.name),
            .row = Grid::spreadsheetRow(row)};
}

/// What tells a pair from others.
QString keyOf(const LookupPair &pair)
{
    return (pair.smaller.isEmpty() ? pair.smallerName : pair.smaller.text) + QLatin1Char('\n')
           + (pair.larger.isEmpty() ? pair.largerName : pair.larger.text);
}

class LookupReader
{
public:
    LookupReader(const Grid &grid, LookupColumns columns) : m_grid(grid), m_columns(std::move(columns)) {}

    Result<Lookup> read()
    {
        m_lookup.file = m_grid.file;
        m_lookup.issues = m_grid.issues;
        m_lookup.hasShares = m_columns.share.has_value();
        for (int row = m_columns.rows.first; row < m_columns.rows.end; ++row)
            if (!readRow(row))
                return *m_error;
        if (m_lookup.pairs.empty() && !m_rowsOf.isEmpty())
            return Error{
                Text::tr("%1 gives every area a share of 0 in the larger one. Check its column of shares.")
                    .arg(m_grid.file),
                {}};
        if (m_lookup.pairs.empty())
            return Error{Text::tr("%1 has no row that gives both a smaller and a larger area. Fill in its "
                                  "columns of codes.")
                             .arg(m_grid.file),
                         {}};
        if (!m_lookup.hasShares && m_columns.hasFiner)
            countShares();
        noteOtherKinds();
        noteWithoutShare();
        return std::move(m_lookup);
    }

private:
    bool readRow(int row)
    {
        double share = 1;
        bool isNamed = false;
        for (const KeyColumns &smaller : m_columns.smaller.columns) {
            for (const KeyColumns &larger : m_columns.larger.columns) {
                LookupPair pair = pairOf(m_grid, row, smaller, larger);
                const bool isWhole =
                    !pair.smallerKey().isEmpty() && (!pair.larger.isEmpty() || !pair.largerName.isEmpty());
                if (!isWhole)
                    continue;
                if (!isNamed && m_columns.share && !readShare(row, share))
                    return false;
                if (!isNamed)
                    ++m_rowsOf[pair.smallerKey()];
                isNamed = true;
                pair.share = share;
                if (share > 0 && !add(pair))
                    return false;
            }
        }
        return true;
    }

    /// An empty cell is a share of 1.
    bool readShare(int row, double &share)
    {
        const QStringView text = m_grid.cell(row, *m_columns.share);
        if (text.isEmpty()) {
            m_withoutShare.push_back(Grid::spreadsheetRow(row));
            return true;
        }
        constexpr double hundred = 100;
        constexpr double rounding = 1e-6;
        const CellValue cell = parseCell(text);
        share = cell.number / (m_columns.isPercent ? hundred : 1);
        if (!cell.isMissing() && share >= 0 && share <= 1 + rounding) {
            share = std::min(share, 1.0);
            return true;
        }
        m_error =
            Error{Text::tr("%1, row %2: \"%3\" is no share. Give the part of the smaller area that is in the "
                           "larger one, from 0 to 1.")
                      .arg(m_grid.file, QString::number(Grid::spreadsheetRow(row)), text.toString()),
                  {}};
        return false;
    }

    bool add(const LookupPair &pair)
    {
        const QString key = keyOf(pair);
        const auto known = m_places.constFind(key);
        if (known == m_places.constEnd()) {
            m_places.insert(key, m_lookup.pairs.size());
            m_lookup.pairs.push_back(pair);
            m_uses.push_back(1);
            return true;
        }
        const LookupPair &other = m_lookup.pairs[*known];
        ++m_uses[*known];
        if (other.share == pair.share)
            return true;
        m_error = Error{Text::tr("%1 gives the share of %2 in %3 twice, in rows %4 and %5. Keep one of them.")
                            .arg(m_grid.file, pair.smallerKey(),
                                 pair.larger.isEmpty() ? pair.largerName : pair.larger.text,
                                 QString::number(other.row), QString::number(pair.row)),
                        {}};
        return false;
    }

    /// The rows are those of areas still smaller, all of about one size.
    void countShares()
    {
        for (size_t i = 0; i < m_lookup.pairs.size(); ++i) {
            LookupPair &pair = m_lookup.pairs[i];
            pair.share = std::min(1.0, static_cast<double>(m_uses[i]) / m_rowsOf.value(pair.smallerKey(), 1));
        }
        m_lookup.hasShares = true;
        m_lookup.issues.push_back(
            {Severity::Note,
             Text::tr("Shares are counted by the rows of each area, as there is no column "
                      "of shares."),
             m_lookup.file});
    }

    void noteOtherKinds()
    {
        if (!m_columns.otherLarger.isEmpty())
            m_lookup.issues.push_back(
                {Severity::Note,
                 Text::tr(
                     "The larger areas are those of %1; there are also %2. Say --larger COLUMN for others.")
                     .arg(m_columns.larger.word, m_columns.otherLarger.join(QStringLiteral(", "))),
                 m_lookup.file});
    }

    void noteWithoutShare()
    {
        if (m_withoutShare.empty())
            return;
        m_lookup.issues.push_back(
            {Severity::Warning,
             Text::tr("%n row(s) have no share, the first is row %1; they are taken as whole. Fill in the "
                      "shares, or write 1.",
                      nullptr, static_cast<int>(m_withoutShare.size()))
                 .arg(m_withoutShare.front()),
             m_lookup.file});
    }

    const Grid &m_grid;
    LookupColumns m_columns;
    Lookup m_lookup;
    std::optional<Error> m_error;
    QHash<QString, size_t> m_places; ///< of pairs
    std::vector<int> m_uses;         ///< rows that give each pair
    QHash<QString, int> m_rowsOf;    ///< rows of each smaller area
    std::vector<int> m_withoutShare; ///< rows whose share is empty, as a spreadsheet counts them
};

} // namespace

Result<Lookup> readLookup(const Grid &grid, const LookupWanted &wanted)
{
    auto columns = findLookupColumns(grid, wanted);
    if (!columns)
        return columns.error();
    auto lookup = LookupReader(grid, *std::move(columns)).read();
    if (!lookup)
        return lookup.error();
    if (const auto checked = checkCircles(*lookup); !checked)
        return checked.error();
    remarkOnShares(*lookup);
    return lookup;
}

Result<Lookup> lookupFromColumns(const IndicatorTable &table, const QStringList &columns)
{
    Lookup lookup{.file = table.file};
    std::vector<size_t> places;
    for (const QString &column : columns) {
        const auto found = std::find_if(
            table.groupColumns.begin(), table.groupColumns.end(),
            [&column](const QString &group) { return group.compare(column, Qt::CaseInsensitive) == 0; });
        if (found == table.groupColumns.end())
            return Error{Text::tr("%1 has no column %2 that names larger areas.").arg(table.file, column),
                         {}};
        places.push_back(static_cast<size_t>(found - table.groupColumns.begin()));
    }
    for (const IndicatorRow &row : table.rows) {
        QStringList taken;
        for (const size_t place : places) {
            const QString &text = row.groups[place];
            if (text.isEmpty() || taken.contains(text) || isMissingSymbol(text))
                continue;
            taken << text;
            const bool isCode = isOnsCode(plainCode(text));
            lookup.pairs.push_back({.smaller = row.code,
                                    .smallerName = row.name,
                                    .larger = {isCode ? plainCode(text) : QString()},
                                    .largerName = isCode ? QString() : text,
                                    .row = row.row});
        }
    }
    if (lookup.pairs.empty())
        return Error{Text::tr("%1 names no larger area in %2, so nothing can be added up.")
                         .arg(table.file, columns.join(QStringLiteral(", "))),
                     {}};
    if (const auto checked = checkCircles(lookup); !checked)
        return checked.error();
    return lookup;
}

size_t rowsIn(const Lookup &lookup, const IndicatorTable &table)
{
    const LookupIndex index(lookup);
    return static_cast<size_t>(
        std::count_if(table.rows.begin(), table.rows.end(), [&index](const IndicatorRow &row) {
            return !index.pairsOf(row.code, row.name).empty();
        }));
}

} // namespace atlas
