#include "core/project/object_reader.h"

#include "core/common/number_range.h"
#include "core/project/text.h"

#include <QJsonDocument>

#include <utility>
#include <vector>

namespace atlas {

namespace {

/// A value as quoted in messages.
QString quoted(const QJsonValue &value)
{
    constexpr qsizetype most = 60;
    QString text = value.toVariant().toString();
    if (value.isArray())
        text = QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    else if (value.isObject())
        text = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return text.size() > most ? text.left(most) + QChar(0x2026) : text;
}

bool isScale(const QJsonValue &value)
{
    return value.isDouble() && isComputableScale(value.toDouble());
}

} // namespace

ObjectReader::ObjectReader(QJsonObject object, QString file)
    : m_object(std::move(object)), m_file(std::move(file))
{}

void ObjectReader::number(const char *key, double &target)
{
    if (value(key).isDouble() && isComputable(value(key).toDouble()))
        target = value(key).toDouble();
    else if (has(key))
        fail(key, value(key));
}

void ObjectReader::flag(const char *key, bool &target)
{
    if (value(key).isBool())
        target = value(key).toBool();
    else if (has(key))
        fail(key, value(key));
}

void ObjectReader::text(const char *key, QString &target)
{
    if (value(key).isString())
        target = value(key).toString();
    else if (has(key))
        fail(key, value(key));
}

void ObjectReader::breaks(const char *key, ClassScheme &target)
{
    const QJsonArray bounds = array(key);
    std::vector<double> breaks;
    bool rise = true;
    for (const QJsonValue bound : bounds) {
        rise = rise && bound.isDouble() && (breaks.empty() || bound.toDouble() > breaks.back());
        breaks.push_back(bound.toDouble());
    }
    if (!rise || (!breaks.empty() && breaks.size() + 1 != static_cast<size_t>(target.classCount)))
        fail(key, bounds);
    else
        target.breaks = std::move(breaks);
}

void ObjectReader::pairs(const char *key, std::map<QString, ReferenceValues> &target)
{
    const QJsonObject values = object(key);
    for (auto it = values.begin(); it != values.end(); ++it) {
        const QJsonArray pair = it.value().toArray();
        if (pair.size() != 2 || !isScale(pair[0]) || !isScale(pair[1]))
            fail(key, it.key(), it.value());
        else
            target[it.key()] = {pair[0].toDouble(), pair[1].toDouble()};
    }
}

QJsonObject ObjectReader::object(const char *key)
{
    if (has(key) && !value(key).isObject())
        fail(key, value(key));
    return value(key).toObject();
}

QJsonArray ObjectReader::array(const char *key)
{
    if (has(key) && !value(key).isArray())
        fail(key, value(key));
    return value(key).toArray();
}

QStringList ObjectReader::texts(const char *key)
{
    QStringList texts;
    const QJsonArray values = array(key);
    for (const QJsonValue text : values) {
        if (!text.isString())
            fail(key, text);
        texts << text.toString();
    }
    return texts;
}

void ObjectReader::take(const ObjectReader &inside)
{
    if (!m_error)
        m_error = inside.m_error;
}

void ObjectReader::fail(const QString &message)
{
    if (!m_error)
        m_error = Error{message, {}};
}

void ObjectReader::fail(const char *key, const QJsonValue &value)
{
    fail(Text::tr("%1: \"%2\" is not understood as %3. Correct it, or leave it out.")
             .arg(m_file, quoted(value), QLatin1String(key)));
}

void ObjectReader::fail(const char *key, const QString &code, const QJsonValue &value)
{
    fail(Text::tr("%1: \"%2\" is not understood as %3 of %4. Correct it, or leave it out.")
             .arg(m_file, quoted(value), QLatin1String(key), code));
}

void ObjectReader::refuseOthers(const QStringList &keys)
{
    for (const QString &key : m_object.keys())
        if (!keys.contains(key))
            fail(Text::tr("%1: \"%2\" is not a name this program knows. Correct it, or leave it out.")
                     .arg(m_file, key));
}

QJsonObject pairsObject(const std::map<QString, ReferenceValues> &values)
{
    QJsonObject object;
    for (const auto &[code, pair] : values)
        object.insert(code, QJsonArray{pair.first, pair.second});
    return object;
}

} // namespace atlas
