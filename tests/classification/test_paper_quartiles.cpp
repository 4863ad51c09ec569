#include "tests/support/test_program.h"

#include "core/classification/classify.h"
#include "core/classification/quantiles.h"
#include "core/dataset/load_dataset.h"
#include "core/index/compute_index.h"

#include <QTest>

#include <cmath>
#include <memory>
#include <vector>

using namespace atlas;

/// Quartiles of the built-in data. The expected figures were computed independently from Table 4 of
/// "Understanding disengagement" (The Careers & Enterprise Company 2016).
class PaperQuartilesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void indicatorQuartiles_data();
    void indicatorQuartiles();
    void indexBreaks();
    void theIndexIsCutIntoClassesOfNearlyEqualCount();
    void tiesOfAbsenceMakeClassesOfUnequalCount();
    void solentIsOnTheMedianAndStaysInTheLowerClass();

private:
    std::shared_ptr<const Dataset> m_data;
    IndexResult m_result;
};

void PaperQuartilesTest::initTestCase()
{
    Progress progress;
    const auto loaded = loadDataset(builtInSources(), progress);
    QVERIFY(loaded.ok());
    m_data = *loaded;
    m_result = computeIndex(*m_data, {});
}

void PaperQuartilesTest::indicatorQuartiles_data()
{
    QTest::addColumn<std::vector<double>>("quartiles");
    QTest::newRow("exclusions") << std::vector{3.05, 3.3, 3.9};
    QTest::newRow("unauthorised_absence") << std::vector{0.85, 1.0, 1.1};
    QTest::newRow("soc_1_3") << std::vector{39.2, 42.9, 45.5};
    QTest::newRow("imd_worst_10pct") << std::vector{3.5, 6.1, 12.4};
    QTest::newRow("neet_16_18") << std::vector{3.6, 4.1, 4.6};
    QTest::newRow("expected_progress") << std::vector{65.75, 68.2, 70.25};
}

void PaperQuartilesTest::indicatorQuartiles()
{
    QFETCH(const std::vector<double>, quartiles);
    const auto values = m_data->column(m_data->findIndicator(QTest::currentDataTag()).value());
    const auto breaks = quantileBreaks(values, 4);
    QVERIFY(breaks.ok());
    for (size_t i = 0; i < 3; ++i)
        QCOMPARE(breaks->upperBounds()[i], quartiles[i]);
}

void PaperQuartilesTest::indexBreaks()
{
    const auto breaks = quantileBreaks(m_result.scores, 4);
    QVERIFY(breaks.ok());
    const std::vector expected = {-0.555813, -0.107116, 0.531264};
    for (size_t i = 0; i < 3; ++i)
        QVERIFY(std::abs(breaks->upperBounds()[i] - expected[i]) <= 5e-7);
}

void PaperQuartilesTest::theIndexIsCutIntoClassesOfNearlyEqualCount()
{
    QCOMPARE(classifyByQuantiles(m_result.scores, 4).counts, (std::vector{10, 10, 9, 10}));
}

void PaperQuartilesTest::tiesOfAbsenceMakeClassesOfUnequalCount()
{
    const auto values = m_data->column(m_data->findIndicator("unauthorised_absence").value());
    QCOMPARE(classifyByQuantiles(values, 4).counts, (std::vector{10, 13, 7, 9}));
}

void PaperQuartilesTest::solentIsOnTheMedianAndStaysInTheLowerClass()
{
    const Classification quartiles = classifyByQuantiles(m_result.scores, 4);
    for (size_t area = 0; area < m_data->areas.size(); ++area) {
        if (m_data->areas[area].name != "Solent")
            continue;
        QCOMPARE(m_result.scores[area], quartiles.breaks->upperBounds()[1]);
        QCOMPARE(quartiles.classes[area], 2);
        return;
    }
    QFAIL("There is no Solent.");
}

ATLAS_TEST(PaperQuartilesTest)

#include "test_paper_quartiles.moc"
