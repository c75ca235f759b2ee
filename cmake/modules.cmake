# A programme module is a folder with a module.yaml. What the desk reads of it is put together in
# GUIDEPOST_MODULE_STAGE/<id>: the files that are data, and the library when there is code.
set(GUIDEPOST_MODULE_STAGE ${PROJECT_BINARY_DIR}/modules)
set(GUIDEPOST_INSTALLED_MODULES ${CMAKE_INSTALL_LIBDIR}/guidepost/modules)

# The files of the module `id` in `folder` that are data: from then on a change of one is a change of the
# stage, and one that was taken away leaves it.
function(guidepost_module_data id folder)
    set(stage ${GUIDEPOST_MODULE_STAGE}/${id})
    file(GLOB_RECURSE data CONFIGURE_DEPENDS RELATIVE ${folder}
        ${folder}/*.md ${folder}/*.yaml ${folder}/*.tsv ${folder}/*.json)
    file(GLOB_RECURSE staged RELATIVE ${stage} ${stage}/*)
    foreach(file IN LISTS staged)
        if(NOT file IN_LIST data AND NOT file MATCHES "^lib[^/]*\\.so$")
            file(REMOVE ${stage}/${file})
        endif()
    endforeach()
    set(copies)
    foreach(file IN LISTS data)
        add_custom_command(OUTPUT ${stage}/${file}
            COMMAND ${CMAKE_COMMAND} -E copy ${folder}/${file} ${stage}/${file}
            DEPENDS ${folder}/${file} VERBATIM COMMENT "")
        list(APPEND copies ${stage}/${file})
    endforeach()
    add_custom_target(guidepost-module-${id}-data ALL DEPENDS ${copies})
    install(DIRECTORY ${stage}/ DESTINATION ${GUIDEPOST_INSTALLED_MODULES}/${id})
endfunction()

# guidepost_module(ID [SOURCE...]): the module in the current folder, called by its CMakeLists.txt. A folder
# without one is taken as a module without code.
function(guidepost_module id)
    guidepost_module_data(${id} ${CMAKE_CURRENT_SOURCE_DIR})
    if(NOT ARGN)
        return()
    endif()
    set(target guidepost-module-${id})
    set(exports ${PROJECT_SOURCE_DIR}/plugins/api/exports.map)
    add_library(${target} MODULE ${ARGN})
    target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
    target_compile_features(${target} PRIVATE c_std_11 cxx_std_20)
    target_link_libraries(${target} PRIVATE guidepost::warnings)
    set_target_properties(${target} PROPERTIES
        OUTPUT_NAME ${id} PREFIX lib SUFFIX .so LIBRARY_OUTPUT_DIRECTORY ${GUIDEPOST_MODULE_STAGE}/${id}
        C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
        LINK_DEPENDS ${exports})
    # Templates of the standard library are exported whatever the preset says, unless the linker is told.
    target_link_options(${target} PRIVATE -Wl,--version-script=${exports})
    add_dependencies(${target} ${target}-data)
    set_property(GLOBAL APPEND PROPERTY GUIDEPOST_MODULE_LIBRARIES ${target})
endfunction()
