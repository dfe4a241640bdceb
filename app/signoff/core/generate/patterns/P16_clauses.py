"""Rules of several clauses: values with their conditions, a main clause with exceptions, work on the result.

"'open' without A, 'late' if A is after B, else 'on time'"; "the part before the comma. No comma: the whole entry.
Trim it"; "A minus B, not less than 0; null if A is missing". The rule is cut wherever a clause may end, and each
piece has to be understood as a value with its condition, as "otherwise", or as work on what came before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.arms import Arm, Reader, arm_of
from signoff.core.generate.patterns.cases import case_of
from signoff.core.generate.patterns.context import Choice, Context
from signoff.core.generate.patterns.folding import EXACT, Fold, without_fold
from signoff.core.generate.patterns.phrases import TEXT, Phrase, first_match
from signoff.core.generate.patterns.pieces import NULL, Piece, quoted_text, unified
from signoff.core.generate.patterns.pipeline import then
from signoff.core.generate.types import Family, family_of

NAME = "P16 clauses"

_IFS = frozenset(("if", "when", "where", "unless", "without", "for"))
_MOST_CUTS = 12
_MOST_TRIES = 200
_ENDS = frozenset((";", ".", ",", "/", "-"))
_BEFORE = frozenset(("and", "but", "otherwise", "else", "then"))
_COUNTS_AS = re.compile(r"\b(?:counts?|(?:is|are) (?:taken|treated|used|considered|counted)) as\b")
_BLANK_TOO = (
    "[(and|but)] (blank|empty|blank text|blanks|empty text|only blanks|spaces) [(also|too)] (is|are|"
    "counts as|count as|="
    "|means|mean) [(also|too)] (not filled|missing|null|none|no value|empty|not there|nothing|"
    "unfilled) [(too|also|as well)]",
)
_NULL_IF = "(null|empty|nothing) (unless|if not|except when|except where) {c:any}"
_ONLY_IF = ("(only|but only) (if|when|where) {c:any}",)
_NOTHING_LEFT = (
    "(null|empty|no value|leave empty|none) (if|when|where) (there is none|none|nothing is left|"
    "there is nothing|nothing "
    "left|there are none|nothing remains|result is (empty|blank)|nothing comes after)",
    "(nothing left|nothing is left|nothing remains|none|nothing|if none|if nothing is left) [(->|:|=|,)] "
    "(null|empty|no value)",
    "(empty|blank|empty string|empty text|blanks|blank text) (to|->|=|becomes|as|is) (null|no value|empty)",
)


@dataclass
class _State:
    """One way to read a rule so far."""

    main: Phrase | None = None
    base: Piece | None = None
    arms: tuple[Arm, ...] = ()
    before: Phrase | None = None
    last: Piece | None = None


@dataclass
class _Search:
    """The search for a reading: what is tried counts."""

    parts: tuple[int, ...]
    phrase: Phrase
    ctx: Context
    quoted: bool
    fold: Fold = EXACT
    tries: int = 0

    def piece(self, start: int, end: int) -> Phrase:
        """The phrase between two marks, without signs at its ends."""
        marks = self.phrase.marks[start:end]
        while marks and marks[-1].text in _ENDS:
            marks = marks[:-1]
        while marks and marks[0].text in (";", ".", ","):
            marks = marks[1:]
        return Phrase(marks, self.phrase.source)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The value, when every clause of the phrase is understood."""
    if ctx.scope.aggregate and ctx.depth:
        return None
    before = len(ctx.findings)
    made = _searched(phrase, ctx, EXACT)
    body, fold = without_fold(phrase, anywhere=True)
    if made is None and fold and ctx.depth == 0:
        made = _searched(body, ctx, fold)
    if (
        made is not None
        and " ELSE NULL" not in made.sql
        and made.sql.count("CASE ") == made.sql.count(" ELSE ")
    ):
        ctx.findings[before:] = [each for each in ctx.findings[before:] if each.code != "D33"]
    if (
        made is not None
        and " OVER (" in made.sql
        and ") IS NULL THEN" in made.sql
        and " ELSE " not in made.sql
    ):
        return None
    return made


def _searched(phrase: Phrase, ctx: Context, fold: Fold) -> Piece | None:
    """The value when every clause is understood, codes being compared as `fold` says."""
    cuts = _cuts(phrase)
    if len(cuts) - 2 > _MOST_CUTS or (len(cuts) < 3 and ctx.depth > 2):
        return None
    search = _Search(cuts, phrase, ctx, f"{TEXT} " in phrase.text, fold)
    return _blank_too(search) or _read(search, 0, _State())


