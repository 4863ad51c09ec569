#pragma once

namespace atlas {

/// Why a cell has no number. Each keeps the symbol it was typed with.
enum class Missing {
    No,            ///< there is a number
    Blank,         ///< nothing was typed
    Suppressed,    ///< withheld: c, [c], x, *, "suppressed"
    NotApplicable, ///< there can be no value: z, [z], n/a
    NotYetDue,     ///< not available or not yet published: .., :, [x], "n/k", "tbc"
    OutOfRange,    ///< a number that cannot be computed with; see isComputable()
    NotANumber,    ///< some other text
};

} // namespace atlas
