"""Arms of a rule in clauses: a value with its condition, in whichever order people put them.

"'late' if A is after B", "no rating: none", "0 for orders without items", "false if not or if A is missing".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.arm_words import (
    CONDITION_ALONE,
    CONDITION_FIRST,
    CONNECTORS,
    DENIED,
    ELSE,
    IF,
    INSIDE,
    MISSING_TOO,
    NO_FIRST,
    NULL_VALUES,
    ONLY,
    PLURALS,
    TAIL,
    WHOLE,
    WITH,
)
from signoff.core.generate.patterns.bare import loose_text
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.folding import EXACT, Fold, without_fold
from signoff.core.generate.patterns.loose_tests import among
from signoff.core.generate.patterns.phrases import COLUMN, Phrase, first_match
from signoff.core.generate.patterns.pieces import NULL, Piece, column_piece, literal_of, quoted_text


@dataclass(frozen=True)
class Arm:
    """A value, and the condition under which it holds; none for "otherwise"."""

    value: Piece
    condition: str = ""


@dataclass(frozen=True)
class Reader:
    """What the clauses of one rule share."""

    ctx: Context
    nested: Callable[[Phrase, Context], Piece | None]
    """Reads a value that is made of clauses itself."""
    main: Phrase | None = None
    """The clause that the rule began with, when that is a value of its own."""
    before: Phrase | None = None
    """The clause before, for one that says "it" or "none"."""
    lead: ScopeColumn | None = None
    """The column a rule over several is mainly about, for a clause that names none."""
    fold: Fold = EXACT
    """What the rule says makes no difference between codes."""
    quoted: bool = False
    """Values stand in quotes in this rule, so that bare words are none."""


def arm_of(part: Phrase, reader: Reader) -> Arm | None:
    """What one clause says; None when any word of it is not understood."""
    clause = _bare(part)
    if not clause.marks:
        return None
    ways = (_value_first, _condition_first)
    if clause.marks[0].text in ("if", "when", "where", "whenever"):
        ways = (_condition_first, _value_first)
    return _else(clause, reader) or ways[0](clause, reader) or ways[1](clause, reader)


def _bare(part: Phrase) -> Phrase:
    """The clause without "and", "but" and the like before it."""
    marks = part.marks
    while marks and marks[0].text in CONNECTORS:
        marks = marks[1:]
    return Phrase(marks, part.source)


def _only_denies(tail: Phrase) -> bool:
    """Whether what stands behind "if not" only says that a value is missing."""
    return tail.match(TAIL) is not None and DENIED.fullmatch(tail.text) is not None


def _else(clause: Phrase, reader: Reader) -> Arm | None:
    """What holds where no other clause does."""
    found = MISSING_TOO.search(clause.text)
    bodies = [clause] + ([clause.cut(0, found.start())] if found and found.start() else [])
    if found and 0 < found.end() <= len(clause.text):
        bodies.append(clause.cut(0, found.start()))
    for body in bodies + _without_missing_inside(clause):
        for template in ELSE:
            slots = body.match(template)
            if slots is None or (slots.get("tail") and not _only_denies(slots["tail"])):
                continue
            value = value_in(slots["v"], reader)
            if value is not None:
                return Arm(value)
    return None


def _without_missing_inside(clause: Phrase) -> list[Phrase]:
    """The clause without "incl. missing" before its sign."""
    found = INSIDE.search(clause.text)
    if found is None or not found.start():
        return []
    kept = clause.cut(0, found.start()).marks + clause.cut(found.end(), len(clause.text)).marks
    return [Phrase(kept, clause.source)]


def _value_first(clause: Phrase, reader: Reader) -> Arm | None:
    """A clause that begins with its value: 'late' if A is after B; 'open' without B."""
    for found in re.finditer(rf"(?<!\S){IF} ", clause.text):
        if found.start() == 0:
            continue
        word = found.group().strip()
        rest = clause.cut(found.end(), len(clause.text))
        if word in ("with", "without") or not rest.marks:
            rest = clause.cut(found.start(), len(clause.text))
        if not rest.marks:
            continue
        condition = condition_in(rest, reader)
        if condition is None:
            continue
        before = clause.cut(0, found.start())
        if word == "with" and _PUTS_TOGETHER.search(clause.source):
            continue
        if _SEVERAL & set(before.text.split()):
            continue
        value = value_in(_bare(before), replace(reader, nested=_no_value))
        if value is None:
            continue
        if word.startswith(("unless", "except", "only ")):
            return Arm(value, f"NOT coalesce({condition}, false)") if not word.startswith("only ") else None
        return Arm(value, condition)
    return None


def _condition_first(clause: Phrase, reader: Reader) -> Arm | None:
    """A clause that begins with its condition: no comma: the whole text; 1 and 2 are 'HIGH'."""
    begins_with_no = clause.marks[0].text in ("no", "without", "nothing")
    templates = (*CONDITION_FIRST, *CONDITION_ALONE, *(NO_FIRST if begins_with_no else ()))
    for template in templates:
        for shape in (template, template.replace("{c:most}", "{c:any}").replace("{v:any}", "{v:most}")):
            slots = clause.match(shape)
            value = value_in(slots["v"], reader) if slots else None
            condition = condition_in(slots["c"], reader) if slots and value is not None else None
            if value is not None and condition:
                return Arm(value, condition)
    return None


_PUTS_TOGETHER = re.compile(r"\bconcat|\bcombin|\bjoin|\bmerge|\bput together|\bglue", re.IGNORECASE)
"""Verbs beside which "with a space" tells what stands between, not which values are meant."""
_SEVERAL = frozenset((";", ".", "if", "when", "where", "otherwise", "else"))
"""Marks of a text that is more than one value."""


def _no_value(part: Phrase, ctx: Context) -> Piece | None:
    """A value before its condition is never made of clauses: those are clauses of their own."""
    return None


def value_in(part: Phrase, reader: Reader) -> Piece | None:
    """A clause's value; where values stand in quotes, bare words are none."""
    ctx = reader.ctx
    if not part.marks:
        return None
    if first_match(part, NULL_VALUES) is not None:
        return NULL
    whole = _whole(part, reader)
    if whole is not None:
        return whole
    named = _named_truth(part, ctx)
    if named is not None:
        return named
    value = ctx.value(part) or ctx.part(reader.nested, part)
    if value is not None:
        return value
    text = loose_text(part, ctx.scope) if not reader.quoted else None
    return quoted_text(text) if text is not None else None


