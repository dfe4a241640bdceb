"""Clauses about two values that an earlier one compares: "below B", then "when they are equal", "when it is above".

The words that stand for the two are replaced by their columns, where the rule compares no other pair.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.generate.patterns.phrases import COLUMN, Mark, Phrase

_COMPARED = re.compile(
    rf"(?<!\S){COLUMN} (?:is |are |was )?(?:below|above|under|over|less than|more than|lower than|"
    rf"higher than|greater than|smaller "
    rf"than|larger than|fewer than|before|after|earlier than|later than|<|>|<=|>=) {COLUMN} "
)
_EQUAL = re.compile(
    r"(?<=if |en |re )(?:they|both|these|those|two|both of them|two of them|two amounts|two values|"
    r"two dates|both values) "
    r"(?:are |is )?(?P<same>equal|the same|same|identical|alike) "
)
_OTHER = re.compile(
    r"(?<=if |en |re )(?:§s|it|that|he|she) (?:is )?(?P<sign>above|below|more|less|higher|lower|"
    r"greater|smaller|larger|bigger|"
    r"over|under|later|earlier|before|after) (?=[,;.]|$|(?:then|else|otherwise) )"
)
_SIGNS = {
    **dict.fromkeys(("above", "more", "higher", "greater", "larger", "bigger", "over"), ">"),
    **dict.fromkeys(("below", "less", "lower", "smaller", "under"), "<"),
    **dict.fromkeys(("later", "after"), "after"),
    **dict.fromkeys(("earlier", "before"), "before"),
}


def with_pairs(phrase: Phrase) -> Phrase:
    """The phrase with the two columns in place of words for them; the same where it compares no or several pairs."""
    pairs = {_columns(phrase.cut(*found.span())) for found in _COMPARED.finditer(phrase.text)}
    if len({tuple(mark.column for mark in pair) for pair in pairs}) != 1:
        return phrase
    one, two = next(iter(pairs))
    marks = list(phrase.marks)
    places = [(found, "=") for found in _EQUAL.finditer(phrase.text)]
    places += [(found, _SIGNS[found["sign"]]) for found in _OTHER.finditer(phrase.text)]
    for found, sign in sorted(places, key=lambda each: -each[0].start()):
        first = phrase.text[: found.start()].count(" ")
        last = first + found.group().count(" ")
        token = marks[first].token
        made = (replace(one, token=token), Mark(sign, token), replace(two, token=token))
        marks[first:last] = made
    return Phrase(tuple(marks), phrase.source)


def _columns(phrase: Phrase) -> tuple[Mark, Mark]:
    one, two = (mark for mark in phrase.marks if mark.column is not None)
    return one, two
