#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include "core/dataset/load_dataset.h"
#include "core/import/read_figures.h"
#include "core/indicators/indicator_metadata.h"

#include <QSet>
#include <QTest>

#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

const BoundaryFile northAndSouth =
    makeSquares({{{"E37000001"}, "York & North Yorkshire", 7}, {{"E37000002"}, "South", 8}});

IndicatorFile figures(const QString &header, const QList<QStringList> &rows)
{
    TextTable table{.file = "data.csv", .header = header.split(',')};
    table.rows.assign(rows.begin(), rows.end());
    const IndicatorMetadata metadata{.indicators = {{.code = "a", .name = "A", .shortName = "A"}}};
    return readIndicators(table, &metadata).value();
}

double valueOf(const Dataset &dataset, size_t area)
{
    return dataset.cells[0][area].number;
}

} // namespace

class JoinDatasetTest : public QObject
{
    Q_OBJECT

private slots:
    void rowsJoinByCode();
    void rowsJoinByNameWhateverItsSpelling_data();
    void rowsJoinByNameWhateverItsSpelling();
    void aCodeCountsMoreThanAName();
    void aNameThatTwoShapesHaveMatchesNeither();
    void aRowWithoutAShapeStaysInTheTable();
    void aShapeWithoutARowStaysOnTheMap();
    void aFeatureWithoutAShapeStillJoins();
    void twoRowsForOneShapeAreRefused();
    void withNoAreaInCommonItFails();
    void publishedRanksAreKept();
    void whatValuesWereDividedByIsKept();
    void areaCodesAreNeverTwiceInADataset_data();
    void areaCodesAreNeverTwiceInADataset();
    void everyAreaOfTheMapHasANumberOfItsOwn_data();
    void everyAreaOfTheMapHasANumberOfItsOwn();
    void issuesOfBothFilesAreKept();
    void sourcesOfIndicatorsAreListedOnce();
    void thingsAreFoundByCode();
};

void JoinDatasetTest::rowsJoinByCode()
{
    const auto joined = joinDataset(
        northAndSouth, figures("uCode,uName,a", {{"E37000002", "?", "2"}, {"E37000001", "?", "1"}}));
    QVERIFY(joined.ok());
    const Dataset &dataset = **joined;
    QCOMPARE(dataset.areas.size(), size_t(2));
    QCOMPARE(dataset.areas[0].name, "York & North Yorkshire");
    QCOMPARE(dataset.areas[0].mapNumber, 7);
    QVERIFY(dataset.areas[0].hasData);
    QCOMPARE(valueOf(dataset, 0), 1.0);
    QCOMPARE(valueOf(dataset, 1), 2.0);
    QCOMPARE(dataset.column(0), (std::vector{1.0, 2.0}));
    QVERIFY(dataset.issues.empty());
}

void JoinDatasetTest::rowsJoinByNameWhateverItsSpelling_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("as it is") << "York & North Yorkshire";
    QTest::newRow("otherwise spelt") << "york and north yorkshire.";
    QTest::newRow("with hyphens") << "York-and-North-Yorkshire";
}

void JoinDatasetTest::rowsJoinByNameWhateverItsSpelling()
{
    QFETCH(const QString, name);
    const auto joined = joinDataset(northAndSouth, figures("uName,a", {{"South", "2"}, {name, "1"}}));
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->areas.size(), size_t(2));
    QCOMPARE(valueOf(**joined, 0), 1.0);
    QVERIFY((*joined)->issues.empty());
}

void JoinDatasetTest::aCodeCountsMoreThanAName()
{
    const auto joined =
        joinDataset(northAndSouth, figures("uCode,uName,a", {{"E37000002", "York & North Yorkshire", "2"},
                                                             {"E37000001", "South", "1"}}));
    QVERIFY(joined.ok());
    QCOMPARE(valueOf(**joined, 0), 1.0);
    QCOMPARE(valueOf(**joined, 1), 2.0);
}

void JoinDatasetTest::aNameThatTwoShapesHaveMatchesNeither()
{
    const auto joined =
        joinDataset(makeSquares({{{"E1"}, "Newport"}, {{"W1"}, "Newport"}, {{"E2"}, "South"}}),
                    figures("uName,a", {{"Newport", "1"}, {"South", "2"}}));
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->areas.size(), size_t(4));
    QVERIFY(!(*joined)->areas[0].hasData);
    QVERIFY(!(*joined)->areas[1].hasData);
    QVERIFY(!(*joined)->hasShape(3));
}

