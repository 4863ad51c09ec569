#include "tests/support/test_program.h"

#include "core/indicators/name_matching.h"

#include <QTest>

using namespace atlas;

class NameMatchingTest : public QObject
{
    Q_OBJECT

private slots:
    void spellingsOfOneNameMatch_data();
    void spellingsOfOneNameMatch();
    void differentNamesStayDifferent();
};

void NameMatchingTest::spellingsOfOneNameMatch_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("case and full stop") << "York & North Yorkshire"
                                        << "york and north yorkshire.";
    QTest::newRow("hyphens") << "Stoke-on-Trent"
                             << "Stoke on Trent";
    QTest::newRow("commas") << "Derby, Derbyshire, Nottingham"
                            << "Derby Derbyshire Nottingham";
    QTest::newRow("spaces around and between") << "  West  of England "
                                               << "West of England";
    QTest::newRow("ampersand without spaces") << "Coast&Capital"
                                              << "Coast and Capital";
    QTest::newRow("accents") << QString::fromUtf8("Ynys Môn") << "Ynys Mon";
    QTest::newRow("composed and decomposed accents")
        << QString::fromUtf8("caf\u00e9") << QString::fromUtf8("cafe\u0301");
    QTest::newRow("apostrophes") << QString::fromUtf8("King’s Lynn") << "King's Lynn";
}

void NameMatchingTest::spellingsOfOneNameMatch()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QCOMPARE(foldName(one), foldName(other));
    QVERIFY(!foldName(one).isEmpty());
}

void NameMatchingTest::differentNamesStayDifferent()
{
    QVERIFY(foldName("Leicester") != foldName("Leicestershire"));
    QVERIFY(foldName("Area 1") != foldName("Area 2"));
    QVERIFY(foldName("-- . --").isEmpty());
}

ATLAS_TEST(NameMatchingTest)

#include "test_name_matching.moc"
