#include "core/robustness/rank_order.h"

#include <boost/sort/pdqsort/pdqsort.hpp>

#include <array>
#include <bit>
#include <numeric>
#include <utility>

namespace atlas {

namespace {

constexpr uint64_t positionMask = 0xffff;
constexpr size_t fewItems = 400; // below that, comparing takes less time than three passes
constexpr int digitBits = 11;
constexpr size_t digitCount = size_t(1) << digitBits;

/// Falls as the score rises, so that the highest comes first.
uint64_t fallingKey(double score)
{
    constexpr uint64_t signBit = uint64_t(1) << 63;
    const auto bits = std::bit_cast<uint64_t>(score + 0.0);
    return bits & signBit ? bits : ~(bits | signBit);
}

size_t digitAt(uint64_t item, int shift)
{
    return (item >> shift) & (digitCount - 1);
}

} // namespace

void RankOrder::sortItems()
{
    if (m_items.size() < fewItems) {
        boost::sort::pdqsort_branchless(m_items.begin(), m_items.end()); // half the time of std::sort
        return;
    }
    m_room.resize(m_items.size());
    for (const int shift : {31, 42, 53}) {
        std::array<uint32_t, digitCount> places{};
        for (const uint64_t item : m_items)
            ++places[digitAt(item, shift)];
        std::exclusive_scan(places.begin(), places.end(), places.begin(), uint32_t(0));
        for (const uint64_t item : m_items)
            m_room[places[digitAt(item, shift)]++] = item;
        m_items.swap(m_room);
    }
}

void RankOrder::rank(std::span<const double> scores, std::span<uint16_t> ranks)
{
    m_items.resize(scores.size());
    for (size_t i = 0; i < scores.size(); ++i)
        m_items[i] = (fallingKey(scores[i]) & ~positionMask) | i;
    sortItems();
    // The leading bits alone were sorted; scores that agree in them are few, and are put in order here.
    const auto scoreAt = [&](size_t place) { return scores[m_items[place] & positionMask]; };
    for (size_t place = 1; place < m_items.size(); ++place)
        for (size_t i = place; i > 0 && scoreAt(i) > scoreAt(i - 1); --i)
            std::swap(m_items[i], m_items[i - 1]);
    uint16_t rank = 1;
    for (size_t place = 0; place < m_items.size(); ++place) {
        if (place > 0 && scoreAt(place) != scoreAt(place - 1))
            rank = static_cast<uint16_t>(place + 1);
        ranks[m_items[place] & positionMask] = rank;
    }
}

} // namespace atlas
