"""Conditions that stand in a marked text, wherever they stand: each with its place, what lies between passed over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.marked import Marked, Value, days_called, softly_named
from signoff.core.merge.likely.shapes import (
    ANY_CASE,
    BETWEEN,
    COLUMN_BEHIND,
    COLUMNS,
    COMPARED,
    DENIED,
    FLAG,
    HAS,
    IS_EMPTY,
    IS_FILLED,
    LACKS,
    LIKE,
    MISSING_OR,
    NOUN_EMPTY,
    NOUN_LACKS,
    NOUN_LIKE,
    NOUN_VALUE,
    ONE_OF,
    SIGNS,
    STANDS_IN,
    TEXTS,
    VERB_DAY,
    VERB_SPAN,
    VERBS,
    V,
)
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import NUMERIC, words
from signoff.core.merge.scoping import is_day


@dataclass(frozen=True)
class Found:
    """One condition: its SQL, where it stands, and the column it is on."""

    sql: str
    start: int
    end: int
    column: ScopeColumn | None = None
    settled: bool = False
    """It is what rows have to fulfil, whatever is said around it: ``without the bots``."""


Finder = Callable[[Marked, tuple[ScopeColumn, ...]], Iterator[Found]]
"""Finds conditions of one shape in a text over columns that words may call."""


def is_missing(column: ScopeColumn) -> str:
    """SQL of a column without a value, blank text included."""
    sql = column.sql
    return f"nullif(trim({sql}), '') is null" if is_text(column) else f"{sql} is null"


def is_text(column: ScopeColumn) -> bool:
    """Whether a column holds text."""
    return column.column.type.upper().startswith(TEXTS)


def _betweens(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    for match in BETWEEN(said.text):
        column = column_of(said, match)
        first, last = (_sql(value_of(said, match[name]), column) for name in ("a", "b"))
        if first and last:
            yield Found(f"{_whole_days(column)} between {first} and {last}", *match.span(), column)


def _compared(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    for match in COMPARED(said.text):
        column = column_of(said, match)
        made = held_against(column, match["sign"], value_of(said, match["v"]))
        if made:
            yield Found(made, *match.span(), column)


def _column_behind(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    """A value with its side, and the column it is of in brackets: ``born in 1990 or later (birth_year)``."""
    for match in COLUMN_BEHIND(said.text):
        sign = ">=" if match["more"] else "<=" if match["less"] else match["sign"]
        column = column_of(said, match)
        made = held_against(column, sign, value_of(said, match["v"])) if sign else ""
        if made:
            yield Found(made, *match.span(), column)


def _missing_or(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    """No value, or one on a side of another: ``valid_to missing or >= 2024-06-01``."""
    for match in MISSING_OR(said.text):
        column = column_of(said, match)
        made = held_against(column, match["sign"], value_of(said, match["v"]))
        if made:
            yield Found(f"({is_missing(column)} or {made})", *match.span(), column)


def held_against(column: ScopeColumn, sign: str, value: Value) -> str:
    """A column on a side of a value; empty for texts, and where the value is of another kind."""
    sql = _sql(value, column)
    if not sql or is_text(column):
        return ""
    return f"{_whole_days(column)} {SIGNS[' '.join(sign.lower().split())]} {sql}"


def _whole_days(column: ScopeColumn) -> str:
    """A moment as its day, since days are what it is held against."""
    return f"cast({column.sql} as date)" if column.column.type.upper().startswith("TIMESTAMP") else column.sql


def _two_columns(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    for match in COLUMNS(said.text):
        left, right = column_of(said, match), said.columns[int(match["d"])]
        word = " ".join(match["sign"].lower().split())
        sign = SIGNS.get(word) or ("=" if word in ("=", "equals") else "<>")
        if left.sql != right.sql:
            yield Found(f"{left.sql} {sign} {right.sql}", *match.span(), left)


def _alike(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    for match in LIKE(said.text):
        column = column_of(said, match)
        if not is_text(column):
            continue
        value = value_of(said, match["v"]).text if match["v"].startswith("‹") else match["v"]
        made = _like(column, match["how"], value, folded=ANY_CASE.search(said.text) is not None)
        yield Found(f"not {made}" if match["not"] else made, *match.span(), column)


def _like(column: ScopeColumn, how: str, value: str, *, folded: bool) -> str:
    sql, text = (f"lower({column.sql})", value.lower()) if folded else (column.sql, value)
    if how.lower() == "like":
        return f"{sql} like {text_literal(text)}"
    how = how.lower()
    name = "starts_with" if how[0] in "sb" else "ends_with" if how[0] == "e" else "contains"
    return f"{name}({sql}, {text_literal(text)})"


def _called_alike(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    """A noun that calls a column, and how its values begin: ``a number that starts with TR``."""
    for match in NOUN_LIKE(said.text):
        column = softly_named(match["noun"], columns)
        if column is None or not is_text(column):
            continue
        value = value_of(said, match["v"]).text
        made = _like(column, match["how"], value, folded=ANY_CASE.search(said.text) is not None)
        yield Found(f"not {made}" if match["not"] else made, *match.span(), column)


def _denied(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    for match in DENIED(said.text):
        made = _among(column_of(said, match), match["list"], said)
        if made:
            yield Found(f"not coalesce({made}, false)", *match.span(), column_of(said, match))


def _standing_in(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    """A value before its column: ``which have a Y in voided``."""
    for match in STANDS_IN(said.text):
        made = _among(column_of(said, match), match["v"], said)
        if made:
            yield Found(made, *match.span(), column_of(said, match))


def _one_of(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    for match in ONE_OF(said.text):
        made = _among(column_of(said, match), match["list"], said)
        if made:
            yield Found(made, *match.span(), column_of(said, match))


def _among(column: ScopeColumn, text: str, said: Marked) -> str:
    """A column among the values of a list; empty where one of them is of another kind."""
    values = [value_of(said, mark) for mark in re.findall(V, text)]
    if is_day(column) and len(values) == 1 and re.fullmatch(r"(?:19|20)\d\d", values[0].text):
        return f"year({column.sql}) = {values[0].text}"
    sqls = [_sql(value, column) for value in values]
    if not all(sqls):
        return ""
    if is_text(column) and ANY_CASE.search(said.text):
        sqls = list(dict.fromkeys(sql.lower() for sql in sqls))
        return f"lower({column.sql}) {in_list(sqls)}"
    return f"{column.sql} {in_list(sqls)}"


def in_list(sqls: list[str]) -> str:
    """``= a`` or ``in (a, b)``."""
    return f"= {sqls[0]}" if len(sqls) == 1 else f"in ({', '.join(sqls)})"


def value_of(said: Marked, mark: str) -> Value:
    """The value that a mark of a text stands for."""
    return said.values[int(mark.strip("‹v›"))]


def text_literal(text: str) -> str:
    """A fixed text as SQL."""
    return "'" + text.replace("'", "''") + "'"


def column_of(said: Marked, match: re.Match[str]) -> ScopeColumn:
    """The column that a match begins with."""
    return said.columns[int(match["c"])]


def _sql(value: Value, column: ScopeColumn) -> str:
    """A value as the column's type has it; empty where it is of another kind."""
    kind = column.column.type.upper()
    if kind.startswith("BOOL"):
        word = value.text.lower()
        return (
            "true"
            if word in ("true", "y", "yes", "1", "t")
            else "false"
            if word in ("false", "n", "no", "0")
            else ""
        )
    if is_day(column):
        return text_literal(value.text) if value.kind == "day" else ""
    if NUMERIC.match(kind):
        return value.text if value.kind == "number" else ""
    return text_literal(value.text)


