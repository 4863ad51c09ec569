#include "core/aggregation/add_up_rule.h"

#include "core/aggregation/text.h"
#include "core/common/number_range.h"
#include "core/common/number_text.h"

#include <array>
#include <utility>

namespace atlas {

namespace {

using Condition = AddUpRule::Condition;
using Kind = AddUpRule::Kind;

constexpr double hundred = 100;

/// Longer signs first, as "<" begins "<=".
const std::array<std::pair<QLatin1String, Condition>, 5> &conditionSigns()
{
    static const std::array<std::pair<QLatin1String, Condition>, 5> signs = {
        {{QLatin1String("<="), Condition::LessOrEqual},
         {QLatin1String(">="), Condition::GreaterOrEqual},
         {QLatin1String("<"), Condition::Less},
         {QLatin1String(">"), Condition::Greater},
         {QLatin1String("="), Condition::Equal}}};
    return signs;
}

QString signOf(Condition condition)
{
    for (const auto &[sign, meaning] : conditionSigns())
        if (meaning == condition)
            return sign;
    return {};
}

/// Numerator and denominator, or with their counts a value and a weight.
struct Sums
{
    double above = 0;
    double below = 0;
};

void add(Sums &sums, const AddUpRule &rule, const AddUpPart &part)
{
    const double value = part.value->number;
    const double beside = part.beside ? part.beside->number : 1;
    switch (rule.kind) {
    case Kind::Sum:
        sums.above += part.count * value;
        sums.below = 1;
        return;
    case Kind::Mean:
        sums.above += part.count * beside * value;
        sums.below += part.count * beside;
        return;
    case Kind::Rate:
        sums.above += hundred * part.count * value;
        sums.below += part.count * beside;
        return;
    case Kind::Share:
        sums.above += meets(value, rule) ? hundred * part.count : 0;
        sums.below += part.count;
        return;
    }
}

/// Why there is no figure: as the first part says that has none.
CellValue reasonOf(std::span<const AddUpPart> parts)
{
    for (const AddUpPart &part : parts)
        for (const CellValue *cell : {part.value, part.beside})
            if (cell && cell->isMissing())
                return {.missing = cell->missing, .typed = cell->typed};
    return {};
}

std::optional<AddUpRule> shareOf(const QString &text)
{
    for (const auto &[sign, condition] : conditionSigns()) {
        const qsizetype place = text.lastIndexOf(sign);
        if (place < 0)
            continue;
        if (place == 0)
            return {};
        const auto bound = parseNumber(text.mid(place + sign.size()).trimmed());
        if (!bound)
            return {};
        return AddUpRule{.kind = Kind::Share,
                         .column = text.left(place).trimmed(),
                         .condition = condition,
                         .bound = *bound};
    }
    return {};
}

} // namespace

bool meets(double value, const AddUpRule &rule)
{
    switch (rule.condition) {
    case Condition::Less:
        return value < rule.bound;
    case Condition::LessOrEqual:
        return value <= rule.bound;
    case Condition::Equal:
        return value == rule.bound;
    case Condition::GreaterOrEqual:
        return value >= rule.bound;
    case Condition::Greater:
        break;
    }
    return value > rule.bound;
}

AddedCell addUpParts(const AddUpRule &rule, std::span<const AddUpPart> parts)
{
    Sums sums;
    AddedCell added;
    for (const AddUpPart &part : parts) {
        if (part.value->isMissing() || (part.beside && part.beside->isMissing()))
            continue;
        add(sums, rule, part);
        added.counted += part.count;
    }
    if (added.counted == 0) {
        added.cell = reasonOf(parts);
        return added;
    }
    if (!(sums.below > 0)) {
        added.isDividedByZero = true;
        added.cell = {.missing = Missing::NotApplicable, .typed = exactNumber(sums.above)};
        return added;
    }
    const double result = sums.above / sums.below;
    if (isComputable(result))
        added.cell = {result, Missing::No, {}};
    else
        added.cell = {.missing = Missing::OutOfRange, .typed = exactNumber(result)};
    return added;
}

QString valueColumn(const QString &code, const AddUpRule &rule)
{
    return rule.kind == Kind::Rate || rule.kind == Kind::Share ? rule.column : code;
}

QString besideColumn(const AddUpRule &rule)
{
    if (rule.kind == Kind::Mean)
        return rule.column;
    return rule.kind == Kind::Rate ? rule.denominator : QString();
}

QStringList columnsOf(const QString &code, const AddUpRule &rule)
{
    QStringList columns = {valueColumn(code, rule)};
    if (const QString beside = besideColumn(rule); !beside.isEmpty())
        columns << beside;
    return columns;
}

QString ruleText(const AddUpRule &rule)
{
    switch (rule.kind) {
    case Kind::Sum:
        return QStringLiteral("sum");
    case Kind::Mean:
        return QStringLiteral("mean:") + rule.column;
    case Kind::Rate:
        return QStringLiteral("rate:") + rule.column + QLatin1Char('/') + rule.denominator;
    case Kind::Share:
        break;
    }
    return QStringLiteral("share:") + rule.column + signOf(rule.condition) + exactNumber(rule.bound);
}

std::optional<AddUpRule> ruleOf(const QString &text)
{
    const QString kind = text.section(QLatin1Char(':'), 0, 0).trimmed();
    const QString rest = text.section(QLatin1Char(':'), 1).trimmed();
    if (kind == QLatin1String("sum") && rest.isEmpty())
        return AddUpRule{.kind = Kind::Sum};
    if (kind == QLatin1String("mean") && !rest.isEmpty())
        return AddUpRule{.kind = Kind::Mean, .column = rest};
    if (kind == QLatin1String("share"))
        return shareOf(rest);
    if (kind != QLatin1String("rate") || rest.count(QLatin1Char('/')) != 1)
        return {};
    const AddUpRule rate{.kind = Kind::Rate,
                         .column = rest.section(QLatin1Char('/'), 0, 0).trimmed(),
                         .denominator = rest.section(QLatin1Char('/'), 1).trimmed()};
    return rate.column.isEmpty() || rate.denominator.isEmpty() ? std::nullopt : std::optional(rate);
}

QString ruleSentence(const QString &code, const AddUpRule &rule)
{
    switch (rule.kind) {
    case Kind::Sum:
        return Text::tr("the sum of %1").arg(code);
    case Kind::Mean:
        return Text::tr("the mean of %1, weighted by %2").arg(code, rule.column);
    case Kind::Rate:
        return Text::tr("%1 for each 100 of %2").arg(rule.column, rule.denominator);
    case Kind::Share:
        break;
    }
    return Text::tr("the per cent of areas with %1 %2 %3")
        .arg(rule.column, signOf(rule.condition), exactNumber(rule.bound));
}

} // namespace atlas
