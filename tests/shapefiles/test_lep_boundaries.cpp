#include "tests/support/test_program.h"

#include <QFileInfo>
#include <QString>
#include <QStringList>
#include <QTest>

#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace {

const char *const boundariesPath = ATLAS_SOURCE_DIR "/shapefiles/lep_2014.shp";
const char *const assignmentPath = ATLAS_SOURCE_DIR "/shapefiles/ne_unit_to_lep.csv";
const char *const officialPath = ATLAS_SOURCE_DIR "/../shared/data/boundaries/lep_2014_partition_27700.shp";
const char *const officialAssignmentPath =
    ATLAS_SOURCE_DIR "/../shared/data/lookup/ne_admin1_to_lep_2014.csv";

constexpr double squareMetresPerSquareKilometre = 1e6;
constexpr double largestOverlap = 0.01; // km2
constexpr double leastAgreement = 0.75;
constexpr double leastMedianAgreement = 0.90;
constexpr double largestTotalAreaDifference = 0.005;

// A vertex nearer than this to a neighbour's edge, but not one of its vertices, opens a sliver.
constexpr double sharedEdgeTolerance = 1.0; // m

struct Area
{
    QString name;
    int mapNumber = 0;
    std::unique_ptr<OGRGeometry> outline;
};

struct AreaFields
{
    const char *code;
    const char *name;
    const char *mapNumber;
};

using Areas = std::map<QString, Area>; // by code
using Table = std::map<QString, std::map<QString, QString>>;
using Position = std::pair<double, double>;

GDALDatasetUniquePtr openVector(const char *path)
{
    return GDALDatasetUniquePtr(GDALDataset::Open(path, GDAL_OF_VECTOR | GDAL_OF_READONLY));
}

QString text(const OGRFeature &feature, const char *field)
{
    return QString::fromUtf8(feature.GetFieldAsString(field));
}

/// Empty when the file cannot be read. Rows without an outline and repeated codes are left out.
Areas readAreas(const char *path, const AreaFields &fields)
{
    Areas areas;
    const GDALDatasetUniquePtr dataset = openVector(path);
    if (!dataset)
        return areas;
    for (const auto &feature : *dataset->GetLayer(0)) {
        if (!feature->GetGeometryRef())
            continue;
        Area area{text(*feature, fields.name), feature->GetFieldAsInteger(fields.mapNumber),
                  std::unique_ptr<OGRGeometry>(feature->StealGeometry())};
        areas.emplace(text(*feature, fields.code), std::move(area));
    }
    return areas;
}

/// The rows of a CSV file by their first column; empty when it cannot be read.
Table readTable(const char *path)
{
    Table table;
    const GDALDatasetUniquePtr dataset = openVector(path);
    if (!dataset)
        return table;
    for (const auto &feature : *dataset->GetLayer(0)) {
        std::map<QString, QString> row;
        for (int i = 0; i < feature->GetFieldCount(); ++i)
            row[feature->GetFieldDefnRef(i)->GetNameRef()] = QString::fromUtf8(feature->GetFieldAsString(i));
        table.emplace(QString::fromUtf8(feature->GetFieldAsString(0)), std::move(row));
    }
    return table;
}

qlonglong rowCount(const char *path)
{
    const GDALDatasetUniquePtr dataset = openVector(path);
    return dataset ? dataset->GetLayer(0)->GetFeatureCount() : 0;
}

std::vector<const OGRPolygon *> polygonsOf(const OGRGeometry &geometry)
{
    std::vector<const OGRPolygon *> polygons;
    if (wkbFlatten(geometry.getGeometryType()) == wkbPolygon) {
        polygons.push_back(geometry.toPolygon());
    } else if (OGR_GT_IsSubClassOf(geometry.getGeometryType(), wkbGeometryCollection)) {
        for (const OGRGeometry *part : *geometry.toGeometryCollection())
            std::ranges::copy(polygonsOf(*part), std::back_inserter(polygons));
    }
    return polygons;
}

/// In km2; lines and points have none.
double areaOf(const OGRGeometry &geometry)
{
    double area = 0;
    for (const OGRPolygon *polygon : polygonsOf(geometry))
        area += polygon->get_Area();
    return area / squareMetresPerSquareKilometre;
}

double sharedArea(const OGRGeometry &a, const OGRGeometry &b)
{
    if (!a.Intersects(&b))
        return 0;
    const std::unique_ptr<OGRGeometry> shared(a.Intersection(&b));
    return shared ? areaOf(*shared) : 0;
}

double intersectionOverUnion(const OGRGeometry &a, const OGRGeometry &b)
{
    const double shared = sharedArea(a, b);
    return shared / (areaOf(a) + areaOf(b) - shared);
}

double totalArea(const Areas &areas)
{
    double total = 0;
    for (const auto &[code, area] : areas)
        total += areaOf(*area.outline);
    return total;
}

