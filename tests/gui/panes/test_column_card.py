"""The card of one column: what is shown of it, and what a person does about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Draft
from signoff.core.domain.review import Choice, Question
from signoff.core.generate.composing import Kind
from signoff.core.project import session as acts
from signoff.core.project.standing import TargetStanding
from signoff.core.review.standing import review_standing
from signoff.gui.drafter import NO_GENERATOR
from signoff.gui.panes.annotation.card import ColumnCard
from signoff.gui.panes.annotation.card.answer_table import answer_texts, shown_rows
from signoff.gui.panes.annotation.card.builder_fields import ColumnPick
from signoff.gui.panes.annotation.card.history_page import HistoryPage
from signoff.gui.panes.annotation.card.pages import ALTERNATIVES, HISTORY, SQL
from signoff.gui.panes.annotation.card.question_box import ASK, BUILD, ENGINEER
from signoff.gui.panes.annotation.card.sql_page import SqlPage
from signoff.gui.preferences import PersonRole
from signoff.gui.window.main_window import MainWindow
from tests.gui.conftest import BY, LONG_MS


@pytest.fixture
def card(garden: MainWindow, qtbot: QtBot) -> ColumnCard:
    """A card of one's own, in a window of its own."""
    made = ColumnCard(garden.context)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    garden.drafter.wanted = NO_GENERATOR
    return made


def _target(garden: MainWindow) -> TargetStanding:
    found = garden.session.standing.target("garden_plot") if garden.session.standing else None
    assert found is not None and found.review is not None
    return found


def _show(card: ColumnCard, garden: MainWindow, column: str) -> None:
    target = _target(garden)
    assert target.review is not None
    card.show_column(target, next(c for c in target.review.columns if c.name == column))


def _with_draft(target: TargetStanding, change: Callable[[Draft], Draft]) -> TargetStanding:
    assert target.dossier is not None
    dossier = replace(target.dossier, draft=change(target.dossier.draft))
    return replace(target, dossier=dossier, review=review_standing(dossier, today="2026-01-01"), trace=("x",))


def _texts(card: ColumnCard) -> str:
    return "\n".join(each.text() for each in card.findChildren(QLabel) if each.isVisible())


def _values(card: ColumnCard, qtbot: QtBot) -> list[tuple[object, ...]]:
    qtbot.waitUntil(lambda: bool(card.values.sections.shown), timeout=LONG_MS)
    return [(*line.values, *line.results) for line in card.values.sections.shown[0].table.lines]


def _drafted_again(card: ColumnCard, garden: MainWindow, qtbot: QtBot, act: Callable[[], object]) -> str:
    """Expression of size_class after an act that drafts the target again."""
    with qtbot.waitSignal(garden.drafter.ended, timeout=LONG_MS):
        act()
    dossier = _target(garden).dossier
    assert dossier is not None
    return next(c for c in dossier.draft.columns if c.name == "size_class").expressions[0].sql


def test_a_column_shows_its_rule_what_was_understood_and_its_values(
    card: ColumnCard, garden: MainWindow, qtbot: QtBot
) -> None:
    _show(card, garden, "tenant")
    assert card.header.title.text() == "tenant"
    assert card.header.chip.text() == "built by a fixed rule"
    assert card.header.confidence.text().startswith("Certain: a fixed rule understood every word.")
    assert "garden · " in card.header.cell.text()
    qtbot.waitUntil(lambda: "without blanks" in _texts(card), timeout=LONG_MS)
    assert (" Ada Marsh ", "Ada Marsh") in _values(card, qtbot)
    assert "3 telling rows of 3" in card.values.count.text()


def test_values_copy_as_a_table_with_their_names(card: ColumnCard, garden: MainWindow, qtbot: QtBot) -> None:
    _show(card, garden, "plot_id")
    _values(card, qtbot)
    lines = card.values.sections.shown[0].table.as_text().splitlines()
    assert lines[0] == "PLT_NO\tresult" and "1\t1" in lines[1:]


def test_made_up_values_are_marked_where_they_stand(
    card: ColumnCard, garden: MainWindow, qtbot: QtBot
) -> None:
    target = _target(garden)
    assert target.dossier is not None and target.review is not None
    table = target.dossier.sources.tables[0].name
    made_up = replace(target, dossier=replace(target.dossier, made_up=frozenset({table.casefold()})))
    card.show_column(made_up, next(c for c in target.review.columns if c.name == "plot_id"))
    assert card.header.made_up.isVisible()
    _values(card, qtbot)
    assert card.values.sections.shown[0].table.as_text().startswith("PLT_NO (made up)\tresult")
    card.show_column(target, next(c for c in target.review.columns if c.name == "tenant"))
    assert not card.header.made_up.isVisible()


