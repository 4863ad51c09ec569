#pragma once

#include "core/common/issue.h"

#include <QAbstractTableModel>

namespace atlas {

/// Remarks as a table: one row each.
class IssuesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Kind, Message, File, Row, ColumnCount };
    /// What to sort by: a number for Kind (warnings first) and Row, else the text.
    static constexpr int sortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setIssues(const Issues &issues);
    const Issue &issue(int row) const { return m_issues[static_cast<size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Issues m_issues;
};

} // namespace atlas
