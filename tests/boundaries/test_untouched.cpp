#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/boundaries/boundary_reader.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTcpServer>
#include <QTest>

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <map>
#include <memory>

using namespace atlas;
using namespace atlas::test;

namespace {

/// Bytes and time of change of every file in a folder.
using FolderState = std::map<QString, std::pair<QByteArray, QDateTime>>;

FolderState stateOf(const QTemporaryDir &folder)
{
    FolderState state;
    for (const QString &name : filesIn(folder)) {
        const QString path = folder.filePath(name);
        state[name] = {readBytes(path), QFileInfo(path).lastModified()};
    }
    return state;
}

MadeLayer twoAreas()
{
    return {.features = {{"E37000001", "Avon", squareWkt(400000, 300000, 10000)},
                         {"E37000002", "Tees", squareWkt(410000, 300000, 10000)}}};
}

/// A GeoPackage that keeps a write-ahead log; without one as long as nobody has it open.
QString writeLoggedPackage(const QTemporaryDir &folder)
{
    const CPLConfigOptionSetter journal("OGR_SQLITE_JOURNAL", "WAL", false);
    return writeLayer(folder, "areas.gpkg", twoAreas());
}

/// A GeoPackage whose log holds the name "Humber" for an area, as a program leaves it that is ended.
QString writeLeftOpenPackage(const QTemporaryDir &folder)
{
    const QTemporaryDir open;
    const QString path = writeLoggedPackage(open);
    GDALDatasetUniquePtr dataset(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
    dataset->ExecuteSQL("UPDATE areas SET name = 'Humber' WHERE name = 'Tees'", nullptr, nullptr);
    for (const QString &name : filesIn(open))
        QFile::copy(open.filePath(name), folder.filePath(name));
    return folder.filePath("areas.gpkg");
}

/// One area in a GeoJSON file with this member beside its features.
QString writeGeoJsonWith(const QTemporaryDir &folder, const QByteArray &member)
{
    return writeBytes(
        folder, "areas.geojson",
        R"({"type": "FeatureCollection", )" + member
            + R"(, "features": [{"type": "Feature", "properties": {"code": "E37000001"},)"
              R"( "geometry": {"type": "Polygon", "coordinates":)"
              R"( [[[400000, 300000], [410000, 300000], [400000, 310000], [400000, 300000]]]}}]})");
}

/// The same with this coordinate system.
QString writeGeoJson(const QTemporaryDir &folder, const QByteArray &crs)
{
    return writeGeoJsonWith(folder, R"("crs": )" + crs);
}

Result<BoundaryFile> read(const QString &path)
{
    Progress progress;
    return readBoundaries(path, {}, progress);
}

} // namespace

class UntouchedTest : public QObject
{
    Q_OBJECT

private slots:
    void openingChangesNothingOnDisk_data();
    void openingChangesNothingOnDisk();
    void whatALeftOverLogHoldsIsRead();
    void nothingIsFetched_data();
    void nothingIsFetched();
    void aFolderNamedLikeAnAddressIsAFolder();
    void aFolderNamedLikeAFileSystemOfGdalIsRefused();
    void noFileOfASystemIsOpened_data();
    void noFileOfASystemIsOpened();
    void systemsWithoutFilesAreRead_data();
    void systemsWithoutFilesAreRead();
};

void UntouchedTest::openingChangesNothingOnDisk_data()
{
    using Write = QString (*)(const QTemporaryDir &);
    QTest::addColumn<Write>("write");
    const auto row = [](const char *name, Write write) { QTest::newRow(name) << write; };
    row("a shapefile", [](const QTemporaryDir &folder) { return writeLayer(folder, "a.shp", twoAreas()); });
    row("a shapefile without its index", [](const QTemporaryDir &folder) {
        const QString path = writeLayer(folder, "a.shp", twoAreas());
        QFile::remove(folder.filePath("a.shx"));
        return path;
    });
    row("a GeoPackage", [](const QTemporaryDir &folder) { return writeLayer(folder, "a.gpkg", twoAreas()); });
    row("a GeoPackage that keeps a log", &writeLoggedPackage);
    row("a GeoPackage with a log left over", &writeLeftOpenPackage);
    row("GeoJSON", [](const QTemporaryDir &folder) { return writeLayer(folder, "a.geojson", twoAreas()); });
    row("FlatGeobuf", [](const QTemporaryDir &folder) { return writeLayer(folder, "a.fgb", twoAreas()); });
}

void UntouchedTest::openingChangesNothingOnDisk()
{
    using Write = QString (*)(const QTemporaryDir &);
    QFETCH(const Write, write);
    const QTemporaryDir folder;
    const QString path = write(folder);
    const FolderState before = stateOf(folder);
    QVERIFY(!before.empty());
    const auto boundaries = read(path);
    QVERIFY2(boundaries.ok(), boundaries ? "" : qPrintable(boundaries.error().message));
    QCOMPARE(boundaries->boundaries.size(), size_t(2));
    QCOMPARE(stateOf(folder), before);
}

void UntouchedTest::whatALeftOverLogHoldsIsRead()
{
    const QTemporaryDir folder;
    const QString path = writeLeftOpenPackage(folder);
    QVERIFY2(filesIn(folder).contains("areas.gpkg-wal"), qPrintable(filesIn(folder).join(' ')));
    QVERIFY(QFile::link(path, folder.filePath("link.gpkg"))); // the log stands beside what it leads to
    for (const QString &name : {QString("areas.gpkg"), QString("link.gpkg")}) {
        const auto boundaries = read(folder.filePath(name));
        QVERIFY(boundaries.ok());
        QCOMPARE(boundaries->boundaries.areas[1].name, "Humber");
    }
}

void UntouchedTest::nothingIsFetched_data()
{
    QTest::addColumn<QByteArray>("crs"); // %1 is an address
    QTest::newRow("a link") << QByteArray(
        R"({"type": "link", "properties": {"href": "%1", "type": "proj4"}})");
    QTest::newRow("an address") << QByteArray(R"({"type": "url", "properties": {"url": "%1"}})");
    QTest::newRow("a name") << QByteArray(R"({"type": "name", "properties": {"name": "%1"}})");
}

void UntouchedTest::nothingIsFetched()
{
    QFETCH(const QByteArray, crs);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QByteArray address = "http://127.0.0.1:" + QByteArray::number(server.serverPort()) + "/system";
    const QTemporaryDir folder;
    const auto boundaries = read(writeGeoJson(folder, QByteArray(crs).replace("%1", address)));
    QVERIFY2(boundaries.ok() || !boundaries.error().message.isEmpty(), "an answer, whichever");
    server.waitForNewConnection(0);
    QVERIFY(!server.hasPendingConnections());
}

void UntouchedTest::aFolderNamedLikeAnAddressIsAFolder()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString host = QString("127.0.0.1:%1").arg(server.serverPort());
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath("http:/" + host));
    QVERIFY(QFile::copy(writeLayer(folder, "areas.geojson", twoAreas()),
                        folder.filePath("http:/" + host + "/areas.geojson")));
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()));
    const auto boundaries = read("http://" + host + "/areas.geojson");
    QVERIFY(QDir::setCurrent(before));
    QVERIFY2(boundaries.ok(), boundaries ? "" : qPrintable(boundaries.error().message));
    server.waitForNewConnection(0);
    QVERIFY(!server.hasPendingConnections());
}

