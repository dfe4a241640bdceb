"""Freezes the program: an environment from the pinned locks, PyInstaller, and what lies beside the program."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "papers"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "setup"))

import environment
import inventory
import parts
import system_packages
from duckdb_wheel import duckdb_wheel, published_is_narrow
from llama_wheel import llama_wheel
from places import APP, LOGS, REQUIREMENTS, ROOT, digest_of, venv_program
from source_wheel import SourceWheel
from speech import SetupError, run_logged, say

BUILD = ROOT / "build" / "bundle"
FOLDER = BUILD / "signoff"
"""The frozen program: runs from wherever it lies."""
ICON = BUILD / "signoff.ico"
"""Windows' icon: in both programs, and beside them for the installers."""
VENV = BUILD / "venv"
_STAMP = VENV / "made-of"
_PAPERS = BUILD / "papers-venv"
_LOCKS = ("bootstrap", "runtime", "bundle")
_BESIDE = ("resources", "LICENSE", "CHANGELOG.md", "docs")
"""Files and folders of the checkout that lie beside the program."""


def build(*, variants: bool = True) -> Path:
    """Make the folder of the frozen program anew; returns it.

    The same checkout gives the same bytes: the hash seed and the date of every file are fixed.

    Args:
        variants: for every processor; else for those like this machine's, which is built in minutes.

    Raises:
        SetupError: something is missing, or the freezing failed.
    """
    system_packages.ensure(system_packages.missing_for_the_window(), "putting Qt's libraries into the bundle")
    if sys.platform == "linux" and system_packages.missing_programs("strip"):
        system_packages.ensure(["binutils"], "taking debug symbols out of Python's libraries")
    _ensure_venv(variants=variants)
    if FOLDER.exists():
        shutil.rmtree(FOLDER)
    if sys.platform == "win32":
        draw_icon(venv_program("python", VENV), ICON)
    say("Freezing the program: some minutes ...")
    run_logged(
        [
            venv_program("python", VENV),
            "-m",
            "PyInstaller",
            "--noconfirm",
            "--clean",
            "--log-level=WARN",
            f"--distpath={BUILD}",
            f"--workpath={BUILD / 'work'}",
            Path(__file__).with_name("signoff.spec"),
        ],
        LOGS / "freeze.log",
        "The program could not be frozen.",
        {"PYTHONPATH": str(APP), "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(date_of_source())},
    )
    _strip()
    _lay_beside()
    return FOLDER


def draw_icon(python: Path, place: Path) -> None:
    """Write the drawing as an icon for Windows.

    Args:
        python: one that has Qt.
        place: the file to write.

    Raises:
        SetupError: Qt could not do it.
    """
    drawing = ROOT / "packaging" / "linux" / "signoff.svg"
    command = [python, Path(__file__).with_name("icon.py"), drawing, place]
    run_logged(command, LOGS / "icon.log", "The icon could not be drawn.")


def date_of_source() -> int:
    """Seconds since 1970 that every packed file is dated with: the last commit, so that builds are alike."""
    if named := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(named)
    told = subprocess.run(
        ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False
    )
    if told.returncode:
        raise SetupError(
            "Not a git checkout: set SOURCE_DATE_EPOCH to the release's date in seconds since 1970."
        )
    return int(told.stdout)


def version_of_source() -> str:
    """The program's version, as its package says."""
    text = (APP / "signoff" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise SetupError("app/signoff/__init__.py names no version.")
    return found.group(1)


def built_wheels(*, variants: bool) -> tuple[SourceWheel, ...]:
    """The packages that are built here instead of taken as published.

    Args:
        variants: so that they run on every processor; else on those like this machine's.
    """
    widened = (duckdb_wheel(),) if variants and published_is_narrow() else ()
    return llama_wheel(variants=variants), *widened


def files_of_built(*, variants: bool) -> tuple[Path, ...]:
    """Their wheels, built where they are not kept from before."""
    return tuple(wheel.obtained(environment.pip_options()) for wheel in built_wheels(variants=variants))


def _ensure_venv(*, variants: bool) -> None:
    """The environment to freeze: what runs and nothing of development, so that nothing slips in."""
    files = files_of_built(variants=variants)
    locks = digest_of(*(REQUIREMENTS / f"{lock}.lock" for lock in _LOCKS))
    made_of = " ".join((locks, *(wheel.key for wheel in built_wheels(variants=variants))))
    if _STAMP.exists() and _STAMP.read_text(encoding="utf-8") == made_of:
        return
    if VENV.exists():
        shutil.rmtree(VENV)
    say("Making an environment to freeze ...")
    venv.create(VENV, with_pip=True)
    for lock in _LOCKS:
        _pip(lock, "--require-hashes", "--no-build-isolation", "-r", str(REQUIREMENTS / f"{lock}.lock"))
    _pip("built", "--no-deps", "--no-index", "--force-reinstall", *map(str, files))
    _STAMP.write_text(made_of, encoding="utf-8")


def _pip(name: str, *arguments: str, place: Path = VENV) -> None:
    run_logged(
        [venv_program("python", place), "-m", "pip", "install", *arguments, *environment.pip_options()],
        LOGS / f"bundle-{name}.log",
        "Python packages could not be installed: connect to the network, or set SIGNOFF_WHEELHOUSE.",
    )


def _strip() -> None:
    """Take debug symbols out of Python's own libraries, three quarters of them; wheels bring theirs stripped."""
    if sys.platform != "linux":
        return
    inside = FOLDER / "_internal"
    libraries = [*inside.glob("libpython3*.so*"), *inside.glob("python3*/lib-dynload/*.so")]
    run_logged(
        ["strip", "--strip-debug", *sorted(libraries)], LOGS / "strip.log", "Libraries could not be stripped."
    )


def _lay_beside() -> None:
    for name in _BESIDE:
        place = ROOT / name
        if place.is_dir():
            shutil.copytree(place, FOLDER / name, ignore=shutil.ignore_patterns("screenshots", "__pycache__"))
        else:
            shutil.copyfile(place, FOLDER / name)
    if sys.platform == "win32":
        shutil.copyfile(ICON, FOLDER / ICON.name)
    (FOLDER / "models_cache").mkdir()
    (FOLDER / "models_cache" / "manifest.toml").write_text(inventory.outgoing_manifest(), encoding="utf-8")
    (FOLDER / "docs" / "language-models.md").write_text(inventory.page(), encoding="utf-8")
    parts.write_texts(parts_of_program(), FOLDER / "licences")


@cache
def parts_of_program() -> tuple[parts.Part, ...]:
    """What others made of the frozen program; of PyInstaller its small starter is in it, of its helpers nothing.

    Raises:
        SetupError: one of them has no licence text, or nobody is known to own a library.
    """
    packages = next(VENV.glob("lib/python3*/site-packages"), VENV / "Lib" / "site-packages")
    tools = {name for name, _version in parts.pins("bundle") - parts.pins("runtime")} - {"pyinstaller"}
    python = parts.python_parts(packages, "runtime", "llama", "bundle")
    found = [*(part for part in python if parts.plain(part.name) not in tools), *parts.font_parts()]
    if sys.platform == "linux":
        found += parts.system_parts(FOLDER, packages)
    return tuple(found)


def papers_python() -> Path:
    """The Python that writes the bill of materials, apart from what is frozen.

    Raises:
        SetupError: its packages can't be had.
    """
    made_of = digest_of(*(REQUIREMENTS / f"{lock}.lock" for lock in ("bootstrap", "papers")))
    stamp = _PAPERS / "made-of"
    python = venv_program("python", _PAPERS)
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != made_of:
        if _PAPERS.exists():
            shutil.rmtree(_PAPERS)
        venv.create(_PAPERS, with_pip=True)
        for lock in ("bootstrap", "papers"):
            _pip(
                lock,
                "--require-hashes",
                "--no-build-isolation",
                "-r",
                str(REQUIREMENTS / f"{lock}.lock"),
                place=_PAPERS,
            )
        stamp.write_text(made_of, encoding="utf-8")
    return python
