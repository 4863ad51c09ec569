#include "core/snapshot/area_sentence.h"

#include "core/dataset/load_dataset.h"
#include "core/snapshot/snapshot.h"
#include "tests/support/made_data.h"
#include "tests/support/none.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

Snapshot snapshotOf(const Dataset &data, const Choices &choices = {})
{
    return {std::make_shared<const Dataset>(data), nullptr, choices, {}};
}

QString sentence(const Snapshot &now, size_t area)
{
    return areaSentence(now, area, QLocale::c());
}

} // namespace

/// One sentence on an area.
class AreaSentenceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theSentenceSaysWhereAndWhy_data();
    void theSentenceSaysWhereAndWhy();
    void drawsGiveTheSpanWhenThereAreAny();
    void aSpanOfOneRankIsNotASpan();
    void drawsOfRoundingServeOtherMethods();
    void itFollowsTheDomainOnTheMap();
    void tiesAreJoint();
    void areasWithoutARankAreToldWhy();
    void aFigureAtTheMeanIsNeverACause();
    void whatIsTriedIsSaid();
    void theMethodIsSaidPlainly();

private:
    Snapshot paper(const Choices &choices = {}) const { return {m_paper, nullptr, choices, {}}; }
    QString of(const Snapshot &now, const char *name) const
    {
        return sentence(now, areaCalled(*m_paper, name));
    }

    std::shared_ptr<const Dataset> m_paper;
};

void AreaSentenceTest::initTestCase()
{
    Progress progress;
    m_paper = *loadDataset(builtInSources(), progress);
}

void AreaSentenceTest::theSentenceSaysWhereAndWhy_data()
{
    QTest::addColumn<QString>("area");
    QTest::addColumn<QString>("text");
    QTest::newRow("above the middle") << "Lancashire"
                                      << "Lancashire ranks 10th of 39, between 8th and 13th allowing for "
                                         "rounding, mainly because of NEET 16-18 and IMD.";
    QTest::newRow("first")
        << "Tees Valley"
        << "Tees Valley ranks 1st of 39, whatever the rounding, mainly because of absence and NEET 16-18.";
    QTest::newRow("because of little of what is good")
        << "Black Country"
        << "Black Country ranks 3rd of 39, between 3rd and 5th allowing for rounding, mainly because of low "
           "SOC 1-3 and progress.";
    QTest::newRow("much of one, little of the other")
        << "Northamptonshire"
        << "Northamptonshire ranks 11th of 39, between 8th and 14th allowing for rounding, mainly because of "
           "low progress and high exclusions.";
    QTest::newRow("below the middle") << "Swindon and Wiltshire"
                                      << "Swindon and Wiltshire ranks 27th of 39, between 24th and 29th "
                                         "allowing for rounding, held down by low IMD and absence.";
    QTest::newRow("much of what is good") << "Dorset"
                                          << "Dorset ranks 25th of 39, between 24th and 28th allowing for "
                                             "rounding, held down by low IMD and high progress.";
    QTest::newRow("in the middle") << "Solent"
                                   << "Solent ranks 20th of 39, between 19th and 23rd allowing for rounding, "
                                      "pushed up by exclusions and absence and held down by low NEET 16-18.";
}

void AreaSentenceTest::theSentenceSaysWhereAndWhy()
{
    QFETCH(const QString, area);
    QTEST(sentence(paper(), areaCalled(*m_paper, area)), "text");
}

/// Draws made up for the test: every area from 3 to 5, but the first, which stays where it is.
void AreaSentenceTest::drawsGiveTheSpanWhenThereAreAny()
{
    const Dataset data = makeDataset({{"a", {9, 7, 5, 3, 1}}});
    const Snapshot bare = snapshotOf(data);
    auto draws = std::make_shared<RankUncertainty>();
    draws->low = {1, 2, 3, 3, 5};
    draws->median = {1, 2, 3, 4, 5};
    draws->high = {1, 3, 4, 5, 5};
    QCOMPARE(sentence(bare.withUncertainty(draws), 1),
             "A2 ranks 2nd of 5, likely 2nd to 3rd with rounding and weights varied, mainly because of a.");
    QCOMPARE(sentence(bare.withUncertainty(draws), 0),
             "A1 ranks 1st of 5, nearly always so with rounding and weights varied, mainly because of a.");
    draws->settings.assumptions.leaveOut = true;
    draws->settings.assumptions.rounding = false;
    QCOMPARE(sentence(bare.withUncertainty(draws), 3),
             "A4 ranks 4th of 5, likely 3rd to 5th with weights and indicators varied, held down by low a.");
}

void AreaSentenceTest::aSpanOfOneRankIsNotASpan()
{
    const Dataset apart = makeDataset({{"a", {9, 7, 5, 3, 1}}});
    QCOMPARE(sentence(snapshotOf(apart), 1),
             "A2 ranks 2nd of 5, whatever the rounding, mainly because of a.");
    const Dataset close = makeDataset({{"a", {9, 8, 7.5, 3, 1}}, {"b", {9, 5, 5.6, 3, 1}}});
    QCOMPARE(sentence(snapshotOf(close), 0),
             "A1 ranks 1st of 5, whatever the rounding, mainly because of b and a.");
}

