"""Sums, averages and extremes over rows that are told: "net amount of paid orders, summed up", "SUMIF(x = 'A', a)".

Only where rows are grouped. What is summed up is a column or a calculation of one row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.generate.patterns.column_nouns import column_of
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.counted_rows import own_part, value_of
from signoff.core.generate.patterns.date_speech import dated, unit_of
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.patterns.row_speech import clause_test, condition_said, rows_said, without_idle
from signoff.core.generate.types import Family

NAME = "P51 spoken totals"

_DO = "[(calculate|compute|take|get|determine|use|load|give|show|aggregate|apply)]"
FUNCTIONS = (
    (
        "sum",
        "(sum|σ|total|grand total|overall total|sum total|add up|summing up|summation|aggregate sum|aggregated)",
    ),
    ("avg", "(average|avg|mean|arithmetic mean|average value|mean value|avg .)"),
    (
        "max",
        (
            "(max|maximum|highest|largest|biggest|greatest|max .|top|biggest single|highest single|largest single|"
            "maximum value)"
        ),
    ),
    ("min", "(min|minimum|lowest|smallest|least|min .|smallest single|lowest single|minimum value)"),
    ("median", "(median|median value)"),
)
_OF = "[(of|over|from|for|across|on|:)] [(all|total)]"
_SHAPES = tuple(
    (function, template)
    for function, words in FUNCTIONS
    for template in (
        f"{_DO} {words} {_OF} {{v:any}}",
        f"{_DO} {words} \\( {{v:any}} \\)",
        f"{{v:any}} : {words} [of] {{r:some}} [only]",
    )
)
_BEHIND = tuple(
    (function, template)
    for function, words in (
        ("sum", "(summed up|summed|added up|totalled|totaled|in total|aggregated|cumulated|sum|total)"),
        ("avg", "(averaged|on average|average)"),
    )
    for template in (f"{{v:any}} [,] [(is|are)] {words} [{{tail:most}}]",)
)
_CALLS = ((("sum", "(sumif|sumifs|sum if|sum_if)"), ("avg", "(averageif|averageifs|avgif|average if)")),)[0]
_LABEL = re.compile(r"^(?:[^\W\d]\w* |- |§c ){1,5}(?:=|:) ")
_NO_LABEL = re.compile(r"\b(?:running|cumulative|rank|if|when|distinct|per|previous|next|last|first)\b")
_SPLIT_AT = re.compile(
    r"(?<=\s)(?:(?:,|;) (?:but |and )?(?:only )?(?=\S)|(?:of|for|over|from|on|across|in) (?:only )?(?=\S)|"
    r"(?=(?:where|if|when|with|without|excluding|excl|except|not counting|for which|whose|that|which|having|"
    r"only|placed|made) ))"
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The aggregate, when the target is grouped and the whole phrase is understood."""
    if not ctx.scope.aggregate or not phrase.marks:
        return None
    return _labelled(phrase, ctx) or _worksheet(phrase, ctx) or _total(phrase, ctx)


def _labelled(phrase: Phrase, ctx: Context) -> Piece | None:
    """A calculation behind what its result is called: "revenue = sum of …"."""
    label = _LABEL.match(phrase.text)
    if label is None or _NO_LABEL.search(label.group()) or ctx.depth > 1:
        return None
    made = ctx.value(phrase.cut(label.end(), len(phrase.text)))
    totals = made is not None and re.search(r"\b(?:sum|count|avg|min|max|median|arg_max|arg_min)\(", made.sql)
    return made if totals else None


def _worksheet(phrase: Phrase, ctx: Context) -> Piece | None:
    """The conditional sum of a worksheet, its value before or behind the tests."""
    for function, words in _CALLS:
        slots = phrase.match(f"{words} \\( {{c:any}} \\)")
        parts = slots["c"].split("(?:, |; )") if slots else ()
        for value_part, tests in ((parts[-1:], parts[:-1]), (parts[:1], parts[1:])):
            value = _amount(value_part[0], function, ctx) if value_part and tests else None
            known = [condition_said(test, ctx) for test in tests] if value is not None else []
            if value is not None and all(known):
                return _over(function, value, " AND ".join(test for test in known if test))
    return None


