#include "core/help/help_example.h"

#include "core/index/method_words.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace atlas {

namespace {

Error unknown(const QString &what)
{
    return {QStringLiteral("The help knows no %1.").arg(what), {}};
}

/// Sets a choice by its word; false when there is no such word.
template <typename Choice>
bool choose(Choice &choice, const Words<Choice> &words, const QString &wanted)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const auto &entry) { return entry.first == wanted; });
    if (found == words.end())
        return false;
    choice = found->second;
    return true;
}

bool setWord(HelpExample &example, const QString &key, const QString &word)
{
    IndexSettings &settings = example.settings;
    if (key == QLatin1String("scale"))
        return choose(settings.scale.normalisation, normalisationWords(), word);
    if (key == QLatin1String("deviation"))
        return choose(settings.scale.standardDeviation, standardDeviationWords(), word);
    if (key == QLatin1String("missing"))
        return choose(settings.scale.missing, missingRuleWords(), word);
    if (key == QLatin1String("outliers"))
        return choose(settings.scale.outliers, outlierRuleWords(), word);
    if (key == QLatin1String("levels"))
        return choose(settings.levels, levelsWords(), word);
    if (key == QLatin1String("weighting"))
        return choose(settings.weighting, weightingWords(), word);
    if (key == QLatin1String("aggregation"))
        return choose(settings.aggregation, aggregationWords(), word);
    if (key == QLatin1String("ranks"))
        return choose(settings.rankRule, rankRuleWords(), word);
    return key == QLatin1String("quantiles") && choose(example.scheme.rule, quantileRuleWords(), word);
}

bool setNumber(HelpExample &example, const QString &key, double number)
{
    constexpr double whole = 100;
    if (key == QLatin1String("low"))
        example.settings.scale.low = number;
    else if (key == QLatin1String("high"))
        example.settings.scale.high = number;
    else if (key == QLatin1String("threshold"))
        example.settings.threshold = number / whole;
    else if (key == QLatin1String("classes"))
        example.scheme.classCount = static_cast<int>(number);
    else
        return false;
    return true;
}

/// Another value of a cell, or none.
Result<Done> setCell(HelpExample &example, const QStringList &parts)
{
    const auto area = exampleArea(example, parts.value(0));
    const auto indicator = exampleIndicator(example, parts.value(1));
    if (!area || !indicator)
        return area ? indicator.error() : area.error();
    auto changed = std::make_shared<Dataset>(*example.data);
    CellValue &cell = changed->cells[*indicator][*area];
    cell = parts.size() > 2 ? CellValue{parts[2].toDouble(), Missing::No, {}} : CellValue{};
    example.data = std::move(changed);
    return Done{};
}

/// A group of these areas; the others are in none.
Result<Done> setGroup(HelpExample &example, const QStringList &names)
{
    GroupColumn column{.code = QStringLiteral("group"),
                       .texts = std::vector<QString>(example.data->areas.size())};
    for (const QString &name : names) {
        const auto area = exampleArea(example, name);
        if (!area)
            return area.error();
        column.texts[*area] = column.code;
    }
    auto changed = std::make_shared<Dataset>(*example.data);
    changed->groups = {std::move(column)};
    example.data = std::move(changed);
    return Done{};
}

void setBreaks(HelpExample &example, const QStringList &numbers)
{
    std::vector<double> breaks;
    for (const QString &number : numbers)
        breaks.push_back(number.toDouble());
    example.scheme = ClassScheme(static_cast<int>(numbers.size()) + 1, std::move(breaks));
}

Result<Done> setOfIndicator(HelpExample &example, const QString &key, const QStringList &parts)
{
    const auto indicator = exampleIndicator(example, parts.value(0));
    if (!indicator)
        return indicator.error();
    const QString &code = parts.front();
    if (key == QLatin1String("weight")) {
        example.settings.weights[code] = parts.value(1).toDouble();
    } else if (key == QLatin1String("reference")) {
        example.settings.scale.references[code] = {parts.value(1).toDouble(), parts.value(2).toDouble()};
    } else {
        for (const Indicator &other : example.data->metadata.indicators)
            if (other.code != code)
                example.settings.excluded.insert(other.code);
    }
    return Done{};
}

Result<Done> set(HelpExample &example, const QString &key, const QString &value)
{
    const QStringList parts = value.split(QLatin1Char(':'));
    if (key == QLatin1String("blank") || key == QLatin1String("value"))
        return setCell(example, parts);
    if (key == QLatin1String("weight") || key == QLatin1String("reference") || key == QLatin1String("only"))
        return setOfIndicator(example, key, parts);
    if (key == QLatin1String("group"))
        return setGroup(example, value.split(QLatin1Char('+')));
    if (key == QLatin1String("breaks")) {
        setBreaks(example, parts);
        return Done{};
    }
    if (key == QLatin1String("area")) {
        const auto area = exampleArea(example, value);
        if (!area)
            return area.error();
        example.settings.scale.referenceArea = example.data->areas[*area].code.text;
        return Done{};
    }
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if ((isNumber && setNumber(example, key, number)) || setWord(example, key, value))
        return Done{};
    return unknown(QStringLiteral("setting %1=%2").arg(key, value));
}

} // namespace

Result<HelpExample> helpExample(const std::shared_ptr<const Dataset> &data, const QString &settings)
{
    HelpExample example{.data = data};
    for (const QString &setting : settings.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto done = set(example, setting.section(QLatin1Char('='), 0, 0).trimmed(),
                              setting.section(QLatin1Char('='), 1).trimmed());
        if (!done)
            return done.error();
    }
    example.result = computeIndex(*example.data, example.settings);
    return example;
}

Result<size_t> exampleArea(const HelpExample &example, const QString &name)
{
    const auto &areas = example.data->areas;
    const auto found =
        std::find_if(areas.begin(), areas.end(), [&name](const Area &area) { return area.name == name; });
    if (found == areas.end())
        return unknown(QStringLiteral("area %1").arg(name));
    return static_cast<size_t>(found - areas.begin());
}

Result<size_t> exampleIndicator(const HelpExample &example, const QString &code)
{
    const auto found = example.data->findIndicator(code);
    if (!found)
        return unknown(QStringLiteral("indicator %1").arg(code));
    return *found;
}

} // namespace atlas
