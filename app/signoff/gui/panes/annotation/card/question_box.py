"""What is asked about a column, its answers, and the ways out for who does not know."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.review import Question
from signoff.core.project import session as acts
from signoff.gui.context import Context
from signoff.gui.panes.annotation.card.answer_table import answer_table, answer_texts, shown_rows
from signoff.gui.panes.annotation.card.pool import Pool
from signoff.gui.panes.annotation.card.values_table import ValuesTable
from signoff.gui.panes.annotation.card.words import questions_on
from signoff.gui.widgets.answers import Answers
from signoff.gui.widgets.basics import button, column, label, row
from signoff.gui.widgets.rich import piece, rich_label, value_piece

ASK, BUILD, ENGINEER = "ask", "build", "engineer"


class QuestionBox(QFrame):
    """One question at a time; answered ones keep a line each."""

    wanted = Signal(str)
    """One of the ways out: ask, build, engineer."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._target, self._open = "", 0
        self._questions: tuple[Question, ...] = ()
        self.setProperty("kind", "question")
        self.text = rich_label()
        self.rows = Pool(column(gap=2), rich_label)
        self.table = ValuesTable(context.look, self.tr("The rows, and what each answer gives on them"))
        self.answers = Answers()
        self.answers.chosen.connect(lambda place: self.answer(place + 1))
        self.answers.given.connect(self._give)
        self.next = button("", self._show_next, kind="quiet-small")
        self.ways = self._ways_out()
        head = row(self.text, self.next)
        head.setStretch(0, 1)
        lines = column(
            head, self.rows.layout, self.table, self.answers, self.ways, margins=(14, 11, 14, 9), gap=7
        )
        self.setLayout(lines)
        context.look.changed.connect(self._paint_question)
        self.hide()

    @property
    def question(self) -> Question | None:
        """The question shown; None when nothing is open."""
        return self._questions[self._open % len(self._questions)] if self._questions else None

    def show_questions(self, target: str, questions: Sequence[Question], *, can_write: bool) -> None:
        """Show the first of these; none hides the box."""
        shown = self.question
        self._target, self._questions = target, tuple(questions)
        if shown in self._questions:
            self._open = self._questions.index(shown)
        else:
            self._open = 0
        self.answers.setEnabled(can_write)
        self.ways.setEnabled(can_write)
        self.setVisible(bool(questions))
        if self.question != shown:
            self._show_question()

    def answer(self, number: int) -> None:
        """Answer with the nth choice; the number behind the last leads to the field for one's own."""
        question = self.question
        if question is None or not self._context.session.can_write:
            return
        if 1 <= number <= len(question.choices):
            self._act(question, question.choices[number - 1].id)
        elif number == len(question.choices) + 1 and question.free:
            self.answers.own.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus(self) -> None:
        """Lead the keyboard to the first answer."""
        if self.question is not None:
            self.answers.focus()

    def _give(self, text: str) -> None:
        if self.question is not None:
            self._act(self.question, text)

    def _act(self, question: Question, value: str) -> None:
        by = self._context.session.by
        words = self.tr("answer the question on {column}").format(column=question.column)
        self._context.session.act(words, lambda project: acts.answer(project, question.id, value, by=by))

    def _show_next(self) -> None:
        self._open += 1
        self._show_question()

    def _show_question(self) -> None:
        question = self.question
        if question is None:
            return
        texts, are_values = answer_texts(question)
        own = self._own_words(question) if question.free else None
        self.answers.show_answers(texts, are_values=are_values, own=own)
        count = len(self._questions)
        words = self.tr("question {n} of {all}, next").format(n=self._open % count + 1, all=count)
        self.next.setText(words)
        self.next.setVisible(count > 1)
        self._paint_question()

    def _own_words(self, question: Question) -> tuple[str, str]:
        if any(choice.sql for choice in question.choices):
            return self.tr("neither:"), self.tr("what it should be")
        return self.tr("or in your words:"), self.tr("such as: Trim and upper case")

    def _paint_question(self) -> None:
        question = self.question
        if question is None:
            return
        tokens = self._context.look.tokens
        self.text.setText(piece(question.text, color=tokens.attention, bold=True))
        table = answer_table(question)
        self.table.setVisible(table is not None)
        if table is not None:
            self.rows.take(0)
            self.table.show_lines(table.fields, table.letters, table.lines)
            return
        rows = shown_rows(question)
        lines = self.rows.take(max(1, len(rows)) if question.rows else 0)
        if question.rows and not rows:
            lines[0].setText(
                piece(self.tr("Rows that were put together: their values stand below."), color=tokens.dim)
            )
        for n, (line, cells) in enumerate(zip(lines, rows, strict=False)):
            parts = [
                f"{piece(name, color=tokens.dim)}&nbsp; {value_piece(value, bold=True)}"
                for name, value in cells
            ]
            if n in question.made_up:
                parts.append(piece(self.tr("made up"), color=tokens.dim))
            line.setText(" &nbsp; &nbsp; ".join(parts))

    def _ways_out(self) -> QWidget:
        ways = QWidget()
        line = row(label(self.tr("I don't know:"), "dim"), gap=2)
        for key, words in (
            (ASK, self.tr("ask someone")),
            (BUILD, self.tr("build it from parts")),
            (ENGINEER, self.tr("give to an engineer")),
        ):
            if key != ASK:
                line.addWidget(label("·", "dim"))
            line.addWidget(button(words, partial(self.wanted.emit, key), kind="link"))
        line.addStretch(1)
        ways.setLayout(line)
        return ways


def open_questions(dossier: Dossier, name: str) -> tuple[Question, ...]:
    """What is asked about a column and has no answer."""
    answered = {a.question for a in dossier.answers}
    return tuple(
        q for q in dossier.questions if q.column.casefold() == name.casefold() and q.id not in answered
    )


def answered_on(dossier: Dossier, name: str) -> tuple[tuple[Question, str, str], ...]:
    """Questions on a column that have an answer, each with the answer in words and who gave it."""
    given = {a.question: a for a in dossier.answers}
    found = []
    for question in questions_on(dossier, name):
        if question.id in given:
            answer = given[question.id]
            texts = dict(zip((c.id for c in question.choices), answer_texts(question)[0], strict=True))
            words = texts.get(answer.value, answer.value).replace("\n", "  ")
            found.append((question, words, answer.by))
    return tuple(found)
