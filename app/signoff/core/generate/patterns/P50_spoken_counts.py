"""Counts of rows in any wording: "# of orders not yet shipped", "order count, excluding …", "COUNTIF(status = 'X')".

Only where rows are grouped.
"""

from __future__ import annotations

from signoff.core.generate.patterns.column_nouns import key_of, name_parts, says
from signoff.core.generate.patterns.context import Choice, Context
from signoff.core.generate.patterns.counted_rows import own_part, value_of
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.patterns.row_speech import Rows, clause_test, condition_said, rows_said

NAME = "P50 spoken counts"

_MANY = (
    "[(calculate|compute|count|get|determine|give|show)] [(total|overall)] (number|count|amount|no .|no|nb|nb "
    ".|nr|nr .|# of|#|quantity|"
    "how many|cnt|qty|qty .|num|count all|tally) [(of|all)] [all]"
)
_DIFFERENT = "(different|distinct|unique|separate|individual distinct)"
_COUNTS = (
    f"{_MANY} {{rows:any}}",
    "(count|count of|count all|count up|tally) [(of|all)] {rows:any}",
    "how many {rows:any} [(there are|are there|exist|we have)]",
)
_BEHIND = (
    "{rows:any} [(:|-)] (count|counts|total count|tally) [{tail:some}]",
    "(count|number|how many) {tail:any}",
)
_CALLS = ("(countif|countifs|count if|count_if) \\( {c:any} \\)",)
_DISTINCT = (
    f"{_MANY} {_DIFFERENT} {{thing:any}}",
    "(distinct count|count distinct|unique count|count unique|distinct number|distinct) [of] {thing:any}",
    f"how many {_DIFFERENT} {{thing:any}}",
    f"{_DIFFERENT} {{thing:any}} (count|counted)",
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The count, when the target is grouped and the whole phrase is understood."""
    if not ctx.scope.aggregate or not phrase.marks:
        return None
    return _called(phrase, ctx) or _distinct(phrase, ctx) or _counted(phrase, ctx)


def _called(phrase: Phrase, ctx: Context) -> Piece | None:
    """The count of a worksheet: each of the tests between commas has to hold."""
    slots = next((found for each in _CALLS if (found := phrase.match(each))), None)
    if slots is None:
        return None
    tests = [condition_said(part, ctx) for part in slots["c"].split("(?:, |; )")]
    known = [test for test in tests if test]
    return (
        Piece(f"count(CASE WHEN {' AND '.join(known)} THEN 1 END)", "BIGINT")
        if len(known) == len(tests)
        else None
    )


def _counted(phrase: Phrase, ctx: Context) -> Piece | None:
    for template in _COUNTS:
        slots = phrase.match(template)
        rows = rows_said(slots["rows"], ctx, strange=True) if slots else None
        made = count_of(rows, ctx) if rows is not None else None
        if made is not None:
            return made
    for template in _BEHIND:
        slots = phrase.match(template)
        if slots is None:
            continue
        nouns = slots.get("rows")
        rows = rows_said(nouns, ctx) if nouns is not None else Rows(Phrase((), phrase.source))
        tail = slots["tail"]
        if rows is None or (nouns is None and not tail.marks):
            continue
        if tail.marks:
            whole = rows_said(Phrase((*(nouns.marks if nouns else ()), *tail.marks), phrase.source), ctx)
            test = "" if whole is not None and whole.condition else clause_test(tail, ctx)
            rows = whole if whole is not None and whole.condition else Rows(rows.noun, test) if test else None
        made = count_of(rows, ctx) if rows is not None else None
        if made is not None:
            return made
    return None


def count_of(rows: Rows, ctx: Context) -> Piece | None:
    """The number of such rows; None where it is not known which table's rows they are."""
    counted = filled_in(rows.noun, ctx)
    if counted is None and not rows.condition:
        return None
    once = "DISTINCT " if counted and ctx.holds(Choice.COUNTED_ONCE) else ""
    if rows.condition:
        return Piece(f"count({once}CASE WHEN {rows.condition} THEN {counted or '1'} END)", "BIGINT")
    return Piece(f"count({once}{counted or '*'})", "BIGINT")


def filled_in(noun: Phrase, ctx: Context) -> str | None:
    """SQL that is filled in every such row: the number of the things, or nothing where there is only one table."""
    if noun.columns:
        return noun.columns[0].sql
    keys = [c for c in ctx.scope.sources if _is_number(c.column.name, noun)]
    if len(keys) == 1:
        return keys[0].sql
    return "" if len({c.relation for c in ctx.scope.columns}) <= 1 else None


def _is_number(name: str, noun: Phrase) -> bool:
    parts = name_parts(name)
    words = noun.text.split()
    keyed = parts[-1] in ("id", "no", "nr", "num", "number", "key", "code", "sk", "uuid")
    return keyed and len(parts) > 1 and bool(words) and all(any(says(p, w) for p in parts) for w in words)


def _distinct(phrase: Phrase, ctx: Context) -> Piece | None:
    """The number of different values, of all rows or of some."""
    for template in _DISTINCT:
        slots = phrase.match(template)
        if slots is None:
            continue
        for thing, tail in _cuts(own_part(slots["thing"], ctx)):
            value = value_of(thing, ctx) or key_of(thing, ctx)
            if value is None or value.literal is not None:
                continue
            if not tail.marks:
                return Piece(f"count(DISTINCT {value.sql})", "BIGINT")
            about = rows_said(_without_link(tail), ctx)
            test = about.condition if about is not None else clause_test(tail, ctx)
            if test == "":
                return Piece(f"count(DISTINCT {value.sql})", "BIGINT")
            if test:
                return Piece(f"count(DISTINCT CASE WHEN {test} THEN {value.sql} END)", "BIGINT")
    return None


def _cuts(phrase: Phrase) -> list[tuple[Phrase, Phrase]]:
    """Each way to part a phrase in what is counted and what is said of its rows, the longest first."""
    marks = phrase.marks
    return [
        (Phrase(marks[:at], phrase.source), Phrase(marks[at:], phrase.source))
        for at in range(len(marks), 0, -1)
    ]


def _without_link(tail: Phrase) -> Phrase:
    slots = tail.match("(on|of|in|from|for|over|across|among) {x:any}")
    return slots["x"] if slots else tail
