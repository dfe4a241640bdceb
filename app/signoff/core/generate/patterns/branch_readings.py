"""What the branches of a rule are, once the words that only lead up to them are taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from signoff.core.generate.patterns.branch_words import EXCHANGES, FLAGGED, LEADS
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece


@dataclass(frozen=True)
class Reading:
    """The branches' text, the column they are about, and what the words before promise for all others."""

    body: Phrase
    subject: Piece | None
    otherwise: str = ""
    keeps: bool = False
    """The verb before says that a value is exchanged: others stay."""


def readings_of(phrase: Phrase, ctx: Context) -> Iterator[Reading]:
    """The phrase without the words that only lead up to the branches, then as it is."""
    own = column_piece(ctx.only_source) if ctx.only_source is not None else None
    for plain in (phrase, _unbracketed(phrase)):
        if plain is None:
            continue
        for template in FLAGGED:
            slots = plain.match(template)
            if slots is not None:
                yield Reading(slots["rest"], own or _first_named(slots["rest"]), _opposite(slots["pair"]))
        for template in LEADS:
            slots = plain.match(template)
            if slots is not None:
                named = slots["s"].columns if slots.get("s") else ()
                subject = column_piece(named[0]) if named else own or _first_named(slots["rest"])
                yield Reading(slots["rest"], subject, keeps=plain.marks[0].text in EXCHANGES)
        yield Reading(plain, own or _first_named(plain))


def _unbracketed(phrase: Phrase) -> Phrase | None:
    for found in re.finditer(
        r"(?<!\S)[({] (?P<list>[^(){}]*?(?:=|->|:) [^(){}]*)[)}] (?:(?:,|;|\.) )?", phrase.text
    ):
        if len(re.findall(r"(?:=|->|:) ", found["list"])) < 2:
            continue
        before = phrase.cut(0, found.start()).marks
        after = phrase.cut(found.end(), len(phrase.text)).marks
        inside = phrase.cut(*found.span("list")).marks
        end = (replace(inside[-1], text=";", column=None),) if after else ()
        return Phrase((*before, *inside, *end, *after), phrase.source)
    return None


def _opposite(pair: Phrase) -> str:
    """What a flag is where nothing else is said: N beside Y, 0 beside 1."""
    words = {mark.token.value.casefold() for mark in pair.marks}
    for yes, no in (("y", "N"), ("yes", "No"), ("1", "0"), ("true", "false"), ("t", "F")):
        if {yes, no.casefold()} <= words:
            return no
    return ""


def _first_named(phrase: Phrase) -> Piece | None:
    """The only column that the phrase names."""
    named = tuple(dict.fromkeys(phrase.columns))
    return column_piece(named[0]) if len(named) == 1 else None