def _blank_too(search: _Search) -> Piece | None:
    """The rule with "blank is not filled" in it, read without these words and blank text counting as missing."""
    for start, end in pairwise(search.parts):
        if first_match(search.piece(start, end), _BLANK_TOO) is None:
            continue
        marks = search.phrase.marks[:start] + search.phrase.marks[end:]
        while marks and marks[-1].text in _ENDS:
            marks = marks[:-1]
        inner = replace(
            search.ctx, choices=search.ctx.choices | {Choice.BLANK_IS_MISSING}, known={}, asked=set()
        )
        rest = Phrase(marks, search.phrase.source)
        return inner.value(rest) or compile_phrase(rest, inner) if marks else None
    return None


def _cuts(phrase: Phrase) -> tuple[int, ...]:
    """Where a clause may begin, with the beginning and the end of the phrase."""
    cuts = {0, len(phrase.marks)}
    depth = 0
    for at, mark in enumerate(phrase.marks):
        depth += (mark.text == "(") - (mark.text == ")")
        if depth == 0 and 0 < at < len(phrase.marks) - 1:
            if mark.text in _ENDS:
                cuts.add(at + 1)
            elif mark.text in _BEFORE and at - 1 not in cuts and at not in cuts:
                cuts.add(at)
    return tuple(sorted(cuts))


def _read(search: _Search, at: int, state: _State) -> Piece | None:
    """The value of the rest of the clauses, given what those before say."""
    if search.parts[at] == len(search.phrase.marks):
        return _closed(state, search.ctx)
    for end in range(len(search.parts) - 1, at, -1):
        search.tries += 1
        if search.tries > _MOST_TRIES:
            return None
        part = search.piece(search.parts[at], search.parts[end])
        if not part.marks:
            continue
        for following in _next(part, state, search, whole=at == 0 and end == len(search.parts) - 1):
            made = _read(search, end, following)
            if made is not None:
                return made
    return None


def _next(part: Phrase, state: _State, search: _Search, *, whole: bool) -> list[_State]:
    """What the clause may say after those before."""
    ctx, made = search.ctx, []
    if not state.arms and state.base is None and not whole:
        value = ctx.value(part)
        if value is not None and value.literal is None and value.sql != "NULL" and not _open(value, part):
            made.append(_State(part, value))
    if state.base is not None:
        left = _left(part, state)
        if left is not None:
            return [left]
        made.extend(_armed(part, state, search))
        worked = (
            then(_composed(state, ctx) or state.base, part, ctx)
            if state.last is None and not (state.arms and _IFS & set(part.text.split()))
            else None
        )
        if worked is not None and not (_IFS & set(part.text.split()) and _drops_others(worked)):
            made.append(_State(state.main, worked))
    elif state.last is None:
        made.extend(_armed(part, state, search))
    return made


def _drops_others(worked: Piece) -> bool:
    """Whether what was done where something holds leaves no value everywhere else."""
    return worked.sql.startswith("CASE WHEN") and " ELSE " not in worked.sql


def _lead(search: _Search) -> ScopeColumn | None:
    """The first source, where the rule names it before any other."""
    sources, named = search.ctx.scope.sources, search.phrase.columns
    return sources[0] if sources and named and named[0] is sources[0] else None


def _open(value: Piece, part: Phrase) -> bool:
    """Whether the value is a list of conditions that goes on in the next clause."""
    return (
        value.sql.startswith("CASE WHEN")
        and " ELSE " not in value.sql
        and bool(_IFS & set(part.text.split()))
    )


def _armed(part: Phrase, state: _State, search: _Search) -> list[_State]:
    """The clause as a value with its condition, or as "otherwise"."""
    ctx = search.ctx
    several = state.base is not None and state.base.column is None and len(_named_in(state.base, ctx)) > 1
    if several and not part.columns and _COUNTS_AS.search(part.text):
        return []
    reader = Reader(ctx, compile_phrase, state.main, state.before, _lead(search), search.fold, search.quoted)
    arm = _unless(part, state, ctx) or arm_of(part, reader)
    if arm is None:
        return []
    if not arm.condition:
        return [replace(state, last=arm.value)] if state.arms and state.base is None else []
    if state.base is not None and " OVER (" in state.base.sql and _of_no_row(part, arm):
        return []
    counted = _counted(part, arm, state)
    if counted is not None:
        return [replace(state, base=counted)]
    return [replace(state, arms=(*state.arms, arm), before=part)]


def _of_no_row(part: Phrase, arm: Arm) -> bool:
    """Whether "there is none" was taken for a column without value, where it is another row that is not there."""
    found = re.fullmatch(r"\(?([\w.\"]+) IS NULL.*", arm.condition)
    return found is not None and found[1] not in {column.sql for column in part.columns}


