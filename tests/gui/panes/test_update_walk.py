"""An update as a person walks it: SQL dropped, drafted, an edit accepted, signed, written; every other byte stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from signoff.core.domain.review import ROWS
from signoff.core.project import session as acts
from signoff.core.project.exporting import export_project
from signoff.core.project.standing import TargetStanding
from signoff.core.review.gate import remarks
from signoff.core.review.standing import TargetState
from signoff.gui.drafter import NO_GENERATOR
from signoff.gui.places import Place, Step
from signoff.gui.window.main_window import MainWindow
from signoff.gui.window.validate_step import ValidateStep
from tests.e2e.small_project import EXISTING, write_small_project
from tests.gui.conftest import BY, LONG_MS


def _target(window: MainWindow) -> TargetStanding:
    standing = window.session.standing
    assert standing is not None
    return next(t for t in standing.targets if t.name == "water_bill")


def _acted(window: MainWindow, qtbot: QtBot, act: Callable[[], object]) -> None:
    with qtbot.waitSignal(window.session.acted, timeout=LONG_MS):
        act()


def test_from_dropped_sql_to_the_written_file(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    given = write_small_project(tmp_path / "given")
    with qtbot.waitSignal(window.session.opened, timeout=LONG_MS):
        window.open_files([given / "garden.csv", given / "sources"])
    assert not _target(window).is_update
    _acted(window, qtbot, lambda: window.open_files([given / "existing"]))
    assert _target(window).is_update

    window.drafter.wanted = NO_GENERATOR
    with qtbot.waitSignal(window.drafter.ended, timeout=LONG_MS):
        window.drafter.draft(["water_bill"])
    qtbot.waitUntil(lambda: _target(window).dossier is not None, timeout=LONG_MS)

    step = window.panes[Step.VALIDATE]
    assert isinstance(step, ValidateStep)
    window.go(Place(Step.VALIDATE, "water_bill", "bill_total", "sql"))
    qtbot.waitUntil(lambda: step.diff.comparing.sides is not None, timeout=LONG_MS)
    assert not step.diff.sql.shows_sql
    window.commands.run("target.next_difference")
    _acted(window, qtbot, lambda: qtbot.keyClick(step.diff.sql.list, Qt.Key.Key_A))

    dossier = _target(window).dossier
    assert dossier is not None and [d.column for d in dossier.decisions] == ["bill_total"]
    for remark in remarks(dossier):
        code, column = remark.code, remark.column
        _acted(
            window, qtbot,
            lambda c=code, n=column: window.session.act(
                "accept", lambda p: acts.waive(p, "water_bill", n, c, "Agreed.", by=BY)
            ),
        )  # fmt: skip
    _acted(
        window,
        qtbot,
        lambda: window.session.act("approve", lambda p: acts.approve(p, "water_bill", [ROWS], by=BY)),
    )
    assert _target(window).state is TargetState.READY, [b.message for b in _target(window).review.bars]  # type: ignore[union-attr]
    _acted(window, qtbot, lambda: window.session.act("sign", lambda p: acts.sign(p, "water_bill", by=BY)))

    _acted(
        window, qtbot,
        lambda: window.session.act("write", lambda p: export_project(p, tmp_path / "dbt", by=BY)),
    )  # fmt: skip
    written = (tmp_path / "dbt" / "models" / "water_bill.sql").read_text(encoding="utf-8")
    old, new = EXISTING.splitlines(), written.splitlines()
    assert [line for line in old if line not in new] == ["    b.PLT_NO as plot_id   -- the plot it is for"]
    assert any("bill_total" in line for line in new) and "-- the plot it is for" in written
