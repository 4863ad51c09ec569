#pragma once

#include "core/common/result.h"

namespace atlas {

struct Lookup;

/// Fails when areas are part of each other, however long the way round. An area that is its own larger area,
/// as a unitary authority is among counties, is no circle.
Result<Done> checkCircles(const Lookup &lookup);

/// Remarks on smaller areas whose shares do not sum to 1: beyond, they count in several larger areas; below,
/// a part of them counts nowhere. Where the lookup has no shares there is nothing to remark on.
void remarkOnShares(Lookup &lookup);

} // namespace atlas
