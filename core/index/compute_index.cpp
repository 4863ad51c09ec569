#include "core/index/compute_index.h"

#include "core/common/number_range.h"
#include "core/index/aggregate.h"
#include "core/index/rank.h"
#include "core/index/text.h"
#include "core/index/weights.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <utility>

namespace atlas {

namespace {

/// A number for the group of each area, as fillMissing() wants them.
std::vector<int> groupNumbers(const Dataset &dataset, const QString &column)
{
    const std::vector<QString> *texts = dataset.findGroups(column);
    std::vector<int> numbers;
    QHash<QString, int> numberOf;
    for (size_t area = 0; area < dataset.areas.size(); ++area) {
        const QString text = texts ? (*texts)[area] : QString();
        if (!numberOf.contains(text))
            numberOf.insert(text, static_cast<int>(numberOf.size()));
        numbers.push_back(dataset.areas[area].hasData ? numberOf.value(text) : -1);
    }
    return numbers;
}

Normalised normaliseOne(const Dataset &dataset, const Indicator &about, std::span<const double> values,
                        const ScaleSettings &settings, std::span<const int> groups)
{
    const auto ownRule = settings.outliersOf.find(about.code);
    const auto ownReference = settings.references.find(about.code);
    ScaledIndicator scaled{.direction = about.direction};
    if (ownReference != settings.references.end())
        scaled.reference = ownReference->second;
    if (settings.normalisation == Normalisation::ReferenceDistance)
        scaled.referenceArea = dataset.findArea({settings.referenceArea});

    Filled filled = fillMissing(values, settings.missing, groups);
    Treated treated = treatOutliers(filled.values, ownRule == settings.outliersOf.end() ? settings.outliers
                                                                                        : ownRule->second);
    Normalised result = normalise(treated.values, scaled, settings);
    if (treated.treatment != Treatment::None)
        result.slope = absent;
    for (const uint32_t area : filled.filled)
        result.filledWith.push_back(filled.values[area]);
    result.filled = std::move(filled.filled);
    result.treatment = treated.treatment;
    result.broughtIn = std::move(treated.changed);
    return result;
}

QString unusableText(const Indicator &indicator, Unusable why)
{
    switch (why) {
    case Unusable::EqualEnds:
        return Text::tr("The two values that fix the scale of %1 are equal, so it has no scale and is left "
                        "out of the index. Give two different ones.")
            .arg(indicator.name);
    case Unusable::NoGoalposts:
        return Text::tr("%1 has no target or goalposts, so it has no scale and is left out of the index. "
                        "Give them, or switch it off.")
            .arg(indicator.name);
    case Unusable::NoReference:
        return Text::tr("The reference area has no value of %1, so it has no scale and is left out of the "
                        "index. Choose another reference area, or switch it off.")
            .arg(indicator.name);
    case Unusable::NotPositive:
        return Text::tr(
                   "The greatest value of %1 is not above zero, so there are no shares of it; it is left "
                   "out of the index. Choose another scale, or switch it off.")
            .arg(indicator.name);
    case Unusable::NoSpread:
        break;
    }
    return Text::tr("%1 has the same value everywhere, or too few values; it cannot tell areas apart "
                    "and is left out of the index.")
        .arg(indicator.name);
}

void chooseIndicators(IndexResult &result, const Dataset &dataset, const IndexSettings &settings)
{
    for (size_t i = 0; i < dataset.indicatorCount(); ++i) {
        const Indicator &indicator = dataset.indicator(i);
        if (!settings.uses(indicator.code))
            continue;
        if (const auto why = result.indicators[i].unusable)
            result.issues.push_back({Severity::Warning, unusableText(indicator, *why)});
        else
            result.used.push_back(i);
    }
}

std::vector<std::span<const double>> columnsOf(const IndexResult &result, const NodeResult &node)
{
    std::vector<std::span<const double>> columns;
    for (const IndexMember &member : node.members)
        columns.push_back(memberValues(result, member));
    return columns;
}

void chooseMembers(IndexResult &result, size_t node)
{
    for (const IndexMember &member : result.tree->nodes[node].members) {
        const bool isInUse = member.kind == IndexMember::Kind::Indicator
                                 ? result.isUsed(member.position)
                                 : !result.nodes[member.position].members.empty();
        if (isInUse)
            result.nodes[node].members.push_back(member);
    }
}

/// Divided by the heaviest, so that equal weights give the plain mean to the last bit.
void divideByHeaviest(std::vector<double> &weights)
{
    const double heaviest = weights.empty() ? 1 : *std::max_element(weights.begin(), weights.end());
    for (double &weight : weights)
        weight /= heaviest;
}

double givenWeight(const Dataset &dataset, const IndexTree &tree, const IndexMember &member)
{
    return member.kind == IndexMember::Kind::Indicator ? dataset.indicator(member.position).weight
                                                       : tree.nodes[member.position].weight;
}

const QString &codeOf(const Dataset &dataset, const IndexTree &tree, const IndexMember &member)
{
    return member.kind == IndexMember::Kind::Indicator ? dataset.indicator(member.position).code
                                                       : tree.nodes[member.position].code;
}

Result<Done> chooseWeights(IndexResult &result, size_t node, const Dataset &dataset,
                           const IndexSettings &settings)
{
    NodeResult &made = result.nodes[node];
    made.weights.assign(made.members.size(), 1);
    if (settings.weighting == Weighting::PrincipalComponent && !made.members.empty()) {
        auto loadings = principalComponentWeights(columnsOf(result, made));
        if (!loadings)
            return loadings.error();
        made.weights = std::move(*loadings);
    }
    for (size_t i = 0; i < made.members.size(); ++i) {
        const auto own = settings.weights.find(codeOf(dataset, *result.tree, made.members[i]));
        if (own != settings.weights.end())
            made.weights[i] = own->second;
        else if (settings.weighting == Weighting::Given)
            made.weights[i] = givenWeight(dataset, *result.tree, made.members[i]);
    }
    divideByHeaviest(made.weights);
    return Done{};
}

Result<Done> checkAggregation(const IndexResult &result, size_t node, const Dataset &dataset)
{
    const NodeResult &made = result.nodes[node];
    const auto columns = columnsOf(result, made);
    if (made.aggregation == Aggregation::Copeland && dataset.areas.size() > mostRowsForCopeland)
        return Error{Text::tr("Copeland's method compares every area with every other, which takes minutes "
                              "for %1 areas. Choose another method for more than %2.")
                         .arg(QString::number(dataset.areas.size()), QString::number(mostRowsForCopeland)),
                     {}};
    if (made.aggregation != Aggregation::Geometric && made.aggregation != Aggregation::Harmonic)
        return Done{};
    const size_t found = findNotPositive(columns);
    if (found == columns.size())
        return Done{};
    return Error{Text::tr("A geometric or harmonic mean needs values above zero, and %1 has others on this "
                          "scale. Choose a scale such as min-max from 1 to 100, or the arithmetic mean.")
                     .arg(codeOf(dataset, *result.tree, made.members[found])),
                 {}};
}

/// Members, weights and, where they are needed, scores of a node whose members have theirs.
Result<Done> makeNode(IndexResult &result, size_t node, const Dataset &dataset, const IndexSettings &settings)
{
    NodeResult &made = result.nodes[node];
    chooseMembers(result, node);
    const auto ofLevel = settings.aggregationOfLevel.find(result.tree->nodes[node].level);
    made.aggregation = ofLevel == settings.aggregationOfLevel.end() ? settings.aggregation : ofLevel->second;
    if (made.members.empty()) {
        made.scores.assign(dataset.areas.size(), absent);
        return Done{};
    }
    if (auto chosen = chooseWeights(result, node, dataset, settings); !chosen)
        return chosen;
    if (auto checked = checkAggregation(result, node, dataset); !checked)
        return checked;
    if (result.tree->isNested || node == result.tree->root())
        made.scores = nodeScores(result, node);
    return Done{};
}

/// What each indicator weighs in an index where nothing is missing.
void findEffectiveWeights(IndexResult &result)
{
    const size_t root = result.tree->root();
    std::vector<double> ofNode(result.nodes.size(), 0);
    ofNode[root] = 1;
    for (size_t node = root + 1; node-- > 0;) { // from the index down
        if (!result.tree->isNested && node != root)
            break;
        const NodeResult &made = result.nodes[node];
        double sum = 0;
        for (const double weight : made.weights)
            sum += weight;
        for (size_t i = 0; i < made.members.size(); ++i) {
            const IndexMember &member = made.members[i];
            (member.kind == IndexMember::Kind::Indicator ? result.weights : ofNode)[member.position] =
                result.tree->isNested ? ofNode[node] * made.weights[i] / sum : made.weights[i];
        }
    }
    divideByHeaviest(result.weights);
}

void countValues(IndexResult &result, size_t areaCount)
{
    result.valueCounts.assign(areaCount, 0);
    for (const size_t i : result.used)
        for (size_t area = 0; area < areaCount; ++area)
            result.valueCounts[area] += std::isnan(result.indicators[i].values[area]) ? 0 : 1;
}

/// Has a row of figures, but not a value for every indicator in use.
bool isIncomplete(const Dataset &dataset, const IndexResult &result, size_t area)
{
    return result.valueCounts[area] != static_cast<int>(result.used.size()) && dataset.areas[area].hasData;
}

void countIncompleteAreas(IndexResult &result, const Dataset &dataset)
{
    for (size_t area = 0; area < dataset.areas.size(); ++area)
        result.incompleteCount += isIncomplete(dataset, result, area) ? 1 : 0;
}

/// The part of the weight of a node that a member has in an area.
double shareOfMember(const IndexResult &result, size_t node, const IndexMember &wanted, size_t area)
{
    const NodeResult &made = result.nodes[node];
    double own = absent;
    double sum = 0;
    for (size_t i = 0; i < made.members.size(); ++i) {
        if (std::isnan(memberValues(result, made.members[i])[area]))
            continue;
        sum += made.weights[i];
        if (made.members[i] == wanted)
            own = made.weights[i];
    }
    return own / sum;
}

QString incompleteText(const IndexResult &result, const Area &area, int found, bool hasScore)
{
    if (found == 0)
        return Text::tr("%1 has no values among the indicators in use, so it has no score and no rank.")
            .arg(area.name);
    const QString text = hasScore ? Text::tr("%1 has %2 of %3 values; its score is made from those.")
                                  : Text::tr("%1 has %2 of %3 values, too few for a score.");
    return text.arg(area.name, QString::number(found), QString::number(result.used.size()));
}

} // namespace

bool IndexResult::isUsed(size_t indicator) const
{
    return std::binary_search(used.begin(), used.end(), indicator);
}

bool IndexResult::isWeighted() const
{
    return std::any_of(used.begin(), used.end(), [this](size_t i) { return weights[i] != 1; });
}

bool IndexResult::isAdditive() const
{
    const auto isArithmetic = [](const NodeResult &node) {
        return node.aggregation == Aggregation::Arithmetic;
    };
    if (nodes.empty())
        return true;
    return tree->isNested ? std::all_of(nodes.begin(), nodes.end(), isArithmetic)
                          : isArithmetic(nodes.back());
}

double IndexResult::share(size_t indicator, size_t area) const
{
    if (!isUsed(indicator) || refusal)
        return absent;
    IndexMember member{IndexMember::Kind::Indicator, indicator};
    size_t node = tree->isNested ? tree->parentOfIndicator[indicator] : tree->root();
    double share = shareOfMember(*this, node, member, area);
    while (node != tree->root()) {
        member = {IndexMember::Kind::Node, node};
        node = tree->nodes[node].parent;
        share *= shareOfMember(*this, node, member, area);
    }
    return share;
}

double IndexResult::contribution(size_t indicator, size_t area) const
{
    return share(indicator, area) * indicators[indicator].values[area];
}

NormalisedIndicators normaliseIndicators(const Dataset &dataset, const ScaleSettings &settings)
{
    std::vector<std::vector<double>> columns;
    for (size_t i = 0; i < dataset.indicatorCount(); ++i)
        columns.push_back(dataset.column(i));
    return normaliseColumns(dataset, settings, columns);
}

NormalisedIndicators normaliseColumns(const Dataset &dataset, const ScaleSettings &settings,
                                      std::span<const std::vector<double>> columns)
{
    std::vector<int> groups;
    if (settings.missing != MissingRule::Available)
        groups = groupNumbers(dataset, settings.groupColumn);
    std::vector<Normalised> indicators;
    for (size_t i = 0; i < dataset.indicatorCount(); ++i)
        indicators.push_back(normaliseOne(dataset, dataset.indicator(i), columns[i], settings, groups));
    return NormalisedIndicators(std::move(indicators));
}

std::span<const double> memberValues(const IndexResult &result, const IndexMember &member)
{
    return member.kind == IndexMember::Kind::Indicator ? result.indicators[member.position].values
                                                       : result.nodes[member.position].scores;
}

std::vector<double> nodeScores(const IndexResult &result, size_t node)
{
    const NodeResult &made = result.nodes[node];
    return made.scores.empty()
               ? aggregate(made.aggregation, columnsOf(result, made), made.weights, result.threshold)
               : made.scores;
}

IndexResult computeIndex(const Dataset &dataset, const IndexSettings &settings)
{
    return computeIndex(dataset, settings, normaliseIndicators(dataset, settings.scale));
}

IndexResult computeIndex(const Dataset &dataset, const IndexSettings &settings,
                         NormalisedIndicators indicators)
{
    IndexResult result{.indicators = std::move(indicators)};
    result.tree = std::make_shared<const IndexTree>(indexTree(dataset.metadata, settings.levels));
    result.nodes.resize(result.tree->nodes.size());
    result.weights.assign(dataset.indicatorCount(), 0);
    result.threshold = settings.scale.missing == MissingRule::LeaveOut ? 1 : settings.threshold;
    chooseIndicators(result, dataset, settings);
    countValues(result, dataset.areas.size());
    countIncompleteAreas(result, dataset);
    for (size_t node = 0; node < result.nodes.size() && !result.refusal; ++node)
        if (const auto made = makeNode(result, node, dataset, settings); !made)
            result.refusal = made.error();
    if (result.refusal) {
        for (NodeResult &node : result.nodes)
            node.scores.assign(dataset.areas.size(), absent);
        result.scores.assign(dataset.areas.size(), absent);
        result.ranks.assign(dataset.areas.size(), 0);
        return result;
    }
    findEffectiveWeights(result);
    result.scores = result.nodes.back().scores;
    result.ranks = rankScores(result.scores, settings.rankRule);
    result.rankedCount = static_cast<int>(
        std::count_if(result.ranks.begin(), result.ranks.end(), [](double rank) { return rank > 0; }));
    return result;
}

Issues allIssues(const Dataset &dataset, const IndexResult &result)
{
    Issues issues = dataset.issues;
    issues.insert(issues.end(), result.issues.begin(), result.issues.end());
    for (size_t area = 0; area < dataset.areas.size(); ++area) {
        if (!isIncomplete(dataset, result, area))
            continue;
        const Area &about = dataset.areas[area];
        issues.push_back(
            {Severity::Warning,
             incompleteText(result, about, result.valueCounts[area], !std::isnan(result.scores[area])),
             {},
             0,
             about.code});
    }
    return issues;
}

size_t issueCount(const Dataset &dataset, const IndexResult &result)
{
    return dataset.issues.size() + result.issues.size() + static_cast<size_t>(result.incompleteCount);
}

} // namespace atlas
