#include "core/render/map_scene.h"

#include "core/common/number_text.h"
#include "core/common/plain_text.h"
#include "core/index/method_text.h"
#include "core/render/cell_format.h"
#include "core/render/colour_scale.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MapScene)
};

/// Units in words have no room in a legend.
QString unitOf(const ShownVariable &shown)
{
    return shown.unit == QLatin1String("%") ? shown.unit : QString();
}

QString fromTo(const ShownVariable &shown, const QString &from, const QString &to)
{
    return Text::tr("%1 to %2").arg(from, to) + unitOf(shown);
}

QString rangeText(const ShownVariable &shown, int classNumber, const QLocale &locale)
{
    const auto [low, high] = shown.range(classNumber);
    if (std::isnan(low))
        return Text::tr("none");
    const QString from = roundedNumber(low, shown.decimals, locale);
    const QString to = roundedNumber(high, shown.decimals, locale);
    return from == to ? to + unitOf(shown) : fromTo(shown, from, to);
}

/// How many areas there are in each class on the map; [0] is for those without a class.
std::vector<int> countsOnMap(const MapScene &scene, int classCount)
{
    std::vector<int> counts(static_cast<size_t>(classCount) + 1, 0);
    for (size_t shape = 0; shape < scene.classes.size(); ++shape)
        if (scene.boundaries().hasShape(shape))
            ++counts[static_cast<size_t>(scene.classes[shape])];
    return counts;
}

std::vector<LegendEntry> legendOf(const MapScene &scene, const ShownVariable &shown,
                                  const ClassScheme &scheme, const QLocale &locale)
{
    const int classCount = scheme.classCount;
    std::vector<LegendEntry> legend;
    const Classification &classes = shown.classification;
    const std::vector<int> counts = countsOnMap(scene, classCount);
    const auto offMap =
        static_cast<int>(shown.values.size()) - std::accumulate(counts.begin(), counts.end(), 0);
    for (int c = classes.breaks ? classCount : 0; c >= 1; --c) {
        LegendEntry entry{.colour = scene.classColours[static_cast<size_t>(c)],
                          .mark = scheme.breaks.empty() ? classMark(c, classCount) : QString::number(c)};
        entry.range = rangeText(shown, c, locale);
        entry.count = areaCountText(counts[static_cast<size_t>(c)]);
        if (c == classCount)
            entry.note = Text::tr("Most disengaged");
        else if (c == 1)
            entry.note = Text::tr("Least disengaged");
        legend.push_back(std::move(entry));
    }
    const auto addOther = [&legend](const QColor &colour, const QString &what, int count) {
        if (count > 0)
            legend.push_back({colour, {}, what, areaCountText(count), {}});
    };
    addOther(scene.classColours.front(), classes.breaks ? Text::tr("no value") : Text::tr("no class"),
             counts.front());
    addOther(QColor(), Text::tr("not on the map"), offMap);
    return legend;
}

LegendEntry widestEntry(const ShownVariable &shown, const QLocale &locale)
{
    constexpr int quartiles = 4; // the only classes with marks of two letters
    double least = 0;
    double farthest = 0;
    for (const double value : shown.values) {
        least = std::fmin(least, value);
        farthest = std::fmax(farthest, std::abs(value));
    }
    const QString number = roundedNumber(least < 0 ? -farthest : farthest, shown.decimals, locale);
    return {.mark = classMark(quartiles, quartiles),
            .range = fromTo(shown, number, number),
            .count = areaCountText(static_cast<int>(shown.values.size()))};
}

std::vector<QString> labelsOf(const Dataset &dataset, Labels kind)
{
    constexpr size_t mostNumbers = 500;
    const size_t count = dataset.boundaries->size();
    if (kind == Labels::None || (kind == Labels::Number && count > mostNumbers))
        return {};
    std::vector<QString> labels;
    labels.reserve(count);
    for (size_t area = 0; area < count; ++area)
        labels.push_back(kind == Labels::Number ? QString::number(dataset.areas[area].mapNumber)
                                                : dataset.areas[area].name);
    return labels;
}

