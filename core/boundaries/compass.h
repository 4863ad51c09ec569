#pragma once

#include <QPointF>

#include <optional>
#include <span>

namespace atlas {

enum class CompassPoint { North, East, South, West };

/// The point a person means by "the next one in that direction": of those within 45 degrees of it, the
/// nearest, where a step sideways counts twice a step ahead. Nothing when none lies that way.
/// Points are metres, y north; points that equal `from` are passed over.
std::optional<size_t> nextPointTowards(std::span<const QPointF> points, QPointF from, CompassPoint direction);

} // namespace atlas
