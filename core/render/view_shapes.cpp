#include "core/render/view_shapes.h"

#include "core/common/parallel.h"
#include "core/render/ring_clip.h"

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>
#include <utility>

namespace atlas {

namespace {

/// Painters lose precision far out, and overflow farther out.
constexpr double farOut = 8000;
/// Cut edges and the ends of lines are this far out of sight, in pixels.
constexpr double margin = 64;

bool touches(const QRectF &a, const QRectF &b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

/// A box that grows.
struct Bounds
{
    double left = std::numeric_limits<double>::infinity();
    double top = left;
    double right = -left;
    double bottom = -left;

    void add(QPointF point)
    {
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        top = std::min(top, point.y());
        bottom = std::max(bottom, point.y());
    }
    bool touches(const QRectF &box) const
    {
        return left <= box.right() && right >= box.left() && top <= box.bottom() && bottom >= box.top();
    }
    ViewShapes::Reach reach() const { return {static_cast<float>(top), static_cast<float>(bottom)}; }
    bool within(double limit) const
    {
        return left >= -limit && right <= limit && top >= -limit && bottom <= limit;
    }
};

/// Puts shapes into a batch, one area after another.
class ShapeProjector
{
public:
    ShapeProjector(const MapShapes &shapes, const MapViewport &viewport, double tolerance)
        : m_boundaries(shapes.boundaries()), m_detail(shapes.detail()), m_source(m_boundaries.points.data()),
          m_ringStarts(m_boundaries.ringStarts.data()), m_viewport(viewport),
          m_level(detailLevel(tolerance / viewport.pixelsPerMetre())), m_cells(1 / (1.25 * tolerance)),
          m_sight(QRectF(QPointF(0, 0), viewport.screen()).adjusted(-margin, -margin, margin, margin)),
          m_mapSight(viewport.mapRect(margin))
    {
        if (!m_detail)
            return;
        m_levels = m_detail->levels.data();
        m_lines = m_detail->lines.data();
        for (const CoarseBoundaries &coarse : m_detail->coarse)
            if (coarse.level <= m_level) {
                m_source = coarse.points.data();
                m_levels = coarse.levels.data();
                m_ringStarts = coarse.ringStarts.data();
                m_lines = coarse.lines.data();
            }
    }

    bool isInSight(size_t area) const
    {
        return m_boundaries.hasShape(area) && touches(m_boundaries.boxes[area], m_mapSight);
    }

    void addShape(size_t area, ViewShapes::Batch &batch)
    {
        ViewShapes::Shape shape{.area = static_cast<uint32_t>(area),
                                .firstRing = static_cast<uint32_t>(batch.ringStarts.size() - 1)};
        m_bounds = Bounds();
        m_specks.clear();
        const uint32_t firstPart = m_boundaries.areaStarts[area];
        const uint32_t lastPart = m_boundaries.areaStarts[area + 1];
        for (uint32_t part = firstPart; part < lastPart; ++part)
            addRing(m_boundaries.partStarts[part], Ring::Outside, batch);
        shape.firstHole = static_cast<uint32_t>(batch.ringStarts.size() - 1);
        for (uint32_t part = firstPart; part < lastPart; ++part)
            for (uint32_t ring = m_boundaries.partStarts[part] + 1; ring < m_boundaries.partStarts[part + 1];
                 ++ring)
                addRing(ring, Ring::Hole, batch);
        shape.lastRing = static_cast<uint32_t>(batch.ringStarts.size() - 1);
        if (shape.lastRing == shape.firstRing)
            return;
        shape.reach = m_bounds.reach();
        batch.shapes.push_back(shape);
    }

    void addLines(size_t area, ViewShapes::Batch &batch)
    {
        const QRectF &box = m_boundaries.boxes[area];
        m_breadth = std::min(box.width(), box.height()) * m_viewport.pixelsPerMetre();
        if (m_detail) {
            for (uint32_t i = m_detail->areaLineStarts[area]; i < m_detail->areaLineStarts[area + 1]; ++i)
                addLine(m_lines[i].first, m_lines[i].first + m_lines[i].count, batch);
            return;
        }
        for (size_t ring = m_boundaries.firstRing(area); ring < m_boundaries.lastRing(area); ++ring)
            addLine(m_ringStarts[ring], m_ringStarts[ring + 1], batch);
    }

private:
    enum class Ring { Outside, Hole };

    /// Fills m_points with those that are needed, and returns the box around them.
    Bounds project(uint32_t first, uint32_t last)
    {
        m_points.clear();
        Bounds bounds;
        if (m_detail) {
            for (uint32_t i = first; i < last; ++i) {
                if (m_levels[i] < m_level)
                    continue;
                m_points.push_back(m_viewport.toScreen(m_source[i]));
                bounds.add(m_points.back());
            }
            return bounds;
        }
        // A grid is the same for both sides of a shared edge, so no gap opens.
        for (uint32_t i = first; i < last; ++i) {
            const QPointF screen = m_viewport.toScreen(m_source[i]);
            const QPointF snapped(std::round(screen.x() * m_cells) / m_cells,
                                  std::round(screen.y() * m_cells) / m_cells);
            if (!m_points.empty() && snapped.x() == m_points.back().x() && snapped.y() == m_points.back().y())
                continue;
            m_points.push_back(snapped);
            bounds.add(snapped);
        }
        return bounds;
    }

    void addRing(uint32_t ring, Ring kind, ViewShapes::Batch &batch)
    {
        const Bounds bounds = project(m_ringStarts[ring], m_ringStarts[ring + 1]);
        if (!bounds.touches(m_sight))
            return;
        if (!bounds.within(farOut)) {
            clipRing(m_points, m_sight);
            if (m_points.size() < 3)
                return; // only its box is in sight
        }
        if (m_points.size() <= 2) { // the closing point is the first one
            if (kind == Ring::Hole)
                return;
            m_points.resize(1);
            if (!m_specks.insert(pixelOf(m_points.front())).second)
                return; // one speck to the pixel is enough
        }
        batch.points.insert(batch.points.end(), m_points.begin(), m_points.end());
        batch.ringStarts.push_back(static_cast<uint32_t>(batch.points.size()));
        m_bounds.add({bounds.left, bounds.top});
        m_bounds.add({bounds.right, bounds.bottom});
    }

    static uint64_t pixelOf(QPointF point)
    {
        const auto half = [](double x) { return static_cast<uint32_t>(static_cast<int32_t>(std::floor(x))); };
        return uint64_t(half(point.x())) << 32 | half(point.y());
    }

    void addLine(uint32_t first, uint32_t last, ViewShapes::Batch &batch)
    {
        const Bounds bounds = project(first, last);
        if (!bounds.touches(m_sight) || m_points.size() < 2 || isSpeck(bounds))
            return;
        // A short line between two meeting points is part of something small, whatever its area is like.
        constexpr double timesItsLength = 2;
        const double length = std::hypot(bounds.right - bounds.left, bounds.bottom - bounds.top);
        const auto breadth = static_cast<float>(std::min(m_breadth, timesItsLength * length));
        if (bounds.within(farOut)) {
            batch.linePoints.insert(batch.linePoints.end(), m_points.begin(), m_points.end());
            endLine(batch, bounds, breadth);
            return;
        }
        Bounds inSight;
        for (size_t i = 1; i < m_points.size(); ++i)
            clipSegment(m_points[i - 1], m_points[i], m_sight, [&](QPointF from, QPointF to) {
                const bool goesOn = batch.lineStarts.back() != batch.linePoints.size();
                if (goesOn && batch.linePoints.back() != from)
                    endLine(batch, std::exchange(inSight, {}), breadth);
                if (batch.lineStarts.back() == batch.linePoints.size()) {
                    batch.linePoints.push_back(from);
                    inSight.add(from);
                }
                batch.linePoints.push_back(to);
                inSight.add(to);
            });
        if (batch.lineStarts.back() != batch.linePoints.size())
            endLine(batch, inSight, breadth);
    }

    static void endLine(ViewShapes::Batch &batch, const Bounds &bounds, float breadth)
    {
        batch.lineStarts.push_back(static_cast<uint32_t>(batch.linePoints.size()));
        batch.lineReaches.push_back(bounds.reach());
        batch.lineBreadths.push_back(breadth);
    }

    /// An island so small that its outline would paint over it.
    bool isSpeck(const Bounds &bounds) const
    {
        constexpr double pixels = 4;
        return bounds.right - bounds.left < pixels && bounds.bottom - bounds.top < pixels
               && m_points.front() == m_points.back();
    }

    const BoundarySet &m_boundaries;
    const BoundaryDetail *m_detail;
    // Points, their levels, rings and lines: all of them, or a coarse copy.
    const QPointF *m_source;
    const uint32_t *m_ringStarts;
    const DetailLevel *m_levels = nullptr;
    const BoundaryLine *m_lines = nullptr;
    const MapViewport &m_viewport;
    DetailLevel m_level;
    double m_cells; ///< of the grid, in a pixel
    QRectF m_sight;
    QRectF m_mapSight;
    std::vector<QPointF> m_points;
    Bounds m_bounds;                       ///< of the shape
    double m_breadth = 0;                  ///< of the area whose lines are added, in pixels
    std::unordered_set<uint64_t> m_specks; ///< of the shape
};

/// Areas, cut into runs of about as many points.
std::vector<size_t> batchStarts(const BoundarySet &boundaries, const std::vector<size_t> &areas)
{
    constexpr uint32_t pointsInBatch = 20000;
    std::vector<size_t> starts = {0};
    uint32_t points = 0;
    for (size_t i = 0; i < areas.size(); ++i) {
        points += boundaries.ringStarts[boundaries.lastRing(areas[i])]
                  - boundaries.ringStarts[boundaries.firstRing(areas[i])];
        if (points < pointsInBatch && i + 1 < areas.size())
            continue;
        starts.push_back(i + 1);
        points = 0;
    }
    return starts;
}

} // namespace

ViewShapes projectShapes(const MapShapes &shapes, const MapViewport &viewport, double tolerance)
{
    const std::vector<size_t> areas = shapes.locator().areasIn(viewport.mapRect(margin));
    const std::vector<size_t> starts = batchStarts(shapes.boundaries(), areas);
    ViewShapes view;
    view.batches.resize(starts.size() - 1);
    inParallel(view.batches.size(), [&](size_t batch) {
        ShapeProjector own(shapes, viewport, tolerance);
        for (size_t i = starts[batch]; i < starts[batch + 1]; ++i) {
            own.addShape(areas[i], view.batches[batch]);
            own.addLines(areas[i], view.batches[batch]);
        }
    });
    return view;
}

namespace {

void cutRings(const ViewShapes::Batch &batch, const QRectF &rectangle, ViewShapes::Batch &cut)
{
    std::vector<QPointF> ring;
    for (const ViewShapes::Shape &shape : batch.shapes) {
        ViewShapes::Shape own = shape;
        own.firstRing = own.firstHole = static_cast<uint32_t>(cut.ringStarts.size() - 1);
        for (uint32_t i = shape.firstRing; i < shape.lastRing; ++i) {
            ring.assign(batch.points.begin() + batch.ringStarts[i],
                        batch.points.begin() + batch.ringStarts[i + 1]);
            const bool isPoint = ring.size() == 1;
            clipRing(ring, rectangle);
            constexpr size_t corners = 3;
            if (ring.size() < (isPoint ? 1 : corners))
                continue;
            cut.points.insert(cut.points.end(), ring.begin(), ring.end());
            cut.ringStarts.push_back(static_cast<uint32_t>(cut.points.size()));
            if (i < shape.firstHole)
                ++own.firstHole;
        }
        own.lastRing = static_cast<uint32_t>(cut.ringStarts.size() - 1);
        if (own.lastRing > own.firstRing)
            cut.shapes.push_back(own);
    }
}

void cutLines(const ViewShapes::Batch &batch, const QRectF &rectangle, ViewShapes::Batch &cut)
{
    for (size_t i = 0; i + 1 < batch.lineStarts.size(); ++i) {
        const auto end = [&] {
            if (cut.lineStarts.back() == cut.linePoints.size())
                return;
            cut.lineStarts.push_back(static_cast<uint32_t>(cut.linePoints.size()));
            cut.lineReaches.push_back(batch.lineReaches[i]);
            cut.lineBreadths.push_back(batch.lineBreadths[i]);
        };
        for (uint32_t point = batch.lineStarts[i] + 1; point < batch.lineStarts[i + 1]; ++point)
            clipSegment(batch.linePoints[point - 1], batch.linePoints[point], rectangle,
                        [&](QPointF from, QPointF to) {
                            if (cut.lineStarts.back() != cut.linePoints.size()
                                && cut.linePoints.back() != from)
                                end();
                            if (cut.lineStarts.back() == cut.linePoints.size())
                                cut.linePoints.push_back(from);
                            cut.linePoints.push_back(to);
                        });
        end();
    }
}

} // namespace

void cutShapes(ViewShapes &view, const QRectF &rectangle)
{
    for (ViewShapes::Batch &batch : view.batches) {
        ViewShapes::Batch cut;
        cutRings(batch, rectangle, cut);
        cutLines(batch, rectangle, cut);
        batch = std::move(cut);
    }
}

ViewShapes::Batch projectArea(const MapShapes &shapes, const MapViewport &viewport, double tolerance,
                              size_t area)
{
    ViewShapes::Batch batch;
    ShapeProjector projector(shapes, viewport, tolerance);
    if (projector.isInSight(area))
        projector.addShape(area, batch);
    return batch;
}

} // namespace atlas
