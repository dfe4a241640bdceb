"""Words of sheet and file names that name no table."""

from __future__ import annotations

# fmt: off
GENERIC = frozenset({
    "sheet", "tabelle", "feuil", "hoja", "arkusz", "лист", "sttm", "s2t", "stm", "mapping", "mappings",
    "map", "maps", "spec", "specification", "document", "doc", "template", "details", "detail", "all",
    "main", "final", "draft", "copy", "new", "old", "tables", "columns", "fields", "field", "column",
    "level", "lineage", "matrix", "worksheet", "data", "etl", "elt", "table", "source", "target", "src",
    "tgt", "to", "version", "v", "mapeo", "mapowanie", "маппинг", "design", "workbook", "transformation",
    "transformations", "rules", "logic", "initial", "load", "full", "incremental", "example", "sample",
    "stt", "m", "and", "of", "the", "for", "specs", "tab", "request", "requests", "change", "changes",
    "changed", "dropped", "removed", "list", "lists", "ticket", "demande", "anderung", "anderungen",
    "anlage", "zuordnung", "wunsch", "wijziging", "blad", "felder", "champs", "velden", "spalten",
})
# fmt: on
