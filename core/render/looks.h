#pragma once

#include <QString>

namespace atlas {

enum class Labels { None, Number, Name };

/// Every choice that changes drawing, exports included, and no figure. The theme is the screen's alone.
struct Looks
{
    QString palette = QStringLiteral("purples");
    Labels labels = Labels::Number;
    bool classMarks = true; ///< Q1 to Q4 in the table's cells
    bool certainty = true;  ///< a pattern on the map for classes that draws leave open, where there are draws
    bool insets = true;     ///< parts of the map where areas are small, shown larger beside it

    bool operator==(const Looks &) const = default;
};

} // namespace atlas
