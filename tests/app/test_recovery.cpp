#include "app/shell/recovery.h"

#include "app/shell/recovery_bar.h"
#include "app/shell/recovery_folder.h"
#include "core/project/recovery_file.h"
#include "tests/app/changes.h"
#include "tests/app/killed_window.h"
#include "tests/app/project_window.h"
#include "tests/app/waiting.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>

#include <memory>

using namespace atlas;
using namespace atlas::test;

/// What is never lost: by a kill, by closing without saving, by a disk that is full.
class RecoveryTest : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void init();
    void cleanup() { end(); }
    void aChangeIsKeptWithinTenSeconds();
    void whatIsTakenBackOrSavedIsNotKept();
    void aKilledWindowIsRestored_data();
    void aKilledWindowIsRestored();
    void closingWithNothingUnsavedLeavesNothing();
    void whatSomebodyDeclinesToSaveIsOfferedAtTheNextStart();
    void otherDataDoNotTakeWhatWasDeclined();
    void declinedAndThenSavedIsNotOffered();
    void windowsLeaveEachOthersFilesAlone();
    void aFullDiskIsSaidOnceAndTheEarlierFileStays();
    void whatCannotBeShownStaysOffered();
    void itCanBeLookedAtLaterOrDiscarded();
    void severalAreOfferedOneAfterTheOther();
    void whatCannotBeReadIsLeftAlone();

private:
    QString folder() const { return path("recovery"); }
    QStringList files() const { return QDir(folder()).entryList({"*.unsaved"}, QDir::Files); }
    void startAgain();
    Recovery &recovery() { return *m_window->recovery(); }
    const RecoveryBar &bar() const { return *m_window->findChild<RecoveryBar *>(); }
    bool isOffered() const { return bar().isVisible(); }
    void click(const char *button)
    {
        QTest::mouseClick(m_window->findChild<QPushButton *>(button), Qt::LeftButton);
    }
    void exclude(const char *indicator) { setIndexSettings(model().document, {.excluded = {indicator}}); }
    void keepNow();
    void leaveWork(const QString &name, const QString &minute);
};

void RecoveryTest::init()
{
    begin();
    m_window->keepWork(folder());
}

void RecoveryTest::startAgain()
{
    openWindow();
    m_window->keepWork(folder());
}

void RecoveryTest::keepNow()
{
    QSignalSpy kept(&recovery(), &Recovery::kept);
    recovery().setDelay(std::chrono::milliseconds(0));
    exclude("soc_1_3");
    COMES_TRUE(kept.count() > 0 && !files().isEmpty());
}

/// As a window that is gone would have.
void RecoveryTest::leaveWork(const QString &name, const QString &minute)
{
    UnsavedWork work{.projectPath = path(name),
                     .keptAt = QDateTime::fromString("2026-01-02T10:" + minute + ":00", Qt::ISODate)};
    work.project.method.choices.index.excluded = {"soc_1_3"};
    QVERIFY(QDir().mkpath(folder()));
    QFile file(folder() + QStringLiteral("/work-1-%1.unsaved").arg(minute));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(writeUnsavedWork(work));
}

void RecoveryTest::aChangeIsKeptWithinTenSeconds()
{
    QVERIFY(Recovery::usualDelay <= std::chrono::seconds(10));
    QVERIFY(!recovery().lastKept().isValid());
    QCOMPARE(recovery().keptText(), QString());
    keepNow();
    QCOMPARE(files().size(), 1);
    const auto kept = readUnsavedWork(readBytes(folder() + '/' + files().front()), files().front());
    QVERIFY(kept->project.method.choices == model().document.now().choices());
    QVERIFY(!kept->wasDeclined);
    QVERIFY(recovery().lastKept().isValid());
    QVERIFY2(recovery().keptText().startsWith("kept "), qPrintable(recovery().keptText()));
    const QByteArray before = readBytes(folder() + '/' + files().front());
    QSignalSpy again(&recovery(), &Recovery::kept);
    setWhatIfs(model().document, {{0, 0, 12.0}});
    COMES_TRUE(again.count() > 0);
    QVERIFY(readBytes(folder() + '/' + files().front()) != before);
}

void RecoveryTest::whatIsTakenBackOrSavedIsNotKept()
{
    keepNow();
    setIndexSettings(model().document, {});
    QCOMPARE(files(), QStringList());
    keepNow();
    const QDateTime kept = recovery().lastKept();
    saveAs(path("mine.atlas"));
    QCOMPARE(files(), QStringList());
    QVERIFY(recovery().lastKept() >= kept);
}

