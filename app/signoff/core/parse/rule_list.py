"""Rule codes: a sheet that lists them, and the rules of the mapping that point to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role
from signoff.core.parse.block_kinds import code_column
from signoff.core.parse.blocks import Block
from signoff.core.parse.collect import Collector

CODE_SHAPE = re.compile(
    r"^[A-Z]{1,8}[-_][A-Z0-9]{1,12}(?:[-_]\d{1,4})?$|^(?:R|BR|TR|RULE)[-_. ]?\d{1,4}$", re.IGNORECASE
)
"""What codes of rules look like: `R-01`, `BR_DATE-2`, `Rule 7`."""
_POINTS = (
    r"(?:(?:see|apply|use|as\s+per|per|by|via|follow(?:ing)?|according\s+to|acc\.?\s+to|as\s+in|as\s+described\s+in|treated\s+(?:as\s+in|"
    r"according\s+to|per))\s+)?(?:the\s+)?(?:general\s+)?(?:rules?\s+|code\s+|no\.?\s+)?"
)
"""Words before a code that say nothing but that it holds."""
_OF_LIST = (
    r"(?:\s+(?:of|in|from|on)\s+(?:the\s+)?(?:rule\s+)?(?:list|sheet|book|rules?|tab)(?:\s+of\s+rules)?)?"
)
_NAMES = r"\w+(?:\s*(?:,|and|\+|&|,\s*and)\s*\w+)*"
_APPLIED = rf"\s*(?:over|on|of|to|with|for|from|applied\s+to|:)?\s*\(?(?P<names>{_NAMES})\)?"
_GIVEN = re.compile(
    r"\b(?:the\s+)?(?:columns?|fields?|values?|dates?|days?|texts?|amounts?|numbers?|codes?|sources?)\s+"
    r"(?:named|given|mentioned|listed|in\s+question|at\s+hand|concerned|stated)\b",
    re.IGNORECASE,
)
"""What a rule of a list calls the columns that a row applies it to."""
_SEVERAL = re.compile(r"[.;]\s+\S")
"""A text of several sentences is said behind the rule, not within it."""
_BEFORE, _AFTER = r"(?<![\w-])", r"(?![\w-])"


def read_rules(block: Block) -> dict[str, str]:
    """Rule text by code, of one block of kind rules."""
    layout, grid = block.layout, block.grid
    code = code_column(grid, layout)
    texts = [
        c
        for role in (Role.RULE, Role.STEP_CONDITION, Role.DESCRIPTION)
        for c in layout.columns(role)
        if c != code
    ]
    rules: dict[str, str] = {}
    for row in range(layout.header.row + 1, layout.last_row + 1):
        name = grid.at(row, code).strip()
        text = next((t for c in texts if (t := grid.at(row, c))), "")
        if name and text:
            rules[name] = text
            block.used.update((row, c) for c in (code, *texts))
    return rules


def resolve(column: ColumnMapping, rules: dict[str, str], notes: Collector) -> ColumnMapping:
    """The column with the codes in its rule replaced by the list's texts; an unlisted code is a finding.

    Where the rule is empty, a listed code in a column of its own is the rule.
    """
    column = column if column.rule else _with_code(column, rules)
    resolved = spelled_out(column.rule, rules)
    if resolved == column.rule and rules and CODE_SHAPE.match(column.rule.strip()):
        notes.add(
            "P10",
            Severity.WARNING,
            say("parse.no_such_rule", rule=column.rule.strip()),
            column.cell_of(Role.RULE),
            column.target,
            column.name,
        )
    return replace(column, rule_resolved=resolved) if resolved != column.rule else column


def spelled_out(rule: str, rules: Mapping[str, str]) -> str:
    """A rule with the texts of the list in place of their codes.

    Args:
        rule: as written; with a code alone, with columns it is applied to, or with a code among other words.
        rules: text of each code.
    """
    for code in sorted(rules, key=len, reverse=True):
        shape = _BEFORE + re.escape(code) + _AFTER
        if not re.search(shape, rule, re.IGNORECASE):
            continue
        text = rules[code].strip()
        if re.fullmatch(rf"{_POINTS}{shape}{_OF_LIST}\W*", rule.strip(), re.IGNORECASE):
            return text
        applied = re.fullmatch(rf"{_POINTS}{shape}{_APPLIED}\W*", rule.strip(), re.IGNORECASE)
        if applied is not None and _GIVEN.search(text):
            return _GIVEN.sub(lambda _found, names=applied["names"]: names, text, count=1)  # type: ignore[misc]
        if _SEVERAL.search(text):
            rule = f"{rule.rstrip(' .')}. {code}: {text}"
        else:
            rule = re.sub(shape, lambda found, said=text: _in_place(said, found), rule, flags=re.IGNORECASE)  # type: ignore[misc]
    return rule


def _in_place(text: str, found: re.Match[str]) -> str:
    """A text that stands among other words: its full stop goes where words follow it."""
    return text.rstrip(" .") if found.string[found.end() :].strip(" .") else text


def _with_code(column: ColumnMapping, rules: dict[str, str]) -> ColumnMapping:
    code = next((line.strip() for line in column.note.splitlines() if line.strip() in rules), "")
    return replace(column, rule=code, rule_resolved=code) if code else column
