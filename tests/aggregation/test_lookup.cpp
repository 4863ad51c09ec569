#include "core/aggregation/lookup.h"
#include "tests/aggregation/made_lookup.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <set>

using namespace atlas;
using namespace atlas::test;

/// How lookups of smaller and larger areas are read.
class LookupTest : public QObject
{
    Q_OBJECT

private slots:
    void layoutsAreKnown_data();
    void layoutsAreKnown();
    void whatTheFiguresKnowIsSmaller();
    void whatTheBoundariesKnowIsLarger();
    void columnsThatAreNamedAreLarger();
    void rowsOfStillSmallerAreasCountTheShare();
    void sharesThatDoNotSumToOneAreRemarkedOn();
    void aUnitaryAuthorityMayBeItsOwnCounty();
    void sharesThatAreEmptyAreSaid();
    void wrongLookupsAreRefused_data();
    void wrongLookupsAreRefused();
    void columnsOfTheFiguresAreALookup();
    void theBuiltInLookupsKnowEveryLep();
};

void LookupTest::layoutsAreKnown_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("pairs");
    QTest::newRow("a row for each pair, with shares")
        << QStringList{"utla_code,utla_name,lep_code,lep_name,n_lsoa_utla,share",
                       "E10000001,North,E37000001,Avon,10,0.4", "E10000001,North,E37000002,Bow,10,0.6",
                       "E06000001,South,E37000002,Bow,10,1"}
        << "E10000001>E37000001*0.4 E10000001>E37000002*0.6 E06000001>E37000002";
    QTest::newRow("two columns of larger areas")
        << QStringList{"lad_code,lad_name,lep1_code,lep1_name,lep2_code,lep2_name,relation",
                       "E07000001,North,E37000001,Avon,,,single",
                       "E07000002,South,E37000001,Avon,E37000002,Bow,overlap",
                       "E07000003,West,E37000002,Bow,,,single"}
        << "E07000001>E37000001 E07000002>E37000001 E07000002>E37000002 E07000003>E37000002";
    QTest::newRow("heads of the Office for National Statistics")
        << QStringList{"LAD14CD,LAD14NM,LEP14CD1,LEP14NM1,LEP14CD2,LEP14NM2,FID",
                       "E07000001,North,E37000001,Avon,E37000002,Bow,1", "E07000002,South,E37000001,Avon,,,2",
                       "E07000003,West,E37000002,Bow,,,3"}
        << "E07000001>E37000001 E07000001>E37000002 E07000002>E37000001 E07000003>E37000002";
    QTest::newRow("names alone") << QStringList{"authority,partnership", "North,Avon", "South,Avon",
                                                "West,Bow"}
                                 << "North>Avon South>Avon West>Bow";
    QTest::newRow("larger areas first")
        << QStringList{"lep_code,lad_code", "E37000001,E07000001", "E37000001,E07000002"}
        << "E07000001>E37000001 E07000002>E37000001";
    QTest::newRow("shares in per cent")
        << QStringList{"lad_code,lep_code,percent", "E07000001,E37000001,40", "E07000001,E37000002,60",
                       "E07000002,E37000002,100"}
        << "E07000001>E37000001*0.4 E07000001>E37000002*0.6 E07000002>E37000002";
    QTest::newRow("a title above") << QStringList{"Best fit lookup", "", "lad_code,lep_code",
                                                  "E07000001,E37000001", "E07000002,E37000001"}
                                   << "E07000001>E37000001 E07000002>E37000001";
    QTest::newRow("a share of nothing") << QStringList{"lad_code,lep_code,share", "E07000001,E37000001,1",
                                                       "E07000001,E37000002,0", "E07000002,E37000002,1"}
                                        << "E07000001>E37000001 E07000002>E37000002";
}

void LookupTest::layoutsAreKnown()
{
    QFETCH(const QStringList, lines);
    QFETCH(const QString, pairs);
    const auto lookup = readLookup(gridOfLines("lookup.csv", lines));
    QVERIFY2(lookup.ok(), lookup.ok() ? "" : qPrintable(lookup.error().message));
    QCOMPARE(pairsText(*lookup), pairs);
}

const QStringList threeKinds = {
    "lad_code,utla_code,lep_code,rgn_code",    "E07000001,E10000001,E37000001,E12000001",
    "E07000002,E10000001,E37000002,E12000001", "E07000003,E10000002,E37000002,E12000001",
    "E07000004,E10000002,E37000002,E12000002", "E07000005,E10000002,E37000002,E12000002"};

