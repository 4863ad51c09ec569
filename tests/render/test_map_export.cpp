#include "tests/render/made_scene.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/made_files.h"

#include "core/render/map_export.h"

#include <QDir>
#include <QPainter>
#include <QRegularExpression>
#include <QSet>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace atlas;
using namespace atlas::test;

namespace {

const MapExport small{.size = ExportSize::fromPixels(600, 700), .furniture = everything};

/// The words of an SVG, without the spaces between them: lines are broken as the page wants it.
struct SvgContent
{
    QString error;
    QString viewBox;
    QString title;
    QString text;
    QSet<QString> fills;
};

SvgContent readSvg(const QByteArray &bytes)
{
    SvgContent content;
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("svg"))
            content.viewBox = xml.attributes().value("viewBox").toString();
        if (xml.isStartElement() && xml.attributes().hasAttribute("fill"))
            content.fills.insert(xml.attributes().value("fill").toString());
        if (xml.isStartElement() && xml.name() == QLatin1String("title"))
            content.title = xml.readElementText();
        else if (xml.isCharacters())
            content.text += xml.text();
    }
    content.error = xml.errorString();
    static const QRegularExpression spaces("\\s");
    content.text.remove(spaces);
    return content;
}

QString withoutSpaces(QString text)
{
    return text.remove(' ');
}

/// The numbers of a PDF's only MediaBox; empty when there is none or more than one.
QList<double> mediaBox(const QByteArray &pdf)
{
    static const QRegularExpression pattern("/MediaBox \\[([^\\]]*)\\]");
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(pdf));
    QList<double> numbers;
    if (pdf.count("/MediaBox") == 1)
        for (const QString &number : match.captured(1).split(' ', Qt::SkipEmptyParts))
            numbers << number.toDouble();
    return numbers;
}

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
    void aPngSaysWhatItShows();
    void aPictureIsThePaintedMap_data();
    void aPictureIsThePaintedMap();
    void anSvgHoldsTheWholeMap();
    void anSvgDrawsTheSameAreas();
    void aPdfIsOnePageOfTheRightSize_data();
    void aPdfIsOnePageOfTheRightSize();
    void sizesOutOfRangeAreRefused_data();
    void sizesOutOfRangeAreRefused();
    void theLargestSizesAreAllowed();
    void anUnknownExtensionIsRefused();
    void everyFormatIsWritten_data() { formats(); }
    void everyFormatIsWritten();
    void whatCannotBeWrittenLeavesNothing_data() { formats(); }
    void whatCannotBeWrittenLeavesNothing();
    void aFullDiskLeavesWhatWasThere_data() { formats(); }
    void aFullDiskLeavesWhatWasThere();
    void aNoticeIsExportedToo();

private:
    static void formats();

    const MapScene m_scene = sceneOf(builtInData());
};

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
    QTest::addColumn<std::optional<MapFormat>>("format");
    const auto row = [](const char *path, std::optional<MapFormat> format) {
        QTest::newRow(path) << QString(path) << format;
    };
    row("map.png", MapFormat::Png);
    row("folder.pdf/MAP.PNG", MapFormat::Png);
    row("map.of.leps.svg", MapFormat::Svg);
    row("map.Pdf", MapFormat::Pdf);
    row("map.jpg", {});
    row("map", {});
    row("png", {});
    row("", {});
}

void MapExportTest::theExtensionChoosesTheFormat()
{
    QFETCH(const QString, path);
    QFETCH(const std::optional<MapFormat>, format);
    QVERIFY(mapFormatOf(path) == format);
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
    const auto png = renderMap(m_scene, what, MapFormat::Png);
    QVERIFY(png.ok());
    QCOMPARE(QImage::fromData(*png, "PNG").size(), size);
}

void MapExportTest::millimetresAndDotsGivePixels()
{
    const MapExport what{.size = ExportSize::fromMillimetres(170, 200, 300)};
    const auto png = renderMap(m_scene, what, MapFormat::Png);
    QVERIFY(png.ok());
    const QImage image = QImage::fromData(*png, "PNG");
    QCOMPARE(image.size(), QSize(2008, 2362)); // 170 and 200 mm / 25.4 * 300
    QCOMPARE(image.dotsPerMeterX(), 11811);    // 300 / 0.0254
    QCOMPARE(image.dotsPerMeterY(), 11811);
}

void MapExportTest::aPngSaysWhatItShows()
{
    const auto png = renderMap(m_scene, small, MapFormat::Png);
    QVERIFY(png.ok());
    const QImage image = QImage::fromData(*png, "PNG");
    QCOMPARE(image.text("Title"), "Disengagement index");
    QVERIFY(image.text("Description").contains("type 7"));
    QVERIFY(image.text("Description").contains("approximate boundaries"));
    QVERIFY(image.text("Software").startsWith("Disengagement Atlas"));
}

void MapExportTest::aPictureIsThePaintedMap_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("as large as drawn") << QSize(600, 700);
    QTest::newRow("enlarged") << QSize(1600, 1800);
}

