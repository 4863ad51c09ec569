#include "app/charts/waterfall_view.h"
#include "app/main_window.h"
#include "app/map/map_widget.h"
#include "app/panels/find_box.h"
#include "app/panels/show_box.h"
#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/trace/moves_view.h"
#include "app/trace/trace_dialog.h"
#include "core/common/translations.h"
#include "core/index/index_table.h"
#include "tests/app/answering.h"
#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <QtCharts/QChart>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void opensWithTheBuiltInData();
    void aBoxSwitchesAnIndicatorOffAndUndoBringsItBack();
    void aDomainBoxHasThreeStates();
    void everythingOffSaysSoAndComesBack();
    void showIsUndoneAndRedone();
    void undoLeavesTheColoursAlone();
    void populationDeviationIsAChoice();
    void aDomainCanBeShown();
    void aWhatIfIsMarkedWhereverItShowsAndUndone();
    void findSelectsAndRejects_data();
    void findSelectsAndRejects();
    void theAreaPanelExplainsTheSelection();
    void theAreaPanelSaysWhereAnAreaStands_data();
    void theAreaPanelSaysWhereAnAreaStands();
    void whatRoundingLeavesOpenIsTold();
    void withoutAnExactBandRoundingIsDrawn();
    void unequalWeightsAreTold();
    void theAreaPanelFollowsTheDomainOnShow();
    void aValueIsTriedInTheAreaPanel();
    void theAreaPanelTellsWhatWouldMoveTheArea();
    void aFailedLoadKeepsWhatIsOpen();
    void figuresWithoutBoundariesHaveATableAndNoMap();
    void choicesAreRemembered();
    void nothingIsClippedAtTheSmallestSize();

private:
    QTreeWidgetItem *box(const QString &text) const;
    void clickBox(const QString &text);
    /// Clicks it in its menu.
    void choose(QAction *action);
    /// The colours of the map with this name.
    QAction *coloursCalled(const QString &name) const;
    /// Opens a cell of a table by double click and types into it.
    void typeInto(QTableWidget *table, int row, int column, const QString &text);
    QAction *action(const char *name) const { return m_window->findChild<QAction *>(name); }
    /// What a label says when everything has followed.
    QString label(const char *name) const
    {
        QCoreApplication::processEvents();
        return m_window->findChild<QLabel *>(name)->text();
    }
    /// The parts of the score in the area panel, when it has followed.
    QTableWidget *steps() const
    {
        QCoreApplication::processEvents();
        return m_window->findChild<QTableWidget *>("steps");
    }

    QTemporaryDir m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("disengagement-atlas");
    QCoreApplication::setApplicationName("disengagement-atlas-test");
    installTranslations(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void MainWindowTest::init()
{
    QSettings().clear();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    COMES_TRUE(m_window->state().dataset());
}

QTreeWidgetItem *MainWindowTest::box(const QString &text) const
{
    const auto found = m_window->findChild<QTreeWidget *>("indicators")
                           ->findItems(text, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? nullptr : found.front();
}

void MainWindowTest::clickBox(const QString &text)
{
    auto *tree = m_window->findChild<QTreeWidget *>("indicators");
    QTreeWidgetItem *item = box(text);
    QVERIFY(item);
    const QRect row = tree->visualItemRect(item);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, QPoint(row.left() + 10, row.center().y()));
}

void MainWindowTest::choose(QAction *action)
{
    const QList<QMenu *> menus = m_window->findChildren<QMenu *>();
    const auto menu = std::find_if(menus.begin(), menus.end(),
                                   [action](const QMenu *each) { return each->actions().contains(action); });
    QVERIFY(menu != menus.end());
    (*menu)->popup(m_window->mapToGlobal(QPoint(100, 100)));
    QVERIFY(action->isEnabled());
    QTest::mouseClick(*menu, Qt::LeftButton, {}, (*menu)->actionGeometry(action).center());
    QVERIFY(!(*menu)->isVisible());
}

QAction *MainWindowTest::coloursCalled(const QString &name) const
{
    const QList<QAction *> all = m_window->findChildren<QAction *>();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&name](const QAction *each) { return each->data().toString() == name; });
    return found == all.end() ? nullptr : *found;
}

