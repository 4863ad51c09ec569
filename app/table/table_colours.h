#pragma once

#include <QColor>
#include <QPalette>

namespace atlas {

/// `first` when it has a contrast of at least 4.5:1 on `background`, else black or white.
QColor readableText(const QColor &first, const QColor &background);

/// Text that steps back (switched off, secondary) but still has a contrast of at least 4.5:1 on `background`.
QColor faintText(const QPalette &palette, const QColor &background);

/// Thin lines between cells.
QColor gridColour(const QPalette &palette);

} // namespace atlas
