#include "tests/support/made_coverage.h"
#include "tests/support/test_program.h"

#include "core/boundaries/boundary_detail.h"
#include "core/common/parallel.h"

#include <QTest>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <set>
#include <utility>

using namespace atlas;
using namespace atlas::test;

namespace {

using Place = std::pair<double, double>;

Place placeOf(QPointF point)
{
    return {point.x(), point.y()};
}

using Edge = std::pair<Place, Place>;

/// The same for both directions.
Edge edgeOf(QPointF a, QPointF b)
{
    return std::minmax(placeOf(a), placeOf(b));
}

double distanceTo(QPointF point, QPointF from, QPointF to)
{
    const QPointF along = to - from;
    const double length = QPointF::dotProduct(along, along);
    const double share =
        length > 0 ? std::clamp(QPointF::dotProduct(point - from, along) / length, 0.0, 1.0) : 0;
    const QPointF across = point - from - share * along;
    return std::hypot(across.x(), across.y());
}

/// How far the points of a line are from the line that is left at a level, at most.
double deviation(const BoundarySet &boundaries, const BoundaryDetail &detail, const BoundaryLine &line,
                 DetailLevel level)
{
    double most = 0;
    uint32_t before = line.first;
    for (uint32_t i = line.first + 1; i < line.first + line.count; ++i) {
        if (detail.levels[i] < level)
            continue;
        for (uint32_t dropped = before + 1; dropped < i; ++dropped)
            most = std::max(most, distanceTo(boundaries.points[dropped], boundaries.points[before],
                                             boundaries.points[i]));
        before = i;
    }
    return most;
}

bool operator==(const BoundaryDetail &a, const BoundaryDetail &b)
{
    return a.levels == b.levels && a.lines == b.lines && a.areaLineStarts == b.areaLineStarts;
}

} // namespace

class BoundaryDetailTest : public QObject
{
    Q_OBJECT

private slots:
    void levelsRiseWithDistance();
    void sharedPointsHaveTheSameLevel();
    void everyEdgeIsInOneLine();
    void linesBelongToTheFirstOfTheirAreas();
    void endsOfLinesAreAlwaysNeeded();
    void whatIsLeftIsNearWhatWasThere();
    void aPointBeyondTheEndIsFarFromIt();
    void aSinglePointBetweenNeighboursIsTheSameForBoth();
    void coarserViewsNeedFewerPoints();
    void theNumberOfThreadsDoesNotMatter();
    void theOrderAndDirectionOfRingsDoNotMatter();
    void aLongRingIsCutUp();
    void areasInOnePointAreNoTrouble();
    void areasOfNextToNoWidthAreNoTrouble();
    void noShapesGiveNoLines();
    void coarseCopiesHaveWhatTheirLevelNeeds();
    void coarseCopiesAreMadeOfManyPointsOnly();
};

void BoundaryDetailTest::levelsRiseWithDistance()
{
    QCOMPARE(detailLevel(0), DetailLevel(0));
    QCOMPARE(detailLevel(0.001), DetailLevel(0));
    DetailLevel last = 0;
    for (double metres = 0.02; metres < 1e6; metres *= 2) {
        QCOMPARE(int(detailLevel(2 * metres)), detailLevel(metres) + 4);
        QVERIFY(detailLevel(metres) > last);
        last = detailLevel(metres);
    }
    QVERIFY(detailLevel(1e300) > last);
    QVERIFY(detailLevel(1e300) < std::numeric_limits<DetailLevel>::max());
}

void BoundaryDetailTest::sharedPointsHaveTheSameLevel()
{
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const auto boundaries = makeCoverage({.across = 12, .pointsOnEdge = 30}, seed);
        const BoundaryDetail detail = findDetail(*boundaries);
        std::map<Place, DetailLevel> levels;
        for (size_t i = 0; i < boundaries->points.size(); ++i) {
            const auto [found, isNew] = levels.try_emplace(placeOf(boundaries->points[i]), detail.levels[i]);
            QCOMPARE(found->second, detail.levels[i]);
        }
    }
}

