"""Relations that notes describe clause by clause, in many wordings."""

from __future__ import annotations

from typing import Any

import pytest

from signoff.core.domain.spec import TargetMapping
from signoff.core.merge.named_uses import namings_of
from signoff.core.merge.told_relations import told_relation
from signoff.core.merge.told_state import Around
from signoff.core.pipeline.texts import compiled_text
from tests.core.merge.cases import FOLDER, load, schema_of

_CASES = load(FOLDER / "told_relations.yml")


@pytest.mark.parametrize("case", _CASES["cases"], ids=lambda c: c["text"])
def test_relations_are_read_in_many_wordings(case: dict[str, Any]) -> None:
    """The whole description is understood, or nothing is made of it."""
    around = Around(TargetMapping("t", ()), schema_of(_CASES), compiled_text, tuple(case["wanted"]))

    made = told_relation(case["text"], around)

    found = " ".join(made.subquery.split()) if made is not None else None
    if "holds" in case:
        assert found is not None
        assert case["holds"] in found
    else:
        assert found == case["sql"]


@pytest.mark.parametrize(
    "text",
    [
        "Derived relation paid: orders per day",
        "Subquery 'paid': orders per day",
        "paid is orders per day",
        "paid (helper) = orders per day",
        "First build the set paid: orders per day",
        "CTE paid -> orders per day",
        "Step 1: paid – orders per day",
        "Let paid be orders per day",
    ],
)
def test_a_note_gives_its_relation_a_name_in_many_ways(text: str) -> None:
    assert ("paid", "orders per day") in list(namings_of(text, ["other", "paid"]))
