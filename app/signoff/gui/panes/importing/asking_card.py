"""One question on the document at a time: its choices, words of one's own, and the way to its cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QSizePolicy

from signoff.core.domain.findings import Finding
from signoff.core.domain.review import Question
from signoff.gui.panes.importing.words import place_words
from signoff.gui.widgets.answers import Answers
from signoff.gui.widgets.basics import button, column, label, row

_LEAST = 170
"""Height that a card keeps in a low window."""
_NARROWEST = 200


class AskingCard(QFrame):
    """Shows the open questions one by one; what is answered is told, not kept."""

    answered = Signal(object, str, bool)
    """The `Question`, a choice's id or words, and whether all columns that are asked this are meant."""
    place_asked = Signal(object)
    """The `Cell` a person wants to see."""
    shown = Signal()
    """Another question is shown, which may need more room or less."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "question")
        self._found: tuple[Finding, ...] = ()
        self._at = 0
        self.count = label("", "small")
        self.before = button("‹", lambda: self.step(-1), kind="quiet-small", name=self.tr("Question before"))
        self.next = button("›", lambda: self.step(1), kind="quiet-small", name=self.tr("Next question"))
        self.place = button("", self._show_place, kind="link", hint=self.tr("Show it in the sheet"))
        self.text = label("", "heading", wraps=True, selectable=True)
        self.answers = Answers(is_narrow=True)
        self.everywhere = QCheckBox()
        self.answers.chosen.connect(lambda place: self.answer(place + 1))
        self.answers.given.connect(self._give)
        head = row(self.count, 1, self.before, self.next, gap=2)
        lines = column(head, self.text, row(self.place, 1), self.answers, self.everywhere, margins=12, gap=8)
        self.setLayout(lines)
        self.hide()

    @property
    def question(self) -> Question | None:
        """The question shown; None when none is open."""
        return self._found[self._at].question if self._found else None

    def show_questions(self, found: Sequence[Finding], *, can_write: bool) -> None:
        """Show these questions; the one that was shown stays, or the one that took its place."""
        before = self.question
        self._found = tuple(found)
        ids = [each.question.id for each in self._found if each.question]
        if before is not None and before.id in ids:
            self._at = ids.index(before.id)
        self._at = min(self._at, max(0, len(ids) - 1))
        for each in (self.answers, self.everywhere):
            each.setEnabled(can_write)
        self.setVisible(bool(ids))
        self._show_question()

    def choose(self, question_id: str) -> None:
        """Show one of the questions."""
        for place, each in enumerate(self._found):
            if each.question is not None and each.question.id == question_id:
                self._at = place
                self._show_question()

    def step(self, by: int) -> None:
        """Show the next question or the one before, and its cell."""
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show_question()
            self._show_place()

    def answer(self, number: int) -> None:
        """Answer with the nth choice; the number behind the last leads to the field for one's own."""
        question = self.question
        if question is None or not self.answers.isEnabled():
            return
        if 1 <= number <= len(question.choices):
            self._give(question.choices[number - 1].id)
        elif number == len(question.choices) + 1 and question.free:
            self.answers.own.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def minimumSizeHint(self) -> QSize:
        """What it can be scrolled in: its height follows from its width alone."""
        return QSize(_NARROWEST, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.answer(int(event.text()))
            return
        super().keyPressEvent(event)

    def _give(self, value: str) -> None:
        question = self.question
        if question is not None:
            is_everywhere = self.everywhere.isChecked() and not self.everywhere.isHidden()
            self.answered.emit(question, value, is_everywhere)

    def _show_place(self) -> None:
        if self._found and self._found[self._at].cell is not None:
            self.place_asked.emit(self._found[self._at].cell)

    def _show_question(self) -> None:
        question = self.question
        if question is None:
            return
        finding, count = self._found[self._at], len(self._found)
        self.count.setText(self.tr("question {n} of {all}").format(n=self._at + 1, all=count))
        for each in (self.before, self.next):
            each.setVisible(count > 1)
        self.text.setText(question.text)
        where = place_words(finding)
        self.place.setText(where)
        self.place.setAccessibleName(self.tr("Show {place} in the sheet").format(place=where))
        self.place.setEnabled(finding.cell is not None)
        own = (self.tr("or:"), question.hint) if question.free else None
        self.answers.show_answers([each.text for each in question.choices], are_values=False, own=own)
        alike = [f for f in self._found if f.question and f.question.topic == question.topic]
        self.everywhere.setVisible(bool(question.topic) and len(alike) > 1)
        self.everywhere.setText(self.tr("the same for all {n} that are asked this").format(n=len(alike)))
        self.everywhere.setChecked(False)
        self.shown.emit()


class CardRoom(QScrollArea):
    """Gives a card the room it needs while there is some, and scrolls it where there is not."""

    def __init__(self, card: AskingCard) -> None:
        super().__init__()
        self._card = card
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(card)
        self.viewport().setAutoFillBackground(False)
        card.shown.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, self._card.heightForWidth(max(self.width(), _NARROWEST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, min(_LEAST, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
