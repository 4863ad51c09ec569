#pragma once

#include "core/dataset/dataset.h"
#include "core/index/compare_ranks.h"

#include <QAbstractTableModel>
#include <QLocale>

#include <memory>
#include <vector>

namespace atlas {

/// The ranks by two methods as a table, one row for each area.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        FirstRank,
        SecondRank,
        Shift,
        FirstScore,
        SecondScore,
        FirstClass,
        SecondClass,
        ColumnCount
    };
    static constexpr int sortRole = Qt::UserRole; ///< a number, or the name; nothing if absent

    explicit ComparisonModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// A method's result, its title and its number of classes.
    struct Side
    {
        QString title;
        std::vector<double> ranks; ///< by area; 0 for none
        std::vector<double> scores;
        ClassScheme scheme = 4;
    };

    void show(std::shared_ptr<const Dataset> dataset, Side first, Side second, RankComparison comparison);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString kindOf(int section);
    QString textOf(size_t area, int column) const;
    double numberOf(size_t area, int column) const;

    std::shared_ptr<const Dataset> m_dataset;
    Side m_first;
    Side m_second;
    RankComparison m_comparison;
    QLocale m_locale;
};

} // namespace atlas
