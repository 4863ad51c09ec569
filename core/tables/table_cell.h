#pragma once

#include "core/common/missing.h"

#include <QString>

#include <optional>
#include <variant>

namespace atlas {

/// A cell without a figure, and the reason.
struct MissingCell
{
    Missing why = Missing::Blank;
    QString typed;                 ///< the symbol shown in its place; empty for none
    std::optional<double> filling; ///< the value used for it; nothing if none is

    bool operator==(const MissingCell &) const = default;
};

/// A number that stands for a range.
struct RangeCell
{
    double middle = 0;
    double low = 0;
    double high = 0;

    bool operator==(const RangeCell &) const = default;
};

/// One cell of a table, unrounded: rounding is for display. A number in it is never NaN.
struct TableCell
{
    std::variant<MissingCell, double, RangeCell, QString> content;
    int classNumber = 0;  ///< 1 is least disengaged; 0 for no class
    bool isTried = false; ///< whether it holds a tried value in place of the data's

    bool isMissing() const { return std::holds_alternative<MissingCell>(content); }
    /// The number, or the middle of the range; NaN for text or a missing cell.
    double number() const;

    bool operator==(const TableCell &) const = default;
};

/// A number; NaN means missing.
TableCell numberCell(double value);
/// A rank or class number; 0 means missing.
TableCell rankCell(double rank);
TableCell textCell(const QString &text);

} // namespace atlas
