"""Values that a note defines by a name: ``Cleaned code = code trimmed, upper case, dot removed (a.1 -> A1)``.

Rules that name such a value mean it, and so do texts on which of several rows stays. Of a definition every word must be
understood, and an example in brackets must come out as it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Condition
from signoff.core.domain.spec import ColumnMapping, Step, StepKind, TargetMapping
from signoff.core.merge.assumed import assumed_filter
from signoff.core.merge.likely.units import units_of
from signoff.core.merge.names import words
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sectiondraft import SectionDraft

_DEFINED = re.compile(
    r"(?:the\s+)?(?P<term>[A-Za-z][\w-]*(?:\s+[\w-]+){0,2}?)\s*(?:=|:|\bis\b|\bmeans\b)\s*(?:the\s+)?(?P<column>\w+)\s*,?\s+"
    r"(?P<changes>[^()]+?)(?:\s*\((?:e\.g\.\s*)?'?(?P<from>[^()']+?)'?\s*(?:->|→|=>|becomes)\s*'?(?P<to>[^()']+?)'?\))?",
    re.IGNORECASE,
)
_SIGNS = {
    "dot": ".",
    "point": ".",
    "dash": "-",
    "hyphen": "-",
    "slash": "/",
    "comma": ",",
    "colon": ":",
    "underscore": "_",
    "blank": " ",
    "space": " ",
}
_SIGN = rf"(?:(?:the|all|any|every)\s+)*(?P<sign>{'|'.join(_SIGNS)})(?:e?s)?"
_REMOVED = re.compile(
    rf"(?:{_SIGN}\s+(?:removed|taken\s+out|dropped|stripped|left\s+out)"
    rf"|(?:without|no)\s+{_SIGN.replace('sign', 'sign2')}"
    rf"|remove\s+{_SIGN.replace('sign', 'sign3')})",
    re.IGNORECASE,
)
_STEPS: tuple[tuple[re.Pattern[str], str, Callable[[str], str]], ...] = (
    (re.compile(r"trim(?:med)?|stripped|blanks\s+around\s+it\s+removed", re.I), "trim({})", str.strip),
    (
        re.compile(r"(?:in\s+)?(?:upper[\s-]?cased?|capitals?|capital\s+letters)", re.I),
        "upper({})",
        str.upper,
    ),
    (re.compile(r"(?:in\s+)?(?:lower[\s-]?cased?|small\s+letters)", re.I), "lower({})", str.lower),
)
_LOW = r"lowest|smallest|earliest|first|oldest|minimum|lower|smaller|earlier|older"
_HIGH = r"highest|largest|biggest|greatest|latest|last|newest|most\s+recent|maximum|higher|larger|later|newer"
_ONE_STAYS = re.compile(
    r"(?:if|where|when)\s+(?:an?|the\s+same|the|one)\s+(?P<what>[a-z][\w ]*?)\s+"
    r"(?:appears|occurs|comes|is\s+listed|is\s+there|stands|exists|is\s+recorded)\s+"
    r"(?:several\s+times|more\s+than\s+once|twice|multiple\s+times|repeatedly)\s+(?:in|within|for|per|on|of)\s+(?:one|an?|the\s+same|each|a\s+single|the)\s+(?P<thing>\w+)\s*,?\s+"
    r"(?:then\s+)?(?:we\s+)?(?:only\s+)?(?:keep|take|use|load)\s+(?:only\s+)?(?:the\s+)?(?:line|row|record|entry|one)\s+with\s+(?:the\s+)?"
    rf"(?:(?P<low>{_LOW})|(?P<high>{_HIGH}))\s+(?P<order>\w+)",
    re.IGNORECASE,
)
_KEYS = ("id", "no", "nr", "number", "key", "code")


@dataclass(frozen=True)
class DefinedValue:
    """A value with its name."""

    term: str
    column: str
    sql: str
    """Over the column's bare name."""


def defined_values(steps: Iterable[Step]) -> list[DefinedValue]:
    """The values that notes define, each understood wholly; one defined twice is none.

    Args:
        steps: A target's steps as the document has them.
    """
    found: list[DefinedValue] = []
    for step in steps:
        for unit in units_of(step.condition) if step.kind is StepKind.NOTE else ():
            match = _DEFINED.fullmatch(" ".join(unit.split()).strip(" .;"))
            made = _defined(match) if match is not None else None
            if made is not None:
                found.append(made)
    return [v for v in found if sum(o.term == v.term for o in found) == 1]


