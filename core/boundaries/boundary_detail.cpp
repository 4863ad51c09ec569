#include "core/boundaries/boundary_detail.h"

#include "core/common/parallel.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace atlas {

namespace {

constexpr DetailLevel always = std::numeric_limits<DetailLevel>::max();

/// The level of a squared distance: the exponent of a float and its first bit, which is two steps to the
/// octave of the square, and four of the distance.
DetailLevel levelOfSquare(double squared)
{
    constexpr uint32_t shift = 22;
    constexpr uint32_t centimetre = std::bit_cast<uint32_t>(1e-4F) >> shift;
    const uint32_t bits = std::bit_cast<uint32_t>(static_cast<float>(squared)) >> shift;
    return static_cast<DetailLevel>(std::clamp(bits, centimetre, centimetre + always - 1) - centimetre);
}

uint64_t mixed(uint64_t bits)
{
    bits ^= bits >> 32;
    bits *= 0x9e3779b97f4a7c15U; // 2^64 divided by the golden ratio
    bits ^= bits >> 29;
    return bits;
}

uint64_t hashOf(QPointF point)
{
    // Adding 0 makes one of the two zeros.
    return mixed(mixed(std::bit_cast<uint64_t>(point.x() + 0.0)) * 31
                 + std::bit_cast<uint64_t>(point.y() + 0.0));
}

struct ExactPoint
{
    double x = 0;
    double y = 0;

    explicit ExactPoint(QPointF point) : x(point.x()), y(point.y()) {}
    bool operator==(const ExactPoint &) const = default; // QPointF's own is fuzzy
};

/// Squares of the plane, each with the points in it, so that equal points are found square by square in
/// little memory. Sorted by counting; a ring's closing point is left out.
class PointSquares
{
public:
    explicit PointSquares(const BoundarySet &boundaries) : m_boundaries(boundaries)
    {
        constexpr double pointsInSquare = 2000;
        const double wanted = std::sqrt(static_cast<double>(boundaries.points.size()) / pointsInSquare);
        m_across = static_cast<uint32_t>(std::clamp(wanted, 1.0, 1000.0));
        const QRectF extent = boundaries.extent();
        m_origin = extent.topLeft();
        m_perMetre = {scale(extent.width()), scale(extent.height())};
        sort();
    }

    size_t count() const { return m_starts.size() - 1; }
    std::span<const uint32_t> pointsIn(size_t square) const
    {
        return {m_points.data() + m_starts[square], m_starts[square + 1] - m_starts[square]};
    }

private:
    /// All is in one square where the width is too small to be divided by.
    double scale(double width) const
    {
        const double squares = m_across * 0.999999 / width;
        return std::isfinite(squares) ? squares : 0;
    }

    size_t squareOf(QPointF point) const
    {
        const auto column = static_cast<uint32_t>((point.x() - m_origin.x()) * m_perMetre.x());
        const auto row = static_cast<uint32_t>((point.y() - m_origin.y()) * m_perMetre.y());
        return static_cast<size_t>(std::min(row, m_across - 1)) * m_across + std::min(column, m_across - 1);
    }

    template <typename Visit>
    void visitPoints(size_t firstRing, size_t lastRing, const Visit &visit) const
    {
        for (size_t ring = firstRing; ring < lastRing; ++ring)
            for (uint32_t i = m_boundaries.ringStarts[ring]; i + 1 < m_boundaries.ringStarts[ring + 1]; ++i)
                visit(squareOf(m_boundaries.points[i]), i);
    }

    void sort()
    {
        const size_t squares = static_cast<size_t>(m_across) * m_across;
        const size_t rings = m_boundaries.ringStarts.size() - 1;
        m_starts.assign(squares + 1, 0);
        visitPoints(0, rings, [this](size_t square, uint32_t) { ++m_starts[square + 1]; });
        std::partial_sum(m_starts.begin(), m_starts.end(), m_starts.begin());
        m_points.resize(m_starts.back());
        std::vector<uint32_t> next(m_starts.begin(), m_starts.end() - 1);
        visitPoints(0, rings, [&](size_t square, uint32_t point) { m_points[next[square]++] = point; });
    }