void UntouchedTest::aFolderNamedLikeAFileSystemOfGdalIsRefused()
{
    const QTemporaryDir folder("/vsicurl-atlas-XXXXXX");
    if (!folder.isValid())
        QSKIP("No folder can be made at the root of this computer.");
    const auto boundaries = read(writeLayer(folder, "areas.fgb", twoAreas()));
    const auto json = read(writeGeoJson(folder, "null"));
    QVERIFY(!json.ok());
    QVERIFY2(json.error().message.contains("reserved for remote files"), qPrintable(json.error().message));
    QVERIFY(!boundaries.ok());
}

void UntouchedTest::noFileOfASystemIsOpened_data()
{
    QTest::addColumn<QString>("name");    // of the boundary file
    QTest::addColumn<QByteArray>("text"); // %1 is a file: a .prj, or "crs" and its value
    const auto json = [](const char *row, const QByteArray &crs) {
        QTest::newRow(row) << "areas.geojson" << crs;
    };
    const auto named = [&json](const char *row, const QByteArray &name) {
        json(row, R"("crs": {"type": "name", "properties": {"name": ")" + name + R"("}})");
    };
    named("a file with a system", "%1");
    named("an init file", "+init=%1:1");
    named("an init file of this folder", "+init=secret:1");
    named("an init file with escapes", "+\\u0069nit=%1:1");
    named("a grid", "+proj=longlat +nadgrids=%1 +ellps=GRS80 +type=crs");
    named("a grid that may be missing", "+proj=longlat +nadgrids=@%1 +ellps=GRS80 +type=crs");
    named("a grid of heights", "+proj=longlat +ellps=GRS80 +geoidgrids=%1 +vunits=m +type=crs");
    json("a name in quotes of another kind",
         R"('crs': {'type': 'name', 'properties': {'name': '+init=%1:1'}})");
    json("a name with escapes", R"("\u0063rs": {"type": "name", "properties": {"name": "+init=%1:1"}})");
    json("a comment between", R"("crs" /* here */ : {"type": "name", "properties": {"name": "+init=%1:1"}})");
    json("a long way between",
         R"("crs":)" + QByteArray(5000, ' ') + R"({"type": "name", "properties": {"name": "+init=%1:1"}})");
    json(
        "a grid in an extension",
        R"("crs": {"type": "name", "properties": {"name": "PROJCS[\"x\",GEOGCS[\"x\",DATUM[\"x\",)"
        R"(SPHEROID[\"GRS80\",6378137,298.257222101]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],)"
        R"(PROJECTION[\"Transverse_Mercator\"],UNIT[\"metre\",1],)"
        R"(EXTENSION[\"PROJ4\",\"+proj=tmerc +nadgrids=%1 +ellps=GRS80 +wktext\"]]"}})");
    QTest::newRow("a grid of a shapefile")
        << "areas.shp"
        << QByteArray(R"(PROJCS["x",GEOGCS["x",DATUM["x",SPHEROID["GRS80",6378137,298.257222101]],)"
                      R"(PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],)"
                      R"(PROJECTION["Transverse_Mercator"],UNIT["metre",1],)"
                      R"(EXTENSION["PROJ4","+proj=tmerc +ellps=GRS80 +wktext +nadgrids=%1"]])");
}

