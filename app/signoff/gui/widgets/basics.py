"""Labels, panels, buttons and layouts in the window's look, each one line to make."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

GAP = 8
Margins = int | tuple[int, int, int, int]
"""Around a layout in pixels: the same on all sides, or left, top, right, bottom."""
_L = TypeVar("_L", bound=QBoxLayout)


def label(text: str = "", role: str = "", *, wraps: bool = False, selectable: bool = False) -> QLabel:
    """A label; `role` is one of the style sheet's: title, heading, caption, dim, small, attention, good, bad, chip.

    The text is never taken for markup: what comes from a document stays text.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    if wraps:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if selectable:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


def caption(text: str) -> QLabel:
    """A small heading in capitals over a part of a panel."""
    return label(text.upper(), "caption")


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another style of words, and show it at once."""
    restyle(widget, "role", role)


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property the style sheet reads, and show it at once."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def button(
    text: str,
    clicked: Callable[[], object] | None = None,
    *,
    kind: str = "",
    name: str = "",
    hint: str = "",
) -> QPushButton:
    """A push button.

    Args:
        text: on it.
        clicked: what it does.
        kind: primary, link, quiet, answer or tab; a plain one when empty.
        name: for screen readers, where the text alone does not say it.
        hint: tool tip.
    """
    made = QPushButton(text)
    if kind:
        made.setProperty("kind", kind)
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    made.setAccessibleName(name or text)
    if hint:
        made.setToolTip(hint)
    if kind in ("link", "quiet", "tab"):
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def panel(kind: str = "panel") -> QFrame:
    """A frame with round corners; `kind` is panel, question, good, bad, bar or foot."""
    made = QFrame()
    made.setProperty("kind", kind)
    made.setFrameShape(QFrame.Shape.NoFrame)
    return made


def rule() -> QFrame:
    """A thin line across."""
    return panel("rule")


def column(*items: QWidget | QLayout | int, margins: Margins = 0, gap: int = GAP) -> QVBoxLayout:
    """A vertical layout; an int is a stretch of that weight."""
    return _filled(QVBoxLayout(), items, margins, gap)


def row(*items: QWidget | QLayout | int, margins: Margins = 0, gap: int = GAP) -> QHBoxLayout:
    """A horizontal layout; an int is a stretch of that weight."""
    return _filled(QHBoxLayout(), items, margins, gap)


def holder(layout: QLayout) -> QWidget:
    """A widget around a layout."""
    made = QWidget()
    made.setLayout(layout)
    return made


def clear(layout: QLayout) -> None:
    """Remove everything from a layout; the widgets go when the event loop turns."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def _filled(layout: _L, items: tuple[QWidget | QLayout | int, ...], margins: Margins, gap: int) -> _L:
    sides = (margins,) * 4 if isinstance(margins, int) else margins
    layout.setContentsMargins(*sides)
    layout.setSpacing(gap)
    for item in items:
        if isinstance(item, int):
            layout.addStretch(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
    return layout