def _named_in(piece: Piece, ctx: Context) -> list[str]:
    """The sources that a value is made of."""
    return [column.sql for column in ctx.scope.sources if column.sql in piece.sql]


def _counted(part: Phrase, arm: Arm, state: _State) -> Piece | None:
    """The main clause where the clause says what one of its columns counts as: ``A / B; B 0 counts as 1``."""
    subjects = {column.sql for column in part.columns}
    if state.base is None or state.arms or len(subjects) != 1 or not _COUNTS_AS.search(part.text):
        return None
    (subject,) = subjects
    own = re.compile(rf"(?<![\w.\"]){re.escape(subject)}(?![\w\"])")
    if state.base.column is not None or not own.search(state.base.sql):
        return None
    value = case_of(f"WHEN {arm.condition} THEN {arm.value.sql}", subject)
    return replace(state.base, sql=own.sub(lambda _found: value, state.base.sql))


def _unless(part: Phrase, state: _State, ctx: Context) -> Arm | None:
    """No value unless something holds; only if something holds."""
    slots = part.match(_NULL_IF) or (first_match(part, _ONLY_IF) if state.base is not None else None)
    condition = ctx.condition(slots["c"]) if slots else None
    return Arm(NULL, f"NOT coalesce({condition}, false)") if condition else None


def _left(part: Phrase, state: _State) -> _State | None:
    """No value where nothing is left of the main clause's text."""
    if state.base is None or state.base.family is not Family.TEXT or first_match(part, _NOTHING_LEFT) is None:
        return None
    return replace(state, base=Piece(f"nullif({state.base.sql}, '')", "VARCHAR"))


def _composed(state: _State, ctx: Context) -> Piece | None:
    """The main clause with its exceptions as one value."""
    return _closed(state, ctx, inner=True) if state.arms else state.base


def _closed(state: _State, ctx: Context, *, inner: bool = False) -> Piece | None:
    """The value when no clause is left."""
    if not state.arms:
        return state.base if state.main is not None else None
    if len({arm.condition for arm in state.arms}) < len(state.arms):
        return None
    arms = _missing_first(state.arms)
    closing = state.base if state.base is not None else state.last
    if closing is None and _all_rows(arms):
        arms, closing = arms[:-1], arms[-1].value
    if closing is None:
        closing = _unsaid(arms, ctx)
    if closing is None:
        return None
    values = [arm.value for arm in arms] + [closing]
    if all(value.sql == "NULL" for value in values):
        return None
    made = unified(values, ctx.target_type if ctx.depth == 0 and not inner else "")
    if made is None:
        return None
    whens = " ".join(f"WHEN {arm.condition} THEN {sql}" for arm, sql in zip(arms, made[0], strict=False))
    return Piece(case_of(whens, made[0][-1]), made[1])


def _all_rows(arms: tuple[Arm, ...]) -> bool:
    """Whether the last condition is the opposite of one before: there is a date, there is none."""
    last = arms[-1].condition
    opposite = last.replace(" IS NOT NULL", " IS NULL")
    if opposite == last and last.endswith(" IS NULL"):
        opposite = last.replace(" IS NULL", " IS NOT NULL")
    return opposite != last and " AND " not in last and any(arm.condition == opposite for arm in arms[:-1])


def _missing_first(arms: tuple[Arm, ...]) -> tuple[Arm, ...]:
    """A test for no value goes before one that takes missing values in: everything but N."""
    if not any("IS NULL OR" in arm.condition or "IS DISTINCT" in arm.condition for arm in arms):
        return arms
    bare = [arm for arm in arms if arm.condition.endswith(" IS NULL")]
    return (*bare, *(arm for arm in arms if arm not in bare))


def _unsaid(arms: tuple[Arm, ...], ctx: Context) -> Piece | None:
    """What holds where no clause does: false beside true, the only source where its missing values are mended."""
    words = {(arm.value.literal or "").casefold() for arm in arms}
    if (
        family_of(ctx.target_type) is Family.FLAG
        and words <= {"true", "y", "yes", "1", "false"}
        and all(
            " IS NULL" in arm.condition for arm in arms if (arm.value.literal or "").casefold() == "false"
        )
    ):
        return quoted_text("false")
    if ctx.target_type == "VARCHAR" and words == {"y"}:
        return quoted_text("N")
    subject = ctx.subject(Phrase((), ""))
    if subject is not None and len(arms) == 1 and f"{subject.sql} IS NULL" in arms[0].condition:
        return subject
    if len(arms) > 1 and all(arm.value.column is None for arm in arms):
        ctx.remark("D33", say("assumed.others_empty"), Severity.WARNING)
        return NULL
    return None