def _whole(part: Phrase, reader: Reader) -> Piece | None:
    """The column itself: all of it, the whole text, only the last name."""
    slots = first_match(part, ONLY)
    if slots is not None:
        return column_piece(slots["c"].columns[0])
    slots = first_match(part, WHOLE)
    if slots is None:
        return None
    if slots.get("c"):
        return column_piece(slots["c"].columns[0])
    columns = tuple(dict.fromkeys(reader.main.columns)) if reader.main is not None else ()
    if len(columns) == 1:
        return column_piece(columns[0])
    return reader.ctx.subject(Phrase((), "")) if not columns else None


def _named_truth(part: Phrase, ctx: Context) -> Piece | None:
    """True or false said in the target's own word: "is hazardous" for is_hazardous."""
    if ctx.target_type != "BOOLEAN" or ctx.mapping is None:
        return None
    words = [mark.text for mark in part.marks]
    denied = bool(words) and words[0] in ("not", "no")
    word = words[-1].removesuffix("s") if len(words) == 1 + denied else ""
    parts = {each.removesuffix("s") for each in re.split(r"[\W_]+", ctx.mapping.name.lower())}
    return quoted_text("false" if denied else "true") if len(word) > 2 and word in parts else None


def condition_in(part: Phrase, reader: Reader) -> str | None:
    """A clause's condition: a test, codes of the only source, or rows described by one of both."""
    ctx, before = reader.ctx, reader.ctx.about
    ctx.about = _about(reader)
    try:
        made = _condition(part, ctx, reader.fold)
        if made is None and reader.lead is not None and not part.columns:
            ctx.about = (reader.lead,)
            made = _condition(part, ctx, reader.fold)
        return made
    finally:
        ctx.about = before


def _about(reader: Reader) -> tuple[ScopeColumn, ...]:
    """What "it" stands for: the main clause's columns, or those of the clause before, or the rule's."""
    for clause in (reader.main, reader.before):
        columns = tuple(dict.fromkeys(clause.columns)) if clause is not None else ()
        if columns:
            return columns
    return reader.ctx.about or reader.ctx.scope.sources


def _condition(part: Phrase, ctx: Context, fold: Fold) -> str | None:
    """Boolean SQL of a condition, the rows it describes left out."""
    made = (_codes(part, ctx, fold) if fold else None) or ctx.condition(part)
    if made is not None:
        return made
    for template in (PLURALS, WITH):
        slots = part.match(template)
        if slots is None or not slots["w"].text.strip().endswith("s"):
            continue
        rest = slots["rest"]
        inner = ctx.condition(rest)
        if inner is not None:
            return inner
    return _codes(part, ctx, fold)


_CODE_BREAKS = r"(?:, or |, and |, |or |and |/ )"


def _codes(part: Phrase, ctx: Context, said: Fold) -> str | None:
    """Codes of the column the rule is about: yes in any case or 1; 1 and 2."""
    slots = part.match("[(code|codes|value|values|letter|number|score)] {v:any}")
    listed, fold = without_fold(slots["v"] if slots else part, anywhere=True)
    fold = fold or said
    subject = ctx.subject(Phrase((), ""))
    if subject is None or COLUMN in listed.text:
        return None
    codes: list[Piece] = []
    missing: list[str] = []
    for each in listed.split(_CODE_BREAKS):
        if each.text.strip() in ("missing", "null", "blank", "none", "no value", "empty", "unknown"):
            test = ctx.condition(each)
            if test is None:
                return None
            missing.append(test)
            continue
        written = fixed(each)
        text = written.literal if written is not None else loose_text(each, ctx.scope)
        sure = written is not None or bool(fold) or each.raw.isupper()
        code = literal_of(text, subject.type or "VARCHAR") if text and sure and len(each.marks) == 1 else None
        if code is None:
            return None
        codes.append(code)
    found = among(subject, tuple(codes), fold)
    tests = ([found] if found else []) + missing
    return " OR ".join(tests) if tests else None
