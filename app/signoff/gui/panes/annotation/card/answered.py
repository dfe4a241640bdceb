"""What was answered about a column, by whom, with a way to change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from signoff.core.domain.review import Question
from signoff.gui.panes.annotation.card.pool import Pool
from signoff.gui.widgets.basics import button, column, label, row


class AnsweredLine(QWidget):
    """One question that has an answer."""

    changing = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None
        self.text = label("", "dim", wraps=True, selectable=True)
        self.answer = label("", wraps=True, selectable=True)
        self.change = button(self.tr("Change"), self._change, kind="link")
        line = row(column(self.text, self.answer, gap=1), self.change)
        line.setStretch(0, 1)
        self.setLayout(line)

    def show_answer(self, question: Question, words: str, by: str, *, can_write: bool) -> None:
        """Show one answer."""
        self._question = question
        self.text.setText(question.text)
        said = self.tr("{name} answered: {words}") if by else self.tr("answered: {words}")
        self.answer.setText(said.format(name=by, words=words))
        self.change.setEnabled(can_write)

    def _change(self) -> None:
        self.changing.emit(self._question)


class Answered(QWidget):
    """Every answer about a column."""

    changing = Signal(object)
    """A `Question` to be asked again."""

    def __init__(self) -> None:
        super().__init__()
        lines = column(gap=6)
        self.setLayout(lines)
        self._lines = Pool(lines, self._line)

    def show_answers(self, found: Sequence[tuple[Question, str, str]], *, can_write: bool) -> None:
        """Show these: question, answer in words, and who gave it."""
        for line, (question, words, by) in zip(self._lines.take(len(found)), found, strict=True):
            line.show_answer(question, words, by, can_write=can_write)
        self.setVisible(bool(found))

    def _line(self) -> AnsweredLine:
        made = AnsweredLine()
        made.changing.connect(self.changing)
        return made
