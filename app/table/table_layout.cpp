#include "app/table/table_layout.h"

#include <QJsonArray>
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
const QString hiddenKey = QStringLiteral("hidden");
const QString movedKey = QStringLiteral("moved");
const QString changeSinceKey = QStringLiteral("changeSince");

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue text : array)
        texts << text.toString();
    return texts;
}

} // namespace

QByteArray TableLayout::toBytes() const
{
    QJsonObject widthsObject;
    for (auto width = widths.begin(); width != widths.end(); ++width)
        widthsObject.insert(width.key(), width.value());
    QStringList hiddenList(hidden.begin(), hidden.end());
    hiddenList.sort();
    QJsonObject layout = {{sortedByKey, sortedBy},
                          {descendingKey, order == Qt::DescendingOrder},
                          {widthsKey, widthsObject},
                          {hiddenKey, QJsonArray::fromStringList(hiddenList)},
                          {movedKey, QJsonArray::fromStringList(moved)}};
    if (!changeSince.isEmpty())
        layout.insert(changeSinceKey, changeSince);
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
    const QStringList hiddenList = textsOf(object.value(hiddenKey));
    layout.hidden = QSet<QString>(hiddenList.begin(), hiddenList.end());
    layout.moved = textsOf(object.value(movedKey));
    layout.changeSince = object.value(changeSinceKey).toString();
    return layout;
}

QStringList inOrder(const QStringList &columns, const QStringList &wanted)
{
    QStringList ordered;
    for (const QString &column : wanted)
        if (columns.contains(column) && !ordered.contains(column))
            ordered << column;
    for (qsizetype i = 0; i < columns.size(); ++i)
        if (!ordered.contains(columns[i]))
            ordered.insert(i == 0 ? 0 : ordered.indexOf(columns[i - 1]) + 1, columns[i]);
    return ordered;
}

} // namespace atlas