void RecoveryTest::aKilledWindowIsRestored_data()
{
    QTest::addColumn<QString>("project");
    QTest::newRow("a session without a project") << "";
    QTest::newRow("a project") << "mine.atlas";
}

void RecoveryTest::aKilledWindowIsRestored()
{
    QFETCH(const QString, project);
    if (!project.isEmpty())
        saveAs(path(project));
    QProcess other;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(folderVariable, folder());
    if (!project.isEmpty())
        environment.insert(projectVariable, path(project));
    other.setProcessEnvironment(environment);
    other.start(QCoreApplication::applicationFilePath(), {killedWindowName});
    QByteArray said;
    connect(&other, &QProcess::readyReadStandardOutput, &other,
            [&] { said += other.readAllStandardOutput(); });
    COMES_TRUE(said.contains(keptLine) || other.state() == QProcess::NotRunning);
    QVERIFY2(said.contains(keptLine), said.constData());
    startAgain();
    QVERIFY(!isOffered()); // while the other lives
    other.kill();          // SIGKILL
    COMES_TRUE(other.state() == QProcess::NotRunning);
    QCOMPARE(other.exitStatus(), QProcess::CrashExit);

    startAgain();
    QVERIFY(isOffered());
    QCOMPARE(bar().title(), QString("The program ended unexpectedly"));
    QVERIFY2(bar().text().contains(project.isEmpty() ? QString("the built-in example") : project),
             qPrintable(bar().text()));
    click("restoreWork");
    COMES_TRUE(!isOffered());
    const Choices restored = model().document.now().choices();
    const auto selection = model().selection.codes();
    const AreaCode current = model().selection.current();
    QCOMPARE(model().draws.settings().draws, 700);
    QCOMPARE(model().draws.settings().seed, uint64_t(5));
    QCOMPARE(selection, (std::vector<AreaCode>{{"E37000001"}, {"E37000002"}}));
    QCOMPARE(current, AreaCode{"E37000002"});
    QCOMPARE(model().scenarios.scenarios().size(), size_t(1));
    QCOMPARE(model().scenarios.scenarios().front().name, QString(scenarioName));
    const Looks looks = model().document.now().looks();
    choose(); // as the other did
    QVERIFY(restored == model().document.now().choices());
    QVERIFY(looks == model().document.now().looks());
    QVERIFY(m_window->isWindowModified());
    QCOMPARE(files().size(), 1); // this window's own

    if (project.isEmpty()) {
        saveAs(path("new.atlas"));
    } else {
        const int asked = m_asked;
        press(Qt::Key_S);
        QCOMPARE(m_asked, asked);
    }
    const QString saved = path(project.isEmpty() ? QString("new.atlas") : project);
    QVERIFY(readProjectFile(saved)->method.choices == restored);
    QVERIFY(!m_window->isWindowModified());
    QCOMPARE(files(), QStringList());
}

void RecoveryTest::closingWithNothingUnsavedLeavesNothing()
{
    keepNow();
    answer(path("mine.atlas"), QMessageBox::Save);
    QVERIFY(m_window->close());
    QCOMPARE(files(), QStringList());
    startAgain();
    QVERIFY(!isOffered());
}

void RecoveryTest::whatSomebodyDeclinesToSaveIsOfferedAtTheNextStart()
{
    choose();
    const Choices chosen = model().document.now().choices();
    answer({}, QMessageBox::Discard);
    press(Qt::Key_Q);
    QVERIFY(!m_window->isVisible());
    startAgain();
    QVERIFY(isOffered());
    QCOMPARE(bar().title(), QString("You closed without saving"));
    click("restoreWork");
    COMES_TRUE(!isOffered());
    QVERIFY(model().document.now().choices() == chosen);
    QVERIFY(m_window->isWindowModified());
}

void RecoveryTest::otherDataDoNotTakeWhatWasDeclined()
{
    choose();
    const Choices chosen = model().document.now().choices();
    answer({}, QMessageBox::Discard);
    QSignalSpy opened(&model().document, &Document::changed);
    action("openBuiltIn")->trigger();
    COMES_TRUE(!m_window->isWindowModified());
    QVERIFY(m_window->close());
    QCOMPARE(files().size(), 1);
    startAgain();
    click("restoreWork");
    COMES_TRUE(!isOffered());
    QVERIFY(model().document.now().choices() == chosen);
}

