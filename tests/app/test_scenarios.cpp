#include "app/scenarios/scenario_list.h"
#include "app/scenarios/scenarios_dialog.h"
#include "app/shell/main_window.h"
#include "app/widgets/hint_label.h"
#include "tests/app/changes.h"
#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <limits>
#include <memory>

using namespace atlas;
using namespace atlas::test;

namespace {

/// The choices of the first scenario of these tests.
IndexSettings withoutImd()
{
    return {.excluded = {"imd_worst_10pct"}, .scale = {.normalisation = Normalisation::MinMax}};
}

} // namespace

/// Scenarios in the real window.
class ScenariosTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void whatIsShownIsKeptUnderANameAndUsedAgain();
    void aScenarioIsRenamedAndDeletedAndUndoBringsItBack();
    void namesAreNeverTwice();
    void scenariosAreRememberedForTheirData();
    void whatCannotBeReadIsSaidAndStaysKept();
    void twoAreCompared();
    void theComparisonFollowsTheWindow();
    void itNeverOpensWithTheSameTwice();
    void headsCarryTheNames();
    void triedValuesAreSaid();
    void whatDoesNotFitTheDataIsSaid();
    void ownBreaksBringTheIndexBack();
    void whatIsMissingStaysLast();
    void areasRankedByOneOnlyAreCounted();
    void aClosedDialogLeavesTheChartAsItIs();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(name);
    }
    AtlasModel &model() { return m_window->model(); }
    void openWindow();
    void openDialog();
    void click(const char *name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    /// Of the first entry of the Edit menu.
    QString undoText() const
    {
        for (const QAction *action : m_window->findChildren<QAction *>())
            if (action->shortcut() == QKeySequence(QKeySequence::Undo))
                return action->text();
        return {};
    }
    void pressUndo() { QTest::keySequence(find<QDialog>("scenariosDialog"), QKeySequence::Undo); }
    void typeName(const QString &name);
    void keepAs(const QString &name);
    static bool isRemembered(const QString &name);
    void choose(int row) { find<QListWidget>("scenarios")->setCurrentRow(row); }
    QStringList names() const;
    QString summary() const { return find<HintLabel>("summary")->text(); }
    QString cell(const QString &area, int column) const;

    QTemporaryDir m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void ScenariosTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("disengagement-atlas");
    QCoreApplication::setApplicationName("disengagement-atlas-test");
    QLocale::setDefault(QLocale::c());
}

void ScenariosTest::init()
{
    m_window.reset();
    QSettings().clear();
    openWindow();
}

void ScenariosTest::openWindow()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1600, 900);
    m_window->show();
    COMES_TRUE(m_window->isActiveWindow());
    COMES_TRUE(model().document.now().dataset());
}

void ScenariosTest::openDialog()
{
    find<QAction>("scenarios")->trigger();
    COMES_TRUE(find<QDialog>("scenariosDialog")->isVisible());
}

/// Into the editor that is open in the list.
void ScenariosTest::typeName(const QString &name)
{
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, name);
    QTest::keyClick(editor, Qt::Key_Return);
}

void ScenariosTest::keepAs(const QString &name)
{
    click("keep");
    typeName(name);
    COMES_TRUE(isRemembered(name));
}

bool ScenariosTest::isRemembered(const QString &name)
{
    const QStringList kept = Preferences().scenarios(builtInSources().indicators);
    return std::any_of(kept.begin(), kept.end(), [&name](const QString &json) {
        return json.contains(QStringLiteral("\"name\": \"%1\"").arg(name));
    });
}

QStringList ScenariosTest::names() const
{
    const auto *list = find<QListWidget>("scenarios");
    QStringList names;
    for (int row = 0; row < list->count(); ++row)
        names << list->item(row)->text();
    return names;
}

QString ScenariosTest::cell(const QString &area, int column) const
{
    const QAbstractItemModel *model = find<QTableView>("ranks")->model();
    for (int row = 0; row < model->rowCount(); ++row)
        if (model->index(row, 0).data().toString() == area)
            return model->index(row, column).data().toString();
    return "no row";
}

void ScenariosTest::whatIsShownIsKeptUnderANameAndUsedAgain()
{
    setIndexSettings(model().document, withoutImd());
    openDialog();
    QCOMPARE(names(), QStringList({"As in the paper"}));
    keepAs("Without IMD");
    QCOMPARE(find<QComboBox>("second")->currentText(), QString("As in the paper")); // which differs
    QVERIFY(!find<QPushButton>("use")->isEnabled());                                // it is on show
    QVERIFY(find<HintLabel>("about")->text().contains("min-max", Qt::CaseInsensitive));

    choose(0);
    QVERIFY(find<QPushButton>("use")->isEnabled());
    click("use");
    QCOMPARE(find<QComboBox>("second")->currentText(), QString("Without IMD")); // now it does
    QVERIFY(model().document.now().indexSettings() == IndexSettings());
    QVERIFY(undoText().contains("use As in the paper"));
    choose(1);
    click("use");
    QVERIFY(model().document.now().indexSettings() == withoutImd());
    pressUndo();
    QVERIFY(model().document.now().indexSettings() == IndexSettings());
}

