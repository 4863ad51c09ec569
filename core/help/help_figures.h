#pragma once

#include "core/common/result.h"
#include "core/dataset/dataset.h"

#include <QLocale>
#include <QString>

#include <memory>

namespace atlas {

/// The text of a help page with its figures filled in, each computed from these data when the page is shown,
/// so that no example can go stale. A figure stands in double braces: its name, what it is of, and after a
/// bar the method, where it is not the usual one:
///   {{score;Lancashire}}   {{scaled;Lancashire;neet_16_18;3|scale=minmax,high=100}}
/// Figures, with areas by name and indicators by code; the last part is a number of decimals:
///   areas                       how many areas have a rank
///   value;AREA;CODE;1           as measured               mean, median, least, greatest, sd, skewness,
///   scaled;AREA;CODE;2          on the common scale           kurtosis, halfunit ;CODE;2
///   filled;AREA;CODE;2          what a missing value was filled with
///   treated;AREA;CODE;2         after treatment of outliers
///   centre;CODE;2               mean on the common scale
///   weight;CODE;1               share of the weight, per cent
///   effect;AREA;CODE;2          what it does to the score
///   score;AREA;2   node;AREA;NODE;2   rank;AREA   ordinal;AREA   class;AREA
///   break;1;2                   first bound of the classes of the index; counts: areas in each class
///   band;AREA                   ranks that rounding allows: "8 to 13"
///   drawn;AREA   middle;AREA    of draws: 5 to 95 %, and the median
///   likeliest;AREA              share of the draws in the class that most put it in
///   sensitivity;ASSUMPTION      total Sobol index, per cent
///   leftout;CODE   leftoutmost;CODE   mean and largest shift of ranks without an indicator
///   published;equal|correlation
///   moved   correlation;3       areas with another rank than by the usual method; Spearman's of both
///   move;AREA;CODE;1   moverank;AREA;CODE    the smallest change of a value that moves an area, and where
/// Settings: scale, deviation, low, high, missing, outliers, levels, weighting, aggregation, ranks, quantiles
/// in the words of core/index/method_words.h; classes=5; breaks=-1:0:1; group=NAME+NAME; threshold=50 (per
/// cent); only=CODE; area=NAME, of reference; reference=CODE:FIRST:SECOND; weight=CODE:2; blank=AREA:CODE and
/// value=AREA:CODE:NUMBER, which change the data. Fails at the first figure that it cannot make, and says
/// which.
Result<QString> withFigures(const QString &text, const std::shared_ptr<const Dataset> &data,
                            const QLocale &locale);

} // namespace atlas
