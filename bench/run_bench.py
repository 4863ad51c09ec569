#!/usr/bin/env python3
"""Measures the program against the least that each task can cost, against others, and against limits.

    run_bench [--sizes S,M,L,XL] [--only NAME,...] [--peers] [--runs N] [--check]
    run_bench --growth

Prints a table for each size and writes them all to figures.csv. Exits with 1 when a program fails and, with
--check, when a limit is missed by more than a third. README.md says what is measured and how.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

import growth
import report
from commands import built_in_commands, find_tools, groups_of, made_up_commands
from coverages import SIZES, Coverages
from figures import GROUPS, built_in_rows, made_up_rows
from processes import run_rounds

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "bench"
BUILT_IN_SHAPES = ROOT / "shapefiles" / "lep_2014.shp"
BUILT_IN = "LEP"


def words_of(choices):
    def parse(text):
        words = text.split(",")
        unknown = [word for word in words if word not in choices]
        if unknown:
            raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: choose from {', '.join(choices)}")
        return words

    return parse


def parse_arguments():
    sizes = [BUILT_IN, *SIZES]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=words_of(sizes), default=sizes, metavar="SIZE,...",
                        help=f"which data, of {','.join(sizes)} (default all)")
    parser.add_argument("--only", type=words_of(GROUPS), default=GROUPS, metavar="NAME,...",
                        help=f"which figures, of {','.join(GROUPS)} (default all)")
    parser.add_argument("--peers", action="store_true", help="run QGIS and mapnik too, where they are installed")
    parser.add_argument("--growth", action="store_true", help="measure from 40 to 180,000 areas instead; draws a chart")
    parser.add_argument("--runs", type=int, default=7, help="of each program (default 7)")
    parser.add_argument("--toggles", type=int, default=200, help="of the built-in data in each run (default 200)")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a limit is missed by more than a third")
    parser.add_argument("--floor", type=Path, help="opens a shapefile, prints a line at its first paint, and ends")
    parser.add_argument("--programs", type=Path, default=ROOT / "build/bench/bench", help="where they are built")
    return parser.parse_args()


def measure_size(size, arguments, tools, coverages, environment):
    """(figures, failures)"""
    if size == BUILT_IN:
        rows = built_in_rows(tools.floor.name)
        commands = built_in_commands(tools, BUILT_IN_SHAPES, arguments.only, arguments.toggles)
    else:
        rows = made_up_rows(tools.floor.name, tools.reader.name, tools.loop)
        commands = made_up_commands(tools, coverages, size, arguments.only)
    runs, failures = run_rounds(commands, arguments.runs, environment, size)
    wanted = [row for row in rows if size in row.limits and row.group in groups_of(size, arguments.only)]
    return [row.figure(size, runs) for row in wanted], failures


def main():
    arguments = parse_arguments()
    output = arguments.programs.parent
    tools = find_tools(arguments.programs, arguments.floor, output / "data", SHARED, arguments.peers)
    coverages = Coverages(output / "data", arguments.programs, SHARED)
    load = os.getloadavg()[0]
    figures, failures = [], []
    with tempfile.TemporaryDirectory() as settings:
        # No preferences of whoever runs this; V makes viewer_min print its line.
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": settings, "V": "1"}
        if arguments.growth:
            figures, failures = growth.measure(tools, coverages, arguments.runs, environment, ROOT / "bench")
        for size in [] if arguments.growth else arguments.sizes:
            of_size, failed = measure_size(size, arguments, tools, coverages, environment)
            figures += of_size
            failures += failed
    print(*report.machine(arguments.programs), sep="\n")
    print(f"Medians of {arguments.runs} runs; data by {coverages.generator}")
    report.print_tables(figures)
    report.print_summary(figures)
    report.write_csv(figures, output / ("growth_figures.csv" if arguments.growth else "figures.csv"))
    report.warn_if_busy(load)
    if failures:
        print("\nFailed:", *failures, sep="\n  ")
    missed = any(figure.verdict == "missed" for figure in figures)
    return 1 if failures or (arguments.check and missed) else 0


if __name__ == "__main__":
    sys.exit(main())