void LookupTest::whatTheFiguresKnowIsSmaller()
{
    const auto lookup = readLookup(gridOfLines("lookup.csv", threeKinds),
                                   {.smaller = {.codes = {"E10000001", "E10000002"}, .names = {}},
                                    .larger = {.codes = {"E12000001", "E12000002"}, .names = {}}});
    QVERIFY(lookup.ok());
    QCOMPARE(pairsText(*lookup),
             "E10000001>E12000001 E10000002>E12000001*0.333333 E10000002>E12000002*0.666667");
}

void LookupTest::whatTheBoundariesKnowIsLarger()
{
    const auto lookup = readLookup(gridOfLines("lookup.csv", threeKinds),
                                   {.larger = {.codes = {"E37000001", "E37000002"}, .names = {}}});
    QVERIFY(lookup.ok());
    QVERIFY(pairsText(*lookup).startsWith("E07000001>E37000001 E07000002>E37000002 "));
    QVERIFY(lookup->issues.empty());
    const auto open = readLookup(gridOfLines("lookup.csv", threeKinds));
    QVERIFY(open.ok());
    QVERIFY(pairsText(*open).startsWith("E07000001>E10000001 "));
    QCOMPARE(open->issues.size(), size_t{1});
    QVERIFY2(open->issues[0].message.contains("lep, rgn"), qPrintable(open->issues[0].message));
}

void LookupTest::columnsThatAreNamedAreLarger()
{
    const auto lookup = readLookup(gridOfLines("lookup.csv", threeKinds), {.largerHeads = {"RGN_CODE"}});
    QVERIFY(lookup.ok());
    QVERIFY(pairsText(*lookup).startsWith("E07000001>E12000001 "));
    const auto missing = readLookup(gridOfLines("lookup.csv", threeKinds), {.largerHeads = {"ward"}});
    QVERIFY(!missing.ok());
    QCOMPARE(missing.error().message,
             "lookup.csv has no column ward. Its columns are: lad_code, utla_code, lep_code, rgn_code.");
}

void LookupTest::rowsOfStillSmallerAreasCountTheShare()
{
    const auto lookup = readLookup(
        gridOfLines("lookup.csv", {"LSOA11CD,LAD14CD,LEP14CD", "E01000001,E07000001,E37000001",
                                   "E01000002,E07000001,E37000002", "E01000003,E07000001,E37000002",
                                   "E01000004,E07000001,E37000002", "E01000005,E07000002,E37000002"}),
        {.smaller = {.codes = {"E07000001", "E07000002"}, .names = {}},
         .larger = {.codes = {"E37000001", "E37000002"}, .names = {}}});
    QVERIFY(lookup.ok());
    QCOMPARE(pairsText(*lookup), "E07000001>E37000001*0.25 E07000001>E37000002*0.75 E07000002>E37000002");
    QVERIFY(lookup->hasShares);
}

void LookupTest::sharesThatDoNotSumToOneAreRemarkedOn()
{
    const auto lookup = readLookup(gridOfLines(
        "lookup.csv", {"lad_code,lep_code,share", "A1,X,0.5", "A1,Y,0.5", "B1,X,0.7", "C1,X,1", "C1,Y,1"}));
    QVERIFY2(lookup.ok(), lookup.ok() ? "" : qPrintable(lookup.error().message));
    QCOMPARE(lookup->issues.size(), size_t{2});
    QCOMPARE(lookup->issues[0].severity, Severity::Note);
    QVERIFY(lookup->issues[0].message.contains("more than 1 (C1: 2)"));
    QCOMPARE(lookup->issues[1].severity, Severity::Warning);
    QVERIFY(lookup->issues[1].message.contains("less than 1 (B1: 0.7)"));
}

void LookupTest::aUnitaryAuthorityMayBeItsOwnCounty()
{
    const auto lookup = readLookup(gridOfLines("lookup.csv", {"lad_code,utla_code", "E06000001,E06000001",
                                                              "E07000001,E10000001", "E07000002,E10000001"}));
    QVERIFY(lookup.ok());
    QCOMPARE(pairsText(*lookup), "E06000001>E06000001 E07000001>E10000001 E07000002>E10000001");
}

void LookupTest::sharesThatAreEmptyAreSaid()
{
    const auto lookup = readLookup(gridOfLines(
        "lookup.csv", {"lad_code,lep_code,share", "E07000001,E37000001,1", "E07000002,E37000001,"}));
    QVERIFY(lookup.ok());
    QCOMPARE(lookup->pairs.size(), size_t(2));
    QCOMPARE(lookup->pairs[1].share, 1.0);
    QCOMPARE(lookup->issues.size(), size_t(1));
    QVERIFY(lookup->issues.front().message.contains("row 3"));
}

