#pragma once

#include "core/common/area_code.h"

#include <QString>

#include <vector>

namespace atlas {

// Codes as they come out of spreadsheets, and what is meant by them.

/// What a code may have lost or gained on its way through a spreadsheet.
enum class CodeMending {
    InvisibleCharacters, ///< zero-width characters, byte order marks, soft hyphens
    WhiteSpace,
    DecimalZero,  ///< "805.0", from a column of numbers
    Punctuation,  ///< "E06-000001"
    Case,         ///< "e06000001"
    LeadingZeros, ///< "1001" for "01001"
};

/// The form in which codes are equal that were meant to be. A number keeps its sign and its decimals, but
/// for a ".0"; dots and dashes count only where there is no letter.
QString plainCode(const QString &code);

/// In which ways two codes differ that have one plain form; none for equal ones.
std::vector<CodeMending> mendingsBetween(const QString &code, const QString &other);

/// Whether a text in a column of codes says that there is none: -99, E99999999, "n/a", or nothing but signs.
/// What may be a code somewhere (0, NA, NULL) is none of them.
bool isPlaceholderCode(const QString &code);

/// A letter and eight digits, as the Office for National Statistics gives them.
bool isOnsCode(const QString &code);

/// Whether two codes are of one kind: of ONS codes, all local authorities of a country, or the same three
/// first characters; of others, letters and digits in the same places.
bool areCodesOfOneKind(const QString &code, const QString &other);

/// Whether an ONS code is that of a country (or of several, as Great Britain), or of a region of England.
bool isCountryCode(const AreaCode &code);
bool isRegionCode(const AreaCode &code);

} // namespace atlas