    const BoundarySet &m_boundaries;
    uint32_t m_across = 1;
    QPointF m_origin;
    QPointF m_perMetre; ///< squares
    std::vector<uint32_t> m_starts;
    std::vector<uint32_t> m_points;
};

/// Points by their place, with the places next to them.
class MeetingPoints
{
public:
    void clear(size_t pointCount) { m_slots.assign(std::bit_ceil(2 * pointCount + 2), Slot()); }

    /// Takes note of a point. `neighbours` is the sum of the hashes of the points before and after it, which
    /// is the same in both directions; 0 when lines have to end here.
    void add(QPointF point, uint64_t neighbours)
    {
        Slot &slot = find(point);
        if (!slot.used)
            slot = {ExactPoint(point), neighbours, true, neighbours == 0};
        else if (slot.neighbours != neighbours)
            slot.meets = true;
    }
    bool isMeeting(QPointF point) { return find(point).meets; }

private:
    struct Slot
    {
        ExactPoint place{QPointF()};
        uint64_t neighbours = 0;
        bool used = false;
        bool meets = false;
    };

    Slot &find(QPointF point)
    {
        const ExactPoint place(point);
        size_t i = hashOf(point) & (m_slots.size() - 1);
        while (m_slots[i].used && m_slots[i].place != place)
            i = (i + 1) & (m_slots.size() - 1);
        return m_slots[i];
    }

    std::vector<Slot> m_slots;
};

/// Marks where lines end: at points whose neighbours are not the same in all rings that pass, and at the
/// start of each ring.
void markLineEnds(const BoundarySet &boundaries, BoundaryDetail &detail)
{
    const std::vector<QPointF> &points = boundaries.points;
    for (size_t ring = 0; ring + 1 < boundaries.ringStarts.size(); ++ring)
        if (!boundaries.ring(ring).empty())
            detail.levels[boundaries.ringStarts[ring]] = detail.levels[boundaries.ringStarts[ring + 1] - 1] =
                always;
    const PointSquares squares(boundaries);
    constexpr size_t atOnce = 16;
    inParallel((squares.count() + atOnce - 1) / atOnce, [&](size_t task) {
        MeetingPoints meeting;
        const size_t last = std::min(squares.count(), (task + 1) * atOnce);
        for (size_t square = task * atOnce; square < last; ++square) {
            const std::span<const uint32_t> inside = squares.pointsIn(square);
            meeting.clear(inside.size());
            for (const uint32_t i : inside) {
                const bool isStart = detail.levels[i] == always;
                meeting.add(points[i], isStart ? 0 : hashOf(points[i - 1]) + hashOf(points[i + 1]));
            }
            for (const uint32_t i : inside)
                if (meeting.isMeeting(points[i]))
                    detail.levels[i] = always;
        }
    });
}

/// A line as one ring has it. Of those that are the same, in whatever direction, the first owns the levels.
struct RingLine
{
    BoundaryLine line;
    uint32_t owner = 0;
    uint64_t key = 0; ///< equal for equal lines
};

/// The hash of the end that comes first in an order of its own, so that both directions have the same.
uint64_t keyOf(const std::vector<QPointF> &points, const BoundaryLine &line)
{
    const auto end = [&points](uint32_t outer, uint32_t inner) {
        return mixed(hashOf(points[outer]) * 3 + hashOf(points[inner]));
    };
    const uint32_t last = line.first + line.count - 1;
    return std::min(end(line.first, line.first + 1), end(last, last - 1));
}

std::vector<RingLine> linesOf(const BoundarySet &boundaries, const std::vector<DetailLevel> &levels)
{
    std::vector<RingLine> lines;
    for (size_t ring = 0; ring + 1 < boundaries.ringStarts.size(); ++ring) {
        uint32_t first = boundaries.ringStarts[ring];
        for (uint32_t i = first + 1; i < boundaries.ringStarts[ring + 1]; ++i) {
            if (levels[i] != always)
                continue;
            const BoundaryLine line{first, i - first + 1};
            lines.push_back({line, static_cast<uint32_t>(lines.size()), keyOf(boundaries.points, line)});
            first = i;
        }
    }
    return lines;
}

bool isSame(const std::vector<QPointF> &points, const BoundaryLine &a, const BoundaryLine &b)
{
    if (a.count != b.count)
        return false;
    const auto at = [&points](uint32_t i) { return ExactPoint(points[i]); };
    const uint32_t last = b.first + b.count - 1;
    bool forwards = true;
    bool backwards = true;
    for (uint32_t i = 0; i < a.count && (forwards || backwards); ++i) {
        forwards = forwards && at(a.first + i) == at(b.first + i);
        backwards = backwards && at(a.first + i) == at(last - i);
    }
    return forwards || backwards;
}

void findOwners(const std::vector<QPointF> &points, std::vector<RingLine> &lines)
{
    std::vector<uint32_t> order(lines.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&lines](uint32_t a, uint32_t b) {
        return lines[a].key != lines[b].key ? lines[a].key < lines[b].key : a < b;
    });
    for (size_t i = 1; i < order.size(); ++i) {
        const RingLine &previous = lines[lines[order[i - 1]].owner];
        RingLine &line = lines[order[i]];
        if (line.key == previous.key && isSame(points, line.line, previous.line))
            line.owner = previous.owner;
    }
}

