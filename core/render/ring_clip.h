#pragma once

#include <QPointF>
#include <QRectF>

#include <vector>

namespace atlas {

/// Cuts a ring down to a rectangle (Sutherland and Hodgman 1974, "Reentrant polygon clipping"). What lies
/// outside runs along the rectangle's edges, so the rectangle should be larger than what is seen. For
/// coordinates that are too large for a painter.
void clipRing(std::vector<QPointF> &ring, const QRectF &rectangle);

/// Calls visit(from, to) with the part of each segment that is inside the rectangle (Liang and Barsky 1984).
template <typename Visit>
void clipSegment(QPointF from, QPointF to, const QRectF &rectangle, const Visit &visit)
{
    double enter = 0;
    double leave = 1;
    const QPointF step = to - from;
    const auto cut = [&](double direction, double distance) {
        // Keeps the part of the segment where direction * share <= distance.
        if (direction == 0)
            return distance >= 0;
        const double share = distance / direction;
        if (direction < 0)
            enter = std::max(enter, share);
        else
            leave = std::min(leave, share);
        return enter <= leave;
    };
    if (cut(-step.x(), from.x() - rectangle.left()) && cut(step.x(), rectangle.right() - from.x())
        && cut(-step.y(), from.y() - rectangle.top()) && cut(step.y(), rectangle.bottom() - from.y()))
        visit(enter > 0 ? from + enter * step : from, leave < 1 ? from + leave * step : to);
}

} // namespace atlas
