"""How well are mapping documents read? ``python -m tests.eval.reading`` compares the corpus with what a person reads.

The corpus is tests/cases/parse/document_*.yml; ``--wrong`` lists what was read otherwise.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from signoff.core.domain.cells import column_letter
from signoff.core.domain.spec import Role, Spec
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.documents.reading import read_grids
from signoff.core.parse import read_sheets
from tests.helpers.documents import build_document

CORPUS = Path(__file__).parents[1] / "cases" / "parse"
CELLS, COLUMNS, TABLES, SOURCES, RULES, TYPES = (
    "cells with the right role",
    "target columns found",
    "with the right source tables",
    "with the right source columns",
    "with the right rule",
    "with the right type",
)


@dataclass
class Score:
    """Right and all of each measure, and what was wrong."""

    right: Counter[str] = field(default_factory=Counter)
    every: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def count(self, measure: str, is_right: bool, told: str) -> None:
        """Note one case of a measure."""
        self.every[measure] += 1
        self.right[measure] += is_right
        if not is_right:
            self.wrong.append(f"{told}: not among {measure}")

    def share(self, measure: str) -> float:
        """Right cases of all, 0 to 1; 1 where there is none."""
        return self.right[measure] / self.every[measure] if self.every[measure] else 1.0


def documents() -> list[Path]:
    """The corpus, a file a document."""
    return sorted(CORPUS.glob("document_*.yml"))


def score_corpus(folder: Path) -> Score:
    """Read every document of the corpus, written into the folder, and compare."""
    score = Score()
    for case_file in documents():
        case = yaml.safe_load(case_file.read_text(encoding="utf-8"))
        own = folder / case_file.stem
        own.mkdir()
        book = build_document(case, own)
        grids = read_grids(book)
        spec = read_sheets(book.name, grids)
        _score_cells(case["expect"]["roles"], grids, spec, score, case_file.stem)
        _score_columns(case["expect"]["targets"], spec, score, case_file.stem)
    return score


def _score_cells(
    expected: dict[str, Any], grids: Sequence[SheetGrid], spec: Spec, score: Score, document: str
) -> None:
    """Every cell under a header by its column's role; cells of sheets that say nothing have none."""
    read = {each.sheet: each for each in spec.sheets}
    for grid in grids:
        row, roles = _told(expected.get(grid.name))
        found = read[grid.name]
        got = {letter: str(role) for letter, role in found.roles} if found.header_row == row else None
        for number, texts in enumerate(grid.rows[row:], row + 1):
            for column, text in enumerate(texts, 1):
                letter = column_letter(column)
                wanted = roles.get(letter, str(Role.OTHER)) if row else ""
                have = "" if not row and got == {} else (got or {}).get(letter, str(Role.OTHER))
                if text:
                    same = got is not None and have == wanted
                    score.count(CELLS, same, f"{document} {grid.name}!{letter}{number}")


def _told(expected: Any) -> tuple[int, dict[str, str]]:
    if not expected:
        return 0, {}
    row, roles = expected
    return int(row), dict(part.split(" ") for part in roles.split(", "))


def _score_columns(expected: dict[str, Any], spec: Spec, score: Score, document: str) -> None:
    read = {(t.name, c.name, c.cell.row if c.cell else 0): c for t in spec.targets for c in t.columns}
    for target, columns in expected.items():
        for name, type_text, sources, rule, row in columns:
            told = f"{document} {target}.{name}"
            found = read.get((target, name, row))
            score.count(COLUMNS, found is not None, told)
            if found is None:
                continue
            wanted = {part.strip().rpartition(".") for part in sources.split(",") if part.strip()}
            got = {(ref.table, ref.column) for ref in found.sources}
            score.count(TABLES, {t for t, _dot, _c in wanted} == {t for t, _c in got}, told)
            score.count(SOURCES, {c for _t, _dot, c in wanted} == {c for _t, c in got}, told)
            score.count(RULES, found.rule == rule, told)
            score.count(TYPES, found.type == type_text, told)


def main(given: Sequence[str] | None = None) -> int:
    """Read, compare, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.reading", description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list what was read otherwise")
    arguments = parser.parse_args(given)
    with tempfile.TemporaryDirectory() as folder:
        score = score_corpus(Path(folder))
    print(f"{len(documents())} documents")
    for measure in (CELLS, COLUMNS, TABLES, SOURCES, RULES, TYPES):
        print(f"{score.share(measure):7.1%}  {score.right[measure]:5} of {score.every[measure]:5}  {measure}")
    if arguments.wrong:
        print("\n".join(score.wrong))
    return 0


if __name__ == "__main__":
    sys.exit(main())
