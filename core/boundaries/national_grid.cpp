#include "core/boundaries/national_grid.h"

#include "core/boundaries/named_files.h"
#include "core/boundaries/transform_grid.h"
#include "core/common/gdal_session.h"
#include "core/common/parallel.h"

#include <QCoreApplication>

#include <cpl_conv.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <optional>
#include <vector>

namespace atlas {

namespace {

using Transformation = std::unique_ptr<OGRCoordinateTransformation>;

Error cannotProject(const PlaneTarget &target, const QString &details)
{
    if (!target.isNationalGrid)
        return Error{QCoreApplication::translate(
                         "NationalGrid", "The boundaries cannot be drawn in %1. Choose another projection "
                                         "with --projection EPSG:N, or check their coordinate system.")
                         .arg(target.name),
                     details};
    return Error{QCoreApplication::translate("NationalGrid",
                                             "The boundaries lie outside the British National Grid. "
                                             "Check their coordinate system, or export them in EPSG:27700."),
                 details};
}

Error namesFile()
{
    return Error{QCoreApplication::translate("NationalGrid",
                                             "The coordinate system names a file of another computer. Export "
                                             "the boundaries in EPSG:27700."),
                 {}};
}

/// Well-known text without what may differ in it: white space, case, and ".0" at the end of a number.
QByteArray folded(const QByteArray &text)
{
    QByteArray folded;
    for (const char each : text.toLower())
        if (!QByteArrayView(" \t\r\n").contains(each))
            folded += each;
    return folded.replace(".0,", ",").replace(".0]", "]");
}

Transformation transformationBetween(const OGRSpatialReference &system, const PlaneTarget &target)
{
    OGRSpatialReference from(system);
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference plane(target.system);
    plane.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRCoordinateTransformationOptions options;
    if (target.isNationalGrid)
        options.SetAreaOfInterest(-9.0, 49.75, 2.01, 61.01);
    return Transformation(OGRCreateCoordinateTransformation(&from, &plane, options));
}

bool projectExactly(OGRCoordinateTransformation &transformation, double farthest, std::span<QPointF> points)
{
    std::vector<double> x(points.size());
    std::vector<double> y(points.size());
    for (size_t i = 0; i < points.size(); ++i) {
        x[i] = points[i].x();
        y[i] = points[i].y();
    }
    if (!transformation.Transform(static_cast<int>(points.size()), x.data(), y.data(), nullptr, nullptr))
        return false;
    for (size_t i = 0; i < points.size(); ++i) {
        points[i] = {x[i], y[i]};
        if (!(std::abs(x[i]) < farthest && std::abs(y[i]) < farthest))
            return false;
    }
    return true;
}

/// The coarsest grid that is good enough for most of these points; nothing when working on a grid would not
/// pay.
std::optional<TransformGrid> findGrid(std::span<const QPointF> points, const QRectF &extent,
                                      const PointTransform &exact)
{
    constexpr double tolerance = 0.0005;      // metres
    constexpr double mostLeftOut = 0.1;       // of the points
    constexpr size_t leastPointsInACell = 12; // a cell costs two exact projections
    constexpr size_t sampleCount = 1000;
    std::vector<QPointF> samples;
    samples.reserve(sampleCount);
    for (size_t i = 0; i < sampleCount && !points.empty(); ++i)
        samples.push_back(points[points.size() / sampleCount * i]);
    for (const int cells : {64, 256}) {
        if (points.size() < leastPointsInACell * static_cast<size_t>(cells) * static_cast<size_t>(cells))
            return {};
        auto grid = TransformGrid::over(extent, cells, exact, tolerance, samples);
        std::vector<QPointF> tried = samples;
        if (!grid || static_cast<double>(grid->transform(tried).size()) <= mostLeftOut * sampleCount)
            return grid;
    }
    return {};
}

/// Points as work for several threads: each takes the next piece until none is left, or until the job is
/// cancelled. Reports progress from where it stood to 1.
class Pieces
{
public:
    Pieces(std::span<QPointF> points, size_t size, Progress &progress)
        : m_points(points), m_size(size), m_progress(progress), m_start(progress.fraction())
    {}

