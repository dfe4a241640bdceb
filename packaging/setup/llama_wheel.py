"""Builds llama-cpp-python once from its sdist and keeps the wheel outside the tree.

The wheel is keyed by everything that shapes it: the sdist's pinned hash, the build tools' lock, the CMake
options, the processor and the Python tag. A folder that holds a wheel needs no compiler and no network.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shlex
import shutil
import sys
import tempfile
import venv
from pathlib import Path

from places import LOGS, REQUIREMENTS, cache_folder, digest_of, venv_program
from speech import SetupError, run_logged, say

LLAMA_LOCK = REQUIREMENTS / "llama.lock"
BUILD_LOCKS = (REQUIREMENTS / "bootstrap.lock", REQUIREMENTS / "build.lock")
LEAN = Path(__file__).with_name("llama_lean.cmake")
PATHS = Path(__file__).with_name("llama_paths.cmake")

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
_WHEEL_OPTIONS = (
    "--require-hashes",
    "--no-deps",
    "--no-build-isolation",
    "--no-cache-dir",
    "--no-binary=llama-cpp-python",
)
_UNWANTED_IN_WHEEL = ("include/**", "lib/**", "bin/**", "llama_cpp/server/**")
"""The library's own install rules copy headers and a second set of libraries beside the package."""


def has_avx2() -> bool:
    """Whether this x86-64 processor has AVX2; where that can't be read, it is taken for granted."""
    cpuinfo = Path("/proc/cpuinfo")
    return " avx2" in cpuinfo.read_text(encoding="utf-8") if cpuinfo.exists() else True


def processor_options() -> dict[str, str]:
    """CMake options for a portable build: AVX2 where the machine has it, SSE4.2 on older ones."""
    if platform.machine().lower() not in ("x86_64", "amd64"):
        return {}
    switch = "ON" if has_avx2() else "OFF"
    wide = {f"GGML_{name}": switch for name in ("AVX", "AVX2", "FMA", "F16C", "BMI2")}
    return {"GGML_SSE42": "ON", **wide}


def cmake_options(*, variants: bool = False) -> dict[str, str]:
    """All CMake options but the one that names a path.

    Args:
        variants: for every processor of this kind of machine, not for this one alone.
    """
    return _LEAN_OPTIONS | (_VARIANT_OPTIONS if variants else processor_options())


def wheel_key(*, variants: bool = False) -> str:
    """Name of the folder that holds this machine's wheel, or the one for every processor."""
    shape = repr(
        (
            sorted(cmake_options(variants=variants).items()),
            _UNWANTED_IN_WHEEL,
            digest_of(LLAMA_LOCK, *BUILD_LOCKS, LEAN),
        )
    )
    tag = f"{sys.implementation.cache_tag}-{sys.platform}-{platform.machine().lower()}"
    return f"llama-{tag}-{hashlib.sha256(shape.encode()).hexdigest()[:16]}"


def cached_wheel(*, variants: bool = False) -> Path | None:
    """The wheel built before for this key, if it is there."""
    return next(
        (cache_folder() / "wheels" / wheel_key(variants=variants)).glob("llama_cpp_python-*.whl"), None
    )


def build_wheel(pip_options: list[str], *, variants: bool = False) -> Path:
    """Build the wheel (some minutes, all cores; for every processor 20 and more) and put it into the cache.

    Raises:
        SetupError: download or build failed.
    """
    place = cache_folder() / "wheels" / wheel_key(variants=variants)
    place.mkdir(parents=True, exist_ok=True)
    how_long = (
        "for every processor, once: 20 minutes and more"
        if variants
        else "once for this machine: some minutes"
    )
    say(f"Building llama-cpp-python from source, {how_long} ...")
    with tempfile.TemporaryDirectory(prefix="signoff-build-") as work:
        built = _build_in(Path(work), pip_options, variants=variants)
        unfinished = place / "unfinished"
        shutil.copyfile(built, unfinished)
        return unfinished.replace(place / built.name)


def _build_in(work: Path, pip_options: list[str], *, variants: bool) -> Path:
    tools = work / "tools"
    venv.create(tools, with_pip=True)
    pip = [str(venv_program("python", tools)), "-m", "pip"]
    for lock in BUILD_LOCKS:
        run_logged(
            [*pip, "install", "--require-hashes", *pip_options, "-r", lock],
            LOGS / f"build-tools-{lock.stem}.log",
            "The build tools could not be downloaded: connect to the network or set SIGNOFF_WHEELHOUSE.",
        )
    run_logged(
        [*pip, "wheel", *_WHEEL_OPTIONS, *pip_options, "-w", work / "out", "-r", LLAMA_LOCK],
        LOGS / "llama-build.log",
        "llama-cpp-python could not be built: the first time it needs gcc, g++ and the network.",
        _build_environment(tools, variants=variants),
    )
    built = next((work / "out").glob("llama_cpp_python-*.whl"), None)
    if built is None:
        raise SetupError(f"The build of llama-cpp-python left no wheel; see {LOGS / 'llama-build.log'}.")
    return built


def _build_environment(tools: Path, *, variants: bool) -> dict[str, str]:
    read_along = {
        "CMAKE_PROJECT_llama.cpp_INCLUDE": LEAN.as_posix(),
        "CMAKE_PROJECT_INCLUDE": PATHS.as_posix(),
    }
    options = cmake_options(variants=variants) | read_along
    return {
        "CMAKE_ARGS": shlex.join(f"-D{name}={value}" for name, value in options.items()),
        "SKBUILD_WHEEL_EXCLUDE": ";".join(_UNWANTED_IN_WHEEL),
        "SKBUILD_CMAKE_BUILD_TYPE": "Release",
        "PATH": os.pathsep.join((str(venv_program("python", tools).parent), os.environ.get("PATH", ""))),
        "PYTHONWARNINGS": "ignore",
        "SOURCE_DATE_EPOCH": "1700000000",  # any date will do: two builds are the same
    }
