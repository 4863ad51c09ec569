#pragma once

#include "core/render/picture_file.h"

#include <QStringList>

namespace atlas {

/// The width of what is drawn on a page, in logical pixels; the page is 17 cm wide.
double chartPageWidth();

/// A page with a heading, a chart of this height in logical pixels and notes below it. `paint` draws the
/// chart at the origin, with the font of files set. At 300 dots an inch, or with fewer where a chart is very
/// high.
Picture chartPage(const QString &heading, double height, const std::function<void(QPainter &)> &paint,
                  const QStringList &notes);

} // namespace atlas