std::set<Position> verticesOf(const OGRGeometry &geometry)
{
    std::set<Position> vertices;
    for (const OGRPolygon *polygon : polygonsOf(geometry)) {
        for (const OGRLinearRing *ring : *polygon) {
            for (const OGRPoint &point : *ring)
                vertices.emplace(point.getX(), point.getY());
        }
    }
    return vertices;
}

std::set<QString> expectedCodes()
{
    std::set<QString> codes;
    for (int number = 1; number <= 40; ++number) {
        if (number != 28) // given up when Sheffield City Region became E37000040
            codes.insert(QStringLiteral("E370000%1").arg(number, 2, 10, QLatin1Char('0')));
    }
    return codes;
}

} // namespace

class LepBoundariesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void thereAreThirtyNineAreasWithTheExpectedCodes();
    void mapNumbersCountTheNamesInAlphabeticalOrder();
    void coordinatesAreOnTheNationalGrid();
    void everyOutlineIsAValidArea();
    void noTwoAreasOverlap();
    void noHoleIsLeftBetweenNeighbours();
    void neighboursShareTheVerticesOfTheirCommonBorder();
    void everyUnitIsAssignedOnceAndEveryAreaHasAUnit();

    void namesAndNumbersAreThoseOfTheReference();
    void everyOutlineAgreesWithTheOfficialOne();
    void totalAreaAgreesWithTheOfficialOne();
    void assignmentEqualsTheOneMadeFromOfficialOutlines();

private:
    Areas m_areas;
    Areas m_official;
};

void LepBoundariesTest::initTestCase()
{
    GDALAllRegister();
    m_areas = readAreas(boundariesPath, {.code = "code", .name = "name", .mapNumber = "map_no"});
    QVERIFY2(!m_areas.empty(), boundariesPath);
    if (QFileInfo::exists(officialPath)) {
        m_official = readAreas(officialPath, {.code = "LEP14CD", .name = "LEPPAPER", .mapNumber = "MAPNO"});
        QVERIFY2(!m_official.empty(), officialPath);
    }
}

void LepBoundariesTest::thereAreThirtyNineAreasWithTheExpectedCodes()
{
    QCOMPARE(rowCount(boundariesPath), 39);
    std::set<QString> codes;
    for (const auto &[code, area] : m_areas)
        codes.insert(code);
    QCOMPARE(codes, expectedCodes());
}

void LepBoundariesTest::mapNumbersCountTheNamesInAlphabeticalOrder()
{
    std::vector<QString> names;
    for (const auto &[code, area] : m_areas)
        names.push_back(area.name);
    std::ranges::sort(names);
    for (const auto &[code, area] : m_areas) {
        QVERIFY2(area.mapNumber >= 1 && area.mapNumber <= 39, qPrintable(area.name));
        QCOMPARE(area.name, names[static_cast<std::size_t>(area.mapNumber) - 1]);
    }
}

void LepBoundariesTest::coordinatesAreOnTheNationalGrid()
{
    const GDALDatasetUniquePtr dataset = openVector(boundariesPath);
    QVERIFY(dataset);
    const OGRSpatialReference *reference = dataset->GetLayer(0)->GetSpatialRef();
    QVERIFY(reference);
    QCOMPARE(QString(reference->GetAuthorityCode(nullptr)), QStringLiteral("27700"));
}

void LepBoundariesTest::everyOutlineIsAValidArea()
{
    QStringList failures;
    for (const auto &[code, area] : m_areas) {
        if (!area.outline->IsValid() || areaOf(*area.outline) <= 0)
            failures << area.name;
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join("; ")));
}

void LepBoundariesTest::noTwoAreasOverlap()
{
    QStringList failures;
    for (auto a = m_areas.begin(); a != m_areas.end(); ++a) {
        for (auto b = std::next(a); b != m_areas.end(); ++b) {
            const double overlap = sharedArea(*a->second.outline, *b->second.outline);
            if (overlap > largestOverlap)
                failures
                    << QStringLiteral("%1 and %2: %3 km2").arg(a->second.name, b->second.name).arg(overlap);
        }
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join("; ")));
}

// The union of the 152 source units has no interior ring at all, so no gap of any width is allowed.
void LepBoundariesTest::noHoleIsLeftBetweenNeighbours()
{
    OGRMultiPolygon all;
    for (const auto &[code, area] : m_areas) {
        for (const OGRPolygon *polygon : polygonsOf(*area.outline))
            all.addGeometry(polygon);
    }
    const std::unique_ptr<OGRGeometry> england(all.UnionCascaded());
    QVERIFY(england);
    QStringList failures;
    for (const OGRPolygon *polygon : polygonsOf(*england)) {
        for (int i = 0; i < polygon->getNumInteriorRings(); ++i) {
            const OGRLinearRing *hole = polygon->getInteriorRing(i);
            failures << QStringLiteral("a hole of %1 m2 at %2, %3")
                            .arg(hole->get_Area())
                            .arg(hole->getX(0), 0, 'f', 0)
                            .arg(hole->getY(0), 0, 'f', 0);
        }
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join("; ")));
}

