"""What only large documents ask of the reader."""

from __future__ import annotations

from dataclasses import fields

from signoff.core.domain.spec import ColumnMapping
from signoff.core.engines.documents.grid import Merge, SheetGrid
from signoff.core.parse.reader import read_sheets
from signoff.core.parse.used import UsedCells

_HEADER = ("Source Table", "Source Column", "Target Table", "Target Column", "Rule")


def _mappings(*rows: tuple[str, ...], merges: tuple[Merge, ...] = ()) -> list[ColumnMapping]:
    spec = read_sheets("map.xlsx", [SheetGrid("Map", (_HEADER, *rows), merges=merges)])
    return [column for target in spec.targets for column in target.columns]


def test_a_mapping_made_at_once_has_every_field() -> None:
    (read,) = _mappings(("CUST", "NAME", "dim_customer", "name", "Trim"))
    slowly = ColumnMapping(**{each.name: getattr(read, each.name) for each in fields(ColumnMapping)})
    assert (read, hash(read)) == (slowly, hash(slowly))


def test_a_row_under_many_vertical_merges_finds_its_own() -> None:
    rows = [
        ("", f"C{number}", "" if number % 2 else f"t_{number}", f"c{number}", "") for number in range(400)
    ]
    merges = tuple(Merge(number + 2, 3, number + 3, 3) for number in range(0, 400, 2))
    read = _mappings(*rows, merges=merges)
    assert [each.target for each in read] == [f"t_{number - number % 2}" for number in range(400)]


def test_a_header_repeated_far_below_begins_a_new_block() -> None:
    data = [("S", f"C{number}", "dim_a", f"c{number}", "Direct") for number in range(3_000)]
    again = ("TARGET TABLE", "TARGET COLUMN", "SOURCE TABLE", "SOURCE COLUMN", "RULE")
    read = _mappings(*data, again, ("dim_b", "last", "S2", "L", "Direct"))
    assert len(read) == 3_001
    assert (read[-1].target, read[-1].name, str(read[-1].sources[0])) == ("dim_b", "last", "S2.L")


def test_used_cells_are_told_apart() -> None:
    used = UsedCells()
    used.add((3, 70))
    used.add_mask(4, 0b110)
    assert (3, 70) in used and (4, 1) in used and (4, 2) in used
    assert (3, 69) not in used and (4, 3) not in used and (5, 1) not in used
