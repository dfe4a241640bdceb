"""Sentences behind a rule that say what stands for a missing value, as in ``The sum of fees. Put 0 if there are none``.

Such a sentence is cut off before compilers look at the rule, since "put NONE" is no text and "rounded to 2 decimals. It
stays empty if there are no gifts" rounds no single gift.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.generate.types import Family, family_of

_LIMITS = (
    r"before|after|since|until|of|for|in|from|during|on|without|with|if|when|than|over|under|this|that|by|at"
)
_NOUN = rf"[a-z-]+(?:\s+(?!(?:{_LIMITS})\b)[a-z-]+)?"
_NONE = (
    rf"(?:there\s+(?:is|are|was|were)\s+(?:none|nothing|no\s+{_NOUN}|not\s+any)|(?:it|this|that|the\s+\w+)\s+is\s+(?:empty|blank|missing|null|"
    r"not\s+(?:there|given|filled(?:\s+in)?|set|known))|(?:empty|blank|missing|null|none)|nothing\s+is\s+(?:there|found|given)|"
    r"(?:it|this|that|the\s+\w+)\s+has\s+no\s+\w+)"
)
_VALUE = r"(?P<value>'[^']*'|\"[^\"]*\"|-?\d+(?:\.\d+)?|[A-Z][\w/&-]*(?:\s+[A-Z][\w/&-]*){0,2}|[a-z][\w-]*)"
_PUT = r"(?:put|write|use|show|set|enter|take|load|fill\s+in|give|insert|make\s+it)"
_WHEN = r"(?i:if|when|where|in\s+case)"
_DEFAULTS = (
    re.compile(rf"(?i:{_PUT})\s+(?i:in\s+)?{_VALUE}\s+{_WHEN}\s+(?i:{_NONE})"),
    re.compile(rf"{_WHEN}\s+(?i:{_NONE})\s*,?\s*(?i:then\s+)?(?i:{_PUT})\s+(?i:in\s+)?{_VALUE}"),
)
_STAYS_EMPTY = re.compile(
    rf"(?:it\s+|this\s+|the\s+\w+\s+)?(?:leave\s+(?:it|this|the\s+\w+)|stays?|remains?|is(?:\s+left)?|will\s+be)\s+(?:empty|blank|null)\s+"
    rf"(?:if|when|where|in\s+case|for)\s+(?:{_NONE}|no\s+{_NOUN})|(?:every|each|all)\s+\w+\s+ha(?:s|ve)\s+(?:exactly|always|just)\s+\w+\s+\w+",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\b(?:empty|blank)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[\w)'\"])[.;]\s+")
_NO_WORDS = frozenset(
    ["it", "this", "that", "the", "a", "an", "nothing", "none", "empty", "blank", "null", "yes"]
)


@dataclass(frozen=True)
class Cut:
    """A rule without the sentences on missing values."""

    rule: str
    value: str
    """What stands for a missing value, as it is written; empty where it stays missing."""
    is_blank: bool = False
    """The sentence is about an empty value, and not about something that is not there."""


def cut_defaults(text: str) -> Cut | None:
    """The rule and what its last sentences give for a missing value; None where they say nothing of the kind.

    Args:
        text: the rule.
    """
    parts = [part.strip(" .") for part in _SENTENCE.split(" ".join(text.split())) if part.strip(" .")]
    kept, values, blank = list(parts), [], False
    while len(kept) > 1:
        default = next((m for shape in _DEFAULTS if (m := shape.fullmatch(kept[-1])) is not None), None)
        if default is not None and _is_value(default["value"]):
            values.append(default["value"])
            blank = _BLANK.search(default.group()) is not None
        elif default is not None or _STAYS_EMPTY.fullmatch(kept[-1]) is None:
            break
        kept.pop()
    if len(kept) == len(parts) or len(values) > 1:
        return None
    return Cut(". ".join(kept), values[0] if values else "", blank)


def _is_value(said: str) -> bool:
    """Whether a word is written as a value: NONE in capitals is one, and none is not."""
    return said.casefold() not in _NO_WORDS or (said.isupper() and len(said) > 1)


def with_default(text: str, scope: Scope, compiled: Callable[[str], Expression | None]) -> Expression | None:
    """The expression of such a rule; None where there is no such sentence, or the rest is not understood.

    Args:
        text: the rule.
        scope: what it may use.
        compiled: makes an expression of the rest.
    """
    cut = cut_defaults(text)
    made = compiled(cut.rule) if cut is not None else None
    if cut is None or made is None or not cut.value:
        return made
    value = "" if scope.find(cut.value.strip("'\"")) else _literal(cut.value, scope)
    if not value:
        return None
    if made.sql.lower().startswith("count(") and value == "0":
        return made
    is_text = family_of(scope.target_type) in (Family.TEXT, Family.UNKNOWN)
    if is_text and not cut.is_blank:
        return None
    sql = f"coalesce(nullif(trim({made.sql}), ''), {value})" if is_text else f"coalesce({made.sql}, {value})"
    origin = Origin.PATTERN if made.origin is Origin.DIRECT else made.origin
    return replace(made, sql=sql, origin=origin, alternatives=())


def _literal(value: str, scope: Scope) -> str:
    plain, family = value.strip("'\""), family_of(scope.target_type)
    if family is Family.NUMBER:
        return plain if re.fullmatch(r"-?\d+(?:\.\d+)?", plain) else ""
    if family in (Family.TEXT, Family.UNKNOWN):
        escaped = plain.replace("'", "''")
        return f"'{escaped}'"
    return ""
