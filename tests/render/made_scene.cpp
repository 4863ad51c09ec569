#include "tests/render/made_scene.h"

#include "core/dataset/load_dataset.h"

#include <QPainter>

#include <cmath>

namespace atlas::test {

const Dataset &builtInData()
{
    static const std::shared_ptr<const Dataset> data = [] {
        Progress progress;
        return *loadDataset(builtInSources(), progress);
    }();
    return *data;
}

Dataset dataWithShapes(const std::vector<MadeShape> &shapes, const std::vector<double> &values)
{
    Dataset dataset = makeDataset({{QStringLiteral("rate"), values}});
    dataset.boundaries = makeBoundaries(shapes);
    return dataset;
}

MapScene sceneOf(const Dataset &dataset, const Choices &choices, const Looks &looks, Theme theme)
{
    return makeMapScene(dataset, computeIndex(dataset, choices.index), choices, looks, theme,
                        std::make_shared<const MapShapes>(dataset.boundaries), QLocale::c());
}

MapViewport wholeMap(const MapScene &scene, const QSizeF &screen)
{
    return MapViewport::fitting(scene.boundaries().extent(), QRectF(QPointF(0, 0), screen), screen);
}

QImage paintedWithoutText(MapScene scene, const MapViewport &viewport, double devicePixelRatio)
{
    scene.labels.clear();
    scene.shapes->findDetail();
    scene.notice.clear();
    QImage image((viewport.screen() * devicePixelRatio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(devicePixelRatio);
    QPainter painter(&image);
    paintMap(painter, scene, viewport, {.furniture = nothing});
    return image;
}

QPoint pixelAt(const MapViewport &viewport, QPointF map, double devicePixelRatio)
{
    const QPointF screen = viewport.toScreen(map) * devicePixelRatio;
    return {static_cast<int>(std::floor(screen.x())), static_cast<int>(std::floor(screen.y()))};
}

} // namespace atlas::test
