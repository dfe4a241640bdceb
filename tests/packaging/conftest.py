"""Makes the packaging scripts importable, as they are when `make packages` runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture(autouse=True)
def scripts_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("setup", "papers", "bundle", "windows"):
        monkeypatch.syspath_prepend(str(PACKAGING / folder))


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A stand-in for the frozen program: something that runs, a library, and text."""
    folder = tmp_path / "signoff"
    (folder / "_internal" / "deep").mkdir(parents=True)
    (folder / "signoff").write_bytes(b"\x7fELF program")
    (folder / "signoff").chmod(0o755)
    (folder / "_internal" / "deep" / "lib.so").write_bytes(b"\x7fELF library")
    (folder / "_internal" / "window.dll").write_bytes(b"MZ library")
    (folder / "README.txt").write_text("text", encoding="utf-8")
    return folder
