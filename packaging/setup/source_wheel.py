"""Builds a package once from its pinned source and keeps the wheel outside the tree.

A wheel is known by everything that shapes it: the source's pinned hash, the locks of the build tools, the CMake
options, and the Python tag. A folder that holds a wheel needs no compiler and no network.
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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from places import LOGS, REQUIREMENTS, cache_folder, digest_of, venv_program
from speech import SetupError, run_logged, say

TOOL_LOCKS = (REQUIREMENTS / "bootstrap.lock", REQUIREMENTS / "build.lock")
"""pip with its helpers, and what runs CMake."""
_PATHS = Path(__file__).with_name("source_paths.cmake")
"""Keeps the folder of the build out of what is built."""


@dataclass(frozen=True)
class SourceWheel:
    """One package as it is built here."""

    name: str
    """As it begins the folder's name and the log's."""
    package: str
    """As indexes and sources call it."""
    options: Mapping[str, str]
    """CMake options, but for those that name paths."""
    how_long: str
    """What the person who waits is told."""
    tools: tuple[Path, ...] = TOOL_LOCKS
    """Locks of the build tools, in the order in which they are installed."""
    read_along: Mapping[str, Path] = field(default_factory=dict)
    """CMake options that name a file of ours, and the file."""
    shaped_by: tuple[Path, ...] = ()
    """Which of these files shape the wheel."""
    unwanted: tuple[str, ...] = ()
    """What is left out of the wheel, as patterns."""

    @property
    def lock(self) -> Path:
        """The pin of the source."""
        return REQUIREMENTS / f"{self.name}.lock"

    @property
    def key(self) -> str:
        """Name of the folder that holds the wheel."""
        shape = repr(
            (sorted(self.options.items()), self.unwanted, digest_of(self.lock, *self.tools, *self.shaped_by))
        )
        tag = f"{sys.implementation.cache_tag}-{sys.platform}-{platform.machine().lower()}"
        return f"{self.name}-{tag}-{hashlib.sha256(shape.encode()).hexdigest()[:16]}"

    @property
    def kept(self) -> Path | None:
        """The wheel built before for this key, if it is there."""
        return _wheel_in(cache_folder() / "wheels" / self.key, self.package)

    def obtained(self, pip_options: Sequence[str]) -> Path:
        """The wheel, built now unless it is kept from before: all cores, some minutes and more.

        Raises:
            SetupError: download or build failed.
        """
        if (kept := self.kept) is not None:
            return kept
        place = cache_folder() / "wheels" / self.key
        place.mkdir(parents=True, exist_ok=True)
        say(f"Building {self.package} from source, {self.how_long} ...")
        with tempfile.TemporaryDirectory(prefix="signoff-build-") as work:
            built = self._built_in(Path(work), pip_options)
            unfinished = place / "unfinished"
            shutil.copyfile(built, unfinished)
            return unfinished.replace(place / built.name)

    def _built_in(self, work: Path, pip_options: Sequence[str]) -> Path:
        tools = work / "tools"
        venv.create(tools, with_pip=True)
        pip = [str(venv_program("python", tools)), "-m", "pip"]
        for lock in self.tools:
            run_logged(
                [*pip, "install", "--require-hashes", *pip_options, "-r", lock],
                LOGS / f"build-tools-{lock.stem}.log",
                "The build tools could not be downloaded: connect to the network or set SIGNOFF_WHEELHOUSE.",
            )
        how = ("--require-hashes", "--no-deps", "--no-build-isolation", "--no-cache-dir")
        log = LOGS / f"{self.name}-build.log"
        run_logged(
            [
                *pip,
                "wheel",
                *how,
                f"--no-binary={self.package}",
                *pip_options,
                "-w",
                work / "out",
                "-r",
                self.lock,
            ],
            log,
            f"{self.package} could not be built: the first time it needs gcc, g++ and the network.",
            self._environment(tools),
        )
        built = _wheel_in(work / "out", self.package)
        if built is None:
            raise SetupError(f"The build of {self.package} left no wheel; see {log}.")
        return built

    def _environment(self, tools: Path) -> dict[str, str]:
        files = {"CMAKE_PROJECT_INCLUDE": _PATHS, **self.read_along}
        options = {**self.options, **{name: path.as_posix() for name, path in files.items()}}
        return {
            "CMAKE_ARGS": shlex.join(f"-D{name}={value}" for name, value in options.items()),
            "SKBUILD_WHEEL_EXCLUDE": ";".join(self.unwanted),
            "SKBUILD_CMAKE_BUILD_TYPE": "Release",
            "PATH": os.pathsep.join((str(venv_program("python", tools).parent), os.environ.get("PATH", ""))),
            "PYTHONWARNINGS": "ignore",
            "SOURCE_DATE_EPOCH": "1700000000",  # any date will do: two builds are the same
        }


def _wheel_in(folder: Path, package: str) -> Path | None:
    return next(folder.glob(f"{package.replace('-', '_')}-*.whl"), None)


def is_x86() -> bool:
    """Whether this is a 64-bit x86 processor."""
    return platform.machine().lower() in ("x86_64", "amd64")


def has_avx2() -> bool:
    """Whether this x86-64 processor has AVX2; where that can't be read, it is taken for granted."""
    cpuinfo = Path("/proc/cpuinfo")
    return " avx2" in cpuinfo.read_text(encoding="utf-8") if cpuinfo.exists() else True
