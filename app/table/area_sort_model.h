#pragma once

#include "app/table/table_filter.h"

#include <QAbstractProxyModel>
#include <QList>

#include <cstdint>
#include <vector>

namespace atlas {

class AreaTableModel;

/// The table in an order, with the areas that meet a filter: missing values last whichever way it is sorted,
/// ties by name. Sorted and filtered anew whenever the figures change. Until sort() is called the areas stand
/// as in the dataset. Other data end the filter.
class AreaSortModel : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit AreaSortModel(AreaTableModel *model, QObject *parent = nullptr);

    /// The areas as the rows stand now, from the top.
    const std::vector<uint32_t> &areas() const { return m_areas; }
    /// The same with those that the filter leaves out.
    const std::vector<uint32_t> &allAreas() const { return m_all; }
    size_t areaOfRow(int row) const { return m_areas[static_cast<size_t>(row)]; }
    /// -1 for an area that the filter leaves out.
    int rowOfArea(size_t area) const { return m_rows[area]; }

    const TableFilter &filter() const { return m_filter; }
    void setFilter(const TableFilter &filter);
    /// To be called when what the filter depends on has changed elsewhere: the variable on the map.
    void refilter() { rearrange(false); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QModelIndex mapToSource(const QModelIndex &index) const override;
    QModelIndex mapFromSource(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

signals:
    /// The filter is another, or lets others through.
    void filtered();

private:
    std::vector<uint32_t> wantedOrder() const;
    std::vector<uint32_t> passing(const std::vector<uint32_t> &areas) const;
    bool showsTheSame(const std::vector<uint32_t> &areas) const;
    void setOrder(std::vector<uint32_t> areas);
    bool rearrange(bool sortsAnew);
    void reorder(std::vector<uint32_t> areas);
    void takeReset();
    void takeChange(int firstColumn, int lastColumn, const QList<int> &roles);

    const AreaTableModel &m_model;
    int m_column = -1; ///< of the sort; -1 for none
    Qt::SortOrder m_order = Qt::AscendingOrder;
    TableFilter m_filter;
    std::vector<uint32_t> m_all;   ///< every area in order
    std::vector<uint32_t> m_areas; ///< for each row
    std::vector<int> m_rows;       ///< for each area
};

} // namespace atlas
