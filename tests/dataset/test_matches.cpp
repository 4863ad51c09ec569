#include "tests/dataset/made_figures.h"
#include "tests/support/made_data.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/common/progress.h"
#include "core/dataset/join_report.h"
#include "core/dataset/match_areas.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

const BoundaryFile towns =
    makeSquares({{{"E06000001"}, "Hartlepool"}, {{"E06000002"}, "Middlesbrough"}, {{"E06000003"}, "Redcar"}});

Result<std::shared_ptr<const Dataset>> joinedWith(const std::map<QString, QString> &matches,
                                                  const QList<QStringList> &rows)
{
    return joinDataset(towns, figuresOf("uCode,uName,a", rows), {}, AliasFile{.matches = matches});
}

/// The first two of them, as a file.
QString writeTowns(const QTemporaryDir &folder)
{
    return writeLayer(folder, "towns.gpkg",
                      {.features = {{"E06000001", "Hartlepool", squareWkt(400000, 300000, 1000)},
                                    {"E06000002", "Middlesbrough", squareWkt(402000, 300000, 1000)}}});
}

} // namespace

/// Pairs that a person accepted and a plan keeps.
class MatchesTest : public QObject
{
    Q_OBJECT

private slots:
    void anAcceptedPairIsJoined_data();
    void anAcceptedPairIsJoined();
    void aPairCountsMoreThanACode();
    void aPairCountsMoreThanTheFileOfAliases();
    void whatIsKeptApartIsNotJoined();
    void aPairOfOtherBoundariesIsARemark();
    void aPlanJoinsFiles();
    void bothSidesAreShownWhereNothingIsJoined();
    void ofTwoRowsWithOtherFiguresTheFirstCounts();
};

void MatchesTest::anAcceptedPairIsJoined_data()
{
    QTest::addColumn<QString>("figures");
    QTest::addColumn<QString>("boundary");
    QTest::newRow("code for code") << "X1"
                                   << "E06000001";
    QTest::newRow("name for name") << "the  POOL"
                                   << "Hartlepool";
    QTest::newRow("code for name") << "x1"
                                   << "hartlepool";
    QTest::newRow("name for code") << "The Pool"
                                   << "e06000001";
}

void MatchesTest::anAcceptedPairIsJoined()
{
    QFETCH(const QString, figures);
    QFETCH(const QString, boundary);
    const auto joined = joinedWith({{figures, boundary}}, {{"X1", "The Pool", "7"}});
    QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
    QCOMPARE((*joined)->cells[0][0].number, 7.0);
    QCOMPARE((*joined)->joinReport->rows[0].by, JoinedBy::Alias);
}

void MatchesTest::aPairCountsMoreThanACode()
{
    const auto joined = joinedWith({{"E06000001", "E06000002"}}, {{"E06000001", "", "7"}});
    QVERIFY(joined.ok());
    QVERIFY(!(*joined)->areas[0].hasData);
    QCOMPARE((*joined)->cells[0][1].number, 7.0);
}

void MatchesTest::aPairCountsMoreThanTheFileOfAliases()
{
    AliasFile aliases{.file = "names.csv", .aliases = {{2, "X1", "E06000001"}}};
    aliases.matches = {{"X1", "E06000002"}};
    const auto joined = joinDataset(towns, figuresOf("uCode,a", {{"X1", "7"}}), {}, aliases);
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->cells[0][1].number, 7.0);
}

void MatchesTest::whatIsKeptApartIsNotJoined()
{
    const auto joined = joinedWith({{"E06000001", ""}},
                                   {{"E06000001", "Hartlepool", "7"}, {"E06000002", "Middlesbrough", "8"}});
    QVERIFY(joined.ok());
    QVERIFY(!(*joined)->areas[0].hasData);
    const RowJoin &row = (*joined)->joinReport->rows[0];
    QCOMPARE(row.fate, RowFate::WithoutShape);
    QCOMPARE(row.doubt, JoinDoubt::KeptApart);
    QCOMPARE((*joined)->areas.size(), size_t(4));
}

void MatchesTest::aPairOfOtherBoundariesIsARemark()
{
    const auto joined =
        joinedWith({{"X1", "E07000999"}, {"X2", "E06000001"}}, {{"X1", "", "7"}, {"X2", "", "8"}});
    QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
    QCOMPARE((*joined)->cells[0][0].number, 8.0);
    QVERIFY2(
        remarksOf(**joined).contains("Accepted pairs whose area the boundaries do not have, or have twice, "
                                     "are not used: 1 (X1 for E07000999)."),
        qPrintable(remarksOf(**joined)));
}

void MatchesTest::aPlanJoinsFiles()
{
    const QTemporaryDir folder;
    const QString shapes = writeTowns(folder);
    DataSources sources{.boundaries = shapes, .indicators = folder.filePath("figures.csv")};
    writeBytes(folder, "figures.csv", "code,name,a\nX1,The Pool,7\nE06000002,Middlesbrough,8\n");
    sources.plan.matches = {{"X1", "E06000001"}};
    Progress progress;
    const auto loaded = loadDataset(sources, progress);
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().message));
    QCOMPARE((*loaded)->areas.size(), size_t(2));
    QCOMPARE((*loaded)->cells[0][0].number, 7.0);
}

void MatchesTest::bothSidesAreShownWhereNothingIsJoined()
{
    const IndicatorFile figures = figuresOf("uCode,a", {{"805", "7"}, {"806", "8"}});
    const auto refused = joinDataset(towns, figures);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().message.contains("the boundaries have E06000001 (Hartlepool), the figures 805"),
             qPrintable(refused.error().message));
    const auto rows = reportJoin(towns.boundaries, figures.table, {});
    QCOMPARE(rows.size(), size_t(2));
    QCOMPARE(rows[0].fate, RowFate::WithoutShape);
    QCOMPARE(reportJoin(towns.boundaries, figures.table, {{"805", "Redcar"}})[0].area,
             std::optional<size_t>(2));
}

void MatchesTest::ofTwoRowsWithOtherFiguresTheFirstCounts()
{
    const IndicatorFile figures = figuresOf("uCode,a", {{"E06000001", "7"}, {"e06000001", "8"}});
    QVERIFY(!joinDataset(towns, figures).ok());
    const auto rows = reportJoin(towns.boundaries, figures.table, {});
    QCOMPARE(rows[0].fate, RowFate::Joined);
    QCOMPARE(rows[1].fate, RowFate::SecondOfSame);
    QCOMPARE(rows[1].doubt, JoinDoubt::OtherFigures);
    QCOMPARE(rows[1].area, std::optional<size_t>(0));
}

ATLAS_TEST(MatchesTest)

#include "test_matches.moc"