def test_values_of_a_column_left_behind_are_not_shown(
    card: ColumnCard, garden: MainWindow, qtbot: QtBot
) -> None:
    _show(card, garden, "tenant")
    _show(card, garden, "origin")
    assert ("OLD",) in _values(card, qtbot)
    _show(card, garden, "tenant")
    assert (" Ada Marsh ", "Ada Marsh") in _values(card, qtbot)


def test_what_nothing_does_is_lit_and_said(card: ColumnCard, garden: MainWindow, qtbot: QtBot) -> None:
    def generated(draft: Draft) -> Draft:
        columns = tuple(
            replace(c, expressions=(Expression("PLT.SQM", Origin.GENERATED),))
            if c.name == "size_class"
            else c
            for c in draft.columns
        )
        return replace(draft, columns=columns)

    target = _with_draft(_target(garden), generated)
    assert target.review is not None
    card.show_column(target, target.review.columns[-1])
    qtbot.waitUntil(lambda: "“300”" in _texts(card), timeout=LONG_MS)
    assert "done by nothing yet" in _texts(card)
    assert garden.look.tokens.attention in card.rule.rules.shown[0].text.text()
    assert card.rule.legend.isVisible() and "nothing in the draft does it" in card.rule.legend.text()
    _show(card, garden, "plot_id")
    qtbot.waitUntil(card.rule.legend.isHidden, timeout=LONG_MS)


def test_a_rule_is_never_taken_for_markup(card: ColumnCard, garden: MainWindow) -> None:
    target = _target(garden)
    assert target.dossier is not None and target.review is not None
    columns = tuple(replace(c, rule="<b>x</b>", rule_resolved="") for c in target.mapping.columns)
    dossier = replace(target.dossier, mapping=replace(target.mapping, columns=columns))
    card.show_column(replace(target, dossier=dossier, trace=("y",)), target.review.columns[1])
    assert "&lt;b&gt;x&lt;/b&gt;" in card.rule.rules.shown[0].text.text()


def test_warnings_stand_on_the_card_and_what_bars_does_not(card: ColumnCard, garden: MainWindow) -> None:
    def doubted(draft: Draft) -> Draft:
        found = tuple(
            Finding("D06", severity, words, None, "garden_plot", "tenant")
            for severity, words in ((Severity.WARNING, "look closely"), (Severity.ERROR, "barred"))
        )
        return replace(draft, findings=found)

    target = _with_draft(_target(garden), doubted)
    assert target.review is not None
    card.show_column(target, next(c for c in target.review.columns if c.name == "tenant"))
    assert "look closely" in _texts(card) and "barred" not in _texts(card)


def test_a_question_is_answered_by_its_number_and_can_be_changed(
    card: ColumnCard, garden: MainWindow, qtbot: QtBot
) -> None:
    _show(card, garden, "size_class")
    assert card.question.isVisible() and "leave it empty" in card.question.answers.buttons[0].accessibleName()
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        card.answer(1)
    _show(card, garden, "size_class")
    assert not card.question.isVisible()
    assert f"{BY} answered: leave it empty for now" in _texts(card)
    change = next(b for b in card.answered.findChildren(QPushButton) if b.isVisible())
    qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    assert card.question.isVisible() and not card.answered.isVisible()


def test_the_number_behind_the_choices_leads_to_an_answer_of_ones_own(
    card: ColumnCard, garden: MainWindow, qtbot: QtBot
) -> None:
    _show(card, garden, "size_class")
    card.activateWindow()
    card.answer(2)
    qtbot.waitUntil(card.question.answers.own.field.hasFocus, timeout=LONG_MS)
    qtbot.keyClicks(card.question.answers.own.field, "Constant 'any'")
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        qtbot.keyClick(card.question.answers.own.field, Qt.Key.Key_Return)
    dossier = _target(garden).dossier
    assert dossier is not None and [a.value for a in dossier.answers] == ["Constant 'any'"]


