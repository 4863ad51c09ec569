#include "app/table/column_arranger.h"

#include "app/table/area_table_model.h"
#include "app/table/grouped_header.h"
#include "app/table/pinned_columns.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

constexpr int nameColumn = AreaTableModel::nameColumn;
constexpr int leastNameLetters = 17; // narrower, names could not be told apart
constexpr int mostNameLetters = 46;
constexpr int wantedSpare = 8; // beside what a figure needs
constexpr double mostSpread = 1.9;

} // namespace

ColumnArranger::ColumnArranger(const AreaTableModel &model, GroupedHeader &header,
                               std::function<int(int)> figureWidth, QObject *parent)
    : QObject(parent), m_model(model), m_header(header), m_figureWidth(std::move(figureWidth))
{
    connect(&header, &QHeaderView::sectionResized, this,
            [this](int column, int, int width) { keepWidth(column, width); });
    connect(&header, &QHeaderView::sectionMoved, this, &ColumnArranger::keepOrder);
    connect(&header, &QHeaderView::sectionHandleDoubleClicked, this, &ColumnArranger::dropWidth);
    connect(&header, &QHeaderView::sortIndicatorChanged, this, &ColumnArranger::keepSort);
}

void ColumnArranger::setLayout(const TableLayout &layout)
{
    const bool isOtherPeriod = layout.changeSince != m_layout.changeSince;
    m_layout = layout;
    arrange();
    emit arranged();
    if (isOtherPeriod)
        emit changeSinceAsked(m_layout.changeSince);
}

void ColumnArranger::arrange()
{
    sort();
    place();
    fit();
}

// Order. -----------------------------------------------------------------------------------------------

QStringList ColumnArranger::codes() const
{
    QStringList all;
    for (int column = 0; column < m_model.columnCount(); ++column)
        all << m_model.columnCode(column);
    return all;
}

/// Puts columns where the layout says: the first one first, those that stay at the right last.
void ColumnArranger::place()
{
    const QScopedValueRollback arranging(m_isArranging, true);
    const QStringList given = codes();
    std::vector<int> order;
    for (const QString &code : inOrder(given, m_layout.moved))
        order.push_back(static_cast<int>(given.indexOf(code)));
    std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
        const auto group = [this](int column) {
            return column == nameColumn ? 0 : PinnedColumns::isOfTheRight(m_header, column) ? 2 : 1;
        };
        return group(a) < group(b);
    });
    for (size_t at = 0; at < order.size(); ++at) {
        m_header.moveSection(m_header.visualIndex(order[at]), static_cast<int>(at));
        const bool hides =
            order[at] != nameColumn && m_layout.hidden.contains(given[static_cast<qsizetype>(order[at])]);
        m_header.setSectionHidden(order[at], hides);
    }
}

void ColumnArranger::keepOrder()
{
    if (m_isArranging)
        return;
    const QStringList given = codes();
    QStringList order;
    for (int place = 0; place < m_header.count(); ++place)
        order << given.value(m_header.logicalIndex(place));
    m_layout.moved = order == given ? QStringList() : order;
    place(); // back among its own, should it have left them
    emit arranged();
}

int ColumnArranger::findNeighbour(int column, int by) const
{
    for (int place = m_header.visualIndex(column) + by; place >= 0 && place < m_header.count(); place += by)
        if (!m_header.isSectionHidden(m_header.logicalIndex(place)))
            return m_header.logicalIndex(place);
    return -1;
}

bool ColumnArranger::canMove(int column, int by) const
{
    const int neighbour = findNeighbour(column, by);
    return column > nameColumn && neighbour > nameColumn
           && PinnedColumns::isOfTheRight(m_header, neighbour)
                  == PinnedColumns::isOfTheRight(m_header, column);
}

void ColumnArranger::move(int column, int by)
{
    if (canMove(column, by))
        m_header.moveSection(m_header.visualIndex(column), m_header.visualIndex(findNeighbour(column, by)));
}

// Hiding. ----------------------------------------------------------------------------------------------

bool ColumnArranger::isHidden(int column) const
{
    return m_header.isSectionHidden(column);
}