void BoundaryDetailTest::everyEdgeIsInOneLine()
{
    const auto boundaries = makeCoverage({.across = 9, .pointsOnEdge = 11}, 3);
    const BoundaryDetail detail = findDetail(*boundaries);
    std::set<Edge> expected;
    for (size_t ring = 0; ring + 1 < boundaries->ringStarts.size(); ++ring)
        for (size_t i = 1; i < boundaries->ring(ring).size(); ++i)
            expected.insert(edgeOf(boundaries->ring(ring)[i - 1], boundaries->ring(ring)[i]));
    std::set<Edge> found;
    for (const BoundaryLine &line : detail.lines)
        for (uint32_t i = line.first + 1; i < line.first + line.count; ++i)
            QVERIFY(found.insert(edgeOf(boundaries->points[i - 1], boundaries->points[i])).second);
    QVERIFY(found == expected);
}

void BoundaryDetailTest::linesBelongToTheFirstOfTheirAreas()
{
    const auto boundaries = makeCoverage({.across = 6, .pointsOnEdge = 5}, 4);
    const BoundaryDetail detail = findDetail(*boundaries);
    QCOMPARE(detail.areaLineStarts.size(), boundaries->size() + 1);
    QCOMPARE(detail.areaLineStarts.back(), detail.lines.size());
    for (size_t area = 0; area < boundaries->size(); ++area)
        for (uint32_t i = detail.areaLineStarts[area]; i < detail.areaLineStarts[area + 1]; ++i) {
            QVERIFY(detail.lines[i].first >= boundaries->ringStarts[boundaries->firstRing(area)]);
            QVERIFY(detail.lines[i].first < boundaries->ringStarts[boundaries->lastRing(area)]);
        }
}

void BoundaryDetailTest::endsOfLinesAreAlwaysNeeded()
{
    const auto boundaries = makeCoverage({}, 5);
    const BoundaryDetail detail = findDetail(*boundaries);
    for (const BoundaryLine &line : detail.lines) {
        QVERIFY(line.count >= 2);
        QVERIFY(detail.levels[line.first] > detailLevel(1e300));
        QVERIFY(detail.levels[line.first + line.count - 1] > detailLevel(1e300));
    }
}

void BoundaryDetailTest::whatIsLeftIsNearWhatWasThere()
{
    const auto boundaries = makeCoverage({.across = 8, .pointsOnEdge = 60}, 6);
    const BoundaryDetail detail = findDetail(*boundaries);
    const double step = std::pow(2, 0.25); // levels are this far apart
    for (const double tolerance : {0.5, 3.0, 10.0, 30.0, 80.0})
        for (const BoundaryLine &line : detail.lines)
            QVERIFY(deviation(*boundaries, detail, line, detailLevel(tolerance)) <= tolerance * step);
}

void BoundaryDetailTest::aPointBeyondTheEndIsFarFromIt()
{
    // Two areas share a line from (0, 0) to (100, 0) that overshoots by 300: 1 off the line, 300 off its end.
    const MadeRing north = {{0, 0}, {400, 1}, {100, 0}, {100, 900}, {0, 900}, {0, 0}};
    const MadeRing south = {{0, 0}, {0, -900}, {100, -900}, {100, 0}, {400, 1}, {0, 0}};
    const auto boundaries = makeBoundaries({{{north}}, {{south}}});
    const BoundaryDetail detail = findDetail(*boundaries);
    for (size_t i = 0; i < boundaries->points.size(); ++i)
        if (boundaries->points[i] == QPointF(400, 1))
            QCOMPARE(int(detail.levels[i]), int(detailLevel(std::hypot(300, 1))));
}

