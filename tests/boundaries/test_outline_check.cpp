#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include "core/boundaries/outline_check.h"

#include <QTest>

#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

/// A star that takes its corners from many to make boundaries too large to look at while they are read.
MadeRing largeRing()
{
    MadeRing ring;
    const double radian = std::acos(-1.0) / 180;
    for (size_t i = 0; i < mostPointsChecked; ++i) {
        const double angle = 360.0 * static_cast<double>(i) / mostPointsChecked * radian;
        ring.emplace_back(1e6 + 1e5 * std::cos(angle), 1e5 * std::sin(angle));
    }
    ring.push_back(ring.front());
    return ring;
}

/// The diagonals of a square are two of its sides.
MadeRing bowTie()
{
    return {{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}};
}

} // namespace

class OutlineCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void areasOfLargeBoundariesAreLookedAt();
    void whatHasBeenLookedAtIsNotAgain();
    void aCancelEndsIt();
    void theRemarkNamesSomeAndCountsAll();
};

void OutlineCheckTest::areasOfLargeBoundariesAreLookedAt()
{
    const MadePart holed = {squareRing(100, 0, 50), squareRing(110, 10, 5)};
    const auto set =
        makeBoundaries({{{largeRing()}}, {{bowTie()}}, {holed}, {}, {{squareRing(200, 0, 5)}, {bowTie()}}});
    QVERIFY(set->points.size() > mostPointsChecked);
    const Progress progress;
    QCOMPARE(flawedAreas(*set, progress), (std::vector<size_t>{1, 4}));
    const auto remark = outlineRemark({1, 4}, *set);
    QVERIFY(remark);
    QVERIFY2(remark->message.contains("of 2 area") && remark->message.contains("B2, B5"),
             qPrintable(remark->message));
}

void OutlineCheckTest::whatHasBeenLookedAtIsNotAgain()
{
    const Progress progress;
    QVERIFY(flawedAreas(*makeBoundaries({{{bowTie()}}}), progress).empty());
}

void OutlineCheckTest::aCancelEndsIt()
{
    const auto set = makeBoundaries({{{largeRing()}}, {{bowTie()}}});
    Progress progress;
    progress.cancel();
    QVERIFY(flawedAreas(*set, progress).empty());
}

void OutlineCheckTest::theRemarkNamesSomeAndCountsAll()
{
    QVERIFY(!outlineRemark(QStringList(), "x.shp"));
    const auto remark = outlineRemark(QStringList{"A", "B", "A", "C", "D", "E", "F", "G", "H"}, "x.shp");
    QVERIFY2(remark->message.contains("of 8 area") && remark->message.contains("A, B, C, D, E, F, …"),
             qPrintable(remark->message));
    QCOMPARE(remark->file, "x.shp");
}

ATLAS_TEST(OutlineCheckTest)

#include "test_outline_check.moc"
