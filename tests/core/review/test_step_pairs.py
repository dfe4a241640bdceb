"""Which query step of a new version is which of the old one."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import Step, StepKind
from signoff.core.review.versions.step_pairs import step_pairs


def steps(*texts: str) -> list[Step]:
    """``left join customer c: o.id = c.id`` and the like, numbered."""
    made = []
    for number, text in enumerate(texts, start=1):
        head, _, condition = text.partition(":")
        kind = next(k for k in sorted(StepKind, key=len, reverse=True) if head.startswith(k.value))
        table, _, alias = head.removeprefix(kind.value).strip().partition(" ")
        made.append(Step("t", number, kind, "", table, alias, condition.strip()))
    return made


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (["filter: nights > 2"], ["filter: nights >= 3"], [(1, 1)]),
        (
            ["filter: state = 'ok'", "filter: nights > 2"],
            ["filter: nights > 4", "filter: state = 'open'"],
            [(2, 1), (1, 2)],
        ),
        (["filter: nights > 2"], ["filter: nights > 2", "filter: state = 'ok'"], [(0, 2)]),
        (["filter: nights > 2", "filter: state = 'ok'"], ["filter: state = 'ok'"], [(1, 0)]),
        (
            ["left join customer c: o.customer_id = c.id", "left join shop s: o.shop_id = s.id"],
            ["inner join shop s: o.shop_id = s.id", "left join customer c: o.payer_id = c.id"],
            [(2, 1), (1, 2)],
        ),
        (
            ["left join customer c: o.customer_id = c.id"],
            ["left join customer_v2 c: o.customer_id = c.id"],
            [(1, 1)],
        ),
        (["left join customer: o.customer_id = c.id"], ["filter: state = 'ok'"], [(0, 1), (1, 0)]),
        (
            ["filter: stays shorter than 2 nights are left out", "filter: o.deleted_at is null"],
            ["filter: leave out all stays shorter than 2 nights", "filter: o.deleted_at is empty"],
            [(1, 1), (2, 2)],
        ),
    ],
)
def test_steps_are_told_by_what_they_are_about(
    old: list[str], new: list[str], pairs: list[tuple[int, int]]
) -> None:
    found = step_pairs(steps(*old), steps(*new))
    assert [(o.order if o else 0, n.order if n else 0) for o, n in found] == pairs
