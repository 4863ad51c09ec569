#include "app/map/map_drawing.h"

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
    const QRectF box = drawn.label.box.adjusted(-halo, -halo, halo, halo);
    const QSize size = (box.size() * pixelRatio).toSize();
    if (drawn.picture.size() != size)
        drawn.picture = QImage(size, QImage::Format_ARGB32_Premultiplied);
    drawn.picture.setDevicePixelRatio(pixelRatio);
    drawn.picture.fill(Qt::transparent);
    drawn.topLeft = box.topLeft() - drawn.label.box.center();
    QPainter painter(&drawn.picture);
    painter.translate(-box.topLeft());
    paintLabel(painter, drawn.label, colours);
}

} // namespace

void colourDrawing(MapDrawing &drawing, const MapScene &scene)
{
    colourAreaLayers(drawing.layers, scene, drawing.areas);
    drawing.areas.setDevicePixelRatio(drawing.pixelRatio);
    for (DrawnLabel &label : drawing.labels)
        drawPicture(label, scene, drawing.pixelRatio);
}

MapDrawing drawMap(const MapScene &scene, const MapViewport &viewport, double pixelRatio, Haste haste,
                   QImage used)
{
    QElapsedTimer timer;
    timer.start();
    constexpr double oneDevicePixel = 1;
    const bool labelled = haste == Haste::No || scene.labels.empty();
    MapDrawing drawing{.viewport = viewport,
                       .pixelRatio = pixelRatio,
                       .hasDetail = scene.shapes->detail() != nullptr,
                       .hasLabels = labelled,
                       .layers = drawAreaLayers(*scene.shapes, viewport.refined(pixelRatio), oneDevicePixel),
                       .areas = std::move(used)};
    if (labelled)
        for (PlacedLabel &label : placeLabels(scene, viewport))
            drawing.labels.push_back({.label = std::move(label)});
    colourDrawing(drawing, scene);
    drawing.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return drawing;
}

} // namespace atlas
