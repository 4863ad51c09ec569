#include "tests/render/made_scene.h"
#include "tests/support/test_program.h"

#include "core/boundaries/area_locator.h"
#include "core/render/map_furniture.h"
#include "core/render/map_layout.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

struct Piece
{
    const char *name = "";
    QRectF box;
};

std::vector<Piece> piecesOf(const MapLayout &layout)
{
    std::vector<Piece> pieces = {
        {"title", layout.title}, {"legend", layout.legend}, {"source", layout.source}};
    for (const KeyColumn &column : layout.key)
        pieces.push_back({"key", column.box});
    return pieces;
}

MapFurniture combination(int bits)
{
    return {.title = (bits & 1) != 0,
            .legend = (bits & 2) != 0,
            .source = (bits & 4) != 0,
            .key = (bits & 8) != 0};
}

QString textOf(const QRectF &box)
{
    return QString("%1,%2 %3x%4").arg(box.x()).arg(box.y()).arg(box.width()).arg(box.height());
}

/// What is wrong with where the pieces stand; empty when nothing is.
QString faultOf(const MapLayout &layout, const QSizeF &size)
{
    const QRectF page = QRectF(QPointF(0, 0), size).adjusted(-0.01, -0.01, 0.01, 0.01);
    const std::vector<Piece> pieces = piecesOf(layout);
    for (const Piece &piece : pieces)
        if (!piece.box.isNull() && !page.contains(piece.box))
            return QString("The %1 leaves the page: %2").arg(piece.name, textOf(piece.box));
    for (size_t a = 0; a < pieces.size(); ++a)
        for (size_t b = 0; b < a; ++b)
            if (pieces[a].box.intersects(pieces[b].box))
                return QString("The %1 covers the %2").arg(pieces[a].name, pieces[b].name);
    if (layout.map.width() < 40 || layout.map.height() < 40 || !page.contains(layout.map))
        return "There is no room for the map: " + textOf(layout.map);
    return {};
}

/// The pixels between two boxes: the wider of the gaps across and down; below zero where they overlap.
double gapBetween(const QRectF &a, const QRectF &b)
{
    return std::max({a.left() - b.right(), b.left() - a.right(), a.top() - b.bottom(), b.top() - a.bottom()});
}

/// Whether an area comes nearer than so many pixels to a piece when all areas are in sight.
bool isAreaNear(const AreaLocator &locator, const MapViewport &viewport, const QRectF &piece, double pixels)
{
    const QRectF box = piece.adjusted(-pixels, -pixels, pixels, pixels);
    return !locator
                .areasTouching(
                    QRectF(viewport.toMap(box.topLeft()), viewport.toMap(box.bottomRight())).normalized())
                .empty();
}

/// The piece that covers an area when all areas are in sight; empty when none does.
QString pieceOverAnArea(const MapScene &scene, const AreaLocator &locator, const MapLayout &layout,
                        const QSizeF &size)
{
    constexpr int steps = 40;
    const MapViewport viewport = fittingViewport(scene, layout, size);
    for (const Piece &piece : piecesOf(layout))
        for (int i = 0; i <= steps; ++i)
            for (int j = 0; j <= steps; ++j)
                if (locator.areaAt(viewport.toMap(
                        piece.box.topLeft()
                        + QPointF(piece.box.width() * i / steps, piece.box.height() * j / steps)))
                    && !piece.box.isEmpty())
                    return piece.name;
    return {};
}

} // namespace

class MapLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void piecesStandApart_data();
    void piecesStandApart();
    void piecesStandApartAtAnySize();
    void piecesKeepTheirDistance();
    void anySizeAtAllGivesALayout();
    void whatIsSwitchedOffTakesNoRoom();
    void moreRoomNeverMakesTheMapSmaller();
    void aLargePageShowsEverything();
    void aLegendIsWholeOrNotThere();
    void whatHasNoRoomIsTold();
    void onASmallPageTheLeastNeededPiecesGoFirst();

private:
    const MapScene m_scene = sceneOf(builtInData());
    const AreaLocator &m_locator = m_scene.shapes->locator();
};

