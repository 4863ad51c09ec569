#include "app/robustness/robustness_dialog.h"

#include "app/robustness/rank_chart.h"
#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/widgets/hint_label.h"
#include "app/widgets/notice_bar.h"
#include "core/index/area_order.h"
#include "tests/app/changes.h"
#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace atlas;
using namespace atlas::test;

class RobustnessDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void drawsAreThoseOfTheCore();
    void equalSeedsShowTheSame();
    void resultsOfAFormerMethodStayMarked();
    void undoMakesThemBelongAgain();
    void resultsOfFormerClassesStayMarked();
    void resultsGoWithTheData();
    void settingsAreTheModels();
    void theMapShowsHowSureClassesAre();
    void aRunForAnotherIndexIsDropped();
    void aCancelledRunChangesNothing();
    void whatCannotBeDrawnIsSaid();
    void theTableHasAColumnWhileThereAreDraws();
    void theTableMarksDrawsOfAFormerMethod();
    void theChartSelectsAreas();
    void closingWhileDrawingWaits();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(name);
    }
    void draw();
    QString status() const { return find<HintLabel>("status")->text(); }

    QTemporaryDir m_settings;
    std::unique_ptr<AtlasModel> m_model;
    std::unique_ptr<RobustnessDialog> m_dialog;
};

void RobustnessDialogTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("test");
}

void RobustnessDialogTest::init()
{
    m_model = std::make_unique<AtlasModel>();
    m_model->document.open(test::builtInDataset());
    m_dialog = std::make_unique<RobustnessDialog>(m_model->document, m_model->draws, m_model->areas, nullptr);
    m_dialog->show();
    find<QSpinBox>("draws")->setValue(500);
}

void RobustnessDialogTest::cleanup()
{
    m_dialog.reset();
}

void RobustnessDialogTest::draw()
{
    QSignalSpy drawn(&m_model->draws, &DrawRun::found);
    QTest::mouseClick(find<QPushButton>("draw"), Qt::LeftButton);
    QVERIFY(m_model->draws.isRunning());
    COMES_TRUE(!drawn.isEmpty());
    QVERIFY(!m_model->draws.isRunning());
}

void RobustnessDialogTest::drawsAreThoseOfTheCore()
{
    draw();
    Progress progress;
    const auto expected =
        drawRanks(*m_model->document.now().dataset(), {},
                  m_model->document.now().shownIndex()->classification.classes, {.draws = 500}, progress);
    QCOMPARE(m_model->document.now().uncertainty()->median, expected->median);
    QCOMPARE(m_model->document.now().uncertainty()->classShares, expected->classShares);
    QVERIFY(status().startsWith("500 draws, seed 1."));
    QCOMPARE(find<QTableWidget>("sensitivity")->rowCount(), 2);
    QCOMPARE(find<QTableWidget>("leftOut")->rowCount(), 6);
    QCOMPARE(find<QTableWidget>("leftOut")->item(0, 1)->text(), "0.82"); // the IMD; published as 0.8205
}

void RobustnessDialogTest::equalSeedsShowTheSame()
{
    draw();
    const auto first = m_model->document.now().uncertainty();
    draw();
    QVERIFY(m_model->document.now().uncertainty() != first);
    QCOMPARE(m_model->document.now().uncertainty()->low, first->low);
    find<QSpinBox>("seed")->setValue(2);
    draw();
    QVERIFY(m_model->document.now().uncertainty()->classShares != first->classShares);
}

void RobustnessDialogTest::resultsOfAFormerMethodStayMarked()
{
    draw();
    const auto *bar = find<NoticeBar>("former");
    QVERIFY(!bar->isVisible());
    const auto former = m_model->document.now().uncertainty();
    setIndexSettings(m_model->document, {.excluded = {"soc_1_3"}});
    QVERIFY(!m_model->document.now().uncertainty());
    QCOMPARE(m_model->document.now().formerUncertainty(), former);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->title(), QString("Drawn with the method as it was before the last change"));
    QCOMPARE(find<QTableWidget>("sensitivity")->rowCount(), 2);
    QVERIFY(status().startsWith("500 draws, seed 1."));
    QVERIFY(!find<QPushButton>("exportChart")->isEnabled());

    QSignalSpy drawn(&m_model->draws, &DrawRun::found);
    QTest::mouseClick(find<QPushButton>("drawAgain"), Qt::LeftButton);
    COMES_TRUE(!drawn.isEmpty());
    QVERIFY(!bar->isVisible());
    QVERIFY(m_model->document.now().uncertainty());
    QVERIFY(find<QPushButton>("exportChart")->isEnabled());
}

