#include "app/charts/chart_style.h"

#include <QWidget>

namespace atlas {

ChartStyle chartStyleOf(const QWidget &widget)
{
    const QPalette &palette = widget.palette();
    QColor faint = palette.color(QPalette::Text);
    constexpr int alpha = 90;
    faint.setAlpha(alpha);
    return {.font = widget.font(),
            .paper = palette.color(QPalette::Base),
            .header = palette.color(QPalette::Window),
            .ink = palette.color(QPalette::Text),
            .faint = faint,
            .mark = palette.color(QPalette::Highlight),
            .markInk = palette.color(QPalette::HighlightedText)};
}

ChartStyle chartStyleOfFiles()
{
    constexpr int textPixels = 12;
    const MapColours colours = mapColours(Theme::Light);
    return {.font = mapFont(textPixels),
            .paper = colours.background,
            .header = colours.background,
            .ink = colours.ink,
            .faint = QColor(0xa0, 0xa0, 0xa8),
            .mark = QColor(0xe4, 0xe4, 0xee),
            .markInk = colours.ink};
}

} // namespace atlas
