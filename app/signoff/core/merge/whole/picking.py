"""Which one of several rows a text chooses: by what, in which order, one of each of which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.marked import marked_over
from signoff.core.merge.whole.named_softly import with_names
from signoff.core.merge.whole.order_words import is_order_word, ordered_in

_CUE = re.compile(
    r"\b(?:per|each|every|wins?|survives?|de-?dup\w*|pick\w*|counts?|use|used|keep\w*|kept|only|just|one|tak(?:e|en|es)|choose|chosen|need|want\w*|several|many|"
    r"multiple|versions?|twice|re-?post\w*|current|first|last|latest|newest|highest|biggest|most\s+recent|reduce\w*|by)\b",
    re.IGNORECASE,
)
_NO_PICK = re.compile(
    r"\bmax(?:\.|imum)?\s+(?:one|1|a\s+single)\b|\bat\s+(?:least|most|the\s+latest)\b|\b(?:last|past|first)\s+‹v|"
    r"\b(?:first|last)\s+(?:name|names|hop|day|days|of\s+(?:the|each)\s+month|step|week|\d+|and\s+last)\b|"
    r"\b(?:no|not)\s+(?:later|earlier|older|newer|higher|lower)\b|"
    r"\b(?:later|earlier|older|newer|higher|lower|larger|smaller|greater|bigger|longer|shorter)\s+than\b|"
    r"\b(?:and|or)\s+(?:later|newer|younger|older|higher|more|longer|earlier)\b|‹v\d+›\s+\w+\s+or\s+\w+|\bas\s+last\b|\bdo\s+this\s+first\b|\bfirst\b(?=\s*[,.]?\s*$)",
    re.IGNORECASE,
)
_KEYS = re.compile(
    r"\b(?:per|for\s+each|for\s+every|of\s+each|of\s+every|each|every|same|de-?dup\w*\s+(?:on|by)|by|on|within(?:\s+an?)?|for\s+an?|for\s+one|unique\s+by)\s+"
    r"(?:the\s+|same\s+|[a-z]+(?:\s*(?:\+|and|,)\s*[a-z]+)*\s*\(\s*)*"
    r"(?P<keys>‹c\d+›(?:\s*(?:,|and|\+|/|&|x)\s*‹c\d+›)*)",
    re.IGNORECASE,
)
_NOUN_KEY = re.compile(
    r"\b(?:per|for\s+each|for\s+every|of\s+each|of\s+every|each|every|a|an|by)\s+(?P<noun>[a-z][\w-]*)(?:['’]s)?(?:\s*(?:\+|and)\s*(?P<also>[a-z][\w-]*))?"
    r"|\b(?P<own>[a-z]+)['’]s\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Picked:
    """One row of several: SQL of its order, and of what there is one row of each; empty where nothing tells that."""

    order: tuple[str, ...]
    keys: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    """The nouns that say what there is one row of, where no column does."""

    def row_number(self, keys: Sequence[str]) -> str:
        """SQL that is true of the row that is chosen."""
        return f"row_number() over (partition by {', '.join(keys)} order by {', '.join(self.order)}) = 1"


def picked(text: str, own: Sequence[ScopeColumn], known: Sequence[ScopeColumn]) -> Picked | None:
    """Which row a text chooses of those of one table; None where it chooses none.

    Args:
        text: the sentences that speak of it.
        own: the columns of the table.
        known: those of other tables, which keys may be told by.
    """
    said = marked_over(with_names(text, own), (*own, *known))
    bare = _NO_PICK.sub(lambda match: "·" * len(match.group()), said.text)
    order = ordered_in(bare, said, own) if _CUE.search(bare) else []
    if not order:
        return None
    columns = {each.column for each in order}
    keys = [
        said.columns[int(number)].sql
        for match in _KEYS.finditer(bare)
        for number in re.findall(r"‹c(\d+)›", match["keys"])
    ]
    held = tuple(dict.fromkeys(key for key in keys if key not in columns))
    nouns = (
        tuple(filter(None, (match["noun"] or match["own"], match["also"])))
        for match in _NOUN_KEY.finditer(bare)
        if not is_order_word(match["noun"] or match["own"])
    )
    return Picked(tuple(each.sql for each in order), held, next(nouns, ()))
