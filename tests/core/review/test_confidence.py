"""How sure a column is: the word, its reason, and what our tests say of columns like it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.review import ROWS, Question
from signoff.core.review import records
from signoff.core.review.confidence import Known, Level, confidence_of, known_of

ASKED = Known(asked=True)
HINT = Known(remarks=(Finding("D32", Severity.INFO, "So it is.", column="x"),))
WARNED = Known(remarks=(Finding("D04", Severity.WARNING, "So it may be.", column="x"),))
UNSEEN = Known(remarks=(Finding("D06", Severity.WARNING, "Not shown.", column="x"),))
TWO = ("b",)


def made(origin: Origin, *, other: tuple[str, ...] = (), least: float = 0.0, agreed: int = 0) -> Expression:
    return Expression("a", origin, alternatives=other, least=least, agreed=agreed)


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Tests of columns as a file of the evaluation would have them."""
    kinds = {"direct": [49, 50], "direct, told": [3, 30], "pattern": [19, 19]}
    (tmp_path / "records.json").write_text(json.dumps({"kinds": kinds}), encoding="utf-8")
    monkeypatch.setattr(records, "records_file", lambda: tmp_path / "records.json")
    records.recorded.cache_clear()
    yield tmp_path / "records.json"
    records.recorded.cache_clear()


@pytest.mark.parametrize(
    ("expression", "known", "level", "words"),
    [
        (made(Origin.DIRECT), Known(), Level.CERTAIN, "copied as it is"),
        (made(Origin.DIRECT), HINT, Level.LIKELY, "a remark stands beside it"),
        (made(Origin.DIRECT), WARNED, Level.DOUBTFUL, "a remark stands on it"),
        (made(Origin.DIRECT), Known(failed=True), Level.DOUBTFUL, "a check of it"),
        (made(Origin.DIRECT), ASKED, Level.DOUBTFUL, "a question on it is open"),
        (made(Origin.PATTERN), Known(), Level.CERTAIN, "understood every word"),
        (made(Origin.PATTERN), UNSEEN, Level.DOUBTFUL, "parts of the rule are not seen"),
        (made(Origin.PATTERN, other=TWO), Known(), Level.LIKELY, "one of 2 ways to read the rule"),
        (made(Origin.PATTERN, other=TWO), ASKED, Level.DOUBTFUL, "2 ways that give different values"),
        (made(Origin.GENERATED, other=TWO, agreed=214), Known(), Level.LIKELY, "all 2 attempts of the language model "),
        (made(Origin.GENERATED, other=TWO, agreed=214), Known(), Level.LIKELY, "agree on 214 sample rows"),
        (made(Origin.GENERATED, other=TWO), Known(), Level.LIKELY, "no sample row tells them apart"),
        (made(Origin.GENERATED, other=TWO), ASKED, Level.DOUBTFUL, "2 attempts of the language model give different"),
        (made(Origin.GENERATED, least=0.97), Known(), Level.LIKELY, "sure of every part"),
        (made(Origin.GENERATED, least=0.31), Known(), Level.DOUBTFUL, "not sure of every part"),
        (made(Origin.GENERATED), Known(), Level.LIKELY, "one way"),
        (replace(made(Origin.GENERATED, other=TWO), answered=True), Known(), Level.LIKELY, "an answer chose it"),
        (made(Origin.WRITTEN), WARNED, Level.DOUBTFUL, "a remark stands on it"),
        (made(Origin.WRITTEN), Known(), Level.GIVEN, "a person wrote it"),
        (made(Origin.KEPT), Known(), Level.GIVEN, "existing SQL"),
        (made(Origin.UNRESOLVED), ASKED, Level.OPEN, "no expression"),
    ],
)  # fmt: skip
def test_a_word_with_its_reason(expression: Expression, known: Known, level: Level, words: str) -> None:
    sure = confidence_of(DraftColumn("x", "", (expression,)), known)
    assert sure.level is level and words in sure.reason
    assert sure.sentence.startswith(f"{sure.word}: {sure.reason}.")


def test_the_least_sure_part_counts() -> None:
    parts = (made(Origin.GENERATED, least=0.97), made(Origin.GENERATED, least=0.31))
    assert confidence_of(DraftColumn("x", "", parts), Known()).level is Level.DOUBTFUL


def test_how_often_columns_like_it_were_right_is_said_where_enough_were_tested(plain: Path) -> None:
    column = DraftColumn("x", "", (made(Origin.DIRECT),))
    assert "98 of 100" in confidence_of(column, Known()).sentence
    assert "10 of 100" in confidence_of(column, HINT).sentence
    assert not confidence_of(DraftColumn("x", "", (made(Origin.PATTERN),)), Known()).record


def test_without_the_file_nothing_is_said_of_tests(plain: Path) -> None:
    plain.write_text("[]", encoding="utf-8")
    assert not confidence_of(DraftColumn("x", "", (made(Origin.DIRECT),)), Known()).record


def test_a_sure_column_says_so_where_the_rows_of_its_table_are_in_question() -> None:
    column = DraftColumn("x", "", (made(Origin.DIRECT),))
    barring = Finding("D202", Severity.ERROR, "A filter was not understood.", target="t")
    sure = confidence_of(column, known_of("x", (), (barring,), ()))
    assert sure.level is Level.CERTAIN and "Which rows" in sure.sentence
    calm = replace(barring, severity=Severity.WARNING)
    assert "Which rows" not in confidence_of(column, known_of("x", (), (calm,), ())).sentence
    asked = Question("1", "t", ROWS, "Q03", "Which rows?", ())
    assert known_of("x", (asked,), (), ()).rows_open and not known_of("x", (asked,), (), ()).asked
