#include "app/table/area_sort_model.h"

#include "app/table/area_table_model.h"
#include "core/common/value_order.h"

#include <algorithm>
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
            [this](const QModelIndex &first, const QModelIndex &last) {
                takeChange(first.column(), last.column());
            });
    setOrder(wantedOrder());
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
    return index.isValid() ? createIndex(rowOfArea(static_cast<size_t>(index.row())), index.column())
                           : QModelIndex();
}

void AreaSortModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    reorder();
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

void AreaSortModel::setOrder(std::vector<uint32_t> areas)
{
    m_areas = std::move(areas);
    m_rows.resize(m_areas.size());
    for (size_t row = 0; row < m_areas.size(); ++row)
        m_rows[m_areas[row]] = static_cast<int>(row);
}

void AreaSortModel::reorder()
{
    std::vector<uint32_t> areas = wantedOrder();
    if (areas == m_areas)
        return;
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
    setOrder(wantedOrder());
    endResetModel();
}

void AreaSortModel::takeChange(int firstColumn, int lastColumn)
{
    reorder();
    emit dataChanged(createIndex(0, firstColumn), createIndex(rowCount() - 1, lastColumn));
}

} // namespace atlas
