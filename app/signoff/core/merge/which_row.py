"""Which one of several rows stays, read part by part: keys, order, direction and ties in whatever order they are said.

``first row per ticket after sorting by opened_at descending``, ``for each ticket the comment with the max sent_at``,
``one record per ticket (highest comment_id wins)``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.names import plain_words, squashed, word_set, words
from signoff.core.merge.scoping import find_everywhere, relation_columns
from signoff.core.merge.spoken_columns import spoken_column

_FALLING = "latest|last|newest|most recent|youngest|highest|largest|biggest|greatest|maximum|max|current|top"
_RISING = "first|earliest|oldest|lowest|smallest|minimum|min"
_WHICH = rf"(?P<which>{_FALLING}|{_RISING})"
_NAME = r"[A-Za-z_][\w.]*"
_NO_NAME = (
    r"(?!(?:by|with|order(?:ed)?|sort(?:ed)?|rank(?:ed)?|the|ties?|then|only|keep|take|use|latest"
    r"|last|first|when|and|having|based|according|newest|earliest|oldest|highest|lowest)\b)"
)
_NAMES = rf"(?:the\s+|its\s+)?{_NO_NAME}{_NAME}(?:\s*(?:,\s*and\s+|,|\+|&|/|\band\b)\s*(?:the\s+)?{_NO_NAME}{_NAME})*"
_ROWS = word_set("row record entry entrie line version one occurrence copy item value")
_DOWN = (
    r"desc(?:ending(?:ly)?)?|(?:newest|latest|most\s+recent|highest|largest|biggest|last|greatest)\s+(?:first"
    r"|on\s+top)|in\s+descending\s+order|falling"
)
_UP = r"asc(?:ending(?:ly)?)?|(?:oldest|earliest|lowest|smallest)\s+(?:first|on\s+top)|in\s+ascending\s+order|rising"
_ORDER_WORDS = (
    r"(?:(?:when|if|once|after|as)\s+)?(?:(?:ordered|order|ordering|sorted|sort|sorting|ranked|numbered)\s+(?:by"
    r"|on|along)|by|in\s+(?:the\s+)?order\s+of|"
    r"according\s+to|based\s+on|judged\s+by|going\s+by|measured\s+by|in\s+terms\s+of|using|decided\s+by"
    r"|determined\s+by)"
)
_KEY_WORDS = (
    r"(?:per|for\s+(?:each|every|one|the\s+same|any)|of\s+(?:each|every|one|the\s+same|a|the)|within(?:\s+(?:each"
    r"|every|one|the\s+same|a|the))?|"
    r"partition(?:ed)?\s+by|grouped\s+by|over|with\s+the\s+same|sharing\s+the\s+same|for\s+a(?:\s+given)?|in\s+each|"
    r"(?:dedup\w*|duplicates?|unique|distinct)(?:\s+(?:rows?|records?))?\s*(?:,\s*)?(?:on|by|per|over"
    r"|in|for|of|regarding|with\s+the\s+same|by\s+the\s+same)|one\s+(?:row|record|line)\s+(?:per|for\s+each"
    r"|by))"
)
_PARTS = tuple(
    (name, re.compile(shape, re.IGNORECASE))
    for name, shape in (
        (
            "ties",
            rf"[\s,;(]*(?:(?:on|at|in\s+case\s+of|with|for)\s+(?:a\s+)?)?(?:ties?|draws?|equality)\s*(?:(?:is|"
            rf"are)\s+)?(?:broken|resolved|decided|settled|go|goes)?\s*(?:by|to|with|on|:|"
            rf",)?\s*(?:the\s+)?(?P<way>higher|highest|lower|lowest|later|latest|earlier|earliest|"
            rf"larger|largest|smaller|smallest|bigger|max|min)?\s*(?P<tie>{_NAME})(?P<down>\s+(?:{_DOWN}))?(?P"
            rf"<up>\s+(?:{_UP}))?(?:\s+(?:wins|counts|decides))?\)?",
        ),
        (
            "then",
            rf"[\s,;(]*(?:and\s+)?then\s+(?:by\s+)?(?:the\s+)?(?P<way>higher|highest|lower|"
            rf"lowest|later|latest|earlier|earliest|larger|largest|smaller|smallest|max|min)?\s*(?P<tie>{_NAME}"
            rf")(?P<down>\s+(?:{_DOWN}))?(?P<up>\s+(?:{_UP}))?",
        ),
        ("down", rf"[\s,;(]*\b(?:{_DOWN})\b\)?"),
        ("up", rf"[\s,;(]*\b(?:{_UP})\b\)?"),
        ("keys", rf"[\s,;:(-]*\b{_KEY_WORDS}\s+(?:key\s+)?(?P<keys>{_NAMES})\)?"),
        ("order", rf"[\s,;:(-]*\b{_ORDER_WORDS}\s+(?:the\s+)?(?:{_WHICH}\s+)?(?P<order>{_NAME})\)?"),
        (
            "with",
            rf"[\s,;:(-]*\b(?:with|having|has|whose|carrying|of|where)\s+(?:the\s+|its\s+|"
            rf"a\s+)?{_WHICH}\s+(?P<order>{_NAME})\)?",
        ),
        (
            "first_of",
            r"[\s,;:(-]*\b(?:row[\s_]?number(?:\s*\(\s*\))?|rank|position|number|sequence)\s*(?:is\s+|"
            r"=\s*)?(?:1|one)?\b\)?",
        ),
        ("one", r"[\s,;]*(?:=|is)\s*(?:1|one)\b"),
        ("most", rf"[\s,;:(-]*\b(?:the\s+|its\s+)?{_WHICH}\s+(?P<order>{_NAME})\)?"),
        ("which", rf"[\s,;:(-]*\b{_WHICH}\b"),
        (
            "filler",
            r"[\s,;:()-]+|\b(?:the|a|an|only|just|keep|keeping|keeps|kept|take|taking|takes|"
            r"taken|use|used|load|loaded|select|pick|choose|retain|then|and|so|that|is|"
            r"are|be|it|one|1|single|wins|win|"
            r"stays|stay|counts|count|remains?|survives?|we|exactly|to|of them|of these|of those|dedup\w*"
            r"|duplicates?|remove|removed|dropped|ignored|the\s+others?|rest|here|if|when|where|there"
            r"|several|multiple|"
            r"more\s+than\s+one|which|always|reduced?|down|in|case|matters|join(?:ed)?|with|row|rows|"
            r"record|records|entry|entries|line|lines|version|versions)\b",
        ),
        ("word", r"\b[A-Za-z][\w'-]*"),
    )
)
_FIRST = frozenset({"first", "top"})


@dataclass(frozen=True)
class WhichRow:
    """The row that stays, as a filter on row numbers, and words that say which rows take part."""

    sql: str
    described: tuple[str, ...] = ()
    """Words beside the row's noun that must be understood as conditions: ``public`` of ``first public comment``."""
    order_is_said: bool = True


