"""The machine and the figures, for people and as a CSV file."""

import csv
import os
import platform
import subprocess
from itertools import groupby
from pathlib import Path

from figures import NOT_MEASURED


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


def amount(number, unit):
    if number is None:
        return NOT_MEASURED
    return f"{number:.0f} {unit}" if number >= 1000 else f"{number:.3g} {unit}"


def print_tables(figures):
    """One table for each size."""
    line = "{:<32}{:>13}  {:<26}{:>7}{:>10}  {}"
    for size, of_size in groupby(figures, lambda figure: figure.size):
        print("\n" + line.format(size, "atlas", "against", "ratio", "limit", "").rstrip())
        for figure in of_size:
            against = ratio = limit = ""
            if figure.is_ratio:
                against = f"{figure.reference_name} {amount(figure.reference, figure.unit)}"
                ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
            if figure.limit is not None:
                limit = f"x {figure.limit:g}" if figure.is_ratio else f"{figure.limit:g} {figure.unit}"
            value = amount(figure.value, figure.unit)
            print(line.format(figure.name, value, against, ratio, limit, figure.verdict).rstrip())


def print_summary(figures):
    for verdict in ("missed", "just missed", NOT_MEASURED):
        names = [f"{figure.size} {figure.name}" + (f" against {figure.reference_name}" if figure.is_ratio else "")
                 for figure in figures if figure.verdict == verdict]
        if names:
            print(f"\n{verdict.capitalize()}: {len(names)}", *names, sep="\n  ")


def write_csv(figures, path):
    def text(number):
        return "" if number is None else f"{number:.6g}"

    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["size", "figure", "unit", "atlas", "against", "reference", "ratio", "limit", "verdict"])
        for figure in figures:
            numbers = text(figure.reference), text(figure.ratio), text(figure.limit)
            writer.writerow([figure.size, figure.name, figure.unit, text(figure.value), figure.reference_name,
                             *numbers, figure.verdict])


def warn_if_busy(load):
    if load > os.cpu_count():
        print(f"\nThe machine was busy before the start (load {load:.1f}): times are too long; look at the ratios.")
