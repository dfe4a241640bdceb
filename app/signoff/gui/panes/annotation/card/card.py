"""The card of one column, top to bottom: rule, what was understood, doubts, question, values, comments, pages."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.review import Question
from signoff.core.pipeline.restating import columns_in_scope
from signoff.core.project.standing import TargetStanding
from signoff.core.review.standing import ColumnStanding
from signoff.gui.context import Context
from signoff.gui.panes.annotation.card.acts import CardActs
from signoff.gui.panes.annotation.card.alternatives_page import AlternativesPage
from signoff.gui.panes.annotation.card.answered import Answered
from signoff.gui.panes.annotation.card.ask_form import AskForm
from signoff.gui.panes.annotation.card.builder import Builder
from signoff.gui.panes.annotation.card.comments import Comments
from signoff.gui.panes.annotation.card.compare import Compare
from signoff.gui.panes.annotation.card.facts import Facts, facts_of, plain_facts
from signoff.gui.panes.annotation.card.header import Header
from signoff.gui.panes.annotation.card.history_page import HistoryPage
from signoff.gui.panes.annotation.card.lineage_page import LineagePage
from signoff.gui.panes.annotation.card.pages import ALTERNATIVES, HISTORY, LINEAGE, SQL, Pages, reveal
from signoff.gui.panes.annotation.card.question_box import (
    ASK,
    BUILD,
    QuestionBox,
    answered_on,
    open_questions,
)
from signoff.gui.panes.annotation.card.rule_block import RuleBlock
from signoff.gui.panes.annotation.card.sql_page import SqlPage
from signoff.gui.panes.annotation.card.values_block import ValuesBlock
from signoff.gui.panes.annotation.card.warnings import Doubts
from signoff.gui.preferences import PersonRole
from signoff.gui.widgets.basics import column

_MOST_KEPT = 400


class ColumnCard(QWidget):
    """Shows one column; its widgets are made once, only their texts change."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._dossier: Dossier | None = None
        self._name = ""
        self._again: Question | None = None
        """An answered question that is being asked again."""
        self._facts: dict[tuple[object, ...], Facts] = {}
        self._wanted: tuple[object, ...] = ()
        self.acts = CardActs(context)
        self.header, self.rule, self.doubts = Header(context), RuleBlock(context), Doubts()
        self.question, self.answered, self.ask = QuestionBox(context), Answered(), AskForm()
        self.compare, self.values, self.comments = Compare(context), ValuesBlock(context), Comments()
        self.builder: Builder | None = None
        self.pages = Pages()
        self._add_pages()
        self._place_of_builder = column()
        self.setLayout(
            column(
                *(self.header, self.rule, self.doubts, self.compare, self.question, self.ask),
                *(self._place_of_builder, self.answered, self.values, self.comments, self.pages),
                gap=12,
            )
        )
        self._connect()
        if context.preferences.role is PersonRole.BUILDS:
            self.pages.pages[SQL].open_()

    def show_column(self, target: TargetStanding, column: ColumnStanding) -> None:
        """Show a column of a drafted target as it stands."""
        dossier = target.dossier
        if dossier is None:
            return
        is_other = self._dossier is None or (self._dossier.target, self._name) != (
            dossier.target,
            column.name,
        )
        is_other_target = self._dossier is None or self._dossier.target != dossier.target
        self._dossier, self._name = dossier, column.name
        self.acts.target, self.acts.column = dossier.target, column.name
        self.setUpdatesEnabled(False)
        if is_other:
            self._begin_anew(is_other_target)
        self._show_parts(dossier, column.name)
        self._ask_facts((target.trace, dossier.target, column.name), dossier, column.name)
        self.setUpdatesEnabled(True)

    def focus_question(self) -> None:
        """Lead the keyboard to the first answer of the question, if one is open."""
        self.question.focus()

    def answer(self, number: int) -> None:
        """Answer the question shown with its nth choice; behind the last stands the field for one's own."""
        self.question.answer(number)

    def disclosures(self) -> tuple[tuple[str, str], ...]:
        """Key and words of every page that can be opened."""
        return tuple((key, page.words) for key, page in self.pages.pages.items())

    def is_open(self, key: str) -> bool:
        """Whether a page is open."""
        return self.pages.is_open(key)

    def toggle(self, key: str) -> None:
        """Open a page, or close it."""
        if self.pages.is_open(key):
            self.pages.pages[key].hide()
        else:
            self.pages.pages[key].open_()
            self._show_pages()
            self.pages.reveal(key)
        if key == SQL:
            self.compare.show_sql(self._shows_sql)

    @property
    def _shows_sql(self) -> bool:
        return self.pages.is_open(SQL) or self._context.preferences.role is PersonRole.BUILDS

    def _begin_anew(self, is_other_target: bool) -> None:
        self._again = None
        self.ask.hide()
        if self.builder is not None:
            self._drop_builder()
        if is_other_target:
            self._facts = dict(list(self._facts.items())[-_MOST_KEPT:])

    def _show_parts(self, dossier: Dossier, name: str) -> None:
        can_write = self._context.session.can_write
        self.header.show_column(dossier, name)
        self.doubts.show_column(dossier, name)
        questions = open_questions(dossier, name)
        answered = answered_on(dossier, name)
        if self._again is not None and any(q.id == self._again.id for q, _, _ in answered):
            questions = (self._again, *questions)
        self.question.show_questions(dossier.target, questions, can_write=can_write)
        self.answered.show_answers(
            [each for each in answered if each[0] not in questions], can_write=can_write
        )
        self.values.show_column(dossier, name)
        self.comments.show_column(dossier, name)
        self._show_pages()

    def _show_pages(self) -> None:
        """Bring the pages that are open up to date; the others cost nothing."""
        dossier, can_write = self._dossier, self._context.session.can_write
        if dossier is None:
            return
        for key, page in self.pages.pages.items():
            if not self.pages.is_open(key) or page.inside is None:
                continue
            inside = page.inside
            if isinstance(inside, SqlPage):
                inside.show_column(dossier, self._name, can_write=can_write)
            elif isinstance(inside, HistoryPage):
                inside.read(dossier.target, self._name)
            elif isinstance(inside, LineagePage):
                inside.show_column(dossier, self._name)
            elif isinstance(inside, AlternativesPage):
                facts = self._facts.get(self._wanted)
                readings = facts.alternatives if facts else ()
                inside.show_readings(dossier, self._name, readings, can_write=can_write)

    def _ask_facts(self, wanted: tuple[object, ...], dossier: Dossier, name: str) -> None:
        """Show what is known of the rule at once, the rest as soon as it is worked out."""
        self._wanted = wanted
        if wanted in self._facts:
            self._show_facts(self._facts[wanted])
            return
        self.rule.show_facts(plain_facts(dossier, name))
        self.compare.hide()
        words = self.tr("reading the rule of {column}").format(column=name)
        self._context.session.read(
            words,
            lambda project: facts_of(project, dossier, name),
            lambda facts: self._receive(wanted, facts),
        )

    def _receive(self, wanted: tuple[object, ...], facts: Facts) -> None:
        self._facts[wanted] = facts
        if wanted == self._wanted:
            self._show_facts(facts)
            self._show_pages()

    def _show_facts(self, facts: Facts) -> None:
        if self._dossier is not None:
            self.rule.show_facts(facts)
            can_write = self._context.session.can_write
            self.compare.show_facts(self._dossier, facts, with_sql=self._shows_sql, can_write=can_write)

    def _add_pages(self) -> None:
        context = self._context
        for key, words, make in (
            (SQL, self.tr("SQL"), lambda: self._sql_page()),
            (LINEAGE, self.tr("Where it comes from"), lambda: LineagePage(context)),
            (ALTERNATIVES, self.tr("Alternatives"), lambda: self._alternatives_page()),
            (HISTORY, self.tr("History"), lambda: HistoryPage(context)),
        ):
            self.pages.add(key, words, make, partial(self.toggle, key))

    def _sql_page(self) -> SqlPage:
        made = SqlPage(self._context)
        made.written.connect(self.acts.write)
        return made

    def _alternatives_page(self) -> AlternativesPage:
        made = AlternativesPage(self._context)
        made.chosen.connect(lambda sql: self.acts.write(sql, self.tr("another reading was chosen")))
        return made

    def _connect(self) -> None:
        self.question.wanted.connect(self._leave_question)
        self.answered.changing.connect(self._ask_again)
        self.ask.sent.connect(self.acts.ask_somebody)
        self.compare.kept.connect(self._keep)
        self.compare.went_back.connect(
            lambda sql: self.acts.write(sql, self.tr("back to what it was before"))
        )

    def _keep(self) -> None:
        if self._dossier is not None:
            self.acts.keep(self._dossier)

    def _ask_again(self, question: Question) -> None:
        self._again = question
        if self._dossier is not None:
            self._show_parts(self._dossier, self._name)
            self.question.focus()

    def _leave_question(self, way: str) -> None:
        if way == ASK:
            self.ask.open_()
            reveal(self.ask)
        elif way == BUILD:
            self._open_builder()
        else:
            self._write_by_hand()

    def _write_by_hand(self) -> None:
        if not self.pages.is_open(SQL):
            self.toggle(SQL)
        page = self.pages.pages[SQL].inside
        if isinstance(page, SqlPage):
            page.open_editor()
            self.pages.reveal(SQL)

    def _open_builder(self) -> None:
        if self._dossier is None:
            return
        if self.builder is None:
            self.builder = Builder(columns_in_scope(self._dossier))
            self.builder.used.connect(self._use_built)
            self._place_of_builder.addWidget(self.builder)
        self.builder.open_()
        reveal(self.builder)

    def _use_built(self, rule: str) -> None:
        if self._dossier is not None:
            self.acts.restate(self._dossier, rule)

    def _drop_builder(self) -> None:
        if self.builder is not None:
            self.builder.hide()
            self._place_of_builder.removeWidget(self.builder)
            self.builder.deleteLater()
            self.builder = None
