#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace atlas {

/// What stands before the decimals of a column's numbers.
enum class DecimalMark { Point, Comma };

/// A number as people write it.
struct SpelledNumber
{
    double number = 0;      ///< infinite where no double can hold it
    QString marker;         ///< what was typed after it to qualify it: "[u]", "p"; mostly empty
    bool isPercent = false; ///< "6.4%" is 6.4 with this
};

/// Reads digits with the decimal mark of their column, and what goes with them: thousands in groups of three
/// (comma or point, whichever is not the mark; ordinary, no-break and thin spaces; apostrophes), a sign (also
/// U+2212), brackets for a negative number, a currency, a per cent sign, and a marker after the number.
/// Nothing for any other text.
std::optional<SpelledNumber> spelledNumber(QStringView text, DecimalMark mark);

/// What one cell tells about the decimal mark of its column.
enum class MarkEvidence {
    None,           ///< no number, or one without comma and point
    Point,          ///< "6.4", "1,234.5", "1,234,567": the point is the mark
    Comma,          ///< "6,4", "1.234,5", "1.234.567"
    AmbiguousComma, ///< "6,412": either six and a bit, or thousands
    AmbiguousPoint, ///< "6.412"
};

MarkEvidence markEvidence(QStringView text);

} // namespace atlas
