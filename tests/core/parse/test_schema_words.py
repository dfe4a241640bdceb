"""Tables named with their schema in front and no point between, and sheets that join and filter them."""

from __future__ import annotations

from signoff.core.domain.known_names import NO_NAMES, KnownNames, names_of
from signoff.core.domain.spec import SourceColumn, SourceTable, Spec, Step, StepKind
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse import read_sheets

MAPPING = """\
Target||Source||Transformation
Table|Column|Table|Column|Rule
visit_list|visit_id|care visit|visit id|copy
visit_list|ward_name|care ward|name|copy
visit_list|bed_count|care_beds|bed id|how many beds
visit_list|guest|hotel guest|name|copy
"""
JOINS = """\
Step|Table|Joined to|How|On
1|care visit||start here|
2|care ward|care visit|left join|ward id
3|care_beds|care ward|left join, only free ones and counted per ward first|ward id
4|visitor v|care visit|inner join|visit id
"""
FILTERS = """\
Table|Filter
care visit|state is not 'X'
"""
KNOWN = names_of(
    SourceTable(name, (SourceColumn("id"),))
    for name in ("visit", "ward", "care_beds", "visitor", "guest_book")
)


def _read(known: KnownNames) -> Spec:
    sheets = {"Mapping": MAPPING, "Joins": JOINS, "Filters": FILTERS}
    grids = []
    for name, text in sheets.items():
        rows = [line.split("|") for line in text.splitlines()]
        width = max(map(len, rows))
        grids.append(SheetGrid(name, tuple(tuple([*row, *[""] * (width - len(row))]) for row in rows)))
    return read_sheets("map.xlsx", tuple(grids), known=known)


def _steps(spec: Spec) -> list[Step]:
    return list(spec.targets[0].steps)


def test_the_schema_is_parted_where_a_source_stands_behind_it() -> None:
    spec = _read(KNOWN)
    assert [target.name for target in spec.targets] == ["visit_list"]
    tables = [ref.table for column in spec.targets[0].columns for ref in column.sources]
    assert tables == ["care.visit", "care.ward", "care_beds", "hotel guest"]
    named = [(step.table, step.alias) for step in _steps(spec)]
    assert named == [
        ("care.visit", ""),
        ("care.ward", ""),
        ("care_beds", ""),
        ("visitor", "v"),
        ("care.visit", ""),
    ]


def test_without_sources_at_hand_names_stay_as_written() -> None:
    tables = [ref.table for column in _read(NO_NAMES).targets[0].columns for ref in column.sources]
    assert tables[0] == "care visit"


def test_what_the_kind_of_join_says_of_the_table_belongs_to_its_condition() -> None:
    counted = next(step for step in _steps(_read(KNOWN)) if step.table == "care_beds")
    assert counted.kind is StepKind.LEFT_JOIN
    assert counted.condition == "ward id; only free ones and counted per ward first"
