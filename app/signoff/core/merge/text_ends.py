"""Tests of a text's beginning, end or parts as people write them for rows, said as the reader of conditions takes them.

``e-mail ends in @test.example`` becomes ``email ends with '@test.example'``; ``customers with an email ending in .nl``
becomes ``customers whose email ends with '.nl'``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.scoping import find_everywhere

_MARKED = r"[^\s'\"(),;]*[@/_#+-][^\s'\"(),;]*|[^\s'\"(),;]*\.[^\s'\"(),;.]+|[A-Z][A-Z0-9]+"
"""A value that cannot be a word of the sentence: ``@test.example``, ``.nl``, ``TEST``."""
_ENDS_IN = re.compile(rf"\b(?P<verb>ends?|ending)\s+(?:in|on)\s+(?=['\"]|(?:{_MARKED})(?:$|[\s,;)]))")
_BARE = re.compile(
    rf"\b(?P<verb>(?:starts?|begins?|ends?|starting|beginning|ending)\s+with|contains?|containing)\s+(?P<value>{_MARKED})(?=$|[\s,;)])"
)
_HELD = re.compile(r"\b(?P<verb>contains?|containing)\s+(?P<value>[A-Za-z][\w-]*)$")
_WITH = re.compile(
    r"\bwith\s+(?:an?\s+|the\s+)?(?P<name>[\w-]+)\s+(?P<verb>ending|starting|beginning|containing)(?P<with>\s+with)?\s+(?=')",
    re.IGNORECASE,
)
_IN_IT = re.compile(
    r"\bwith\s+(?P<value>'[^']*'|[\w@.-]+)\s+in\s+(?:the|their|its)\s+(?P<name>[\w-]+)$", re.IGNORECASE
)
_VERBS = {"ending": "ends", "starting": "starts", "beginning": "begins", "containing": "contains"}


def with_ends_said(text: str, relations: Sequence[Relation], schema: Schema) -> str:
    """The text with tests of a text's parts in one spelling and their values in quotes; the same where there are none.

    Args:
        text: of rows.
        relations: whose columns it may name.
        schema: the tables.
    """

    def is_column(name: str) -> bool:
        return bool(find_everywhere(relations, schema, name))

    def quoted(match: re.Match[str]) -> str:
        value = match["value"]
        return match.group() if is_column(value) else f"{match['verb']} '{value}'"

    def whose(match: re.Match[str]) -> str:
        verb = _VERBS[match["verb"].lower()]
        return f"whose {match['name']} {verb}{match['with'] or ''} "

    def held(match: re.Match[str]) -> str:
        value = match["value"].strip("'")
        known = is_column(match["name"]) and not is_column(value)
        return f"whose {match['name']} contains '{value}'" if known else match.group()

    plain = re.sub(r"\b[eE]-mail\b", "email", text) if is_column("email") else text
    plain = _ENDS_IN.sub(lambda m: f"{m['verb']} with ", plain)
    plain = _HELD.sub(quoted, _BARE.sub(quoted, plain))
    return _IN_IT.sub(held, _WITH.sub(whose, plain))
