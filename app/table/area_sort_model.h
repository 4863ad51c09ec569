#pragma once

#include <QAbstractProxyModel>

#include <cstdint>
#include <vector>

namespace atlas {

class AreaTableModel;

/// The table in an order: missing values last whichever way it is sorted, ties by name. Sorted anew whenever
/// the figures change. Until sort() is called the areas stand as in the dataset.
class AreaSortModel : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit AreaSortModel(AreaTableModel *model, QObject *parent = nullptr);

    /// The areas as the rows stand now, from the top.
    const std::vector<uint32_t> &areas() const { return m_areas; }
    size_t areaOfRow(int row) const { return m_areas[static_cast<size_t>(row)]; }
    int rowOfArea(size_t area) const { return m_rows[area]; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QModelIndex mapToSource(const QModelIndex &index) const override;
    QModelIndex mapFromSource(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    std::vector<uint32_t> wantedOrder() const;
    void setOrder(std::vector<uint32_t> areas);
    void reorder();
    void takeReset();
    void takeChange(int firstColumn, int lastColumn);

    const AreaTableModel &m_model;
    int m_column = -1; ///< of the sort; -1 for none
    Qt::SortOrder m_order = Qt::AscendingOrder;
    std::vector<uint32_t> m_areas; ///< for each row
    std::vector<int> m_rows;       ///< for each area
};

} // namespace atlas
