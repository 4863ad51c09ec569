#include "app/atlas/explore_pane.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QSplitter>
#include <QTabBar>
#include <QTest>

using namespace atlas;

/// Map and table: side by side, one above the other, or one at a time.
class ExplorePaneTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void bothStandSideBySide();
    void eitherTakesAllTheRoom();
    void wideAreasPutTheMapAbove();
    void tabsTakeThePlaceOfTheDivider();
    void largeTextNeedsMoreRoom();
    void itsStateIsRestored();
    void nonsenseIsIgnored();

private:
    void dragDivider(int by)
    {
        QSplitterHandle *handle = divider()->handle(1);
        const QPoint at = handle->rect().center();
        QTest::mousePress(handle, Qt::LeftButton, {}, at);
        QTest::mouseMove(handle, at + QPoint(by, 0));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, at);
    }
    QSplitter *divider() const { return m_pane->findChild<QSplitter *>("divider"); }
    QTabBar *tabs() const { return m_pane->findChild<QTabBar *>("mapOrTable"); }

    QWidget *m_map = nullptr;
    QWidget *m_table = nullptr;
    std::unique_ptr<ExplorePane> m_pane;
};

void ExplorePaneTest::init()
{
    m_map = new QWidget;
    m_table = new QWidget;
    m_pane = std::make_unique<ExplorePane>(m_map, m_table);
    m_pane->resize(1500, 800);
    m_pane->show();
}

void ExplorePaneTest::bothStandSideBySide()
{
    QVERIFY(m_map->isVisible() && m_table->isVisible() && !tabs()->isVisible());
    QCOMPARE(divider()->orientation(), Qt::Horizontal);
    const double share = double(m_map->width()) / (m_map->width() + m_table->width());
    QVERIFY2(share > 0.38 && share < 0.46, qPrintable(QString::number(share)));
}

void ExplorePaneTest::eitherTakesAllTheRoom()
{
    const QSignalSpy changed(m_pane.get(), &ExplorePane::viewChanged);
    m_pane->setView(View::Map);
    QVERIFY(m_map->isVisible() && !m_table->isVisible());
    m_pane->setView(View::Table);
    QVERIFY(!m_map->isVisible() && m_table->isVisible());
    COMES_TO(m_table->width(), m_pane->width());
    m_pane->setView(View::Both);
    QVERIFY(m_map->isVisible() && m_table->isVisible());
    m_pane->setView(View::Both);
    QCOMPARE(changed.count(), 3);
}

void ExplorePaneTest::wideAreasPutTheMapAbove()
{
    m_pane->setAspect(2);
    QCOMPARE(divider()->orientation(), Qt::Vertical);
    m_pane->setAspect(0.8);
    QCOMPARE(divider()->orientation(), Qt::Horizontal);
}

void ExplorePaneTest::tabsTakeThePlaceOfTheDivider()
{
    m_pane->resize(900, 600);
    COMES_TRUE(m_pane->isNarrow());
    QVERIFY(tabs()->isVisible() && m_map->isVisible() && !m_table->isVisible());
    QTest::mouseClick(tabs(), Qt::LeftButton, {}, tabs()->tabRect(1).center());
    QVERIFY(!m_map->isVisible() && m_table->isVisible());
    QTest::keyClick(tabs(), Qt::Key_Left);
    QVERIFY(m_map->isVisible() && !m_table->isVisible());
    m_pane->resize(1500, 800);
    COMES_TRUE(!m_pane->isNarrow());
    QVERIFY(m_map->isVisible() && m_table->isVisible()); // as was asked for while there was room
}

void ExplorePaneTest::largeTextNeedsMoreRoom()
{
    QVERIFY(!m_pane->isNarrow());
    QFont large = m_pane->font();
    large.setPointSizeF(2 * large.pointSizeF());
    m_pane->setFont(large);
    COMES_TRUE(m_pane->isNarrow());
    QVERIFY(tabs()->isVisible());
}

void ExplorePaneTest::itsStateIsRestored()
{
    dragDivider(200);
    const QList<int> sizes = divider()->sizes();
    m_pane->setView(View::Table);
    const QByteArray state = m_pane->saveState();
    init();
    m_pane->restoreState(state);
    QVERIFY(!m_map->isVisible() && m_table->isVisible());
    m_pane->setView(View::Both);
    QCOMPARE(divider()->sizes(), sizes);
    m_pane->reset();
    QVERIFY(divider()->sizes() != sizes);
}

void ExplorePaneTest::nonsenseIsIgnored()
{
    const QList<int> sizes = divider()->sizes();
    for (const QByteArray &state : {QByteArray(), QByteArray("nonsense"), QByteArray(40, '\x7f')}) {
        m_pane->restoreState(state);
        QCOMPARE(divider()->sizes(), sizes);
        QVERIFY(m_pane->view() == View::Both);
    }
}

ATLAS_TEST(ExplorePaneTest)
#include "test_explore_pane.moc"
