"""Widgets that give way where there is no room."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from signoff.gui.widgets.short_label import ShortLabel
from signoff.gui.widgets.tabs import Tabs

WORDS = "hidden from the language model: tables and columns"


def test_a_short_label_is_cut_and_says_all_in_its_tooltip(qtbot: QtBot) -> None:
    made = ShortLabel(WORDS)
    qtbot.addWidget(made)
    made.show()
    made.resize(made.sizeHint())
    assert (super(ShortLabel, made).text(), made.toolTip()) == (WORDS, "")
    made.resize(80, made.height())
    assert super(ShortLabel, made).text().endswith("…") and made.toolTip() == made.text() == WORDS
    assert made.minimumSizeHint().width() < 40


def test_words_that_are_wanted_whole_are_not_seen_in_part(qtbot: QtBot) -> None:
    made = ShortLabel(WORDS, whole=True)
    qtbot.addWidget(made)
    made.show()
    made.resize(80, 20)
    assert super(ShortLabel, made).text() == "" and made.toolTip() == WORDS
    assert made.minimumSizeHint().width() == 0


def test_tabs_go_on_below_where_the_bar_is_narrow(qtbot: QtBot) -> None:
    tabs = Tabs()
    qtbot.addWidget(tabs)
    for number in range(6):
        tabs.add(str(number), f"a tab with words {number}", QWidget())
    tabs.resize(900, 300)
    tabs.show()
    buttons = [tabs._buttons[str(number)] for number in range(6)]
    assert len({each.mapTo(tabs, each.rect().topLeft()).y() for each in buttons}) == 1
    tabs.resize(tabs.minimumSizeHint().width(), 300)
    places = [each.mapTo(tabs, each.rect().topLeft()) for each in buttons]
    assert len({place.y() for place in places}) == 6
    assert all(each.width() >= each.sizeHint().width() for each in buttons)
