#include "core/index/index_table.h"

#include "core/common/number_text.h"
#include "core/index/rank.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace atlas {

namespace {

/// Indicators keep their codes, so that the file can be read again; other columns give way to them.
QStringList headerOf(const Dataset &dataset, const IndexResult &result)
{
    QStringList codes;
    for (const Indicator &indicator : dataset.metadata.indicators)
        codes << indicator.code;
    codes = freeColumnNames({}, codes);
    QStringList others = {QStringLiteral("area_code"), QStringLiteral("area_name")};
    const qsizetype keys = others.size();
    for (const size_t i : result.used)
        others << QStringLiteral("z_") + dataset.indicator(i).code;
    others << QStringLiteral("score") << QStringLiteral("rank") << QStringLiteral("class");
    if (dataset.hasPublishedRank)
        others << QStringLiteral("published_rank");
    if (!dataset.whatIfs.empty())
        others << QStringLiteral("what_if");
    others = freeColumnNames(codes, others);
    return others.first(keys) + codes + others.sliced(keys);
}

} // namespace

QString triedValues(const Dataset &dataset, size_t area)
{
    QStringList codes;
    for (size_t i = 0; i < dataset.indicatorCount(); ++i)
        if (dataset.isWhatIf(i, area))
            codes << dataset.indicator(i).code;
    return codes.join(QLatin1Char(' '));
}

std::vector<size_t> orderByRank(const Dataset &dataset, std::span<const double> ranks)
{
    std::vector<size_t> order(dataset.areas.size());
    std::iota(order.begin(), order.end(), size_t(0));
    const auto key = [&](size_t area) {
        const double rank = ranks[area] == 0 ? std::numeric_limits<double>::max() : ranks[area];
        return std::pair{rank, dataset.areas[area].name};
    };
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return key(a) < key(b); });
    return order;
}

std::vector<size_t> orderByRank(const Dataset &dataset, const IndexResult &result)
{
    return orderByRank(dataset, result.ranks);
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
        row << exactNumber(result.scores[area]) << exactRank(result.ranks[area])
            << exactRank(index.classification.classes[area]);
        if (dataset.hasPublishedRank)
            row << exactRank(dataset.areas[area].publishedRank.value_or(0));
        if (!dataset.whatIfs.empty())
            row << triedValues(dataset, area);
        table.rows.push_back(row);
    }
    return table;
}

void addNodes(TextTable &table, const IndexResult &result, RankRule rankRule, std::span<const size_t> order)
{
    for (size_t node = 0; node < result.tree->root(); ++node) {
        const QString &code = result.tree->nodes[node].code;
        table.header << freeColumnNames(table.header,
                                        {QStringLiteral("score_") + code, QStringLiteral("rank_") + code});
        const std::vector<double> scores = nodeScores(result, node);
        const std::vector<double> ranks = rankScores(scores, rankRule);
        for (size_t row = 0; row < order.size(); ++row)
            table.rows[row] << exactNumber(scores[order[row]]) << exactRank(ranks[order[row]]);
    }
}

} // namespace atlas
