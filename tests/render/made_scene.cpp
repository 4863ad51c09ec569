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

std::vector<MadeShape> townAndCountry()
{
    constexpr double side = 100;
    constexpr double house = 4;
    constexpr int across = 8;
    std::vector<MadeShape> shapes;
    for (int i = 0; i < 6; ++i) {
        shapes.push_back({{squareRing(i * side, 0, side)}});
        if (i > 0)
            shapes.push_back({{squareRing(0, i * side, side)}});
    }
    shapes.front().front().push_back(squareRing(30, 30, across * house));
    for (int y = 0; y < across; ++y)
        for (int x = 0; x < across; ++x)
            shapes.push_back({{squareRing(30 + x * house, 30 + y * house, house)}});
    return shapes;
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
