"""Rules about several rows whose parts nest freely: a head, whose rows, which of them, and what is said at the end.

Only where rows are grouped, or put together before they are joined.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.gathered.heads import head_piece
from signoff.core.generate.patterns.gathered.sayings import peeled
from signoff.core.generate.patterns.gathered.totals import finished
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece

NAME = "P63 gathered"

_SAYS = re.compile(
    r"\b(?:number|count|counts|many|total|sum|summed|average|avg|mean|median|highest|largest|greatest|biggest|lowest|smallest|least|"
    r"maximum|minimum|max|min|latest|last|newest|recent|first|earliest|oldest|initial|longest|shortest|different|distinct|unique|"
    r"amount|quantity|value|together|added|add|top|tally|no|nr|any|share|percentage|list)\b|#"
)
_LONGEST = 60
_DEEPEST = 3


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The aggregate, when rows are put together and the whole phrase is understood."""
    if not ctx.scope.aggregate or not phrase.marks or len(phrase.marks) > _LONGEST or ctx.depth > _DEEPEST:
        return None
    if not _SAYS.search(phrase.text):
        return None
    for body, said in peeled(phrase, ctx):
        made = head_piece(body, said, ctx)
        if made is None and len(body.marks) < len(phrase.marks) and not said.narrows:
            inner = ctx.value(body)
            counted = inner is not None and inner.sql.startswith("count(") and inner.type == "BIGINT"
            made = finished(inner, said, counted=counted) if inner is not None and inner.literal is None else None
        if made is not None:
            return made
    return None