void JoinDatasetTest::aRowWithoutAShapeStaysInTheTable()
{
    const auto joined = joinDataset(
        northAndSouth, figures("uCode,uName,a",
                               {{"E37000001", "", "1"}, {"E37000002", "", "2"}, {"E37000009", "Isle", "9"}}));
    QVERIFY(joined.ok());
    const Dataset &dataset = **joined;
    QCOMPARE(dataset.areas.size(), size_t(3));
    QCOMPARE(dataset.areas[2].name, "Isle");
    QVERIFY(!dataset.hasShape(2));
    QCOMPARE(valueOf(dataset, 2), 9.0);
    QCOMPARE(dataset.issues.size(), size_t(1));
    QVERIFY(dataset.issues[0].message.contains("Isle"));
    QCOMPARE(dataset.issues[0].file, "data.csv");
    QCOMPARE(dataset.issues[0].row, 4);
    QCOMPARE(dataset.issues[0].area.text, "E37000009");
}

void JoinDatasetTest::aShapeWithoutARowStaysOnTheMap()
{
    const auto joined = joinDataset(northAndSouth, figures("uCode,a", {{"E37000001", "1"}}));
    QVERIFY(joined.ok());
    const Dataset &dataset = **joined;
    QCOMPARE(dataset.areas.size(), size_t(2));
    QVERIFY(dataset.hasShape(1));
    QVERIFY(!dataset.areas[1].hasData);
    QVERIFY(std::isnan(valueOf(dataset, 1)));
    QCOMPARE(dataset.issues.size(), size_t(1));
    QVERIFY(dataset.issues[0].message.contains("South"));
    QCOMPARE(dataset.issues[0].area.text, "E37000002");
}

void JoinDatasetTest::aFeatureWithoutAShapeStillJoins()
{
    BoundaryFile file{.boundaries = *makeBoundaries({{{squareRing(0, 0, 10)}}, {}})};
    const auto joined = joinDataset(file, figures("uCode,a", {{"B1", "1"}, {"B2", "2"}}));
    QVERIFY(joined.ok());
    QCOMPARE(valueOf(**joined, 1), 2.0);
    QVERIFY(!(*joined)->hasShape(1));
}

void JoinDatasetTest::twoRowsForOneShapeAreRefused()
{
    const auto joined =
        joinDataset(northAndSouth,
                    figures("uName,a", {{"York & North Yorkshire", "1"}, {"york and north yorkshire", "2"}}));
    QVERIFY(!joined.ok());
    QVERIFY(joined.error().message.startsWith("data.csv, row 3: York & North Yorkshire"));
}

void JoinDatasetTest::withNoAreaInCommonItFails()
{
    const auto joined = joinDataset(northAndSouth, figures("uCode,a", {{"W06000001", "1"}}));
    QVERIFY(!joined.ok());
    QVERIFY(joined.error().message.startsWith("made.geojson and data.csv have no area in common"));
}

void JoinDatasetTest::publishedRanksAreKept()
{
    const auto joined = joinDataset(
        northAndSouth, figures("uCode,a,published_rank", {{"E37000001", "1", "12"}, {"E37000002", "2", ""}}));
    QVERIFY(joined.ok());
    QVERIFY((*joined)->hasPublishedRank);
    QCOMPARE((*joined)->areas[0].publishedRank, std::optional<int>(12));
    QCOMPARE((*joined)->areas[1].publishedRank, std::nullopt);
    QVERIFY(!joinDataset(northAndSouth, figures("uCode,a", {{"E37000001", "1"}})).value()->hasPublishedRank);
}

void JoinDatasetTest::whatValuesWereDividedByIsKept()
{
    TextTable table{.file = "data.csv", .header = {"uCode", "a", "b", "people"}};
    table.rows = {{"E37000002", "2", "5", "4"}};
    IndicatorMetadata metadata = metadataFromColumns({"a", "b"});
    const auto undivided = joinDataset(northAndSouth, readIndicators(table, &metadata).value());
    QVERIFY((*undivided)->denominators.empty());
    metadata.indicators[0].denominator = "people";
    const auto joined = joinDataset(northAndSouth, readIndicators(table, &metadata).value());
    QVERIFY(joined.ok());
    const Dataset &dataset = **joined;
    QCOMPARE(valueOf(dataset, 1), 0.5);
    QCOMPARE(dataset.denominators.size(), size_t(2));
    QCOMPARE(dataset.denominators[0][1], 4.0);
    QVERIFY(std::isnan(dataset.denominators[0][0])); // York has no row
    QVERIFY(dataset.denominators[1].empty());
}

