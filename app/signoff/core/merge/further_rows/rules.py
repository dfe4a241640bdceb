"""A rule over several rows taken apart: what is made of them, which of them count, and what stands for none.

``how many comments, only the public ones (is_public is true). No comments at all = 0`` makes ``how many comments`` of
the rows that ``is_public is true`` holds of, and 0 of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.clauses import inside
from signoff.core.merge.likely.conditions import is_text
from signoff.core.merge.likely.marked import softly_named
from signoff.core.merge.likely.units import sentences_of
from signoff.core.merge.names import words
from signoff.core.merge.whole.clauses import Outcome, outcome_of
from signoff.core.merge.whole.conditions import tested
from signoff.core.merge.whole.named_softly import with_names

_VALUE = r"(?P<value>-?\d+(?:\.\d+)?|'[^']*'|\"[^\"]*\")"
_NONE = re.compile(
    rf"^\W*(?:also\s+|and\s+|but\s+|is\s+|or\s+|again\s+)*{_VALUE}\s+"
    r"(?:if|when|where|for|with|without|otherwise)\b.*$"
    r"|^\W*(?:and\s+|but\s+)?(?:otherwise|else|default(?:s?\s+to)?|if\s+none|if\s+not)\s*[,:=]?\s*"
    rf"(?:it\s+is\s+|is\s+)?{_VALUE.replace('value', 'behind')}\W*$"
    r"|^\W*(?:.*\b(?:no|none|nothing|without|never|w/o|nobody|missing)\b.*?)"
    rf"(?:=|:|->|→|\bis\b|\bgives\b|\bmeans\b|\bget\w*\b|,)\s*{_VALUE.replace('value', 'last')}\W*$",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"^(?=.*\b(?:no|none|nothing|without|never|w/o|nobody|missing|who|that|otherwise|else|if)\b).*\b(?:empty|blank|null|no\s+value)\b[^,;]*$"
    r"|^\W*(?:leave\s+(?:it\s+)?|stays?\s+)?(?:empty|blank|null)\b[^,;]*$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r";\s+|\s+[-–—]\s+|,\s*(?=(?:also\s+|and\s+|but\s+)?(?:only|without|except|excluding|ignoring|not\s+counting|leaving\s+out|-?\d+(?:\.\d+)?\s+(?:if|when|where|for|with)"
    r"|otherwise|else|none\b|no\s+\w+\s*=|nothing|empty|null|blank|where|provided|unless|and\s+not|but\s+not|cancell?ed|deleted|voided|test)\b)",
    re.IGNORECASE,
)
_MISSING = re.compile(
    rf"^(?:and\s+|if\s+|when\s+)*(?:the\s+|its\s+)?(?P<noun>[a-z][\w ]*?)\s+(?:is\s+|are\s+)?"
    rf"(?:missing|empty|null|blank|not\s+filled|not\s+there)"
    rf"\s*(?:=|:|->|→|,|\bthen\b|\bis\b|\bbecomes\b)\s*{_VALUE}$",
    re.IGNORECASE,
)
"""What stands for a missing value of one row."""
_SAYS = re.compile(r"^.*\b(?:i\.\s?e\.|that\s+is|namely)\s*,?\s+", re.IGNORECASE)
_IDLE = re.compile(
    r"\s*\((?:whichever|whatever|any(?!\s+case)|all|no\s+matter|regardless)\b[^()]*\)"
    r"|\s*,\s*(?:whichever|whatever|no\s+matter|regardless\s+of|returned\s+or\s+not|in\s+all)\b[^,;.()]*",
    re.IGNORECASE,
)
"""What says that nothing is left out."""
_EXAMPLE = re.compile(
    r",?\s*\(?\b(?:e\.\s?g\.|for\s+example)[\s,:]*(?:\"[^\"]*\"|'[^']*'|“[^”]*”|[^.;()]*)\)?", re.IGNORECASE
)
_LIMIT = re.compile(r"^\W*(?:but\s+|and\s+)?(?:only|just)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class OfRows:
    """A rule over several rows."""

    head: str
    """What is made of them."""
    conditions: tuple[str, ...]
    """SQL that is true of the rows that count."""
    default: str
    """SQL of what stands for none; empty where the rule names no value."""
    unread: tuple[str, ...]
    """What else it says, of which nothing was understood."""
    stands_in: tuple[tuple[str, str], ...] = ()
    """What stands for a missing value of one row: words that call its column, and SQL of the value."""


def of_rows(rule: str, columns: Sequence[ScopeColumn], keys: Sequence[str]) -> OfRows:
    """A rule taken apart.

    Args:
        rule: what it says of the rows.
        columns: of their table.
        keys: SQL of those by which the rows belong to another row: no conditions.
    """
    others = [c for c in columns if c.sql not in keys]
    head, *rest = list(_pieces(_EXAMPLE.sub("", _IDLE.sub("", rule)))) or [""]
    conditions: list[str] = []
    unread: list[str] = []
    default = ""
    stands_in: list[tuple[str, str]] = []
    for piece in rest:
        missing = _MISSING.match(piece)
        if missing is not None and softly_named(missing["noun"].split()[-1], others) is not None:
            stands_in.append((missing["noun"].split()[-1], missing["value"].replace('"', "'")))
            continue
        none = _NONE.match(piece)
        if none is not None and not default:
            default = none["value"] or none["behind"] or none["last"]
        elif none is None and not _EMPTY.match(piece):
            made = _condition(piece, others)
            if made:
                conditions.append(made)
            else:
                unread.append(piece)
    return OfRows(
        head, tuple(dict.fromkeys(conditions)), default.replace('"', "'"), tuple(unread), tuple(stands_in)
    )


def _pieces(rule: str) -> Iterator[str]:
    for sentence in sentences_of(rule):
        sentence = _SAYS.sub("", sentence)
        start = 0
        for cut in _CUT.finditer(sentence):
            if inside(sentence, cut.start()):
                continue
            yield sentence[start : cut.start()].strip(" ,.")
            start = cut.end()
        yield sentence[start:].strip(" ,.")


def _condition(piece: str, columns: Sequence[ScopeColumn]) -> str:
    goes = outcome_of(piece) is Outcome.GOES
    made = tested(_LIMIT.sub("", piece), columns, columns, goes=goes)
    sql = made.sql if made is not None else _by_state(piece, columns)
    sql = sql or (_in_state(piece, columns) if goes else "")
    return f"not coalesce({sql}, false)" if sql and goes else sql


def _by_state(piece: str, columns: Sequence[ScopeColumn]) -> str:
    """SQL of a word before the column in brackets that it is a value of: ``cancelled ones (status)``; may be empty."""
    match = _STATE.search(with_names(piece, columns))
    column = match["column"].casefold() if match is not None else ""
    named = [c for c in columns if c.column.name.casefold() == column and is_text(c)]
    return f"lower({named[0].sql}) = '{match['word'].lower()}'" if match is not None and named else ""


def _in_state(piece: str, columns: Sequence[ScopeColumn]) -> str:
    """SQL of rows called by the state they are in, where their table has one column of states; may be empty."""
    match = _CALLED_BY_STATE.match(piece)
    states = [c for c in columns if words(c.column.name)[-1:] in (("status",), ("state",)) and is_text(c)]
    if match is None or len(states) != 1:
        return ""
    return f"lower({states[0].sql}) = '{match['word'].lower()}'"


_CALLED_BY_STATE = re.compile(
    r"^(?:but\s+|and\s+)?(?:not\s+(?:the\s+)?|without\s+(?:the\s+)?|excluding\s+|except\s+)?(?P<word>[a-z]{4,}ed)\s+(?:[a-z]+s|ones)"
    r"(?:\s+(?:do\s+not|don't|never)\s+count(?:\s+here)?|\s+are\s+(?:not\s+counted|ignored|left\s+out|excluded|skipped))?$",
    re.IGNORECASE,
)
"""Rows that are left out, called by one word for their state: ``cancelled orders do not count``."""
_STATE = re.compile(
    r"\b(?P<word>[A-Za-z][\w-]+)\s+(?:ones?|rows?|records?|entries|lines?|\w+s)?\s*\(\s*(?:by\s+|in\s+)?(?P<column>\w+)\s*\)"
)