void MapExportTest::aPictureIsThePaintedMap()
{
    QFETCH(const QSize, size);
    const MapExport what{.size = ExportSize::fromPixels(size.width(), size.height()),
                         .furniture = everything,
                         .selected = {3}};
    QImage painted(size, QImage::Format_RGB32);
    QPainter painter(&painted);
    painter.scale(what.size.pixelsPerUnit, what.size.pixelsPerUnit);
    const MapLayout layout = layoutMap(m_scene, everything, what.size.logical);
    paintMap(painter, m_scene, fittingViewport(m_scene, layout, what.size.logical),
             {.furniture = everything, .outlines = Outlines::Scaled, .selected = {3}});
    painter.end();
    const QImage exported = renderMapImage(m_scene, what);
    QCOMPARE(exported.size(), painted.size());
    for (int y = 0; y < painted.height(); ++y)
        QVERIFY2(std::equal(painted.constScanLine(y), painted.constScanLine(y) + painted.bytesPerLine(),
                            exported.constScanLine(y)),
                 qPrintable(QString::number(y)));
}

void MapExportTest::anSvgHoldsTheWholeMap()
{
    const auto svg = renderMap(m_scene, small, MapFormat::Svg);
    QVERIFY(svg.ok());
    const SvgContent content = readSvg(*svg);
    QCOMPARE(content.error, QString());
    QCOMPARE(content.viewBox, "0 0 600 700");
    QCOMPARE(content.title, "Disengagement index");
    QVERIFY2(content.text.contains(withoutSpaces(m_scene.source)), qPrintable(content.text));
    QVERIFY(content.text.contains(withoutSpaces(m_scene.rule)));
    for (const LegendEntry &entry : m_scene.legend)
        QVERIFY2(content.text.contains(withoutSpaces(entry.range)), qPrintable(entry.range));
    for (const KeyEntry &entry : m_scene.key)
        QVERIFY2(content.text.contains(withoutSpaces(entry.name)), qPrintable(entry.name));
    for (size_t k = 1; k < m_scene.classColours.size(); ++k)
        QVERIFY2(content.fills.contains(m_scene.classColours[k].name()),
                 qPrintable(m_scene.classColours[k].name()));
}

void MapExportTest::anSvgDrawsTheSameAreas()
{
    MapScene scene = m_scene;
    scene.labels.clear();
    const auto svg = renderMap(scene, small, MapFormat::Svg);
    QVERIFY(svg.ok());
    QSvgRenderer renderer(*svg);
    QVERIFY(renderer.isValid());
    QImage image(1200, 1400, QImage::Format_RGB32);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    const QSizeF size = small.size.logical;
    const MapViewport viewport = fittingViewport(scene, layoutMap(scene, everything, size), size);
    const std::vector<LabelPoint> places = labelPoints(*scene.boundaries);
    for (size_t area = 0; area < scene.boundaries->size(); ++area)
        QVERIFY2(image.pixelColor(pixelAt(viewport, places[area].centre, 2)) == scene.colourOf(area),
                 qPrintable(scene.boundaries->areas[area].name));
}

void MapExportTest::aPdfIsOnePageOfTheRightSize_data()
{
    QTest::addColumn<ExportSize>("size");
    QTest::addColumn<QSizeF>("points"); // 1/72 inch
    QTest::newRow("millimetres") << ExportSize::fromMillimetres(170, 200, 300)
                                 << QSizeF(170 / 25.4 * 72, 200 / 25.4 * 72);
    QTest::newRow("pixels") << ExportSize::fromPixels(480, 960) << QSizeF(360, 720);
    QTest::newRow("many pixels") << ExportSize::fromPixels(1600, 1800) << QSizeF(1200, 1350);
}

void MapExportTest::aPdfIsOnePageOfTheRightSize()
{
    QFETCH(const ExportSize, size);
    QFETCH(const QSizeF, points);
    const auto pdf = renderMap(m_scene, {.size = size, .furniture = everything}, MapFormat::Pdf);
    QVERIFY(pdf.ok());
    QVERIFY(pdf->startsWith("%PDF-"));
    QVERIFY(pdf->trimmed().endsWith("%%EOF"));
    QVERIFY(pdf->contains("/Count 1"));
    const QList<double> box = mediaBox(*pdf);
    QCOMPARE(box.size(), 4);
    QVERIFY(std::abs(box[2] - points.width()) < 0.5);
    QVERIFY(std::abs(box[3] - points.height()) < 0.5);
    QVERIFY2(pdf->contains("/FontFile"), "The fonts go with the page, so that it prints anywhere.");
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
    for (const MapFormat format : {MapFormat::Png, MapFormat::Svg, MapFormat::Pdf}) {
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

void MapExportTest::aNoticeIsExportedToo()
{
    IndexSettings none;
    for (const Indicator &indicator : builtInData().metadata.indicators)
        none.excluded.insert(indicator.code);
    const MapScene scene = sceneOf(builtInData(), {}, Theme::Light, none);
    const auto svg = renderMap(scene, small, MapFormat::Svg);
    QVERIFY(svg.ok());
    QVERIFY(readSvg(*svg).text.contains(withoutSpaces(scene.notice)));
}

QTEST_MAIN(MapExportTest)

#include "test_map_export.moc"
