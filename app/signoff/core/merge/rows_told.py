"""Rows told by what they did: ``sessions that began at or before signed_up_at`` is a table and a filter.

Only what is wholly understood becomes steps: the table, the column a verb stands for, the comparison.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from signoff.core.domain.spec import SourceTable, Step, StepKind
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words

_ROWS = re.compile(
    r"^(?:(?:all|the|those|only|just|every|each)\s+)*(?P<table>[\w.$]+(?:\s+[\w.$]+)?)\s+(?:that|which|who)\s+"
    r"(?:(?:have|has|had|were|was|are|is)\s+)?(?P<verb>[a-z]+)\s+(?P<sign>[a-z][a-z "
    r"]*?)\s+(?:the\s+|their\s+|its\s+)?"
    r"(?P<other>[\w.]+|'[^']+')$",
    re.IGNORECASE,
)
_SIGNS = {
    "<": ("before", "earlier than", "prior to", "ahead of"),
    "<=": (
        *("at or before", "on or before", "before or at", "before or on", "no later than", "not later than"),
        *("not after", "up to and including", "until", "by", "at the latest at", "at the latest on"),
    ),
    ">": ("after", "later than", "past"),
    ">=": (
        *("at or after", "on or after", "after or at", "after or on", "no earlier than", "not earlier than"),
        *("not before", "from", "since", "as of"),
    ),
    "=": ("at", "on", "exactly at"),
}
SIGN_OF = {word: sign for sign, said in _SIGNS.items() for word in said}
"""The comparison that words before a day stand for."""
_SAME = {
    "began": "start", "begin": "start", "begun": "start", "start": "start", "ended": "end", "finish": "end",
    "over": "end", "clos": "close", "made": "create", "creat": "create", "plac": "place", "paid": "pay",
    "sent": "send", "sold": "sell", "bought": "buy", "left": "leave", "given": "give", "taken": "take",
    "written": "write", "happen": "occur", "occurr": "occur",
}  # fmt: skip
_OF_WHOM = re.compile(
    r"\s+(?:of|by|from)\s+(?:(?:known|existing|registered|the|these|those|our|such)\s+)*(?P<table>[\w.$]+)(?=\s*\()",
    re.IGNORECASE,
)


def rows_told(clause: str, note: Step, named: Callable[[str], SourceTable | None]) -> list[Step]:
    """The driving table and the filter of a clause that tells rows by a moment; empty for every other clause.

    Args:
        clause: of a note.
        note: the step it is of.
        named: the table some words mean.
    """
    match = _ROWS.match(" ".join(clause.split()).strip(" .,;"))
    table = named(match["table"]) if match is not None else None
    sign = SIGN_OF.get(match["sign"].lower(), "") if match is not None else ""
    moment = _moment(table, match["verb"]) if match is not None and table is not None else ""
    if match is None or table is None or not sign or not moment:
        return []
    return [
        replace(note, kind=StepKind.DRIVING, table=table.name, alias="", condition=""),
        replace(note, kind=StepKind.FILTER, table="", condition=f"{moment} {sign} {match['other']}"),
    ]


def without_whom(clause: str, joined: str) -> str:
    """The clause without ``of known users`` before a bracket that joins that table anyway."""
    match = _OF_WHOM.search(clause)
    if match is None or singular(words(match["table"])[-1]) != singular(words(joined)[-1]):
        return clause
    return clause[: match.start()] + clause[match.end() :]


def _moment(table: SourceTable, verb: str) -> str:
    """The one moment or day of the table that a verb stands for; empty where none or several do."""
    wanted = stem(verb)
    found = [
        column.name
        for column in table.columns
        if column.type.upper().startswith(("DATE", "TIMESTAMP"))
        and any(stem(part) == wanted for part in words(column.name))
    ]
    return found[0] if len(found) == 1 else ""


def stem(word: str) -> str:
    """A word without its endings; verbs of one meaning alike."""
    plain = singular(word.casefold())
    cut = re.sub(r"(?<=\w{3})(?:ing|ed|e)$", "", plain)
    known = _SAME.get(plain) or _SAME.get(cut)
    return re.sub(r"(?<=\w{3})e$", "", known) if known else cut
