#include "tests/support/captured_stderr.h"
#include "tests/support/made_files.h"
#include "tests/support/made_zip.h"
#include "tests/support/test_program.h"

#include "core/boundaries/boundary_reader.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <sqlite3.h>
#include <sys/stat.h>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

namespace {

const MadeLayer twoSquares{.features = {{"E37000001", "North", squareWkt(400000, 310000, 10000)},
                                        {"E37000002", "South", squareWkt(400000, 300000, 10000)}}};

Result<BoundaryFile> read(const QString &path)
{
    Progress progress;
    return readBoundaries(path, {}, progress);
}

QStringList namesOf(const Result<BoundaryFile> &file)
{
    if (!file)
        return {file.error().message + file.error().details};
    QStringList names;
    for (const BoundaryArea &area : file->boundaries.areas)
        names << area.name;
    names.sort();
    return names;
}

/// The message of a file that is refused; empty when it is not.
QString refusalOf(const QString &path)
{
    CapturedStderr captured;
    const auto file = read(path);
    if (!captured.text().isEmpty())
        return "It is printed: " + QString::fromUtf8(captured.text());
    return file ? QString() : file.error().message;
}

/// Runs SQL on a database, past GDAL, which would look into what it makes.
bool change(const QString &path, const QByteArray &statements)
{
    sqlite3 *database = nullptr;
    const bool done =
        sqlite3_open(path.toUtf8().constData(), &database) == SQLITE_OK
        && sqlite3_exec(database, statements.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return done;
}

/// A GeoPackage with a further layer, a view.
QString writeViewPackage(const QTemporaryDir &folder, const QByteArray &view)
{
    const QString path = writeLayer(folder, "areas.gpkg", twoSquares);
    const bool changed = change(
        path,
        "DELETE FROM gpkg_contents; DELETE FROM gpkg_geometry_columns; CREATE VIEW v AS " + view
            + "; INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) VALUES ('v', 'v', "
              "'features', 27700); INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'POLYGON', "
              "27700, 0, 0)");
    return changed ? path : QString();
}

} // namespace

class BoundaryContainersTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFormatIsRead_data();
    void everyFormatIsRead();
    void everyFormatIsReadFromAZip_data();
    void everyFormatIsReadFromAZip();
    void partsOfAShapefileMayBeInAnyCase_data();
    void partsOfAShapefileMayBeInAnyCase();
    void aPartOfAShapefileStandsForIt();
    void aZipMayHoldOtherFiles();
    void nothingIsWrittenBesideGml();
    void whatIsNoBoundaryFileIsSaid_data();
    void whatIsNoBoundaryFileIsSaid();
    void aViewIsReadWhereItEnds();
    void aViewThatNeverEndsIsRefused_data();
    void aViewThatNeverEndsIsRefused();
};

void BoundaryContainersTest::everyFormatIsRead_data()
{
    QTest::addColumn<QString>("name");
    for (const char *ending :
         {"shp", "gpkg", "geojson", "fgb", "tab", "mif", "kml", "kmz", "gml", "sqlite", "gdb"})
        QTest::newRow(ending) << QString("areas.") + ending;
}

void BoundaryContainersTest::everyFormatIsRead()
{
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    const QString path = writeLayer(folder, name, twoSquares);
    QVERIFY(!path.isEmpty());
    const QStringList before = filesIn(folder);
    CapturedStderr captured;
    const auto file = read(path);
    QCOMPARE(captured.text(), QByteArray());
    QCOMPARE(namesOf(file), QStringList({"North", "South"}));
    QCOMPARE(filesIn(folder), before);
    const QRectF extent = file->boundaries.extent();
    QVERIFY(std::abs(extent.left() - 400000) < 1 && std::abs(extent.bottom() - 320000) < 1);
    const auto &areas = file->boundaries.areas;
    QVERIFY(std::any_of(areas.begin(), areas.end(),
                        [](const BoundaryArea &area) { return area.code.text == "E37000001"; }));
}

void BoundaryContainersTest::everyFormatIsReadFromAZip_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("inZip");
    for (const char *ending : {"shp", "gpkg", "geojson", "fgb", "tab", "mif", "kml", "gml", "sqlite"}) {
        QTest::addRow("%s", ending) << QString("areas.") + ending << "%1";
        QTest::addRow("%s in folders", ending) << QString("areas.") + ending << "Shapes & more/é/%1";
    }
}

void BoundaryContainersTest::everyFormatIsReadFromAZip()
{
    QFETCH(const QString, name);
    QFETCH(const QString, inZip);
    const QTemporaryDir folder;
    QVERIFY(!writeLayer(folder, name, twoSquares).isEmpty());
    const QTemporaryDir target;
    const QString zip = writeZip(target, "all.zip", filesForZip(folder, "areas", inZip));
    QVERIFY(!zip.isEmpty());
    QCOMPARE(namesOf(read(zip)), QStringList({"North", "South"}));
    QCOMPARE(filesIn(target), QStringList{"all.zip"});
}

