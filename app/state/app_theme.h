#pragma once

#include "app/state/preferences.h"
#include "core/render/theme.h"

class QPalette;

namespace atlas {

/// The theme that a choice means on this desktop.
Theme resolveTheme(ThemeChoice choice);

/// The theme that such colours belong to.
Theme themeOf(const QPalette &palette);

/// Gives all widgets the colours of a theme. Text has a contrast of at least 4.5:1 with its background, and
/// every edge of a field, box or button one of at least 3:1.
void applyTheme(Theme theme);

/// Sets style and font; called once, at the start.
void applyStyle();

} // namespace atlas
