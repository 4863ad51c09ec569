#include "core/aggregation/lookup.h"
#include "core/aggregation/text.h"

#include "core/common/text_table.h"

#include <QHash>

// Resources of a static library are linked in only when something names them; the macro must stand outside
// every namespace.
static void initLookupResources()
{
    Q_INIT_RESOURCE(built_in);
}

namespace atlas {

namespace {

/// The files are the program's own: codes and names of the smaller and of the larger area, and the share.
Lookup readBuiltIn(const QString &path, const QString &name)
{
    initLookupResources();
    enum Column { Smaller, SmallerName, Larger, LargerName, Share };
    Lookup lookup{.file = name, .hasShares = true};
    const auto table = readTextTable(path, name);
    if (!table)
        return lookup;
    lookup.pairs.reserve(table->rows.size());
    for (size_t i = 0; i < table->rows.size(); ++i) {
        const QStringList &row = table->rows[i];
        lookup.pairs.push_back({{row[Smaller]},
                                row[SmallerName],
                                {row[Larger]},
                                row[LargerName],
                                row[Share].toDouble(),
                                TextTable::spreadsheetRow(i)});
    }
    return lookup;
}

const Lookup &fromDistricts()
{
    static const Lookup lookup =
        readBuiltIn(builtInLookup(), Text::tr("the built-in lookup of districts and LEPs"));
    return lookup;
}

const Lookup &fromUpperTier()
{
    static const Lookup lookup =
        readBuiltIn(QStringLiteral(":/resources/lep_upper_tier_2014.csv"),
                    Text::tr("the built-in lookup of upper-tier authorities and LEPs"));
    return lookup;
}

} // namespace

QString builtInLookup()
{
    return QStringLiteral(":/resources/lep_districts_2014.csv");
}

const Lookup &builtInLookupFor(const IndicatorTable &table)
{
    return rowsIn(fromUpperTier(), table) > rowsIn(fromDistricts(), table) ? fromUpperTier()
                                                                           : fromDistricts();
}

KnownAreas builtInLeps()
{
    KnownAreas leps;
    for (const LookupPair &pair : fromDistricts().pairs)
        leps.codes.insert(pair.larger.text);
    return leps;
}

QString builtInLepName(const AreaCode &code)
{
    static const QHash<AreaCode, QString> names = [] {
        QHash<AreaCode, QString> found;
        for (const LookupPair &pair : fromDistricts().pairs)
            found.insert(pair.larger, pair.largerName);
        return found;
    }();
    return names.value(code);
}

} // namespace atlas
