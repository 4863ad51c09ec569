#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace atlas {

/// Ranks of many drafts of the same scores, without taking memory for each.
class RankOrder
{
public:
    /// Writes the rank of every score into `ranks`: 1 for the highest, ties share the better one. Scores hold
    /// no NaN, and are at most mostRanked.
    void rank(std::span<const double> scores, std::span<uint16_t> ranks);

    static constexpr size_t mostRanked = 65535;

private:
    void sortItems();

    std::vector<uint64_t> m_items; ///< the leading bits of a score, and its position in the last ones
    std::vector<uint64_t> m_room;
};

} // namespace atlas
