"""``per`` that says of which rows something is gathered, and is no sign of a division: ``sum per order_line_id``."""

from __future__ import annotations

import re

from signoff.core.generate.patterns.phrases import Phrase

_GATHERED = re.compile(
    r"(?:the )?(?:sum|total|count|number|average|avg|mean|min|max|minimum|maximum|median|earliest|latest|highest"
    r"|lowest)(?: of)? ?"
)
_KEY = re.compile(r"(?:^|.*_)(?:id|key|sk|uuid|guid)", re.IGNORECASE)


def tells_groups(left: Phrase, right: Phrase) -> bool:
    """Whether the sides of a ``per`` are what is gathered and the key of its rows.

    Args:
        left: what stands before it.
        right: what stands behind it.
    """
    named = right.columns[0].column.name if len(right.marks) == 1 and right.columns else ""
    return bool(_GATHERED.fullmatch(left.text) or _KEY.fullmatch(named))
