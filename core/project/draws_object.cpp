#include "core/project/draws_object.h"

#include "core/project/object_reader.h"
#include "core/robustness/assumptions.h"

#include <QString>

#include <cmath>

namespace atlas {

uint64_t readSeed(ObjectReader &reader, const char *key, const QJsonValue &text)
{
    bool isWhole = false;
    const qulonglong seed = text.toString().toULongLong(&isWhole);
    if (!isWhole)
        reader.fail(key, text);
    return seed;
}

QJsonObject drawsObject(const DrawSettings &draws)
{
    return {{QStringLiteral("count"), draws.draws},
            {QStringLiteral("seed"), QString::number(draws.seed)},
            {QStringLiteral("vary"), varyText(draws.assumptions)}};
}

std::optional<DrawSettings> readDraws(ObjectReader &reader, const char *key, DrawsMade made)
{
    const QJsonObject object = reader.object(key);
    if (object.isEmpty())
        return {};
    const double count = object.value(QLatin1String("count")).toDouble();
    const QJsonValue vary = object.value(QLatin1String("vary"));
    const bool isNothing = made == DrawsMade::NotYet && vary == QJsonValue(QString());
    const auto assumptions = isNothing ? Assumptions{.rounding = false, .weights = WeightDraw::Kept}
                                       : assumptionsOf(vary.toString());
    const bool isCount = count >= 1 && count <= DrawSettings::mostDraws && count == std::floor(count);
    if (!isCount)
        reader.fail("count", object.value(QLatin1String("count")));
    if (!assumptions)
        reader.fail("vary", vary);
    return DrawSettings{.assumptions = assumptions.value_or(Assumptions()),
                        .draws = isCount ? static_cast<int>(count) : 1,
                        .seed = readSeed(reader, "seed", object.value(QLatin1String("seed")))};
}

} // namespace atlas
