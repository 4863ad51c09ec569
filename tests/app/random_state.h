#pragma once

#include "tests/app/changes.h"
#include "tests/support/made_data.h"

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

namespace atlas::test {

/// Many equal values, some missing, one indicator that is equal everywhere.
inline Dataset randomDataset(std::mt19937 &random, size_t areaCount, size_t indicatorCount)
{
    std::vector<MadeIndicator> indicators;
    for (size_t i = 0; i < indicatorCount; ++i) {
        MadeIndicator indicator{.code = QStringLiteral("i%1").arg(i)};
        if (i % 2 == 1)
            indicator.direction = Direction::LowerIsMoreDisengaged;
        for (size_t area = 0; area < areaCount; ++area) {
            const double value = i == 0 ? 5.0 : static_cast<double>(random() % 300) / 10;
            indicator.values.push_back(random() % 12 == 0 ? std::numeric_limits<double>::quiet_NaN() : value);
        }
        indicators.push_back(indicator);
    }
    Dataset dataset = makeDataset(indicators);
    for (Area &area : dataset.areas)
        area.hasData = random() % 20 != 0;
    return dataset;
}

/// Turns an indicator on or off; now and then another standard deviation, class count or variable.
inline void changeAtRandom(Document &document, std::mt19937 &random)
{
    const Dataset &dataset = *document.now().dataset();
    const auto anyIndicator = [&] { return dataset.indicator(random() % dataset.indicatorCount()).code; };
    IndexSettings settings = document.now().indexSettings();
    const QString toggled = anyIndicator();
    if (settings.excluded.erase(toggled) == 0)
        settings.excluded.insert(toggled);
    if (random() % 5 == 0)
        settings.scale.standardDeviation =
            random() % 2 == 0 ? StandardDeviation::Sample : StandardDeviation::Population;
    setIndexSettings(document, settings);
    Choices choices = document.now().choices();
    if (random() % 4 == 0)
        choices.scheme.classCount = 2 + static_cast<int>(random() % 8);
    if (random() % 3 == 0)
        choices.shown = random() % 2 == 0 ? indexCode : anyIndicator();
    document.setChoices(choices);
}

} // namespace atlas::test
