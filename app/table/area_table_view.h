#pragma once

#include "app/table/frozen_column_view.h"
#include "app/table/table_filter.h"
#include "app/table/table_layout.h"
#include "core/render/table_sheet.h"

#include <QByteArray>
#include <QItemSelection>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace atlas {

class AreaSortModel;
class AreaTableModel;
class ColumnArranger;
class Document;
class SelectedAreas;
class ClassCellDelegate;
class GroupedHeader;
struct OtherPeriod;

/// The table beside the map. Its selected rows are the state's selection and its current row the state's
/// current area, both ways; the row under the pointer is the state's hovered area.
class AreaTableView : public FrozenColumnView
{
    Q_OBJECT

public:
    explicit AreaTableView(const Document &document, SelectedAreas &areas, QWidget *parent = nullptr);

    /// Every area in the order of the rows, with those that the filter leaves out.
    std::vector<size_t> areasInOrder() const;
    /// The areas as the rows stand now, from the top.
    std::vector<size_t> areasInSight() const;
    /// The columns that are shown, from the left, as positions in areaModel().
    std::vector<int> columnsInSight() const;
    /// The columns of the block of cells that is marked: in the selected rows, those from where the drag
    /// began to where it ended, as they stand. Empty while whole rows are marked.
    std::vector<int> blockColumns() const;
    /// The selected rows as shown, from the top, with a header and tabs between the cells; empty without any.
    QString selectedText() const;
    /// The rows in sight, from the top, with the columns in sight as they stand, colours and key. Without
    /// data, none.
    TableSheet sheet() const;
    void selectAll() override;

    const AreaTableModel &areaModel() const { return *m_model; }
    /// Adds columns with the change since another period; null for none.
    void setOtherPeriod(const std::shared_ptr<const OtherPeriod> &otherPeriod);
    ColumnArranger &columns() { return *m_columns; }
    const TableFilter &filter() const;
    void setFilter(const TableFilter &filter);
    /// Opens the menu of a column below its head.
    void openColumnMenu(int column);
    /// The column that the keys are on; the first one if they are on none.
    int currentColumn() const;

    /// What the table is sorted by; the order of its columns, which are hidden, and widths set by hand. What
    /// it is filtered by is not kept: a table that lacks areas must have been asked for.
    QByteArray saveLayout() const;
    /// Takes what saveLayout() gave, anything else is ignored. What it says of columns that the data have not
    /// waits for data that have them.
    void restoreLayout(const QByteArray &bytes);

signals:
    /// Other areas are in sight, or the filter is another.
    void filtered();
    /// Somebody wants to type what to filter by.
    void filterAsked();
    /// Somebody wants to choose columns.
    void columnsAsked();
    /// Somebody wants to see a variable on the map: an indicator, a domain or the index.
    void showAsked(const QString &code, const QString &name);
    /// Somebody wants an indicator in the index, or out of it.
    void useAsked(const QString &code, bool isOn);

protected:
    bool isRowSelected(int row) const override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    int sizeHintForColumn(int column) const override;

private:
    void follow();
    void followClasses();
    std::vector<size_t> selectedAreas() const; ///< from the top
    TableSheet sheetOf(std::vector<size_t> areas, const std::vector<int> &columns) const;
    TableSheet wholeSheet(const std::vector<int> &columns) const;
    void addBenchmarks(TableSheet &sheet, const std::vector<int> &columns) const;
    QString filterText() const;
    void markTo(int column);
    void paintBlock() const;
    void offerCopies();
    static constexpr int leastColumnWidth = 32;

    int rowOfArea(size_t area) const;
    size_t areaOfRow(int row) const;

    void updateRows(const QItemSelection &rows);
    void tellSelection(const QItemSelection &selected);
    void showSelection();
    void clearRanges();
    void showHover();
    void showMarks();
    void hoverAt(QPoint position);

    void arrangeColumns();
    void fitRows();

    const Document &m_document;
    SelectedAreas &m_areas;
    AreaTableModel *m_model;
    AreaSortModel *m_order;
    ClassCellDelegate *m_delegate;
    GroupedHeader *m_header;
    ColumnArranger *m_columns = nullptr;
    int m_hoveredRow = -1;
    int m_blockStart = -1;    ///< the column that a block of cells was begun in; -1 for none
    int m_blockEnd = -1;      ///< the column that it goes to; the same or -1 while whole rows are marked
    bool m_hasMarks;          ///< as last painted
    bool m_isTelling = false; ///< the state is taking this selection
    bool m_isShowing = false; ///< this selection is taking the state's
};

} // namespace atlas
