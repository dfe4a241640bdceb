"""Aggregates: sum, count, number of different, highest, latest, average. Only where the target is grouped.

"Count of X" and "number of X" count the values there are; "number of rows" counts rows.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.types import Family

NAME = "P11 aggregates"

_DO = (
    "[(calculate|compute|take|get|load|use|return|determine|find|populate with|group over key then|the)] [:]"
)
_OF = "[(of|over|from|for|in|value of|values of|all|of all|across)] [all]"
_DIFFERENT = (
    "(distinct|different|unique|distinct values of|unique values of|different values of|"
    "verschiedene|distinct number of|distinct values|unique values)"
)
AGGREGATES: tuple[tuple[str, str], ...] = (
    (
        f"{_DO} (count distinct|distinct count|count {_DIFFERENT}|number of {_DIFFERENT}|count of "
        f"{_DIFFERENT}|unique count|nunique|distinct number|anzahl verschiedener|anzahl verschiedene) {_OF} "
        f"{{v:any}}",
        "count(DISTINCT {0})",
    ),
    (
        f"{_DO} (count|count of|number of|how many|anzahl|anzahl der|nombre de|número de|row count|record "
        f"count|count all) (rows|records|lines|row|record|all rows|all records|entries|zeilen|datensätze|per "
        f"group|\\( \\* \\)|\\*)",
        "count(*)",
    ),
    (f"{_DO} (row count|record count|number of rows|number of records|count)", "count(*)?"),
    (f"{_DO} (count|number|anzahl|nombre|número) {_OF} {{v:any}}", "count({0})"),
    (
        f"{_DO} (sum|total|sum up|summe|summed up|aggregate sum|somme|suma|summarize|summarise|add up|total "
        f"sum|accumulate|sum total|summed|sum over|then sum|aggregate) {_OF} {{v:any}}",
        "sum({0})",
    ),
    (
        f"{_DO} (average|avg|mean|arithmetic mean|durchschnitt|mittelwert|moyenne|promedio|average value) "
        f"{_OF} {{v:any}}",
        "avg({0})",
    ),
    (
        f"{_DO} (max|maximum|highest|largest|biggest|greatest|maximum value|max value|höchster|höchste|"
        f"größte|maximal) {_OF} {{v:any}}",
        "max({0})",
    ),
    (f"{_DO} (latest|most recent|newest|last) [date] {_OF} {{v:any}}", "latest({0})"),
    (
        f"{_DO} (min|minimum|lowest|smallest|least|minimum value|min value|niedrigste|kleinste|minimal) "
        f"{_OF} {{v:any}}",
        "min({0})",
    ),
    (f"{_DO} (earliest|oldest|first) [date] {_OF} {{v:any}}", "earliest({0})"),
    (f"{_DO} (median|median value) {_OF} {{v:any}}", "median({0})"),
)
BARE = {
    "sum": "sum", "total": "sum", "summe": "sum", "sum up": "sum", "group and "
        "sum": "sum", "average": "avg", "avg": "avg", "mean": "avg", "max": "max", "maximum": "max",
    "highest": "max", "latest": "latest", "most recent": "latest", "min": "min", "minimum":
        "min", "lowest": "min", "earliest": "earliest", "count distinct": "count distinct",
    "distinct count": "count distinct", "aggregate sum": "sum", "sum per "
        "group": "sum", "group by then sum": "sum",
}  # fmt: skip
_WITH = (
    "{rest:any} [,] (where|when|if|for rows where|for records where|only where|only if|only for rows "
    "where|only rows where|with condition|provided that|filtered on|filter|for which) {cond:any}",
)
_ZERO = (
    "{rest:any} [(,|;|\\()] [and] [(use|load|set to)] (0|{z:n}|zero) (if|when|where) (none|null|there is none|"
    "there are none|no rows|no records|empty|missing|nothing|it is null|§s is null|no value) [\\)]",
    "{rest:any} [(,|;|\\()] [and] [(use|load|set to)] (0|{z:n}|zero) (instead of|in place of|not|rather than) "
    "(null|nulls|empty|nothing|no value) "
    "[\\)]",
    "{rest:any} [(,|;|\\()] [and] (default|defaulting to|default to|else|otherwise) {z:n} [\\)]",
)
_PER = (
    "{rest:any} (per|by|for each|grouped by|group by|for every) {cs:columns}",
    "(group over|group by|grouped by|group on|group) {cs:columns} [(,|and|then)] [then] {rest:any}",
)


_ENDED = re.compile(r"^(?:[^()]|\([^()]*\))*(?<!\S)(?:,|;|then|rounded|round) ")
"""What stands after a comma is said of the total, not of each row's value."""


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The aggregate, when the target is grouped and the whole phrase is one."""
    return _aggregate(phrase, ctx) if ctx.scope.aggregate else None


def _aggregate(phrase: Phrase, ctx: Context) -> Piece | None:
    plain = _filtered(phrase, ctx) or _plain(phrase, ctx) or _bare(phrase, ctx)
    if plain is not None:
        return plain
    for template in _ZERO:
        slots = phrase.match(template)
        inner = _aggregate(slots["rest"], ctx) if slots else None
        if slots is not None and inner is not None:
            value = slots["z"].marks[0].token.value if slots["z"].marks else "0"
            return Piece(f"coalesce({inner.sql}, {value})", inner.type)
    return _per_key(phrase, ctx)


def _per_key(phrase: Phrase, ctx: Context) -> Piece | None:
    """An aggregate that names the keys of the grouping, all of them or some."""
    keys = {key.replace('"', "").casefold() for key in ctx.scope.group_keys}
    for template in _PER:
        slots = phrase.match(template)
        if slots is None:
            continue
        named = {column.sql.replace('"', "").casefold() for column in slots["cs"].columns}
        if named == keys:
            return _aggregate(slots["rest"], ctx)
    return None


def _filtered(phrase: Phrase, ctx: Context) -> Piece | None:
    for template in _WITH:
        slots = phrase.match(template)
        inner = (_plain(slots["rest"], ctx) or _bare(slots["rest"], ctx)) if slots else None
        condition = ctx.condition(slots["cond"]) if slots and inner else None
        if inner is not None and condition:
            return Piece(_only_where(inner.sql, condition), inner.type)
    return None


def _only_where(sql: str, condition: str) -> str:
    """The aggregate over the rows where the condition holds."""
    if sql == "count(*)":
        return f"count(CASE WHEN {condition} THEN 1 END)"
    name, _, inner = sql.removesuffix(")").partition("(")
    distinct = "DISTINCT " if inner.startswith("DISTINCT ") else ""
    return f"{name}({distinct}CASE WHEN {condition} THEN {inner.removeprefix(distinct)} END)"


def _plain(phrase: Phrase, ctx: Context) -> Piece | None:
    for template, sql in AGGREGATES:
        slots = phrase.match(template)
        if slots is None:
            continue
        if "v" not in slots:
            if sql.endswith("?") and (ctx.scope.sources or phrase.text.strip() == "count"):
                continue
            return Piece("count(*)", "BIGINT")
        value = ctx.value(slots["v"]) if not _ENDED.search(slots["v"].text) else None
        made = _over(sql, value) if value is not None and value.literal is None else None
        if made is not None:
            return made
    return None


def _bare(phrase: Phrase, ctx: Context) -> Piece | None:
    """An aggregate of the only source: "Sum"."""
    function = BARE.get(phrase.text.strip())
    subject = ctx.subject(Phrase((), phrase.source)) if function else None
    if function is None or subject is None:
        return None
    return _over("count(DISTINCT {0})" if function == "count distinct" else f"{function}({{0}})", subject)


def _over(sql: str, value: Piece) -> Piece | None:
    """SQL of an aggregate over a value; None where the value is of a kind that has none."""
    if re.search(r"\b(sum|count|avg|min|max|median)\(", value.sql):
        return None
    number, dated = value.family is Family.NUMBER, value.family in (Family.DATE, Family.TIMESTAMP)
    if sql.startswith(("latest", "earliest")):
        if not dated:
            return None
        sql = ("max" if sql.startswith("latest") else "min") + "({0})"
    if sql.startswith(("sum", "avg", "median")) and not number:
        return None
    kind = "BIGINT" if sql.startswith("count") else "DOUBLE" if sql.startswith("avg") else value.type
    return Piece(sql.replace("{0}", value.sql), kind)
