// Writes made-up areas to measure with: a grid of four-sided areas with uneven corners and wiggly edges,
// which neighbours share vertex for vertex, and figures that vary smoothly. The same arguments give the same
// files.
//
//     make_areas AREAS VERTICES FILE.shp FILE.csv [EPSG]

#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <numbers>
#include <string>

namespace {

constexpr int indicatorCount = 6;
constexpr double left = 140e3; // England, about, in metres on the British National Grid
constexpr double bottom = 20e3;
constexpr double width = 500e3;
constexpr double height = 630e3;

struct Point
{
    double x = 0;
    double y = 0;
};

/// A corner of the grid.
struct Corner
{
    int column = 0;
    int row = 0;
};

/// The grid that holds a number of areas, and how many vertices stand between two corners.
struct Grid
{
    Grid(int areas, double vertices)
        : columns(std::max(1, static_cast<int>(std::lround(std::sqrt(areas * width / height))))),
          rows((areas + columns - 1) / columns),
          between(std::max(0, static_cast<int>(vertices / areas / 4) - 1))
    {}

    int columns;
    int rows;
    int between;
    double cell = std::min(width / columns, height / rows);
};

/// -1 to 1, always the same for the same place (splitmix64).
double noise(Corner corner, int kind)
{
    uint64_t bits = (static_cast<uint64_t>(corner.column) << 40) ^ (static_cast<uint64_t>(corner.row) << 16)
                    ^ static_cast<uint64_t>(kind);
    bits += 0x9e3779b97f4a7c15;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
    return static_cast<double>((bits ^ (bits >> 31)) >> 11) / static_cast<double>(1ULL << 52) - 1;
}

double toCentimetres(double metres)
{
    return std::round(metres * 100) / 100;
}

Point placeOf(const Grid &grid, Corner corner)
{
    constexpr double unevenness = 0.2;
    return {left + grid.cell * (corner.column + unevenness * noise(corner, 0)),
            bottom + grid.cell * (corner.row + unevenness * noise(corner, 1))};
}

/// A vertex of the edge from `from` one corner to the right or up. Wiggles too little to meet another edge.
Point vertexOf(const Grid &grid, Corner from, bool isUp, int vertex)
{
    const Point a = placeOf(grid, from);
    const Point b = placeOf(grid, {from.column + (isUp ? 0 : 1), from.row + (isUp ? 1 : 0)});
    const double t = static_cast<double>(vertex) / (grid.between + 1);
    double wiggle = 0;
    for (int octave = 1; octave <= 32; octave *= 2)
        wiggle += noise(from, 100 + octave + (isUp ? 50 : 0)) / octave
                  * std::sin(std::numbers::pi * octave * t * 2);
    const double across = 0.04 * 4 * t * (1 - t) * std::clamp(wiggle, -1.0, 1.0);
    return {toCentimetres(a.x + t * (b.x - a.x) - across * (b.y - a.y)),
            toCentimetres(a.y + t * (b.y - a.y) + across * (b.x - a.x))};
}

/// Vertices of an edge, without the last; backwards it starts at the other end.
void addEdge(OGRLinearRing &ring, const Grid &grid, Corner from, bool isUp, bool isBackwards)
{
    const int steps = grid.between + 1;
    for (int i = 0; i < steps; ++i) {
        const Point point = vertexOf(grid, from, isUp, isBackwards ? steps - i : i);
        ring.addPoint(point.x, point.y);
    }
}

std::unique_ptr<OGRPolygon> shapeOf(const Grid &grid, Corner corner)
{
    auto ring = std::make_unique<OGRLinearRing>();
    addEdge(*ring, grid, corner, true, false);
    addEdge(*ring, grid, {corner.column, corner.row + 1}, false, false);
    addEdge(*ring, grid, {corner.column + 1, corner.row}, true, true);
    addEdge(*ring, grid, corner, false, true);
    ring->closeRings();
    auto polygon = std::make_unique<OGRPolygon>();
    polygon->addRingDirectly(ring.release());
    return polygon;
}

double figureOf(const Grid &grid, Corner corner, int indicator)
{
    const double x = static_cast<double>(corner.column) / grid.columns;
    const double y = static_cast<double>(corner.row) / grid.rows;
    const double smooth = std::sin(4 * x + indicator) + std::cos(5 * y - indicator);
    return std::round((50 + 10 * smooth + 5 * noise(corner, 1000 + indicator)) * 1000) / 1000;
}

void addField(OGRLayer &layer, const char *name, OGRFieldType type, int fieldWidth, int decimals)
{
    OGRFieldDefn field(name, type);
    field.SetWidth(fieldWidth);
    field.SetPrecision(decimals);
    layer.CreateField(&field);
}

int writeFiles(int areas, double vertices, const char *shapeFile, const char *tableFile, int epsg)
{
    const Grid grid(areas, vertices);
    OGRSpatialReference metres;
    OGRSpatialReference system;
    metres.importFromEPSG(27700);
    system.importFromEPSG(epsg);
    for (OGRSpatialReference *each : {&metres, &system})
        each->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<OGRCoordinateTransformation> projection(
        epsg == 27700 ? nullptr : OGRCreateCoordinateTransformation(&metres, &system));

    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
    const GDALDatasetUniquePtr dataset(driver->Create(shapeFile, 0, 0, 0, GDT_Unknown, nullptr));
    std::FILE *table = std::fopen(tableFile, "w");
    OGRLayer *layer = dataset ? dataset->CreateLayer("areas", &system, wkbPolygon) : nullptr;
    if (!layer || !table)
        return 1;
    addField(*layer, "id", OFTString, 12, 0);
    addField(*layer, "name", OFTString, 60, 0);
    addField(*layer, "value", OFTReal, 16, 4);
    std::fputs("id,name,value", table);
    for (int indicator = 1; indicator <= indicatorCount; ++indicator)
        std::fprintf(table, ",ind%02d", indicator);
    for (int area = 0; area < areas; ++area) {
        const Corner corner{area % grid.columns, area / grid.columns};
        const std::string number = std::to_string(10000000 + area);
        OGRFeature feature(layer->GetLayerDefn());
        feature.SetField(0, ("ARE" + number).c_str());
        feature.SetField(1, ("Area " + number).c_str());
        feature.SetField(2, figureOf(grid, corner, 0));
        std::unique_ptr<OGRPolygon> shape = shapeOf(grid, corner);
        if (projection && shape->transform(projection.get()) != OGRERR_NONE)
            return 1;
        feature.SetGeometryDirectly(shape.release());
        if (layer->CreateFeature(&feature) != OGRERR_NONE)
            return 1;
        std::fprintf(table, "\nARE%s,Area %s", number.c_str(), number.c_str());
        for (int indicator = 0; indicator <= indicatorCount; ++indicator)
            std::fprintf(table, ",%.3f", figureOf(grid, corner, indicator));
    }
    std::fputs("\n", table);
    return std::fclose(table);
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 5) {
        std::fputs("Usage: make_areas AREAS VERTICES FILE.shp FILE.csv [EPSG]\n", stderr);
        return 2;
    }
    RegisterOGRShape();
    return writeFiles(std::atoi(argv[1]), std::atof(argv[2]), argv[3], argv[4],
                      argc > 5 ? std::atoi(argv[5]) : 27700);
}
