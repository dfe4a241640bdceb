"""Conditions in plain words: "status is not 'X'", "amount is above 100 and end date is missing"."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.generate.patterns.cases import bracketed
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.folding import EXACT, Fold, without_fold
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.single_tests import equal_to, single_test
from signoff.core.generate.patterns.spans_apart import apart_condition

_WORD_BREAKS = (
    (
        "or",
        r"(?:, )?(?:or |oder )(?:if |when |where "
        r")?",
        "OR",
    ),
    ("and", r"(?:, )?(?:and |und )(?:if |when |where )?", "AND"),
)


def plain_condition(phrase: Phrase, ctx: Context) -> str | None:
    """Boolean SQL of a condition in words; None when any word of it is not understood."""
    apart = apart_condition(phrase)
    if apart is not None:
        return apart
    single = single_test(phrase, ctx)
    if single is not None:
        return single
    body, fold = without_fold(phrase)
    everywhere = _joined(body, ctx, fold) if fold else None
    return everywhere or _joined(phrase, ctx, EXACT)


def _joined(phrase: Phrase, ctx: Context, fold: Fold) -> str | None:
    """Tests joined by "and" or by "or", never by both: which binds first would be a guess."""
    for word, pattern, operator in _WORD_BREAKS:
        parts = _split(phrase, pattern, word)
        if len(parts) < 2 or any(not part.marks for part in parts):
            continue
        tests = _tests(parts, ctx, fold, word == "or")
        if tests:
            return f" {operator} ".join(bracketed(test) for test in tests)
    return None


def _tests(parts: tuple[Phrase, ...], ctx: Context, fold: Fold, or_joined: bool) -> list[str] | None:
    """SQL of each part, one that names no column taking the first one's; None when a part is not understood."""
    carried: Phrase | None = None
    said = parts[0]
    tests: list[str] = []
    for part in parts:
        test = single_test(part, ctx, carried, fold)
        if test is None and not or_joined and "either" in part.text.split():
            test = _joined(_without_either(part), ctx, fold)
        if test is None and or_joined and tests:
            test = _one_more(part, tests[-1], said, ctx, fold)
            test = test or (equal_to(part, ctx, carried, fold) if carried is not None else None)
            if test is not None and _OF_TEXT.match(tests[-1]) and not _OF_TEXT.match(test):
                return None
        if test is None:
            return None
        tests.append(test)
        said = part if len(part.marks) > 1 else said
        first = replace(part, marks=part.marks[:1])
        carried = first if first.columns else carried
    return tests


_OF_TEXT = re.compile(
    r"(?:NOT )?(?:contains|starts_with|ends_with|prefix|suffix|regexp_\w+)\(|.* (?:NOT )?I?LIKE ",
    re.IGNORECASE,
)
"""Tests of a part of a text: what they look for is no value of the column."""


def _one_more(part: Phrase, before: str, said: Phrase, ctx: Context, fold: Fold) -> str | None:
    """A further text that is looked for in the same way: "contains 'google' or 'bing'"; None after a negation."""
    if _OF_TEXT.match(before) is None or before.upper().startswith("NOT ") or " NOT " in before.upper():
        return None
    if len(part.marks) != 1 or part.columns:
        return None
    return single_test(replace(said, marks=(*said.marks[:-1], *part.marks)), ctx, None, fold)


def _split(phrase: Phrase, pattern: str, word: str) -> tuple[Phrase, ...]:
    """The phrase at each joining word; "on or before" is one word, and "either A or B" is one side of an "and"."""
    plain = phrase if word == "and" else _without_either(phrase)
    parts = list(plain.split(pattern))
    at = 0
    while at + 1 < len(parts):
        if (
            word == "or"
            and parts[at].text.endswith(" on ")
            and parts[at + 1].text.startswith(("before ", "after "))
        ):
            begin = parts[at].marks[0].token.start
            end = parts[at + 1].marks[-1].token.end
            whole = tuple(mark for mark in plain.marks if begin <= mark.token.start and mark.token.end <= end)
            parts[at : at + 2] = [replace(plain, marks=whole)]
        else:
            at += 1
    return tuple(parts)


def _without_either(phrase: Phrase) -> Phrase:
    """The phrase without "either" or "both", which "or" and "and" say anyway."""
    kept = tuple(mark for mark in phrase.marks if mark.text not in ("either", "both"))
    return replace(phrase, marks=kept) if len(kept) < len(phrase.marks) else phrase
