#include "core/render/map_furniture.h"

#include "core/render/certainty_pattern.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <span>

namespace atlas {

namespace {

constexpr double line = 18; // of the legend
constexpr double captionLine = 15;
constexpr double keyLine = 14;
constexpr double swatchWidth = 22;
constexpr double padding = 8;

QFont titleFont()
{
    return mapFont(16, QFont::DemiBold);
}
QFont textFont()
{
    return mapFont(12);
}
QFont smallFont()
{
    return mapFont(11);
}
QFont markFont()
{
    return mapFont(12, QFont::DemiBold);
}

double wrappedHeight(const QFont &font, const QString &text, double width)
{
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1000), Qt::TextWordWrap, text).height();
}

double widest(const QFont &font, const auto &entries, const auto &textOf)
{
    const QFontMetricsF metrics(font);
    double width = 0;
    for (const auto &entry : entries)
        width = std::max(width, metrics.horizontalAdvance(textOf(entry)));
    return width;
}

/// Where the columns of the legend begin, so that ranges and counts line up.
struct LegendColumns
{
    double mark = swatchWidth + padding;
    double range = 0;
    double count = 0;
    double end = 0;

    explicit LegendColumns(const std::vector<LegendEntry> &legend)
    {
        const double marks = widest(markFont(), legend, [](const LegendEntry &e) { return e.mark; });
        range = mark + marks + (marks > 0 ? padding : 0);
        count =
            range + widest(textFont(), legend, [](const LegendEntry &e) { return e.range; }) + 2 * padding;
        end = count + widest(textFont(), legend, [](const LegendEntry &e) { return e.count; });
    }
};

void drawText(QPainter &painter, const QRectF &box, int flags, const QFont &font, const QColor &ink,
              const QString &text)
{
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(box, flags, text);
}

/// Keeps text readable where the map runs below it.
void paintPanel(QPainter &painter, const MapScene &scene, const QRectF &box)
{
    QColor veil = scene.colours.background;
    veil.setAlpha(220);
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil);
    painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), 4, 4);
}

void paintTitle(QPainter &painter, const MapScene &scene, const QRectF &box)
{
    paintPanel(painter, scene, box);
    const double height = wrappedHeight(titleFont(), scene.title, box.width());
    const QRectF top(box.topLeft(), QSizeF(box.width(), height));
    drawText(painter, top, Qt::TextWordWrap, titleFont(), scene.colours.ink, scene.title);
    drawText(painter, box.adjusted(0, height + 2, 0, 0), Qt::TextWordWrap, smallFont(),
             scene.colours.faintInk, scene.rule);
}

/// What patterns stand for comes after the classes.
double gapBefore(const LegendEntry &entry)
{
    return entry.certainty == ClassCertainty::Certain ? captionLine / 2 : 0;
}

