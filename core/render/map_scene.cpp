#include "core/render/map_scene.h"

#include "core/classification/bound_decimals.h"
#include "core/common/number_text.h"
#include "core/common/plain_text.h"
#include "core/dataset/load_dataset.h"
#include "core/index/method_text.h"
#include "core/render/cell_format.h"
#include "core/render/colour_scale.h"
#include "core/render/text.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <utility>

namespace atlas {

namespace {

/// Units in words have no room in a legend.
QString unitOf(const ShownVariable &shown)
{
    return shown.unit == QLatin1String("%") ? shown.unit : QString();
}

QString fromTo(const ShownVariable &shown, const QString &from, const QString &to)
{
    return Text::tr("%1 to %2").arg(from, to) + unitOf(shown);
}

/// The bounds of classes as words.
class RangeTexts
{
public:
    RangeTexts(const ShownVariable &shown, const QLocale &locale) : m_shown(shown), m_locale(locale)
    {
        for (size_t slot = 0; slot < shown.classification.lows.size(); ++slot)
            m_ranges.push_back(shown.range(static_cast<int>(slot) + 1));
        m_decimals = boundDecimals(m_ranges, shown.values, shown.decimals);
    }

    QString number(double value) const { return roundedNumber(value, m_decimals, m_locale); }
    /// With as many decimals as other classes of the same values may need.
    QString longest(double value) const
    {
        const bool areWhole = m_decimals == 0 && m_shown.decimals > 0;
        constexpr int plenty = 2; // see boundDecimals()
        const int most =
            std::max(m_decimals, std::min(m_shown.decimals + 1, std::max(m_shown.decimals, plenty)));
        return roundedNumber(value, areWhole ? 0 : most, m_locale);
    }

