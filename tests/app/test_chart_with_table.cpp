#include "app/charts/chart_with_table.h"

#include "app/atlas/atlas_model.h"
#include "app/charts/slope_chart.h"
#include "app/charts/waterfall_view.h"
#include "app/robustness/rank_chart.h"
#include "tests/app/waiting.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

using namespace atlas;
using namespace atlas::test;

namespace {

/// The words of a picture.
QString wordsOf(const Result<Picture> &picture)
{
    const auto svg = renderPicture(*picture, PictureFormat::Svg);
    QString words;
    QXmlStreamReader xml(*svg);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::Characters)
            words += xml.text();
    return words;
}

} // namespace

/// What every chart has besides its picture: a title, what its marks mean, a table, and words for those who
/// cannot see it.
class ChartWithTableTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theKeyGoesToTheTableAndBack();
    void theTableHasTheFiguresOfTheChart();
    void theTableFollowsTheChart();
    void rowsOfTheTableChooseTheirArea();
    void chartsDescribeThemselves();
    void filesSayWhatMarksMean();
    void barsOfAWaterfallHaveTheirValues();
    void aWaterfallAsksForItsTable();

private:
    Document &document() const { return m_model->document; }
    const SelectedAreas &areas() const { return m_model->areas; }

    std::unique_ptr<AtlasModel> m_model;
};

void ChartWithTableTest::init()
{
    m_model = std::make_unique<AtlasModel>();
    document().open(std::make_shared<const Dataset>(makeDataset({{"a", {1, 9, 4}}})));
}

void ChartWithTableTest::theKeyGoesToTheTableAndBack()
{
    auto *chart = new RankChart(document(), areas());
    ChartWithTable both(chart);
    both.setTitle("Ranks");
    both.show();
    QCOMPARE(both.findChild<QLabel *>("chartTitle")->text(), "Ranks");
    auto *table = both.findChild<QTableWidget *>("chartTable");
    both.activateWindow();
    COMES_TRUE(both.isActiveWindow());
    chart->setFocus();
    QVERIFY(chart->isVisible() && !both.showsTable());
    QTest::keyClick(chart, Qt::Key_T);
    QVERIFY(both.showsTable() && table->isVisible());
    QVERIFY(table->hasFocus()); // no focus is lost on the way
    QTest::keyClick(table, Qt::Key_T);
    QVERIFY(!both.showsTable() && chart->hasFocus());
    QTest::mouseClick(both.findChild<QToolButton *>("asTable"), Qt::LeftButton);
    QVERIFY(both.showsTable());
}

void ChartWithTableTest::theTableHasTheFiguresOfTheChart()
{
    auto draws = std::make_shared<RankUncertainty>();
    draws->low = {3, 1, 1};
    draws->median = {3, 1, 2};
    draws->high = {3, 2, 2};
    draws->classShares = {{1, 0, 0.25}, {0, 0.1, 0.75}, {0, 0, 0}, {0, 0.9, 0}};
    document().setUncertainty(draws);
    auto *chart = new RankChart(document(), areas());
    ChartWithTable both(chart);
    both.findChild<QToolButton *>("asTable")->setChecked(true);
    const auto *table = both.findChild<QTableWidget *>("chartTable");
    QCOMPARE(table->rowCount(), 3);
    QStringList first;
    for (int column = 0; column < table->columnCount(); ++column)
        first << table->item(0, column)->text();
    QCOMPARE(first.mid(0, 5), QStringList({"A2", "1", "1", "1", "2"}));
    QCOMPARE(first.back(), "90.0%");
}

void ChartWithTableTest::theTableFollowsTheChart()
{
    auto *chart = new RankChart(document(), areas());
    ChartWithTable both(chart);
    both.findChild<QToolButton *>("asTable")->setChecked(true);
    document().open(std::make_shared<const Dataset>(makeDataset({{"a", {1, 9, 4, 5, 6}}})));
    QCOMPARE(both.findChild<QTableWidget *>("chartTable")->rowCount(), 5);
}

void ChartWithTableTest::rowsOfTheTableChooseTheirArea()
{
    auto *chart = new RankChart(document(), areas());
    ChartWithTable both(chart);
    both.show();
    both.findChild<QToolButton *>("asTable")->setChecked(true);
    auto *table = both.findChild<QTableWidget *>("chartTable");
    QSignalSpy chosen(chart, &RowChart::areaChosen);
    emit table->cellActivated(1, 0);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().value<size_t>(), size_t(2)); // A3 ranks second
}

void ChartWithTableTest::chartsDescribeThemselves()
{
    RankChart ranks(document(), areas());
    QVERIFY(!ranks.accessibleName().isEmpty());
    QVERIFY2(ranks.accessibleDescription().contains("A2: rank 1"), qPrintable(ranks.accessibleDescription()));
    SlopeChart slopes(document(), areas());
    slopes.setRanks({1, 2, 3}, "One", {3, 2, 1}, "Two");
    QVERIFY2(slopes.accessibleDescription().contains("One: rank 1"),
             qPrintable(slopes.accessibleDescription()));
    QCOMPARE(slopes.tableHeader(), QStringList({"Area", "One", "Two", "Places moved"}));
    QCOMPARE(slopes.tableRow(0), QStringList({"A1", "1", "3", "+2"}));
    WaterfallView waterfall;
    waterfall.setLocale(QLocale::c());
    waterfall.show(0.5, {{"absence", 0.25}, {"progress", -1}}, "Score", "Why");
    QCOMPARE(waterfall.accessibleName(), "Why");
    QCOMPARE(
        waterfall.accessibleDescription(),
        QStringLiteral("Starts at 0.50. absence: +0.25; progress: \u22121.00; Score: \u22120.25. Press T "
                       "for the table."));
}

void ChartWithTableTest::filesSayWhatMarksMean()
{
    RankChart ranks(document(), areas());
    QVERIFY(wordsOf(ranks.picture("Title", {})).contains("rank by the index"));
    SlopeChart slopes(document(), areas());
    slopes.setRanks({1, 2, 3}, "One", {3, 2, 1}, "Two");
    const QString words = wordsOf(slopes.picture("Title", {}));
    QVERIFY(words.contains("more disengaged on the right") && words.contains("the same rank"));
}

void ChartWithTableTest::barsOfAWaterfallHaveTheirValues()
{
    WaterfallView waterfall;
    waterfall.setLocale(QLocale::c());
    waterfall.show(0, {{"one", 0.25}, {"two", -0.5}}, "Score", "Why");
    waterfall.resize(600, 400);
    const QString words = wordsOf(waterfall.picture("Title", {}));
    for (const QString &text : {QStringLiteral("+0.25"), QStringLiteral("\u22120.50"),
                                QStringLiteral("pushes the score up"), QStringLiteral("holds it down")})
        QVERIFY2(words.contains(text), qPrintable(text + ": " + words));
    QVERIFY(!words.contains("at the mean"));
    waterfall.show(0, {{"one", 0.25}, {.name = "two", .step = -0.01, .isAtMean = true}}, "Score", "Why");
    QVERIFY(wordsOf(waterfall.picture("Title", {})).contains("at the mean, as printed"));
}

void ChartWithTableTest::aWaterfallAsksForItsTable()
{
    WaterfallView waterfall;
    waterfall.show(0, {{"one", 0.25}}, "Score", "Why");
    QSignalSpy asked(&waterfall, &WaterfallView::tableAsked);
    QTest::keyClick(&waterfall, Qt::Key_T);
    QCOMPARE(asked.size(), 1);
}

ATLAS_TEST(ChartWithTableTest)

#include "test_chart_with_table.moc"
