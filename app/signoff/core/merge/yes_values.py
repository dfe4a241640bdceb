"""The text by which a column of yes and no says yes, where the document tells it: ``Y if active``, ``Y/N``."""

from __future__ import annotations

import re

from signoff.core.domain.spec import SourceColumn

_TEXTS = ("VARCHAR", "CHAR", "TEXT", "STRING")
_PAIRS = (("Y", "N"), ("J", "N"), ("Yes", "No"), ("YES", "NO"), ("yes", "no"), ("Ja", "Nein"), ("T", "F"))
_FLAG_WORDS = frozenset({"is", "has", "was", "flag", "are", "flg", "ind", "indicator", "yn"})


def yes_value(column: SourceColumn) -> str:
    """The literal of yes in a text column; empty where the document's words for it tell no pair of yes and no.

    Args:
        column: of a source table or of a drafted target.
    """
    if not column.type.upper().startswith(_TEXTS):
        return ""
    said = f"{column.told} {column.description}"
    for yes, no in _PAIRS:
        if all(re.search(rf"(?<![\w'])'?{word}'?(?![\w'])", said) for word in (yes, no)):
            return f"'{yes}'"
    return ""


def is_flag_name(parts: tuple[str, ...]) -> bool:
    """Whether the words of a column's name are those of a flag: ``is_staff``, ``active_flag``."""
    return len(parts) > 1 and bool({parts[0], parts[-1]} & _FLAG_WORDS)
