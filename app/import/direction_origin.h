#pragma once

#include "app/import/assistant_page.h"

#include <QString>

#include <cstddef>

namespace atlas {

/// Where it is from that higher or lower is more disengaged.
enum class DirectionOrigin {
    Person,
    Metadata,
    Name,    ///< a guess by the name
    Assumed, ///< nobody says it, and the name tells nothing
};

/// Of an indicator of the draft's dataset.
DirectionOrigin directionOrigin(const ImportDraft &draft, const Indicator &indicator);

/// A sentence for a person.
QString directionOriginText(DirectionOrigin origin);

} // namespace atlas
