#include "app/map/map_widget.h"
#include "app/panels/show_box.h"
#include "app/shell/main_window.h"
#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/trace/trace_dialog.h"
#include "core/common/translations.h"
#include "core/index/area_order.h"
#include "core/robustness/index_table.h"
#include "tests/app/answering.h"
#include "tests/app/loaded_state.h"
#include "tests/app/typing.h"
#include "tests/app/waiting.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

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
    void undoTakesBackColoursToo();
    void populationDeviationIsAChoice();
    void aDomainCanBeShown();
    void aWhatIfIsMarkedWhereverItShowsAndUndone();
    void aFailedLoadKeepsWhatIsOpen();
    void figuresWithoutBoundariesHaveATableAndNoMap();
    void choicesAreRemembered();
    void filesAreDroppedOnIt();
    void itIsNeverLargerThanTheScreen();
    void nothingIsClippedAtTheSmallestSize();

private:
    QTreeWidgetItem *box(const QString &text) const;
    void clickBox(const QString &text);
    /// Clicks it in its menu.
    void choose(QAction *action);
    QAction *action(const char *name) const { return m_window->findChild<QAction *>(name); }
    /// What a label says when everything has followed.
    QString label(const char *name) const
    {
        QCoreApplication::processEvents();
        return m_window->findChild<QLabel *>(name)->text();
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
    m_window->resize(1600, 900);
    m_window->show();
    COMES_TRUE(m_window->model().document.now().dataset());
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

void MainWindowTest::opensWithTheBuiltInData()
{
    QCOMPARE(m_window->model().document.now().dataset()->areas.size(), size_t(39));
    const QString summary = label("statusSummary");
    QVERIFY2(summary.contains("39") && summary.contains("6 of 6") && summary.contains("standardised"),
             qPrintable(summary));
    const QString exact = m_window->findChild<QLabel *>("statusSummary")->toolTip();
    QVERIFY2(exact.contains("sample SD") && exact.contains("quartiles (type 7)"), qPrintable(exact));
    QCOMPARE(m_window->findChild<QToolButton *>("remarksButton")->text(), "no remarks on the data");
}

void MainWindowTest::aBoxSwitchesAnIndicatorOffAndUndoBringsItBack()
{
    const double before = m_window->model().document.now().result().scores.front();
    clickBox("IMD");
    QCOMPARE(m_window->model().document.now().result().used.size(), size_t(5));
    QVERIFY(m_window->model().document.now().result().scores.front() != before);
    QVERIFY(action("switchAllOn")->isEnabled());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->model().document.now().result().used.size(), size_t(6));
    QCOMPARE(m_window->model().document.now().result().scores.front(), before);
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
    QCOMPARE(m_window->model().document.now().result().used.size(), size_t(6));
    QSignalSpy changes(&m_window->model().document, &Document::changed);
    clickBox("Outcomes");
    QCOMPARE(changes.count(), 1);
    QCOMPARE(m_window->model().document.now().result().used.size(), size_t(4));
}

void MainWindowTest::everythingOffSaysSoAndComesBack()
{
    for (const char *domain : {"Risk factors", "Direct measures", "Outcomes"})
        clickBox(domain);
    QVERIFY(m_window->model().document.now().result().used.empty());
    QVERIFY(!m_window->grab().isNull());
    m_window->model().selection.select({AreaCode{"E37000034"}});
    QVERIFY(label("areaMeaning").contains("at least one indicator"));
    choose(action("switchAllOn"));
    QCOMPARE(m_window->model().document.now().result().used.size(), size_t(6));
}

void MainWindowTest::showIsUndoneAndRedone()
{
    auto *show = m_window->findChild<ShowBox *>();
    show->setFocus();
    QTest::keyClick(show, Qt::Key_N); // "Not in education ..."
    QCOMPARE(m_window->model().document.now().choices().shown, "neet_16_18");
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->model().document.now().choices().shown, "index");
    QCOMPARE(show->currentIndex(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->model().document.now().choices().shown, "neet_16_18");
}

