"""Which one of several rows stays, in everyday sentences: ``can occur more than once, then the last one by … wins``."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.merge.everyday.said import Said, World, said_in
from signoff.core.merge.everyday.wording import LIMITING, ROWS
from signoff.core.merge.likely.marked import days_called

_SEVERAL = (
    r"(?:several\s+times|more\s+than\s+once|(?:two|three|many|multiple)\s+times|twice|repeatedly"
    r"|again\s+and\s+again|in\s+several\s+rows|multiple\s+times|in\s+more\s+than\s+one\s+row|double)"
)
_LATE = (
    r"(?:latest|newest|last|most\s+recent|highest|largest|longest|biggest|greatest|maximum|youngest|later"
    r"|newer|higher|larger|bigger)"
)
_EARLY = r"(?:earliest|oldest|first|lowest|smallest|shortest|minimum|earlier|older|lower|smaller)"
_WAY = rf"(?:(?P<late>{_LATE})|(?P<early>{_EARLY}))"
_KEYS = r"(?P<keys>‹c\d+›(?:\s*(?:,|and|\+|/)\s*‹c\d+›)*)"
_OCCASION = re.compile(
    rf"^(?P<who>[^‹]*?)(?:\b(?:the\s+same|an?|one|each|every)\s+)?{_KEYS}\s+(?:(?:can|may|might|could|is|are|will|does|do|to|be|occurs?|occur|appears?|comes?|happens?|there|in|delivered|sent|found|reported|listed|contained|present|also|be\s+in)\s+)*{_SEVERAL}(?:\s+in\s+(?:it|‹o›|the\s+\w+))?"
    r"\s*(?:[,;:–-]|\bthen\b)?\s*(?P<rest>.+)$"
)
_CHOICE = re.compile(
    rf"^(?:(?:then|in\s+(?:that|this|such\s+an?)\s+case|so|and|we|please|here|only|just)\s*,?\s*)*(?:(?:use|take|keep|load|want|choose|pick)\s+)?(?:only\s+)?(?:the\s+)?"
    rf"(?:{_WAY}\s+(?:{ROWS}\s*)?(?:(?:by|on|according\s+to|of)\s+|\(\s*)?(?:the\s+)?(?P<order>‹c\d+›)\s*\)?|(?:{ROWS}|[a-z]+)\s+with\s+(?:the\s+)?(?P<way2>{_LATE}|{_EARLY})\s+(?P<order2>‹c\d+›))"
    r"(?:\s+(?:wins|counts|is\s+(?:the\s+)?(?:valid|right|correct|relevant)(?:\s+(?:one|row))?|is\s+(?:taken|used|kept|loaded)|applies|stays|holds|matters|only))?$"
)
_FIRST_OF = re.compile(
    rf"^(?:(?:only|just|we|take|use|keep|want|need|load|please)\s+)*(?:the\s+)?{_WAY}\s+(?:{ROWS}\s+)?(?:of\s+(?:each|every|an?)|per|for\s+(?:each|every))\s+{_KEYS}(?P<only>\s+only)?\s*(?:\(\s*(?:by\s+)?(?P<order>‹c\d+›)\s*\)|(?:by|on)\s+(?P<order2>‹c\d+›))$"
)
_OF_EACH = re.compile(
    rf"^(?:of|per|for|from)\s+(?:(?:each|every|one)\s+)?{_KEYS}\s*,?\s+(?:(?:we|only|just|need|want|take|keep|load|use|please)\s+)*(?:the\s+)?{_WAY}\s+(?:{ROWS}\s+)?(?:\(\s*(?:by\s+)?(?P<order>‹c\d+›)\s*\)|(?:by|on)\s+(?P<order2>‹c\d+›))(?:\s+(?:counts|wins|is\s+(?:taken|kept|needed)))?$"
)
_TIE = re.compile(
    rf"^(?P<rest>.+?)\s*[,;(]\s*(?:and\s+)?(?:ties?|at\s+the\s+same\s+(?:time|‹c\d+›)|if\s+(?:equal|the\s+same)|in\s+case\s+of\s+a\s+tie|then)\s*[,:]?\s*(?:go(?:es)?\s+to\s+)?(?:the\s+)?(?:(?:one|row)\s+with\s+)?(?:the\s+)?(?P<way>{_LATE}|{_EARLY})\s+(?P<column>‹c\d+›)(?:\s+(?:wins|counts))?\)?$"
)
_EQUALS = re.compile(
    rf"^(?:[^‹]|‹o›)*?\b(?:completely|fully|exactly|entirely|totally|really)?\s*(?:identical|equal|the\s+same|exact)\s+(?:{ROWS}|duplicates?|copies|values|content)\s*[–,;:-]*\s*(?:then\s+|please\s+|we\s+)*(?:take|keep|load|count|use)\s+(?:it|them|those|these|such)\s+(?:only\s+)?once(?:\s+only)?$"
)


_BY_VERB = re.compile(
    rf"\bthe\s+(?:{ROWS})\s+(?:that|which|who)\s+(?:was\s+|were\s+|is\s+)?(?P<verb>[a-z]+)\s+(?P<way>first|last|earliest|latest)\b"
)
_SAME_TIME = re.compile(
    r"\s*[,;]?\s*(?:and\s+)?(?:if|when|where)\s+(?:they|both|two|several)\s+(?:were\s+|was\s+)?(?:[a-z]+\s+(?:at|on)|‹c\d+›)\s+the\s+same\s+(?:time|moment|day)\s*,?\s*(?:then\s+|take\s+|keep\s+)*"
    r"the\s+(?:one|row)\s+with\s+(?:the\s+|an?\s+)?(?P<way>more|most|higher|highest|larger|greater|fewer|fewest|less|least|lower|lowest|smaller)\s+(?P<column>‹c\d+›)"
)
_NULL_LOSES = re.compile(
    r"\s*[,(]\s*(?:an?\s+)?(?:null|empty|missing|no)\s+‹c\d+›\s+(?:loses|comes\s+last|goes\s+last|is\s+last|counts\s+(?:as\s+)?(?:the\s+)?(?:least|lowest|last))\)?"
)
_FEW = frozenset({"fewer", "fewest", "less", "least", "lower", "lowest", "smaller"})


def _by_verbs(said: Said) -> Said:
    """A sentence whose rows came first or last by a verb, ``the one that started first``, with the day it calls."""
    verbed = _BY_VERB.search(said.text)
    day = days_called(verbed["verb"], said.own) if verbed is not None else None
    if verbed is None or day is None:
        return said
    way = "earliest" if verbed["way"] in ("first", "earliest") else "latest"
    text = f"{said.text[: verbed.start()]}the {way} ‹c{len(said.columns)}›{said.text[verbed.end() :]}"
    tie = _SAME_TIME.search(text)
    if tie is not None:
        told = "lower" if tie["way"] in _FEW else "higher"
        behind = _NULL_LOSES.sub("", text[tie.end() :]) if told == "higher" else text[tie.end() :]
        text = f"{text[: tie.start()]}, ties go to the {told} {tie['column']}{behind}"
    return replace(said, text=text, columns=(*said.columns, day))


def pick_of(sentence: str, world: World) -> str | None:
    """A sentence that says which of several rows stays, in canonical words; None for any other."""
    said = _by_verbs(said_in(sentence, world))
    text = said.text.strip(" .;:!")
    if _EQUALS.match(text) and re.search(LIMITING.replace("only|", ""), text) is None:
        return "Rows that are exact duplicates are taken only once"
    tie = _TIE.match(text)
    text = tie["rest"] if tie is not None else text
    names = {f"‹c{n}›": c.column.name for n, c in enumerate(said.columns)}
    found = _by_occasion(text) or _first_of(text)
    if found is None:
        return None
    keys, late, order = found
    if order in keys:
        return None
    listed = " and ".join(names[key] for key in keys)
    told = f"Keep only the row with the {'highest' if late else 'lowest'} {names[order]} per {listed}"
    if tie is not None:
        told += f", ties go to the {'higher' if re.fullmatch(_LATE, tie['way']) else 'smaller'} {names[tie['column']]}"
    return told


def chooses(text: str, world: World) -> bool:
    """Whether a text says which of several rows is meant, whatever the sentence before it says of them."""
    return _CHOICE.match(said_in(text, world).text.strip(" .;:!")) is not None


def _by_occasion(text: str) -> tuple[list[str], bool, str] | None:
    """Keys, way and order of a sentence that first says that rows come several times."""
    occasion = _OCCASION.match(text)
    choice = _CHOICE.match(occasion["rest"]) if occasion is not None else None
    if occasion is None or choice is None:
        return None
    who = re.sub(r"^(?:if|when|whenever|where)\s+", "", occasion["who"])
    if re.search(LIMITING, who):
        return None
    order = choice["order"] or choice["order2"]
    late = bool(choice["late"] or (choice["way2"] and re.fullmatch(_LATE, choice["way2"])))
    return re.findall(r"‹c\d+›", occasion["keys"]), late, order


def _first_of(text: str) -> tuple[list[str], bool, str] | None:
    match = _FIRST_OF.match(text) or _OF_EACH.match(text)
    if match is None:
        return None
    return re.findall(r"‹c\d+›", match["keys"]), bool(match["late"]), match["order"] or match["order2"]