def test_asking_someone_is_noted_in_the_record(card: ColumnCard, garden: MainWindow, qtbot: QtBot) -> None:
    _show(card, garden, "size_class")
    card.question.wanted.emit(ASK)
    qtbot.keyClicks(card.ask.whom, "Ben Okoro")
    qtbot.keyClicks(card.ask.text, "from which size on?")
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        qtbot.mouseClick(card.ask.send, Qt.MouseButton.LeftButton)
    assert garden.session.standing is not None
    assert [(a.whom, a.text) for a in garden.session.standing.asked] == [("Ben Okoro", "from which size on?")]


def test_a_rule_built_from_parts_of_any_table_is_drafted_by_a_fixed_rule(
    card: ColumnCard, garden: MainWindow, qtbot: QtBot
) -> None:
    _show(card, garden, "size_class")
    card.question.wanted.emit(BUILD)
    builder = card.builder
    assert builder is not None and not builder.use.isEnabled()
    builder.kind.setCurrentIndex(builder.kind.findData(Kind.TIDY.value))
    pick = builder.columns.lines[0]
    assert isinstance(pick, ColumnPick)
    pick.setCurrentIndex(pick.findText("PLT.TEN_NM"))
    builder.letters.setCurrentIndex(1)
    assert "Trim PLT.TEN_NM and upper case" in builder.rule.text()
    assert _drafted_again(card, garden, qtbot, builder.use.click) == "upper(trim(PLT.TEN_NM))"


def test_parts_that_no_fixed_rule_reads_are_refused_with_a_sentence(
    card: ColumnCard, garden: MainWindow, qtbot: QtBot
) -> None:
    _show(card, garden, "size_class")
    dossier = _target(garden).dossier
    assert dossier is not None
    with qtbot.waitSignal(garden.notify.said, timeout=LONG_MS):
        card.acts.restate(dossier, "as we always did")
    assert "do not fit size_class" in garden.notices.text


def test_an_engineer_tries_an_expression_and_puts_it_in_place(
    card: ColumnCard, garden: MainWindow, qtbot: QtBot
) -> None:
    _show(card, garden, "size_class")
    assert not card.is_open(SQL)
    card.question.wanted.emit(ENGINEER)
    page = card.pages.pages[SQL].inside
    assert isinstance(page, SqlPage) and page.form.isVisible()
    page.editor.setPlainText("case when PLT.NOPE then 1 end")
    page.try_it()
    qtbot.waitUntil(lambda: "NOPE" in page.tried.state.text(), timeout=LONG_MS)
    page.editor.setPlainText("case when PLT.SQM >= 300 then 'large' else 'small' end")
    page.try_it()
    qtbot.waitUntil(lambda: not page.tried.state.isVisible(), timeout=LONG_MS)
    assert (None, "large") in [line.results for line in page.tried.tables.shown[0].lines]
    made = _drafted_again(card, garden, qtbot, page._use)
    assert "large" in made
    _show(card, garden, "size_class")
    assert card.header.chip.text() == f"written by {BY}"


