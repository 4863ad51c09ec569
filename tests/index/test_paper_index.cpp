#include "tests/support/test_program.h"

#include "core/classification/classify.h"
#include "core/common/text_table.h"
#include "core/dataset/load_dataset.h"
#include "core/index/compute_index.h"
#include "core/index/rank.h"

#include <QHash>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

using namespace atlas;

namespace {

const QString referencePath = ATLAS_SOURCE_DIR "/tests/data/paper_reference.csv";

struct Reference
{
    double sample = 0;
    double population = 0;
    int rank = 0;
    int publishedRank = 0;
    int quartile = 0;
};

/// The score from sums of values and of squares in extended precision: another route to the same figure.
std::vector<double> independentScores(const Dataset &dataset)
{
    const size_t n = dataset.areas.size();
    std::vector<long double> sums(n, 0.0L);
    for (size_t i = 0; i < dataset.indicatorCount(); ++i) {
        long double total = 0;
        long double squares = 0;
        for (const double x : dataset.column(i)) {
            total += x;
            squares += static_cast<long double>(x) * x;
        }
        const auto count = static_cast<long double>(n);
        const long double deviation = std::sqrt((squares - total * total / count) / (count - 1));
        const bool turned = dataset.indicator(i).direction == Direction::LowerIsMoreDisengaged;
        for (size_t area = 0; area < n; ++area) {
            const long double z = (dataset.cells[i][area].number - total / count) / deviation;
            sums[area] += turned ? -z : z;
        }
    }
    std::vector<double> scores;
    for (const long double sum : sums)
        scores.push_back(static_cast<double>(sum / static_cast<long double>(dataset.indicatorCount())));
    return scores;
}

double correlation(const std::vector<double> &x, const std::vector<double> &y)
{
    const auto n = static_cast<double>(x.size());
    double sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
    for (size_t i = 0; i < x.size(); ++i) {
        sx += x[i];
        sy += y[i];
        sxx += x[i] * x[i];
        syy += y[i] * y[i];
        sxy += x[i] * y[i];
    }
    return (n * sxy - sx * sy) / std::sqrt((n * sxx - sx * sx) * (n * syy - sy * sy));
}

/// 10, 10, 10 and 9 areas from the top, as the paper's map colours them; 4 most disengaged.
int quarterOfRank(double rank)
{
    return 4 - std::min(static_cast<int>(rank - 1) / 10, 3);
}

} // namespace

/// The built-in data against figures computed independently from Table 4 of "Understanding disengagement"
/// (The Careers & Enterprise Company 2016).
class PaperIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void meansAndDeviationsAreThoseOfTheTable_data();
    void meansAndDeviationsAreThoseOfTheTable();
    void everyScoreAgreesWithAnIndependentComputation();
    void everyScoreAndRankAgreesWithTheReference();
    void everyQuartileAgreesWithTheReference();
    void populationDeviationChangesScoresByOneFactorAndNoRank();
    void ranksAreCloseToThePrintedOnes();
    void quartersAgreeWithThePrintedOnesButForOnePair();
    void printedRanksAreReadFromTheData();
    void standardisedValuesOfTeesValley();
    void indicatorsCorrelateWithTheIndex_data();
    void indicatorsCorrelateWithTheIndex();
    void leavingOneIndicatorOutMovesRanks_data();
    void leavingOneIndicatorOutMovesRanks();
    void aMeanOfTheThreeDomainsEqualsTheIndex();

private:
    const Reference &reference(size_t area) const
    {
        return m_reference.find(m_data->areas[area].name).value();
    }
    size_t indicator(const QString &code) const { return m_data->findIndicator(code).value(); }

    std::shared_ptr<const Dataset> m_data;
    IndexResult m_result;
    QHash<QString, Reference> m_reference;
};

void PaperIndexTest::initTestCase()
{
    Progress progress;
    const auto loaded = loadDataset(builtInSources(), progress);
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
    m_data = *loaded;
    m_result = computeIndex(*m_data, {});
    const auto table = readTextTable(referencePath, "The reference");
    QVERIFY2(table, qPrintable(referencePath));
    for (const QStringList &row : table->rows)
        m_reference.insert(
            row[0], {row[1].toDouble(), row[2].toDouble(), row[3].toInt(), row[4].toInt(), row[5].toInt()});
    QCOMPARE(m_reference.size(), 39);
    QCOMPARE(m_data->areas.size(), size_t(39));
    for (const Area &area : m_data->areas)
        QVERIFY2(m_reference.contains(area.name), qPrintable(area.name));
}