void RecoveryTest::declinedAndThenSavedIsNotOffered()
{
    choose();
    answer({}, QMessageBox::Discard);
    action("openProject")->trigger(); // and no file is chosen
    QVERIFY(!files().isEmpty());
    saveAs(path("mine.atlas"));
    QCOMPARE(files(), QStringList());
}

void RecoveryTest::windowsLeaveEachOthersFilesAlone()
{
    keepNow();
    const QStringList own = files();
    MainWindow second;
    second.keepWork(folder());
    second.show();
    COMES_TRUE(second.model().document.now().dataset());
    QVERIFY(second.recovery()->left().empty());
    setIndexSettings(second.model().document, {.excluded = {"neet_16_18"}});
    second.recovery()->setDelay(std::chrono::milliseconds(0));
    setIndexSettings(second.model().document, {.excluded = {"exclusions"}});
    COMES_TO(files().size(), 2);
    setIndexSettings(second.model().document, {});
    COMES_TO(files(), own);
}

void RecoveryTest::aFullDiskIsSaidOnceAndTheEarlierFileStays()
{
    keepNow();
    const QByteArray before = readBytes(folder() + '/' + files().front());
    QSignalSpy failed(&recovery(), &Recovery::failed);
    QSignalSpy kept(&recovery(), &Recovery::kept);
    {
        const FileSizeLimit limit(100);
        exclude("neet_16_18");
        COMES_TRUE(failed.count() == 1);
        exclude("exclusions");
        QCOMPARE(recovery().isBusy(), true);
        COMES_TRUE(!recovery().isBusy());
    }
    QCOMPARE(failed.count(), 1);
    QVERIFY2(m_window->statusBar()->currentMessage().contains("cannot be kept"),
             qPrintable(m_window->statusBar()->currentMessage()));
    QCOMPARE(kept.count(), 0);
    QCOMPARE(readBytes(folder() + '/' + files().front()), before);
    exclude("absence");
    COMES_TO(kept.count(), 1);
    QVERIFY(readBytes(folder() + '/' + files().front()) != before);
}

void RecoveryTest::whatCannotBeShownStaysOffered()
{
    const QString figures = writeBytes(*m_files, "figures.csv", "LEP,x\nLancashire,1\nCumbria,2\n");
    UnsavedWork work{.keptAt = QDateTime::currentDateTime()};
    work.project.sources = {.indicators = path("gone.csv")};
    QVERIFY(QDir().mkpath(folder()));
    QFile file(folder() + "/work-1-1.unsaved");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(writeUnsavedWork(work));
    file.close();
    startAgain();
    answer({}, QMessageBox::Ok);
    click("restoreWork");
    COMES_TRUE(!m_said.isEmpty());
    QVERIFY2(m_said.front().contains("gone.csv"), qPrintable(m_said.front()));
    QVERIFY(isOffered());
    QVERIFY(m_window->close());
    QCOMPARE(files().size(), 1);
}

void RecoveryTest::itCanBeLookedAtLaterOrDiscarded()
{
    leaveWork("a.atlas", "10");
    startAgain();
    QVERIFY(isOffered());
    click("leaveWork");
    QVERIFY(!isOffered());
    QVERIFY(m_window->close());
    QCOMPARE(files().size(), 1);
    startAgain();
    QVERIFY(isOffered());
    click("discardWork");
    QVERIFY(!isOffered());
    QCOMPARE(files(), QStringList());
}

void RecoveryTest::severalAreOfferedOneAfterTheOther()
{
    leaveWork("a.atlas", "10");
    leaveWork("b.atlas", "30");
    startAgain();
    QVERIFY2(bar().text().contains("b.atlas") && bar().text().contains("1 more"), qPrintable(bar().text()));
    click("discardWork");
    QVERIFY2(bar().text().contains("a.atlas") && !bar().text().contains("more"), qPrintable(bar().text()));
    click("restoreWork");
    COMES_TRUE(!isOffered());
    QVERIFY(m_window->windowTitle().startsWith("a.atlas"));
}

void RecoveryTest::whatCannotBeReadIsLeftAlone()
{
    QVERIFY(QDir().mkpath(folder()));
    QFile file(folder() + "/work-1-1.unsaved");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"disengagement_atlas_unsaved\": 99}");
    file.close();
    startAgain();
    QVERIFY(!isOffered());
    QCOMPARE(files().size(), 1);
}

ATLAS_TEST(RecoveryTest)

#include "test_recovery.moc"
