#include "core/render/map_insets.h"

#include "core/render/land_raster.h"
#include "core/render/text.h"
#include "core/render/theme.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace atlas {

namespace {

constexpr size_t mostInsets = 4;
constexpr int leastGain = 6; // areas
constexpr double leastWorth = 6;
constexpr double captionHeight = 14;

/// An area that is too narrow to be seen, or for its label.
struct LostArea
{
    QRectF box;       ///< metres
    double width = 0; ///< pixels
    double worth =
        0; ///< rises from 0.6 where it is nearly wide enough to 1.6 at half the width needed, and on
};

double widthNeeded(const MapScene &scene)
{
    constexpr double forALabel = 19;
    constexpr double toBeSeen = 3;
    return scene.labels.empty() ? toBeSeen : forALabel;
}

std::vector<LostArea> lostAreas(const MapScene &scene, const MapViewport &viewport, double needed)
{
    constexpr double mostWorth = 3;
    constexpr double ofEach = 0.6;
    std::vector<LostArea> lost;
    for (size_t area = 0; area < scene.boundaries().size(); ++area) {
        const QRectF &box = scene.boundaries().boxes[area];
        const double width = std::min(box.width(), box.height()) * viewport.pixelsPerMetre();
        if (scene.boundaries().hasShape(area) && width < needed)
            lost.push_back({box, width, ofEach + std::min(needed / std::max(width, 1e-9) - 1, mostWorth)});
    }
    return lost;
}

/// A square of the map, and what the lost areas that are found in it are worth.
struct Choice
{
    QRectF square;
    double enlarged = 0;
    double worth = 0;
};

/// Worths of areas in the cells of a grid, summed up from the first row and column.
class WorthGrid
{
public:
    WorthGrid(const QRectF &extent, double cell)
        : m_origin(extent.topLeft()), m_cell(cell), m_columns(static_cast<size_t>(extent.width() / cell) + 2),
          m_rows(static_cast<size_t>(extent.height() / cell) + 2), m_sums(m_columns * m_rows, 0)
    {}

    void add(QPointF place, double worth)
    {
        const auto x = static_cast<size_t>((place.x() - m_origin.x()) / m_cell) + 1;
        const auto y = static_cast<size_t>((place.y() - m_origin.y()) / m_cell) + 1;
        m_sums[std::min(y, m_rows - 1) * m_columns + std::min(x, m_columns - 1)] += worth;
    }

    /// The square of so many cells a side that is worth most.
    Choice fullestSquare(size_t side)
    {
        for (size_t y = 0; y < m_rows; ++y)
            for (size_t x = 0; x < m_columns; ++x)
                at(x, y) += (x > 0 ? at(x - 1, y) : 0) + (y > 0 ? at(x, y - 1) : 0)
                            - (x > 0 && y > 0 ? at(x - 1, y - 1) : 0);
        Choice best;
        for (size_t y = 0; y < m_rows; ++y)
            for (size_t x = 0; x < m_columns; ++x) {
                const size_t endX = std::min(x + side, m_columns - 1);
                const size_t endY = std::min(y + side, m_rows - 1);
                const double worth = at(endX, endY) - at(x, endY) - at(endX, y) + at(x, y);
                if (worth > best.worth) {
                    const double width = static_cast<double>(side) * m_cell;
                    best.worth = worth;
                    best.square = QRectF(m_origin.x() + static_cast<double>(x) * m_cell,
                                         m_origin.y() + static_cast<double>(y) * m_cell, width, width);
                }
            }
        return best;
    }

private:
    double &at(size_t x, size_t y) { return m_sums[y * m_columns + x]; }

