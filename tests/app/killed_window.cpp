#include "tests/app/killed_window.h"

#include "app/shell/recovery.h"
#include "tests/app/project_window.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QProcessEnvironment>
#include <QSignalSpy>
#include <QTest>

#include <chrono>
#include <cstdio>

namespace atlas::test {

namespace {

QString given(const char *name)
{
    return QProcessEnvironment::systemEnvironment().value(QLatin1String(name));
}

/// Not a test: a window in a process of its own. Its person makes choices, and then somebody kills it.
class KilledWindow : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void worksUntilItIsKilled()
    {
        begin();
        m_window->keepWork(given(folderVariable));
        m_window->recovery()->setDelay(std::chrono::milliseconds(0));
        if (const QString project = given(projectVariable); !project.isEmpty())
            open(project);
        choose();
        model().scenarios.keep({.name = scenarioName});
        model().draws.setSettings({.draws = 700, .seed = 5});
        COMES_TRUE(m_window->recovery()->lastKept().isValid());
        model().selection.select({{"E37000001"}, {"E37000002"}}, {"E37000002"});
        QSignalSpy kept(m_window->recovery(), &Recovery::kept);
        COMES_TRUE(kept.count() > 0);
        std::fputs(keptLine, stdout);
        std::fflush(stdout);
        COMES_TRUE(false); // killed in here
    }
};

} // namespace

static const TestFile killedWindow(__FILE__, &runTest<KilledWindow>);

} // namespace atlas::test

#include "killed_window.moc"
