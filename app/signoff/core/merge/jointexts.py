"""Join cells as people fill them: ``LEFT JOIN address a ON a.id = c.address_id WHERE …`` or a condition."""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.domain.plan import JoinKind
from signoff.core.domain.spec import Schema
from signoff.core.merge.join_cells import join_cell
from signoff.core.merge.joinwords import is_ditto, spoken_join
from signoff.core.merge.names import find_table

_JOIN = re.compile(
    r"(?:\b(?P<kind>left|right|full|inner|cross)\s+)?(?:outer\s+)?\bjoin\s+(?:with\s+)?(?P<table>[\w.\"\[\]`]+)"
    r"(?:\s+(?:as\s+)?(?!on\b|using\b|left\b|right\b|inner\b|full\b|cross\b|join\b|where\b)(?P<alias>\w+))?"
    r"(?:\s*,?\s*(?:on|using|by|based\s+on)\b\s*(?P<condition>.*))?$",
    re.IGNORECASE | re.DOTALL,
)
_CUT = re.compile(r"(?=\b(?:(?:left|right|full|inner|cross)\s+)?(?:outer\s+)?join\s)", re.IGNORECASE)
_WHERE = re.compile(r"\bwhere\b|^\s*filter\b\s*:?", re.IGNORECASE)
_SQL_BEFORE = re.compile(r"^\s*$|.*\b(?:join|from|on)\b.*[\w)\"]\s*$", re.IGNORECASE | re.DOTALL)
"""What may stand before a WHERE: nothing, or joins. Behind ``exclude rows`` the word means something else."""
_SQL_JOIN = re.compile(
    r"\bjoin\s+[\w.]+\s+(?:\w+\s+)?on\b|\bwhere\b.*[=<>]|^\s*from\b", re.IGNORECASE | re.DOTALL
)
"""A cell of SQL, which is read as such."""
_FROM = re.compile(r"^\s*from\s+(?P<table>\S+)(?:\s+(?:as\s+)?(?P<alias>\w+))?\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class WrittenJoin:
    """One join or condition of a join cell."""

    condition: str
    table: str = ""
    """Empty when the text is a condition alone."""
    alias: str = ""
    kind: JoinKind = JoinKind.LEFT
    is_filter: bool = False
    again: bool = False
    """The table is in the query already, and is wanted in another role."""


_FILTER_LINE = re.compile(
    r"\n(?=\s*(?:only|just|no|not|without|exclud\w*|leave|skip|ignore|drop|keep|do\s+not|don't)\b)",
    re.IGNORECASE,
)
"""Behind it a line begins to say which rows are taken."""


def read_join_text(text: str, schema: Schema) -> list[WrittenJoin]:
    """The joins and conditions one cell holds, in its order."""
    return [written for part in _FILTER_LINE.split(text) for written in _read_part(part, schema)]


def _read_part(text: str, schema: Schema) -> list[WrittenJoin]:
    if is_ditto(text):
        return []
    spoken = spoken_join(text, schema)
    if spoken is not None:
        return [WrittenJoin(spoken.condition, spoken.table, "", spoken.kind, again=spoken.again)]
    told = join_cell(text, schema) if _SQL_JOIN.search(text) is None else None
    if told is not None:
        return [WrittenJoin(told.condition, told.table, "", told.kind)]
    joins, _, filter_text = _at_where(text)
    found = []
    for piece in _pieces(joins):
        written = _read(piece, schema)
        if written is not None:
            found.append(written)
    if filter_text.strip():
        found.append(WrittenJoin(filter_text.strip(), is_filter=True))
    return found


def _at_where(text: str) -> tuple[str, str, str]:
    match = _WHERE.search(text)
    if match is not None and not _SQL_BEFORE.match(text[: match.start()]):
        return text, "", ""
    return (text, "", "") if match is None else (text[: match.start()], match.group(), text[match.end() :])


def _pieces(text: str) -> list[str]:
    """Cut before each join, where the word before ``join`` goes with it."""
    cuts = [m.start() for m in _CUT.finditer(text)]
    starts = [0, *(c for n, c in enumerate(cuts) if n == 0 or not _same_join(text, cuts[n - 1], c))]
    ends = [*starts[1:], len(text)]
    return [
        text[a:b].strip(" ,;\n\t") for a, b in zip(starts, ends, strict=True) if text[a:b].strip(" ,;\n\t")
    ]


def _same_join(text: str, first: int, second: int) -> bool:
    return (
        re.fullmatch(r"(?:left|right|full|inner|cross)?\s*(?:outer)?\s*", text[first:second], re.I)
        is not None
    )


def _read(piece: str, schema: Schema) -> WrittenJoin | None:
    match = _JOIN.match(piece)
    if match is not None and find_table(schema, match["table"]) is not None:
        kind = JoinKind(
            (match["kind"] or "left" if "outer" in piece.lower() else match["kind"] or "inner").lower()
        )
        return WrittenJoin((match["condition"] or "").strip(), match["table"], match["alias"] or "", kind)
    driving = _FROM.match(piece)
    if driving is not None:
        return WrittenJoin("", driving["table"], driving["alias"] or "", JoinKind.DRIVING)
    return WrittenJoin(piece)