void UntouchedTest::noFileOfASystemIsOpened()
{
    QFETCH(const QString, name);
    QFETCH(QByteArray, text);
    const QTemporaryDir elsewhere;
    const QString secret = writeBytes(elsewhere, "secret", "<1> +proj=longlat +ellps=GRS80 <>\n");
    text.replace("%1", secret.toUtf8());
    const QTemporaryDir folder;
    const QString path =
        name.endsWith("shp") ? writeLayer(folder, name, twoAreas()) : writeGeoJsonWith(folder, text);
    if (name.endsWith("shp"))
        writeBytes(folder, "areas.prj", text);
    const int watch = ::inotify_init1(IN_NONBLOCK);
    QVERIFY(::inotify_add_watch(watch, secret.toUtf8().constData(), IN_OPEN) >= 0);
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(elsewhere.path()));
    const auto boundaries = read(path);
    QVERIFY(QDir::setCurrent(before));
    std::array<char, 256> events{};
    const auto seen = ::read(watch, events.data(), events.size());
    ::close(watch);
    QVERIFY2(boundaries.ok() || !boundaries.error().message.isEmpty(), "an answer, whichever");
    QCOMPARE(seen, -1); // nothing to read: nobody opened it
}

void UntouchedTest::systemsWithoutFilesAreRead_data()
{
    QTest::addColumn<QByteArray>("crs");
    QTest::newRow("none") << QByteArray(R"("crs": null)");
    QTest::newRow("a name") << QByteArray(R"("crs": {"type": "name", "properties": {"name": "EPSG:27700"}})");
    QTest::newRow("a name with colons")
        << QByteArray(R"("crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}})");
    QTest::newRow("an old name") << QByteArray(
        R"("crs": {"type": "name", "properties": {"name": "+init=epsg:27700"}})");
    QTest::newRow("a column called so") << QByteArray(R"("x": {"crs": {"grid": "init"}, "crs": "crs"})");
}

void UntouchedTest::systemsWithoutFilesAreRead()
{
    QFETCH(const QByteArray, crs);
    const QTemporaryDir folder;
    const auto boundaries = read(writeGeoJsonWith(folder, crs));
    // Without a system the numbers are degrees, by the standard, and lie nowhere.
    const QString said = boundaries ? QString() : boundaries.error().message;
    QVERIFY2(said.isEmpty() || said.contains("lie outside"), qPrintable(said));
}

ATLAS_TEST(UntouchedTest)

#include "test_untouched.moc"
