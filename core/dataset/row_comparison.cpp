#include "core/dataset/row_comparison.h"

#include "core/dataset/known_areas.h"
#include "core/indicators/name_matching.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

/// Whether every word of one name stands in the other.
bool isPartOf(const QString &name, const QString &other)
{
    const QStringList words = name.split(QLatin1Char(' '));
    const QStringList others = other.split(QLatin1Char(' '));
    return std::all_of(words.begin(), words.end(),
                       [&others](const QString &word) { return others.contains(word); });
}

bool areKnownNames(const AreaCode &code, const QString &name, const QString &other)
{
    const KnownArea *area = findKnownArea(code);
    const auto isKnown = [area](const QString &text) {
        return std::any_of(area->names.begin(), area->names.end(),
                           [&text](const QString &known) { return looseName(known) == looseName(text); });
    };
    return area && isKnown(name) && isKnown(other);
}

} // namespace

bool haveSameFigures(const IndicatorRow &a, const IndicatorRow &b)
{
    const auto areSame = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
    return a.cells == b.cells && a.publishedRank == b.publishedRank && a.groups == b.groups
           && std::equal(a.denominators.begin(), a.denominators.end(), b.denominators.begin(),
                         b.denominators.end(), areSame);
}

bool saySame(const BoundaryArea &shape, const IndicatorRow &row)
{
    if (row.name == shape.name || row.name.isEmpty() || shape.name.isEmpty() || row.code.isEmpty())
        return true;
    const QString name = foldName(row.name);
    if (name.isEmpty() || name == foldName(shape.name) || row.name == row.code.text
        || shape.name == shape.code.text)
        return true;
    const QString loose = looseName(row.name);
    const QString other = looseName(shape.name);
    return isPartOf(loose, other) || isPartOf(other, loose)
           || areKnownNames(shape.code, row.name, shape.name);
}

} // namespace atlas
