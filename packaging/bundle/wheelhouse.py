"""The offline wheelhouse: every wheel that Signoff needs, each with its digest, installed without an index."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import environment
from places import APP, LOGS, REQUIREMENTS, ROOT, venv_program
from signing import sha256
from speech import SetupError, run_logged, say

_README = """\
Signoff {version} for Python 3.11 without a network. In this folder:

    python3.11 -m venv signoff
    signoff/bin/python -m pip install --no-index --find-links wheels --require-hashes --no-deps -r requirements.txt
    signoff/bin/signoff doctor

On Windows the programs lie in signoff\\Scripts. --no-deps keeps a package out that llama-cpp-python asks for and that
Signoff never loads. The language model comes as a file set of its own: signoff generator import FILE.
"""


def make_wheelhouse(
    folder: Path, venv: Path, built: Sequence[Path], *, version: str, date: int, beside: dict[str, bytes]
) -> Path:
    """Fill a folder with all wheels of this system, and what installs them.

    Args:
        folder: made anew.
        venv: an environment with pip and setuptools.
        built: wheels that were built here, and stand for the published ones of these packages.
        version: of the program.
        date: seconds since 1970 for what is inside our own wheel.
        beside: what the program finds beside its code, by path.

    Raises:
        SetupError: a wheel can't be had, or ours can't be built.
    """
    if folder.exists():
        shutil.rmtree(folder)
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    say("Filling the wheelhouse ...")
    run_logged(
        [
            *(
                venv_program("python", venv),
                "-m",
                "pip",
                "download",
                "--only-binary=:all:",
                "--require-hashes",
            ),
            *("--no-deps", "--dest", wheels, "-r", REQUIREMENTS / "runtime.lock"),
            *environment.pip_options(),
        ],
        LOGS / "wheelhouse.log",
        "Not every package could be had as a wheel.",
    )
    lay_built(built, wheels)
    own_wheel(folder.parent / "own-wheel", venv, wheels, date=date, beside=beside)
    lines = [f"./wheels/{wheel.name} --hash=sha256:{sha256(wheel)}" for wheel in sorted(wheels.iterdir())]
    (folder / "requirements.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "README.txt").write_text(_README.format(version=version), encoding="utf-8")
    return folder


def lay_built(built: Sequence[Path], wheels: Path) -> None:
    """Put wheels that were built here in the place of the published ones of the same packages."""
    for wheel in built:
        for published in wheels.glob(f"{wheel.name.partition('-')[0]}-*.whl"):
            published.unlink()
        shutil.copyfile(wheel, wheels / wheel.name)


def own_wheel(stage: Path, venv: Path, wheels: Path, *, date: int, beside: dict[str, bytes]) -> None:
    """Build Signoff's own wheel, with what lies beside the code in a checkout put inside the package."""
    if stage.exists():
        shutil.rmtree(stage)
    stage.mkdir(parents=True)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copyfile(ROOT / name, stage / name)
    shutil.copytree(APP, stage / "app", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name, data in beside.items():
        place = stage / "app" / "signoff" / "beside" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    run_logged(
        [
            *(venv_program("python", venv), "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"),
            *("--no-index", "--quiet", "--wheel-dir", wheels, stage),
        ],
        LOGS / "own-wheel.log",
        "Signoff's own wheel could not be built.",
        {"SOURCE_DATE_EPOCH": str(date), "PYTHONHASHSEED": "0"},
    )


def beside_the_code(manifest: str) -> dict[str, bytes]:
    """What the program finds beside its code: resources, pages, licence, change log, and the outgoing manifest."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "resources", "docs", "LICENSE", "CHANGELOG.md"],
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        raise SetupError(
            "Not a git checkout: what belongs to the program can't be told from what lies about."
        )
    names = [name for name in listed.stdout.decode().split("\0") if name and "screenshots" not in name]
    found = {name: (ROOT / name).read_bytes() for name in names}
    return {**found, "models_cache/manifest.toml": manifest.encode()}
