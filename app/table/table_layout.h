#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace atlas {

/// How the user has arranged the table. Columns go by their lasting names, so that it holds for other data.
struct TableLayout
{
    QString sortedBy = QStringLiteral("rank");
    Qt::SortOrder order = Qt::AscendingOrder;
    QHash<QString, int> widths; ///< of the columns whose width was set by hand

    QByteArray toBytes() const;
    /// Nothing when the bytes are not what toBytes() gives.
    static std::optional<TableLayout> fromBytes(const QByteArray &bytes);

    bool operator==(const TableLayout &) const = default;
};

} // namespace atlas
