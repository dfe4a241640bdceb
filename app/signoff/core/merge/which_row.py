"""Which one of several rows stays, read part by part: keys, order, direction and ties in whatever order they are said.

``first row per ticket after sorting by opened_at descending``, ``for each ticket the comment with the max sent_at``,
``one record per ticket (highest comment_id wins)``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.names import plain_words, words
from signoff.core.merge.scoping import find_everywhere, relation_columns
from signoff.core.merge.spoken_columns import DATE_WORDS, spoken_column
from signoff.core.merge.which_row_shapes import FALLING, NAME, PARTS, ROW, ROWS

_FIRST = frozenset({"first", "top"})
_HIGHER = frozenset(
    [
        "higher",
        "highest",
        "later",
        "latest",
        "newer",
        "newest",
        "youngest",
        "larger",
        "largest",
        "greater",
        "greatest",
        "bigger",
        "biggest",
        "max",
    ]
)


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
        for name, shape in PARTS:
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
    if name in ("ties", "then", "tied"):
        return _takes_tie(said, groups, relations, schema)
    if name == "further":
        return bool(said.order) and _takes_tie(said, groups, relations, schema)
    if name == "shown":
        return _takes_shown(said, match, relations, schema)
    if name == "listed":
        return _takes_list(said, groups, relations, schema)
    if name == "keys":
        return _takes_keys(said, groups["keys"], relations, schema)
    if name == "happened":
        return _takes_happened(said, groups, relations, schema)
    if name in ("order", "with", "most"):
        return (name != "most" or bool(said.which)) and _takes_order(said, groups, relations, schema)
    if name == "which":
        return _takes_which(said, match, relations, schema)
    if name == "word":
        return _takes_word(said, match.group().strip(), relations)
    if name in ("down", "up"):
        said.down = name == "down"
    said.first = said.first or name == "first_of"
    return True


def _takes_shown(said: _Said, match: re.Match[str], relations: Sequence[Relation], schema: Schema) -> bool:
    """``the earliest order (ordered_at) of each user``: the day in brackets decides; a key's own name says it again."""
    hits = find_everywhere(relations, schema, match["order"])
    if not hits or not said.which:
        return False
    if any(hits[0].sql == _column(key, relations, schema) for key in said.keys):
        return True
    is_day = hits[0].column.type.upper().startswith(("DATE", "TIMESTAMP"))
    return is_day and _takes_order(said, {"order": match["order"]}, relations, schema)


def _takes_list(said: _Said, groups: dict[str, str], relations: Sequence[Relation], schema: Schema) -> bool:
    """``(rated_on, rating_no desc)`` behind the words for the row: what decides, and what decides among equals."""
    ways = {bool(groups[n]) for n in ("order_down", "order_up") if groups[n]}
    if said.order or not said.which or not _column(groups["order"], relations, schema):
        return False
    said_down = True if groups["order_down"] else False if groups["order_up"] else None
    if ways and said_down is not (said.which in FALLING.split("|")):
        return False
    said.order = groups["order"]
    return _takes_tie(said, groups, relations, schema)


def _takes_tie(said: _Said, groups: dict[str, str], relations: Sequence[Relation], schema: Schema) -> bool:
    way = (groups["way"] or "").lower()
    down = True if groups.get("down") else False if groups.get("up") else None
    if way:
        down = way in _HIGHER
    said.ties.append((groups["tie"], down))
    return bool(_column(groups["tie"], relations, schema))


def _takes_order(said: _Said, groups: dict[str, str], relations: Sequence[Relation], schema: Schema) -> bool:
    if said.order or not _column(groups["order"], relations, schema):
        return False
    which = " ".join((groups.get("which") or "").lower().split())
    falling = FALLING.split("|")
    if said.which and which and (said.which in falling) is not (which in falling):
        return False
    said.order = groups["order"]
    said.which = said.which or which
    return True


def _takes_word(said: _Said, word: str, relations: Sequence[Relation]) -> bool:
    """A noun for the rows, or a word about them; no name of a column that means nothing here."""
    if any(squashed(word) == squashed(r.table) for r in relations):
        said.words.append(ROW)
        return True
    if squashed(word) != squashed(said.order):
        said.words.append(word)
    return "_" not in word or squashed(word) == squashed(said.order)


def _takes_happened(
    said: _Said, groups: dict[str, str], relations: Sequence[Relation], schema: Schema
) -> bool:
    """``the one started last``: the date of that name says which."""
    verb = groups["order"].lower()
    dates = [
        c
        for c in (relation_columns(relations[0], schema) if relations else ())
        if c.column.type.upper().startswith(("DATE", "TIMESTAMP"))
        and [w for w in words(c.column.name) if w not in DATE_WORDS] == [verb]
    ]
    if len(dates) != 1 or said.order or said.which:
        return False
    said.order = dates[0].column.name
    said.which = "latest" if groups["which"].lower().startswith(("last", "latest", "most")) else "earliest"
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
    behind = re.match(rf"\s+({NAME})", match.string[match.end() :])
    exact = behind is not None and bool(find_everywhere(relations, schema, behind[1]))
    if behind is not None and exact and not said.order:
        said.order = behind[1]
    return True


def _falls(said: _Said) -> bool:
    """Whether the highest value of the order stays."""
    falling = said.which in FALLING.split("|")
    if said.down is None:
        return falling if said.which else False
    if said.first or said.which in _FIRST or not said.which:
        return said.down
    return not said.down if said.which == "last" else falling


def _described(said: Sequence[str], relations: Sequence[Relation]) -> tuple[str, ...] | None:
    """Words that are neither the rows nor a column named already; None where there are too many."""
    rows = {w for r in relations for n in (r.table, r.alias) for w in plain_words(n)} | ROWS
    left = [w for w in said if not _is_row(w, rows)]
    of_rows = [w for w in said if _is_row(w, rows)]
    if left and not of_rows and not left[-1].lower().endswith("ed"):
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