void MainWindowTest::typeInto(QTableWidget *table, int row, int column, const QString &text)
{
    const QTableWidgetItem *cell = table->item(row, column);
    QVERIFY(cell);
    table->scrollToItem(cell);
    const QPoint at = table->visualItemRect(cell).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
    auto *editor = table->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
}

void MainWindowTest::opensWithTheBuiltInData()
{
    QCOMPARE(m_window->state().dataset()->areas.size(), size_t(39));
    const QString summary = label("statusSummary");
    QVERIFY2(summary.contains("39") && summary.contains("6 of 6") && summary.contains("sample SD")
                 && summary.contains("quartiles (type 7)"),
             qPrintable(summary));
    QCOMPARE(m_window->findChild<QToolButton *>("remarksButton")->text(), "no remarks");
}

void MainWindowTest::aBoxSwitchesAnIndicatorOffAndUndoBringsItBack()
{
    const double before = m_window->state().result().scores.front();
    clickBox("IMD");
    QCOMPARE(m_window->state().result().used.size(), size_t(5));
    QVERIFY(m_window->state().result().scores.front() != before);
    QVERIFY(action("switchAllOn")->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->state().result().used.size(), size_t(6));
    QCOMPARE(m_window->state().result().scores.front(), before);
    QCOMPARE(box("IMD")->checkState(0), Qt::Checked);
}

void MainWindowTest::aDomainBoxHasThreeStates()
{
    clickBox("IMD");
    QCOMPARE(box("Risk factors")->checkState(0), Qt::PartiallyChecked);
    clickBox("SOC 1-3");
    QCOMPARE(box("Risk factors")->checkState(0), Qt::Unchecked);
    clickBox("Risk factors");
    QCOMPARE(box("Risk factors")->checkState(0), Qt::Checked);
    QCOMPARE(m_window->state().result().used.size(), size_t(6));
    QSignalSpy results(&m_window->state(), &AtlasState::resultChanged);
    clickBox("Outcomes");
    QCOMPARE(results.count(), 1);
    QCOMPARE(m_window->state().result().used.size(), size_t(4));
}

void MainWindowTest::everythingOffSaysSoAndComesBack()
{
    for (const char *domain : {"Risk factors", "Direct measures", "Outcomes"})
        clickBox(domain);
    QVERIFY(m_window->state().result().used.empty());
    QVERIFY(!m_window->grab().isNull());
    m_window->state().setSelection({AreaCode{"E37000034"}});
    QVERIFY(label("areaMeaning").contains("at least one indicator"));
    choose(action("switchAllOn"));
    QCOMPARE(m_window->state().result().used.size(), size_t(6));
}

void MainWindowTest::showIsUndoneAndRedone()
{
    auto *show = m_window->findChild<ShowBox *>();
    show->setFocus();
    QTest::keyClick(show, Qt::Key_N); // "Not in education ..."
    QCOMPARE(m_window->state().display().shown, "neet_16_18");
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->state().display().shown, "index");
    QCOMPARE(show->currentIndex(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->state().display().shown, "neet_16_18");
}

void MainWindowTest::undoLeavesTheColoursAlone()
{
    clickBox("IMD");
    choose(coloursCalled("blues"));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->state().result().used.size(), size_t(6));
    QCOMPARE(m_window->state().display().palette, "blues");
}

void MainWindowTest::populationDeviationIsAChoice()
{
    const double sample = m_window->state().result().scores.front();
    for (QAction *each : m_window->findChildren<QAction *>())
        if (each->text().startsWith("&Population"))
            choose(each);
    const double ratio = sample / m_window->state().result().scores.front();
    QVERIFY(std::abs(ratio - std::sqrt(38.0 / 39.0)) < 1e-12);
    QVERIFY(label("statusSummary").contains("population SD"));
}

