"""Widgets made once and used again: what a card shows many of, of varying number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

_W = TypeVar("_W", bound=QWidget)


class Pool(Generic[_W]):
    """Widgets of one kind at the end of a layout; those not needed are hidden, none is ever thrown away."""

    def __init__(self, layout: QBoxLayout, make: Callable[[], _W]) -> None:
        self.layout = layout
        self._make = make
        self._made: list[_W] = []

    @property
    def shown(self) -> list[_W]:
        """The widgets in use."""
        return [widget for widget in self._made if not widget.isHidden()]

    def take(self, count: int) -> list[_W]:
        """The first `count` widgets, shown; the others are hidden."""
        while len(self._made) < count:
            widget = self._make()
            self._made.append(widget)
            self.layout.addWidget(widget)
        for place, widget in enumerate(self._made):
            widget.setVisible(place < count)
        return self._made[:count]
