#include "core/render/ring_clip.h"

namespace atlas {

namespace {

/// Cuts off what lies beyond one edge. `inside` is positive on the side that stays and linear.
template <typename Inside>
void clipEdge(const std::vector<QPointF> &ring, std::vector<QPointF> &result, const Inside &inside)
{
    result.clear();
    if (ring.empty())
        return;
    QPointF previous = ring.back();
    double before = inside(previous);
    for (const QPointF &point : ring) {
        const double now = inside(point);
        if ((now >= 0) != (before >= 0))
            result.push_back(previous + before / (before - now) * (point - previous));
        if (now >= 0)
            result.push_back(point);
        previous = point;
        before = now;
    }
}

} // namespace

void clipRing(std::vector<QPointF> &ring, const QRectF &rectangle)
{
    std::vector<QPointF> other;
    other.reserve(ring.size());
    clipEdge(ring, other, [&](QPointF p) { return p.x() - rectangle.left(); });
    clipEdge(other, ring, [&](QPointF p) { return rectangle.right() - p.x(); });
    clipEdge(ring, other, [&](QPointF p) { return p.y() - rectangle.top(); });
    clipEdge(other, ring, [&](QPointF p) { return rectangle.bottom() - p.y(); });
}

} // namespace atlas
