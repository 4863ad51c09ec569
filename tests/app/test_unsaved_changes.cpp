#include "core/project/project_file.h"
#include "tests/app/changes.h"
#include "tests/app/project_window.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// What is marked as changed since it was saved, and asked for before it goes.
class UnsavedChangesTest : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void theMarkFollowsTheChoices();
    void closingAsksWhatToDo_data();
    void closingAsksWhatToDo();
    void openingSomethingElseAsksToo_data();
    void openingSomethingElseAsksToo();
    void whatChangesWhileDataAreLoadedIsAskedForToo();
    void withoutAProjectWhatTookThoughtIsAskedFor();
    void everyWayOutAsks_data();
    void everyWayOutAsks();
    void theQuestionNamesWhatIsAtStake_data();
    void theQuestionNamesWhatIsAtStake();
    void settingsOfDrawsAreChoicesToo();
    void aLookAroundIsNotAskedFor();
};

void UnsavedChangesTest::theMarkFollowsTheChoices()
{
    saveAs(path("mine.atlas"));
    model().document.setLooks({.palette = "blues"});
    QVERIFY(m_window->isWindowModified());
    model().document.setLooks({});
    QVERIFY(!m_window->isWindowModified());
    setIndexSettings(model().document, {.excluded = {"soc_1_3"}});
    QVERIFY(m_window->isWindowModified());
    setIndexSettings(model().document, {});
    QVERIFY(!m_window->isWindowModified());
    setWhatIfs(model().document, {{0, 0, 12.0}});
    QVERIFY(m_window->isWindowModified());
    press(Qt::Key_S);
    QVERIFY(!m_window->isWindowModified());
    setWhatIfs(model().document, {});
    QVERIFY(m_window->isWindowModified());
}

void UnsavedChangesTest::closingAsksWhatToDo_data()
{
    QTest::addColumn<QMessageBox::StandardButton>("button");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<bool>("saves");
    QTest::newRow("save") << QMessageBox::Save << true << true;
    QTest::newRow("discard") << QMessageBox::Discard << true << false;
    QTest::newRow("cancel") << QMessageBox::Cancel << false << false;
}

void UnsavedChangesTest::closingAsksWhatToDo()
{
    QFETCH(const QMessageBox::StandardButton, button);
    QFETCH(const bool, closes);
    QFETCH(const bool, saves);
    saveAs(path("mine.atlas"));
    setIndexSettings(model().document, {.rankRule = RankRule::Dense});
    answer({}, button);
    QCOMPARE(m_window->close(), closes);
    QCOMPARE(m_said, QStringList({"Not saved in mine.atlas: the method. Save now?"}));
    QCOMPARE(readProjectFile(path("mine.atlas"))->method.choices.index.rankRule == RankRule::Dense, saves);
    QCOMPARE(m_window->isVisible(), !closes);
}

void UnsavedChangesTest::openingSomethingElseAsksToo_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("the built-in example") << "openBuiltIn";
    QTest::newRow("data") << "open";
    QTest::newRow("a project") << "openProject";
}

void UnsavedChangesTest::openingSomethingElseAsksToo()
{
    QFETCH(const QString, what);
    saveAs(path("mine.atlas"));
    setIndexSettings(model().document, {.rankRule = RankRule::Dense});
    const int asked = m_asked;
    answer(path("mine.atlas"), QMessageBox::Cancel);
    action(what.toLatin1().constData())->trigger();
    QCOMPARE(m_said.size(), 1);
    QCOMPARE(m_asked, asked); // for no file
    QVERIFY(m_window->isWindowModified());
    QVERIFY(model().document.now().indexSettings().rankRule == RankRule::Dense);

    answer({}, QMessageBox::Discard);
    QSignalSpy opened(&model().document, &Document::changed);
    action("openBuiltIn")->trigger();
    COMES_TO(opened.count(), 1);
    QCOMPARE(m_window->windowTitle(), "Disengagement Atlas[*]");
    QVERIFY(!m_window->isWindowModified());
    setIndexSettings(model().document, {.rankRule = RankRule::Average}); // of no project yet
    QVERIFY(m_window->isWindowModified());
}

void UnsavedChangesTest::whatChangesWhileDataAreLoadedIsAskedForToo()
{
    saveAs(path("mine.atlas"));
    answer({}, QMessageBox::Cancel);
    action("openBuiltIn")->trigger();
    QVERIFY(m_said.isEmpty()); // nothing has changed yet
    setIndexSettings(model().document, {.rankRule = RankRule::Dense});
    COMES_TO(m_said.size(), 1);
    QVERIFY(model().document.now().indexSettings().rankRule == RankRule::Dense);
    QVERIFY(m_window->isWindowModified());
    QVERIFY(m_window->windowTitle().startsWith("mine.atlas"));
}

