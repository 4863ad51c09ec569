#pragma once

#include <QLineEdit>
#include <QTableWidget>
#include <QTest>

namespace atlas::test {

/// Opens a cell by double click and types into it.
inline void typeInto(QTableWidget *table, int row, int column, const QString &text)
{
    const QTableWidgetItem *cell = table->item(row, column);
    QVERIFY(cell);
    table->scrollToItem(cell);
    const QPoint at = table->visualItemRect(cell).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
    auto *editor = table->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
}

} // namespace atlas::test
