// Measures what needs no window; run_bench.py starts it and reads what it prints.
//
//     bench_core --boundaries FILE [--indicators FILE] [--degrees FILE] MEASUREMENT[=TIMES]...
//
// `--degrees` names the same boundaries in EPSG:4326. Times are milliseconds unless said otherwise.

#include "bench/measuring.h"
#include "core/boundaries/boundary_reader.h"
#include "core/dataset/load_dataset.h"
#include "core/render/map_export.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <ogrsf_frmts.h>

#include <algorithm>
#include <clocale>
#include <cmath>
#include <limits>
#include <random>

namespace atlas {

namespace {

struct Files
{
    DataSources metres;
    QString degrees;
};

BoundarySet boundariesOf(const QString &file)
{
    Progress progress;
    Result<BoundaryFile> read = readBoundaries(file, {}, progress);
    if (!read)
        giveUp(read.error().message);
    return std::move(*read).boundaries;
}

std::shared_ptr<const MapShapes> shapesOf(const QString &file)
{
    return std::make_shared<const MapShapes>(std::make_shared<const BoundarySet>(boundariesOf(file)));
}

/// From the file to shapes that can be drawn and pointed at. The first time does not count.
void measureLoad(const Files &files, int times)
{
    shapesOf(files.metres.boundaries);
    for (int i = 0; i < times; ++i)
        printFigure("load", millisecondsOf([&] { shapesOf(files.metres.boundaries); }));
}

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

double distanceToNearest(const BoundarySet &boundaries, size_t area, QPointF point)
{
    double nearest = std::numeric_limits<double>::infinity();
    for (size_t ring = boundaries.firstRing(area); ring < boundaries.lastRing(area); ++ring)
        for (const QPointF &other : boundaries.ring(ring))
            nearest = std::min(nearest, distance(point, other));
    return nearest;
}

std::unique_ptr<OGRCoordinateTransformation> exactTransformation()
{
    OGRSpatialReference degrees;
    OGRSpatialReference grid;
    degrees.importFromEPSG(4326);
    grid.importFromEPSG(27700);
    for (OGRSpatialReference *system : {&degrees, &grid})
        system->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRCoordinateTransformationOptions options;
    options.SetAreaOfInterest(-9.0, 49.75, 2.01,
                              61.01); // one operation for all points: that of Great Britain
    return std::unique_ptr<OGRCoordinateTransformation>(
        OGRCreateCoordinateTransformation(&degrees, &grid, options));
}

/// The farthest, in millimetres, that a vertex lies from where PROJ puts it: all outer vertices of one area
/// in fifty.
double errorOf(const BoundarySet &boundaries, const QString &degrees)
{
    const auto transformation = exactTransformation();
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(qUtf8Printable(degrees), GDAL_OF_VECTOR));
    if (!transformation || !dataset)
        giveUp(QStringLiteral("no transformation or no file to compare with"));
    double worst = 0;
    size_t area = 0;
    for (const auto &feature : *dataset->GetLayer(0)) {
        const OGRGeometry *geometry = feature->GetGeometryRef();
        const bool isPolygon = geometry && wkbFlatten(geometry->getGeometryType()) == wkbPolygon;
        if (isPolygon && area % 50 == 0)
            for (const OGRPoint &vertex : *geometry->toPolygon()->getExteriorRing()) {
                double x = vertex.getX();
                double y = vertex.getY();
                transformation->Transform(1, &x, &y);
                worst = std::max(worst, distanceToNearest(boundaries, area, {x, y}));
            }
        ++area;
    }
    if (area != boundaries.size())
        giveUp(QStringLiteral("areas were left out or put together"));
    return worst * 1000;
}

/// Counts from the first time on: who opens a file waits for PROJ to start, too.
void measureDegrees(const Files &files, int times)
{
    for (int i = 0; i < times; ++i) {
        std::shared_ptr<const MapShapes> shapes;
        printFigure("load-degrees", millisecondsOf([&] { shapes = shapesOf(files.degrees); }));
        printFigure("degrees-error", errorOf(shapes->boundaries(), files.degrees));
    }
}

/// Mean and 99th percentile of looking up places anywhere in the box around all areas, in microseconds.
void measureAreaAt(const Files &files, int times)
{
    const auto shapes = shapesOf(files.metres.boundaries);
    const QRectF extent = shapes->boundaries().extent();
    std::mt19937 random(1);
    std::uniform_real_distribution<double> share(0, 1);
    std::vector<double> microseconds;
    double sum = 0;
    size_t found = 0;
    for (int i = 0; i < times; ++i) {
        const QPointF place(extent.left() + share(random) * extent.width(),
                            extent.top() + share(random) * extent.height());
        microseconds.push_back(
            1000 * millisecondsOf([&] { found += shapes->locator().areaAt(place).has_value() ? 1 : 0; }));
        sum += microseconds.back();
    }
    if (found == 0)
        giveUp(QStringLiteral("no place lies in an area"));
    std::ranges::sort(microseconds);
    printFigure("area-at-mean", sum / times);
    printFigure("area-at-p99", microseconds[microseconds.size() * 99 / 100]);
}

void measureExports(const Files &files, int times)
{
    Progress progress;
    const auto dataset = loadDataset(files.metres, progress);
    if (!dataset)
        giveUp(dataset.error().message);
    const auto shapes = std::make_shared<const MapShapes>((*dataset)->boundaries);
    const MapScene scene =
        makeMapScene(**dataset, computeIndex(**dataset, {}), {}, {}, Theme::Light, shapes, QLocale());
    const QTemporaryDir folder;
    const auto print = [&](const char *name, const char *fileName, const ExportSize &size) {
        for (int i = 0; i < times; ++i)
            printFigure(name, millisecondsOf([&] {
                            const auto written =
                                exportMap(scene, {.size = size}, folder.filePath(QLatin1String(fileName)));
                            if (!written)
                                giveUp(written.error().message);
                        }));
    };
    print("export-png", "map.png", ExportSize::fromPixels(4000, 3000));
    print("export-pdf", "map.pdf", ExportSize::fromMillimetres(400, 300, 254));
    print("export-svg", "map.svg", ExportSize::fromMillimetres(400, 300, 254));
}

struct Procedure
{
    int usualTimes;
    void (*measure)(const Files &files, int times);
};

const std::map<QString, Procedure> &procedures()
{
    static const std::map<QString, Procedure> all = {
        {QStringLiteral("load"), {3, measureLoad}},
        {QStringLiteral("degrees"), {1, measureDegrees}},
        {QStringLiteral("area-at"), {20000, measureAreaAt}},
        {QStringLiteral("export"), {1, measureExports}},
    };
    return all;
}

int runMeasurements(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const char *name : {"boundaries", "indicators", "degrees"})
        parser.addOption({QLatin1String(name), QString(), QStringLiteral("file")});
    if (!parser.parse(arguments))
        giveUp(parser.errorText());
    Files files;
    files.metres.boundaries = parser.value(QStringLiteral("boundaries"));
    files.metres.indicators = parser.value(QStringLiteral("indicators"));
    files.degrees = parser.value(QStringLiteral("degrees"));
    std::map<QString, int> usualTimes;
    for (const auto &[name, procedure] : procedures())
        usualTimes[name] = procedure.usualTimes;
    for (const Measurement &measurement : measurementsOf(parser.positionalArguments(), usualTimes))
        procedures().at(measurement.name).measure(files, measurement.times);
    return 0;
}

} // namespace

} // namespace atlas

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    return atlas::runMeasurements(QCoreApplication::arguments());
}
