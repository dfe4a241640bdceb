"""The evaluation set: documents with their source tables and references, its halves, and the fixed part of it."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from pathlib import Path

import sqlglot

from tests.eval.tables import read_reference, reads

ROOT = Path(__file__).resolve().parents[2]
PROJECTS = Path(__file__).resolve().parent / "projects"
FRESH = Path(__file__).resolve().parent / "fresh"
"""Initial loads that count by themselves, never among the whole set."""
PART = 60
"""Columns of the fixed part, at least; it ends with the target that reaches them."""
_TRIVIAL = ("direct", "constant")


@dataclass(frozen=True)
class Case:
    """One document with its sources and its reference."""

    name: str
    document: Path
    sources: Path
    reference: Path
    existing: Path | None = None
    answers: Path | None = None


def sample() -> Case:
    """The sample project."""
    folder = ROOT / "resources" / "sample"
    return Case(
        "sample",
        folder / "supplier_migration_mapping.xlsx",
        folder / "sources",
        ROOT / "tests" / "reference",
        folder / "existing",
    )


def project(name: str) -> Case:
    """One of the small projects or of the fresh loads, or the sample."""
    if name == "sample":
        return sample()
    folder = FRESH / name if (FRESH / name).is_dir() else PROJECTS / name
    existing = folder / "existing"
    return Case(
        name,
        document_in(folder),
        folder / "sources",
        folder / "reference",
        existing if existing.exists() else None,
    )


def document_in(folder: Path) -> Path:
    """The mapping document of a case, whichever of the three kinds it is."""
    names = ("mapping.xlsx", "mapping.csv", "mapping.md")
    return next(folder / name for name in names if (folder / name).exists())


def projects() -> list[Case]:
    """All small projects."""
    return [project(path.name) for path in sorted(PROJECTS.iterdir()) if (path / "reference").is_dir()]


def fresh() -> list[Case]:
    """All fresh loads."""
    return [project(path.name) for path in sorted(FRESH.iterdir()) if (path / "reference").is_dir()]


def every_case() -> list[Case]:
    """The whole set, without the fresh loads."""
    return [sample(), *projects()]


def plain_kind(kind: str) -> str:
    """A kind of rule without the star that marks free English."""
    return kind.rstrip("*").rstrip()


def is_trivial(kind: str) -> bool:
    """Whether a kind of rule is a direct move or a constant."""
    return plain_kind(kind) in _TRIVIAL


@dataclass(frozen=True)
class Wanted:
    """A case, and which of its targets to draft; all when none is named."""

    case: Case
    targets: tuple[str, ...] = ()


def part_of(cases: list[Case], columns: int = PART, *, salt: str = "") -> list[Wanted]:
    """Whole targets with at least so many columns together, chosen by the hash of project and target alone.

    Targets that read other targets are left out, since those would have to be drafted too.
    """
    chosen = []
    for size, case_name, target in _in_order(cases, salt):
        if columns <= 0:
            break
        chosen.append((case_name, target))
        columns -= size
    return _wanted(cases, chosen)


def some_of(cases: list[Case], count: int, *, salt: str, most_columns: int = 1000) -> list[Wanted]:
    """So many whole targets of at most so many columns, chosen as `part_of` chooses."""
    fitting = [(name, target) for size, name, target in _in_order(cases, salt) if size <= most_columns]
    return _wanted(cases, fitting[:count])


def _in_order(cases: list[Case], salt: str) -> list[tuple[int, str, str]]:
    """Columns, case and target, in the order of their hashes."""
    found = [(size, c.name, name) for c in cases for name, size in _sizes(c).items()]
    return sorted(found, key=lambda each: _digest(salt, *each[1:]))


def _wanted(cases: list[Case], chosen: list[tuple[str, str]]) -> list[Wanted]:
    parts = [Wanted(c, tuple(sorted(target for name, target in chosen if name == c.name))) for c in cases]
    return [part for part in parts if part.targets]


def _digest(*words: str) -> str:
    return hashlib.sha256("/".join(words).casefold().encode()).hexdigest()


@functools.cache
def _sizes(case: Case) -> dict[str, int]:
    """Columns of each target that stands alone: reads no other target, updates nothing."""
    reference = read_reference(case.reference)
    updated = {path.stem for path in case.existing.glob("*.sql")} if case.existing else set()
    return {
        name: len(sqlglot.parse_one(sql, dialect="duckdb").named_selects)
        for name, sql in reference.sql.items()
        if name not in updated and not reads(sql, set(reference.sql) - {name})
    }
