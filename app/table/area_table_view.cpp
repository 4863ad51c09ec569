#include "app/table/area_table_view.h"

#include "app/state/document.h"
#include "app/state/selection.h"
#include "app/table/area_sort_model.h"
#include "app/table/area_table_model.h"
#include "app/table/class_cell_delegate.h"
#include "app/table/column_arranger.h"
#include "app/table/grouped_header.h"
#include "app/table/pinned_columns.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QShortcut>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

namespace atlas {

namespace {

/// One range for each run of neighbouring rows.
QItemSelection selectionOfRows(const QAbstractItemModel &model, std::vector<int> rows)
{
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    for (size_t first = 0; first < rows.size();) {
        size_t last = first;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
            ++last;
        selection.append({model.index(rows[first], 0), model.index(rows[last], model.columnCount() - 1)});
        first = last + 1;
    }
    return selection;
}

/// Rising.
std::vector<int> rowsOf(const QItemSelection &selection)
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selection)
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

} // namespace

AreaTableView::AreaTableView(const Document &document, SelectedAreas &areas, QWidget *parent)
    : FrozenColumnView(parent), m_document(document), m_areas(areas),
      m_model(new AreaTableModel(document, this)), m_order(new AreaSortModel(m_model, this)),
      m_delegate(new ClassCellDelegate(document, areas, this)), m_header(new GroupedHeader(this)),
      m_hasMarks(document.now().looks().classMarks)
{
    setAccessibleName(tr("Areas and indicators"));
    setProperty("helpTopic", QStringLiteral("part-table"));
    setHorizontalHeader(m_header);
    setModel(m_order);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_header->setMinimumSectionSize(leastColumnWidth);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    setSortingEnabled(true);
    m_columns = new ColumnArranger(
        *m_model, *m_header, [this](int column) { return sizeHintForColumn(column); }, this);
    follow();
    offerCopies();
    fitRows();
    arrangeColumns();
    showSelection();
}

void AreaTableView::follow()
{
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, m_columns, &ColumnArranger::forgetContents);
    for (const auto &signal : {&QAbstractItemModel::columnsInserted, &QAbstractItemModel::columnsRemoved})
        connect(m_model, signal, m_columns, &ColumnArranger::forgetContents);
    connect(m_order, &QAbstractItemModel::modelReset, this, [this] {
        arrangeColumns();
        showSelection();
    });
    for (const auto &signal : {&QAbstractItemModel::columnsInserted, &QAbstractItemModel::columnsRemoved})
        connect(m_order, signal, this, &AreaTableView::arrangeColumns,
                Qt::QueuedConnection); // sorting changes the model, which others still hear about
    connect(m_order, &QAbstractItemModel::dataChanged, m_columns, &ColumnArranger::fitIndexColumns);
    connect(m_order, &AreaSortModel::filtered, this, &AreaTableView::filtered);
    auto *menuKey = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Down), this); // as in spreadsheets
    menuKey->setContext(Qt::WidgetShortcut);
    connect(menuKey, &QShortcut::activated, this, [this] { openColumnMenu(currentColumn()); });
    connect(m_header, &QWidget::customContextMenuRequested, this,
            [this](QPoint position) { openColumnMenu(m_header->sectionAt(position)); });
    m_document.onChange(Change::Looks, this, [this] { showMarks(); });
    m_document.onChange(Change::Shown, this, [this] { followClasses(); });
    connect(&m_areas, &SelectedAreas::changed, this, &AreaTableView::showSelection);
    connect(&m_areas, &SelectedAreas::hoverChanged, this, &AreaTableView::showHover);
}

/// A filter by classes that there are no longer would hide all, and no swatch would end it.
void AreaTableView::followClasses()
{
    TableFilter kept = filter();
    const int classCount = m_document.now().choices().scheme.classCount;
    if (std::erase_if(kept.classes, [classCount](int number) { return number > classCount; }) > 0)
        setFilter(kept);
    else
        m_order->refilter();
}