void MainWindowTest::aDomainCanBeShown()
{
    auto *show = m_window->findChild<ShowBox *>();
    show->setFocus();
    QTest::keyClick(show, Qt::Key_R); // "Risk factors"
    const AtlasState &state = m_window->state();
    QCOMPARE(state.shown().code, "risk_factors");
    QCOMPARE(state.shown().values, nodeScores(state.result(), *state.result().tree->find("risk_factors")));
    QCOMPARE(state.scene(Theme::Light, QLocale()).title, "Risk factors");
    const auto *table = m_window->findChild<AreaTableView *>()->model();
    const int score = table->columnCount() - 2;
    QCOMPARE(table->headerData(score, Qt::Horizontal, AreaTableModel::DomainRole).toString(), "Risk factors");
    const size_t tees = areaNamed(*state.dataset(), "Tees Valley");
    QString scoreText;
    QString rankText;
    for (int line = 0; line < table->rowCount(); ++line)
        if (table->index(line, 0).data().toString() == "Tees Valley") {
            scoreText = table->index(line, score).data().toString();
            rankText = table->index(line, score + 1).data().toString();
        }
    QCOMPARE(scoreText, QString::number(state.shown().values[tees], 'f', 2));
    QCOMPARE(rankText, QString::number(state.shown().ranks[tees]));
    clickBox("IMD"); // scores follow the indicators in use
    QCOMPARE(state.shown().values[0],
             state.result().indicators[*state.dataset()->findIndicator("soc_1_3")].values[0]);
    clickBox("SOC 1-3");
    QVERIFY(!state.shown().classification.breaks);
}

void MainWindowTest::aWhatIfIsMarkedWhereverItShowsAndUndone()
{
    AtlasState &state = m_window->state();
    const size_t area = areaNamed(*state.dataset(), "Lancashire");
    const size_t indicator = *state.dataset()->findIndicator("imd_worst_10pct");
    state.setSelectedAreas({area});
    const double before = state.result().ranks[area];
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
    auto *trace = m_window->findChild<TraceDialog *>();
    QVERIFY(trace->isVisible());
    auto *parts = trace->findChild<QTableWidget *>("steps");
    const QList<QTableWidgetItem *> own = parts->findItems("IMD", Qt::MatchExactly);
    QCOMPARE(own.size(), 1);
    typeInto(parts, own.front()->row(), 1, "31");
    COMES_TO(state.dataset()->whatIfs.size(), size_t(1));
    QVERIFY(state.result().ranks[area] < before);
    QCOMPARE(state.dataset()->cells[indicator][area].number, 31.0);
    QCOMPARE(state.givenDataset()->cells[indicator][area].number, 17.2);

    QVERIFY(label("statusSummary").startsWith("what-if: 1 value tried"));
    QVERIFY(state.scene(Theme::Light, QLocale()).rule.startsWith("what-if: 1 value tried"));
    QVERIFY(label("areaMeaning").contains("with the figures as they are, its rank is 10"));
    QVERIFY(trace->findChild<QLabel *>("title")->text().endsWith("; 10 without the what-if"));
    const auto *table = m_window->findChild<AreaTableView *>()->model();
    const TextTable exported =
        indexTable(*state.dataset(), state.result(), 4, orderByRank(*state.dataset(), state.result()));
    QCOMPARE(exported.header.back(), "what_if");
    int marked = 0;
    for (int row = 0; row < table->rowCount(); ++row)
        for (int column = 0; column < table->columnCount(); ++column)
            marked += table->index(row, column).data().toString() == "31.0?" ? 1 : 0;
    QCOMPARE(marked, 1);

    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(state.result().ranks[area], before);
    QCOMPARE(state.dataset(), state.givenDataset());
    QVERIFY(!label("statusSummary").contains("what-if"));
    QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier);
    choose(action("endWhatIf"));
    QCOMPARE(state.dataset(), state.givenDataset());
    QVERIFY(!action("endWhatIf")->isEnabled());
}

void MainWindowTest::findSelectsAndRejects_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("whole name") << "Tees Valley"
                                << "Tees Valley";
    QTest::newRow("part, other case") << "lincoln"
                                      << "Greater Lincolnshire";
    QTest::newRow("and for &") << "Greater Cambridge and Greater"
                               << "Greater Cambridge & Greater Peterborough";
    QTest::newRow("code") << "E37000023"
                          << "London";
    QTest::newRow("map number") << "7"
                                << "Cumbria";
    QTest::newRow("nothing") << "Atlantis"
                             << "";
}

