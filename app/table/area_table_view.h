#pragma once

#include "app/table/frozen_column_view.h"
#include "app/table/table_layout.h"
#include "core/render/table_sheet.h"

#include <QByteArray>
#include <QItemSelection>
#include <QString>

#include <optional>
#include <vector>

namespace atlas {

class AreaSortModel;
class AreaTableModel;
class Document;
class SelectedAreas;
class ClassCellDelegate;
class GroupedHeader;

/// The table beside the map. Its selected rows are the state's selection and its current row the state's
/// current area, both ways; the row under the pointer is the state's hovered area.
class AreaTableView : public FrozenColumnView
{
    Q_OBJECT

public:
    explicit AreaTableView(const Document &document, SelectedAreas &areas, QWidget *parent = nullptr);

    /// The areas as the rows stand now, from the top.
    std::vector<size_t> areasInOrder() const;
    /// The selected rows as shown, from the top, with a header and tabs between the cells; empty without any.
    QString selectedText() const;
    /// The rows in sight, from the top, with the columns in sight as they stand, colours and key. Without
    /// data, none.
    TableSheet sheet() const;
    void selectAll() override;

    /// What the table is sorted by, and the widths that the user has set.
    QByteArray saveLayout() const { return m_layout.toBytes(); }
    /// Takes what saveLayout() gave, anything else is ignored. What it says of columns that the data have not
    /// waits for data that have them.
    void restoreLayout(const QByteArray &bytes);

protected:
    bool isRowSelected(int row) const override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    bool viewportEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    int sizeHintForColumn(int column) const override;

private:
    void follow();
    std::vector<size_t> selectedAreas() const; ///< from the top, as the next
    std::vector<size_t> areasInSight() const;
    TableSheet sheetOf(std::vector<size_t> areas, std::optional<int> onlyColumn = {}) const;
    void offerCopies();
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
    void fitColumns();
    void widenIndexColumns();
    void sortAsLaidOut();
    void keepSort(int column, Qt::SortOrder order);
    void keepWidth(int column, int width);

    const Document &m_document;
    SelectedAreas &m_areas;
    AreaTableModel *m_model;
    AreaSortModel *m_order;
    ClassCellDelegate *m_delegate;
    GroupedHeader *m_header;
    TableLayout m_layout;
    int m_hoveredRow = -1;
    bool m_hasMarks;            ///< as last painted
    bool m_isTelling = false;   ///< the state is taking this selection
    bool m_isShowing = false;   ///< this selection is taking the state's
    bool m_isArranging = false; ///< columns change on their own, not by hand
};

} // namespace atlas
