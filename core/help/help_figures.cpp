#include "core/help/help_figures.h"

#include "core/common/number_text.h"
#include "core/common/value_order.h"
#include "core/help/help_example.h"
#include "core/index/compare_ranks.h"
#include "core/index/sentence_words.h"
#include "core/index/shown_variable.h"
#include "core/index/trace.h"
#include "core/index/treat.h"
#include "core/render/cell_format.h"
#include "core/robustness/monte_carlo.h"
#include "core/robustness/published_ranks.h"
#include "core/robustness/rounding_band.h"
#include "core/robustness/sensitivity.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

namespace atlas {

namespace {

constexpr double whole = 100; // per cent

/// A figure that is asked for: the example, and what stands between the semicolons.
struct Request
{
    const HelpExample &example;
    QStringList parts; ///< the name of the figure first
    QLocale locale;

    const IndexResult &result() const { return example.result; }
    size_t area() const { return *exampleArea(example, parts.value(1)); }
    size_t indicator(int part = 1) const { return *exampleIndicator(example, parts.value(part)); }
    /// Decimals are the part at that place, if it is there.
    QString number(double value, int part, int decimals) const
    {
        return roundedNumber(value, parts.size() > part ? parts[part].toInt() : decimals, locale);
    }
};

using Figure = std::function<QString(const Request &)>;

/// What the parts of a figure are, so that they are looked up before it is made.
enum class Of { Nothing, Area, Indicator, AreaAndIndicator };

struct Entry
{
    Of of = Of::Nothing;
    Figure figure = {};
};

using Entries = QHash<QString, Entry>;

std::vector<double> measured(const Request &request)
{
    return sortedNumbers(request.example.data->column(request.indicator()));
}

const Normalised &scaled(const Request &request, int part)
{
    return request.result().indicators[request.indicator(part)];
}

void addMeasured(Entries &entries)
{
    entries[QStringLiteral("value")] = {Of::AreaAndIndicator, [](const Request &r) {
                                            return r.number(
                                                r.example.data->cells[r.indicator(2)][r.area()].number, 3, 1);
                                        }};
    entries[QStringLiteral("mean")] = {Of::Indicator,
                                       [](const Request &r) { return r.number(scaled(r, 1).mean, 2, 2); }};
    entries[QStringLiteral("sd")] = {
        Of::Indicator, [](const Request &r) { return r.number(scaled(r, 1).standardDeviation, 2, 2); }};
    entries[QStringLiteral("median")] = {
        Of::Indicator, [](const Request &r) { return r.number(quantile(measured(r), 0.5), 2, 1); }};
    entries[QStringLiteral("least")] = {Of::Indicator,
                                        [](const Request &r) { return r.number(measured(r).front(), 2, 1); }};
    entries[QStringLiteral("greatest")] = {
        Of::Indicator, [](const Request &r) { return r.number(measured(r).back(), 2, 1); }};
    entries[QStringLiteral("skewness")] = {
        Of::Indicator, [](const Request &r) { return r.number(skewness(measured(r)), 2, 2); }};
    entries[QStringLiteral("kurtosis")] = {
        Of::Indicator, [](const Request &r) { return r.number(kurtosis(measured(r)), 2, 2); }};
    entries[QStringLiteral("halfunit")] = {
        Of::Indicator, [](const Request &r) { return r.number(halfUnit(measured(r)), 2, 2); }};
}

void addScaled(Entries &entries)
{
    entries[QStringLiteral("scaled")] = {
        Of::AreaAndIndicator, [](const Request &r) { return r.number(scaled(r, 2).values[r.area()], 3, 2); }};
    entries[QStringLiteral("filled")] = {Of::AreaAndIndicator, [](const Request &r) {
                                             return r.number(scaled(r, 2).filling(r.area()), 3, 2);
                                         }};
    entries[QStringLiteral("treated")] = {Of::AreaAndIndicator, [](const Request &r) {
                                              const auto column = r.example.data->column(r.indicator(2));
                                              const Treated treated =
                                                  treatOutliers(column, r.example.settings.scale.outliers);
                                              return r.number(treated.values[r.area()], 3, 2);
                                          }};
    entries[QStringLiteral("centre")] = {
        Of::Indicator, [](const Request &r) { return r.number(scaled(r, 1).centre, 2, 2); }};
    entries[QStringLiteral("weight")] = {Of::Indicator, [](const Request &r) {
                                             double sum = 0;
                                             for (const double weight : r.result().weights)
                                                 sum += weight;
                                             return r.number(whole * r.result().weights[r.indicator()] / sum,
                                                             2, 1);
                                         }};
    entries[QStringLiteral("effect")] = {
        Of::AreaAndIndicator, [](const Request &r) {
            const double distance = scaled(r, 2).values[r.area()] - scaled(r, 2).centre;
            return r.number(r.result().share(r.indicator(2), r.area()) * distance, 3, 2);
        }};
}

ShownVariable indexOf(const HelpExample &example)
{
    return showIndex(example.result, example.scheme);
}

QString nodeText(const Request &request)
{
    const auto node = request.result().tree->find(request.parts.value(2));
    return node ? request.number(nodeScores(request.result(), *node)[request.area()], 3, 2) : QString();
}

QString breakText(const Request &request)
{
    const ShownVariable shown = indexOf(request.example);
    const auto place = static_cast<size_t>(request.parts.value(1).toInt());
    const auto &breaks = shown.classification.breaks;
    return breaks && place >= 1 && place <= breaks->upperBounds().size()
               ? request.number(breaks->upperBounds()[place - 1], 2, 2)
               : QString();
}

QString countsText(const Request &request)
{
    QStringList counts;
    for (const int count : indexOf(request.example).classification.counts)
        counts << request.locale.toString(count);
    return counts.join(QStringLiteral(", "));
}

void addIndex(Entries &entries)
{
    entries[QStringLiteral("areas")] = {
        Of::Nothing, [](const Request &r) { return r.locale.toString(r.result().rankedCount); }};
    entries[QStringLiteral("score")] = {
        Of::Area, [](const Request &r) { return r.number(r.result().scores[r.area()], 2, 2); }};
    entries[QStringLiteral("rank")] = {
        Of::Area, [](const Request &r) { return rankText(r.result().ranks[r.area()], r.locale); }};
    entries[QStringLiteral("ordinal")] = {
        Of::Area, [](const Request &r) { return ordinalText(r.result().ranks[r.area()], r.locale); }};
    entries[QStringLiteral("class")] = {Of::Area, [](const Request &r) {
                                            return classMark(
                                                indexOf(r.example).classification.classes[r.area()],
                                                r.example.scheme.classCount);
                                        }};
    entries[QStringLiteral("node")] = {Of::Area, nodeText};
    entries[QStringLiteral("break")] = {Of::Nothing, breakText};
    entries[QStringLiteral("counts")] = {Of::Nothing, countsText};
}

QString spanText(int low, int high, const QLocale &locale)
{
    return low == high ? locale.toString(low)
                       : QStringLiteral("%1 to %2").arg(locale.toString(low), locale.toString(high));
}

RoundingBand bandOf(const HelpExample &example)
{
    return roundingBand(example.result, HalfUnits(*example.data));
}

/// Few enough to be made while a page opens.
RankUncertainty drawsOf(const HelpExample &example)
{
    constexpr int draws = 2000;
    Progress progress;
    return *drawRanks(*example.data, example.settings, indexOf(example).classification.classes,
                      {.assumptions = {}, .draws = draws}, progress);
}

QString sensitivityText(const Request &request)
{
    constexpr int samples = 1000;
    Progress progress;
    const auto found =
        rankSensitivity(*request.example.data, request.example.settings, {}, samples, 1, progress);
    constexpr std::array<const char *, assumptionCount> words = {"rounding", "weights", "scale",
                                                                 "aggregation", "leave-out"};
    for (const auto &entry : found->entries)
        if (request.parts.value(1) == QLatin1String(words[static_cast<size_t>(entry.assumption)]))
            return request.number(whole * entry.index.total, 2, 0);
    return {};
}

QString leftOutText(const Request &request, double LeftOut::*shift, int decimals)
{
    for (const LeftOut &left : leaveOneOut(*request.example.data, request.example.settings))
        if (left.indicator == request.indicator())
            return request.number(left.*shift, 2, decimals);
    return {};
}

QString publishedText(const Request &request)
{
    const PublishedRanks published =
        comparePublishedRanks(*request.example.data, request.result(), bandOf(request.example));
    return request.parts.value(1) == QLatin1String("equal")
               ? request.locale.toString(published.equal)
               : request.number(published.correlation, 2, 3); // of ranks
}

void addRobustness(Entries &entries)
{
    entries[QStringLiteral("band")] = {Of::Area, [](const Request &r) {
                                           const auto [low, high] = bandOf(r.example).ranks[r.area()];
                                           return spanText(low, high, r.locale);
                                       }};
    entries[QStringLiteral("drawn")] = {Of::Area, [](const Request &r) {
                                            const RankUncertainty draws = drawsOf(r.example);
                                            return spanText(draws.low[r.area()], draws.high[r.area()],
                                                            r.locale);
                                        }};
    entries[QStringLiteral("middle")] = {
        Of::Area, [](const Request &r) { return r.locale.toString(drawsOf(r.example).median[r.area()]); }};
    entries[QStringLiteral("likeliest")] = {
        Of::Area, [](const Request &r) {
            return r.number(whole * drawsOf(r.example).likeliestClass(r.area()).second, 2, 0);
        }};
    entries[QStringLiteral("sensitivity")] = {Of::Nothing, sensitivityText};
    entries[QStringLiteral("leftout")] = {
        Of::Indicator, [](const Request &r) { return leftOutText(r, &LeftOut::meanShift, 2); }};
    entries[QStringLiteral("leftoutmost")] = {
        Of::Indicator, [](const Request &r) { return leftOutText(r, &LeftOut::largestShift, 0); }};
    entries[QStringLiteral("published")] = {Of::Nothing, publishedText};
}

RankComparison withUsual(const HelpExample &example)
{
    const IndexResult usual = computeIndex(*example.data, {});
    return compareRanks({&usual, 4}, {&example.result, example.scheme});
}

QString moveText(const Request &request, bool isRank)
{
    Progress progress;
    const auto moves = smallestMoves(*request.example.data, request.example.settings, request.example.scheme,
                                     request.area(), progress);
    for (const Move &move : *moves)
        if (move.indicator == request.indicator(2) && move.toRank)
            return isRank ? rankText(move.newRank, request.locale) : request.number(*move.toRank, 3, 1);
    return {};
}

void addComparisons(Entries &entries)
{
    entries[QStringLiteral("moved")] = {
        Of::Nothing, [](const Request &r) { return r.locale.toString(withUsual(r.example).moved); }};
    entries[QStringLiteral("correlation")] = {
        Of::Nothing, [](const Request &r) { return r.number(withUsual(r.example).correlation, 1, 3); }};
    entries[QStringLiteral("move")] = {Of::AreaAndIndicator,
                                       [](const Request &r) { return moveText(r, false); }};
    entries[QStringLiteral("moverank")] = {Of::AreaAndIndicator,
                                           [](const Request &r) { return moveText(r, true); }};
}

const Entries &figures()
{
    static const Entries entries = [] {
        Entries all;
        addMeasured(all);
        addScaled(all);
        addIndex(all);
        addRobustness(all);
        addComparisons(all);
        return all;
    }();
    return entries;
}

Result<Done> checkParts(const Request &request, Of of)
{
    if (of == Of::Area || of == Of::AreaAndIndicator)
        if (const auto area = exampleArea(request.example, request.parts.value(1)); !area)
            return area.error();
    if (of == Of::Indicator || of == Of::AreaAndIndicator)
        if (const auto indicator =
                exampleIndicator(request.example, request.parts.value(of == Of::Indicator ? 1 : 2));
            !indicator)
            return indicator.error();
    return Done{};
}

/// Examples by their settings: a page asks for many figures of the same.
using Examples = QHash<QString, std::shared_ptr<const HelpExample>>;

Result<QString> figureFor(const QString &wanted, const std::shared_ptr<const Dataset> &data,
                          const QLocale &locale, Examples &examples)
{
    const QString settings = wanted.section(QLatin1Char('|'), 1);
    if (!examples.contains(settings)) {
        auto example = helpExample(data, settings);
        if (!example)
            return example.error();
        examples.insert(settings, std::make_shared<const HelpExample>(*std::move(example)));
    }
    const Request request{*examples.value(settings),
                          wanted.section(QLatin1Char('|'), 0, 0).split(QLatin1Char(';')), locale};
    const auto found = figures().find(request.parts.front());
    const Error unmade{QStringLiteral("The help cannot make the figure {{%1}}.").arg(wanted), {}};
    if (found == figures().end() || request.result().refusal)
        return unmade;
    if (const auto checked = checkParts(request, found->of); !checked)
        return checked.error();
    const QString text = found->figure(request);
    if (text.isEmpty() || text == absentText)
        return unmade;
    return text;
}

} // namespace

Result<QString> withFigures(const QString &text, const std::shared_ptr<const Dataset> &data,
                            const QLocale &locale)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{\\{([^{}]*)\\}\\}"));
    Examples examples;
    QString filled;
    qsizetype done = 0;
    for (auto matches = placeholder.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const auto figure = figureFor(match.captured(1), data, locale, examples);
        if (!figure)
            return figure.error();
        filled += text.mid(done, match.capturedStart() - done) + *figure;
        done = match.capturedEnd();
    }
    return filled + text.mid(done);
}

} // namespace atlas