void MainWindowTest::findSelectsAndRejects()
{
    QFETCH(const QString, typed);
    auto *find = m_window->findChild<FindBox *>();
    QTest::keyClicks(find, typed);
    QTest::keyClick(find, Qt::Key_Return);
    const auto area = m_window->state().currentArea();
    QTEST(area ? m_window->state().dataset()->areas[*area].name : QString(), "name");
}

void MainWindowTest::theAreaPanelExplainsTheSelection()
{
    m_window->state().setSelection({AreaCode{"E37000034"}});
    QCOMPARE(label("areaName"), "Tees Valley");
    QCOMPARE(label("areaRank"), QString::fromUtf8("rank 1 of 39 · published 1"));
    QCOMPARE(label("areaClass"), "Q4, most disengaged");
    QVERIFY(label("areaMeaning").contains("+2.15"));
    QVERIFY(label("areaMeaning").contains("Absence (1.8%, mean 1.0%)"));
    QCOMPARE(steps()->rowCount(), 6);
    QCOMPARE(steps()->item(3, 0)->text(), "Absence");
    QCOMPARE(steps()->item(3, 1)->text(), "1.8%");
    QCOMPARE(steps()->item(3, 3)->text(), "3.13");
    QCOMPARE(steps()->item(5, 7)->text(), "2.148"); // the running total ends at the index
    QCOMPARE(m_window->findChild<WaterfallView *>()->chart()->series().size(), 1);
}

void MainWindowTest::theAreaPanelSaysWhereAnAreaStands_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<QString>("expected");
    QTest::newRow("first") << QList<double>{9, 1, 2, 3} << "It ranks above 3 areas.";
    QTest::newRow("above one") << QList<double>{2, 1, 9, 3} << "It ranks above 1 area.";
    QTest::newRow("first of two alike") << QList<double>{9, 9, 2, 3} << "It ranks above 2 areas.";
    QTest::newRow("last") << QList<double>{1, 2, 3, 4} << "No area ranks below it.";
    QTest::newRow("last of two alike") << QList<double>{1, 1, 3, 4} << "No area ranks below it.";
}

void MainWindowTest::theAreaPanelSaysWhereAnAreaStands()
{
    QFETCH(const QList<double>, values);
    QFETCH(const QString, expected);
    const Dataset data = test::makeDataset({{"rate", {values.begin(), values.end()}}});
    m_window->state().setDataset(std::make_shared<const Dataset>(data));
    m_window->state().setSelection({AreaCode{"A1"}});
    QVERIFY2(label("areaMeaning").contains(expected), qPrintable(label("areaMeaning")));
}

void MainWindowTest::whatRoundingLeavesOpenIsTold()
{
    AtlasState &state = m_window->state();
    state.setSelection({AreaCode{"E37000001"}}); // Black Country
    QVERIFY2(label("areaMeaning").contains("alone allows any rank from 3 to 5."),
             qPrintable(label("areaMeaning")));
    QVERIFY(
        label("areaMeaning")
            .contains(
                "The published order puts Greater Manchester above Black Country. Rounding cannot explain "
                "that: their scores stay 0.0056 apart."));
    state.setSelection({AreaCode{"E37000019"}}); // Lancashire
    QVERIFY2(
        label("areaMeaning")
            .contains("The published order puts Lancashire above North Eastern, and the figures as printed "
                      "the other way round. Rounding can explain that."),
        qPrintable(label("areaMeaning")));
    state.setSelection({AreaCode{"E37000034"}}); // Tees Valley, far ahead
    QVERIFY(label("areaMeaning").contains("Rounding of the figures cannot change its rank."));
    QVERIFY2(label("areaMeaning")
                 .contains("The published order puts Tees Valley above Liverpool City Region, "
                           "as the figures do."),
             qPrintable(label("areaMeaning")));

    state.setIndexSettings({.excluded = {"imd_worst_10pct"}});
    QVERIFY(label("areaMeaning").contains("Whether rounding explains its published place cannot be told"));
}