    /// Empty at the end.
    std::span<QPointF> next()
    {
        const size_t first = m_next.fetch_add(m_size);
        if (first >= m_points.size() || m_progress.isCancelled())
            return {};
        const double done = static_cast<double>(first) / static_cast<double>(m_points.size());
        m_progress.setFraction(m_start + (1 - m_start) * done);
        return m_points.subspan(first, std::min(m_size, m_points.size() - first));
    }

private:
    std::span<QPointF> m_points;
    size_t m_size;
    Progress &m_progress;
    double m_start;
    std::atomic<size_t> m_next = 0;
};

bool projectAllExactly(std::span<QPointF> points, const PointTransform &exact, Progress &progress)
{
    constexpr size_t pieceSize = 4096; // a few milliseconds
    Pieces pieces(points, pieceSize, progress);
    for (auto piece = pieces.next(); !piece.empty(); piece = pieces.next())
        if (!exact(piece))
            return false;
    return !progress.isCancelled();
}

std::vector<QPointF *> interpolate(const TransformGrid &grid, Pieces &pieces)
{
    std::vector<QPointF *> leftOut;
    for (auto piece = pieces.next(); !piece.empty(); piece = pieces.next()) {
        const std::vector<QPointF *> more = grid.transform(piece);
        leftOut.insert(leftOut.end(), more.begin(), more.end());
    }
    return leftOut;
}

bool projectOnGrid(const TransformGrid &grid, std::span<QPointF> points, const PointTransform &exact,
                   Progress &progress)
{
    constexpr size_t pieceSize = 1 << 16; // a millisecond
    Pieces pieces(points, pieceSize, progress);
    auto other = startAside([&] { return interpolate(grid, pieces); });
    std::vector<QPointF *> leftOut = interpolate(grid, pieces);
    const std::vector<QPointF *> others = other.get();
    leftOut.insert(leftOut.end(), others.begin(), others.end());

    std::vector<QPointF> rest;
    rest.reserve(leftOut.size());
    for (const QPointF *point : leftOut)
        rest.push_back(*point);
    if (!projectAllExactly(rest, exact, progress))
        return false;
    for (size_t i = 0; i < rest.size(); ++i)
        *leftOut[i] = rest[i];
    return true;
}

QString wellKnownText(const OGRSpatialReference &system)
{
    const char *const options[] = {"FORMAT=WKT2_2019", nullptr};
    char *text = nullptr;
    system.exportToWkt(&text, options);
    const std::unique_ptr<char, decltype(&CPLFree)> owned(text, &CPLFree);
    return QString::fromUtf8(text);
}

} // namespace

Result<Done> checkNamesNoFile(const OGRSpatialReference &system)
{
    return namesFileByPath(wellKnownText(system)) ? Result<Done>(namesFile()) : Done{};
}

bool isNationalGrid(const OGRSpatialReference &system)
{
    OGRSpatialReference grid;
    grid.importFromEPSG(27700);
    const char *const options[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", "CRITERION=EQUIVALENT",
                                   nullptr};
    return system.IsSame(&grid, options) != 0;
}

bool isPlainlyNationalGrid(const QByteArray &prj)
{
    // As ESRI's programs and today's GDAL write it, and as GDAL did before version 3.
    static const QByteArray known[] = {
        folded(R"(PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",
            SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],
            UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],
            PARAMETER["False_Easting",400000.0],PARAMETER["False_Northing",-100000.0],
            PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],
            PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]])"),
        folded(R"(PROJCS["OSGB_1936_British_National_Grid",GEOGCS["GCS_OSGB 1936",DATUM["D_OSGB_1936",
            SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0],
            UNIT["Degree",0.017453292519943295]],PROJECTION["Transverse_Mercator"],
            PARAMETER["latitude_of_origin",49],PARAMETER["central_meridian",-2],
            PARAMETER["scale_factor",0.9996012717],PARAMETER["false_easting",400000],
            PARAMETER["false_northing",-100000],UNIT["Meter",1]])"),
    };
    constexpr qsizetype longest = 2000;
    return prj.size() < longest
           && std::find(std::begin(known), std::end(known), folded(prj)) != std::end(known);
}

Result<Done> projectPoints(const OGRSpatialReference &system, const PlaneTarget &target,
                           std::span<QPointF> points, const QRectF &extent, Progress &progress)
{
    const GdalMessages messages;
    if (const auto sound = checkNamesNoFile(system); !sound)
        return sound.error();
    const Transformation transformation = transformationBetween(system, target);
    if (!transformation)
        return cannotProject(target, messages.text());
    constexpr double aroundBritain = 3.0e6;
    constexpr double aroundTheGlobe = 2.1e7;
    const double farthest = target.isNationalGrid ? aroundBritain : aroundTheGlobe;
    const PointTransform exact = [&](std::span<QPointF> piece) {
        return projectExactly(*transformation, farthest, piece);
    };
    const auto grid = findGrid(points, extent, exact);
    const bool done =
        grid ? projectOnGrid(*grid, points, exact, progress) : projectAllExactly(points, exact, progress);
    return done ? Result<Done>(Done{}) : cannotProject(target, messages.text());
}

Result<Done> projectToNationalGrid(const OGRSpatialReference &system, std::span<QPointF> points,
                                   const QRectF &extent, Progress &progress)
{
    PlaneTarget grid{OGRSpatialReference(), QStringLiteral("British National Grid"), true};
    grid.system.importFromEPSG(27700);
    return projectPoints(system, grid, points, extent, progress);
}

} // namespace atlas
