#pragma once

#include <QColor>
#include <QString>
#include <QStringList>

#include <vector>

namespace atlas {

/// Names of the scales for maps, the default first. All run from light (least disengaged) to dark.
QStringList colourScaleNames();

/// `k` colours from light to dark. A name that is not in colourScaleNames() gives the default scale.
std::vector<QColor> colourScale(const QString &name, int k);

/// The table's colours for `k` classes: light green, dark green, yellow, red, as in the source paper.
std::vector<QColor> tableColours(int k);

} // namespace atlas
