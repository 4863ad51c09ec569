#pragma once

#include "core/common/missing.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace atlas {

struct Dataset;

/// Why some areas have no value, and how many.
struct MissingCount
{
    Missing kind = Missing::Blank;
    int areas = 0;
    QStringList typed; ///< what was typed in their cells, each once; empty ones are not among it
};

/// A number that was taken for a sign of a missing value, such as -99, as the file writes it.
struct StandIn
{
    QString typed;
    int areas = 0;
};

/// What the figures of an indicator are like, and what may be wrong with them. Areas without a row count
/// nowhere: they are the match's.
struct IndicatorQuality
{
    int rows = 0; ///< areas that have a row of figures
    int values = 0;
    double least = 0; ///< these three only where there are values
    double median = 0;
    double greatest = 0;
    std::vector<MissingCount> missing; ///< by kind, those there are
    int zeros = 0;
    int commonest = 0; ///< areas that share the value that most share; 0 where all differ
    double commonestValue = 0;
    /// Areas beyond the fences of Tukey (1977, "Exploratory Data Analysis"): more than one and a half times
    /// the distance between the quartiles below the lower or above the upper one. The farthest first.
    std::vector<size_t> outliers;
    int beyondPercent = 0; ///< values below 0 or above 100 of an indicator in per cent
    std::vector<StandIn> standIns;
    QStringList sameAs; ///< names of other indicators with the same values throughout
};

IndicatorQuality qualityOf(const Dataset &dataset, size_t indicator);

/// Bars of a histogram: all of one width, the first from `least` on.
struct Histogram
{
    double least = 0;
    double width = 0; ///< of a bar; 0 where all values are equal and in one bar
    std::vector<int> counts;
};

/// Bars as wide as Freedman and Diaconis (1981) say, 2 IQR n^(-1/3), but no fewer than 5 and no more than 40
/// of them. NaN is skipped; without values there are no bars.
Histogram histogramOf(std::span<const double> values);

} // namespace atlas
