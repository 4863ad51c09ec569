#include "core/import/metadata_table.h"

#include "core/import/column_facts.h"
#include "core/import/header_rows.h"
#include "core/import/header_words.h"

#include <algorithm>
#include <vector>

namespace atlas {

namespace {

/// A column of codes of areas.
struct CodeColumn
{
    int position = 0;
    int different = 0;
};

/// The kind of areas that most codes of a column are of: "E06" for unitary authorities.
QString firstKind(const Grid &grid, int column, const DataRows &rows)
{
    constexpr qsizetype letters = 3;
    for (int row = rows.first; row < rows.end; ++row)
        if (const QStringView cell = grid.cell(row, column); isAreaCodeText(cell))
            return cell.left(letters).toString().toUpper();
    return {};
}

/// Whether a column of numbers goes with pairs of areas: shares, and counts of still smaller areas.
bool goesWithPairs(const QStringList &words)
{
    return saysShare(words) || saysCount(words) || saysIdentifier(words) || saysPlace(words)
           || words.contains(QLatin1String("weight"));
}

} // namespace

bool isMetadata(const Grid &grid)
{
    const QStringList heads = findHeaderRows(grid, {.headerRows = 1}).headers;
    return heads.contains(QLatin1String("iCode"), Qt::CaseInsensitive);
}

QString metadataSheet(const Grid &grid)
{
    for (const QString &sheet : grid.sheets)
        if (sheet.compare(QLatin1String("iMeta"), Qt::CaseInsensitive) == 0 && sheet != grid.sheet)
            return sheet;
    return {};
}

std::optional<LookupHeads> lookupHeads(const Grid &grid)
{
    const HeaderRows header = findHeaderRows(grid, {});
    const DataRows rows = findDataRows(grid, header.row + header.count);
    std::vector<CodeColumn> codes;
    QStringList kinds;
    for (int i = 0; i < header.headers.size(); ++i) {
        const ColumnFacts facts = factsOf(grid, i, rows, {});
        if (facts.isOfficial()) {
            const QString kind = firstKind(grid, i, rows);
            if (facts.filled == facts.rows && !kinds.contains(kind)) {
                kinds << kind;
                codes.push_back({i, distinctTexts(grid, i, rows)});
            }
        } else if (facts.isNumeric() && !goesWithPairs(wordsOf(header.headers[i]))) {
            return {};
        }
    }
    constexpr size_t fewest = 2;
    if (codes.size() < fewest)
        return {};
    std::stable_sort(codes.begin(), codes.end(),
                     [](const CodeColumn &a, const CodeColumn &b) { return a.different > b.different; });
    return LookupHeads{header.headers[codes[0].position], header.headers[codes[1].position]};
}

} // namespace atlas
