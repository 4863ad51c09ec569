"""What is measured, from which runs it comes, and the limit of each figure."""

import math
import statistics
from dataclasses import dataclass, field
from typing import Callable

TOLERANCE = 4 / 3
NOT_MEASURED = "not measured"


@dataclass
class Figure:
    """A row of the table. Numbers are None where they could not be measured."""

    size: str
    name: str
    unit: str
    value: float | None
    reference_name: str  # empty where nothing is compared
    reference: float | None
    limit: float | None  # of the ratio where something is compared, else of the value

    @property
    def is_ratio(self):
        return bool(self.reference_name)

    @property
    def ratio(self):
        return self.value / self.reference if self.is_ratio and self.value is not None and self.reference else None

    @property
    def verdict(self):
        measured = self.ratio if self.is_ratio else self.value
        if measured is None:
            return NOT_MEASURED
        if self.limit is None:
            return ""
        if measured <= self.limit:
            return "kept"
        return "missed" if measured > self.limit * TOLERANCE else "just missed"


def percentile(values, share):
    """The least value that is not exceeded by this share of the values."""
    ordered = sorted(values)
    return ordered[math.ceil(share * len(ordered)) - 1]


def p99(values):
    return percentile(values, 0.99)


# Sources: from the runs of a size, by command, to a number or None. -----------------------------------------


def of_process(command, attribute):
    """The median over the runs of what the whole process took."""

    def source(runs):
        values = [getattr(run, attribute) for run in runs.get(command, [])]
        return statistics.median(values) if values else None

    return source


def printed(command, name, summary=statistics.median):
    """The median over the runs of a summary of the figures that each printed."""

    def source(runs):
        summaries = [summary(run.figures[name]) for run in runs.get(command, []) if name in run.figures]
        return statistics.median(summaries) if summaries else None

    return source


def printed_worst(command, name):
    def source(runs):
        values = [value for run in runs.get(command, []) for value in run.figures.get(name, [])]
        return max(values) if values else None

    return source


def difference(minuend, subtrahend):
    def source(runs):
        values = minuend(runs), subtrahend(runs)
        return None if None in values else values[0] - values[1]

    return source


# Rows. ------------------------------------------------------------------------------------------------------


def alike(limit):
    return dict.fromkeys(("S", "M", "L", "XL"), limit)


@dataclass
class Row:
    group: str  # what --only names
    name: str
    unit: str
    value: Callable
    reference_name: str = ""
    reference: Callable = field(default=lambda runs: None)
    limits: dict = field(default_factory=lambda: alike(None))  # by size; other sizes have no such row

    def figure(self, size, runs):
        return Figure(
            size, self.name, self.unit, self.value(runs), self.reference_name, self.reference(runs), self.limits[size]
        )


QGIS_SETTLED = "[x{}] render CustomPainterJob simplify=1 AA=1"
MAPNIK_SETTLED = "[x{}] render shape plugin, index=0 simplify=1.0 AA"


def built_in_rows(floor):
    """The window with the data that the program brings along."""

    def against_floor(group, name, unit, command, attribute):
        return Row(group, name, unit, of_process(command, attribute), floor, of_process("floor", attribute),
                   {"LEP": 2.0})

    return [
        against_floor("start", "start to first map", "ms", "window", "first_line_ms"),
        against_floor("start", "start to end of process", "ms", "window", "whole_ms"),
        against_floor("memory", "peak memory, first map", "MB", "window", "peak_mb"),
        against_floor("memory", "peak memory, in use", "MB", "use", "peak_mb"),
        Row("toggle", "toggle", "ms", printed("use", "toggle-all"), limits={"LEP": 16}),
        Row("toggle", "toggle, p99", "ms", printed("use", "toggle-all", p99), limits={"LEP": 16}),
        Row("toggle", "toggle, slowest of all", "ms", printed_worst("use", "toggle-all"), limits={"LEP": None}),
    ]


