"""Review by keyboard: what a person sees, decides, asks for and signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import ROWS, Verdict
from signoff.core.parse import parse_document
from signoff.core.pipeline.flow import draft_project
from signoff.core.project import session as acts
from signoff.core.project.making import Material, make_project
from signoff.core.project.standing import Standing
from signoff.core.review.standing import ColumnState, TargetState
from signoff.core.review.wording import sentence
from signoff.gui.drafter import NO_GENERATOR
from signoff.gui.panes.annotation.column_model import ColumnModel
from signoff.gui.panes.annotation.today import today
from signoff.gui.places import Place, Step
from signoff.gui.window.main_window import MainWindow
from tests.gui.conftest import BY, LONG_MS
from tests.gui.panes.review_steps import acted, at, decision_on, pane_of, press, target_of

COPIES = """\
Target Table,Target Column,Target Type,Key,Source Table,Source Column,Transformation Rule
plot,plot_no,varchar,PK,plt,plot_no,Direct move
plot,tenant,varchar,,plt,tenant,Direct move
plot,kind,varchar(3),,,,Constant 'OLD'
"""
PLT = "plot_no,tenant\nA,Ada\nB,Ben\n"


@pytest.fixture
def bill(garden: MainWindow, qtbot: QtBot) -> MainWindow:
    """The update, everything on it decided."""
    for column in (ROWS, "bill_total"):
        at(garden, "water_bill", column)
        acted(qtbot, garden, lambda: garden.commands.run("review.approve"))
    return garden


@pytest.fixture
def copies(tmp_path: Path, open_project: Callable[[Path], Standing], window: MainWindow) -> MainWindow:
    """A project with two columns copied unchanged."""
    for name, text in (("copies.csv", COPIES), ("sources/plt.csv", PLT)):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    document = tmp_path / "copies.csv"
    material = Material(document, parse_document(document), sources=tmp_path / "sources")
    path = tmp_path / "copies.signoff"
    with make_project(path, material, name="Copies", dialect="duckdb", by=BY) as project:
        draft_project(project, None, None, by=BY)
    open_project(path)
    window.show_step(Step.VALIDATE)
    return window


def test_the_rows_stand_first_and_show_where_they_come_from(garden: MainWindow) -> None:
    pane = at(garden, "garden_plot", ROWS)
    assert pane.list.model.lines[0].name == ROWS and pane.card.rows_card.isVisible()
    assert pane.list.decided.text() == "0 of 5 decided"
    assert "One row per <b>plot_id</b>" in pane.card.rows_card.one_per.text()
    assert "3" in pane.card.rows_card.total.text() and "garden_plot" in pane.card.rows_card.total.text()


def test_a_approves_what_is_on_screen_and_moves_on(garden: MainWindow, qtbot: QtBot) -> None:
    pane = at(garden, "garden_plot", "plot_id")
    acted(qtbot, garden, lambda: press(qtbot, garden, Qt.Key.Key_A))
    decided = decision_on(garden, "garden_plot", "plot_id")
    assert decided is not None and decided.verdict is Verdict.APPROVED and decided.opened
    assert garden.session.column not in ("plot_id", "") and pane.card.column is not None
    assert pane.card.column.name == garden.session.column


def test_an_approval_is_undone(garden: MainWindow, qtbot: QtBot) -> None:
    at(garden, "garden_plot", "plot_id")
    acted(qtbot, garden, lambda: garden.commands.run("review.approve"))
    acted(qtbot, garden, lambda: garden.commands.run("edit.undo"))
    assert decision_on(garden, "garden_plot", "plot_id") is None


def test_a_question_comes_before_the_approval(garden: MainWindow, qtbot: QtBot) -> None:
    pane = at(garden, "garden_plot", "size_class")
    assert not pane.card.bar.approve.isEnabled() and pane.card.bar.approve.text() == "Answer first"
    garden.commands.run("review.approve")
    assert not pane.reviewer.decisions.is_busy and decision_on(garden, "garden_plot", "size_class") is None


def test_what_changed_since_it_was_shown_is_not_approved(garden: MainWindow, qtbot: QtBot) -> None:
    pane = at(garden, "garden_plot", "tenant")
    shown = pane.card.dossier
    assert shown is not None
    acted(
        qtbot,
        garden,
        lambda: garden.session.act(
            "restate", lambda p: acts.restate(p, "garden_plot", "tenant", "Upper case", by=BY)
        ),
    )
    with qtbot.waitSignal(garden.notify.said, timeout=LONG_MS):
        pane.reviewer.decisions.approve(shown, "tenant", opened=True, then=lambda _made: None)
    assert "changed while you looked at it" in garden.notices.text
    assert decision_on(garden, "garden_plot", "tenant") is None


def test_a_change_is_requested_in_words_and_drafting_again_is_offered(
    garden: MainWindow, qtbot: QtBot
) -> None:
    pane = at(garden, "garden_plot", "tenant")
    garden.drafter.wanted = NO_GENERATOR
    garden.commands.run("review.change")
    qtbot.keyClicks(pane.card.composer.text, "in capitals")
    acted(qtbot, garden, lambda: qtbot.keyClick(pane.card.composer.text, Qt.Key.Key_Return))
    decided = decision_on(garden, "garden_plot", "tenant")
    assert decided is not None and decided.verdict is Verdict.CHANGE_REQUESTED
    assert decided.comment == "in capitals" and pane.card.draft_line.isVisible()
    with qtbot.waitSignal(garden.drafter.target_drafted, timeout=LONG_MS) as drafted:
        pane.card.draft_line.draft.click()
    assert drafted.args == ["garden_plot"]
    if garden.drafter.is_running:
        qtbot.waitSignal(garden.drafter.ended, timeout=LONG_MS).wait()


def test_words_begun_on_one_column_never_go_to_another(garden: MainWindow, qtbot: QtBot) -> None:
    pane = at(garden, "garden_plot", "tenant")
    garden.commands.run("review.comment")
    qtbot.keyClicks(pane.card.composer.text, "ask Ben")
    at(garden, "garden_plot", "origin")
    assert pane.card.composer.isHidden()
    at(garden, "garden_plot", "tenant")
    garden.commands.run("review.comment")
    assert pane.card.composer.text.toPlainText() == "ask Ben"


def test_somebody_who_is_asked_shows_in_list_and_card(garden: MainWindow, qtbot: QtBot) -> None:
    pane = at(garden, "garden_plot", "origin")
    garden.commands.run("review.ask")
    qtbot.keyClicks(pane.card.composer.name, "Ben Okoro")
    qtbot.keyClicks(pane.card.composer.text, "which code?")
    acted(qtbot, garden, pane.card.composer.send.click)
    line = pane.list.model.lines[pane.list.model.place_of("origin")]
    assert line.told == "waiting for Ben Okoro"
    assert "Ben Okoro" in pane.card.waiting.words.text() and pane.card.waiting.more.text() == "which code?"


def test_copied_unchanged_is_listed_before_it_is_approved(copies: MainWindow, qtbot: QtBot) -> None:
    pane = at(copies, "plot", ROWS)
    copies.commands.run("review.copied")
    qtbot.waitUntil(pane.card.bulk.isVisible, timeout=LONG_MS)
    assert [row[0] for row in pane.card.bulk.grid.grid().rows] == ["plot_no", "tenant"]
    assert decision_on(copies, "plot", "tenant") is None
    acted(qtbot, copies, lambda: qtbot.keyClick(pane.card.bulk, Qt.Key.Key_Return))
    decided = decision_on(copies, "plot", "tenant")
    assert decided is not None and decided.together and not decided.opened
    assert decision_on(copies, "plot", "kind") is None


def test_leaving_the_list_of_copied_columns_approves_nothing(copies: MainWindow, qtbot: QtBot) -> None:
    pane = at(copies, "plot", ROWS)
    copies.commands.run("review.copied")
    qtbot.waitUntil(pane.card.bulk.isVisible, timeout=LONG_MS)
    qtbot.keyClick(pane.card.bulk, Qt.Key.Key_Escape)
    assert pane.card.bulk.isHidden() and copies.session.undo_words == ""


def test_a_remark_accepted_with_a_reason_no_longer_bars(bill: MainWindow, qtbot: QtBot) -> None:
    remark = Finding("L99", Severity.ERROR, "The key of water_bill is not stated.", None, "water_bill")
    acted(
        qtbot,
        bill,
        lambda: bill.session.act("find", lambda p: p.put_findings("water_bill", (remark,), by=BY)),
    )
    pane = at(bill, "water_bill", ROWS)
    assert [b.code for b in target_of(bill, "water_bill").review.bars] == ["remark"]  # type: ignore[union-attr]
    form = pane.card.remarks.forms[0]
    form.open_()
    qtbot.keyClicks(form.reason, "known, Ben agreed")
    acted(qtbot, bill, lambda: qtbot.keyClick(form.reason, Qt.Key.Key_Return))
    assert target_of(bill, "water_bill").state is TargetState.READY and not pane.card.remarks.forms


def test_signing_by_keyboard_keeps_exactly_the_sentence_shown(bill: MainWindow, qtbot: QtBot) -> None:
    pane = pane_of(bill)
    target = target_of(bill, "water_bill")
    assert target.state is TargetState.READY and pane.card.banner.isVisible()
    bill.commands.run("review.sign")
    dialog = pane.reviewer.dialog
    assert dialog is not None and target.dossier is not None
    shown = dialog.words
    assert (
        shown == sentence(target.dossier, BY, today=today()) and "<b>water_bill</b>" in dialog.sentence.text()
    )
    acted(qtbot, bill, lambda: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    signed = target_of(bill, "water_bill").dossier.sign_off  # type: ignore[union-attr]
    assert signed is not None and signed.sentence == shown and signed.by == BY
    assert bill.session.undo_words == "" and "Signed by Maren Keller" in pane.card.banner.title.text()


def test_a_table_all_of_which_is_decided_offers_its_signing_by_name_on_every_card(bill: MainWindow) -> None:
    pane = at(bill, "water_bill", "bill_total")
    for each in (pane.list.sign, pane.card.bar.sign):
        assert each.isVisible() and each.text().startswith("Sign water_bill")
    pane.card.bar.sign.click()
    assert pane.reviewer.dialog is not None and "water_bill" in pane.reviewer.dialog.windowTitle()
    pane.reviewer.dialog.reject()


def test_a_decision_says_whose_it_is_and_can_be_taken_back(bill: MainWindow, qtbot: QtBot) -> None:
    pane = at(bill, "water_bill", "bill_total")
    assert f"Approved by {BY}" in pane.card.bar.decided.text()
    acted(qtbot, bill, pane.card.bar.take_back.click)
    decided = decision_on(bill, "water_bill", "bill_total")
    assert decided is not None and decided.verdict is Verdict.UNDECIDED
    assert pane.card.bar.sign.isHidden() and pane.card.bar.approve.text().startswith("Approve")
    assert not pane.card.bar.decided.isVisible()


def test_a_sign_off_is_withdrawn_with_a_reason(bill: MainWindow, qtbot: QtBot) -> None:
    acted(qtbot, bill, lambda: bill.session.act("sign", lambda p: acts.sign(p, "water_bill", by=BY)))
    pane = at(bill, "water_bill", ROWS)
    pane.card.banner.withdraw.click()
    qtbot.keyClicks(pane.card.composer.text, "wrong month")
    acted(qtbot, bill, pane.card.composer.send.click)
    assert target_of(bill, "water_bill").state is TargetState.READY


def test_a_sign_off_that_no_longer_holds_says_why(bill: MainWindow, qtbot: QtBot) -> None:
    acted(qtbot, bill, lambda: bill.session.act("sign", lambda p: acts.sign(p, "water_bill", by=BY)))
    words = "not this year"
    change = lambda p: acts.request_change(p, "water_bill", "bill_total", words, by="Ben")  # noqa: E731
    acted(qtbot, bill, lambda: bill.session.act("change", change))
    pane = at(bill, "water_bill", ROWS)
    qtbot.waitUntil(pane.card.banner.changes.isVisible, timeout=LONG_MS)
    assert "bill_total: Ben asked for a change" in pane.card.banner.changes.text()
    assert "Look again" in pane.card.banner.title.text()


def test_a_barred_target_offers_links_and_no_signing(garden: MainWindow, qtbot: QtBot) -> None:
    pane = at(garden, "garden_plot", ROWS)
    garden.commands.run("review.sign")
    dialog = pane.reviewer.dialog
    assert (
        dialog is not None
        and dialog.sign.isHidden()
        and len(dialog.links) == len(pane.card.target.review.bars)
    )  # type: ignore[union-attr]
    link = next(each for each in dialog.links if "tenant" in each.toolTip())
    assert isinstance(link, QPushButton)
    with qtbot.waitSignal(garden.session.column_chosen, timeout=LONG_MS):
        link.click()
    assert (
        garden.session.column == "tenant" and target_of(garden, "garden_plot").state is TargetState.QUESTIONS
    )


def test_the_list_is_filtered_by_words_and_by_what_is_left(bill: MainWindow) -> None:
    model = pane_of(bill).list.model
    at(bill, "water_bill", ROWS)
    kinds = pane_of(bill).list.kinds
    kinds.setCurrentIndex(kinds.findData("undecided"))
    assert [line.name for line in model.lines] == []
    kinds.setCurrentIndex(kinds.findData("kept"))
    assert [line.name for line in model.lines] == ["bill_no", "plot_id"]
    pane_of(bill).list.filter.setText("plot")
    assert [line.name for line in model.lines] == ["plot_id"]


def test_riskiest_first_puts_the_question_behind_the_rows(garden: MainWindow) -> None:
    pane = at(garden, "garden_plot", ROWS)
    pane.list.by_risk.setChecked(True)
    assert [line.name for line in pane.list.model.lines][:2] == [ROWS, "size_class"]
    assert pane.list.model.lines[1].state is ColumnState.UNRESOLVED or pane.list.model.lines[1].state is (
        ColumnState.QUESTION
    )


def test_the_list_is_copied_as_a_table(garden: MainWindow, qtbot: QtBot) -> None:
    pane = at(garden, "garden_plot", ROWS)
    qtbot.keyClick(pane.list.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("column\t") and len(lines) == 6 and lines[3].startswith("tenant\tfixed rule")


def test_j_and_k_walk_the_list(garden: MainWindow, qtbot: QtBot) -> None:
    at(garden, "garden_plot", ROWS)
    garden.commands.run("review.next")
    assert garden.session.column == "plot_id"
    garden.commands.run("review.previous")
    assert garden.session.column == ROWS


def test_an_empty_model_copies_its_header_alone() -> None:
    assert ColumnModel().as_text() == "column\tmade\tdecision\tcomments\n"


def test_a_table_chosen_from_another_step_is_the_one_the_card_shows(garden: MainWindow) -> None:
    at(garden, "garden_plot", ROWS)
    garden.show_step(Step.GENERATE)
    garden.go(Place(Step.VALIDATE, "water_bill", "bill_total"))
    card = pane_of(garden).card
    assert card.target is not None and card.column is not None
    assert (card.target.name, card.column.name) == ("water_bill", "bill_total")


def test_what_was_assumed_about_the_rows_stands_on_their_card(garden: MainWindow) -> None:
    pane = at(garden, "garden_plot", ROWS)
    target = target_of(garden, "garden_plot")
    assert target.dossier is not None and target.review is not None
    assumed = Finding("D204", Severity.WARNING, "Assumed: no join is named.", None, "garden_plot", "")
    note = Finding("D215", Severity.WARNING, "The note is followed.", None, "garden_plot", "")
    draft = replace(target.dossier.draft, findings=(*target.dossier.draft.findings, note, assumed))
    dossier = replace(target.dossier, draft=draft)
    pane.card.rows_card.show_column(replace(target, dossier=dossier), target.review.columns[0])
    lines = [line.text() for line in pane.card.rows_card.doubts.findChildren(QLabel) if line.isVisible()]
    assert lines[:2] == ["Assumed: no join is named.", "The note is followed."]
    assert pane.card.rows_card.total.text().count("→") == 3


def test_the_signs_are_explained_and_the_rows_count_as_one_decision(garden: MainWindow, qtbot: QtBot) -> None:
    pane = at(garden, "garden_plot", ROWS)
    legend = pane.list.legend
    assert not legend.lines.isVisible()
    legend.link.click()
    words = [each.text() for each in legend.lines.findChildren(QLabel) if each.text()]
    assert legend.lines.isVisible() and "question first" in words and "approved" in words
    acted(qtbot, garden, lambda: garden.commands.run("review.approve"))
    assert pane.list.decided.text() == "1 of 5 decided"
