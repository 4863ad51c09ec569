"""Programs run in rounds, and what each of them printed and took."""

import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

PATIENCE_S = 600

# What programs print: a name and a number; or a description and the median of a few, as the shared ones do.
FIGURE = re.compile(r"([a-z0-9-]+) (-?[\d.]+(?:e[-+]?\d+)?)")
DESCRIBED_FIGURE = re.compile(r"\S+\s+(\S.*?)\s+med\s+([\d.]+)\s.*")


class Failed(Exception):
    pass


@dataclass
class Run:
    """One process, from before it was forked."""

    first_line_ms: float  # until the line that says the map is painted
    whole_ms: float  # until it has ended
    peak_mb: float
    figures: dict[str, list[float]]  # what it printed, by name


def figures_in(text):
    figures = {}
    for line in text.splitlines():
        found = FIGURE.fullmatch(line.strip()) or DESCRIBED_FIGURE.fullmatch(line.strip())
        if found:
            figures.setdefault(found[1], []).append(float(found[2]))
    return figures


def read_terminal(terminal):
    """(seconds at which the first line was there, all text). Ends when the program closes its side."""
    text, first_line_at = b"", None
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            piece = b""
        if not piece:
            return first_line_at, text.decode(errors="replace")
        text += piece
        if first_line_at is None and b"\n" in text:
            first_line_at = time.perf_counter()


def run(command, environment, folder=None):
    """Fails when the program prints nothing, takes too long or ends in an error."""
    # A terminal, not a pipe: the C library hands on a line when it ends, whatever program it is in.
    ours, theirs = pty.openpty()
    with tempfile.TemporaryFile() as complaints:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=theirs, stderr=complaints, env=environment, cwd=folder)
        os.close(theirs)
        stop = threading.Timer(PATIENCE_S, process.kill)
        stop.start()
        first_line_at, output = read_terminal(ours)
        _, status, usage = os.wait4(process.pid, 0)
        end = time.perf_counter()
        stop.cancel()
        os.close(ours)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0 or first_line_at is None:
            complaints.seek(0)
            last = complaints.read().decode(errors="replace").strip().splitlines()[-1:]
            raise Failed(f"{' '.join(map(str, command))}: exit code {process.returncode}. {''.join(last)}")
    return Run((first_line_at - start) * 1e3, (end - start) * 1e3, usage.ru_maxrss / 1024, figures_in(output))


@dataclass
class Command:
    arguments: list
    folder: Path | None = None  # to start it in


def run_rounds(commands, runs, environment, label):
    """The runs of each command, in turn so that what disturbs one disturbs all; the first round is dropped.

    Returns (runs by the command's name, failures). A command that fails is left out from then on and has no
    runs: what it measures counts as not measured.
    """
    results, failures = {name: [] for name in commands}, []
    for number in range(runs + 1):
        if sys.stderr.isatty():
            print(f"\r{label}: round {number + 1} of {runs + 1} ", end="", file=sys.stderr, flush=True)
        for name in list(results):
            try:
                results[name].append(run(commands[name].arguments, environment, commands[name].folder))
            except Failed as failure:
                failures.append(f"{label}: {failure}")
                del results[name]
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    return {name: of_command[1:] for name, of_command in results.items()}, failures


def python_with(modules):
    """A Python interpreter that can import these; none when there is none."""
    candidates = [Path(folder) / "python3" for folder in os.get_exec_path()]
    for python in dict.fromkeys([sys.executable, *map(str, candidates)]):
        if shutil.which(python):
            tried = subprocess.run([python, "-c", f"import {', '.join(modules)}"], capture_output=True, check=False)
            if tried.returncode == 0:
                return python
    return None