void BoundaryContainersTest::partsOfAShapefileMayBeInAnyCase_data()
{
    QTest::addColumn<QStringList>("endings"); // of shp, shx, dbf and prj
    QTest::newRow("upper case") << QStringList{"ZONES.SHP", "ZONES.SHX", "ZONES.DBF", "ZONES.PRJ"};
    QTest::newRow("upper case endings") << QStringList{"zones.SHP", "zones.SHX", "zones.DBF", "zones.PRJ"};
    QTest::newRow("mixed") << QStringList{"ZONES.SHP", "ZONES.SHX", "Zones.Dbf", "zones.Prj"};
    QTest::newRow("capitals") << QStringList{"Zones.Shp", "Zones.Shx", "zones.dbf", "Zones.prj"};
    QTest::newRow("without an index") << QStringList{"Zones.Shp", "", "zONES.dBF", "Zones.prj"};
}

void BoundaryContainersTest::partsOfAShapefileMayBeInAnyCase()
{
    QFETCH(const QStringList, endings);
    const QTemporaryDir folder;
    writeLayer(folder, "areas.shp", twoSquares);
    QVERIFY(QFile::remove(folder.filePath("areas.cpg")));
    QTemporaryDir target;
    for (qsizetype i = 0; i < endings.size(); ++i) {
        const char *const from[] = {"areas.shp", "areas.shx", "areas.dbf", "areas.prj"};
        if (!endings[i].isEmpty())
            QVERIFY(QFile::copy(folder.filePath(from[i]), target.filePath(endings[i])));
    }
    const QStringList before = filesIn(target);
    const auto file = read(target.filePath(endings[0]));
    QCOMPARE(namesOf(file), QStringList({"North", "South"}));
    QVERIFY(file->issues.empty());
    QCOMPARE(filesIn(target), before);

    const QTemporaryDir zips;
    QCOMPARE(namesOf(read(writeZip(zips, "all.zip", filesForZip(target, "")))),
             QStringList({"North", "South"}));
}

void BoundaryContainersTest::aPartOfAShapefileStandsForIt()
{
    const QTemporaryDir folder;
    writeLayer(folder, "areas.shp", twoSquares);
    for (const char *part : {"areas.dbf", "areas.shx", "areas.prj"})
        QCOMPARE(namesOf(read(folder.filePath(part))), QStringList({"North", "South"}));
}

void BoundaryContainersTest::aZipMayHoldOtherFiles()
{
    const QTemporaryDir folder;
    writeLayer(folder, "areas.shp", twoSquares);
    auto files = filesForZip(folder, "areas");
    files.emplace_back("readme.txt", "Read me.");
    files.emplace_back("metadata.json", "{}");
    files.emplace_back("broken/areas.gpkg", "no GeoPackage");
    files.emplace_back("inner.zip", "PK");
    const QTemporaryDir target;
    QCOMPARE(namesOf(read(writeZip(target, "all.zip", files))), QStringList({"North", "South"}));
}

void BoundaryContainersTest::nothingIsWrittenBesideGml()
{
    const QTemporaryDir folder;
    writeLayer(folder, "areas.gml", twoSquares);
    QVERIFY(QFile::remove(folder.filePath("areas.xsd")));
    for (const char *name : {"areas.xml", "areas.txt", "areas"})
        QVERIFY(QFile::copy(folder.filePath("areas.gml"), folder.filePath(name)));
    const QStringList before = filesIn(folder);
    for (const QString &name : before)
        QVERIFY2(namesOf(read(folder.filePath(name))).size() == 2, qPrintable(name));
    QCOMPARE(filesIn(folder), before);
}

