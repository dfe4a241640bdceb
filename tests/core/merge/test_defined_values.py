"""Values that a note defines by a name, forms of dates told once, and look-ups among codes of one kind."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.code_lookups import code_lookups
from signoff.core.merge.defined_values import defined_values
from signoff.core.merge.shared_formats import with_shared_formats


def _note(text: str) -> Step:
    return Step("t", 0, StepKind.NOTE, condition=text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Cleaned code = part trimmed, upper case, dot removed (a1.2 -> A12).",
            "replace(upper(trim(part)), '.', '')",
        ),
        ("Cleaned code = part trimmed, upper case, dot removed (a1.2 -> A1).", ""),
        ("Cleaned code = part trimmed, unless it is new.", ""),
        ("Plain number: part without dashes and in small letters", "lower(replace(part, '-', ''))"),
    ],
)
def test_a_definition_counts_where_every_word_is_understood(text: str, wanted: str) -> None:
    assert [v.sql for v in defined_values([_note(text)])] == ([wanted] if wanted else [])


def test_a_form_of_dates_is_told_once() -> None:
    rows = (
        ColumnMapping(
            "t", "born_year", sources=(SourceRef("p", "born"),), note="born is text in the form DD/MM/YYYY"
        ),
        ColumnMapping("t", "born_month", sources=(SourceRef("p", "born"),)),
        ColumnMapping("t", "died", sources=(SourceRef("p", "died"),)),
    )
    told = with_shared_formats(TargetMapping("t", columns=rows))
    assert [row.source_type for row in told.columns] == ["text, DD/MM/YYYY", "text, DD/MM/YYYY", ""]


_CODES = SourceTable(
    "codes",
    (
        SourceColumn("kind", "VARCHAR"),
        SourceColumn("own_code", "VARCHAR"),
        SourceColumn("own_label", "VARCHAR"),
        SourceColumn("new_number", "INTEGER"),
    ),
)
_SCHEMA = Schema((SourceTable("people", (SourceColumn("area", "VARCHAR"),)), _CODES))


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (
            "Look up the trimmed area in codes (kind 'AREA'). 0 when there is no match or no entry.",
            ("codes.kind = 'AREA' and codes.own_code = trim(people.area)", "0", True),
        ),
        (
            "new_number of the codes entry whose own_code is the area",
            ("codes.own_code = people.area", "", False),
        ),
        ("Look up area in codes (kind 'AREA', unless closed)", None),
        ("Look up the cleaned area in codes (kind 'AREA')", None),
    ],
)
def test_codes_of_one_kind_are_looked_up(rule: str, wanted: tuple[str, str, bool] | None) -> None:
    row = ColumnMapping(
        "t", "area_no", sources=(SourceRef("people", "area"), SourceRef("codes", "new_number"))
    )
    found = [(r.key, r.default, r.guessed) for r in code_lookups(rule, row, _SCHEMA)]
    assert found == ([wanted] if wanted is not None else [])
