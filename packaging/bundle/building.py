"""Freezes the program: an environment from the pinned locks, PyInstaller, and what lies beside the program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "setup"))

import environment
import llama_wheel
import system_packages
from places import APP, LOGS, REQUIREMENTS, ROOT, digest_of, venv_program
from speech import SetupError, run_logged, say

BUILD = ROOT / "build" / "bundle"
FOLDER = BUILD / "signoff"
"""The frozen program: runs from wherever it lies."""
_VENV = BUILD / "venv"
_STAMP = _VENV / "made-of"
_LOCKS = ("bootstrap", "runtime", "bundle")
_BESIDE = ("resources", "LICENSE", "CHANGELOG.md", "docs")
"""Files and folders of the checkout that lie beside the program."""


def build() -> Path:
    """Make the folder of the frozen program anew; returns it.

    The same checkout gives the same bytes: the hash seed and the date of every file are fixed.

    Raises:
        SetupError: something is missing, or the freezing failed.
    """
    system_packages.ensure(system_packages.missing_for_the_window(), "putting Qt's libraries into the bundle")
    _ensure_venv()
    if FOLDER.exists():
        shutil.rmtree(FOLDER)
    say("Freezing the program: some minutes ...")
    run_logged(
        [
            venv_program("python", _VENV),
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
    _lay_beside()
    return FOLDER


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


def _ensure_venv() -> None:
    """The environment to freeze: what runs and nothing of development, so that nothing slips in."""
    wheel = llama_wheel.cached_wheel() or llama_wheel.build_wheel(environment.pip_options())
    made_of = f"{digest_of(*(REQUIREMENTS / f'{lock}.lock' for lock in _LOCKS))} {llama_wheel.wheel_key()}"
    if _STAMP.exists() and _STAMP.read_text(encoding="utf-8") == made_of:
        return
    if _VENV.exists():
        shutil.rmtree(_VENV)
    say("Making an environment to freeze ...")
    venv.create(_VENV, with_pip=True)
    for lock in _LOCKS:
        _pip(lock, "--require-hashes", "--no-build-isolation", "-r", str(REQUIREMENTS / f"{lock}.lock"))
    _pip("llama", "--no-deps", "--no-index", str(wheel))
    _STAMP.write_text(made_of, encoding="utf-8")


def _pip(name: str, *arguments: str) -> None:
    run_logged(
        [venv_program("python", _VENV), "-m", "pip", "install", *arguments, *environment.pip_options()],
        LOGS / f"bundle-{name}.log",
        "Python packages could not be installed: connect to the network, or set SIGNOFF_WHEELHOUSE.",
    )


def _lay_beside() -> None:
    for name in _BESIDE:
        place = ROOT / name
        if place.is_dir():
            shutil.copytree(place, FOLDER / name, ignore=shutil.ignore_patterns("screenshots", "__pycache__"))
        else:
            shutil.copyfile(place, FOLDER / name)
    (FOLDER / "models_cache").mkdir()
    manifest = Path("models_cache") / "manifest.toml"
    shutil.copyfile(ROOT / manifest, FOLDER / manifest)
