"""Names that exist, of source tables, their columns and what existing SQL gives: they settle doubtful headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from signoff.core.domain.spec import SourceTable


@dataclass(frozen=True)
class KnownNames:
    """Case-folded names; a document that fits none of them is read as if they were not there."""

    tables: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()
    """Of the source tables."""
    models: frozenset[str] = frozenset()
    """Files of existing SQL."""
    outputs: frozenset[str] = frozenset()
    """Columns that existing SQL gives."""

    def __bool__(self) -> bool:
        """Whether any name is known."""
        return bool(self.tables or self.columns or self.models or self.outputs)


NO_NAMES = KnownNames()
_APART = re.compile(r"[\W_]+")


def squashed(name: str) -> str:
    """Letters and digits of a name in lower case: what two spellings of one name share."""
    return _APART.sub("", name).casefold()


def names_of(
    tables: Iterable[SourceTable], models: Iterable[str] = (), outputs: Iterable[str] = ()
) -> KnownNames:
    """The names of source tables and existing SQL.

    Args:
        tables: source tables with their columns.
        models: names of the files of existing SQL.
        outputs: columns that these give.
    """
    known = list(tables)
    return KnownNames(
        frozenset(table.name.casefold() for table in known),
        frozenset(column.name.casefold() for table in known for column in table.columns),
        frozenset(name.casefold() for name in models),
        frozenset(name.casefold() for name in outputs),
    )
