"""What dbt's own manifest.json and catalog.json say of tables; runs in the child process only."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from signoff.core.domain.sentences import say
from signoff.core.domain.spec import SourceColumn, SourceTable
from signoff.core.engines.sql.types import DIALECTS, duckdb_type
from signoff.core.engines.tables.extracted import MOST_TABLES, Extracted, ExtractedTable
from signoff.core.errors import SignoffError

_MOST_BYTES = 300 * 2**20
_KINDS = frozenset({"model", "seed", "snapshot", "source", ""})
_MOST_COLUMNS = 5_000
_ADAPTERS = {"sqlserver": "tsql", "fabric": "tsql", "synapse": "tsql", "postgresql": "postgres"}


def extract_dbt(path: Path) -> Extracted:
    """The sources, models, seeds and snapshots a manifest or catalog lists; no rows.

    Raises:
        SignoffError: it is neither, not JSON, or too large.
    """
    if path.stat().st_size > _MOST_BYTES:
        raise SignoffError(say("sample.json_too_large", file=path.name, megabytes=_MOST_BYTES // 2**20))
    try:
        data = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise SignoffError(say("sample.no_json", file=path.name)) from error
    entries = list(_entries(data))
    if not entries:
        raise SignoffError(say("sample.no_dbt_file", file=path.name))
    dialect = _dialect(data)
    found: dict[str, SourceTable] = {}
    for entry in entries[:MOST_TABLES]:
        table = _table(entry, dialect)
        if table is not None:
            found.setdefault(table.name.casefold(), table)
    remarks = (
        (say("sample.too_many_tables", file=path.name, limit=MOST_TABLES),)
        if len(entries) > MOST_TABLES
        else ()
    )
    return Extracted(tuple(ExtractedTable(table) for table in found.values()), remarks)


def _entries(data: object) -> Iterator[Mapping[str, Any]]:
    """The tables of a manifest or catalog, sources first."""
    if not isinstance(data, Mapping):
        return
    for part in ("sources", "nodes"):
        listed = data.get(part)
        for entry in listed.values() if isinstance(listed, Mapping) else ():
            if isinstance(entry, Mapping) and str(entry.get("resource_type", "")) in _KINDS:
                yield entry


def _dialect(data: Mapping[str, Any]) -> str:
    facts = data.get("metadata")
    adapter = str(facts.get("adapter_type") or "").casefold() if isinstance(facts, Mapping) else ""
    adapter = _ADAPTERS.get(adapter, adapter)
    return adapter if adapter in DIALECTS else ""


def _table(entry: Mapping[str, Any], dialect: str) -> SourceTable | None:
    facts = entry.get("metadata") if isinstance(entry.get("metadata"), Mapping) else {}
    name = _first(entry, "identifier", "alias", "name") or _first(facts or {}, "name")
    if not name:
        return None
    listed = entry.get("columns")
    named = list(listed.values())[:_MOST_COLUMNS] if isinstance(listed, Mapping) else []
    columns = [each for each in named if isinstance(each, Mapping) and _first(each, "name")]
    columns.sort(key=lambda each: each["index"] if isinstance(each.get("index"), int) else 0)
    return SourceTable(
        name,
        tuple(
            SourceColumn(
                _first(each, "name"),
                duckdb_type(_first(each, "data_type", "type"), dialect),
                not _is_required(each),
                _first(each, "description", "comment"),
            )
            for each in columns
        ),
        description=_first(entry, "description") or _first(facts or {}, "comment"),
    )


def _is_required(column: Mapping[str, Any]) -> bool:
    constraints = column.get("constraints")
    kinds = (
        [each.get("type") for each in constraints or () if isinstance(each, Mapping)]
        if isinstance(constraints, list)
        else []
    )
    return bool({"not_null", "primary_key"} & {str(kind) for kind in kinds})


def _first(facts: Mapping[str, Any], *names: str) -> str:
    """The first of these that is there as text."""
    return next(
        (facts[name].strip() for name in names if isinstance(facts.get(name), str) and facts[name]), ""
    )
