"""Fixed values without quotes: Active, N/A, In Progress. Only what can hardly be anything else counts."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.patterns.wordlists import word_set

_COMMON = word_set(
    "unknown other others active inactive open closed new old yes no high low medium male female pending",
    "valid invalid true false good bad small large big none-given cancelled completed in out n y",
)
_WORK = word_set(
    "lookup look load use take copy concat concatenate join date sysdate today now value current source",
    "target move direct directly set if then else otherwise when case null nulls none empty blank reject",
    "abort skip ignore exclude error fail sum count average max min maximum minimum total first last trim",
    "upper lower substring left right convert cast format get fetch derive derived calculate calculated",
    "generated key default constant same above below see tbd tbc and or not the from of in is with as per",
    "by for to column field table row rows record records keep unchanged map mapping input timestamp user",
    "flag mark substitute endif defaulting becomes become system refer according depending "
    "leave drop delete remove replace add multiply divide n/a? zero",
    "space",
)
_MAX_WORDS = 3


def bare_text(phrase: Phrase, *, short: bool = False) -> str | None:
    """The text as written, when it reads as a fixed value; None when it may be an instruction or a column.

    Args:
        phrase: the words.
        short: only a single word or code, as a comparison has it.
    """
    raw = phrase.raw
    if not raw or phrase.columns or "§" in phrase.text or not re.fullmatch(r"[\w&+.\-/ ]+", raw):
        return None
    words = raw.split()
    if (
        raw.count("/") > 1
        or any(
            word.lower() in _WORK
            for word in re.split(
                r"[ "
                r"/\-]",
                raw,
            )
        )
        or any("_" in w or "." in w for w in words)
    ):
        return None
    if len(words) == 1:
        return raw if raw[0].isupper() or raw.lower() in _COMMON else None
    if short or len(words) > _MAX_WORDS:
        return None
    return raw if all(word[0].isupper() or word[0].isdigit() or word == "&" for word in words) else None


def loose_text(phrase: Phrase, scope: Scope) -> str | None:
    """The text as written, where a list of codes surrounds it: small letters are a fixed value there, too."""
    raw = phrase.raw
    if (
        not raw
        or phrase.columns
        or "§c" in phrase.text
        or "§q" in phrase.text
        or any(mark.text in ("§i", "§b", "§cb") for mark in phrase.marks)
        or len(raw.split()) > _MAX_LABEL
    ):
        return None
    if not re.fullmatch(r"[\w&+.\-/() ]+", raw) or "_" in raw:
        return None
    if any(
        column.column.name == raw or (column.is_source and column.column.name.lower() == raw.lower())
        for column in scope.columns
    ):
        return None
    words = re.split(r"[ /()\-]+", raw.lower())
    if raw in _POINTING or raw.count("/") > 1 or raw.count("(") != raw.count(")") or raw[0] == ")":
        return None
    if _DONE_TO_VALUES.search(raw.lower()):
        return None
    return None if _WORK_IN_LABEL & set(words) else raw


def is_free_text(piece: Piece) -> bool:
    """Whether a column holds what people write: a word said of it without quotes is no code of it."""
    parts = re.split(r"[\W_]+", piece.column.column.name.lower()) if piece.column is not None else ()
    return bool(_WRITTEN_FREELY.intersection(parts))


_WRITTEN_FREELY = word_set(
    "name nm title note notes text txt description desc comment remark address addr email mail phone tel url"
)
_DONE_TO_VALUES = re.compile(
    r"\b(?:small|big|capital|upper|lower|block|large) letters?\b"
    r"|\b(?:upper|lower|title|proper|sentence|small|mixed)[ -]?cased?\b"
    r"|\bcapitals\b|\bcapitali[sz]ed\b|\b(?:rounded|trimmed|truncated|stripped|padded|reversed|converted|divided|multiplied)\b"
    r"|\bcut off\b"
)
"""What is done to a value is no value: `otherwise in small letters` speaks of what stands before."""
_MAX_LABEL = 4
_WORK_IN_LABEL = word_set(
    "lookup look use take copy concat concatenate sysdate then if when otherwise else null source direct",
    "directly sum count trim substring convert cast derive derived calculate see tbd tbc according",
    "depending multiply divide reject abort skip column field table row rows load map mapping join",
    "default is as unless except but only until where with without for the",
    "per flag mark becomes become defaulting defaults substitute replace endif are "
    "prefixed suffixed preceded followed padded rounded capped trimmed converted agreed clarified "
    "wie laut gemäss siehe",
)
_POINTING = word_set("it out in up them this that so there one")
"""Small words that are no fixed value when they stand alone."""
