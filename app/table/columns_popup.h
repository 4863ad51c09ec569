#pragma once

#include <QFrame>

class QComboBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace atlas {

class AreaTableView;

/// A list of the table's columns by group, each with a box to show or hide it. Closes at Escape and when
/// something else is clicked.
class ColumnsPopup : public QFrame
{
    Q_OBJECT

public:
    explicit ColumnsPopup(AreaTableView &table);

    void openBelow(const QWidget &button);

private:
    void fill();
    QComboBox *newChangeBox();
    void take(QTreeWidgetItem *item);

    AreaTableView &m_table;
    QTreeWidget *m_list;
};

} // namespace atlas
