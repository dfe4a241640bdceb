"""Branches in any shape that people write: ``A: Active / B: Blocked / else Unknown``, ``Minor (0-17), Senior (65+)``.

The rule is cut into clauses; each has to be a value with its condition, or what holds otherwise, in whichever order
and with whichever sign between them. Codes and spans without a column are those of the column the rule is about.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.generate.patterns.branch_cases import Branch, case_over
from signoff.core.generate.patterns.branch_readings import Reading, readings_of
from signoff.core.generate.patterns.branch_tests import begins_with_subject, condition_of, is_code
from signoff.core.generate.patterns.branch_values import value_of
from signoff.core.generate.patterns.branch_words import (
    ARROWS,
    BREAKS,
    DEFAULT_FIRST,
    IF_FIRST,
    OTHERWISE,
    OTHERWISE_LAST,
    PAIRED,
    UNLESS,
    VALUE_FIRST,
    VALUE_LEAD,
    VALUE_THEN_BRACKET,
)
from signoff.core.generate.patterns.composed.lexicon import kin, parts_of
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece

NAME = "P45 branches"

_MOST_CLAUSES = 30


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The CASE, when every clause of the phrase is a branch."""
    if ctx.scope.aggregate or ctx.depth or len(phrase.marks) < 3:
        return None
    for reading in readings_of(phrase, ctx):
        made = _unless(reading, ctx) or _choice(reading, ctx) or _paired(reading, ctx)
        for pattern in () if made is not None else BREAKS:
            parts = [part for part in (_bare(each) for each in reading.body.split(pattern)) if part.marks]
            branches = (
                _read(parts, reading.subject, ctx, exchanged=reading.keeps)
                if len(parts) <= _MOST_CLAUSES
                else None
            )
            made = case_over(branches, reading, ctx) if branches else None
            if made is not None:
                break
        if made is not None:
            return made
    return None


def _bare(part: Phrase) -> Phrase:
    """The clause without signs and connectors at its ends."""
    marks = part.marks
    while marks and marks[0].text in (",", ";", ".", "and", "but", "-", "*", "|", "/"):
        marks = marks[1:]
    while marks and marks[-1].text in (",", ";", ".", "and", "|", "/"):
        marks = marks[:-1]
    texts = [mark.text for mark in marks]
    if texts and texts[-1] == ")" and texts.count(")") > texts.count("("):
        marks = marks[:-1]
    return Phrase(marks, part.source)


def _unless(reading: Reading, ctx: Context) -> Piece | None:
    """One value unless something holds, in which case another does."""
    for template in UNLESS:
        slots = reading.body.match(template)
        value = value_of(slots["v"], reading.subject, ctx) if slots else None
        other = value_of(slots["w"], reading.subject, ctx) if slots and value is not None else None
        condition = condition_of(slots["c"], reading.subject, ctx) if slots and other is not None else None
        if value is not None and other is not None and condition:
            return case_over([Branch(condition, other), Branch("", value)], reading, ctx)
    return None


def _choice(reading: Reading, ctx: Context) -> Piece | None:
    """A condition with a question mark behind it, and both values."""
    slots = reading.body.match("{c:any} ? {v:any} : {w:any}")
    if slots is None:
        return None
    value, other = (value_of(slots[name], reading.subject, ctx) for name in ("v", "w"))
    condition = (
        condition_of(slots["c"], reading.subject, ctx) if value is not None and other is not None else None
    )
    if value is None or other is None or not condition:
        return None
    return case_over([Branch(condition, value), Branch("", other)], reading, ctx)


