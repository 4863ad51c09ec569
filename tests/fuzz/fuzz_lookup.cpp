// Lookups of smaller and larger areas: pairs are whole, given once, with shares that can be shares; and
// figures added up by them keep their total.

#include "tests/fuzz/checks.h"

#include "core/aggregation/add_up.h"
#include "core/aggregation/lookup.h"
#include "core/import/read_figures.h"

#include <QSet>

#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

QString keyOf(const AreaCode &code, const QString &name)
{
    return code.isEmpty() ? name : code.text;
}

void checkPairs(const Lookup &lookup)
{
    mustHold(!lookup.pairs.empty(), "a lookup has pairs");
    QSet<QString> keys;
    for (const LookupPair &pair : lookup.pairs) {
        const QString smaller = keyOf(pair.smaller, pair.smallerName);
        const QString larger = keyOf(pair.larger, pair.largerName);
        mustHold(!smaller.isEmpty() && !larger.isEmpty(), "a pair has both areas");
        mustHold(pair.share > 0 && pair.share <= 1, "a share is a part");
        const QString key = smaller + QLatin1Char('\n') + larger;
        mustHold(!keys.contains(key), "a pair is given once");
        keys.insert(key);
    }
}

/// One for each smaller area.
IndicatorTable onesFor(const Lookup &lookup)
{
    IndicatorTable table{.file = QStringLiteral("figures.csv")};
    table.metadata.indicators = {{.code = QStringLiteral("a"), .name = {}, .shortName = {}}};
    QSet<QString> seen;
    for (const LookupPair &pair : lookup.pairs) {
        const QString key = keyOf(pair.smaller, pair.smallerName);
        if (seen.contains(key))
            continue;
        seen.insert(key);
        table.rows.push_back(
            {.code = pair.smaller, .name = pair.smallerName, .cells = {{1, Missing::No, {}}}});
    }
    return table;
}

void checkAddingUp(const Lookup &lookup)
{
    const IndicatorTable table = onesFor(lookup);
    AddingUp how{.members = MembersCount::Shared};
    how.rules[QStringLiteral("a")] = {};
    const auto added = addUp(table, table.metadata.indicators, lookup, how);
    if (!added)
        return mustBeShowable(added.error());
    mustBeShowable(added->issues);
    double counted = 0;
    double sum = 0;
    for (size_t i = 0; i < added->smaller.larger.size(); ++i) {
        const LargerArea &area = added->smaller.larger[i];
        for (const AreaMember &member : area.members)
            counted += member.share;
        sum += added->table.rows[i].cells[0].isMissing() ? 0 : added->table.rows[i].cells[0].number;
        mustHold(area.coverage[0] >= 0 && area.coverage[0] < 1.001, "coverage is a part");
    }
    mustHold(std::abs(sum - counted) < 1e-6 * (1 + counted), "totals are kept");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto table =
        readTextTable(bytesOf(data, size), QStringLiteral("lookup.csv"), QStringLiteral("The lookup"));
    if (!table)
        return 0; // which is fuzz_csv's
    const auto lookup = readLookup(gridOf(*table));
    if (!lookup) {
        mustBeShowable(lookup.error());
        return 0;
    }
    mustBeShowable(lookup->issues);
    checkPairs(*lookup);
    checkAddingUp(*lookup);
    return 0;
}
