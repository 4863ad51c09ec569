#include "app/table/area_table_view.h"

#include "app/state/document.h"
#include "app/state/selection.h"
#include "app/table/area_sort_model.h"
#include "app/table/area_table_model.h"
#include "app/table/class_cell_delegate.h"
#include "app/table/grouped_header.h"
#include "core/tables/tabbed_text.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>

#include <algorithm>
#include <optional>
#include <utility>

namespace atlas {

namespace {

constexpr int leastRowHeight = 22;
constexpr int leastColumnWidth = 32;
constexpr int widestName = 220; // when fitted to its contents; by hand it can be made wider

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
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_header->setMinimumSectionSize(leastColumnWidth);
    {
        const QScopedValueRollback arranging(m_isArranging, true);
        setSortingEnabled(true);
    }
    follow();
    fitRows();
    arrangeColumns();
    showSelection();
}

void AreaTableView::follow()
{
    connect(m_order, &QAbstractItemModel::modelReset, this, &AreaTableView::arrangeColumns);
    for (const auto &signal : {&QAbstractItemModel::columnsInserted, &QAbstractItemModel::columnsRemoved})
        connect(m_order, signal, this, &AreaTableView::arrangeColumns,
                Qt::QueuedConnection); // sorting changes the model, which others still hear about
    connect(m_order, &QAbstractItemModel::dataChanged, this, &AreaTableView::widenIndexColumns);
    connect(m_header, &QHeaderView::sortIndicatorChanged, this, &AreaTableView::keepSort);
    connect(m_header, &QHeaderView::sectionResized, this,
            [this](int column, int, int width) { keepWidth(column, width); });
    connect(m_header, &QHeaderView::sectionHandleDoubleClicked, this,
            [this](int column) { m_layout.widths.remove(m_model->columnCode(column)); });
    m_document.onChange(Change::Looks, this, [this] { showMarks(); });
    connect(&m_areas, &SelectedAreas::changed, this, &AreaTableView::showSelection);
    connect(&m_areas, &SelectedAreas::hoverChanged, this, &AreaTableView::showHover);
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
    return {m_order->areas().begin(), m_order->areas().end()};
}

// Copying. ---------------------------------------------------------------------------------------------

QString AreaTableView::selectedText() const
{
    const std::vector<int> rows = rowsOf(selectionModel()->selection());
    if (rows.empty())
        return {};
    std::vector<size_t> areas;
    areas.reserve(rows.size());
    for (const int row : rows)
        areas.push_back(areaOfRow(row));
    return tabbedText(m_model->tableOf(std::move(areas)), m_model->locale());
}

void AreaTableView::copySelection() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
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
    clearRanges();
    std::vector<int> rows;
    for (const size_t area : m_areas.areas())
        rows.push_back(rowOfArea(area));
    selectionModel()->select(selectionOfRows(*m_order, rows), QItemSelectionModel::Select);
    const auto current = m_areas.current();
    if (!current)
        return;
    const int row = rowOfArea(*current);
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

void AreaTableView::mouseMoveEvent(QMouseEvent *event)
{
    FrozenColumnView::mouseMoveEvent(event);
    hoverAt(event->position().toPoint());
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

void AreaTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        FrozenColumnView::keyPressEvent(event);
}

// Columns. ---------------------------------------------------------------------------------------------

void AreaTableView::arrangeColumns()
{
    int highest = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        highest = std::max(highest, m_model->index(row, 0).data(AreaTableModel::MapNumberRole).toInt());
    m_delegate->setHighestMapNumber(highest);
    m_hoveredRow = -1;
    sortAsLaidOut();
    fitColumns();
    m_header->updateGeometry();
}

void AreaTableView::sortAsLaidOut()
{
    const QScopedValueRollback arranging(m_isArranging, true);
    const int column = m_model->findColumn(m_layout.sortedBy);
    if (column >= 0)
        sortByColumn(column, m_layout.order);
    else if (m_model->columnCount() > 0)
        sortByColumn(m_model->findColumn(TableLayout().sortedBy), TableLayout().order);
}

void AreaTableView::keepSort(int column, Qt::SortOrder order)
{
    if (m_isArranging || column < 0)
        return;
    m_layout.sortedBy = m_model->columnCode(column);
    m_layout.order = order;
}

void AreaTableView::fitRows()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(std::max(leastRowHeight, fontMetrics().height() + 6));
}

void AreaTableView::fitColumns()
{
    const QScopedValueRollback arranging(m_isArranging, true);
    for (int column = 0; column < m_order->columnCount(); ++column) {
        const int byHand = m_layout.widths.value(m_model->columnCode(column));
        const int fitting = std::max(sizeHintForColumn(column), m_header->sectionSizeHint(column));
        setColumnWidth(column, byHand > 0 ? byHand : fitting);
    }
}

void AreaTableView::widenIndexColumns()
{
    // The other columns keep their figures, and have room for the marks whether these are shown or not.
    const QScopedValueRollback arranging(m_isArranging, true);
    for (int column = 0; column < m_order->columnCount(); ++column)
        if (m_model->isOfTheIndex(column) && !m_layout.widths.contains(m_model->columnCode(column)))
            setColumnWidth(column, std::max(columnWidth(column), sizeHintForColumn(column)));
}

int AreaTableView::sizeHintForColumn(int column) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int width = leastColumnWidth;
    for (const int row : m_model->extremeRows(column)) {
        const QModelIndex index = m_order->mapFromSource(m_model->index(row, column));
        width = std::max(width, m_delegate->sizeHint(option, index).width());
    }
    return column == AreaTableModel::nameColumn ? std::min(width, widestName) : width;
}

void AreaTableView::keepWidth(int column, int width)
{
    if (!m_isArranging && width > 0)
        m_layout.widths.insert(m_model->columnCode(column), width);
}

void AreaTableView::restoreLayout(const QByteArray &bytes)
{
    const auto layout = TableLayout::fromBytes(bytes);
    if (!layout)
        return;
    m_layout = *layout;
    sortAsLaidOut();
    fitColumns();
}

void AreaTableView::changeEvent(QEvent *event)
{
    FrozenColumnView::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    fitRows();
    fitColumns();
}

} // namespace atlas