def _paired(reading: Reading, ctx: Context) -> Piece | None:
    """Codes and their values in two lists of the same length: A/B/C to Active/Blocked/Closed."""
    for template in PAIRED:
        slots = reading.body.match(template)
        codes, values = (slots[name].split("/ ") if slots else () for name in ("c", "v"))
        if slots is None or len(codes) != len(values) or len(codes) + bool(slots.get("w")) < 3:
            continue
        pairs = zip(codes, values, strict=True)
        branches = [_pair({"c": code, "v": value}, reading.subject, ctx) for code, value in pairs]
        last = value_of(slots["w"], reading.subject, ctx) if slots.get("w") else None
        if (
            None in branches
            or (last is None and slots.get("w"))
            or not all(len(code.marks) == 1 for code in codes)
        ):
            continue
        made = [branch for branch in branches if branch is not None]
        return case_over(made + ([Branch("", last)] if last is not None else []), reading, ctx)
    return None


def _read(
    parts: list[Phrase], subject: Piece | None, ctx: Context, *, exchanged: bool
) -> list[Branch] | None:
    """The branches of the clauses, in their order; None when one is not understood."""
    made: list[Branch] = []
    waiting: list[str] = []
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        found = _otherwise(part, subject, ctx) if made and last else None
        found = found or (_default_first(part, subject, ctx) if at == 0 and not last else None)
        found = found or _branch(part, subject, ctx)
        found = found or (_plain_first(part, parts, ctx) if at == 0 and not last else None)
        if found is None:
            test = condition_of(part, subject, ctx) if subject is not None and not last else None
            if not test or not is_code(part):
                return None
            waiting.append(test)
            continue
        if waiting and found.condition:
            found = replace(found, condition=" OR ".join([*waiting, found.condition]))
            waiting = []
        made.append(found)
    arms = [branch for branch in made if branch.condition]
    if len(made) == 1 and made[0].condition and exchanged:
        return made
    closings = len(made) - len(arms)
    alone = len(made) == 1 and (arms[:1] != made or arms[0].loose or not arms[0].said)
    return (
        None if waiting or closings > 1 or not arms or (len(arms) == 1 and arms[0].loose) or alone else made
    )


def _otherwise(part: Phrase, subject: Piece | None, ctx: Context) -> Branch | None:
    """What holds for all others."""
    for template in (*OTHERWISE, *OTHERWISE_LAST):
        slots = part.match(template)
        value = value_of(slots["v"], subject, ctx) if slots else None
        if value is not None:
            return Branch("", value)
    return None


def _default_first(part: Phrase, subject: Piece | None, ctx: Context) -> Branch | None:
    """What holds for all others, said before the rest: N by default."""
    slots = first_match(part, DEFAULT_FIRST)
    value = value_of(slots["v"], subject, ctx) if slots else None
    return Branch("", value) if value is not None else None


def _plain_first(part: Phrase, parts: list[Phrase], ctx: Context) -> Branch | None:
    """What holds for all others as the first word of the rule: Live; Deleted if the flag is Y."""
    value = (
        value_of(part, None, ctx) if not part.columns and not is_code(part) and part.text != "case " else None
    )
    only = ctx.only_source
    names = (
        (*parts_of(only.column.name), *parts_of(ctx.mapping.name if ctx.mapping else ""))
        if only is not None
        else ()
    )
    if len(part.marks) == 1 and any(kin(each, part.text.strip()) for each in names):
        return None
    told = all({"if", "when", "where"} & set(other.text.split()) for other in parts[1:])
    return Branch("", value) if value is not None and value.literal is not None and told else None


def _branch(part: Phrase, subject: Piece | None, ctx: Context) -> Branch | None:
    """A value with its condition, whichever comes first."""
    for template in IF_FIRST:
        for shape in (template, template.replace("{c:most}", "{c:any}").replace("{v:any}", "{v:most}")):
            found = _pair(part.match(shape), subject, ctx)
            if found is not None:
                return replace(found, said=True)
    if part.marks[0].text in ("if", "when", "where", "case"):
        return None
    return _value_first(part, subject, ctx) or _signed(part, subject, ctx) or _unsigned(part, subject, ctx)


