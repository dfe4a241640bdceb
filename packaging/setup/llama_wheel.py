"""llama-cpp-python as it is built here: only the libraries that the bindings load, portable between machines."""

from __future__ import annotations

from pathlib import Path

from source_wheel import SourceWheel, has_avx2, is_x86

LEAN = Path(__file__).with_name("llama_lean.cmake")

_LEAN_OPTIONS = {
    "LLAMA_BUILD_TOOLS": "OFF",
    "LLAMA_BUILD_SERVER": "OFF",
    "LLAMA_BUILD_EXAMPLES": "OFF",
    "LLAMA_BUILD_TESTS": "OFF",
    "LLAMA_BUILD_APP": "OFF",
    "LLAMA_USE_PREBUILT_UI": "OFF",
    "LLAMA_OPENSSL": "OFF",
    "LLAMA_SUBPROCESS": "OFF",
    "LLAVA_BUILD": "OFF",
    "GGML_NATIVE": "OFF",
}
_VARIANT_OPTIONS = {
    "GGML_BACKEND_DL": "ON",
    "GGML_CPU_ALL_VARIANTS": "ON",
    "GGML_OPENMP": "OFF",
    "CMAKE_INSTALL_BINDIR": "llama_cpp/lib",
}
"""For packages that run on any processor: one library for each kind, the fitting one loaded at start. They count as
programs to the library's install rules and would land beside the package, where nothing looks for them."""
_UNWANTED_IN_WHEEL = ("include/**", "lib/**", "bin/**", "llama_cpp/server/**")
"""The library's own install rules copy headers and a second set of libraries beside the package."""


def llama_wheel(*, variants: bool = False) -> SourceWheel:
    """What is built.

    Args:
        variants: for every processor of this kind of machine, not for this one alone.
    """
    return SourceWheel(
        name="llama",
        package="llama-cpp-python",
        options=_LEAN_OPTIONS | (_VARIANT_OPTIONS if variants else processor_options()),
        how_long="for every processor, once: 10 minutes and more"
        if variants
        else "once for this machine: some minutes",
        read_along={"CMAKE_PROJECT_llama.cpp_INCLUDE": LEAN},
        shaped_by=(LEAN,),
        unwanted=_UNWANTED_IN_WHEEL,
    )


def processor_options() -> dict[str, str]:
    """CMake options for a portable build: AVX2 where the machine has it, SSE4.2 on older ones."""
    if not is_x86():
        return {}
    switch = "ON" if has_avx2() else "OFF"
    wide = {f"GGML_{name}": switch for name in ("AVX", "AVX2", "FMA", "F16C", "BMI2")}
    return {"GGML_SSE42": "ON", **wide}
