"""A mapping document of very many small target tables with its source files, made by a script."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

_SOURCES = 20
_ROWS = 50
_HEADER = ("Target Table", "Target Column", "Target Type", "Source Table", "Source Column", "Rule")
_RULES = (
    ("name", "VARCHAR(60)", "label", "Trim {source} and upper case"),
    ("amount", "DECIMAL(12,2)", "amount", "If the source value is null load 0 else direct move"),
    ("state", "VARCHAR(10)", "code", "Map {source}: 'A' -> 'open', 'B' -> 'closed', others 'unknown'"),
    ("booked_on", "DATE", "booked", "Convert {source} to date with format YYYYMMDD"),
    ("note", "VARCHAR(60)", "label", ""),
)
_OPEN = ("hint", "VARCHAR(60)", "label", "the words of {source} turned round where they look foreign")
"""A rule no pattern understands."""


@dataclass(frozen=True)
class Many:
    """What `signoff draft` takes."""

    document: Path
    sources: Path


def make_many(folder: Path, targets: int, *, every_open: int = 0) -> Many:
    """Write a document of `targets` tables of six columns over twenty source tables of fifty rows.

    Args:
        folder: where to.
        targets: how many.
        every_open: each so many-th target has a rule for the language model; none when 0.
    """
    sources = folder / "sources"
    sources.mkdir(parents=True)
    for number in range(_SOURCES):
        _write_source(sources / f"src_{number:02d}.csv")
    document = folder / "mapping.csv"
    with document.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(_HEADER)
        for number in range(targets):
            target, source = f"out_{number:04d}", f"src_{number % _SOURCES:02d}"
            writer.writerow((target, "id", "INTEGER", source, "id", ""))
            rules = (*_RULES, _OPEN) if every_open and number % every_open == 0 else _RULES
            for column, kind, field, rule in rules:
                writer.writerow((target, column, kind, source, field, rule.format(source=field)))
    return Many(document, sources)


def _write_source(path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(("id", "label", "amount", "code", "booked"))
        for row in range(_ROWS):
            writer.writerow((row, f" Label {row} ", f"{row}.50", "ABC"[row % 3], f"202401{row % 28 + 1:02d}"))
