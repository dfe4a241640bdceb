"""The ways to answer a question: large buttons with their numbers, and a field for a value of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from signoff.gui.look import code_font
from signoff.gui.widgets.basics import button, label, row

_SHORT, _MIDDLE = 30, 60
"""Letters up to which three, or two, answers stand in one line."""
_NARROW = 17
"""Letters up to which two answers stand in one line of a side panel."""
_PAD_X, _PAD_Y = 12, 8


def letter(place: int) -> str:
    """Name of the nth answer, from 0: A to Z, then numbers."""
    return chr(ord("A") + place) if place < 26 else str(place + 1)


class AnswerButton(QPushButton):
    """One answer; its text wraps."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "answer")
        self.letter = label("", "heading")
        self.words = label("", wraps=True)
        self.key = label("", "small")
        for each in (self.letter, self.words, self.key):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            each.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        lines = row(self.letter, self.words, self.key, margins=(_PAD_X, _PAD_Y, _PAD_X, _PAD_Y), gap=12)
        lines.setStretch(1, 1)
        self.setLayout(lines)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_answer(self, number: int, words: str, *, is_value: bool) -> None:
        """Show an answer under its letter, and the key that gives it; a value is drawn in the code font."""
        self.letter.setText(letter(number - 1))
        self.key.setText(str(number))
        self.words.setText(words)
        if is_value:
            self.words.setFont(code_font())
        else:
            self.words.setFont(self.font())
        self.setAccessibleName(
            self.tr("Answer {letter}: {words}; key {n}").format(
                letter=letter(number - 1), words=words.replace("\n", ", "), n=number
            )
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
    """``neither: ____  Use my answer``; Enter gives it too."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.letter = label("", "heading")
        self.key = label("", "small")
        self.lead = label("")
        self.use = button(self.tr("Use my answer"), self._give, kind="link")
        self.use.setEnabled(False)
        self.field = _Field()
        self.field.setProperty("kind", "bare")
        self.field.setAccessibleName(self.tr("An answer of your own"))
        line = row(
            self.letter, self.lead, self.field, self.use, self.key, margins=(_PAD_X, 3, _PAD_X, 3), gap=10
        )
        line.setStretch(2, 1)
        self.setLayout(line)
        self.field.returnPressed.connect(self._give)
        self.field.textChanged.connect(lambda text: self.use.setEnabled(bool(text.strip())))

    def show_number(self, number: int, lead: str, hint: str) -> None:
        """Show it as the last of the answers."""
        self.letter.setText(letter(number - 1))
        self.key.setText(str(number))
        self.lead.setText(lead)
        self.field.setPlaceholderText(hint)
        self.field.setToolTip(hint)

    def narrow(self) -> None:
        """Leave the room to what is written."""
        self.lead.hide()
        self.use.setText(self.tr("Use it"))
        self.use.setAccessibleName(self.tr("Use my answer"))

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

    def __init__(self, *, is_narrow: bool = False) -> None:
        """Make it.

        Args:
            is_narrow: it stands in a side panel, with room for two answers of a few letters in a line.
        """
        super().__init__()
        self._is_narrow = is_narrow
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.setLayout(self._grid)
        self.buttons: list[AnswerButton] = []
        self.own = OwnAnswer()
        self.own.given.connect(self.given)
        if is_narrow:
            self.own.narrow()

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
        if self._is_narrow:
            across = 2 if longest <= _NARROW else 1
        across = min(across, max(1, len(texts)))
        while self._grid.takeAt(0) is not None:
            pass
        for number in range(3):
            self._grid.setColumnStretch(number, 1 if number < across else 0)
        for place, widget in enumerate(shown):
            if widget is self.own:
                self._grid.addWidget(widget, -(-len(texts) // across), 0, 1, across)
            else:
                self._grid.addWidget(widget, place // across, place % across)
        for before, after in pairwise(shown):
            QWidget.setTabOrder(before, after)
