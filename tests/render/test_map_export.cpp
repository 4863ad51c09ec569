#include "tests/render/made_scene.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/render/map_export.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace atlas;
using namespace atlas::test;

namespace {

const MapExport small{.size = ExportSize::fromPixels(600, 700), .furniture = everything};

} // namespace

class MapExportTest : public QObject
{
    Q_OBJECT

private slots:
    void theExtensionChoosesTheFormat_data();
    void theExtensionChoosesTheFormat();
    void pixelsAreThoseAskedFor_data();
    void pixelsAreThoseAskedFor();
    void millimetresAndDotsGivePixels();
    void sizesOutOfRangeAreRefused_data();
    void sizesOutOfRangeAreRefused();
    void theLargestSizesAreAllowed();
    void anUnknownExtensionIsRefused();
    void whatHasNoRoomIsSaid_data();
    void whatHasNoRoomIsSaid();
    void theAreasTakeAFifthOfTheUsualPage_data();
    void theAreasTakeAFifthOfTheUsualPage();
    void theSamePictureIsTheSameFile();
    void everyFormatIsWritten_data() { formats(); }
    void everyFormatIsWritten();
    void whatCannotBeWrittenLeavesNothing_data() { formats(); }
    void whatCannotBeWrittenLeavesNothing();
    void aFullDiskLeavesWhatWasThere_data() { formats(); }
    void aFullDiskLeavesWhatWasThere();

private:
    static void formats();

    const MapScene m_scene = sceneOf(builtInData());
};

void MapExportTest::whatHasNoRoomIsSaid_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("said");
    QTest::newRow("a page with room") << QSize(1200, 1400) << "";
    QTest::newRow("no room for the list")
        << QSize(500, 400)
        << "The page is too small for the list of areas; make it larger or switch the list off.";
    QTest::newRow("no room for three")
        << QSize(280, 250)
        << "The page is too small for the list of areas, the source and the title; make it larger or leave "
           "out what is not needed.";
}

void MapExportTest::whatHasNoRoomIsSaid()
{
    QFETCH(const QSize, size);
    const MapExport what{.size = ExportSize::fromPixels(size.width(), size.height()),
                         .furniture = {.key = true}};
    QTEST(leftOutText(m_scene, what), "said");
}

void MapExportTest::theAreasTakeAFifthOfTheUsualPage_data()
{
    QTest::addColumn<Labels>("labels");
    QTest::newRow("numbers and their key") << Labels::Number;
    QTest::newRow("names") << Labels::Name;
}

void MapExportTest::theAreasTakeAFifthOfTheUsualPage()
{
    QFETCH(const Labels, labels);
    const MapScene scene = sceneOf(builtInData(), {}, {.labels = labels});
    const MapExport what{.size = ExportSize::fromMillimetres(170, 200, 150), .furniture = everything};
    QCOMPARE(leftOutText(scene, what), QString());
    const MapLayout layout = layoutMap(scene, what.furniture, what.size.logical);
    const QImage image = renderMapImage(scene, what);
    int ofAreas = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QPointF place = QPointF(x, y) / what.size.pixelsPerUnit;
            if (!layout.legend.contains(place)
                && std::find(scene.classColours.begin(), scene.classColours.end(), image.pixelColor(x, y))
                       != scene.classColours.end())
                ++ofAreas;
        }
    const double share = double(ofAreas) / (image.width() * image.height());
    QVERIFY2(share >= 0.2, qPrintable(QString::number(share)));
}

void MapExportTest::theSamePictureIsTheSameFile()
{
    const MapScene first = sceneOf(builtInData(), {}, {.labels = Labels::Name});
    const MapScene second = sceneOf(builtInData(), {}, {.labels = Labels::Name});
    QCOMPARE(*renderMap(first, small, PictureFormat::Svg), *renderMap(second, small, PictureFormat::Svg));
}

void MapExportTest::formats()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("PNG") << "map.png";
    QTest::newRow("SVG") << "map.svg";
    QTest::newRow("PDF") << "map.pdf";
}

void MapExportTest::theExtensionChoosesTheFormat_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<std::optional<PictureFormat>>("format");
    const auto row = [](const char *path, std::optional<PictureFormat> format) {
        QTest::newRow(path) << QString(path) << format;
    };
    row("map.png", PictureFormat::Png);
    row("folder.pdf/MAP.PNG", PictureFormat::Png);
    row("map.of.leps.svg", PictureFormat::Svg);
    row("map.Pdf", PictureFormat::Pdf);
    row("map.jpg", {});
    row("map", {});
    row("png", {});
    row("", {});
}

void MapExportTest::theExtensionChoosesTheFormat()
{
    QFETCH(const QString, path);
    QFETCH(const std::optional<PictureFormat>, format);
    QVERIFY(pictureFormatOf(path) == format);
}

void MapExportTest::pixelsAreThoseAskedFor_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize &size :
         {QSize(80, 80), QSize(333, 777), QSize(1200, 1400), QSize(1999, 801), QSize(4001, 3003)})
        QTest::addRow("%d x %d", size.width(), size.height()) << size;
}

