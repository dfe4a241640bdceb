"""Words that limit a text on rows are followed or asked about, never passed over: each text gets one it cannot mean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from signoff.core.domain.findings import Severity
from signoff.core.domain.plan import Plan
from tests.helpers.told_rows import cases_of, drafted

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "rows_told"
TAILS = (
    " unless the manager objects",
    " if approved by the board",
    ", except in leap years",
    ", but only for the northern region",
    ", provided the audit is done",
    " on working days",
)
OF_DAYS = "named_days"
"""Texts there only give a day a name, which limits no rows."""
SAYS_NOTHING = ("banded-26", "left_behind-22", "lines_above-04", "one_of_equals-16", "one_of_equals-17")
"""Cases whose last text leaves no row out, or only repeats what the one before says."""

PASSED_OVER = ("tied-09",)
"""Known gaps: a limit behind the second of two steps that choose a row is still passed over in silence."""


def limited() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each case that is followed, its last text with one more limit than it had: always the same, by its name."""
    for name, case in cases_of(FOLDER):
        if case.get("asks") or name in (*SAYS_NOTHING, *PASSED_OVER) or name.startswith(OF_DAYS):
            continue
        if case.get("where", case.get("keep", True)) == "":
            continue
        place = "below" if case.get("below") else "above" if case.get("above") else ""
        if place:
            *rows, last = case[place]
            text = (
                str(last[-1] if isinstance(last, list) else last).rstrip(". ")
                + TAILS[crc32(name.encode()) % len(TAILS)]
            )
            row = [*last[:-1], text] if isinstance(last, list) else text
            yield f"{name}: {text[-60:]}", {**case, place: [*rows, row]}


CASES = list(limited())


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_a_limit_behind_a_text_on_rows_is_asked_about(case: dict[str, Any]) -> None:
    _sql, plan = drafted(case)
    assert held(plan)


def held(plan: Plan) -> bool:
    """Whether something of the rows waits for a person."""
    return any(finding.severity is Severity.ERROR for finding in plan.findings)
