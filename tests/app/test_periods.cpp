#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/table/column_arranger.h"
#include "app/table/columns_popup.h"
#include "core/project/project_file.h"
#include "tests/app/changes.h"
#include "tests/app/project_window.h"
#include "tests/app/waiting.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// Figures of several periods in the window.
class PeriodsTest : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void init();
    void cleanup() { end(); }
    void anotherPeriodIsAStepThatUndoTakesBack();
    void thePeriodIsInSightWhereTheIndicatorsAreNot();
    void theMapSaysWhichPeriodItShows();
    void dataOfTheSameBoundariesShareTheirShapes();
    void choicesMadeWhileItLoadsStay();
    void scalesAreKeptOverPeriods();
    void theTableShowsTheChangeSinceAnotherPeriod();
    void theChangeIsKeptWithTheProject();

private:
    std::vector<double> figures() { return model().document.now().dataset()->column(0); }
    void showPeriod(const QString &period);
    QStringList columns();
    QString cell(int row, const QString &column);
};

void PeriodsTest::init()
{
    begin();
    writeBytes(*m_files, "figures.csv",
               "uCode,year,neet,b\n"
               "E37000001,2021,1,5\nE37000002,2021,2,4\nE37000003,2021,3,3\nE37000004,2021,4,2\n"
               "E37000001,2022,1.5,5\nE37000002,2022,2,4\nE37000003,2022,3,3\nE37000004,2022,4,2\n"
               "E37000001,2023,7,1\nE37000002,2023,6,9\nE37000003,2023,5,3\nE37000004,2023,4,c\n");
    writeBytes(*m_files, "years.atlas",
               R"({"disengagement_atlas_project": 2, "data": {"indicators": "figures.csv"}})");
    open(path("years.atlas"));
}

void PeriodsTest::showPeriod(const QString &period)
{
    auto *box = m_window->findChild<QComboBox *>("period");
    box->setCurrentText(period);
    emit box->textActivated(period);
    COMES_TRUE(model().document.now().dataset()->figuresPlan.period == period);
}

QStringList PeriodsTest::columns()
{
    const AreaTableModel &table = m_window->findChild<AreaTableView *>()->areaModel();
    QStringList codes;
    for (int column = 0; column < table.columnCount(); ++column)
        codes << table.columnCode(column);
    return codes;
}

QString PeriodsTest::cell(int row, const QString &column)
{
    const AreaTableModel &table = m_window->findChild<AreaTableView *>()->areaModel();
    return table.index(row, table.findColumn(column)).data().toString();
}

void PeriodsTest::anotherPeriodIsAStepThatUndoTakesBack()
{
    setIndexSettings(model().document, {.rankRule = RankRule::Dense});
    model().selection.select({{"E37000002"}}, {"E37000002"});
    showPeriod("2022");
    QCOMPARE(figures(), (std::vector<double>{1.5, 2, 3, 4}));
    QVERIFY(action("undo")->text().contains("2022"));
    setIndexSettings(model().document, {.excluded = {"b"}, .rankRule = RankRule::Dense});
    showPeriod("2021");

    press(Qt::Key_Z);
    QCOMPARE(figures(), (std::vector<double>{1.5, 2, 3, 4}));
    press(Qt::Key_Z);
    QCOMPARE(figures(), (std::vector<double>{7, 6, 5, 4}));
    QCOMPARE(m_window->findChild<QComboBox *>("period")->currentText(), "2023");
    QVERIFY(model().document.now().indexSettings().rankRule == RankRule::Dense);
    QCOMPARE(model().selection.codes(), (std::vector<AreaCode>{{"E37000002"}}));
    QCOMPARE(*model().areas.current(), size_t(1));
    QVERIFY(!action("undo")->isEnabled());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(figures(), (std::vector<double>{1.5, 2, 3, 4}));
    press(Qt::Key_S);
    QCOMPARE(readProjectFile(path("years.atlas"))->sources.plan.period, "2022");
    press(Qt::Key_Z);
    QVERIFY(m_window->isWindowModified());
}

void PeriodsTest::thePeriodIsInSightWhereTheIndicatorsAreNot()
{
    auto *inBar = m_window->findChild<QComboBox *>("periodInBar");
    QVERIFY(inBar && !inBar->isVisible()); // it stands with the indicators
    action("indicatorsDockShown")->trigger();
    COMES_TRUE(inBar->isVisible());
    QCOMPARE(inBar->currentText(), "2023");
    inBar->setFocus();
    QTest::keyClick(inBar, Qt::Key_Up);
    COMES_TRUE(model().document.now().dataset()->figuresPlan.period == "2022");
    QCOMPARE(inBar->currentText(), "2022");
    QCOMPARE(m_window->findChild<QComboBox *>("period")->currentText(), "2022");
}

void PeriodsTest::theMapSaysWhichPeriodItShows()
{
    const auto scene = [this] { return model().document.now().scene(Theme::Light, QLocale::c()); };
    QVERIFY2(scene().subtitle.startsWith("Figures for 2023; made from"), qPrintable(scene().subtitle));
    QVERIFY2(scene().source.contains("Figures for 2023."), qPrintable(scene().source));
    showPeriod("2022");
    QVERIFY(scene().subtitle.contains("2022") && scene().source.contains("2022"));
}

