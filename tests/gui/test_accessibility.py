"""Who sees no screen and has no mouse: every control has a name, and Tab leads to each of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from signoff.core.domain.review import ROWS
from signoff.gui.places import Place, Step
from signoff.gui.window.main_window import MainWindow

PLACES = [
    Place(Step.INPUT),
    Place(Step.ENHANCE),
    Place(Step.ENHANCE, part="template"),
    Place(Step.VALIDATE, "garden_plot", ROWS, "samples"),
    Place(Step.VALIDATE, "garden_plot", "size_class", "sql"),
    Place(Step.VALIDATE, "water_bill", "bill_total", "checks"),
    Place(Step.GENERATE),
]


def named(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    return widget.text() if isinstance(widget, QLabel) else ""


def reachable(window: QWidget) -> list[QWidget]:
    """Every control on screen that takes the focus by Tab; parts of a combo box or spin box count as it."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QMenu)
        and not isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
        and widget.focusProxy() is None
    ]


@pytest.mark.parametrize(
    "place", PLACES, ids=lambda p: f"{p.step.name.lower()}-{p.column or p.part or 'top'}"
)
def test_every_control_has_a_name_and_tab_leads_to_it(garden: MainWindow, qtbot: QtBot, place: Place) -> None:
    garden.go(place)
    qtbot.waitUntil(lambda: not garden.jobs.open, timeout=30_000)
    wanted = reachable(garden)
    assert [f"{type(w).__name__} in {type(w.parentWidget()).__name__}" for w in wanted if not named(w)] == []
    with qtbot.waitActive(garden):
        garden.activateWindow()
    garden.targets.view.setFocus()
    visited: list[QWidget] = []
    for _step in range(3 * len(wanted) + 10):
        qtbot.keyClick(QApplication.focusWidget() or garden, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is None or here in visited[:-1]:
            break
        visited.append(here)
    missed = [
        w for w in wanted if w.isVisible() and w not in visited and not _is_exclusive_sibling(w, visited)
    ]
    assert [f"{type(w).__name__} {named(w)!r}" for w in missed] == []


def _is_exclusive_sibling(widget: QWidget, visited: list[QWidget]) -> bool:
    """Tabs are one stop for Tab, the arrow keys lead along them."""
    return (
        isinstance(widget, QAbstractButton)
        and (widget.autoExclusive() or (widget.group() is not None and widget.group().exclusive()))
        and any(isinstance(v, QAbstractButton) and v.parentWidget() is widget.parentWidget() for v in visited)
    )