def _total(phrase: Phrase, ctx: Context) -> Piece | None:
    for function, template in _SHAPES:
        slots = phrase.match(template)
        if slots is None:
            continue
        made = _of_rows(slots, function, ctx) if "r" in slots else _value_of_rows(slots["v"], function, ctx)
        made = made or _span_of(slots["v"], function, ctx)
        if made is not None:
            return made
    for function, template in _BEHIND:
        slots = phrase.match(template)
        if slots is None:
            continue
        tail = slots["tail"]
        whole = Phrase((*slots["v"].marks, *tail.marks), phrase.source)
        value = _amount(own_part(slots["v"], ctx), function, ctx)
        test = clause_test(tail, ctx) if tail.marks and value is not None else ""
        if value is not None and test is not None:
            return _over(function, value, test)
        made = _value_of_rows(whole, function, ctx)
        if made is not None:
            return made
    return None


def _of_rows(slots: dict[str, Phrase], function: str, ctx: Context) -> Piece | None:
    """A value named first, then over which rows: "net_amount: total of the paid orders"."""
    value = _amount(slots["v"], function, ctx)
    rows = rows_said(slots["r"], ctx) if value is not None and slots["r"].marks else None
    if value is None or (slots["r"].marks and rows is None):
        return None
    return _over(function, value, rows.condition if rows is not None else "")


_SPAN = "{w:some} in {u:word} \\( {b:any} (-|minus|less) {a:any} \\)"


def _span_of(phrase: Phrase, function: str, ctx: Context) -> Piece | None:
    """The average and so on of a span whose ends stand in brackets: "delivery time in days (b - a)"."""
    slots = phrase.match(_SPAN)
    unit = unit_of(slots["u"].text) if slots else ""
    ends = [dated(slots[name], ctx) for name in ("a", "b")] if slots and unit else []
    if len(ends) < 2 or ends[0] is None or ends[1] is None or slots is None or slots["w"].columns:
        return None
    return _over(function, Piece(f"date_diff('{unit}', {ends[0].sql}, {ends[1].sql})", "BIGINT"), "")


def _value_of_rows(phrase: Phrase, function: str, ctx: Context) -> Piece | None:
    """A value, and over which rows."""
    for what, tail in _cuts(phrase):
        value = _amount(own_part(what, ctx), function, ctx)
        if value is None:
            continue
        if not tail.marks:
            return _over(function, value, "")
        rows = rows_said(tail, ctx, strange=True)
        test = rows.condition if rows is not None else clause_test(tail, ctx) or _on_rows(tail, ctx)
        if test is not None:
            return _over(function, value, test)
    return None


def _on_rows(tail: Phrase, ctx: Context) -> str | None:
    """Rows said by what they are without, the noun not said twice: "excluding cancelled orders"."""
    slots = tail.match(
        "[(,|;|\\()] (excluding|excl|except|except for|without|not counting|ignoring|leaving out) [the] {r:any} [\\)]"
    )
    rows = rows_said(slots["r"], ctx) if slots else None
    test = rows.condition if rows is not None else condition_said(slots["r"], ctx) if slots else None
    return f"NOT coalesce({test}, false)" if test else None


def _cuts(phrase: Phrase) -> Iterator[tuple[Phrase, Phrase]]:
    """The phrase whole, then cut where what is said of the rows may begin."""
    yield phrase, Phrase((), phrase.source)
    for found in _SPLIT_AT.finditer(phrase.text):
        what, tail = phrase.cut(0, found.start()), phrase.cut(found.end(), len(phrase.text))
        if what.marks and tail.marks:
            yield what, tail


_PER = re.compile(r" (?:per|by|for each|of each|of every) (?P<noun>[^\W\d]\w*) $")


def _amount(slot: Phrase, function: str, ctx: Context) -> Piece | None:
    """A number of one row: a column or a calculation that sums nothing up."""
    per = _PER.search(slot.text) if function == "avg" else None
    if per is not None and rows_said(slot.cut(per.start("noun"), len(slot.text)), ctx) is not None:
        slot = slot.cut(0, per.start() + 1)
    inner = slot.match("\\( {v:any} \\)")
    slot = inner["v"] if inner is not None else slot
    slot = without_idle(slot, ctx)
    piece = column_of(slot, ctx) or value_of(slot, ctx) or ctx.value(slot)
    if piece is None or piece.literal is not None or piece.sql == "NULL":
        return None
    if re.search(
        r"\b(?:sum|count|avg|min|max|median|arg_max|arg_min|string_agg|bool_or|bool_and)\(", piece.sql
    ):
        return None
    families = (Family.NUMBER,) if function in ("sum", "avg", "median") else (Family.NUMBER, *DATED)
    return piece if piece.family in families else None


def _over(function: str, value: Piece, test: str) -> Piece:
    inner = f"CASE WHEN {test} THEN {value.sql} END" if test else value.sql
    return Piece(f"{function}({inner})", "DOUBLE" if function == "avg" else value.type)