void BoundaryDetailTest::aSinglePointBetweenNeighboursIsTheSameForBoth()
{
    const MadeRing west = {{0, 0}, {100, 0}, {107, 50}, {100, 100}, {0, 100}, {0, 0}};
    const MadeRing east = {{200, 0}, {200, 100}, {100, 100}, {107, 50}, {100, 0}, {200, 0}};
    const auto boundaries = makeBoundaries({{{west}}, {{east}}});
    const BoundaryDetail detail = findDetail(*boundaries);
    int found = 0;
    for (size_t i = 0; i < boundaries->points.size(); ++i)
        if (boundaries->points[i] == QPointF(107, 50)) {
            ++found;
            QCOMPARE(int(detail.levels[i]), int(detailLevel(7)));
        }
    QCOMPARE(found, 2);
}

void BoundaryDetailTest::coarserViewsNeedFewerPoints()
{
    const auto boundaries = makeCoverage({.across = 8, .pointsOnEdge = 60}, 7);
    const BoundaryDetail detail = findDetail(*boundaries);
    const auto needed = [&detail](double tolerance) {
        return std::count_if(detail.levels.begin(), detail.levels.end(),
                             [level = detailLevel(tolerance)](DetailLevel l) { return l >= level; });
    };
    QCOMPARE(needed(0), static_cast<ptrdiff_t>(boundaries->points.size()));
    QVERIFY(needed(10) > 2 * needed(40));
    QVERIFY(needed(1) > needed(10));
    QVERIFY(needed(1000) < static_cast<ptrdiff_t>(boundaries->points.size()) / 20);
}

void BoundaryDetailTest::theNumberOfThreadsDoesNotMatter()
{
    const auto boundaries = makeCoverage({.across = 40, .pointsOnEdge = 12}, 8);
    std::vector<BoundaryDetail> results;
    for (const int threads : {1, 2, 4}) {
        setParallelThreads(threads);
        results.push_back(findDetail(*boundaries));
    }
    setParallelThreads(QThread::idealThreadCount());
    QVERIFY(results[0] == results[1]);
    QVERIFY(results[0] == results[2]);
}

void BoundaryDetailTest::theOrderAndDirectionOfRingsDoNotMatter()
{
    std::vector<MadeShape> shapes = coverageShapes({.across = 8, .pointsOnEdge = 25}, 9);
    const auto levelsByPlace = [](const std::vector<MadeShape> &made) {
        const auto boundaries = makeBoundaries(made);
        const BoundaryDetail detail = findDetail(*boundaries);
        std::map<Place, DetailLevel> levels;
        for (size_t i = 0; i < boundaries->points.size(); ++i)
            levels[placeOf(boundaries->points[i])] = detail.levels[i];
        return levels;
    };
    const auto before = levelsByPlace(shapes);
    std::reverse(shapes.begin(), shapes.end());
    for (size_t i = 0; i < shapes.size(); i += 2)
        for (MadePart &part : shapes[i])
            for (MadeRing &ring : part)
                std::reverse(ring.begin(), ring.end());
    QVERIFY(levelsByPlace(shapes) == before);
}

void BoundaryDetailTest::aLongRingIsCutUp()
{
    // A spiral makes the farthest point always the next one: the worst case.
    MadeRing spiral;
    constexpr int count = 200000;
    for (int i = 0; i < count; ++i) {
        const double angle = i * 2 * std::numbers::pi / 1000;
        spiral.push_back(QPointF(std::cos(angle), std::sin(angle)) * (10 + i * 0.01));
    }
    spiral.push_back(spiral.front());
    const auto boundaries = makeBoundaries({{{spiral}}});
    const BoundaryDetail detail = findDetail(*boundaries);
    QCOMPARE(detail.lines.size(), size_t(1));
    const auto always =
        std::count(detail.levels.begin(), detail.levels.end(), std::numeric_limits<DetailLevel>::max());
    QVERIFY(always > 40 && always < 60);
    QVERIFY(deviation(*boundaries, detail, detail.lines.front(), detailLevel(1)) <= std::pow(2, 0.25));
}

