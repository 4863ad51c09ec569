#include "core/render/legend_strip.h"

#include "core/common/plain_text.h"
#include "core/render/furniture_text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace atlas {

namespace {

/// The strip of all values: a row for names, one for a tick at each value, the classes, and the two ends.
struct Strip
{
    QRectF names;
    QRectF ticks;
    QRectF bar;
    QRectF ends;

    explicit Strip(const QRectF &legend)
    {
        ends = QRectF(legend.left(), legend.bottom() - captionLine, legend.width(), captionLine);
        bar = QRectF(legend.left(), ends.top() - barHeight - 1, legend.width(), barHeight);
        ticks = QRectF(legend.left(), bar.top() - tickHeight, legend.width(), tickHeight);
        names = QRectF(legend.left(), ticks.top() - captionLine, legend.width(), captionLine);
    }

    double at(const ValueStrip &strip, double value) const
    {
        return bar.left() + 0.5 + (bar.width() - 1) * (value - strip.low) / (strip.high - strip.low);
    }

    static constexpr double barHeight = 8;
    static constexpr double tickHeight = 9;
    static constexpr double gap = 4;
};

} // namespace

double stripHeight(const MapScene &scene, bool hasNames)
{
    const double bare = Strip::gap + captionLine + Strip::tickHeight + Strip::barHeight + 1;
    return scene.strip.isEmpty() ? 0 : bare + (hasNames ? captionLine : 0);
}

void paintStrip(QPainter &painter, const MapScene &scene, const QRectF &legend)
{
    const Strip strip(legend);
    const auto &[values, breaks, low, high, lowText, highText, lowIsWorst] = scene.strip;
    const size_t classes = breaks.size() + 1;
    for (size_t i = 0; i < classes; ++i) {
        const double from =
            i == 0 ? strip.bar.left() : strip.at(scene.strip, std::clamp(breaks[i - 1], low, high));
        const double to =
            i + 1 == classes ? strip.bar.right() : strip.at(scene.strip, std::clamp(breaks[i], low, high));
        painter.fillRect(QRectF(from, strip.bar.top(), to - from, strip.bar.height()),
                         scene.classColours[lowIsWorst ? classes - i : i + 1]);
    }
    painter.setPen(QPen(scene.colours.background, 1));
    for (const double bound : breaks)
        if (const double x = strip.at(scene.strip, bound); bound > low && bound < high)
            painter.drawLine(QPointF(x, strip.bar.top()), QPointF(x, strip.bar.bottom()));
    // Few values have a tick each; many would be one grey bar, so they rise where there are most.
    constexpr size_t many = 400;
    const double places = values.size() > many ? 0.5 : 4; // in a pixel
    std::map<long, int> counts;
    for (size_t shape = 0; shape < values.size(); ++shape)
        if (std::isfinite(values[shape]) && scene.boundaries().hasShape(shape))
            ++counts[std::lround(strip.at(scene.strip, values[shape]) * places)];
    int most = 1;
    for (const auto &[place, count] : counts)
        most = values.size() > many ? std::max(most, count) : 1;
    painter.setPen(QPen(scene.colours.faintInk, 0.5 + (places < 1 ? 1.0 : 0.0), Qt::SolidLine, Qt::FlatCap));
    for (const auto &[place, count] : counts) {
        const double x = static_cast<double>(place) / places;
        const double height = (strip.ticks.height() - 3) * std::min(count, most) / most;
        painter.drawLine(QPointF(x, strip.ticks.bottom() - 1 - height), QPointF(x, strip.ticks.bottom() - 1));
    }
    drawText(painter, strip.ends, Qt::AlignLeft | Qt::AlignVCenter, smallFont(), scene.colours.faintInk,
             lowText);
    drawText(painter, strip.ends, Qt::AlignRight | Qt::AlignVCenter, smallFont(), scene.colours.faintInk,
             highText);
}

void paintStripMarks(QPainter &painter, const MapScene &scene, const MapLayout &layout,
                     const std::vector<size_t> &areas)
{
    if (!layout.hasStrip)
        return;
    const Strip strip(layout.legend);
    const QFontMetricsF metrics(smallFont());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    double named = strip.names.left(); // up to here there are names
    std::vector<std::pair<double, size_t>> marks;
    for (const size_t area : areas)
        if (area < scene.strip.values.size() && std::isfinite(scene.strip.values[area]))
            marks.emplace_back(strip.at(scene.strip, scene.strip.values[area]), area);
    std::sort(marks.begin(), marks.end());
    long last = -1;
    for (const auto &[x, area] : marks) {
        const long pixel = std::lround(x);
        if (pixel == last)
            continue; // the same mark again
        last = pixel;
        painter.setPen(QPen(scene.colours.background, 4));
        painter.drawLine(QPointF(x, strip.ticks.top()), QPointF(x, strip.bar.bottom()));
        painter.setPen(QPen(scene.colours.selected, 2));
        painter.drawLine(QPointF(x, strip.ticks.top()), QPointF(x, strip.bar.bottom()));
        if (named > strip.names.left() && x < named)
            continue;
        constexpr double rounding = 2;
        const QString name = metrics.elidedText(plainLine(scene.boundaries().areas[area].name),
                                                Qt::ElideRight, strip.names.width() - rounding);
        const double width = std::ceil(metrics.horizontalAdvance(name)) + 1;
        const double left = std::clamp(x - width / 2, strip.names.left(), strip.names.right() - width);
        if (left < named)
            continue;
        drawText(painter, QRectF(left, strip.names.top(), width, strip.names.height()),
                 Qt::AlignCenter | Qt::TextSingleLine, smallFont(), scene.colours.ink, name);
        named = left + width + padding;
    }
    painter.restore();
}

} // namespace atlas
