"""Rows left out because something is missing, told by a noun: ``do not load null dates``, ``trips without end``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_table, words
from signoff.core.merge.scoping import find_everywhere, relation_columns

_LEAVE = (
    r"(?:(?:please\s+)?(?:(?:do\s+not|don't|never|not\s+to)\s+(?:load|take|include|migrate|copy|move|import|insert|process)"
    r"|leave\s+out|exclude|skip|ignore|drop|omit|filter\s+out|remove|reject|discard|no))"
)
_LEFT = (
    r"(?:(?:are|is|get|will\s+be|to\s+be|must\s+be|should\s+be)\s+)?(?:left\s+out|ignored|skipped|excluded|dropped|omitted|"
    r"rejected|discarded|removed|filtered(?:\s+out)?|not\s+(?:to\s+be\s+)?(?:loaded|taken|included|migrated|processed))"
)
_MISSING = r"(?:nulls?|missing|empty|blank)"
_THINGS = r"(?:(?:the|all|any|those|such)\s+)*(?P<things>[\w-]+)(?:\s+[\w-]+)?"
_NOUN = r"(?:an?\s+|the\s+|any\s+|its\s+|their\s+)?(?P<noun>[A-Za-z][\w]*(?:\s+[\w]+){0,2}?)"
_HAVING = rf"(?:(?:with|having|that\s+have|which\s+have)\s+(?:an?\s+|the\s+)?(?:{_MISSING}|no)|without)"
_SHAPES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_LEAVE}\s+(?:the\s+|all\s+|any\s+)?{_MISSING}(?:\s+values?)?(?:\s+(?:in|of|for))?\s+{_NOUN}$",
        rf"^{_LEAVE}\s+{_THINGS}\s+{_HAVING}\s+{_NOUN}$",
        rf"^{_LEAVE}\s+(?:(?:the\s+|all\s+|any\s+)?(?:rows?|records?|lines?|entries)\s+)?(?:if|when|where|whose)\s+"
        rf"{_NOUN}\s+(?:is|are)\s+{_MISSING}$",
        rf"^{_THINGS}\s+{_HAVING}\s+{_NOUN}\s+{_LEFT}$",
        rf"^{_MISSING}(?:\s+values?)?(?:\s+(?:in|of|for))?\s+{_NOUN}\s+{_LEFT}$",
        rf"^{_NOUN}\s+(?:must|should|may|can)\s*not\s+be\s+{_MISSING}$",
        rf"^only\s+(?:load\s+)?{_THINGS}\s+with\s+(?:an?\s+)?{_NOUN}$",
    )
)
_BARE = re.compile(
    rf"^{_LEAVE}\s+(?:the\s+|all\s+|any\s+)?(?:rows?\s+|records?\s+)?(?:(?:if|when|where|with)\s+)?(?:(?:it\s+|this\s+|value\s+)?is\s+)?"
    rf"{_MISSING}(?:\s+(?:values?|rows?|records?|ones|here))?$|^{_MISSING}(?:\s+(?:values?|rows?|ones))?\s+{_LEFT}$",
    re.IGNORECASE,
)
"""What is missing is not named: the column beside which the text stands."""
_DATES = frozenset({"date", "day", "dt", "timestamp", "ts", "time", "datetime", "moment"})
_SAME = (
    _DATES,
    frozenset({"number", "no", "nr", "num", "nbr"}),
    frozenset({"code", "cd"}),
    frozenset({"name", "nm"}),
    frozenset({"amount", "amt"}),
    frozenset({"quantity", "qty"}),
    frozenset({"id", "key", "identifier"}),
)
_MEANS_LITTLE = frozenset({"cd", "code", "id", "key", "no", "nr", "num", "number", *_DATES})
_DATE_TYPE = re.compile(r"^(?:DATE|TIMESTAMP|DATETIME)", re.IGNORECASE)


def missing_filter(
    text: str, relations: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    """The filter of a text that leaves out rows where something is missing; None where no one column is meant."""
    for match in _matches(text):
        column = _column(match["noun"], relations, schema)
        if column is not None and _are_rows(match, relations, schema, column):
            return Condition(text, f"{column.sql} is not null", Origin.PATTERN, cell)
    return None


def missing_beside(
    text: str, mapping: ColumnMapping, relations: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    """The same beside a column: ``do not load nulls`` and a noun that its source answers to mean that source."""
    if len(mapping.sources) != 1:
        return None
    ref = mapping.sources[0]
    table = find_table(schema, ref.table) if ref.table else None
    hits = [
        c
        for c in find_everywhere(relations, schema, ref.column)
        if table is None or c.table.casefold() == table.name.casefold()
    ]
    if len(hits) != 1:
        return None
    plain = " ".join(text.split()).rstrip(".!")
    named = any(_answers(hits[0], match["noun"]) for match in _matches(text))
    if _BARE.match(plain) is None and not named:
        return None
    return Condition(text, f"{hits[0].sql} is not null", Origin.PATTERN, cell)


def _matches(text: str) -> Iterator[re.Match[str]]:
    plain = " ".join(text.split()).rstrip(".!")
    return (match for shape in _SHAPES if (match := shape.match(plain)) is not None)


def _are_rows(
    match: re.Match[str], relations: Sequence[Relation], schema: Schema, column: ScopeColumn
) -> bool:
    """Whether what is left out are rows of the query: any plural, but no values of another column."""
    things = match.groupdict().get("things")
    return things is None or things.lower().endswith("s") or _column(things, relations, schema) is None


def _column(noun: str, relations: Sequence[Relation], schema: Schema) -> ScopeColumn | None:
    """The one column a noun means: of the driving table, else of any; dates as such where there is one only."""
    exact = find_everywhere(relations, schema, noun)
    if exact:
        return exact[0]
    for some in (relations[:1], relations[1:]):
        columns = [c for relation in some for c in relation_columns(relation, schema)]
        fitting = [c for c in columns if _answers(c, noun)]
        close = [c for c in fitting if len(words(c.column.name)) == len(words(noun))]
        for found in (close, fitting):
            if len(found) == 1:
                return found[0]
        if fitting:
            return None
    return None


def _answers(column: ScopeColumn, noun: str) -> bool:
    """Whether the column's name has all words of the noun and little else; a date's name may be anything."""
    wanted = [singular(w) for w in words(noun)]
    parts = list(words(column.column.name))
    if len(wanted) == 1 and wanted[0] in _DATES:
        return bool(_DATE_TYPE.match(column.column.type)) or bool(set(parts) & _DATES)
    return (
        bool(wanted)
        and all(any(_says(part, word) for part in parts) for word in wanted)
        and all(part in _MEANS_LITTLE or any(_says(part, word) for word in wanted) for part in parts)
    )


def _says(part: str, word: str) -> bool:
    part = singular(part)
    if part == word or any({part, word} <= same for same in _SAME):
        return True
    return len(part) >= 3 and len(part) < len(word) and word.startswith(part)
