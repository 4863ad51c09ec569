#include "tests/support/captured_stderr.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/boundaries/boundary_reader.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

#include <cmath>
#include <future>
#include <limits>
#include <thread>

using namespace atlas;
using namespace atlas::test;

namespace {

using MakeFile = QString (*)(const QTemporaryDir &);

const MadeLayer twoSquares{
    .features = {{"E37000001", "North", squareWkt(0, 10, 10)}, {"E37000002", "South", squareWkt(0, 0, 10)}}};

QString cut(const QString &path, double share)
{
    QFile file(path);
    return file.resize(static_cast<qint64>(static_cast<double>(file.size()) * share)) ? path : QString();
}

QString shapefileWithout(const QTemporaryDir &folder, const char *extension)
{
    const QString path = writeLayer(folder, "areas.shp", twoSquares);
    return QFile::remove(folder.filePath(QString("areas.%1").arg(extension))) ? path : QString();
}

QString noise(const QTemporaryDir &folder, const QString &name)
{
    QRandomGenerator random(5);
    QByteArray bytes;
    for (int i = 0; i < 5000; ++i)
        bytes += static_cast<char>(random.bounded(256));
    return writeBytes(folder, name, bytes);
}

QString geoJson(const QTemporaryDir &folder, const QByteArray &geometry)
{
    return writeBytes(folder, "areas.geojson",
                      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
                      R"({"code":"E37000001"},"geometry":)"
                          + geometry + "}]}");
}

/// A person can read it: it names the file, is one or two sentences, and ends as a sentence does.
QString whatIsWrongWith(const Error &error, const QString &path)
{
    const QString &message = error.message;
    if (!message.contains(QFileInfo(path).fileName()))
        return "It does not name the file: " + message;
    if (!message.endsWith('.') || message.count(". ") > 1 || message.contains('\n'))
        return "It is not one or two sentences: " + message;
    return {};
}

} // namespace

class BoundaryErrorsTest : public QObject
{
    Q_OBJECT

private slots:
    void badFilesAreRefusedInWords_data();
    void badFilesAreRefusedInWords();
    void everyCutOfAShapefileIsRefused_data();
    void everyCutOfAShapefileIsRefused();
    void aRecordThatDoesNotEndIsRefusedWithoutAnIndex_data();
    void aRecordThatDoesNotEndIsRefusedWithoutAnIndex();
    void anUnknownLayerIsNamedWithTheOnesThereAre();
    void anUnknownFieldIsNamedWithTheOnesThereAre();
    void aCancelledReadStops();
    void manyPartsAreRead();
    void aVeryLongRingIsRead();
    void areasInOnePointAreRead();
    void sizesMayDifferAsMuchAsTheyLike();
    void aCancelStopsItWhileItReadsOrProjects();
};

