#include "core/common/value_order.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace atlas {

namespace {

struct Keyed
{
    uint64_t key = 0;
    uint32_t position = 0;
};

constexpr int digitBits = 11;
constexpr size_t digitCount = size_t(1) << digitBits;

size_t digitAt(const Keyed &item, int shift)
{
    return (item.key >> shift) & (digitCount - 1);
}

/// A whole number that rises with the value, the same for both zeros: the bits of a number from zero upwards
/// rise with it, those of a negative one fall.
uint64_t risingKey(double value)
{
    constexpr uint64_t signBit = uint64_t(1) << 63;
    if (std::isnan(value))
        return std::numeric_limits<uint64_t>::max();
    const auto bits = std::bit_cast<uint64_t>(value + 0.0);
    return bits & signBit ? ~bits : bits | signBit;
}

/// Sorts by one digit of the keys and keeps the order of what has the same.
void sortByDigit(std::vector<Keyed> &items, std::vector<Keyed> &room, int shift)
{
    std::array<size_t, digitCount> places{};
    for (const Keyed &item : items)
        ++places[digitAt(item, shift)];
    if (places[digitAt(items.front(), shift)] == items.size())
        return;
    std::exclusive_scan(places.begin(), places.end(), places.begin(), size_t(0));
    for (const Keyed &item : items)
        room[places[digitAt(item, shift)]++] = item;
    items.swap(room);
}

void sortByKey(std::vector<Keyed> &items)
{
    std::vector<Keyed> room(items.size());
    for (int shift = 0; shift < 64; shift += digitBits)
        sortByDigit(items, room, shift);
}

/// By comparison: places in `start` tell equal values apart, which is faster than a sort that keeps their
/// order.
std::vector<uint32_t> orderOfFew(std::span<const double> values, std::span<const uint32_t> start)
{
    std::vector<Keyed> items;
    items.reserve(start.size());
    for (const uint32_t position : start)
        items.push_back({risingKey(values[position]), static_cast<uint32_t>(items.size())});
    std::sort(items.begin(), items.end(), [](const Keyed &a, const Keyed &b) {
        return a.key < b.key || (a.key == b.key && a.position < b.position);
    });
    std::vector<uint32_t> order(items.size());
    std::transform(items.begin(), items.end(), order.begin(),
                   [start](const Keyed &item) { return start[item.position]; });
    return order;
}

} // namespace

std::vector<uint32_t> orderByValue(std::span<const double> values, std::span<const uint32_t> start)
{
    constexpr size_t few = 500; // counting digits takes longer than comparing so few
    if (start.size() < few)
        return orderOfFew(values, start);
    // For many a radix sort: the time grows with the number of values alone, and is a fifth of that of
    // std::sort for a country's small areas. Tables and ranks are sorted anew with each indicator switched on
    // or off.
    std::vector<Keyed> items;
    items.reserve(start.size());
    for (const uint32_t position : start)
        items.push_back({risingKey(values[position]), position});
    sortByKey(items);
    std::vector<uint32_t> order(items.size());
    std::transform(items.begin(), items.end(), order.begin(),
                   [](const Keyed &item) { return item.position; });
    return order;
}

std::vector<uint32_t> orderByValue(std::span<const double> values)
{
    std::vector<uint32_t> start(values.size());
    std::iota(start.begin(), start.end(), uint32_t(0));
    return orderByValue(values, start);
}

std::vector<double> sortedNumbers(std::span<const double> values)
{
    std::vector<double> sorted;
    sorted.reserve(values.size());
    for (const uint32_t position : orderByValue(values))
        if (!std::isnan(values[position]))
            sorted.push_back(values[position]);
    return sorted;
}

double meanOf(std::span<const double> sorted)
{
    if (sorted.empty())
        return std::numeric_limits<double>::quiet_NaN();
    return std::accumulate(sorted.begin(), sorted.end(), 0.0) / static_cast<double>(sorted.size());
}

} // namespace atlas
