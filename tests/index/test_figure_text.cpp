#include "tests/support/test_program.h"

#include "core/index/figure_text.h"
#include "tests/support/none.h"

#include "core/common/number_text.h"
#include "core/index/shown_variable.h"
#include "core/indicators/indicator.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

class FigureTextTest : public QObject
{
    Q_OBJECT

private slots:
    void valuesHaveTheirUnitAndDecimals();
    void sharesArePercentages();
    void ranksAreWholeOrHalves_data();
    void ranksAreWholeOrHalves();
    void ranksAreSaidInWords();
    void shiftsHaveTheirSign();
    void numbersFollowTheLocale();
};

void FigureTextTest::valuesHaveTheirUnitAndDecimals()
{
    const QLocale c = QLocale::c();
    QCOMPARE(figureText(17.24, Indicator{.unit = "%", .decimals = 1}, c), QString("17.2%"));
    QCOMPARE(figureText(12.4, Indicator{.unit = "days", .decimals = 0}, c), QString("12 days"));
    QCOMPARE(figureText(-1.5, ShownVariable{.decimals = 2}, c), QStringLiteral("\u22121.50"));
    QCOMPARE(figureText(none, ShownVariable{.unit = "%"}, c), absentText);
}

void FigureTextTest::sharesArePercentages()
{
    QCOMPARE(shareText(0.172, 0, QLocale::c()), QString("17%"));
    QCOMPARE(shareText(1, 1, QLocale::c()), QString("100.0%"));
    QCOMPARE(shareText(none, 1, QLocale::c()), absentText);
}

void FigureTextTest::ranksAreWholeOrHalves_data()
{
    QTest::addColumn<double>("rank");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << 3.0 << "3";
    QTest::newRow("tied") << 3.5 << "3.5";
    QTest::newRow("no rank") << 0.0 << absentText;
    QTest::newRow("none to speak of") << none << absentText;
}

void FigureTextTest::ranksAreWholeOrHalves()
{
    QFETCH(const double, rank);
    QTEST(rankText(rank, QLocale::c()), "text");
}

void FigureTextTest::ranksAreSaidInWords()
{
    QCOMPARE(rankOrNone(3.5, QLocale::c()), QString("3.5"));
    QCOMPARE(rankOrNone(0, QLocale::c()), QString("no rank"));
    QCOMPARE(rankInWords(3.5, QLocale::c()), QString("rank 3.5"));
    QCOMPARE(rankInWords(0, QLocale::c()), QString("no rank"));
    QCOMPARE(rankInWords(3, 39, QLocale::c()), QString("rank 3 of 39"));
    QCOMPARE(rankInWords(0, 39, QLocale::c()), QString("no rank"));
}

void FigureTextTest::shiftsHaveTheirSign()
{
    QCOMPARE(rankShiftText(2, QLocale::c()), QString("+2"));
    QCOMPARE(rankShiftText(-1.5, QLocale::c()), QStringLiteral("\u22121.5"));
    QCOMPARE(rankShiftText(0, QLocale::c()), QString("0"));
    QCOMPARE(rankShiftText(none, QLocale::c()), absentText);
}

void FigureTextTest::numbersFollowTheLocale()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(figureText(1234.5, Indicator{.unit = "%", .decimals = 1}, german), QString("1.234,5%"));
    QCOMPARE(rankInWords(1234.5, 33000, german), QString("rank 1.234,5 of 33.000"));
    QCOMPARE(rankShiftText(1.5, german), QString("+1,5"));
    QCOMPARE(shareText(0.5, 1, german), QString("50,0%"));
}

ATLAS_TEST(FigureTextTest)

#include "test_figure_text.moc"
