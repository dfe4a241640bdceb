"""The edits of an update on screen: beside their lines, decided on by keys and buttons, refused ones still there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from signoff.core.domain.cells import Cell
from signoff.core.domain.checks import CheckState
from signoff.core.domain.edits import EditKind, EditScript, EditState, MandatedEdit, Splice
from signoff.core.domain.textdiff import side_by_side
from signoff.gui.panes.diff.card_content import CardContent
from signoff.gui.panes.diff.edit_card import COMPACT_PX, EditCard
from signoff.gui.panes.diff.edit_places import EditPlace, edit_places
from signoff.gui.panes.diff.edit_words import state_of, title_of
from signoff.gui.panes.diff.margin import Margin
from signoff.gui.panes.diff.margin_layout import placed
from signoff.gui.panes.diff.pane import DiffPane
from signoff.gui.panes.diff.sides import stops_of
from signoff.gui.places import Place, Step
from signoff.gui.preferences import PersonRole
from signoff.gui.window.main_window import MainWindow
from signoff.gui.window.validate_step import ValidateStep
from tests.gui.conftest import LONG_MS

OLD = "select\n    a.x as x,\n    a.y as y\nfrom t as a\n"
END = OLD.index("\nfrom")


def _edit(name: str, *, needs: Sequence[str] = (), state: EditState = EditState.PROPOSED) -> MandatedEdit:
    splice = Splice(END, END, "", f",\n    a.{name} as {name}")
    cell = Cell("Mapping", 4, 2)
    return MandatedEdit(
        name, EditKind.ADD_COLUMN, name, f"{name} is new.", cell, (splice,), tuple(needs), state
    )


def _places(*edits: MandatedEdit) -> tuple[EditPlace, ...]:
    script = EditScript(edits, OLD)
    return edit_places(script, side_by_side(OLD, script.applied()), script.applied())


def test_cards_stand_at_their_lines_and_right_below_one_that_is_too_long() -> None:
    assert placed([0, 20, 200], [50, 26, 26]) == (0, 52, 200)


def test_the_card_in_focus_stands_at_its_line_and_those_above_make_room() -> None:
    assert placed([100, 120, 140], [26, 26, 90], focus=2) == (84, 112, 140)
    assert placed([0, 10, 20], [26, 26, 90], focus=2) == (0, 28, 56)


def test_each_edit_stands_beside_the_line_it_writes() -> None:
    first, second = _places(_edit("p"), _edit("q"))
    assert (first.edit.column, first.rows, second.rows) == ("p", (3,), (4,))
    assert first.is_made and not first.missing


def test_a_refused_edit_and_what_needs_it_stand_at_the_line_they_would_belong_to() -> None:
    places = {p.edit.id: p for p in _places(_edit("p", state=EditState.REFUSED), _edit("q", needs=["p"]))}
    assert not places["p"].is_made and places["p"].rows == (2,) and places["p"].line == 3
    assert places["q"].missing == (places["p"].edit,)
    assert state_of(places["p"]) == "Refused: not in the proposed SQL."
    assert state_of(places["q"]) == "Left out, since it can't stand without: new column p."


def test_a_suggestion_says_that_it_is_not_applied_and_where_it_belongs() -> None:
    (place,) = _places(replace(_edit("p"), suggestion=True))
    assert not place.is_made
    assert state_of(place).startswith("A suggestion, not applied: it belongs at line 3 of the existing SQL.")


@pytest.mark.parametrize("kind", list(EditKind))
def test_every_kind_is_told_in_words_with_its_column(kind: EditKind) -> None:
    words = title_of(replace(_edit("delay_days"), kind=kind))
    assert "delay_days" in words and "_" not in words.replace("delay_days", "")


def test_f7_stops_at_each_edit_and_at_differences_that_no_edit_explains() -> None:
    cards = [CardContent(place) for place in _places(_edit("p"), _edit("q"))]
    stops = stops_of([(2, 4), (9, 10)], cards)
    assert [(s.first, s.last, s.edit) for s in stops] == [(2, 2, ""), (3, 3, "p"), (4, 4, "q"), (9, 10, "")][
        1:
    ]


def test_only_cards_that_are_seen_exist_and_the_one_in_focus_is_open(
    window: MainWindow, qtbot: QtBot
) -> None:
    margin = Margin(window.look, window)
    contents = [CardContent(EditPlace(replace(_edit(f"c{n}"), id=f"c{n}"), (n,), line=n)) for n in range(500)]
    margin.setGeometry(0, 0, 260, 400)
    margin.show_contents(contents, can_write=True, row_height=20)
    assert len(margin.findChildren(EditCard)) < 40
    margin.scroll_to(5_000)
    margin.focus_edit("c260")
    card = margin.card
    assert (
        card is not None and card.is_open and card.height() > COMPACT_PX and not card.accept_button.isHidden()
    )
    assert card.y() == 260 * 20 - 5_000
    margin.deleteLater()


@pytest.fixture
def bill(garden: MainWindow, qtbot: QtBot) -> DiffPane:
    """The update of the small project, for who builds: SQL and margin."""
    step = garden.panes[Step.VALIDATE]
    assert isinstance(step, ValidateStep)
    garden.context.preferences.set_role(PersonRole.BUILDS)
    garden.go(Place(Step.VALIDATE, "water_bill", "bill_total", "sql"))
    qtbot.waitUntil(lambda: step.diff.comparing.sides is not None, timeout=LONG_MS)
    return step.diff


def _state(window: MainWindow) -> EditState:
    chosen = window.session.chosen
    assert chosen is not None and chosen.dossier is not None and chosen.dossier.draft.edits is not None
    return chosen.dossier.draft.edits.edits[0].state


def _text(window: MainWindow) -> str:
    chosen = window.session.chosen
    assert chosen is not None and chosen.dossier is not None
    return chosen.dossier.text


def test_f7_then_a_accepts_the_edit_and_approves_its_column(
    garden: MainWindow, bill: DiffPane, qtbot: QtBot
) -> None:
    garden.commands.run("target.next_difference")
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        qtbot.keyClick(bill.sql.view, Qt.Key.Key_A)
    assert _state(garden) is EditState.ACCEPTED
    chosen = garden.session.chosen
    assert chosen is not None and chosen.dossier is not None
    assert [d.column for d in chosen.dossier.decisions] == ["bill_total"]


def test_r_and_enter_refuse_the_edit_and_z_proposes_it_again(
    garden: MainWindow, bill: DiffPane, qtbot: QtBot
) -> None:
    garden.commands.run("target.next_difference")
    qtbot.keyClick(bill.sql.view, Qt.Key.Key_R)
    card = bill.sql.view.margin.card
    assert card is not None and card.is_written_on
    card.line.setText("The total is on the ledger.")
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        qtbot.keyClick(card.line, Qt.Key.Key_Return)
    assert "bill_total" not in _text(garden) and _state(garden) is EditState.REFUSED
    chosen = garden.session.chosen
    assert chosen is not None and chosen.dossier is not None
    assert "bill_total" not in [c.name for c in chosen.dossier.draft.columns]
    assert [c.text for c in chosen.dossier.comments] == ["The total is on the ledger."]
    verified = chosen.dossier.verification
    assert verified is not None
    assert not [c.message for c in verified.checks if c.code == "columns" and c.state is CheckState.FAILED]
    assert chosen.dossier.proof is not None and not chosen.dossier.proof.bars_sign_off
    qtbot.waitUntil(lambda: bill.comparing.sides is not None, timeout=LONG_MS)
    (content,) = bill.sql.cards
    assert content.place.is_refused and content.is_decided
    bill.sql.view.focus_edit(content.id)
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        qtbot.keyClick(bill.sql.view, Qt.Key.Key_Z)
    assert "bill_total" in _text(garden) and _state(garden) is EditState.PROPOSED
    drafted = chosen.dossier.mapping.columns[0].name
    present = garden.session.chosen
    assert present is not None and present.dossier is not None
    assert drafted in [c.name for c in present.dossier.draft.columns if c.origin.value != "kept"]


def test_the_card_shows_values_of_the_new_column_on_the_sample_rows(bill: DiffPane, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bill.comparing.result is not None, timeout=LONG_MS)
    (content,) = bill.sql.cards
    assert content.values == "Sample rows: 12.5  |  8.0"


def test_both_sides_scroll_as_one_down_and_across(garden: MainWindow, bill: DiffPane) -> None:
    view = bill.sql.view
    view.resize(500, 60)
    before = [card.y() for card in view.margin.findChildren(EditCard) if card.isVisible()]
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    after = [card.y() for card in view.margin.findChildren(EditCard) if card.isVisible()]
    assert before != after and view.horizontalScrollBar().maximum() > 0


def test_the_cell_of_an_edit_leads_to_the_document(garden: MainWindow, bill: DiffPane) -> None:
    garden.commands.run("target.next_difference")
    card = bill.sql.view.margin.card
    assert card is not None
    card.cell.click()
    assert garden.step is Step.INPUT


def test_more_room_gives_the_lower_half_the_step_and_a_column_brings_the_card_back(
    garden: MainWindow, bill: DiffPane, show_room: Callable[[], ValidateStep]
) -> None:
    step = show_room()
    assert step.has_room and step.annotation.card.isHidden() and step.annotation.list.isHidden()
    garden.go(Place(Step.VALIDATE, "water_bill", "bill_total"))
    assert not step.has_room and not step.annotation.card.isHidden()


@pytest.fixture
def show_room(garden: MainWindow) -> Callable[[], ValidateStep]:
    """Gives the lower half the whole step."""

    def shown() -> ValidateStep:
        step = garden.panes[Step.VALIDATE]
        assert isinstance(step, ValidateStep)
        garden.commands.run("view.room")
        return step

    return shown
