#include "app/map/map_drawing.h"

#include "core/common/parallel.h"
#include "core/render/land_raster.h"
#include "core/render/new_image.h"

#include <QElapsedTimer>
#include <QPainter>

#include <utility>

namespace atlas {

namespace {

/// Does nothing when the label looks the same already.
void drawPicture(DrawnLabel &drawn, const MapScene &scene, double pixelRatio)
{
    constexpr double halo = 3;
    const LabelColours colours = coloursOf(drawn.label, scene);
    if (!drawn.picture.isNull() && drawn.colours == colours)
        return;
    drawn.colours = colours;
    const QRectF box = drawn.label.extent().adjusted(-halo, -halo, halo, halo);
    const QSize size = (box.size() * pixelRatio).toSize();
    if (drawn.picture.size() != size)
        drawn.picture = newImage(size, QImage::Format_ARGB32_Premultiplied);
    drawn.picture.setDevicePixelRatio(pixelRatio);
    drawn.picture.fill(Qt::transparent);
    drawn.topLeft = box.topLeft() - drawn.label.box.center();
    QPainter painter(&drawn.picture);
    painter.translate(-box.topLeft());
    paintLabel(painter, drawn.label, colours);
}

void colourLabels(MapDrawing &drawing, const MapScene &scene)
{
    for (DrawnLabel &label : drawing.labels)
        drawPicture(label, scene, drawing.pixelRatio);
}

void colourAreas(MapDrawing &drawing, const MapScene &scene)
{
    colourAreaLayers(drawing.layers, scene, drawing.areas);
    drawing.areas.setDevicePixelRatio(drawing.pixelRatio);
}

} // namespace

void colourDrawing(MapDrawing &drawing, const MapScene &scene)
{
    colourAreas(drawing, scene);
    colourLabels(drawing, scene);
    for (MapDrawing &inset : drawing.ofInsets)
        colourDrawing(inset, scene);
}

MapDrawing drawMap(const MapScene &scene, const MapViewport &viewport, double pixelRatio, Haste haste,
                   QImage used, const MapSurroundings &surroundings)
{
    QElapsedTimer timer;
    timer.start();
    MapDrawing drawing{.viewport = viewport,
                       .pixelRatio = pixelRatio,
                       .hasDetail = scene.shapes->detail() != nullptr,
                       .hasLabels = haste == Haste::No || scene.labels.empty(),
                       .areas = std::move(used),
                       .surroundings = surroundings};
    const auto drawAreas = [&] {
        constexpr double oneDevicePixel = 1;
        drawing.layers = drawAreaLayers(*scene.shapes, viewport.refined(pixelRatio), oneDevicePixel);
        drawing.layers.scale = pixelRatio;
        colourAreas(drawing, scene);
    };
    const auto drawLabels = [&] {
        // Without detail they would take long, and there will be another drawing with it.
        const bool mayHaveInsets = scene.insets && surroundings.isWhole && drawing.hasDetail;
        if (scene.labels.empty() && !mayHaveInsets)
            return;
        const LandRaster land(*scene.shapes, viewport);
        if (mayHaveInsets)
            drawing.insets = proposeInsets(scene, viewport, surroundings.taken, land);
        for (PlacedLabel &label :
             placeLabels(scene, viewport, roomBeside(drawing.insets, viewport, surroundings.taken), land))
            drawing.labels.push_back({.label = std::move(label)});
        colourLabels(drawing, scene);
        for (const MapInset &inset : drawing.insets)
            drawing.ofInsets.push_back(drawMap(scene, inset.viewport, pixelRatio));
    };
    if (drawing.hasLabels)
        inParallel(2, [&](size_t part) { part == 0 ? drawAreas() : drawLabels(); });
    else
        drawAreas();
    drawing.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return drawing;
}

} // namespace atlas
