#pragma once

#include <QSortFilterProxyModel>

namespace atlas {

class AreaTableModel;

/// The table in an order: missing values last whichever way it is sorted, ties by name.
class AreaSortModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit AreaSortModel(AreaTableModel *model, QObject *parent = nullptr);

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const AreaTableModel &m_model;
};

} // namespace atlas
