"""The ways to answer a question: large buttons with their numbers, and a field for a value of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from signoff.gui.look import code_font
from signoff.gui.widgets.basics import label, row

_SHORT, _MIDDLE = 30, 60
"""Letters up to which three, or two, answers stand in one line."""
_PAD_X, _PAD_Y = 12, 8


class AnswerButton(QPushButton):
    """One answer; its text wraps."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "answer")
        self.number = label("", "dim")
        self.words = label("", wraps=True)
        for each in (self.number, self.words):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            each.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        lines = row(self.number, self.words, margins=(_PAD_X, _PAD_Y, _PAD_X, _PAD_Y), gap=12)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_answer(self, number: int, words: str, *, is_value: bool) -> None:
        """Show an answer; a value is drawn in the code font."""
        self.number.setText(str(number))
        self.words.setText(words)
        if is_value:
            self.words.setFont(code_font())
        else:
            self.words.setFont(self.font())
        self.setAccessibleName(
            self.tr("Answer {n}: {words}").format(n=number, words=words.replace("\n", ", "))
        )
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(80, layout.minimumSize().height()) if layout is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)


class OwnAnswer(QFrame):
    """``neither: ____``; Enter gives it."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.number = label("", "dim")
        self.lead = label("")
        self.field = _Field()
        self.field.setProperty("kind", "bare")
        self.field.setAccessibleName(self.tr("An answer of your own"))
        line = row(self.number, self.lead, self.field, margins=(_PAD_X, 3, 6, 3), gap=12)
        line.setStretch(2, 1)
        self.setLayout(line)
        self.field.returnPressed.connect(self._give)

    def show_number(self, number: int, lead: str, hint: str) -> None:
        """Show it as the last of the answers."""
        self.number.setText(str(number))
        self.lead.setText(lead)
        self.field.setPlaceholderText(hint)

    def _give(self) -> None:
        if text := self.field.text().strip():
            self.given.emit(text)


class _Field(QLineEdit):
    """Esc leaves the field, so that keys mean answers again."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


class Answers(QWidget):
    """The answers to one question, side by side where they are short."""

    chosen = Signal(int)
    """Place of the choice, from 0."""
    given = Signal(str)
    """A value of one's own."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.setLayout(self._grid)
        self.buttons: list[AnswerButton] = []
        self.own = OwnAnswer()
        self.own.given.connect(self.given)

    def show_answers(self, texts: Sequence[str], *, are_values: bool, own: tuple[str, str] | None) -> None:
        """Show the answers.

        Args:
            texts: one a choice; line ends stay.
            are_values: they are values rather than words.
            own: words before the field for one's own answer, and the hint in it; None where there is none.
        """
        while len(self.buttons) < len(texts):
            self._add_button()
        for place, each in enumerate(self.buttons):
            each.setVisible(place < len(texts))
            if place < len(texts):
                each.show_answer(place + 1, texts[place], is_value=are_values)
        if own is not None:
            self.own.field.clear()
            self.own.show_number(len(texts) + 1, *own)
        self.own.setVisible(own is not None)
        self._lay_out(texts, has_own=own is not None)

    def focus(self) -> None:
        """Lead the keyboard to the first answer."""
        first: QWidget = (
            self.buttons[0] if self.buttons and not self.buttons[0].isHidden() else self.own.field
        )
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_button(self) -> None:
        place, made = len(self.buttons), AnswerButton()
        made.clicked.connect(lambda _checked=False: self.chosen.emit(place))
        self.buttons.append(made)

    def _lay_out(self, texts: Sequence[str], *, has_own: bool) -> None:
        longest = max((len(line) for text in texts for line in text.splitlines()), default=0)
        across = 3 if longest <= _SHORT else 2 if longest <= _MIDDLE else 1
        shown: list[QWidget] = [*self.buttons[: len(texts)], *([self.own] if has_own else [])]
        across = min(across, max(1, len(shown)))
        while self._grid.takeAt(0) is not None:
            pass
        for number in range(3):
            self._grid.setColumnStretch(number, 1 if number < across else 0)
        for place, widget in enumerate(shown):
            self._grid.addWidget(widget, place // across, place % across)
        for before, after in pairwise(shown):
            QWidget.setTabOrder(before, after)
