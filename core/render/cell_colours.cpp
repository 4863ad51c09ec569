#include "core/render/cell_colours.h"

#include "core/dataset/dataset.h"
#include "core/dataset/load_dataset.h"
#include "core/render/colour_scale.h"
#include "core/render/looks.h"
#include "core/render/theme.h"

#include <algorithm>
#include <array>

namespace atlas {

namespace {

constexpr double readable = 4.5;    // for text
constexpr double standsOut = 3;     // for edges
constexpr double isSeenAsBar = 1.2; // beside the cell; a line of the text's colour says the same
constexpr double barShare = 0.25;
constexpr int steps = 50;

} // namespace

CellColours cellColoursFor(CellColours choice, const Dataset &dataset)
{
    if (choice != CellColours::Automatic)
        return choice;
    return dataset.files.contains(builtInSources().indicators) ? CellColours::Paper : CellColours::Map;
}

std::vector<QColor> cellColours(const Looks &looks, const Dataset &dataset, int k)
{
    switch (cellColoursFor(looks.cellColours, dataset)) {
    case CellColours::Map:
        return colourScale(looks.palette, k);
    case CellColours::Safe:
        return safeColours(k);
    default:
        return tableColours(k);
    }
}

std::vector<QColor> safeColours(int k)
{
    static const std::array anchors = {QColor(0xff, 0xf0, 0xb0), QColor(0xf2, 0xa2, 0x3a),
                                       QColor(0xb2, 0x3e, 0x3a), QColor(0x3a, 0x10, 0x52)};
    std::vector<QColor> colours;
    for (int i = 0; i < k; ++i) {
        const double place = k == 1 ? 0 : static_cast<double>(i) * (anchors.size() - 1) / (k - 1);
        const auto below = std::min(static_cast<size_t>(place), anchors.size() - 2);
        colours.push_back(mixed(anchors[below], anchors[below + 1], place - static_cast<double>(below)));
    }
    return colours;
}

QColor cellEdge(const QColor &cell, const QColor &background)
{
    const QColor ink = readableOn(background);
    for (int step = 0; step < steps; ++step) {
        const QColor edge = mixed(cell, ink, static_cast<double>(step) / steps);
        if (contrastRatio(edge, background) >= standsOut)
            return edge;
    }
    return ink;
}

QColor cellBar(const QColor &cell, const QColor &text)
{
    const QColor towards = mixed(cell, text, barShare);
    if (contrastRatio(towards, text) >= readable && contrastRatio(towards, cell) >= isSeenAsBar)
        return towards;
    const bool isDarkText = contrastRatio(text, Qt::white) > contrastRatio(text, Qt::black);
    return mixed(cell, isDarkText ? Qt::white : Qt::black, barShare);
}

} // namespace atlas
