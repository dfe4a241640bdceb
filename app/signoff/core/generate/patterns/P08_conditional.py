"""One value or another: "if X is null then 'a' else 'b'", "Y when status is 'A' else N".

The last branch ("otherwise") takes in rows where the condition has no value, as CASE does. Without one the
result is no value, which is remarked upon; keeping the source value is then offered as an alternative. For
true or false, "true if …" means false otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.cases import case_of
from signoff.core.generate.patterns.context import Choice, Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, quoted_text, unified
from signoff.core.generate.patterns.restated_yes_no import holds_yes_or_no
from signoff.core.generate.types import Family, family_of

NAME = "P08 conditional"

_IF = r"(?:only if |in case |if |when |where |whenever |wenn |falls |si |cuando )"
_NEXT = rf"(?:; |, |\. )?(?:and |else |otherwise |elseif |elsif |elif |sonst )?(?:, )?{_IF}"
_ELSE = (
    r"(?:; |, |\. )?(?:and )?(?:in all other cases |in any other case |in other cases |in all others |for "
    r"all others |or else |"
    r"otherwise |else |if not |sonst |andernfalls |ansonsten |sinon |autrement |si no |de lo contrario "
    r")(?:then )?(?:, |: |-> |= )?"
)
_THENS = (
    r"(?:, )?then (?:: |, )?",
    r"(?:, )?(?:dann|alors|entonces) ",
    r"-> ",
    r": ",
    r", ",
    r"(?=(?:load|use|set|take|return|put|populate) )",
    r"= ",
)
_ALSO = (
    r"(?:, |; |\( )?(?:and )?(?:also|even|including) (?:when |if |where |for )?(?:it |§s |values )?(?:is |"
    r"are )?"
    r"(?:missing or blank |null or blank |missing |null |nulls |blank |empty |no value )(?:values |ones "
    r")?(?:\) )?$"
)
_REST = (
    "(in all other cases|otherwise|for anything else|for everything else|in any other case|in other cases|"
    "for all others|else|"
    "for all other values|for any other value|for all other codes|for any other code|in every other case)"
)
_COMPARED = (
    "{a:c} [(is|must be|be)] (equals|equal to|same as|greater than|less than|later than|earlier than|"
    "after|before|larger than|smaller than|on or after|on or before|different from|above|below) {b:c}"
)
_LAST = tuple(f"{{body:most}} {sign} {{v:any}} {_REST}" for sign in (";", ".", ","))


@dataclass(frozen=True)
class Branch:
    """A condition and the value it leads to."""

    condition: str
    value: Piece


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The CASE, when the whole phrase is conditions and values."""
    for body, last in _with_last(phrase):
        last_value = ctx.value(last) if last is not None else None
        if last is not None and last_value is None:
            continue
        branches = _branches(body, ctx) or _value_first(body, ctx)
        if branches:
            return _case(branches, last_value, ctx)
    return _said_alone(phrase, ctx)


def _said_alone(phrase: Phrase, ctx: Context) -> Piece | None:
    """For true or false, a comparison of two columns with nothing around it: "first_month equals date_month"."""
    if family_of(ctx.target_type) is not Family.FLAG or phrase.match(_COMPARED) is None:
        return None
    condition = ctx.condition(phrase)
    return Piece(condition, "BOOLEAN") if condition else None


def _with_last(phrase: Phrase) -> Iterator[tuple[Phrase, Phrase | None]]:
    """The phrase cut at each word for "otherwise", last first; then the phrase as a whole."""
    cuts = [found.span() for found in re.finditer(rf"(?<!\S){_ELSE}", phrase.text)]
    for start, end in reversed(cuts):
        if start > 0 and end < len(phrase.text):
            yield phrase.cut(0, start), without_also(phrase.cut(end, len(phrase.text)))
    for template in _LAST:
        slots = without_also(phrase).match(template)
        if slots is not None:
            yield slots["body"], slots["v"]
    yield phrase, None


def without_also(phrase: Phrase) -> Phrase:
    """The phrase without "also when missing" at its end: "otherwise" takes in missing values anyway."""
    found = re.search(_ALSO, phrase.text)
    return phrase.cut(0, found.start()) if found and found.start() else phrase


def _branches(body: Phrase, ctx: Context) -> list[Branch] | None:
    """Branches that begin with "if"."""
    parts = body.split(_NEXT)
    if len(parts) < 2 or not _is_lead(parts[0]):
        return None
    branches = [_branch(part, ctx) for part in parts[1:]]
    return None if None in branches else [branch for branch in branches if branch]


