#include "app/table/table_colours.h"

#include "core/render/theme.h"

namespace atlas {

namespace {

constexpr double readable = 4.5;
constexpr int mixingSteps = 20;

} // namespace

QColor readableText(const QColor &first, const QColor &background)
{
    return contrastRatio(first, background) >= readable ? first : readableOn(background);
}

QColor faintText(const QPalette &palette, const QColor &background)
{
    const QColor strong = palette.color(QPalette::Active, QPalette::Text);
    const QColor faint = palette.color(QPalette::Disabled, QPalette::Text);
    for (int step = 0; step < mixingSteps; ++step) {
        const QColor colour = mixed(faint, strong, static_cast<double>(step) / mixingSteps);
        if (contrastRatio(colour, background) >= readable)
            return colour;
    }
    return readableText(strong, background);
}

QColor gridColour(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.2);
}

} // namespace atlas
