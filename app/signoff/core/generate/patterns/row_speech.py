"""Rows as people speak of them: "paid orders", "orders not yet shipped", "late ones (a > b)", "visits in 2023".

A phrase about rows is a noun with words before it and clauses behind it. Each of them must become a condition: a word
that is left over means that nothing was understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.cases import bracketed
from signoff.core.generate.patterns.column_nouns import (
    UNITS,
    column_of,
    key_of,
    name_parts,
    names_group,
    names_rows,
    says,
    singular,
)
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.counted_rows import own_part, row_condition
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.phrases import COLUMN, DATE, NUMBER, Mark, Phrase
from signoff.core.generate.patterns.pieces import column_piece, literal_of, quoted_text
from signoff.core.generate.patterns.tokens import Kind, Token
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family

_BEFORE = re.compile(r"^(?:(?:all|any|only|of|those|these|his|her|their|its|such|single|individual) )+")
_OWNER = re.compile(r"^(?P<owner>[^\W\d]\w*) ' (?:s )?")
_DONE_BY = re.compile(
    r" (?:(?:that )?(?:were |was |are |been )?(?:placed|made|done|taken|filed|sent|received|bought|booked|"
    r"recorded|held) by|belonging to|"
    r"related to|linked to|from) (?:(?:a|an|this|that|each|one) )?(?P<who>[^\W\d]\w*) $"
)
_IDLE = word_set(
    "placed made done recorded ordered bought purchased sold used taken held booked seen visited there existing found"
    " registered received sent filed entered had run given"
)
"""What is done with rows anyway; a word that names a flag or a date is looked for first."""
_WHICH = r"(?:(?:that|which|who) )?(?:(?:are|is|were|was|have been|has been|had been|have|has|got|being) )?"
_NOT = (
    r"(?P<not>(?:not(?: yet| marked| been| yet been)?|never(?: been)?|still not) )?(?:already )?(?:marked as |"
    r"flagged as |flagged )?"
)
_WORD = re.compile(rf"^{_WHICH}{_NOT}(?P<word>[^\W\d]\w*) $")
_MOMENT = re.compile(rf"^{_WHICH}(?P<word>[^\W\d]\w*) (?P<rest>.+)$")
_TEST = re.compile(
    r"^(?:where|whose|with|having|when|if|for which|in which|on which|that have|which have|that had|that|"
    r"which|who|of which|"
    r"via|by|through|for|in|on|of|at|being|marked with|given that|provided|filtered on|filter|and|, where|"
    r"only where|if the|"
    r"that show|showing|carrying|to|from) "
)
_LACKS = re.compile(
    r"^(?:without|with no|w / o|lacking|that have no|which have no|having no|that has no|has no|have no|had "
    r"no|missing) (?:any )?(?=§c $)"
)
_YEAR = re.compile(r"^(?:placed |made |dated |from |of )?(?:in|during|of|for|from|in the year|in year) §n $")
_AFTER = re.compile(
    r"^(?:placed |made |dated |done )?(?P<how>on or after|since|from|as of|on or before|up to|until|after|"
    r"before|on) §d (?:onwards )?$"
)
_FROM_TO = re.compile(r"^(?:placed |made |dated )?(?:between|from) §d (?:and|to|until) §d $")
_SIGNS = {
    "on or after": ">=",
    "since": ">=",
    "from": ">=",
    "as of": ">=",
    "on or before": "<=",
    "up to": "<=",
}
_SIGNS |= {"until": "<=", "after": ">", "before": "<", "on": "="}
_EXCEPT = re.compile(
    r"(?:, |\( |; )?(?:(?:but |and )?(?:excluding|excl \. |excl |except for|except|without|not counting|not "
    r"including|but not|other than|"
    r"apart from|minus|leaving out|ignoring|disregarding)) (?P<what>.+?)(?:\) )?$"
)
_LEFT_OUT = re.compile(
    r"(?:, |\( |; )(?P<what>.+?) (?:are |is |do |does )?(?:not counted|not count|excluded|left out|ignored|"
    r"don ' t count|not included)(?: \))? $"
)
_STATES = ("on", "at", "date", "ts", "time", "timestamp", "day", "dt", "is", "has", "was", "flag", "moment")


_DENIES = word_set("without except excluding excl no not non never but other than apart from minus")
"""Words before a noun with which what brackets say of it does not hold of the rows."""


@dataclass(frozen=True)
class Rows:
    """Which rows are meant: the noun they are called by, and SQL that is true of them."""

    noun: Phrase
    condition: str = ""


def rows_said(phrase: Phrase, ctx: Context, *, strange: bool = False) -> Rows | None:
    """The rows a phrase is about; None unless each of its words is understood.

    Args:
        phrase: such as "returned orders of the web channel".
        ctx: the compilation.
        strange: whether a noun that names nothing may stand for the rows of the only table.
    """
    kept = tuple(mark for mark in phrase.marks if mark.text != "only")
    plain = _without_owner(Phrase(kept, phrase.source), ctx)
    for words, tests in _left_out(plain, ctx):
        found = _noun_and_tail(words, ctx, strange) if words.marks else None
        if found is not None:
            return replace(found, condition=_all([found.condition, *tests]))
    return None


def _all(tests: list[str]) -> str:
    known = [test for test in tests if test]
    return known[0] if len(known) == 1 else " AND ".join(bracketed(test) for test in known)


def _without_owner(phrase: Phrase, ctx: Context) -> Phrase:
    """The phrase without "all", and without whose rows they are: those of the target's row."""
    lead = _BEFORE.match(phrase.text)
    plain = phrase.cut(lead.end(), len(phrase.text)) if lead and lead.end() < len(phrase.text) else phrase
    owner = _OWNER.match(plain.text)
    if owner is not None and names_group(plain.cut(0, len(owner["owner"]) + 1), ctx):
        plain = plain.cut(owner.end(), len(plain.text))
    done = _DONE_BY.search(plain.text)
    if done is not None and names_group(plain.cut(done.start("who"), len(plain.text)), ctx):
        plain = plain.cut(0, done.start() + 1)
    return own_part(plain, ctx)


