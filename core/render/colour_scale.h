#pragma once

#include <QColor>
#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace atlas {

enum class ScaleKind {
    Sequential, ///< from light (least disengaged) to dark
    Diverging,  ///< from one hue over a pale middle to another, which is the most disengaged
};

/// Whose a scale is.
enum class ScaleFamily { Own, ColorBrewer, Viridis };

/// What is known of a scale for maps.
struct ScaleAbout
{
    QString name; ///< in files and on the command line
    ScaleKind kind = ScaleKind::Sequential;
    ScaleFamily family = ScaleFamily::Own;

    bool operator==(const ScaleAbout &) const = default;
};

/// The scales for maps, the default first.
const std::vector<ScaleAbout> &colourScales();
/// Their names.
QStringList colourScaleNames();

/// Whether a scale has colours of its own for so many classes. Those that have no steps are defined for any
/// number.
bool isDefinedFor(const QString &name, int k);

/// `k` colours from the least to the most disengaged. A scale that is not defined for `k` gives colours from
/// its nearest set, mixed where there are too few. A name that is not in colourScaleNames() gives the default
/// scale.
std::vector<QColor> colourScale(const QString &name, int k);

/// Whether classes of these colours can still be told apart, and put in order, on a print in black and white:
/// each is darker than the one before it, with a contrast of at least 1.3:1.
bool printsInGrey(std::span<const QColor> colours);

/// The lines between areas of these colours on such a background: the usual `line`, or a grey where it would
/// let areas run into each other or into the background, pale ones on white and dark ones in the dark.
QColor lineBetween(std::span<const QColor> colours, const QColor &background, const QColor &line);

/// The table's colours for `k` classes: light green, dark green, yellow, red, as in the source paper.
std::vector<QColor> tableColours(int k);

} // namespace atlas