def made_up_rows(floor, reader, loop):
    """The window with made-up data of four sizes. `loop` is what the reader calls its figure."""
    starts = {"S": 1.5, "M": 1.4, "L": 1.3, "XL": 1.2}
    memory = {"S": 1.5, "M": None, "L": None, "XL": 1.6}
    recolouring = {"S": 5, "M": 6, "L": 10, "XL": 16}
    load = printed("core", "load")

    def settled(factor, peer, described, limits):
        return Row("settled", f"settled frame, x{factor}", "ms", printed("use", f"settled-x{factor}"), peer,
                   printed(peer, described.format(factor)), limits)

    def median_and_p99(group, name, limit, p99_limit):
        return [Row(group, name, "ms", printed("use", group), limits=alike(limit)),
                Row(group, f"{name}, p99", "ms", printed("use", group, p99), limits=alike(p99_limit))]

    return [
        Row("start", "start to first map", "ms", of_process("window", "first_line_ms"), floor,
            of_process("floor", "first_line_ms"), starts),
        Row("load", "load to drawable", "ms", load, reader, printed("read", loop),
            {"S": 1.5, "M": None, "L": None, "XL": 1.5}),
        settled(1, "QGIS", QGIS_SETTLED, {"S": 0.7, "M": 0.5, "L": 0.33, "XL": 0.25}),
        settled(1, "mapnik", MAPNIK_SETTLED, {"S": 0.45, "M": 0.3, "L": 0.3, "XL": 0.25}),
        settled(8, "QGIS", QGIS_SETTLED, alike(None) | {"XL": 0.25}),
        settled(64, "QGIS", QGIS_SETTLED, alike(None) | {"XL": 0.25}),
        *median_and_p99("pan", "pan, a frame while moving", 4, 16),
        *median_and_p99("zoom", "zoom, a frame while moving", 4, 16),
        Row("toggle", "toggle, map", "ms", printed("use", "toggle"), limits=recolouring),
        Row("toggle", "toggle, map and table", "ms", printed("use", "toggle-all")),
        Row("palette", "other palette", "ms", printed("use", "palette"), limits=recolouring),
        Row("classes", "other number of classes", "ms", printed("use", "classes"), limits=recolouring),
        *median_and_p99("hover", "hover", 4, 8),
        Row("area-at", "area under the pointer, mean", "us", printed("core", "area-at-mean"), limits=alike(2)),
        Row("area-at", "area under the pointer, p99", "us", printed("core", "area-at-p99"), limits=alike(15)),
        Row("index", "index after a toggle", "us", printed("index", "recompute"), "z, mean and sort",
            printed("index", "recompute-floor"), {"S": None, "M": 2, "L": None, "XL": 2}),
        Row("index", "ranks of 10,000 draws", "ms", printed("index", "draws"), limits={"S": 20, "M": 100, "L": 900}),
        Row("degrees", "degrees, extra time to load", "ms",
            difference(printed("degrees", "load-degrees"), printed("degrees", "load")), limits={"XL": 100}),
        Row("degrees", "degrees, greatest error", "mm", printed("degrees", "degrees-error"), limits={"XL": 1}),
        Row("memory", "peak memory, first map", "MB", of_process("window", "peak_mb"), floor,
            of_process("floor", "peak_mb"), memory),
        Row("memory", "peak memory, in use", "MB", of_process("memory", "peak_mb"), floor,
            of_process("floor", "peak_mb"), memory),
        Row("select", "select 10,000 areas", "ms", printed("use", "select"), limits={"XL": 50}),
        Row("table", "table, a frame while scrolling", "ms", printed("table", "scroll"), limits={"XL": 16}),
        Row("table", "table, sort by figures", "ms", printed("table", "sort-figures"), limits={"XL": 100}),
        Row("table", "table, sort by name", "ms", printed("table", "sort-names"), limits={"XL": 100}),
        Row("grid", "cells of a CSV, 33,000 x 50", "ms", printed("grid", "grid-csv"), "GDAL",
            printed("grid", "gdal-csv"), {"XL": 2}),
        Row("grid", "figures of a CSV, 33,000 x 50", "ms", printed("grid", "figures-csv"), "GDAL",
            printed("grid", "gdal-csv"), {"XL": None}),
        Row("grid", "cells of an XLSX, 33,000 x 20", "ms", printed("grid", "grid-xlsx"), "liborcus",
            printed("orcus", "orcus"), {"XL": 1.3}),
        Row("export", "export PNG, 4,000 x 3,000", "ms", printed("export", "export-png"), limits={"XL": 1000}),
        Row("export", "export PDF, 400 x 300 mm", "ms", printed("export", "export-pdf"), limits={"XL": 3000}),
        Row("export", "export SVG, 400 x 300 mm", "ms", printed("export", "export-svg"), limits={"XL": 3000}),
    ]


GROUPS = list(dict.fromkeys(row.group for row in made_up_rows("", "", "")))