void ScenariosTest::aScenarioIsRenamedAndDeletedAndUndoBringsItBack()
{
    openDialog();
    keepAs("One");
    find<QComboBox>("second")->setCurrentText("One");
    click("rename");
    typeName("Eins");
    COMES_TO(names(), QStringList({"As in the paper", "Eins"}));
    COMES_TO(find<QComboBox>("second")->currentText(), QString("Eins")); // still compared
    find<QListWidget>("scenarios")->setFocus();
    QTest::keyClick(find<QListWidget>("scenarios"), Qt::Key_Delete);
    QCOMPARE(names(), QStringList({"As in the paper"}));
    QVERIFY(!find<QPushButton>("delete")->isEnabled()); // the paper's stays
    pressUndo();
    QCOMPARE(names(), QStringList({"As in the paper", "Eins"}));
    pressUndo();
    QCOMPARE(names(), QStringList({"As in the paper", "One"}));
    pressUndo(); // kept and named in one step
    QCOMPARE(names(), QStringList({"As in the paper"}));
}

void ScenariosTest::namesAreNeverTwice()
{
    openDialog();
    keepAs("One");
    click("keep");
    typeName("One");
    COMES_TO(names(), QStringList({"As in the paper", "One", "One (2)"}));
}

void ScenariosTest::scenariosAreRememberedForTheirData()
{
    setIndexSettings(model().document, withoutImd());
    openDialog();
    keepAs("Without IMD");
    openWindow();
    openDialog();
    QCOMPARE(names(), QStringList({"As in the paper", "Without IMD"}));
    choose(1);
    click("use");
    QVERIFY(model().document.now().indexSettings() == withoutImd());

    QUndoStack stack;
    ScenarioList others(stack);
    others.open("/data/other.csv");
    QVERIFY(others.scenarios().empty());
}

void ScenariosTest::whatCannotBeReadIsSaidAndStaysKept()
{
    Preferences().setScenarios("/data/a.csv", {"{\"disengagement_atlas_method\": 99}"});
    QUndoStack stack;
    ScenarioList list(stack);
    list.open("/data/a.csv");
    QVERIFY(list.scenarios().empty());
    QVERIFY2(list.problem().contains("later version"), qPrintable(list.problem()));
    list.keep({.name = "Mine"});
    list.keep({.name = "As shown now"}); // that name is not to be had
    QCOMPARE(list.scenarios().back().name, QString("As shown now (2)"));
    QCOMPARE(Preferences().scenarios("/data/a.csv").size(), 3);
    QVERIFY(Preferences().scenarios("/data/a.csv").front().contains("99"));
}

void ScenariosTest::twoAreCompared()
{
    openDialog();
    const QAbstractItemModelTester tester(find<QTableView>("ranks")->model());
    setIndexSettings(model().document, withoutImd());
    const IndexResult &now = model().document.now().result();
    const IndexResult paper = computeIndex(*model().document.now().dataset(), {});
    const size_t area = test::areaNamed(*model().document.now().dataset(), "Lancashire");
    QCOMPARE(cell("Lancashire", 1), QString::number(now.ranks[area]));
    QCOMPARE(cell("Lancashire", 2), QString::number(paper.ranks[area]));
    int moved = 0;
    double farthest = 0;
    for (size_t i = 0; i < now.ranks.size(); ++i) {
        moved += now.ranks[i] != paper.ranks[i] ? 1 : 0;
        farthest = std::max(farthest, std::abs(now.ranks[i] - paper.ranks[i]));
    }
    QVERIFY(moved > 0);
    QVERIFY2(summary().contains(QStringLiteral("%1 of 39").arg(moved))
                 && summary().contains(QStringLiteral("up to %1").arg(farthest)),
             qPrintable(summary()));
}

void ScenariosTest::theComparisonFollowsTheWindow()
{
    openDialog();
    setIndexSettings(model().document, {.excluded = {"neet_16_18"}});
    QVERIFY2(summary().contains("rank, by up to"), qPrintable(summary()));
    setIndexSettings(model().document, {});
    QVERIFY(find<QLabel>("nothingToCompare")->isVisible());
    find<QComboBox>("second")->setCurrentText("As in the paper"); // on purpose
    QVERIFY2(summary().contains("same rank"), qPrintable(summary()));
    Choices choices = model().document.now().choices();
    choices.scheme.classCount = 5;
    model().document.setChoices(choices);
    QVERIFY2(summary().contains("same rank") && summary().contains("change class"), qPrintable(summary()));
}

void ScenariosTest::itNeverOpensWithTheSameTwice()
{
    openDialog();
    QVERIFY(find<QLabel>("nothingToCompare")->isVisible());
    QCOMPARE(find<QLabel>("nothingToCompare")->text(),
             QString("Keep what is set now as a scenario, change something, and compare."));
    QVERIFY(!find<QTableView>("ranks")->isVisible());
    QVERIFY(!find<QPushButton>("exportTable")->isEnabled());
    QCOMPARE(find<QComboBox>("second")->currentIndex(), -1);
    click("keepFirst");
    typeName("First");
    COMES_TRUE(isRemembered("First"));
    QVERIFY(find<QLabel>("nothingToCompare")->isVisible());
    setIndexSettings(model().document, withoutImd());
    QVERIFY(!find<QLabel>("nothingToCompare")->isVisible());
    QCOMPARE(find<QComboBox>("second")->currentText(), QString("First"));

    find<QComboBox>("second")->setCurrentText("As in the paper");
    find<QDialog>("scenariosDialog")->hide();
    setIndexSettings(model().document, {});
    openDialog(); // by now the two are the same
    QVERIFY(find<QLabel>("nothingToCompare")->isVisible());
}

