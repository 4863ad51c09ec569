#include "tests/render/made_scene.h"
#include "tests/support/test_program.h"

#include "core/render/land_raster.h"
#include "core/render/map_export.h"
#include "core/render/map_insets.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

namespace {

MapScene townScene()
{
    const std::vector<MadeShape> shapes = townAndCountry();
    std::vector<double> values;
    for (size_t i = 0; i < shapes.size(); ++i)
        values.push_back(static_cast<double>(i % 7));
    return sceneOf(dataWithShapes(shapes, values));
}

constexpr QSizeF page(700, 700);

std::vector<MapInset> insetsOf(const MapScene &scene, const std::vector<QRectF> &taken = {})
{
    const MapViewport view = wholeMap(scene, page);
    return proposeInsets(scene, view, taken, LandRaster(*scene.shapes, view));
}

} // namespace

class MapInsetsTest : public QObject
{
    Q_OBJECT

private slots:
    void aTownGetsAnInset();
    void anInsetStandsInTheSea();
    void lettersAndCaptionsKeepTheirRoom();
    void largeAreasNeedNone();
    void theExampleNeedsNone();
    void insetsCanBeSwitchedOff();
    void withoutRoomThereIsNone();
    void aPageCutsTheInsetAtItsFrame_data();
    void aPageCutsTheInsetAtItsFrame();
};

void MapInsetsTest::aTownGetsAnInset()
{
    const MapScene scene = townScene();
    const auto insets = insetsOf(scene);
    QCOMPARE(insets.size(), size_t(1));
    const MapInset &inset = insets.front();
    QVERIFY(inset.part.contains(QRectF(36, 36, 20, 20)));
    QVERIFY(inset.part.width() < 50);
    QCOMPARE(inset.viewport.screen(), inset.frame.size());
    QVERIFY(QRectF(QPointF(0, 0), inset.frame.size())
                .adjusted(-1, -1, 1, 1)
                .contains(inset.viewport.toScreen(QRectF(36, 36, 20, 20))));
    QVERIFY(inset.viewport.pixelsPerMetre() > 3 * wholeMap(scene, page).pixelsPerMetre());
}

void MapInsetsTest::anInsetStandsInTheSea()
{
    const MapScene scene = townScene();
    const MapViewport view = wholeMap(scene, page);
    for (const MapInset &inset : insetsOf(scene)) {
        const QRectF box = inset.frame | inset.caption;
        QVERIFY(QRectF(QPointF(0, 0), page).contains(box));
        QVERIFY(
            scene.shapes->locator()
                .areasTouching(QRectF(view.toMap(box.topLeft()), view.toMap(box.bottomRight())).normalized())
                .empty());
    }
    const QRectF corner(150, 0, 550, 300);
    for (const MapInset &inset : insetsOf(scene, {corner}))
        QVERIFY(!inset.frame.intersects(corner));
}

// Two towns, on pages of many sizes.
void MapInsetsTest::lettersAndCaptionsKeepTheirRoom()
{
    std::vector<MadeShape> shapes = townAndCountry();
    for (int i = 0; i < 64; ++i)
        shapes.push_back({{squareRing(430 + i % 8 * 4, 30 + i / 8 * 4, 4)}});
    const MapScene scene = sceneOf(dataWithShapes(shapes, std::vector<double>(shapes.size(), 1.0)));
    size_t most = 0;
    for (int side = 340; side <= 1000; side += 60) {
        const QSizeF size(side, side);
        const MapViewport view = wholeMap(scene, size);
        const auto insets = proposeInsets(scene, view, {}, LandRaster(*scene.shapes, view));
        most = std::max(most, insets.size());
        for (const MapInset &inset : insets) {
            QVERIFY(QFontMetricsF(insetCaptionFont()).horizontalAdvance(inset.text) <= inset.caption.width());
            QVERIFY(inset.text.startsWith(inset.letter));
            for (const MapInset &other : insets)
                QVERIFY(!inset.letterBox.intersects(other.frame | other.caption));
        }
    }
    QCOMPARE(most, size_t(2));
}

void MapInsetsTest::largeAreasNeedNone()
{
    std::vector<MadeShape> shapes;
    for (int i = 0; i < 6; ++i)
        shapes.push_back({{squareRing(i * 100, i % 2 * 300, 100)}});
    QVERIFY(insetsOf(sceneOf(dataWithShapes(shapes, {1, 2, 3, 4, 5, 6}))).empty());
}

void MapInsetsTest::theExampleNeedsNone()
{
    QVERIFY(insetsOf(sceneOf(builtInData())).empty());
}

void MapInsetsTest::insetsCanBeSwitchedOff()
{
    MapScene scene = townScene();
    scene.insets = false;
    QVERIFY(insetsOf(scene).empty());
    QVERIFY(!sceneOf(builtInData(), {}, {.insets = false}).insets);
}

void MapInsetsTest::withoutRoomThereIsNone()
{
    QVERIFY(insetsOf(townScene(), {QRectF(QPointF(0, 0), page)}).empty());
}

void MapInsetsTest::aPageCutsTheInsetAtItsFrame_data()
{
    QTest::addColumn<PictureFormat>("format");
    QTest::newRow("PNG") << PictureFormat::Png;
    QTest::newRow("SVG") << PictureFormat::Svg;
}

void MapInsetsTest::aPageCutsTheInsetAtItsFrame()
{
    QFETCH(const PictureFormat, format);
    const MapScene scene = townScene();
    const MapExport what{.size = ExportSize::fromPixels(700, 700), .furniture = nothing, .selected = {0}};
    const MapViewport view = fittingViewport(scene, layoutMap(scene, nothing, page), page);
    const auto insets = proposeInsets(scene, view, {}, LandRaster(*scene.shapes, view));
    QCOMPARE(insets.size(), size_t(1));
    const QRectF frame = insets.front().frame;
    const auto map = renderMap(scene, what, format);
    QVERIFY(map.ok());
    QCOMPARE(*map, *renderMap(scene, what, format));
    QImage image(700, 700, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    if (format == PictureFormat::Svg)
        QSvgRenderer(*map).render(&painter);
    else
        painter.drawImage(0, 0, QImage::fromData(*map));
    painter.end();
    // Around the frame there is nothing but the line to its part.
    int painted = 0;
    for (int x = int(frame.left()) - 5; x <= int(frame.right()) + 5; ++x)
        painted += image.pixelColor(x, int(frame.top()) - 4) == QColor(Qt::white) ? 0 : 1;
    for (int y = int(frame.top()) - 5; y <= int(frame.bottom()) - 5; ++y)
        painted += image.pixelColor(int(frame.right()) + 4, y) == QColor(Qt::white) ? 0 : 1;
    QVERIFY2(painted < 10, qPrintable(QString::number(painted)));
    int inside = 0;
    for (int x = int(frame.left()) + 3; x < int(frame.right()) - 3; ++x)
        inside += image.pixelColor(x, int(frame.center().y())) == QColor(Qt::white) ? 0 : 1;
    QVERIFY2(inside > frame.width() * 0.8, qPrintable(QString::number(inside)));
}

ATLAS_TEST(MapInsetsTest)

#include "test_map_insets.moc"
