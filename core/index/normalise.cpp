#include "core/index/normalise.h"

#include "core/common/number_range.h"
#include "core/common/value_order.h"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

bool allEqual(std::span<const double> present)
{
    return std::all_of(present.begin(), present.end(), [&](double v) { return v == present.front(); });
}

double deviationOf(std::span<const double> present, double mean, StandardDeviation kind)
{
    double squares = 0;
    for (const double value : present)
        squares += (value - mean) * (value - mean);
    const auto divisor =
        static_cast<double>(present.size()) - (kind == StandardDeviation::Sample ? 1.0 : 0.0);
    return std::sqrt(squares / divisor);
}

/// Everything but the values on the scale. `present` are the numbers among the values, rising, so that sums
/// do not depend on the order of rows.
Normalised describe(size_t count, std::span<const double> present, StandardDeviation kind)
{
    Normalised result{.mean = absent,
                      .standardDeviation = absent,
                      .values = std::vector<double>(count, absent),
                      .slope = absent};
    result.unusable = Unusable::NoSpread;
    if (present.empty())
        return result;
    // The mean of equal numbers can differ from them in the last bit; their deviation is zero all the same.
    result.mean = allEqual(present) ? present.front() : meanOf(present);
    if (present.size() >= 2)
        result.standardDeviation = allEqual(present) ? 0.0 : deviationOf(present, result.mean, kind);
    if (result.standardDeviation > 0)
        result.unusable.reset();
    return result;
}

/// A line through two points: `reference.first` becomes `from`, `reference.second` becomes `to`.
struct Line
{
    ReferenceValues reference;
    double from = 0;
    double to = 1;
};

double slopeOf(const Line &line)
{
    return (line.to - line.from) / (line.reference.second - line.reference.first);
}

double clampedBetween(double value, double a, double b)
{
    return std::isnan(value) ? value : std::clamp(value, std::min(a, b), std::max(a, b));
}

void applyLine(Normalised &result, std::span<const double> values, const Line &line, bool isClamped)
{
    result.reference = line.reference;
    if (line.reference.first == line.reference.second) {
        result.unusable = Unusable::EqualEnds;
        return;
    }
    result.slope = isClamped ? absent : slopeOf(line);
    const double length = line.reference.second - line.reference.first;
    for (size_t i = 0; i < values.size(); ++i) {
        const double value = line.from + (line.to - line.from) * (values[i] - line.reference.first) / length;
        result.values[i] = isClamped ? clampedBetween(value, line.from, line.to) : value;
    }
}

/// Ranks from the least, ties sharing the lower one; NaN where absent.
std::vector<double> ascendingRanks(std::span<const double> values, Direction direction)
{
    std::vector<double> turned(values.begin(), values.end());
    for (double &value : turned)
        value *= sign(direction);
    const std::vector<uint32_t> order = orderByValue(turned);
    std::vector<double> ranks(values.size(), absent);
    for (size_t place = 0; place < order.size() && !std::isnan(turned[order[place]]); ++place) {
        const bool tied = place > 0 && turned[order[place]] == turned[order[place - 1]];
        ranks[order[place]] = tied ? ranks[order[place - 1]] : static_cast<double>(place) + 1;
    }
    return ranks;
}

void applyRanks(Normalised &result, std::span<const double> values, Direction direction, Normalisation method,
                size_t present)
{
    result.values = ascendingRanks(values, direction);
    const double step = method == Normalisation::PercentileRank ? 1 / (static_cast<double>(present) - 1) : 1;
    const double first = method == Normalisation::Rank ? 0 : 1;
    for (double &value : result.values)
        value = (value - first) * step;
}

/// The values that the ends of the scale stand for: where y is least, and where it is greatest.
ReferenceValues turnedEnds(std::span<const double> present, Direction direction)
{
    return direction == Direction::HigherIsMoreDisengaged ? ReferenceValues{present.front(), present.back()}
                                                          : ReferenceValues{present.back(), present.front()};
}

