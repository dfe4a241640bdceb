"""A few words that limit the rows of a table: ``not deleted``, ``lines without amount skipped``, ``only active ones``.

Only what is understood wholly has an answer; words that keep all rows, ``inactive too``, have an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words

_ALL = re.compile(
    r"^(?:all|everything|complete(?:ly)?|unfiltered|no\s+(?:filters?|limits?|conditions?)|(?:all|every)\s+(?:of\s+them|rows?|records?|lines?))$"
    r"|^(?:the\s+)?\w+(?:\s+(?:ones|rows|records))?\s+(?:too|as\s+well|also|included)$"
    r"|^(?:also|including|incl\.?)\s+(?:the\s+)?\w+(?:\s+(?:ones|rows|records))?$"
    r"|^(?:0|zero)\s+(?:is|counts\s+as)\s+(?:an?\s+)?[a-z]+$",
    re.IGNORECASE,
)
"""Says once more that rows stay."""
_GO = (
    r"(?:(?:are|is|get|to\s+be)\s+)?(?:skipped|left\s+out|dropped|ignored|excluded|omitted"
    r"|removed|not\s+(?:loaded|taken|used|counted|wanted))"
)
_ONES = r"(?:\s+(?P<noun>ones|rows|records|entries|\w+s))?"
_FLAG = re.compile(
    rf"^(?P<only>only\s+)?(?:the\s+|those\s+)?(?P<not>(?:not|non)[\s-]+)?(?P<word>[a-z]\w*){_ONES}(?P<last>\s+only)?$",
    re.IGNORECASE,
)
_NO_FLAG = re.compile(
    rf"^(?:without|no|except|excluding|but\s+not)\s+(?:the\s+|any\s+)?(?P<word>[a-z]\w*){_ONES}$"
    rf"|^(?P<word2>[a-z]\w*)(?:\s+(?P<noun2>ones|rows|records|entries|\w+s))?\s+{_GO}$",
    re.IGNORECASE,
)
_LACKING = re.compile(
    rf"^(?:(?P<no>no)\s+)?(?P<noun>[a-z]+)\s+(?:without|with\s+no|that\s+have\s+no)\s+(?:an?\s+|any\s+|the\s+)?(?P<column>\w+(?:\s\w+)??)(?P<go>\s+{_GO})?$",
    re.IGNORECASE,
)
_FILLED = re.compile(
    r"^(?P<only>only\s+)(?:the\s+)?(?:(?P<noun>[a-z]+)\s+)?(?:with|that\s+have)\s+(?:an?\s+|the\s+)?(?P<column>\w+(?:\s\w+)?)$"
    r"|^(?P<named>\w+)\s+(?:is\s+|must\s+be\s+)?(?:filled|not\s+(?:empty|null|blank)|given)$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"^(?:only\s+)?(?:where\s+|with\s+)?(?P<column>[\w.]+)\s*(?P<sign>=|<>|!=|<=|>=|<|>)\s*(?P<value>'[^']*'|-?\d+(?:\.\d+)?|true|false)$",
    re.IGNORECASE,
)
_ROWS = frozenset({"row", "record", "entry", "one", "line", "item"})
_TEXT = ("VARCHAR", "TEXT", "CHAR", "STRING")


def limit_of(text: str, columns: Sequence[ScopeColumn]) -> str | None:
    """The condition that rows of these tables are to meet; empty where all stay, None where it is not understood.

    Args:
        text: a few words.
        columns: of the tables they may speak of, those of the nearest one first.
    """
    plain = " ".join(text.split()).strip(" .,;")
    if _ALL.match(plain):
        return ""
    for reader in (_flagged, _without_flag, _lacking, _filled, _compared):
        if sql := reader(plain, columns):
            return sql
    return None


def _flagged(plain: str, columns: Sequence[ScopeColumn]) -> str:
    """``not deleted``, ``only active ones``."""
    match = _FLAG.match(plain)
    if match is None or not (match["not"] or match["only"] or match["last"]):
        return ""
    column = _flag(match["word"], match["noun"] or "", columns)
    if column is None:
        return ""
    return f"not coalesce({column.sql}, false)" if match["not"] else f"coalesce({column.sql}, false)"


def _without_flag(plain: str, columns: Sequence[ScopeColumn]) -> str:
    """``without deleted ones``, ``deleted ones are left out``."""
    match = _NO_FLAG.match(plain)
    word = (match["word"] or match["word2"]) if match is not None else ""
    noun = (match["noun"] or match["noun2"] or "") if match is not None else ""
    column = _flag(word, noun, columns) if word else None
    return f"not coalesce({column.sql}, false)" if column is not None else ""


def _lacking(plain: str, columns: Sequence[ScopeColumn]) -> str:
    """``lines without an amount are skipped``, ``no lines without amount``."""
    match = _LACKING.match(plain)
    if match is None or bool(match["no"]) == bool(match["go"]):
        return ""
    column = _named(match["column"], match["noun"], columns)
    return _is_filled(column) if column is not None else ""


def _filled(plain: str, columns: Sequence[ScopeColumn]) -> str:
    """``only lines with an amount``, ``amount is filled``."""
    match = _FILLED.match(plain)
    if match is None:
        return ""
    column = _named(match["column"] or match["named"], match["noun"] or "", columns)
    return _is_filled(column) if column is not None else ""


def _compared(plain: str, columns: Sequence[ScopeColumn]) -> str:
    match = _COMPARED.match(plain)
    column = _named(match["column"], "", columns) if match is not None else None
    return (
        f"{column.sql} {match['sign']} {match['value']}" if match is not None and column is not None else ""
    )


def _is_filled(column: ScopeColumn) -> str:
    if column.column.type.upper().startswith(_TEXT):
        return f"trim({column.sql}) <> ''"
    return f"{column.sql} is not null"


def _flag(word: str, noun: str, columns: Sequence[ScopeColumn]) -> ScopeColumn | None:
    """The only column of yes and no that a word names, of the nearest table that has one."""
    wanted = {word.casefold(), f"is{word}".casefold(), f"{word}flag".casefold(), f"has{word}".casefold()}
    flags = [
        c
        for c in _of(noun, columns)
        if c.column.type.upper().startswith("BOOL") and squashed(c.column.name) in wanted
    ]
    nearest = [c for c in flags if c.relation == flags[0].relation]
    return nearest[0] if len(nearest) == 1 else None


def _named(name: str, noun: str, columns: Sequence[ScopeColumn]) -> ScopeColumn | None:
    place, _, bare = name.rpartition(".")
    hits = [
        c
        for c in _of(noun, columns)
        if squashed(c.column.name) == squashed(bare) and place.casefold() in ("", c.relation.casefold())
    ]
    nearest = [c for c in hits if c.relation == hits[0].relation]
    return nearest[0] if len(nearest) == 1 else None


def _of(noun: str, columns: Sequence[ScopeColumn]) -> list[ScopeColumn]:
    """The columns of the tables whose rows a noun calls; all where it only says rows, none where it is unknown."""
    word = singular(noun.casefold())
    own = [c for c in columns if word and word in {singular(w) for w in words(c.table)}]
    if own:
        last = [c for c in own if singular(words(c.table)[-1]) == word]
        return last or own
    return list(columns) if not word or word in _ROWS else []
