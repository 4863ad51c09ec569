#include "core/render/people_symbols.h"

#include "core/dataset/dataset.h"
#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"
#include "core/render/text.h"
#include "core/render/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr double keyGapAbove = 8;
constexpr double keyRowGap = 3;
constexpr double circleLine = 1.2;

/// The greatest of 1, 2, 5, 10, 20 ... that is not above a number.
double roundNumberBelow(double number)
{
    const double power = std::pow(10.0, std::floor(std::log10(number)));
    for (const double digit : {5.0, 2.0})
        if (digit * power <= number)
            return digit * power;
    return power;
}

QFont keyFont()
{
    return mapFont(11);
}

/// Of the circles of the key, which stand beside each other.
double keyRowHeight(const PeopleSymbols &symbols)
{
    const double text = QFontMetricsF(keyFont()).height();
    return symbols.samples.empty()
               ? 0
               : std::max(2 * symbols.radiusOf(symbols.samples.front().people) + 2 * circleLine, text);
}

void paintCircle(QPainter &painter, const MapColours &colours, QPointF centre, double radius)
{
    // The casing keeps the line apart from any fill; the veil leaves the colour of the area to be seen.
    QColor veil = colours.background;
    veil.setAlpha(70);
    painter.setBrush(veil);
    painter.setPen(QPen(colours.background, 2.4 * circleLine));
    painter.drawEllipse(centre, radius, radius);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours.ink, circleLine));
    painter.drawEllipse(centre, radius, radius);
}

} // namespace

double PeopleSymbols::radiusOf(double number) const
{
    return greatestRadius * std::sqrt(number / greatest);
}

PeopleSymbols peopleSymbols(const Dataset &dataset, const QLocale &locale)
{
    PeopleSymbols symbols;
    size_t count = 0;
    for (size_t area = 0; area < std::min(dataset.population.size(), dataset.boundaries->size()); ++area)
        if (dataset.hasShape(area) && dataset.population[area] > 0) {
            symbols.greatest = std::max(symbols.greatest, dataset.population[area]);
            ++count;
        }
    if (count == 0)
        return {};
    constexpr double smallest = 3;
    constexpr double largest = 22;
    constexpr double ofOne = 100;
    symbols.greatestRadius = std::clamp(ofOne / std::sqrt(static_cast<double>(count)), smallest, largest);
    symbols.people.assign(dataset.population.begin(),
                          dataset.population.begin() + static_cast<ptrdiff_t>(dataset.boundaries->size()));
    symbols.title = Text::tr("Young people");
    const double round = roundNumberBelow(symbols.greatest);
    for (const double number : {round, roundNumberBelow(round / 4)})
        if (number >= 1)
            symbols.samples.push_back({number, locale.toString(number, 'f', 0)});
    return symbols;
}

void paintPeople(QPainter &painter, const MapScene &scene, const MapViewport &viewport)
{
    const PeopleSymbols &symbols = scene.people;
    if (symbols.isEmpty())
        return;
    const double margin = symbols.greatestRadius + 2 * circleLine;
    const QRectF sight = QRectF(QPointF(0, 0), viewport.screen()).adjusted(-margin, -margin, margin, margin);
    std::vector<size_t> shapes;
    for (size_t shape = 0; shape < symbols.people.size(); ++shape)
        if (scene.boundaries().hasShape(shape) && symbols.people[shape] > 0
            && sight.intersects(viewport.toScreen(scene.boundaries().boxes[shape])))
            shapes.push_back(shape);
    std::stable_sort(shapes.begin(), shapes.end(),
                     [&](size_t a, size_t b) { return symbols.people[a] > symbols.people[b]; });
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const size_t shape : shapes) {
        const QPointF centre = viewport.toScreen(scene.shapes->labelPoint(shape).centre);
        if (sight.contains(centre))
            paintCircle(painter, scene.colours, centre, symbols.radiusOf(symbols.people[shape]));
    }
    painter.restore();
}

double peopleKeyHeight(const MapScene &scene)
{
    if (scene.people.isEmpty())
        return 0;
    return 2 * keyGapAbove + QFontMetricsF(keyFont()).height() + keyRowGap + keyRowHeight(scene.people);
}

void paintPeopleKey(QPainter &painter, const MapScene &scene, const QRectF &box)
{
    const PeopleSymbols &symbols = scene.people;
    if (symbols.isEmpty())
        return;
    const QFontMetricsF metrics(keyFont());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(keyFont());
    painter.setPen(scene.colours.faintInk);
    double top = box.top() + keyGapAbove;
    painter.drawText(QRectF(box.left(), top, box.width(), metrics.height()), Qt::AlignVCenter,
                     metrics.elidedText(symbols.title, Qt::ElideRight, box.width()));
    top += metrics.height() + keyRowGap;
    const double height = keyRowHeight(symbols);
    double left = box.left();
    for (const PeopleSymbols::Sample &sample : symbols.samples) {
        const double radius = symbols.radiusOf(sample.people);
        const double width = metrics.horizontalAdvance(sample.text);
        left += radius + circleLine;
        paintCircle(painter, scene.colours, QPointF(left, top + height / 2), radius);
        left += radius + keyGapAbove;
        painter.setPen(scene.colours.ink);
        painter.drawText(QRectF(left, top, width + 1, height), Qt::AlignVCenter, sample.text);
        left += width + 2 * keyGapAbove;
    }
    painter.restore();
}

} // namespace atlas
