"""The page of an update that holds its existing SQL against the mapping."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from signoff.core.domain.reversing import ReadState
from signoff.gui.panes.diff.pane import DiffPane
from signoff.gui.panes.diff.reading_model import CELL, LINE
from signoff.gui.places import Place, Step
from signoff.gui.window.main_window import MainWindow
from signoff.gui.window.validate_step import ValidateStep
from tests.gui.conftest import LONG_MS


def _step(window: MainWindow) -> ValidateStep:
    step = window.panes[Step.VALIDATE]
    assert isinstance(step, ValidateStep)
    return step


@pytest.fixture
def bill(garden: MainWindow, qtbot: QtBot) -> DiffPane:
    """The page of the small project's update, read."""
    pane = _step(garden).diff
    garden.go(Place(Step.VALIDATE, "water_bill", "bill_total", "reading"))
    qtbot.waitUntil(lambda: pane.reading.reading is not None, timeout=LONG_MS)
    return pane


def test_each_column_stands_with_how_it_is_to_the_mapping(bill: DiffPane, garden: MainWindow) -> None:
    assert _step(garden).tabs.current == "reading"
    states = {c.name: c.state for c in bill.reading.view.reading.columns}
    assert states == {
        "bill_no": ReadState.NOT_IN_MAPPING,
        "plot_id": ReadState.NOT_IN_MAPPING,
        "bill_total": ReadState.MISSING,
    }
    assert bill.reading.headline.text() == (
        "The existing SQL has 2 columns: 2 that the mapping does not name. 1 of the mapping are not in it yet."
    )


def test_what_was_compared_while_drafting_is_what_stands_there(bill: DiffPane, garden: MainWindow) -> None:
    chosen = garden.session.chosen
    assert chosen is not None and chosen.dossier is not None
    kept = chosen.dossier.draft.reading
    assert kept is not None and bill.reading.reading == kept
    assert {c.name for c in kept.columns if c.mandate is not None} == {"bill_no", "plot_id", "bill_total"}


def test_lines_are_filtered_and_copied(bill: DiffPane) -> None:
    bill.reading.filter.setText("bill_total")
    assert [c.name for c in bill.reading.view.reading.columns] == ["bill_total"]
    assert bill.reading.view.reading.text().splitlines()[1].startswith("bill_total\tmissing\t")


def test_a_line_opens_the_sql_there_and_a_cell_the_document(
    bill: DiffPane, garden: MainWindow, qtbot: QtBot
) -> None:
    model = bill.reading.view.reading
    place = next(n for n, c in enumerate(model.columns) if c.name == "plot_id")
    bill.reading.view.clicked.emit(model.index(place, LINE))
    qtbot.waitUntil(lambda: bill.comparing.sides is not None, timeout=LONG_MS)
    assert bill.sql.shows_sql and _step(garden).tabs.current == "sql"
    assert "plot_id" in bill.sql.view.selected_text()
    missing = next(n for n, c in enumerate(model.columns) if c.name == "bill_total")
    bill.reading.view.clicked.emit(model.index(missing, CELL))
    assert garden.step is Step.INPUT


def test_a_new_table_has_no_such_page(garden: MainWindow) -> None:
    garden.go(Place(Step.VALIDATE, "garden_plot", "tenant", "reading"))
    assert _step(garden).tabs.current != "reading"
