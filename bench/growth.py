"""How time and memory grow with the data: twice as many areas again and again, up to all output areas."""

import csv
import subprocess

from commands import MAP, WINDOW
from figures import Figure, of_process, printed
from processes import Command, run_rounds

MOST_AREAS = 180_000  # the output areas of England, about
VERTICES_PER_AREA = 150
COUNTS = [MOST_AREAS >> doublings for doublings in range(12, -1, -1)]
DOUBLING_LIMIT = 2.2
MEMORY_LIMIT_MB = 2500

SERIES = {
    "start to first map": ("ms", of_process("window", "first_line_ms")),
    "load to drawable": ("ms", printed("core", "load")),
    "settled frame": ("ms", printed("use", "settled-x1")),
    "frame while panning": ("ms", printed("use", "pan")),
    "peak memory": ("MB", of_process("use", "peak_mb")),
}


def commands_for(tools, coverage):
    files = ["--boundaries", coverage.shapes, "--indicators", coverage.table]
    window = tools.programs / "bench_window"
    return {
        "window": Command([window, *files, "--window", WINDOW]),
        "use": Command([window, *files, "--map", MAP, "settled-x1=1", "pan=40"]),
        "core": Command([tools.programs / "bench_core", *files[:2], "load=1"]),
    }


def worst_doubling(name, unit, values):
    """The step at which a figure grew most; compared with what it was before."""
    steps = [(values[areas], values[before], f"{before:,} areas")
             for before, areas in zip(COUNTS, COUNTS[1:]) if values.get(areas) and values.get(before)]
    if not steps:
        return Figure("Growth", name, unit, None, "half the areas", None, DOUBLING_LIMIT)
    value, before, where = max(steps, key=lambda step: step[0] / step[1])
    return Figure("Growth", name, unit, value, where, before, DOUBLING_LIMIT)


def draw_chart(tools, table, chart, environment):
    subprocess.run([tools.programs / "growth_chart", table, chart], check=True, env=environment)


def measure(tools, coverages, runs, environment, chart_folder):
    """(figures, failures). Writes growth.csv beside the programs' folder and the chart growth.svg."""
    values, failures = {name: {} for name in SERIES}, []
    for areas in COUNTS:
        coverage = coverages.of(areas, areas * VERTICES_PER_AREA)
        of_size, failed = run_rounds(commands_for(tools, coverage), runs, environment, f"{areas:,} areas")
        failures += failed
        for name, (_, source) in SERIES.items():
            values[name][areas] = source(of_size)
    table = tools.programs.parent / "growth.csv"
    with open(table, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["areas", *(f"{name} [{unit}]" for name, (unit, _) in SERIES.items())])
        for areas in COUNTS:
            writer.writerow([areas, *("" if v[areas] is None else f"{v[areas]:.6g}" for v in values.values())])
    draw_chart(tools, table, chart_folder / "growth.svg", environment)
    largest = f"{MOST_AREAS:,} areas"
    figures = [Figure(largest, name, unit, values[name][MOST_AREAS], "", None,
                      MEMORY_LIMIT_MB if unit == "MB" else None) for name, (unit, _) in SERIES.items()]
    figures += [worst_doubling(name, unit, values[name]) for name, (unit, _) in SERIES.items()]
    return figures, failures
