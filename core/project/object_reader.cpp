#include "core/project/object_reader.h"

#include "core/common/number_range.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <utility>
#include <vector>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ObjectReader)
};

/// A value as a message quotes it.
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
            fail(key, it.key());
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

void ObjectReader::fail(const char *key, const QJsonValue &value)
{
    if (!m_error)
        m_error = Error{Text::tr("%1: \"%2\" is not understood as %3. Correct it, or leave it out.")
                            .arg(m_file, quoted(value), QLatin1String(key)),
                        {}};
}

void ObjectReader::refuseOthers(const QStringList &keys)
{
    for (const QString &key : m_object.keys())
        if (!m_error && !keys.contains(key))
            m_error = Error{Text::tr("%1: \"%2\" is no name that is known there. Correct it, or leave it "
                                     "out.")
                                .arg(m_file, key),
                            {}};
}

} // namespace atlas
