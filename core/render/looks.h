#pragma once

#include <QString>

namespace atlas {

enum class Labels { None, Number, Name };

/// The colours of the classes in the cells of the table.
enum class CellColours {
    Automatic, ///< the paper's for its own figures, the map's for any others; see cellColours()
    Paper,     ///< light green, dark green, yellow, red
    Map,       ///< those of the palette on the map, so that a colour says the same on both
    Safe,      ///< in order for every kind of colour vision, and in grey
};

/// Every choice that changes drawing, exports included, and no figure. The theme is the screen's alone.
struct Looks
{
    QString palette = QStringLiteral("purples");
    Labels labels = Labels::Number;
    bool classMarks = true; ///< Q1 to Q4 in the table's cells
    bool certainty = true;  ///< a pattern on the map for classes that draws leave open, where there are draws
    CellColours cellColours = CellColours::Automatic;
    bool cellBars = false;  ///< in the table's cells, bars from zero to the greatest value of the column
    bool benchmarks = true; ///< mean and median, and the country where the data give it, on top of the table
    bool insets = true;     ///< parts of the map where areas are small, shown larger beside it
    bool people = false;    ///< circles on the map for the young people of each area, where they are known

    bool operator==(const Looks &) const = default;
};

} // namespace atlas