    QString of(int classNumber) const
    {
        const auto [low, high] = m_ranges[static_cast<size_t>(classNumber - 1)];
        if (std::isnan(low))
            return Text::tr("none");
        const QString from = number(low);
        const QString to = number(high);
        if (from == to)
            return to + unitOf(m_shown);
        const bool sharesItsBound = std::any_of(
            m_ranges.begin(), m_ranges.end(), [&, least = low](const std::pair<double, double> &other) {
                return other.second < least && number(other.second) == from;
            });
        return sharesItsBound ? Text::tr("over %1").arg(fromTo(m_shown, from, to))
                              : fromTo(m_shown, from, to);
    }

private:
    const ShownVariable &m_shown;
    const QLocale &m_locale;
    std::vector<std::pair<double, double>> m_ranges;
    int m_decimals = 0;
};

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
    const RangeTexts texts(shown, locale);
    const std::vector<int> counts = countsOnMap(scene, classCount);
    const auto offMap =
        static_cast<int>(shown.values.size()) - std::accumulate(counts.begin(), counts.end(), 0);
    for (int c = classes.breaks ? classCount : 0; c >= 1; --c) {
        LegendEntry entry{.colour = scene.classColours[static_cast<size_t>(c)],
                          .mark = classMark(c, scheme),
                          .classNumber = c};
        entry.range = texts.of(c);
        entry.count = areaCountText(counts[static_cast<size_t>(c)], locale);
        if (c == classCount)
            entry.note = Text::tr("Most disengaged");
        else if (c == 1)
            entry.note = Text::tr("Least disengaged");
        legend.push_back(std::move(entry));
    }
    const auto addOther = [&](const QColor &colour, const QString &what, int count) {
        if (count > 0)
            legend.push_back({colour, {}, what, areaCountText(count, locale), {}});
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
    const QString number = RangeTexts(shown, locale).longest(least < 0 ? -farthest : farthest);
    return {.mark = classMark(quartiles, quartiles),
            .range = Text::tr("over %1").arg(fromTo(shown, number, number)),
            .count = areaCountText(static_cast<int>(shown.values.size()), locale)};
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

/// The years that these periods name, in words: "2013 to 2015"; empty where they name none.
QString yearsText(const QStringList &periods)
{
    static const QRegularExpression year(
        QStringLiteral("\\b((?:19|20)[0-9]{2})(?:[-/\u2013]([0-9]{2})\\b)?"));
    int first = std::numeric_limits<int>::max();
    int last = 0;
    for (const QString &period : periods)
        for (auto it = year.globalMatch(period); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            const int begins = match.captured(1).toInt();
            constexpr int century = 100;
            int ends = match.hasCaptured(2) ? begins / century * century + match.captured(2).toInt() : begins;
            if (ends < begins)
                ends += century; // 1999/00
            first = std::min(first, begins);
            last = std::max({last, begins, ends});
        }
    if (last == 0)
        return {};
    return first == last ? QString::number(last) : Text::tr("%1 to %2").arg(first).arg(last);
}

/// The period on show, where the figures have several; else empty.
QString periodOnShow(const Dataset &dataset)
{
    return dataset.figuresPlan.periods.size() > 1 ? dataset.figuresPlan.period : QString();
}

/// What is read of the figures goes before what their metadata say in general.
QStringList periodsOf(const Dataset &dataset, const IndexResult &result, const ShownVariable &shown)
{
    if (const QString period = periodOnShow(dataset); !period.isEmpty())
        return {period};
    if (const auto indicator = dataset.findIndicator(shown.code))
        return {dataset.indicator(*indicator).period};
    QStringList periods;
    for (const size_t used : result.used)
        periods << dataset.indicator(used).period;
    return periods;
}

/// Where figures and outlines come from, of which years, and what may be done with those of the example.
QString sourceLine(const Dataset &dataset, const QStringList &periods)
{
    QString outlines = dataset.boundariesAreApproximate
                           ? Text::tr("approximate boundaries: %1").arg(dataset.boundarySource)
                           : Text::tr("boundaries: %1").arg(dataset.boundarySource);
    if (dataset.boundariesAreApproximate)
        outlines += QStringLiteral(" ") + Text::tr("(public domain)");
    if (const MapProjection &projection = dataset.boundaries->projection; !projection.isNationalGrid())
        outlines += QStringLiteral(", ") + projection.name;
    QString line = Text::tr("Source: %1; %2").arg(dataset.indicatorSource, outlines);
    const QString onShow = periodOnShow(dataset);
    if (const QString years = onShow.isEmpty() ? yearsText(periods) : onShow; !years.isEmpty())
        line += QStringLiteral(". ") + Text::tr("Figures for %1").arg(years);
    if (dataset.files.contains(builtInSources().indicators))
        line +=
            QStringLiteral(". ")
            + Text::tr("Contains public sector information licensed under the Open Government Licence v3.0");
    return line + QLatin1Char('.');
}

bool areAboutEqual(const std::vector<int> &counts)
{
    if (counts.empty())
        return true;
    const auto [least, most] = std::minmax_element(counts.begin(), counts.end());
    return *most - *least <= std::max(1, *most / 4);
}

/// What the map shows, in words that need no statistics.
QString subtitleOf(const Dataset &dataset, const IndexResult &result, const ShownVariable &shown,
                   const ClassScheme &scheme, const QLocale &locale)
{
    QStringList parts;
    if (const QString tried = whatIfText(dataset); !tried.isEmpty())
        parts << tried;
    const QString onShow = periodOnShow(dataset);
    if (!onShow.isEmpty())
        parts << Text::tr("figures for %1").arg(onShow);
    if (shown.code == indexCode)
        parts << Text::tr("made from %n indicator(s)", nullptr, static_cast<int>(result.used.size()));
    else if (const auto indicator = dataset.findIndicator(shown.code); indicator && onShow.isEmpty())
        parts << dataset.indicator(*indicator).period;
    const QString groups = locale.toString(scheme.classCount);
    const auto &counts = shown.classification.counts;
    if (shown.classification.breaks) {
        if (!scheme.breaks.empty())
            parts << Text::tr("areas in %1 groups with chosen bounds").arg(groups);
        else if (areAboutEqual(counts))
            parts << Text::tr("areas in %1 groups of about the same size").arg(groups);
        else
            parts << Text::tr("areas in %1 groups, as nearly equal in size as tied values allow").arg(groups);
    }
    parts.removeAll(QString());
    return capitalised(parts.join(QStringLiteral("; ")));
}

ValueStrip stripOf(const MapScene &scene, const ShownVariable &shown, const QLocale &locale)
{
    ValueStrip strip;
    if (!shown.classification.breaks)
        return strip;
    strip.values.assign(shown.values.begin(),
                        shown.values.begin() + static_cast<ptrdiff_t>(scene.classes.size()));
    strip.low = std::numeric_limits<double>::infinity();
    strip.high = -strip.low;
    for (size_t shape = 0; shape < strip.values.size(); ++shape)
        if (std::isfinite(strip.values[shape]) && scene.boundaries().hasShape(shape)) {
            strip.low = std::min(strip.low, strip.values[shape]);
            strip.high = std::max(strip.high, strip.values[shape]);
        }
    if (strip.isEmpty())
        return {};
    strip.lowIsWorst = shown.direction != Direction::HigherIsMoreDisengaged;
    for (const double bound : shown.classification.breaks->upperBounds())
        strip.breaks.push_back(sign(shown.direction) * bound);
    std::sort(strip.breaks.begin(), strip.breaks.end());
    const RangeTexts texts(shown, locale);
    strip.lowText = texts.number(strip.low) + unitOf(shown);
    strip.highText = texts.number(strip.high) + unitOf(shown);
    return strip;
}

} // namespace

QString areaCountText(int count, const QLocale &locale)
{
    // "%n" would be written without separators, beside figures that have them.
    return Text::tr("%n area(s)", nullptr, count).replace(QString::number(count), locale.toString(count));
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

    scene.strip = stripOf(scene, shown, locale);
    scene.insets = looks.insets;
    if (looks.people)
        scene.people = peopleSymbols(dataset, locale);

    scene.title = shown.name;
    scene.subtitle = subtitleOf(dataset, result, shown, choices.scheme, locale);
    scene.rule = classRuleText(choices.scheme);
    if (shown.code == indexCode) {
        scene.rule = Text::tr("mean of %n indicator(s), ", nullptr, static_cast<int>(result.used.size()))
                     + methodText(choices.index, result) + QStringLiteral("; ") + scene.rule;
        if (result.used.empty()) {
            scene.rule = Text::tr("no indicator is switched on");
            scene.subtitle = capitalised(scene.rule);
            scene.notice = Text::tr("Switch on at least one indicator");
        }
    } else if (const auto indicator = dataset.findIndicator(shown.code)) {
        const QString &period = dataset.indicator(*indicator).period;
        if (!period.isEmpty())
            scene.rule = period + QStringLiteral("; ") + scene.rule;
    }
    if (const QString tried = whatIfText(dataset); !tried.isEmpty())
        scene.rule = tried + QStringLiteral("; ") + scene.rule;
    if (!scene.people.isEmpty())
        scene.rule += Text::tr("; circles: area in proportion to the number of young people (%1)")
                          .arg(dataset.populationSource);
    const QString ownWords = classRuleText(choices.scheme);
    constexpr int mostClasses = 9;
    const QString longestWords = classRuleText({mostClasses, {}, choices.scheme.rule});
    scene.widest.note = plainLine(scene.rule);
    if (longestWords.size() > ownWords.size())
        scene.widest.note.replace(ownWords, longestWords);
    if (scene.notice.isEmpty() && !shown.classification.breaks)
        scene.notice = Text::tr("The values are all equal or missing, so there are no classes to show");
    scene.source = sourceLine(dataset, periodsOf(dataset, result, shown));
    for (QString *text : {&scene.title, &scene.subtitle, &scene.rule, &scene.source})
        *text = plainLine(*text);
    return scene;
}

} // namespace atlas
