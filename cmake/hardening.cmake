# Release builds are hardened; sanitizers, when asked for, cover every target alike because
# mixed objects do not link.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported()

if(GUIDEPOST_SANITIZE)
    add_compile_options(-fsanitize=${GUIDEPOST_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${GUIDEPOST_SANITIZE})
else()
    add_compile_options($<$<CONFIG:Release>:-fstack-protector-strong> $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
    add_link_options($<$<CONFIG:Release>:-Wl,-z,relro,-z,now>)
endif()
