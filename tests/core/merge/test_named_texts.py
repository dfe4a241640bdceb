"""Notes that describe a relation under a name of its own, in the ways people write them."""

from __future__ import annotations

from typing import Any

import pytest

from signoff.core.domain.spec import SourceColumn, SourceTable
from signoff.core.merge.named_texts import read_grouped, read_union
from signoff.core.merge.named_values import value_of
from tests.core.merge.cases import FOLDER, load

_CASES = load(FOLDER / "named_texts.yml")
_RENTS = SourceTable(
    "rents",
    tuple(
        SourceColumn(name, kind)
        for name, kind in (
            ("rent_id", "INTEGER"),
            ("boat_id", "INTEGER"),
            ("started_on", "DATE"),
            ("fee", "DECIMAL"),
        )
    ),
)


@pytest.mark.parametrize("case", _CASES["grouped"], ids=lambda c: c["text"])
def test_rows_put_together_are_read(case: dict[str, Any]) -> None:
    readings = [told for told in read_grouped(case["text"]) if told.table == case["table"]]
    found = [
        {
            "keys": [
                (v.sql.removeprefix("rents.") if (v := value_of(k.how, _RENTS)) else "") for k in told.keys
            ],
            "sql": {s.name: (v.sql if (v := value_of(s.how, _RENTS)) else "") for s in told.sums},
            "where": told.where,
        }
        for told in readings
    ]
    assert {"keys": case["keys"], "sql": case["sql"], "where": case.get("where", "")} in found


@pytest.mark.parametrize("case", _CASES["union"], ids=lambda c: c["text"])
def test_rows_one_below_the_other_are_read(case: dict[str, Any]) -> None:
    assert list(read_union(case["text"])) == case["tables"]


@pytest.mark.parametrize("text", _CASES["neither"])
def test_other_texts_describe_no_relation(text: str) -> None:
    whole = [
        told
        for told in read_grouped(text)
        if all(value_of(item.how, _RENTS) for item in (*told.keys, *told.sums))
    ]
    assert not whole
    assert read_union(text) == ()
