#include "tests/support/test_program.h"

#include "app/widgets/tool_window.h"

#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using atlas::ToolWindow;

namespace {

/// A window for tests, as large as most of them are.
class Window : public ToolWindow
{
public:
    explicit Window(const char *name = "first", QSize usualSize = {400, 300})
        : ToolWindow(QLatin1String(name), QStringLiteral("A window"), usualSize, nullptr)
    {}
};

} // namespace

class TestToolWindow : public QObject
{
    Q_OBJECT

    QTemporaryDir m_settings;

private slots:
    void initTestCase();
    void init() { QSettings().clear(); }

    void theFirstTimeItHasItsUsualSize();
    void sizeAndPlaceAreRemembered();
    void everyNameHasItsOwn();
    void aSizeThatCannotBeReadIsIgnored();
    void itIsNeverLargerThanTheScreen();
    void itComesForwardHiddenOrMinimised();
};

void TestToolWindow::initTestCase()
{
    QCoreApplication::setOrganizationName("test");
    QCoreApplication::setApplicationName("test_tool_window");
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
}

void TestToolWindow::theFirstTimeItHasItsUsualSize()
{
    Window window;
    QCOMPARE(window.objectName(), QString("first"));
    QCOMPARE(window.windowTitle(), QString("A window"));
    window.show();
    QCOMPARE(window.size(), QSize(400, 300));
    QVERIFY(!window.isModal());
}

void TestToolWindow::sizeAndPlaceAreRemembered()
{
    {
        Window window;
        window.show();
        window.setGeometry(50, 60, 444, 333);
        window.hide();
    }
    Window again;
    again.show();
    QCOMPARE(again.geometry(), QRect(50, 60, 444, 333));
}

void TestToolWindow::everyNameHasItsOwn()
{
    Window first;
    first.show();
    first.resize(444, 333);
    first.hide();
    QCOMPARE(Window("first").size(), QSize(444, 333));
    QCOMPARE(Window("second").size(), QSize(400, 300));
}

void TestToolWindow::aSizeThatCannotBeReadIsIgnored()
{
    QSettings().setValue("layout/first", QByteArray("not a geometry"));
    QCOMPARE(Window().size(), QSize(400, 300));
}

void TestToolWindow::itIsNeverLargerThanTheScreen()
{
    const QSize most = QGuiApplication::primaryScreen()->availableSize();
    Window window("first", 2 * most);
    window.show();
    QCOMPARE(window.size(), most);
    window.resize(2 * most); // by the user, on a larger screen
    window.hide();

    Window again;
    again.show();
    QVERIFY(again.width() <= most.width());
    QVERIFY(again.height() <= most.height());
}

void TestToolWindow::itComesForwardHiddenOrMinimised()
{
    Window window;
    Window other("second");
    window.bringForward();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other.bringForward();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    window.showMinimized();
    window.bringForward();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(!window.isMinimized());
}

ATLAS_TEST(TestToolWindow)
#include "test_tool_window.moc"
