#include "app/dialogs/issues_model.h"

#include "app/widgets/data_text.h"

#include <QApplication>
#include <QIcon>
#include <QStyle>

namespace atlas {

namespace {

QString textOf(const Issue &issue, int column)
{
    switch (column) {
    case IssuesModel::Kind:
        return issue.severity == Severity::Warning ? IssuesModel::tr("Warning") : IssuesModel::tr("Note");
    case IssuesModel::Message:
        return issue.message;
    case IssuesModel::File:
        return issue.file;
    case IssuesModel::Row:
        return issue.row > 0 ? QString::number(issue.row) : QString();
    default:
        return {};
    }
}

QVariant sortKey(const Issue &issue, int column)
{
    if (column == IssuesModel::Kind)
        return issue.severity == Severity::Warning ? 0 : 1;
    return column == IssuesModel::Row ? QVariant(issue.row) : QVariant(textOf(issue, column));
}

QIcon iconOf(Severity severity)
{
    return QApplication::style()->standardIcon(
        severity == Severity::Warning ? QStyle::SP_MessageBoxWarning : QStyle::SP_MessageBoxInformation);
}

} // namespace

void IssuesModel::setIssues(const Issues &issues)
{
    beginResetModel();
    m_issues = issues;
    endResetModel();
}

int IssuesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_issues.size());
}

int IssuesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IssuesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Issue &remark = issue(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(remark, index.column());
    case Qt::ToolTipRole:
        return index.column() == Message || index.column() == File
                   ? plainToolTip(textOf(remark, index.column()))
                   : QVariant();
    case Qt::DecorationRole:
        return index.column() == Kind ? iconOf(remark.severity) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (index.column() == Row ? Qt::AlignRight : Qt::AlignLeft));
    case sortRole:
        return sortKey(remark, index.column());
    default:
        return {};
    }
}

QVariant IssuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == Row ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return tr("Kind");
    case Message:
        return tr("Remark");
    case File:
        return tr("File");
    case Row:
        return tr("Row");
    default:
        return {};
    }
}

} // namespace atlas
