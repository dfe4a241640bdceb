"""The scripted expert says what the reference says, where it can be told, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.progress import CancelToken
from tests.eval.cases import Case, Wanted
from tests.eval.drafting import Tools, Variation, draft
from tests.eval.kept import KeptAnswers
from tests.eval.lineage import condition_of, equalities, reference_expression
from tests.eval.looking import Drafted, Looker, alike
from tests.eval.metrics import figures_of
from tests.eval.results import results_of
from tests.eval.sme import answer_case, replies_to
from tests.eval.tables import Reference

TABLES = {
    "src": {"ID": "INTEGER", "NM": "VARCHAR", "GRP": "INTEGER", "AMT": "DECIMAL(10,2)"},
    "grp": {"GRP": "INTEGER", "TXT": "VARCHAR"},
}
GOAL = """
with known as (select ID, NM, GRP, AMT from src)
select k.ID as id, upper(trim(k.NM)) as name, g.TXT as group_text, k.AMT * 2 as twice,
    count(*) over (partition by k.GRP) as neighbours, (select max(AMT) from src) as most
from known as k left join grp as g on g.GRP = k.GRP
where k.NM is not null or k.ID = 3
"""
DRAFT = """-- draft, approved by nobody
select s.ID as id, s.NM as name, s.AMT as twice from src as s left join grp as t on t.GRP = s.GRP
"""


@pytest.fixture
def looker() -> Iterator[Looker]:
    with duckdb.connect() as connection:
        connection.execute("create table src (ID INTEGER, NM VARCHAR, GRP INTEGER, AMT DECIMAL(10,2))")
        connection.execute(
            "insert into src values (1, ' a', 7, 1), (2, 'b', 7, 2.5), (3, NULL, 8, 3), (4, 'b', 8, 9)"
        )
        connection.execute("create table grp (GRP INTEGER, TXT VARCHAR)")
        connection.execute("insert into grp values (7, 'seven')")
        connection.execute(f"create table goal as {GOAL}")
        types = {"id": "INTEGER", "name": "VARCHAR", "group_text": "VARCHAR", "twice": "DECIMAL(12,2)"}
        yield Looker(connection, Reference({"goal": GOAL}, {"goal": ("id",)}), {**TABLES, "goal": types})


@pytest.mark.parametrize(
    ("column", "wanted"),
    [
        ("id", "src.id"),
        ("name", "UPPER(TRIM(src.nm))"),
        ("group_text", "grp.txt"),
        ("neighbours", "COUNT(*) OVER (PARTITION BY src.grp)"),
        ("most", None),
        ("not there", None),
    ],
)
def test_a_reference_column_as_one_expression(column: str, wanted: str | None) -> None:
    origin = reference_expression(GOAL, column, TABLES)
    assert (origin.text if origin else None) == wanted


def test_a_table_that_stands_twice_is_no_single_expression() -> None:
    twice = "select a.NM as x, g.TXT as y from src a join src b on a.ID = b.GRP join grp g on g.GRP = a.GRP"
    assert reference_expression(twice, "x", TABLES) is None
    assert reference_expression(twice, "y", TABLES) is not None
    assert reference_expression("select ID as x from src union all select GRP from grp", "x", TABLES) is None


def test_the_condition_of_a_join_and_of_rows() -> None:
    joined, kept = condition_of(GOAL, "grp", TABLES), condition_of(GOAL, "", TABLES)
    assert joined is not None and joined.text == "grp.grp = src.grp"
    assert kept is not None and kept.columns == {("src", "nm"), ("src", "id")}
    assert condition_of("select ID from src", "", TABLES) is None


def test_what_a_statement_holds_equal() -> None:
    assert equalities(GOAL, TABLES) == {frozenset({("src", "grp"), ("grp", "grp")})}


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ({"s.ID": "1", "s.NM": " a"}, "A"),
        ({"s.NM": " a"}, "A"),
        ({"s.NM": None}, ""),
        ({"s.NM": "b"}, "B"),
        ({"s.NM": " made up "}, "MADE UP"),
        ({"s.ID": "77"}, None),
        ({"s.NM": None, "s.ID": "77"}, ""),
    ],
)
def test_what_the_reference_gives_on_a_row_shown(
    looker: Looker, row: dict[str, str | None], wanted: str | None
) -> None:
    assert looker.expected(Drafted("goal", DRAFT), "name", row) == wanted


def test_rows_that_the_reference_tells_apart_are_not_told(looker: Looker) -> None:
    assert looker.expected(Drafted("goal", DRAFT), "twice", {"s.NM": "b"}) is None
    assert looker.expected(Drafted("goal", DRAFT), "twice", {"s.AMT": "2.50"}) == "5.00"


@pytest.mark.parametrize(
    ("value", "shown", "same"),
    [
        ("5.00", "5.0", True),
        (True, "true", True),
        (None, "", False),
        ("a", "b", False),
        ("007", "7", False),
        ("A", "a", False),
        (" x", "x", False),
    ],
)
def test_values_are_alike_however_they_are_written(value: object, shown: str, same: bool) -> None:
    assert alike(value, shown) == same


def question(code: str, column: str, **facts: object) -> dict[str, Any]:
    return {
        "id": f"{code} {column}",
        "code": code,
        "column": column,
        "text": "",
        "rows": [],
        "choices": [],
        **facts,
    }


def choices(*texts: str) -> list[dict[str, str]]:
    return [{"id": f"c{number}", "text": text} for number, text in enumerate(texts)]


ROWS = [{"s.NM": " a"}, {"s.NM": None}]


@pytest.mark.parametrize(
    ("asked", "engineer", "answer", "how"),
    [
        (question("Q02", "name", rows=ROWS, choices=choices("a; ", "A; no value")), False, "c1", "choice"),
        (question("Q02", "name", rows=ROWS, choices=choices("a; x", "b; x")), False, "A", "value"),
        (
            question("Q02", "name", rows=[ROWS[0], {"s.NM": "made up"}], choices=choices("A; x", "A; y")),
            *(False, "A", "value"),
        ),
        (question("Q02", "twice", rows=[{"s.NM": "b"}], choices=choices("1", "2")), False, None, "not known"),
        (question("Q01", "name"), False, None, "not known"),
        (question("Q01", "name"), True, "UPPER(TRIM(s.nm))", "engineer"),
        (question("Q01", "group_text"), True, "t.txt", "engineer"),
        (question("Q01", "most"), True, None, "not known"),
        (question("Q11", "(rows)", text="Is grp found by that?"), False, "yes", "join"),
        (question("Q12", "(rows)", text="What does it mean?"), False, None, "not known"),
        (
            question("Q12", "(rows)", text="What does it mean?"),
            True,
            "NOT s.nm IS NULL OR s.id = 3",
            "engineer",
        ),
    ],
)
def test_what_the_expert_says(
    looker: Looker, tmp_path: Path, asked: dict[str, Any], engineer: bool, answer: str | None, how: str
) -> None:
    report = {"targets": [{"name": "GOAL", "file": "goal.sql", "questions": [asked]}]}
    (tmp_path / "report.json").write_text(json.dumps(report))
    (tmp_path / "goal.sql").write_text(DRAFT)
    (reply,) = replies_to(tmp_path, looker, engineer=engineer)
    assert (reply.answer, reply.how) == (answer, how)


def test_a_join_the_reference_does_not_make_is_denied(looker: Looker, tmp_path: Path) -> None:
    asked = question("Q11", "(rows)", text="Is grp found by that?")
    report = {"targets": [{"name": "goal", "file": "goal.sql", "questions": [asked]}]}
    (tmp_path / "report.json").write_text(json.dumps(report))
    (tmp_path / "goal.sql").write_text(DRAFT.replace("t.GRP = s.GRP", "t.GRP = s.ID"))
    assert [reply.answer for reply in replies_to(tmp_path, looker)] == ["no"]


class TwoMinds:
    """Proposes two expressions that differ, the wrong one first."""

    identity = "two minds"

    def load(self) -> None:
        """Nothing is needed."""

    def generate(
        self, prompt: Prompt, *, candidates: int = 1, cancel: CancelToken | None = None
    ) -> tuple[Generation, ...]:
        (name,) = prompt.columns
        return tuple(Generation(f"{made}({name})", 3, 0.1, True) for made in ("upper", "lower"))


def test_an_answer_of_the_expert_makes_the_column_right(tmp_path: Path) -> None:
    for name in ("sources", "reference"):
        (tmp_path / name).mkdir()
    (tmp_path / "mapping.csv").write_text(
        "Target table,Target column,Type,Source table,Source column,Rule\n"
        "goal,id,INTEGER,src,ID,\n"
        "goal,name,VARCHAR,src,NM,Put it the quiet way we always do\n"
    )
    (tmp_path / "sources" / "src.csv").write_text("ID,NM\n1,Ab\n2,Cd\n3,\\N\n")
    (tmp_path / "reference" / "goal.sql").write_text("select ID as id, lower(NM) as name from src")
    (tmp_path / "reference" / "keys.yml").write_text("keys: {goal: [id]}\n")
    case = Case("tiny", tmp_path / "mapping.csv", tmp_path / "sources", tmp_path / "reference")
    tools = Tools(KeptAnswers(TwoMinds(), None), None)
    draft(Wanted(case), tmp_path / "before", Variation(), tools)
    assert figures_of(results_of(case, tmp_path / "before")).right == 1
    answered = answer_case(Wanted(case), tmp_path / "before", tmp_path / "after", Variation(), tools)
    assert answered.counts() == {"choice": 1}
    assert figures_of(answered.results).right == 2
