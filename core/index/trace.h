#pragma once

#include "core/classification/class_scheme.h"
#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"

#include <optional>
#include <vector>

namespace atlas {

/// What one member of a node does to the score of an area.
struct TraceStep
{
    IndexMember member;
    double value = 0;        ///< on the common scale, or the score of a node; NaN where missing
    double rank = 0;         ///< by that value alone; 0 where missing
    double reference = 0;    ///< the mean of the values over all areas
    double weight = 0;       ///< its part of the node's weight in this area, 0 to 1; NaN where missing
    double contribution = 0; ///< to the way from the start to the score; NaN where missing or not to be had
    double total = 0;        ///< the start and all contributions so far
};

/// The way from an area that is at the mean in everything to an area's score.
struct Trace
{
    size_t node = 0;
    double start = 0;             ///< the score of an area at the mean of each of the members it has
    double score = 0;             ///< NaN when there is none
    double rank = 0;              ///< 0 when there is none
    std::vector<TraceStep> steps; ///< of the members in use, in their order; they lead from start to score
};

/// With w the share of the weight, x the value, r its mean, S the score and R the start, a member contributes
///   arithmetic  w (x - r)
///   geometric   w ln(x / r) * (S - R) / ln(S / R)     (Ang 2004, logarithmic mean Divisia index)
///   harmonic    w (1 / r - 1 / x) * S * R
/// which add up to S - R exactly. Copeland's scores have no parts; contributions are NaN then.
Trace traceNode(const IndexResult &result, RankRule rankRule, size_t node, size_t area);

/// The smallest change of a single value that moves an area. Values have the decimals of the indicator, or as
/// many more as it takes, and are rounded away from the present one: they do move the area.
struct Move
{
    size_t indicator = 0;
    std::optional<double> toRank;  ///< the nearest value, as measured, with which the rank is another
    double newRank = 0;            ///< the rank with it
    std::optional<double> toClass; ///< the same for the class
    int newClass = 0;
};

/// One for each indicator in use that the area has a value of. Scales are made anew for each value tried.
/// Values more than three times the spread of the indicator away are not tried, nor those below zero where
/// the indicator has none, nor percentages above 100; where none of those tried moves the area there is no
/// value. Reports progress from 0 to 1; fails when it is cancelled.
Result<std::vector<Move>> smallestMoves(const Dataset &dataset, const IndexSettings &settings,
                                        const ClassScheme &scheme, size_t area, Progress &progress);

} // namespace atlas
