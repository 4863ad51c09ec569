#pragma once

namespace atlas {

/// Why a cell has no number. The symbol that was typed is kept in each case.
enum class Missing {
    No,            ///< there is a number
    Blank,         ///< nothing was typed
    Suppressed,    ///< withheld: c, [c], x, *, "suppressed"
    NotApplicable, ///< there can be no value: z, [z], n/a
    NotYetDue,     ///< not available or not yet published: .., :, [x], "n/k", "tbc"
    OutOfRange,    ///< a number that cannot be used in computation; see isComputable()
    NotANumber,    ///< any other text
};

} // namespace atlas
