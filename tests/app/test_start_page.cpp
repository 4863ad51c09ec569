#include "app/map/map_widget.h"
#include "app/shell/start_page.h"
#include "tests/app/project_window.h"
#include "tests/app/waiting.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QImage>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// Where work begins, and what is offered there.
class StartPageTest : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void withoutFilesItIsShownFirst();
    void whatWasOpenedIsListedWithAPicture();
    void aListedFileOpens();
    void itGoesBackToWhatIsOpen();
    void theListIsShortAndHasEachOnce();

private:
    StartPage *page() const { return m_window->findChild<StartPage *>(); }
    QListWidget *list() const { return page()->findChild<QListWidget *>("recentFiles"); }
    void click(const char *button)
    {
        QTest::mouseClick(page()->findChild<QPushButton *>(button), Qt::LeftButton);
    }
};

void StartPageTest::withoutFilesItIsShownFirst()
{
    m_window = std::make_unique<MainWindow>(std::nullopt);
    m_window->resize(1600, 900);
    m_window->show();
    QVERIFY(page()->isVisible() && !m_window->map().isVisible());
    QVERIFY(!list()->isVisible());
    QVERIFY(!page()->findChild<QPushButton *>("startBack")->isVisible());
    click("startExample");
    COMES_TRUE(m_window->map().isVisible());
    QCOMPARE(model().document.now().dataset()->areas.size(), size_t(39));
    action("start")->trigger();
    QVERIFY(page()->isVisible());
    QCOMPARE(list()->count(), 0); // the example has a button of its own
}

void StartPageTest::whatWasOpenedIsListedWithAPicture()
{
    saveAs(path("mine.atlas"));
    m_window->openFiles(
        {writeBytes(*m_files, "figures.csv", "code,name,rate\nA1,One,1\nA2,Two,4\nA3,Three,2\n")});
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(3));
    action("start")->trigger();
    QCOMPARE(list()->count(), 2);
    QVERIFY(list()->item(0)->text().startsWith("figures\n"));
    QVERIFY(list()->item(1)->text().startsWith("mine\n"));
    const QList<RecentFile> recent = Preferences().recentFiles();
    QCOMPARE(recent.size(), 2);
    QVERIFY(recent[0].picture.isEmpty()); // no map
    QImage picture;
    QVERIFY(picture.loadFromData(recent[1].picture, "PNG"));
    int coloured = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            coloured += picture.pixelColor(x, y).saturation() > 60 ? 1 : 0;
    QVERIFY(coloured > picture.width() * picture.height() / 10);
}

void StartPageTest::aListedFileOpens()
{
    saveAs(path("mine.atlas"));
    m_window->openFiles(
        {writeBytes(*m_files, "figures.csv", "code,name,rate\nA1,One,1\nA2,Two,4\nA3,Three,2\n")});
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(3));
    action("start")->trigger();
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                      list()->visualItemRect(list()->item(1)).center());
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(39));
    QVERIFY(m_window->windowTitle().startsWith("mine.atlas"));
    QVERIFY(!page()->isVisible());
    action("start")->trigger();
    QVERIFY(list()->item(0)->text().startsWith("mine\n")); // the last one first
    m_window->activateWindow();
    COMES_TRUE(m_window->isActiveWindow());
    list()->setFocus();
    list()->setCurrentRow(1);
    QTest::keyClick(list(), Qt::Key_Return);
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(3));
}

void StartPageTest::itGoesBackToWhatIsOpen()
{
    action("start")->trigger();
    QVERIFY(page()->isVisible());
    click("startBack");
    QVERIFY(!page()->isVisible() && m_window->map().isVisible());
}

void StartPageTest::theListIsShortAndHasEachOnce()
{
    QList<RecentFile> recent;
    for (int i = 0; i < 12; ++i)
        recent = withRecent(recent, {.project = QString::number(i), .title = "a"});
    QCOMPARE(recent.size(), 8);
    QCOMPARE(recent.front().project, "11");
    recent = withRecent(recent, {.project = "9", .title = "b"});
    QVERIFY((RecentFile{.sources = {.indicators = "a.csv", .plan = {.sheet = "One"}}}.isSameAs(
        {.sources = {.indicators = "a.csv", .plan = {.sheet = "Two"}}}))); // however it was read
    QVERIFY(!(RecentFile{.sources = {.indicators = "a.csv"}}.isSameAs({.sources = {.indicators = "b.csv"}})));
    QVERIFY(!(RecentFile{.sources = {.indicators = "a.csv"}}.isSameAs({.project = "a.atlas"})));
    QCOMPARE(recent.size(), 8);
    QCOMPARE(recent.front().title, "b");
    QCOMPARE(std::count_if(recent.begin(), recent.end(),
                           [](const RecentFile &each) { return each.project == "9"; }),
             1);
}

ATLAS_TEST(StartPageTest)
#include "test_start_page.moc"
