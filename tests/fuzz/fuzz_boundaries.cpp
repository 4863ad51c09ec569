// A boundary file, and what a map makes of it. The first byte, a digit, chooses its format, and from '5' on
// the coordinates are said to be those of the National Grid; or k is a KML and g a GML. The rest is the file;
// for a shapefile the length of its .shp in two bytes, the lower first, then the .shp, then the .dbf.

#include "tests/fuzz/checks.h"

#include "core/boundaries/area_locator.h"
#include "core/boundaries/boundary_detail.h"
#include "core/boundaries/boundary_reader.h"
#include "core/boundaries/label_point.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>

using namespace atlas;
using namespace atlas::test;

namespace {

constexpr std::array formats = {"geojson", "topojson", "fgb", "gpkg", "shp"};

const char *formatOf(char first)
{
    if (first == 'k')
        return "kml";
    return first == 'g' ? "gml" : formats[static_cast<uint8_t>(first - '0') % formats.size()];
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    mustHold(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(),
             "there is room for a file");
}

void writeShapefile(const QTemporaryDir &folder, const QByteArray &bytes)
{
    const auto byte = [&bytes](qsizetype i) { return static_cast<uint8_t>(bytes.size() > i ? bytes[i] : 0); };
    const QByteArray files = bytes.mid(2);
    const int length = byte(0) + 256 * byte(1);
    writeFile(folder.filePath(QStringLiteral("areas.shp")), files.left(length));
    writeFile(folder.filePath(QStringLiteral("areas.dbf")), files.mid(length));
}

bool isFinite(const QPointF &point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

/// Whether they begin with 0, never fall, and end with `count`.
bool isCutBy(const std::vector<uint32_t> &starts, size_t count)
{
    return !starts.empty() && starts.front() == 0 && starts.back() == count
           && std::is_sorted(starts.begin(), starts.end());
}

void checkRings(const BoundarySet &boundaries)
{
    for (size_t i = 0; i + 1 < boundaries.ringStarts.size(); ++i) {
        const auto ring = boundaries.ring(i);
        mustHold(ring.empty() || (ring.front().x() == ring.back().x() && ring.front().y() == ring.back().y()),
                 "a ring is closed");
    }
    mustHold(std::all_of(boundaries.points.begin(), boundaries.points.end(), &isFinite),
             "coordinates are finite");
}

void checkBoxes(const BoundarySet &boundaries)
{
    for (size_t area = 0; area < boundaries.size(); ++area) {
        const QRectF &box = boundaries.boxes[area];
        for (size_t ring = boundaries.firstRing(area); ring < boundaries.lastRing(area); ++ring)
            for (const QPointF &point : boundaries.ring(ring))
                mustHold(point.x() >= box.left() && point.y() >= box.top(), "a point is in its area's box");
    }
}

void checkBoundaries(const BoundarySet &boundaries)
{
    mustHold(!boundaries.areas.empty(), "a boundary file has areas");
    mustHold(isCutBy(boundaries.ringStarts, boundaries.points.size()), "rings make up the points");
    mustHold(isCutBy(boundaries.partStarts, boundaries.ringStarts.size() - 1), "parts make up the rings");
    mustHold(isCutBy(boundaries.areaStarts, boundaries.partStarts.size() - 1), "areas make up the parts");
    mustHold(boundaries.areaStarts.size() == boundaries.size() + 1, "every area has its parts");
    mustHold(boundaries.boxes.size() == boundaries.size(), "every area has a box");
    checkRings(boundaries);
    checkBoxes(boundaries);
}

/// What a map makes of whatever shapes it is given.
void checkMapOf(const std::shared_ptr<const BoundarySet> &boundaries)
{
    const AreaLocator locator(boundaries);
    for (size_t area = 0; area < boundaries->size(); ++area) {
        const LabelPoint label = labelPoint(*boundaries, area);
        mustHold(isFinite(label.centre) && std::isfinite(label.radius) && label.radius >= 0,
                 "a label has a place");
        mustHold(locator.areaAt(label.centre).value_or(0) < boundaries->size(), "a point is in an area");
    }
    const BoundaryDetail detail = findDetail(*boundaries);
    mustHold(detail.levels.size() == boundaries->points.size(), "every point has a level of detail");
    mustHold(isCutBy(detail.areaLineStarts, detail.lines.size()), "areas make up the lines");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const auto digit = static_cast<uint8_t>(data[0] - '0');
    const QString format = QLatin1String(formatOf(static_cast<char>(data[0])));
    const bool isNationalGrid = digit < 10 && digit / formats.size() % 2 == 1;
    const QByteArray bytes = bytesOf(data + 1, size - 1);

    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("areas.") + format);
    if (format == QLatin1String("shp"))
        writeShapefile(folder, bytes);
    else
        writeFile(path, bytes);
    Progress progress;
    auto file = readBoundaries(
        path, {.coordinates = isNationalGrid ? Coordinates::NationalGrid : Coordinates::AsDeclared},
        progress);
    QFile::remove(path);
    QFile::remove(folder.filePath(QStringLiteral("areas.dbf")));
    if (!file) {
        mustBeShowable(file.error());
        return 0;
    }
    mustBeShowable(file->issues);
    checkBoundaries(file->boundaries);
    checkMapOf(std::make_shared<const BoundarySet>(std::move(file->boundaries)));
    return 0;
}
