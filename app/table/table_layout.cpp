#include "app/table/table_layout.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace atlas {

namespace {

constexpr int leastWidth = 16;
constexpr int greatestWidth = 2000;

const QString sortedByKey = QStringLiteral("sortedBy");
const QString descendingKey = QStringLiteral("descending");
const QString widthsKey = QStringLiteral("widths");

} // namespace

QByteArray TableLayout::toBytes() const
{
    QJsonObject widthsObject;
    for (auto width = widths.begin(); width != widths.end(); ++width)
        widthsObject.insert(width.key(), width.value());
    const QJsonObject layout = {
        {sortedByKey, sortedBy}, {descendingKey, order == Qt::DescendingOrder}, {widthsKey, widthsObject}};
    return QJsonDocument(layout).toJson(QJsonDocument::Compact);
}

std::optional<TableLayout> TableLayout::fromBytes(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (!object.value(sortedByKey).isString())
        return {};
    TableLayout layout{.sortedBy = object.value(sortedByKey).toString(),
                       .order =
                           object.value(descendingKey).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder};
    const QJsonObject widthsObject = object.value(widthsKey).toObject();
    for (auto width = widthsObject.begin(); width != widthsObject.end(); ++width)
        layout.widths.insert(width.key(), std::clamp(width.value().toInt(), leastWidth, greatestWidth));
    return layout;
}

} // namespace atlas
