"""Join cells that point at another part of their target."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.merge.like_parts import with_like_parts

OUT = "only if executed (AUSF_DAT is there) and KTO_SOLL is filled. Transfers to itself stay out"


def told(text: str) -> str:
    """What the cell of the second part becomes."""
    rows = (
        ColumnMapping("t", "id", section="Transfer out", join=OUT),
        ColumnMapping("t", "id", section="Transfer in", join=text),
    )
    return with_like_parts(TargetMapping("t", rows)).columns[1].join


@pytest.mark.parametrize(
    "text",
    [
        "like Transfer out, but KTO_HABEN must be filled",
        "Same as Transfer out, but KTO_HABEN is filled.",
        "as for transfer out; but with KTO_HABEN filled",
        "as in 'Transfer out', only KTO_HABEN must be filled instead of KTO_SOLL",
        "like Transfer out but KTO_HABEN not null",
    ],
)
def test_a_column_that_must_be_filled_takes_the_place_of_its_like(text: str) -> None:
    assert told(text) == OUT.replace("KTO_SOLL", "KTO_HABEN")


@pytest.mark.parametrize("text", ["like Transfer out", "same as in Transfer out.", "see Transfer out"])
def test_what_points_at_another_part_says_what_that_says(text: str) -> None:
    assert told(text) == OUT


def test_another_exception_is_added() -> None:
    assert told("like Transfer out, but STATUS is 4") == f"{OUT}; STATUS is 4"


@pytest.mark.parametrize("text", ["like Transfer in", "like Card", "only rows like Transfer out", ""])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert told(text) == text
