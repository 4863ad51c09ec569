foreach(name IN ITEMS
    test_atlas_state
    test_dataset_loader
    test_main_window
    test_map_widget)
  atlas_test(${name} app/${name}.cpp atlas_app)
endforeach()
