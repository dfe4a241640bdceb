"""The virtual environment `.venv`: made from hash-pinned locks, left alone while they stay the same."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import venv
from pathlib import Path

import system_packages
from duckdb_wheel import duckdb_wheel, published_stops_here
from llama_wheel import llama_wheel
from places import LOGS, REQUIREMENTS, ROOT, VENV, digest_of, venv_program
from source_wheel import SourceWheel
from speech import SetupError, run_logged, say

FLAVOURS = ("runtime", "dbt", "dev")
"""Each holds what the one before it holds, in the same versions."""

_STAMP = VENV / "signoff-setup.json"


def ensure(flavour: str) -> None:
    """Bring `.venv` to at least this flavour; does nothing when it is there already.

    Raises:
        SetupError: something is missing that can't be brought in from here.
    """
    system_packages.ensure(system_packages.missing_for_running(), "running the language model")
    stamp = _read_stamp()
    if stamp.get("bootstrap") != _bootstrap_digest():
        _make_venv()
        stamp = {"bootstrap": _bootstrap_digest()}
        _write_stamp(stamp)
    if not any(stamp.get("lock") == _lock_mark(enough) for enough in FLAVOURS[FLAVOURS.index(flavour) :]):
        _install_lock(flavour)
        stamp["lock"] = _lock_mark(flavour)
        stamp.pop("duckdb", None)  # the lock's wheel lies there now
        _write_stamp(stamp)
    built = [llama_wheel(), *([duckdb_wheel()] if published_stops_here() else [])]
    for wheel in built:
        if stamp.get(wheel.name) != wheel.key:
            _install_built(wheel)
            stamp[wheel.name] = wheel.key
            _write_stamp(stamp)
    if stamp.get("signoff") != _own_mark():
        _install_signoff()
        stamp["signoff"] = _own_mark()
        _write_stamp(stamp)


def pip_options() -> list[str]:
    """Options for every pip call: a wheelhouse folder instead of the network where one is named."""
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--retries", "2"]
    if wheelhouse := os.environ.get("SIGNOFF_WHEELHOUSE"):
        options += ["--no-index", "--find-links", str(Path(wheelhouse).resolve())]
    return options


def _make_venv() -> None:
    say("Making .venv ...")
    if VENV.exists():
        shutil.rmtree(VENV)
    venv.create(VENV, with_pip=True)
    lock = REQUIREMENTS / "bootstrap.lock"
    _pip("bootstrap", "install", "--require-hashes", "-r", str(lock))


def _install_lock(flavour: str) -> None:
    lock = REQUIREMENTS / f"{flavour}.lock"
    count = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    say(f"Installing {count} pinned packages ({lock.name}) ...")
    _pip(flavour, "install", "--require-hashes", "--no-build-isolation", "-r", str(lock))


def _install_built(wheel: SourceWheel) -> None:
    file = wheel.kept
    if file is None:
        system_packages.ensure(system_packages.missing_for_building(), f"building {wheel.package}")
        file = wheel.obtained(pip_options())
    say(f"Installing {file.name} ...")
    _pip(wheel.name, "install", "--no-deps", "--no-index", "--force-reinstall", str(file))


def _install_signoff() -> None:
    _pip("signoff", "install", "--no-deps", "--no-index", "--no-build-isolation", "--editable", str(ROOT))


def _pip(name: str, *arguments: str) -> None:
    run_logged(
        [venv_program("python"), "-m", "pip", *arguments, *pip_options()],
        LOGS / f"pip-{name}.log",
        "Python packages could not be installed: connect to the network, or set SIGNOFF_WHEELHOUSE to a "
        "folder with the wheels (docs/dependencies.md says how to fill it).",
    )


def _bootstrap_digest() -> str:
    return digest_of(REQUIREMENTS / "bootstrap.lock")


def _lock_mark(flavour: str) -> str:
    return f"{flavour} {digest_of(REQUIREMENTS / f'{flavour}.lock')}"


def _own_mark() -> str:
    return f"{ROOT} {digest_of(ROOT / 'pyproject.toml')}"


def _read_stamp() -> dict[str, str]:
    """What stands in `.venv`, or nothing when it doesn't run (its Python may be gone, the checkout moved)."""
    if not _STAMP.exists() or not _runs():
        return {}
    try:
        stamp: dict[str, str] = json.loads(_STAMP.read_text(encoding="utf-8"))
    except ValueError:
        return {}
    return stamp


def _runs() -> bool:
    try:
        done = subprocess.run([venv_program("python"), "-I", "-c", ""], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def _write_stamp(stamp: dict[str, str]) -> None:
    if not VENV.exists():
        raise SetupError("The folder .venv vanished while it was being filled: run this again.")
    unfinished = _STAMP.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    unfinished.replace(_STAMP)
