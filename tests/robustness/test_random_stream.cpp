#include "tests/support/test_program.h"

#include "core/robustness/random_stream.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

using namespace atlas;

/// Random numbers that are the same on every machine.
class RandomStreamTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreThoseOfSplitMix64();
    void fractionsStayBelowOne();
    void everyNumberBelowIsAsLikely();
    void streamsOfASeedDiffer();
};

// As published with the task "Pseudo-random numbers/Splitmix64" of Rosetta Code, for the seed 1234567.
void RandomStreamTest::numbersAreThoseOfSplitMix64()
{
    RandomStream random(1234567);
    for (const uint64_t expected : {6457827717110365317U, 3203168211198807973U, 9817491932198370423U,
                                    4593380528125082431U, 16408922859458223821U})
        QCOMPARE(random(), expected);
}

void RandomStreamTest::fractionsStayBelowOne()
{
    RandomStream random(1);
    double least = 1;
    double greatest = 0;
    double sum = 0;
    constexpr int count = 100000;
    for (int i = 0; i < count; ++i) {
        const double fraction = random.uniform();
        least = std::min(least, fraction);
        greatest = std::max(greatest, fraction);
        sum += fraction;
    }
    QVERIFY(least >= 0 && least < 1e-3);
    QVERIFY(greatest < 1 && greatest > 1 - 1e-3);
    QVERIFY(std::abs(sum / count - 0.5) < 4 * std::sqrt(1.0 / 12 / count));
}

void RandomStreamTest::everyNumberBelowIsAsLikely()
{
    RandomStream random(2);
    std::vector<int> counts(7);
    constexpr int count = 70000;
    for (int i = 0; i < count; ++i)
        ++counts.at(random.below(counts.size()));
    for (const int each : counts)
        QVERIFY(std::abs(each - 10000) < 4 * std::sqrt(10000.0));
}

void RandomStreamTest::streamsOfASeedDiffer()
{
    std::set<uint64_t> firsts;
    for (uint64_t seed = 0; seed < 30; ++seed)
        for (uint64_t number = 0; number < 30; ++number)
            firsts.insert(RandomStream(seed, number)());
    QCOMPARE(firsts.size(), size_t(900));
}

ATLAS_TEST(RandomStreamTest)

#include "test_random_stream.moc"
