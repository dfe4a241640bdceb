"""Where the rows of a target come from: a table, its limits, and the lines it has in a further table.

``orders (not cancelled) with their lines order_line, order_id = id. Lines without amount are skipped`` is read piece by
piece; several such texts between plus signs are the parts of a union.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import Schema, SourceTable, TargetMapping
from signoff.core.merge.names import find_table
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.told_lines.cutting import cut, with_brackets_apart
from signoff.core.merge.told_lines.limits import limit_of
from signoff.core.merge.told_lines.sides import joined_by

_LEAD = re.compile(
    r"^(?:(?:all|every|each|the|rows?|records?|entries|lines|whole|of|from|in|table)\s+)+(?=[A-Za-z_])",
    re.IGNORECASE,
)
_TABLE = re.compile(r"^(?P<table>[A-Za-z_][\w.$]*)\b")
_PIECES = re.compile(
    r"\s*[,;]\s*(?:and\s+)?|(?<=[\w)'\"])\.\s+(?=[A-Z])|\s+(?=with\s+(?:its|their|the|all)?\s*(?:\w+\s+)?\w+_\w+)"
)
_WITH = re.compile(
    r"^(?:and\s+)?(?:inner\s+joined\s+(?:to|with)|joined\s+(?:to|with)|with|and)\s+(?:(?:its|their|the|all|own)\s+)*(?:(?P<noun>[a-z]+)\s+)?(?P<table>[A-Za-z_][\w.$]*)(?P<rest>\s.*)?$",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"^(?:the\s+)?(?P<what>[\w -]+?)\s+(?:is|are)\s+(?:not|n't|never)\s+(?:needed|used|read"
    r"|wanted|required|relevant)(?:\s+(?:here|for\s+(?:this|that)))?$"
    r"|^(?:the\s+)?(?:headers?|lines?|positions?|head)\s+only$|^only\s+(?:the\s+)?headers?$",
    re.IGNORECASE,
)
"""That another table of the source is not read, which it is not anyway."""
_STACKED = re.compile(
    r"^(?:(?:just|simply|all|then|they\s+are|these\s+are|both)\s+)*(?:put|placed?|stack(?:ed)?|append(?:ed)?|set|written)?\s*(?:them\s+)?"
    r"(?:(?:one\s+)?(?:below|under|beneath|after|on\s+top\s+of|behind)\s+(?:each\s+other|one\s+another|the\s+other)|union(?:ed)?\s+all|together(?:\s+as\s+they\s+are)?)$",
    re.IGNORECASE,
)
"""That parts are put one below the other."""
_PLUS = re.compile(
    r"\s+\+\s+|\s+plus\s+|\s*;\s+(?=(?:all|the)\b)|\s+(?:and|union(?:\s+all)?)\s+(?=all\s+(?:of\s+)?\w)|\n+",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[\w)'\"])\.(?=\s+[A-Z]|\s*$)")
_NAMED = re.compile(r"^(?P<name>[A-Za-z][\w -]*?)\s*\((?P<inner>.+)\)$", re.DOTALL)


_CALLED = re.compile(
    r"^(?:(?:called|named|alias|shown\s+as|short(?:\s+for|ened\s+to)?|abbreviated(?:\s+to)?|in\s+short|as|=)\s+)+['\"]?(?P<alias>[A-Za-z]\w{0,11})['\"]?"
    r"(?:\s+(?:below|here|in\s+what\s+follows|from\s+here\s+on|in\s+short))?$",
    re.IGNORECASE,
)
"""By which letters the columns below name a table."""


@dataclass
class RowsFrom:
    """One part: its tables, the first of which drives it, and conditions on its rows."""

    relations: list[Relation] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)
    """By which each further table is joined, in their order."""
    limits: list[str] = field(default_factory=list)
    name: str = ""
    """What the text calls the part; empty where it only names the table."""


@dataclass(frozen=True)
class Ground:
    """What a text is read over."""

    target: TargetMapping
    schema: Schema


def rows_from(text: str, ground: Ground) -> list[RowsFrom]:
    """The parts that a text tells; empty where a piece of it is not understood.

    Args:
        text: as written, its label aside.
        ground: target and tables.
    """
    stacked, kept = False, []
    for sentence in cut(text.strip(), _SENTENCE):
        is_stacking = _STACKED.match(sentence.strip(" .")) is not None
        stacked = stacked or is_stacking
        kept += [] if is_stacking else [sentence]
    whole = ". ".join(kept)
    pieces = cut(whole, _PLUS) if stacked or " + " in whole else [whole]
    if stacked and len(pieces) < 2:
        return []
    found = [_part(piece, ground) for piece in pieces]
    parts = [part for part in found if part is not None]
    starts = [part.relations[0].table for part in parts]
    return parts if len(parts) == len(pieces) and len(set(starts)) == len(starts) else []


def _part(text: str, ground: Ground) -> RowsFrom | None:
    plain = " ".join(text.split()).strip(" .")
    named = _NAMED.match(plain)
    if named is not None and _first(plain, ground) is None and _first(_LEAD.sub("", plain), ground) is None:
        part = _read(named["inner"], ground)
        if part is not None:
            part.name = named["name"]
        return part
    return _read(plain, ground)


def _read(text: str, ground: Ground) -> RowsFrom | None:
    plain = text.strip()
    table = _first(plain, ground)
    if table is None:
        plain = _LEAD.sub("", plain)
        table = _first(plain, ground)
    head = _TABLE.match(plain)
    if table is None or head is None or table.name.casefold() == ground.target.name.casefold():
        return None
    part = RowsFrom([Relation(table.name, table.name, JoinKind.DRIVING)])
    reader = _Pieces(part, ground)
    for piece, in_brackets in with_brackets_apart(plain[head.end() :]):
        for each in cut(piece.strip(" ,;."), _PIECES):
            if not reader.take(each.strip(" ,;."), in_brackets=in_brackets):
                return None
    return part if len(part.conditions) == len(part.relations) - 1 else None


def _first(text: str, ground: Ground) -> SourceTable | None:
    head = _TABLE.match(text)
    return find_table(ground.schema, head["table"]) if head is not None else None


class _Pieces:
    """Takes the pieces of one part."""

    def __init__(self, part: RowsFrom, ground: Ground) -> None:
        self._part, self._ground = part, ground

    def take(self, piece: str, *, in_brackets: bool) -> bool:
        """Take one piece; False where it is not understood."""
        if not piece or self._is_remark(piece):
            return True
        part = self._part
        called = _CALLED.match(piece) if in_brackets and len(part.relations) == 1 else None
        if called is not None:
            part.relations[0] = replace(part.relations[0], alias=called["alias"])
            return True
        waiting = len(part.conditions) < len(part.relations) - 1
        if waiting and self._join(piece):
            return True
        if not waiting and not in_brackets and (rest := self._further(piece)) is not None:
            return self._join(rest) if rest else True
        relations = part.relations[-1:] if in_brackets else [*part.relations[::-1]]
        columns = [c for r in relations for c in relation_columns(r, self._ground.schema)]
        limit = limit_of(piece, columns)
        if limit:
            part.limits.append(limit)
        return limit is not None

    def _is_remark(self, piece: str) -> bool:
        """Whether a piece only says what is not read: nothing that a part reads may be called so."""
        found = _REMARK.match(piece)
        if found is None:
            return False
        said = (found["what"] or "").casefold()
        return not any(r.table.casefold() == said for r in self._part.relations)

    def _further(self, piece: str) -> str | None:
        """Take a further table; what stands behind its name, None where the piece names none."""
        match = _WITH.match(piece)
        table = find_table(self._ground.schema, match["table"]) if match is not None else None
        if match is None or table is None or any(r.table == table.name for r in self._part.relations):
            return None
        self._part.relations.append(Relation(table.name, table.name, JoinKind.INNER))
        return (match["rest"] or "").strip(" ,")

    def _join(self, piece: str) -> bool:
        """Take what says how the last table is joined."""
        there, others = self._part.relations[-1], self._part.relations[-2::-1]
        found = joined_by(piece, there, others, self._ground.schema, self._ground.target)
        if found is None or not found.sure:
            return False
        self._part.conditions.append(found.sql)
        return True
