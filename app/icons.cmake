# The icons of commands, taken from Debian's breeze-icon-theme when the program is built: one theme for light
# windows and one for dark ones, as resources, so that nothing needs to be installed beside the program.
set(icon_names
    application-exit bookmarks configure document-edit document-export document-open document-open-recent
    document-print document-properties document-save document-save-as document-swap edit-clear edit-copy edit-find
    edit-redo edit-select-all edit-select-none edit-undo fill-color globe go-home go-next go-previous help-about help-contents
    help-contextual labplot-xy-fit-curve list-add list-remove map-flat media-random-tracks-amarok office-chart-bar question
    randomize table view-filter view-list-tree view-refresh view-restore view-right-close
    view-split-left-right view-statistics view-visible window-close window-new zoom-fit-best
    zoom-select)

foreach(look IN ITEMS light dark)
  set(breeze breeze)
  if(look STREQUAL dark)
    set(breeze breeze-dark)
  endif()
  find_path(ATLAS_ICONS_${look} actions/22/list-add.svg PATHS /usr/share/icons/${breeze} /usr/local/share/icons/${breeze}
      NO_DEFAULT_PATH)
  if(NOT ATLAS_ICONS_${look})
    message(FATAL_ERROR "The icons of ${breeze} were not found: please install breeze-icon-theme.")
  endif()
  set(files)
  foreach(name IN LISTS icon_names)
    set(file ${ATLAS_ICONS_${look}}/actions/22/${name}.svg)
    set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS actions/${name}.svg)
    list(APPEND files ${file})
  endforeach()
  set(index ${CMAKE_SOURCE_DIR}/resources/icons/${look}/index.theme)
  set_source_files_properties(${index} PROPERTIES QT_RESOURCE_ALIAS index.theme)
  qt_add_resources(atlas_app icons_${look} PREFIX /icons/atlas-${look} FILES ${index} ${files})
endforeach()
