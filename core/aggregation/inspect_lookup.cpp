#include "core/aggregation/inspect_lookup.h"

#include "core/aggregation/lookup.h"
#include "core/common/files.h"
#include "core/import/column_facts.h"
#include "core/import/header_rows.h"
#include "core/import/header_words.h"
#include "core/tables/read_grid.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Lookup)
};

/// Shares, counts of the parts of areas, and numbers that a database gave to rows.
bool isBesideCodes(const QString &header)
{
    static const QSet<QString> known = {QStringLiteral("share"),    QStringLiteral("proportion"),
                                        QStringLiteral("fraction"), QStringLiteral("fid"),
                                        QStringLiteral("n"),        QStringLiteral("number")};
    const QStringList words = wordsOf(header);
    const bool isPercent = words.size() == 1 && saysPercent(header);
    return isPercent || saysIdentifier(words) || (!words.isEmpty() && known.contains(words.front()));
}

/// Whether there are two columns of official codes, and no number that might be a figure.
bool isLookup(const Grid &grid)
{
    const HeaderRows header = findHeaderRows(grid, {});
    const DataRows rows = findDataRows(grid, header.row + header.count);
    int codes = 0;
    for (int column = 0; column < header.headers.size(); ++column) {
        const ColumnFacts facts = factsOf(grid, column, rows, {});
        if (facts.isOfficial())
            ++codes;
        else if (facts.isNumeric() && !isBesideCodes(header.headers[column]))
            return false;
    }
    return codes > 1;
}

template <typename Key>
int distinctKeys(const Lookup &lookup, const Key &keyOf)
{
    QSet<QString> keys;
    for (const LookupPair &pair : lookup.pairs)
        keys.insert(keyOf(pair));
    return static_cast<int>(keys.size());
}

} // namespace

std::optional<FileInspection> inspectLookup(const Grid &grid)
{
    if (!isLookup(grid))
        return {};
    auto lookup = readLookup(grid);
    if (!lookup)
        return {};
    FileInspection inspection{.kind = FileKind::Lookup};
    inspection.facts << grid.facts;
    inspection.facts
        << Text::tr("%n smaller area(s)", nullptr,
                    distinctKeys(*lookup, [](const LookupPair &pair) { return pair.smaller.text; }))
        << Text::tr("%n larger area(s)", nullptr,
                    distinctKeys(*lookup, [](const LookupPair &pair) { return pair.larger.text; }))
        << (lookup->hasShares ? Text::tr("with shares") : Text::tr("without shares"));
    inspection.issues = std::move(lookup->issues);
    return inspection;
}

Result<FileInspection> inspectAnyFile(const QString &path, Progress &progress, const ImportPlan &wanted)
{
    auto inspection = inspectFile(path, progress, wanted);
    const bool mayBe = inspection ? inspection->kind == FileKind::Figures && inspection->plan
                                  : path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    if (!mayBe)
        return inspection;
    const auto grid = readGrid(path, Text::tr("The file"), {wanted.sheet}, progress);
    if (!grid)
        return inspection;
    auto lookup = inspectLookup(*grid);
    if (!lookup)
        return inspection;
    lookup->file = fileNameOf(path);
    return *std::move(lookup);
}

} // namespace atlas
