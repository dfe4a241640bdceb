"""The first start's word on the language model, and bringing one in with progress."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from signoff.core.generate import importing, store
from signoff.core.generate.manifest import Manifest, ManifestEntry
from signoff.gui.main import make_window
from signoff.gui.notify import Notice, Tone
from signoff.gui.preferences import Preferences
from signoff.gui.window.main_window import MainWindow
from tests.gui.conftest import LONG_MS

CONTENT = b"GGUF\x03\x00\x00\x00tiny" * 50


@pytest.fixture
def first(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window as somebody sees it who never was here, on a machine without a language model."""
    known = ManifestEntry(
        *("tiny", "tiny.gguf", "Tiny", "us", "CC0-1.0", "a page", "chatml"),
        size=len(CONTENT),
        sha256=hashlib.sha256(CONTENT).hexdigest(),
    )
    for module in (store, importing):
        monkeypatch.setattr(module, "load_manifest", lambda: Manifest("tiny", "tiny", (known,)))
    monkeypatch.setenv("SIGNOFF_GENERATORS", str(tmp_path / "generators"))
    made = make_window(qapp, Preferences(tmp_path / "nobody-yet"))
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_without_a_language_model_the_first_page_offers_to_bring_one_in(
    first: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = first.first
    assert "no language model on this machine yet" in page.generator.text() and page.bring.isVisible()
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "tiny.gguf").write_bytes(CONTENT)
    with qtbot.waitSignal(first.bringing.brought, timeout=LONG_MS):
        first.bringing.bring(tmp_path / "stick")
    assert page.generator.text() == "Tiny" and not page.bring.isVisible()
    assert (tmp_path / "generators" / "tiny.gguf").read_bytes() == CONTENT


def test_a_damaged_file_is_told_and_leaves_nothing(first: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "tiny.gguf").write_bytes(CONTENT[:-1] + b"!")
    with qtbot.waitSignal(first.notify.said, timeout=LONG_MS) as said:
        first.bringing.bring(tmp_path / "tiny.gguf")
    notice = said.args[0] if said.args else None
    assert (
        isinstance(notice, Notice)
        and notice.tone is Tone.TROUBLE
        and "damaged or another file" in notice.text
    )
    assert not (tmp_path / "generators" / "tiny.gguf").exists() and first.first.bring.isVisible()


def test_both_ways_in_are_commands_that_open_a_dialog_of_the_window(first: MainWindow) -> None:
    for command in ("tools.import_generator", "tools.import_generator_folder"):
        first.commands.run(command)
        [dialog] = [each for each in first.findChildren(QFileDialog) if each.isVisible()]
        dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
