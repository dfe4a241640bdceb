"""Filters on groups by how many rows they have: ``teams with fewer than 5 matches are left out``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Condition, Relation
from signoff.core.merge.names import plain_words, word_set
from signoff.core.merge.rowtexts import Way, restrictions_of

_COUNTED = re.compile(
    r"^(?:(?:all|any|those|the|groups?|only)\s+)*[\w-]+(?:\s+[\w-]+){0,2}?\s+(?:with|having|that\s+have|"
    r"that\s+has|who\s+have|which\s+have|of|that\s+had)\s+"
    r"(?P<sign>fewer\s+than|less\s+than|under|at\s+least|at\s+most|more\s+than|over|exactly|only|"
    r"no\s+more\s+than|no\s+fewer\s+than|up\s+to)?\s*"
    r"(?P<number>\d+|one|two|three|four|five|ten)\s*(?P<more>(?:or|and)\s+(?:more|fewer|less)\s+|"
    r"\+\s*)?(?P<thing>[\w-]+)(?P<after>\s+(?:or|and)\s+(?:more|fewer|less))?$",
    re.IGNORECASE,
)
_SIGNS = {
    "fewer than": "<", "less than": "<", "under": "<", "at least": ">=", "at most": "<=", "more than": ">",
    "over": ">", "exactly": "=", "only": "=", "no more than": "<=", "no fewer than": ">=", "up to": "<=", "": "=",
}  # fmt: skip
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "ten": "10"}
_OPPOSITE = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "=": "<>"}
_ROWS = word_set("row record entry entrie line")


def counted_groups(text: str, relations: Sequence[Relation], cell: Cell | None) -> Condition | None:
    """The condition on the grouped rows; None where what is counted are not the rows of the driving table."""
    reading = next(restrictions_of(text), ())
    way, said = (reading[0].way, reading[0].text) if len(reading) == 1 else (Way.TAKE, text)
    match = _COUNTED.match(" ".join(said.split()).strip(" .,"))
    if match is None or not relations:
        return None
    rows = set(plain_words(relations[0].table)) | set(plain_words(relations[0].alias)) | _ROWS
    thing = "".join(plain_words(match["thing"]))
    if thing not in rows and thing.removesuffix("e") not in rows:
        return None
    tail = (match["more"] or match["after"] or "").lower()
    sign = _SIGNS[" ".join((match["sign"] or "").lower().split())]
    sign = ">=" if "more" in tail or "+" in tail else "<=" if tail else sign
    sign = _OPPOSITE[sign] if way is Way.LEAVE else sign
    number = _NUMBERS.get(match["number"].lower(), match["number"])
    return Condition(text, f"count(*) {sign} {number}", Origin.PATTERN, cell)
