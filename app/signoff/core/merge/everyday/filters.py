"""Filters in everyday sentences: what is thrown away, is not wanted, has to be so, is all that counts."""

from __future__ import annotations

import re

from signoff.core.merge.everyday.compounds import in_every_case, with_values_quoted, without_case
from signoff.core.merge.everyday.conditions import condition
from signoff.core.merge.everyday.said import Said, World, said_in
from signoff.core.merge.everyday.wording import (
    EMPTY_GOES,
    EMPTY_STAYS,
    GO,
    GO_FIRST,
    GO_THEM,
    LIMITING,
    ONLY_BEHIND,
    ONLY_FIRST,
    OTHERS_GO,
)
from signoff.core.merge.likely.cues import BEHIND

_LEAD = re.compile(
    r"^(?:(?:please|also|and|then|besides|moreover|furthermore|in\s+addition|note(?:\s+that)?|nb|finally|here|of\s+course|again|additionally|filters?|rows?|selection|scope|restrictions?)\s*[:,]?\s+)+(?=\S+\s+\S)"
)
_TAIL = re.compile(
    rf"^(?P<rest>.+?)\s*(?:[,;:(–—-]|\bbut\b)\s*(?:(?:but|and)\s+)?(?:(?P<stays>{EMPTY_STAYS})|(?P<goes>{EMPTY_GOES}))\s*\)?$"
)
_GOES_BEHIND = re.compile(rf"^(?P<rows>.+?)\s*,?\s+{GO}$")
_GOES_FIRST = re.compile(rf"^{GO_FIRST}\s+(?P<rows>.+?)(?:\s+(?:out|away|here|please))?$")
_LEAVE_AROUND = re.compile(
    r"^(?:please\s+)?(?:we\s+)?(?:leave|throw|take|filter|sort|kick|cut|put)\s+(?P<rows>.+?)\s+(?:out|away|off|aside)$"
)
_REMARKED = re.compile(
    rf"^(?P<rows>.+?)\s+(?:are|is|say|says|mean|means|come|comes)\s+(?P<why>[a-z][a-z'\s-]*?)\s*(?:[,:;–-]\s*(?:so\s+)?(?:{GO_THEM}|{GO})|(?:,\s*)?\s+and\s+(?:therefore\s+|thus\s+|so\s+)?(?:{GO}|removed|dropped|ignored|skipped|excluded|discarded|left\s+out|out))$"
)
_THEN_THEM = re.compile(rf"^(?P<rows>.+?)\s*[,:;–-]\s*{GO_THEM}$")
_ONLY_FIRST = re.compile(rf"^{ONLY_FIRST}\s+(?P<rows>.+?)(?:\s+{ONLY_BEHIND})?$")
_OTHERS = re.compile(rf"^(?P<rest>.+?)\s*[,;:–-]\s*{OTHERS_GO}$")
_WHAT_WE_NEED = re.compile(
    r"\s+(?:(?:is|are)\s+(?:all\s+|what\s+|the\s+ones\s+)?(?:we\s+)?(?:need|want|wanted|needed|taken|kept|loaded|of\s+interest)|stays?|remains?|counts?)$"
)
_ONLY_BEHIND = re.compile(
    r"^(?:please\s+)?(?:we\s+)?(?:(?:need|want|report|show|consider|count|take|keep|load|use)\s+)?(?P<rows>.+?)\s+only$"
)
_MUST = re.compile(
    r"^(?:the\s+|their\s+|its\s+)?(?P<column>‹c\d+›)(?:\s+of\s+(?:the\s+|an?\s+)?‹o›)?\s+(?:(?:may|can)(?=\s+(?:not|only|never)\b)|must|has\s+to|have\s+to|needs?\s+to|should|shall)\s+(?:only\s+)?(?:always\s+)?(?P<not>not\s+)?(?:be\s+)?(?P<what>.+)$"
)
_ALONE = re.compile(
    r"^‹c\d+›\s*(?:(?:is|are|has|was)\s+)?(?:(?:not|<>|!=|=|<|>|<=|>=|in|between|under|over|below|above|at|before|after|since)\b|[<>=!]).*$"
)
"""A condition that stands for itself."""
_DAY = re.compile(
    r"^(?:the\s+|its\s+|their\s+)?[a-z]+\s+(?:date|day)\s+(?:(?:is|must\s+be|may|can|must)\s+)?(?:not\s+(?:be\s+)?)?(?:after|before|since|from|until)\s+‹v\d+›$"
)
"""A day by its noun, which rows have to keep to."""
_BLANKS_TOO = re.compile(
    r"^(?P<rest>.+?)\s*[,;(]\s*(?:blanks?|spaces|empty\s+texts?|white\s*space)\s+(?:do\s+not|don[’']t)\s+count\)?$"
)


