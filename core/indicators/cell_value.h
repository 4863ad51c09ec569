#pragma once

#include "core/common/missing.h"

#include <QString>
#include <QStringView>

#include <limits>
#include <optional>

namespace atlas {

/// One cell of an indicator table: a number, or the reason why there is none. Never both.
struct CellValue
{
    double number = std::numeric_limits<double>::quiet_NaN();
    Missing missing = Missing::Blank;
    QString typed; ///< what the cell said, where there is no number

    bool isMissing() const { return missing != Missing::No; }
    /// The same number, or missing for the same reason as typed.
    bool operator==(const CellValue &other) const
    {
        return missing == other.missing && typed == other.typed && (isMissing() || number == other.number);
    }
};

/// C-locale digits, with thousands commas, a leading pound sign or a trailing per cent sign allowed.
/// Infinities are not numbers, nor is what is too large or too small for a double.
std::optional<double> parseNumber(QStringView text);

/// Reads a cell: a number that can be computed with, or why there is none.
CellValue parseCell(const QString &text);

/// The kind of absence in words, for a tooltip; empty for a number.
QString missingText(const CellValue &cell);

} // namespace atlas
