#include "app/robustness/robustness_dialog.h"

#include "app/robustness/rank_chart.h"
#include "app/table/area_table_view.h"
#include "app/widgets/hint_label.h"
#include "core/index/area_order.h"
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

class RobustnessDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void drawsAreThoseOfTheCore();
    void equalSeedsShowTheSame();
    void resultsGoWithTheIndex();
    void resultsGoWithTheClasses();
    void theMapShowsHowSureClassesAre();
    void aRunForAnotherIndexIsDropped();
    void aCancelledRunChangesNothing();
    void whatCannotBeDrawnIsSaid();
    void theTableHasAColumnWhileThereAreDraws();
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
    std::unique_ptr<AtlasState> m_state;
    std::unique_ptr<RobustnessDialog> m_dialog;
};

void RobustnessDialogTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("test");
}

void RobustnessDialogTest::init()
{
    m_state = std::make_unique<AtlasState>();
    m_state->setDataset(test::builtInDataset());
    m_dialog = std::make_unique<RobustnessDialog>(*m_state, nullptr);
    m_dialog->show();
    find<QSpinBox>("draws")->setValue(500);
}

void RobustnessDialogTest::cleanup()
{
    m_dialog.reset();
}

void RobustnessDialogTest::draw()
{
    QSignalSpy drawn(m_dialog.get(), &RobustnessDialog::drawn);
    QTest::mouseClick(find<QPushButton>("draw"), Qt::LeftButton);
    QVERIFY(m_dialog->isDrawing());
    COMES_TRUE(!drawn.isEmpty());
    QVERIFY(!m_dialog->isDrawing());
}

void RobustnessDialogTest::drawsAreThoseOfTheCore()
{
    draw();
    Progress progress;
    const auto expected = drawRanks(*m_state->dataset(), {}, m_state->shownIndex()->classification.classes,
                                    {.draws = 500}, progress);
    QCOMPARE(m_state->uncertainty()->median, expected->median);
    QCOMPARE(m_state->uncertainty()->classShares, expected->classShares);
    QVERIFY(status().startsWith("500 draws, seed 1."));
    QCOMPARE(find<QTableWidget>("sensitivity")->rowCount(), 2);
    QCOMPARE(find<QTableWidget>("leftOut")->rowCount(), 6);
    QCOMPARE(find<QTableWidget>("leftOut")->item(0, 1)->text(), "0.82"); // the IMD; published as 0.8205
}

void RobustnessDialogTest::equalSeedsShowTheSame()
{
    draw();
    const auto first = m_state->uncertainty();
    draw();
    QVERIFY(m_state->uncertainty() != first);
    QCOMPARE(m_state->uncertainty()->low, first->low);
    find<QSpinBox>("seed")->setValue(2);
    draw();
    QVERIFY(m_state->uncertainty()->classShares != first->classShares);
}

void RobustnessDialogTest::resultsGoWithTheIndex()
{
    draw();
    m_state->setIndexSettings({.excluded = {"soc_1_3"}});
    QVERIFY(!m_state->uncertainty());
    QCOMPARE(find<QTableWidget>("sensitivity")->rowCount(), 0);
    QVERIFY(status().startsWith("Press Draw"));
}

void RobustnessDialogTest::resultsGoWithTheClasses()
{
    draw();
    DisplaySettings display = m_state->display();
    display.palette = QStringLiteral("blues");
    m_state->setDisplay(display);
    QVERIFY(m_state->uncertainty());
    display.classCount = 5;
    m_state->setDisplay(display);
    QVERIFY(!m_state->uncertainty());
    QCOMPARE(find<QTableWidget>("sensitivity")->rowCount(), 0);
}

void RobustnessDialogTest::theMapShowsHowSureClassesAre()
{
    const auto certainty = [this] { return m_state->scene(Theme::Light, QLocale::c()).certainty; };
    QVERIFY(certainty().empty());
    draw();
    const std::vector<ClassCertainty> expected =
        classCertainty(*m_state->uncertainty(), m_state->shownIndex()->classification.classes);
    QCOMPARE(certainty(), expected);
    QVERIFY(std::count(expected.begin(), expected.end(), ClassCertainty::Certain) > 20);
    DisplaySettings display = m_state->display();
    display.shown = QStringLiteral("imd_worst_10pct");
    m_state->setDisplay(display);
    QVERIFY(certainty().empty()); // draws are of the index
    display.shown = indexCode;
    display.certainty = false;
    m_state->setDisplay(display);
    QVERIFY(certainty().empty());
}

