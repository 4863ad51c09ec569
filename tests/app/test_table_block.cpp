#include "tests/app/table_window.h"
#include "tests/support/test_program.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace atlas;
using namespace atlas::test;

/// A block of cells: marked with the mouse or the keys, seen, and copied.
class TestTableBlock : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aDragAcrossColumnsMarksWhatItCrosses();
    void aDragDownOneColumnMarksWholeRows();
    void shiftAndArrowsMarkLikeASpreadsheet();
    void shiftAndAClickGoOnFromTheCurrentCell();
    void aClickEndsIt();
    void anotherSelectionEndsIt();
    void theMarkedCellsAreSeen();
    void hiddenColumnsAreNoPartOfIt();

private:
    void drag(int fromRow, int fromColumn, int toRow, int toColumn);
    QString copied();

    std::unique_ptr<TableWindow> m_window;
};

void TestTableBlock::init()
{
    m_window.reset();
    m_window = std::make_unique<TableWindow>();
    m_window->view.resize(1200, 500);
    QCoreApplication::processEvents();
}

void TestTableBlock::drag(int fromRow, int fromColumn, int toRow, int toColumn)
{
    QWidget *cells = m_window->view.viewport();
    const QPoint to = m_window->at(toRow, toColumn);
    QTest::mousePress(cells, Qt::LeftButton, {}, m_window->at(fromRow, fromColumn));
    QMouseEvent move(QEvent::MouseMove, to, cells->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(cells, &move);
    QTest::mouseRelease(cells, Qt::LeftButton, {}, to);
}

QString TestTableBlock::copied()
{
    QTest::keyClick(&m_window->view, Qt::Key_C, Qt::ControlModifier);
    return QGuiApplication::clipboard()->text();
}

void TestTableBlock::aDragAcrossColumnsMarksWhatItCrosses()
{
    drag(2, 3, 4, 1);
    QCOMPARE(m_window->view.blockColumns(), (std::vector<int>{1, 2, 3}));
    QCOMPARE(m_window->selectedNames().size(), 3);
    const QString text = copied();
    QCOMPARE(text.count('\n'), 4); // the heads and three rows
    for (const QString &line : text.trimmed().split('\n'))
        QCOMPARE(line.count('\t'), 2);
    QVERIFY(!text.contains(m_window->name(2)));
}

void TestTableBlock::aDragDownOneColumnMarksWholeRows()
{
    drag(1, 2, 3, 2);
    QVERIFY(m_window->view.blockColumns().empty());
    QVERIFY(copied().contains(m_window->name(2)));
}

void TestTableBlock::shiftAndArrowsMarkLikeASpreadsheet()
{
    m_window->click(0, 1);
    QTest::keyClick(&m_window->view, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&m_window->view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_window->view.blockColumns(), (std::vector<int>{1, 2}));
    QCOMPARE(copied().count('\n'), 3);
    QTest::keyClick(&m_window->view, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(m_window->view.blockColumns().empty());
}

void TestTableBlock::shiftAndAClickGoOnFromTheCurrentCell()
{
    m_window->click(1, 1);
    m_window->click(3, 2, Qt::ShiftModifier);
    QCOMPARE(m_window->view.blockColumns(), (std::vector<int>{1, 2}));
    QCOMPARE(m_window->selectedNames().size(), 3);
}

void TestTableBlock::aClickEndsIt()
{
    drag(1, 1, 2, 2);
    m_window->click(0, 0);
    QVERIFY(m_window->view.blockColumns().empty());
    drag(1, 1, 2, 2);
    QTest::keyClick(&m_window->view, Qt::Key_Down);
    QVERIFY(m_window->view.blockColumns().empty());
}

void TestTableBlock::anotherSelectionEndsIt()
{
    drag(1, 1, 2, 2);
    m_window->state.areas.select({5});
    QVERIFY(m_window->view.blockColumns().empty());
}

void TestTableBlock::theMarkedCellsAreSeen()
{
    m_window->click(1, 1);
    const QImage rows = m_window->view.viewport()->grab().toImage();
    m_window->click(1, 2, Qt::ShiftModifier);
    const QImage block = m_window->view.viewport()->grab().toImage();
    const auto colourAt = [](const QImage &image, const QRect &cell) {
        return image.pixelColor((cell.topLeft() + QPoint(0, cell.height() / 2)) * image.devicePixelRatio());
    };
    const QRect first = m_window->view.visualRect(m_window->view.model()->index(1, 1));
    const QRect beyond = m_window->view.visualRect(m_window->view.model()->index(1, 3));
    QCOMPARE(colourAt(block, first), m_window->view.palette().color(QPalette::Link));
    QVERIFY(colourAt(block, first) != colourAt(rows, first));
    QCOMPARE(colourAt(block, beyond), colourAt(rows, beyond));
}

void TestTableBlock::hiddenColumnsAreNoPartOfIt()
{
    m_window->view.setColumnHidden(2, true);
    drag(1, 1, 2, 3);
    QCOMPARE(m_window->view.blockColumns(), (std::vector<int>{1, 3}));
}

ATLAS_TEST(TestTableBlock)

#include "test_table_block.moc"
