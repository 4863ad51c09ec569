#include "tests/support/captured_stderr.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/dataset/load_dataset.h"

#include <QFileInfo>
#include <QTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

namespace {

const QString realFiles = ATLAS_SOURCE_DIR "/../shared/data/";

Result<std::shared_ptr<const Dataset>> load(const DataSources &sources)
{
    Progress progress;
    return loadDataset(sources, progress);
}

Result<BoundaryFile> read(const QString &path, const BoundaryOptions &options = {})
{
    Progress progress;
    return readBoundaries(path, options, progress);
}

/// Real boundaries with the built-in figures.
DataSources withBoundaries(const QString &path)
{
    DataSources sources = builtInSources();
    sources.boundaries = path;
    sources.boundaryOptions = {};
    return sources;
}

size_t joinedAreas(const Dataset &dataset)
{
    size_t count = 0;
    for (size_t area = 0; area < dataset.areas.size(); ++area)
        count += dataset.hasShape(area) && dataset.areas[area].hasData ? 1 : 0;
    return count;
}

ptrdiff_t warningsIn(const Issues &issues)
{
    return std::count_if(issues.begin(), issues.end(),
                         [](const Issue &issue) { return issue.severity == Severity::Warning; });
}

} // namespace

class LoadDatasetTest : public QObject
{
    Q_OBJECT

private slots:
    void builtInDataLoadWithoutIssues();
    void ownFilesLoad();
    void theFirstFileThatCannotBeReadIsNamed_data();
    void theFirstFileThatCannotBeReadIsNamed();
    void aRowOfOtherCellsThanTheHeadsIsNotUsed();
    void anAreaGivenTwiceIsRefused();

    void officialBoundariesJoinEveryRow();
    void aRealFileWithoutACoordinateSystemIsGuessed();
    void aRealFileWithAccentsIsRead();
    void aRealFileWithAnUnnamedDatumIsProjected();
    void laterBoundariesJoinByNameToo();
    void aLayerOfARealGeoPackageIsChosen();
};

void LoadDatasetTest::builtInDataLoadWithoutIssues()
{
    CapturedStderr captured;
    const auto loaded = load(builtInSources());
    QCOMPARE(captured.text(), QByteArray());
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().message));
    const Dataset &dataset = **loaded;
    QCOMPARE(dataset.areas.size(), size_t(39));
    QCOMPARE(dataset.indicatorCount(), size_t(6));
    QCOMPARE(dataset.metadata.domains().size(), size_t(3));
    QCOMPARE(joinedAreas(dataset), size_t(39));
    QVERIFY2(dataset.issues.empty(),
             dataset.issues.empty() ? "" : qPrintable(issueLine(dataset.issues.front())));
    QVERIFY(dataset.boundariesAreApproximate);
    QCOMPARE(dataset.boundarySource, "Natural Earth");
    for (const auto &column : dataset.cells)
        QVERIFY(std::none_of(column.begin(), column.end(), [](const CellValue &c) { return c.isMissing(); }));
}

void LoadDatasetTest::ownFilesLoad()
{
    const QTemporaryDir folder;
    const QString shapes = writeLayer(
        folder, "areas.gpkg",
        {{{"E1", "North", squareWkt(400000, 310000, 10)}, {"E2", "South", squareWkt(400000, 300000, 10)}}});
    const QString data = writeBytes(folder, "data.csv", "uCode;absence\nE1;1.5\nE2;c\n");
    const QString metadata =
        writeBytes(folder, "metadata.csv", "iCode,iName,Direction\nabsence,Absence from school,-1\n");
    const auto loaded = load({.boundaries = shapes, .indicators = data, .metadata = metadata});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().message));
    const Dataset &dataset = **loaded;
    QCOMPARE(dataset.indicator(0).name, "Absence from school");
    QCOMPARE(dataset.indicator(0).direction, Direction::LowerIsMoreDisengaged);
    QCOMPARE(dataset.cells[0][1].missing, Missing::Suppressed);
    QCOMPARE(dataset.boundarySource, "areas.gpkg");
    QCOMPARE(dataset.indicatorSource, "data.csv");
    QVERIFY(!dataset.boundariesAreApproximate);
    QVERIFY(dataset.issues.empty());
}

void LoadDatasetTest::theFirstFileThatCannotBeReadIsNamed_data()
{
    QTest::addColumn<DataSources>("sources");
    QTest::addColumn<QString>("expected");
    DataSources sources = builtInSources();
    sources.boundaries = "/nowhere/areas.shp";
    QTest::newRow("boundaries") << sources << "The boundary file /nowhere/areas.shp does not exist";
    sources = builtInSources();
    sources.indicators = "/nowhere/data.csv";
    QTest::newRow("indicators") << sources << "The indicator file /nowhere/data.csv does not exist";
    sources = builtInSources();
    sources.metadata = "/nowhere/metadata.csv";
    QTest::newRow("metadata") << sources << "The metadata file /nowhere/metadata.csv does not exist";
}

void LoadDatasetTest::theFirstFileThatCannotBeReadIsNamed()
{
    QFETCH(const DataSources, sources);
    QFETCH(const QString, expected);
    const auto loaded = load(sources);
    QVERIFY(!loaded.ok());
    QVERIFY2(loaded.error().message.startsWith(expected), qPrintable(loaded.error().message));
}

