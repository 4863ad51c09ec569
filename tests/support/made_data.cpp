#include "tests/support/made_data.h"

#include <algorithm>
#include <cmath>

namespace atlas::test {

namespace {

QRectF boxOf(const MadeShape &shape)
{
    QPointF low(1e12, 1e12);
    QPointF high(-1e12, -1e12);
    for (const MadePart &part : shape)
        for (const QPointF &point : part.front()) {
            low = {std::min(low.x(), point.x()), std::min(low.y(), point.y())};
            high = {std::max(high.x(), point.x()), std::max(high.y(), point.y())};
        }
    return shape.empty() ? QRectF() : QRectF(low, high);
}

} // namespace

size_t areaCalled(const Dataset &dataset, const QString &name)
{
    const auto found = std::find_if(dataset.areas.begin(), dataset.areas.end(),
                                    [&name](const Area &area) { return area.name == name; });
    if (found == dataset.areas.end())
        qFatal("there is no area %s", qPrintable(name));
    return static_cast<size_t>(found - dataset.areas.begin());
}

Dataset makeDataset(const std::vector<MadeIndicator> &indicators)
{
    Dataset dataset;
    dataset.boundaries = std::make_shared<const BoundarySet>();
    const size_t areaCount = indicators.empty() ? 0 : indicators.front().values.size();
    for (size_t area = 0; area < areaCount; ++area) {
        const QString name = QStringLiteral("A%1").arg(area + 1);
        const int number = static_cast<int>(dataset.areas.size()) + 1;
        dataset.areas.push_back({.code = {name}, .name = name, .mapNumber = number, .hasData = true});
    }
    for (const MadeIndicator &made : indicators) {
        Indicator indicator{.code = made.code, .name = made.code, .shortName = made.code};
        indicator.direction = made.direction;
        dataset.metadata.indicators.push_back(indicator);
        std::vector<CellValue> cells;
        for (const double value : made.values)
            cells.push_back(std::isnan(value) ? CellValue{} : CellValue{value, Missing::No, {}});
        dataset.cells.push_back(cells);
    }
    return dataset;
}

std::shared_ptr<const BoundarySet> makeBoundaries(const std::vector<MadeShape> &shapes)
{
    auto made = std::make_shared<BoundarySet>();
    made->file = QStringLiteral("made.geojson");
    for (const MadeShape &shape : shapes) {
        for (const MadePart &part : shape) {
            for (const MadeRing &ring : part) {
                made->points.insert(made->points.end(), ring.begin(), ring.end());
                made->ringStarts.push_back(static_cast<uint32_t>(made->points.size()));
            }
            made->partStarts.push_back(static_cast<uint32_t>(made->ringStarts.size() - 1));
        }
        made->areaStarts.push_back(static_cast<uint32_t>(made->partStarts.size() - 1));
        const QString name = QStringLiteral("B%1").arg(made->areas.size() + 1);
        made->areas.push_back({.code = {name}, .name = name});
        made->boxes.push_back(boxOf(shape));
    }
    return made;
}

MadeRing squareRing(double x, double y, double side)
{
    return {{x, y}, {x, y + side}, {x + side, y + side}, {x + side, y}, {x, y}};
}

BoundaryFile makeSquares(const std::vector<BoundaryArea> &areas)
{
    std::vector<MadeShape> shapes;
    for (size_t i = 0; i < areas.size(); ++i)
        shapes.push_back({{squareRing(400000 + 1000.0 * static_cast<double>(i), 300000, 1000)}});
    BoundaryFile file{.boundaries = *makeBoundaries(shapes)};
    file.boundaries.areas = areas;
    return file;
}

} // namespace atlas::test
