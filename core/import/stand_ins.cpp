#include "core/import/stand_ins.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace atlas {

namespace {

constexpr std::array digits = {-99999.0, -9999.0, -999.0, -99.0, -9.0, 999.0, 9999.0, 99999.0, 999999.0};

/// The numbers that are no candidates.
struct Others
{
    double least = std::numeric_limits<double>::infinity();
    double greatest = -std::numeric_limits<double>::infinity();
    size_t count = 0;
};

bool standsApart(double number, size_t times, const Others &others)
{
    const double range = others.greatest - others.least;
    const double gap = number < others.least ? others.least - number : number - others.greatest;
    if (gap > range)
        return true;
    const bool isOnlyNegative = number < 0 && others.least >= 0;
    return isOnlyNegative && (times > 1 || gap * 2 >= range);
}

} // namespace

bool mayStandIn(double number)
{
    return std::find(digits.begin(), digits.end(), number) != digits.end();
}

std::vector<double> standInsAmong(std::span<const double> numbers)
{
    constexpr size_t fewest = 2;
    std::map<double, size_t> candidates;
    Others others;
    for (const double number : numbers) {
        if (std::isnan(number))
            continue;
        if (mayStandIn(number)) {
            ++candidates[number];
            continue;
        }
        others.least = std::min(others.least, number);
        others.greatest = std::max(others.greatest, number);
        ++others.count;
    }
    std::vector<double> found;
    if (others.count >= fewest)
        for (const auto &candidate : candidates)
            if (standsApart(candidate.first, candidate.second, others))
                found.push_back(candidate.first);
    return found;
}

} // namespace atlas
