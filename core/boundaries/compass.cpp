#include "core/boundaries/compass.h"

#include <cmath>

namespace atlas {

namespace {

/// How far `step` goes in the direction (x) and across it (y).
QPointF turned(QPointF step, CompassPoint direction)
{
    switch (direction) {
    case CompassPoint::North:
        return {step.y(), step.x()};
    case CompassPoint::South:
        return {-step.y(), step.x()};
    case CompassPoint::East:
        return step;
    case CompassPoint::West:
        break;
    }
    return {-step.x(), step.y()};
}

} // namespace

std::optional<size_t> nextPointTowards(std::span<const QPointF> points, QPointF from, CompassPoint direction)
{
    std::optional<size_t> best;
    double least = 0;
    for (size_t i = 0; i < points.size(); ++i) {
        const QPointF step = turned(points[i] - from, direction);
        const double across = std::abs(step.y());
        if (step.x() <= 0 || across > step.x())
            continue;
        const double effort = step.x() + 2 * across;
        if (!best || effort < least) {
            best = i;
            least = effort;
        }
    }
    return best;
}

} // namespace atlas