void BoundaryErrorsTest::badFilesAreRefusedInWords_data()
{
    using Dir = const QTemporaryDir &;
    QTest::addColumn<MakeFile>("make");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, MakeFile make, const char *expected) {
        QTest::newRow(name) << make << QString(expected);
    };
    row(
        "a missing file", [](Dir d) { return d.filePath("areas.shp"); }, "does not exist");
    row(
        "a folder",
        [](Dir d) {
            QDir(d.path()).mkdir("areas");
            return d.filePath("areas");
        },
        "is a folder");
    row(
        "an empty file", [](Dir d) { return writeBytes(d, "areas.shp", ""); }, "is empty");
    row(
        "a table", [](Dir d) { return writeBytes(d, "areas.csv", "code,name\nE1,North\n"); }, "GeoPackage");
    row(
        "noise named .shp", [](Dir d) { return noise(d, "areas.shp"); }, "damaged");
    row(
        "noise named .geojson", [](Dir d) { return noise(d, "areas.geojson"); }, "damaged");
    row(
        "noise named .gpkg", [](Dir d) { return noise(d, "areas.gpkg"); }, "damaged");
    row(
        "noise named .fgb", [](Dir d) { return noise(d, "areas.fgb"); }, "damaged");
    row(
        "noise named .topojson", [](Dir d) { return noise(d, "areas.topojson"); }, "damaged");
    row(
        "a GeoJSON cut short", [](Dir d) { return cut(writeLayer(d, "areas.geojson", twoSquares), 0.7); },
        "damaged");
    row(
        "a GeoPackage cut short", [](Dir d) { return cut(writeLayer(d, "areas.gpkg", twoSquares), 0.5); },
        "damaged");
    row(
        "a FlatGeobuf cut short", [](Dir d) { return cut(writeLayer(d, "areas.fgb", twoSquares), 0.8); },
        "damaged");
    row(
        "a shapefile without its .dbf", [](Dir d) { return shapefileWithout(d, "dbf"); }, ".dbf");
    row(
        "a layer of points",
        [](Dir d) {
            return writeLayer(d, "areas.shp",
                              {.features = {{"E37000001", "North", "POINT (1 2)"}}, .shapes = "POINT"});
        },
        "points or lines");
    row(
        "a layer of lines",
        [](Dir d) {
            return writeLayer(
                d, "areas.gpkg",
                {.features = {{"E37000001", "North", "LINESTRING (1 2, 3 4)"}}, .shapes = "LINESTRING"});
        },
        "points or lines");
    row(
        "points where polygons may be",
        [](Dir d) { return geoJson(d, R"({"type":"Point","coordinates":[-1,52]})"); }, "points or lines");
    row(
        "no features", [](Dir d) { return writeLayer(d, "areas.gpkg", {}); }, "no areas");
    row(
        "a shapefile without features", [](Dir d) { return writeLayer(d, "areas.shp", {}); }, "no areas");
    row(
        "no feature has a shape",
        [](Dir d) {
            return writeLayer(d, "areas.shp", {{{"E1", "North", ""}, {"E2", "South", ""}}});
        },
        "no shapes");
    row(
        "shapes without points", [](Dir d) { return geoJson(d, R"({"type":"Polygon","coordinates":[]})"); },
        "no shapes");
    row(
        "a coordinate that is not a number",
        [](Dir d) {
            const QString path = writeLayer(d, "areas.shp", twoSquares);
            QFile file(path);
            constexpr qint64 firstPoint = 156; // of the first shape, past the file's and the shape's headers
            const double value = std::numeric_limits<double>::quiet_NaN();
            const bool written =
                file.open(QIODevice::ReadWrite) && file.seek(firstPoint)
                && file.write(reinterpret_cast<const char *>(&value), sizeof value) == sizeof value;
            return written ? path : QString();
        },
        "damaged");
    row(
        "a point far beyond the earth",
        [](Dir d) {
            MadeLayer layer = twoSquares;
            layer.features.push_back({"E37000003", "Far", "POLYGON ((0 0, 0 1e300, 1 1e300, 0 0))"});
            return writeLayer(d, "areas.shp", layer);
        },
        "100,000 km");
    row(
        "degrees beyond the poles",
        [](Dir d) {
            return geoJson(d, R"({"type":"Polygon","coordinates":[[[95,100],[95,101],[96,101],[95,100]]]})");
        },
        "go up to 101");
}

void BoundaryErrorsTest::badFilesAreRefusedInWords()
{
    QFETCH(const MakeFile, make);
    QFETCH(const QString, expected);
    const QTemporaryDir folder;
    const QString path = make(folder);
    QVERIFY2(!path.isEmpty(), "The file could not be made.");
    const QStringList before = filesIn(folder);

    CapturedStderr captured;
    Progress progress;
    const auto file = readBoundaries(path, {}, progress);
    QCOMPARE(captured.text(), QByteArray());

    QVERIFY(!file.ok());
    QCOMPARE(whatIsWrongWith(file.error(), path), QString());
    QVERIFY2(file.error().message.contains(expected), qPrintable(file.error().message));
    QCOMPARE(filesIn(folder), before);
}