void AreaSentenceTest::drawsOfRoundingServeOtherMethods()
{
    Choices choices;
    choices.index.scale.normalisation = Normalisation::PercentileRank;
    const Snapshot bare = paper(choices);
    const QString without = of(bare, "Lancashire");
    QVERIFY2(!without.contains("rounding"), qPrintable(without));
    Progress progress;
    const auto draws = std::make_shared<const Result<RoundingDraws>>(
        drawRoundingBand(*m_paper, choices.index, 200, 1, progress));
    const QString with = of(bare.withRoundingDraws(draws), "Lancashire");
    QVERIFY2(with.contains(" allowing for rounding, mainly because of "), qPrintable(with));
    QVERIFY2(with.contains("likely "), qPrintable(with));
}

void AreaSentenceTest::itFollowsTheDomainOnTheMap()
{
    Choices choices;
    choices.shown = "outcomes";
    QCOMPARE(of(paper(choices), "Lancashire"),
             "Lancashire ranks 8th of 39 on Outcomes, mainly because of NEET 16-18.");
    choices.shown = "neet_16_18"; // an indicator: the sentence stays with the index, and says so
    QVERIFY2(of(paper(choices), "Lancashire").startsWith("Lancashire ranks 10th of 39 on the index, "),
             qPrintable(of(paper(choices), "Lancashire")));
}

void AreaSentenceTest::tiesAreJoint()
{
    const Dataset data = makeDataset({{"a", {9, 7, 7, 3, 1}}});
    QVERIFY2(sentence(snapshotOf(data), 1).startsWith("A2 ranks joint 2nd of 5"),
             qPrintable(sentence(snapshotOf(data), 1)));
    Choices choices;
    choices.index.rankRule = RankRule::Average; // spans count from the best of ties, so there is none
    QCOMPARE(sentence(snapshotOf(data, choices), 2), "A3 ranks joint 2.5th of 5, mainly because of a.");
}

void AreaSentenceTest::areasWithoutARankAreToldWhy()
{
    const Dataset data = makeDataset({{"a", {1, 2, none, 4}}, {"b", {1, 3, none, none}}});
    QCOMPARE(sentence(snapshotOf(data), 2), "A3 has no rank: it has none of the figures.");
    QVERIFY2(sentence(snapshotOf(data), 3).startsWith("A4 ranks 1st of 3 with 1 of 2 figures"),
             qPrintable(sentence(snapshotOf(data), 3)));
    Choices strict;
    strict.index.scale.missing = MissingRule::LeaveOut;
    QCOMPARE(sentence(snapshotOf(data, strict), 3), "A4 has no rank: it has only 1 of the 2 values.");
    Choices off;
    off.index.excluded = {"a", "b"};
    QCOMPARE(sentence(snapshotOf(data, off), 0), "A1 has no rank: no indicator is switched on.");
    Choices refused;
    refused.index.aggregation = Aggregation::Geometric; // of z-scores
    QVERIFY2(sentence(snapshotOf(data, refused), 0)
                 .startsWith("A1 has no rank: A geometric or harmonic mean needs values above zero"),
             qPrintable(sentence(snapshotOf(data, refused), 0)));
}

void AreaSentenceTest::aFigureAtTheMeanIsNeverACause()
{
    // A2 stands at the mean of a, 2.02, which is printed as 2.0 too, and above that of b.
    const Dataset data = makeDataset({{"a", {1.0, 2.0, 3.06}}, {"b", {1.0, 2.2, 2.3}}});
    const QString text = sentence(snapshotOf(data), 1);
    QVERIFY2(text.endsWith("."), qPrintable(text));
    QVERIFY2(!text.contains(" a"), qPrintable(text));
    const Dataset alone = makeDataset({{"a", {1.0, 2.0, 3.06}}});
    QCOMPARE(sentence(snapshotOf(alone), 1), "A2 ranks 2nd of 3, whatever the rounding.");
}

void AreaSentenceTest::whatIsTriedIsSaid()
{
    Choices choices;
    choices.tried = {{{"E37000019"}, "neet_16_18", 3.9}};
    QVERIFY2(of(paper(choices), "Lancashire").startsWith("What-if: Lancashire ranks "),
             qPrintable(of(paper(choices), "Lancashire")));
}

void AreaSentenceTest::theMethodIsSaidPlainly()
{
    QCOMPARE(plainMethodSentence(paper(), QLocale::c()),
             "6 indicators, each standardised over the areas, weighted equally and averaged");
    QCOMPARE(plainMethodSentence(Snapshot(), QLocale::c()), QString());
}

ATLAS_TEST(AreaSentenceTest)

#include "test_area_sentence.moc"
