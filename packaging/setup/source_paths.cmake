# Read by CMake after each project() line (CMAKE_PROJECT_INCLUDE). Where the sources lay, a folder with a name of chance,
# is not written into the libraries: two builds are the same. It shapes no code, so the kept wheel's name does not count it.
if(CMAKE_C_COMPILER_ID MATCHES "GNU|Clang")
  add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")
endif()
