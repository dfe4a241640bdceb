"""The card of one column: what is shown of it, and what a person does about it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from signoff.core.project.standing import TargetStanding
from signoff.gui.drafter import NO_GENERATOR
from signoff.gui.panes.annotation.card import ColumnCard
from signoff.gui.window.main_window import MainWindow


@pytest.fixture
def card(garden: MainWindow, qtbot: QtBot) -> ColumnCard:
    """A card of one's own, in a window of its own."""
    made = ColumnCard(garden.panes[garden.current_step].context)
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    garden.drafter.wanted = NO_GENERATOR
    return made


def _target(garden: MainWindow, name: str = "garden_plot") -> TargetStanding:
    assert garden.session.standing is not None
    found = garden.session.standing.target(name)
    assert found is not None
    return found


def _show(card: ColumnCard, garden: MainWindow, column: str) -> None:
    target = _target(garden)
    assert target.review is not None
    card.show_column(target, next(c for c in target.review.columns if c.name == column))


def _texts(card: ColumnCard) -> str:
    return "\n".join(each.text() for each in card.findChildren(QLabel) if each.isVisible())