void PaperIndexTest::meansAndDeviationsAreThoseOfTheTable_data()
{
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("sample");
    QTest::addColumn<double>("population");
    QTest::newRow("exclusions") << 3.461538 << 0.576567 << 0.569127;
    QTest::newRow("unauthorised_absence") << 1.041026 << 0.242485 << 0.239356;
    QTest::newRow("soc_1_3") << 43.528205 << 5.999691 << 5.922272;
    QTest::newRow("imd_worst_10pct") << 8.966667 << 8.008986 << 7.905640;
    QTest::newRow("neet_16_18") << 4.097436 << 0.865261 << 0.854096;
    QTest::newRow("expected_progress") << 68.292308 << 3.489638 << 3.444608;
}

void PaperIndexTest::meansAndDeviationsAreThoseOfTheTable()
{
    QFETCH(const double, mean);
    QFETCH(const double, sample);
    QFETCH(const double, population);
    const size_t i = indicator(QTest::currentDataTag());
    const IndexResult byPopulation =
        computeIndex(*m_data, {.scale = {.standardDeviation = StandardDeviation::Population}});
    QVERIFY(std::abs(m_result.indicators[i].mean - mean) < 5e-7);
    QVERIFY(std::abs(m_result.indicators[i].standardDeviation - sample) < 5e-7);
    QVERIFY(std::abs(byPopulation.indicators[i].standardDeviation - population) < 5e-7);
}

void PaperIndexTest::everyScoreAgreesWithAnIndependentComputation()
{
    const auto expected = independentScores(*m_data);
    for (size_t area = 0; area < expected.size(); ++area)
        QVERIFY2(std::abs(m_result.scores[area] - expected[area]) < 1e-9,
                 qPrintable(m_data->areas[area].name));
}

void PaperIndexTest::everyScoreAndRankAgreesWithTheReference()
{
    const IndexResult byPopulation =
        computeIndex(*m_data, {.scale = {.standardDeviation = StandardDeviation::Population}});
    for (size_t area = 0; area < m_data->areas.size(); ++area) {
        const char *name = qPrintable(m_data->areas[area].name);
        QVERIFY2(std::abs(m_result.scores[area] - reference(area).sample) <= 5e-7, name);
        QVERIFY2(std::abs(byPopulation.scores[area] - reference(area).population) <= 5e-7, name);
        QVERIFY2(m_result.ranks[area] == reference(area).rank, name);
    }
}

void PaperIndexTest::everyQuartileAgreesWithTheReference()
{
    const Classification quartiles = classifyByQuantiles(m_result.scores, 4);
    for (size_t area = 0; area < m_data->areas.size(); ++area)
        QVERIFY2(quartiles.classes[area] == reference(area).quartile, qPrintable(m_data->areas[area].name));
}

void PaperIndexTest::populationDeviationChangesScoresByOneFactorAndNoRank()
{
    const IndexResult byPopulation =
        computeIndex(*m_data, {.scale = {.standardDeviation = StandardDeviation::Population}});
    QCOMPARE(byPopulation.ranks, m_result.ranks);
    for (size_t area = 0; area < m_data->areas.size(); ++area)
        QVERIFY(std::abs(byPopulation.scores[area] * std::sqrt(38.0 / 39.0) - m_result.scores[area]) < 1e-12);
}

// Table 4 is rounded to 0.1 and its authors had more decimals, so the printed ranks cannot come out exactly.
void PaperIndexTest::ranksAreCloseToThePrintedOnes()
{
    double squares = 0;
    int exact = 0;
    double largestShift = 0;
    for (size_t area = 0; area < m_data->areas.size(); ++area) {
        const double shift = std::abs(m_result.ranks[area] - m_data->areas[area].publishedRank.value());
        squares += shift * shift;
        exact += shift == 0 ? 1 : 0;
        largestShift = std::max(largestShift, shift);
    }
    const double spearman = 1 - 6 * squares / (39.0 * (39.0 * 39.0 - 1)); // there are no ties
    QVERIFY2(spearman >= 0.994, qPrintable(QString::number(spearman)));
    QCOMPARE(exact, 14);
    QCOMPARE(largestShift, 2.0);
}

