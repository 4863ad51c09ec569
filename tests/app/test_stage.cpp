#include "app/widgets/tool_window.h"
#include "app/workspace/stage.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QDialogButtonBox>
#include <QMainWindow>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace atlas;

namespace {

class Question : public ToolWindow
{
public:
    Question(const char *name, QWidget *parent)
        : ToolWindow(QLatin1String(name), QStringLiteral("A question"), {300, 200}, parent)
    {
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        (new QVBoxLayout(this))->addWidget(buttons);
    }
};

} // namespace

/// Questions as pages in the middle of a window, and as windows.
class StageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aQuestionTakesTheMiddle();
    void closingItGoesHome_data();
    void closingItGoesHome();
    void itIsTakenOutAndPutBack();
    void whereItWasIsRemembered();
    void aClosedWindowOpensAgain();

private:
    QTemporaryDir m_settings;
    std::unique_ptr<QMainWindow> m_window;
    QWidget *m_home = nullptr;
    Stage *m_stage = nullptr;
};

void StageTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("disengagement-atlas");
    QCoreApplication::setApplicationName("disengagement-atlas-test");
}

void StageTest::init()
{
    QSettings().clear();
    m_window = std::make_unique<QMainWindow>();
    m_home = new QWidget;
    m_stage = new Stage(m_home);
    m_window->setCentralWidget(m_stage);
    m_window->resize(700, 500);
    m_window->show();
}

void StageTest::cleanup()
{
    m_window.reset();
}

void StageTest::aQuestionTakesTheMiddle()
{
    Question question("one", m_window.get());
    Question other("two", m_window.get());
    QSignalSpy changed(m_stage, &Stage::pageChanged);
    m_stage->open(question);
    QVERIFY(question.isVisible() && !question.isWindow() && !m_home->isVisible());
    QCOMPARE(m_stage->page(), &question);
    QVERIFY(question.isAncestorOf(m_window->focusWidget())); // ready for keys
    m_stage->open(other);
    QVERIFY(other.isVisible() && !question.isVisible());
    QCOMPARE(m_stage->page(), &other);
    m_stage->goHome();
    QVERIFY(m_home->isVisible() && !m_stage->page());
    QCOMPARE(changed.count(), 3);
    m_stage->open(question);
    QVERIFY(question.isVisible());
}

void StageTest::closingItGoesHome_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"the page's button", "its own button", "Esc", "by the program"})
        QTest::newRow(how) << how;
}

void StageTest::closingItGoesHome()
{
    QFETCH(const QString, how);
    Question question("one", m_window.get());
    m_stage->open(question);
    if (how == "the page's button")
        QTest::mouseClick(m_stage->findChild<QToolButton *>("closePage"), Qt::LeftButton);
    else if (how == "its own button")
        QTest::mouseClick(question.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Close),
                          Qt::LeftButton);
    else if (how == "Esc")
        QTest::keyClick(&question, Qt::Key_Escape);
    else
        question.hide();
    QVERIFY(m_home->isVisible() && !m_stage->page());
}

void StageTest::itIsTakenOutAndPutBack()
{
    Question question("one", m_window.get());
    m_stage->open(question);
    QTest::mouseClick(m_stage->findChild<QToolButton *>("takeOut"), Qt::LeftButton);
    QVERIFY(question.isWindow() && question.isVisible() && m_home->isVisible());
    QVERIFY(!m_stage->page());
    auto *back = question.findChild<QPushButton *>("putBack");
    QVERIFY(back->isVisible());
    QTest::mouseClick(back, Qt::LeftButton);
    QVERIFY(!question.isWindow() && question.isVisible());
    QCOMPARE(m_stage->page(), &question);
    QVERIFY(!back->isVisible());
}

void StageTest::whereItWasIsRemembered()
{
    {
        Question question("one", m_window.get());
        m_stage->open(question);
        QTest::mouseClick(m_stage->findChild<QToolButton *>("takeOut"), Qt::LeftButton);
    }
    Question again("one", m_window.get());
    m_stage->open(again);
    QVERIFY(again.isWindow());
    Question usuallyFloats("two", m_window.get());
    m_stage->open(usuallyFloats, true);
    QVERIFY(usuallyFloats.isWindow());
}

void StageTest::aClosedWindowOpensAgain()
{
    Question question("one", m_window.get());
    question.rememberFloating(true);
    m_stage->open(question);
    question.setGeometry(40, 50, 320, 240);
    QTest::keyClick(&question, Qt::Key_Escape);
    QVERIFY(!question.isVisible() && m_home->isVisible());
    m_stage->open(question);
    QVERIFY(question.isVisible());
    QCOMPARE(question.geometry(), QRect(40, 50, 320, 240));
}

ATLAS_TEST(StageTest)
#include "test_stage.moc"
