"""A row that only stands elsewhere stays where the project has it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from signoff.core.project.basis import basis_of
from signoff.core.review.versions import delta
from signoff.core.review.versions.steady import names_kept, steadied
from tests.helpers.versions import spec_of

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "versions" / "resorted.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
@pytest.mark.parametrize("seed", range(4))
def test_a_shuffled_document_leads_to_the_same_drafts(
    case: dict[str, dict[str, list[str]]], seed: int
) -> None:
    old = spec_of(case["document"])
    shuffled = {}
    for sheet, lines in case["document"].items():
        head = lines[:1] if lines[0].startswith(("Target", "Version")) else []
        rows = lines[len(head) :]
        random.Random(seed).shuffle(rows)
        shuffled[f"{sheet} of May"] = [*head, *rows]
    read = spec_of(shuffled)
    new = steadied(old, read, names_kept(old, read))
    assert [t.name for t in new.targets] == [t.name for t in old.targets]
    for before, after in zip(old.targets, new.targets, strict=True):
        assert [c.name for c in after.columns] == [c.name for c in before.columns]
        assert basis_of(after, is_update=True) == basis_of(before, is_update=True)
    assert delta(old, new).is_empty


def test_new_columns_come_behind_the_one_they_follow() -> None:
    old = spec_of({"Map": ["t|a|int|S|A|", "t|b|int|S|B|", "t|c|int|S|C|"]})
    read = spec_of({"Map": ["t|x|int|S|X|", "t|c|int|S|C|", "t|y|int|S|Y|", "t|z|int|S|Z|", "t|a|int|S|A|"]})
    new = steadied(old, read, {})
    assert [c.name for c in new.targets[0].columns] == ["x", "a", "c", "y", "z"]
