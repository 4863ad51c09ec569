#include "tests/support/made_coverage.h"

#include <QRandomGenerator>

#include <algorithm>
#include <map>
#include <utility>

namespace atlas::test {

namespace {

constexpr double side = 1000;
const QPointF southWest(400000, 200000);

using Corner = std::pair<int, int>;

class CoverageMaker
{
public:
    CoverageMaker(const CoverageShape &shape, unsigned seed) : m_shape(shape), m_random(seed) {}

    std::vector<MadeShape> make()
    {
        std::vector<MadeShape> shapes;
        std::vector<MadeShape> fillings;
        for (int y = 0; y < m_shape.across; ++y)
            for (int x = 0; x < m_shape.across; ++x) {
                MadeShape area = {{outside(x, y)}};
                if (m_shape.holes && (y * m_shape.across + x) % 7 == 3) {
                    const MadeRing hole =
                        wigglySquare(place({x, y}) + QPointF(0.35, 0.35) * side, 0.3 * side);
                    area.front().push_back(MadeRing(hole.rbegin(), hole.rend()));
                    // Its ring starts elsewhere than that of the hole.
                    MadeRing filling(hole.begin() + 5, hole.end());
                    filling.insert(filling.end(), hole.begin() + 1, hole.begin() + 6);
                    fillings.push_back({{filling}});
                }
                if (m_shape.islands && (y * m_shape.across + x) % 5 == 2)
                    area.push_back({wigglySquare(place({x, y}) - QPointF(0, (m_shape.across + 2) * side),
                                                 0.05 * side * (1 + x % 3))});
                shapes.push_back(area);
            }
        shapes.insert(shapes.end(), fillings.begin(), fillings.end());
        return shapes;
    }

private:
    static QPointF place(Corner corner)
    {
        return southWest + QPointF(corner.first * side, corner.second * side);
    }
    double chance() { return m_random.generateDouble() - 0.5; }

    QPointF cornerAt(Corner corner)
    {
        const auto found = m_corners.find(corner);
        if (found != m_corners.end())
            return found->second;
        return m_corners[corner] = place(corner) + QPointF(0.3 * chance(), 0.3 * chance()) * side;
    }

    /// The points between two corners, which both areas beside the edge have.
    std::vector<QPointF> edge(Corner from, Corner to)
    {
        const bool isTurned = to < from;
        const auto key = isTurned ? std::pair(to, from) : std::pair(from, to);
        if (!m_edges.contains(key))
            m_edges[key] = wiggle(cornerAt(key.first), cornerAt(key.second), m_shape.pointsOnEdge);
        std::vector<QPointF> points = m_edges[key];
        if (isTurned)
            std::reverse(points.begin(), points.end());
        return points;
    }

    std::vector<QPointF> wiggle(QPointF from, QPointF to, int count)
    {
        std::vector<QPointF> points;
        const QPointF along = to - from;
        const QPointF across(-along.y(), along.x());
        for (int i = 1; i <= count; ++i)
            points.push_back(from + along * i / (count + 1) + across * 0.08 * chance());
        return points;
    }

    MadeRing ringOf(const std::vector<QPointF> &corners, const std::vector<std::vector<QPointF>> &edges)
    {
        MadeRing ring;
        for (size_t i = 0; i < corners.size(); ++i) {
            ring.push_back(corners[i]);
            ring.insert(ring.end(), edges[i].begin(), edges[i].end());
        }
        ring.push_back(ring.front());
        return ring;
    }

    MadeRing outside(int x, int y)
    {
        const Corner corners[] = {{x, y}, {x, y + 1}, {x + 1, y + 1}, {x + 1, y}};
        std::vector<QPointF> places;
        std::vector<std::vector<QPointF>> edges;
        for (size_t i = 0; i < 4; ++i) {
            places.push_back(cornerAt(corners[i]));
            edges.push_back(edge(corners[i], corners[(i + 1) % 4]));
        }
        return ringOf(places, edges);
    }

    MadeRing wigglySquare(QPointF at, double width)
    {
        const std::vector<QPointF> places = {at, at + QPointF(0, width), at + QPointF(width, width),
                                             at + QPointF(width, 0)};
        std::vector<std::vector<QPointF>> edges;
        for (size_t i = 0; i < 4; ++i)
            edges.push_back(wiggle(places[i], places[(i + 1) % 4], std::max(2, m_shape.pointsOnEdge / 4)));
        return ringOf(places, edges);
    }

    CoverageShape m_shape;
    QRandomGenerator m_random;
    std::map<Corner, QPointF> m_corners;
    std::map<std::pair<Corner, Corner>, std::vector<QPointF>> m_edges;
};

} // namespace

std::vector<MadeShape> coverageShapes(const CoverageShape &shape, unsigned seed)
{
    return CoverageMaker(shape, seed).make();
}

std::shared_ptr<const BoundarySet> makeCoverage(const CoverageShape &shape, unsigned seed)
{
    return makeBoundaries(coverageShapes(shape, seed));
}

} // namespace atlas::test