void LoadDatasetTest::aRowOfOtherCellsThanTheHeadsIsNotUsed()
{
    const QTemporaryDir folder;
    DataSources sources = builtInSources();
    sources.indicators =
        writeBytes(folder, "data.csv", "uCode,absence\nE37000001,1.5,2\nE37000002,3\nE37000003,4\n");
    sources.metadata.clear();
    const auto loaded = load(sources);
    QVERIFY(loaded.ok());
    QVERIFY(std::any_of((*loaded)->issues.begin(), (*loaded)->issues.end(), [](const Issue &issue) {
        return issue.row == 2 && issue.message.contains("3 cells where there are 2 heads");
    }));
    const auto area = (*loaded)->findArea({"E37000001"});
    QVERIFY(area && (*loaded)->cells[0][*area].isMissing());
}

void LoadDatasetTest::anAreaGivenTwiceIsRefused()
{
    const QTemporaryDir folder;
    DataSources sources = builtInSources();
    sources.indicators =
        writeBytes(folder, "data.csv", "uCode,absence\nE37000001,1\nE37000002,3\nE37000001,2\n");
    sources.metadata.clear();
    const auto loaded = load(sources);
    QVERIFY(!loaded.ok());
    QVERIFY(loaded.error().message.startsWith("data.csv gives the area E37000001 twice, in rows 2 and 4"));
}

void LoadDatasetTest::officialBoundariesJoinEveryRow()
{
    const QString path = realFiles + "boundaries/lep_2014_27700.shp";
    if (!QFileInfo::exists(path))
        QSKIP("The official boundaries are not beside this source tree.");
    const auto loaded = load(withBoundaries(path));
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().message));
    QCOMPARE((*loaded)->areas.size(), size_t(39));
    QCOMPARE(joinedAreas(**loaded), size_t(39));
    QVERIFY((*loaded)->issues.empty());
}

void LoadDatasetTest::aRealFileWithoutACoordinateSystemIsGuessed()
{
    const QString path = realFiles + "boundaries/awkward/lep_noprj.shp";
    if (!QFileInfo::exists(path))
        QSKIP("The file is not beside this source tree.");
    const auto loaded = load(withBoundaries(path));
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().message));
    QCOMPARE(joinedAreas(**loaded), size_t(39));
    QCOMPARE((*loaded)->issues.size(), size_t(1));
    QVERIFY((*loaded)->issues[0].message.contains("EPSG:27700"));
}

// Natural Earth's counties, in degrees, with French names in ISO 8859-1 and nothing that says so.
void LoadDatasetTest::aRealFileWithAccentsIsRead()
{
    const QString path = realFiles + "boundaries/awkward/ne_admin1_latin1.shp";
    if (!QFileInfo::exists(path))
        QSKIP("The file is not beside this source tree.");
    const auto file = read(path, {.codeField = "iso", .nameField = "nom_fr"});
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QCOMPARE(file->boundaries.size(), size_t(174));
    int accents = 0;
    for (const BoundaryArea &area : file->boundaries.areas) {
        QVERIFY2(!area.name.contains(QChar::ReplacementCharacter), qPrintable(area.name));
        accents += area.name.contains(QString::fromUtf8("é")) ? 1 : 0;
    }
    QVERIFY(accents > 0);
    QVERIFY(std::any_of(file->issues.begin(), file->issues.end(),
                        [](const Issue &issue) { return issue.message.contains("Windows-1252"); }));
}

// Upper-tier authorities on an unnamed GRS 1980 datum without an EPSG code.
void LoadDatasetTest::aRealFileWithAnUnnamedDatumIsProjected()
{
    const QString path = realFiles + "boundaries/awkward/la_map.shp";
    if (!QFileInfo::exists(path))
        QSKIP("The file is not beside this source tree.");
    const auto file = read(path);
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message + file.error().details));
    QCOMPARE(file->boundaries.size(), size_t(152));
    QVERIFY(file->boundaries.areas[0].code.text.startsWith('E'));
    const QRectF england(80000, 5000, 580000, 655000);
    QVERIFY(england.contains(file->boundaries.extent()));
}

// 38 partnerships in May 2021, in degrees; most codes are those of 2014.
void LoadDatasetTest::laterBoundariesJoinByNameToo()
{
    const QString path = realFiles + "boundaries/lep_2021_buc_4326.geojson";
    if (!QFileInfo::exists(path))
        QSKIP("The official boundaries are not beside this source tree.");
    const auto loaded = load(withBoundaries(path));
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().message));
    QVERIFY2(joinedAreas(**loaded) >= 33, qPrintable(QString::number(joinedAreas(**loaded))));
    QVERIFY(warningsIn((*loaded)->issues) > 0);
}

void LoadDatasetTest::aLayerOfARealGeoPackageIsChosen()
{
    const QString path = realFiles + "boundaries/lad_lep_parts_2014.gpkg";
    if (!QFileInfo::exists(path))
        QSKIP("The file is not beside this source tree.");
    const auto file = read(path, {.layer = "lep_2014"});
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QCOMPARE(file->boundaries.size(), size_t(39));
    const auto parts = read(path);
    QVERIFY(parts.ok());
    QVERIFY(parts->boundaries.size() > 300);
    QVERIFY2(warningsIn(parts->issues) > 0, "A district that is cut between two areas has two shapes.");
}

ATLAS_TEST(LoadDatasetTest)

#include "test_load_dataset.moc"
