"""Rules that speak of the parts of a target by their names: "Orders: as is. Pharmacy: only the day", "orders only"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping

_AND = r"\s*(?:,\s*(?:and\s+|or\s+)?|/|&|\+|\band\b|\bor\b)\s*"
_LIST = re.compile(r"\s*(?:,\s*(?:and\s+|or\s+)?|/|&|\band\b|\bor\b)\s*", re.IGNORECASE)
_QUOTED = re.compile(r"\s*'[^']+'(?:\s*(?:,|/|;|\bor\b|\band\b)\s*'[^']+')+\s*\.?\s*", re.IGNORECASE)
_OTHERS = r"(?:(?:all\s+)?(?:the\s+)?others?|the\s+rest|else|otherwise|everywhere\s+else|elsewhere)"
_SHORTEST = 3


def told_apart(column: ColumnMapping, section: str, sections: Sequence[str]) -> ColumnMapping:
    """The row with what its rule says of one part; unchanged where the rule does not speak of parts by name.

    Args:
        column: a row that holds for several parts.
        section: the name of the part.
        sections: the names of all parts, in order.
    """
    rule = column.rule_resolved or column.rule
    if len(sections) < 2 or column.section or not rule.strip() or any(len(s) < _SHORTEST for s in sections):
        return column
    said = _only(rule, section, sections)
    if said is None:
        said = _labelled(rule, section, sections)
    if said is None:
        said = _listed(rule, section, sections)
    if said is None and not column.sources:
        said = _one_each(rule, section, sections)
    return column if said is None else replace(column, rule=said, rule_resolved=said)


def _name(section: str) -> str:
    """The name of a part as regular expression, in singular and plural."""
    plain = section.strip()
    stem = (
        plain[:-3] + "(?:y|ies)"
        if plain.lower().endswith("ies")
        else re.escape(re.sub(r"(?<!s)s$", "", plain, flags=re.I))
    )
    return rf"(?:the\s+)?{stem}(?:s|es)?"


def _names(sections: Sequence[str]) -> str:
    each = "|".join(sorted((_name(s) for s in sections), key=len, reverse=True))
    return rf"(?:{each})(?:{_AND}(?:{each}))*"


def _among(section: str, said: str) -> bool:
    """Whether a list of names holds that of the part."""
    return any(re.fullmatch(_name(section), part.strip(), re.I) for part in _LIST.split(said))


def _only(rule: str, section: str, sections: Sequence[str]) -> str | None:
    """``orders only``, ``only for orders: …``: what holds for these parts, and no value for the others."""
    names = _names(sections)
    lead = r"(?:(?:for|in|with|from|of|filled\s+for)\s+)?"
    shapes = (
        rf"{lead}(?P<names>{names})\s+only(?:\s*[:,;–-]\s*(?P<rest>.+))?",
        rf"(?:only|just|solely)\s+{lead}(?P<names>{names})(?:\s*[:,;–-]\s*(?P<rest>.+))?",
    )
    for shape in shapes:
        match = re.fullmatch(rf"\s*{shape}\s*", rule.strip().rstrip("."), re.IGNORECASE | re.DOTALL)
        if match is not None:
            return (match["rest"] or "").strip() if _among(section, match["names"]) else "NULL"
    return None


def _labelled(rule: str, section: str, sections: Sequence[str]) -> str | None:
    """``Orders and vaccines: as is. Pharmacy: only the day``: the text behind the part's own label."""
    label = re.compile(
        rf"(?:^|(?<=[.;\n,])\s*)(?:(?:for|in|with)\s+)?(?P<names>{_names(sections)}|{_OTHERS})\s*[:=]\s*",
        re.IGNORECASE,
    )
    found = list(label.finditer(rule.strip()))
    if len(found) < 2 or found[0].start():
        return None
    others: str | None = None
    ends = [*(m.start() for m in found[1:]), len(rule.strip())]
    for match, end in zip(found, ends, strict=True):
        text = rule.strip()[match.end() : end].strip().rstrip(";,").removesuffix(".").strip()
        if re.fullmatch(_OTHERS, match["names"], re.I):
            others = text
        elif _among(section, match["names"]):
            return text
    return others


def _listed(rule: str, section: str, sections: Sequence[str]) -> str | None:
    """``R-, P- or V- (orders, pharmacy, vaccines) before the number``: the part's own of the things listed."""
    match = re.match(
        rf"\s*(?P<items>[^()]{{1,60}}?)\s*\(\s*(?P<names>{_names(sections)})\s*(?:,?\s*in\s+this\s+order)?\)\s*(?P<rest>.*)$",
        rule, re.IGNORECASE | re.DOTALL,
    )  # fmt: skip
    if match is None:
        return None
    items = [i.strip(" '\"") for i in _LIST.split(match["items"])]
    names = [n.strip() for n in _LIST.split(match["names"])]
    if len(items) != len(names) or len(items) != len(sections) or not all(items):
        return None
    own = [i for i, n in zip(items, names, strict=True) if re.fullmatch(_name(section), n, re.I)]
    return f"'{own[0]}' {match['rest']}".strip() if len(own) == 1 and "'" not in own[0] else None


def _one_each(rule: str, section: str, sections: Sequence[str]) -> str | None:
    """As many fixed values as there are parts, and nothing else: one each, in their order."""
    values = re.findall(r"'[^']+'", rule) if _QUOTED.fullmatch(rule) else []
    return values[sections.index(section)] if len(values) == len(sections) else None
