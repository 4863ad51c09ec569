#include "tests/support/test_program.h"

#include "core/common/parallel.h"
#include "core/dataset/load_dataset.h"
#include "core/index/compute_index.h"
#include "core/robustness/sensitivity.h"
#include "tests/support/made_data.h"

#include <QTest>
#include <QThread>

#include <cmath>
#include <limits>
#include <memory>
#include <numeric>
#include <utility>
#include <vector>

using namespace atlas;

class SensitivityTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void indicesOfAKnownFunctionComeOut();
    void indicesAreMeansOverTheSamples();
    void anOutputThatDoesNotVaryHasNoIndices();
    void equalSeedsGiveEqualIndices();
    void oneAssumptionExplainsEverything();
    void leavingOutGivesThePublishedShifts_data();
    void leavingOutGivesThePublishedShifts();
    void shiftsAreThoseOfAreasWithBothRanks();
    void aSingleIndicatorIsNotLeftOut();

private:
    std::shared_ptr<const Dataset> m_paper;
};

void SensitivityTest::initTestCase()
{
    Progress progress;
    m_paper = *loadDataset(builtInSources(), progress);
}

// y = x1 + 10 x2 with x3 inert (COINr 1.1.14): x1 has 1/101 of the variance, x2 100/101.
void SensitivityTest::indicesOfAKnownFunctionComeOut()
{
    Progress progress;
    const auto indices = sobolIndices(
        3, 20000, 3,
        [](std::span<const uint64_t> streams) {
            return RandomStream(streams[0]).uniform() + 10 * RandomStream(streams[1]).uniform();
        },
        progress);
    QVERIFY(indices.ok());
    const auto isNear = [](double a, double b, double error) { return std::abs(a - b) < 4 * error; };
    QVERIFY(isNear((*indices)[0].first, 1 / 101.0, (*indices)[0].firstError));
    QVERIFY(isNear((*indices)[0].total, 1 / 101.0, (*indices)[0].totalError));
    QVERIFY(isNear((*indices)[1].first, 100 / 101.0, (*indices)[1].firstError));
    QVERIFY(isNear((*indices)[1].total, 100 / 101.0, (*indices)[1].totalError));
    QVERIFY((*indices)[1].firstError < 0.02);
    QCOMPARE((*indices)[2].first, 0.0);
    QCOMPARE((*indices)[2].total, 0.0);
    QCOMPARE(progress.fraction(), 1.0);
}

// Of a single input, A with it from B is B: few enough samples to follow by hand.
void SensitivityTest::indicesAreMeansOverTheSamples()
{
    constexpr int samples = 5;
    const auto value = [](uint64_t stream) { return RandomStream(stream).uniform(); };
    Progress progress;
    const auto index =
        sobolIndices(
            1, samples, 17, [&](std::span<const uint64_t> streams) { return value(streams[0]); }, progress)
            ->front();
    std::vector<double> all;
    std::vector<std::pair<double, double>> pairs;
    for (uint64_t sample = 0; sample < samples; ++sample) {
        RandomStream random(17, sample);
        const double a = value(random());
        const double b = value(random());
        pairs.emplace_back(a, b);
        all.insert(all.end(), {a, b});
    }
    const auto meanOf = [](const std::vector<double> &terms) {
        return std::accumulate(terms.begin(), terms.end(), 0.0) / static_cast<double>(terms.size());
    };
    const auto varianceOf = [&](const std::vector<double> &terms) {
        double squares = 0;
        for (const double term : terms)
            squares += (term - meanOf(terms)) * (term - meanOf(terms));
        return squares / (static_cast<double>(terms.size()) - 1);
    };
    std::vector<double> first;
    std::vector<double> total;
    for (const auto &[a, b] : pairs) {
        first.push_back((b - meanOf(all)) * (b - a));
        total.push_back((b - a) * (b - a) / 2);
    }
    const double variance = varianceOf(all);
    QCOMPARE(index.first, meanOf(first) / variance);
    QCOMPARE(index.total, meanOf(total) / variance);
    QCOMPARE(index.firstError, std::sqrt(varianceOf(first) / samples) / variance);
    QCOMPARE(index.totalError, std::sqrt(varianceOf(total) / samples) / variance);
}

void SensitivityTest::anOutputThatDoesNotVaryHasNoIndices()
{
    Progress progress;
    const auto indices = sobolIndices(
        1, 50, 3, [](std::span<const uint64_t>) { return 4.0; }, progress);
    QVERIFY(std::isnan((*indices)[0].first) && std::isnan((*indices)[0].total));
    progress.cancel();
    QVERIFY(!sobolIndices(
                 1, 50, 3, [](std::span<const uint64_t>) { return 4.0; }, progress)
                 .ok());
}