void MapExportTest::pixelsAreThoseAskedFor()
{
    QFETCH(const QSize, size);
    const MapExport what{.size = ExportSize::fromPixels(size.width(), size.height())};
    const auto png = renderMap(m_scene, what, PictureFormat::Png);
    QVERIFY(png.ok());
    QCOMPARE(QImage::fromData(*png, "PNG").size(), size);
}

void MapExportTest::millimetresAndDotsGivePixels()
{
    const MapExport what{.size = ExportSize::fromMillimetres(170, 200, 300)};
    const auto png = renderMap(m_scene, what, PictureFormat::Png);
    QVERIFY(png.ok());
    const QImage image = QImage::fromData(*png, "PNG");
    QCOMPARE(image.size(), QSize(2008, 2362)); // 170 and 200 mm / 25.4 * 300
    QCOMPARE(image.dotsPerMeterX(), 11811);    // 300 / 0.0254
    QCOMPARE(image.dotsPerMeterY(), 11811);
}

void MapExportTest::sizesOutOfRangeAreRefused_data()
{
    QTest::addColumn<ExportSize>("size");
    QTest::addColumn<QString>("expected");
    constexpr double infinite = std::numeric_limits<double>::infinity();
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("nothing") << ExportSize() << "too small";
    QTest::newRow("zero pixels") << ExportSize::fromPixels(0, 0) << "too small";
    QTest::newRow("narrow") << ExportSize::fromPixels(10, 2000) << "too small";
    QTest::newRow("flat") << ExportSize::fromMillimetres(170, 5, 300) << "too small";
    QTest::newRow("negative") << ExportSize::fromMillimetres(-170, 200, 300) << "too small";
    QTest::newRow("no dots") << ExportSize::fromMillimetres(170, 200, 0) << "too small";
    QTest::newRow("no number") << ExportSize::fromMillimetres(none, 200, 300) << "too small";
    QTest::newRow("a long side") << ExportSize::fromPixels(20001, 1000) << "too large";
    QTest::newRow("a large area") << ExportSize::fromPixels(15000, 15000) << "too large";
    QTest::newRow("many dots") << ExportSize::fromMillimetres(170, 200, 30000) << "too large";
    QTest::newRow("without end") << ExportSize::fromMillimetres(infinite, 200, 300) << "too large";
}

void MapExportTest::sizesOutOfRangeAreRefused()
{
    QFETCH(const ExportSize, size);
    QFETCH(const QString, expected);
    for (const PictureFormat format : {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf}) {
        const auto map = renderMap(m_scene, {.size = size}, format);
        QVERIFY(!map.ok());
        QVERIFY2(map.error().message.contains(expected), qPrintable(map.error().message));
        QVERIFY(map.error().message.endsWith('.'));
    }
}

void MapExportTest::theLargestSizesAreAllowed()
{
    QVERIFY(checkExportSize(ExportSize::fromPixels(20000, 10000)).ok());
    QVERIFY(checkExportSize(ExportSize::fromPixels(80, 80)).ok());
    QVERIFY(checkExportSize(ExportSize::fromMillimetres(20, 20, 300)).ok());
}

void MapExportTest::anUnknownExtensionIsRefused()
{
    const QTemporaryDir folder;
    for (const QString name : {"map.jpg", "map", "map.csv"}) {
        const auto done = exportMap(m_scene, small, folder.filePath(name));
        QVERIFY(!done.ok());
        QVERIFY2(done.error().message.contains(name) && done.error().message.contains(".png, .svg or .pdf"),
                 qPrintable(done.error().message));
    }
    QCOMPARE(filesIn(folder), QStringList());
}

void MapExportTest::everyFormatIsWritten()
{
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QString::fromUtf8("a map of Kent & Èze ") + name);
    QVERIFY(exportMap(m_scene, small, path).ok());
    QCOMPARE(filesIn(folder).size(), 1);
    QVERIFY(QFileInfo(path).size() > 10000);
}

void MapExportTest::whatCannotBeWrittenLeavesNothing()
{
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    writeBytes(folder, "file", "old");
    for (const QString place : {"missing/", "file/"}) {
        const auto done = exportMap(m_scene, small, folder.filePath(place + name));
        QVERIFY(!done.ok());
        QVERIFY2(done.error().message.contains(place + name), qPrintable(done.error().message));
    }
    QCOMPARE(filesIn(folder), QStringList{"file"});
    QCOMPARE(readBytes(folder.filePath("file")), "old");
}

void MapExportTest::aFullDiskLeavesWhatWasThere()
{
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    const QString path = writeBytes(folder, name, "old");
    {
        const FileSizeLimit limit(1000);
        const auto done = exportMap(m_scene, small, path);
        QVERIFY(!done.ok());
        QVERIFY2(done.error().message.contains("disk space"), qPrintable(done.error().message));
    }
    QCOMPARE(readBytes(path), "old");
    QCOMPARE(filesIn(folder), QStringList{name});
}

ATLAS_TEST(MapExportTest)

#include "test_map_export.moc"