int AreaTableView::rowOfArea(size_t area) const
{
    return m_order->rowOfArea(area);
}

size_t AreaTableView::areaOfRow(int row) const
{
    return m_order->areaOfRow(row);
}

std::vector<size_t> AreaTableView::areasInOrder() const
{
    return {m_order->allAreas().begin(), m_order->allAreas().end()};
}

std::vector<size_t> AreaTableView::areasInSight() const
{
    return {m_order->areas().begin(), m_order->areas().end()};
}

std::vector<int> AreaTableView::columnsInSight() const
{
    return m_columns->inSight();
}

const TableFilter &AreaTableView::filter() const
{
    return m_order->filter();
}

void AreaTableView::setFilter(const TableFilter &filter)
{
    m_order->setFilter(filter);
}

std::vector<size_t> AreaTableView::selectedAreas() const
{
    std::vector<size_t> areas;
    for (const int row : rowsOf(selectionModel()->selection()))
        if (!isRowHidden(row))
            areas.push_back(areaOfRow(row));
    return areas;
}

std::vector<int> AreaTableView::blockColumns() const
{
    if (m_blockStart < 0 || m_blockEnd < 0 || m_blockEnd == m_blockStart)
        return {};
    const auto [first, last] =
        std::minmax({m_header->visualIndex(m_blockStart), m_header->visualIndex(m_blockEnd)});
    std::vector<int> columns;
    for (int place = first; place <= last; ++place)
        if (const int column = m_header->logicalIndex(place); !isColumnHidden(column))
            columns.push_back(column);
    return columns;
}

/// The block goes to this column now, from where it was begun.
void AreaTableView::markTo(int column)
{
    if (column == m_blockEnd)
        return;
    m_blockEnd = column;
    viewport()->update();
}

void AreaTableView::showMarks()
{
    const bool hadMarks = std::exchange(m_hasMarks, m_document.now().looks().classMarks);
    if (hadMarks != m_hasMarks)
        viewport()->update();
}

// Selection and hover. ---------------------------------------------------------------------------------

void AreaTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    FrozenColumnView::selectionChanged(selected, deselected);
    updateRows(selected);
    updateRows(deselected);
    if (!m_isShowing && m_document.now().dataset())
        tellSelection(selected);
}

/// Paints these rows anew and those beside them, whose frames change as well.
void AreaTableView::updateRows(const QItemSelection &rows)
{
    const int lastAtBottom = rowAt(viewport()->height() - 1);
    const int last = lastAtBottom < 0 ? m_order->rowCount() - 1 : lastAtBottom;
    const int first = std::max(rowAt(0), 0);
    for (const QItemSelectionRange &range : rows) {
        const int top = std::max(range.top() - 1, first);
        const int bottom = std::min(range.bottom() + 1, last);
        if (top <= bottom)
            viewport()->update(0, rowViewportPosition(top), viewport()->width(),
                               rowViewportPosition(bottom) + rowHeight(bottom) - rowViewportPosition(top));
    }
}

void AreaTableView::tellSelection(const QItemSelection &selected)
{
    const std::vector<int> rows = rowsOf(selectionModel()->selection());
    std::vector<size_t> areas;
    areas.reserve(rows.size());
    for (const int row : rows)
        areas.push_back(areaOfRow(row));
    // With the keyboard the selection changes before the current row does: a single new row is the current
    // one.
    const std::vector<int> added = rowsOf(selected);
    const int current = added.size() == 1 ? added.front() : currentIndex().row();
    const bool isSelected = std::binary_search(rows.begin(), rows.end(), current);
    const auto before = m_areas.current();
    const bool keepsCurrent = before && std::binary_search(rows.begin(), rows.end(), rowOfArea(*before));
    std::optional<size_t> area;
    if (isSelected)
        area = areaOfRow(current);
    else if (!keepsCurrent && !rows.empty())
        area = areaOfRow(rows.front());
    const QScopedValueRollback telling(m_isTelling, true);
    m_areas.select(std::move(areas), area);
}

