"""What the document and its drafts are asked about: one question at a time, all of them, rules of the file, answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from signoff.core.domain.amending import Amendment
from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding
from signoff.core.domain.review import ROWS, Question
from signoff.core.lint import FileRule
from signoff.core.lint.asking import is_name
from signoff.core.project import answering
from signoff.core.project.standing import Standing
from signoff.gui.context import Context
from signoff.gui.panes.importing.asking_card import AskingCard, CardRoom
from signoff.gui.panes.importing.file_rules_list import FileRulesList
from signoff.gui.panes.importing.lines import Line, Lines
from signoff.gui.panes.importing.overview import Overview
from signoff.gui.panes.importing.words import place_words
from signoff.gui.places import Place, Step
from signoff.gui.widgets.basics import button, column, row
from signoff.gui.widgets.marks import Mark
from signoff.gui.widgets.tabs import Tabs

_LEAST = 130
"""Height that the lists keep under a question with many answers."""


class QuestionsPage(QWidget):
    """Every answer is an act; the numbers follow at once."""

    counted = Signal(int)
    """Questions that are open."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._found: tuple[Finding, ...] = ()
        self._rules: tuple[FileRule, ...] = ()
        self._answered: tuple[Amendment, ...] = ()
        self._on_drafts: list[Line] = []
        self.card = AskingCard()
        self.lines = Lines(context.look, self.tr("questions"), "")
        self.rules = FileRulesList()
        self.answered = Lines(context.look, self.tr("answers"), self.tr("Nothing is answered yet."))
        self.back = button(self.tr("Take the answer back"), self._take_back)
        self.tabs = Tabs()
        self._lay_out()
        self._connect()

    def show_standing(self, standing: Standing) -> None:
        """Follow the project: answers, and questions on drafts."""
        self._on_drafts = _on_drafts(standing)
        self._answered = standing.amendments
        self.lines.nothing = (
            self.tr("No question is open.")
            if standing.drafted or not self._found
            else self.tr("Questions come with the drafts: go to Enhance and draft.")
        )
        self.answered.show_lines([_answer_line(each, standing) for each in reversed(self._answered)])
        self.tabs.set_words("answered", self.tr("Answered {n}").format(n=len(self._answered)))
        self.back.setEnabled(self._context.session.can_write and bool(self._answered))
        self._show_open()

    def show_overview(self, overview: Overview) -> None:
        """Show what the document is asked about."""
        self._found, self._rules = overview.asked, overview.rules
        can_write = self._context.session.can_write
        self.card.show_questions(self._found, can_write=can_write)
        self.room.setVisible(bool(self._found))
        self.rules.show_rules(self._rules, can_write=can_write)
        self.tabs.set_words("rules", self.tr("Whole file {n}").format(n=len(self._rules)))
        self._show_open()

    def answer(self, question: Question, value: str, is_everywhere: bool) -> None:
        """Answer a question, or with it all that are asked the same; a name is answered wherever it stands."""
        rule = next((each for each in self._rules if each.topic == question.topic), None)
        if (is_everywhere or is_name(question.topic)) and rule is not None:
            self.set_rule(rule, value)
            return
        by = self._context.session.by
        words = self.tr("answer the question on {column}").format(column=_subject(question))
        self._context.session.act(
            words, lambda project: answering.answer_document(project, question, value, by=by)
        )

    def set_rule(self, rule: FileRule, value: str) -> None:
        """Set a rule of the whole file; no value asks about each column again."""
        by = self._context.session.by
        words = self.tr("set the rule of the whole file: {rule}").format(rule=rule.words)
        self._context.session.act(words, lambda project: answering.set_file_rule(project, rule, value, by=by))

    def _take_back(self) -> None:
        index = self.answered.view.currentIndex()
        key = self.answered.model.lines[index.row()].key if index.isValid() else ""
        said = next((each for each in self._answered if each.question == key), None)
        if said is None:
            self._context.notify.tell(self.tr("Choose one of the answers above first."))
            return
        by, question = self._context.session.by, said.question
        words = self.tr("take the answer on {column} back").format(column=said.column)
        self._context.session.act(words, lambda project: answering.ask_again(project, question, by=by))

    def _show_open(self) -> None:
        lines = [*(_line(each) for each in self._found), *self._on_drafts]
        self.lines.show_lines(lines)
        self.tabs.set_words("open", self.tr("Open {n}").format(n=len(lines)))
        self.counted.emit(len(lines))

    def _show_cell(self, cell: Cell) -> None:
        self._context.go(Place(Step.INPUT, cell=cell))

    def _lay_out(self) -> None:
        self.tabs.add("open", self.tr("Open"), self.lines)
        self.tabs.add("rules", self.tr("Whole file"), self.rules)
        answers = QWidget()
        lines = column(self.answered, row(self.back, 1), gap=6)
        lines.setStretch(0, 1)
        answers.setLayout(lines)
        self.tabs.add("answered", self.tr("Answered"), answers)
        self.room = CardRoom(self.card)
        self.tabs.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.tabs.setMinimumHeight(_LEAST)
        whole = column(self.room, self.tabs, gap=10)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.card.answered.connect(self.answer)
        self.card.place_asked.connect(self._show_cell)
        self.rules.chosen.connect(self.set_rule)
        self.lines.chosen.connect(self.card.choose)
        for each in (self.lines, self.answered):
            each.gone.connect(self._context.go)


def _subject(question: Question) -> str:
    return question.target if question.column == ROWS else question.column


def _line(finding: Finding) -> Line:
    question = finding.question
    assert question is not None
    place = Place(Step.INPUT, cell=finding.cell) if finding.cell else None
    return Line(question.text, place_words(finding), place, Mark.QUESTION, key=question.id)


def _answer_line(said: Amendment, standing: Standing) -> Line:
    target = standing.read.target(said.target) if standing.read else None
    rows = target.columns if target else ()
    cell = next((row.cell for row in rows if row.name.casefold() == said.column.casefold()), None)
    where = f"{said.target}.{said.column}" if said.column != ROWS else said.target
    place = Place(Step.INPUT, cell=cell) if cell else None
    text = f"{said.asked} → {said.answer}"
    mark = Mark.AGAIN if said.is_contradicted else Mark.DONE
    return Line(text, f"{where} · {said.by}, {said.at[:10]}", place, mark, key=said.question)


def _on_drafts(standing: Standing) -> list[Line]:
    """Open questions of drafted targets; each leads to the column it is about."""
    found = []
    for target in standing.targets:
        for each in target.review.open_questions if target.review else ():
            place = Place(Step.VALIDATE, target.name, each.column)
            where = f"{target.name}.{each.column}" if each.column else target.name
            found.append(Line(each.text, where, place, Mark.QUESTION, holds_up=True))
    return found