void PeriodsTest::dataOfTheSameBoundariesShareTheirShapes()
{
    const auto shapes = model().document.now().shapes();
    showPeriod("2022");
    QVERIFY(model().document.now().shapes() == shapes);
    QVERIFY(model().document.now().dataset()->boundaries.get() == &shapes->boundaries());
}

void PeriodsTest::choicesMadeWhileItLoadsStay()
{
    auto *box = m_window->findChild<QComboBox *>("period");
    box->setCurrentText("2022");
    emit box->textActivated("2022");
    setIndexSettings(model().document, {.excluded = {"b"}});
    COMES_TRUE(model().document.now().dataset()->figuresPlan.period == "2022");
    QVERIFY(model().document.now().indexSettings().excluded.contains("b"));
}

void PeriodsTest::scalesAreKeptOverPeriods()
{
    auto *keeps = m_window->findChild<QCheckBox *>("sameScale");
    QVERIFY(!keeps->isHidden() && !keeps->isChecked());
    const double least = model().document.now().result().indicators[0].values[3];
    QTest::mouseClick(keeps, Qt::LeftButton, {}, {8, keeps->height() / 2});
    QVERIFY(keeps->isChecked());
    QVERIFY(action("undo")->text().contains("same scale"));
    const std::vector<double> breaks = model().document.now().choices().scheme.breaks;
    QCOMPARE(breaks.size(), size_t(3));
    showPeriod("2022");
    QVERIFY(keeps->isChecked());
    QCOMPARE(model().document.now().result().indicators[0].values[3], least); // 4 in either year
    QCOMPARE(model().document.now().choices().scheme.breaks, breaks);
    press(Qt::Key_S);
    QCOMPARE(readProjectFile(path("years.atlas"))->method.choices.scheme.breaks, breaks);

    // Another variable is cut at its own bounds, and these are kept from now on.
    Choices choices = model().document.now().choices();
    choices.scheme.breaks.clear();
    model().document.setChoices(choices);
    QVERIFY(!keeps->isChecked());
    QTest::mouseClick(keeps, Qt::LeftButton, {}, {8, keeps->height() / 2});
    QVERIFY(keeps->isChecked());
    QTest::mouseClick(keeps, Qt::LeftButton, {}, {8, keeps->height() / 2});
    QVERIFY(!keeps->isChecked());
    QVERIFY(model().document.now().choices().index.scale.references.empty());
    QVERIFY(model().document.now().choices().scheme.breaks.empty());
}

void PeriodsTest::theTableShowsTheChangeSinceAnotherPeriod()
{
    const QStringList plain = columns();
    QTest::mouseClick(m_window->findChild<QPushButton *>("columnsButton"), Qt::LeftButton);
    auto *popup = m_window->findChild<ColumnsPopup *>();
    auto *since = popup->findChild<QComboBox *>("changeSince");
    QVERIFY(since);
    QCOMPARE(since->count(), 3); // none, 2021, 2022
    since->setFocus();
    QTest::keyClick(since, Qt::Key_Down);
    QTest::keyClick(since, Qt::Key_Down);
    COMES_TRUE(columns().contains("change_neet"));
    QCOMPARE(columns().size(), plain.size() + 2);
    QVERIFY(columns().indexOf("change_neet") < columns().indexOf("index"));
    QCOMPARE(cell(0, "change_neet"), "+5.5");
    QCOMPARE(cell(0, "change_b"), QString::fromUtf8("−4.0"));
    QCOMPARE(cell(3, "change_b"), QString::fromUtf8("–")); // suppressed in 2023
    const AreaTableModel &table = m_window->findChild<AreaTableView *>()->areaModel();
    const int column = table.findColumn("change_neet");
    QCOMPARE(table.headerData(column, Qt::Horizontal, AreaTableModel::DomainRole).toString(),
             "Change from 2022 to 2023");
    QCOMPARE(table.headerData(column, Qt::Horizontal, AreaTableModel::BenchmarksRole).toStringList(),
             QStringList({"+2.9", "+3.0"})); // 5.5, 4, 2 and 0
    const QString tip = table.index(0, column).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains("2022: 1.5") && tip.contains("2023: 7"), qPrintable(tip));
    popup->close();

    showPeriod("2021"); // the change is from the same period, to the one on show
    COMES_TRUE(columns().contains("change_neet"));
    QCOMPARE(cell(0, "change_neet"), QString::fromUtf8("−0.5"));
    showPeriod("2022");
    QVERIFY(!columns().contains("change_neet"));
    press(Qt::Key_Z);
    COMES_TRUE(columns().contains("change_neet"));
    m_window->findChild<AreaTableView *>()->columns().setChangeSince({});
    QCOMPARE(columns(), plain);
}

void PeriodsTest::theChangeIsKeptWithTheProject()
{
    m_window->findChild<AreaTableView *>()->columns().setChangeSince("2021");
    COMES_TRUE(columns().contains("change_neet"));
    press(Qt::Key_S);
    openWindow();
    QVERIFY(!columns().contains("change_neet"));
    open(path("years.atlas"));
    COMES_TRUE(columns().contains("change_neet"));
    QCOMPARE(cell(0, "change_neet"), "+6.0");
}

ATLAS_TEST(PeriodsTest)

#include "test_periods.moc"
