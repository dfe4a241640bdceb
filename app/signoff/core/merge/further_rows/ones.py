"""A value of one row of several: ``the last attachment whose kind is resume``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.further_rows.lists import Made
from signoff.core.merge.further_rows.phrases import Phrases
from signoff.core.merge.whole.order_words import is_order_word
from signoff.core.merge.whole.picking import picked

_END = re.compile(
    r"^(?:(?:take|use|from|of|its|value\s+of)\s+)*(?:the\s+)?(?:\w+\s+of\s+the\s+)?(?:(?P<late>last|latest|newest|most\s+recent)|first|earliest|oldest)\s+(?P<noun>[\w-]+(?:\s+[\w-]+)?)$",
    re.IGNORECASE,
)


def value_of_one(head: str, value: ScopeColumn, columns: Sequence[ScopeColumn]) -> Made | None:
    """A column of the row that a rule chooses of several; None where it chooses none, or says more than is understood.

    Args:
        head: what is made of the rows.
        value: the column.
        columns: of their table.
    """
    said = Phrases(head, columns)
    lettered = said.lettered("{}")
    conditions = said.conditions(value)
    if conditions is None and not any(map(is_order_word, re.findall(r"\w+", said.limits()))):
        return None
    end = _END.match(said.text) if conditions is not None else None
    chosen = picked(head, columns, ()) if end is None or not conditions else None
    order = chosen.order if chosen is not None else ()
    listed = [each for each in order if not each.startswith(f"{value.sql} ")]
    if listed:
        return Made(f"first({value.sql} ORDER BY {', '.join(listed)})")
    sequence = said.sequence() if end is not None else ""
    if end is None or not sequence:
        return None
    way = f"{sequence} DESC NULLS LAST" if end["late"] else sequence
    return Made(lettered.format(f"first({value.sql} ORDER BY {way})"), conditions or ())
