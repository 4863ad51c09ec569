#include "tests/support/test_program.h"

#include "core/classification/bound_decimals.h"

#include <QTest>

#include <limits>
#include <vector>

using namespace atlas;

using Ranges = std::vector<std::pair<double, double>>;

class BoundDecimalsTest : public QObject
{
    Q_OBJECT

private slots:
    void decimalsAreJustEnough_data();
    void decimalsAreJustEnough();
};

void BoundDecimalsTest::decimalsAreJustEnough_data()
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    QTest::addColumn<Ranges>("ranges");
    QTest::addColumn<int>("usual");
    QTest::addColumn<int>("expected");
    QTest::newRow("whole numbers have none") << Ranges{{1, 2}, {3, 1500}} << 1 << 0;
    QTest::newRow("whole numbers and an empty class") << Ranges{{1, 2}, {none, none}, {3, 9}} << 2 << 0;
    QTest::newRow("the usual ones will do") << Ranges{{0.1, 0.5}, {0.6, 1.5}} << 1 << 1;
    QTest::newRow("as many as are usual") << Ranges{{-1.77, -0.57}, {-0.54, -0.11}} << 2 << 2;
    QTest::newRow("small figures")
        << Ranges{{0.0001, 0.0002}, {0.0003, 0.0004}, {0.0005, 0.0006}, {0.0007, 0.0008}} << 1 << 4;
    QTest::newRow("one value in each class") << Ranges{{0.01, 0.01}, {0.02, 0.02}} << 1 << 2;
    QTest::newRow("an end next to a beginning") << Ranges{{0.1, 0.52}, {0.54, 0.9}} << 1 << 2;
    QTest::newRow("an end as good as the beginning") << Ranges{{0.1, 0.5}, {0.5000001, 0.9}} << 1 << 1;
    QTest::newRow("no more than a double has") << Ranges{{0.1, 0.1 + 1e-17}, {0.1, 0.1}} << 1 << 15;
}

void BoundDecimalsTest::decimalsAreJustEnough()
{
    QFETCH(const Ranges, ranges);
    QFETCH(const int, usual);
    std::vector<double> values;
    for (const auto &[low, high] : ranges) {
        values.push_back(low);
        values.push_back(high);
    }
    QTEST(boundDecimals(ranges, values, usual), "expected");
}

ATLAS_TEST(BoundDecimalsTest)

#include "test_bound_decimals.moc"
