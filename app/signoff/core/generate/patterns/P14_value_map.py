"""Lists of codes: "A = Active, I = Inactive, otherwise Unknown", "0-5 Night / 6-11 Morning".

What becomes of a code that is not listed is remarked upon where the rule does not say: it gets no value,
and keeping it is offered as an alternative.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.codes import (
    Entry,
    codes_of,
    entry_of,
    label_of,
    last_of,
    without_none_too,
)
from signoff.core.generate.patterns.column_nouns import name_parts, says
from signoff.core.generate.patterns.context import Choice, Context
from signoff.core.generate.patterns.folding import Fold, without_fold
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, unified
from signoff.core.generate.types import Family, family_of

NAME = "P14 value map"

_MOST_TOKENS = 600
"""Tokens of the longest list of codes."""

_VERB = (
    "[(map|translate|decode|convert|transform|recode|change|replace|switch|load|derive|set|mapping|"
    "value mapping|codes|case|lookup list|if|when)]"
)
_LEADS = (
    f"{_VERB} [(value|values|codes|code|of|from)] {{s}} [(code|codes)] \\( {{rest:any}} \\)",
    f"{_VERB} [(value|values|codes|code|of|from)] {{s}} [(code|codes)] [(as follows|as below|as|like this|"
    f":|using|with|by|to|into|->|where|is)] [(:|the following)] {{rest:any}}",
)
_WORK = re.compile(
    r"\b(?:trim|trimmed|lower|upper|upper ?case|lower ?case|uppercase|lowercase|capitals|small "
    r"letters|title case|rounded|"
    r"padded|cast|digits only|without blanks)\b",
    re.IGNORECASE,
)
"""Work on the value, which is no code: a list that holds it was read wrongly."""
_OTHERS = re.compile(
    r"(?:all |any |every |no |the )?(?:other |others?|remaining |missing )?(?:codes?|values?|others?|rest)",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"\S (?:to|is|as|means|becomes) \S")
"""A code and its value: no code of several that share one value."""
_TOLD = re.compile(r"\S (?:means?|becomes?|stands for) \S")
_BREAKS = (r"(?:; |\. )", r"(?:; |\. |, )", r"; ", r"(?:, and |, )", r"/ ", r"\| ", r"(?:, )?and ")


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The CASE over the codes, when the whole phrase is a list of them."""
    body, fold = without_fold(phrase, anywhere=True)
    listed = without_none_too(body)
    slots = next((s for lead in _LEADS if (s := listed.match(lead, _MOST_TOKENS)) is not None), None)
    if slots is None:
        return None
    subject = ctx.subject(slots["s"])
    if subject is None:
        return None
    for pattern in _BREAKS:
        parts = tuple(part for part in slots["rest"].split(pattern) if part.marks)
        made = _mapped(parts, subject, ctx, fold)
        if made is not None:
            return made
    return None


def _mapped(parts: tuple[Phrase, ...], subject: Piece, ctx: Context, fold: Fold) -> Piece | None:
    """The CASE for entries cut in one way; None when an entry is not understood that way."""
    entries: list[Entry] = []
    waiting: tuple[Piece, ...] = ()
    last: Piece | None = None
    for at, part in enumerate(parts):
        closing = last_of(part) if at == len(parts) - 1 else None
        if closing is not None and entries:
            last = label_of(closing, ctx)
            if last is None:
                return None
            continue
        rest = _without_subject(part, subject)
        entry = entry_of(rest, subject, ctx)
        if entry is None:
            waiting += codes_of(rest, subject, ctx)
            if not waiting:
                return None
            continue
        entries.append(replace(entry, codes=waiting + entry.codes))
        waiting = ()
    if (
        waiting
        or len(entries) + (last is not None) < 2
        or any(_is_work(each) or _holds_entry(each) for each in entries)
    ):
        return None
    return _case(entries, last if last is not None else _unsaid(subject, ctx), subject, ctx, fold)


