# Of the window, with real events on the offscreen platform.
foreach(name IN ITEMS
    test_app_theme
    test_area_table_model
    test_area_table_steps
    test_area_table_view
    test_atlas_state
    test_compare_dialog
    test_dataset_loader
    test_export_dialog
    test_file_tasks
    test_issues_dialog
    test_long_names
    test_main_window
    test_map_widget
    test_method_dialog
    test_open_dialog
    test_robustness_dialog
    test_scenarios
    test_slope_chart
    test_trace_dialog)
  atlas_test(${name} app/${name}.cpp atlas_app atlas_test_support)
endforeach()
atlas_test(test_map_drawing app/test_map_drawing.cpp atlas_app atlas_scene_support)
atlas_test(test_memory_shortage app/test_memory_shortage.cpp atlas_app atlas_scene_support)
atlas_test(test_open_project app/test_open_project.cpp atlas_app atlas_cli atlas_test_support)
atlas_test(test_two_screens app/test_two_screens.cpp atlas_app atlas_scene_support)
