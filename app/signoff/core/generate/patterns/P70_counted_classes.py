"""Words for how many there are of a thing: "returning with 2 orders or more, new with exactly one, prospect with none".

Where rows are put together they are counted; else a column of that count is asked, ``order_count``. Each clause is a
word with a number; the thing is named once and may be left out behind that. A clause on anything else leaves the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.branch_values import plain_label
from signoff.core.generate.patterns.column_nouns import name_parts, says, singular
from signoff.core.generate.patterns.context import Context, fixed, number
from signoff.core.generate.patterns.gathered.nouns import is_owner, is_rows, key_sql
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, quoted_text, unified
from signoff.core.generate.patterns.spans import Match, cut, matched
from signoff.core.generate.types import Family, family_of

NAME = "P70 counted classes"

_N = r"(?P<n>§n |one |two |three |four |five |six |ten |a single )"
_THING = r"(?P<thing>(?:[^\W\d]\w* )?)"
_AMOUNTS = (
    (rf"{_N}{_THING}(?:or|and) (?:more|above|over|higher|up) ", ">= {n}"),
    (rf"{_N}(?:or|and) more {_THING}", ">= {n}"),
    (rf"(?:at least|from|minimum|not less than) {_N}{_THING}", ">= {n}"),
    (rf"(?:more than|over|above) {_N}{_THING}", "> {n}"),
    (rf"(?:less than|fewer than|below|under) {_N}{_THING}", "< {n}"),
    (rf"(?:up to|at most|maximum|not more than|no more than) {_N}{_THING}", "<= {n}"),
    (rf"{_N}{_THING}(?:or|and) (?:less|fewer|below) ", "<= {n}"),
    (rf"(?:between )?{_N}(?:to|-|and|up to) (?P<m>§n ){_THING}", "BETWEEN {n} AND {m}"),
    (rf"(?:exactly |only |just )?{_N}{_THING}", "= {n}"),
    (rf"(?:none|zero|§n|no|not any|without any|without) {_THING}", "= 0"),
)
_LINK = r"(?:with|if|when|for|where|:|=|from|as of|without)"
_LEAD = r"(?:(?:there (?:is|are)|it has|they have|(?P<who>(?:[^\W\d]\w* ){1,2}?)(?:has|have|had|made|placed|got)) )?"
_REST = (
    r"(?:else|otherwise|in all other cases|for all others|all others|rest) (?:: |= |-> )?(?P<v>(?:\S+ )+)",
    r"(?P<v>(?:\S+ )+?)(?:otherwise|else|in all other cases|for all others) ",
)
_MORE_AFTER_ONE = r"(?:there (?:is|are) |it has |they have )?(?:more|several)(?: than that)? "
_COUNTING = ("count", "counts", "cnt", "number", "num", "no", "n", "qty", "quantity", "anzahl", "total")
_NOT_THINGS = frozenset(
    ("or", "and", "more", "less", "fewer", "to", "percent", "decimals", "in", "per", "exactly")
)


@dataclass(frozen=True)
class _Clause:
    """A value with the test of the count; `test` is empty where it is what holds otherwise."""

    value: Piece
    test: str
    thing: str


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The CASE or the flag, when every clause of the phrase is a word for a number of the same thing."""
    if ctx.depth or not 3 <= len(phrase.marks) <= 60 or len(ctx.scope.sources) > 1:
        return None
    parts = [part for part in phrase.split(r"(?:, and |; and |, |; |\. )") if part.marks]
    clauses = [_clause(part, ctx, at, len(parts)) for at, part in enumerate(parts)]
    known = [each for each in clauses if each is not None]
    things = list(dict.fromkeys(singular(each.thing) for each in known if each.thing))
    if len(known) < len(parts) or len(things) != 1 or not known[0].thing:
        return None
    counted = _counted(things[0], ctx)
    return _made(known, counted, ctx) if counted else None


def _clause(part: Phrase, ctx: Context, at: int, count: int) -> _Clause | None:
    """One word with its number, or what holds otherwise."""
    for pattern in _REST if at and at == count - 1 else ():
        found = matched(pattern, part)
        value = _value(found.part("v"), ctx) if found is not None else None
        if value is not None:
            return _Clause(value, "", "")
    for label, amount in _ways(part):
        value = _value(label, ctx)
        test = _amount(amount, ctx, first=not at) if value is not None else None
        if value is not None and test is not None:
            return _Clause(value, *test)
    return None


