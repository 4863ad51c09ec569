# Their helpers go by names that others of their folder use, too.
set_source_files_properties(
    boundaries/test_boundary_containers.cpp boundaries/test_boundary_errors.cpp boundaries/test_boundary_systems.cpp
    boundaries/test_layer_choice.cpp
    cli/test_flawed_input.cpp
    dataset/test_join_benchmarks.cpp dataset/test_join_doubts.cpp dataset/test_join_report.cpp
    help/test_help_pages.cpp
    index/test_scales.cpp
    render/test_map_painter.cpp render/test_view_shapes.cpp
    tables/test_read_grid.cpp tables/test_workbooks.cpp
    PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
atlas_tests(shapefiles LIBRARIES GDAL::GDAL FILES
    test_lep_boundaries)
atlas_tests(aggregation LIBRARIES atlas_test_support FILES
    test_add_up
    test_add_up_figures
    test_add_up_rule
    test_lookup
    test_member_table
    test_table_four
    test_young_people)
atlas_tests(common LIBRARIES atlas_test_support FILES
    test_archive
    test_code_text
    test_files
    test_key_columns
    test_number_text
    test_output_files
    test_plain_text
    test_text_table
    test_translations
    test_value_order)
atlas_tests(boundaries LIBRARIES atlas_test_support Qt6::Network FILES
    test_area_locator
    test_areas_touching
    test_boundary_containers
    test_boundary_detail
    test_boundary_errors
    test_boundary_formats
    test_boundary_reader
    test_boundary_systems
    test_compass
    test_label_point
    test_layer_choice
    test_national_grid
    test_outline_check
    test_shape_collector
    test_transform_grid
    test_untouched)
atlas_tests(tables LIBRARIES atlas_test_support SQLite::SQLite3 FILES
    test_cell_text
    test_databases
    test_html_text
    test_read_grid
    test_text_grid
    test_workbooks
    test_write_table)
atlas_tests(import LIBRARIES atlas_test_support FILES
    test_describe_columns
    test_carry_plan
    test_inspect_file
    test_plan_figures
    test_read_figures
    test_stand_ins)
atlas_tests(classification LIBRARIES atlas_core FILES
    test_bound_decimals
    test_paper_quartiles
    test_quantiles)
atlas_tests(indicators LIBRARIES atlas_core FILES
    test_cell_value
    test_indicator_metadata
    test_name_likeness
    test_name_matching
    test_number_spelling)
atlas_tests(dataset LIBRARIES atlas_test_support FILES
    test_alias_file
    test_compare_datasets
    test_draft_dataset
    test_join_benchmarks
    test_join_dataset
    test_join_doubts
    test_join_report
    test_known_areas
    test_lep_spellings
    test_likely_pairs
    test_load_dataset
    test_matches)
atlas_tests(index LIBRARIES atlas_test_support FILES
    test_aggregate
    test_benchmark
    test_compare_ranks
    test_compute_index
    test_effects
    test_method_text
    test_figure_text
    test_index_invariants
    test_index_tree
    test_kept_scales
    test_move_range
    test_normalise
    test_paper_index
    test_paper_methods
    test_period_change
    test_rank
    test_scales
    test_sentence_words
    test_shown_variable
    test_trace
    test_treat)
atlas_tests(robustness LIBRARIES atlas_test_support FILES
    test_assumptions
    test_index_table
    test_monte_carlo
    test_published_ranks
    test_random_stream
    test_rank_order
    test_rounding_band
    test_score_model
    test_sensitivity)
atlas_tests(statistics LIBRARIES atlas_test_support FILES
    test_indicator_quality)
atlas_tests(project LIBRARIES atlas_render atlas_test_support FILES
    test_method_check
    test_method_file
    test_plan_object
    test_project_check
    test_project_file
    test_record_object
    test_recovery_file)
atlas_tests(render LIBRARIES atlas_scene_support Qt6::Svg FILES
    test_area_layers
    test_cell_colours
    test_certainty_pattern
    test_colour_vision
    test_colours
    test_map_export
    test_map_formats
    test_map_insets
    test_map_labels
    test_map_layout
    test_map_painter
    test_map_scene
    test_map_viewport
    test_people_symbols
    test_small_parts
    test_table_pages
    test_view_shapes)
atlas_tests(snapshot LIBRARIES atlas_render atlas_test_support FILES
    test_area_sentence)
atlas_tests(help LIBRARIES atlas_render atlas_test_support FILES
    test_help_figures
    test_help_pages)
atlas_tests(cli LIBRARIES atlas_cli atlas_cli_run FILES
    test_add_up_options
    test_bad_input
    test_change_columns
    test_command_line
    test_flawed_input
    test_help
    test_index_options
    test_join_options
    test_output
    test_plan_options
    test_project
    test_safe_output
    test_table_command
    test_table_methods
    test_written_tables
    test_wrong_command_lines)
target_compile_definitions(cli_tests PRIVATE ATLAS_VERSION="${PROJECT_VERSION}")
# Real servers and office programs, which only ./dev outside starts; elsewhere these skip.
atlas_tests(outside LIBRARIES atlas_test_support atlas_cli_run FILES
    test_office
    test_postgres)
atlas_tests(app LIBRARIES atlas_app atlas_cli atlas_scene_support FILES
    test_app_theme
    test_area_sort_model
    test_area_table_model
    test_area_table_steps
    test_area_table_view
    test_document
    test_search_box
    test_selection
    test_stage
    test_start_page
    test_colour_dialog
    test_column_widths
    test_changed_files
    test_chart_with_table
    test_compare_dialog
    test_context_menus
    test_copying
    test_dataset_loader
    test_describe_page
    test_export_dialog
    test_file_tasks
    test_frozen_column
    test_help_window
    test_hostile_names
    test_explore_pane
    test_hostile_pictures
    test_inspector
    test_issues_dialog
    test_long_names
    test_main_window
    test_map_drawing
    test_match_page
    test_map_widget
    test_memory_shortage
    test_method_dialog
    test_assistant
    test_assistant_cases
    test_assistant_columns
    test_assistant_files
    test_open_project
    test_recovery
    test_outline_run
    test_periods
    test_printing
    test_robustness_dialog
    test_save_project
    test_scenarios
    test_slope_chart
    test_table_colours
    test_table_block
    test_table_commands
    test_table_filter
    test_table_layout
    test_table_columns
    test_table_pane
    test_table_selection
    test_table_text
    test_tool_window
    test_tour
    test_trace_dialog
    test_two_screens
    test_unsaved_changes
    test_vision_preview
    test_start_options
    test_waterfall_view
    test_window_search
    test_workspace)
target_sources(app_tests PRIVATE app/hostile_window.cpp app/killed_window.cpp app/project_window.cpp app/shown_texts.cpp)

# Thousands of runs, so each kind of output is a test by itself.
target_sources(cli_tests PRIVATE cli/test_kills.cpp)
foreach(kind IN ITEMS table compare png svg pdf)
  add_test(NAME kills.${kind} COMMAND cli_tests test_kills filesAreOldOrNewAndNeverTorn:${kind})
  set_tests_properties(kills.${kind} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen" TIMEOUT 1200)
endforeach()

# Where threads work together: what the thread sanitizer looks at.
set(thread_tests boundaries.boundary_detail boundaries.label_point dataset.load_dataset render.area_layers
    render.view_shapes app.dataset_loader app.map_drawing)
set_tests_properties(${thread_tests} PROPERTIES LABELS threads)
add_custom_target(thread_tests DEPENDS boundaries_tests dataset_tests render_tests app_tests)
if(ATLAS_SANITIZE STREQUAL "thread")
  foreach(program IN ITEMS boundaries_tests dataset_tests render_tests app_tests)
    target_sources(${program} PRIVATE support/thread_sanitizer_qt.cpp)
  endforeach()
endif()
