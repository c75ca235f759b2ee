# The warnings every target of ours is built with; an error in the presets that tests use.
add_library(guidepost_warnings INTERFACE)
add_library(guidepost::warnings ALIAS guidepost_warnings)
option(GUIDEPOST_WARNINGS_ARE_ERRORS "Stop at the first warning" OFF)
target_compile_options(guidepost_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
    -Woverloaded-virtual -Wnull-dereference -Wimplicit-fallthrough
    $<$<BOOL:${GUIDEPOST_WARNINGS_ARE_ERRORS}>:-Werror>)
