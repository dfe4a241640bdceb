"""Where set-up finds and puts things."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app"
REQUIREMENTS = ROOT / "requirements"
VENV = ROOT / ".venv"
LOGS = ROOT / "build" / "logs"

sys.path.insert(
    0, str(APP)
)  # set-up runs before Signoff is installed and shares what is pure standard library

from signoff.core.domain.folders import cache_folder  # noqa: E402  the line above makes it importable

__all__ = ["APP", "LOGS", "REQUIREMENTS", "ROOT", "VENV", "cache_folder", "digest_of", "venv_program"]


def venv_program(name: str, venv: Path = VENV) -> Path:
    """A program inside a virtual environment, such as ``python``."""
    if sys.platform == "win32":
        return venv / "Scripts" / f"{name}.exe"
    return venv / "bin" / name


def digest_of(*files: Path) -> str:
    """SHA-256 over the bytes of small text files, line ends made equal."""
    total = hashlib.sha256()
    for file in files:
        total.update(file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return total.hexdigest()