void MainWindowTest::undoTakesBackColoursToo()
{
    clickBox("IMD");
    choose(action("palette.blues"));
    QCOMPARE(m_window->model().document.now().looks().palette, "blues");
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->model().document.now().looks().palette, "purples");
    QCOMPARE(m_window->model().document.now().result().used.size(), size_t(5));
    QCOMPARE(Preferences().looks().palette, "purples"); // and the next start begins with them
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->model().document.now().result().used.size(), size_t(6));
}

void MainWindowTest::populationDeviationIsAChoice()
{
    const double sample = m_window->model().document.now().result().scores.front();
    for (QAction *each : m_window->findChildren<QAction *>())
        if (each->text().startsWith("&Population"))
            choose(each);
    const double ratio = sample / m_window->model().document.now().result().scores.front();
    QVERIFY(std::abs(ratio - std::sqrt(38.0 / 39.0)) < 1e-12);
    QVERIFY(m_window->findChild<QLabel *>("statusSummary")->toolTip().contains("population SD"));
}

void MainWindowTest::aDomainCanBeShown()
{
    auto *show = m_window->findChild<ShowBox *>();
    show->setFocus();
    QTest::keyClick(show, Qt::Key_R); // "Risk factors"
    const AtlasModel &state = m_window->model();
    QCOMPARE(state.document.now().shown().code, "risk_factors");
    QCOMPARE(
        state.document.now().shown().values,
        nodeScores(state.document.now().result(), *state.document.now().result().tree->find("risk_factors")));
    QCOMPARE(state.document.now().scene(Theme::Light, QLocale()).title, "Risk factors");
    const auto *view = m_window->findChild<AreaTableView *>();
    const auto *table = view->model();
    const int score = view->areaModel().findColumn("node_score");
    QCOMPARE(table->headerData(score, Qt::Horizontal, AreaTableModel::DomainRole).toString(), "Risk factors");
    const size_t tees = areaNamed(*state.document.now().dataset(), "Tees Valley");
    QString scoreText;
    QString rankText;
    for (int line = 0; line < table->rowCount(); ++line)
        if (table->index(line, 0).data().toString() == "Tees Valley") {
            scoreText = table->index(line, score).data().toString();
            rankText = table->index(line, score + 1).data().toString();
        }
    QCOMPARE(scoreText, QString::number(state.document.now().shown().values[tees], 'f', 2));
    QCOMPARE(rankText, QString::number(state.document.now().shown().ranks[tees]));
    clickBox("IMD"); // scores follow the indicators in use
    QCOMPARE(state.document.now().shown().values[0],
             state.document.now()
                 .result()
                 .indicators[*state.document.now().dataset()->findIndicator("soc_1_3")]
                 .values[0]);
    clickBox("SOC 1-3");
    QVERIFY(!state.document.now().shown().classification.breaks);
}

void MainWindowTest::aWhatIfIsMarkedWhereverItShowsAndUndone()
{
    AtlasModel &state = m_window->model();
    const size_t area = areaNamed(*state.document.now().dataset(), "Lancashire");
    const size_t indicator = *state.document.now().dataset()->findIndicator("imd_worst_10pct");
    state.areas.select({area});
    const double before = state.document.now().result().ranks[area];
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
    auto *trace = m_window->findChild<TraceDialog *>();
    QVERIFY(trace->isVisible());
    auto *parts = trace->findChild<QTableWidget *>("steps");
    const QList<QTableWidgetItem *> own = parts->findItems("IMD", Qt::MatchExactly);
    QCOMPARE(own.size(), 1);
    typeInto(parts, own.front()->row(), 1, "31");
    COMES_TO(state.document.now().dataset()->whatIfs.size(), size_t(1));
    QVERIFY(state.document.now().result().ranks[area] < before);
    QCOMPARE(state.document.now().dataset()->cells[indicator][area].number, 31.0);
    QCOMPARE(state.document.now().givenDataset()->cells[indicator][area].number, 17.2);

    QVERIFY(label("statusSummary").startsWith("what-if: 1 value tried"));
    QVERIFY(state.document.now().scene(Theme::Light, QLocale()).rule.startsWith("what-if: 1 value tried"));
    QVERIFY(label("areaMeaning").contains("with the figures as they are, its rank is 10"));
    QVERIFY(trace->findChild<QLabel *>("title")->text().endsWith("; 10 without the what-if"));
    const auto *table = m_window->findChild<AreaTableView *>()->model();
    const IndexFigures figures =
        indexFigures(*state.document.now().dataset(), state.document.now().result(), 4);
    const Table exported =
        indexTable(figures, fileColumns(figures),
                   orderByRank(*state.document.now().dataset(), state.document.now().result()));
    QCOMPARE(exported.columns.back().code, "what_if");
    int marked = 0;
    for (int row = 0; row < table->rowCount(); ++row)
        for (int column = 0; column < table->columnCount(); ++column)
            marked += table->index(row, column).data().toString() == "31.0?" ? 1 : 0;
    QCOMPARE(marked, 1);

    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(state.document.now().result().ranks[area], before);
    QCOMPARE(state.document.now().dataset(), state.document.now().givenDataset());
    QVERIFY(!label("statusSummary").contains("what-if"));
    QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier);
    choose(action("endWhatIf"));
    QCOMPARE(state.document.now().dataset(), state.document.now().givenDataset());
    QVERIFY(!action("endWhatIf")->isEnabled());
}

