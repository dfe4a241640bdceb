"""What falls into a period of a thing: how many rows of a table, how many different values, or their sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn, quoted
from signoff.core.domain.spec import ColumnMapping, Schema, SourceColumn, SourceTable
from signoff.core.merge.grids.grid import Grid
from signoff.core.merge.grids.telling import is_day_column
from signoff.core.merge.inferring import looks_like_key
from signoff.core.merge.likely.marked import softly_named
from signoff.core.merge.likely.units import sentences_of
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import NUMERIC, find_column, find_table, word_set, words
from signoff.core.merge.rows_told import stem

_ZERO = re.compile(
    r"\s*(?:^|[,;.(]|\band\b|\bwith\b)\s*(?:and\s+|also\s+|that\s+can\s+be\s+)?(?:0|zeros?)(?:\s*,?\s*not\s+(?:null|empty))?"
    r"(?:\s+(?:if|when|where|on|for|in|without)\s+[\w ]+?)?\s*\)?\s*(?=$|[.;])",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"^(?:the\s+|those\s+)?(?:\w+)\s+(?:without|with\s+no)\s+(?:an?\s+|any\s+)?(?P<what>[\w\s]+?)\s+(?:do\s+not|don['’]t|are\s+not)\s+(?:count|counted)(?:ed)?$",
    re.IGNORECASE,
)
_WHENEVER = re.compile(
    r"\s*[,(]\s*(?:whenever|no\s+matter\s+(?:when|which|what)|whatever|any|all|repeats?)\s+(?:they\s+were\s+\w+|they\s+\w+|status|state|kind|included)\)?$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\s*,?\s*(?:counted\s+|taken\s+|going\s+)?\b(?:by|per|on|according\s+to)\s+(?:the\s+|their\s+|its\s+)?(?P<day>\w+)\b",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(r"\b(?:how\s+many|number\s+of|count(?:\s+of)?|counted)\b", re.IGNORECASE)
_DIFFERENT = re.compile(r"\b(?:distinct|different|unique)\b", re.IGNORECASE)
_SUM = re.compile(r"\b(?:sum|total|totals|summed|added\s+up|add\s+up|together|value|amount)\b", re.IGNORECASE)
_SAME_ROWS = re.compile(r"\b(?:those|these|their|them|they)\b", re.IGNORECASE)
_PLAIN = word_set(
    "the a an of all in on at for per by each every to and that this those these their them they it "
    "its were was is are who which how many number count counted counts distinct different unique "
    "sum total totals summed added up together value values amount amounts day days date month "
    "months week weeks year period same what there something anything overall"
)
_VERBS = word_set(
    "started start began begin begun came come back returned return happened took place arrived "
    "arrive left leave lent lend borrowed borrow bought buy placed made make shipped ordered booked "
    "paid received sold ended end opened closed created joined"
)
_SYNONYMS = {
    "borrowed": "lent",
    "borrow": "lent",
    "back": "returned",
    "began": "started",
    "begun": "started",
    "bought": "ordered",
    "placed": "ordered",
}


@dataclass(frozen=True)
class Measure:
    """A value over the rows of a table that fall into a period of a thing."""

    table: SourceTable
    day: str
    """The column by which its rows belong to a period."""
    sql: str
    """Of the value, over the table's columns by name."""
    zero: bool
    """A period without rows has 0."""
    assumed: bool = False
    """Nothing but its verbs tells the day."""


def measure_of(
    column: ColumnMapping,
    grid: Grid,
    schema: Schema,
    others: Mapping[str, Measure],
    columns: Sequence[ColumnMapping],
) -> Measure | None:
    """What a column counts or sums up; None where a word of its rule is not understood.

    Args:
        column: of the target.
        grid: the rows.
        schema: the tables.
        others: what columns before it count or sum up.
        columns: of the target, whose rules may say by which day something happens.
    """
    table = _table(column, grid, schema)
    if table is None:
        return None
    refs = [c for r in column.sources if (c := find_column(table, r.column)) is not None]
    days, held = [c for c in refs if is_day_column(c)], [c for c in refs if not is_day_column(c)]
    text = ". ".join(t for t in (column.rule_resolved or column.rule, column.note) if t.strip())
    zero = _ZERO.search(text) is not None
    said = sentences_of(_ZERO.sub("", text).strip(" .,;"))
    if not said or not all(_adds_nothing(each, held, table) for each in said[1:]):
        return None
    main = _WHENEVER.sub("", said[0].strip(" ."))
    day, main, assumed = _day(main, days, table, grid, others, columns)
    if day is None or not _is_understood(main, table, refs, day, grid):
        return None
    value, counts = _value(main, held, table)
    return Measure(table, day, value, zero or counts or grid.zeros, assumed) if value else None


def _table(column: ColumnMapping, grid: Grid, schema: Schema) -> SourceTable | None:
    named = [r.table for r in column.sources if r.table] or list(column.source_tables)
    named = named or [r.column for r in column.sources if not r.table]
    tables = {t.name: t for name in named if (t := find_table(schema, name)) is not None}
    found = next(iter(tables.values())) if len(tables) == 1 else None
    return None if found is None or found == grid.table else found


