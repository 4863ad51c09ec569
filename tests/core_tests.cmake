# Made-up files and data that several tests share.
add_library(atlas_test_support STATIC support/made_coverage.cpp support/made_data.cpp
    support/made_files.cpp)
target_link_libraries(atlas_test_support PUBLIC atlas_core GDAL::GDAL)

atlas_test(test_normalise index/test_normalise.cpp atlas_core)
atlas_test(test_scales index/test_scales.cpp atlas_core)
atlas_test(test_treat index/test_treat.cpp atlas_core)
atlas_test(test_aggregate index/test_aggregate.cpp atlas_core)
atlas_test(test_index_tree index/test_index_tree.cpp atlas_test_support)
atlas_test(test_trace index/test_trace.cpp atlas_test_support)
atlas_test(test_rank index/test_rank.cpp atlas_core)
atlas_test(test_compute_index index/test_compute_index.cpp atlas_test_support)
atlas_test(test_index_invariants index/test_index_invariants.cpp atlas_test_support)
atlas_test(test_paper_index index/test_paper_index.cpp atlas_core)
atlas_test(test_paper_methods index/test_paper_methods.cpp atlas_core)

atlas_test(test_method_file project/test_method_file.cpp atlas_test_support)

atlas_test(test_rounding_band robustness/test_rounding_band.cpp atlas_test_support)

atlas_test(test_rank_order robustness/test_rank_order.cpp atlas_core)
atlas_test(test_monte_carlo robustness/test_monte_carlo.cpp atlas_test_support)
atlas_test(test_sensitivity robustness/test_sensitivity.cpp atlas_test_support)

atlas_test(test_quantiles classification/test_quantiles.cpp atlas_core)
atlas_test(test_paper_quartiles classification/test_paper_quartiles.cpp atlas_core)

atlas_test(test_cell_value indicators/test_cell_value.cpp atlas_core)
atlas_test(test_name_matching indicators/test_name_matching.cpp atlas_core)
atlas_test(test_indicator_metadata indicators/test_indicator_metadata.cpp atlas_core)
atlas_test(test_indicator_table indicators/test_indicator_table.cpp atlas_core)

atlas_test(test_number_text common/test_number_text.cpp atlas_core)
atlas_test(test_value_order common/test_value_order.cpp atlas_core)
atlas_test(test_files common/test_files.cpp atlas_test_support)
atlas_test(test_text_table common/test_text_table.cpp atlas_test_support)
atlas_test(test_translations common/test_translations.cpp atlas_test_support)

atlas_test(test_boundary_formats boundaries/test_boundary_formats.cpp atlas_test_support)
atlas_test(test_boundary_errors boundaries/test_boundary_errors.cpp atlas_test_support)
atlas_test(test_boundary_reader boundaries/test_boundary_reader.cpp atlas_test_support)
atlas_test(test_shape_collector boundaries/test_shape_collector.cpp atlas_test_support)
atlas_test(test_transform_grid boundaries/test_transform_grid.cpp atlas_core)
atlas_test(test_national_grid boundaries/test_national_grid.cpp atlas_test_support)
atlas_test(test_area_locator boundaries/test_area_locator.cpp atlas_test_support)
atlas_test(test_label_point boundaries/test_label_point.cpp atlas_test_support)
atlas_test(test_boundary_detail boundaries/test_boundary_detail.cpp atlas_test_support)
atlas_test(test_compass boundaries/test_compass.cpp atlas_core)

atlas_test(test_join_dataset dataset/test_join_dataset.cpp atlas_test_support)
atlas_test(test_load_dataset dataset/test_load_dataset.cpp atlas_test_support)