void RobustnessDialogTest::aRunForAnotherIndexIsDropped()
{
    QSignalSpy drawn(m_dialog.get(), &RobustnessDialog::drawn);
    find<QSpinBox>("draws")->setValue(200000);
    QTest::mouseClick(find<QPushButton>("draw"), Qt::LeftButton);
    m_state->setDataset(test::builtInDataset()); // as when another file is opened
    QVERIFY(!m_dialog->isDrawing());
    find<QSpinBox>("draws")->setValue(300);
    draw();
    QCOMPARE(drawn.size(), 1);
    QCOMPARE(m_state->uncertainty()->settings.draws, 300);
}

void RobustnessDialogTest::aCancelledRunChangesNothing()
{
    draw();
    const auto before = m_state->uncertainty();
    find<QSpinBox>("draws")->setValue(1000000);
    QTest::mouseClick(find<QPushButton>("draw"), Qt::LeftButton);
    QTest::mouseClick(find<QPushButton>("cancel"), Qt::LeftButton);
    QVERIFY(!m_dialog->isDrawing());
    QCOMPARE(m_state->uncertainty(), before);
    QVERIFY(status().startsWith("Cancelled"));
}

void RobustnessDialogTest::whatCannotBeDrawnIsSaid()
{
    find<QAbstractButton>("rounding")->click();
    find<QComboBox>("varyWeights")->setCurrentIndex(0);
    QTest::mouseClick(find<QPushButton>("draw"), Qt::LeftButton);
    COMES_TRUE(find<HintLabel>("status")->isProblem());
    QVERIFY(status().startsWith("Nothing is to vary"));
    QVERIFY(!m_state->uncertainty());
}

void RobustnessDialogTest::theTableHasAColumnWhileThereAreDraws()
{
    AreaTableView table(*m_state);
    table.resize(900, 400);
    table.show();
    const QAbstractItemModelTester tester(table.model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int before = table.model()->columnCount();
    draw();
    QCOMPARE(table.model()->columnCount(), before + 1);
    const QModelIndex cell = table.model()->index(0, before);
    const size_t area = table.areasInOrder()[0];
    const auto &draws = *m_state->uncertainty();
    QCOMPARE(cell.data().toString(),
             draws.low[area] == draws.high[area]
                 ? QString::number(draws.low[area])
                 : QStringLiteral("%1\u2013%2").arg(draws.low[area]).arg(draws.high[area]));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains("of the draws"));
    table.sortByColumn(before, Qt::DescendingOrder);
    QCOMPARE(draws.median[table.areasInOrder()[0]], 39);
    m_state->setIndexSettings({.excluded = {"soc_1_3"}});
    QCOMPARE(table.model()->columnCount(), before);
    COMES_TRUE(table.areasInOrder() == orderByRank(*m_state->dataset(), m_state->result()));
}

void RobustnessDialogTest::theChartSelectsAreas()
{
    auto *chart = find<RankChart>("rankChart");
    const auto order = orderByRank(*m_state->dataset(), m_state->result());
    int y = 0;
    while (chart->areaAt({20, y}) != std::optional(order[2]) && y < chart->height())
        ++y;
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, {20, y + 3});
    QCOMPARE(m_state->selectedAreas(), std::vector<size_t>{order[2]});
    QTest::keyClick(chart, Qt::Key_Down);
    QCOMPARE(*m_state->currentArea(), order[3]);
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, Qt::ControlModifier, {20, y + 3});
    QCOMPARE(m_state->selectedAreas().size(), size_t(2));
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, Qt::ControlModifier, {20, y + 3});
    QCOMPARE(m_state->selectedAreas(), std::vector<size_t>{order[3]});
    QVERIFY(!chart->areaAt({20, 1}));
}

void RobustnessDialogTest::closingWhileDrawingWaits()
{
    find<QSpinBox>("draws")->setValue(1000000);
    QTest::mouseClick(find<QPushButton>("draw"), Qt::LeftButton);
    m_dialog.reset(); // ends the run, and comes back
    QVERIFY(!m_state->uncertainty());
}

ATLAS_TEST(RobustnessDialogTest)

#include "test_robustness_dialog.moc"