def _left_out(phrase: Phrase, ctx: Context) -> Iterator[tuple[Phrase, list[str]]]:
    """The phrase, and the phrase without its last clause on what is left out, with that as condition."""
    yield phrase, []
    for shape in (_EXCEPT, _LEFT_OUT):
        for found in re.finditer(rf"(?<=\s){shape.pattern}", phrase.text):
            what = phrase.cut(
                found.start("what"),
                found.end("what") + (phrase.text[found.end("what")] == " ")
                if found.end("what") < len(phrase.text)
                else len(phrase.text),
            )
            test = condition_said(what, ctx) or _condition_of_rows(what, ctx)
            if test:
                yield phrase.cut(0, found.start()), [f"NOT coalesce({test}, false)"]


def _condition_of_rows(phrase: Phrase, ctx: Context) -> str:
    plain = _without_owner(phrase, ctx)
    found = _noun_and_tail(plain, ctx, strange=False)
    return found.condition if found is not None else clause_test(plain, ctx) or ""


def _noun_and_tail(phrase: Phrase, ctx: Context, strange: bool) -> Rows | None:
    """The first noun that stands for rows, the words before and the clauses behind it."""
    for at, mark in enumerate(phrase.marks):
        if mark.token.kind is not Kind.WORD or mark.column is not None:
            if at == 0 and mark.column is not None and mark.column.is_source:
                return _described(phrase, 0, 1, ctx)
            return None
        noun = Phrase(phrase.marks[at : at + 1], phrase.source)
        if names_rows(noun, ctx) and not _is_adjective(phrase, at, ctx):
            made = _described(phrase, at, at + 1, ctx)
            if made is not None:
                return made
        if strange and at < 3 and _is_strange(noun, phrase, at, ctx):
            made = _described(phrase, at, at + 1, ctx)
            if made is not None and made.condition:
                return made
    return None


def _is_adjective(phrase: Phrase, at: int, ctx: Context) -> bool:
    """Whether the word stands before another noun for rows: returned orders, where a flag is called so."""
    after = phrase.marks[at + 1 : at + 2]
    return bool(after) and names_rows(Phrase(after, phrase.source), ctx)


def _is_strange(noun: Phrase, phrase: Phrase, at: int, ctx: Context) -> bool:
    """Whether a noun that names no column may stand for the rows: of the only table, in the plural."""
    word = noun.text.strip()
    last = (
        at + 1 == len(phrase.marks)
        or not phrase.marks[at + 1].text.isalpha()
        or _TEST.match(phrase.cut(0, 0).text or Phrase(phrase.marks[at + 1 :], phrase.source).text)
        is not None
    )
    if singular(word) in UNITS:
        return False
    one_table = len({c.relation for c in ctx.scope.columns}) == 1
    return one_table and word.endswith("s") and last and key_of(noun, ctx) is None and len(word) > 3


