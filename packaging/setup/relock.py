"""Resolves the pinned requirements anew: `make lock`. Needs the network.

The three locks of `.venv` come from one resolution, so that a larger one only adds to a smaller one. Every
hash the index lists is kept, so that the same lock holds on Linux and on Windows; no address of an index is
written down.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from places import REQUIREMENTS, ROOT, venv_program

_OPTIONS = [
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--quiet",
]
_DEV = "requirements/dev.lock"


def main(upgrade: list[str]) -> int:
    """Write all locks; `--upgrade` or `--upgrade-package NAME` are handed on."""
    with tempfile.TemporaryDirectory(prefix="signoff-lock-") as work:
        venv.create(work, with_pip=True)
        python = venv_program("python", Path(work))
        subprocess.run([python, "-m", "pip", "install", "-q", "-r", REQUIREMENTS / "lock.in"], check=True)
        uv = venv_program("uv", Path(work))
        project = ["pyproject.toml"]
        _compile(uv, [*project, "--extra", "dbt", "--extra", "dev", *upgrade], "dev")
        _compile(uv, [*project, "--extra", "dbt", "-c", _DEV], "dbt")
        _compile(uv, [*project, "-c", _DEV], "runtime")
        for name in ("build", "duckdb_build", "bootstrap", "bundle", "papers"):
            _compile(uv, [f"requirements/{name}.in", *upgrade], name)
    return 0


def _compile(uv: Path, arguments: list[str], name: str) -> None:
    lock = f"requirements/{name}.lock"
    subprocess.run([uv, "pip", "compile", *_OPTIONS, *arguments, "-o", lock], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
