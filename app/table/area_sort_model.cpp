#include "app/table/area_sort_model.h"

#include "app/table/area_table_model.h"

#include <cmath>

namespace atlas {

AreaSortModel::AreaSortModel(AreaTableModel *model, QObject *parent)
    : QSortFilterProxyModel(parent), m_model(*model)
{
    setSortRole(AreaTableModel::SortRole);
    setSourceModel(model);
}

bool AreaSortModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    // The base class sorts downwards by asking with the sides exchanged: what keeps its place in both orders
    // has to be turned once more.
    const bool downwards = sortOrder() == Qt::DescendingOrder;
    const double a = m_model.sortValue(left.row(), left.column());
    const double b = m_model.sortValue(right.row(), right.column());
    if (std::isnan(a) != std::isnan(b))
        return std::isnan(b) != downwards;
    if (a < b || b < a)
        return a < b;
    return (m_model.namePlace(left.row()) < m_model.namePlace(right.row())) != downwards;
}

} // namespace atlas
