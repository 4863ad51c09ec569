#!/usr/bin/env python3
"""Proves on small made-up trees that check_layering.py finds what it should and lets pass what it should."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
import check_layering  # noqa: E402

QT_MODULES = {
    "QtCore": ["QtCore", "QString", "QSettings", "qstring.h"],
    "QtGui": ["QtGui", "QColor", "QAction", "qcolor.h"],
    "QtSvg": ["QtSvg", "QSvgGenerator"],
    "QtWidgets": ["QtWidgets", "QWidget", "QAction", "QMessageBox", "qwidget.h"],
    "QtCharts": ["QtCharts", "QChart"],
    "QtPrintSupport": ["QtPrintSupport", "QPrinter"],
}


class LayeringTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.qt_folder = self.root / "qt6"
        for module, headers in QT_MODULES.items():
            (self.qt_folder / module).mkdir(parents=True)
            for header in headers:
                (self.qt_folder / module / header).touch()
        self.qt = check_layering.QtHeaders(self.qt_folder)

    def write(self, file, text):
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def sentences(self):
        return check_layering.check_tree(self.root, self.qt)[1]

    def assert_passes(self, file, *includes):
        self.write(file, "".join(f"#include {include}\n" for include in includes))
        self.assertEqual(self.sentences(), [])

    def assert_fails(self, file, include, reason):
        self.write(file, f"#pragma once\n#include {include}\n")
        sentences = self.sentences()
        self.assertEqual(len(sentences), 1, sentences)
        self.assertTrue(sentences[0].startswith(f"{file}:2: must not include {include[1:-1]}: "), sentences[0])
        self.assertIn(reason, sentences[0])

    # The order of the folders

    def test_a_folder_includes_itself_and_those_before_it(self):
        self.assert_passes("core/dataset/a.h", '"core/dataset/b.h"', '"core/boundaries/c.h"', '"core/common/d.h"')

    def test_every_folder_of_a_later_layer_sees_every_earlier_one(self):
        for number, folders in enumerate(check_layering.LAYERS):
            for folder in folders:
                for earlier in sum(check_layering.LAYERS[:number], []):
                    if earlier in check_layering.KNOWN_ONLY_TO and folder != "tests":
                        continue
                    with self.subTest(f"{folder} includes {earlier}"):
                        self.assert_passes(f"{folder}/a.cpp", f'"{earlier}/b.h"')

    def test_no_folder_includes_a_later_one(self):
        for number, folders in enumerate(check_layering.LAYERS):
            for folder in folders:
                for later in sum(check_layering.LAYERS[number + 1 :], []):
                    with self.subTest(f"{folder} includes {later}"):
                        self.assert_fails(f"{folder}/a.cpp", f'"{later}/b.h"', "must not know it")
                        (self.root / folder / "a.cpp").unlink()

    def test_siblings_do_not_know_each_other(self):
        self.assert_fails("core/boundaries/a.cpp", '"core/indicators/b.h"', "side by side")

    def test_angle_brackets_hide_nothing(self):
        self.assert_fails("core/common/a.cpp", "<core/index/b.h>", "must not know it")

    def test_the_files_of_a_folder_see_one_another_however_deep(self):
        self.assert_passes("tests/app/a.cpp", '"tests/support/b.h"')
        self.assert_passes("core/render/a.cpp", '"core/render/deep/b.h"')

    def test_the_window_is_put_together_from_the_state_up(self):
        order = ["app/state", "app/widgets", "app/charts", "app/dialogs", "app/trace", "app/panels", "app/workspace",
                 "app/atlas", "app/shell"]
        for before, after in zip(order, order[1:]):
            with self.subTest(f"{after} includes {before}"):
                self.assert_passes(f"{after}/a.cpp", f'"{before}/b.h"')
                (self.root / after / "a.cpp").unlink()
            with self.subTest(f"{before} includes {after}"):
                self.assert_fails(f"{before}/a.cpp", f'"{after}/b.h"', f"{before} comes before {after}")
                (self.root / before / "a.cpp").unlink()

    def test_the_windows_do_not_know_each_other(self):
        self.assert_fails("app/trace/a.cpp", '"app/scenarios/b.h"', "side by side")

    def test_nothing_below_knows_the_main_window(self):
        for folder in ["app/state", "app/map", "app/atlas"]:
            with self.subTest(folder):
                self.assert_fails(f"{folder}/a.cpp", '"app/shell/main_window.h"', f"{folder} comes before app/shell")
                (self.root / folder / "a.cpp").unlink()
        self.assert_passes("app/main.cpp", '"app/shell/main_window.h"', '"app/atlas/a.h"', '"app/map/b.h"')

    def test_a_new_folder_inside_app_wants_a_place_in_the_order(self):
        self.assert_fails("app/a.cpp", '"app/surprise/a.h"', "no such folder")

    def test_a_file_in_an_unknown_folder_is_named(self):
        self.write("core/surprise/a.cpp", "")
        self.assertEqual(len(self.sentences()), 1)
        self.assertIn("core/surprise/a.cpp: the layout has no such folder", self.sentences()[0])

    def test_an_include_from_an_unknown_folder_is_named(self):
        self.assert_fails("app/a.cpp", '"core/surprise/a.h"', "no such folder")

    def test_a_folder_whose_name_only_begins_alike_is_another_folder(self):
        self.assert_fails("app/a.cpp", '"core/commonplace/a.h"', "no such folder")

    # How includes are written

    def test_paths_start_at_the_source_root(self):
        self.assert_fails("core/common/a.cpp", '"a.h"', "from the source root")

    def test_paths_do_not_climb(self):
        self.assert_fails("core/common/a.cpp", '"../index/b.h"', "without ..")

    def test_generated_files_may_be_included(self):
        self.assert_passes("tests/core/a.cpp", '"a.moc"', '"moc_a.cpp"', '"ui_dialog.h"')

    def test_spaces_and_conditions_hide_nothing(self):
        self.write("core/common/a.cpp", '#if 1\n  #  include  "core/index/b.h"\n#endif\n')
        self.assertIn("core/common/a.cpp:2:", self.sentences()[0])

    def test_comments_include_nothing_and_lines_stay_right(self):
        self.write(
            "core/common/a.cpp",
            '// #include "core/index/b.h"\n/*\n#include "core/index/c.h"\n*/\n#include "core/index/d.h"\n',
        )
        self.assertEqual(len(self.sentences()), 1)
        self.assertIn("core/common/a.cpp:5: must not include core/index/d.h", self.sentences()[0])

    # Qt's modules

    def test_core_includes_qtcore_and_the_standard_library(self):
        self.assert_passes("core/index/a.cpp", "<QString>", "<QtCore/QString>", "<qstring.h>", "<vector>", "<map>")

    def test_core_includes_no_widget_chart_or_printer(self):
        for header in ["QWidget", "qwidget.h", "QtWidgets/QWidget", "QChart", "QtCharts/QChart", "QPrinter"]:
            for folder in ["core/common", "core/index", "core/render"]:
                with self.subTest(f"{folder} includes {header}"):
                    self.assert_fails(f"{folder}/a.cpp", f"<{header}>", "may include")
                    (self.root / folder / "a.cpp").unlink()

    def test_only_render_includes_qtgui(self):
        self.assert_passes("core/render/a.cpp", "<QColor>", "<QSvgGenerator>")
        self.assert_fails("core/classification/a.cpp", "<QColor>", "belongs to QtGui")

    def test_a_header_in_two_modules_passes_where_one_of_them_may(self):
        self.assert_passes("core/render/a.cpp", "<QAction>")

    def test_quotes_hide_no_qt_header(self):
        self.assert_fails("core/index/a.cpp", '"QWidget"', "belongs to QtWidgets")

    def test_a_qt_module_that_is_not_installed_is_still_no_part_of_core(self):
        self.assert_fails("core/index/a.cpp", "<QtQuick/QQuickItem>", "belongs to QtQuick")

    def test_nobody_includes_a_whole_module(self):
        for header in ["QtCore", "QtCore/QtCore"]:
            with self.subTest(header):
                self.assert_fails("app/a.cpp", f"<{header}>", "whole Qt module")

    def test_app_and_tests_include_widgets(self):
        self.assert_passes("app/map/a.cpp", "<QWidget>", "<QChart>", "<QPrinter>")
        self.assert_passes("tests/app/a.cpp", "<QWidget>", "<QtWidgets>")

    # The command line

    def test_the_command_line_includes_core_and_itself(self):
        self.assert_passes("app/cli/a.cpp", '"app/cli/b.h"', '"core/render/c.h"', '"core/index/d.h"', "<QColor>")

    def test_the_command_line_includes_no_widget(self):
        self.assert_fails("app/cli/a.cpp", "<QWidget>", "app/cli may include QtCore, QtGui, QtSvg only")

    def test_the_command_line_includes_nothing_else_of_app(self):
        for header in ["app/state/b.h", "app/shell/main_window.h"]:
            with self.subTest(header):
                self.assert_fails("app/cli/a.cpp", f'"{header}"', "app/cli comes before app")

    def test_the_window_includes_nothing_of_the_command_line(self):
        for file in ["app/state/a.cpp", "app/main_window.cpp"]:
            with self.subTest(file):
                self.assert_fails(file, '"app/cli/b.h"', "only tests may include app/cli")
                (self.root / file).unlink()
        self.assert_passes("tests/app/a.cpp", '"app/cli/b.h"')

    # What is kept in one place

    def test_gdal_is_read_in_its_places(self):
        self.assert_passes("core/common/text_table.cpp", "<gdal_priv.h>", "<ogrsf_frmts.h>", "<cpl_conv.h>")
        self.assert_passes("core/boundaries/boundary_reader.cpp", "<gdal.h>", "<gdal/ogr_spatialref.h>")

    def test_gdal_is_included_nowhere_else(self):
        for header in ["gdal.h", "gdal_priv.h", "ogr_api.h", "ogrsf_frmts.h", "cpl_string.h", "gdal/gdal.h"]:
            for file in ["core/boundaries/boundary_set.cpp", "core/boundaries/boundary_reader_x.h", "app/a.cpp"]:
                with self.subTest(f"{file} includes {header}"):
                    self.assert_fails(file, f"<{header}>", "GDAL stays in")
                    (self.root / file).unlink()

    def test_our_own_header_may_be_named_after_gdal(self):
        self.assert_passes("core/index/a.cpp", '"core/common/gdal_session.h"')

    def test_settings_are_read_in_preferences_only(self):
        self.assert_passes("app/state/preferences.cpp", "<QSettings>")
        self.assert_fails("app/panels/a.cpp", "<QSettings>", "QSettings stays in app/state/preferences")

    def test_message_boxes_are_shown_by_messages_only(self):
        self.assert_passes("app/dialogs/messages.cpp", "<QMessageBox>")
        self.assert_fails("app/shell/main_window.cpp", "<QtWidgets/QMessageBox>", "QMessageBox stays in")

    def test_tests_may_use_what_is_kept_in_place(self):
        self.assert_passes("tests/app/a.cpp", "<QSettings>", "<QMessageBox>", "<gdal_priv.h>")

    # The program

    def run_program(self, *arguments):
        program = Path(__file__).parent / "check_layering.py"
        return subprocess.run([sys.executable, program, *arguments], capture_output=True, text=True)

    def test_the_exit_code_tells(self):
        options = ["--qt-headers", self.qt_folder, self.root]
        self.assertEqual(self.run_program(*options).returncode, 2, "no C++ files at all")
        self.write("core/common/a.cpp", "#include <QString>\n")
        self.assertEqual(self.run_program(*options).returncode, 0)
        self.write("core/common/b.cpp", "#include <QWidget>\n")
        found = self.run_program(*options)
        self.assertEqual(found.returncode, 1)
        self.assertIn("core/common/b.cpp:1: must not include QWidget", found.stdout)

    def test_without_qt_it_says_so(self):
        self.write("core/common/a.cpp", "")
        found = self.run_program("--qt-headers", self.root / "nowhere", self.root)
        self.assertEqual(found.returncode, 2)
        self.assertIn("--qt-headers", found.stderr)


if __name__ == "__main__":
    unittest.main()
