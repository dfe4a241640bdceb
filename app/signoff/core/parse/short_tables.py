"""Tables named without the layer and package before them: ``job position`` for ``stg_bamboo__job_position``.

Only a name that is no table itself, that no target of the document has, and that ends one source table alone counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.known_names import KnownNames
from signoff.core.domain.spec import ColumnMapping, SourceRef, TargetMapping
from signoff.core.parse.words import words

_LAYERS = ("stg_", "staging_", "base_", "int_", "src_", "source_", "raw_")
_APART = "__"


def with_whole_tables(targets: Sequence[TargetMapping], known: KnownNames) -> tuple[TargetMapping, ...]:
    """The targets with the whole names of source tables in their source cells.

    Args:
        targets: as read.
        known: names that exist; without tables among them nothing changes.
    """
    whole = _whole_names(targets, known)
    if not whole:
        return tuple(targets)
    return tuple(
        replace(target, columns=tuple(_of_column(column, whole) for column in target.columns))
        for target in targets
    )


def _whole_names(targets: Sequence[TargetMapping], known: KnownNames) -> dict[str, str]:
    """Tables by the letters of what is left of their names, and by those of its plural or singular."""
    taken = {_letters(name) for name in (*known.tables, *known.models, *(t.name for t in targets))}
    found: dict[str, set[str]] = defaultdict(set)
    for table in known.tables:
        for short in _short_names(table):
            for letters in _numbers(_letters(short)):
                found[letters].add(table)
    return {
        letters: tables.pop()
        for letters, tables in found.items()
        if len(tables) == 1 and letters not in taken
    }


def _short_names(table: str) -> set[str]:
    """What a table is called without its layer, and without its package too."""
    layer = next((each for each in _LAYERS if table.casefold().startswith(each)), "")
    rest = table[len(layer) :]
    package, apart, last = rest.partition(_APART)
    return {rest, *([last] if apart and package and last else [])} - {table, ""}


def _numbers(letters: str) -> tuple[str, ...]:
    """A name and the same in the other number."""
    return letters, letters.removesuffix("s") if letters.endswith("s") else f"{letters}s"


def _of_column(column: ColumnMapping, whole: dict[str, str]) -> ColumnMapping:
    sources = tuple(_of_source(ref, whole) for ref in column.sources)
    tables = tuple(_name(table, whole) for table in column.source_tables)
    if (sources, tables) == (column.sources, column.source_tables):
        return column
    return replace(column, sources=sources, source_tables=tables)


def _of_source(ref: SourceRef, whole: dict[str, str]) -> SourceRef:
    return replace(ref, table=_name(ref.table, whole)) if ref.table else ref


def _name(table: str, whole: dict[str, str]) -> str:
    return table if "." in table else whole.get(_letters(table), table)


def _letters(name: str) -> str:
    return "".join(words(name))
