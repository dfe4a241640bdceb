"""A date pattern that values of the samples are not written in.

Why: a date read by the wrong pattern is another day, or no value at all.
Bad: `date in the format MM/DD/YYYY` where the source column holds `31.12.2023`.
Good: `date in the format DD.MM.YYYY`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from signoff.core.domain.amending import EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import DATE_FORMATS, as_written, asked, choice
from signoff.core.lint.context import Context, rule_cell, rule_text
from signoff.core.lint.types import type_facts

_PART = r"(?:YYYY|YY|MM|DD|MON|HH24|HH|MI|SS)"
_PATTERN = re.compile(rf"(?<![A-Za-z]){_PART}(?:[-./: T]?{_PART}){{1,5}}(?![A-Za-z])", re.IGNORECASE)
_PARTS = {
    "YYYY": r"\d{4}",
    "YY": r"\d{2}",
    "MM": r"(?:0?[1-9]|1[0-2])",
    "DD": r"(?:0?[1-9]|[12]\d|3[01])",
    "MON": r"[^\W\d]{3}",
    "HH24": r"\d{1,2}",
    "HH": r"\d{1,2}",
    "MI": r"\d{2}",
    "SS": r"\d{2}",
}
_SHOWN = 2


def pattern_contradicted(context: Context) -> Iterator[Finding]:
    """Rules with one date pattern over a text column of the samples."""
    for target, column in context.rows():
        patterns = list(dict.fromkeys(_PATTERN.findall(rule_text(column))))
        if len(patterns) != 1 or len(column.sources) != 1:
            continue
        if type_facts(context.source_type(column, column.sources[0])).family != "text":
            continue
        values = [value.strip() for value in context.values(column.sources[0]) if value.strip()]
        left = [value for value in values if not _fits(value, patterns[0])]
        if left:
            message = say(
                "lint.pattern_contradicted",
                column=column.name,
                pattern=patterns[0],
                count=len(left),
                all=len(values),
                source=str(column.sources[0]),
            )
            asking = _question(target, column, patterns[0], values)
            yield Finding(
                "L33", Severity.WARNING, message, rule_cell(column), target.name, column.name, asking
            )


def _fits(value: str, pattern: str) -> bool:
    """Whether a value is written in a pattern; where the pattern has no time, one may follow."""
    letters = re.sub(_PART, lambda found: f"{{{found.group().upper()}}}", pattern, flags=re.IGNORECASE)
    made = "".join(
        _PARTS[part] if part in _PARTS else re.escape(part) for part in re.split(r"[{}]", letters) if part
    )
    return re.fullmatch(rf"{made}(?:[ T]\d.*)?", value) is not None


def _question(target: TargetMapping, column: ColumnMapping, pattern: str, values: Sequence[str]) -> Question:
    counted = {each: sum(_fits(value, each) for value in values) for each in DATE_FORMATS if each != pattern}
    best = sorted((each for each in counted if counted[each]), key=lambda each: -counted[each])[:_SHOWN]
    return asked(
        "L33",
        target,
        column,
        say("ask.which_pattern", column=column.name, pattern=pattern),
        (
            *(
                choice(
                    each,
                    say("ask.pattern_fits", pattern=each, count=counted[each], all=len(values)),
                    EditKind.WORDS,
                    each,
                    pattern,
                )
                for each in best
            ),
            as_written(say("ask.pattern_holds", pattern=pattern)),
        ),
        what=pattern.casefold(),
    )