void BoundaryContainersTest::whatIsNoBoundaryFileIsSaid_data()
{
    using Make = QString (*)(const QTemporaryDir &);
    using Dir = const QTemporaryDir &;
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, Make make, const char *expected) {
        QTest::newRow(name) << make << QString(expected);
    };
    row(
        "a table alone",
        [](Dir d) {
            writeLayer(d, "areas.shp", twoSquares);
            return QFile::remove(d.filePath("areas.shp")) ? d.filePath("areas.dbf") : QString();
        },
        "Choose it as figures");
    row(
        "a GeoPackage of tables only",
        [](Dir d) {
            const QString path = writeLayer(d, "areas.gpkg", twoSquares);
            const bool changed = change(
                path, "DELETE FROM gpkg_geometry_columns; UPDATE gpkg_contents SET data_type = 'attributes'");
            return changed ? path : QString();
        },
        "tables without shapes");
    row(
        "VRT",
        [](Dir d) {
            return writeBytes(d, "areas.vrt",
                              "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>a.shp</SrcDataSource>"
                              "</OGRVRTLayer></OGRVRTDataSource>");
        },
        "could not be read as boundaries");
    row(
        "VRT under another name",
        [](Dir d) {
            return writeBytes(d, "areas.gml",
                              "<OGRVRTDataSource><OGRVRTLayer name=\"a\"/></OGRVRTDataSource>");
        },
        "could not be read as boundaries");
    row(
        "a zip of figures",
        [](Dir d) {
            return writeZip(d, "areas.zip", {{"figures.csv", "a,b\n"}});
        },
        "a zip without boundaries; it has figures.csv");
    row(
        "a zip in a zip",
        [](Dir d) {
            return writeZip(d, "areas.zip", {{"areas.zip", "PK"}, {"a.txt", "x"}});
        },
        "another zip, areas.zip");
    row(
        "an empty member",
        [](Dir d) {
            return writeZip(d, "areas.zip", {{"areas.geojson", ""}});
        },
        "is empty");
    row(
        "a bomb",
        [](Dir d) {
            const QString zip = writeZip(d, "areas.zip", {{"areas.geojson", "{}"}});
            return sayUnpackedSize(zip, 3000000000U) ? zip : QString();
        },
        "far more than a zip of real data");
    row(
        "a damaged file in a zip",
        [](Dir d) {
            return writeZip(d, "areas.zip", {{"a.gpkg", "no GeoPackage"}});
        },
        "areas.zip: a.gpkg could not be read");
    row(
        "a workbook",
        [](Dir d) {
            return writeZip(d, "areas.xlsx", {{"xl/workbook.xml", "<x/>"}});
        },
        "could not be read as boundaries");
    row(
        "a pipe",
        [](Dir d) {
            const QString path = d.filePath("areas.shp");
            return ::mkfifo(path.toUtf8().constData(), 0600) == 0 ? path : QString();
        },
        "device or a pipe");
    row(
        "a pipe beside a shapefile",
        [](Dir d) {
            const QString path = writeLayer(d, "areas.shp", twoSquares);
            const QString part = d.filePath("areas.dbf");
            return QFile::remove(part) && ::mkfifo(part.toUtf8().constData(), 0600) == 0 ? path : QString();
        },
        "device or a pipe");
    row(
        "a link to a device beside a shapefile",
        [](Dir d) {
            const QString path = writeLayer(d, "areas.shp", twoSquares);
            const QString part = d.filePath("areas.dbf");
            return QFile::remove(part) && QFile::link("/dev/zero", part) ? path : QString();
        },
        "device or a pipe");
    row(
        "a link to itself",
        [](Dir d) {
            const QString path = d.filePath("areas.shp");
            return QFile::link(path, path) ? path : QString();
        },
        "link that leads nowhere");
    row(
        "a MapInfo table of tables",
        [](Dir d) {
            return writeBytes(d, "areas.tab",
                              "!table\n!version 300\n\nOpen Table \"/etc/a\" Hide\nCreate View areas As\n");
        },
        "made of others");
    row(
        "a table of another file",
        [](Dir d) {
            const QString path = writeLayer(d, "areas.sqlite", twoSquares);
            const bool changed = change(path, "PRAGMA writable_schema = 1; INSERT INTO sqlite_master VALUES "
                                              "('table', 'far', 'far', 0, 'CREATE VIRTUAL "
                                              "TABLE far USING VirtualShape(''/etc/far'', UTF-8, 4326)')");
            return changed ? path : QString();
        },
        "whose rows stand in another file");
}

void BoundaryContainersTest::whatIsNoBoundaryFileIsSaid()
{
    using Make = QString (*)(const QTemporaryDir &);
    QFETCH(const Make, make);
    QFETCH(const QString, expected);
    const QTemporaryDir folder;
    const QString path = make(folder);
    QVERIFY(!path.isEmpty());
    const QString message = refusalOf(path);
    QVERIFY2(message.contains(expected), qPrintable(message));
    QVERIFY2(message.contains("areas"), qPrintable(message));
    QVERIFY2(message.endsWith('.') && !message.contains('\n'), qPrintable(message));
}

void BoundaryContainersTest::aViewIsReadWhereItEnds()
{
    const QTemporaryDir folder;
    QCOMPARE(namesOf(read(writeViewPackage(folder, "SELECT fid AS OGC_FID, geom, code, name FROM areas"))),
             QStringList({"North", "South"}));
}

void BoundaryContainersTest::aViewThatNeverEndsIsRefused_data()
{
    QTest::addColumn<QByteArray>("view");
    QTest::newRow("that never gives a row")
        << QByteArray("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                      "SELECT a.fid AS OGC_FID, a.geom, a.code, a.name FROM areas a, n WHERE n.i < 0");
    QTest::newRow("that always gives another")
        << QByteArray("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                      "SELECT n.i AS OGC_FID, a.geom, a.code || n.i AS code, a.name FROM n, areas a");
    QTest::newRow("that asks for 11 GB") << QByteArray(
        "SELECT a.fid AS OGC_FID, a.geom, hex(zeroblob(5500000000)) AS code, a.name FROM areas a");
}

void BoundaryContainersTest::aViewThatNeverEndsIsRefused()
{
    QFETCH(const QByteArray, view);
    const QTemporaryDir folder;
    const QString path = writeViewPackage(folder, view);
    QVERIFY(!path.isEmpty());
    QElapsedTimer timer;
    timer.start();
    const QString message = refusalOf(path);
    QVERIFY2(timer.elapsed() < 30000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY2(message.contains("areas.gpkg") && message.endsWith('.'), qPrintable(message));
}

ATLAS_TEST(BoundaryContainersTest)

#include "test_boundary_containers.moc"
