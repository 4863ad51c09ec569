#include "core/boundaries/date_line.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <tuple>
#include <utility>

namespace atlas {

namespace {

constexpr double wholeTurn = 360;
constexpr double halfTurn = 180;
constexpr double rounding = 1e-9;

/// Whether an edge is meant to go the other way round: further than half the globe, but not from one end of a
/// map to the other, as along a pole.
bool isJump(double from, double to)
{
    const double distance = std::abs(to - from);
    return distance > halfTurn && distance < wholeTurn - rounding;
}

using Rings = std::span<const std::span<const QPointF>>;

bool crosses(Rings rings)
{
    for (const auto &ring : rings)
        for (size_t i = 0; i < ring.size(); ++i)
            if (std::abs(ring[i].x()) > halfTurn + rounding
                || (i > 0 && isJump(ring[i - 1].x(), ring[i].x())))
                return true;
    return false;
}

/// A ring whose edges go the short way, as far as that leads; null when it does not end where it began.
std::unique_ptr<OGRLinearRing> unrolled(std::span<const QPointF> points, double middle)
{
    auto ring = std::make_unique<OGRLinearRing>();
    double turns = 0;
    for (size_t i = 0; i < points.size(); ++i) {
        if (i > 0 && isJump(points[i - 1].x(), points[i].x()))
            turns += points[i].x() < points[i - 1].x() ? wholeTurn : -wholeTurn;
        if (i == 0 && std::isfinite(middle))
            turns = wholeTurn * std::round((middle - points[i].x()) / wholeTurn);
        ring->addPoint(points[i].x() + turns, points[i].y());
    }
    const bool isClosed =
        ring->getNumPoints() > 3 && std::abs(ring->getX(0) - ring->getX(ring->getNumPoints() - 1)) < halfTurn;
    return isClosed ? std::move(ring) : nullptr;
}

OGRPolygon mapSheet(double turn)
{
    constexpr double pole = 90.001; // so that what touches it is cut at the sides only
    auto *ring = new OGRLinearRing;
    for (const auto &[x, y] :
         {std::pair{-halfTurn, -pole}, std::pair{halfTurn, -pole}, std::pair{halfTurn, pole},
          std::pair{-halfTurn, pole}, std::pair{-halfTurn, -pole}})
        ring->addPoint(x + turn, y);
    OGRPolygon sheet;
    sheet.addRingDirectly(ring);
    return sheet;
}

void shift(OGRGeometry &geometry, double x)
{
    if (x == 0)
        return;
    class Shift : public OGRDefaultGeometryVisitor
    {
    public:
        explicit Shift(double distance) : m_distance(distance) {}
        using OGRDefaultGeometryVisitor::visit;
        void visit(OGRLinearRing *ring) override
        {
            for (int i = 0; i < ring->getNumPoints(); ++i)
                ring->setPoint(i, ring->getX(i) + m_distance, ring->getY(i));
        }

    private:
        double m_distance;
    };
    Shift visitor(x);
    geometry.accept(&visitor);
}

std::unique_ptr<OGRGeometry> cutPart(Rings rings)
{
    if (!crosses(rings))
        return nullptr;
    auto polygon = std::make_unique<OGRPolygon>();
    double middle = std::numeric_limits<double>::quiet_NaN();
    for (const auto &points : rings) {
        auto ring = unrolled(points, middle);
        if (!ring)
            return nullptr;
        if (!std::isfinite(middle)) {
            OGREnvelope box;
            ring->getEnvelope(&box);
            middle = (box.MinX + box.MaxX) / 2;
        }
        polygon->addRingDirectly(ring.release());
    }
    std::unique_ptr<OGRGeometry> whole(polygon->IsValid() ? polygon->clone() : polygon->MakeValid());
    if (!whole)
        return nullptr;
    auto pieces = std::make_unique<OGRGeometryCollection>();
    for (const double turn : {-2 * wholeTurn, -wholeTurn, 0.0, wholeTurn, 2 * wholeTurn}) {
        const OGRPolygon sheet = mapSheet(turn);
        std::unique_ptr<OGRGeometry> piece(whole->Intersects(&sheet) ? whole->Intersection(&sheet) : nullptr);
        if (!piece || piece->IsEmpty())
            continue;
        shift(*piece, -turn);
        pieces->addGeometryDirectly(piece.release());
    }
    if (pieces->IsEmpty())
        return nullptr;
    return pieces;
}

/// Half degrees of longitude round the globe, and whether there is something in them.
class Round
{
public:
    void add(double from, double to)
    {
        const double low = std::min(from, to);
        const double width = isJump(from, to) ? wholeTurn - std::abs(to - from) : std::abs(to - from);
        const double start = isJump(from, to) ? std::max(from, to) : low;
        const auto last = static_cast<long>(std::floor((start + width) * perDegree));
        for (auto i = static_cast<long>(std::floor(start * perDegree)); i <= last; ++i)
            m_isTaken[static_cast<size_t>(((i % size) + size) % size)] = true;
    }

    /// West end and width of what there is, left out the widest gap.
    std::pair<double, double> taken() const
    {
        long widest = 0;
        long end = 0; // where it ends
        long gap = 0;
        for (long i = 0; i < 2 * size; ++i) {
            gap = m_isTaken[static_cast<size_t>(i % size)] ? 0 : gap + 1;
            if (gap > widest && gap <= size) {
                widest = gap;
                end = i + 1;
            }
        }
        double west = static_cast<double>(end % size) / perDegree;
        if (west >= halfTurn)
            west -= wholeTurn;
        return {west, wholeTurn - static_cast<double>(widest) / perDegree};
    }

private:
    static constexpr long perDegree = 2;
    static constexpr long size = 360 * perDegree;
    std::array<bool, size> m_isTaken = {};
};

} // namespace

GlobeExtent globeExtent(const ShapeCollector &shapes)
{
    const QRectF box = shapes.extent();
    GlobeExtent extent{box.left(), box.width(), box.top(), box.bottom()};
    if (extent.width <= halfTurn && box.right() <= halfTurn)
        return extent;
    Round round;
    for (size_t ring = 0; ring < shapes.ringCount(); ++ring) {
        const auto points = shapes.ring(ring);
        for (size_t i = 1; i < points.size(); ++i)
            round.add(points[i - 1].x(), points[i].x());
    }
    std::tie(extent.west, extent.width) = round.taken();
    return extent;
}

void turnTowards(ShapeCollector &shapes, double middle)
{
    for (QPointF &point : shapes.points())
        if (std::abs(point.x() - middle) > halfTurn)
            point.rx() -= wholeTurn * std::round((point.x() - middle) / wholeTurn);
    shapes.updateBoxes();
}

void cutAtDateLine(ShapeCollector &shapes)
{
    shapes.changeParts(cutPart);
}

} // namespace atlas