void MainWindowTest::withoutAnExactBandRoundingIsDrawn()
{
    AtlasState &state = m_window->state();
    state.setIndexSettings({.scale = {.normalisation = Normalisation::PercentileRank}});
    state.setSelection({AreaCode{"E37000001"}}); // Black Country
    QVERIFY2(label("areaMeaning").contains("Working out which ranks"), qPrintable(label("areaMeaning")));
    COMES_TRUE(state.roundingDraws() != nullptr);
    const RoundingDraws drawn = **state.roundingDraws();
    Progress progress;
    QVERIFY(drawn.ranks
            == drawRoundingBand(*state.dataset(), state.indexSettings(), drawn.draws, drawn.seed, progress)
                   ->ranks);
    const auto [low, high] = drawn.ranks[*state.currentArea()];
    QVERIFY2(
        label("areaMeaning")
            .contains(QString("alone gave ranks from %1 to %2 in 10,000 draws (seed 1).").arg(low).arg(high)),
        qPrintable(label("areaMeaning")));
    // Draws of another method are never shown.
    state.setIndexSettings({.scale = {.normalisation = Normalisation::Borda}});
    QVERIFY(!state.roundingDraws());
    QVERIFY(label("areaMeaning").contains("Working out which ranks"));
    state.setIndexSettings({.scale = {.normalisation = Normalisation::Rank}});
    COMES_TRUE(state.roundingDraws() != nullptr);
    QVERIFY((*state.roundingDraws())->ranks
            == drawRoundingBand(*state.dataset(), state.indexSettings(), drawn.draws, drawn.seed, progress)
                   ->ranks);
    state.setIndexSettings({});
    QVERIFY(label("areaMeaning").contains("alone allows any rank from 3 to 5."));
}

void MainWindowTest::unequalWeightsAreTold()
{
    m_window->state().setSelection({AreaCode{"E37000034"}});
    QCOMPARE(steps()->item(3, 5)->text(), "16.7%");
    m_window->state().setIndexSettings({.weights = {{"unauthorised_absence", 3}}});
    QCOMPARE(steps()->item(3, 5)->text(), "37.5%");
    QVERIFY(label("statusSummary").contains("sample SD, weighted"));
}

void MainWindowTest::theAreaPanelFollowsTheDomainOnShow()
{
    m_window->state().setIndexSettings({.levels = Levels::Nested});
    m_window->state().setSelection({AreaCode{"E37000034"}});
    QCOMPARE(steps()->rowCount(), 3); // domains
    const auto *node = m_window->findChild<QComboBox *>("node");
    DisplaySettings display = m_window->state().display();
    display.shown = "outcomes";
    m_window->state().setDisplay(display);
    QCOMPARE(node->currentText(), "Outcomes");
    QCOMPARE(steps()->rowCount(), 2);
    QVERIFY(label("title").startsWith("rank "));
    display.shown = "neet_16_18"; // an indicator has no parts: the panel stays with the domain
    m_window->state().setDisplay(display);
    QCOMPARE(node->currentText(), "Outcomes");
    display.shown = indexCode;
    m_window->state().setDisplay(display);
    QCOMPARE(steps()->rowCount(), 3);
}

void MainWindowTest::aValueIsTriedInTheAreaPanel()
{
    m_window->state().setSelection({AreaCode{"E37000019"}}); // Lancashire
    QCOMPARE(label("areaRank"), QString::fromUtf8("rank 10 of 39 \u00b7 published 8"));
    typeInto(steps(), 4, 1, "3.9");
    COMES_TO(m_window->state().dataset()->whatIfs.size(), size_t(1));
    const double rank = m_window->state().result().ranks[*m_window->state().currentArea()];
    QVERIFY(rank > 10);
    QCOMPARE(label("title"), QStringLiteral("rank %1; 10 without the what-if").arg(rank));
    QCOMPARE(steps()->item(4, 1)->text(), "3.9% (data: 5.1)");
    QTest::keySequence(m_window.get(), QKeySequence::Undo);
    QVERIFY(m_window->state().dataset()->whatIfs.empty());
    QCOMPARE(steps()->item(4, 1)->text(), "5.1%");
}