void paintSwatchPattern(QPainter &painter, const MapScene &scene, const LegendEntry &entry,
                        const QRectF &swatch)
{
    const QPolygonF corners(swatch);
    const std::span<const QPointF> ring(corners.constData(), static_cast<size_t>(corners.size()));
    painter.setPen(QPen(patternColour(entry.colour, scene.colours.ink), patternLineWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(patternLines(entry.certainty, std::span(&ring, 1)));
}

void paintLegend(QPainter &painter, const MapScene &scene, const QRectF &box)
{
    paintPanel(painter, scene, box);
    const LegendColumns columns(scene.legend);
    double y = box.top();
    for (size_t i = 0; i < scene.legend.size(); ++i) {
        const LegendEntry &entry = scene.legend[i];
        y += gapBefore(entry);
        const auto caption = [&] {
            drawText(painter, QRectF(box.left(), y, box.width(), captionLine), Qt::AlignVCenter, smallFont(),
                     scene.colours.faintInk, entry.note);
            y += captionLine;
        };
        if (i == 0 && !entry.note.isEmpty())
            caption();
        if (entry.colour.isValid()) {
            painter.setPen(QPen(scene.colours.outline, 1));
            painter.setBrush(entry.colour);
            const QRectF swatch(box.left() + 0.5, y + 2.5, swatchWidth - 1, line - 5);
            painter.drawRect(swatch);
            paintSwatchPattern(painter, scene, entry, swatch);
        }
        const auto cell = [&](double from, double to) {
            return QRectF(box.left() + from, y, to - from, line);
        };
        drawText(painter, cell(columns.mark, columns.range), Qt::AlignVCenter, markFont(), scene.colours.ink,
                 entry.mark);
        drawText(painter, cell(columns.range, columns.count), Qt::AlignVCenter, textFont(), scene.colours.ink,
                 entry.range);
        drawText(painter, cell(columns.count, columns.end + 1), Qt::AlignVCenter | Qt::AlignRight, textFont(),
                 scene.colours.faintInk, entry.count);
        y += line;
        if (i > 0 && !entry.note.isEmpty())
            caption();
    }
}

void paintKey(QPainter &painter, const MapScene &scene, const MapLayout &layout)
{
    const auto count = static_cast<int>(scene.key.size());
    const int rows = (count + layout.keyColumns - 1) / layout.keyColumns;
    const double width = layout.key.width() / layout.keyColumns;
    const double numberWidth = widest(smallFont(), scene.key, [](const KeyEntry &e) { return e.number; });
    for (int i = 0; i < count; ++i) {
        const KeyEntry &entry = scene.key[static_cast<size_t>(i)];
        const int column = i / rows;
        const QRectF cell(layout.key.left() + width * column, layout.key.top() + keyLine * (i % rows), width,
                          keyLine);
        drawText(painter, QRectF(cell.topLeft(), QSizeF(numberWidth, keyLine)),
                 Qt::AlignRight | Qt::AlignVCenter, mapFont(11, QFont::DemiBold), scene.colours.ink,
                 entry.number);
        drawText(painter, cell.adjusted(numberWidth + 6, 0, 0, 0), Qt::AlignVCenter, smallFont(),
                 scene.colours.ink, entry.name);
    }
}

void paintNotice(QPainter &painter, const MapScene &scene, const QRectF &map)
{
    const QFont font = mapFont(18, QFont::DemiBold);
    const double width = std::min(map.width() - 2 * padding, 420.0);
    const double height = wrappedHeight(font, scene.notice, width) + 2 * padding;
    QRectF box(0, 0, width, height);
    box.moveCenter(map.center());
    painter.setPen(QPen(scene.colours.faintInk, 1));
    painter.setBrush(scene.colours.background);
    painter.drawRoundedRect(box, 4, 4);
    drawText(painter, box, Qt::AlignCenter | Qt::TextWordWrap, font, scene.colours.ink, scene.notice);
}

} // namespace

double columnWidth(const MapScene &scene)
{
    // In steps, so that new figures seldom move the map; other classes of the same figures never do.
    constexpr double step = 24;
    std::vector<LegendEntry> legend = scene.legend;
    legend.push_back(scene.widest);
    return std::max(std::ceil((LegendColumns(legend).end + 1) / step) * step, 190.0);
}

double titleHeight(const MapScene &scene, double width)
{
    return wrappedHeight(titleFont(), scene.title, width) + 2 + wrappedHeight(smallFont(), scene.rule, width);
}

double legendHeight(const MapScene &scene)
{
    double height = 0;
    for (const LegendEntry &entry : scene.legend)
        height += gapBefore(entry) + line + (entry.note.isEmpty() ? 0 : captionLine);
    return height;
}

double sourceHeight(const MapScene &scene, double width)
{
    return wrappedHeight(smallFont(), scene.source, width);
}

double keyEntryWidth(const MapScene &scene)
{
    const double numbers = widest(smallFont(), scene.key, [](const KeyEntry &e) { return e.number; });
    return std::ceil(numbers + 6 + widest(smallFont(), scene.key, [](const KeyEntry &e) { return e.name; })
                     + 14);
}

double keyLineHeight()
{
    return keyLine;
}

void paintFurniture(QPainter &painter, const MapScene &scene, const MapLayout &layout)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!layout.title.isEmpty())
        paintTitle(painter, scene, layout.title);
    if (!layout.legend.isEmpty())
        paintLegend(painter, scene, layout.legend);
    if (!layout.source.isEmpty()) {
        paintPanel(painter, scene, layout.source);
        drawText(painter, layout.source, Qt::TextWordWrap, smallFont(), scene.colours.faintInk, scene.source);
    }
    if (!layout.key.isEmpty())
        paintKey(painter, scene, layout);
    if (!scene.notice.isEmpty())
        paintNotice(painter, scene, layout.map);
    painter.restore();
}

} // namespace atlas