std::vector<KeyEntry> keyOf(const Dataset &dataset)
{
    std::vector<size_t> order;
    for (size_t area = 0; area < dataset.areas.size(); ++area)
        if (dataset.hasShape(area))
            order.push_back(area);
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        return dataset.areas[a].mapNumber < dataset.areas[b].mapNumber;
    });
    std::vector<KeyEntry> key;
    key.reserve(order.size());
    for (const size_t area : order)
        key.push_back({QString::number(dataset.areas[area].mapNumber), plainLine(dataset.areas[area].name)});
    return key;
}

QString sourceLine(const Dataset &dataset)
{
    const QString outlines = dataset.boundariesAreApproximate
                                 ? Text::tr("approximate boundaries: %1").arg(dataset.boundarySource)
                                 : Text::tr("boundaries: %1").arg(dataset.boundarySource);
    return Text::tr("Source: %1; %2").arg(dataset.indicatorSource, outlines);
}

} // namespace

QString areaCountText(int count)
{
    return Text::tr("%n area(s)", nullptr, count);
}

MapScene makeMapScene(const Dataset &dataset, const IndexResult &result, const Choices &choices,
                      const Looks &looks, Theme theme, std::shared_ptr<const MapShapes> shapes,
                      const QLocale &locale)
{
    return makeMapScene(dataset, result,
                        showVariable(dataset, result, choices.index.rankRule, choices.shown, choices.scheme),
                        choices, looks, theme, std::move(shapes), locale);
}

MapScene makeMapScene(const Dataset &dataset, const IndexResult &result, const ShownVariable &shown,
                      const Choices &choices, const Looks &looks, Theme theme,
                      std::shared_ptr<const MapShapes> shapes, const QLocale &locale)
{
    MapScene scene;
    scene.shapes = std::move(shapes);
    scene.colours = mapColours(theme);
    scene.classes.assign(shown.classification.classes.begin(),
                         shown.classification.classes.begin()
                             + static_cast<ptrdiff_t>(dataset.boundaries->size()));
    scene.classColours = colourScale(looks.palette, choices.scheme.classCount);
    scene.colours.outline = lineBetween(scene.classColours, scene.colours.background, scene.colours.outline);
    scene.classColours.insert(scene.classColours.begin(), scene.colours.missing);
    std::transform(scene.classColours.begin(), scene.classColours.end(), std::back_inserter(scene.classInks),
                   readableOn);
    scene.legend = legendOf(scene, shown, choices.scheme, locale);
    scene.widest = widestEntry(shown, locale);
    scene.labels = labelsOf(dataset, looks.labels);
    if (looks.labels == Labels::Number && !scene.labels.empty())
        scene.key = keyOf(dataset);

    scene.title = shown.name;
    scene.rule = classRuleText(choices.scheme);
    if (shown.code == indexCode) {
        scene.rule = Text::tr("mean of %n indicator(s), ", nullptr, static_cast<int>(result.used.size()))
                     + methodText(choices.index, result) + QStringLiteral("; ") + scene.rule;
        if (result.used.empty()) {
            scene.rule = Text::tr("no indicator is switched on");
            scene.notice = Text::tr("Switch on at least one indicator");
        }
    } else if (const auto indicator = dataset.findIndicator(shown.code)) {
        const QString &period = dataset.indicator(*indicator).period;
        if (!period.isEmpty())
            scene.rule = period + QStringLiteral("; ") + scene.rule;
    }
    if (const QString tried = whatIfText(dataset); !tried.isEmpty())
        scene.rule = tried + QStringLiteral("; ") + scene.rule;
    if (scene.notice.isEmpty() && !shown.classification.breaks)
        scene.notice = Text::tr("The values are all equal or missing, so there are no classes to show");
    scene.source = sourceLine(dataset);
    for (QString *text : {&scene.title, &scene.rule, &scene.source})
        *text = plainLine(*text);
    return scene;
}

} // namespace atlas
