"""Other expressions of a column are shown on the same rows as the one that is drafted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from signoff.core.domain.plan import Draft
from signoff.core.domain.spec import SourceColumn
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.verify.beside import beside
from signoff.core.verify.telling import telling_rows


def _draft(sql: str) -> Draft:
    return Draft("t", sql, sql, ())


@pytest.fixture
def people() -> Iterator[Sandbox]:
    columns = (SourceColumn("name", "VARCHAR"), SourceColumn("age", "INTEGER"))
    with Sandbox() as opened:
        opened.load([SampleTable("people", columns=columns, rows=((" Ada ", "36"), ("", None)))])
        yield opened


def test_every_row_shows_its_value_by_each_expression(people: Sandbox) -> None:
    draft = _draft("select p.age as age, trim(p.name) as who from people as p")
    rows = telling_rows(beside(draft, "WHO", [["p.name"], ["upper(p.name)"]]), "who", people).rows
    assert {(row.values, tuple(row.result)) for row in rows} == {
        ((" Ada ",), ("Ada", " Ada ", " ADA ")),
        (("",), ("", "", "")),
    }


def test_each_part_of_a_union_has_its_own_expression(people: Sandbox) -> None:
    draft = _draft("select p.age as n from people p union all select p.age + 1 as n from people p")
    rows = telling_rows(beside(draft, "n", [["0", "1"]]), "n", people).rows
    assert {tuple(row.result) for row in rows} == {("36", "0"), (None, "0"), ("37", "1"), (None, "1")}


def test_groups_are_put_together_for_every_expression(people: Sandbox) -> None:
    draft = _draft("select p.name as name, max(p.age) as oldest from people p group by p.name")
    rows = telling_rows(beside(draft, "oldest", [["count(*)"]]), "oldest", people).rows
    assert {tuple(row.result) for row in rows} == {("36", "1"), (None, "1")}


@pytest.mark.parametrize("column, other", [("nothing", "1"), ("age", "1 +")])
def test_what_cannot_be_shown_beside_is_a_sentence(column: str, other: str) -> None:
    with pytest.raises(SignoffError):
        beside(_draft("select p.age as age from people as p"), column, [[other]])
