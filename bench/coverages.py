"""Made-up areas to measure with, kept in build/bench/data."""

import csv
import shutil
import subprocess
import tempfile
import zipfile
from xml.sax.saxutils import escape
from dataclasses import dataclass
from pathlib import Path

from processes import python_with

SIZES = {"S": (39, 20_000), "M": (326, 250_000), "L": (6_800, 1_500_000), "XL": (33_000, 5_000_000)}


@dataclass
class Coverage:
    folder: Path

    @property
    def shapes(self):
        return self.folder / "areas.shp"

    @property
    def table(self):
        return self.folder / "areas.csv"


class Coverages:
    """Makes each coverage once; with the shared generator where it can be run, else with the own one."""

    def __init__(self, folder, programs, shared):
        script = shared / "make_coverage.py"
        python = python_with(["numpy", "scipy.spatial", "osgeo.ogr"]) if script.exists() else None
        self.generator = script.stem if python else "make_areas"
        self._command = [python, script] if python else [programs / "make_areas"]
        self._folder = folder / self.generator

    def size(self, name):
        return self.of(*SIZES[name])

    def of(self, areas, vertices, epsg=27700):
        folder = self._folder / f"{areas}-areas-{vertices}-vertices-{epsg}"
        if not folder.exists():
            self._make(areas, vertices, epsg, folder)
        return Coverage(folder)

    def _make(self, areas, vertices, epsg, folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        # Under its own name only once it is whole.
        with tempfile.TemporaryDirectory(dir=folder.parent) as unfinished:
            made = Coverage(Path(unfinished) / "made")
            made.folder.mkdir()
            if self.generator == "make_areas":
                options = [areas, vertices, made.shapes, made.table, epsg]
            else:
                options = ["--polygons", areas, "--total-vertices", vertices, "--out", made.shapes,
                           "--csv", made.table, "--epsg", epsg]
            subprocess.run([str(part) for part in self._command + options], check=True, stdout=subprocess.DEVNULL)
            made.folder.rename(folder)


def widened_table(coverage, columns):
    """The coverage's table with so many indicators: further ones are others moved down by a few rows."""
    path = coverage.folder / f"areas-{columns}-indicators.csv"
    if path.exists():
        return path
    with open(coverage.table, encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    first = 2  # after code and name
    present = len(header) - first
    with open(path.with_suffix(".part"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header + [f"more{k:02d}" for k in range(columns - present)])
        for i, row in enumerate(rows):
            more = [rows[(i + 7 * (k + 1)) % len(rows)][first + k % present] for k in range(columns - present)]
            writer.writerow(row + more)
    shutil.move(path.with_suffix(".part"), path)
    return path


WORKBOOK_PARTS = {
    "[Content_Types].xml": """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default
 Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override
 PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""",
    "_rels/.rels": """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
 Id="w" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="xl/workbook.xml"/></Relationships>""",
    "xl/_rels/workbook.xml.rels": """<Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
 Target="worksheets/sheet1.xml"/></Relationships>""",
    "xl/workbook.xml": """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1"
 r:id="s"/></sheets></workbook>""",
}


def workbook_of(table):
    """The table as an XLSX: numbers as numbers, texts in their cells."""

    def cell(text, place):
        try:
            return f'<c r="{place}"><v>{float(text):.17g}</v></c>'
        except ValueError:
            return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'

    path = table.with_suffix(".xlsx")
    if path.exists():
        return path
    with open(table, encoding="utf-8", newline="") as file:
        rows = [
            f'<row r="{n}">' + "".join(cell(text, f"{chr(ord('A') + i)}{n}") for i, text in enumerate(row)) + "</row>"
            for n, row in enumerate(csv.reader(file), 1)
        ]
    sheet = ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
             + "".join(rows) + "</sheetData></worksheet>")
    with zipfile.ZipFile(path.with_suffix(".part"), "w", zipfile.ZIP_DEFLATED) as workbook:
        for name, text in WORKBOOK_PARTS.items():
            workbook.writestr(name, text)
        workbook.writestr("xl/worksheets/sheet1.xml", sheet)
    shutil.move(path.with_suffix(".part"), path)
    return path
