#pragma once

#include "core/common/missing.h"
#include "core/indicators/number_spelling.h"

#include <QHash>
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
    /// What the cell said, where there is no number; beside a number the marker typed after it, such as [u].
    QString typed;

    bool isMissing() const { return missing != Missing::No; }
    /// The same number, or missing for the same reason as typed.
    bool operator==(const CellValue &other) const
    {
        return missing == other.missing && typed == other.typed && (isMissing() || number == other.number);
    }
};

/// Symbols that a person has added to those of official statistics, in small letters. Missing::No says that
/// one is a number.
using MissingSymbols = QHash<QString, Missing>;

/// The number that a text spells with a decimal point; see spelledNumber(). Infinities are not numbers, nor
/// is what is too large or too small for a double.
std::optional<double> parseNumber(QStringView text);

/// Reads a cell: a number that can be computed with, or why there is none.
CellValue parseCell(QStringView text, DecimalMark mark = DecimalMark::Point, const MissingSymbols &own = {});

/// Whether a text says that there is no value: nothing typed, or a symbol of official statistics or of `own`.
bool isMissingSymbol(QStringView text, const MissingSymbols &own = {});

/// The kind of absence in words, for a tooltip; empty for a number.
QString missingText(const CellValue &cell);

} // namespace atlas
