#include "core/help/help_figures.h"

#include "core/dataset/load_dataset.h"
#include "core/robustness/monte_carlo.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

const QLocale british(QLocale::English, QLocale::UnitedKingdom);

/// A column of the built-in file as it stands there, read by nothing of the program; Lancashire's first.
std::vector<double> columnFromFile(int column)
{
    QFile file(QStringLiteral(ATLAS_SOURCE_DIR "/resources/lep_indicators.csv"));
    std::vector<double> values;
    if (!file.open(QIODevice::ReadOnly))
        return values;
    file.readLine();
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).remove('\n');
        const double value = line.section(',', column - 9, column - 9).toDouble(); // names have commas
        values.insert(line.contains("Lancashire") ? values.begin() : values.end(), value);
    }
    return values;
}

constexpr int neet = 6; // the column, from 0

double meanOfAll(const std::vector<double> &values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

double deviationOfAll(const std::vector<double> &values, double divisor)
{
    double squares = 0;
    for (const double value : values)
        squares += std::pow(value - meanOfAll(values), 2);
    return std::sqrt(squares / divisor);
}

} // namespace

/// Figures of examples, worked out again by hand from the file.
class HelpFiguresTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void textWithoutFiguresStays();
    void measuredFiguresAreThoseOfTheFile();
    void scalesFollowTheirFormulas();
    void scoresAndRanksAreThoseOfThePaperTest();
    void aChangedCellChangesTheRest();
    void weightsAddUp();
    void spansAreInWords();
    void outliersAreTreatedWhereThereAreAny();
    void ownBoundsCut();

private:
    QString made(const QString &figure) const
    {
        const auto filled = withFigures(QStringLiteral("{{%1}}").arg(figure), m_paper, british);
        return filled ? *filled : filled.error().message;
    }
    static QString decimals(double value, int count = 2)
    {
        return QString::number(value, 'f', count).replace('-', QChar(0x2212));
    }

    std::shared_ptr<const Dataset> m_paper;
    std::vector<double> m_neet; ///< Lancashire's first
};

void HelpFiguresTest::initTestCase()
{
    Progress progress;
    m_paper = *loadDataset(builtInSources(), progress);
    m_neet = columnFromFile(neet);
    QCOMPARE(m_neet.size(), size_t(39));
}

void HelpFiguresTest::textWithoutFiguresStays()
{
    QCOMPARE(*withFigures("No figure { here }.", m_paper, british), "No figure { here }.");
    QCOMPARE(*withFigures("Of {{areas}} areas, {{areas}}.", m_paper, british), "Of 39 areas, 39.");
}

void HelpFiguresTest::measuredFiguresAreThoseOfTheFile()
{
    const double mean = meanOfAll(m_neet);
    QCOMPARE(made("value;Lancashire;neet_16_18"), decimals(m_neet.front(), 1));
    QCOMPARE(made("mean;neet_16_18"), decimals(mean));
    QCOMPARE(made("sd;neet_16_18;3"), decimals(deviationOfAll(m_neet, 38), 3));
    QCOMPARE(made("sd;neet_16_18;3|deviation=population"), decimals(deviationOfAll(m_neet, 39), 3));
    std::vector<double> sorted = m_neet;
    std::sort(sorted.begin(), sorted.end());
    QCOMPARE(made("median;neet_16_18"), decimals(sorted[19], 1));
    QCOMPARE(made("least;neet_16_18"), decimals(sorted.front(), 1));
    QCOMPARE(made("greatest;neet_16_18"), decimals(sorted.back(), 1));
    QCOMPARE(made("halfunit;neet_16_18"), "0.05");
}

void HelpFiguresTest::scalesFollowTheirFormulas()
{
    const double own = m_neet.front();
    const auto [least, greatest] = std::minmax_element(m_neet.begin(), m_neet.end());
    const auto lower = static_cast<double>(
        std::count_if(m_neet.begin(), m_neet.end(), [own](double value) { return value < own; }));
    QCOMPARE(made("scaled;Lancashire;neet_16_18"),
             decimals((own - meanOfAll(m_neet)) / deviationOfAll(m_neet, 38)));
    QCOMPARE(made("scaled;Lancashire;neet_16_18;1|scale=minmax,high=100"),
             decimals(100 * (own - *least) / (*greatest - *least), 1));
    QCOMPARE(made("scaled;Lancashire;neet_16_18;0|scale=rank"), decimals(lower + 1, 0));
    QCOMPARE(made("scaled;Lancashire;neet_16_18;0|scale=borda"), decimals(lower, 0));
    QCOMPARE(made("scaled;Lancashire;neet_16_18|scale=percentile"), decimals(lower / 38));
    QCOMPARE(made("scaled;Lancashire;neet_16_18|scale=share"), decimals(own / *greatest));
    QCOMPARE(made("scaled;Lancashire;neet_16_18|scale=target,only=neet_16_18,reference=neet_16_18:2:8"),
             decimals((own - 2) / 6));
    QCOMPARE(made("scaled;Lancashire;neet_16_18|scale=goalposts,only=neet_16_18,reference=neet_16_18:2:5"),
             "1.00"); // held at the end
}

/// Ranks as tests/index/test_paper_index has them.
void HelpFiguresTest::scoresAndRanksAreThoseOfThePaperTest()
{
    QCOMPARE(made("rank;Tees Valley"), "1");
    QCOMPARE(made("ordinal;Tees Valley"), "1st");
    QCOMPARE(made("score;Tees Valley"), "2.15");
    QCOMPARE(made("rank;Lancashire"), "10");
    QCOMPARE(made("class;Tees Valley"), "Q4");
    QCOMPARE(made("published;equal"), "14");
}

void HelpFiguresTest::aChangedCellChangesTheRest()
{
    QCOMPARE(made("value;Lancashire;neet_16_18|value=Lancashire:neet_16_18:9.9"), "9.9");
    QCOMPARE(made("areas|blank=Lancashire:neet_16_18,missing=leave-out"), "38");
    const std::vector<double> others(m_neet.begin() + 1, m_neet.end());
    QCOMPARE(made("filled;Lancashire;neet_16_18|blank=Lancashire:neet_16_18,missing=mean"),
             decimals(meanOfAll(others)));
}

void HelpFiguresTest::weightsAddUp()
{
    QCOMPARE(made("weight;exclusions"), "16.7");
    QCOMPARE(made("weight;exclusions|weight=exclusions:2"), "28.6"); // 2 / 7
    QCOMPARE(made("weight;neet_16_18|weight=exclusions:2"), "14.3"); // 1 / 7
}

void HelpFiguresTest::spansAreInWords()
{
    QCOMPARE(made("band;Lancashire"), "8 to 13");
    QCOMPARE(made("band;Tees Valley"), "1");
    QVERIFY2(made("drawn;Lancashire").contains(" to "), qPrintable(made("drawn;Lancashire")));
}

void HelpFiguresTest::outliersAreTreatedWhereThereAreAny()
{
    QCOMPARE(made("treated;Lancashire;imd_worst_10pct;1|outliers=winsorise"),
             made("value;Lancashire;imd_worst_10pct;1"));
    QVERIFY(
        made("treated;London;imd_worst_10pct;1|value=London:imd_worst_10pct:90,outliers=winsorise").toDouble()
        < 40);
}

void HelpFiguresTest::ownBoundsCut()
{
    QCOMPARE(made("class;Tees Valley|breaks=-0.5:0.5"), "3");
    QCOMPARE(made("counts|breaks=-9:9"), "0, 39, 0");
}

ATLAS_TEST(HelpFiguresTest)

#include "test_help_figures.moc"
