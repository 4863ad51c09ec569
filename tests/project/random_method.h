#pragma once

#include "core/common/number_range.h"
#include "core/index/method_words.h"
#include "core/project/method_file.h"
#include "core/render/looks_words.h"

#include <limits>
#include <random>

namespace atlas::test {

template <typename Choice>
Choice anyOf(const Words<Choice> &words, std::mt19937 &random)
{
    return words[random() % words.size()].second;
}

/// A method of which every field is set, most of them to something unusual.
inline Method randomMethod(std::mt19937 &random)
{
    Method method{.name = QStringLiteral("Ohne Armut \u201c2\u201d")};
    IndexSettings &index = method.choices.index;
    index.scale.normalisation = anyOf(normalisationWords(), random);
    index.scale.standardDeviation = anyOf(standardDeviationWords(), random);
    index.scale.missing = anyOf(missingRuleWords(), random);
    index.scale.outliers = anyOf(outlierRuleWords(), random);
    index.scale.outliersOf = {{"a", anyOf(outlierRuleWords(), random)}};
    index.scale.low = 1 / static_cast<double>(random());
    index.scale.high = 100;
    index.scale.references = {{"b", {0.1, static_cast<double>(random()) / 3}}};
    index.scale.referenceArea = "A1";
    index.scale.groupColumn = "region";
    index.levels = anyOf(levelsWords(), random);
    index.weighting = anyOf(weightingWords(), random);
    index.aggregation = anyOf(aggregationWords(), random);
    index.aggregationOfLevel = {{3, anyOf(aggregationWords(), random)}};
    index.rankRule = anyOf(rankRuleWords(), random);
    index.weights = {{"a", 1 / 3.0}, {"risk", smallestNumber}, {"b", largestNumber}};
    index.excluded = {"c", QString::fromUtf8("\xC3\xA9t\xC3\xA9")};
    index.threshold = 2 / 3.0;
    method.choices.shown = random() % 2 == 0 ? indexCode : QStringLiteral("neet");
    method.choices.scheme = {3, {1e-300, 0.1}, anyOf(quantileRuleWords(), random)};
    method.choices.nodeScores = random() % 2 == 0;
    method.choices.tried = {{{"E37000001"}, "neet", static_cast<double>(random()) / 7},
                            {{"E37000001"}, "soc", -smallestNumber},
                            {{"E37000002"}, "neet", largestNumber}};
    method.looks = Looks{.palette = anyOf(paletteWords(), random),
                         .labels = anyOf(labelsWords(), random),
                         .classMarks = random() % 2 == 0,
                         .certainty = random() % 2 == 0,
                         .cellColours = anyOf(cellColoursWords(), random),
                         .cellBars = random() % 2 == 0,
                         .benchmarks = random() % 2 == 0,
                         .insets = random() % 2 == 0};
    method.scalesUsed = {{"a", {0.1 + 0.2, 1e17}}};
    if (random() % 2 == 0)
        method.draws = {.assumptions = {.rounding = random() % 2 == 0,
                                        .weights = WeightDraw::Around,
                                        .spread = static_cast<double>(1 + random() % 100) / 100,
                                        .leaveOut = true},
                        .draws = static_cast<int>(1 + random() % 1000000),
                        .seed = (uint64_t(random()) << 32) + random()};
    else
        method.roundingBandSeed = std::numeric_limits<uint64_t>::max();
    return method;
}

} // namespace atlas::test
