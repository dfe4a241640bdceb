"""What is asked about the rows, each with its answers under numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLayout, QLineEdit, QWidget

from signoff.core.domain.review import Question
from signoff.gui.widgets.answers import letter
from signoff.gui.widgets.basics import button, clear, column, holder, label, row
from signoff.gui.widgets.values import drawn

_SIDE_BY_SIDE = 90
"""Letters of all answers that still stand in one line."""


class _OwnWords(QLineEdit):
    """An answer in one's own words; Esc leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class QuestionBox(QFrame):
    """One question; the last answer is one's own words where they are taken."""

    answered = Signal(str, str)
    """Id of the question, and a choice's id or a value."""
    ask_wanted = Signal()
    """Somebody else shall be asked."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.setProperty("kind", "question")
        self._question = question
        self.own = _OwnWords()
        self.own.setPlaceholderText(self.tr("say it in your own words, then Enter"))
        self.own.setAccessibleName(self.tr("Your own answer"))
        self.use = button(self.tr("Use my answer"), self._own_given, kind="link")
        self.use.setEnabled(False)
        self.own.textChanged.connect(lambda text: self.use.setEnabled(bool(text.strip())))
        self._own_line = holder(row(self.own, self.use, gap=6))
        self._own_line.hide()
        self.own.returnPressed.connect(self._own_given)
        self.own.left.connect(self._own_line.hide)
        title = label(question.text, "attention", wraps=True)
        title.setStyleSheet("font-weight: 600;")
        self.buttons = self._make_buttons()
        ask = button(self.tr("I don't know: ask somebody …"), self.ask_wanted.emit, kind="quiet")
        lines: list[QWidget | QLayout | int] = [title, *self._examples()]
        lines += [self._laid_out(), self._own_line, row(ask, 1)]
        self.setLayout(column(*lines, margins=12, gap=6))

    @property
    def answers(self) -> int:
        """How many answers have a number."""
        return len(self.buttons)

    def answer(self, number: int) -> None:
        """Give the nth answer, from 1; there may be none of that number."""
        choices = self._question.choices
        if 1 <= number <= len(choices):
            self.answered.emit(self._question.id, choices[number - 1].id)
        elif number == len(choices) + 1 and self._question.free:
            self._own_line.show()
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self) -> None:
        """Lead the keyboard to the first answer."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_buttons(self) -> list[QWidget]:
        texts = [choice.text for choice in self._question.choices]
        if self._question.free:
            texts.append(self.tr("something else: …"))
        return [
            button(f"{letter(n - 1)}    {text}    ({n})", partial(self.answer, n), kind="answer", name=text)
            for n, text in enumerate(texts, start=1)
        ]

    def _laid_out(self) -> QLayout:
        letters = sum(len(choice.text) for choice in self._question.choices)
        return row(*self.buttons) if letters <= _SIDE_BY_SIDE else column(*self.buttons)

    def _examples(self) -> list[QWidget]:
        lines: list[QWidget] = []
        for pairs in self._question.rows:
            words = "    ".join(f"{name}  {drawn(value).text}" for name, value in pairs)
            lines.append(label(self.tr("for example  {row}").format(row=words), wraps=True))
        return lines

    def _own_given(self) -> None:
        if text := self.own.text().strip():
            self.answered.emit(self._question.id, text)


class RowQuestions(QWidget):
    """Every open question on the rows; the number keys answer the first."""

    answered = Signal(str, str)
    ask_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Question, ...] = ()
        self.boxes: list[QuestionBox] = []
        self._lines = column()
        self.setLayout(self._lines)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show these; the same ones again keep what is being written."""
        if tuple(questions) == self._shown:
            return
        self._shown = tuple(questions)
        clear(self._lines)
        self.boxes = [QuestionBox(question) for question in questions]
        for box in self.boxes:
            box.answered.connect(self.answered)
            box.ask_wanted.connect(self.ask_wanted)
            self._lines.addWidget(box)
        self.setVisible(bool(self.boxes))

    def answer(self, number: int) -> None:
        """Give the nth answer to the first question."""
        if self.boxes:
            self.boxes[0].answer(number)

    def focus(self) -> None:
        """Lead the keyboard to the first question."""
        if self.boxes:
            self.boxes[0].focus()


class PlainLines(QFrame):
    """A caption and lines of words under it; hidden when there are none."""

    def __init__(self, heading: QWidget) -> None:
        super().__init__()
        self._lines = column(gap=2)
        self.setLayout(column(heading, self._lines, gap=4))
        self.hide()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show other lines."""
        clear(self._lines)
        for line in lines:
            self._lines.addWidget(label(line, wraps=True, selectable=True))
        self.setVisible(bool(lines))
