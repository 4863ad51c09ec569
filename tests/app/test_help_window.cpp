#include "app/help/help_browser.h"
#include "app/help/help_topic.h"
#include "app/help/help_window.h"
#include "app/help/what_is_this.h"
#include "app/shell/main_window.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace atlas;
using namespace atlas::test;

namespace {

template <typename T>
T *part(const QWidget &window, const char *name)
{
    return window.findChild<T *>(QLatin1String(name));
}

} // namespace

/// The help: its window, and the ways that lead there.
class HelpWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QSettings().clear(); }
    void everyPageIsShownWithItsFigures();
    void theLinkHasTheColourOfTheTheme();
    void anUnknownTopicIsTheFirstPage();
    void linksAreFollowedAndComeBack();
    void contentsAndPageAgree();
    void searchListsPages();
    void textGrowsAndStaysSo();
    void theNearestTopicCounts();
    void f1OpensThePageOfTheFocus();
    void theMainWindowHasOneHelp();
    void aModalDialogGetsItsOwn();
    void aLinkBesideAnythingOpensItsPage();
    void escapeClosesIt();

private:
    QTemporaryDir m_settings;
};

void HelpWindowTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("disengagement-atlas");
    QCoreApplication::setApplicationName("disengagement-atlas-test");
}

void HelpWindowTest::everyPageIsShownWithItsFigures()
{
    HelpWindow help(nullptr);
    help.setLocale(QLocale::c());
    const auto *browser = part<HelpBrowser>(help, "helpPage");
    for (const HelpPage &page : helpPages(QLocale::c())) {
        help.showTopic(page.topic);
        QCOMPARE(help.topic(), page.topic);
        const QString text = browser->toPlainText();
        QVERIFY2(text.startsWith(page.title), qPrintable(page.topic));
        QVERIFY2(!text.contains("{{") && !text.contains("**"), qPrintable(page.topic + '\n' + text));
        QVERIFY(help.windowTitle().startsWith(page.title));
    }
    help.showTopic("index");
    QVERIFY(browser->toPlainText().contains("ranks 10th of 39"));
}

void HelpWindowTest::anUnknownTopicIsTheFirstPage()
{
    HelpWindow help(nullptr);
    help.showTopic("no-such-page");
    QCOMPARE(help.topic(), "start");
}

void HelpWindowTest::linksAreFollowedAndComeBack()
{
    HelpWindow help(nullptr);
    help.showTopic("start");
    help.show();
    auto *browser = part<HelpBrowser>(help, "helpPage");
    auto *back = part<QAction>(help, "back");
    auto *forward = part<QAction>(help, "forward");
    QVERIFY(!back->isEnabled());
    emit browser->anchorClicked(browser->source().resolved(QUrl("glossary")));
    QCOMPARE(help.topic(), "glossary");
    QVERIFY(back->isEnabled() && !forward->isEnabled());
    back->trigger();
    QCOMPARE(help.topic(), "start");
    forward->trigger();
    QCOMPARE(help.topic(), "glossary");
    part<QAction>(help, "home")->trigger();
    QCOMPARE(help.topic(), "start");
}

void HelpWindowTest::contentsAndPageAgree()
{
    HelpWindow help(nullptr);
    auto *contents = part<QTreeWidget>(help, "helpContents");
    help.showTopic("scale-minmax");
    QCOMPARE(contents->currentItem()->text(0), "Min-max");
    contents->setCurrentItem(contents->itemBelow(contents->currentItem()));
    QCOMPARE(help.topic(), "scale-percentile");
}

void HelpWindowTest::searchListsPages()
{
    HelpWindow help(nullptr);
    help.showTopic("start");
    help.show();
    auto *box = part<QLineEdit>(help, "helpSearch");
    auto *hits = part<QListWidget>(help, "helpHits");
    box->setFocus();
    QTest::keyClicks(box, "dirichlet");
    QVERIFY(hits->isVisible());
    QVERIFY(hits->item(0)->text().startsWith("Any shares (Dirichlet)"));
    QTest::keyClick(box, Qt::Key_Return);
    QCOMPARE(help.topic(), "sure-dirichlet");
    QVERIFY(help.isVisible()); // Enter is not for a button of the dialog
    box->setText("xylophone");
    QCOMPARE(hits->count(), 1);
    QCOMPARE(hits->item(0)->text(), "No page has all of these words.");
    box->clear();
    QVERIFY(part<QTreeWidget>(help, "helpContents")->isVisible());
}

void HelpWindowTest::textGrowsAndStaysSo()
{
    const auto size = [](const HelpWindow &help) {
        return part<HelpBrowser>(help, "helpPage")->font().pointSizeF();
    };
    double usual = 0;
    {
        HelpWindow help(nullptr);
        usual = size(help);
        part<QAction>(help, "largerText")->trigger();
        part<QAction>(help, "largerText")->trigger();
        QCOMPARE(size(help), usual + 2);
    }
    HelpWindow again(nullptr);
    QCOMPARE(size(again), usual + 2);
    part<QAction>(again, "smallerText")->trigger();
    QCOMPARE(size(again), usual + 1);
    part<QAction>(again, "usualText")->trigger();
    QCOMPARE(size(again), usual);
}

