"""A short tour: five notes, each beside what it speaks of; one key leads on, one ends it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from signoff.gui.widgets.basics import button, column, label, row

_WIDTH = 340
_GAP = 10


@dataclass(frozen=True)
class Stop:
    """One note of the tour."""

    title: str
    text: str
    at: QWidget
    """What it speaks of."""
    before: Callable[[], object] = lambda: None
    """Done before it is shown, such as going to a step."""


class Tour(QFrame):
    """Shows one stop after the other, over the window, never in its way."""

    ended = Signal()

    def __init__(self, window: QWidget, stops: Sequence[Stop]) -> None:
        super().__init__(window)
        self._window, self._stops, self._place = window, tuple(stops), 0
        self.setProperty("kind", "panel-lit")
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = label("", "heading", wraps=True)
        self._text = label("", wraps=True)
        self._count = label("", "small")
        self._next = button(self.tr("Next"), self.go_on, kind="primary")
        self._end = button(self.tr("End the tour"), self.end, kind="quiet")
        foot = row(self._count, 1, self._end, self._next)
        self.setLayout(column(self._title, self._text, foot, margins=14))
        window.installEventFilter(self)

    def start(self) -> None:
        """Show the first stop."""
        self._show(0)

    def go_on(self) -> None:
        """Show the next stop, or end after the last."""
        if self._place + 1 < len(self._stops):
            self._show(self._place + 1)
        else:
            self.end()

    def end(self) -> None:
        """Take the tour away."""
        self._window.removeEventFilter(self)
        self.hide()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._move()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
            return
        super().keyPressEvent(event)

    def _show(self, place: int) -> None:
        self._place = place
        stop = self._stops[place]
        stop.before()
        self._title.setText(stop.title)
        self._text.setText(stop.text)
        self._count.setText(self.tr("{n} of {total}").format(n=place + 1, total=len(self._stops)))
        is_last = place + 1 == len(self._stops)
        self._next.setText(self.tr("Done") if is_last else self.tr("Next"))
        self.setAccessibleName(f"{stop.title}. {stop.text}")
        self.show()
        self._move()
        self.raise_()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self) -> None:
        """Below what the stop speaks of where there is room, else inside it near its top."""
        self.adjustSize()
        at = self._stops[self._place].at
        corner = at.mapTo(self._window, QPoint(0, 0))
        below = corner.y() + at.height() + _GAP
        fits = below + self.height() < self._window.height()
        y = below if fits else corner.y() + 3 * _GAP
        x = corner.x() + _GAP if fits else corner.x() + at.width() // 2 - _WIDTH // 2
        self.move(
            max(_GAP, min(x, self._window.width() - _WIDTH - _GAP)),
            max(_GAP, min(y, self._window.height() - self.height() - _GAP)),
        )
