#include "core/index/sentence_words.h"

#include "core/indicators/indicator.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;

class SentenceWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void ordinalsFollowTheRuleOfEnglish_data();
    void ordinalsFollowTheRuleOfEnglish();
    void aSpanOfOneIsOne();
    void listsEndInAnd();
    void namesLoseTheCapitalOfCommonWordsOnly_data();
    void namesLoseTheCapitalOfCommonWordsOnly();
};

void SentenceWordsTest::ordinalsFollowTheRuleOfEnglish_data()
{
    QTest::addColumn<double>("rank");
    QTest::addColumn<QString>("text");
    QTest::newRow("first") << 1.0 << "1st";
    QTest::newRow("second") << 2.0 << "2nd";
    QTest::newRow("third") << 3.0 << "3rd";
    QTest::newRow("fourth") << 4.0 << "4th";
    QTest::newRow("tenth") << 10.0 << "10th";
    QTest::newRow("eleventh, not 11st") << 11.0 << "11th";
    QTest::newRow("twelfth") << 12.0 << "12th";
    QTest::newRow("thirteenth") << 13.0 << "13th";
    QTest::newRow("twenty-first") << 21.0 << "21st";
    QTest::newRow("thirty-second") << 32.0 << "32nd";
    QTest::newRow("hundred and eleventh") << 111.0 << "111th";
    QTest::newRow("thousands") << 1023.0 << "1,023rd";
    QTest::newRow("the mean of two places") << 2.5 << "2.5th";
}

void SentenceWordsTest::ordinalsFollowTheRuleOfEnglish()
{
    QFETCH(const double, rank);
    QTEST(ordinalText(rank, QLocale(QLocale::English, QLocale::UnitedKingdom)), "text");
}

void SentenceWordsTest::aSpanOfOneIsOne()
{
    QCOMPARE(ordinalRange(8, 11, QLocale::c()), "8th to 11th");
    QCOMPARE(ordinalRange(8, 8, QLocale::c()), "8th");
}

void SentenceWordsTest::listsEndInAnd()
{
    QCOMPARE(listText({}), QString());
    QCOMPARE(listText({"a"}), "a");
    QCOMPARE(listText({"a", "b"}), "a and b");
    QCOMPARE(listText({"a", "b", "c"}), "a, b and c");
}

void SentenceWordsTest::namesLoseTheCapitalOfCommonWordsOnly_data()
{
    QTest::addColumn<QString>("shortName");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("text");
    QTest::newRow("in the name") << "Absence"
                                 << "Unauthorised absence"
                                 << ""
                                 << "absence";
    QTest::newRow("in the description, singular") << "Exclusions"
                                                  << "Pupils excluded"
                                                  << "At least one fixed period exclusion."
                                                  << "exclusions";
    QTest::newRow("nowhere without its capital") << "Ofsted grades"
                                                 << "Grades by Ofsted"
                                                 << ""
                                                 << "Ofsted grades";
    QTest::newRow("only inside another word") << "Age"
                                              << "Mean Ages"
                                              << "Wages of parents."
                                              << "Age";
    QTest::newRow("abbreviation") << "NEET 16-18"
                                  << "Not in education (neet)"
                                  << ""
                                  << "NEET 16-18";
    QTest::newRow("empty") << ""
                           << "a"
                           << ""
                           << "";
}

void SentenceWordsTest::namesLoseTheCapitalOfCommonWordsOnly()
{
    QFETCH(const QString, shortName);
    QFETCH(const QString, name);
    QFETCH(const QString, description);
    const Indicator indicator{.name = name, .shortName = shortName, .description = description};
    QTEST(nameInSentence(indicator), "text");
}

ATLAS_TEST(SentenceWordsTest)

#include "test_sentence_words.moc"