def _described(phrase: Phrase, start: int, end: int, ctx: Context) -> Rows | None:
    noun = Phrase(phrase.marks[start:end], phrase.source)
    before = Phrase(phrase.marks[:start], phrase.source)
    tail = Phrase(phrase.marks[end:], phrase.source)
    told = _told(tail, ctx)
    if told:
        return Rows(noun, told) if len(before.marks) < 2 and before.text.strip() not in _DENIES else None
    tests: list[str] = []
    if before.marks:
        made = word_test(before, ctx)
        if made is None:
            return None
        tests.append(made)
    if tail.marks:
        made = clause_test(tail, ctx)
        if made is None:
            return None
        tests.append(made)
    return Rows(noun, _all(tests))


def _told(tail: Phrase, ctx: Context) -> str:
    """What is meant by the words before, in brackets or behind a colon at the very end."""
    slots = (
        tail.match("\\( [(i.e .|i.e|that is|means|=|which means)] {c:any} \\)")
        or tail.match("[{w:word}] [{x:word}] : {c:any}")
        or tail.match("{w:word} \\( {c:any} \\)")
    )
    if slots is None or not slots["c"].columns:
        return ""
    if any(slots[name].text.strip() in _DENIES for name in ("w", "x") if slots.get(name)):
        return ""
    return condition_said(slots["c"], ctx) or ""


def clause_test(tail: Phrase, ctx: Context) -> str | None:
    """SQL of what stands behind the noun; empty for words that say nothing of which rows."""
    if len(tail.marks) > 2 and tail.marks[0].text in ("(", ","):
        closed = tail.marks[0].text == "(" and tail.marks[-1].text == ")"
        inner = Phrase(tail.marks[1 : -1 if closed else None], tail.source)
        return condition_said(inner, ctx) or clause_test(inner, ctx)
    word = word_test(tail, ctx)
    if word is not None:
        return word
    lacks = _LACKS.match(tail.text)
    if lacks is not None:
        return f"{tail.columns[0].sql} IS NULL"
    noun = tail.match("(without|with no|w / o|lacking|having no|has no|have no) [any] {x:any}")
    missing = column_of(noun["x"], ctx) if noun is not None and not noun["x"].columns else None
    if missing is not None:
        return f"{missing.sql} IS NULL"
    dated = _dated_test(tail, ctx)
    if dated is not None:
        return dated
    lead = _TEST.match(tail.text)
    if lead is not None and lead.end() < len(tail.text):
        rest = tail.cut(lead.end(), len(tail.text))
        made = condition_said(rest, ctx) or clause_test(rest, ctx)
        if made:
            return made
    return condition_said(tail, ctx) or _both(tail, ctx)


def _both(tail: Phrase, ctx: Context) -> str | None:
    """Two clauses with "and" between them."""
    for cut in re.finditer(r"(?<=\s)(?:, )?and ", tail.text):
        one, two = tail.cut(0, cut.start()), tail.cut(cut.end(), len(tail.text))
        first = clause_test(one, ctx) if one.marks and two.marks else None
        second = clause_test(two, ctx) if first else None
        if first and second:
            return _all([first, second])
    return None


def word_test(phrase: Phrase, ctx: Context) -> str | None:
    """One word on rows: a flag, or what has happened when a date is filled; empty where it says nothing."""
    found = _WORD.match(phrase.text)
    if found is None:
        return None
    word, holds = found["word"], not found["not"]
    if word in ("non", "not"):
        return None
    if word in _IDLE and holds and _is_thing(word, ctx):
        return ""
    for said, positive in ((word, holds), *(((word[2:], not holds),) if word.startswith("un") else ())):
        column = state_column(said, ctx)
        if column is not None and column_piece(column).family is Family.FLAG:
            return column.sql if positive else f"NOT {column.sql}"
        if column is not None:
            return f"{column.sql} IS {'NOT ' if positive else ''}NULL"
    return "" if word in _IDLE and holds else None


def _is_thing(word: str, ctx: Context) -> bool:
    """Whether a participle is only the table's own name: "products ordered", of a table of orders."""
    tables = {c.table for c in ctx.scope.sources or ctx.scope.columns}
    return any(says(part, word) for table in tables for part in name_parts(table))


def state_column(word: str, ctx: Context) -> ScopeColumn | None:
    """The flag called so, or the date of what the word says has happened."""
    for families in ((Family.FLAG,), DATED):
        fitting = [
            c
            for c in ctx.scope.columns
            if column_piece(c).family in families
            and (parts := [p for p in name_parts(c.column.name) if p not in _STATES])
            and all(says(part, word) for part in parts)
        ]
        sources = [c for c in fitting if c.is_source] or fitting
        if len(sources) == 1 and (families != DATED or re.search(r"(?:ed|en|nt|ld|id|un|wn|pt)$", word)):
            return sources[0]
    return None