void LookupTest::wrongLookupsAreRefused_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("words");
    QTest::newRow("one column") << QStringList{"lad_code", "E07000001"}
                                << "does not say which areas are part of which";
    QTest::newRow("no pair") << QStringList{"lad_code,lep_code", "E07000001,", "E07000002,"}
                             << "has no row that gives both";
    QTest::newRow("a share of more than all")
        << QStringList{"lad_code,lep_code,share", "E07000001,E37000001,1.4"} << "row 2: \"1.4\" is no share";
    QTest::newRow("a share below nothing")
        << QStringList{"lad_code,lep_code,share", "E07000001,E37000001,1", "E07000002,E37000001,-1"}
        << "row 3: \"-1\" is no share";
    QTest::newRow("a share in words")
        << QStringList{"lad_code,lep_code,share", "E07000001,E37000001,1", "E07000002,E37000001,half"}
        << "row 3: \"half\" is no share";
    QTest::newRow("two shares of one pair")
        << QStringList{"lad_code,lep_code,share", "E07000001,E37000001,0.5", "E07000001,E37000001,0.4"}
        << "share of E07000001 in E37000001 twice, in rows 2 and 3";
    QTest::newRow("shares of nothing")
        << QStringList{"lad_code,lep_code,share", "E07000001,E37000001,0"} << "gives every area a share of 0";
    QTest::newRow("a circle") << QStringList{"smaller_code,larger_code", "A1,B1", "B1,C1", "C1,A1"}
                              << "leads back to it";
}

void LookupTest::wrongLookupsAreRefused()
{
    QFETCH(const QStringList, lines);
    QFETCH(const QString, words);
    const auto lookup = readLookup(gridOfLines("lookup.csv", lines));
    QVERIFY(!lookup.ok());
    QVERIFY2(lookup.error().message.startsWith("lookup.csv"), qPrintable(lookup.error().message));
    QVERIFY2(lookup.error().message.contains(words), qPrintable(lookup.error().message));
}

void LookupTest::columnsOfTheFiguresAreALookup()
{
    IndicatorTable table =
        tableOfColumns({"a"}, {{"E01000001", "1"}, {"E01000002", "2"}, {"E01000003", "3"}});
    table.groupColumns = {"lep1_code", "lep2_code"};
    table.rows[0].groups = {"E37000001", ""};
    table.rows[1].groups = {"E37000001", "e37000002"};
    table.rows[2].groups = {"North", "North"};
    const auto lookup = lookupFromColumns(table, {"LEP1_code", "lep2_code"});
    QVERIFY(lookup.ok());
    QCOMPARE(pairsText(*lookup),
             "E01000001>E37000001 E01000002>E37000001 E01000002>E37000002 E01000003>North");
    QVERIFY(!lookupFromColumns(table, {"region"}).ok());
    table.rows[0].groups = table.rows[1].groups = table.rows[2].groups = {"", "z"};
    const auto none = lookupFromColumns(table, {"lep1_code", "lep2_code"});
    QVERIFY(!none.ok());
    QVERIFY(none.error().message.contains("names no larger area in lep1_code, lep2_code"));
}

void LookupTest::theBuiltInLookupsKnowEveryLep()
{
    // Of 326 districts 34 are in two LEPs and 4 are divided; 152 upper-tier authorities make 173 pairs.
    const Lookup &districts = builtInLookupFor(tableOfColumns({"a"}, {{"E07000032", "1"}}));
    const Lookup &upperTier = builtInLookupFor(tableOfColumns({"a"}, {{"E10000007", "1"}}));
    for (const auto &[lookup, areas, pairs] : {std::tuple(&districts, size_t{326}, size_t{326 + 38}),
                                               std::tuple(&upperTier, size_t{152}, size_t{173})}) {
        std::set<QString> smaller;
        std::set<QString> larger;
        for (const LookupPair &pair : lookup->pairs) {
            smaller.insert(pair.smaller.text);
            larger.insert(pair.larger.text);
            QVERIFY(pair.share > 0 && pair.share <= 1);
            QVERIFY(!pair.smallerName.isEmpty() && !pair.largerName.isEmpty());
        }
        QCOMPARE(smaller.size(), areas);
        QCOMPARE(larger.size(), size_t{39});
        QCOMPARE(lookup->pairs.size(), pairs);
    }
    QCOMPARE(builtInLepName({"E37000025"}), "North Eastern");
    QVERIFY(builtInLepName({"E07000032"}).isEmpty());
}

ATLAS_TEST(LookupTest)

#include "test_lookup.moc"