void LepBoundariesTest::neighboursShareTheVerticesOfTheirCommonBorder()
{
    QStringList failures;
    for (const auto &[code, area] : m_areas) {
        const std::unique_ptr<OGRGeometry> border(area.outline->Boundary());
        const std::set<Position> own = verticesOf(*area.outline);
        OGREnvelope reach;
        area.outline->getEnvelope(&reach);
        for (const auto &[otherCode, other] : m_areas) {
            if (otherCode == code)
                continue;
            for (const Position &vertex : verticesOf(*other.outline)) {
                const auto [x, y] = vertex;
                const OGRPoint point(x, y);
                const bool isNear =
                    x > reach.MinX - sharedEdgeTolerance && x < reach.MaxX + sharedEdgeTolerance
                    && y > reach.MinY - sharedEdgeTolerance && y < reach.MaxY + sharedEdgeTolerance;
                if (isNear && !own.contains(vertex) && border->Distance(&point) < sharedEdgeTolerance)
                    failures << QStringLiteral("%1 lacks a vertex of %2 at %3, %4")
                                    .arg(area.name, other.name)
                                    .arg(x, 0, 'f', 2)
                                    .arg(y, 0, 'f', 2);
            }
        }
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join("; ")));
}

void LepBoundariesTest::everyUnitIsAssignedOnceAndEveryAreaHasAUnit()
{
    const Table assignment = readTable(assignmentPath);
    QCOMPARE(rowCount(assignmentPath), 152);
    QCOMPARE(assignment.size(), std::size_t(152)); // rows by ISO code
    std::set<QString> codes;
    for (const auto &[iso, row] : assignment)
        codes.insert(row.at("lep_code"));
    QCOMPARE(codes, expectedCodes());
}

void LepBoundariesTest::namesAndNumbersAreThoseOfTheReference()
{
    if (m_official.empty())
        QSKIP("The reference outlines are not beside this source tree.");
    QCOMPARE(m_official.size(), m_areas.size());
    for (const auto &[code, official] : m_official) {
        QVERIFY2(m_areas.contains(code), qPrintable(official.name));
        const Area &ours = m_areas.at(code);
        QCOMPARE(ours.name, official.name);
        QVERIFY2(ours.mapNumber == official.mapNumber, qPrintable(official.name));
    }
}

void LepBoundariesTest::everyOutlineAgreesWithTheOfficialOne()
{
    if (m_official.empty())
        QSKIP("The reference outlines are not beside this source tree.");
    QStringList failures;
    std::vector<double> agreements;
    for (const auto &[code, official] : m_official) {
        QVERIFY2(m_areas.contains(code), qPrintable(official.name));
        const double agreement = intersectionOverUnion(*m_areas.at(code).outline, *official.outline);
        agreements.push_back(agreement);
        if (!(agreement >= leastAgreement))
            failures << QStringLiteral("%1: %2").arg(official.name).arg(agreement, 0, 'f', 3);
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join("; ")));

    std::ranges::sort(agreements);
    const double median = agreements[agreements.size() / 2]; // of 39, an odd number
    QVERIFY2(median >= leastMedianAgreement, qPrintable(QString::number(median)));
}

void LepBoundariesTest::totalAreaAgreesWithTheOfficialOne()
{
    if (m_official.empty())
        QSKIP("The reference outlines are not beside this source tree.");
    const double difference = totalArea(m_areas) / totalArea(m_official) - 1;
    QVERIFY2(std::abs(difference) <= largestTotalAreaDifference, qPrintable(QString::number(difference)));
}

void LepBoundariesTest::assignmentEqualsTheOneMadeFromOfficialOutlines()
{
    if (!QFileInfo::exists(officialAssignmentPath))
        QSKIP("The reference assignment is not beside this source tree.");
    const Table assignment = readTable(assignmentPath);
    const Table official = readTable(officialAssignmentPath);
    QCOMPARE(official.size(), assignment.size());
    QStringList failures;
    for (const auto &[iso, row] : official) {
        QVERIFY2(assignment.contains(iso), qPrintable(iso));
        const QString &ours = assignment.at(iso).at("lep_code");
        const bool isCut = row.at("needs_split") == "1";
        QVERIFY2(assignment.at(iso).at("note").startsWith("cut") == isCut, qPrintable(iso));
        if (!isCut && ours != row.at("partition_lep_code"))
            failures << QStringLiteral("%1 (%2): %3").arg(row.at("utla_name"), iso, ours);
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join("; ")));
}

ATLAS_TEST(LepBoundariesTest)

#include "test_lep_boundaries.moc"