void MainWindowTest::aFailedLoadKeepsWhatIsOpen()
{
    m_window->model().selection.select({AreaCode{"E37000034"}});
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
    QCOMPARE(m_window->model().document.now().dataset()->areas.size(), size_t(39));
    QCOMPARE(m_window->model().selection.codes().size(), 1);
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
    AtlasModel &state = m_window->model();
    COMES_TO(state.document.now().dataset()->areas.size(), size_t(3));
    QVERIFY(m_window->map().accessibleDescription().contains("without boundaries"));
    QVERIFY(!action("exportMap")->isEnabled() && !action("fit")->isEnabled());
    QVERIFY(action("exportTable")->isEnabled());
    state.areas.select({2});
    QCOMPARE(label("areaName"), "Three");
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Plus, Qt::Key_0, Qt::Key_Return})
        QTest::keyClick(&m_window->map(), key);
    QTest::mouseMove(&m_window->map(), {100, 100});
    QTest::mouseClick(&m_window->map(), Qt::LeftButton, {}, {100, 100});
    Looks looks = state.document.now().looks();
    looks.palette = "greens";
    state.document.setLooks(looks);
    QCOMPARE(Preferences().lastSources().indicators, file.fileName());
    QVERIFY(Preferences().lastSources().boundaries.isEmpty());
    loader->load(builtInSources()); // and back
    COMES_TO(state.document.now().dataset()->areas.size(), size_t(39));
    QVERIFY(action("exportMap")->isEnabled());
    QVERIFY(m_window->map().accessibleDescription().contains("Disengagement index"));
}

void MainWindowTest::choicesAreRemembered()
{
    m_window->resize(780, 700);
    choose(action("palette.greens"));
    choose(action("classMarks"));
    QCOMPARE(m_window->model().document.now().looks().palette, "greens");
    QVERIFY(!m_window->model().document.now().looks().classMarks);
    m_window->close();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QCOMPARE(m_window->model().document.now().looks().palette, "greens");
    QVERIFY(!m_window->model().document.now().looks().classMarks);
    QCOMPARE(m_window->size(), QSize(780, 700));
}

void MainWindowTest::filesAreDroppedOnIt()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("figures.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("uCode,uName,a,b\nX1,One,1,5\nX2,Two,2,6\nX3,Three,4,4\n");
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &drop);
    COMES_TO(m_window->model().document.now().dataset()->areas.size(), size_t(3));
}

void MainWindowTest::itIsNeverLargerThanTheScreen()
{
    m_window->resize(3000, 2500); // on another screen
    m_window->close();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    const QSize most = m_window->screen()->availableSize();
    QVERIFY(m_window->width() <= most.width() && m_window->height() <= most.height());
}

void MainWindowTest::nothingIsClippedAtTheSmallestSize()
{
    m_window->resize(m_window->minimumSize());
    COMES_TO(m_window->size(), QSize(640, 440));
    m_window->model().selection.select({AreaCode{"E37000008"}});
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        const bool part = widget->objectName() == "map" || widget->objectName() == "mapOrTable"
                          || widget->objectName() == "rail" || widget->objectName() == "areaName";
        if (part && widget->isVisible())
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
