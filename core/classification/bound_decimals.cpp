#include "core/classification/bound_decimals.h"

#include <QSet>
#include <QString>

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr int mostDecimals = 15; // of a double

QString digits(double value, int decimals)
{
    return QString::number(value, 'f', decimals);
}

bool areWhole(std::span<const double> values)
{
    return std::all_of(values.begin(), values.end(),
                       [](double value) { return std::isnan(value) || value == std::floor(value); });
}

bool tellApart(std::span<const std::pair<double, double>> ranges, int decimals)
{
    QSet<QString> lows;
    QSet<QString> highs;
    qsizetype classes = 0;
    for (const auto &[low, high] : ranges) {
        if (std::isnan(low))
            continue;
        ++classes;
        lows << digits(low, decimals);
        highs << digits(high, decimals);
        if (low != high && digits(low, decimals) == digits(high, decimals))
            return false;
    }
    return lows.size() == classes && highs.size() == classes;
}

/// Whether also no class begins with the digits that another ends with.
bool partNeighbours(std::span<const std::pair<double, double>> ranges, int decimals)
{
    QSet<QString> highs;
    for (const auto &[low, high] : ranges)
        highs << digits(high, decimals);
    return std::none_of(ranges.begin(), ranges.end(), [&](const std::pair<double, double> &range) {
        return range.first < range.second && highs.contains(digits(range.first, decimals));
    });
}

} // namespace

int boundDecimals(std::span<const std::pair<double, double>> ranges, std::span<const double> values,
                  int usual)
{
    constexpr int plenty = 2; // decimals; a legend has to stay narrow
    const int spent = usual < plenty ? 1 : 0;
    if (areWhole(values))
        return 0;
    int least = usual;
    while (least < mostDecimals && !tellApart(ranges, least))
        ++least;
    for (int decimals = least; decimals <= std::min(least + spent, mostDecimals); ++decimals)
        if (tellApart(ranges, decimals) && partNeighbours(ranges, decimals))
            return decimals;
    return least;
}

} // namespace atlas
