#pragma once

#include "core/classification/class_scheme.h"

#include <QColor>
#include <QString>

#include <span>

namespace atlas {

/// How a table cell looks: its colours, and a mark that says the same without colour.
struct CellFormat
{
    QColor background; ///< invalid: none of its own
    QColor text;       ///< invalid: the table's own
    QString mark;      ///< "Q1" to "Q4" for quartiles, "1" to "k" for other classes; empty without a class

    bool operator==(const CellFormat &) const = default;
};

/// The format of a value in class `classNumber` (1 is least disengaged, 0 is no class), where the classes
/// have these colours. The text has a contrast of at least 4.5:1.
CellFormat cellFormat(int classNumber, std::span<const QColor> colours);

/// "Q3", or "3" when the classes are not quartiles. A number of classes alone means so many quantiles.
QString classMark(int classNumber, const ClassScheme &scheme);

/// What a class means, in words: "Q4, most disengaged".
QString classText(int classNumber, const ClassScheme &scheme);

} // namespace atlas
