#pragma once

#include "app/table/column_widths.h"
#include "app/table/table_layout.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace atlas {

class AreaTableModel;
class GroupedHeader;

/// Keeps the columns of the table as the user has arranged them: their order, which are hidden, their widths
/// and what the table is sorted by. Columns whose width nobody has set share the room that there is. The
/// first column stays first and is never hidden; those that stay in sight at the right stay last.
class ColumnArranger : public QObject
{
    Q_OBJECT

public:
    /// `figureWidth` gives the width that the contents of a column need.
    ColumnArranger(const AreaTableModel &model, GroupedHeader &header, std::function<int(int)> figureWidth,
                   QObject *parent = nullptr);

    const TableLayout &layout() const { return m_layout; }
    /// What it says of columns that the data have not waits for data that have them.
    void setLayout(const TableLayout &layout);

    /// To be called when the columns are others: puts them in their places and widths.
    void arrange();
    /// To be called when contents or font are others.
    void forgetContents() { m_rooms.clear(); }
    /// Gives the columns the room that there is.
    void fit();
    /// The same after figures of the index have changed: such columns never become narrower.
    void fitIndexColumns();

    bool isHidden(int column) const;
    void setHidden(int column, bool hides);
    void showAll();
    /// Asks for columns of the change since this period; for none where it is empty.
    void setChangeSince(const QString &period);
    /// Whether a column can go one place to the left (-1) or right (+1), among those that are shown.
    bool canMove(int column, int by) const;
    void move(int column, int by);
    bool hasOwnWidth(int column) const;
    void dropWidth(int column);
    /// The columns that are shown, from the left.
    std::vector<int> inSight() const;

signals:
    /// Other columns are shown, or in another order.
    void arranged();
    void changeSinceAsked(const QString &period);

private:
    int findNeighbour(int column, int by) const;
    ColumnRoom roomOf(int column) const;
    void place();
    void keepOrder();
    void keepWidth(int column, int width);
    void keepSort(int column, Qt::SortOrder order);
    void sort();
    QStringList codes() const;

    const AreaTableModel &m_model;
    GroupedHeader &m_header;
    std::function<int(int)> m_figureWidth;
    TableLayout m_layout;
    std::vector<ColumnRoom> m_rooms; ///< of each column; empty until worked out
    bool m_isArranging = false;      ///< columns change on their own, not by hand
};

} // namespace atlas
