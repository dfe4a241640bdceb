"""Makes the set-up scripts importable, as they are when `python packaging/setup` runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

SETUP = Path(__file__).parents[2] / "packaging" / "setup"


@pytest.fixture(autouse=True)
def scripts_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SETUP))
