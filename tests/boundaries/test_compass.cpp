#include "tests/support/test_program.h"

#include "core/boundaries/compass.h"
#include "core/boundaries/label_point.h"
#include "core/dataset/load_dataset.h"

#include <QTest>

#include <optional>
#include <set>
#include <vector>

using namespace atlas;

namespace {

constexpr CompassPoint allDirections[] = {CompassPoint::North, CompassPoint::East, CompassPoint::South,
                                          CompassPoint::West};

/// All points that steps lead to from `start`, which is among them.
std::set<size_t> reachableFrom(const std::vector<QPointF> &points, size_t start)
{
    std::set<size_t> reached = {start};
    std::vector<size_t> open = {start};
    while (!open.empty()) {
        const size_t here = open.back();
        open.pop_back();
        for (const CompassPoint direction : allDirections)
            if (const auto next = nextPointTowards(points, points[here], direction))
                if (reached.insert(*next).second)
                    open.push_back(*next);
    }
    return reached;
}

} // namespace

class CompassTest : public QObject
{
    Q_OBJECT

private slots:
    void aStepLeadsToTheNextPointThatWay_data();
    void aStepLeadsToTheNextPointThatWay();
    void theNearestWins();
    void aStepSidewaysCountsTwice();
    void twiceIsNeitherMoreNorLess();
    void ofEqualStepsTheFirstIsTaken();
    void pointsBeyondTheQuarterAreNotThatWay();
    void aPointExactlyBetweenTwoDirectionsIsInBoth();
    void whereItStandsIsPassedOver();
    void everyBuiltInAreaIsReachedFromEveryOther();
};

void CompassTest::aStepLeadsToTheNextPointThatWay_data()
{
    QTest::addColumn<CompassPoint>("direction");
    QTest::addColumn<size_t>("expected");
    QTest::newRow("north") << CompassPoint::North << size_t(0);
    QTest::newRow("east") << CompassPoint::East << size_t(1);
    QTest::newRow("south") << CompassPoint::South << size_t(2);
    QTest::newRow("west") << CompassPoint::West << size_t(3);
}

void CompassTest::aStepLeadsToTheNextPointThatWay()
{
    QFETCH(const CompassPoint, direction);
    const std::vector<QPointF> around = {{1, 10}, {10, -1}, {-1, -10}, {-10, 1}};
    const auto next = nextPointTowards(around, {0, 0}, direction);
    QVERIFY(next);
    QTEST(*next, "expected");
}

void CompassTest::theNearestWins()
{
    const std::vector<QPointF> points = {{30, 0}, {10, 0}, {20, 0}};
    QCOMPARE(nextPointTowards(points, {0, 0}, CompassPoint::East), std::optional<size_t>(1));
}

void CompassTest::aStepSidewaysCountsTwice()
{
    // To the first point: 10 ahead and 9 aside, 28 in all; to the second: 25 ahead.
    const std::vector<QPointF> points = {{10, 9}, {25, 0}};
    QCOMPARE(nextPointTowards(points, {0, 0}, CompassPoint::East), std::optional<size_t>(1));
}

void CompassTest::twiceIsNeitherMoreNorLess()
{
    const QPointF ahead(100, 0);
    QCOMPARE(nextPointTowards(std::vector{ahead, QPointF(50, 24.5)}, {}, CompassPoint::East),
             size_t(1)); // 99
    QCOMPARE(nextPointTowards(std::vector{ahead, QPointF(50, 25.5)}, {}, CompassPoint::East),
             size_t(0)); // 101
    // A quarter ends at 45 degrees.
    QVERIFY(nextPointTowards(std::vector{QPointF(100, 99)}, {}, CompassPoint::East));
    QVERIFY(!nextPointTowards(std::vector{QPointF(100, 101)}, {}, CompassPoint::East));
}

void CompassTest::ofEqualStepsTheFirstIsTaken()
{
    const std::vector<QPointF> points = {{50, 25}, {100, 0}, {50, -25}};
    QCOMPARE(nextPointTowards(points, {}, CompassPoint::East), size_t(0));
}

void CompassTest::pointsBeyondTheQuarterAreNotThatWay()
{
    const std::vector<QPointF> points = {{10, 11}, {-1, 0}, {0, 5}};
    QCOMPARE(nextPointTowards(points, {0, 0}, CompassPoint::East), std::nullopt);
    QCOMPARE(nextPointTowards(std::vector<QPointF>(), {0, 0}, CompassPoint::East), std::nullopt);
}

void CompassTest::aPointExactlyBetweenTwoDirectionsIsInBoth()
{
    const std::vector<QPointF> points = {{5, 5}};
    QVERIFY(nextPointTowards(points, {0, 0}, CompassPoint::East));
    QVERIFY(nextPointTowards(points, {0, 0}, CompassPoint::North));
    QVERIFY(!nextPointTowards(points, {0, 0}, CompassPoint::South));
    QVERIFY(!nextPointTowards(points, {0, 0}, CompassPoint::West));
}

void CompassTest::whereItStandsIsPassedOver()
{
    const std::vector<QPointF> points = {{0, 0}, {7, 1}};
    QCOMPARE(nextPointTowards(points, points[0], CompassPoint::East), std::optional<size_t>(1));
}

void CompassTest::everyBuiltInAreaIsReachedFromEveryOther()
{
    Progress progress;
    const auto loaded = loadDataset(builtInSources(), progress);
    QVERIFY(loaded.ok());
    std::vector<QPointF> centres;
    for (const LabelPoint &label : labelPoints(*(*loaded)->boundaries))
        centres.push_back(label.centre);
    for (size_t start = 0; start < centres.size(); ++start)
        QVERIFY2(reachableFrom(centres, start).size() == centres.size(),
                 qPrintable((*loaded)->areas[start].name));
}

ATLAS_TEST(CompassTest)

#include "test_compass.moc"
