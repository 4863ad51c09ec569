#pragma once

#include "core/index/index_settings.h"

#include <span>
#include <vector>

namespace atlas {

/// Columns of equal length, one for each member; NaN is absent.
using Columns = std::span<const std::span<const double>>;

/// One score for each row, from the weighted values of its members (OECD 2008, "Handbook on Constructing
/// Composite Indicators", section 7):
///   Arithmetic  sum of w x / sum of w
///   Geometric   exp(sum of w ln x / sum of w)
///   Harmonic    sum of w / sum of w / x
///   Copeland    the rows it outranks less those that outrank it; a row outranks another when the members in
///               which it is higher, ties counting half, have more than half of the weight
/// Members without a value are left out; a row in which less than the share `threshold` of the members has
/// one, or none has, is NaN. Geometric and harmonic need values above zero: see findNotPositive().
std::vector<double> aggregate(Aggregation method, Columns members, std::span<const double> weights,
                              double threshold);

/// The first member with a value that is not above zero; its number is that of the members when all are.
size_t findNotPositive(Columns members);

/// Copeland's method compares every row with every other; more rows than this take minutes.
inline constexpr size_t mostRowsForCopeland = 20000;

} // namespace atlas
