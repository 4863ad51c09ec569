#include "tests/support/test_program.h"

#include "core/robustness/assumptions.h"

#include <QTest>

using namespace atlas;

/// What is varied, as texts that read back.
class AssumptionsTest : public QObject
{
    Q_OBJECT

private slots:
    void textsAreRead_data();
    void textsAreRead();
    void otherTextsAreRefused_data();
    void otherTextsAreRefused();
    void percentagesAreAsShortAsTheyCanBe();
};

void AssumptionsTest::textsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Assumptions>("expected");
    const Assumptions none{.rounding = false, .weights = WeightDraw::Kept};
    Assumptions around = none;
    around.weights = WeightDraw::Around;
    around.spread = 0.25;
    QTest::newRow("weights within a quarter") << "weights=25" << around;
    around.spread = 1;
    QTest::newRow("weights from nothing to twice as much") << "weights=100" << around;
    around.spread = 0.001;
    QTest::newRow("hardly at all") << "weights=0.1" << around;
    Assumptions shares = none;
    shares.weights = WeightDraw::Dirichlet;
    shares.concentration = 250;
    QTest::newRow("shares") << "dirichlet=250" << shares;
    QTest::newRow("everything else") << "rounding,scale,aggregation,leave-out"
                                     << Assumptions{.weights = WeightDraw::Kept,
                                                    .scale = true,
                                                    .aggregation = true,
                                                    .leaveOut = true};
}

void AssumptionsTest::textsAreRead()
{
    QFETCH(const QString, text);
    QFETCH(const Assumptions, expected);
    const auto read = assumptionsOf(text);
    QVERIFY(read);
    QVERIFY(*read == expected);
    QCOMPARE(varyText(*read), text);
}

void AssumptionsTest::otherTextsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "weights", "weights=", "weights=0", "weights=-5", "weights=100.1",
                             "weights=nan", "dirichlet=0", "dirichlet=inf", "rounding,chance", "Rounding"})
        QTest::newRow(text) << text;
}

void AssumptionsTest::otherTextsAreRefused()
{
    QFETCH(const QString, text);
    QVERIFY(!assumptionsOf(text));
}

// 0.07 times 100 is 7.000000000000001.
void AssumptionsTest::percentagesAreAsShortAsTheyCanBe()
{
    for (int percent = 1; percent <= 100; ++percent) {
        const Assumptions assumptions{.rounding = false, .spread = percent / 100.0};
        QCOMPARE(varyText(assumptions), QStringLiteral("weights=%1").arg(percent));
    }
    const Assumptions odd{.rounding = false, .spread = 1 / 3.0};
    QCOMPARE(assumptionsOf(varyText(odd))->spread, 1 / 3.0);
}

ATLAS_TEST(AssumptionsTest)

#include "test_assumptions.moc"
