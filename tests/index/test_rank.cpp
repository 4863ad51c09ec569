#include "tests/support/test_program.h"

#include "core/index/rank.h"

#include <QTest>

#include <limits>
#include <random>
#include <vector>

using namespace atlas;

class RankTest : public QObject
{
    Q_OBJECT

private slots:
    void ranksCountFromTheHighestScore_data();
    void ranksCountFromTheHighestScore();
    void tiesAreRankedByTheRule();
    void oneRankIsThatOfAll();
};

void RankTest::ranksCountFromTheHighestScore_data()
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    QTest::addColumn<std::vector<double>>("scores");
    QTest::addColumn<std::vector<double>>("ranks");
    QTest::newRow("no areas") << std::vector<double>{} << std::vector<double>{};
    QTest::newRow("the highest is first") << std::vector{-1.0, 2.0, 0.5} << std::vector{3.0, 1.0, 2.0};
    QTest::newRow("ties share the better rank")
        << std::vector{3.0, 2.0, 2.0, 1.0} << std::vector{1.0, 2.0, 2.0, 4.0};
    QTest::newRow("three tied at the top")
        << std::vector{0.0, 5.0, 5.0, 5.0} << std::vector{4.0, 1.0, 1.0, 1.0};
    QTest::newRow("all tied") << std::vector{1.0, 1.0, 1.0} << std::vector{1.0, 1.0, 1.0};
    QTest::newRow("zero and minus zero tie") << std::vector{0.0, -0.0, 1.0} << std::vector{2.0, 2.0, 1.0};
    QTest::newRow("an absent score has no rank and takes none")
        << std::vector{none, 2.0, none, 3.0} << std::vector{0.0, 2.0, 0.0, 1.0};
    QTest::newRow("nothing but absent scores") << std::vector{none, none} << std::vector{0.0, 0.0};
}

void RankTest::ranksCountFromTheHighestScore()
{
    QFETCH(const std::vector<double>, scores);
    QFETCH(const std::vector<double>, ranks);
    QCOMPARE(rankScores(scores), ranks);
}

void RankTest::tiesAreRankedByTheRule()
{
    const std::vector<double> scores = {5, 7, 5, 9, 5, 1};
    QCOMPARE(rankScores(scores, RankRule::Minimum), (std::vector{3.0, 2.0, 3.0, 1.0, 3.0, 6.0}));
    QCOMPARE(rankScores(scores, RankRule::Average), (std::vector{4.0, 2.0, 4.0, 1.0, 4.0, 6.0}));
    QCOMPARE(rankScores(scores, RankRule::Dense), (std::vector{3.0, 2.0, 3.0, 1.0, 3.0, 4.0}));
    QCOMPARE(rankScores(std::vector{2.0, 2.0}, RankRule::Average), (std::vector{1.5, 1.5}));
}

void RankTest::oneRankIsThatOfAll()
{
    std::mt19937 random(7);
    std::vector<double> scores;
    for (int i = 0; i < 60; ++i)
        scores.push_back(random() % 5 == 0 ? std::numeric_limits<double>::quiet_NaN()
                                           : static_cast<double>(random() % 20));
    for (const RankRule rule : {RankRule::Minimum, RankRule::Average, RankRule::Dense}) {
        const std::vector<double> all = rankScores(scores, rule);
        for (size_t area = 0; area < scores.size(); ++area)
            QCOMPARE(rankOf(scores, area, rule), all[area]);
    }
}

ATLAS_TEST(RankTest)

#include "test_rank.moc"