void JoinDatasetTest::areaCodesAreNeverTwiceInADataset_data()
{
    QTest::addColumn<QStringList>("shapes"); // codes and names in turn
    QTest::newRow("two shapes of one name and no code")
        << QStringList{"", "Newport", "", "Newport", "E1", "South"};
    QTest::newRow("two shapes without code or name") << QStringList{"", "", "", "", "E1", "South"};
    QTest::newRow("a shape without a code named as another's code")
        << QStringList{"E1", "North", "", "E1", "E2", "South"};
    QTest::newRow("a shape without a code named as a row's code") << QStringList{"", "E9", "E1", "South"};
}

void JoinDatasetTest::areaCodesAreNeverTwiceInADataset()
{
    QFETCH(const QStringList, shapes);
    std::vector<BoundaryArea> areas;
    for (int i = 0; i < shapes.size(); i += 2)
        areas.push_back({{shapes[i]}, shapes[i + 1]});
    const auto joined = joinDataset(
        makeSquares(areas), figures("uCode,uName,a", {{"E1", "South", "2"}, {"E9", "Elsewhere", "3"}}));
    QVERIFY(joined.ok());
    QSet<QString> codes;
    for (const Area &area : (*joined)->areas) {
        QVERIFY(!area.code.isEmpty());
        codes.insert(area.code.text);
    }
    QCOMPARE(size_t(codes.size()), (*joined)->areas.size());
}

void JoinDatasetTest::everyAreaOfTheMapHasANumberOfItsOwn_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<std::vector<int>>("numbers");
    QTest::addColumn<size_t>("issues");
    QTest::newRow("all given") << 7 << 8 << std::vector{7, 8} << size_t(0);
    QTest::newRow("none given") << 0 << 0 << std::vector{1, 2} << size_t(0);
    QTest::newRow("one missing") << 7 << 0 << std::vector{1, 2} << size_t(1);
    QTest::newRow("one repeated") << 7 << 7 << std::vector{1, 2} << size_t(1);
}

void JoinDatasetTest::everyAreaOfTheMapHasANumberOfItsOwn()
{
    QFETCH(const int, first);
    QFETCH(const int, second);
    const auto joined =
        joinDataset(makeSquares({{{"E37000001"}, "North", first}, {{"E37000002"}, "South", second}}),
                    figures("uCode,a", {{"E37000001", "1"}, {"E37000002", "2"}}));
    QVERIFY(joined.ok());
    QTEST((std::vector{(*joined)->areas[0].mapNumber, (*joined)->areas[1].mapNumber}), "numbers");
    QTEST((*joined)->issues.size(), "issues");
}

void JoinDatasetTest::issuesOfBothFilesAreKept()
{
    BoundaryFile boundaries = northAndSouth;
    boundaries.issues.push_back({Severity::Note, "about the shapes"});
    IndicatorFile indicators = figures("uCode,a", {{"E37000001", "1"}, {"E37000002", "2"}});
    indicators.issues.push_back({Severity::Note, "about the figures"});
    const auto joined = joinDataset(boundaries, indicators);
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->issues.size(), size_t(2));
}

void JoinDatasetTest::sourcesOfIndicatorsAreListedOnce()
{
    IndicatorFile indicators = figures("uCode,a", {{"E37000001", "1"}});
    QCOMPARE((*joinDataset(northAndSouth, indicators))->indicatorSource, "data.csv");
    indicators.table.metadata.indicators = {{.code = "a"}, {.code = "b"}, {.code = "c"}};
    indicators.table.rows[0].cells.resize(3);
    for (size_t i = 0; i < 3; ++i)
        indicators.table.metadata.indicators[i].source = i == 1 ? "Nomis" : "DfE";
    QCOMPARE((*joinDataset(northAndSouth, indicators))->indicatorSource, "DfE; Nomis");
}

void JoinDatasetTest::thingsAreFoundByCode()
{
    const auto joined = joinDataset(northAndSouth, figures("uCode,a", {{"E37000001", "1"}}));
    QVERIFY(joined.ok());
    QCOMPARE((*joined)->findArea({"E37000002"}), std::optional<size_t>(1));
    QCOMPARE((*joined)->findArea({"E3700000"}), std::nullopt);
    QCOMPARE((*joined)->findIndicator("a"), std::optional<size_t>(0));
    QCOMPARE((*joined)->findIndicator("A"), std::nullopt);
}

ATLAS_TEST(JoinDatasetTest)

#include "test_join_dataset.moc"
