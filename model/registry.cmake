# One file, one kind: every model/<folder>/<stem>.cpp defines the constant maatkast::<folder>::<stem>. This writes the
# table of them, so that a new front, interior or rule is a new file and nothing else.
function(maatkast_registry folder type function header)
    file(GLOB files CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/${folder} ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
    list(SORT files)
    set(declarations "")
    set(entries "")
    foreach(file ${files})
        get_filename_component(stem ${file} NAME_WE)
        string(APPEND declarations "extern const ${type} ${stem};\n")
        string(APPEND entries "    &${folder}::${stem},\n")
    endforeach()
    set(path ${CMAKE_BINARY_DIR}/generated/${folder}_registry.cpp)
    file(CONFIGURE OUTPUT ${path} @ONLY CONTENT
"// Written by model/registry.cmake.
#include \"${header}\"
namespace maatkast {
namespace ${folder} {
${declarations}}
std::span<const ${type}* const> ${function}() {
    static constexpr const ${type}* kAll[] = {
${entries}    };
    return kAll;
}
}  // namespace maatkast
")
    target_sources(model PRIVATE ${path})
endfunction()
