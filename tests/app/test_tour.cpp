#include "app/shell/tour.h"
#include "tests/app/project_window.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// The walk through the window.
class TourTest : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void eachStopPointsAtARealPart();
    void itIsTakenUpWhereItWasLeft();
    void keysLeadThroughIt();
    void theStartPageOpensTheExampleForIt();
    void partsThatAreNotThereArePassedOver();

private:
    Tour *tour() const { return m_window->findChild<Tour *>("tour"); }
    QPushButton *button(const char *name) const { return tour()->findChild<QPushButton *>(name); }
};

void TourTest::eachStopPointsAtARealPart()
{
    action("tour")->trigger();
    QVERIFY(tour()->isVisible());
    QStringList titles;
    for (int i = 0; i < tour()->stopCount(); ++i) {
        QCOMPARE(tour()->stop(), i);
        titles << tour()->findChild<QLabel *>("tourTitle")->text();
        QVERIFY(!tour()->findChild<QLabel *>("tourText")->text().isEmpty());
        const auto *bubble = tour()->findChild<QLabel *>("tourTitle")->parentWidget();
        QVERIFY(tour()->rect().contains(bubble->geometry()));
        QTest::mouseClick(button("tourNext"), Qt::LeftButton);
    }
    titles.removeDuplicates();
    QCOMPARE(titles.size(), tour()->stopCount());
    QVERIFY(tour()->stopCount() >= 7);
    QVERIFY(!tour()->isVisible());
    QCOMPARE(Preferences().tourStop(), -1);
}

void TourTest::itIsTakenUpWhereItWasLeft()
{
    action("tour")->trigger();
    QTest::mouseClick(button("tourNext"), Qt::LeftButton);
    QTest::mouseClick(button("tourNext"), Qt::LeftButton);
    QTest::mouseClick(button("tourLeave"), Qt::LeftButton);
    QVERIFY(!tour()->isVisible());
    action("tour")->trigger();
    QCOMPARE(tour()->stop(), 2);
    QTest::mouseClick(button("tourBack"), Qt::LeftButton);
    QCOMPARE(tour()->stop(), 1);
}

void TourTest::keysLeadThroughIt()
{
    action("tour")->trigger();
    COMES_TRUE(button("tourNext")->hasFocus());
    QTest::keyClick(button("tourNext"), Qt::Key_Right);
    QCOMPARE(tour()->stop(), 1);
    QTest::keyClick(button("tourNext"), Qt::Key_Left);
    QCOMPARE(tour()->stop(), 0);
    model().areas.selectAll();
    QTest::keyClick(button("tourNext"), Qt::Key_Escape);
    QVERIFY(!tour()->isVisible());
    QCOMPARE(model().areas.areas().size(), size_t(39)); // Esc ended the tour, nothing else
}

void TourTest::theStartPageOpensTheExampleForIt()
{
    m_window = std::make_unique<MainWindow>(std::nullopt);
    m_window->resize(1600, 900);
    m_window->show();
    QTest::mouseClick(m_window->findChild<QPushButton *>("startTour"), Qt::LeftButton);
    COMES_TRUE(tour() && tour()->isVisible());
    QCOMPARE(model().document.now().dataset()->areas.size(), size_t(39));
}

void TourTest::partsThatAreNotThereArePassedOver()
{
    QWidget window;
    window.resize(500, 400);
    QWidget first(&window);
    QWidget hidden(&window);
    hidden.hide();
    QWidget last(&window);
    window.show();
    const auto stop = [](QWidget *part, const char *title) {
        return TourStop{[part] { return part; }, title, "text"};
    };
    Tour own(window,
             {stop(&first, "first"), stop(&hidden, "hidden"), stop(nullptr, "gone"), stop(&last, "last")});
    own.start(0);
    QTest::keyClick(&own, Qt::Key_Right);
    QCOMPARE(own.stop(), 3);
    QTest::keyClick(&own, Qt::Key_Left);
    QCOMPARE(own.stop(), 0);
}

ATLAS_TEST(TourTest)
#include "test_tour.moc"
