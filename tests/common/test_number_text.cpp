#include "tests/support/test_program.h"

#include "core/common/number_text.h"
#include "tests/support/none.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <cstring>

using namespace atlas;
using namespace atlas::test;

namespace {

bool readsBackExactly(double value)
{
    bool ok = false;
    const double read = exactNumber(value).toDouble(&ok);
    return ok && std::memcmp(&read, &value, sizeof value) == 0;
}

} // namespace

class NumberTextTest : public QObject
{
    Q_OBJECT

private slots:
    void exactNumbersReadBack();
    void anyBitPatternReadsBack();
    void exactNumbersAreShort();
    void roundedNumbers_data();
    void roundedNumbers();
    void roundedNumbersFollowTheLocale();
    void signedNumbers_data();
    void signedNumbers();
    void unitsFollowNumbersAlone();
    void sentencesBeginWithACapital();
};

void NumberTextTest::exactNumbersReadBack()
{
    for (const double value : {0.0, 0.1, 1.0 / 3, -2.147690, 1e-300, 1.7976931348623157e308, 5e-324})
        QVERIFY2(readsBackExactly(value), qPrintable(exactNumber(value)));
    QVERIFY(exactNumber(none).isEmpty());
}

void NumberTextTest::anyBitPatternReadsBack()
{
    QRandomGenerator random(1);
    for (int i = 0; i < 10000; ++i) {
        const quint64 bits = random.generate64();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        if (std::isfinite(value))
            QVERIFY2(readsBackExactly(value), qPrintable(exactNumber(value)));
    }
}

void NumberTextTest::exactNumbersAreShort()
{
    QCOMPARE(exactNumber(4.7), "4.7");
    QCOMPARE(exactNumber(12), "12");
    QCOMPARE(exactNumber(-0.25), "-0.25");
}

void NumberTextTest::roundedNumbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("two decimals") << 1.005 << 2 << "1.00"; // the nearest double is just below
    QTest::newRow("up") << 2.675001 << 2 << "2.68";
    QTest::newRow("no decimals") << 12.4 << 0 << "12";
    QTest::newRow("trailing zeros stay") << 4.7 << 3 << "4.700";
    QTest::newRow("negative") << -1.25 << 1 << QStringLiteral("\u22121.3");
    QTest::newRow("zero has no minus") << -0.004 << 2 << "0.00";
    QTest::newRow("minus zero has no minus") << -0.0 << 1 << "0.0";
    QTest::newRow("half a unit whose double is below it has no minus") << -5e-7 << 6 << "0.000000";
    QTest::newRow("just more than half a unit has a minus") << -0.0051 << 2 << QStringLiteral("\u22120.01");
    QTest::newRow("absent is an en dash") << none << 2 << QString::fromUtf8("–");
}

void NumberTextTest::roundedNumbers()
{
    QFETCH(const double, value);
    QFETCH(const int, decimals);
    QTEST(roundedNumber(value, decimals, QLocale::c()), "text");
}

void NumberTextTest::roundedNumbersFollowTheLocale()
{
    QCOMPARE(roundedNumber(1234.5, 1, QLocale(QLocale::English, QLocale::UnitedKingdom)), "1,234.5");
    QCOMPARE(roundedNumber(1234.5, 1, QLocale(QLocale::German, QLocale::Germany)), "1.234,5");
}

void NumberTextTest::signedNumbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("positive") << 2.1477 << "+2.15";
    QTest::newRow("negative") << -0.107 << QStringLiteral("\u22120.11");
    QTest::newRow("zero") << 0.0 << "0.00";
    QTest::newRow("rounds to zero from above") << 0.004 << "0.00";
    QTest::newRow("rounds to zero from below") << -0.004 << "0.00";
    QTest::newRow("absent") << none << QString::fromUtf8("–");
}

void NumberTextTest::signedNumbers()
{
    QFETCH(const double, value);
    QTEST(signedNumber(value, 2, QLocale::c()), "text");
}

void NumberTextTest::unitsFollowNumbersAlone()
{
    QCOMPARE(withUnit("17.2", "%"), QString("17.2%"));
    QCOMPARE(withUnit("12", "days"), QString("12 days"));
    QCOMPARE(withUnit("4", {}), QString("4"));
    QCOMPARE(withUnit(roundedNumber(none, 1, QLocale::c()), "%"), absentText);
}

void NumberTextTest::sentencesBeginWithACapital()
{
    QCOMPARE(capitalised("z-scores, sample SD"), QString("Z-scores, sample SD"));
    QCOMPARE(capitalised({}), QString());
}

ATLAS_TEST(NumberTextTest)

#include "test_number_text.moc"