void MainWindowTest::theAreaPanelTellsWhatWouldMoveTheArea()
{
    m_window->state().setSelection({AreaCode{"E37000019"}});
    QCOMPARE(label("areaName"), "Lancashire");
    auto *moves = m_window->findChild<MovesView *>();
    QVERIFY(!moves->isVisible());
    auto *fold = m_window->findChild<QToolButton *>("showMoves");
    QSignalSpy shown(moves, &MovesView::movesShown);
    QTest::mouseClick(fold, Qt::LeftButton);
    QVERIFY(moves->isVisible());
    COMES_TRUE(!shown.isEmpty());
    QCOMPARE(moves->findChild<QTableWidget *>("moves")->rowCount(), 6);
}

void MainWindowTest::aFailedLoadKeepsWhatIsOpen()
{
    m_window->state().setSelection({AreaCode{"E37000034"}});
    QString said;
    const Answering answering([&said](QDialog &shown) {
        if (auto *message = qobject_cast<QMessageBox *>(&shown)) {
            said = message->text();
            QTest::keyClick(message, Qt::Key_Return);
        }
    });
    auto *loader = m_window->findChild<DatasetLoader *>();
    DataSources missing = builtInSources();
    missing.boundaries = "nowhere.shp";
    if (loader)
        loader->load(missing);
    else
        QFAIL("the loader is not a child of the window");
    COMES_TRUE(said.contains("nowhere.shp"));
    QCOMPARE(m_window->state().dataset()->areas.size(), size_t(39));
    QCOMPARE(m_window->state().selection().size(), 1);
}

void MainWindowTest::figuresWithoutBoundariesHaveATableAndNoMap()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("figures.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("uCode,uName,a,b\nX1,One,1,5\nX2,Two,2,6\nX3,Three,4,4\n");
    file.close();
    auto *loader = m_window->findChild<DatasetLoader *>();
    loader->load({.indicators = file.fileName()});
    AtlasState &state = m_window->state();
    COMES_TO(state.dataset()->areas.size(), size_t(3));
    QVERIFY(m_window->map().accessibleDescription().contains("without boundaries"));
    QVERIFY(!action("exportMap")->isEnabled() && !action("fit")->isEnabled());
    QVERIFY(action("exportTable")->isEnabled());
    state.setSelectedAreas({2});
    QCOMPARE(label("areaName"), "Three");
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Plus, Qt::Key_0, Qt::Key_Return})
        QTest::keyClick(&m_window->map(), key);
    QTest::mouseMove(&m_window->map(), {100, 100});
    QTest::mouseClick(&m_window->map(), Qt::LeftButton, {}, {100, 100});
    DisplaySettings display = state.display();
    display.palette = "greens";
    state.setDisplay(display);
    QCOMPARE(Preferences().lastSources().indicators, file.fileName());
    QVERIFY(Preferences().lastSources().boundaries.isEmpty());
    loader->load(builtInSources()); // and back
    COMES_TO(state.dataset()->areas.size(), size_t(39));
    QVERIFY(action("exportMap")->isEnabled());
    QVERIFY(m_window->map().accessibleDescription().contains("Disengagement index"));
}

void MainWindowTest::choicesAreRemembered()
{
    m_window->resize(1100, 700);
    choose(coloursCalled("greens"));
    choose(action("classMarks"));
    QCOMPARE(m_window->state().display().palette, "greens");
    QVERIFY(!m_window->state().display().classMarks);
    m_window->close();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QCOMPARE(m_window->state().display().palette, "greens");
    QVERIFY(!m_window->state().display().classMarks);
    QCOMPARE(m_window->size(), QSize(1100, 700));
}

void MainWindowTest::nothingIsClippedAtTheSmallestSize()
{
    m_window->resize(m_window->minimumSize());
    COMES_TO(m_window->size(), QSize(900, 600));
    m_window->state().setSelection({AreaCode{"E37000008"}});
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        const bool part = widget->objectName() == "map" || widget->objectName() == "find"
                          || widget->objectName() == "show" || widget->objectName() == "indicators";
        if (part)
            QVERIFY2(
                m_window->rect().contains(QRect(widget->mapTo(m_window.get(), QPoint()), widget->size())),
                qPrintable(widget->objectName()));
    }
    for (const QToolButton *button : m_window->findChildren<QToolButton *>())
        if (button->isVisible())
            QVERIFY2(button->width() >= button->sizeHint().width() - 1, qPrintable(button->text()));
}

ATLAS_TEST(MainWindowTest)
#include "test_main_window.moc"
