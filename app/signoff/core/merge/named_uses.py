"""Names of relations that a target's steps and source cells read but no table has, and where texts give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from signoff.core.domain.spec import TargetMapping

_LEAD = (
    r"(?:(?:derived|cte|sub-?\s?query|subselect|helper|intermediate|interim|temp(?:orary)?|work|working"
    r"|inner|inline|virtual|prepared?|preparation|"
    r"step|build|built|create|make|define|definition|let|first|then|next|second|third|the|an?|relation"
    r"|table|view|set|result|query|named|called|block|"
    r"part|of|for|data|rows?|we|need|use|note|on|\d+|[:.)(-])[\s:]*)*"
)
_FOLLOWS = (
    r"\s*(?:\([^()]{0,40}\))?\s*(?P<between>:=|=|:|->|–|—|-|,|\bis\b|\bare\b|\bbe\b|\bas\b|\bholds\b"
    r"|\bhas\b|\bcontains\b|\bcomes\s+from\b|\bmeans\b|\s)\s*"
)


def tables_read(target: TargetMapping) -> tuple[str, ...]:
    """What steps and source cells name as tables, each once."""
    names = [s.table for s in target.steps]
    names += [ref.table for c in target.columns for ref in c.sources]
    return tuple(dict.fromkeys(n for n in names if n))


def columns_read(name: str, target: TargetMapping) -> tuple[str, ...]:
    """Columns that source cells and join conditions read from a table of that name."""
    found = [
        ref.column for c in target.columns for ref in c.sources if ref.table.casefold() == name.casefold()
    ]
    places = {name.casefold()} | {
        s.alias.casefold() for s in target.steps if s.alias and s.table.casefold() == name.casefold()
    }
    for text in (*(s.condition for s in target.steps), *(c.rule for c in target.columns)):
        found += [m[2] for m in re.finditer(r"\b(\w+)\.(\w+)", text) if m[1].casefold() in places]
    return tuple({f.casefold(): f for f in reversed(found) if f}.values())[::-1]


def namings_of(text: str, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The names that a text begins by giving, behind words such as ``first build``, with what it says of each."""
    plain = " ".join(text.split())
    for name in names:
        quoted = rf"[\"'`(\[]?{re.escape(name)}[\"'`)\]]?"
        match = re.match(rf"^{_LEAD}{quoted}{_FOLLOWS}(?P<how>.+)$", plain, re.IGNORECASE | re.DOTALL)
        if match is not None:
            yield name, match["how"]
