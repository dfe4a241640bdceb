"""The window is drawn by a process of its own, as the self-test asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.cli import window_probe
from signoff.core.errors import SignoffError


def test_the_probe_draws_the_window_and_leaves_the_settings_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SIGNOFF_SETTINGS", str(tmp_path))
    assert window_probe.drawn_window().startswith("Qt 6.")
    assert list(tmp_path.iterdir()) == []


def test_a_window_that_cannot_be_drawn_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-platform")
    with pytest.raises(SignoffError, match="No window could be drawn"):
        window_probe.drawn_window()
