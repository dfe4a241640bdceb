"""How much can be drafted now, in words; each number leads to what it counts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from signoff.core.lint import Level, Readiness
from signoff.gui.look import Look
from signoff.gui.panes.importing.words import LEVEL_TINTS, level_words
from signoff.gui.widgets.basics import button, column, label, row

_STRONG = {Level.READY: "good", Level.ASK: "attention", Level.MISSING: "bad"}


class ReadinessPanel(QWidget):
    """A bar and a sentence, every number a button."""

    asked = Signal(str)
    """The `Level` whose rows or cells a person wants to see."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._bar = _Bar(look)
        self._title = label("", "heading", wraps=True)
        self._title.setAccessibleName(self.tr("How much can be drafted now"))
        self.numbers = {level: self._button(level) for level in Level}
        lines = [row(each, 1, gap=0) for each in self.numbers.values()]
        self.setLayout(column(self._title, self._bar, column(*lines, gap=0), gap=6))
        self.show_waiting()

    def show_waiting(self) -> None:
        """Say that it is being counted."""
        self._title.setText(self.tr("Counting what can be drafted …"))
        self._bar.show_readiness(None)
        for each in self.numbers.values():
            each.hide()

    def show_readiness(self, found: Readiness) -> None:
        """Show the numbers."""
        ready, total = found.count(Level.READY), len(found.rows)
        self._title.setText(
            self.tr("{ready} of {total} rows can be drafted now").format(
                ready=f"{ready:,}", total=f"{total:,}"
            )
        )
        self._bar.show_readiness(found)
        for level, each in self.numbers.items():
            count = found.count(level)
            words = self._words(level, count)
            each.setText(words)
            each.setAccessibleName(words)
            each.setVisible(bool(count))

    def _words(self, level: Level, count: int) -> str:
        number = f"{count:,}"
        if level is Level.READY:
            return self.tr("{n} rows are ready; show where").format(n=number)
        if level is Level.ASK:
            return (
                self.tr("1 needs an answer first")
                if count == 1
                else self.tr("{n} need an answer first").format(n=number)
            )
        if level is Level.MISSING:
            return (
                self.tr("1 has neither a source nor a rule")
                if count == 1
                else self.tr("{n} have neither a source nor a rule").format(n=number)
            )
        return (
            self.tr("1 cell was not used")
            if count == 1
            else self.tr("{n} cells were not used").format(n=number)
        )

    def _button(self, level: Level) -> QPushButton:
        return button("", lambda: self.asked.emit(level.value), kind="link")


class _Bar(QWidget):
    """The rows as one bar: ready, waiting, missing."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._found: Readiness | None = None
        self.setFixedHeight(10)
        look.changed.connect(self.update)

    def show_readiness(self, found: Readiness | None) -> None:
        self._found = found
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        painter.setBrush(self._look.tokens.color("line"))
        painter.drawRoundedRect(box, 4, 4)
        left, total = box.left(), len(self._found.rows) if self._found else 0
        for level, color in _STRONG.items():
            count = self._found.count(level) if self._found else 0
            if count:
                width = max(3.0, box.width() * count / total)
                painter.setBrush(self._look.tokens.color(color))
                painter.drawRoundedRect(QRectF(left, box.y(), width, box.height()), 4, 4)
                left += width
        painter.end()


class Legend(QWidget):
    """What the colours behind the cells mean."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        parts: list[QWidget] = []
        for level in Level:
            parts += [_Swatch(look, LEVEL_TINTS[level]), label(level_words(level), "small")]
        pairs = [row(parts[n], parts[n + 1], 1, gap=6) for n in range(0, len(parts), 2)]
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for place, pair in enumerate(pairs):
            grid.addLayout(pair, place // 2, place % 2)
        self.setLayout(grid)


class _Swatch(QWidget):
    def __init__(self, look: Look, color: str) -> None:
        super().__init__()
        self._look, self._color = look, color
        self.setFixedSize(14, 14)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._look.tokens.color("dim"))
        painter.setBrush(self._look.tokens.color(self._color))
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()
