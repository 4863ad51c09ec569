"""The programs that are run for each size, by name."""

from dataclasses import dataclass, field
from pathlib import Path

from coverages import SIZES, widened_table, workbook_of
from processes import Command, python_with

WINDOW = "1600x1200"  # viewer_min's
MAP = "1600x1200"  # the pictures' of the peers
TABLE_INDICATORS = 20
CSV_INDICATORS = 48  # with code and name 50 columns
WORKBOOK_INDICATORS = 18
LOADS = {"S": 5, "M": 5, "L": 3, "XL": 1}  # in each run: what takes a moment is measured more often

# What the window is asked for in each group.
USE = {
    "settled": ["settled-x1", "settled-x8", "settled-x64"],
    "pan": ["pan"],
    "zoom": ["zoom"],
    "toggle": ["toggle"],
    "palette": ["palette"],
    "classes": ["classes"],
    "hover": ["hover"],
    "select": ["select"],
}
MEMORY_USE = ["toggle=4", "pan=20", "zoom=20", "hover=20"]  # a bit of everything
ONLY_XL = {"select", "table", "degrees", "export", "grid"}


def groups_of(size, groups):
    return [group for group in groups if size == "XL" or group not in ONLY_XL]


@dataclass
class Tools:
    """The programs at hand, beside those of the project itself."""

    programs: Path  # the folder where bench_window and the others are
    floor: Path  # opens a shapefile, prints a line at its first paint, and ends
    reader: Path  # runs through a shapefile with GDAL
    loop: str  # what the reader calls its figure
    peers: dict[str, list] = field(default_factory=dict)  # the start of their commands, by name
    peer_folder: Path | None = None  # where they may write


def find_tools(programs, floor, data, shared, with_peers):
    def first_that_exists(*names):
        return next(programs / name for name in names if (programs / name).exists())

    reader = first_that_exists("bench_read", "floor_read")
    loop = "loop" if reader.name == "floor_read" else "GDAL loop, fields + every vertex read"
    tools = Tools(programs, floor or first_that_exists("viewer_min", "floor_viewer"), reader, loop)
    if with_peers:
        find_peers(tools, data / "peers", shared)
    return tools


def find_peers(tools, folder, shared):
    (folder / "png").mkdir(parents=True, exist_ok=True)  # for the pictures they save
    tools.peer_folder = folder
    scripts = {
        "QGIS": ("bench_qgis.py", ["qgis.core"]),
        "mapnik": ("bench_mapnik.py", ["mapnik", "numpy", "osgeo.ogr"]),
    }
    for name, (script, modules) in scripts.items():
        python = python_with(modules) if (shared / script).exists() else None
        if python:
            tools.peers[name] = [python, (shared / script).resolve()]


def built_in_commands(tools, shapes, groups, toggles):
    window = tools.programs / "bench_window"
    commands = {}
    if {"start", "memory"} & set(groups):
        commands["floor"] = Command([tools.floor, shapes])
        commands["window"] = Command([window, "--window", WINDOW])
    if {"toggle", "memory"} & set(groups):
        commands["use"] = Command([window, f"toggle={toggles}"])
    return commands


def read_command(tools, shapes, times):
    if tools.reader.name == "floor_read":
        return Command([tools.reader, shapes, str(times)])
    return Command([tools.reader, "all", shapes, str(times), "-"])


def made_up_commands(tools, coverages, size, groups):
    coverage = coverages.size(size)
    groups = set(groups_of(size, groups))
    window, core = tools.programs / "bench_window", tools.programs / "bench_core"
    shapes = ["--boundaries", coverage.shapes]
    files = [*shapes, "--indicators", coverage.table]
    commands = {}
    if {"start", "memory"} & groups:
        commands["floor"] = Command([tools.floor, coverage.shapes])
        commands["window"] = Command([window, *files, "--window", WINDOW])
    if "memory" in groups:
        commands["memory"] = Command([window, *files, "--window", WINDOW, *MEMORY_USE])
    use = [measurement for group in USE if group in groups for measurement in USE[group]]
    if use:
        commands["use"] = Command([window, *files, "--map", MAP, *use])
    if "load" in groups:
        commands["read"] = read_command(tools, coverage.shapes, LOADS[size])
    if {"load", "area-at"} & groups:
        commands["core"] = Command([core, *shapes, f"load={LOADS[size]}", "area-at"])
    if "index" in groups:
        draws = [] if size == "XL" else ["draws"]  # a country's small areas take seconds
        commands["index"] = Command([tools.programs / "bench_index", "--indicators", coverage.table, "recompute", *draws])
    if "degrees" in groups:
        degrees = coverages.of(*SIZES[size], epsg=4326)
        commands["degrees"] = Command([core, *shapes, "--degrees", degrees.shapes, "load=1", "degrees"])
    if "table" in groups:
        table = widened_table(coverage, TABLE_INDICATORS)
        commands["table"] = Command(
            [window, *shapes, "--indicators", table, "--window", WINDOW, "scroll", "sort"])
    if "grid" in groups:
        csv = widened_table(coverage, CSV_INDICATORS)
        workbook = workbook_of(widened_table(coverage, WORKBOOK_INDICATORS))
        commands["grid"] = Command([tools.programs / "bench_grid", "--csv", csv, "--workbook", workbook, "csv", "xlsx"])
        if (tools.programs / "floor_workbook").exists():
            commands["orcus"] = Command([tools.programs / "floor_workbook", workbook, "3"])
    if "export" in groups:
        commands["export"] = Command([core, *files, "export"])
    if "settled" in groups:
        for name, start in tools.peers.items():
            commands[name] = Command([*start, coverage.shapes.resolve(), "-", "1"], tools.peer_folder)
    return commands
