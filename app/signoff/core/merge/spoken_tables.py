"""The table that a word of running text means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.spec import Schema, SourceTable, TargetMapping
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_table, words


def spoken_table(text: str, target: TargetMapping, schema: Schema) -> SourceTable | None:
    """The table that a word means: by its name, or as the only one of the target's sources that has the word."""
    name = re.sub(r"^(?:the|all|each|every|its|their)\s+", "", text.strip(), flags=re.IGNORECASE)
    found = find_table(schema, name)
    if found is not None:
        return found
    wanted = {singular(w) for w in words(name)}
    for has in (_of_sources(target, schema), schema.tables):
        fitting = [t for t in has if wanted and wanted <= {singular(w) for w in words(t.name)}]
        if len(fitting) == 1:
            return fitting[0]
    return _by_start(wanted, _of_sources(target, schema))


def _by_start(wanted: set[str], tables: Sequence[SourceTable]) -> SourceTable | None:
    """The only table whose short name begins the word: ``encounters`` for ``ENC``, ``lines`` for ``PO_LINE``."""
    fitting = [t for t in tables if any(_abbreviates(t.name, w) for w in wanted)]
    return fitting[0] if len(fitting) == 1 else None


def _abbreviates(name: str, word: str) -> bool:
    parts = words(name)
    return bool(parts) and len(parts[-1]) >= 3 and word.startswith(parts[-1])


def _of_sources(target: TargetMapping, schema: Schema) -> tuple[SourceTable, ...]:
    names = [ref.table for c in target.columns for ref in c.sources if ref.table]
    names += [name for c in target.columns for name in c.source_tables]
    return tuple(dict.fromkeys(t for name in names if (t := find_table(schema, name)) is not None))