void RobustnessDialogTest::undoMakesThemBelongAgain()
{
    draw();
    const auto drawn = m_model->document.now().uncertainty();
    setIndexSettings(m_model->document, {.excluded = {"soc_1_3"}});
    setIndexSettings(m_model->document, {});
    QCOMPARE(m_model->document.now().uncertainty(), drawn);
    QVERIFY(!find<NoticeBar>("former")->isVisible());
}

void RobustnessDialogTest::resultsGoWithTheData()
{
    draw();
    m_model->document.open(std::make_shared<const Dataset>(*test::builtInDataset()));
    QVERIFY(!m_model->document.now().formerUncertainty());
    QCOMPARE(find<QTableWidget>("sensitivity")->rowCount(), 0);
    QVERIFY(status().startsWith("Press Draw"));
}

void RobustnessDialogTest::settingsAreTheModels()
{
    QCOMPARE(m_model->draws.settings().draws, 500); // typed by init()
    find<QAbstractButton>("leaveOut")->click();
    QVERIFY(m_model->draws.settings().assumptions.leaveOut);
    const DrawSettings how{.assumptions = {.spread = 0.333}, .seed = 18446744073709551615ULL};
    m_model->draws.setSettings(how);
    QCOMPARE(find<QSpinBox>("draws")->value(), how.draws);
    find<QAbstractButton>("varyScale")->click();
    QVERIFY(m_model->draws.settings().assumptions.scale);
    QCOMPARE(m_model->draws.settings().seed, how.seed); // although no box can show it
    QCOMPARE(m_model->draws.settings().assumptions.spread, 0.333);
}

void RobustnessDialogTest::resultsOfFormerClassesStayMarked()
{
    draw();
    m_model->document.setLooks({.palette = "blues"});
    QVERIFY(m_model->document.now().uncertainty());
    setClassCount(m_model->document, 5);
    QVERIFY(!m_model->document.now().uncertainty());
    QVERIFY(find<NoticeBar>("former")->isVisible());
    QCOMPARE(find<QTableWidget>("sensitivity")->rowCount(), 2);
}

void RobustnessDialogTest::theMapShowsHowSureClassesAre()
{
    const auto certainty = [this] {
        return m_model->document.now().scene(Theme::Light, QLocale::c()).certainty;
    };
    QVERIFY(certainty().empty());
    draw();
    const std::vector<ClassCertainty> expected = classCertainty(
        *m_model->document.now().uncertainty(), m_model->document.now().shownIndex()->classification.classes);
    QCOMPARE(certainty(), expected);
    QVERIFY(std::count(expected.begin(), expected.end(), ClassCertainty::Certain) > 20);
    setIndexSettings(m_model->document, {.excluded = {"soc_1_3"}});
    QVERIFY(certainty().empty()); // draws of a former method say nothing of these classes
    setIndexSettings(m_model->document, {});
    QCOMPARE(certainty(), expected);
    setShown(m_model->document, "imd_worst_10pct");
    QVERIFY(certainty().empty()); // draws are of the index
    m_model->document.set({}, {.certainty = false});
    QVERIFY(certainty().empty());
}

void RobustnessDialogTest::aRunForAnotherIndexIsDropped()
{
    QSignalSpy drawn(&m_model->draws, &DrawRun::found);
    find<QSpinBox>("draws")->setValue(200000);
    QTest::mouseClick(find<QPushButton>("draw"), Qt::LeftButton);
    m_model->document.open(test::builtInDataset()); // as when another file is opened
    QVERIFY(!m_model->draws.isRunning());
    find<QSpinBox>("draws")->setValue(300);
    draw();
    QCOMPARE(drawn.size(), 1);
    QCOMPARE(m_model->document.now().uncertainty()->settings.draws, 300);
}

void RobustnessDialogTest::aCancelledRunChangesNothing()
{
    draw();
    const auto before = m_model->document.now().uncertainty();
    find<QSpinBox>("draws")->setValue(1000000);
    QTest::mouseClick(find<QPushButton>("draw"), Qt::LeftButton);
    QTest::mouseClick(find<QPushButton>("cancel"), Qt::LeftButton);
    QVERIFY(!m_model->draws.isRunning());
    QCOMPARE(m_model->document.now().uncertainty(), before);
    QVERIFY(status().startsWith("Cancelled"));
}

