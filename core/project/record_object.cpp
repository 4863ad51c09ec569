#include "core/project/record_object.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace atlas {

namespace {

constexpr size_t mostCells = 2'000'000;

QJsonValue cellValue(const CellValue &cell)
{
    if (cell.isMissing())
        return cell.typed;
    return cell.typed.isEmpty() ? QJsonValue(cell.number) : QJsonValue(QJsonArray{cell.number, cell.typed});
}

std::optional<CellValue> readCell(const QJsonValue &value)
{
    if (value.isString())
        return CellValue{.missing = Missing::Blank, .typed = value.toString()};
    const QJsonArray marked = value.toArray();
    const QJsonValue number = value.isArray() ? marked.at(0) : value;
    if (!number.isDouble())
        return {};
    return CellValue{.number = number.toDouble(), .missing = Missing::No, .typed = marked.at(1).toString()};
}

/// No more than its head says, and that in bounds.
QByteArray uncompressed(const QByteArray &bytes)
{
    constexpr quint32 largest = 256U << 20;
    if (bytes.size() < static_cast<qsizetype>(sizeof(quint32))
        || qFromBigEndian<quint32>(bytes.constData()) > largest)
        return {};
    return qUncompress(bytes);
}

} // namespace

QString recordText(const DataRecord &record)
{
    if (record.isEmpty() || record.areas.size() * record.cells.size() > mostCells)
        return {};
    QJsonArray areas;
    for (const auto &area : record.areas)
        areas.append(QJsonArray{area.code.text, area.name});
    QJsonArray cells;
    for (const auto &column : record.cells) {
        QJsonArray values;
        for (const CellValue &cell : column)
            values.append(cellValue(cell));
        cells.append(values);
    }
    const QJsonObject object{{QStringLiteral("columns"), QJsonArray::fromStringList(record.columns)},
                             {QStringLiteral("areas"), areas},
                             {QStringLiteral("cells"), cells}};
    return QString::fromLatin1(qCompress(QJsonDocument(object).toJson(QJsonDocument::Compact)).toBase64());
}

std::optional<DataRecord> readRecord(const QString &text)
{
    const auto bytes =
        QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return {};
    const QJsonObject object = QJsonDocument::fromJson(uncompressed(*bytes)).object();
    DataRecord record;
    for (const QJsonValue column : object.value(QLatin1String("columns")).toArray())
        record.columns << column.toString();
    for (const QJsonValue area : object.value(QLatin1String("areas")).toArray())
        record.areas.push_back({{area.toArray().at(0).toString()}, area.toArray().at(1).toString()});
    for (const QJsonValue column : object.value(QLatin1String("cells")).toArray()) {
        std::vector<CellValue> cells;
        for (const QJsonValue value : column.toArray()) {
            auto cell = readCell(value);
            if (!cell)
                return {};
            cells.push_back(*std::move(cell));
        }
        if (cells.size() != record.areas.size())
            return {};
        record.cells.push_back(std::move(cells));
    }
    if (record.isEmpty() || static_cast<qsizetype>(record.cells.size()) != record.columns.size())
        return {};
    return record;
}

} // namespace atlas