def _only_date(ctx: Context) -> ScopeColumn | None:
    dates = [c for c in ctx.scope.sources if column_piece(c).family in DATED]
    return dates[0] if len(dates) == 1 else None


def _dated_test(tail: Phrase, ctx: Context) -> str | None:
    """When it happened: "in 2023", "since 2023-01-01", "shipped after due_on"."""
    date = _only_date(ctx)
    if date is not None and _YEAR.match(tail.text) is not None:
        year = tail.marks[-1].token.value
        return f"year({date.sql}) = {year}" if re.fullmatch(r"(?:19|20)\d\d", year) else None
    for shape in (_AFTER, _FROM_TO):
        found = shape.match(tail.text) if date is not None else None
        if found is None or date is None:
            continue
        days = [literal_of(m.token.value, date.column.type.upper()) for m in tail.marks if m.text == DATE]
        if any(day is None for day in days):
            return None
        plain = [day.sql for day in days if day is not None]
        if len(plain) == 2:
            return f"{date.sql} BETWEEN {plain[0]} AND {plain[1]}"
        return f"{date.sql} {_SIGNS[found['how']]} {plain[0]}"
    moment = _MOMENT.match(tail.text)
    column = state_column(moment["word"], ctx) if moment is not None else None
    if moment is None or column is None or column_piece(column).family not in DATED:
        return None
    place = tail.text[: moment.start("word")].count(" ")
    mark = Mark(COLUMN, replace(tail.marks[place].token, value=""), column)
    rest = Phrase((mark, *tail.marks[place + 1 :]), tail.source)
    made = ctx.condition(rest) or _with_is(rest, ctx)
    return made or clause_test_of_date(rest, column, ctx)


def clause_test_of_date(rest: Phrase, column: ScopeColumn, ctx: Context) -> str | None:
    """A date in a year: "shipped in 2023"."""
    year = rest.marks[-1].token.value
    fits = rest.text == f"{COLUMN} in {NUMBER} " and re.fullmatch(r"(?:19|20)\d\d", year)
    return f"year({column.sql}) = {year}" if fits else None


_SPANS = frozenset(("to", "and", "until", "till", "-", "through", "plus", "minus"))
"""Between two columns these words span or join something, and ask nothing: "(reported_on to closed_on)"."""


def _with_is(phrase: Phrase, ctx: Context) -> str | None:
    """The condition with the "is" that was left away behind its first column."""
    if len(phrase.marks) < 3 or phrase.marks[0].column is None or phrase.marks[1].text in _SPANS:
        return None
    if phrase.marks[1].text == "of" and len(phrase.marks) > 3:
        phrase = Phrase((phrase.marks[0], *phrase.marks[2:]), phrase.source)
    place = phrase.marks[0].token.end
    said = Mark("is", Token(Kind.WORD, "is", place, place))
    return ctx.condition(Phrase((phrase.marks[0], said, *phrase.marks[1:]), phrase.source))


def without_idle(phrase: Phrase, ctx: Context) -> Phrase:
    """The phrase without a last word that only says what is done with such things anyway: "rating given"."""
    last = phrase.marks[-1].text if len(phrase.marks) > 1 else ""
    plain = last in _IDLE and (state_column(last, ctx) is None or _is_thing(last, ctx))
    return Phrase(phrase.marks[:-1], phrase.source) if plain else phrase


_VALUES = re.compile(r"(?:, or |, |or |/ |and )")


def condition_said(phrase: Phrase, ctx: Context) -> str | None:
    """A condition, also with "is" left away or with codes in capitals that stand without quotes."""
    return row_condition(phrase, ctx) or _with_is(phrase, ctx) or _one_of(phrase, ctx)


def _one_of(phrase: Phrase, ctx: Context) -> str | None:
    """A column of text with codes behind it: "status CANCELLED or RETURNED"."""
    slots = phrase.match("{c} [(is|in|=|are|of|:|either)] {vs:any}")
    left = column_piece(slots["c"].columns[0]) if slots else None
    if slots is None or left is None or left.family is not Family.TEXT:
        return None
    parts = slots["vs"].split(_VALUES.pattern)
    codes = [part.marks[0].token.value for part in parts if len(part.marks) == 1]
    quoted = [part.text == "§q " for part in parts]
    if len(codes) < len(parts) or not all(
        q or re.fullmatch(r"[A-Z][A-Z0-9_]+", c) for q, c in zip(quoted, codes, strict=True)
    ):
        return None
    texts = [quoted_text(code).sql for code in codes]
    return f"{left.sql} = {texts[0]}" if len(texts) == 1 else f"{left.sql} IN ({', '.join(texts)})"
