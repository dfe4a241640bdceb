"""Rows of values: finding and copying, also where there are too many to do it at once."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from signoff.core.progress import Cancelled, CancelToken
from signoff.gui.jobs import Jobs
from signoff.gui.look import Look
from signoff.gui.tables.cells import as_text, find_cell
from signoff.gui.tables.grid import GridView
from tests.gui.conftest import LONG_MS

ROWS = (("a", "Bo"), ("b", None), ("bo", "c"))


@pytest.mark.parametrize(
    ("start", "backward", "place"),
    [(-1, False, 1), (1, False, 4), (4, False, 1), (4, True, 1), (1, True, 4), (-1, True, 4)],
)
def test_the_next_cell_is_found_around_the_end(start: int, backward: bool, place: int) -> None:
    assert find_cell(ROWS, 2, "bo", start, CancelToken(), backward=backward) == place


def test_the_only_cell_is_found_again_and_none_is_none() -> None:
    assert find_cell(ROWS, 2, "a", 0, CancelToken()) == 0
    assert find_cell(ROWS, 2, "zzz", 0, CancelToken()) == -1
    assert find_cell((), 2, "a", -1, CancelToken()) == -1


def test_looking_and_copying_stop_when_they_are_cancelled() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        find_cell(ROWS, 2, "zzz", -1, token)
    with pytest.raises(Cancelled):
        as_text(("x", "y"), ROWS, (range(3), range(2)), token)


def test_many_rows_are_looked_through_and_copied_beside_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    jobs = Jobs()
    view = GridView(Look(qapp, "light"), "Rows", jobs)
    qtbot.addWidget(view)
    view.show_rows(("n", "word"), [(n, "last" if n == 29_999 else None) for n in range(30_000)])
    with qtbot.waitSignal(view.found, timeout=LONG_MS) as told:
        view.find_text("LAST")
    assert told.args == [True] and view.currentIndex().row() == 29_999
    view.clearSelection()
    view.copy_selection()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text().count("\n") == 30_001, timeout=LONG_MS)
    assert QGuiApplication.clipboard().text().startswith("n\tword\n0\t")
    jobs.close()
