#include "app/table/table_content.h"

#include "app/state/atlas_state.h"
#include "core/common/parallel.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace atlas {

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

double rankOrAbsent(double rank)
{
    return rank == 0 ? absent : rank;
}

/// Positions of the indicators, those of one domain together, in the order of the domains.
std::vector<size_t> indicatorsByDomain(const IndicatorMetadata &metadata,
                                       const std::vector<Aggregate> &domains)
{
    const auto place = [&](size_t indicator) {
        const QString &code = metadata.indicators[indicator].domain;
        return std::find_if(domains.begin(), domains.end(),
                            [&code](const Aggregate &domain) { return domain.code == code; })
               - domains.begin();
    };
    std::vector<size_t> order;
    for (size_t i = 0; i < metadata.indicators.size(); ++i)
        order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&place](size_t a, size_t b) { return place(a) < place(b); });
    return order;
}

QString domainName(const std::vector<Aggregate> &domains, const QString &code)
{
    const auto found = std::find_if(domains.begin(), domains.end(),
                                    [&code](const Aggregate &domain) { return domain.code == code; });
    return found == domains.end() ? QString() : found->name;
}

ScreenColumn indicatorColumn(const Dataset &dataset, const std::vector<Aggregate> &domains, size_t indicator)
{
    const Indicator &about = dataset.indicator(indicator);
    return {.kind = ScreenColumn::Kind::Indicator,
            .code = about.code,
            .domain = domainName(domains, about.domain),
            .indicator = indicator};
}

/// Calls `work` with each column of an indicator, on all cores.
void forEachIndicator(TableContent &content, const std::function<void(ScreenColumn &)> &work)
{
    inParallel(content.columns.size(), [&](size_t column) {
        if (content.columns[column].kind == ScreenColumn::Kind::Indicator)
            work(content.columns[column]);
    });
}

void setScheme(TableContent &content, const ClassScheme &scheme)
{
    content.scheme = scheme;
    content.formats.clear();
    for (int number = 0; number <= scheme.classCount; ++number)
        content.formats.push_back(cellFormat(number, scheme.classCount));
}

/// A node in its classes: those of the map where it is on show.
std::shared_ptr<const ShownVariable> shownNode(const AtlasState &state, size_t node)
{
    if (state.showsNode() && state.shown().code == state.result().tree->nodes[node].code)
        return state.shownVariable();
    return std::make_shared<const ShownVariable>(
        showNode(state.result(), node, state.indexSettings().rankRule, state.display().otherScheme()));
}

} // namespace

double ScreenColumn::value(const Dataset &dataset, size_t area) const
{
    switch (kind) {
    case Kind::Indicator:
    case Kind::Score:
    case Kind::NodeScore:
        return shown->values[area];
    case Kind::Rank:
    case Kind::NodeRank:
        return rankOrAbsent(shown->ranks[area]);
    case Kind::RankBand:
        return rankOrAbsent(uncertainty->median[area]);
    case Kind::PublishedRank:
        return rankOrAbsent(dataset.areas[area].publishedRank.value_or(0));
    case Kind::Name:
        break;
    }
    return absent;
}

int ScreenColumn::classOf(size_t area) const
{
    const std::vector<int> &classes = shown->classification.classes;
    return isUsed && !classes.empty() ? classes[area] : 0;
}

TableContent makeTableContent(const AtlasState &state)
{
    TableContent content{.dataset = state.dataset()};
    setScheme(content, state.display().otherScheme());
    if (!content.dataset)
        return content;
    content.columns.push_back({.kind = ScreenColumn::Kind::Name, .code = QStringLiteral("area")});
    const std::vector<Aggregate> domains = content.dataset->metadata.domains();
    for (const size_t indicator : indicatorsByDomain(content.dataset->metadata, domains))
        content.columns.push_back(indicatorColumn(*content.dataset, domains, indicator));
    content.columns.push_back({.kind = ScreenColumn::Kind::Score, .code = indexCode});
    content.columns.push_back({.kind = ScreenColumn::Kind::Rank, .code = QStringLiteral("rank")});
    if (content.dataset->hasPublishedRank)
        content.columns.push_back(
            {.kind = ScreenColumn::Kind::PublishedRank, .code = QStringLiteral("published_rank")});
    for (ScreenColumn &column : nodeColumns(state))
        content.columns.push_back(std::move(column));
    if (state.uncertainty())
        content.columns.push_back(rankBandColumn(state.uncertainty()));
    forEachIndicator(content, [&content](ScreenColumn &column) {
        column.shown = std::make_shared<const ShownVariable>(
            showIndicator(*content.dataset, column.indicator, content.scheme));
    });
    refreshResult(content, state);
    return content;
}

std::vector<ScreenColumn> nodeColumns(const AtlasState &state)
{
    const IndexTree &tree = *state.result().tree;
    std::vector<size_t> nodes;
    for (size_t node = 0; node < tree.root(); ++node)
        if (state.display().nodeScores || (state.showsNode() && tree.nodes[node].code == state.shown().code))
            nodes.push_back(node);
    std::vector<ScreenColumn> columns(2 * nodes.size());
    inParallel(nodes.size(), [&](size_t i) {
        // One alone keeps its place and the sorting by it when another takes its place on the map.
        const QString which =
            state.display().nodeScores ? QLatin1Char('_') + tree.nodes[nodes[i]].code : QString();
        const auto shown = shownNode(state, nodes[i]);
        columns[2 * i] = {.kind = ScreenColumn::Kind::NodeScore,
                          .code = QStringLiteral("node_score") + which,
                          .domain = shown->name,
                          .shown = shown};
        columns[2 * i + 1] = columns[2 * i];
        columns[2 * i + 1].kind = ScreenColumn::Kind::NodeRank;
        columns[2 * i + 1].code = QStringLiteral("node_rank") + which;
    });
    return columns;
}

ScreenColumn rankBandColumn(const std::shared_ptr<const RankUncertainty> &uncertainty)
{
    ScreenColumn column{.kind = ScreenColumn::Kind::RankBand, .code = QStringLiteral("rank_band")};
    column.uncertainty = uncertainty;
    return column;
}

void refreshClasses(TableContent &content, const AtlasState &state)
{
    setScheme(content, state.display().otherScheme());
    forEachIndicator(content, [&content](ScreenColumn &column) {
        column.shown = std::make_shared<const ShownVariable>(reclassified(*column.shown, content.scheme));
    });
    refreshResult(content, state);
}

/// Takes over values tried, or taken back, in the same dataset.
static void takeWhatIfs(TableContent &content, const AtlasState &state)
{
    content.dataset = state.dataset();
    forEachIndicator(content, [&content](ScreenColumn &column) {
        column.shown = std::make_shared<const ShownVariable>(
            showIndicator(*content.dataset, column.indicator, content.scheme));
    });
}

void refreshResult(TableContent &content, const AtlasState &state)
{
    if (content.dataset != state.dataset())
        takeWhatIfs(content, state);
    content.settings = state.indexSettings();
    content.result = state.result();
    for (ScreenColumn &column : content.columns) {
        if (column.kind == ScreenColumn::Kind::Indicator)
            column.isUsed = content.result.isUsed(column.indicator);
        else if (column.kind == ScreenColumn::Kind::Score || column.kind == ScreenColumn::Kind::Rank)
            column.shown = state.shownIndex();
    }
}

} // namespace atlas
