#include "core/index/index_table.h"

#include "core/common/number_text.h"
#include "core/index/rank.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace atlas {

namespace {

QString numberOrEmpty(double number)
{
    return number == 0 ? QString() : exactNumber(number);
}

/// The codes of the indicators whose value is tried and not of the data.
QString triedValues(const Dataset &dataset, size_t area)
{
    QStringList codes;
    for (size_t i = 0; i < dataset.indicatorCount(); ++i)
        if (dataset.isWhatIf(i, area))
            codes << dataset.indicator(i).code;
    return codes.join(QLatin1Char(' '));
}

QStringList headerOf(const Dataset &dataset, const IndexResult &result)
{
    QStringList header = {QStringLiteral("area_code"), QStringLiteral("area_name")};
    for (const Indicator &indicator : dataset.metadata.indicators)
        header << indicator.code;
    for (const size_t i : result.used)
        header << QStringLiteral("z_") + dataset.indicator(i).code;
    header << QStringLiteral("score") << QStringLiteral("rank") << QStringLiteral("class");
    if (dataset.hasPublishedRank)
        header << QStringLiteral("published_rank");
    if (!dataset.whatIfs.empty())
        header << QStringLiteral("what_if");
    return header;
}

} // namespace

std::vector<size_t> orderByRank(const Dataset &dataset, const IndexResult &result)
{
    std::vector<size_t> order(dataset.areas.size());
    std::iota(order.begin(), order.end(), size_t(0));
    const auto key = [&](size_t area) {
        const double rank = result.ranks[area] == 0 ? std::numeric_limits<double>::max() : result.ranks[area];
        return std::pair{rank, dataset.areas[area].name};
    };
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return key(a) < key(b); });
    return order;
}

TextTable indexTable(const Dataset &dataset, const IndexResult &result, const ClassScheme &scheme,
                     std::span<const size_t> order)
{
    TextTable table;
    table.header = headerOf(dataset, result);
    const ShownVariable index = showIndex(result, scheme);
    for (const size_t area : order) {
        QStringList row = {dataset.areas[area].code.text, dataset.areas[area].name};
        for (size_t i = 0; i < dataset.indicatorCount(); ++i)
            row << exactNumber(dataset.cells[i][area].number);
        for (const size_t i : result.used)
            row << exactNumber(result.indicators[i].values[area]);
        row << exactNumber(result.scores[area]) << numberOrEmpty(result.ranks[area])
            << numberOrEmpty(index.classification.classes[area]);
        if (dataset.hasPublishedRank)
            row << numberOrEmpty(dataset.areas[area].publishedRank.value_or(0));
        if (!dataset.whatIfs.empty())
            row << triedValues(dataset, area);
        table.rows.push_back(row);
    }
    return table;
}

TextTable comparisonTable(const Dataset &dataset, const ComparedResult &a, const ComparedResult &b)
{
    TextTable table;
    for (const char *column : {"area_code", "area_name", "score_a", "rank_a", "class_a", "score_b", "rank_b",
                               "class_b", "rank_shift"})
        table.header << QLatin1String(column);
    const std::vector<int> classesA = showIndex(*a.result, a.scheme).classification.classes;
    const std::vector<int> classesB = showIndex(*b.result, b.scheme).classification.classes;
    for (const size_t area : orderByRank(dataset, *a.result)) {
        const double rankA = a.result->ranks[area];
        const double rankB = b.result->ranks[area];
        table.rows.push_back({dataset.areas[area].code.text, dataset.areas[area].name,
                              exactNumber(a.result->scores[area]), numberOrEmpty(rankA),
                              numberOrEmpty(classesA[area]), exactNumber(b.result->scores[area]),
                              numberOrEmpty(rankB), numberOrEmpty(classesB[area]),
                              rankA > 0 && rankB > 0 ? exactNumber(rankB - rankA) : QString()});
    }
    return table;
}

void addNodes(TextTable &table, const IndexResult &result, RankRule rankRule, std::span<const size_t> order)
{
    for (size_t node = 0; node < result.tree->root(); ++node) {
        const QString &code = result.tree->nodes[node].code;
        table.header << QStringLiteral("score_") + code << QStringLiteral("rank_") + code;
        const std::vector<double> scores = nodeScores(result, node);
        const std::vector<double> ranks = rankScores(scores, rankRule);
        for (size_t row = 0; row < order.size(); ++row)
            table.rows[row] << exactNumber(scores[order[row]]) << numberOrEmpty(ranks[order[row]]);
    }
}

} // namespace atlas