void HelpWindowTest::theNearestTopicCounts()
{
    QWidget outside;
    auto *inside = new QWidget(&outside);
    auto *field = new QLineEdit(inside);
    QCOMPARE(helpTopicOf(field), "start");
    QCOMPARE(helpTopicOf(nullptr), "start");
    outside.setProperty(helpTopicProperty, "part-table");
    QCOMPARE(helpTopicOf(field), "part-table");
    inside->setProperty(helpTopicProperty, "part-map");
    QCOMPARE(helpTopicOf(field), "part-map");
    auto *dialog = new QDialog(inside); // belongs to it, and is a window of its own
    QCOMPARE(helpTopicOf(dialog), "part-map");
}

void HelpWindowTest::f1OpensThePageOfTheFocus()
{
    QObject owner;
    new HelpKey(&owner);
    QWidget window;
    auto *field = new QLineEdit(&window);
    field->setProperty(helpTopicProperty, "part-table");
    window.show();
    field->setFocus();
    QTest::keyClick(field, Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(!window.findChild<HelpWindow *>());
    QTest::keyClick(field, Qt::Key_F1);
    const auto *help = window.findChild<HelpWindow *>();
    QVERIFY(help);
    QVERIFY(help->isVisible());
    QCOMPARE(help->topic(), "part-table");
}

void HelpWindowTest::theMainWindowHasOneHelp()
{
    MainWindow window;
    window.show();
    COMES_TRUE(window.model().document.now().dataset());
    window.activateWindow();
    COMES_TRUE(window.isActiveWindow());
    part<QWidget>(window, "map")->setFocus();
    QTest::keyClick(part<QWidget>(window, "map"), Qt::Key_F1);
    auto *help = window.findChild<HelpWindow *>();
    QVERIFY(help);
    QCOMPARE(help->topic(), "part-map");
    part<QAction>(window, "glossary")->trigger();
    QCOMPARE(window.findChildren<HelpWindow *>().size(), 1);
    QCOMPARE(help->topic(), "glossary");
    QCOMPARE(part<QAction>(window, "keys")->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_F1));
    help->activateWindow();
    COMES_TRUE(help->isActiveWindow());
    QTest::keyClick(help, Qt::Key_F1); // about itself, in the same window
    QCOMPARE(help->topic(), "part-help");
    QCOMPARE(window.findChildren<HelpWindow *>().size(), 1);
}

void HelpWindowTest::aModalDialogGetsItsOwn()
{
    QWidget window;
    auto *dialog = new QDialog(&window);
    dialog->setModal(true);
    window.show();
    dialog->show();
    showHelp("glossary", dialog);
    const auto *help = dialog->findChild<HelpWindow *>();
    QVERIFY(help);
    QCOMPARE(help->parentWidget(), dialog);
}

void HelpWindowTest::aLinkBesideAnythingOpensItsPage()
{
    QWidget window;
    auto *rows = new QVBoxLayout(&window);
    auto *link = new WhatIsThis("scale-zscore", &window);
    rows->addWidget(link);
    window.show();
    QVERIFY(link->text().contains("What is this?"));
    link->setFocus();
    QTest::keyClick(link, Qt::Key_Tab); // to the link in the label
    link->setFocus(Qt::TabFocusReason);
    QTest::keyClick(link, Qt::Key_Return);
    const auto *help = window.findChild<HelpWindow *>();
    QVERIFY(help);
    QCOMPARE(help->topic(), "scale-zscore");
    link->setTopic("scale-rank");
    QTest::keyClick(link, Qt::Key_F1); // without the key's filter: nothing happens
    emit link->linkActivated("help");
    QCOMPARE(help->topic(), "scale-rank");
}

void HelpWindowTest::escapeClosesIt()
{
    HelpWindow help(nullptr);
    help.showTopic("start");
    help.show();
    QTest::keyClick(&help, Qt::Key_Escape);
    QVERIFY(!help.isVisible());
}

// A document keeps the colours that it was made with.
void HelpWindowTest::theLinkHasTheColourOfTheTheme()
{
    WhatIsThis link("index");
    for (const QColor &colour : {QColor(0xc4, 0xa6, 0xf0), QColor(0x5f, 0x37, 0x94)}) {
        QPalette palette = link.palette();
        palette.setColor(QPalette::Link, colour);
        link.setPalette(palette);
        QVERIFY2(link.text().contains(colour.name()), qPrintable(link.text()));
    }
}

ATLAS_TEST(HelpWindowTest)

#include "test_help_window.moc"
