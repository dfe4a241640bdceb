"""Dates and decimals are written as the person's system does; whole numbers and texts stay what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time

import pytest
from PySide6.QtCore import QLocale, Qt

from signoff.core.progress import CancelToken
from signoff.gui.tables.cells import find_cell
from signoff.gui.tables.grid import GridModel
from signoff.gui.widgets.localized import day_words, localized, time_words

Speak = Callable[[QLocale.Language, QLocale.Country], None]


@pytest.fixture
def speak() -> Iterator[Speak]:
    """Sets the language of the person's system for one test."""
    before = QLocale()
    yield lambda language, country: QLocale.setDefault(QLocale(language, country))
    QLocale.setDefault(before)


def test_values_are_written_as_in_germany(speak: Speak) -> None:
    speak(QLocale.Language.German, QLocale.Country.Germany)
    assert localized("1234567.50", "DECIMAL(18,2)") == "1.234.567,50"
    assert localized(-0.25, "DOUBLE") == "-0,25"
    assert localized("2024-04-03", "DATE") == "03.04.2024"
    assert localized("2024-04-03 08:15:00", "TIMESTAMP") == "03.04.2024 08:15:00"


def test_values_are_written_as_in_america(speak: Speak) -> None:
    speak(QLocale.Language.English, QLocale.Country.UnitedStates)
    assert localized("1234567.50", "DECIMAL(18,2)") == "1,234,567.50"
    assert localized("2024-04-03", "DATE") == "4/3/2024"
    assert "PM" in time_words(time(13, 5))


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (2024, "INTEGER"),
        ("2024-04-03", "VARCHAR"),
        ("1.50", ""),
        (None, "DATE"),
        (True, "BOOLEAN"),
        ("x", "DATE"),
    ],
)
def test_keys_years_texts_and_no_value_stay(value: object, kind: str, speak: Speak) -> None:
    speak(QLocale.Language.German, QLocale.Country.Germany)
    assert localized(value, kind) is None


def test_a_system_without_a_language_shows_values_as_they_are(speak: Speak) -> None:
    speak(QLocale.Language.C, QLocale.Country.AnyCountry)
    assert localized("2024-04-03", "DATE") is None and localized("1.50", "DECIMAL(9,2)") is None
    assert (day_words(2024, 4, 3), time_words(time(8, 5))) == ("2024-04-03", "08:05")


def test_a_cell_shows_the_value_in_the_persons_format_and_itself_on_hover(speak: Speak) -> None:
    speak(QLocale.Language.German, QLocale.Country.Germany)
    model = GridModel()
    model.show(("a", "b"), [("1234.50", 7)], ("DECIMAL(9,2)", "INTEGER"))
    first, second = model.index(0, 0), model.index(0, 1)
    assert first.data() == "1.234,50" and first.data(Qt.ItemDataRole.ToolTipRole) == "1234.50"
    assert second.data() == "7" and second.data(Qt.ItemDataRole.ToolTipRole) is None
    alignments = {int(index.data(Qt.ItemDataRole.TextAlignmentRole)) for index in (first, second)}
    assert len(alignments) == 1


def test_a_cell_is_found_by_what_it_shows_and_by_what_it_holds(speak: Speak) -> None:
    speak(QLocale.Language.German, QLocale.Country.Germany)
    rows, types = [("x", "1234.50"), ("y", "2024.25")], ("VARCHAR", "DECIMAL(9,2)")
    for wanted, place in (("1.234,5", 1), ("1234.5", 1), ("2.024", 3)):
        assert find_cell(rows, 2, wanted, -1, CancelToken(), types=types) == place
    assert find_cell(rows, 2, "1.234,5", -1, CancelToken()) == -1