void MapLayoutTest::piecesStandApart_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("small window") << QSizeF(400, 300);
    QTest::newRow("narrow") << QSizeF(300, 900);
    QTest::newRow("wide") << QSizeF(1800, 400);
    QTest::newRow("window") << QSizeF(800, 600);
    QTest::newRow("A4 portrait") << QSizeF(794, 1123);
    QTest::newRow("A4 landscape") << QSizeF(1123, 794);
    QTest::newRow("screen") << QSizeF(1920, 1080);
    QTest::newRow("poster") << QSizeF(2000, 3000);
}

void MapLayoutTest::piecesStandApart()
{
    QFETCH(const QSizeF, size);
    for (int bits = 0; bits < 16; ++bits) {
        const MapLayout layout = layoutMap(m_scene, combination(bits), size);
        QVERIFY2(faultOf(layout, size).isEmpty(),
                 qPrintable(QString::number(bits) + ": " + faultOf(layout, size)));
        QVERIFY2(
            pieceOverAnArea(m_scene, m_locator, layout, size).isEmpty(),
            qPrintable(QString::number(bits) + ": " + pieceOverAnArea(m_scene, m_locator, layout, size)));
    }
}

void MapLayoutTest::piecesStandApartAtAnySize()
{
    QRandomGenerator random(4);
    for (int i = 0; i < 400; ++i) {
        const QSizeF size(random.bounded(400, 2000), random.bounded(300, 3000));
        const int bits = random.bounded(16);
        const QString fault = faultOf(layoutMap(m_scene, combination(bits), size), size);
        QVERIFY2(fault.isEmpty(),
                 qPrintable(
                     QString("%1x%2 with %3: %4").arg(size.width()).arg(size.height()).arg(bits).arg(fault)));
    }
}

// 10 pixels from the edge of the page, 10 from each other and from the map, half of that around the source;
// and where title and legend stand in a corner of the map, half of that from any area.
void MapLayoutTest::piecesKeepTheirDistance()
{
    constexpr double noise = 1e-6;
    int inCorner = 0;
    int beside = 0;
    for (int side = 300; side < 2000; side += 70)
        for (const double ratio : {0.6, 1.0, 1.7})
            for (int bits = 0; bits < 16; ++bits) {
                const QSizeF size(side, side * ratio);
                const MapLayout layout = layoutMap(m_scene, combination(bits), size);
                const QRectF page = QRectF(QPointF(0, 0), size).adjusted(10, 10, -10, -10);
                const QRectF almost = page.adjusted(-noise, -noise, noise, noise);
                QVERIFY(almost.contains(layout.map));
                for (const Piece &piece : piecesOf(layout))
                    QVERIFY2(piece.box.isNull() || almost.contains(piece.box), piece.name);
                if (!layout.source.isNull()) {
                    QVERIFY(gapBetween(layout.source, layout.map) >= 5 - noise);
                    for (const KeyColumn &column : layout.key)
                        QVERIFY(gapBetween(layout.source, column.box) >= 5 - noise);
                }
                for (const KeyColumn &column : layout.key)
                    QVERIFY(gapBetween(column.box, layout.map) >= 10 - noise
                            || !isAreaNear(m_locator, fittingViewport(m_scene, layout, size), column.box, 1));
                if (!layout.title.isNull() && !layout.legend.isNull())
                    QCOMPARE(layout.legend.top() - layout.title.bottom(), 10.0);
                const QRectF corner = layout.title.united(layout.legend);
                if (corner.isNull())
                    continue;
                const double gap = gapBetween(corner, layout.map);
                inCorner += gap < 0 ? 1 : 0;
                beside += std::abs(gap - 10) < noise ? 1 : 0;
                const MapViewport viewport = fittingViewport(m_scene, layout, size);
                QVERIFY(!isAreaNear(m_locator, viewport, corner, 5 - noise));
            }
    QVERIFY(inCorner > 50 && beside > 50);
}

void MapLayoutTest::anySizeAtAllGivesALayout()
{
    for (const QSizeF &size :
         {QSizeF(0, 0), QSizeF(1, 1), QSizeF(80, 80), QSizeF(300, 200), QSizeF(20, 3000)}) {
        const MapLayout layout = layoutMap(m_scene, everything, size);
        QVERIFY(fittingViewport(m_scene, layout, size).pixelsPerMetre() > 0);
    }
}