void UnsavedChangesTest::withoutAProjectWhatTookThoughtIsAskedFor()
{
    choose();
    QVERIFY(m_window->isWindowModified());
    answer({}, QMessageBox::Cancel);
    QVERIFY(!m_window->close());
    QCOMPARE(m_said,
             QStringList(
                 {"Not saved yet: the indicators in use, the method, the classes and 1 tried value(s). Save "
                  "as a project?"}));
    answer(path("kept.atlas"), QMessageBox::Save);
    const Choices chosen = model().document.now().choices();
    QVERIFY(m_window->close());
    QVERIFY(readProjectFile(path("kept.atlas"))->method.choices == chosen);
}

void UnsavedChangesTest::everyWayOutAsks_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("Ctrl+Q") << "keys";
    QTest::newRow("the window's own button") << "close";
    QTest::newRow("Quit in the menu") << "quit";
    QTest::newRow("other data") << "open";
    QTest::newRow("other data by keys") << "Ctrl+O";
    QTest::newRow("the built-in example") << "openBuiltIn";
    QTest::newRow("a project") << "openProject";
}

/// In a session without a project.
void UnsavedChangesTest::everyWayOutAsks()
{
    QFETCH(const QString, way);
    setIndexSettings(model().document, {.rankRule = RankRule::Dense});
    answer({}, QMessageBox::Cancel);
    if (way == "keys")
        press(Qt::Key_Q);
    else if (way == "Ctrl+O")
        press(Qt::Key_O);
    else if (way == "close")
        m_window->close();
    else
        action(way.toLatin1().constData())->trigger();
    QCOMPARE(m_said, QStringList({"Not saved yet: the method. Save as a project?"}));
    QVERIFY(m_window->isVisible());
    QVERIFY(model().document.now().indexSettings().rankRule == RankRule::Dense);
    QCOMPARE(m_asked, 0);
}

void UnsavedChangesTest::theQuestionNamesWhatIsAtStake_data()
{
    QTest::addColumn<Choices>("choices");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *words, const Choices &choices) {
        QTest::newRow(words) << choices << QString(words);
    };
    row("the weights", {.index = {.weighting = Weighting::Equal}});
    row("the indicators in use and the weights",
        {.index = {.excluded = {"soc_1_3"}, .weighting = Weighting::PrincipalComponent}});
    row("the classes", {.scheme = 5});
    row("what the map and the table show", {.shown = "soc_1_3"});
}

void UnsavedChangesTest::theQuestionNamesWhatIsAtStake()
{
    QFETCH(const Choices, choices);
    QFETCH(const QString, words);
    saveAs(path("mine.atlas"));
    model().document.setChoices(choices);
    answer({}, QMessageBox::Cancel);
    QVERIFY(!m_window->close());
    QCOMPARE(m_said, QStringList({"Not saved in mine.atlas: " + words + ". Save now?"}));
}

void UnsavedChangesTest::settingsOfDrawsAreChoicesToo()
{
    saveAs(path("mine.atlas"));
    const DrawSettings how{
        .assumptions = {.weights = WeightDraw::Kept, .leaveOut = true}, .draws = 500, .seed = 8};
    model().draws.setSettings(how);
    QVERIFY(m_window->isWindowModified());
    press(Qt::Key_S);
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(!readProjectFile(path("mine.atlas"))->method.draws); // nothing was drawn
    openWindow();
    QVERIFY(model().draws.settings() == DrawSettings());
    open(path("mine.atlas"));
    QVERIFY(!m_window->isWindowModified());
    QCOMPARE(model().draws.settings().draws, how.draws);
    QCOMPARE(model().draws.settings().seed, how.seed);
    QVERIFY(model().draws.settings().assumptions.leaveOut);
    QVERIFY(!model().document.now().uncertainty());
}

void UnsavedChangesTest::aLookAroundIsNotAskedFor()
{
    setShown(model().document, "neet_16_18");
    model().document.setLooks({.palette = "greens"});
    model().areas.select({3, 4});
    setIndexSettings(model().document, {.excluded = {"soc_1_3"}});
    setIndexSettings(model().document, {});
    answer({}, QMessageBox::Cancel);
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(m_window->close());
    QVERIFY(m_said.isEmpty());
}

ATLAS_TEST(UnsavedChangesTest)

#include "test_unsaved_changes.moc"