def _is_lead(part: Phrase) -> bool:
    """Whether what stands before the first "if" says nothing."""
    return (
        not part.marks
        or part.match("(set|load|populate|derive|§s|calculate|:|derived) [(as|as follows|:)]") is not None
    )


def _branch(part: Phrase, ctx: Context) -> Branch | None:
    """One "condition then value", cut at each place that may be the "then"."""
    for pattern in _THENS:
        for found in re.finditer(rf"(?<!\S){pattern}", part.text):
            if found.start() == 0 or found.end() == len(part.text):
                continue
            condition = ctx.condition(part.cut(0, found.start()))
            value = ctx.value(part.cut(found.end(), len(part.text))) if condition else None
            if condition and value is not None:
                return Branch(condition, value)
    return None


def _value_first(body: Phrase, ctx: Context) -> list[Branch] | None:
    """Branches that begin with the value: Y when status is 'A'; P when status is 'P'."""
    clauses = body.split(r"(?:; |, (?=§q (?:if|when|where) ))")
    branches = [_value_if(clause, ctx) for clause in clauses]
    return None if None in branches else [branch for branch in branches if branch]


def _value_if(clause: Phrase, ctx: Context) -> Branch | None:
    """One "value if condition"."""
    parts = clause.split(rf"(?:, )?{_IF}")
    if len(parts) != 2 or not all(part.marks for part in parts):
        return None
    if any(mark.text in (",", ";") for mark in parts[0].marks):
        return None
    condition = ctx.condition(parts[1])
    value = ctx.value(parts[0]) if condition else None
    return Branch(condition, value) if value is not None and condition else None


def _case(branches: list[Branch], last: Piece | None, ctx: Context) -> Piece | None:
    """The CASE over the branches."""
    if last is None:
        last = _unsaid(branches, ctx)
    values = [branch.value for branch in branches] + ([last] if last else [])
    if all(value.sql == "NULL" for value in values):
        return None
    made = unified(values, ctx.target_type)
    if made is None:
        return None
    whens = " ".join(f"WHEN {b.condition} THEN {sql}" for b, sql in zip(branches, made[0], strict=False))
    if last is None:
        return Piece(f"CASE {whens} END", made[1])
    closing = made[0][-1]
    return Piece(case_of(whens, closing), made[1])


def _unsaid(branches: list[Branch], ctx: Context) -> Piece | None:
    """What holds where no branch does and the rule does not say: false for "true if", else no value."""
    words = {(branch.value.literal or "").casefold() for branch in branches}
    if family_of(ctx.target_type) is Family.FLAG and words <= {"true", "y", "yes", "1"}:
        return quoted_text("false")
    if words == {"y"} and ctx.mapping is not None and holds_yes_or_no(ctx.mapping.type):
        return quoted_text("N")
    subject = ctx.subject(Phrase((), ""))
    if subject is not None and subject.sql not in {b.value.sql for b in branches}:
        mends = any(_mends(branch, subject) for branch in branches)
        same = subject.family is family_of(ctx.target_type or "VARCHAR")
        if same and mends != ctx.holds(Choice.UNLISTED_STAYS):
            ctx.remark(
                "D33",
                say("assumed.others_keep"),
                _WARNING,
            )
            return subject
    kept = _replaced_column(branches)
    if kept is not None:
        return kept
    ctx.remark("D33", say("assumed.others_empty"), _WARNING)
    return None


def _replaced_column(branches: list[Branch]) -> Piece | None:
    """The column that stays where it is filled, of "if A is null take B"."""
    condition, value = branches[0].condition, branches[0].value
    found = re.fullmatch(r"(\S+) IS NULL(?: OR \1 = (?:0|''))?", condition)
    fits = len(branches) == 1 and found is not None and value.column is not None and value.sql != found[1]
    return replace(value, sql=found[1], column=None) if fits and found is not None else None


def _mends(branch: Branch, subject: Piece) -> bool:
    """Whether the branch puts right a missing or a wrong value of the column, so that others surely stay."""
    missing = f"{subject.sql} IS NULL" in branch.condition
    relation = subject.column.relation if subject.column else ""
    no_row = branch.value.literal is not None and re.fullmatch(
        rf"{re.escape(relation)}\.\S+ IS NULL", branch.condition
    )
    return missing or bool(no_row) or (subject.sql in branch.condition and subject.family is Family.NUMBER)


_WARNING = Severity.WARNING
