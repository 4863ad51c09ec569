#include "core/aggregation/lookup_shares.h"

#include "core/aggregation/lookup.h"
#include "core/aggregation/text.h"

#include <QHash>
#include <QSet>

#include <cmath>

namespace atlas {

namespace {

using PairsOf = QHash<QString, std::vector<const LookupPair *>>;

/// A pair on a way that leads back to where it began; null where there is none.
const LookupPair *findCircle(const LookupPair &first, const PairsOf &pairsOf, QSet<QString> &areFine)
{
    std::vector<std::pair<QString, size_t>> way = {{first.smallerKey(), 0}};
    QSet<QString> onTheWay = {first.smallerKey()};
    while (!way.empty()) {
        auto &[area, next] = way.back();
        const auto pairs = pairsOf.constFind(area);
        if (pairs == pairsOf.constEnd() || next == pairs->size()) {
            areFine.insert(area);
            onTheWay.remove(area);
            way.pop_back();
            continue;
        }
        const LookupPair *pair = (*pairs)[next++];
        const QString larger = pair->largerKey();
        if (larger == area || areFine.contains(larger))
            continue;
        if (onTheWay.contains(larger))
            return pair;
        onTheWay.insert(larger);
        way.emplace_back(larger, 0);
    }
    return nullptr;
}

} // namespace

Result<Done> checkCircles(const Lookup &lookup)
{
    PairsOf pairsOf;
    for (const LookupPair &pair : lookup.pairs)
        pairsOf[pair.smallerKey()].push_back(&pair);
    QSet<QString> areFine; // lead to no circle
    for (const LookupPair &pair : lookup.pairs)
        if (!areFine.contains(pair.smallerKey()))
            if (const LookupPair *circle = findCircle(pair, pairsOf, areFine))
                return Error{
                    Text::tr("%1, row %2: %3 is part of %4, which leads back to it. Take one of the rows "
                             "out.")
                        .arg(lookup.file, QString::number(circle->row), circle->smallerKey(),
                             circle->largerKey()),
                    {}};
    return Done{};
}

void remarkOnShares(Lookup &lookup)
{
    if (!lookup.hasShares)
        return;
    constexpr double rounding = 0.005;
    constexpr qsizetype mostExamples = 3;
    QHash<QString, double> sums;
    QStringList order;
    for (const LookupPair &pair : lookup.pairs) {
        if (!sums.contains(pair.smallerKey()))
            order << pair.smallerKey();
        sums[pair.smallerKey()] += pair.share;
    }
    QStringList above;
    QStringList below;
    for (const QString &area : order)
        if (std::abs(sums[area] - 1) > rounding)
            (sums[area] > 1 ? above : below)
                << QStringLiteral("%1: %2").arg(area, QString::number(sums[area], 'g', 3));
    const auto remark = [&](Severity severity, const QStringList &areas, const QString &text) {
        if (areas.isEmpty())
            return;
        const QString some = areas.mid(0, mostExamples).join(QStringLiteral(", "));
        lookup.issues.push_back(
            {severity, text.arg(areas.size() > mostExamples ? some + QStringLiteral(", \u2026") : some),
             lookup.file});
    };
    remark(
        Severity::Note, above,
        Text::tr(
            "The shares of %n area(s) sum to more than 1 (%1), as where larger areas overlap; they count in "
            "each of those.",
            nullptr, static_cast<int>(above.size())));
    remark(Severity::Warning, below,
           Text::tr("The shares of %n area(s) sum to less than 1 (%1); the rest of them counts nowhere.",
                    nullptr, static_cast<int>(below.size())));
}

} // namespace atlas
