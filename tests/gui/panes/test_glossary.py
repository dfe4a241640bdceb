"""Found terms and groups are worked through by keyboard; level and lock are chosen and shown beside the list."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.mask.glossary_files import read_glossary
from signoff.gui.drafter import NO_GENERATOR
from signoff.gui.panes.masking import MaskingPane
from signoff.gui.panes.masking.glossary_panel import GlossaryPanel
from signoff.gui.panes.masking.suggested_page import SuggestedPage
from signoff.gui.places import Step
from signoff.gui.window.main_window import MainWindow
from tests.gui.conftest import LONG_MS


@pytest.fixture
def panel(garden: MainWindow, qtbot: QtBot) -> GlossaryPanel:
    """The left side of the step of a small project."""
    garden.drafter.wanted = NO_GENERATOR
    garden.show_step(Step.ENHANCE)
    shown = garden.panes[Step.ENHANCE]
    assert isinstance(shown, MaskingPane)
    qtbot.waitUntil(lambda: shown.terms.model.shown > 0, timeout=LONG_MS)
    shown.previews.cancel()
    return shown.glossary


def found(panel: GlossaryPanel, qtbot: QtBot, key: str = "found") -> SuggestedPage:
    """One of the lists of suggestions, filled."""
    panel.tabs.choose(key)
    page = panel.found if key == "found" else panel.groups
    qtbot.waitUntil(lambda: bool(page.model.lines), timeout=LONG_MS)
    return page


def texts(page: SuggestedPage) -> list[str]:
    return [line.text for line in page.model.lines]


def test_found_terms_tell_why_and_how_often(panel: GlossaryPanel, qtbot: QtBot) -> None:
    page = found(panel, qtbot)
    assert page.chosen == page.model.lines[0] and page.chosen is not None
    assert page.chosen.reasons and "·" in page.chosen.told and page.chosen.places
    scores = [float(line.at_end) for line in page.model.lines]
    assert scores == sorted(scores, reverse=True)


def test_a_accepts_and_r_refuses_and_the_next_one_is_chosen(
    panel: GlossaryPanel, garden: MainWindow, qtbot: QtBot
) -> None:
    page = found(panel, qtbot)
    first, second, third = texts(page)[:3]
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        qtbot.keyClick(page.view, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: first not in texts(page), timeout=LONG_MS)
    assert page.chosen is not None and page.chosen.text == second
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        qtbot.keyClick(page.view, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: second not in texts(page), timeout=LONG_MS)
    assert page.chosen is not None and page.chosen.text == third
    standing = garden.session.standing
    assert standing is not None
    assert [term.text for term in standing.glossary] == [first]
    assert standing.refused_terms == {second.casefold()}
    garden.commands.run("edit.undo")
    qtbot.waitUntil(lambda: second in texts(page), timeout=LONG_MS)


def test_a_group_is_accepted_as_a_whole(panel: GlossaryPanel, garden: MainWindow, qtbot: QtBot) -> None:
    page = found(panel, qtbot, "groups")
    group = page.model.lines[0]
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        qtbot.keyClick(page.view, Qt.Key.Key_A)
    standing = garden.session.standing
    assert standing is not None
    assert {term.text for term in standing.glossary} == {term.text for term in group.terms}
    assert {term.concept for term in standing.glossary} == {group.text}


def test_a_tab_is_as_wide_as_its_count_needs(panel: GlossaryPanel, qtbot: QtBot) -> None:
    found(panel, qtbot)
    qtbot.waitUntil(lambda: "Found " in panel.tabs.words("found"), timeout=LONG_MS)
    qtbot.waitUntil(panel.tabs.is_readable, timeout=LONG_MS)


def test_a_level_is_chosen_with_one_sentence_and_stands_in_the_status_bar(
    panel: GlossaryPanel, garden: MainWindow, qtbot: QtBot
) -> None:
    assert panel.level.words.text().startswith("Hidden: the glossary, and every table")
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        panel.level.list.setCurrentIndex(2)
        panel.level.list.activated.emit(2)
    assert garden.session.standing is not None
    assert garden.session.standing.masking_level is MaskingLevel.FULL
    qtbot.waitUntil(lambda: "every word" in panel.level.words.text(), timeout=LONG_MS)
    assert "all but common words" in garden.status._masking.text()


def test_a_locked_glossary_takes_nothing_until_there_is_a_reason(
    panel: GlossaryPanel, garden: MainWindow, qtbot: QtBot
) -> None:
    page = found(panel, qtbot)
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        panel.lock.lock.click()
    qtbot.waitUntil(lambda: not page.accept.isEnabled(), timeout=LONG_MS)
    assert "Locked by Maren Keller" in panel.lock.words.text()
    panel.tabs.choose("hidden")
    assert not panel.terms.add.isEnabled()
    panel.lock.unlock.click()
    panel.lock.confirm.click()
    assert garden.session.standing is not None and garden.session.standing.glossary_lock is not None
    qtbot.keyClicks(panel.lock.reason, "a new product")
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        qtbot.keyClick(panel.lock.reason, Qt.Key.Key_Return)
    assert garden.session.standing.glossary_lock is None


def test_g_accepts_the_group_a_found_term_is_in(
    panel: GlossaryPanel, garden: MainWindow, qtbot: QtBot
) -> None:
    page = found(panel, qtbot)
    place = next(n for n, line in enumerate(page.model.lines) if line.group)
    page.view.setCurrentIndex(page.model.index(place))
    assert page.chosen is not None
    name = page.chosen.group
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        qtbot.keyClick(page.view, Qt.Key.Key_G)
    standing = garden.session.standing
    assert standing is not None and len(standing.glossary) > 1
    assert {term.concept for term in standing.glossary} == {name}


def test_a_glossary_goes_out_and_comes_in_through_a_workbook(
    panel: GlossaryPanel, garden: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "words.csv"
    place.write_text("Term,Kind,Group\nNordhafen,word,harbour\n", encoding="utf-8")
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        panel.sharing.take(place)
    standing = garden.session.standing
    assert standing is not None and standing.glossary == (
        Term("Nordhafen", TermKind.WORD, concept="harbour"),
    )
    out = tmp_path / "out.xlsx"
    panel.sharing.write(out)
    qtbot.waitUntil(out.exists, timeout=LONG_MS)
    assert read_glossary(out) == standing.glossary
