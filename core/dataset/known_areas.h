#pragma once

#include "core/common/area_code.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace atlas {

/// What is known of a code: the names its area has had, and what became of it.
struct KnownArea
{
    /// How the area is to those that came after it.
    enum class Extent {
        Current, ///< none did
        Same,    ///< the same land under another code
        Other,   ///< other boundaries
        Part,    ///< it is a part of what came after
        Split,   ///< it was divided
    };

    AreaCode code;
    QStringList names; ///< the official one first; at least one
    std::optional<int> firstYear = {};
    std::optional<int> lastYear = {};
    std::vector<AreaCode> becomes = {};
    Extent extent = Extent::Current;
};

/// Districts, unitary authorities, counties and Local Enterprise Partnerships of 2013 to 2025 whose code or
/// name changed, and other names that authorities go by: resources/known_areas.csv, where the source of each
/// stands. What has not changed is not in it.
const std::vector<KnownArea> &knownAreas();

/// Null where the code is not in the list.
const KnownArea *findKnownArea(const AreaCode &code);

/// "E10000009 was Dorset until 2018; E06000059 Dorset has other boundaries"; empty where nothing came after
/// the area.
QString successionText(const KnownArea &area);

} // namespace atlas
