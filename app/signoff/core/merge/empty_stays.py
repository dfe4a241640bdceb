"""Sentences behind a filter that keep rows without a value: ``An order without a status stays``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.rowtexts import Way, way_of

_STAYS = re.compile(
    r"^(?:(?:an?|any|every|each|all|the|those|but|and|also)\s+)*(?:[a-z][\w-]*\s+){1,3}?"
    r"(?:(?:without|with\s+no|with\s+(?:an?\s+)?(?:empty|blank|missing))\s+(?:an?\s+|any\s+|the\s+)?(?P<without>[\w-]+)"
    r"|whose\s+(?P<whose>[\w-]+)\s+is\s+(?:empty|blank|missing|null|not\s+(?:filled|set|given|known)))\s+"
    r"(?:(?:do|does|must|should|will)\s+)?(?:stays?(?:\s+in)?|remains?(?:\s+in)?|(?:is|are)\s+(?:also\s+|still\s+)?(?:kept|taken|loaded|in|included|in\s+here))"
    r"(?:\s+(?:too|as\s+well|here))?$"
    r"|^(?:and\s+|but\s+)?(?:no|an?\s+(?:empty|missing|blank)|empty|missing|blank)\s+(?P<no>[a-z][\w-]*)\s+(?:is|are)\s+"
    r"(?:fine|ok|okay|kept|in|included|taken|loaded|allowed)(?:\s+(?:too|as\s+well|in))?$",
    re.IGNORECASE,
)


def with_empty_stays(clause: str, found: Sequence[Step]) -> Step | None:
    """The filter before a clause that keeps rows without a value of it; None for any other clause.

    What leaves rows out keeps those without a value anyway; what takes only some gets the clause in brackets.
    """
    match = _STAYS.match(clause.strip(" .;"))
    last = found[-1] if found else None
    if match is None or last is None or last.kind is not StepKind.FILTER:
        return None
    name = match["without"] or match["whose"] or match["no"]
    if squashed(name) not in squashed(last.condition):
        return None
    if way_of(last.condition)[0] is Way.LEAVE:
        return last
    return replace(last, condition=f"{last.condition.rstrip(' .;')} ({name} empty = keep)")
