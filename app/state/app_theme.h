#pragma once

#include "app/state/preferences.h"
#include "core/render/theme.h"

class QPalette;

namespace atlas {

/// The theme that a choice means on this desktop.
Theme resolveTheme(ThemeChoice choice);

/// The theme that colours like these are of.
Theme themeOf(const QPalette &palette);

/// Gives all widgets the colours of a theme. Every pair of text and background has a contrast of at
/// least 4.5:1, and every edge of a field, box or button one of at least 3:1.
void applyTheme(Theme theme);

/// Style and font, once at the start.
void applyStyle();

} // namespace atlas
