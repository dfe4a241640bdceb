"""A text with stand-ins or names lit; the one the pointer or the caret is on lights its partner too."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from signoff.gui.look import Look, code_font
from signoff.gui.panes.masking.pieces import Piece
from signoff.gui.panes.masking.tints import tint


class LitText(QPlainTextEdit):
    """Read-only text made of pieces."""

    pointed = Signal(str)
    """The stand-in under the pointer or the caret; empty when none."""

    def __init__(self, look: Look, name: str) -> None:
        """Make it.

        Args:
            look: colours.
            name: for screen readers.
        """
        super().__init__()
        self._look = look
        self._starts: list[int] = []
        self._pieces: tuple[Piece, ...] = ()
        self._order: tuple[str, ...] = ()
        self._lit = ""
        self.setProperty("kind", "code")
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setFont(_exact_font())
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(lambda: self.pointed.emit(self._at(self.textCursor().position())))
        look.changed.connect(self._paint)

    def show_pieces(self, pieces: tuple[Piece, ...], order: tuple[str, ...]) -> None:
        """Show a text.

        Args:
            pieces: put together they are the text.
            order: the stand-ins, in the order that gives them their colours.
        """
        self._starts, at = [], 0
        for piece in pieces:
            self._starts.append(at)
            at += len(piece.text)
        self._pieces, self._order, self._lit = pieces, order, ""
        self.setPlainText("".join(piece.text for piece in pieces))
        self._paint()

    def light(self, alias: str) -> None:
        """Light one stand-in more than the others; none when empty."""
        if alias != self._lit:
            self._lit = alias
            self._paint()

    def lit_words(self) -> tuple[str, ...]:
        """The text of every piece that is lit most."""
        return tuple(p.text for p in self._pieces if p.alias and p.alias == self._lit)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        cursor = self.cursorForPosition(event.position().toPoint())
        self.pointed.emit(self._at(cursor.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit("")

    def _at(self, position: int) -> str:
        place = bisect_right(self._starts, position) - 1
        return self._pieces[place].alias if place >= 0 else ""

    def _paint(self) -> None:
        colors = {alias: tint(self._look.tokens, place) for place, alias in enumerate(self._order)}
        marks = []
        for start, piece in zip(self._starts, self._pieces, strict=True):
            if piece.alias or piece.is_dim:
                marks.append(self._mark(start, piece, colors.get(piece.alias)))
        self.setExtraSelections(marks)

    def _mark(self, start: int, piece: Piece, back: QColor | None) -> QTextEdit.ExtraSelection:
        tokens, shape = self._look.tokens, QTextCharFormat()
        if piece.is_dim:
            shape.setForeground(tokens.color("dim"))
        elif piece.alias == self._lit:
            shape.setBackground(tokens.color("accent"))
            shape.setForeground(tokens.color("on_accent"))
        elif back is not None:
            shape.setBackground(back)
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(start + len(piece.text), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor, mark.format = cursor, shape
        return mark


def _exact_font() -> QFont:
    """Every character for itself: a prompt is shown as it is sent, so nothing is drawn together."""
    font = code_font()
    for feature in ("calt", "liga"):
        font.setFeature(QFont.Tag(feature), 0)
    return font