void MapLayoutTest::whatIsSwitchedOffTakesNoRoom()
{
    const QSizeF size(900, 1000);
    const MapLayout layout = layoutMap(m_scene, nothing, size);
    for (const Piece &piece : piecesOf(layout))
        QVERIFY2(piece.box.isNull(), piece.name);
    QCOMPARE(layout.map, QRectF(10, 10, 900 - 20, 1000 - 20)); // all but the margin
}

void MapLayoutTest::moreRoomNeverMakesTheMapSmaller()
{
    double before = 0;
    for (int step = 0; step < 40; ++step) {
        const QSizeF size(600 + 40 * step, 500 + 40 * step);
        const double scale =
            fittingViewport(m_scene, layoutMap(m_scene, {.key = false}, size), size).pixelsPerMetre();
        QVERIFY2(scale >= before, qPrintable(QString::number(size.width())));
        before = scale;
    }
}

void MapLayoutTest::aLargePageShowsEverything()
{
    for (const QSizeF &size : {QSizeF(794, 1123), QSizeF(1123, 794), QSizeF(686, 800)}) {
        const MapLayout layout = layoutMap(m_scene, everything, size);
        for (const Piece &piece : piecesOf(layout))
            QVERIFY2(!piece.box.isEmpty(), piece.name);
        size_t next = 0; // every entry once, in its order
        for (const KeyColumn &column : layout.key) {
            QCOMPARE(column.first, next);
            QVERIFY(column.last > column.first);
            next = column.last;
        }
        QCOMPARE(next, m_scene.key.size());
    }
}

// Long names in the key must not squeeze the legend.
void MapLayoutTest::aLegendIsWholeOrNotThere()
{
    MapScene scene = m_scene;
    for (KeyEntry &entry : scene.key)
        entry.name = QString("A council of which the name is long and longer, number ") + entry.number;
    for (int width = 60; width < 1600; width += 20)
        for (const double ratio : {0.5, 1.0, 1.5}) {
            const QRectF legend = layoutMap(scene, everything, {width * 1.0, width * ratio}).legend;
            QVERIFY2(legend.isNull() || legend.width() >= columnWidth(scene), qPrintable(textOf(legend)));
        }
}

void MapLayoutTest::whatHasNoRoomIsTold()
{
    for (int side = 60; side < 1200; side += 20)
        for (int bits = 0; bits < 16; ++bits) {
            const MapFurniture asked = combination(bits);
            const MapLayout layout = layoutMap(m_scene, asked, QSizeF(side, side));
            const MapFurniture missing = leftOut(m_scene, asked, layout);
            QCOMPARE(missing.title || !layout.title.isNull(), asked.title);
            QCOMPARE(missing.legend || !layout.legend.isNull(), asked.legend);
            QCOMPARE(missing.source || !layout.source.isNull(), asked.source);
            QCOMPARE(missing.key || !layout.key.empty(), asked.key);
        }
    MapScene withoutNumbers = m_scene;
    withoutNumbers.key.clear();
    const QSizeF large(1000, 1000);
    const MapLayout layout = layoutMap(withoutNumbers, everything, large);
    QVERIFY2((leftOut(withoutNumbers, everything, layout) == nothing), "There is nothing to list.");
}

void MapLayoutTest::onASmallPageTheLeastNeededPiecesGoFirst()
{
    int before = 0;
    for (int side = 60; side < 1200; side += 20) {
        const QSizeF size(side * 4.0 / 3, side);
        const MapLayout layout = layoutMap(m_scene, everything, size);
        QVERIFY2(layout.key.empty() || !layout.source.isNull(), qPrintable(QString::number(side)));
        QVERIFY2(layout.source.isNull() || !layout.title.isNull(), qPrintable(QString::number(side)));
        QVERIFY2(layout.title.isNull() || !layout.legend.isNull(), qPrintable(QString::number(side)));
        const MapFurniture missing = leftOut(m_scene, everything, layout);
        const int shown =
            int(!missing.title) + int(!missing.legend) + int(!missing.source) + int(!missing.key);
        QVERIFY2(shown >= before, qPrintable(QString::number(side)));
        before = shown;
    }
    QCOMPARE(before, 4);
}

ATLAS_TEST(MapLayoutTest)

#include "test_map_layout.moc"
