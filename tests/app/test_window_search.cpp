#include "app/robustness/robustness_dialog.h"
#include "app/workspace/search_box.h"
#include "tests/app/changes.h"
#include "tests/app/project_window.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// What the window's search box finds, and keys while somebody types into it.
class WindowSearchTest : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void findSelectsAndRejects_data();
    void findSelectsAndRejects();
    void commandsAndIndicatorsAreFoundToo();
    void keysWorkWhileSomebodyTypes();
};

void WindowSearchTest::findSelectsAndRejects_data()
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

void WindowSearchTest::findSelectsAndRejects()
{
    QFETCH(const QString, typed);
    auto *find = m_window->findChild<SearchBox *>();
    QTest::keyClicks(find, typed);
    QTest::keyClick(find, Qt::Key_Return);
    const auto area = model().areas.current();
    QTEST(area ? model().document.now().dataset()->areas[*area].name : QString(), "name");
}

void WindowSearchTest::commandsAndIndicatorsAreFoundToo()
{
    auto *find = m_window->findChild<SearchBox *>();
    QTest::keyClicks(find, "unauthorised");
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(model().document.now().choices().shown, "unauthorised_absence");
    COMES_TRUE(find->text().isEmpty());
    setIndexSettings(model().document, {.excluded = {"imd_worst_10pct"}});
    QTest::keyClicks(find, "indicators on");
    QTest::keyClick(find, Qt::Key_Return);
    QVERIFY(model().document.now().indexSettings().excluded.empty());
}

void WindowSearchTest::keysWorkWhileSomebodyTypes()
{
    auto *find = m_window->findChild<SearchBox *>();
    m_window->activateWindow();
    COMES_TRUE(m_window->isActiveWindow());
    find->setFocus();
    QTest::keyClicks(find, "Lanc");
    QTest::keyClick(find, Qt::Key_U, Qt::ControlModifier);
    COMES_TRUE(m_window->findChild<RobustnessDialog *>()
               && m_window->findChild<RobustnessDialog *>()->isVisible());
    QCOMPARE(find->text(), "Lanc");
    find->setFocus();
    QTest::keyClick(find, Qt::Key_A, Qt::ControlModifier); // but what edits text is the box's own
    QCOMPARE(find->selectedText(), "Lanc");
    QVERIFY(model().selection.codes().empty());
}

ATLAS_TEST(WindowSearchTest)
#include "test_window_search.moc"
