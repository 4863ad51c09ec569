#include "tests/render/made_scene.h"
#include "tests/support/test_program.h"

#include "core/render/certainty_pattern.h"
#include "core/render/map_export.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

using Ring = std::vector<QPointF>;

double lengthOf(const QPainterPath &path)
{
    double length = 0;
    for (int i = 0; i + 1 < path.elementCount(); i += 2)
        length += std::hypot(path.elementAt(i + 1).x - path.elementAt(i).x,
                             path.elementAt(i + 1).y - path.elementAt(i).y);
    return length;
}

QPainterPath linesIn(ClassCertainty certainty, const std::vector<Ring> &rings)
{
    const std::vector<std::span<const QPointF>> views(rings.begin(), rings.end());
    return patternLines(certainty, views);
}

const Ring square = {{0.5, 0.5}, {140.5, 0.5}, {140.5, 140.5}, {0.5, 140.5}};
const Ring hole = {{30.2, 30.2}, {100.2, 30.2}, {100.2, 100.2}, {30.2, 100.2}};

/// Which pixels of a row the pattern paints, from the first that is asked for.
std::vector<int> paintedPixels(ClassCertainty certainty, double scale, int y, int begin, int end)
{
    std::vector<QRgb> row(200, 0);
    paintPattern(certainty, 1, scale, y, begin, end, row.data());
    std::vector<int> painted;
    for (int x = 0; x < static_cast<int>(row.size()); ++x)
        if (row[static_cast<size_t>(x)] != 0)
            painted.push_back(x);
    return painted;
}

} // namespace

class CertaintyPatternTest : public QObject
{
    Q_OBJECT

private slots:
    void sharesAreTurnedIntoWords();
    void areasWithoutClassHaveNoCertainty();
    void certainAreasHaveNoLines();
    void linesStayInsideTheRings();
    void openHasTwiceTheLinesOfLikely();
    void pixelsFollowTheSameLines();
    void pixelsStayInTheirRun();
    void linesAreWiderOnSharpScreens();
    void legendCountsTheAreasOnTheMap();
    void pictureAndPageShowThePattern();
};

void CertaintyPatternTest::sharesAreTurnedIntoWords()
{
    RankUncertainty draws;
    draws.median = {1, 2, 3, 4};
    draws.classShares = {{0.02, 0.05, 0.339, 0.5}, {0.98, 0.95, 0.661, 0.5}};
    const auto certainty = classCertainty(draws, std::vector<int>{2, 2, 2, 1});
    using enum ClassCertainty;
    QCOMPARE(certainty, (std::vector<ClassCertainty>{Certain, Certain, Likely, Open}));
}

void CertaintyPatternTest::areasWithoutClassHaveNoCertainty()
{
    RankUncertainty draws;
    draws.median = {1, 0};
    draws.classShares = {{1, 0}};
    QCOMPARE(classCertainty(draws, std::vector<int>{0, 1}),
             (std::vector<ClassCertainty>{ClassCertainty::None, ClassCertainty::None}));
}

void CertaintyPatternTest::certainAreasHaveNoLines()
{
    QVERIFY(linesIn(ClassCertainty::Certain, {square}).isEmpty());
    QVERIFY(linesIn(ClassCertainty::None, {square}).isEmpty());
    QVERIFY(paintedPixels(ClassCertainty::Certain, 1, 3, 0, 100).empty());
}

void CertaintyPatternTest::linesStayInsideTheRings()
{
    const QPainterPath lines = linesIn(ClassCertainty::Open, {square, hole});
    QVERIFY(lines.elementCount() > 40);
    const QRectF outer(QPointF(0.5, 0.5), QPointF(140.5, 140.5));
    const QRectF inner(QPointF(30.2, 30.2), QPointF(100.2, 100.2));
    for (int i = 0; i + 1 < lines.elementCount(); i += 2) {
        const QPointF from = lines.elementAt(i);
        const QPointF to = lines.elementAt(i + 1);
        QVERIFY(outer.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(from));
        QVERIFY(outer.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(to));
        QVERIFY(!inner.adjusted(1e-9, 1e-9, -1e-9, -1e-9).contains((from + to) / 2));
        QVERIFY(std::abs(std::abs(from.x() - to.x()) - std::abs(from.y() - to.y())) < 1e-9); // 45 degrees
    }
}

