#include "core/project/description_object.h"

#include "core/indicators/indicator.h"
#include "core/project/object_reader.h"

#include <QJsonValue>

#include <array>
#include <utility>

namespace atlas {

namespace {

using DescribedText = std::pair<const char *, QString ColumnDescription::*>;

constexpr std::array<DescribedText, 5> texts = {{{"name", &ColumnDescription::name},
                                                 {"unit", &ColumnDescription::unit},
                                                 {"domain", &ColumnDescription::domain},
                                                 {"source", &ColumnDescription::source},
                                                 {"period", &ColumnDescription::period}}};

QJsonObject objectOf(const ColumnDescription &said)
{
    QJsonObject object;
    for (const auto &[key, text] : texts)
        if (!(said.*text).isEmpty())
            object[QLatin1String(key)] = said.*text;
    if (said.direction)
        object[QLatin1String("direction")] = static_cast<int>(*said.direction);
    if (said.weight)
        object[QLatin1String("weight")] = *said.weight;
    if (said.decimals)
        object[QLatin1String("decimals")] = *said.decimals;
    return object;
}

ColumnDescription readDescription(ObjectReader &reader)
{
    constexpr int mostDecimals = 9;
    ColumnDescription said;
    for (const auto &[key, text] : texts)
        reader.text(key, said.*text);
    if (reader.has("direction")) {
        const double direction = reader.value("direction").toDouble();
        if (direction != 1 && direction != -1)
            reader.fail("direction", reader.value("direction"));
        said.direction = direction < 0 ? Direction::LowerIsMoreDisengaged : Direction::HigherIsMoreDisengaged;
    }
    if (reader.has("weight")) {
        const double weight = reader.value("weight").toDouble();
        if (isWeight(weight))
            said.weight = weight;
        else
            reader.fail("weight", reader.value("weight"));
    }
    if (reader.has("decimals")) {
        const int decimals = reader.value("decimals").toInt(-1);
        if (decimals >= 0 && decimals <= mostDecimals)
            said.decimals = decimals;
        else
            reader.fail("decimals", reader.value("decimals"));
    }
    return said;
}

} // namespace

QJsonObject descriptionsObject(const ImportPlan &plan)
{
    QJsonObject object;
    for (const auto &[header, said] : plan.descriptions)
        if (said != ColumnDescription())
            object[header] = objectOf(said);
    return object;
}

void readDescriptions(ObjectReader &reader, ImportPlan &plan)
{
    const QJsonObject object = reader.object("descriptions");
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!member.value().isObject())
            reader.fail("descriptions", member.key(), member.value());
        ObjectReader inside = reader.inside(member.value().toObject());
        plan.descriptions[member.key()] = readDescription(inside);
        reader.take(inside);
    }
}

QJsonObject matchesObject(const ImportPlan &plan)
{
    QJsonObject object;
    for (const auto &[figures, boundary] : plan.matches)
        object[figures] = boundary;
    return object;
}

void readMatches(ObjectReader &reader, ImportPlan &plan)
{
    const QJsonObject object = reader.object("matches");
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!member.value().isString())
            reader.fail("matches", member.key(), member.value());
        plan.matches[member.key()] = member.value().toString();
    }
}

} // namespace atlas
