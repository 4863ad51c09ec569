#pragma once

#include "core/common/missing.h"

#include <QString>

#include <optional>
#include <variant>

namespace atlas {

/// A cell without a figure, and why.
struct MissingCell
{
    Missing why = Missing::Blank;
    QString typed;                 ///< the symbol that stands in its place; empty for none
    std::optional<double> filling; ///< what it counts as; nothing where it counts as nothing

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

/// One cell of a table, exact: rounding is for the eye. A number in it is never NaN.
struct TableCell
{
    std::variant<MissingCell, double, RangeCell, QString> content;
    int classNumber = 0;  ///< 1 is least disengaged; 0 without a class
    bool isTried = false; ///< whether it holds what is tried and not what the data say

    bool isMissing() const { return std::holds_alternative<MissingCell>(content); }
    /// The number, or the middle of the range; NaN of a text and of what is missing.
    double number() const;

    bool operator==(const TableCell &) const = default;
};

/// A number; NaN is missing.
TableCell numberCell(double value);
/// A rank, or the number of a class; 0 is missing.
TableCell rankCell(double rank);
TableCell textCell(const QString &text);

} // namespace atlas
