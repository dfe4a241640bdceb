"""Arms of a list whose words a bracket explains: ``new in the first month (months_in = 0); closed if …; else more``."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.domain.spec import ColumnMapping

_ARM = re.compile(
    r"^(?P<word>'[^']*'|[A-Za-z][\w-]*)\s+(?:in|on|at|for|during|if|when|where)\s+(?P<told>[^();]+?)\s*\((?P<test>[^();]+)\)$",
    re.IGNORECASE,
)
_TESTED = re.compile(r"(?P<column>[A-Za-z_][\w.]*)\s*(?:=|<>|!=|<=|>=|<|>|\bis\b|\bin\b)\s*\S", re.IGNORECASE)
_TESTS_TOO = re.compile(r"\b(?:and|or|nor|unless|except|not|only|without)\b|['\"=<>]", re.IGNORECASE)


def _explained(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The list with the test in place of the words it explains; each such test must look at a column in scope."""
    arms = [arm.strip() for arm in text.split(";")]
    known = {c.column.name.casefold() for c in scope.columns}
    if len(arms) < 3 or not re.match(r"^(?:else|otherwise)\b", arms[-1], re.IGNORECASE):
        return ""
    said: list[str] = []
    for arm in arms:
        match = _ARM.match(arm)
        tested = _TESTED.match(match["test"].strip()) if match is not None else None
        if match is None:
            said.append(arm)
        elif (
            tested is None
            or tested["column"].casefold() not in known
            or _TESTS_TOO.search(re.sub(r"['’]s\b", "", match["told"]))
        ):
            return ""
        else:
            said.append(f"{match['word']} if {match['test']}")
    return "; ".join(said) if said != arms else ""


ARMS = (_explained,)