void BoundaryErrorsTest::everyCutOfAShapefileIsRefused_data()
{
    QTest::addColumn<bool>("withIndex");
    QTest::addColumn<QString>("extension");
    QTest::addColumn<double>("share");
    for (const double share : {0.02, 0.3, 0.6, 0.95}) {
        const auto percent = static_cast<int>(share * 100);
        QTest::addRow("%d %% of the .shp", percent) << true << "shp" << share;
        QTest::addRow("%d %% of the .shp and no .shx", percent) << false << "shp" << share;
        QTest::addRow("%d %% of the .dbf", percent) << true << "dbf" << share;
    }
}

void BoundaryErrorsTest::everyCutOfAShapefileIsRefused()
{
    QFETCH(const bool, withIndex);
    QFETCH(const QString, extension);
    QFETCH(const double, share);
    const QTemporaryDir folder;
    const QString path = writeLayer(folder, "areas.shp", twoSquares);
    QVERIFY(!cut(folder.filePath("areas." + extension), share).isEmpty());
    QVERIFY(withIndex || QFile::remove(folder.filePath("areas.shx")));

    CapturedStderr captured;
    Progress progress;
    const auto file = readBoundaries(path, {}, progress);
    QCOMPARE(captured.text(), QByteArray());
    QVERIFY2(!file.ok(), "Half of the areas would be missing without a word.");
    QCOMPARE(whatIsWrongWith(file.error(), path), QString());
}

void BoundaryErrorsTest::aRecordThatDoesNotEndIsRefusedWithoutAnIndex_data()
{
    QTest::addColumn<qint32>("words");
    QTest::newRow("before it begins") << -4;
    QTest::newRow("where it begins") << 0;
    QTest::newRow("behind the end of the file") << 1000000;
    QTest::newRow("behind all that can be counted") << std::numeric_limits<qint32>::max() - 3;
}

void BoundaryErrorsTest::aRecordThatDoesNotEndIsRefusedWithoutAnIndex()
{
    QFETCH(const qint32, words);
    const QTemporaryDir folder;
    const QString path = shapefileWithout(folder, "shx");
    QFile file(path);
    constexpr qint64 lengthOfTheFirst = 104; // past the file's header and the number of the record
    const qint32 bigEndian = qToBigEndian(words);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(lengthOfTheFirst));
    QCOMPARE(file.write(reinterpret_cast<const char *>(&bigEndian), sizeof words), qint64(sizeof words));
    file.close();

    Progress progress;
    const auto read = readBoundaries(path, {}, progress);
    QVERIFY(!read.ok());
    QCOMPARE(whatIsWrongWith(read.error(), path), QString());
    QVERIFY(read.error().message.contains("damaged"));
}

void BoundaryErrorsTest::anUnknownLayerIsNamedWithTheOnesThereAre()
{
    const QTemporaryDir folder;
    Progress progress;
    const auto file =
        readBoundaries(writeLayer(folder, "areas.gpkg", twoSquares), {.layer = "towns"}, progress);
    QVERIFY(!file.ok());
    QVERIFY(file.error().message.contains("no layer \"towns\". Its layers are: areas."));
}

void BoundaryErrorsTest::anUnknownFieldIsNamedWithTheOnesThereAre()
{
    const QTemporaryDir folder;
    const QString path = writeLayer(folder, "areas.gpkg", twoSquares);
    Progress progress;
    for (const BoundaryOptions &options :
         {BoundaryOptions{.codeField = "LEP14CD"}, BoundaryOptions{.nameField = "LEP14CD"}}) {
        const auto file = readBoundaries(path, options, progress);
        QVERIFY(!file.ok());
        QVERIFY(file.error().message.contains("no field \"LEP14CD\". Its fields are: code, name."));
    }
}

void BoundaryErrorsTest::aCancelledReadStops()
{
    const QTemporaryDir folder;
    Progress progress;
    progress.cancel();
    const auto file = readBoundaries(writeLayer(folder, "areas.gpkg", twoSquares), {}, progress);
    QVERIFY(!file.ok());
    QVERIFY(file.error().message.contains("cancelled"));
}