def _adds_nothing(sentence: str, held: Sequence[SourceColumn], table: SourceTable) -> bool:
    """Whether a sentence says that rows without the value do not count, which an empty value never does."""
    without = _WITHOUT.match(sentence.strip(" ."))
    if without is None or not held:
        return False
    own = {singular(w) for c in held for w in words(c.name)} | {singular(w) for w in words(table.name)}
    return {singular(_long(w)) for w in words(without["what"])} <= own | {_long(w) for w in own}


def _long(word: str) -> str:
    return {"no": "number", "nr": "number"}.get(word, word)


def _day(
    text: str,
    days: Sequence[SourceColumn],
    table: SourceTable,
    grid: Grid,
    others: Mapping[str, Measure],
    columns: Sequence[ColumnMapping],
) -> tuple[str | None, str, bool]:
    """The day rows belong to a period by, the text without what says it, and whether only a verb does."""
    if len(days) == 1:
        return days[0].name, text, False
    by = _BY.search(text)
    named = find_column(table, by["day"]) if by is not None else None
    if by is not None and named is not None and is_day_column(named):
        return named.name, f"{text[: by.start()]} {text[by.end() :]}".strip(), False
    hint = next((day for name, day in grid.days.items() if name == table.name), "")
    if hint:
        return hint, text, False
    own = [c for c in table.columns if is_day_column(c)]
    if len(own) == 1:
        return own[0].name, text, False
    before = [m.day for m in others.values() if m.table == table]
    if _SAME_ROWS.search(text) and before and not _verbs(text):
        return before[-1], text, False
    return _by_verb(text, own, table, columns), text, True


def _verbs(text: str) -> list[str]:
    return [w for w in re.findall(r"[a-z]+", text.lower()) if w in _VERBS]


def _by_verb(
    text: str, own: Sequence[SourceColumn], table: SourceTable, columns: Sequence[ColumnMapping]
) -> str | None:
    """The day that the verbs of a text call: by its name, or as another column's rule has them."""
    verbs = _verbs(text)
    stems = {stem(_SYNONYMS.get(v, v)) for v in verbs}
    called = [c for c in own if stems & {stem(w) for w in words(c.name)}]
    if len(called) == 1:
        return called[0].name
    for other in columns:
        refs = [find_column(table, r.column) for r in other.sources]
        days = [c for c in refs if c is not None and is_day_column(c)]
        if verbs and len(days) == 1 and _verbs(other.rule) == verbs:
            return days[0].name
    return None


def _is_understood(text: str, table: SourceTable, refs: Sequence[SourceColumn], day: str, grid: Grid) -> bool:
    """Whether every word is one of the rule's own, or calls the table, its columns, the thing or a verb of the day."""
    near = {stem(w) for name in (table.name, day, *(c.name for c in refs)) for w in words(name)}
    near |= {stem(grid.noun), "people", "person", "customer", "user"} if grid.noun else {"people", "person"}
    plain = re.sub(r"['’]s\b", "", text.lower())
    for listed in _listed_values(plain, table):
        plain = plain.replace(listed, " ")
    said = re.findall(r"[a-z_]+|\d+", plain)
    return all(
        w in _PLAIN or w in _VERBS or stem(w) in near or singular(w) in near or _is_called(w, near)
        for w in said
    )


def _is_called(word: str, near: set[str]) -> bool:
    """Whether a word is made of one of the names: ``attributed`` of order_attribution, ``borrowers`` of borrower_no."""
    return len(word) > 5 and "_" not in word and any(len(n) > 5 and n[:6] == word[:6] for n in near)


def _listed_values(text: str, table: SourceTable) -> Iterator[str]:
    """Values put together that are all a column of the table has: ``google + meta`` where its rule names these two."""
    for match in re.finditer(r"\b([a-z]\w*)\s*(?:\+|and|plus)\s*([a-z]\w*)\b", text):
        one, other = match[1], match[2]
        for column in table.columns:
            told = " ".join(column.told.lower().replace("'", "").replace("`", "").split())
            if re.match(rf"^(?:{one}\s+or\s+{other}|{other}\s+or\s+{one})\b", told):
                yield match[0]


def _value(text: str, held: Sequence[SourceColumn], table: SourceTable) -> tuple[str, bool]:
    """SQL of the value, and whether it is a number of rows or values."""
    if _DIFFERENT.search(text):
        column = held[0] if len(held) == 1 else _noun_column(text, table) if not held else None
        return (f"count(distinct {quoted(column.name)})", True) if column is not None else ("", True)
    numbers = [c for c in held if NUMERIC.match(c.type) and not looks_like_key(c.name)]
    if held and numbers == list(held) and not _HOW_MANY.search(text):
        if len(numbers) > 1 and not re.search(r"\band\b|\bplus\b|\+", text):
            return "", False
        if len(numbers) == 1:
            return f"sum({quoted(numbers[0].name)})", False
        return f"sum({' + '.join(f'coalesce({quoted(c.name)}, 0)' for c in numbers)})", False
    if _SUM.search(text) or (held and not all(looks_like_key(c.name) for c in held)):
        return "", False
    return "count(*)", True


def _noun_column(text: str, table: SourceTable) -> SourceColumn | None:
    """The column of what is counted: ``different readers`` by reader_no."""
    noun = re.search(r"\b(?:distinct|different|unique)\s+(?P<noun>[a-z]+)", text, re.IGNORECASE)
    columns = tuple(ScopeColumn(table.name, table.name, c) for c in table.columns if looks_like_key(c.name))
    found = softly_named(noun["noun"], columns) if noun is not None else None
    return found.column if found is not None else None
