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
    void wordsThatListsLeaveOutAreLeftOut_data();
    void wordsThatListsLeaveOutAreLeftOut();
    void areasThatDifferInAWordStayDifferent_data();
    void areasThatDifferInAWordStayDifferent();
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
    QVERIFY(foldName("Ward 1 (2)") != foldName("Ward 12"));
    QCOMPARE(foldName("Ward 1 (2)"), foldName("ward 1/2"));
    QVERIFY(foldName("-- . --").isEmpty());
}

void NameMatchingTest::wordsThatListsLeaveOutAreLeftOut_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("a city behind its comma") << "Bristol, City of"
                                             << "City of Bristol";
    QTest::newRow("a unitary authority") << "Bristol UA"
                                         << "Bristol, City of";
    QTest::newRow("a county behind its comma") << "Herefordshire, County of"
                                               << "Herefordshire";
    QTest::newRow("County Durham") << "County Durham"
                                   << "Durham";
    QTest::newRow("upon") << "Stoke upon Trent"
                          << "Stoke-on-Trent";
    QTest::newRow("a saint") << "Saint Helens"
                             << "St. Helens";
    QTest::newRow("a council") << "Leeds City Council"
                               << "Leeds";
    QTest::newRow("a borough") << "London Borough of Camden"
                               << "Camden";
    QTest::newRow("a borough in brackets") << "Camden London Boro"
                                           << "Camden";
    QTest::newRow("a royal borough") << "Royal Borough of Windsor & Maidenhead"
                                     << "Windsor and Maidenhead";
    QTest::newRow("another order") << "North Yorkshire and York"
                                   << "York, North Yorkshire";
    QTest::newRow("the article") << "The Vale of Glamorgan"
                                 << "Vale of Glamorgan";
    QTest::newRow("an apostrophe") << QString::fromUtf8("King’s Lynn") << "Kings Lynn";
    QTest::newRow("accents") << QString::fromUtf8("Ynys Môn") << "Ynys Mon";
    QTest::newRow("a shortened county") << "N. Lincs"
                                        << "North Lincolnshire";
    QTest::newRow("a partnership") << "Dorset LEP"
                                   << "Dorset";
    QTest::newRow("a partnership in full") << "Dorset Local Enterprise Partnership"
                                           << "Dorset";
    QTest::newRow("a partnership with enterprise in its name") << "Enterprise M3 Enterprise Partnership"
                                                               << "Enterprise M3";
    QTest::newRow("a combined authority") << "Tees Valley Combined Authority"
                                          << "Tees Valley";
}

void NameMatchingTest::wordsThatListsLeaveOutAreLeftOut()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QCOMPARE(looseName(one), looseName(other));
    QVERIFY(!looseName(one).isEmpty());
}

void NameMatchingTest::areasThatDifferInAWordStayDifferent_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("a city and its county") << "Leicester"
                                           << "Leicestershire";
    QTest::newRow("the City of London and London") << "City of London"
                                                   << "London";
    QTest::newRow("a city region and its city") << "Leeds City Region"
                                                << "Leeds";
    QTest::newRow("parts of a county") << "North Yorkshire"
                                       << "West Yorkshire";
    QTest::newRow("Greater Manchester and Manchester") << "Greater Manchester"
                                                       << "Manchester";
    QTest::newRow("two Kingstons") << "Kingston upon Hull"
                                   << "Kingston upon Thames";
    QTest::newRow("numbers") << "Area 1"
                             << "Area 2";
}

void NameMatchingTest::areasThatDifferInAWordStayDifferent()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QVERIFY(looseName(one) != looseName(other));
}

ATLAS_TEST(NameMatchingTest)

#include "test_name_matching.moc"
