"""What people made, counted and dated: ``number of tickets the agent opened``, ``earliest of the notes and tickets``.

A row is there since somebody made it, so who made it says nothing more where the rows are joined by that person. A
verb for what happens to a row later asks for some of the rows alone, and is left.
"""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts
from signoff.core.generate.types import Family, family_of

_MADE = r"(?:opened|created|made|placed|wrote|written|started|raised|filed|submitted|posted|reported|authored|entered)"
_COUNTED = re.compile(
    r"^(?P<head>(?:(?:the\s+)?(?:number|count)\s+of|how\s+many)\s+(?P<what>[a-z]+(?:\s[a-z]+)?))\s+(?:that\s+|which\s+)?"
    rf"(?:the|this|each|an?)\s+(?P<who>\w+)\s+(?:has\s+|had\s+)?{_MADE}(?P<tail>(?:\s+(?:with|where|whose)\s+[^,;]+)?\s*(?:[,;].*)?)$",
    re.IGNORECASE | re.DOTALL,
)
_WITH = re.compile(
    r"^\s+(?:with|where|whose)\s+(?:the\s+|an?\s+)?(?P<column>[A-Za-z_]\w*)\s*(?:=\s*|is\s+)?'?(?P<value>[A-Za-z][\w-]*)'?(?P<rest>\s*(?:[,;].*)?)$",
    re.IGNORECASE | re.DOTALL,
)
_EARLY = r"earliest|first|oldest"
_LATE = r"latest|last|newest|most\s+recent"
_EITHER = re.compile(
    rf"^(?:the\s+)?(?P<which>{_EARLY}|{_LATE})\s+of\s+(?:(?:the|all|its|their)\s+)*(?:(?P<who>[a-z]+)(?:'s|’s|s')\s+)?(?P<one>[a-z]+(?:\s[a-z]+)?)\s+"
    rf"(?:and|or)\s+(?:the\s+)?(?P<two>[a-z]+(?:\s[a-z]+)?)(?:\s*,\s*whichever\s+(?:one\s+)?(?:comes|came|is|was)\s+(?P<again>{_EARLY}|{_LATE}|earlier|later))?$",
    re.IGNORECASE,
)


def _counted(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The count without who made the rows; the person must be what the target has rows of."""
    match = _COUNTED.match(text)
    sources = {c.relation for c in scope.sources}
    if (
        match is None
        or not scope.aggregate
        or len(sources) != 1
        or not _is_place(match["who"], scope, sources)
    ):
        return ""
    if not all(_is_called(match["what"], column) for column in scope.sources):
        return ""
    some = _WITH.match(match["tail"])
    if some is None:
        return f"{match['head']}{match['tail']}"
    known = {c.column.name.casefold() for c in scope.columns if c.relation in sources}
    if some["column"].casefold() not in known:
        return ""
    return f"number of rows where {some['column']} = '{some['value']}'{some['rest']}"


def _is_place(noun: str, scope: Scope, without: set[str]) -> bool:
    """Whether a noun means a table of the query that is none of these."""
    places = [place for place in scope.places if squashed(place) not in {squashed(w) for w in without}]
    return any(_singular(noun) in {_singular(word) for word in name_parts(place)} for place in places)


def _is_called(noun: str, column: ScopeColumn) -> bool:
    said = [_singular(word) for word in noun.casefold().split()]
    names = {_singular(word) for place in (column.table, column.relation) for word in name_parts(place)}
    return set(said) <= names


def _singular(word: str) -> str:
    plain = word.casefold()
    return f"{plain[:-3]}y" if plain.endswith("ies") else plain.removesuffix("s")


def _either(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The earliest moment of two tables' rows, each source of one of them; where one has none the other's counts."""
    match = _EITHER.match(text)
    if match is None or not scope.aggregate or len(scope.sources) != 2:
        return ""
    one, two = scope.sources
    dated = all(family_of(c.column.type) in (Family.DATE, Family.TIMESTAMP) for c in (one, two))
    if not dated or one.relation == two.relation or not _are_called(match["one"], match["two"], one, two):
        return ""
    is_early = re.fullmatch(_EARLY, match["which"], re.IGNORECASE) is not None
    again = match["again"]
    if again and (re.fullmatch(rf"{_EARLY}|earlier", again, re.IGNORECASE) is not None) != is_early:
        return ""
    if match["who"] and not _is_place(match["who"], scope, {one.relation, two.relation}):
        return ""
    each, both = ("min", "least") if is_early else ("max", "greatest")
    return f"{both}({each}({one.sql}), {each}({two.sql}))"


def _are_called(first: str, second: str, one: ScopeColumn, two: ScopeColumn) -> bool:
    straight = _is_called(first, one) and _is_called(second, two)
    return straight or (_is_called(first, two) and _is_called(second, one))


MADE_BY = (_counted, _either)
