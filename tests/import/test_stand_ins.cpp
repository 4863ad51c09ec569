#include "tests/support/test_program.h"

#include "core/import/stand_ins.h"

#include <QTest>

#include <cmath>

using namespace atlas;

class StandInsTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersThatStandApartAreFound_data();
    void numbersThatStandApartAreFound();
};

using Numbers = std::vector<double>;

void StandInsTest::numbersThatStandApartAreFound_data()
{
    QTest::addColumn<Numbers>("numbers");
    QTest::addColumn<Numbers>("found");
    QTest::newRow("none") << Numbers{6.4, 5.7, 4.9} << Numbers{};
    QTest::newRow("nothing else") << Numbers{-99, -99, -99} << Numbers{};
    QTest::newRow("below shares") << Numbers{6.4, -99, 5.7} << Numbers{-99};
    QTest::newRow("below signed scores") << Numbers{-1.2, 0.4, -99, 1.1} << Numbers{-99};
    QTest::newRow("two kinds") << Numbers{6.4, -99, -999, 5.7, 9999} << Numbers{-999, -99, 9999};
    QTest::newRow("above shares") << Numbers{0, 100, 9999} << Numbers{9999};
    QTest::newRow("among counts") << Numbers{120, 15000, 9999, 7000} << Numbers{};
    QTest::newRow("the greatest of counts") << Numbers{120, 8500, 9999, 7000} << Numbers{};
    QTest::newRow("the only negative ones of counts") << Numbers{120, 8500, -99, -99} << Numbers{-99};
    QTest::newRow("one among changes") << Numbers{-300, 8500, -99, 200} << Numbers{};
    QTest::newRow("a small change") << Numbers{3, 5, 28, -9} << Numbers{};
    QTest::newRow("no number") << Numbers{NAN, 6.4, 5.7, 999, NAN} << Numbers{999};
    QTest::newRow("a percentage of 99") << Numbers{99, 1, 2} << Numbers{};
}

void StandInsTest::numbersThatStandApartAreFound()
{
    QFETCH(const Numbers, numbers);
    QTEST(standInsAmong(numbers), "found");
}

ATLAS_TEST(StandInsTest)

#include "test_stand_ins.moc"
