#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace atlas {

/// How the user has arranged the table. Columns go by their lasting names, so that it holds for other data.
struct TableLayout
{
    QString sortedBy = QStringLiteral("rank");
    Qt::SortOrder order = Qt::AscendingOrder;
    QHash<QString, int> widths; ///< of the columns whose width was set by hand
    QSet<QString> hidden = {};
    QStringList moved = {};   ///< the columns from the left once any has been moved; else empty
    QString changeSince = {}; ///< the period that columns say the change since; empty for no such columns

    QByteArray toBytes() const;
    /// Nothing when the bytes are not what toBytes() gives.
    static std::optional<TableLayout> fromBytes(const QByteArray &bytes);

    bool operator==(const TableLayout &) const = default;
};

/// The columns in the order wanted; those that `wanted` does not name stand behind the one that they stand
/// behind in `columns`.
QStringList inOrder(const QStringList &columns, const QStringList &wanted);

} // namespace atlas
