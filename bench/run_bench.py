#!/usr/bin/env python3
"""Measures the window against the least that a viewer of the same shapes can be, and prints a table.

    run_bench [--runs N] [--toggles N] [--floor PROGRAM] [--check]

Exits with 1 when a program fails and, with --check, when a limit is missed by more than a third.
README.md says what is measured and how.
"""

import argparse
import math
import os
import platform
import pty
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHAPES = ROOT / "shapefiles" / "lep_2014.shp"

FLOOR_RATIO_LIMIT = 2.0
FRAME_MS_LIMIT = 16.0
TOLERANCE = 4 / 3


@dataclass
class Run:
    """One process, from before it was forked."""

    first_line_ms: float  # until the line that says the map is painted
    whole_ms: float  # until it has ended
    peak_mb: float
    output: str


@dataclass
class Figure:
    name: str
    unit: str
    atlas: float
    floor: float | None  # None where only the window has such a thing
    limit: float | None  # of the ratio where there is a floor, else of the figure

    @property
    def measured(self):
        return self.atlas if self.floor is None else self.atlas / self.floor

    @property
    def verdict(self):
        if self.limit is None:
            return ""
        if self.measured <= self.limit:
            return "kept"
        return "missed" if self.measured > self.limit * TOLERANCE else "just missed"


def read_terminal(terminal):
    """(seconds at which the first line was there, all text). Ends when the program closes its side."""
    text, first_line_at = b"", None
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            piece = b""
        if not piece:
            return first_line_at, text.decode()
        text += piece
        if first_line_at is None and b"\n" in text:
            first_line_at = time.perf_counter()


def run(command, environment):
    # A terminal, not a pipe: the C library hands on a line when it ends, whatever program it is in.
    ours, theirs = pty.openpty()
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, env=environment)
    os.close(theirs)
    first_line_at, output = read_terminal(ours)
    _, status, usage = os.wait4(process.pid, 0)
    end = time.perf_counter()
    os.close(ours)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0 or first_line_at is None:
        sys.exit(f"run_bench: {' '.join(map(str, command))} failed, exit code {process.returncode}")
    return Run((first_line_at - start) * 1e3, (end - start) * 1e3, usage.ru_maxrss / 1024, output)


def measure(commands, runs, environment):
    """The runs of each command, in turn so that what disturbs one disturbs all; the first round is dropped."""
    rounds = [[run(command, environment) for command in commands] for _ in range(runs + 1)]
    return [list(of_command) for of_command in zip(*rounds[1:])]


def median_of(runs, field):
    return statistics.median(getattr(one, field) for one in runs)


def percentile(values, share):
    """The least value that is not exceeded by this share of the values."""
    ordered = sorted(values)
    return ordered[math.ceil(share * len(ordered)) - 1]


def figures_of(window, toggling, floor):
    toggles = [[float(line) for line in one.output.split()] for one in toggling]

    def against_floor(name, unit, runs, field):
        return Figure(name, unit, median_of(runs, field), median_of(floor, field), FLOOR_RATIO_LIMIT)

    return [
        against_floor("start to first map", "ms", window, "first_line_ms"),
        against_floor("start to end of process", "ms", window, "whole_ms"),
        against_floor("peak memory, first map", "MB", window, "peak_mb"),
        against_floor("peak memory, after toggles", "MB", toggling, "peak_mb"),
        Figure("toggle, median", "ms", statistics.median(map(statistics.median, toggles)), None, FRAME_MS_LIMIT),
        Figure("toggle, p99", "ms", statistics.median(percentile(t, 0.99) for t in toggles), None, FRAME_MS_LIMIT),
        Figure("toggle, slowest of all", "ms", max(map(max, toggles)), None, None),
    ]


def machine(programs):
    def first_field(file, key):
        lines = Path(file).read_text(encoding="utf-8").splitlines()
        return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(key)), "unknown")

    versions = subprocess.run([programs / "bench_window", "--versions"], capture_output=True, text=True, check=True)
    memory_gb = int(first_field("/proc/meminfo", "MemTotal").split()[0]) / 2**20
    return [
        f"{first_field('/proc/cpuinfo', 'model name')}, {os.cpu_count()} cores, {memory_gb:.0f} GB",
        f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {', '.join(versions.stdout.split(chr(10))[:2])}",
    ]


def print_table(figures, floor_name):
    line = "{:<28}{:>12}{:>14}{:>8}{:>10}  {}"
    print(line.format("", "window", floor_name, "ratio", "limit", "").rstrip())
    for figure in figures:
        atlas = f"{figure.atlas:.1f} {figure.unit}"
        floor = ratio = limit = ""
        if figure.floor is not None:
            floor, ratio, limit = f"{figure.floor:.1f} {figure.unit}", f"{figure.measured:.2f}", f"x {figure.limit:g}"
        elif figure.limit is not None:
            limit = f"{figure.limit:g} {figure.unit}"
        print(line.format(figure.name, atlas, floor, ratio, limit, figure.verdict).rstrip())


def warn_if_busy(load):
    if load > os.cpu_count():
        print(f"\nThe machine was busy before the start (load {load:.1f}): times are too long; look at the ratios.")


def default_floor(programs):
    shared = programs / "viewer_min"
    return shared if shared.exists() else programs / "floor_viewer"


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=Path, default=ROOT / "build/bench/bench", help="where they are built")
    parser.add_argument("--floor", type=Path, help="opens a shapefile, prints a line at its first paint, and ends")
    parser.add_argument("--runs", type=int, default=9, help="of each program (default 9)")
    parser.add_argument("--toggles", type=int, default=200, help="in each run (default 200)")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a limit is missed by more than a third")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    floor = arguments.floor or default_floor(arguments.programs)
    window = arguments.programs / "bench_window"
    commands = [[floor, SHAPES], [window, "--first-paint"], [window, "--toggles", str(arguments.toggles)]]
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as settings:
        # No preferences of whoever runs this; V makes viewer_min print its line.
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": settings, "V": "1"}
        floor_runs, window_runs, toggle_runs = measure(commands, arguments.runs, environment)
    figures = figures_of(window_runs, toggle_runs, floor_runs)
    print(*machine(arguments.programs), sep="\n")
    print(f"medians of {arguments.runs} runs, {arguments.toggles} toggles each\n")
    print_table(figures, floor.name)
    warn_if_busy(load)
    missed = any(figure.verdict == "missed" for figure in figures)
    return 1 if arguments.check and missed else 0


if __name__ == "__main__":
    sys.exit(main())
