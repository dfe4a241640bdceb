"""Ranges of a number as people say them: ``under 500``, ``two to six nights``, ``a week or more``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import word_set, words

_WORDS = {
    word: str(n)
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
} | {"no": "0", "none": "0", "nought": "0", "a": "1", "an": "1", "single": "1", "once": "1", "twice": "2"}
_FIGURE = r"-?\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|-?\d+(?:[.,]\d+)?"
_N = rf"(?:{_FIGURE}|\b(?:{'|'.join(_WORDS)})\b)"
_UNIT_WORD = (
    r"(?!(?:or|and|to|until|up|is|are|more|less|over|under|below|above|if|else|other|others|at|on|in|included|inclusive|"
    r"onwards?|upwards?|through|not|but|fewer|higher|lower|longer|older)\b)[a-z€$%]+"
)
_U = rf"(?P<u>(?:\s+{_UNIT_WORD}){{0,2}}?)"
_V = _U.replace("<u>", "<w>")
_A, _B = rf"(?P<a>{_N})", rf"(?P<b>{_N})"
_INCL = r"(?:\s*,?\s*\(?(?:included|inclusive|incl\.?|both\s+(?:included|inclusive))\)?)?"
_SHAPES: tuple[tuple[str, str], ...] = (
    (
        rf"(?:from\s+|between\s+)?{_A}{_U}\s*(?:to|-|–|through|until|and|up\s+to(?:\s+and\s+including)?)\s*{_B}{_V}{_INCL}",
        "{x} BETWEEN {a} AND {b}",
    ),
    (
        rf"(?:under|below|less\s+than|fewer\s+than|lower\s+than|smaller\s+than|younger\s+than|<)\s*{_A}{_U}",
        "{x} < {a}",
    ),
    (
        rf"(?:up\s+to(?:\s+and\s+including)?|at\s+most|max\.?|maximum|until|(?:not|no)\s+more\s+than|not\s+over|<=|≤)\s*{_A}{_U}{_INCL}",
        "{x} <= {a}",
    ),
    (
        rf"(?:over|above|more\s+than|greater\s+than|higher\s+than|beyond|exceeding|older\s+than|longer\s+than|>)\s*{_A}{_U}",
        "{x} > {a}",
    ),
    (
        rf"(?:from|at\s+least|>=|≥|minimum|min\.?|not\s+less\s+than|starting\s+(?:at|from|with))\s*{_A}{_U}(?:\s+(?:on|onwards?|upwards?|up|or\s+more|and\s+more))?",
        "{x} >= {a}",
    ),
    (
        rf"{_A}{_U}(?:\s*\+|\s+(?:or|and)\s+(?:more|above|over|higher|up|upwards?|longer|later|older|greater|beyond|better)|\s+(?:upwards?|onwards?))",
        "{x} >= {a}",
    ),
    (
        rf"{_A}{_U}\s+(?:or|and)\s+(?:less|fewer|below|under|lower|shorter|smaller|younger|down|worse)",
        "{x} <= {a}",
    ),
    (rf"(?:exactly\s+|just\s+|only\s+)?{_A}{_U}", "{x} = {a}"),
    (r"(?:negative|below\s+zero|minus)(?P<u>)", "{x} < 0"),
    (r"(?:(?:any\s+)?(?:other\s+)?positive)(?P<u>(?:\s+[a-z]+){0,2})", "{x} > 0"),
)
_COMPILED = tuple((re.compile(shape, re.IGNORECASE), sql) for shape, sql in _SHAPES)
_MORE = re.compile(
    r"(?:any(?:thing)?\s+)?(?:more|above|over|longer|older|higher|later|beyond|greater|beyond\s+that|above\s+that)(?:\s+than\s+that)?",
    re.I,
)
_LESS = re.compile(
    r"(?:any(?:thing)?\s+)?(?:less|below|under|shorter|younger|lower|fewer|smaller)(?:\s+than\s+that)?", re.I
)
_PEOPLE = re.compile(
    r"(?:other\s+|all\s+)?(?!(?:not|never|no|nobody|none)\b)[A-Za-z]+\s+(?=(?:under|over|below|above|from|between|up\s+to|aged?)\b)|(?:other\s+|all\s+)?[a-z]+\s+\((?=(?:under|over|below|above)\b)",
    re.IGNORECASE,
)
_SPANS = {"week": 7, "fortnight": 14, "dozen": 12}
_DAYLY = word_set("night nights day days")
_TIMES = word_set("time times")


@dataclass(frozen=True)
class Range:
    """A test on a number, and where it ends."""

    sql: str
    """With ``{x}`` for the number."""
    low: str = ""
    high: str = ""


def range_of(text: str, name: str, before: Range | None = None) -> Range | None:
    """The range that a text tells of a number; None where a word of it does not fit.

    Args:
        text: the words.
        name: of the number, so that its own words before and behind the figures are known.
        before: the range that was told before it, which ``more`` goes on from.
    """
    plain = " ".join(text.strip(" .,:;)").split())
    if before is not None and _MORE.fullmatch(plain) and before.high:
        return Range(f"{{x}} > {before.high}", low=before.high)
    if before is not None and _LESS.fullmatch(plain) and before.low:
        return Range(f"{{x}} < {before.low}", high=before.low)
    for said in _without_name(plain, name):
        for shape, sql in _COMPILED:
            match = shape.fullmatch(said)
            made = _made(match, sql, name) if match is not None else None
            if made is not None:
                return made
    return None


def _without_name(text: str, name: str) -> Iterator[str]:
    """The text, and the text without the words before its figures that call the number."""
    yield text
    own = {singular(word) for word in words(name)}
    rest = text.split()
    while rest and (
        singular(rest[0].casefold()) in own or rest[0].casefold() in ("the", "a", "an", "is", "of")
    ):
        rest = rest[1:]
        yield " ".join(rest)
    called = _PEOPLE.match(text)
    if called is not None:
        yield text[called.end() :]


def _made(match: re.Match[str], sql: str, name: str) -> Range | None:
    said = match.groupdict()
    units = " ".join(filter(None, (said.get("u") or "", said.get("w") or ""))).split()
    first, last = _number(said.get("a"), units, name), _number(said.get("b"), units, name)
    bare = said.get("a") is not None and not re.search(r"\d", said["a"])
    if first is None and "{a}" in sql:
        return None
    if bare and said["a"].casefold() in ("a", "an", "no", "none") and not _counts(said["a"], units):
        return None
    if sql.startswith("{x} BETWEEN") and (last is None or float(first or 0) > float(last)):
        return None
    low = first if "BETWEEN" in sql or ">" in sql or " = " in sql else None
    high = last if "BETWEEN" in sql else first if "<" in sql or " = " in sql else None
    made = sql.replace("{a}", first or "").replace("{b}", last or "")
    return Range(made, low or "", high or "")


def _counts(word: str, units: list[str]) -> bool:
    """Whether a word stands for a number: a week, no stays; no priority is no value."""
    return bool(units) and (word.casefold() in ("a", "an") or units[-1].endswith("s"))


def _number(text: str | None, units: list[str], name: str) -> str | None:
    """The figure as SQL; a week of nights counts seven."""
    if text is None:
        return None
    plain = _WORDS.get(text.casefold(), text)
    grouped = re.fullmatch(r"(-?\d{1,3})((?:[.,]\d{3})+)([.,]\d{1,2})?", plain)
    if grouped is not None:
        end = (grouped[3] or "").replace(",", ".")
        plain = f"{grouped[1]}{re.sub('[.,]', '', grouped[2])}{end}"
    plain = plain.replace(",", ".")
    times = next((_SPANS[singular(u)] for u in units if singular(u) in _SPANS), 1)
    if times > 1 and not set(words(name)) & (_DAYLY | {"nights", "days", "length", "age", "duration"}):
        return None
    return str(int(plain) * times) if times > 1 else plain