void applyShare(Normalised &result, std::span<const double> values, const ScaledIndicator &about,
                double greatest)
{
    const ReferenceValues reference = about.reference.value_or(ReferenceValues{0, greatest});
    if (!(reference.second > 0)) {
        result.unusable = Unusable::NotPositive;
        return;
    }
    const bool isHigher = about.direction == Direction::HigherIsMoreDisengaged;
    applyLine(result, values, {{0, reference.second}, isHigher ? 0.0 : 1.0, isHigher ? 1.0 : 0.0}, false);
}

void applyMethod(Normalised &result, std::span<const double> values, std::span<const double> present,
                 const ScaledIndicator &about, const ScaleSettings &settings)
{
    const ReferenceValues ends = turnedEnds(present, about.direction);
    switch (settings.normalisation) {
    case Normalisation::ZScore:
        return;
    case Normalisation::MinMax:
        return applyLine(result, values, {about.reference.value_or(ends), settings.low, settings.high},
                         false);
    case Normalisation::PercentileRank:
    case Normalisation::Rank:
    case Normalisation::Borda:
        return applyRanks(result, values, about.direction, settings.normalisation, present.size());
    case Normalisation::TargetDistance:
    case Normalisation::Goalposts: {
        if (!about.reference) {
            result.unusable = Unusable::NoGoalposts;
            return;
        }
        const bool isGoalposts = settings.normalisation == Normalisation::Goalposts;
        return applyLine(result, values,
                         {*about.reference, isGoalposts ? settings.low : 0, isGoalposts ? settings.high : 1},
                         isGoalposts);
    }
    case Normalisation::ReferenceDistance: {
        const double own = about.referenceArea ? values[*about.referenceArea] : absent;
        if (!about.reference && std::isnan(own)) {
            result.unusable = Unusable::NoReference;
            return;
        }
        return applyLine(result, values, {about.reference.value_or(ReferenceValues{ends.first, own})}, false);
    }
    case Normalisation::ShareOfMaximum:
        return applyShare(result, values, about, present.back());
    }
}

} // namespace

double Normalised::filling(size_t area) const
{
    const auto found = std::lower_bound(filled.begin(), filled.end(), area);
    return found != filled.end() && *found == area ? filledWith[static_cast<size_t>(found - filled.begin())]
                                                   : absent;
}

Normalised zScores(std::span<const double> values, Direction direction, StandardDeviation kind,
                   std::optional<ReferenceValues> fixed)
{
    const std::vector<double> present = sortedNumbers(values);
    Normalised result = describe(values.size(), present, kind);
    const ReferenceValues used = fixed.value_or(ReferenceValues{result.mean, result.standardDeviation});
    result.reference = used;
    if (!(used.second > 0)) // fixed ones are of use for a single area too
        return result;
    if (present.empty())
        return result;
    if (fixed)
        result.unusable.reset();
    result.slope = sign(direction) / used.second;
    result.centre = fixed ? sign(direction) * (result.mean - used.first) / used.second : 0;
    for (size_t i = 0; i < values.size(); ++i)
        result.values[i] = sign(direction) * (values[i] - used.first) / used.second;
    for (const double end : {present.front(), present.back()})
        result.greatest = std::fmax(result.greatest, std::abs(end - result.mean) / used.second);
    return result;
}

Normalised normalise(std::span<const double> values, const ScaledIndicator &about,
                     const ScaleSettings &settings)
{
    if (settings.normalisation == Normalisation::ZScore)
        return zScores(values, about.direction, settings.standardDeviation, about.reference);
    const std::vector<double> present = sortedNumbers(values);
    Normalised result = describe(values.size(), present, settings.standardDeviation);
    if (!result.isUsable() && !(about.reference && !present.empty()))
        return result;
    result.unusable.reset();
    applyMethod(result, values, present, about, settings);
    if (result.isUsable())
        result.centre = meanOf(sortedNumbers(result.values));
    for (const double value : result.values)
        result.greatest = std::fmax(result.greatest, std::abs(value - result.centre));
    return result;
}

} // namespace atlas
