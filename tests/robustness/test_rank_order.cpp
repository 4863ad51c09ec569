#include "tests/support/test_program.h"

#include "core/index/rank.h"
#include "core/robustness/rank_order.h"

#include <QTest>

#include <cmath>
#include <random>
#include <vector>

using namespace atlas;

namespace {

bool isRankedAlike(const std::vector<double> &scores, RankOrder &order)
{
    std::vector<uint16_t> ranks(scores.size());
    order.rank(scores, ranks);
    const std::vector<double> expected = rankScores(scores);
    return std::equal(expected.begin(), expected.end(), ranks.begin(), ranks.end(),
                      [](double a, uint16_t b) { return a == b; });
}

} // namespace

class RankOrderTest : public QObject
{
    Q_OBJECT

private slots:
    void ranksAreThoseOfTheIndex_data();
    void ranksAreThoseOfTheIndex();
    void scoresThatAgreeInTheirLeadingBitsAreToldApart();
};

void RankOrderTest::ranksAreThoseOfTheIndex_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 39, 399, 400, 401, 6800})
        QTest::addRow("%d", count) << count;
}

void RankOrderTest::ranksAreThoseOfTheIndex()
{
    QFETCH(const int, count);
    std::mt19937 random(5);
    std::normal_distribution<double> anyScore;
    RankOrder order;
    for (int run = 0; run < 20; ++run) {
        std::vector<double> scores;
        for (int i = 0; i < count; ++i) {
            const double score = anyScore(random);
            scores.push_back(run % 2 == 0 ? score : std::round(score * 20) / 20); // with ties, and -0
        }
        QVERIFY(isRankedAlike(scores, order));
    }
}

void RankOrderTest::scoresThatAgreeInTheirLeadingBitsAreToldApart()
{
    RankOrder order;
    for (const int count : {5, 700}) {
        std::vector<double> scores = {1};
        for (int i = 1; i < count; ++i)
            scores.push_back(std::nextafter(scores.back(), i % 3 == 0 ? -2 : 2));
        QVERIFY(isRankedAlike(scores, order));
    }
}

ATLAS_TEST(RankOrderTest)

#include "test_rank_order.moc"
