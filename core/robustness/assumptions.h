#pragma once

#include "core/robustness/random_stream.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace atlas {

/// The choices behind an index that somebody else might have made differently.
enum class Assumption { Rounding, Weights, Scale, Aggregation, LeaveOut };
inline constexpr size_t assumptionCount = 5;

enum class WeightDraw {
    Kept,
    Around,    ///< each weight times a number within `spread` of 1, all equally likely
    Dirichlet, ///< all shares that sum to 1, with those of the index as their means (Dirichlet distribution)
};

/// Which of them a draw makes anew.
struct Assumptions
{
    bool rounding = true; ///< values anywhere within half a unit of their last printed decimal
    WeightDraw weights = WeightDraw::Around;
    double spread = 0.25; ///< of WeightDraw::Around: above 0, up to 1
    double concentration =
        10;                   ///< of WeightDraw::Dirichlet, for each member: the higher, the nearer the means
    bool scale = false;       ///< the index's own, z-scores, min-max or percentile ranks
    bool aggregation = false; ///< the index's own, arithmetic or geometric means
    bool leaveOut = false;    ///< no indicator, or any one of them

    bool varies(Assumption assumption) const
    {
        switch (assumption) {
        case Assumption::Rounding:
            return rounding;
        case Assumption::Weights:
            return weights != WeightDraw::Kept;
        case Assumption::Scale:
            return scale;
        case Assumption::Aggregation:
            return aggregation;
        case Assumption::LeaveOut:
            break;
        }
        return leaveOut;
    }
    bool varyAny() const
    {
        return rounding || weights != WeightDraw::Kept || scale || aggregation || leaveOut;
    }

    bool operator==(const Assumptions &) const = default;
};

/// What is varied, as the command line and method files write it: "rounding,weights=25,leave-out". Reads back
/// exactly.
QString varyText(const Assumptions &assumptions);

/// The same for people: "rounding and weights".
QString variedInWords(const Assumptions &assumptions);

/// Reads it; nothing where it is none of "rounding", "weights=" with a percentage up to 100, "dirichlet="
/// with a concentration above zero, "scale", "aggregation" and "leave-out", with commas between them.
std::optional<Assumptions> assumptionsOf(const QString &varyText);

/// Where the random numbers of each assumption come from in one draw.
using DrawStreams = std::array<uint64_t, assumptionCount>;

} // namespace atlas
