// What metadata say of indicators: codes are given once, weights are weights, and parents end at the top.

#include "tests/fuzz/checks.h"

#include "core/indicators/indicator_metadata.h"

#include <QHash>

using namespace atlas;
using namespace atlas::test;

namespace {

void checkIndicators(const std::vector<Indicator> &indicators)
{
    mustHold(!indicators.empty(), "metadata name an indicator");
    for (const Indicator &indicator : indicators) {
        mustHold(!indicator.code.isEmpty() && !indicator.name.isEmpty() && !indicator.shortName.isEmpty(),
                 "an indicator has a code and names");
        mustHold(isWeight(indicator.weight), "the weight of an indicator is above zero");
        mustHold(indicator.decimals >= 0 && indicator.decimals <= 9, "there are 0 to 9 decimals");
    }
}

void checkHierarchy(const IndicatorMetadata &metadata)
{
    QHash<QString, QString> parents;
    for (const Aggregate &aggregate : metadata.aggregates) {
        mustHold(!aggregate.code.isEmpty() && !aggregate.name.isEmpty(),
                 "an aggregate has a code and a name");
        mustHold(isWeight(aggregate.weight), "the weight of an aggregate is above zero");
        mustHold(!parents.contains(aggregate.code), "an aggregate is there once");
        parents.insert(aggregate.code, aggregate.parent);
    }
    for (const Indicator &indicator : metadata.indicators) {
        qsizetype steps = 0;
        for (QString above = indicator.domain; !above.isEmpty(); above = parents.value(above)) {
            mustHold(parents.contains(above), "a parent is an aggregate");
            mustHold(++steps <= parents.size(), "parents make no circle");
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto table = readTextTable(bytesOf(data, size), QStringLiteral("metadata.csv"),
                                     QStringLiteral("The metadata file"));
    if (!table)
        return 0; // which is fuzz_csv's
    const auto file = readMetadata(*table);
    if (!file) {
        mustBeShowable(file.error());
        return 0;
    }
    mustBeShowable(file->issues);
    checkIndicators(file->metadata.indicators);
    checkHierarchy(file->metadata);
    return 0;
}