void PaperIndexTest::quartersAgreeWithThePrintedOnesButForOnePair()
{
    QStringList different;
    for (size_t area = 0; area < m_data->areas.size(); ++area)
        if (quarterOfRank(m_result.ranks[area]) != quarterOfRank(*m_data->areas[area].publishedRank))
            different << m_data->areas[area].name;
    different.sort();
    QCOMPARE(different,
             QStringList({"Derby, Derbyshire, Nottingham and Nottinghamshire", "Northamptonshire"}));
}

void PaperIndexTest::printedRanksAreReadFromTheData()
{
    QVERIFY(m_data->hasPublishedRank);
    for (size_t area = 0; area < m_data->areas.size(); ++area)
        QCOMPARE(m_data->areas[area].publishedRank.value_or(0), reference(area).publishedRank);
}

void PaperIndexTest::standardisedValuesOfTeesValley()
{
    const size_t teesValley = m_data->findArea({"E37000034"}).value();
    const std::vector<std::pair<QString, double>> expected = {
        {"exclusions", 2.1480},      {"unauthorised_absence", 3.1300}, {"soc_1_3", 0.9047},
        {"imd_worst_10pct", 2.2392}, {"neet_16_18", 2.6611},           {"expected_progress", 1.8031}};
    for (const auto &[code, z] : expected)
        QVERIFY2(std::abs(m_result.indicators[indicator(code)].values[teesValley] - z) <= 5e-5,
                 qPrintable(code));
}

void PaperIndexTest::indicatorsCorrelateWithTheIndex_data()
{
    QTest::addColumn<double>("expected");
    QTest::newRow("exclusions") << 0.7932;
    QTest::newRow("unauthorised_absence") << 0.8506;
    QTest::newRow("soc_1_3") << 0.7657;
    QTest::newRow("imd_worst_10pct") << 0.8918;
    QTest::newRow("neet_16_18") << 0.7339;
    QTest::newRow("expected_progress") << 0.9165;
}

void PaperIndexTest::indicatorsCorrelateWithTheIndex()
{
    QFETCH(const double, expected);
    const size_t i = indicator(QTest::currentDataTag());
    QVERIFY(std::abs(correlation(m_result.indicators[i].values, m_result.scores) - expected) <= 5e-5);
}

void PaperIndexTest::leavingOneIndicatorOutMovesRanks_data()
{
    QTest::addColumn<double>("meanShift");
    QTest::addColumn<int>("largestShift");
    QTest::newRow("exclusions") << 1.4359 << 5;
    QTest::newRow("unauthorised_absence") << 1.1795 << 6;
    QTest::newRow("soc_1_3") << 1.5385 << 6;
    QTest::newRow("imd_worst_10pct") << 0.8205 << 5;
    QTest::newRow("neet_16_18") << 1.5897 << 6;
    QTest::newRow("expected_progress") << 0.8718 << 5;
}

void PaperIndexTest::leavingOneIndicatorOutMovesRanks()
{
    QFETCH(const double, meanShift);
    QFETCH(const int, largestShift);
    const IndexResult without = computeIndex(*m_data, {.excluded = {QTest::currentDataTag()}});
    double sum = 0;
    int largest = 0;
    for (size_t area = 0; area < m_data->areas.size(); ++area) {
        const auto shift = static_cast<int>(std::abs(without.ranks[area] - m_result.ranks[area]));
        sum += shift;
        largest = std::max(largest, shift);
    }
    QVERIFY2(std::abs(sum / 39 - meanShift) <= 5e-5, qPrintable(QString::number(sum / 39)));
    QCOMPARE(largest, largestShift);
}

void PaperIndexTest::aMeanOfTheThreeDomainsEqualsTheIndex()
{
    QCOMPARE(m_data->metadata.domains().size(), size_t(3));
    for (size_t area = 0; area < m_data->areas.size(); ++area) {
        double sum = 0;
        for (const Aggregate &domain : m_data->metadata.domains()) {
            std::vector<double> members;
            for (size_t i = 0; i < m_data->indicatorCount(); ++i)
                if (m_data->indicator(i).domain == domain.code)
                    members.push_back(m_result.indicators[i].values[area]);
            QCOMPARE(members.size(), size_t(2));
            sum += (members[0] + members[1]) / 2;
        }
        QVERIFY(std::abs(sum / 3 - m_result.scores[area]) < 1e-12);
    }
}

ATLAS_TEST(PaperIndexTest)

#include "test_paper_index.moc"
