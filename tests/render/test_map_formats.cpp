#include "tests/render/made_scene.h"
#include "tests/support/test_program.h"

#include "core/render/map_export.h"

#include <QPainter>
#include <QRegularExpression>
#include <QSet>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

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
    static const QRegularExpression pattern(R"(/MediaBox \[([^\]]*)\])");
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(pdf));
    QList<double> numbers;
    if (pdf.count("/MediaBox") == 1)
        for (const QString &number : match.captured(1).split(' ', Qt::SkipEmptyParts))
            numbers << number.toDouble();
    return numbers;
}

} // namespace

class MapFormatsTest : public QObject
{
    Q_OBJECT

private slots:
    void aPngSaysWhatItShows();
    void aPictureIsThePaintedMap_data();
    void aPictureIsThePaintedMap();
    void anSvgHoldsTheWholeMap();
    void anSvgDrawsTheSameAreas();
    void aPdfIsOnePageOfTheRightSize_data();
    void aPdfIsOnePageOfTheRightSize();
    void aNoticeIsExportedToo();

private:
    const MapScene m_scene = sceneOf(builtInData());
};

void MapFormatsTest::aPngSaysWhatItShows()
{
    const auto png = renderMap(m_scene, small, PictureFormat::Png);
    QVERIFY(png.ok());
    const QImage image = QImage::fromData(*png, "PNG");
    QCOMPARE(image.text("Title"), "Disengagement index");
    QVERIFY(image.text("Description").contains("type 7"));
    QVERIFY(image.text("Description").contains("approximate boundaries"));
    QVERIFY(image.text("Software").startsWith("Disengagement Atlas"));
}

void MapFormatsTest::aPictureIsThePaintedMap_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("as large as drawn") << QSize(600, 700);
    QTest::newRow("enlarged") << QSize(1600, 1800);
}

void MapFormatsTest::aPictureIsThePaintedMap()
{
    QFETCH(const QSize, size);
    const MapExport what{.size = ExportSize::fromPixels(size.width(), size.height()),
                         .furniture = everything,
                         .selected = {3}};
    QImage painted(size, QImage::Format_RGB32);
    QPainter painter(&painted);
    painter.scale(what.size.pixelsPerUnit, what.size.pixelsPerUnit);
    const MapLayout layout = layoutMap(m_scene, furnitureOf(what), what.size.logical);
    paintMap(painter, m_scene, fittingViewport(m_scene, layout, what.size.logical),
             {.furniture = furnitureOf(what), .lineWidth = 0.8, .selected = {3}});
    painter.end();
    const QImage exported = renderMapImage(m_scene, what);
    QCOMPARE(exported.size(), painted.size());
    int others = 0;
    for (int y = 0; y < painted.height(); ++y)
        for (int x = 0; x < painted.width(); ++x)
            others += painted.pixel(x, y) != exported.pixel(x, y);
    constexpr int ofGlyphs = 50; // letters have been put in a cache at one place or another
    QVERIFY2(others <= ofGlyphs, qPrintable(QString::number(others)));
}

void MapFormatsTest::anSvgHoldsTheWholeMap()
{
    const auto svg = renderMap(m_scene, small, PictureFormat::Svg);
    QVERIFY(svg.ok());
    const SvgContent content = readSvg(*svg);
    QCOMPARE(content.error, QString());
    QCOMPARE(content.viewBox, "0 0 600 700");
    QCOMPARE(content.title, "Disengagement index");
    QVERIFY2(content.text.contains(withoutSpaces(m_scene.source)), qPrintable(content.text));
    QVERIFY(content.text.contains(withoutSpaces(m_scene.subtitle)));
    QVERIFY(content.text.contains(withoutSpaces(m_scene.rule)));
    for (const LegendEntry &entry : m_scene.legend)
        QVERIFY2(content.text.contains(withoutSpaces(entry.range)), qPrintable(entry.range));
    for (const KeyEntry &entry : m_scene.key)
        QVERIFY2(content.text.contains(withoutSpaces(entry.name)), qPrintable(entry.name));
    for (size_t k = 1; k < m_scene.classColours.size(); ++k)
        QVERIFY2(content.fills.contains(m_scene.classColours[k].name()),
                 qPrintable(m_scene.classColours[k].name()));
}

void MapFormatsTest::anSvgDrawsTheSameAreas()
{
    MapScene scene = m_scene;
    scene.labels.clear();
    const auto svg = renderMap(scene, small, PictureFormat::Svg);
    QVERIFY(svg.ok());
    QSvgRenderer renderer(*svg);
    QVERIFY(renderer.isValid());
    QImage image(1200, 1400, QImage::Format_RGB32);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    const QSizeF size = small.size.logical;
    const MapViewport viewport = fittingViewport(scene, layoutMap(scene, furnitureOf(small), size), size);
    const std::vector<LabelPoint> places = labelPoints(scene.boundaries());
    for (size_t area = 0; area < scene.boundaries().size(); ++area)
        QVERIFY2(image.pixelColor(pixelAt(viewport, places[area].centre, 2)) == scene.colourOf(area),
                 qPrintable(scene.boundaries().areas[area].name));
}

void MapFormatsTest::aPdfIsOnePageOfTheRightSize_data()
{
    QTest::addColumn<ExportSize>("size");
    QTest::addColumn<QSizeF>("points"); // 1/72 inch
    QTest::newRow("millimetres") << ExportSize::fromMillimetres(170, 200, 300)
                                 << QSizeF(170 / 25.4 * 72, 200 / 25.4 * 72);
    QTest::newRow("pixels") << ExportSize::fromPixels(480, 960) << QSizeF(360, 720);
    QTest::newRow("many pixels") << ExportSize::fromPixels(1600, 1800) << QSizeF(1200, 1350);
}

void MapFormatsTest::aPdfIsOnePageOfTheRightSize()
{
    QFETCH(const ExportSize, size);
    QFETCH(const QSizeF, points);
    const auto pdf = renderMap(m_scene, {.size = size, .furniture = everything}, PictureFormat::Pdf);
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

void MapFormatsTest::aNoticeIsExportedToo()
{
    IndexSettings none;
    for (const Indicator &indicator : builtInData().metadata.indicators)
        none.excluded.insert(indicator.code);
    const MapScene scene = sceneOf(builtInData(), {.index = none});
    const auto svg = renderMap(scene, small, PictureFormat::Svg);
    QVERIFY(svg.ok());
    QVERIFY(readSvg(*svg).text.contains(withoutSpaces(scene.notice)));
}

ATLAS_TEST(MapFormatsTest)

#include "test_map_formats.moc"
