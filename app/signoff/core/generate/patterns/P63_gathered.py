"""Rules about several rows whose parts nest freely: a head, whose rows, which of them, and what is said at the end.

Only where rows are grouped, or put together before they are joined.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.column_nouns import name_parts, says, singular
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.gathered.heads import head_piece
from signoff.core.generate.patterns.gathered.nouns import is_rows, uses_sources
from signoff.core.generate.patterns.gathered.sayings import peeled
from signoff.core.generate.patterns.gathered.shares import share_piece
from signoff.core.generate.patterns.gathered.totals import finished
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.patterns.spans import at_start

NAME = "P63 gathered"

_SAYS = re.compile(
    r"\b(?:number|count|counts|counted|many|total|sum|summed|average|avg|mean|median|highest|largest|greatest|"
    r"biggest|lowest|smallest|least|"
    r"maximum|minimum|max|min|latest|last|newest|recent|first|earliest|oldest|initial|longest|shortest|"
    r"different|distinct|unique|"
    r"amount|quantity|value|together|added|add|top|tally|no|nr|any|"
    r"share|percentage|list|longest|shortest|all|altogether)\b|#|^§s of "
)
_TURNED = re.compile(r"[,;(] (?:but |and |as )?(?:negative|positive|minus) (?:where|when|if|for|at|on) ")
"""Says whose values change their sign, which no clause of rows does."""
_TWICE = re.compile(r"([\w.\"]+) (?:= '[^']*'|IN \([^()]*\)) AND \1 (?:= '|IN \()")
"""One column held to be two codes at once: one of them was meant for another column."""
_LONGEST = 60
_DEEPEST = 3


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The aggregate, when rows are put together and the whole phrase is understood."""
    if not ctx.scope.aggregate or not phrase.marks or len(phrase.marks) > _LONGEST or ctx.depth > _DEEPEST:
        return None
    if not _SAYS.search(phrase.text) or _TURNED.search(phrase.text):
        return None
    made = _read(phrase, ctx) or _labelled(phrase, ctx)
    is_whole = made is not None and uses_sources(made.sql, ctx) and not _TWICE.search(made.sql)
    return made if is_whole else None


def _labelled(phrase: Phrase, ctx: Context) -> Piece | None:
    """A rule behind what its result is called, where no word of that says more than the rule or the column's name."""
    label = at_start(r"(?P<words>(?:[^\W\d]\w* ){1,4})(?:: |= |- )", phrase)
    if label is None or not label.after.marks:
        return None
    rest = label.after
    told = {word.casefold() for mark in rest.marks for word in re.split(r"[\W_]+", mark.token.value)} | set(
        rest.text.split()
    )
    called = name_parts(ctx.mapping.name) if ctx.mapping else ()
    for word in label.text("words").split():
        known = (
            singular(word) in {singular(each) for each in told} or _SAYS.fullmatch(word) or word in _FILLING
        )
        if not (known or any(says(part, word) for part in called) or is_rows(word, ctx)):
            return None
    return _read(rest, ctx)


_FILLING = frozenset(["of", "the", "a", "an", "in", "per", "and", "date", "time"])


def _read(phrase: Phrase, ctx: Context) -> Piece | None:
    for body, said in peeled(phrase, ctx):
        made = head_piece(body, said, ctx) or share_piece(body, said, ctx)
        if made is None and len(body.marks) < len(phrase.marks) and not said.narrows:
            inner = ctx.value(body)
            counted = inner is not None and inner.sql.startswith("count(") and inner.type == "BIGINT"
            made = (
                finished(inner, said, counted=counted)
                if inner is not None and inner.literal is None
                else None
            )
        if made is not None:
            return made
    return None