void AreaTableView::showSelection()
{
    if (m_isTelling)
        return;
    const QScopedValueRollback showing(m_isShowing, true);
    markTo(-1);
    clearRanges();
    std::vector<int> rows;
    for (const size_t area : m_areas.areas())
        if (const int row = rowOfArea(area); row >= 0)
            rows.push_back(row);
    selectionModel()->select(selectionOfRows(*m_order, rows), QItemSelectionModel::Select);
    const auto current = m_areas.current();
    const int row = current ? rowOfArea(*current) : -1;
    if (row < 0)
        return;
    const QModelIndex cell = m_order->index(row, std::max(currentIndex().column(), 0));
    selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
    const QModelIndex name = m_order->index(row, AreaTableModel::nameColumn);
    const bool isInSight = viewport()->rect().contains(visualRect(name));
    scrollTo(name, isInSight ? EnsureVisible : PositionAtCenter);
}

/// From one selection to another the selection model compares every range with every other, which takes
/// seconds when there are thousands; from none it compares nothing.
void AreaTableView::clearRanges()
{
    const QScopedValueRollback showing(m_isShowing, true);
    selectionModel()->clearSelection();
}

void AreaTableView::selectAll()
{
    clearRanges();
    FrozenColumnView::selectAll();
}

bool AreaTableView::isRowSelected(int row) const
{
    return m_areas.isSelected(areaOfRow(row));
}

void AreaTableView::showHover()
{
    const auto hovered = m_areas.hovered();
    const int row = hovered ? rowOfArea(*hovered) : -1;
    for (const int changed : {m_hoveredRow, row})
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
    m_hoveredRow = row;
}

void AreaTableView::hoverAt(QPoint position)
{
    const QModelIndex index = indexAt(position);
    m_areas.hover(index.isValid() ? std::optional(areaOfRow(index.row())) : std::nullopt);
}

/// A drag, or a click with Shift, into another column marks a block of cells.
void AreaTableView::mousePressEvent(QMouseEvent *event)
{
    const int column = indexAt(event->position().toPoint()).column();
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier) && currentIndex().isValid();
    const int start = extends ? (m_blockStart >= 0 ? m_blockStart : currentIndex().column()) : column;
    FrozenColumnView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    m_blockStart = start;
    markTo(extends ? column : -1);
}

void AreaTableView::mouseMoveEvent(QMouseEvent *event)
{
    FrozenColumnView::mouseMoveEvent(event);
    hoverAt(event->position().toPoint());
    if (event->buttons().testFlag(Qt::LeftButton) && m_blockStart >= 0)
        if (const int column = PinnedColumns(*m_header).columnAt(event->position().toPoint().x());
            column >= 0)
            markTo(column);
}

/// With Shift, the arrows left and right mark a block of cells as they do in spreadsheets.
void AreaTableView::keyPressEvent(QKeyEvent *event)
{
    const bool isSideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    const bool isMove = isSideways || event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    const bool extends = event->modifiers() == Qt::ShiftModifier;
    const int before = currentColumn();
    if (isMove && !extends)
        markTo(-1);
    FrozenColumnView::keyPressEvent(event);
    if (!isSideways || !extends)
        return;
    if (m_blockEnd < 0)
        m_blockStart = before;
    markTo(currentColumn());
}

bool AreaTableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        m_areas.hover({});
    return FrozenColumnView::viewportEvent(event);
}

void AreaTableView::scrollContentsBy(int dx, int dy)
{
    FrozenColumnView::scrollContentsBy(dx, dy);
    if (m_areas.hovered() && viewport()->underMouse())
        hoverAt(viewport()->mapFromGlobal(QCursor::pos()));
    if (dx != 0)
        m_header->scrolled();
}

} // namespace atlas