void CertaintyPatternTest::openHasTwiceTheLinesOfLikely()
{
    // Lines 7 pixels apart along a row are 7 / sqrt(2) apart; so much of them fits into a square.
    const double likely = lengthOf(linesIn(ClassCertainty::Likely, {square}));
    QVERIFY(std::abs(likely - 140 * 140 / (7 / std::sqrt(2.0))) < 0.02 * likely);
    const double open = lengthOf(linesIn(ClassCertainty::Open, {square}));
    QVERIFY(std::abs(open - 2 * likely) < 0.02 * open);
    const double around = lengthOf(linesIn(ClassCertainty::Likely, {square, hole}));
    QVERIFY(std::abs(around - likely * (1 - 0.25)) < 0.02 * likely);
}

void CertaintyPatternTest::pixelsFollowTheSameLines()
{
    for (int y = 0; y < 30; ++y)
        for (const int x : paintedPixels(ClassCertainty::Likely, 1, y, 0, 200))
            QCOMPARE((x + y) % 7, 0);
    QCOMPARE(paintedPixels(ClassCertainty::Likely, 1, 2, 0, 20), (std::vector<int>{5, 12, 19}));
    QCOMPARE(paintedPixels(ClassCertainty::Open, 1, 2, 0, 20), (std::vector<int>{2, 5, 9, 12, 16, 19}));
}

void CertaintyPatternTest::pixelsStayInTheirRun()
{
    for (int begin = 20; begin < 40; ++begin) {
        const std::vector<int> painted = paintedPixels(ClassCertainty::Open, 3, 11, begin, begin + 50);
        QVERIFY(!painted.empty());
        QVERIFY(painted.front() >= begin);
        QVERIFY(painted.back() < begin + 50);
        // The pattern does not depend on where its run begins.
        std::vector<int> whole = paintedPixels(ClassCertainty::Open, 3, 11, 0, 200);
        std::erase_if(whole, [begin](int x) { return x < begin || x >= begin + 50; });
        QCOMPARE(painted, whole);
    }
}

void CertaintyPatternTest::linesAreWiderOnSharpScreens()
{
    const auto one = paintedPixels(ClassCertainty::Likely, 1, 0, 0, 140);
    const auto two = paintedPixels(ClassCertainty::Likely, 2, 0, 0, 140);
    QCOMPARE(one.size(), two.size()); // twice as wide, half as many
    QCOMPARE(two[1] - two[0], 1);
}

void CertaintyPatternTest::legendCountsTheAreasOnTheMap()
{
    MapScene scene = sceneOf(builtInData());
    const size_t before = scene.legend.size();
    std::vector<ClassCertainty> certainty(scene.classes.size(), ClassCertainty::Certain);
    certainty[0] = ClassCertainty::Open;
    addCertainty(scene, certainty, {.draws = 2500, .seed = 7}, QLocale(QLocale::English));
    QCOMPARE(scene.legend.size(), before + 3);
    QCOMPARE(scene.legend[before].count, areaCountText(38, QLocale::c()));
    QCOMPARE(scene.legend[before + 1].count, areaCountText(0, QLocale::c()));
    QCOMPARE(scene.legend[before + 2].count, areaCountText(1, QLocale::c()));
    QVERIFY(scene.rule.contains("2,500 draws (seed 7)"));
    QCOMPARE(scene.certaintyOf(0), ClassCertainty::Open);
}

void CertaintyPatternTest::pictureAndPageShowThePattern()
{
    const MapScene plain = sceneOf(builtInData());
    MapScene scene = plain;
    addCertainty(scene, std::vector<ClassCertainty>(scene.classes.size(), ClassCertainty::Likely), {},
                 QLocale::c());
    const MapViewport view = wholeMap(plain, {400, 500});
    const QImage without = paintedWithoutText(plain, view);
    const QImage with = paintedWithoutText(scene, view);
    int changed = 0;
    int land = 0;
    for (int y = 0; y < with.height(); ++y)
        for (int x = 0; x < with.width(); ++x) {
            changed += with.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
            land += without.pixel(x, y) != plain.colours.background.rgb() ? 1 : 0;
        }
    // One pixel in seven, but for lines between areas.
    QVERIFY(changed > land / 9);
    QVERIFY(changed < land / 6);

    const QByteArray colour = patternColour(scene.colourOf(0), scene.inkOf(0)).name().toLatin1();
    const MapExport page{.size = ExportSize::fromPixels(600, 700), .furniture = nothing};
    QVERIFY(!renderMap(plain, page, PictureFormat::Svg)->contains(colour));
    QVERIFY(renderMap(scene, page, PictureFormat::Svg)->contains(colour));
}

ATLAS_TEST(CertaintyPatternTest)

#include "test_certainty_pattern.moc"
