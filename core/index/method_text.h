#pragma once

#include "core/classification/class_scheme.h"
#include "core/index/compute_index.h"

#include <QLocale>
#include <QString>

namespace atlas {

/// How classes were cut, in words: "quartiles (type 7)", or "own breaks".
QString classRuleText(const ClassScheme &scheme);

/// How scores were made, in words: "z-scores, sample SD"; "min-max 0 to 100, geometric mean, weighted". What
/// is as usual (arithmetic mean, equal weights, missing values left out) is not said.
QString methodText(const IndexSettings &settings, const IndexResult &result);

/// The same for somebody who has never met a z-score, and with what is as usual: "6 indicators, each
/// standardised over the areas, weighted equally and averaged".
QString plainMethodText(const Dataset &dataset, const IndexSettings &settings, const IndexResult &result,
                        const QLocale &locale);

} // namespace atlas
