"""Cases of an everyday rule: a value with its condition, what holds for the rest, what is done under a code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.merge.likely.everyday.state import Value, is_text_of, source_of, started
from signoff.core.merge.likely.everyday.steps import KEPT, turned
from signoff.core.merge.likely.everyday.tests import any_of
from signoff.core.merge.likely.everyday.values import value_of
from signoff.core.merge.likely.maps import fixed_value
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.names import kind_of

_REST = re.compile(
    r"^(?:and\s+|but\s+)?(?:for\s+|in\s+|with\s+)?(?:(?:anything|everything|all|any|every|the)"
    r"\s+)*(?:else|others?(?:\s+(?!is\b|are\b)[a-z]+){0,2}|rest|otherwise|remaining(?:\s+\w+)?|"
    r"if\s+not|in\s+all\s+other\s+cases|cases)(?!\w)(?:\s*\([^()]*\)|\s+(?:or|and)\s+(?:null|empty|"
    r"missing|nothing))?\s*(?:→|=|:|,|\b(?:is|are|becomes?|stays?|gets?|gives?)\b)?\s*(?P<v>.+)"
    r"$",
    re.IGNORECASE,
)
_REST_BEHIND = re.compile(
    r"^(?:and\s+)?(?P<v>.+?)\s+(?:otherwise|in\s+(?:all|any|every)\s+other\s+cases?|for\s+(?:all|"
    r"any|every)(?:thing)?\s+(?:others?|else)(?:\s+\w+)?|for\s+the\s+(?:rest|others)|if\s+not)"
    r"$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:and|but|then|so|also|else|otherwise|next|if\s+not)\s*,?\s+)+(?=\S)", re.IGNORECASE
)
_IF = re.compile(
    r"^(?:if|when|where|for|in\s+case\s+of)\s+(?P<t>.+?)\s*(?:,\s*(?:then\s+)?|\s+then\s+|\s*→\s*|"
    r"\s*:\s+|\s*=\s+(?=')|\s+(?=(?:take|use|load|set|put|leave)\s))(?P<v>[^→]+)$",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\s+(?:only\s+)?(?:if|when|where|for|in\s+case\s+of)\s+", re.IGNORECASE)
_SIGN = re.compile(
    r"\s*→\s*|\s+=\s+|\s*:\s+|(?<=[\w'])=(?=[\w'])|\s+(?:becomes?|gives?|stays?|means)\s+", re.IGNORECASE
)
_FOLDS = re.compile(
    r"^(?:(?:compare[d]?\s+)?(?:is\s+)?not\s+case[\s-]sensitive|case[\s-]insensitive(?:ly)?|ignor(?:e|"
    r"ing)\s+(?:the\s+)?case|(?:[a-z]+s?\s+)?in\s+(?:any|either)\s+(?:upper\s*(?:/|or|and)\s*lower\s+"
    r")?case|(?:upper\s*(?:/|or|and)\s*lower\s+)?case\s+does\s+not\s+matter|first\s+match\s+wins)"
    r"\s*:?\s*",
    re.IGNORECASE,
)


def without_case(piece: str, ground: Ground) -> str:
    """A piece without words that say that capitals and small letters mean the same, which is kept on the ground."""
    match = _FOLDS.match(piece)
    if match is None:
        return piece
    if "case" in match.group().casefold():
        ground.folds = True
    return piece[match.end() :]


def with_arm(piece: str, value: Value, ground: Ground) -> Value | None:
    """The value with one more case, or what holds for the rest; None where a piece is neither.

    Args:
        piece: the piece.
        value: what was read before it.
        ground: what the rule is about.
    """
    return _rest(piece, value, ground) or _case(piece, value, ground)


_PAIRS = re.compile(
    r"^(?P<codes>[\w'-]+(?:\s*/\s*[\w'-]+)+)\s*(?:→|=|\bto\b|\bas\b|\bbecomes?\b|\binto\b)\s*(?P<given>"
    r"[\w' -]+?(?:\s*/\s*[\w' -]+)+)$",
    re.IGNORECASE,
)


def with_pairs(piece: str, value: Value, ground: Ground) -> Value | None:
    """The value with codes and, in the same order, what each gives: ``Y/N to true/false``."""
    match = _PAIRS.match(piece)
    if match is None or value.arms or value.sql:
        return None
    codes, given = (re.split(r"\s*/\s*", match[name]) for name in ("codes", "given"))
    tests = [any_of(code, ground) for code in codes]
    values = [value_of(each, ground) or _word(each, ground) for each in given]
    if len(codes) != len(given) or not all(tests) or not all(values):
        return None
    for test, made in zip(tests, values, strict=True):
        value = value.with_arm(test[0], made)
    return replace(value, steps=value.steps + 1)


def _word(text: str, ground: Ground) -> str:
    """A lone word or code as a fixed text."""
    plain = text.strip()
    return (
        fixed_value(plain, ground.tools.target_type)
        if re.fullmatch(r"[\w-]+", plain) and ground.target == "text"
        else ""
    )


def _rest(piece: str, value: Value, ground: Ground) -> Value | None:
    if not (value.arms or value.nulls) or value.rest:
        return None
    for shape in (_REST, _REST_BEHIND):
        match = shape.match(piece)
        if match is None or re.match(r"(?:if|when|where|for)\b", match["v"], re.IGNORECASE):
            continue
        if re.search(r"\s(?:if|when|where|for)\s", match["v"]):
            continue
        made = _given(match["v"], value, ground)
        if made:
            return _with_rest(made, value, ground)
    return None


def _with_rest(made: str, value: Value, ground: Ground) -> Value:
    """The value with what holds for the rest; the value itself where that is the only source."""
    begun = started(value, ground)
    if begun is not None and made == begun.sql:
        return replace(begun, rest="{}", steps=value.steps + 1)
    return replace(value, rest=made, steps=value.steps + 1)


def _case(piece: str, value: Value, ground: Ground) -> Value | None:
    for told, given in _cuts(_LEAD.sub("", piece)):
        topic = ground.topic
        made = _given(given, value, ground)
        tests = any_of(told, ground) if made else ()
        if tests and not _asks_a_number(tests, ground):
            test = tests[0] if len(tests) == 1 else f"({' OR '.join(tests)})"
            return replace(value.with_arm(_of_cleaned(test, value, ground), made), steps=value.steps + 1)
        ground.topic = topic
    return None


def _of_cleaned(test: str, value: Value, ground: Ground) -> str:
    """A condition on the only source, of its text as cleaned so far."""
    source = source_of(ground)
    if source is None or value.sql in ("", source.sql) or not is_text_of(value.sql, ground):
        return test
    return re.sub(rf"{re.escape(source.sql)}(?!\w)", lambda _: value.sql, test)


def _asks_a_number(tests: tuple[str, ...], ground: Ground) -> bool:
    """Whether codes are asked of text that is read as a number or a day, which holds none."""
    source = source_of(ground)
    if source is None or ground.target not in ("number", "day", "moment") or kind_of(source) != "text":
        return False
    return any(source.sql in test and re.search(r"'[A-Za-z]", test) for test in tests)


def _given(text: str, value: Value, ground: Ground) -> str:
    """What a case gives: a value, or the value of the rule as it is or with its sign turned."""
    plain = text.strip(" ,;:.")
    begun = started(value, ground)
    if begun is not None and KEPT.match(plain):
        return "{}"
    if begun is not None and ground.target == "number" and turned(plain):
        return "-({})"
    return value_of(text, ground)


def _cuts(piece: str) -> Iterator[tuple[str, str]]:
    """Condition and value of every way to cut a piece."""
    match = _IF.match(piece)
    if match is not None:
        yield match["t"], match["v"]
    for cut in _SIGN.finditer(piece):
        yield piece[: cut.start()], piece[cut.end() :]
    for cut in _WHEN.finditer(piece):
        yield piece[cut.end() :], piece[: cut.start()]
