# The warnings every target of ours is built with. They are errors in the preset dev, but not under
# sanitizers: their code makes g++ 12 see uninitialised values in its own library.
add_library(guidepost_warnings INTERFACE)
add_library(guidepost::warnings ALIAS guidepost_warnings)
option(GUIDEPOST_WARNINGS_ARE_ERRORS "Stop at the first warning" OFF)
target_compile_options(guidepost_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion
    $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor> $<$<COMPILE_LANGUAGE:CXX>:-Woverloaded-virtual>
    -Wnull-dereference -Wimplicit-fallthrough
    # Built together, files see the names of others that are private to them.
    -Wshadow$<$<AND:$<BOOL:${CMAKE_UNITY_BUILD}>,$<CXX_COMPILER_ID:GNU>>:=local>
    $<$<BOOL:${GUIDEPOST_WARNINGS_ARE_ERRORS}>:-Werror>)
if(GUIDEPOST_SANITIZE)
    # The sanitizers' own checks make g++ see uninitialised uses in the standard library's regex.
    target_compile_options(guidepost_warnings INTERFACE -Wno-maybe-uninitialized)
endif()
