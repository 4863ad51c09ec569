#include "tests/support/test_program.h"

#include "core/index/benchmark.h"
#include "tests/support/none.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

constexpr auto higher = Direction::HigherIsMoreDisengaged;
constexpr auto lower = Direction::LowerIsMoreDisengaged;

} // namespace

/// What areas are compared with.
class BenchmarkTest : public QObject
{
    Q_OBJECT

private slots:
    void benchmarksAreOfTheValuesThatThereAre_data();
    void benchmarksAreOfTheValuesThatThereAre();
    void ofNoValuesThereIsNone();
    void othersThanMembersAreLeftOut();
};

void BenchmarkTest::benchmarksAreOfTheValuesThatThereAre_data()
{
    QTest::addColumn<BenchmarkKind>("kind");
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<double>("expected");
    QTest::newRow("mean") << BenchmarkKind::Mean << higher << 4.0;
    QTest::newRow("mean, turned") << BenchmarkKind::Mean << lower << 4.0;
    QTest::newRow("median, between two values") << BenchmarkKind::Median << higher << 2.5;
    QTest::newRow("least disengaged") << BenchmarkKind::LeastDisengaged << higher << 1.0;
    QTest::newRow("least disengaged, turned") << BenchmarkKind::LeastDisengaged << lower << 10.0;
    QTest::newRow("most disengaged") << BenchmarkKind::MostDisengaged << higher << 10.0;
    QTest::newRow("most disengaged, turned") << BenchmarkKind::MostDisengaged << lower << 1.0;
}

void BenchmarkTest::benchmarksAreOfTheValuesThatThereAre()
{
    QFETCH(const BenchmarkKind, kind);
    QFETCH(const Direction, direction);
    QTEST(benchmark(std::vector{3.0, 1.0, none, 10.0, 2.0}, direction, kind), "expected");
}

void BenchmarkTest::ofNoValuesThereIsNone()
{
    for (const BenchmarkKind kind : {BenchmarkKind::Mean, BenchmarkKind::Median,
                                     BenchmarkKind::LeastDisengaged, BenchmarkKind::MostDisengaged})
        QVERIFY(std::isnan(benchmark(std::vector{none, none}, higher, kind)));
}

void BenchmarkTest::othersThanMembersAreLeftOut()
{
    const std::vector<double> members = onlyMembers(std::vector{3.0, 1.0, 10.0}, {true, false, true});
    QCOMPARE(members[0], 3.0);
    QVERIFY(std::isnan(members[1]));
    QCOMPARE(members[2], 10.0);
}

ATLAS_TEST(BenchmarkTest)

#include "test_benchmark.moc"