void RobustnessDialogTest::whatCannotBeDrawnIsSaid()
{
    find<QAbstractButton>("rounding")->click();
    find<QComboBox>("varyWeights")->setCurrentIndex(0);
    QTest::mouseClick(find<QPushButton>("draw"), Qt::LeftButton);
    COMES_TRUE(find<HintLabel>("status")->isProblem());
    QVERIFY(status().startsWith("Nothing varies"));
    QVERIFY(!m_model->document.now().uncertainty());
}

void RobustnessDialogTest::theTableHasAColumnWhileThereAreDraws()
{
    AreaTableView table(m_model->document, m_model->areas);
    table.resize(900, 400);
    table.show();
    const QAbstractItemModelTester tester(table.model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int before = table.model()->columnCount();
    draw();
    QCOMPARE(table.model()->columnCount(), before + 1);
    const int range = table.areaModel().findColumn("rank_band");
    const QModelIndex cell = table.model()->index(0, range);
    const size_t area = table.areasInOrder()[0];
    const auto &draws = *m_model->document.now().uncertainty();
    QCOMPARE(cell.data().toString(),
             draws.low[area] == draws.high[area]
                 ? QString::number(draws.low[area])
                 : QStringLiteral("%1\u2013%2").arg(draws.low[area]).arg(draws.high[area]));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains("of the draws"));
    table.sortByColumn(range, Qt::DescendingOrder);
    QCOMPARE(draws.median[table.areasInOrder()[0]], 39);
    m_model->document.setUncertainty(nullptr);
    QCOMPARE(table.model()->columnCount(), before);
    COMES_TRUE(table.areasInOrder()
               == orderByRank(*m_model->document.now().dataset(), m_model->document.now().result()));
}

void RobustnessDialogTest::theTableMarksDrawsOfAFormerMethod()
{
    AreaTableView table(m_model->document, m_model->areas);
    table.resize(900, 400);
    table.show();
    const int column = table.model()->columnCount();
    draw();
    QCOMPARE(table.model()->columnCount(), column + 1);
    const int drawn = table.areaModel().findColumn("rank_band");
    const auto head = [&] { return table.model()->headerData(drawn, Qt::Horizontal).toString(); };
    const QVariant before = table.model()->index(0, column).data();
    QVERIFY2(!head().contains("former"), qPrintable(head()));
    setIndexSettings(m_model->document, {.excluded = {"soc_1_3"}});
    QCOMPARE(table.model()->columnCount(), column + 1);
    QVERIFY2(head().contains("former"), qPrintable(head()));
    QCOMPARE(table.model()->index(0, column).data(), before);
    const IndexFigures figures = figuresOf(m_model->document.now());
    QVERIFY(!figures.draws); // a file has none of them
}

void RobustnessDialogTest::theChartSelectsAreas()
{
    auto *chart = find<RankChart>("rankChart");
    const auto order = orderByRank(*m_model->document.now().dataset(), m_model->document.now().result());
    int y = 0;
    while (chart->areaAt({20, y}) != std::optional(order[2]) && y < chart->height())
        ++y;
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, {20, y + 3});
    QCOMPARE(m_model->areas.areas(), std::vector<size_t>{order[2]});
    QTest::keyClick(chart, Qt::Key_Down);
    QCOMPARE(*m_model->areas.current(), order[3]);
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, Qt::ControlModifier, {20, y + 3});
    QCOMPARE(m_model->areas.areas().size(), size_t(2));
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, Qt::ControlModifier, {20, y + 3});
    QCOMPARE(m_model->areas.areas(), std::vector<size_t>{order[3]});
    QVERIFY(!chart->areaAt({20, 1}));
}

void RobustnessDialogTest::closingWhileDrawingWaits()
{
    find<QSpinBox>("draws")->setValue(1000000);
    QTest::mouseClick(find<QPushButton>("draw"), Qt::LeftButton);
    m_dialog.reset(); // ends the run, and comes back
    QVERIFY(!m_model->document.now().uncertainty());
}

ATLAS_TEST(RobustnessDialogTest)

#include "test_robustness_dialog.moc"
