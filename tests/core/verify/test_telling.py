"""Telling rows: inputs beside the result, and why each row is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import Draft, DraftColumn, JoinKind, Plan, Relation, SectionPlan
from signoff.core.domain.spec import SourceColumn
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.progress import CancelToken
from signoff.core.verify.telling import TellingRows, telling_rows

NAMES = [
    None,
    "",
    "  ",
    " lead",
    "trail ",
    "no\u00a0break",
    "Žofie",
    "plain",
    "plain",
    "the longest of them all",
]


@pytest.fixture(scope="module")
def people() -> Iterator[Sandbox]:
    columns = (SourceColumn("name", "VARCHAR"), SourceColumn("age", "INTEGER"), SourceColumn("born", "DATE"))
    rows = tuple((name, str(n * 10 - 20), f"19{50 + n}-01-01") for n, name in enumerate(NAMES))
    rows += (("late", None, None),)
    with Sandbox() as opened:
        opened.load([SampleTable("people", columns=columns, rows=rows)])
        yield opened


def told(sandbox: Sandbox, sql: str, column: str, most: int = 30) -> TellingRows:
    return telling_rows(Draft("t", sql, sql, ()), column, sandbox, most=most)


def row_of(found: TellingRows, why: str) -> tuple[object, ...]:
    row = next(row for row in found.rows if why in row.why.split("; "))
    return (*row.values, row.result)


@pytest.mark.parametrize(
    "why, row",
    [
        ("no value in name", (None, "NOBODY")),
        ("name is used", ("plain", "PLAIN")),
        ("nobody stands in", (None, "NOBODY")),
        ("most frequent, 2 rows", ("plain", "PLAIN")),
        ("blank text in name", ("", "")),
        ("only blanks in name", ("  ", "  ")),
        ("blank at the start in name", (" lead", " LEAD")),
        ("blank at the end in name", ("trail ", "TRAIL ")),
        ("no-break blank in name", ("no\u00a0break", "NO\u00a0BREAK")),
        ("letters beyond A to Z in name", ("Žofie", "ŽOFIE")),
        ("longest in name", ("the longest of them all", "THE LONGEST OF THEM ALL")),
    ],
)
def test_each_kind_of_text_is_shown_with_its_reason(
    people: Sandbox, why: str, row: tuple[object, ...]
) -> None:
    found = told(people, "select upper(coalesce(p.name, 'nobody')) as called from people p", "CALLED")
    assert (found.inputs, found.total) == (("name",), 11)
    assert row_of(found, why) == row


def test_every_case_and_the_extremes_are_shown(people: Sandbox) -> None:
    sql = "select case when age < 0 then 'none' when age > 60 then 'old' else 'grown' end as g, 1 as one from people"
    found = told(people, sql, "g")
    assert row_of(found, "case 1 of 2: none")[1] == "none"
    assert row_of(found, "case 2 of 2: old")[1] == "old"
    assert row_of(found, "none of the cases: grown")[1] == "grown"
    assert row_of(found, "no value in age") == (None, "grown")
    shown = [row_of(found, f"{word} in age")[0] for word in ("smallest", "zero", "largest")]
    assert shown == [-20, 0, 70]
    dates = told(people, "select born + 1 as next from people", "next")
    assert row_of(dates, "smallest in born") == ("1950-01-01", "1950-01-02")


def test_a_missing_value_is_shown_however_few_rows_there_are(people: Sandbox) -> None:
    found = told(people, "select concat(name, age) as both from people", "both", most=2)
    assert [row.values for row in found.rows] == [(None, -20), ("late", None)]


def test_groups_show_their_keys_and_what_was_put_together(people: Sandbox) -> None:
    sql = "select age > 20 as old, sum(age) as years from people where age is not null group by 1"
    found = told(people, sql, "years")
    assert [(each.name, each.gathered) for each in found.sections[0].inputs] == [("age", True)]
    assert (["-20", "-10", "0", "10", "20"],) in [row.values for row in found.rows]
    keyed = told(people, "select name, count(*) as n from people group by name", "n")
    assert (keyed.inputs, keyed.total) == (("name",), 10)
    assert row_of(keyed, "largest as result") == ("plain", 2)


def test_parts_are_told_apart_and_relations_named(people: Sandbox) -> None:
    sections = tuple(
        SectionPlan(n, (Relation("people", "a", JoinKind.DRIVING),)) for n in ("first", "second")
    )
    sql = """select concat(a.name, b.name) as x from people a join people b on a.age = b.age
        union all select name from people"""
    both = (Expression("", Origin.DIRECT),) * 2
    draft = Draft("t", sql, sql, (DraftColumn("x", "", both),), Plan("t", sections))
    found = telling_rows(draft, "x", people, also=[("B", "born"), ("nowhere", "born")])
    assert [section.name for section in found.sections] == ["first", "second"]
    inputs = [[(i.name, i.table) for i in section.inputs] for section in found.sections]
    assert inputs == [[("a.name", "people"), ("b.name", "people"), ("born", "people")], [("name", "people")]]
    assert [section.total for section in found.sections] == [10, 11]


@pytest.mark.parametrize(
    "sql, inputs",
    [
        (
            "with c as (select name as n from people), final as (select trim(n) as x from c) select * from final",
            ("n",),
        ),
        ("select distinct upper(name) as x from people", ("name",)),
        ("select trim(name) as y, y || '!' as x from people", ("y",)),
        ("select x from (select name as x from people limit 3) limit 2", ("x",)),
        ("select (select max(p.age) from people p where p.name = q.name) as x from people q", ("name",)),
        ("select list_transform([name], e -> upper(e)) as x from people", ("name",)),
        ("select row_number() over (partition by name order by age) as x from people", ("name", "age")),
    ],
)
def test_kept_queries_are_read_as_far_as_they_can_be(
    people: Sandbox, sql: str, inputs: tuple[str, ...]
) -> None:
    found = told(people, sql, "x")
    assert found.inputs == inputs
    assert found.rows and found.total == sum(row.count for row in found.rows)


def test_an_empty_table_has_no_rows_to_tell(people: Sandbox) -> None:
    found = told(people, "select name from people where false", "name")
    assert (found.rows, found.total) == ((), 0)


def test_what_cannot_be_told_is_a_sentence(people: Sandbox) -> None:
    with pytest.raises(SignoffError, match='no column "nope"'):
        told(people, "select name from people", "nope")
    with pytest.raises(SignoffError, match="nowhere"):
        told(people, "select x from nowhere", "x")


def test_telling_can_be_cancelled(people: Sandbox) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        telling_rows(Draft("t", "select 1 as x", "select 1 as x", ()), "x", people, cancel=token)