def _is_work(entry: Entry) -> bool:
    """Whether one of several codes is said without quotes and tells what is done with the value."""
    return len(entry.codes) > 1 and any(_WORK.search(code.literal or "") for code in entry.codes)


def _holds_entry(entry: Entry) -> bool:
    """Whether a code is an entry itself, as in "Hot to 1, Warm and Cold to 3", or words for all others."""
    if any(_OTHERS.fullmatch(code.literal or "") for code in entry.codes):
        return True
    if any(_TOLD.search(code.literal or "") for code in entry.codes):
        return True
    return len(entry.codes) > 1 and any(_ENTRY.search(code.literal or "") for code in entry.codes)


def _without_subject(part: Phrase, subject: Piece) -> Phrase:
    """The entry without the column it may name again: "status A = Active", "if status = A then Active"."""
    for template in (
        "[(if|when)] {c} (=|is|:|equals) {v:any}",
        "[(if|when)] {c} {v:any}",
        "[and] (if|when) [(=|is)] {v:any}",
    ):
        slots = part.match(template)
        if slots is not None and (not slots.get("c") or slots["c"].columns[0] is subject.column):
            return slots["v"]
    named = part.match("{w:word} [(=|is|code|equals)] {v:any}")
    parts = name_parts(subject.column.column.name) if subject.column and named else ()
    word = named["w"].text.strip() if named else ""
    return named["v"] if named and len(word) > 2 and any(says(each, word) for each in parts) else part


def _unsaid(subject: Piece, ctx: Context) -> Piece | None:
    """What becomes of other codes when the rule does not say."""
    if subject.family is family_of(ctx.target_type or "VARCHAR") and ctx.holds(Choice.UNLISTED_STAYS):
        return subject
    ctx.remark(
        "D34",
        say("assumed.codes_empty"),
        Severity.WARNING,
    )
    return None


def _case(entries: list[Entry], last: Piece | None, subject: Piece, ctx: Context, fold: Fold) -> Piece | None:
    """SQL of the list: a simple CASE for codes, a searched one where there are ranges or missing values."""
    made = unified([entry.value for entry in entries] + ([last] if last else []), ctx.target_type)
    if made is None or not _distinct(entries):
        return None
    closing = f" ELSE {made[0][-1]}" if last else ""
    column = fold.of(subject)
    if all(not entry.test and len(entry.codes) == 1 and entry.codes[0].sql != "NULL" for entry in entries):
        whens = [f"WHEN {_codes(e, fold)[0]} THEN {sql}" for e, sql in zip(entries, made[0], strict=False)]
        return Piece(f"CASE {column} {' '.join(whens)}{closing} END", made[1])
    tests = [_test(entry, column, subject, fold) for entry in entries]
    whens = [f"WHEN {test} THEN {sql}" for test, sql in zip(tests, made[0], strict=False)]
    return Piece(f"CASE {' '.join(whens)}{closing} END", made[1])


def _codes(entry: Entry, fold: Fold) -> list[str]:
    """SQL of an entry's codes, in small letters where case is ignored."""
    return [fold.of(code) for code in entry.codes if code.sql != "NULL"]


def _test(entry: Entry, column: str, subject: Piece, fold: Fold) -> str:
    """SQL of one entry's test."""
    if entry.test:
        number = f"CAST({column} AS DOUBLE)" if subject.family is Family.TEXT else column
        return entry.test.replace("{0}", number)
    codes = _codes(entry, fold)
    tests = (
        [f"{column} = {codes[0]}" if len(codes) == 1 else f"{column} IN ({', '.join(codes)})"]
        if codes
        else []
    )
    if any(code.sql == "NULL" for code in entry.codes):
        tests.append(f"{column} IS NULL")
    return " OR ".join(tests)


def _distinct(entries: list[Entry]) -> bool:
    """Whether no code is listed twice: which of the two holds would be a guess."""
    codes = [code.sql for entry in entries for code in entry.codes]
    return len(codes) == len(set(codes))
