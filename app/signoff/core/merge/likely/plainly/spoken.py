"""The column that the noun of a condition calls."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.names import is_noun

_IT = re.compile(
    r"^(?:(?:the|a|an|our|this|that|its|source|order|claim|record|row|whole)\s+)*(?:it|field|value|code|"
    r"flag|source|column|one|string|text|cell|number|date|timestamp|entry|status|)?$",
    re.IGNORECASE,
)


def spoken_of(noun: str, ground: Ground, kind: str = "") -> ScopeColumn | None:
    """The column that a noun calls, what the rule is about where it says no more than "it", or a lone source."""
    plain = noun.strip()
    if plain and _IT.match(plain) and (told := ground.called(plain, kind)) is not None:
        return told
    if not plain or _IT.match(plain):
        return ground.subject(kind)
    found = ground.called(plain, kind) if is_noun(plain) else None
    if (
        found is None
        and is_noun(plain)
        and re.search(r"[a-z]{3}", plain)
        and len(plain.split()) < 4
        and ground.names.called(plain) is None
    ):
        return ground.names.source() if ground.is_only(kind) else None
    return found
