#include "core/render/map_furniture.h"

#include "core/render/certainty_pattern.h"
#include "core/render/furniture_text.h"
#include "core/render/legend_strip.h"
#include "core/render/text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>
#include <vector>

namespace atlas {

namespace {

constexpr double line = 18; // of the legend
constexpr double keyLine = 13;
constexpr double keyGap = 6;    // between number and name
constexpr double keyMargin = 8; // at the right of a column
constexpr double swatchWidth = 22;

QString notesOf(const QString &rule, const QString &source)
{
    return Text::tr("Method: %1. %2").arg(rule, source);
}

/// What to do for the areas that have no label; nothing where all have one.
QString unlabelledText(const MapScene &scene, int unlabelled)
{
    if (unlabelled == 0 || scene.labels.empty())
        return {};
    const auto all = static_cast<int>(std::count_if(scene.labels.begin(), scene.labels.end(),
                                                    [](const QString &label) { return !label.isEmpty(); }));
    const QString text =
        scene.key.empty() ? Text::tr("No room for the names of %1 of %2 areas; the table lists them all. ")
                          : Text::tr("No room for the numbers of %1 of %2 areas; the table lists them all. ");
    return text.arg(std::min(unlabelled, all)).arg(all);
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
             scene.colours.faintInk, scene.subtitle);
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

/// Where a line of the legend stands, below its box's top, and its note.
struct LegendRow
{
    double top = 0;
    double note = 0;
};

std::vector<LegendRow> rowsOf(const MapScene &scene)
{
    std::vector<LegendRow> rows;
    double y = 0;
    for (size_t i = 0; i < scene.legend.size(); ++i) {
        const LegendEntry &entry = scene.legend[i];
        y += gapBefore(entry);
        const double noteLine = entry.note.isEmpty() ? 0 : captionLine;
        // The first line has its note above, others have it below.
        rows.push_back(i == 0 ? LegendRow{y + noteLine, y} : LegendRow{y, y + line});
        y += noteLine + line;
    }
    return rows;
}

void paintLegend(QPainter &painter, const MapScene &scene, const QRectF &box)
{
    paintPanel(painter, scene, box);
    const LegendColumns columns(scene.legend);
    const std::vector<LegendRow> rows = rowsOf(scene);
    for (size_t i = 0; i < scene.legend.size(); ++i) {
        const LegendEntry &entry = scene.legend[i];
        drawText(painter, QRectF(box.left(), box.top() + rows[i].note, box.width(), captionLine),
                 Qt::AlignVCenter, smallFont(), scene.colours.faintInk, entry.note);
        const double y = box.top() + rows[i].top;
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
    }
    if (!rows.empty())
        paintPeopleKey(painter, scene,
                       box.adjusted(0, std::max(rows.back().top, rows.back().note) + line, 0, 0));
}

double keyNumberWidth(const MapScene &scene)
{
    return widest(keyNumberFont(), scene.key, [](const KeyEntry &e) { return e.number; });
}

void paintKey(QPainter &painter, const MapScene &scene, const MapLayout &layout)
{
    const double numberWidth = keyNumberWidth(scene);
    for (const KeyColumn &column : layout.key) {
        const std::vector<double> heights = keyEntryHeights(scene, column.box.width());
        double y = column.box.top();
        for (size_t i = column.first; i < column.last; ++i) {
            const KeyEntry &entry = scene.key[i];
            const QRectF cell(column.box.left(), y, column.box.width(), heights[i]);
            drawText(painter, QRectF(cell.topLeft(), QSizeF(numberWidth, keyLine)),
                     Qt::AlignRight | Qt::AlignVCenter, keyNumberFont(), scene.colours.ink, entry.number);
            const QRectF name = cell.adjusted(numberWidth + keyGap, 0, 0, 0);
            drawText(painter, name, Qt::AlignVCenter | Qt::TextWordWrap, smallFont(), scene.colours.ink,
                     entry.name);
            y += heights[i];
        }
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
    return wrappedHeight(titleFont(), scene.title, width) + 2
           + wrappedHeight(smallFont(), scene.subtitle, width);
}

double legendHeight(const MapScene &scene)
{
    double height = 0;
    for (const LegendEntry &entry : scene.legend)
        height += gapBefore(entry) + line + (entry.note.isEmpty() ? 0 : captionLine);
    return height + peopleKeyHeight(scene);
}

QString notesText(const MapScene &scene, int unlabelled)
{
    return unlabelledText(scene, unlabelled) + notesOf(scene.rule, scene.source);
}

double sourceHeight(const MapScene &scene, double width, bool saysUnlabelled)
{
    // As high as with any classes, so that others move no map.
    const QString before =
        saysUnlabelled ? unlabelledText(scene, static_cast<int>(scene.labels.size())) : QString();
    double height = 0;
    for (const QString &rule : {scene.rule, scene.widest.note})
        height = std::max(height, wrappedHeight(smallFont(), before + notesOf(rule, scene.source), width));
    return height;
}

double keyEntryWidth(const MapScene &scene)
{
    const double names = widest(smallFont(), scene.key, [](const KeyEntry &e) { return e.name; });
    return std::ceil(keyNumberWidth(scene) + keyGap + names + 1 + keyMargin);
}

std::vector<double> keyEntryHeights(const MapScene &scene, double width)
{
    const QFontMetricsF metrics(smallFont());
    const double room = width - keyNumberWidth(scene) - keyGap;
    std::vector<double> heights;
    heights.reserve(scene.key.size());
    for (const KeyEntry &entry : scene.key) {
        const bool isInOneLine = metrics.horizontalAdvance(entry.name) + 1 <= room;
        const double lines =
            isInOneLine ? 1
                        : std::round(wrappedHeight(smallFont(), entry.name, room) / metrics.lineSpacing());
        heights.push_back(keyLine + (lines - 1) * std::ceil(metrics.lineSpacing()));
    }
    return heights;
}

std::optional<int> legendClassAt(const MapScene &scene, const MapLayout &layout, QPointF place)
{
    if (!layout.legend.contains(place))
        return {};
    const std::vector<LegendRow> rows = rowsOf(scene);
    for (size_t i = 0; i < rows.size(); ++i)
        if (const double y = place.y() - layout.legend.top() - rows[i].top;
            y >= 0 && y < line && scene.legend[i].classNumber > 0)
            return scene.legend[i].classNumber;
    return {};
}

double keyLineHeight()
{
    return keyLine;
}

void paintFurniture(QPainter &painter, const MapScene &scene, const MapLayout &layout, int unlabelled)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!layout.title.isEmpty())
        paintTitle(painter, scene, layout.title);
    if (!layout.legend.isEmpty())
        paintLegend(painter, scene, layout.legend);
    if (layout.hasStrip)
        paintStrip(painter, scene, layout.legend);
    if (!layout.source.isEmpty()) {
        paintPanel(painter, scene, layout.source);
        drawText(painter, layout.source, Qt::TextWordWrap, smallFont(), scene.colours.faintInk,
                 notesText(scene, unlabelled));
    }
    if (!layout.key.empty())
        paintKey(painter, scene, layout);
    if (!scene.notice.isEmpty())
        paintNotice(painter, scene, layout.map);
    painter.restore();
}

} // namespace atlas