def _defined(match: re.Match[str]) -> DefinedValue | None:
    sql, shown = match["column"], match["from"]
    for part in re.split(r"\s*(?:,|\band\b|\bthen\b|\+)\s*", match["changes"].strip()):
        if not part:
            continue
        step = next(((make, does) for shape, make, does in _STEPS if shape.fullmatch(part)), None)
        removed = _REMOVED.fullmatch(part)
        if step is not None:
            sql, shown = step[0].format(sql), step[1](shown) if shown else shown
        elif removed is not None:
            word = next(w for w in (removed["sign"], removed["sign2"], removed["sign3"]) if w)
            sign = _SIGNS[word.casefold()]
            sql, shown = f"replace({sql}, '{sign}', '')", shown.replace(sign, "") if shown else shown
        else:
            return None
    if sql == match["column"] or (shown and shown != match["to"]):
        return None
    return DefinedValue(" ".join(match["term"].casefold().split()), match["column"], sql)


def without_definitions(target: TargetMapping) -> TargetMapping:
    """The target with its notes without the sentences that only define a value: they say nothing of rows.

    Args:
        target: Its steps as the document has them.
    """
    if not defined_values(target.steps):
        return target
    steps = tuple(
        replace(step, condition=_without(step.condition)) if step.kind is StepKind.NOTE else step
        for step in target.steps
    )
    return replace(target, steps=tuple(s for s in steps if s.condition or s.kind is not StepKind.NOTE))


def _without(text: str) -> str:
    for unit in units_of(text):
        match = _DEFINED.fullmatch(" ".join(unit.split()).strip(" .;"))
        if match is not None and _defined(match) is not None and unit in text:
            before, _, behind = text.partition(unit)
            text = f"{before}{behind.lstrip(' .;')}".strip()
    return text


def with_defined_values(target: TargetMapping) -> TargetMapping:
    """The target with rules that name a defined value in its place, where they read the column it is made of.

    Args:
        target: Its rows and steps.
    """
    found = defined_values(target.steps)
    if not found:
        return target
    return replace(target, columns=tuple(_row(row, found) for row in target.columns))


def _row(row: ColumnMapping, found: list[DefinedValue]) -> ColumnMapping:
    rule = " ".join((row.rule_resolved or row.rule).split()).strip(" .;")
    for value in found:
        if all(ref.column.casefold() != value.column.casefold() for ref in row.sources):
            continue
        term = rf"(?:the\s+|this\s+)?{re.escape(value.term)}"
        if re.fullmatch(term, rule, re.IGNORECASE):
            return replace(row, rule_resolved=value.sql)
        looked = re.match(
            rf"(?P<verb>look\s*-?up|map|translate|find|resolve)\s+{term}(?!\w)", rule, re.IGNORECASE
        )
        if looked is not None:
            return replace(row, rule_resolved=f"{looked['verb']} {{{value.sql}}}{rule[looked.end() :]}")
    return row


def follow_defined(draft: SectionDraft, steps: Iterable[Step]) -> list[str]:
    """Keep one row of several with the same value in a thing, as a note says; returns the sentences followed.

    Args:
        draft: A section with its relations.
        steps: The target's steps as the document has them.
    """
    followed: list[str] = []
    told = [step for step in steps if step.kind is StepKind.NOTE and not step.section]
    defined = defined_values(told)
    for step in told if draft.relations and not draft.relations[0].subquery else ():
        for unit in units_of(step.condition):
            match = _ONE_STAYS.fullmatch(" ".join(unit.split()).strip(" .;"))
            sql = _kept(match, draft, defined) if match is not None else ""
            if sql and all(each.sql != sql for each in draft.qualify):
                draft.qualify.append(Condition(unit, sql, Origin.UNRESOLVED, step.cell))
                draft.findings.append(assumed_filter(sql, step.cell, draft.target.name))
                followed.append(unit)
    return followed


def _kept(match: re.Match[str], draft: SectionDraft, defined: list[DefinedValue]) -> str:
    own = {c.column.name.casefold(): c for c in relation_columns(draft.relations[0], draft.schema)}
    said = " ".join(match["what"].casefold().split())
    meant = [v for v in defined if v.term == said or v.term.split()[-1] == said]
    order, thing = own.get(match["order"].casefold()), _key_of(match["thing"], tuple(own))
    if order is None or not thing:
        return ""
    if len(meant) == 1 and meant[0].column.casefold() in own:
        column = meant[0].column
        what = re.sub(
            rf"(?<!['\w]){re.escape(column)}(?!\w)", lambda _: own[column.casefold()].sql, meant[0].sql
        )
    elif not meant and (said in own or _key_of(said, tuple(own))):
        what = own[said if said in own else _key_of(said, tuple(own))].sql
    else:
        return ""
    way = " desc nulls last" if match["high"] else ""
    return f"row_number() over (partition by {own[thing].sql}, {what} order by {order.sql}{way}) = 1"


def _key_of(noun: str, names: tuple[str, ...]) -> str:
    """The one column that is a key called by that noun."""
    if noun.casefold() in names:
        return noun.casefold()
    found = [n for n in names if noun.casefold() in words(n)[:-1] and words(n)[-1] in _KEYS]
    return found[0] if len(found) == 1 else ""