void ScenariosTest::headsCarryTheNames()
{
    setIndexSettings(model().document, withoutImd());
    openDialog();
    keepAs("All without the index of multiple deprivation");
    setIndexSettings(model().document, {});
    const QAbstractItemModel *table = find<QTableView>("ranks")->model();
    QStringList heads;
    for (int column = 0; column < table->columnCount(); ++column)
        heads << table->headerData(column, Qt::Horizontal).toString();
    QCOMPARE(heads[0], QString("Area"));
    QCOMPARE(heads[1], QString("Rank\nAs shown\nnow"));
    QCOMPARE(heads[2], QString::fromUtf8("Rank\nAll without\nthe index…"));
    QCOMPARE(table->headerData(2, Qt::Horizontal, Qt::AccessibleTextRole).toString(),
             QString("Rank, All without the index of multiple deprivation"));
    QVERIFY(table->headerData(3, Qt::Horizontal, Qt::ToolTipRole).toString().contains("As shown now"));
}

void ScenariosTest::triedValuesAreSaid()
{
    setIndexSettings(model().document, withoutImd());
    openDialog();
    setWhatIfs(model().document, {{0, 0, 1.5}});
    QVERIFY2(summary().contains("What-if"), qPrintable(summary()));
}

void ScenariosTest::whatDoesNotFitTheDataIsSaid()
{
    Preferences().setScenarios(
        builtInSources().indicators,
        {QString::fromUtf8(
            writeMethod({.name = "Other data", .choices = {.index = {.weights = {{"gone", 2}}}}}))});
    openWindow();
    openDialog();
    choose(1);
    QVERIFY(find<HintLabel>("about")->isProblem());
    QVERIFY2(find<HintLabel>("about")->text().contains("no indicator gone"),
             qPrintable(find<HintLabel>("about")->text()));
    QVERIFY(!find<QPushButton>("use")->isEnabled());
    find<QComboBox>("second")->setCurrentText("Other data");
    QVERIFY(find<HintLabel>("summary")->isProblem());
    QVERIFY(!find<QPushButton>("exportTable")->isEnabled());
    QCOMPARE(find<QTableView>("ranks")->model()->rowCount(), 0);
}

void ScenariosTest::ownBreaksBringTheIndexBack()
{
    Preferences().setScenarios(
        builtInSources().indicators,
        {QString::fromUtf8(writeMethod({.name = "Breaks", .choices = {.scheme = {3, {-0.5, 0.5}}}}))});
    openWindow();
    Choices choices = model().document.now().choices();
    choices.shown = "neet_16_18";
    model().document.setChoices(choices);
    openDialog();
    choose(1);
    click("use");
    QCOMPARE(model().document.now().choices().shown, indexCode);
    QVERIFY(model().document.now().choices().indexScheme() == ClassScheme(3, {-0.5, 0.5}));
    pressUndo();
    QCOMPARE(model().document.now().choices().shown, QString("neet_16_18"));
    QVERIFY(model().document.now().choices().indexScheme() == ClassScheme(4));
}

void ScenariosTest::whatIsMissingStaysLast()
{
    setWhatIfs(model().document, {{3, 0, std::numeric_limits<double>::quiet_NaN()}});
    setIndexSettings(model().document, {.scale = {.missing = MissingRule::LeaveOut}});
    QCOMPARE(model().document.now().result().ranks[3], 0.0);
    openDialog();
    auto *table = find<QTableView>("ranks");
    const QString area = model().document.now().dataset()->areas[3].name;
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        table->sortByColumn(1, order);
        QCOMPARE(table->model()->index(38, 0).data().toString(), area);
    }
}

void ScenariosTest::areasRankedByOneOnlyAreCounted()
{
    setWhatIfs(model().document, {{3, 0, std::numeric_limits<double>::quiet_NaN()}});
    openDialog();
    QVERIFY(!summary().contains("one of them only"));
    setIndexSettings(model().document, {.scale = {.missing = MissingRule::LeaveOut}});
    QVERIFY2(summary().contains("1 area(s) have a rank by one of them only"), qPrintable(summary()));
}

void ScenariosTest::aClosedDialogLeavesTheChartAsItIs()
{
    openDialog();
    find<QDialog>("scenariosDialog")->hide();
    const QString before = summary();
    setIndexSettings(model().document, withoutImd());
    QCOMPARE(summary(), before); // nothing is worked out that nobody sees
    openDialog();
    QVERIFY(summary() != before);
}

ATLAS_TEST(ScenariosTest)

#include "test_scenarios.moc"
