"""File names of drafts stay inside their folder, whatever a target is called."""

from __future__ import annotations

import jinja2
import pytest

from signoff.core.pipeline.headless import FIRST_LINE, file_name, with_first_line


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("contract", "contract.sql"),
        ("dbo.Contract", "dbo.Contract.sql"),
        ("../x", "_x.sql"),
        ("a:b", "a_b.sql"),
        ("..", "target.sql"),
        ("C:\\temp", "C__temp.sql"),
    ],
)
def test_file_name_is_plain(target: str, expected: str) -> None:
    assert file_name(target) == expected


TRIMMED = "{%- set x = 1 -%}\n\nselect {{ x }} as a"


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("select 1 as a", f"{FIRST_LINE}\nselect 1 as a"),
        ("{% set x = 1 %}select 1 as a", f"{FIRST_LINE}\n{{% set"),
        ("\ufeffselect 1 as a", f"\ufeff{FIRST_LINE}\nselect"),
    ],
)
def test_a_draft_begins_with_what_it_is(text: str, starts: str) -> None:
    assert with_first_line(text).startswith(starts)


@pytest.mark.parametrize("lead", ["", "\n", "  "])
def test_a_tag_that_takes_the_line_end_away_leaves_the_query_outside_the_comment(lead: str) -> None:
    written = with_first_line(lead + TRIMMED)
    rendered = jinja2.Environment(autoescape=True).from_string(written).render()
    assert rendered.endswith("*/select 1 as a")
    assert FIRST_LINE.strip("- ") in written.splitlines()[0]
