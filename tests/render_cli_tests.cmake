# What the tests of drawing share: the built-in example and made-up scenes.
add_library(atlas_scene_support STATIC render/made_scene.cpp)
target_link_libraries(atlas_scene_support PUBLIC atlas_render atlas_test_support)

atlas_test(test_shown_variable index/test_shown_variable.cpp atlas_test_support)

atlas_test(test_colours render/test_colours.cpp atlas_render)
atlas_test(test_map_viewport render/test_map_viewport.cpp atlas_render)
atlas_test(test_view_shapes render/test_view_shapes.cpp atlas_scene_support)
atlas_test(test_area_layers render/test_area_layers.cpp atlas_scene_support)
atlas_test(test_certainty_pattern render/test_certainty_pattern.cpp atlas_scene_support)
atlas_test(test_map_scene render/test_map_scene.cpp atlas_scene_support)
atlas_test(test_map_layout render/test_map_layout.cpp atlas_scene_support)
atlas_test(test_map_painter render/test_map_painter.cpp atlas_scene_support)
atlas_test(test_map_export render/test_map_export.cpp atlas_scene_support)
atlas_test(test_map_formats render/test_map_formats.cpp atlas_scene_support Qt6::Svg)

atlas_test(test_project_file project/test_project_file.cpp atlas_render atlas_test_support)
atlas_test(test_project_check project/test_project_check.cpp atlas_render atlas_test_support)

# The real program, run as a user of a bare system would.
add_library(atlas_cli_run STATIC cli/cli_run.cpp cli/own_files.cpp)
target_link_libraries(atlas_cli_run PUBLIC atlas_test_support)
target_compile_definitions(atlas_cli_run PRIVATE ATLAS_CLI="$<TARGET_FILE:disengagement-atlas-cli>")
add_dependencies(atlas_cli_run disengagement-atlas-cli)

atlas_test(test_command_line cli/test_command_line.cpp atlas_cli atlas_test_support)
atlas_test(test_cli_bad_input cli/test_bad_input.cpp atlas_cli_run)
atlas_test(test_cli_flawed_input cli/test_flawed_input.cpp atlas_cli_run)
atlas_test(test_cli_short_memory cli/test_short_memory.cpp atlas_cli_run)
atlas_test(test_cli_project cli/test_project.cpp atlas_cli_run atlas_render)
atlas_test(test_cli_table cli/test_table_command.cpp atlas_cli_run)
atlas_test(test_cli_table_methods cli/test_table_methods.cpp atlas_cli_run)
atlas_test(test_cli_safe_output cli/test_safe_output.cpp atlas_cli_run)
atlas_test(test_cli_output cli/test_output.cpp atlas_cli_run Qt6::Gui)
target_compile_definitions(test_cli_output PRIVATE ATLAS_VERSION="${PROJECT_VERSION}")

# Thousands of runs, so each kind of output is a test by itself.
add_executable(test_cli_kills cli/test_kills.cpp)
target_link_libraries(test_cli_kills PRIVATE atlas_options Qt6::Test atlas_cli_run)
foreach(kind IN ITEMS table compare png svg pdf)
  add_test(NAME kills_${kind} COMMAND test_cli_kills filesAreOldOrNewAndNeverTorn:${kind})
  set_tests_properties(kills_${kind} PROPERTIES TIMEOUT 1200)
endforeach()
