"""The column by which rows of a table are found, declared or by its name; tables' names without their layer."""

from __future__ import annotations

from signoff.core.domain.spec import SourceTable
from signoff.core.merge.names import words

_LAYERS = frozenset({"dim", "fact", "stg", "src", "raw", "tbl", "base", "int"})


def key_of(table: SourceTable) -> str:
    """The only column of a table's key; where none is declared, the one named after the table, or `id`; else empty."""
    if table.key:
        return table.key[0] if len(table.key) == 1 else ""
    own = plain_name(table)
    last = singular_of(own[-1])
    wanted = [f"{last}_id", f"{'_'.join([*own[:-1], last])}_id", f"{'_'.join([*own[1:-1], last])}_id", "id"]
    found = {column.name.casefold(): column.name for column in table.columns}
    return next((found[name] for name in wanted if name in found), "")


def plain_name(table: SourceTable) -> list[str]:
    """The words of a table's name without its layer."""
    parts = [word for word in words(table.name) if word not in _LAYERS]
    return parts or list(words(table.name))


def singular_of(word: str) -> str:
    """A noun in the singular, as far as its ending tells."""
    return (
        f"{word[:-3]}y"
        if word.endswith("ies")
        else word.removesuffix("es")
        if word.endswith("sses")
        else word.removesuffix("s")
    )
