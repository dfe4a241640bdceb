"""Header words of one's own: added to the shipped ones, told with slips, and said in a sentence where wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.core.engines.documents.reading import read_grids
from signoff.core.errors import SignoffError
from signoff.core.parse import read_sheets
from signoff.core.parse.lexicon import guess
from signoff.core.parse.own_headers import FILE, forget
from tests.helpers.documents import build_workbook

WORDS = """
Ursprungsfeld: source column
Ursprung: source table
Posten: target column
Herleitung: rule
Rule: ignore
"""
ROWS = [
    ["Ursprung", "Ursprungsfelt", "Posten", "HERLEITUNG", "Rule"],
    ["bestellung", "nr", "order_no", "1:1", "ja"],
    ["bestellung", "betrag", "amount", "durch 100", "ja"],
]


def _clear() -> None:
    forget()
    guess.cache_clear()


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "settings"
    folder.mkdir()
    monkeypatch.setenv("SIGNOFF_SETTINGS", str(folder))
    _clear()
    yield folder
    monkeypatch.undo()
    _clear()


def test_own_words_are_read_and_win_over_the_shipped_ones(settings: Path, tmp_path: Path) -> None:
    (settings / FILE).write_text(WORDS, encoding="utf-8")
    book = build_workbook({"f_order": {"rows": ROWS}}, tmp_path / "m.xlsx")
    spec = read_sheets(book.name, read_grids(book))
    roles = dict(spec.sheets[0].roles)
    assert [str(roles[c]) for c in "ABCDE"] == [
        "source_table",
        "source_column",
        "target_column",
        "rule",
        "other",
    ]
    assert [(c.name, str(c.sources[0]), c.rule) for c in spec.targets[0].columns] == [
        ("order_no", "bestellung.nr", "1:1"),
        ("amount", "bestellung.betrag", "durch 100"),
    ]


def test_a_slip_lowers_the_confidence(settings: Path) -> None:
    (settings / FILE).write_text(WORDS, encoding="utf-8")
    assert guess("ursprungsfeld").exact
    assert not guess("Ursprungsfelt").exact
    assert guess("Ursprungsort der Ware").kind != "column"


def test_without_a_file_nothing_changes(settings: Path) -> None:
    assert not (settings / FILE).exists()
    assert guess("Posten").kind == ""
    assert guess("Rule").kind == "rule"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Posten: target thing", "no part of a mapping"),
        ("- Posten", "no list of headers"),
        ("Posten: [", "can't be read"),
    ],
)
def test_a_wrong_file_is_told_in_a_sentence(settings: Path, text: str, says: str) -> None:
    (settings / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(SignoffError, match=says) as told:
        guess("Posten")
    assert FILE in str(told.value)


def test_an_empty_file_says_nothing(settings: Path) -> None:
    (settings / FILE).write_text("# none yet\n", encoding="utf-8")
    assert guess("Rule").kind == "rule"