void SensitivityTest::equalSeedsGiveEqualIndices()
{
    const Assumptions assumptions{.scale = true, .aggregation = true, .leaveOut = true};
    const auto run = [&](uint64_t seed) {
        Progress progress;
        return *rankSensitivity(*m_paper, {}, assumptions, 300, seed, progress);
    };
    const RankSensitivity first = run(5);
    QCOMPARE(first.entries.size(), assumptionCount);
    for (const int threads : {1, 2, 4}) {
        setParallelThreads(threads);
        const RankSensitivity again = run(5);
        for (size_t i = 0; i < assumptionCount; ++i) {
            QCOMPARE(again.entries[i].index.first, first.entries[i].index.first);
            QCOMPARE(again.entries[i].index.totalError, first.entries[i].index.totalError);
        }
    }
    setParallelThreads(QThread::idealThreadCount());
    QVERIFY(run(6).entries[1].index.first != first.entries[1].index.first);
}

void SensitivityTest::oneAssumptionExplainsEverything()
{
    Progress progress;
    const auto result =
        rankSensitivity(*m_paper, {}, {.rounding = false}, 2000, 1, progress); // weights alone
    QVERIFY(result.ok());
    QCOMPARE(result->entries.size(), size_t(1));
    QVERIFY(result->entries[0].assumption == Assumption::Weights);
    QVERIFY(std::abs(result->entries[0].index.first - 1) < 4 * result->entries[0].index.firstError);
    QVERIFY(std::abs(result->entries[0].index.total - 1) < 4 * result->entries[0].index.totalError);
}

void SensitivityTest::leavingOutGivesThePublishedShifts_data()
{
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("largest");
    QTest::newRow("exclusions") << 1.4359 << 5.0;
    QTest::newRow("unauthorised_absence") << 1.1795 << 6.0;
    QTest::newRow("soc_1_3") << 1.5385 << 6.0;
    QTest::newRow("imd_worst_10pct") << 0.8205 << 5.0;
    QTest::newRow("neet_16_18") << 1.5897 << 6.0;
    QTest::newRow("expected_progress") << 0.8718 << 5.0;
}

// Worked out from the paper's Table 4 by another program.
void SensitivityTest::leavingOutGivesThePublishedShifts()
{
    QFETCH(const double, mean);
    QFETCH(const double, largest);
    const size_t indicator = *m_paper->findIndicator(QTest::currentDataTag());
    for (const LeftOut &out : leaveOneOut(*m_paper, {})) {
        if (out.indicator != indicator)
            continue;
        QVERIFY(std::abs(out.meanShift - mean) <= 5e-5);
        QCOMPARE(out.largestShift, largest);
        QCOMPARE(out.shifts.size(), size_t(39));
        return;
    }
    QFAIL("The indicator was not left out.");
}

void SensitivityTest::shiftsAreThoseOfAreasWithBothRanks()
{
    // Ranks by both 2, 1, 3, 4: by z-scores the first indicator decides. By b alone 3, 2, 1; the last has a
    // only.
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const Dataset dataset = test::makeDataset({{"a", {20, 30, 10, 0}}, {"b", {1, 2, 3, none}}});
    const IndexSettings settings{.weights = {{"a", 10}}};
    const std::vector<double> with = computeIndex(dataset, settings).ranks;
    QCOMPARE(with, (std::vector<double>{2, 1, 3, 4}));
    const std::vector<LeftOut> all = leaveOneOut(dataset, settings);
    QCOMPARE(all.size(), size_t(2));
    const LeftOut &withoutA = all[0];
    QCOMPARE(withoutA.indicator, size_t(0));
    QCOMPARE(std::vector(withoutA.shifts.begin(), withoutA.shifts.begin() + 3),
             (std::vector<double>{1, 1, -2}));
    QVERIFY(std::isnan(withoutA.shifts[3]));
    QCOMPARE(withoutA.meanShift, 4 / 3.0);
    QCOMPARE(withoutA.largestShift, 2.0);
}

void SensitivityTest::aSingleIndicatorIsNotLeftOut()
{
    IndexSettings settings;
    for (const Indicator &indicator : m_paper->metadata.indicators)
        settings.excluded.insert(indicator.code);
    settings.excluded.erase("exclusions");
    QVERIFY(leaveOneOut(*m_paper, settings).empty());
}

ATLAS_TEST(SensitivityTest)

#include "test_sensitivity.moc"
