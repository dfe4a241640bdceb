"""What does not fit is scrolled: a window may be narrower and lower than what it holds, and nothing is out of reach."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

_LEAST = QSize(532, 240)
"""With the target tables beside it, a window fits on 720 pixels: a screen of 1,440 at 200 %."""


class Pages(QStackedWidget):
    """Pages of which only the one in front needs room."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _place: self._ask_for_room())

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return super().minimumSizeHint() if page is None else page.minimumSizeHint()

    def _ask_for_room(self) -> None:
        self.updateGeometry()
        QApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))


class Scrolled(QScrollArea):
    """As large as there is room for it; bars come only where what it holds needs more.

    Keys never stop at it: what they reach inside is scrolled into sight.
    """

    def __init__(self, inside: QWidget) -> None:
        """Make it around a widget."""
        super().__init__()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for under in (inside, self.viewport()):
            under.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        inside = self.widget()
        return _LEAST if inside is None else inside.minimumSizeHint().boundedTo(_LEAST)

    def sizeHint(self) -> QSize:
        inside = self.widget()
        return _LEAST if inside is None else inside.sizeHint()