void ColumnArranger::setHidden(int column, bool hides)
{
    if (column <= nameColumn || hides == isHidden(column))
        return;
    const QString code = m_model.columnCode(column);
    if (hides)
        m_layout.hidden.insert(code);
    else
        m_layout.hidden.remove(code);
    place();
    fit();
    emit arranged();
}

void ColumnArranger::showAll()
{
    m_layout.hidden.clear();
    place();
    fit();
    emit arranged();
}

void ColumnArranger::setChangeSince(const QString &period)
{
    if (period == m_layout.changeSince)
        return;
    m_layout.changeSince = period;
    emit changeSinceAsked(period);
}

std::vector<int> ColumnArranger::inSight() const
{
    std::vector<int> columns;
    for (int place = 0; place < m_header.count(); ++place)
        if (const int column = m_header.logicalIndex(place); !m_header.isSectionHidden(column))
            columns.push_back(column);
    return columns;
}

// Widths. ----------------------------------------------------------------------------------------------

ColumnRoom ColumnArranger::roomOf(int column) const
{
    const int contents = m_figureWidth(column);
    if (column == nameColumn) {
        const int letter = m_header.fontMetrics().averageCharWidth();
        const int least = std::min(contents, leastNameLetters * letter);
        const int most = std::clamp(contents, least, mostNameLetters * letter);
        return {.least = least, .wanted = most, .most = most};
    }
    const int least = std::max(contents, m_header.leastWidth(column));
    return {.least = least, .wanted = least + wantedSpare, .most = static_cast<int>(least * mostSpread)};
}

void ColumnArranger::fit()
{
    const QScopedValueRollback arranging(m_isArranging, true);
    if (m_rooms.size() != static_cast<size_t>(m_model.columnCount())) {
        m_rooms.clear();
        for (int column = 0; column < m_model.columnCount(); ++column)
            m_rooms.push_back(roomOf(column));
    }
    const std::vector<int> columns = inSight();
    std::vector<ColumnRoom> rooms;
    for (const int column : columns) {
        rooms.push_back(m_rooms[static_cast<size_t>(column)]);
        rooms.back().byHand = m_layout.widths.value(m_model.columnCode(column));
    }
    const std::vector<int> widths = fittedWidths(rooms, m_header.viewport()->width());
    for (size_t i = 0; i < columns.size(); ++i)
        m_header.resizeSection(columns[i], widths[i]);
    m_header.fitHeight();
}

void ColumnArranger::fitIndexColumns()
{
    // The other columns keep their figures, and have room for the marks whether these are shown or not.
    bool isWider = m_rooms.empty();
    for (int column = 0; column < static_cast<int>(m_rooms.size()) && column < m_model.columnCount();
         ++column)
        if (m_model.isOfTheIndex(column)) {
            ColumnRoom &known = m_rooms[static_cast<size_t>(column)];
            const ColumnRoom room = roomOf(column);
            isWider = isWider || room.least > known.least;
            if (room.least > known.least)
                known = room;
        }
    if (isWider)
        fit();
}

void ColumnArranger::keepWidth(int column, int width)
{
    if (m_isArranging || width <= 0)
        return;
    m_layout.widths.insert(m_model.columnCode(column), width);
    m_header.fitHeight();
}

bool ColumnArranger::hasOwnWidth(int column) const
{
    return m_layout.widths.contains(m_model.columnCode(column));
}

void ColumnArranger::dropWidth(int column)
{
    m_layout.widths.remove(m_model.columnCode(column));
    fit();
}

// Sorting. ---------------------------------------------------------------------------------------------

void ColumnArranger::sort()
{
    const QScopedValueRollback arranging(m_isArranging, true);
    const bool isKnown = m_model.findColumn(m_layout.sortedBy) >= 0;
    const TableLayout &wanted = isKnown ? m_layout : TableLayout();
    const int column = m_model.findColumn(wanted.sortedBy);
    if (column < 0)
        return;
    m_header.setSortIndicator(column, wanted.order);
    m_header.model()->sort(column, wanted.order); // other columns may stand where the indicator already was
}

void ColumnArranger::keepSort(int column, Qt::SortOrder order)
{
    if (m_isArranging || column < 0)
        return;
    m_layout.sortedBy = m_model.columnCode(column);
    m_layout.order = order;
}

} // namespace atlas
