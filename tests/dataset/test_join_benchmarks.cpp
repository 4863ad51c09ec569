#include "tests/dataset/made_figures.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include "core/dataset/join_report.h"
#include "core/index/compute_index.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

const BoundaryFile towns = makeSquares({{{"E06000001"}, "Hartlepool"}, {{"E06000002"}, "Middlesbrough"}});

const QList<QStringList> withCountry = {{"E92000001", "England", "100"},
                                        {"E12000001", "North East", "50"},
                                        {"E06000001", "Hartlepool", "1"},
                                        {"E06000002", "Middlesbrough", "2"},
                                        {"", "Total", "103"}};

/// As the reader of figures finds it out.
IndicatorFile withKinds(IndicatorFile file)
{
    for (IndicatorRow &row : file.table.rows)
        if (row.name == "Total")
            row.kind = RowKind::Total;
    return file;
}

} // namespace

class JoinBenchmarksTest : public QObject
{
    Q_OBJECT

private slots:
    void countriesRegionsAndTotalsAreNoAreas_data();
    void countriesRegionsAndTotalsAreNoAreas();
    void theyChangeNoScore();
    void theyAreAreasWhereTheyHaveAShape();
    void aRegionIsNoPartnershipOfItsName();
    void aTableOfRegionsOnlyIsOneOfAreas();
    void theNameOfARegionGoesToTheAreaThatHasIt();
};

void JoinBenchmarksTest::countriesRegionsAndTotalsAreNoAreas_data()
{
    QTest::addColumn<bool>("hasMap");
    QTest::newRow("with boundaries") << true;
    QTest::newRow("without boundaries") << false;
}

void JoinBenchmarksTest::countriesRegionsAndTotalsAreNoAreas()
{
    QFETCH(const bool, hasMap);
    const auto joined =
        joinDataset(hasMap ? towns : BoundaryFile(), withKinds(figuresOf("uCode,uName,a", withCountry)));
    QVERIFY(joined.ok());
    const Dataset &dataset = **joined;
    QCOMPARE(dataset.areas.size(), size_t(2));
    QCOMPARE(dataset.benchmarks.size(), size_t(3));
    QCOMPARE(dataset.benchmarks[0].name, "England");
    QCOMPARE(dataset.benchmarks[0].kind, RowKind::Country);
    QCOMPARE(dataset.benchmarks[0].cells[0].number, 100.0);
    QCOMPARE(dataset.benchmarks[1].kind, RowKind::Region);
    QCOMPARE(dataset.benchmarks[2].kind, RowKind::Total);
    QCOMPARE(dataset.issues.size(), size_t(1));
    QCOMPARE(dataset.issues[0].severity, Severity::Note);
    QCOMPARE(dataset.issues[0].message, "3 rows stand for countries, regions or totals (England; North East; "
                                        "Total): they are left out of ranks "
                                        "and shown as benchmarks.");
}

void JoinBenchmarksTest::theyChangeNoScore()
{
    const auto with = joinDataset(towns, withKinds(figuresOf("uCode,uName,a", withCountry)));
    const auto without = joinDataset(towns, figuresOf("uCode,uName,a", withCountry.mid(2, 2)));
    QVERIFY(with.ok() && without.ok());
    QCOMPARE(computeIndex(**with, {}).scores, computeIndex(**without, {}).scores);
}

void JoinBenchmarksTest::theyAreAreasWhereTheyHaveAShape()
{
    const BoundaryFile regions = makeSquares({{{"E12000001"}, "North East"}, {{"E12000002"}, "North West"}});
    const auto joined = joinDataset(regions, figuresOf("uCode,uName,a", {{"E92000001", "England", "3"},
                                                                         {"E12000001", "North East", "1"},
                                                                         {"E12000002", "North West", "2"}}));
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->areas.size(), size_t(2));
    QVERIFY((*joined)->areas[0].hasData && (*joined)->areas[1].hasData);
    QCOMPARE((*joined)->benchmarks.size(), size_t(1));
}

void JoinBenchmarksTest::aRegionIsNoPartnershipOfItsName()
{
    const BoundaryFile partnerships =
        makeSquares({{{"E37000025"}, "North East"}, {{"E37000034"}, "Tees Valley"}});
    const auto joined = joinDataset(
        partnerships,
        figuresOf("uCode,uName,a", {{"E12000001", "North East", "1"}, {"E37000034", "Tees Valley", "2"}}));
    QVERIFY(joined.ok());
    QVERIFY(!(*joined)->areas[0].hasData);
    QCOMPARE((*joined)->benchmarks.size(), size_t(1));
}

void JoinBenchmarksTest::aTableOfRegionsOnlyIsOneOfAreas()
{
    const auto joined = joinDataset({}, figuresOf("uCode,uName,a", {{"E92000001", "England", "3"},
                                                                    {"E12000001", "North East", "1"},
                                                                    {"E12000002", "North West", "2"}}));
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->areas.size(), size_t(2));
    QCOMPARE((*joined)->areas[0].name, "North East");
    QCOMPARE((*joined)->benchmarks.size(), size_t(1));
}

void JoinBenchmarksTest::theNameOfARegionGoesToTheAreaThatHasIt()
{
    IndicatorFile figures = figuresOf("uName,a", {{"North East", "1"}, {"Tees Valley", "2"}});
    figures.table.rows[0].kind = RowKind::Region; // by its name
    const BoundaryFile partnerships =
        makeSquares({{{"E37000025"}, "North East"}, {{"E37000034"}, "Tees Valley"}});
    const auto joined = joinDataset(partnerships, figures);
    QVERIFY(joined.ok());
    QVERIFY((*joined)->areas[0].hasData);
    QVERIFY((*joined)->benchmarks.empty());
}

ATLAS_TEST(JoinBenchmarksTest)

#include "test_join_benchmarks.moc"
