"""A source with what stands for a missing one, in free words: ``zero for guests who never came``.

The words beside the value only say that there is nothing: they hold no column but the source, no number and no
comparison.
"""

from __future__ import annotations

import re

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.column_nouns import name_parts, says, singular
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family, family_of

NAME = "P37 defaults"

_V = (
    r"(?P<value>(?:the\s+)?[a-z]\w*[ _](?:code|id|number|name|key)|'[^']*'|\"[^\"]*\"|-?\d+(?:\.\d+)?|"
    r"zero|false|true|no|yes|[A-Za-z][\w/-]*)"
)
_WHEN = r"(?:when(?:ever)?|if|where|for|in\s+case(?:\s+of)?|unless|without|as\s+long\s+as)"
_USE = (
    r"(?:use|load|take|put|set|show|write|give|gives|becomes?|is|then|return|returns|deliver|"
    r"report|insert|fill\s+(?:in|with)|counts?\s+as|defaults?\s+to|falls?\s+back\s+to)"
)
_SHAPES = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE)
    for shape in (
        rf"(?:(?P<what>[\w .]+?)\s*[,;.–-]?\s+(?:(?:or|else|otherwise|but|and)\s+)?|(?P<what2>[\w .]+?)\s*[,;:]\s*)?"
        rf"(?:{_USE}\s+)?{_V}\s+(?P<nothing>{_WHEN}\s+.+)",
        rf"(?:(?P<what>[\w .]+?)\s*[,;:.]\s*)?(?P<nothing>{_WHEN}\s+.+?)\s*[,:]?\s*(?:then\s+|->\s*|"
        rf"=\s*)?(?:{_USE}\s+)?{_V}",
        rf"(?:(?P<what>[\w .]+?)\s*[,;:(]\s*)?(?P<nothing>(?:an?\s+)?(?:missing|null|empty|absent|"
        rf"unknown|no|not\s+found|none|nothing|unmatched|unset)(?:\s+[\w ]+?)?)\s*(?:=|->|=>|:|"
        rf"→|,)?\s*(?:(?:is|are)\s+)?"
        rf"(?:(?:becomes?|counts?\s+as|means|treated\s+as|shown\s+as|taken\s+as|set\s+to|replaced\s+(?:by|"
        rf"with)|reported\s+as|gives|to|as|is)\s+)?{_V}\)?",
        rf"(?:(?P<what>[\w .]+?)\s*[,;:(]\s*)(?:or\s+|else\s+|otherwise\s+|default(?:s|ing)?\s+(?:to\s+|"
        rf"is\s+)?|fallback\s+|if\s+not\s+){_V}(?:\s+(?:otherwise|by\s+default|as\s+(?:a\s+)?(?:default|"
        rf"fallback)))?\)?(?P<nothing>)",
        r"(?:defaults?|defaulted|fallback)(?:\s+(?:to|is|value|as|with))*\s*[:=]?\s*(?P<value>-?\d+(?:\.\d+)?|"
        r"zero)(?P<nothing>)(?P<what>)",
        rf"{_V}\s+(?:by\s+default|as\s+(?:a\s+|the\s+)?(?:default|fallback))(?P<nothing>)(?P<what>)",
    )
)
_SURE_ONLY = (_SHAPES[1],)
"""Ways in which a word without quotes may as well be an order: ``if null then reject``."""
_BARE = re.compile(r"(?!zero$|true$|false$|yes$|no$)[A-Za-z][\w/-]*", re.IGNORECASE)
_LINKS = re.compile(rf"[=>→:]|\b{_WHEN}\b|\b(?:as|to|means|becomes?|is|are|by)\b", re.IGNORECASE)
"""What a word without quotes is tied to the missing value by."""
_ABSENT = re.compile(
    r"\b(?:no|none|nothing|never|missing|unknown|without|null|empty|absent|unmatched|blank|unassigned|"
    r"unset|not|nobody|(?:does|do|did|has|have|is|was|were|could)n[’']?t)\b",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\b(?:blank|empty|filled)\b", re.IGNORECASE)
"""Words by which blank text counts as missing too."""
_COMPARES = re.compile(
    r"[<>=]|\d|['\"]|\b(?:or|than|before|after|between|equals?|both|either|"
    r"and|only|otherwise|else)\b",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    rf"[,;.]\s*\w|.\b(?:unless|except|until|times|plus|minus|multiplied|divided|percent)\b|\b{_WHEN}\b.*\b(?:if|when|where|unless|while)\b",
    re.IGNORECASE,
)
"""Words behind "if there is none" that say something of their own."""
_UNLESS = re.compile(r"^unless\s+(?:something|anything|there|any|some|one|it|they)\b", re.IGNORECASE)
_MOVES = word_set(
    "show use put set write give report direct move as is straight copy take from source value 1:1 the of its load "
    "loaded copied taken over it same"
)
_FILLING = word_set(
    "the a an of for its their from in on as this that to which is s over by with our his her"
)
_NOTHING = word_set("blank null empty nothing")
"""What stays of a missing value that is said to be missing."""
_TIMES = word_set("day days date month months year years week weeks time hour hours last first previous next")
"""Words that tell when: what is missing then may be there at other times."""
_SHORTEST = 4
_NUMBERS = {"zero": "0", "no": "0"}
_FLAGS = {"true": "TRUE", "false": "FALSE", "yes": "TRUE", "no": "FALSE"}
_NOT_VALUES = word_set("null none nothing empty missing the it a an value default source this that blank not")


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The source, or the value where it is missing, when the whole phrase says nothing more."""
    source = ctx.only_source
    if source is None or ctx.depth or ctx.scope.aggregate:
        return None
    if family_of(ctx.target_type) not in (Family.UNKNOWN, column_piece(source).family):
        return None
    text = " ".join(phrase.raw.split()).strip(" .")
    for shape in _SHAPES:
        match = shape.match(text)
        if match is None:
            continue
        groups = match.groupdict()
        what = groups.get("what") or groups.get("what2") or ""
        nothing = match["nothing"]
        if (nothing and not _is_nothing(nothing, ctx)) or not _is_source(what, ctx):
            continue
        word = match["value"]
        if word.casefold() in _NOTHING and nothing:
            return column_piece(source)
        value = _column(word, ctx) or _value(word, column_piece(source))
        plain = _BARE.fullmatch(word) is not None
        if plain and value and (shape in _SURE_ONLY or not nothing or not _LINKS.search(text)):
            continue
        if value:
            piece = column_piece(source)
            if piece.family is Family.TEXT and _BLANK.search(nothing):
                missing = f"{piece.sql} IS NULL OR trim({piece.sql}) = ''"
                return Piece(f"CASE WHEN ({missing}) THEN {value} ELSE {piece.sql} END", piece.type)
            return Piece(f"coalesce({piece.sql}, {value})", piece.type)
    return None


def _is_nothing(text: str, ctx: Context) -> bool:
    """Whether words only say that there is nothing there."""
    turned = _UNLESS.match(text) is not None
    if re.search(rf"\b{_WHEN}\s*$", text, re.IGNORECASE) or _SAYS_MORE.search(text):
        return False
    if (_ABSENT.search(text) is None) != turned or _COMPARES.search(text):
        return False
    source = ctx.only_source
    others = {c.column.name.casefold() for c in ctx.scope.columns if c != source and source is not None}
    own = source.column.name.casefold() if source is not None else ""
    said = set(re.findall(r"\w+", text.casefold()))
    if said & _TIMES or {w for w in said if "_" in w and w != own and w in others}:
        return False
    return source is None or not any(_is_of_another(word, source, ctx) for word in said - _FILLING)


def _is_of_another(word: str, source: ScopeColumn, ctx: Context) -> bool:
    """Whether a noun calls another joined table, and neither the source's own nor the rows of the target."""
    target = name_parts(ctx.mapping.target) if ctx.mapping is not None else ()
    own = (*name_parts(source.table), *name_parts(source.column.name), *name_parts(source.relation), *target)
    if len(word) < _SHORTEST or any(says(part, word) for part in own if len(part) > 1):
        return False
    tables = {c.table for c in ctx.scope.columns if c.relation != source.relation}
    return any(singular(part) == singular(word) for table in tables for part in name_parts(table))


def _is_source(text: str, ctx: Context) -> bool:
    """Whether words before the value only name the source."""
    source = ctx.only_source
    said = [w for w in re.findall(r"[\w']+", text.casefold()) if w not in _FILLING and w not in _MOVES]
    if source is None:
        return False
    others = {c.column.name.casefold() for c in ctx.scope.columns} - {source.column.name.casefold()}
    if any("_" in w and w in others for w in said):
        return False
    target = ctx.mapping.name if ctx.mapping is not None else ""
    parts = (
        *name_parts(target),
        source.column.name.casefold(),
        *name_parts(source.column.name),
        *name_parts(source.table),
        *name_parts(source.relation),
    )
    return all(w == source.column.name.casefold() or any(says(part, w) for part in parts) for w in said)


def _column(said: str, ctx: Context) -> str:
    """Another column that stands in for a missing source: ``team code if the team is unknown``."""
    source = ctx.only_source
    name = re.sub(r"\W+", "_", re.sub(r"^the\s+", "", said.strip(), flags=re.IGNORECASE)).casefold()
    found = [c for c in ctx.scope.columns if c.column.name.casefold() == name and c != source]
    kinds = {column_piece(c).family for c in found} | (
        {column_piece(source).family} if source is not None else set()
    )
    return found[0].sql if found and len(kinds) == 1 and "'" not in said else ""


def _value(said: str, piece: Piece) -> str:
    """The value as the source's type has it; empty where it cannot be one."""
    text = said.strip("'\"")
    quoted = text != said
    word = text.casefold()
    if piece.family is Family.NUMBER:
        number = _NUMBERS.get(word, text)
        return number if re.fullmatch(r"-?\d+(?:\.\d+)?", number) else ""
    if piece.family is Family.FLAG:
        return _FLAGS.get(word, "")
    if piece.family is not Family.TEXT or (not quoted and word in _NOT_VALUES):
        return ""
    return "'" + text.replace("'", "''") + "'"
