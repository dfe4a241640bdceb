"""The evaluation's own machinery: what it counts, what it keeps, and that it drafts as `signoff draft` does."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from signoff.cli.main import main as signoff
from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.parse import parse_document
from signoff.core.pipeline.desk import PromptRecord
from signoff.core.progress import CancelToken
from tests.eval.cases import Wanted, every_case, is_trivial, part_of, project
from tests.eval.comparing import FULL, NAIVE, NO_GENERATOR, keep_first
from tests.eval.drafting import Tools, Variation, draft, report_of
from tests.eval.kept import KeptAnswers
from tests.eval.metrics import by_half, figures_of, is_silent, is_silent_itself
from tests.eval.naive import prompt_for, statement_in
from tests.eval.page import page
from tests.eval.results import ColumnResult, TargetResult, from_data, to_data
from tests.eval.running import read, run, write
from tests.eval.shown import NOT_RUN
from tests.eval.tables import load_sources
from tests.helpers.clearing import cleared

PATTERNS = Variation(generator="none")


def column(name: str = "c", **facts: object) -> ColumnResult:
    told = {"kind": "date", "origin": "pattern", "right": True, "on_matching": True, "bound": True, **facts}
    return ColumnResult(name, **told)  # type: ignore[arg-type]


def target(*columns: ColumnResult, **facts: object) -> TargetResult:
    told = {"held_out": False, "runs": True, "rows_right": True, **facts}
    return TargetResult("p", "t", columns=columns, **told)  # type: ignore[arg-type]


WRONG = {"right": False, "on_matching": False}


@pytest.mark.parametrize(
    ("facts", "of_target", "silent", "itself"),
    [
        ({}, {}, False, False),
        (WRONG, {}, True, True),
        ({**WRONG, "questions": ("Q02",)}, {}, False, False),
        ({**WRONG, "remarks": ("D06",)}, {}, False, False),
        (WRONG, {"remarks": ("D20",)}, False, True),
        ({"right": False}, {"questions": ("Q11",), "rows_right": False}, False, False),
        ({"right": False}, {"rows_right": False}, True, True),
    ],
)
def test_what_is_wrong_and_not_told(
    facts: dict[str, object], of_target: dict[str, object], silent: bool, itself: bool
) -> None:
    each = column(**facts)
    whole = target(each, **of_target)
    assert (is_silent(whole, each), is_silent_itself(whole, each)) == (silent, itself)


def test_figures_count_what_is_certain_and_what_is_asked_in_vain() -> None:
    results = [
        target(
            column("a", kind="direct", origin="direct", seconds=1.0),
            column("b", questions=("Q02", "Q01"), tokens=9),
            column("c", **WRONG, questions=("Q02",)),
            column("d", **WRONG),
            column("e", remarks=("D32",)),
            questions=("Q11",),
            seconds=6.0,
            tokens=9,
        )
    ]
    figures = figures_of(results)
    assert (figures.columns, figures.right, figures.not_trivial, figures.not_trivial_right) == (5, 3, 4, 2)
    assert (figures.certain, figures.certain_right) == (2, 1)
    assert (figures.questions, figures.pointless) == (4, 3)
    assert (figures.seconds_a_right_column, figures.tokens_a_right_column) == (2.0, 3.0)


def test_halves_add_up() -> None:
    results = [target(column()), target(column(**WRONG), held_out=True, runs=False)]
    halves = by_half(results)
    assert halves["both"].columns == halves["tuning half"].columns + halves["held-out half"].columns == 2
    assert (halves["held-out half"].run, halves["held-out half"].right) == (0, 0)


def test_a_result_comes_back_from_its_file_as_it_was() -> None:
    whole = target(column(questions=("Q02",), seconds=1.5), remarks=("D20",), seconds=2.0)
    assert from_data(to_data(whole)) == whole


def test_the_fixed_part_is_whole_targets_of_sixty_columns_and_the_same_each_time() -> None:
    cases = every_case()
    part = part_of(cases)
    assert part == part_of(list(reversed(cases)))[::-1]
    assert all(each.targets for each in part)
    assert part != part_of(cases, salt="other")
    assert is_trivial("direct*") and is_trivial("constant") and not is_trivial("date")


class Counting:
    """Answers every prompt and counts how often it was asked."""

    identity = "counting"

    def __init__(self) -> None:
        self.asked = 0

    def load(self) -> None:
        """Nothing is needed."""

    def generate(
        self, prompt: Prompt, *, candidates: int = 1, cancel: CancelToken | None = None
    ) -> tuple[Generation, ...]:
        self.asked += 1
        return (Generation(prompt.columns[0], 3, 0.5, True),)


PROMPT = cleared(Prompt("", "body", "t/1", "hash", ("text_01",), column_types=("VARCHAR",)))


def test_an_answer_is_asked_for_once_and_survives_a_kill(tmp_path: Path) -> None:
    file, inner = tmp_path / "answers.jsonl", Counting()
    first = KeptAnswers(inner, file).generate(PROMPT)
    with file.open("a", encoding="utf-8") as cut:
        cut.write('{"key": "half a li')
    assert KeptAnswers(inner, file).generate(PROMPT) == first
    assert inner.asked == 1
    KeptAnswers(inner, file).generate(PROMPT, candidates=2)
    KeptAnswers(inner, file, label="any line").generate(PROMPT)
    assert inner.asked == 3


def test_a_kept_answer_owes_the_seconds_it_once_took(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    record = PromptRecord("T", "C", "", "", PROMPT, None, (), ())  # type: ignore[arg-type]
    asked = KeptAnswers(Counting(), file)
    asked.generate(PROMPT)
    assert asked.owed([record]) == {("t", "c"): 0.0}
    line = file.read_text(encoding="utf-8")
    file.write_text(line.replace('"seconds": 0.0,', '"seconds": 4.5,', 1), encoding="utf-8")
    again = KeptAnswers(Counting(), file)
    again.generate(PROMPT)
    assert again.owed([record, record]) == {("t", "c"): 4.5}
    assert again.owed([record]) == {("t", "c"): 0.0}


def test_it_drafts_as_the_command_does(tmp_path: Path) -> None:
    case = project("logistics")
    draft(Wanted(case), tmp_path / "here", PATTERNS, Tools())
    given = ["draft", str(case.document), "--sources", str(case.sources), "--out", str(tmp_path / "there")]
    signoff([*given, "--generator", "none"])
    texts = {path.name: path.read_text() for path in (tmp_path / "there").glob("*.sql")}
    assert texts == {path.name: path.read_text() for path in (tmp_path / "here").glob("*.sql")}
    assert [t["questions"] for t in report_of(tmp_path / "here")["targets"]] == [
        t["questions"] for t in report_of(tmp_path / "there")["targets"]
    ]


def test_a_run_goes_on_and_redoes_what_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [Wanted(project("logistics"), ("dim_carrier",))]
    first = run(wanted, PATTERNS, tmp_path, "some")
    assert [result.target for result in first] == ["dim_carrier"]
    drafted: list[str] = []
    monkeypatch.setattr(
        "tests.eval.running.draft",
        lambda each, out, *_: drafted.append(each.case.name),
    )
    assert run(wanted, PATTERNS, tmp_path, "some") == first == read(tmp_path / "some.json")[1]
    assert not drafted
    monkeypatch.setattr("tests.eval.running.digest_of_code", lambda: "other code")
    run(wanted, PATTERNS, tmp_path, "some")
    assert drafted == ["logistics"]


def a_run(folder: Path, name: str, *results: TargetResult) -> Path:
    write(folder / f"{name}.json", results, PATTERNS, Tools())
    return folder / f"{name}.json"


def test_a_first_figure_is_kept_once(tmp_path: Path) -> None:
    first = tmp_path / "first.json"
    low = a_run(tmp_path, "low", target(column(**WRONG), held_out=True), target(column()))
    assert keep_first(low, "2026-11-28", first) == ["p"]
    before = first.read_text(encoding="utf-8")
    assert keep_first(a_run(tmp_path, "high", target(column(), held_out=True)), "2026-12-01", first) == []
    assert first.read_text(encoding="utf-8") == before
    assert json.loads(before)[NO_GENERATOR]["p"]["right"] == 0


def test_the_page_has_the_figures_and_says_what_was_not_run(tmp_path: Path) -> None:
    a_run(tmp_path, FULL, target(column("a"), column("b", **WRONG), held_out=True))
    a_run(tmp_path, NAIVE, target(column("a"), column("b", **WRONG, kind="direct"), seconds=8.0))
    written = page(tmp_path, tmp_path / "none.json")
    assert "| held-out half | 1 | 1 | 2 | 2 | 1 | 1 | 50.0% | 2 | 1 | 50.0% |" in written
    assert "| whole table in one prompt | 1 | 1 | 2 | 1 | 50.0% | 1 of 1 | 8 | 8.00 |" in written
    assert written.count(NOT_RUN) == 3  # levels of masking, ablations and first figures
    assert "{" not in written


@pytest.mark.parametrize(
    ("text", "sql"),
    [
        ("select 1", "select 1"),
        ("Here it is:\n```sql\nselect 1 as x;\n```\nIt gives one row.", "select 1 as x"),
        ("```\nselect 1", "select 1"),
        ("select 1; drop table x", "select 1"),
        ("", ""),
    ],
)
def test_the_statement_in_a_free_answer(text: str, sql: str) -> None:
    assert statement_in(text) == sql


def test_a_naive_prompt_shows_the_tables_named_and_every_row() -> None:
    case = project("logistics")
    (wanted,) = [t for t in parse_document(case.document).targets if t.name == "dim_carrier"]
    with duckdb.connect() as connection:
        load_sources(connection, case.sources)
        prompt = prompt_for(wanted, connection, "chatml")
    assert "- carrier (carrier_code VARCHAR" in prompt and "- port (" not in prompt
    assert all(f"\n- {column.name}" in prompt for column in wanted.columns)
