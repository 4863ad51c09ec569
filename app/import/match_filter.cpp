#include "app/import/match_filter.h"

#include "app/import/match_model.h"
#include "core/indicators/name_matching.h"

namespace atlas {

MatchFilter::MatchFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(MatchModel::sortRole);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void MatchFilter::setText(const QString &text)
{
    m_folded = foldName(text);
    invalidateFilter();
}

void MatchFilter::setKinds(int kinds)
{
    m_kinds = kinds;
    invalidateFilter();
}

bool MatchFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QAbstractItemModel &model = *sourceModel();
    if (m_kinds != 0 && (model.index(row, 0, parent).data(MatchModel::kindRole).toInt() & m_kinds) == 0)
        return false;
    if (m_folded.isEmpty())
        return true;
    for (int column = 0; column < model.columnCount(parent); ++column)
        if (foldName(model.index(row, column, parent).data().toString()).contains(m_folded))
            return true;
    return false;
}

} // namespace atlas
