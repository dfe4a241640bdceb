"""The wordings of `tests/cases/spoken`, and what compilers make of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from signoff.core.domain.expressions import Expression, Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef
from signoff.core.generate.patterns import compile_rule

FOLDER = Path(__file__).parents[1] / "cases" / "spoken"


@dataclass(frozen=True)
class Wording:
    """One rule, its sources and type, and the SQL that gives the values meant."""

    rule: str
    sources: tuple[str, ...]
    kind: str
    wanted: str | None
    file: str
    target: str
    grouped_by: tuple[str, ...] | None
    spoken: tuple[tuple[str, str], ...]


@lru_cache
def columns_of_orders() -> dict[str, str]:
    """Columns of the table all wordings are about, with their types."""
    loaded: dict[str, str] = yaml.safe_load((FOLDER / "tables.yaml").read_text(encoding="utf-8"))["orders"]
    return loaded


def _read() -> list[Wording]:
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        page = yaml.safe_load(path.read_text(encoding="utf-8"))
        grouped = tuple(page["grouped_by"]) if "grouped_by" in page else None
        spoken = tuple(page.get("spoken", {}).items())
        for rule, sources, kind, wanted in page["cases"]:
            found.append(
                Wording(rule, tuple(sources), kind, wanted, path.stem, page["target"], grouped, spoken)
            )
    return found


def _scope(wording: Wording) -> Scope:
    columns = [
        ScopeColumn("o", "orders", SourceColumn(name, kind), name in wording.sources)
        for name, kind in columns_of_orders().items()
    ]
    columns.sort(
        key=lambda c: (
            wording.sources.index(c.column.name) if c.column.name in wording.sources else len(columns)
        )
    )
    by_name = {f"o.{c.column.name}": c for c in columns}
    spoken = tuple((name, by_name[sql]) for name, sql in wording.spoken)
    grouped = wording.grouped_by
    return Scope(tuple(columns), wording.kind, grouped is not None, grouped or (), spoken=spoken)


def compiled(wording: Wording) -> Expression | None:
    """The expression of a wording; None where it is not understood."""
    sources = tuple(SourceRef("orders", name) for name in wording.sources)
    mapping = ColumnMapping(wording.target, "target_column", wording.kind, sources, wording.rule)
    return compile_rule(mapping, _scope(wording))


WORDINGS = _read()