@dataclass
class _Said:
    which: str = ""
    keys: list[str] = field(default_factory=list)
    order: str = ""
    down: bool | None = None
    first: bool = False
    ties: list[tuple[str, bool | None]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def which_row(
    text: str, relations: Sequence[Relation], schema: Schema, keys: Sequence[str] = ()
) -> WhichRow | None:
    """What a text says of the one row that stays; None unless every word of it is understood.

    Args:
        text: the whole text.
        relations: whose rows they are.
        schema: their tables.
        keys: SQL of the key where the text names none.
    """
    said = _scanned(" ".join(text.split()).strip(" .;"), relations, schema)
    if (
        said is None
        or not (said.which or said.first)
        or (said.first and said.down is None and not said.order)
    ):
        return None
    by = [_column(k, relations, schema) for k in said.keys] or list(keys)
    order = _column(said.order, relations, schema) if said.order else _moment(relations, schema)
    ties = [(_column(t, relations, schema), way) for t, way in said.ties]
    described = _described(said.words, relations)
    if not by or not all(by) or not order or not all(t for t, _ in ties) or described is None:
        return None
    falls = _falls(said)
    ordered = [(order, falls), *((t, falls if way is None else way) for t, way in ties)]
    listed = ", ".join(f"{sql} {'desc' if down else 'asc'} nulls last" for sql, down in ordered)
    sql = f"row_number() over (partition by {', '.join(by)} order by {listed}) = 1"
    return WhichRow(sql, described, bool(said.order))


def _scanned(text: str, relations: Sequence[Relation], schema: Schema) -> _Said | None:
    """The parts of a text; None where a part is said twice in different words."""
    said = _Said()
    place = 0
    while place < len(text):
        for name, shape in _PARTS:
            match = shape.match(text, place)
            if match is not None and match.end() > place and _takes(said, name, match, relations, schema):
                place = match.end()
                break
        else:
            return None
    return said


def _takes(
    said: _Said, name: str, match: re.Match[str], relations: Sequence[Relation], schema: Schema
) -> bool:
    """Take one part up; False where it does not fit what stands there."""
    groups = match.groupdict()
    if name in ("ties", "then"):
        way = (groups["way"] or "").lower()
        down = True if groups["down"] else False if groups["up"] else None
        if way:
            down = way in ("higher", "highest", "later", "latest", "larger", "largest", "bigger", "max")
        said.ties.append((groups["tie"], down))
        return bool(_column(groups["tie"], relations, schema))
    if name in ("down", "up"):
        said.down = name == "down"
        return True
    if name == "keys":
        return _takes_keys(said, groups["keys"], relations, schema)
    if name in ("order", "with", "most"):
        if name == "most" and not said.which:
            return False
        if said.order or not _column(groups["order"], relations, schema):
            return False
        said.order = groups["order"]
        said.which = said.which or (groups.get("which") or "").lower()
        return True
    if name == "which":
        return _takes_which(said, match, relations, schema)
    if name == "first_of":
        said.first = True
    if name == "word":
        word = match.group().strip()
        if squashed(word) != squashed(said.order):
            said.words.append(word)
        return "_" not in word or squashed(word) == squashed(said.order)
    return True


def _takes_keys(said: _Said, text: str, relations: Sequence[Relation], schema: Schema) -> bool:
    found = [
        k
        for k in re.split(
            r"\s*(?:,|\+|&|/|\band\b)\s*(?:the\s+|and\s+)?",
            re.sub(r"^(?:the|its)\s+", "", text),
        )
        if k
    ]
    if said.keys or not all(_column(k, relations, schema) for k in found):
        return False
    said.keys = found
    return True


def _takes_which(said: _Said, match: re.Match[str], relations: Sequence[Relation], schema: Schema) -> bool:
    word = " ".join(match["which"].lower().split())
    if said.which and said.which != word:
        return False
    said.which = word
    behind = re.match(rf"\s+({_NAME})", match.string[match.end() :])
    exact = behind is not None and bool(find_everywhere(relations, schema, behind[1]))
    if behind is not None and exact and not said.order:
        said.order = behind[1]
    return True


def _falls(said: _Said) -> bool:
    """Whether the highest value of the order stays."""
    falling = said.which in _FALLING.split("|")
    if said.down is None:
        return falling if said.which else False
    if said.first or said.which in _FIRST or not said.which:
        return said.down
    return not said.down if said.which == "last" else falling


def _described(said: Sequence[str], relations: Sequence[Relation]) -> tuple[str, ...] | None:
    """Words that are neither the rows nor a column named already; None where there are too many."""
    rows = {w for r in relations for n in (r.table, r.alias) for w in plain_words(n)} | _ROWS
    left = [w for w in said if not _is_row(w, rows)]
    of_rows = [w for w in said if _is_row(w, rows)]
    if left and not of_rows:
        left = left[:-1]
    return tuple(left) if len(left) < 3 else None


def _is_row(word: str, rows: set[str]) -> bool:
    """Whether a word is a noun for the rows, in singular or plural."""
    said = "".join(plain_words(word))
    return said in rows or (len(said) > 3 and any(r.startswith(said[:-1]) for r in rows))


def _column(name: str, relations: Sequence[Relation], schema: Schema) -> str:
    hits = find_everywhere(relations, schema, name)
    place = name.rpartition(".")[0]
    fitting = [h for h in hits if not place or squashed(place) in (squashed(h.relation), squashed(h.table))]
    if fitting:
        return fitting[0].sql
    spoken = spoken_column(name, relations, schema) if len(words(name)) == 1 else None
    return spoken.sql if spoken is not None else ""


def _moment(relations: Sequence[Relation], schema: Schema) -> str:
    moments = [
        c
        for c in (relation_columns(relations[0], schema) if relations else ())
        if c.column.type.upper().startswith(("DATE", "TIMESTAMP"))
    ]
    return moments[0].sql if len(moments) == 1 else ""
