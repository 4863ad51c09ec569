#pragma once

#include <QSortFilterProxyModel>

namespace atlas {

/// The rows of a MatchModel that hold a text in one of their columns and are of some kind.
class MatchFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit MatchFilter(QObject *parent = nullptr);

    /// Spelling counts as little as in foldName(); empty for all.
    void setText(const QString &text);
    /// Any of these kinds, added up; 0 for all.
    void setKinds(int kinds);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_folded;
    int m_kinds = 0;
};

} // namespace atlas
