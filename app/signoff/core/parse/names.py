"""Names in cells: key marks taken off, several names in one cell split, what is no name told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from signoff.core.parse.placeholders import REMEMBERED, is_one_word, is_placeholder

_KEY = r"(?:PK|BK|NK|SK|AK|UK|FK|CK|P\.K\.|F\.K\.|(?:primary|foreign|business|natural)\s+key|unique)"
_MARK = re.compile(rf"\s*[\[({{<]\s*({_KEY}(?:\s*[,/&+]\s*{_KEY})*)\s*[\])}}>]", re.IGNORECASE)
_TRAILING = re.compile(r"\s+[-–]?\s*(PK|FK)$|\s*\*+$")
_PRIMARY = re.compile(r"\b(PK|BK|NK|CK|P\.K|primary|business|natural)\b", re.IGNORECASE)
_DISTINCT = re.compile(r"^distinct\s+(?=[\w`])", re.IGNORECASE)
_SPLIT_LINES = re.compile(r"\s*[\n;,+&|]\s*|\s+/\s+|\s+and\s+|\s+then\s+", re.IGNORECASE)
_BETWEEN = frozenset({"or", "and", "then", "else"})
"""Words on a line of their own between names."""
_NAME = re.compile(r"^[^\W\d][\w$#@]*$|^[\w$#@]*[^\W\d][\w$#@]*$", re.UNICODE)
_JSON_PATH = re.compile(r"^\$(?:\.{1,2}[\w@-]+|\.\*|\[[^\]]*\])+$")
_PATH = re.compile(r"^[$@]?[A-Za-z_][\w$@:-]*(?:[./]?(?:\[[^\[\]\s]*\]|\{[^{}]*\}|[$@]?[\w$@:-]+))*$")
"""A path into a document: `prices[].unit`, `$.user.id`, `lines[0].{net, gross}`."""
_TELLS = re.compile(r"^([^\W\d][\w$#.\[\]]*)\s*:\s+\S", re.DOTALL)
"""A name with what is told of it: `VendorID: integer, never empty`."""
_WIDE = re.compile(r"^[a-z_][a-z0-9_]*(?:\s{2,}[a-z_][a-z0-9_]*)+$")
"""Names told apart by wide blanks alone."""
_LEADING = re.compile(
    r"^(?P<name>[`'\"]?[^\W\d][\w$#]*(?:\.[^\W\d][\w$#]*)*[`'\"]?)(?:\s*\(.*\)\s*\S{0,1}$|\s*[-–—:|]+\s+\S)"
)
"""A name before what is told of it in brackets, or behind a dash."""
_BEHIND = re.compile(r"^[^\W\d][^\W\d_]*(?:[ /-]+[^\W\d_]+){0,5}\s*[(\[](?P<name>[A-Za-z]\w*_\w+)[)\]]$")
_WORDS_IN_NAME = 4
_MAX_NAME = 128
"""Characters; a longer text is no name."""
_BARE_NAME = re.compile(r"[^\W\d]\w*\Z")
"""What nearly every name looks like; the longer ways to tell are for the rest."""
_QUOTES = "`\"'“”‘’"
_SPACED_DOT = re.compile(r"\s*\.\s*")
_OPERAND = re.compile(r"[\w.$#@\"\[\]]+")
_FORMULA = re.compile(r"^\(?\s*[\w.$#@\"\[\]]+(?:[\s()]*(?:\|\||[-+*/])[\s()]*[\w.$#@\"\[\]]+)+\s*\)?$")
_PAREN_NOTE = re.compile(r"\s+\((?![^)]*\w\.\w)[^()]*\)\s*$|\n\([^()]*\)\s*$")
_FUNCTION = re.compile(
    r"^(sum|count|max|min|avg|upper|lower|trim|concat|nvl|coalesce|substr|substring|cast|round|convert|decode)\s*\(",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class MarkedName:
    """A name without the key mark that stood beside it."""

    text: str
    key: bool = False
    """The mark says primary, business or natural key."""


@lru_cache(maxsize=REMEMBERED)
def unmarked(text: str) -> MarkedName:
    """Take `[PK]`, `(FK)`, `*` off a name or type."""
    if is_one_word(text):
        return MarkedName(text)
    key = any(_PRIMARY.search(mark) for mark in _MARK.findall(text))
    bare = _MARK.sub("", text).strip()
    trailing = _TRAILING.search(bare)
    if trailing and len(bare) > len(trailing.group(0)):
        key = key or trailing.group(0).strip().upper().endswith("PK")
        bare = bare[: trailing.start()].strip()
    return MarkedName(bare, key)


def without_note(text: str) -> str:
    """A name without a remark in brackets behind it: `Question.id (by way of the map)`."""
    if "(" not in text:
        return text
    bare = text if _FUNCTION.match(text) else _PAREN_NOTE.sub("", text)
    return bare if bare and is_name(bare) else text


def is_name(text: str) -> bool:
    """Whether a text can be the name of a table or column: few words, no punctuation of a formula."""
    if not text or len(text) > _MAX_NAME:
        return False
    return is_one_word(text) or _is_name(text)


@lru_cache(maxsize=REMEMBERED)
def _is_name(text: str) -> bool:
    if _BARE_NAME.match(text):
        return True
    parts = [_bare(part) for part in _SPACED_DOT.split(text)]
    return all(part and _is_words(part) for part in parts)


def _is_words(part: str) -> bool:
    tokens = part.split()
    pieces = [piece for token in tokens for piece in re.split(r"[-/]", token)]
    return len(tokens) <= _WORDS_IN_NAME and all(_NAME.match(p) or p.isdigit() for p in pieces)


def _bare(part: str) -> str:
    part = part.strip().strip(_QUOTES)
    return part[1:-1].strip() if part.startswith("[") and part.endswith("]") else part


def clean_name(text: str) -> str:
    """A name without quotes and brackets of its own around each part."""
    if _BARE_NAME.match(text) and len(text) <= _MAX_NAME:
        return text
    return ".".join(_bare(part) for part in text.strip().split(".")) if is_name(text) else text.strip()


def is_path(text: str) -> bool:
    """Whether a text is a path into a document, with brackets or braces: no name, but it stands for one."""
    if _JSON_PATH.match(text):
        return True
    return bool({"[", "{"} & set(text)) and not text.startswith("[") and bool(_PATH.match(text))


def names_in_formula(text: str) -> tuple[str, ...]:
    """The names in simple arithmetic such as `price * qty - discount`; empty for anything else."""
    if not _FORMULA.match(text):
        return ()
    found = (clean_name(name) for name in _OPERAND.findall(text))
    return tuple(dict.fromkeys(name for name in found if not name.replace(".", "").isdigit()))


def leading_name(text: str) -> str:
    """The name that a text is or begins with, before what is told of it: ``DIM_STOP (stops and stations)``.

    Empty where it begins with none. Behind a dash or colon only what a database would be named counts, so that words
    parted by a dash stay no name.
    """
    line = text.partition("\n")[0].strip()
    if is_name(line):
        return clean_name(unmarked(line).text)
    told = _LEADING.match(line)
    if told is None or is_placeholder(told["name"]):
        return ""
    return clean_name(told["name"])


def name_behind(text: str) -> str:
    """The technical name in brackets behind words of business: ``Lease contract (LC_CONTRACT)``; may be empty."""
    told = _BEHIND.match(text.strip())
    return told["name"] if told is not None else ""


def split_names(text: str, *, beside_table: bool = False) -> tuple[str, ...] | None:
    """The names in one cell; empty for a placeholder, None when the cell is no list of names.

    Splits at line ends, commas, semicolons, plus signs, bars, ampersands, "and", and slashes between blanks.
    """
    if is_one_word(text) and text.casefold() not in _BETWEEN and len(text) <= _MAX_NAME:
        return () if is_placeholder(text, beside_table=beside_table) else (text,)
    return _split_names(text, beside_table)


@lru_cache(maxsize=REMEMBERED)
def _split_names(text: str, beside_table: bool) -> tuple[str, ...] | None:
    if is_placeholder(text, beside_table=beside_table):
        return ()
    if _BARE_NAME.match(text) and text.casefold() not in _BETWEEN and len(text) <= _MAX_NAME:
        return (text,)
    whole = _DISTINCT.sub("", unmarked(text).text)
    if "||" in whole:
        return None
    told = _TELLS.match(whole)
    if told and not is_placeholder(told.group(1)):
        return (clean_name(told.group(1)),)
    if _WIDE.match(whole):
        return tuple(dict.fromkeys(whole.split()))
    if is_path(whole):
        return (whole,)
    found: list[str] = []
    for part in _SPLIT_LINES.split(whole):
        name = unmarked(without_note(part)).text
        if name.casefold() in _BETWEEN or is_placeholder(name, beside_table=beside_table):
            continue
        if "/" in name and all(_NAME.match(piece) for piece in name.split("/")):
            found.extend(name.split("/"))
        elif is_name(name):
            found.append(clean_name(name))
        elif is_path(name):
            found.append(name)
        else:
            return None
    return tuple(dict.fromkeys(found))
