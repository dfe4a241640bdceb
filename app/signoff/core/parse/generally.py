"""General rules worked into the rules they concern: days for their words, constants, types, blank text.

What was written stays in `rule`; what it comes to is the resolved rule, as with codes of a rule list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from signoff.core.domain.spec import ColumnMapping, GeneralKind, GeneralRule, Step, TargetMapping
from signoff.core.parse.moments import with_whole_units
from signoff.core.parse.partners_kept import with_nothing_said
from signoff.core.parse.placeholders import is_blank
from signoff.core.parse.terms import meant, with_partners, with_zones
from signoff.core.parse.words import plain

_PLACE = r"(?:cover|read[\s-]?me|general(?:\s+rules?)?|overview|first\s+sheet)"
_POINTER = (
    r"(?:\s*,?\s*\(?\b(?:see|acc(?:ording)?\.?(?:\s+to)?|as\s+(?:per|in|on|given\s+(?:in|on)|stated\s+(?:in|on)|defined\s+(?:in|on))|per)"
    rf"\s+(?:the\s+)?{_PLACE}(?:\s+(?:sheet|no\.?|rule|point))*(?:\s+\d{{1,2}})?\)?|\s*\((?:see\s+)?{_PLACE}[^()]*\))?"
)
"""Words behind a term that say where it is explained."""
_POINTS = frozenset(
    {
        *(
            "see",
            "cover",
            "general",
            "rule",
            "rules",
            "sheet",
            "read",
            "me",
            "readme",
            "first",
            "no",
            "nr",
            "number",
            "above",
            "as",
        ),
        *(
            "per",
            "in",
            "on",
            "to",
            "acc",
            "according",
            "the",
            "usual",
            "always",
            "standard",
            "audit",
            "technical",
            "overview",
            "page",
        ),
        *("constant", "default", "point", "everywhere", "same", "like", "every", "table", "tables", "all"),
    }
)
"""Words of a rule that says nothing but where the general rules stand."""
_NOW = re.compile(
    r"^(?:the\s+)?(?:current\s+)?(?:time[\s-]?stamp|date\s+and\s+time|(?:start\s+)?time|moment|load(?:ing)?\s+time)(?:\s+(?:of|when)\s+(?:the\s+|this\s+)?"
    r"(?:load|run|loading|load\s+run|job|processing|batch|etl|migration)(?:\s+(?:run|starts?|job))?)?$",
    re.IGNORECASE,
)
_DIRECT = re.compile(
    r"^(?:|1\s*:\s*1|->|as\s+is|direct(?:\s+(?:move|mapping|copy))?|copy|unchanged|taken\s+over|as\s+delivered|none|no\s+(?:transformation|change))$",
    re.IGNORECASE,
)
_TEXT = re.compile(r"char|text|string|clob", re.IGNORECASE)
_LETTERS = re.compile(
    r"['\"]|\b(?:hash|md5|sha\w*|letters?|prefix\w*|concat\w*|hyphen|followed by)\b", re.IGNORECASE
)


_THIS_DAY = re.compile(r"\b(?:this|that|the\s+said|said)\s+(?:date|day)\b", re.IGNORECASE)
_SAME_DAY = re.compile(rf"\bthe\s+same\s+(?:date|day)\b|{_THIS_DAY.pattern}", re.IGNORECASE)
"""In a text that names the day; in any other, the same day is that of another row."""
_THEN = re.compile(
    r"(?P<day>(?<![\w'-])\d{4}-\d{2}-\d{2}(?![\w'-]))"
    r"|\b(?:by|until|before|after|since|on|at|till|from|than|to)\s+(?P<it>then|it|this|that(?:\s+(?:date|day))?)(?=\s*(?:$|[.,;:)]|\band\b|\bor\b))",
    re.IGNORECASE,
)


def with_general(targets: Sequence[TargetMapping], rules: Sequence[GeneralRule]) -> tuple[TargetMapping, ...]:
    """The targets with what the general rules mean for their columns and steps.

    Args:
        targets: as read, rule codes and code lists resolved.
        rules: the document's general rules.
    """
    if not rules:
        return tuple(targets)
    days = [(_words_of(each.of), each.says) for each in rules if each.kind is GeneralKind.DAY]
    in_cents = any(each.kind is GeneralKind.CENTS for each in rules)
    made_here = frozenset(target.name.casefold() for target in targets) if in_cents else None
    return tuple(
        with_partners(
            replace(
                target,
                columns=tuple(
                    _out_of_cents(_column(column, days, rules), made_here) for column in target.columns
                ),
                steps=tuple(_step(step, days) for step in target.steps),
                blank_missing=_blank_missing(target, rules),
                codes_alike=loosely(rules) if _compares_everywhere(rules) else "",
                keeps_partnerless=any(each.kind is GeneralKind.KEPT for each in rules),
            ),
            rules,
        )
        for target in targets
    )


def loosely(rules: Sequence[GeneralRule]) -> str:
    """What makes no difference when codes are compared with a list's, in a rule's words."""
    told = next((each for each in rules if each.kind is GeneralKind.CODES), None)
    if told is None:
        return ""
    blanks = re.search(r"\b(?:blanks?|spaces?|white ?space|trimmed)\b", told.text, re.IGNORECASE)
    return "ignoring case and blanks" if blanks else "ignoring case"


_EVERYWHERE = re.compile(
    r"\b(?:compar(?:ing|ed?|es|ison|isons)|when\s+codes\s+are|wherever)\b", re.IGNORECASE
)


def _compares_everywhere(rules: Sequence[GeneralRule]) -> bool:
    """Whether codes are compared so in every rule, and not with those of lists alone."""
    told = next((each for each in rules if each.kind is GeneralKind.CODES), None)
    sentence = told.text if told is not None else ""
    return bool(_EVERYWHERE.search(sentence)) and not re.search(r"\blists?\b", sentence, re.IGNORECASE)


def _words_of(term: str) -> re.Pattern[str]:
    words = r"[\s-]".join(map(re.escape, re.split(r"[\s-]+", term.strip())))
    if term.strip().casefold().replace("-", " ") == "as of":
        words = r"as-of|as\s+of(?=\s+(?:date|day|month|year|quarter|week)\b)"
    return re.compile(
        rf"(?<![\w'\"])(?:the\s+)?(?:{words})(?![\w'\"])(?:\s+(?P<part>month|year|quarter|week)\b|{_POINTER})",
        re.IGNORECASE,
    )


def _with_days(text: str, days: Sequence[tuple[re.Pattern[str], str]]) -> str:
    before = text
    for shape, day in days:
        text = shape.sub(partial(_said, day), text)
    only = {day for _shape, day in days if " " not in day}
    if len(only) == 1:
        text = (_THIS_DAY if text == before else _SAME_DAY).sub(next(iter(only)), text)
    return _with_then(text) if text != before else text


def _with_then(text: str) -> str:
    """The text with the day named last in place of ``then`` and of an ``it`` that can only be a day."""
    found: list[str] = []
    start, day = 0, ""
    for match in _THEN.finditer(text):
        if match["day"]:
            day = match["day"]
            continue
        if day:
            found.append(text[start : match.start("it")] + day)
            start = match.end("it")
    return "".join([*found, text[start:]])


def _said(day: str, found: re.Match[str]) -> str:
    return f"the {found['part']} of {day}" if found["part"] else day


def _step(step: Step, days: Sequence[tuple[re.Pattern[str], str]]) -> Step:
    said = _with_days(step.condition, days)
    return step if said == step.condition else replace(step, condition=said)


def _column(
    column: ColumnMapping, days: Sequence[tuple[re.Pattern[str], str]], rules: Sequence[GeneralRule]
) -> ColumnMapping:
    text = column.rule_resolved or column.rule
    said = _filled(column, text, rules) or meant(text, rules) or _with_days(text, days)
    said = with_zones(_moved(column, said, rules) or said, rules)
    said = with_whole_units(with_nothing_said(said, rules), rules)
    join = _with_days(column.join, days)
    made = _type(column, text, rules)
    if (said, join, made) == (text, column.join, column.type):
        return column
    return replace(column, rule_resolved=said, join=join, type=made)


_IN_MONEY = re.compile(
    r"(?P<sign>\s*[,;]\s*|\s+)(?:expressed\s+|given\s+)?in\s+(?P<unit>dollars|euros?|francs|pounds)(?=\s*(?:$|[,;.)]))",
    re.IGNORECASE,
)


def _out_of_cents(column: ColumnMapping, made_here: frozenset[str] | None) -> ColumnMapping:
    """The column with "in dollars" said of amounts that the source has in cents.

    Args:
        column: the column with its rule.
        made_here: the document's own tables, which are in dollars already; None where nothing is said of cents.
    """
    text = column.rule_resolved or column.rule
    found = list(_IN_MONEY.finditer(text)) if made_here is not None else []
    tables = {source.table.rpartition(".")[2].casefold() for source in column.sources if source.table}
    if len(found) != 1 or not tables or made_here is None or tables & made_here:
        return column
    if re.search(r"\b(?:cents?|rappen|pence)\b|[/*]\s*100\b|\bby\s+100\b", text, re.IGNORECASE):
        return column
    (place,) = found
    said = f"{text[: place.start()]}, cents to {place['unit']}{text[place.end() :]}"
    return replace(column, rule_resolved=said)


def _filled(column: ColumnMapping, text: str, rules: Sequence[GeneralRule]) -> str:
    """What a column without a rule of its own holds in every table."""
    if column.sources or not set(plain(text).split()) <= _POINTS | {str(n) for n in range(30)}:
        return ""
    says = [
        r.says for r in rules if r.kind is GeneralKind.FILLED and r.of.casefold() == column.name.casefold()
    ]
    if len(set(says)) != 1:
        return ""
    return "current_timestamp" if _NOW.match(says[0]) else says[0]


def _moved(column: ColumnMapping, text: str, rules: Sequence[GeneralRule]) -> str:
    """The rule of text that is taken over, where blanks count for nothing in its table."""
    if not _DIRECT.match(text.strip()) or not _TEXT.search(column.type) or len(column.sources) != 1:
        return ""
    tables = {t.casefold() for t in (column.sources[0].table, *column.source_tables) if t}
    trims = any(r.kind is GeneralKind.TRIM and _concerns(r, tables) for r in rules)
    blanks = any(r.kind is GeneralKind.BLANK and _concerns(r, tables) for r in rules)
    if trims:
        return "trim; blank becomes NULL" if blanks else "trim"
    return "if blank then NULL" if blanks else ""


def _blank_missing(target: TargetMapping, rules: Sequence[GeneralRule]) -> tuple[str, ...]:
    """The tables it reads whose blank text counts as missing."""
    blanks = [each for each in rules if each.kind is GeneralKind.BLANK]
    named = [
        name for c in target.columns for name in (*c.source_tables, *(ref.table for ref in c.sources)) if name
    ]
    named += [step.table for step in target.steps if step.table]
    tables = dict.fromkeys(named) if blanks else {}
    return tuple(name for name in tables if any(_concerns(each, {name.casefold()}) for each in blanks))


def _concerns(rule: GeneralRule, tables: set[str]) -> bool:
    """Whether the rule names every table, by its name or the beginning of it; a rule that names none means all."""
    names = [name.casefold() for name in rule.of.split(", ") if name]
    if not names:
        return True
    begins = tuple(name for name in names if name.endswith("_"))
    return bool(tables) and all(t in names or (begins and t.startswith(begins)) for t in tables)


def _type(column: ColumnMapping, text: str, rules: Sequence[GeneralRule]) -> str:
    """The type, or that of columns whose names end alike where the document gives none."""
    if not is_blank(column.type):
        return column.type
    fitting = [
        r for r in rules if r.kind is GeneralKind.TYPE and column.name.casefold().endswith(r.of.casefold())
    ]
    best = max(fitting, key=lambda r: len(r.of), default=None)
    if best is None or (best.says == "BIGINT" and _LETTERS.search(text)):
        return column.type
    return best.says