def _value_first(part: Phrase, subject: Piece | None, ctx: Context) -> Branch | None:
    """A clause that begins with its value: Y when status is A; Minor (0-17)."""
    for template in (*VALUE_FIRST, *VALUE_THEN_BRACKET):
        slots = part.match(template)
        if slots and slots["v"].columns and "," in [mark.text for mark in slots["v"].marks]:
            continue
        found = _pair(slots, subject, ctx) if slots and _in_order(slots["v"], slots["c"]) else None
        if found is not None:
            return replace(found, said=template in VALUE_FIRST)
    slots = part.match("{c:any} \\( {v:any} \\)")
    return _pair(slots, subject, ctx, spans=not is_code(slots["c"])) if slots else None


def _in_order(value: Phrase, condition: Phrase) -> bool:
    """Whether a value before its code is not the code itself: Active (A), not A (Active)."""
    codes = [part for part in condition.split(r"(?:, |or |and |/ )") if part.marks]
    named = (
        bool(condition.columns)
        or condition.text.strip() in ("null", "nulls", "blank", "missing", "empty")
        or len(condition.marks) > 2 * len(codes)
    )
    return named or not is_code(value) or all(is_code(code) for code in codes)


def _signed(part: Phrase, subject: Piece | None, ctx: Context) -> Branch | None:
    """Condition and value with a sign between them; either may stand first."""
    reverse = _reversed(part, subject, ctx, named=True)
    if reverse is not None:
        return reverse
    for sign in ARROWS:
        for found in re.finditer(rf"(?<!\S){sign}", part.text):
            left, right = part.cut(0, found.start()), part.cut(found.end(), len(part.text))
            if (
                not left.marks
                or not right.marks
                or (sign == "for " and not (is_code(left) and _STANDS_FOR.search(part.source)))
            ):
                continue
            made = _pair({"c": left, "v": right}, subject, ctx)
            if made is not None:
                return replace(made, said="set" in found.group().split() or "becomes" in found.group())
    return _reversed(part, subject, ctx, named=False)


_STANDS_FOR = re.compile(r"\b(?:stands?|short|code|means?)\s+for\b", re.IGNORECASE)


def _reversed(part: Phrase, subject: Piece | None, ctx: Context, *, named: bool) -> Branch | None:
    """A value, a sign, and then its condition, which names its column or is a span of numbers."""
    for found in re.finditer(r"(?<!\S)(?:: |= )", part.text):
        left, right = part.cut(0, found.start()), part.cut(found.end(), len(part.text))
        if not left.marks or not right.marks:
            continue
        own = subject is not None and begins_with_subject(right, subject)
        made = _pair({"c": right, "v": left}, subject, ctx, spans=not own) if own == named else None
        if made is not None:
            return made
    return None


def _unsigned(part: Phrase, subject: Piece | None, ctx: Context) -> Branch | None:
    """A span or a code and its word with nothing between them: 0-17 Minor; A Active."""
    for at in range(len(part.marks) - 1, 0, -1):
        left, right = Phrase(part.marks[:at], part.source), Phrase(part.marks[at:], part.source)
        made = _pair({"c": left, "v": right}, subject, ctx, spans=True)
        if made is not None:
            return made
    left, right = Phrase(part.marks[:1], part.source), Phrase(part.marks[1:], part.source)
    made = _pair({"c": left, "v": right}, subject, ctx) if is_code(left) and not is_code(right) else None
    return replace(made, loose=True) if made is not None else None


def _pair(
    slots: dict[str, Phrase] | None, subject: Piece | None, ctx: Context, *, spans: bool = False
) -> Branch | None:
    """The branch of a condition and a value; `spans` takes only spans of numbers as condition."""
    if slots is None or not slots["c"].marks or not slots["v"].marks:
        return None
    condition = condition_of(slots["c"], subject, ctx, spans=True) if spans else ""
    if spans and not condition:
        return None
    lead = slots["v"].match(VALUE_LEAD)
    value = value_of(lead["v"] if lead else slots["v"], subject, ctx)
    if value is None or value.sql.startswith("CASE"):
        return None
    if "/ " in slots["v"].text and "/ " in slots["c"].text:
        return None
    condition = condition or condition_of(slots["c"], subject, ctx)
    return Branch(condition, value) if condition else None
