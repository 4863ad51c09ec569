#pragma once

#include "core/statistics/indicator_quality.h"

#include <QLocale>
#include <QString>
#include <QStringList>

namespace atlas {

struct Dataset;
struct Indicator;

/// What the figures of an indicator are like, a sentence each. `about` has the unit and the decimals that
/// they are shown with.
QStringList qualitySentences(const IndicatorQuality &quality, const Dataset &dataset, size_t indicator,
                             const Indicator &about, const QLocale &locale);

/// The same in a few words, for a list: "3 missing, 1 outlier". Empty where there is nothing to say.
QString qualityBrief(const IndicatorQuality &quality);

} // namespace atlas