def test_after_a_requested_change_old_and_new_stand_beside_each_other(
    card: ColumnCard, garden: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        garden.session.act(
            "r", lambda p: acts.request_change(p, "garden_plot", "tenant", "in capitals", by=BY)
        )
    _show(card, garden, "tenant")
    assert not card.compare.isVisible() and "in capitals" in _texts(card)
    with qtbot.waitSignal(garden.drafter.ended, timeout=LONG_MS):
        card.acts.write("upper(PLT.TEN_NM)", "capitals")
    _show(card, garden, "tenant")
    qtbot.waitUntil(lambda: bool(card.compare.table.tables.shown), timeout=LONG_MS)
    assert (" ADA MARSH ", "Ada Marsh") in [x.results for x in card.compare.table.tables.shown[0].lines]
    assert not card.compare.sql["old"].isVisible()
    with qtbot.waitSignal(garden.drafter.ended, timeout=LONG_MS):
        card.compare.back.click()
    dossier = _target(garden).dossier
    assert dossier is not None and "trim(PLT.TEN_NM) as tenant" in dossier.draft.sql


def test_other_readings_are_shown_by_their_values_and_one_can_be_taken(
    card: ColumnCard, garden: MainWindow, qtbot: QtBot
) -> None:
    def with_other(draft: Draft) -> Draft:
        columns = tuple(
            replace(c, expressions=(replace(c.expressions[0], alternatives=("lower(PLT.TEN_NM)",)),))
            if c.name == "tenant"
            else c
            for c in draft.columns
        )
        return replace(draft, columns=columns)

    target = _with_draft(_target(garden), with_other)
    assert target.review is not None
    card.show_column(target, next(c for c in target.review.columns if c.name == "tenant"))
    card.toggle(ALTERNATIVES)
    qtbot.waitUntil(lambda: "in small letters" in _texts(card), timeout=LONG_MS)
    use = next(
        b for b in card.findChildren(QPushButton) if b.isVisible() and b.text().startswith("Use this one")
    )
    with qtbot.waitSignal(garden.drafter.ended, timeout=LONG_MS):
        qtbot.mouseClick(use, Qt.MouseButton.LeftButton)
    dossier = _target(garden).dossier
    assert dossier is not None and "lower(PLT.TEN_NM)" in dossier.draft.sql


def test_history_tells_drafts_and_decisions_newest_first(
    card: ColumnCard, garden: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(garden.session.acted, timeout=LONG_MS):
        garden.session.act("a", lambda p: acts.approve(p, "garden_plot", ["tenant"], by=BY))
    _show(card, garden, "tenant")
    card.toggle(HISTORY)
    page = card.pages.pages[HISTORY].inside
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: "Approved." in _texts(card), timeout=LONG_MS)
    assert [line.words.text() for line in page.lines.shown] == [
        "Approved.",
        "Drafted: built by a fixed rule.",
    ]
    card.toggle(HISTORY)
    assert not card.is_open(HISTORY)


def test_sql_is_open_for_who_builds(garden: MainWindow, qtbot: QtBot) -> None:
    garden.preferences.set_role(PersonRole.BUILDS)
    made = ColumnCard(garden.context)
    qtbot.addWidget(made)
    _show(made, garden, "tenant")
    assert made.is_open(SQL)
    page = made.pages.pages[SQL].inside
    assert isinstance(page, SqlPage) and page.parts.shown[0].text.sql == "trim(PLT.TEN_NM)"


def test_answers_have_letters_and_the_rows_show_what_each_of_them_gives(
    card: ColumnCard, garden: MainWindow, qtbot: QtBot
) -> None:
    rows = tuple((("p.A", value), ("q.B", "x")) for value in ("1", None))
    choices = (Choice("a", "no value; y", "1"), Choice("b", "blank text; y", "2"))
    question = Question("q", "garden_plot", "tenant", "Q02", "which?", choices, rows, made_up=(1,))
    box = card.question
    box.show_questions("garden_plot", [question], can_write=True)
    assert box.table.as_text() == "A\tB\tA\tB\n1\tx\t\t\n\tx\ty\ty\n"
    assert [line.results for line in box.table.lines] == [(None, ""), ("y", "y")]
    assert [line.why for line in box.table.lines] == ["", "made up"]
    first, second = box.answers.buttons[:2]
    assert (first.letter.text(), second.letter.text(), box.answers.own.letter.text()) == ("A", "B", "C")
    assert "Answer B: blank text · y; key 2" in second.accessibleName()
    assert not box.answers.own.use.isEnabled()
    box.answers.own.field.setText("z")
    with qtbot.waitSignal(box.answers.given, timeout=LONG_MS) as given:
        box.answers.own.use.click()
    assert given.args == ["z"]


def test_a_choice_for_several_rows_names_the_value_on_each() -> None:
    rows = tuple((("p.A", str(n)),) for n in (1, 2))
    choices = (Choice("a", "x; y", "1"), Choice("b", "z; z", "2"))
    question = Question("q", "t", "c", "Q02", "which?", choices, rows)
    assert answer_texts(question) == (("x · y", "each z"), True)
    assert shown_rows(question) == rows
    unknown = tuple((("p.A", None),) for _ in (1, 2))
    assert shown_rows(replace(question, rows=unknown)) == ()


def test_each_of_300_columns_is_shown_in_its_turn(card: ColumnCard, garden: MainWindow, qtbot: QtBot) -> None:
    def wide(draft: Draft) -> Draft:
        model = next(c for c in draft.columns if c.name == "tenant")
        columns = tuple(replace(model, name=f"column_{n}") for n in range(300))
        return replace(draft, columns=columns)

    target = _with_draft(_target(garden), wide)
    assert target.review is not None and len(target.review.columns) == 301
    shown = []
    for column in target.review.columns[1:]:
        card.show_column(target, column)
        shown.append(card.header.title.text())
    assert shown == [f"column_{n}" for n in range(300)]
