"""Running numbers over all rows, in words: "running number 1, 2, 3 … in the order of branch_no".

An example of the numbers, and what is said of empty places in the order, change nothing: the numbers begin with 1 and
empty values come last.
"""

from __future__ import annotations

import re

from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.column_nouns import column_of
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece

NAME = "P25 running keys"

_EXAMPLE = re.compile(
    r"(?:, |: |\( )?(?:from )?(?:(?:§n , )+§n |(?:§n|1) \. \. (?:\. )?[a-z] |§n to n )"
    r"(?:, )?(?:… |\. \. \. |etc (?:\. )?|and so (?:on|forth) )?(?:\) )?(?:, |: )?"
)
_ENDING = re.compile(
    r"(?:, |\( |; )(?:(?:empties|empty ones|empty values|missing ones|missing values|nulls|blanks) )"
    r"(?:at end|last|come last|go last|go to end)(?: each time| everywhere)? (?:\) )?$"
)
_LOADED = re.compile(
    r"(?:, |\( )(?:only )?(?:over|of|for|among) (?:only )?(?:loaded|kept|remaining) (?"
    r":records|rows|lines|ones) (?:only )?(?:\) )?$"
)
"""What the numbers run over anyway."""
_NUMBER = "(number|no|no .|nr|id|key|counter|numbering|sequence)"
_KINDS = (
    "(running|consecutive|artificial|surrogate|technical|sequential|generated|sequence|"
    "serial|new|running integer|own|meaningless|ascending)"
)
_ORDER = (
    "(ordered by|sorted by|in order of|in sequence of|put in order of|being put in order of|"
    "in ascending order of|order by|sort by|taken in order of|numbered in order of|following "
    "order of|counted in order of)"
)
_TEMPLATES = (
    (
        f"[(generate|create|assign|make|give)] {_KINDS} {_NUMBER} [(over|of|for|across) [all] "
        f"{{w:word}}] [(,|:)] [{{x:word}}] [,] {_ORDER} {{cs:any}}"
    ),
    f"{_NUMBER} [all] [{{w:word}}] [,] {_ORDER} {{cs:any}}",
    f"[all] {{w:word}} (numbered|counted) [(consecutively|from §n)] [,] {_ORDER} {{cs:any}}",
    f"{_ORDER} {{cs:any}}",
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The running number, when the whole phrase says what it is ordered by."""
    if ctx.scope.aggregate:
        return None
    plain, cuts = _plain(phrase)
    templates = _TEMPLATES if cuts else _TEMPLATES[:3]
    slots = next((found for each in templates if (found := plain.match(each)) is not None), None)
    if slots is None:
        return None
    parts = slots["cs"].split(r"(?:, and |, then |then |, |and )")
    order = [column_of(part, ctx) for part in parts]
    if not order or any(piece is None for piece in order):
        return None
    ctx.remark("D36", say("assumed.equal_rows"))
    return Piece(f"row_number() OVER (ORDER BY {', '.join(piece.sql for piece in order if piece)})", "BIGINT")


def _plain(phrase: Phrase) -> tuple[Phrase, bool]:
    """The phrase without example and ending, and whether there was an example."""
    loaded = _LOADED.search(phrase.text)
    phrase = phrase.cut(0, loaded.start()) if loaded else phrase
    ending = _ENDING.search(phrase.text)
    plain = phrase.cut(0, ending.start()) if ending else phrase
    found = _EXAMPLE.search(plain.text)
    if found is None:
        return plain, False
    ones = [mark.token.value for mark in plain.marks if mark.text in ("§n", "1")]
    first = plain.text[: found.start()].count(" ")
    last = first + found.group().count(" ")
    kept = plain.marks[:first] + plain.marks[last:]
    return (Phrase(kept, plain.source), True) if ones[:1] == ["1"] and kept else (plain, False)
