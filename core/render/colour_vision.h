#pragma once

#include <QColor>
#include <QImage>

#include <array>
#include <span>

namespace atlas {

/// How a reader sees colours.
enum class Vision {
    Full,
    Deuteranopia, ///< without the cones for green
    Protanopia,   ///< without those for red
    Tritanopia,   ///< without those for blue
    Greyscale,    ///< as on a print in black and white
};

/// What turns a colour, as linear red, green and blue, into the one that such a reader sees. From Machado,
/// Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision Deficiency",
/// IEEE Transactions on Visualization and Computer Graphics 15(6), 1291-1298, for a severity of 1.0; for
/// Vision::Greyscale the luminance of sRGB (IEC 61966-2-1). A grey stays the grey it is.
std::array<std::array<double, 3>, 3> visionMatrix(Vision vision);

/// A colour as it is seen. Its opacity stays.
QColor seenAs(const QColor &colour, Vision vision);
/// The same of every pixel, within one step of a channel. Null where memory is too short.
QImage seenAs(const QImage &image, Vision vision);

/// How far two colours are apart in CIELAB under daylight (CIE 1976, Delta E*ab); some 2.3 is just
/// noticeable.
double colourDifference(const QColor &a, const QColor &b);

/// Whether any two of these colours stay apart by 7 or more in CIELAB for readers with each of the three
/// kinds of colour blindness.
bool isSafeForColourBlind(std::span<const QColor> colours);

} // namespace atlas
