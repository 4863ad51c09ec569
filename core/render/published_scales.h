#pragma once

#include <array>
#include <span>

namespace atlas {

/// A published scale of colours, each written as in HTML without the "#", with a space between them.
struct PublishedScale
{
    const char *name;
    /// Colours for 3, 4 ... classes, from the least to the most disengaged. The sets end where the scale is
    /// no longer defined: null from there on.
    std::array<const char *, 7> sets;
};

/// Scales of ColorBrewer 2.0 (https://colorbrewer2.org), by Cynthia A. Brewer, Mark Harrower and The
/// Pennsylvania State University, under the Apache licence 2.0; see Harrower and Brewer (2003),
/// "ColorBrewer.org: An Online Tool for Selecting Colour Schemes for Maps". Left out are its greys, which
/// come too close to that of areas without a value, and those of its scales from one hue to another that
/// colour-blind readers cannot follow.
std::span<const PublishedScale> brewerScales();
/// Its scales from one hue over a pale middle to another, turned round: the hue that a name begins with is
/// that of the most disengaged.
std::span<const PublishedScale> divergingBrewerScales();

/// A scale without steps: colours at even distances, between which others are mixed.
struct SmoothScale
{
    const char *name;
    const char *colours; ///< as in PublishedScale
};

/// Viridis, magma and plasma, by Stefan van der Walt, Nathaniel Smith and Eric Firing
/// (https://bids.github.io/colormap), and cividis, by Nunez, Anderton and Renslow (2018), "Optimizing
/// colormaps with consideration for color vision deficiency to enable accurate interpretation of scientific
/// data". All are in the public domain (CC0). Sixteen colours of each; every other is mixed from its
/// neighbours.
std::span<const SmoothScale> smoothScales();

} // namespace atlas
