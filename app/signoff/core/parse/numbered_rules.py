"""General rules under numbers, ``G1``, ``G2``, that the rules of a mapping name: what each means stands in its place.

Of a rule under a number the sentences on all records are left out where it is named, since they hold anyway; what is
left must be understood to its last sentence, or the whole text is put behind the rule, for whoever is asked. A name
with a letter for what changes, ``"enum X": the label … for X``, is spelled out wherever a rule uses it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.spec import ColumnMapping, Step, TargetMapping, UnusedCell
from signoff.core.parse.record_rules import is_of_records, sentences_of

_CODE = re.compile(r"^(?P<letters>[A-Z]{1,3})[-.]?(?P<number>\d{1,2})[.:)]?$")
_LEAST = 3
_TEMPLATE = re.compile(
    r"^[\"“'](?P<name>[A-Za-z][\w -]{1,30}?)\s+(?P<var>[A-Z]|<\w+>)[\"”']\s*(?::|=|means|stands\s+"
    r"for)\s*(?P<says>\S.*)$",
    re.DOTALL,
)
_EXAMPLE = re.compile(
    r",?\s*\(?(?:e\.g\.|for example|such as|like)\s[^.;]*?\)?(?=\s*(?:[.;]|$))", re.IGNORECASE
)
_UPPER = re.compile(
    r"\b(?:load|loaded|write|written|store|stored|compare|always|put)\b.*\b(?:capitals?|upper[\s-]?case)$",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"\b(?:load|loaded|write|written|store|stored|compare|always|put)\b.*\b(?:small\s+letters?|lower[\s-]?case)$",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"^(?:it\s+)?(?:arrives?|comes?|is|are|may\s+be|can\s+be)\s+(?:written\s+)?in\s+(?"
    r":mixed|any|either|different|upper\s+or\s+lower)\s+case$",
    re.IGNORECASE,
)
_AMOUNTS = re.compile(
    r"^(?:all\s+)?amounts?\s+(?:are\s+)?(?:in\s+[A-Z]{3}\s*,?\s*)?(?:with\s+|and\s+|rounded\s+to\s+"
    r")?(?P<places>two|2)\s+decimals$",
    re.IGNORECASE,
)
_NO_AMOUNT = re.compile(
    r"^(?:a\s+)?missing\s+amounts?\s+(?:counts?|is|are)\s+(?:as\s+)?(?:0|zero)(?:\s*,?\s*(?:and\s+)"
    r"?a\s+sum\s+(?:over|of|with)\s+(?:nothing|no\s+\w+)\s+(?:is|gives)\s+(?:0|zero))?$",
    re.IGNORECASE,
)
_COMPOSED = re.compile(
    r"^(?:(?:names?|people|persons?|workers?|employees?|users?|staff)\s*[:=]\s*)?(?P<parts>\w+(?"
    r":\s*,\s*(?:comma|space|blank|hyphen|\w+))+)$",
    re.IGNORECASE,
)
_OR_OTHER = re.compile(
    r"^if\s+one\s+(?:of\s+(?:both|them|the\s+two)\s+)?is\s+(?:empty|missing)\s*,?\s+(?:then\s+)?(?"
    r":only|just)\s+the\s+other(?:\s+one)?(?:\s*,?\s*without\s+(?:the\s+)?\w+)?$",
    re.IGNORECASE,
)
_NOTHING_SAID = re.compile(
    r"^(?:rounding|rounded)\s+half\s+up$|^(?:Y/N:\s*)?Y\s+or\s+N\s*,?\s*never\s+empty$", re.IGNORECASE
)


@dataclass(frozen=True)
class _Rule:
    """What a rule under a number means for a column that names it."""

    effect: str
    """Empty where nothing is left to do; the whole text where it is not understood."""
    understood: bool
    leaves_out: bool = False
    """It tells whose records are never loaded."""


def with_rules_out_of_notes(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell]
) -> tuple[TargetMapping, ...]:
    """The targets whose texts on rows do not name numbered rules any more that hold for all records anyway.

    Args:
        targets: with the notes on their rows.
        unused: cells that no field was read from, before anything was taken of them.
    """
    texts, _used = _numbered(unused)
    rules = {code: _meaning(text) for code, text in texts.items()} if len(texts) >= _LEAST else {}
    return tuple(replace(t, steps=tuple(_step(s, rules) for s in t.steps)) for t in targets)


def with_numbered_rules(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell]
) -> tuple[tuple[TargetMapping, ...], tuple[UnusedCell, ...]]:
    """The targets with the meaning of numbered rules and of named ones in their rules, and the cells that stay unused.

    Args:
        targets: as read.
        unused: cells that no field was read from: the numbers with their texts are among them.
    """
    texts, used = _numbered(unused)
    named = "\n".join(c.rule_resolved or c.rule for t in targets for c in t.columns)
    texts = {code: text for code, text in texts.items() if len(texts) >= _LEAST}
    is_used = any(_shape(code).search(named) for code in texts)
    templates = [m for each in unused if not each.is_note and (m := _TEMPLATE.match(each.text.strip()))]
    if not is_used and not templates:
        return tuple(targets), tuple(unused)
    rules = {code: _meaning(text) for code, text in texts.items()} if is_used else {}
    made = tuple(replace(t, columns=tuple(_column(c, rules, templates) for c in t.columns)) for t in targets)
    named_here = {code for code in rules if _shape(code).search(named)}
    kept = {(e.cell.sheet, e.cell.row) for e in unused if e.text.strip(" .:)") in named_here}
    return made, tuple(e for e in unused if (e.cell.sheet, e.cell.row) not in kept or e not in used)


def _numbered(unused: Sequence[UnusedCell]) -> tuple[dict[str, str], list[UnusedCell]]:
    """Texts by number of rows that begin with one, letters and number on from the row before."""
    rows: dict[tuple[str, int], list[UnusedCell]] = {}
    for each in unused:
        rows.setdefault((each.cell.sheet, each.cell.row), []).append(each)
    texts: dict[str, str] = {}
    used: list[UnusedCell] = []
    for cells in rows.values():
        code = _CODE.match(cells[0].text.strip())
        if code is None or len(cells) != 2:
            continue
        texts.setdefault(f"{code['letters']}{code['number']}", cells[1].text.strip())
        used += cells
    return texts, used


def _shape(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-]){re.escape(code)}(?![\w-])")


def _meaning(text: str) -> _Rule:
    every = sentences_of(text)
    if _TEMPLATE.match(text):
        return _Rule("", understood=True)
    effects: list[str] = []
    for each in every:
        effect = _effect(each, every)
        if effect is None:
            return _Rule(text, understood=False)
        effects += [effect] if effect and effect not in effects else []
    out = any(is_of_records(s, every) and s.casefold().startswith(("nothing", "no ")) for s in every)
    return _Rule("; ".join(effects), understood=True, leaves_out=out)


def _effect(text: str, every: Sequence[str]) -> str | None:
    """What a sentence asks of a column; empty for nothing, None where it is not understood."""
    if is_of_records(text, every) or _CASE.match(text) or _NOTHING_SAID.match(text):
        return ""
    if case := "upper case" if _UPPER.search(text) else "lower case" if _LOWER.search(text) else "":
        return case
    if _COMPOSED.match(text) is not None and re.search(r",\s*(?:comma|space|blank|hyphen)\b", text):
        return text.partition(":")[2].strip() or text
    if _OR_OTHER.match(text):
        return "one missing: only the other"
    if _AMOUNTS.match(text):
        return "round to 2 decimals"
    return "missing = 0" if _NO_AMOUNT.match(text) else None


def _column(
    column: ColumnMapping, rules: Mapping[str, _Rule], templates: Sequence[re.Match[str]]
) -> ColumnMapping:
    text = column.rule_resolved or column.rule
    said = text
    for code, rule in rules.items():
        said = _in_place(said, code, rule)
    for template in templates:
        said = _spelled(said, template)
    join = column.join
    for code, rule in rules.items():
        join = _in_place(join, code, rule) if rule.understood and not rule.effect else join
    column = column if join == column.join else replace(column, join=join)
    return column if said == text else replace(column, rule_resolved=said or "1:1")


def _in_place(text: str, code: str, rule: _Rule) -> str:
    """A rule with what a numbered one means where that is named; what is not understood comes behind it."""
    shape = _shape(code)
    if not shape.search(text):
        return text
    if not rule.understood:
        return f"{text.rstrip(' .')}. {code}: {rule.effect}"
    bracketed = re.compile(rf"\s*\(\s*(?:see\s+)?{shape.pattern}\s*\)")
    if bracketed.search(text) and not rule.effect:
        return bracketed.sub("", text).strip()
    if rule.effect:
        return shape.sub(rule.effect, text)
    return re.sub(rf"\s*[,;.]?\s*(?:see\s+|as\s+in\s+)?{shape.pattern}", "", text).strip(" ,;")


def _spelled(text: str, template: re.Match[str]) -> str:
    """A rule with what a name that takes a word stands for."""
    says = _EXAMPLE.sub("", template["says"].strip()).strip(" .")
    shape = re.compile(rf"(?<!\w){re.escape(template['name'])}\s+(?P<word>[A-Za-z]\w*)")
    holder = re.compile(rf"(?<!\w){re.escape(template['var'])}(?!\w)")
    return shape.sub(lambda m: holder.sub(lambda _v: m["word"], says), text)


def _step(step: Step, rules: Mapping[str, _Rule]) -> Step:
    """A text on rows without what only names a rule that holds for all records."""
    text = step.condition
    for code, rule in rules.items():
        if not rule.understood:
            continue
        if rule.leaves_out:
            text = re.sub(
                rf"\s*,\s*(?:all|only)(?:\s+the)?\s+\w+\s+(?:of|as\s+in|by|per)\s+{_shape(code).pattern}",
                "",
                text,
            )
        text = re.sub(
            rf"\s*[,]?\s*\(\s*{_shape(code).pattern}\s*\)|\s*,\s*{_shape(code).pattern}(?=\s*[).,;])",
            "",
            text,
        )
    return step if text == step.condition else replace(step, condition=text)