    QPointF m_origin;
    double m_cell;
    size_t m_columns;
    size_t m_rows;
    std::vector<double> m_sums;
};

/// The square of frame / enlarged pixels that is worth most, over all enlargements.
Choice bestChoice(const std::vector<LostArea> &lost, const QRectF &extent, double scale, double frame,
                  double needed)
{
    constexpr size_t cellsASide = 10;
    Choice best;
    for (const double enlarged : {2.4, 3.0, 4.0, 5.0, 6.5}) {
        const double side = frame / (enlarged * scale);
        WorthGrid grid(extent, side / cellsASide);
        for (const LostArea &area : lost)
            if (area.width * enlarged >= needed)
                grid.add(area.box.center(), area.worth);
        Choice choice = grid.fullestSquare(cellsASide);
        choice.enlarged = enlarged;
        if (choice.worth > best.worth)
            best = choice;
    }
    return best;
}

/// The part of a choice that its areas take up, and a rim.
struct Part
{
    QRectF box;
    int gain = 0; ///< areas
};
Part partOf(const Choice &choice, const std::vector<LostArea> &lost, double needed)
{
    constexpr double rim = 0.03;
    QRectF box;
    int gain = 0;
    for (const LostArea &area : lost)
        if (area.width * choice.enlarged >= needed && choice.square.contains(area.box.center())) {
            box |= area.box;
            ++gain;
        }
    const double by = rim * std::max(box.width(), box.height());
    return {box.adjusted(-by, -by, by, by), gain};
}

bool meetsAny(const QRectF &box, const std::vector<QRectF> &others)
{
    return std::any_of(others.begin(), others.end(),
                       [&box](const QRectF &other) { return other.intersects(box); });
}

/// At a corner of the part, clear of frames and of all that stands on the map. Where no corner is, the first.
QRectF letterPlace(const QRectF &part, const std::vector<QRectF> &taken)
{
    constexpr double side = 14;
    const double left = part.left() - side - 1;
    const double right = part.right() + 1;
    const double top = part.top() - 1;
    const double bottom = part.bottom() + 1 - side;
    const QPointF corners[] = {{left, top}, {right, top}, {left, bottom}, {right, bottom}};
    for (const QPointF corner : corners)
        if (const QRectF box(corner, QSizeF(side, side)); !meetsAny(box, taken))
            return box;
    return {corners[0], QSizeF(side, side)};
}

/// How much of "A: 2.4 times as large" has room in a width.
QString captionFor(const QString &letter, double enlarged, double width)
{
    const QFontMetricsF metrics(insetCaptionFont());
    for (const QString &text :
         {Text::tr("%1: %2 times as large", "letter, number").arg(letter).arg(enlarged, 0, 'f', 1),
          Text::tr("%1: \u00d7 %2", "letter, number").arg(letter).arg(enlarged, 0, 'f', 1)})
        if (metrics.horizontalAdvance(text) <= width)
            return text;
    return letter;
}

/// The free place for a frame of this size that is nearest to a point.
std::optional<QRectF> freePlace(const QSizeF &size, QPointF near, const QSizeF &page,
                                const std::vector<QRectF> &taken, const LandRaster &land)
{
    constexpr double margin = 12;
    constexpr double clear = 5;
    constexpr double step = 10;
    const QPointF half(size.width() / 2, size.height() / 2);
    std::vector<std::pair<double, QPointF>> places;
    const auto rows =
        static_cast<int>((page.height() - 2 * margin - size.height() - captionHeight) / step) + 1;
    const auto columns = static_cast<int>((page.width() - 2 * margin - size.width()) / step) + 1;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const QPointF place(page.width() - margin - size.width() - column * step, margin + row * step);
            places.emplace_back(QLineF(place + half, near).length(), place);
        }
    std::stable_sort(places.begin(), places.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[distance, place] : places) {
        const QRectF box(place, size + QSizeF(0, captionHeight));
        if (!meetsAny(box, taken) && land.isSea(box.adjusted(-clear, -clear, clear, clear)))
            return QRectF(place.toPoint(), size);
    }
    return {};
}

std::optional<MapInset> placedInset(const QRectF &part, const QString &letter, double frame,
                                    const MapViewport &viewport, const std::vector<QRectF> &taken,
                                    const LandRaster &land)
{
    constexpr double leastEnlarged = 1.6;
    const QRectF onPage = viewport.toScreen(part);
    for (const double share : {1.0, 0.9, 0.8, 0.7, 0.6}) {
        const QSizeF size = part.size().scaled(frame * share, frame * share, Qt::KeepAspectRatio);
        const QSizeF whole(std::round(size.width()), std::round(size.height()));
        const double enlarged = size.width() / onPage.width();
        if (enlarged < leastEnlarged)
            return {};
        if (const auto place = freePlace(whole, onPage.center(), viewport.screen(), taken, land)) {
            const QRectF inside(QPointF(0, 0), whole);
            return MapInset{.frame = *place,
                            .caption = QRectF(place->left(), place->bottom(), whole.width(), captionHeight),
                            .viewport = MapViewport::fitting(part, inside, whole),
                            .part = part,
                            .letter = letter,
                            .text = captionFor(letter, enlarged, whole.width())};
        }
    }
    return {};
}

} // namespace

