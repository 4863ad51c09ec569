#include "bench/window_measurements.h"

#include "bench/measuring.h"
#include "bench/watched_window.h"
#include "core/render/colour_scale.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <string>

namespace atlas {

namespace {

/// The settings before and after each toggle: one indicator after another is switched off and on again, so
/// that every toggle changes scores, ranks, classes and the order of the table.
IndexSettings settingsOfToggle(const Dataset &dataset, int toggle)
{
    IndexSettings settings;
    const auto count = static_cast<int>(dataset.indicatorCount());
    if (toggle % 2 == 0)
        settings.excluded.insert(dataset.indicator(static_cast<size_t>(toggle / 2 % count)).code);
    return settings;
}

void measureToggles(WatchedWindow &window, int times)
{
    for (int i = 0; i < times; ++i) {
        Choices choices = window.model().document.now().choices();
        choices.index = settingsOfToggle(*window.model().document.now().dataset(), i);
        const auto took = window.untilAllDone([&] { window.model().document.setChoices(choices); });
        printFigure("toggle", took.map);
        printFigure("toggle-all", took.all);
    }
}

void measurePalettes(WatchedWindow &window, int times)
{
    const QStringList names = colourScaleNames();
    for (int i = 1; i <= times; ++i) {
        Looks looks = window.model().document.now().looks();
        looks.palette = names[i % names.size()];
        printFigure("palette", window.untilMapPainted([&] { window.model().document.setLooks(looks); }));
        window.handleEvents();
    }
}

void measureClasses(WatchedWindow &window, int times)
{
    for (int i = 1; i <= times; ++i) {
        Choices choices = window.model().document.now().choices();
        choices.scheme.classCount = 4 + i % 4;
        printFigure("classes", window.untilAllDone([&] { window.model().document.setChoices(choices); }).map);
    }
}

/// Where a hand is that draws an eight around `middle`.
QPointF handAt(QPointF middle, int step)
{
    constexpr double turn = 0.12;
    return middle + QPointF(150 * std::sin(step * turn), 100 * std::sin(2 * step * turn));
}

/// Drags the map as it is, and then magnified.
void measurePan(WatchedWindow &window, int times)
{
    const QPointF middle = window.map().rect().toRectF().center();
    for (const double factor : {1.0, 8.0}) {
        window.showMiddle(factor);
        window.press(middle);
        const auto move = [&](int step) { window.moveMouse(handAt(middle, step + 1), Qt::LeftButton); };
        for (const double frame : window.untilMapPaintedAtPace(times / 2, move))
            printFigure("pan", frame);
        window.release(handAt(middle, times / 2));
    }
    window.showAll();
}

/// Zooms in and out again in small steps, as with two fingers.
void measureZoom(WatchedWindow &window, int times)
{
    constexpr int step = 15; // an eighth of a notch
    window.showMiddle(1);
    const QPointF place = window.map().rect().toRectF().center() + QPointF(100, 50);
    const auto turn = [&](int i) { window.turnWheel(place, i < times / 2 ? step : -step); };
    for (const double frame : window.untilMapPaintedAtPace(times, turn))
        printFigure("zoom", frame);
    window.showAll();
}

/// The view in which areas are `factor` times as large as at full extent. Comes from twice as near, so that
/// all has to be drawn anew. The first frame does not count, as it does not with the peers.
template <int factor>
void measureSettled(WatchedWindow &window, int times)
{
    const std::string name = "settled-x" + std::to_string(factor);
    const QPointF middle = window.map().rect().toRectF().center();
    for (int i = 0; i <= times; ++i) {
        window.showMiddle(2 * factor);
        const double took = window.untilSettled([&] { window.zoomAbout(middle, 0.5); });
        if (i > 0)
            printFigure(name.c_str(), took);
    }
    window.showAll();
}

/// Somewhere on the map where there is another area than the one pointed at; looks from area `first` on.
QPointF placeOfAnotherArea(WatchedWindow &window, size_t first)
{
    const MapShapes &shapes = *window.model().document.now().shapes();
    const size_t count = shapes.boundaries().size();
    for (size_t i = 0; i < count; ++i) {
        const size_t area = (first + i) % count;
        if (!shapes.boundaries().hasShape(area))
            continue;
        const QPointF place = window.map().viewport().toScreen(shapes.labelPoint(area).centre);
        const auto found = shapes.locator().areaAt(window.map().viewport().toMap(place));
        if (found && found != window.model().areas.hovered())
            return place;
    }
    giveUp(QStringLiteral("no two areas to point at"));
}

void measureHover(WatchedWindow &window, int times)
{
    window.showAll();
    const size_t count = window.model().document.now().shapes()->boundaries().size();
    for (int i = 0; i < times; ++i) {
        const QPointF place =
            placeOfAnotherArea(window, count * static_cast<size_t>(i) / static_cast<size_t>(times));
        printFigure("hover", window.untilMapPainted([&] { window.moveMouse(place); }));
        window.handleEvents();
    }
}

/// The square around a place that holds the middles of so many areas' boxes.
QRectF squareWith(const BoundarySet &boundaries, QPointF place, size_t count)
{
    std::vector<double> distances;
    for (const QRectF &box : boundaries.boxes) {
        const QPointF way = box.center() - place;
        distances.push_back(std::max(std::abs(way.x()), std::abs(way.y())));
    }
    if (distances.size() < count)
        giveUp(QStringLiteral("too few areas to select"));
    std::ranges::nth_element(distances, distances.begin() + static_cast<std::ptrdiff_t>(count) - 1);
    const double reach = distances[count - 1];
    return {place.x() - reach, place.y() - reach, 2 * reach, 2 * reach};
}

/// Draws rectangles with Shift; the time begins when the button is let go.
void measureSelection(WatchedWindow &window, int times)
{
    constexpr size_t selected = 10000;
    window.showAll();
    const BoundarySet &boundaries = window.model().document.now().shapes()->boundaries();
    const QRectF extent = boundaries.extent();
    const QPointF aside = extent.center() + QPointF(extent.width(), -extent.height()) / 8;
    for (int i = 0; i < times; ++i) {
        const QRectF square = squareWith(boundaries, i % 2 ? aside : extent.center(), selected);
        const QRectF rectangle = window.map().viewport().toScreen(square);
        window.press(rectangle.topLeft(), Qt::ShiftModifier);
        window.moveMouse(rectangle.bottomRight(), Qt::LeftButton);
        window.handleEvents();
        const auto took =
            window.untilAllDone([&] { window.release(rectangle.bottomRight(), Qt::ShiftModifier); });
        if (window.model().areas.areas().size() < selected)
            giveUp(
                QStringLiteral("the rectangle selected %1 areas").arg(window.model().areas.areas().size()));
        printFigure("select", took.all);
    }
    window.model().selection.select({});
    window.handleEvents();
}

/// Drags the scroll bar down: every frame shows other rows.
void measureScrolling(WatchedWindow &window, int times)
{
    QScrollBar &bar = *window.table().verticalScrollBar();
    for (int i = 1; i <= times; ++i) {
        const int value = bar.minimum() + static_cast<int>(qint64(bar.maximum() - bar.minimum()) * i / times);
        printFigure("scroll", window.untilTablePainted([&] { bar.setValue(value); }));
        window.handleEvents();
    }
    bar.setValue(bar.minimum());
    window.handleEvents();
}

double untilSorted(WatchedWindow &window, int column, Qt::SortOrder order)
{
    const std::vector<size_t> before = window.table().areasInOrder();
    const double milliseconds = window.untilTablePainted([&] { window.table().sortByColumn(column, order); });
    window.handleEvents();
    if (window.table().areasInOrder() == before)
        giveUp(QStringLiteral("the table was not sorted"));
    return milliseconds;
}

/// By one column of figures after another, and each time by name in between.
void measureSorting(WatchedWindow &window, int times)
{
    const int columns = window.table().model()->columnCount();
    for (int i = 0; i < times; ++i) {
        const int column = columns - 1 - i % (columns - 1);
        const auto order = i % 2 ? Qt::AscendingOrder : Qt::DescendingOrder;
        printFigure("sort-figures", untilSorted(window, column, order));
        printFigure("sort-names", untilSorted(window, 0, order));
    }
}

struct Procedure
{
    int usualTimes;
    void (*measure)(WatchedWindow &window, int times);
};

const std::map<QString, Procedure> &procedures()
{
    static const std::map<QString, Procedure> all = {
        {QStringLiteral("toggle"), {10, measureToggles}},
        {QStringLiteral("palette"), {10, measurePalettes}},
        {QStringLiteral("classes"), {10, measureClasses}},
        {QStringLiteral("pan"), {100, measurePan}},
        {QStringLiteral("zoom"), {100, measureZoom}},
        {QStringLiteral("settled-x1"), {5, measureSettled<1>}},
        {QStringLiteral("settled-x8"), {3, measureSettled<8>}},
        {QStringLiteral("settled-x64"), {3, measureSettled<64>}},
        {QStringLiteral("hover"), {100, measureHover}},
        {QStringLiteral("select"), {2, measureSelection}},
        {QStringLiteral("scroll"), {100, measureScrolling}},
        {QStringLiteral("sort"), {4, measureSorting}},
    };
    return all;
}

} // namespace

const std::map<QString, int> &windowMeasurements()
{
    static const std::map<QString, int> usualTimes = [] {
        std::map<QString, int> times;
        for (const auto &[name, procedure] : procedures())
            times[name] = procedure.usualTimes;
        return times;
    }();
    return usualTimes;
}

void measure(WatchedWindow &window, const Measurement &measurement)
{
    procedures().at(measurement.name).measure(window, measurement.times);
}

} // namespace atlas
