#include "app/map/map_drawing.h"

#include <QPainter>

namespace atlas {

void clearLayer(QImage &layer, const MapDrawing &drawing)
{
    const QSize size = drawing.layers.areas.size();
    if (layer.size() != size || !layer.isDetached())
        layer = QImage(size, QImage::Format_ARGB32_Premultiplied);
    layer.fill(Qt::transparent);
    layer.setDevicePixelRatio(drawing.pixelRatio);
}

void colourDrawing(MapDrawing &drawing, const MapScene &scene)
{
    colourAreaLayers(drawing.layers, scene, drawing.areas);
    drawing.areas.setDevicePixelRatio(drawing.pixelRatio);
    if (drawing.labels.empty())
        return;
    clearLayer(drawing.labelLayer, drawing);
    QPainter painter(&drawing.labelLayer);
    paintLabels(painter, scene, drawing.labels);
}

MapDrawing drawMap(const MapScene &scene, const MapViewport &viewport, double pixelRatio, Haste haste)
{
    constexpr double oneDevicePixel = 1;
    const bool labelled = haste == Haste::No || scene.labels.empty();
    MapDrawing drawing{.viewport = viewport,
                       .pixelRatio = pixelRatio,
                       .hasDetail = scene.shapes->detail() != nullptr,
                       .hasLabels = labelled,
                       .layers = drawAreaLayers(*scene.shapes, viewport.refined(pixelRatio),
                                                scene.colours.outline, oneDevicePixel),
                       .labels = labelled ? placeLabels(scene, viewport) : std::vector<PlacedLabel>()};
    colourDrawing(drawing, scene);
    return drawing;
}

} // namespace atlas