def _ways(part: Phrase) -> Iterator[tuple[Phrase, Phrase]]:
    """The word and the number of a clause, whichever stands first."""
    texts = [mark.text for mark in part.marks]
    for at, text in enumerate(texts):
        if at and re.fullmatch(_LINK, text):
            begin = at if text in ("without", "from") else at + 1
            yield cut(part, 0, at), cut(part, begin, len(part.marks))
    if texts[0] in ("if", "when", "with", "for"):
        for at in range(2, len(texts) - 1):
            if texts[at] in ("then", ":", "->", "="):
                yield cut(part, at + 1, len(texts)), cut(part, 1, at)


def _amount(part: Phrase, ctx: Context, *, first: bool) -> tuple[str, str] | None:
    """The test of a number, and the thing it is a number of."""
    lead = re.match(_LEAD, part.text)
    body = part.cut(lead.end(), len(part.text)) if lead is not None else part
    if lead is not None and lead["who"]:
        who = part.cut(*lead.span("who"))
        if not is_owner(who, ctx) and who.text not in ("they ", "it ", "§s "):
            return None
    if not first and re.fullmatch(_MORE_AFTER_ONE, part.text):
        return "> 1", ""
    for pattern, test in _AMOUNTS:
        found = matched(pattern, body)
        bounds = _bounds(found) if found is not None else None
        if found is None or bounds is None or found.text("thing") in _NOT_THINGS:
            continue
        if "§n" in found.phrase.text and "{n}" not in test and body.marks[0].token.value != "0":
            continue
        return test.format(**bounds), found.text("thing")
    return None


def _bounds(found: Match) -> dict[str, int] | None:
    """The numbers of a test; None where one is no whole number."""
    made: dict[str, int] = {}
    for name in ("n", "m"):
        if not found.knows(name) or not found.has(name):
            continue
        value = 1 if found.text(name) == "a single" else number(found.part(name))
        if value is None or value < 0:
            return None
        made[name] = value
    return made


def _value(slot: Phrase, ctx: Context) -> Piece | None:
    written = fixed(slot)
    if written is not None:
        return written
    text = plain_label(slot, ctx) if slot.marks else None
    flagged = family_of(ctx.target_type) is Family.FLAG
    if text is None or (flagged and text.lower() not in ("true", "false")):
        return None
    return quoted_text(text.lower() if flagged else text)


def _counted(thing: str, ctx: Context) -> str:
    """SQL of how many there are; empty where nothing, or more than one column, tells it."""
    if ctx.scope.aggregate:
        key = key_sql(thing, ctx)
        only = ctx.only_source
        return f"count({key})" if key and only is not None and is_rows(thing, ctx) else ""
    found = [c for c in ctx.scope.sources or ctx.scope.columns if counts_thing(c, thing)]
    return f"coalesce({found[0].sql}, 0)" if len(found) == 1 else ""


def counts_thing(column: ScopeColumn, thing: str) -> bool:
    """Whether a column tells how many there are of a thing: order_count, number_of_orders, orders."""
    parts = name_parts(column.column.name)
    rest = [part for part in parts if part not in (*_COUNTING, "of")]
    counting = len(rest) < len(parts) or singular(parts[-1]) != parts[-1]
    whole = column_piece(column).family is Family.NUMBER and "INT" in column.column.type.upper()
    return whole and counting and len(rest) == 1 and says(rest[0], thing) and not _is_key(parts)


def _is_key(parts: tuple[str, ...]) -> bool:
    return len(parts) == 2 and parts[-1] in ("no", "n", "num", "number") and singular(parts[0]) == parts[0]


def _made(clauses: list[_Clause], counted: str, ctx: Context) -> Piece | None:
    tests = [each.test for each in clauses if each.test]
    if len(set(tests)) < len(tests) or any(not each.test for each in clauses[:-1]):
        return None
    values = [each.value for each in clauses]
    if family_of(ctx.target_type) is Family.FLAG:
        told = [(value.literal or "").lower() for value in values]
        if told not in (["true"], ["true", "false"]) or (len(clauses) == 2 and clauses[1].test):
            return None
        return Piece(f"{counted} {tests[0]}", "BOOLEAN")
    together = unified(values, ctx.target_type) if len(clauses) > 1 else None
    if together is None:
        return None
    sqls, kind = together
    whens = " ".join(f"WHEN {counted} {t} THEN {sql}" for t, sql in zip(tests, sqls, strict=False))
    rest = f" ELSE {sqls[-1]}" if not clauses[-1].test else ""
    return Piece(f"CASE {whens}{rest} END", kind)


_NOUNS = re.compile(r"[a-z]{3,}")


def counts_named(rule: str, columns: Sequence[ScopeColumn]) -> tuple[ScopeColumn, ...]:
    """The one column that tells how many there are of a thing that the rule's words name; none where it is in doubt."""
    nouns = {singular(word) for word in _NOUNS.findall(rule.casefold())}
    found = tuple(c for c in columns if any(counts_thing(c, noun) for noun in nouns))
    return found if len(found) == 1 else ()
