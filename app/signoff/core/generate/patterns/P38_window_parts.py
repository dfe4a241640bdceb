"""Windows read part by part: what is computed, per what, in which order and over how many rows.

``rank by points, then goals, both descending``, ``average of price over the last 3 rows per sku ordered by day``: the
parts may stand in any order. Every word must belong to one; an order without a direction is rising, but a rank needs
one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.column_nouns import name_parts
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.patterns.window_shapes import PARTS, WHAT
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family

NAME = "P38 window parts"

_ORDINALS = re.compile(
    r"^1\s+(?:for|=|is)\s+(?:the\s+|an?\s+)?(?:(?P<owner>[\w]+)(?:'s|s')\s+)?(?:first|earliest|"
    r"oldest)\b(?:\s+(?!of\b|per\b|for\b|in\b|within\b|by\b)\w+){0,3}"
    r"(?:\s+(?:of|for|in|within)\s+(?:the\s+|an?\s+|each\s+|every\s+|one\s+)(?P<thing>\w+))?,\s*2\s+(?:for|=|is)\s+(?:the\s+|an?\s+)?(?:second|next|following)\b(?:\s+(?!of\b|per\b|for\b|in\b|within\b|by\b)\w+){0,3}?"
    r"(?:\s*,?\s*(?:etc\.?|and\s+so\s+(?:on|forth)|\.\.\.|…|3\s+for\s+the\s+third\b[\w .]*?))?\s*[,;:(]\s*(?P<rest"
    r">(?:per|by|ordered|in\s+order|within|according|for)\b.+?)\)?$",
    re.IGNORECASE,
)
"""``1 for the guest's first visit, 2 for the second etc., by came_on``."""
_AGGREGATES = {
    "average": "avg",
    "mean": "avg",
    "avg": "avg",
    "sum": "sum",
    "total": "sum",
    "min": "min",
    "minimum": "min",
    "max": "max",
    "maximum": "max",
}
_CODES = word_set("id no nr number code key cd")


@dataclass
class _Said:
    keys: list[str] = field(default_factory=list)
    order: list[tuple[str, bool | None]] = field(default_factory=list)
    default: str = ""


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The window, when every word of the phrase belongs to one of its parts."""
    if ctx.scope.aggregate or ctx.depth:
        return None
    text = " ".join(phrase.raw.split()).strip(" .")
    counted = _ORDINALS.match(text)
    if counted is not None:
        if counted["owner"] and counted["thing"]:
            return None
        one = counted["owner"] or counted["thing"]
        owner = f" per {one}" if one else ""
        text = f"row number{owner} {counted['rest']}"
    for name, shape in WHAT:
        match = shape.match(text)
        made = _made(name, match, text, ctx) if match is not None else None
        if made is not None:
            return made
    return None


def _made(name: str, match: re.Match[str], text: str, ctx: Context) -> Piece | None:
    groups = match.groupdict()
    of = _column(groups.get("of") or "", ctx)
    again = groups.get("again")
    if (groups.get("of") and of is None) or (again and _column(again, ctx) != of):
        return None
    said = _parts(text[match.end() :], ctx)
    if said is None or (said.default and name not in ("lag", "lead")):
        return None
    if name in ("rank", "dense") and (not said.order or any(way is None for _, way in said.order)):
        return None
    if name == "share":
        return _share(of, said)
    if not said.order:
        return None
    over = _over(said)
    if name in ("rank", "dense", "number"):
        function = {"rank": "rank", "dense": "dense_rank", "number": "row_number"}[name]
        return Piece(f"{function}() over ({over})", "BIGINT")
    return _of_column(name, groups, of, over, said) if of is not None else None


def _of_column(
    name: str, groups: dict[str, str | None], of: ScopeColumn, over: str, said: _Said
) -> Piece | None:
    piece = column_piece(of)
    if name in ("lag", "lead"):
        sql = f"{name}({piece.sql}) over ({over})"
        return Piece(f"coalesce({sql}, {said.default})" if said.default else sql, piece.type)
    if piece.family is not Family.NUMBER:
        return None
    if name == "running":
        return Piece(
            f"sum({piece.sql}) over ({over} rows between unbounded preceding and current row)", piece.type
        )
    unit = (groups.get("unit") or "").lower()
    if unit and not any(unit in name_parts(sql.rpartition(".")[2].strip('"')) for sql, _ in said.order):
        return None
    function = _AGGREGATES[(groups["agg"] or "").lower()]
    before = int(groups["rows"] or "1") - 1
    kind = "DOUBLE" if function == "avg" else piece.type
    return Piece(
        f"{function}({piece.sql}) over ({over} rows between {before} preceding and current row)", kind
    )


def _share(of: ScopeColumn | None, said: _Said) -> Piece | None:
    if of is None or said.order:
        return None
    piece = column_piece(of)
    parted = f"partition by {', '.join(said.keys)}" if said.keys else ""
    return Piece(f"{piece.sql} * 1.0 / nullif(sum({piece.sql}) over ({parted}), 0)", "DOUBLE")


def _over(said: _Said) -> str:
    parted = f"partition by {', '.join(said.keys)} " if said.keys else ""
    return f"{parted}order by {', '.join(sql + (' desc' if down else '') for sql, down in said.order)}"


def _parts(text: str, ctx: Context) -> _Said | None:
    """Keys, order and default behind what is computed; None where a word is left."""
    said = _Said()
    place = 0
    while place < len(text):
        for name, shape in PARTS:
            match = shape.match(text, place)
            if match is not None and match.end() > place and _takes(said, name, match.groupdict(), ctx):
                place = match.end()
                break
        else:
            return None
    return said


def _takes(said: _Said, name: str, groups: dict[str, str | None], ctx: Context) -> bool:
    if name in ("order", "then", "and"):
        column = _column(groups["order"] or "", ctx)
        if column is None or (name == "order") == bool(said.order):
            return False
        said.order.append((column.sql, None))
    elif name in ("down", "up"):
        if not said.order or said.order[-1][1] is not None:
            return False
        said.order[-1] = (said.order[-1][0], name == "down")
    elif name == "both":
        said.order = [(sql, bool(groups["down"])) for sql, _ in said.order]
    elif name == "default":
        word = (groups["value"] or "").lower()
        said.default = (
            ""
            if word in ("null", "none", "empty", "no value")
            else "0"
            if word in ("0", "zero")
            else ("false")
        )
    elif name == "keys":
        return _takes_keys(said, groups["keys"] or "", ctx)
    return True


def _takes_keys(said: _Said, text: str, ctx: Context) -> bool:
    found = [_column(k, ctx) for k in re.split(r"\s*(?:,|\+|&|\band\b)\s*", text) if k]
    if said.keys or not found:
        return False
    said.keys = [c.sql for c in found if c is not None]
    return len(said.keys) == len(found)


def _column(said: str, ctx: Context) -> ScopeColumn | None:
    """The one column of that name, in one word or several, or of that name with `id` or `code` behind it."""
    place, _, name = said.strip().rpartition(".")
    wanted = "".join(name_parts(re.sub(r"\s+", "_", name.strip())))
    if not wanted:
        return None
    fitting = [
        c
        for c in ctx.scope.columns
        if not place or place.casefold() in (c.relation.casefold(), c.table.casefold())
    ]
    exact = [c for c in fitting if "".join(name_parts(c.column.name)) == wanted]
    coded = [c for c in fitting if "".join(p for p in name_parts(c.column.name) if p not in _CODES) == wanted]
    found = exact or coded
    return found[0] if len({c.sql for c in found}) == 1 or (exact and found[0].is_source) else None