def filter_of(sentence: str, world: World) -> str | None:
    """A sentence that says which rows go or stay, in canonical words; None for any other."""
    cased = without_case(sentence)
    found = _filter_of(with_values_quoted(cased, world), world)
    if cased == sentence or found is None:
        return found
    head, word, sql = found.partition(" where ")
    any_case = in_every_case(sql)
    return f"{head}{word}{any_case}" if any_case is not None else None


def _filter_of(sentence: str, world: World) -> str | None:
    """Such a sentence that says nothing of the case of values."""
    table = _label(sentence, world)
    said = said_in(table[1] if table else sentence, table[0] if table else world)
    text = _LEAD.sub("", said.text.strip(" .;:!"))
    blanks = _BLANKS_TOO.match(text)
    text = blanks["rest"] if blanks is not None else text
    read = _read(text, said)
    others = _OTHERS.match(text) if read is None else None
    if others is not None:
        found = condition(_WHAT_WE_NEED.sub("", others["rest"]), said)
        read = (False, found) if found is not None else _read(others["rest"], said)
        read = None if read is None or read[0] else read
    if read is None:
        tail = _TAIL.match(text)
        read = _read(tail["rest"], said) if tail is not None else None
        if tail is None or read is None:
            return None
        read = _with_missing(read, said, stays=tail["stays"] is not None)
    if read is None:
        return None
    leaves, sql = read
    rows = table[0].driving.name if table else "rows"
    told = f"Leave out {rows} where {sql}" if leaves else f"Only {rows} where {sql}"
    return f"Then {told[0].lower()}{told[1:]}" if BEHIND.match(sentence) else told


def _label(sentence: str, world: World) -> tuple[World, str] | None:
    """The table before a colon, as a world of its own, and what is said of it."""
    head, colon, rest = sentence.partition(":")
    name = head.strip().casefold()
    table = next((t for t in (world.driving, *world.others) if t.name.casefold() == name), None)
    return (world.only(table), rest.strip()) if colon and table is not None else None


def _read(text: str, said: Said) -> tuple[bool, str] | None:
    """Whether rows that fulfil a condition go, and the condition; None where a sentence says neither."""
    must = _MUST.match(text)
    if must is not None:
        found = condition(f"{must['column']} {must['not'] or ''}{must['what']}", said)
        return (False, found) if found is not None else None
    for leaves, shapes in (
        (True, (_LEAVE_AROUND, _REMARKED, _THEN_THEM, _GOES_BEHIND, _GOES_FIRST)),
        (False, (_ONLY_FIRST, _ONLY_BEHIND)),
    ):
        for shape in shapes:
            match = shape.match(text)
            if match is None or re.search(LIMITING, match.groupdict().get("why") or ""):
                continue
            found = condition(match["rows"], said)
            if found is not None:
                return leaves, found
    text = re.sub(r"\b(?:must|may|can)\s+not\s+be\b", "not", text) if _DAY.match(text) else text
    text = re.sub(r"^(?:the|its|their)\s+", "", text) if _DAY.match(text) else text
    stands = condition(text, said) if _ALONE.match(text) or _DAY.match(text) else None
    return (False, stands) if stands is not None else None


def _with_missing(read: tuple[bool, str], said: Said, *, stays: bool) -> tuple[bool, str] | None:
    """The condition with what is said of rows without the value."""
    leaves, sql = read
    columns = list(dict.fromkeys(c.sql for c in said.columns if c.sql in sql))
    if not columns or (len(columns) > 1 and (stays or not leaves)):
        return None
    missing = f"{columns[-1]} is null"
    if leaves == stays:
        return (leaves, sql) if leaves or " like " not in sql else None
    return leaves, f"({sql} or {missing})"
