"""A rule's text cut into tokens: words, quoted text, numbers, dates, operators.

Nothing is thrown away here but markup (bold, leading bullets, a label such as "Rule:"), so that whoever
reads the tokens can insist on having understood every one of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from signoff.core.domain.code_marks import without_code_marks
from signoff.core.generate.patterns.plain_else import plain_else

MAX_LENGTH = 1500
"""Characters beyond which no pattern is tried: such a text is prose or a program."""


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    TEXT = auto()
    """Quoted in single or typographic quotes: a fixed value."""
    QUOTED = auto()
    """Quoted in double quotes or backticks: a column where one has that name, else a fixed value."""
    NUMBER = auto()
    DATE = auto()
    """A date or moment written without quotes, as ISO 8601 in `value`."""
    SIGN = auto()
    BREAK = auto()
    """End of a line."""


@dataclass(frozen=True)
class Token:
    """One token with its place in the normalised text."""

    kind: Kind
    value: str
    """Content: without quotes for quoted text, as written otherwise."""
    start: int
    end: int


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LATE_DAY, _MONTH = r"(?:1[3-9]|2\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_PIECES = (
    ("DATE", r"\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?(?![\w-])"),
    ("GERMAN", r"\d{1,2}\.\d{1,2}\.\d{4}(?![\w.])"),
    ("NAMED", rf"\d{{1,2}}[- ](?:{'|'.join(_MONTHS)})[a-z]*[- ,]{{1,2}}\d{{4}}(?![\w-])"),
    ("SLASHED", rf"(?<![\w/])(?:{_LATE_DAY}/{_MONTH}|{_MONTH}/{_LATE_DAY}|0?1/0?1)/\d{{4}}(?![\w/])"),
    ("TEXT", r"(?<!\w)'(?:[^'\n]|'')*'(?!\w)|‘[^‘’\n]*’|‚[^‚‘’\n]*[‘’]|«[^«»\n]*»|‹[^‹›\n]*›"),
    ("QUOTED", r'"(?:[^"\n]|"")*"|“[^“”\n]*”|„[^„“”\n]*[“”]|`[^`\n]+`|\[[^\W\d][\w $#]*\]'),
    ("NUMBER", r"(?<![\w.])\d+(?:\.\d+)?(?![\w.]*[^\W\d_])"),
    ("WORD", r"[^\W\d]\w*(?:\.[^\W\d]\w*)*|\d\w*"),
    ("BREAK", r"[\r\n]+"),
    ("SIGN", r"<>|!=|<=|>=|=>|-{1,2}>|\|\||:=|==|[^\w\s]"),
)
_TOKEN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PIECES), re.IGNORECASE)
_SIGNS = {
    "→": "->",
    "⇒": "->",
    "➔": "->",
    "➜": "->",
    "-->": "->",
    "=>": "->",
    "≤": "<=",
    "≥": ">=",
    "≠": "<>",
    "!=": "<>",
}
_SIGNS |= {"==": "=", ":=": "=", "×": "*", "÷": "/", "–": "-", "—": "-", "−": "-", "’": "'", "&": "&"}
_LABEL = re.compile(
    r"\s*(?:expression|rule|logic|transformation|transformation rule|mapping rule|mapping|formula|derivation"
    r"|autoincrement sk|auto increment sk|autoincrement|surrogate key|business rule|etl rule|derived|"
    r"calculation|calculated|regel|règle|regla)\s*:\s*",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*|</?(?:b|i|u|em|strong|code|p|span)>|​|﻿", re.IGNORECASE)


_BOTH_ENDS = re.compile(
    r"\bwithout\s+(?:leading\s*(?:/|and|or|&)\s*trailing|trailing\s*(?:/|and|or|&)\s*leading)\s+(?:blanks|spaces)\b",
    re.IGNORECASE,
)


def normalised(text: str) -> str:
    """The rule without bold marks, a leading label, invisible letters, and a closing full stop."""
    plain = _MARKUP.sub(
        "", without_code_marks(text).replace("\u00a0", " ").replace("<br>", "\n").replace("<br/>", "\n")
    )
    plain = re.sub(r"^\s*[-*•]\s+(?=[^\W\d])", "", plain)
    label = _LABEL.match(plain)
    if label:
        plain = plain[label.end() :]
    plain = re.sub(
        r"\b(is|do|does|has|are|was)n['’]t\b",
        r"\1 "
        r"not",
        plain,
        flags=re.IGNORECASE,
    )
    plain = plain_else(plain)
    plain = _BOTH_ENDS.sub(r"without leading and trailing blanks", plain)
    if not re.search("['\"]", plain):
        plain = re.sub(r"(?<![\w.:-])1\s?(?:[:-]|to)\s?1(?![\w.:-])", "one to one", plain)
    return plain.strip().rstrip(".;,! \n")


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a normalised text, in order."""
    found = []
    for match in _TOKEN.finditer(text):
        found.append(_token(match.lastgroup or "", match.group(), match.start(), match.end()))
    return tuple(found)


def _token(name: str, raw: str, start: int, end: int) -> Token:
    """One token from the piece that matched."""
    if name == "GERMAN":
        day, month, year = raw.split(".")
        return Token(Kind.DATE, f"{year}-{int(month):02}-{int(day):02}", start, end)
    if name in ("NAMED", "SLASHED"):
        return Token(Kind.DATE, _written_out(raw), start, end)
    if name == "TEXT":
        return Token(Kind.TEXT, raw[1:-1].replace("''", "'"), start, end)
    if name == "QUOTED":
        return Token(Kind.QUOTED, raw[1:-1].replace('""', '"'), start, end)
    if name == "SIGN":
        return Token(Kind.SIGN, _SIGNS.get(raw, raw), start, end)
    return Token(Kind[name], raw, start, end)


def _written_out(raw: str) -> str:
    """``31-DEC-9999``, or a day between strokes that can only be read one way, as ISO 8601."""
    first, second, year = re.split(r"[-/ ,]+", raw)
    if second[:3].lower() in _MONTHS:
        day, month = int(first), _MONTHS.index(second[:3].lower()) + 1
    else:
        day, month = sorted((int(first), int(second)), reverse=True)
    return f"{year}-{month:02}-{day:02}"


def joined_signs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with a minus before a number made part of it, where no value stands before the minus."""
    result: list[Token] = []
    for token in tokens:
        before = result[-1] if result else None
        glued = (
            before is not None
            and before.value == "-"
            and before.kind is Kind.SIGN
            and before.end == token.start
        )
        if token.kind is Kind.NUMBER and before and glued and _opens(result[:-1]):
            result[-1] = replace(token, value="-" + token.value, start=before.start)
        else:
            result.append(token)
    return tuple(result)


def _opens(tokens: list[Token]) -> bool:
    """Whether a sign after these tokens belongs to the number that follows."""
    return not tokens or (tokens[-1].kind in (Kind.SIGN, Kind.WORD, Kind.BREAK) and tokens[-1].value != ")")
