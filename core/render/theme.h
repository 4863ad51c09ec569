#pragma once

#include <QColor>
#include <QFont>

namespace atlas {

enum class Theme { Light, Dark };

/// Colours of everything on a map that is not a class.
struct MapColours
{
    QColor background;
    QColor ink;      ///< title and legend
    QColor faintInk; ///< source line; still at least 4.5:1 on the background
    QColor outline;  ///< between areas
    QColor missing;  ///< areas without a value
    QColor hover;    ///< around the area under the pointer
    QColor selected; ///< around selected areas

    bool operator==(const MapColours &) const = default;
};

MapColours mapColours(Theme theme);

/// Of bars and lines for what raises an index and for what lowers it. They stand out on both themes; the side
/// or the slope says the same as the colour.
QColor raisingColour();
QColor loweringColour();

/// `share` of `b` in `a`.
QColor mixed(const QColor &a, const QColor &b, double share);

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, "contrast ratio").
double contrastRatio(const QColor &a, const QColor &b);

/// Black or white, whichever is easier to read on `background`; never below 4.5:1.
QColor readableOn(const QColor &background);

/// A sans-serif family whose figures have one width, if one of those the program likes is installed; else
/// empty.
QString preferredFamily();

/// The font of maps and exports in a size given in logical pixels.
QFont mapFont(int pixels, QFont::Weight weight = QFont::Normal);

} // namespace atlas
