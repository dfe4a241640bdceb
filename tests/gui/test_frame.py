"""The frame: it opens projects, follows acts, undoes them, and leads to places."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from signoff.core.domain.review import ROWS
from signoff.core.project import session as acts
from signoff.gui.places import Place, Step
from signoff.gui.window.main_window import MainWindow
from tests.gui.conftest import BY, LONG_MS


def test_an_opened_project_shows_its_targets_and_the_step_of_decisions(garden: MainWindow) -> None:
    assert [t.name for t in garden.targets.model.targets] == ["garden_plot", "water_bill"]
    assert garden.pages.currentWidget() is garden.panes[Step.VALIDATE]
    assert "garden.signoff" in garden.windowTitle()


def test_a_file_that_is_no_project_keeps_the_open_one_and_says_why(
    garden: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    stray = tmp_path / "stray.signoff"
    stray.write_text("nothing")
    with qtbot.waitSignal(garden.notify.said, timeout=LONG_MS):
        garden.session.open(stray)
    assert "stray.signoff" in garden.notices.text
    assert garden.session.standing is not None and garden.session.standing.path.name == "garden.signoff"


def test_an_act_is_shown_undone_and_done_again(garden: MainWindow, qtbot: QtBot) -> None:
    def approved() -> list[str]:
        chosen = garden.session.chosen
        assert chosen is not None and chosen.dossier is not None
        return [d.column for d in chosen.dossier.decisions]

    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        garden.session.act("approve rows", lambda p: acts.approve(p, "garden_plot", [ROWS], by=BY))
    assert approved() == [ROWS] and garden.session.undo_words == "approve rows"
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        garden.commands.run("edit.undo")
    assert approved() == [] and garden.session.redo_words == "approve rows"
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        garden.commands.run("edit.redo")
    assert approved() == [ROWS]


def test_going_to_a_column_chooses_target_and_column(garden: MainWindow) -> None:
    garden.go(Place(Step.VALIDATE, "water_bill", "bill_total"))
    assert (garden.session.target, garden.session.column) == ("water_bill", "bill_total")
    assert garden.targets.view.currentIndex().row() == 1


def test_filtering_the_target_tables_keeps_those_whose_name_or_state_fits(garden: MainWindow) -> None:
    garden.targets.filter.setText("update")
    assert [t.name for t in garden.targets.model.targets] == ["water_bill"]
