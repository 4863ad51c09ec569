#pragma once

#include "app/import/direction_origin.h"
#include "core/indicators/indicator.h"

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace atlas {

/// An indicator as it will be, and what is to be known of it while a person describes it.
struct DescribedIndicator
{
    Indicator indicator;
    QString domainName;
    DirectionOrigin origin = DirectionOrigin::Metadata;
    QString brief; ///< what its figures are like, in a few words
};

/// The indicators as a list, a row each.
class DescribeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Points, Domain, Figures, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Keeps the selection where the same indicators come again.
    void setIndicators(std::vector<DescribedIndicator> indicators);
    const std::vector<DescribedIndicator> &indicators() const { return m_indicators; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<DescribedIndicator> m_indicators;
};

} // namespace atlas