std::vector<MapInset> proposeInsets(const MapScene &scene, const MapViewport &viewport,
                                    const std::vector<QRectF> &taken, const LandRaster &land)
{
    if (!scene.insets || scene.shapes->extent().isEmpty())
        return {};
    constexpr double frameShare = 0.27; // of the page
    constexpr double smallestFrame = 90;
    constexpr double largestFrame = 240;
    const QSizeF page = viewport.screen();
    const double frame = std::min(frameShare * std::min(page.width(), page.height()), largestFrame);
    if (frame < smallestFrame)
        return {};
    const double needed = widthNeeded(scene);
    std::vector<LostArea> lost = lostAreas(scene, viewport, needed);
    std::vector<QRectF> occupied = taken;
    std::vector<MapInset> insets;
    constexpr size_t mostTries = 6;
    for (size_t attempt = 0; attempt < mostTries && insets.size() < mostInsets; ++attempt) {
        const Choice choice =
            bestChoice(lost, scene.shapes->extent(), viewport.pixelsPerMetre(), frame, needed);
        const Part found = partOf(choice, lost, needed);
        const QRectF part = found.box;
        if (found.gain < leastGain || choice.worth < leastWorth)
            break;
        const bool isShown = std::any_of(insets.begin(), insets.end(), [&part](const MapInset &inset) {
            return inset.part.intersects(part);
        });
        // Shown, or without room: either way the next inset is for others.
        std::erase_if(lost, [&part](const LostArea &area) { return part.contains(area.box.center()); });
        if (isShown)
            continue;
        const QString letter(QChar(static_cast<char16_t>(u'A' + insets.size())));
        if (auto inset = placedInset(part, letter, frame, viewport, occupied, land)) {
            constexpr double clear = 8;
            occupied.push_back((inset->frame | inset->caption).adjusted(-clear, -clear, clear, clear));
            inset->letterBox = letterPlace(viewport.toScreen(part), occupied);
            occupied.push_back(inset->letterBox);
            insets.push_back(*std::move(inset));
        }
    }
    return insets;
}

std::optional<QLineF> lineOf(const MapInset &inset, const MapViewport &viewport)
{
    constexpr double longest = 90;
    const QRectF part = viewport.toScreen(inset.part);
    const auto nearest = [](const QRectF &box, QPointF to) {
        return QPointF(std::clamp(to.x(), box.left(), box.right()),
                       std::clamp(to.y(), box.top(), box.bottom()));
    };
    const QPointF onFrame = nearest(inset.frame, part.center());
    const QLineF line(nearest(part, onFrame), onFrame);
    return line.length() <= longest ? std::optional(line) : std::nullopt;
}

QFont insetCaptionFont()
{
    constexpr int pixels = 10;
    return mapFont(pixels);
}

LabelRoom roomBeside(const std::vector<MapInset> &insets, const MapViewport &viewport,
                     std::vector<QRectF> taken)
{
    constexpr double clear = 4;
    LabelRoom room{.taken = std::move(taken)};
    for (const MapInset &inset : insets) {
        room.taken.push_back((inset.frame | inset.caption).adjusted(-clear, -clear, clear, clear));
        room.taken.push_back(inset.letterBox);
        if (const auto line = lineOf(inset, viewport))
            room.lines.push_back(*line);
        const QRectF part = viewport.toScreen(inset.part);
        room.lines.insert(room.lines.end(), {QLineF(part.topLeft(), part.topRight()),
                                             QLineF(part.topRight(), part.bottomRight()),
                                             QLineF(part.bottomRight(), part.bottomLeft()),
                                             QLineF(part.bottomLeft(), part.topLeft())});
        room.elsewhere.push_back(inset.part);
    }
    return room;
}

} // namespace atlas
