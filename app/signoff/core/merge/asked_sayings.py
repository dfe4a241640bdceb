"""Sentences of an update on which rows are left out from now on, said the way filters are read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.merge.any_case import ANY_CASE
from signoff.core.merge.whole.conditions import holding_said

_OUT = (
    r"(?:kept|left|filtered|taken|thrown|sorted)\s+(?:out|away|off)|excluded|dropped|hidden|removed|ignored|skipped|discarded|"
    r"not\s+(?:to\s+be\s+|be\s+)?(?:passed\s+on|shown|kept|loaded|counted|delivered|listed|included|taken(?:\s+over)?|wanted|reported|published|"
    r"looked\s+at|considered|read|used)|"
    r"no\s+longer\s+(?:passed\s+on|shown|kept|loaded|counted|delivered|listed|included|taken|wanted|reported)"
)
_OF = r"(?:whose|where|with|that\s+have|which\s+have|having|when|that\s+are|which\s+are)"
_PASSIVE = re.compile(
    rf"^(?:all\s+|the\s+|those\s+)*[\w\s-]*?\b(?P<link>{_OF})\s+(?P<what>.+?)\s+(?:is|are|will\s+be|gets?|do(?:es)?|(?:should|must|shall|may)(?:\s+be(?=\s+(?!not\b)))?)\s+(?:{_OUT})$",
    re.IGNORECASE | re.DOTALL,
)
_EXCEPT = re.compile(
    rf"^(?:all\s+)?[\w\s-]*?\b(?:except(?:\s+for)?|but\s+not|other\s+than|apart\s+from|excluding|without)\s+"
    rf"(?:those\s+|the\s+ones\s+|these\s+)?(?P<link>{_OF})\s+(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_BRACKET = re.compile(r"\s*\([^()]*\)")
_NEITHER = re.compile(
    r"\s*[:,–]\s*neither\s+(?:in|for|by|among|with)\b[^;.]*\bnor\b[^;.]*$|\s*[:,–]\s*(?:in|for)\s+none\s+of\s+the\s+[^;.]*$",
    re.IGNORECASE,
)
"""Where rows that do not count are not counted: everywhere."""
_BARE_VALUE = re.compile(r"^(?:the\s+)?(?P<column>\w+)\s+(?P<value>'[^']*'|\"[^\"]*\"|[\w-]+)$")
"""A column and its value with no word between."""
_VALUE_OF = re.compile(
    r"^(?:an?|the)\s+(?P<column>\w+)\s+of\s+(?P<value>'[^']*'|-?\d+(?:\.\d+)?)$", re.IGNORECASE
)
"""A value told of its column: ``an amount of 0``."""
_STAYS = re.compile(
    r"\b(?:is|are|still|do|does|stays?|remains?|also)\s+(?:still\s+|to\s+be\s+)?"
    r"(?:passed\s+on|shown|kept|count(?:s|ed)?|loaded|delivered|listed|included|there|in|stays?|taken|wanted)$",
    re.IGNORECASE,
)
_NEGATES = re.compile(r"\b(?:not|no\s+longer|never)\b", re.IGNORECASE)
_CLAUSES = re.compile(r"\s*;\s*|\.\s+|,\s+(?=(?:all|any|every)\s+others?\b)", re.IGNORECASE)


def without_places(text: str) -> str:
    """A text without what only says that an order holds in every figure: ``neither in a nor in b``."""
    return _NEITHER.sub("", text.rstrip(" ."))


def left_out(text: str) -> str:
    """The sentence as a filter of what is left out; empty where it is none, or says more than that.

    Args:
        text: such as ``deals whose is_archived is true are kept out, all others are shown``.
    """
    found = list(_clauses(without_places(text)))
    return found[0] if len(found) == 1 else ""


def _clauses(text: str) -> Iterator[str]:
    """Each clause that leaves out rows; an empty text for one that is not understood."""
    for clause in _CLAUSES.split(text.strip().rstrip(".")):
        plain = _BRACKET.sub(
            lambda match: match.group() if ANY_CASE.search(match.group()) else "", clause
        ).strip()
        told = _PASSIVE.match(plain) or _EXCEPT.match(plain)
        if told is not None:
            what = holding_said(told["what"].strip())
            bare = _BARE_VALUE.match(what) or _VALUE_OF.match(what)
            yield (
                f"leave out rows where {bare['column']} is {bare['value']}"
                if bare
                else f"leave out rows where {what}"
            )
        elif not _STAYS.search(plain) or _NEGATES.search(plain):
            yield ""
