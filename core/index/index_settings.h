#pragma once

#include <QString>

#include <map>
#include <set>

namespace atlas {

enum class StandardDeviation {
    Sample,     ///< divides by n - 1
    Population, ///< divides by n
};

/// Every choice that changes figures. Looks are in DisplaySettings.
struct IndexSettings
{
    std::set<QString> excluded;        ///< codes of the indicators that are switched off
    std::map<QString, double> weights; ///< own weights by indicator code, in place of the metadata's
    StandardDeviation standardDeviation = StandardDeviation::Sample;

    bool uses(const QString &indicatorCode) const { return !excluded.contains(indicatorCode); }
    bool operator==(const IndexSettings &) const = default;
};

} // namespace atlas
