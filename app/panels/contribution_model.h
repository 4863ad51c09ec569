#pragma once

#include <QAbstractTableModel>

#include <vector>

namespace atlas {

class AtlasState;

/// Why the current area ranks where it does: one row for each indicator, the one that pushes it up most
/// first, with its value, the mean of all areas, and its z-score. Indicators that are switched off come last.
class ContributionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Raw, Mean, Z, ColumnCount };
    /// The z-score of a row as a number, for the bar; NaN when there is none.
    static constexpr int zRole = Qt::UserRole;
    /// The greatest distance from zero over all areas and indicators, so that bars can be compared.
    static constexpr int zLimitRole = Qt::UserRole + 1;

    explicit ContributionModel(const AtlasState &state, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void rebuild();
    double zOf(size_t indicator) const;
    QString text(size_t indicator, int column) const;
    /// Of the weight of all that the current area is scored on.
    double weightPercent(size_t indicator) const;
    QString toolTip(size_t indicator) const;

    const AtlasState &m_state;
    std::vector<size_t> m_order; ///< indicators, as shown
    double m_zLimit = 1;
};

} // namespace atlas