double squaredDistance(QPointF point, QPointF from, QPointF to)
{
    const QPointF along = to - from;
    const QPointF offset = point - from;
    const double length = QPointF::dotProduct(along, along);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(offset, along) / length, 0.0, 1.0) : 0;
    const QPointF across = offset - share * along;
    return QPointF::dotProduct(across, across);
}

/// Levels of the points between the ends of a line, which are needed always.
class LineSimplifier
{
public:
    LineSimplifier(const std::vector<QPointF> &points, std::vector<DetailLevel> &levels)
        : m_points(points), m_levels(levels)
    {}

    void simplify(const BoundaryLine &line)
    {
        // Cut, because the work may grow with the square of the length.
        constexpr uint32_t longest = 4096;
        const uint32_t last = line.first + line.count - 1;
        for (uint32_t first = line.first; first < last; first += longest) {
            const uint32_t end = std::min(last, first + longest);
            if (end != last) // the ends of a line belong to its neighbours too
                m_levels[end] = always;
            m_open.push_back({first, end, always});
            while (!m_open.empty())
                splitOnce();
        }
    }

private:
    struct Stretch
    {
        uint32_t first;
        uint32_t last;
        DetailLevel limit; ///< no point inside is needed where this one is not
    };

    void splitOnce()
    {
        const Stretch stretch = m_open.back();
        m_open.pop_back();
        uint32_t farthest = 0;
        double distance = -1;
        for (uint32_t i = stretch.first + 1; i < stretch.last; ++i) {
            const double d = squaredDistance(m_points[i], m_points[stretch.first], m_points[stretch.last]);
            if (d > distance) {
                distance = d;
                farthest = i;
            }
        }
        if (distance < 0)
            return;
        const DetailLevel level =
            std::min({stretch.limit, levelOfSquare(distance), static_cast<DetailLevel>(always - 1)});
        m_levels[farthest] = level;
        m_open.push_back({stretch.first, farthest, level});
        m_open.push_back({farthest, stretch.last, level});
    }

    const std::vector<QPointF> &m_points;
    std::vector<DetailLevel> &m_levels;
    std::vector<Stretch> m_open;
};

template <typename Work>
void forEachLine(const std::vector<RingLine> &lines, const Work &work)
{
    constexpr size_t atOnce = 512;
    inParallel((lines.size() + atOnce - 1) / atOnce,
               [&](size_t task) { work(task * atOnce, std::min(lines.size(), (task + 1) * atOnce)); });
}

bool isOwner(const std::vector<RingLine> &lines, size_t i)
{
    return lines[i].owner == i;
}

/// Copies the levels between the ends of a line to one that is the same, perhaps in the other direction.
void copyLevels(const std::vector<QPointF> &points, std::vector<DetailLevel> &levels,
                const BoundaryLine &from, const BoundaryLine &to)
{
    if (from.count < 3)
        return;
    const auto source = levels.begin() + from.first + 1;
    const auto target = levels.begin() + to.first + 1;
    const auto count = static_cast<ptrdiff_t>(from.count) - 2;
    const bool forwards = ExactPoint(points[from.first]) == ExactPoint(points[to.first])
                          && ExactPoint(points[from.first + 1]) == ExactPoint(points[to.first + 1]);
    if (forwards)
        std::copy(source, source + count, target);
    else
        std::reverse_copy(source, source + count, target);
}