def _filled(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    for finder in (IS_FILLED, HAS):
        for match in finder(said.text):
            column = column_of(said, match)
            yield Found(f"not ({is_missing(column)})", *match.span(), column)


def _empty(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    for finder in (IS_EMPTY, LACKS):
        for match in finder(said.text):
            yield _absent(column_of(said, match), match)


def _absent(column: ScopeColumn, match: re.Match[str]) -> Found:
    """Without a value; of true and false, rows that are not so: ``without the bots``, ``no forks``."""
    says_without = re.match(r"(?:without|with\s+no|no)\b", match.group(), re.IGNORECASE) is not None
    if says_without and column.column.type.upper().startswith("BOOL"):
        return Found(f"not coalesce({column.sql}, false)", *match.span(), column, settled=True)
    return Found(is_missing(column), *match.span(), column)


def _called(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    """Values behind a noun that calls a column: ``code TST``, ``clinic TRN``."""
    for match in NOUN_VALUE(said.text):
        column = softly_named(match["noun"], columns)
        made = _among(column, match["list"], said) if column is not None else ""
        if made:
            yield Found(made, *match.span(), column)


def _verbs(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    """What happened before or after a day: ``closed before 2024-01-01``, ``end before they start``."""
    for match in VERB_DAY(said.text):
        column = days_called(match["noun"], columns)
        made = held_against(column, match["sign"], value_of(said, match["v"])) if column is not None else ""
        if made:
            yield Found(made, *match.span(), column)
    for match in VERB_SPAN(said.text):
        column = days_called(match["noun"], columns)
        first, last = (_sql(value_of(said, match[n]), column) if column else "" for n in ("a", "b"))
        if column is not None and first and last:
            span = f"{_whole_days(column)} {match['not'] or ''}between {first} and {last}"
            yield Found(span, *match.span(), column)
    for match in VERBS(said.text):
        left, right = days_called(match["noun"], columns), days_called(match["other"], columns)
        if left is not None and right is not None and left.sql != right.sql:
            yield Found(f"{left.sql} {SIGNS[match['sign'].lower()]} {right.sql}", *match.span(), left)


def _softly_empty(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    for finder in (NOUN_EMPTY, NOUN_LACKS):
        for match in finder(said.text):
            column = softly_named(match["noun"], columns) or days_called(match["noun"], columns)
            if column is not None:
                yield _absent(column, match)


def _flags(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    """A column of true and false that is only named."""
    for match in FLAG(said.text):
        column = column_of(said, match)
        if column.column.type.upper().startswith("BOOL"):
            yield Found(f"not {column.sql}" if match["not"] else column.sql, *match.span(), column)


_MOST_TELLING = 2
"""Words of a flag's name of which the first alone may call it."""
_MARKS = frozenset(
    [
        "is",
        "has",
        "was",
        "are",
        "had",
        "can",
        "flag",
        "flg",
        "ind",
        "not",
        "for",
        "the",
        "and",
        "with",
        "from",
    ]
)


def _flag_words(said: Marked, columns: tuple[ScopeColumn, ...]) -> Iterator[Found]:
    """Rows called by what a column of true and false is called: ``test accounts`` by IS_TEST."""
    flags = [c for c in columns if c.column.type.upper().startswith("BOOL")]
    spoken = {singular(word) for word in re.findall(r"[a-z]+", said.text.lower())}
    for match in re.finditer(
        r"(?<![\w‹])(?P<not>not\s+|non-)?(?P<noun>[a-z]{3,})(?![\w›])", said.text.lower()
    ):
        found = [c for c in flags if _is_called_by(match["noun"], c, spoken)]
        if len(found) == 1:
            yield Found(f"not {found[0].sql}" if match["not"] else found[0].sql, *match.span(), found[0])


def _is_called_by(noun: str, flag: ScopeColumn, spoken: set[str]) -> bool:
    """Whether a word calls a flag: ``test`` does is_test_order, or all that its name tells is said."""
    telling = [word for word in words(flag.column.name) if word not in _MARKS]
    if noun not in telling:
        return False
    is_first = noun == telling[0] and len(telling) <= _MOST_TELLING
    return is_first or {singular(word) for word in telling} <= spoken


PLAIN: tuple[Finder, ...] = (
    _missing_or,
    _betweens,
    _two_columns,
    _compared,
    _column_behind,
    _alike,
    _denied,
    _filled,
    _empty,
    _standing_in,
    _one_of,
    _called,
    _called_alike,
    _verbs,
    _flags,
    _flag_words,
    _softly_empty,
)
