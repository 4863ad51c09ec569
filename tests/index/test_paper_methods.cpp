#include "tests/support/test_program.h"

#include "core/classification/classify.h"
#include "core/dataset/load_dataset.h"
#include "core/index/compute_index.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

using namespace atlas;

namespace {

constexpr Aggregation arithmetic = Aggregation::Arithmetic;
constexpr Aggregation geometric = Aggregation::Geometric;
constexpr Aggregation harmonic = Aggregation::Harmonic;

} // namespace

/// Other methods than the paper's on the figures of the paper (The Careers & Enterprise Company 2016,
/// "Understanding disengagement", Table 4). What is expected was worked out from Table 4 by other programs.
class PaperMethodsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theNestedMeanIsTheFlatOne();
    void meansOfAMinMaxScale_data();
    void meansOfAMinMaxScale();
    void copelandsBalance();
    void classesDependOnTheRule_data();
    void classesDependOnTheRule();
    void breaksDependOnTheRule_data();
    void breaksDependOnTheRule();
    void reversingAllDirectionsReversesTheRanks_data();
    void reversingAllDirectionsReversesTheRanks();

private:
    double scoreOf(const IndexResult &result, const QString &name) const;

    std::shared_ptr<const Dataset> m_data;
};

void PaperMethodsTest::initTestCase()
{
    Progress progress;
    m_data = *loadDataset(builtInSources(), progress);
}

double PaperMethodsTest::scoreOf(const IndexResult &result, const QString &name) const
{
    for (size_t area = 0; area < m_data->areas.size(); ++area)
        if (m_data->areas[area].name == name)
            return result.scores[area];
    qWarning("there is no %s", qPrintable(name));
    return 0;
}

void PaperMethodsTest::theNestedMeanIsTheFlatOne()
{
    const IndexResult flat = computeIndex(*m_data, {.levels = Levels::Flat});
    const IndexResult nested = computeIndex(*m_data, {.levels = Levels::Nested});
    QVERIFY(nested.tree->isNested);
    for (size_t area = 0; area < m_data->areas.size(); ++area)
        QVERIFY(std::abs(flat.scores[area] - nested.scores[area]) < 1e-12);
}

void PaperMethodsTest::meansOfAMinMaxScale_data()
{
    QTest::addColumn<Aggregation>("method");
    QTest::addColumn<QString>("area");
    QTest::addColumn<double>("expected");
    QTest::newRow("arithmetic, 1st") << arithmetic << "Tees Valley" << 94.0616;
    QTest::newRow("arithmetic, 2nd") << arithmetic << "Liverpool City Region" << 79.5447;
    QTest::newRow("arithmetic, 3rd") << arithmetic << "Black Country" << 71.9834;
    QTest::newRow("geometric, 1st") << geometric << "Tees Valley" << 93.6341;
    QTest::newRow("geometric, 2nd") << geometric << "Liverpool City Region" << 78.3038;
    QTest::newRow("geometric, 3rd") << geometric << "Humber" << 69.8456;
    QTest::newRow("harmonic, 1st") << harmonic << "Tees Valley" << 93.1817;
    QTest::newRow("harmonic, 2nd") << harmonic << "Liverpool City Region" << 77.0459;
    QTest::newRow("harmonic, 3rd") << harmonic << "Humber" << 68.2458;
}

void PaperMethodsTest::meansOfAMinMaxScale()
{
    QFETCH(const Aggregation, method);
    QFETCH(const QString, area);
    QFETCH(const double, expected);
    const IndexResult result =
        computeIndex(*m_data, {.scale = {.normalisation = Normalisation::MinMax, .low = 1, .high = 100},
                               .aggregation = method});
    QVERIFY(std::abs(scoreOf(result, area) - expected) <= 5e-5);
    const auto greater = std::count_if(result.scores.begin(), result.scores.end(),
                                       [expected](double score) { return score > expected + 1e-3; });
    QCOMPARE(static_cast<QChar>(QChar('1' + static_cast<char16_t>(greater))),
             QString(QTest::currentDataTag()).right(3).front());
}

