"""The letters over a sheet with a chip under each: what the column is read as, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from signoff.core.domain.cells import column_letter
from signoff.core.domain.spec import SURE, Role
from signoff.gui.look import Look, text_font
from signoff.gui.panes.importing.words import role_words

_HEIGHT = 46
_CHIP = 18


@dataclass(frozen=True)
class Chip:
    """What is said of one column."""

    role: Role
    confidence: float = 1.0
    is_corrected: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to look at it."""
        return self.is_corrected or self.role is Role.OTHER or self.confidence >= SURE


class RoleHeader(QHeaderView):
    """Painted chips; click, Enter, F2 or Space asks for another role, left and right move."""

    asked = Signal(int, QPoint)
    """Column from 0, and where a menu goes on screen."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._chips: dict[int, Chip] = {}
        self._at = 0
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSectionSize(56)
        self.setDefaultSectionSize(130)
        self.setAccessibleName(self.tr("What each column is read as"))
        look.changed.connect(self.viewport().update)

    def show_chips(self, chips: dict[int, Chip]) -> None:
        """Show what the columns, from 0, are read as."""
        self._chips = chips
        self._at = min(self._at, max(0, self.count() - 1))
        self._tell()
        self.viewport().update()

    def chip(self, section: int) -> Chip | None:
        """What is said of a column."""
        return self._chips.get(section)

    def chip_words(self, section: int) -> str:
        """A column's chip in words, how sure it is included."""
        chip = self._chips.get(section)
        letter = column_letter(section + 1)
        if chip is None:
            return self.tr("{letter}: nothing is read from it; choose what it holds").format(letter=letter)
        words = role_words(chip.role)
        if chip.is_corrected:
            return self.tr("{letter}: {role}, corrected by a person").format(letter=letter, role=words)
        if chip.is_sure:
            return self.tr("{letter}: {role}, as its header says").format(letter=letter, role=words)
        return self.tr("{letter}: {role}, guessed; click to correct").format(letter=letter, role=words)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:
        tokens = self._look.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, tokens.color("panel"))
        painter.setPen(tokens.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.setFont(text_font(11))
        painter.setPen(tokens.color("dim"))
        top = QRect(box.x() + 8, box.y() + 3, box.width() - 12, 17)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, column_letter(section + 1))
        self._paint_chip(painter, QRectF(box.x() + 5, box.y() + 22, box.width() - 10, _CHIP), section)
        painter.restore()

    def _paint_chip(self, painter: QPainter, box: QRectF, section: int) -> None:
        tokens, chip = self._look.tokens, self._chips.get(section)
        has_focus = self.hasFocus() and section == self._at
        if chip is None or chip.role is Role.OTHER:
            back, text = None, "dim"
        elif chip.is_corrected:
            back, text = "good_back", "good"
        else:
            back, text = ("soft", "accent") if chip.is_sure else ("attention_back", "attention")
        words = role_words(chip.role) if chip else "…"
        if chip is not None and not chip.is_sure:
            words += " ?"
        painter.setFont(text_font(11, bold=chip is not None and chip.role is not Role.OTHER))
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()) - 10)
        wide = QRectF(box)
        wide.setWidth(min(box.width(), painter.fontMetrics().horizontalAdvance(short) + 12))
        painter.setPen(tokens.color("accent") if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color(back) if back else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(wide.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(tokens.color(text))
        painter.drawText(wide, Qt.AlignmentFlag.AlignCenter, short)

    def ask(self, section: int) -> None:
        """Ask for another role of a column."""
        corner = QPoint(self.sectionViewportPosition(section) + 5, _HEIGHT - 4)
        self.asked.emit(section, self.viewport().mapToGlobal(corner))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        section = self.logicalIndexAt(event.position().toPoint())
        in_chip = event.position().y() >= 20 and self.cursor().shape() is not Qt.CursorShape.SplitHCursor
        if section >= 0 and in_chip and event.button() is Qt.MouseButton.LeftButton:
            self._at = section
            self.ask(section)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and self.count():
            self._at = max(0, min(self.count() - 1, self._at + steps[Qt.Key(event.key())]))
            self._tell()
            self.viewport().update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
            if self.count():
                self.ask(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            section = self.logicalIndexAt(event.pos())
            QToolTip.showText(event.globalPos(), self.chip_words(section) if section >= 0 else "", self)
            return True
        return super().viewportEvent(event)

    def _tell(self) -> None:
        self.setAccessibleDescription(self.chip_words(self._at) if self.count() else "")