void simplifyLines(const BoundarySet &boundaries, const std::vector<RingLine> &lines, BoundaryDetail &detail)
{
    forEachLine(lines, [&](size_t first, size_t last) {
        LineSimplifier simplifier(boundaries.points, detail.levels);
        for (size_t i = first; i < last; ++i)
            if (isOwner(lines, i))
                simplifier.simplify(lines[i].line);
    });
    forEachLine(lines, [&](size_t first, size_t last) {
        for (size_t i = first; i < last; ++i)
            if (!isOwner(lines, i))
                copyLevels(boundaries.points, detail.levels, lines[lines[i].owner].line, lines[i].line);
    });
}

/// Lines stand in the order of their points, and so do areas.
void keepOwners(const BoundarySet &boundaries, const std::vector<RingLine> &lines, BoundaryDetail &detail)
{
    size_t i = 0;
    for (size_t area = 0; area <= boundaries.size(); ++area) {
        const uint32_t end = boundaries.ringStarts[boundaries.partStarts[boundaries.areaStarts[area]]];
        for (; i < lines.size() && lines[i].line.first < end; ++i)
            if (isOwner(lines, i))
                detail.lines.push_back(lines[i].line);
        detail.areaLineStarts.push_back(static_cast<uint32_t>(detail.lines.size()));
    }
}

/// The least level that no more than `most` points have; nothing when there is none.
std::optional<DetailLevel> levelLeaving(const std::vector<DetailLevel> &levels, size_t most)
{
    std::array<size_t, size_t(always) + 1> counts = {};
    for (const DetailLevel level : levels)
        ++counts[level];
    size_t left = counts[always];
    if (left > most)
        return {};
    DetailLevel level = always;
    while (level > 1 && left + counts[level - 1U] <= most)
        left += counts[--level];
    return level;
}

CoarseBoundaries coarsen(const BoundarySet &boundaries, const BoundaryDetail &detail, DetailLevel level)
{
    CoarseBoundaries coarse{.level = level};
    std::vector<uint32_t> kept;
    for (uint32_t i = 0; i < detail.levels.size(); ++i)
        if (detail.levels[i] >= level)
            kept.push_back(i);
    coarse.points.reserve(kept.size());
    coarse.levels.reserve(kept.size());
    for (const uint32_t i : kept) {
        coarse.points.push_back(boundaries.points[i]);
        coarse.levels.push_back(detail.levels[i]);
    }
    const auto placeOf = [&kept](uint32_t i) {
        return static_cast<uint32_t>(std::lower_bound(kept.begin(), kept.end(), i) - kept.begin());
    };
    coarse.ringStarts.reserve(boundaries.ringStarts.size());
    for (const uint32_t start : boundaries.ringStarts)
        coarse.ringStarts.push_back(placeOf(start));
    coarse.lines.reserve(detail.lines.size());
    for (const BoundaryLine &line : detail.lines) {
        const uint32_t first = placeOf(line.first);
        coarse.lines.push_back({first, placeOf(line.first + line.count - 1) - first + 1});
    }
    return coarse;
}

void addCoarse(const BoundarySet &boundaries, BoundaryDetail &detail)
{
    constexpr size_t few = 200000;
    constexpr size_t step = 8;
    size_t count = boundaries.points.size();
    while (count > few) {
        const auto level = levelLeaving(detail.levels, count / step);
        if (!level)
            return;
        detail.coarse.push_back(coarsen(boundaries, detail, *level));
        count = detail.coarse.back().points.size();
    }
}

} // namespace

DetailLevel detailLevel(double metres)
{
    return levelOfSquare(metres * metres);
}

BoundaryDetail findDetail(const BoundarySet &boundaries)
{
    BoundaryDetail detail;
    detail.levels.assign(boundaries.points.size(), 0);
    markLineEnds(boundaries, detail);
    std::vector<RingLine> lines = linesOf(boundaries, detail.levels);
    findOwners(boundaries.points, lines);
    simplifyLines(boundaries, lines, detail);
    keepOwners(boundaries, lines, detail);
    addCoarse(boundaries, detail);
    return detail;
}

} // namespace atlas