void BoundaryDetailTest::areasInOnePointAreNoTrouble()
{
    const MadeRing point(4, QPointF(400000, 300000));
    const auto boundaries = makeBoundaries(std::vector<MadeShape>(33000, {{point}}));
    const BoundaryDetail detail = findDetail(*boundaries);
    QCOMPARE(detail.levels.size(), boundaries->points.size());
    QCOMPARE(detail.areaLineStarts.size(), boundaries->size() + 1);
}

void BoundaryDetailTest::areasOfNextToNoWidthAreNoTrouble()
{
    const double width = std::numeric_limits<double>::denorm_min();
    const auto boundaries = makeBoundaries({{{{{0, 0}, {0, width}, {width, 0}, {0, 0}}}}});
    const BoundaryDetail detail = findDetail(*boundaries);
    QCOMPARE(detail.levels.size(), boundaries->points.size());
}

void BoundaryDetailTest::noShapesGiveNoLines()
{
    const BoundaryDetail none = findDetail(*makeBoundaries({}));
    QVERIFY(none.levels.empty());
    QVERIFY(none.lines.empty());
    const BoundaryDetail empty = findDetail(*makeBoundaries({{}, {}}));
    QCOMPARE(empty.areaLineStarts, std::vector<uint32_t>({0, 0, 0}));
}

void BoundaryDetailTest::coarseCopiesHaveWhatTheirLevelNeeds()
{
    const auto boundaries = makeCoverage({.across = 25, .pointsOnEdge = 160}, 10);
    const BoundaryDetail detail = findDetail(*boundaries);
    QVERIFY(!detail.coarse.empty());
    size_t before = boundaries->points.size();
    for (const CoarseBoundaries &coarse : detail.coarse) {
        // As many points as an eighth has room for: with those of the next level there would be more.
        QVERIFY(before > 200000);
        QVERIFY(coarse.points.size() <= before / 8);
        const auto withNext = std::count_if(detail.levels.begin(), detail.levels.end(),
                                            [&](DetailLevel level) { return level >= coarse.level - 1; });
        QVERIFY(coarse.level == 1 || static_cast<size_t>(withNext) > before / 8);
        before = coarse.points.size();
        QCOMPARE(coarse.levels.size(), coarse.points.size());
        QCOMPARE(coarse.ringStarts.size(), boundaries->ringStarts.size());
        QCOMPARE(coarse.lines.size(), detail.lines.size());
        const auto equalRuns = [&](uint32_t first, uint32_t last, uint32_t coarseFirst, uint32_t coarseLast) {
            uint32_t next = coarseFirst;
            for (uint32_t i = first; i < last; ++i) {
                if (detail.levels[i] < coarse.level)
                    continue;
                if (next == coarseLast || coarse.points[next] != boundaries->points[i]
                    || coarse.levels[next] != detail.levels[i])
                    return false;
                ++next;
            }
            return next == coarseLast;
        };
        for (size_t ring = 0; ring + 1 < coarse.ringStarts.size(); ++ring)
            QVERIFY(equalRuns(boundaries->ringStarts[ring], boundaries->ringStarts[ring + 1],
                              coarse.ringStarts[ring], coarse.ringStarts[ring + 1]));
        for (size_t i = 0; i < coarse.lines.size(); ++i)
            QVERIFY(equalRuns(detail.lines[i].first, detail.lines[i].first + detail.lines[i].count,
                              coarse.lines[i].first, coarse.lines[i].first + coarse.lines[i].count));
    }
}

void BoundaryDetailTest::coarseCopiesAreMadeOfManyPointsOnly()
{
    const auto few = makeCoverage({.across = 25, .pointsOnEdge = 60}, 11);
    QVERIFY(few->points.size() < 200000);
    QVERIFY(findDetail(*few).coarse.empty());
    const auto many = makeCoverage({.across = 25, .pointsOnEdge = 85}, 11);
    QVERIFY(many->points.size() > 200000 && many->points.size() < 280000);
    QCOMPARE(findDetail(*many).coarse.size(), size_t(1));
}

ATLAS_TEST(BoundaryDetailTest)

#include "test_boundary_detail.moc"