void PaperMethodsTest::copelandsBalance()
{
    const IndexResult result = computeIndex(*m_data, {.aggregation = Aggregation::Copeland});
    const std::vector<std::pair<QString, double>> expected = {{"Tees Valley", 38},
                                                              {"Liverpool City Region", 35},
                                                              {"Black Country", 33},
                                                              {"Humber", 30},
                                                              {"Greater Manchester", 31},
                                                              {"Enterprise M3", -34},
                                                              {"Thames Valley Berkshire", -35},
                                                              {"Buckinghamshire Thames Valley", -38}};
    for (const auto &[area, balance] : expected)
        QCOMPARE(scoreOf(result, area), balance);
}

void PaperMethodsTest::classesDependOnTheRule_data()
{
    QTest::addColumn<QuantileRule>("rule");
    QTest::addColumn<std::vector<int>>("counts");
    QTest::newRow("type 5") << QuantileRule::Type5 << std::vector{10, 10, 9, 10};
    QTest::newRow("type 6") << QuantileRule::Type6 << std::vector{10, 10, 10, 9};
    QTest::newRow("type 7") << QuantileRule::Type7 << std::vector{10, 10, 9, 10};
    QTest::newRow("NTILE") << QuantileRule::Ntile << std::vector{9, 10, 10, 10};
}

void PaperMethodsTest::classesDependOnTheRule()
{
    QFETCH(const QuantileRule, rule);
    QFETCH(const std::vector<int>, counts);
    QCOMPARE(classifyByQuantiles(computeIndex(*m_data, {}).scores, 4, rule).counts, counts);
}

void PaperMethodsTest::breaksDependOnTheRule_data()
{
    QTest::addColumn<QuantileRule>("rule");
    QTest::addColumn<std::vector<double>>("bounds");
    QTest::newRow("type 5") << QuantileRule::Type5 << std::vector{-0.564133, -0.107116, 0.548351};
    QTest::newRow("type 6") << QuantileRule::Type6 << std::vector{-0.572452, -0.107116, 0.565437};
    QTest::newRow("type 7") << QuantileRule::Type7 << std::vector{-0.555813, -0.107116, 0.531264};
}

void PaperMethodsTest::breaksDependOnTheRule()
{
    QFETCH(const QuantileRule, rule);
    QFETCH(const std::vector<double>, bounds);
    const auto breaks = quantileBreaks(computeIndex(*m_data, {}).scores, 4, rule);
    QVERIFY(breaks.ok());
    for (size_t i = 0; i < bounds.size(); ++i)
        QVERIFY(std::abs(breaks->upperBounds()[i] - bounds[i]) <= 5e-7);
}

void PaperMethodsTest::reversingAllDirectionsReversesTheRanks_data()
{
    QTest::addColumn<Normalisation>("scale");
    QTest::newRow("z-scores") << Normalisation::ZScore;
    QTest::newRow("min-max") << Normalisation::MinMax;
    QTest::newRow("share of the maximum") << Normalisation::ShareOfMaximum;
}

void PaperMethodsTest::reversingAllDirectionsReversesTheRanks()
{
    QFETCH(const Normalisation, scale);
    Dataset turned = *m_data;
    for (Indicator &indicator : turned.metadata.indicators)
        indicator.direction = sign(indicator.direction) > 0 ? Direction::LowerIsMoreDisengaged
                                                            : Direction::HigherIsMoreDisengaged;
    const IndexSettings settings{.scale = {.normalisation = scale}};
    const IndexResult before = computeIndex(*m_data, settings);
    const IndexResult after = computeIndex(turned, settings);
    for (size_t area = 0; area < m_data->areas.size(); ++area)
        QCOMPARE(after.ranks[area], 40 - before.ranks[area]);
}

ATLAS_TEST(PaperMethodsTest)

#include "test_paper_methods.moc"
