#include "app/table/pinned_columns.h"

#include "app/table/area_table_model.h"

#include <QHeaderView>

#include <algorithm>

namespace atlas {

namespace {

constexpr int leastRoom = 80; // for the columns that are scrolled

} // namespace

bool PinnedColumns::isOfTheRight(const QHeaderView &header, int column)
{
    return header.model()->headerData(column, Qt::Horizontal, AreaTableModel::PinnedRole).toBool();
}

int PinnedColumns::left() const
{
    return m_header.count() == 0 || m_header.offset() == 0 ? 0 : m_header.sectionSize(0);
}

/// What of all columns has no room.
int PinnedColumns::beyond() const
{
    return std::max(0, m_header.length() - m_header.viewport()->width());
}

int PinnedColumns::widthOfTheRight() const
{
    int width = 0;
    for (int place = m_header.count() - 1; place > 0; --place) {
        const int column = m_header.logicalIndex(place);
        if (m_header.isSectionHidden(column))
            continue;
        if (!isOfTheRight(m_header, column))
            break;
        width += m_header.sectionSize(column);
    }
    return width;
}

int PinnedColumns::right() const
{
    if (m_header.count() == 0 || beyond() == m_header.offset())
        return 0;
    const int width = widthOfTheRight();
    const bool leavesRoom = m_header.sectionSize(0) + width + leastRoom <= m_header.viewport()->width();
    return leavesRoom ? width : 0;
}

int PinnedColumns::shift(int column) const
{
    if (column == 0)
        return m_header.offset();
    if (beyond() <= m_header.offset() || !isOfTheRight(m_header, column))
        return 0;
    const int fromTheEnd = m_header.length() - m_header.sectionPosition(column);
    return fromTheEnd <= right() ? m_header.offset() - beyond() : 0;
}

int PinnedColumns::columnAt(int x) const
{
    if (x < 0)
        return -1;
    if (x < left())
        return 0;
    const int width = m_header.viewport()->width();
    const bool isAtTheRight = x < width && x >= width - right();
    return m_header.logicalIndexAt(isAtTheRight ? x + beyond() - m_header.offset() : x);
}

} // namespace atlas
