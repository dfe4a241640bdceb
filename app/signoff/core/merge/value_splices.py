"""Conditions that differ in one fixed value: that alone is written anew, in the file's own way of writing it."""

from __future__ import annotations

from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.edits import Splice
from signoff.core.merge.shape import Span
from signoff.core.merge.sqlparts import same_sql
from signoff.core.merge.sqltokens import tokens_of
from signoff.core.merge.work import Work

_VALUES = (TokenType.STRING, TokenType.NUMBER)


def other_value(work: Work, found: Span, said: str) -> Splice | None:
    """The change of the one fixed value in which a condition differs; None where it differs otherwise."""
    tokens, layout = work.existing.tokens, work.layout
    old = [n for n in range(found.first, found.last + 1) if tokens[n].token_type in _VALUES]
    new = [t for t in tokens_of(said, work.existing.dialect) if t.token_type in _VALUES]
    apart = [n for n, (a, b) in enumerate(zip(old, new, strict=False)) if tokens[a].text != new[n].text]
    if (
        len(old) != len(new)
        or len(apart) != 1
        or tokens[old[apart[0]]].token_type != new[apart[0]].token_type
    ):
        return None
    at, value = old[apart[0]], new[apart[0]]
    start, end = layout.start(at), layout.end(at)
    text = f"'{value.text}'" if value.token_type is TokenType.STRING else value.text
    base = layout.start(found.first)
    whole = layout.text[base : layout.end(found.last)]
    swapped = f"{whole[: start - base]}{text}{whole[end - base :]}"
    return Splice(start, end, layout.text[start:end], text) if same_sql(swapped, said) else None
