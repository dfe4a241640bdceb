"""Collects figures for the end of `make bench`; what may fail by time compares two ways in the same run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

_KEPT = Path("build") / "bench.json"
_figures: dict[str, str] = {}

Figure = Callable[[str, float, str], None]


@pytest.fixture
def figure() -> Figure:
    """Notes one measured value: its name, the value, and its unit."""

    def note(name: str, value: float, unit: str) -> None:
        _figures[name] = f"{value:.3g} {unit}"

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures and keep them in build/bench.json."""
    terminalreporter.section("figures")
    for name, value in _figures.items():
        terminalreporter.write_line(f"{name:55}{value}")
    _KEPT.parent.mkdir(exist_ok=True)
    _KEPT.write_text(json.dumps(_figures, indent=1), encoding="utf-8")
