#include "app/table/area_sort_model.h"

#include "app/table/area_table_model.h"
#include "core/common/value_order.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace atlas {

AreaSortModel::AreaSortModel(AreaTableModel *model, QObject *parent)
    : QAbstractProxyModel(parent), m_model(*model)
{
    setSourceModel(model);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(model, &QAbstractItemModel::modelReset, this, &AreaSortModel::takeReset);
    connect(model, &QAbstractItemModel::columnsAboutToBeInserted, this,
            [this](const QModelIndex &, int first, int last) { beginInsertColumns({}, first, last); });
    connect(model, &QAbstractItemModel::columnsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                if (m_column >= first)
                    m_column += last - first + 1;
                endInsertColumns();
            });
    connect(model, &QAbstractItemModel::columnsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { beginRemoveColumns({}, first, last); });
    connect(model, &QAbstractItemModel::columnsRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                if (m_column > last)
                    m_column -= last - first + 1;
                else if (m_column >= first)
                    m_column = -1; // the order stays until the view sorts by another
                endRemoveColumns();
            });
    connect(model, &QAbstractItemModel::headerDataChanged, this, &QAbstractItemModel::headerDataChanged);
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                takeChange(first.column(), last.column(), roles);
            });
    m_all = wantedOrder();
    setOrder(m_all);
}

QModelIndex AreaSortModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex AreaSortModel::parent(const QModelIndex &) const
{
    return {};
}

int AreaSortModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_areas.size());
}

int AreaSortModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_model.columnCount();
}

QVariant AreaSortModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model.headerData(section, orientation, role);
}

QModelIndex AreaSortModel::mapToSource(const QModelIndex &index) const
{
    return index.isValid() ? m_model.index(static_cast<int>(areaOfRow(index.row())), index.column())
                           : QModelIndex();
}

QModelIndex AreaSortModel::mapFromSource(const QModelIndex &index) const
{
    const int row = index.isValid() ? rowOfArea(static_cast<size_t>(index.row())) : -1;
    return row < 0 ? QModelIndex() : createIndex(row, index.column());
}

void AreaSortModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_column && order == m_order)
        return; // as it stands
    m_column = column;
    m_order = order;
    rearrange(true);
}

void AreaSortModel::setFilter(const TableFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    if (!rearrange(false))
        emit filtered();
}

std::vector<uint32_t> AreaSortModel::wantedOrder() const
{
    if (m_column < 0) {
        std::vector<uint32_t> asGiven(static_cast<size_t>(m_model.rowCount()));
        std::iota(asGiven.begin(), asGiven.end(), uint32_t(0));
        return asGiven;
    }
    std::vector<double> values = m_model.sortValues(m_column);
    if (m_order == Qt::DescendingOrder)
        std::transform(values.begin(), values.end(), values.begin(), [](double value) { return -value; });
    return orderByValue(values, m_model.rowsByName());
}

std::vector<uint32_t> AreaSortModel::passing(const std::vector<uint32_t> &areas) const
{
    if (m_filter.isEmpty())
        return areas;
    const std::vector<bool> passes = m_model.passing(m_filter);
    std::vector<uint32_t> kept;
    std::copy_if(areas.begin(), areas.end(), std::back_inserter(kept),
                 [&passes](uint32_t area) { return passes[area]; });
    return kept;
}

bool AreaSortModel::showsTheSame(const std::vector<uint32_t> &areas) const
{
    return areas.size() == m_areas.size()
           && std::all_of(areas.begin(), areas.end(), [this](uint32_t area) { return m_rows[area] >= 0; });
}

void AreaSortModel::setOrder(std::vector<uint32_t> areas)
{
    m_areas = std::move(areas);
    m_rows.assign(m_all.size(), -1);
    for (size_t row = 0; row < m_areas.size(); ++row)
        m_rows[m_areas[row]] = static_cast<int>(row);
}

/// Returns whether other areas are in sight now.
bool AreaSortModel::rearrange(bool sortsAnew)
{
    if (sortsAnew)
        m_all = wantedOrder();
    std::vector<uint32_t> areas = passing(m_all);
    if (areas == m_areas)
        return false;
    if (showsTheSame(areas)) {
        reorder(std::move(areas));
        return false;
    }
    beginResetModel();
    setOrder(std::move(areas));
    endResetModel();
    emit filtered();
    return true;
}

void AreaSortModel::reorder(std::vector<uint32_t> areas)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    std::vector<uint32_t> areasBefore = std::exchange(m_areas, {});
    setOrder(std::move(areas));
    for (const QModelIndex &index : before)
        after << createIndex(rowOfArea(areasBefore[static_cast<size_t>(index.row())]), index.column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void AreaSortModel::takeReset()
{
    if (m_column >= m_model.columnCount())
        m_column = -1;
    const bool wasFiltered = !m_filter.isEmpty();
    m_filter = {};
    m_all = wantedOrder();
    setOrder(m_all);
    endResetModel();
    if (wasFiltered)
        emit filtered();
}

void AreaSortModel::takeChange(int firstColumn, int lastColumn, const QList<int> &roles)
{
    if (roles.isEmpty() || roles.contains(Qt::DisplayRole))
        rearrange(true);
    if (rowCount() > 0)
        emit dataChanged(createIndex(0, firstColumn), createIndex(rowCount() - 1, lastColumn), roles);
}

} // namespace atlas
