#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/table/class_cell_delegate.h"
#include "app/table/column_arranger.h"
#include "app/table/column_menu.h"
#include "app/table/grouped_header.h"
#include "app/table/pinned_columns.h"

#include <QEvent>
#include <QItemSelection>
#include <QMenu>
#include <QPainter>
#include <QRegion>
#include <QResizeEvent>

#include <algorithm>

namespace atlas {

namespace {

constexpr int leastRowHeight = 24;

} // namespace

// Columns. ---------------------------------------------------------------------------------------------

void AreaTableView::arrangeColumns()
{
    int highest = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        highest = std::max(highest, m_model->index(row, 0).data(AreaTableModel::MapNumberRole).toInt());
    m_delegate->setHighestMapNumber(highest);
    m_header->setNameMargin(m_delegate->nameMargin(font()));
    m_hoveredRow = -1;
    m_columns->arrange();
    m_header->updateGeometry();
}

void AreaTableView::fitRows()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(std::max(leastRowHeight, fontMetrics().height() + 6));
}

int AreaTableView::sizeHintForColumn(int column) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int width = leastColumnWidth;
    for (const int row : m_model->extremeRows(column))
        width = std::max(width, m_delegate->sizeHint(option, m_model->index(row, column)).width());
    return width;
}

void AreaTableView::setOtherPeriod(const std::shared_ptr<const OtherPeriod> &otherPeriod)
{
    m_model->setOtherPeriod(otherPeriod);
}

int AreaTableView::currentColumn() const
{
    return std::max(currentIndex().column(), AreaTableModel::nameColumn);
}

void AreaTableView::openColumnMenu(int column)
{
    if (column < 0 || column >= m_model->columnCount())
        return;
    QMenu menu(this);
    fillColumnMenu(menu, *this, column);
    const QRect head(m_header->sectionViewportPosition(column) + PinnedColumns(*m_header).shift(column), 0,
                     m_header->sectionSize(column), m_header->benchmarksTop());
    menu.exec(m_header->viewport()->mapToGlobal(head.bottomLeft()));
}

QByteArray AreaTableView::saveLayout() const
{
    return m_columns->layout().toBytes();
}

void AreaTableView::restoreLayout(const QByteArray &bytes)
{
    if (const auto layout = TableLayout::fromBytes(bytes))
        m_columns->setLayout(*layout);
}

void AreaTableView::resizeEvent(QResizeEvent *event)
{
    FrozenColumnView::resizeEvent(event);
    if (m_columns)
        m_columns->fit();
}

/// Says why there is nothing, rather than leave it blank.
void AreaTableView::paintEvent(QPaintEvent *event)
{
    FrozenColumnView::paintEvent(event);
    paintBlock();
    if (model()->rowCount() > 0 || m_model->rowCount() == 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("No area meets these filters."));
}

/// A frame around the cells of the block in each run of rows.
void AreaTableView::paintBlock() const
{
    const std::vector<int> columns = blockColumns();
    if (columns.empty())
        return;
    QRegion cells;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        for (const int column : columns) {
            const QRect top = visualRect(model()->index(range.top(), column));
            const QRect bottom = visualRect(model()->index(range.bottom(), column));
            cells += QRect(top.topLeft(), bottom.bottomRight());
        }
    constexpr int line = 2;
    QPainter painter(viewport());
    const QColor frame = palette().color(QPalette::Link);
    QColor wash = frame;
    constexpr int faint = 40;
    wash.setAlpha(faint);
    for (const QRect &part : cells)
        painter.fillRect(part, wash);
    QRegion inside = cells;
    for (const QPoint by : {QPoint(line, 0), QPoint(-line, 0), QPoint(0, line), QPoint(0, -line)})
        inside &= cells.translated(by);
    for (const QRect &part : cells - inside)
        painter.fillRect(part, frame);
}

void AreaTableView::changeEvent(QEvent *event)
{
    FrozenColumnView::changeEvent(event);
    if (!m_columns || (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange))
        return;
    fitRows();
    m_header->setNameMargin(m_delegate->nameMargin(font()));
    m_columns->forgetContents();
    m_columns->fit();
}

} // namespace atlas