void BoundaryErrorsTest::manyPartsAreRead()
{
    constexpr int count = 3000;
    QByteArrayList parts;
    for (int i = 0; i < count; ++i)
        parts << squareWkt(100000 + 20.0 * (i % 50), 100000 + 20.0 * (i / 50), 10).mid(8); // past the word
    const QTemporaryDir folder;
    for (const char *name : {"areas.shp", "areas.gpkg"}) {
        Progress progress;
        const auto file = readBoundaries(
            writeLayer(folder, name, {{{"E1", "Islands", "MULTIPOLYGON (" + parts.join(',') + ')'}}}), {},
            progress);
        QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message + file.error().details));
        QCOMPARE(file->boundaries.partStarts.size(), size_t(count + 1));
    }
}

void BoundaryErrorsTest::aVeryLongRingIsRead()
{
    constexpr int count = 200000;
    QByteArrayList points;
    for (int i = 0; i < count; ++i)
        points << QByteArray::number(100000 + i) + ' ' + QByteArray::number(200000 + 10 * (i % 2));
    points << "300000 0"
           << "100000 0" << points.front();
    const QTemporaryDir folder;
    Progress progress;
    const auto file = readBoundaries(
        writeLayer(folder, "areas.shp", {{{"E1", "Coast", "POLYGON ((" + points.join(',') + "))"}}}), {},
        progress);
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QCOMPARE(file->boundaries.points.size(), size_t(count + 3));
}

void BoundaryErrorsTest::areasInOnePointAreRead()
{
    MadeLayer layer;
    for (int i = 0; i < 3000; ++i)
        layer.features.push_back({"E" + QByteArray::number(i), "Point", "POLYGON ((5 5, 5 5, 5 5, 5 5))"});
    const QTemporaryDir folder;
    Progress progress;
    const auto file = readBoundaries(writeLayer(folder, "areas.gpkg", layer), {}, progress);
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QCOMPARE(file->boundaries.size(), size_t(3000));
}

void BoundaryErrorsTest::sizesMayDifferAsMuchAsTheyLike()
{
    const QTemporaryDir folder;
    Progress progress;
    const auto file = readBoundaries(
        writeLayer(folder, "areas.shp",
                   {{{"E1", "Narrow", "POLYGON ((400000 0, 400000 10, 400000.001 10, 400000 0))"},
                     {"E2", "Wide", squareWkt(-500000, -500000, 1000000)}}}),
        {}, progress);
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QVERIFY(std::abs(file->boundaries.boxes[0].width() - 0.001) < 1e-9);
    QCOMPARE(file->boundaries.boxes[1].width(), 1e6);
}

void BoundaryErrorsTest::aCancelStopsItWhileItReadsOrProjects()
{
    QByteArrayList features;
    for (int i = 0; i < 5000; ++i) { // in degrees, each as a square of a hundredth of one
        const int column = i % 100;
        const int row = i / 100;
        const auto corner = [&](int x, int y) {
            return '[' + QByteArray::number(-2 + 0.01 * (column + x)) + ','
                   + QByteArray::number(52 + 0.01 * (row + y)) + ']';
        };
        features << R"({"type":"Feature","properties":{"code":"E)" + QByteArray::number(i)
                        + R"("},"geometry":{"type":"Polygon","coordinates":[[)" + corner(0, 0) + ','
                        + corner(0, 1) + ',' + corner(1, 1) + ',' + corner(0, 0) + "]]}}";
    }
    const QTemporaryDir folder;
    const QString path = writeBytes(
        folder, "areas.geojson", R"({"type":"FeatureCollection","features":[)" + features.join(',') + "]}");
    for (const double from : {0.1, 0.5, 0.85}) { // the last is while projecting
        Progress progress;
        auto reading = std::async(std::launch::async, [&] { return readBoundaries(path, {}, progress); });
        while (progress.fraction() < from)
            std::this_thread::yield();
        progress.cancel();
        const auto file = reading.get();
        QVERIFY2(file.ok() || file.error().message.contains("cancelled"),
                 "It may have reached its end before it saw the cancel, but gives no other error.");
    }
}

ATLAS_TEST(BoundaryErrorsTest)

#include "test_boundary_errors.moc"
