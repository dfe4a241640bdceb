"""Rules that sum up rows or compare them, in the words of a dozen authors: the values meant, or nothing at all."""

from __future__ import annotations

from functools import lru_cache

import pytest

from tests.helpers.group_rules import Bench, GroupRule, Page, compiled, pages

PAGES = pages()


@lru_cache
def _bench(name: str) -> Bench:
    return Bench(next(page for page in PAGES if page.name == name))


@pytest.mark.parametrize(
    ("page", "rule"),
    [pytest.param(p, r, id=f"{p.name}-{r.text[:70]}") for p in PAGES for r in p.rules],
)
def test_a_rule_gives_the_values_meant_or_is_left(page: Page, rule: GroupRule) -> None:
    made = compiled(page, rule)
    if not rule.means:
        assert made is None, f"{rule.text!r} became {made.sql}"
        return
    if made is None and rule.is_open:
        return
    assert made is not None, f"{rule.text!r} was not understood"
    given = _bench(page.name).values(made.sql, rule.kind)
    wanted = [_bench(page.name).values(sql, rule.kind) for sql in rule.means]
    assert given in wanted, f"{rule.text!r} became {made.sql}"
