#!/usr/bin/env python3
"""Checks who includes whom: the order of the folders, and which libraries stay where.

    check_layering.py [--qt-headers DIR] SOURCE_ROOT

Prints one sentence for each include that is not allowed. Exits with 0 when there is none, with 1 when
there are some, with 2 when the check itself could not be done. The compiler cannot do this: with QtGui's
flags alone it finds QtWidgets as well.
"""

import argparse
import glob
import re
import subprocess
import sys
from pathlib import Path

# The rules. -------------------------------------------------------------------------------------------

# A folder may include itself and every folder of the lines above its own. One with folders of its own in the
# list stands for the files directly in it.
LAYERS = [
    ["core/common"],
    ["core/boundaries", "core/tables", "core/indicators", "core/classification"],
    ["core/import"],
    ["core/aggregation"],
    ["core/dataset"],
    ["core/index"],
    ["core/robustness", "core/statistics", "core/spatial", "core/strategy"],
    ["core/render"],
    ["core/project"],
    ["core/snapshot", "core/help"],
    ["app/cli"],
    ["app/state"],
    ["app/widgets"],
    ["app/charts"],
    ["app/help"],
    ["app/dialogs"],
    ["app/compare", "app/import", "app/method", "app/robustness", "app/scenarios", "app/table", "app/trace"],
    ["app/map", "app/panels"],
    ["app/workspace"],
    ["app/atlas"],
    ["app/shell"],
    ["app"],
    ["tests"],
    ["bench"],
]

# The Qt modules that a folder may include; the longest name that fits counts. Others may include any.
QT_MODULES = {
    "core": ["QtCore"],
    "core/render": ["QtCore", "QtGui", "QtSvg"],
    "app/cli": ["QtCore", "QtGui", "QtSvg"],
}

# Folders that only these may include besides themselves, whatever LAYERS says.
KNOWN_ONLY_TO = {"app/cli": ["tests"]}

# Libraries and classes of which core and app keep the use in one place: a pattern for the header, the files
# that may include it (a name that ends in "/" is a folder, any other is the file without its extension).
KEPT_IN_PLACE = [
    (
        "GDAL",
        re.compile(r"(gdal|ogr|cpl_|vrt|gnm)\w*\.(h|hpp)"),
        [
            "core/common/",
            "core/boundaries/boundary_reader",
            "core/boundaries/boundary_source",
            "core/boundaries/coordinate_system",
            "core/boundaries/date_line",
            "core/boundaries/layer_choice",
            "core/boundaries/layer_fields",
            "core/boundaries/map_projection",
            "core/boundaries/national_grid",
            "core/boundaries/outline_check",
            "core/boundaries/postgres_layer",
            "core/boundaries/shape_collector",
            "core/boundaries/shape_union",
            "core/tables/layer_grid",
        ],
    ),
    ("QSettings", re.compile(r"QSettings|qsettings\.h"), ["app/state/preferences"]),
    ("QMessageBox", re.compile(r"QMessageBox|qmessagebox\.h"), ["app/dialogs/messages"]),
]

# ------------------------------------------------------------------------------------------------------

SOURCE_FOLDERS = ["core", "app", "tests", "bench"]
SOURCE_ENDINGS = {".h", ".hpp", ".cpp", ".cc"}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
BLOCK_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
GENERATED = re.compile(r"(.*\.moc|moc_.*\.cpp|ui_.*\.h|qrc_.*\.cpp)")


def is_inside(path, folder):
    return path == folder or path.startswith(folder + "/")


def layer_of(path):
    """(number of the line in LAYERS, folder), or None where the layout has no such folder."""
    lines = {folder: number for number, folders in enumerate(LAYERS) for folder in folders}
    folder = max((folder for folder in lines if is_inside(path, folder)), key=len, default=None)
    if folder is None:
        return None
    is_split = any(other.startswith(folder + "/") for other in lines)
    return None if is_split and "/" in path[len(folder) + 1 :] else (lines[folder], folder)


def includes_of(text):
    """(line, header, quoted) for each include of a C++ text, comments left out."""
    without_comments = BLOCK_COMMENT.sub(lambda comment: "\n" * comment.group().count("\n"), text)
    for match in INCLUDE.finditer(without_comments):
        yield without_comments.count("\n", 0, match.start()) + 1, match.group(2), match.group(1) == '"'


