"""Rules on the row that is kept of several, and on all rows of its thing."""

from __future__ import annotations

import pytest

from signoff.core.domain.plan import Condition, JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.chosen.history_words import HistoryRule, Seen, choice_of, history_rule, of_kept_row

PICK = "row_number() over (partition by r.shop_id order by r.changed_at desc nulls last, r.no desc) = 1"
SECTION = SectionPlan("", (Relation("raw_shops", "r", JoinKind.DRIVING),), qualify=(Condition("last", PICK),))
PLAIN = SectionPlan("", (Relation("raw_shops", "r", JoinKind.DRIVING),))


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("how many log rows this shop has", HistoryRule(Seen.COUNT, "")),
        ("number of versions of the shop in total", HistoryRule(Seen.COUNT, "")),
        ("day of its oldest log row", HistoryRule(Seen.FIRST, "day")),
        ("name from the first version", HistoryRule(Seen.FIRST, "name")),
        (
            "name (trimmed) on the row just before the current one in the log, same ordering. "
            "Null when there is only one row.",
            HistoryRule(Seen.PREVIOUS, "name (trimmed)"),
        ),
        ("name of the previous version", HistoryRule(Seen.PREVIOUS, "name")),
        ("how many log rows this owner has", None),
        ("how many open log rows this shop has", None),
        ("how many log rows this shop has since May", None),
        ("name on the row just before the current one unless it is a test", None),
    ],
)
def test_all_rows_of_the_thing(rule: str, told: HistoryRule | None) -> None:
    choice = choice_of(SECTION)
    assert choice is not None
    assert history_rule(rule, choice) == told


def test_the_window_turns_the_order() -> None:
    choice = choice_of(SECTION)
    assert choice is not None
    assert choice.window(oldest_first=True).endswith(
        "order by r.changed_at asc NULLS first, r.no asc NULLS first)"
    )


@pytest.mark.parametrize(
    ("rule", "bare"),
    [
        ("trim, from the current row", "trim"),
        ("of the current row", ""),
        ("current row; lower case; missing -> unknown", "lower case; missing -> unknown"),
        ("name of the current row or the row before", "name of the current row or the row before"),
    ],
)
def test_words_on_the_kept_row(rule: str, bare: str) -> None:
    column = ColumnMapping("shops", "name", rule=rule, rule_resolved=rule)
    assert of_kept_row(column, SECTION).rule_resolved == bare
    assert of_kept_row(column, PLAIN) == column
