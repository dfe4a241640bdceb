"""The pages of SQL and diff: what they say is true of the two texts and the two results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from signoff.core.domain.checks import CheckState
from signoff.core.domain.dossier import Dossier
from signoff.core.project import session as acts
from signoff.core.project.project import Project
from signoff.gui.panes.diff.base import Base, BaseKind, base_of, key_of
from signoff.gui.panes.diff.pane import DiffPane
from signoff.gui.panes.diff.proof import Proof
from signoff.gui.panes.diff.side_view import SideView
from signoff.gui.panes.diff.sides import sides_of
from signoff.gui.panes.diff.words import proof_words
from signoff.gui.places import Place, Step
from signoff.gui.widgets.sql_pieces import Kind, pieces_of
from signoff.gui.window.main_window import MainWindow
from signoff.gui.window.validate_step import ValidateStep
from tests.gui.conftest import BY, LONG_MS

OLD = "select\n    a.x as x,   -- kept\n    a.y as y\nfrom {{ source('s', 'a') }} as a\nwhere a.x in (1, 2)\n"


def _step(window: MainWindow) -> ValidateStep:
    step = window.panes[Step.VALIDATE]
    assert isinstance(step, ValidateStep)
    return step


def _pane(window: MainWindow) -> DiffPane:
    return _step(window).diff


def _dossier(window: MainWindow) -> Dossier:
    chosen = window.session.chosen
    assert chosen is not None and chosen.dossier is not None
    return chosen.dossier


@pytest.fixture
def show(garden: MainWindow, qtbot: QtBot) -> Callable[[str, str, str], DiffPane]:
    """Leads to a target, column and tab, and waits for what the tab shows."""

    def shown(target: str, column: str, part: str) -> DiffPane:
        pane = _pane(garden)
        garden.go(Place(Step.VALIDATE, target, column, part))
        if part == "sql":
            qtbot.waitUntil(lambda: pane.comparing.sides is not None, timeout=LONG_MS)
        elif part in ("rows", "meaning"):
            qtbot.waitUntil(lambda: pane.comparing.result is not None, timeout=LONG_MS)
        return pane

    return shown


def _proof(new: str) -> Proof:
    proof = sides_of(Base(BaseKind.EXISTING, OLD), new, ()).proof
    assert proof is not None
    return proof


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("", ""), Proof((), (), (), ())),
        (("as y\n", "as y,\n    a.z as z\n"), Proof(("z",), (), (), ())),
        (("a.y as y", "upper(a.y) as y"), Proof((), ("y",), (), ())),
        (("a.x as x,   -- kept\n    ", ""), Proof((), (), ("x",), (2,))),
        (("(1, 2)", "(1 2)"), Proof((), (), (), (5,))),
        (("-- kept", "-- keep"), Proof((), (), (), (2,))),
    ],
)
def test_the_proof_names_edited_columns_and_every_line_that_differs_beside_them(
    edit: tuple[str, str], expected: Proof
) -> None:
    assert _proof(OLD.replace(*edit)) == expected


def test_a_line_that_differs_beside_the_edits_is_never_called_unchanged() -> None:
    words = proof_words(_proof(OLD.replace("as y\n", "as y,\n    a.z as z\n").replace("(1, 2)", "(1, 3)")))
    assert words.startswith("1 column added, 1 line beside them differs (6)")


def test_pieces_of_a_remark_over_two_lines_stand_in_both() -> None:
    first, second = pieces_of("select 'a' /* one\ntwo */ from t")
    assert [piece.kind for piece in first] == [Kind.KEYWORD, Kind.TEXT, Kind.REMARK]
    assert (second[0].start, second[0].end, second[0].kind) == (0, 6, Kind.REMARK)


def test_an_update_shows_its_file_its_proof_and_a_card_for_the_new_column(
    show: Callable[[str, str, str], DiffPane],
) -> None:
    pane = show("water_bill", "bill_total", "sql")
    assert pane.comparing.sides is not None and not pane.comparing.sides.is_alone
    assert pane.sql.proof.text() == "1 column added; every other byte of the file is as it was."
    assert [card.edit.column for card in pane.sql.cards] == ["bill_total"]


def test_f7_leads_to_the_difference_and_the_corner_counts_it(
    show: Callable[[str, str, str], DiffPane], garden: MainWindow
) -> None:
    pane = show("water_bill", "(rows)", "checks")
    garden.commands.run("target.next_difference")
    assert _step(garden).tabs.current == "sql" and pane.sql.view.current == -1
    show("water_bill", "(rows)", "sql")
    garden.commands.run("target.next_difference")
    assert pane.sql.view.current == 0 and pane.sql.place.text() == "1 of 1   F7"


def test_a_first_draft_stands_alone_and_says_that_there_is_nothing_to_compare(
    show: Callable[[str, str, str], DiffPane],
) -> None:
    pane = show("garden_plot", "tenant", "sql")
    assert pane.comparing.sides is not None and pane.comparing.sides.is_alone and pane.sql.corner == ""
    row = pane.comparing.sides.columns["tenant"][0]
    assert "tenant" in (pane.comparing.sides.rows[row].right or "")
    show("garden_plot", "tenant", "rows")
    assert pane.comparing.result is not None and pane.comparing.result.kind is BaseKind.NOTHING
    assert pane.rows.currentIndex() == 1


def test_accepting_an_edit_on_its_card_approves_the_column(
    show: Callable[[str, str, str], DiffPane], garden: MainWindow, qtbot: QtBot
) -> None:
    pane = show("water_bill", "bill_total", "sql")
    (card,) = pane.sql.list.cards
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        card.accept_button.click()
    assert [d.column for d in _dossier(garden).decisions] == ["bill_total"]
    assert card.content is not None and card.content.is_decided and card.accept_button.isHidden()


def test_who_decides_reads_edits_in_words_and_opens_the_sql_by_its_button(
    show: Callable[[str, str, str], DiffPane],
) -> None:
    pane = show("water_bill", "bill_total", "sql")
    assert not pane.sql.shows_sql and pane.sql.list.isVisible()
    pane.sql.sql_button.click()
    assert pane.sql.shows_sql and pane.sql.view.margin.isVisible() and not pane.sql.list.isVisible()


def test_selected_lines_of_one_side_are_copied(
    show: Callable[[str, str, str], DiffPane], qtbot: QtBot
) -> None:
    pane = show("water_bill", "bill_total", "sql")
    view = pane.sql.view
    view.select(0, 1)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    expected = pane.comparing.sides.text.split("\n")[:2] if pane.comparing.sides else []
    assert QGuiApplication.clipboard().text() == "\n".join(expected)


def test_find_goes_to_the_line_and_says_when_there_is_none(show: Callable[[str, str, str], DiffPane]) -> None:
    view = show("water_bill", "bill_total", "sql").sql.view
    assert view.find_text("BIL_NO") and "BIL_NO" in (view.sides.rows[view.at_row].right or "")
    assert not view.find_text("no such text")


def test_a_new_column_alone_changes_no_row_of_the_result(show: Callable[[str, str, str], DiffPane]) -> None:
    pane = show("water_bill", "bill_total", "meaning")
    assert "bill_total: added as asked" in pane.meaning.sentences
    assert "plot_id: unchanged – proven by text and by run" in pane.meaning.sentences
    assert "2 rows are the same" in pane.meaning.sentences


def test_a_changed_draft_shows_the_rows_whose_values_change(
    garden: MainWindow, qtbot: QtBot, show: Callable[[str, str, str], DiffPane]
) -> None:
    def redraft(project: Project) -> None:
        draft = project.draft("garden_plot")
        assert draft is not None
        sql = draft.sql.replace("'OLD'", "'NEW'")
        project.put_drafts([replace(draft, sql=sql, text=sql)], by=BY)

    garden.go(Place(Step.VALIDATE, "garden_plot"))
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        garden.session.act("draft again", redraft)
    pane = show("garden_plot", "origin", "meaning")
    pane.meaning.list.rows_asked.emit("origin")
    assert _step(garden).tabs.current == "rows"
    grid = pane.rows.grid.grid()
    assert grid.columns == ("plot_id", "column", "before", "after")
    assert [tuple(row)[1:] for row in grid.rows] == [("origin", "OLD", "NEW")] * 3


def test_existing_sql_that_cannot_run_is_said_in_a_sentence(garden: MainWindow) -> None:
    garden.go(Place(Step.VALIDATE, "water_bill"))
    dossier = _dossier(garden)
    broken = replace(dossier.draft, existing="select {{ 'never closed")
    base = base_of(replace(dossier, draft=broken), ())
    assert base.kind is BaseKind.EXISTING and base.trouble and not base.sql


def test_the_key_of_an_update_is_the_files_own_where_the_document_marks_none(garden: MainWindow) -> None:
    garden.go(Place(Step.VALIDATE, "water_bill"))
    dossier = _dossier(garden)
    text = "{{ config(unique_key=['bill_no']) }}" + dossier.draft.existing
    assert key_of(dossier) == ()
    assert key_of(replace(dossier, draft=replace(dossier.draft, existing=text))) == ("bill_no",)


def test_checks_are_filtered_and_lead_to_their_column(
    show: Callable[[str, str, str], DiffPane], garden: MainWindow
) -> None:
    pane = show("garden_plot", "(rows)", "checks")
    assert not [line for line in pane.checks.lines if line.check.state is CheckState.PASSED]
    assert pane.checks.passed.isVisible() and "technical checks passed" in pane.checks.passed.text()
    pane.checks.passed.click()
    everything = len(pane.checks.lines)
    assert f"✓ {everything} " in pane.checks.passed.text() and not pane.checks.passed.isVisible()
    pane.checks.filter.setText("tenant")
    assert 0 < len(pane.checks.lines) < everything
    pane.checks.view.column_asked.emit(pane.checks.lines[0].check.column)
    assert garden.session.column == "tenant"


def test_checks_run_again_are_kept_in_the_project(
    show: Callable[[str, str, str], DiffPane], garden: MainWindow, qtbot: QtBot
) -> None:
    pane = show("garden_plot", "(rows)", "checks")
    before = garden.session.standing
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS) as acted:
        pane.checks.again.click()
    assert acted.args and acted.args[0].words == "check garden_plot again"
    assert before is not None and garden.session.standing is not None
    assert garden.session.standing.entries > before.entries and pane.checks.again.isEnabled()


def test_failed_checks_are_counted_on_the_tab_until_they_are_accepted(
    show: Callable[[str, str, str], DiffPane], garden: MainWindow, qtbot: QtBot
) -> None:
    def fail(project: Project) -> None:
        found = project.verification("garden_plot")
        assert found is not None
        bad = replace(
            found.checks[-1], code="length", column="tenant", state=CheckState.FAILED, message="too long"
        )
        project.put_verifications([replace(found, checks=(*found.checks, bad))], by=BY)

    pane = show("garden_plot", "(rows)", "checks")
    told: list[tuple[str, str]] = []
    pane.words_changed.connect(lambda key, words: told.append((key, words)))
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        garden.session.act("fail", fail)
    assert told[-1] == ("checks", "Checks 1") and pane.checks.lines[0].bars
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        garden.session.act(
            "accept", lambda p: acts.waive(p, "garden_plot", "tenant", "length", "old names", by=BY)
        )
    assert told[-1] == ("checks", "Checks")
    assert pane.checks.lines[0].accepted == f"accepted: old names ({BY})"


def test_1500_lines_open_at_the_column_that_is_wanted(window: MainWindow, qtbot: QtBot) -> None:
    old, new = _wide("upper"), _wide("lower")
    sides = sides_of(Base(BaseKind.PREVIOUS, old, old), new, [f"col_{n}" for n in range(500)])
    assert len(sides.rows) == 1_503 and len(sides.columns["col_7"]) == 3
    view = SideView(window.look, "SQL")
    qtbot.addWidget(view)
    view.resize(1_000, 700)
    view.show()
    view.show_sides(sides)
    view.mark_column("col_400")
    view.close()
    assert view.verticalScrollBar().value() > 0


def _wide(function: str) -> str:
    columns = [
        f"    case when t.source_column_{n} is null\n        then 'none'\n"
        f"        else {function}(t.source_column_{n}) end as col_{n}"
        for n in range(500)
    ]
    return "select\n" + ",\n".join(columns) + "\nfrom big_table as t\nwhere t.deleted_flag <> 'Y'"