class QtHeaders:
    """Which Qt module a header belongs to, from the headers that Qt has installed."""

    def __init__(self, folder):
        self._modules = {}
        for module in Path(folder).glob("Qt*"):
            if module.is_dir():
                for header in module.iterdir():
                    self._modules.setdefault(header.name, set()).add(module.name)
        self._names = set().union(*self._modules.values()) if self._modules else set()

    def __bool__(self):
        return bool(self._modules)

    def modules_of(self, header):
        """Empty when it is not a Qt header. A few headers are in two modules, as QAction."""
        module, slash, _ = header.partition("/")
        if slash:
            return {module} if re.match("Qt[A-Z]", module) else set()
        return self._modules.get(header, set())

    def is_whole_module(self, header):
        return header.rpartition("/")[2] in self._names


def find_qt_headers():
    candidates = glob.glob("/usr/include/*/qt6") + ["/usr/include/qt6"]
    for qmake in ["qmake6", "qmake"]:
        try:
            answer = subprocess.run([qmake, "-query", "QT_INSTALL_HEADERS"], capture_output=True, text=True)
            candidates.append(answer.stdout.strip())
        except OSError:
            pass
    return next((folder for folder in candidates if folder and Path(folder, "QtCore").is_dir()), None)


def check_project_include(file, header):
    """Why `file` may not include the project's `header`, or None."""
    own, other = layer_of(file), layer_of(header)
    if other is None:
        return "the layout has no such folder; LAYERS in check_layering.py lists them"
    if other[0] > own[0]:
        return f"{own[1]} comes before {other[1]} and must not know it"
    if other[0] == own[0] and other[1] != own[1]:
        return f"{own[1]} and {other[1]} stand side by side and must not know each other"
    for folder, readers in KNOWN_ONLY_TO.items():
        if is_inside(header, folder) and not any(is_inside(file, reader) for reader in [folder, *readers]):
            return f"besides itself only {', '.join(readers)} may include {folder}"
    return None


def check_library_include(file, header, qt):
    """Why `file` may not include the library's `header`, or None."""
    in_program = is_inside(file, "core") or is_inside(file, "app")
    if in_program and qt.is_whole_module(header):
        return "it brings in a whole Qt module; name the classes instead"

    fitting = [folder for folder in QT_MODULES if is_inside(file, folder)]
    modules = qt.modules_of(header)
    if fitting and modules:
        folder = max(fitting, key=len)
        if not modules & set(QT_MODULES[folder]):
            allowed = ", ".join(QT_MODULES[folder])
            return f"it belongs to {sorted(modules)[0]}, and {folder} may include {allowed} only"

    for name, pattern, places in KEPT_IN_PLACE:
        if in_program and pattern.fullmatch(header.rpartition("/")[2]):
            stem = file.rpartition(".")[0]
            if not any(file.startswith(place) if place.endswith("/") else stem == place for place in places):
                return f"{name} stays in {', '.join(places)}"
    return None


def check_include(file, header, quoted, qt):
    if header.partition("/")[0] in SOURCE_FOLDERS:
        return check_project_include(file, header)
    if ".." in header.split("/"):
        return "paths are written from the source root, without .."
    library_reason = check_library_include(file, header, qt)
    if library_reason:
        return library_reason
    if quoted and not GENERATED.fullmatch(header):
        return "quotes are for our own headers, written from the source root; libraries go in < >"
    return None


def check_tree(root, qt):
    """One sentence for each include below `root` that is not allowed, in the order of the files."""
    files = sorted(
        path.relative_to(root).as_posix()
        for folder in SOURCE_FOLDERS
        for path in (root / folder).rglob("*")
        if path.suffix in SOURCE_ENDINGS
    )
    sentences = []
    for file in files:
        if layer_of(file) is None:
            sentences.append(f"{file}: the layout has no such folder; LAYERS in check_layering.py lists them.")
            continue
        for line, header, quoted in includes_of((root / file).read_text(encoding="utf-8")):
            reason = check_include(file, header, quoted, qt)
            if reason:
                sentences.append(f"{file}:{line}: must not include {header}: {reason}.")
    return len(files), sentences


def main():
    parser = argparse.ArgumentParser(description="Checks who includes whom.")
    parser.add_argument("source_root", type=Path)
    parser.add_argument("--qt-headers", help="the folder that holds QtCore, QtGui and so on")
    arguments = parser.parse_args()

    qt_folder = arguments.qt_headers or find_qt_headers()
    qt = QtHeaders(qt_folder) if qt_folder else None
    if not qt:
        print("Qt's headers were not found. Name their folder with --qt-headers.", file=sys.stderr)
        return 2
    count, sentences = check_tree(arguments.source_root, qt)
    if count == 0:
        print(f"{arguments.source_root} holds no C++ files in {', '.join(SOURCE_FOLDERS)}.", file=sys.stderr)
        return 2
    for sentence in sentences:
        print(sentence)
    print(f"{count} files, {len(sentences)} includes that are not allowed.")
    return 1 if sentences else 0


if __name__ == "__main__":
    sys.exit(main())
