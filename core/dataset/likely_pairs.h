#pragma once

#include <QString>

#include <cstddef>
#include <vector>

namespace atlas {

struct BoundarySet;
struct RowJoin;

/// A pair that a person accepted once, in whatever files it was: what the figures said, and the boundaries.
struct RememberedPair
{
    QString figures;  ///< a name; a code where there was none
    QString boundary; ///< the same

    bool operator==(const RememberedPair &) const = default;
};

/// Why a row and an area are likely to be one.
enum class LikelyBy {
    Remembered, ///< a person accepted the pair before
    Successor,  ///< the row has a code that the area had before; see knownAreas()
    Note,       ///< the same name but for a note after it
    Words,      ///< the same name, or the same words of it
    Part,       ///< one name is a part of the other
    Spelling,   ///< a few letters differ
};

/// A row without a shape and a shape without a row that are likely to be of one area.
struct LikelyPair
{
    size_t row = 0;  ///< of the rows
    size_t area = 0; ///< of the boundaries
    LikelyBy by = LikelyBy::Words;
    int letters = 0;            ///< that differ, of Spelling
    double sureness = 0;        ///< 0 to 1
    bool isOnly = true;         ///< nothing else is about as likely
    bool isOfOtherKind = false; ///< their codes say that they are different kinds of area

    /// Whether it may be accepted with all others like it, after a look.
    bool isLikely() const;
    bool operator==(const LikelyPair &) const = default;
};

/// Pairs for the rows that are not joined, in their order: at most one for each row and each area, and none
/// for an area that has a row, or for a row that a person keeps apart. Among more rows and areas than can be
/// compared letter by letter in no time, only names with the same words are found.
std::vector<LikelyPair> likelyPairs(const BoundarySet &boundaries, const std::vector<RowJoin> &rows,
                                    const std::vector<RememberedPair> &remembered = {});

/// In a few words: "1 letter differs".
QString likelyByText(const LikelyPair &pair);

} // namespace atlas
