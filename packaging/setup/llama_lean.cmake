# Read by CMake right after llama.cpp's own project() line (CMAKE_PROJECT_llama.cpp_INCLUDE).
# A plain variable here hides the cache entry that the Python package forces to ON: the library "common" brings
# TLS and sockets, and nothing in the bindings needs it.
set(LLAMA_BUILD_COMMON OFF)
# One file a library instead of three copies of it: wheels hold no symbolic links.
set(CMAKE_PLATFORM_NO_VERSIONED_SONAME ON)
