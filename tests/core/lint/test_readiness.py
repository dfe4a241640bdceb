"""What of a document can be drafted now, counted in rows and marked in cells."""

from __future__ import annotations

from signoff.core.domain.cells import Cell
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.lint import Level, unused_of
from signoff.core.parse import read_sheets
from signoff.core.pipeline.questioning import questioned

HEADER = ("Target Table", "Target Column", "Target Type", "Source Table", "Source Column", "Rule", "By")
ROWS = (
    HEADER,
    ("dim_part", "part_no", "integer", "PRT", "NO", "Direct", ""),
    ("dim_part", "label", "varchar(9)", "PRT", "TXT", "date format", "Bo"),
    ("dim_part", "origin", "varchar(3)", "", "", "", ""),
    ("fact_sale", "sale_no", "integer", "SAL", "NO", "Direct", ""),
)
SPEC = read_sheets("book.xlsx", (SheetGrid("Map", ROWS), SheetGrid("Notes", (("by Ada",),))))


def test_rows_are_ready_wait_for_an_answer_or_are_missing() -> None:
    found = questioned(SPEC).readiness
    assert [(row.column, row.level) for row in found.rows] == [
        ("part_no", Level.READY),
        ("label", Level.ASK),
        ("origin", Level.MISSING),
        ("sale_no", Level.READY),
    ]
    assert [(t.name, t.ready, t.total) for t in found.targets] == [("dim_part", 1, 3), ("fact_sale", 1, 1)]


def test_it_is_told_in_words_and_numbers_that_add_up() -> None:
    found = questioned(SPEC).readiness
    assert found.words.startswith("2 of 4 rows can be drafted now; 1 needs an answer first; 1 has neither")
    assert found.unused == len(SPEC.unused) > 0
    assert sum(found.count(level) for level in (Level.READY, Level.ASK, Level.MISSING)) == 4


def test_a_row_that_waits_leads_to_the_cell_that_holds_it_up() -> None:
    waiting = next(row for row in questioned(SPEC).readiness.rows if row.level is Level.ASK)
    assert waiting.cell == Cell("Map", 3, 6, "book.xlsx")


def test_cells_carry_the_level_of_their_row() -> None:
    levels = questioned(SPEC).readiness.levels
    assert levels["Map"][2, 2] is Level.READY
    assert levels["Map"][3, 2] is Level.ASK
    assert levels["Notes"][1, 1] is Level.UNUSED


def test_unused_cells_of_a_target_are_those_of_its_rows_and_its_own_sheets() -> None:
    assert [each.text for each in unused_of(SPEC, "dim_part")] == ["Bo"]
    assert unused_of(SPEC, "fact_sale") == ()
