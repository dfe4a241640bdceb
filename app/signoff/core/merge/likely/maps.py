"""Codes and their values as rules most likely mean them: ``F female, M male, anything else or nothing unknown``.

Every piece of the rule is an entry, what holds for the rest, or words that change nothing; else there is no reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.conditions import is_text, text_literal
from signoff.core.merge.names import NUMERIC

_PIECE = re.compile(r"\s*(?:[,;]|\.(?=\s|$)|\n)\s*(?:and\s+)?")
_CODE = r"(?:'[^']*'|\"[^\"]*\"|[A-Z][A-Z0-9_]*|\d+|[A-Za-z])"
_CODES = rf"(?P<codes>{_CODE}(?:\s*(?:/|\bor\b|\band\b|,)\s*{_CODE})*)"
_SIGN = r"(?:=>|->|→|=|:|is|are|means?|becomes?|stands\s+for|gives|to|as)"
_LABEL = r"(?P<label>(?!(?:when|if|for|where|in)\b)'[^']*'|\"[^\"]*\"|[A-Za-z0-9][^=:→]*?)"
_ENTRIES = (
    re.compile(rf"^(?:if\s+|when\s+|for\s+)?{_CODES}\s*(?:{_SIGN}|then)\s*:?\s*{_LABEL}$"),
    re.compile(
        rf"^{_LABEL}\s+(?:for|if|when|where|in\s+case\s+of)\s+(?:it\s+is\s+|the\s+code\s+is\s+|source\s+is\s+)?{_CODES}$"
    ),
    re.compile(r"^(?P<codes>'[^']*'|[A-Z][A-Z0-9_]*|[A-Z]|\d+)\s+(?P<label>[A-Za-z][a-z][\w -]*?)$"),
)
_REST = (
    r"(?:(?:anything|everything|all|any|every)\s+(?:else|others?|other\s+(?:codes?|values?))|all\s+the\s+rest|the\s+rest|rest|"
    r"others?(?:\s+(?:codes?|values?))?|otherwise|else|in\s+all\s+other\s+cases|unknown\s+codes?|any\s+other(?:\s+\w+)?)"
)
_NOTHING = (
    r"(?:empty|blank|missing|null|nothing|none|no\s+(?:code|value|entry|\w+)|not\s+(?:given|filled|set))"
)
_ELSE = (
    re.compile(
        rf"^(?:and\s+)?{_REST}(?:\s*(?:,|or|and|/|\(|also)+\s*(?:also\s+|or\s+)*{_NOTHING}\)?)*\s*(?:,\s*)?(?:{_SIGN})?\s*:?\s*{_LABEL}$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^{_LABEL}\s+(?:for|in|if|when)?\s*{_REST}(?:\s*(?:,|or|and)+\s*{_NOTHING})*$", re.IGNORECASE
    ),
)
_MISSING = (
    re.compile(rf"^(?:and\s+|if\s+|when\s+)?{_NOTHING}\s*(?:{_SIGN})?\s*:?\s*{_LABEL}$", re.IGNORECASE),
    re.compile(
        rf"^{_LABEL}\s+(?:if|when|for|where)\s+(?:it\s+is\s+|there\s+is\s+)?{_NOTHING}$", re.IGNORECASE
    ),
)
_FOLDS = re.compile(
    r"\b(?:either|any|whatever|regardless\s+of|without\s+regard\s+to|ignor\w+|no\s+matter)\b[^,;.]*\bcase\b|\bcase\s+(?:does|is)\s+not\b|"
    r"\b(?:small|lower[\s-]?case|lower)\s*(?:letters?|case)?\s+(?:too|also|as\s+well|are\s+the\s+same|the\s+same)|"
    r"\balso\s+(?:in\s+)?(?:small|lower\s*case)\b|\bin\s+lower\s+case\s+are\s+the\s+same\b|\bsmall\s+letters\b",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"^(?:(?:also|even|including)\s+(?:when|if|for|where|without|no)\b.*|e\.?\s?g\b.*|for\s+example\b.*|source\s+(?:has|holds)\b.*|"
    r"(?:both|these|they)\s+are\s+.*|compare\b.*|in\s+(?:either|any)\s+case|.*\bare\s+the\s+same|.*\bsmall\s+letters\b.*)$",
    re.IGNORECASE,
)
_VERBS = re.compile(
    r"\b(?:trim|upper|lower|round|cast|convert|copy|take|use|look|join|sum|count|divide|first|last|days?|months?|date|null|none|empty|"
    r"if|when|where|then|not|plus|minus|times)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 5
_BETWEEN = re.compile(r"\s*(?:/|\bor\b|\band\b|,)\s*")
_ASIDE = re.compile(
    r",\s*(?:also|even|including)\s+(?:when|if|for|where|without|no|an?\s+)?\s*(?:there\s+is\s+)?(?:no|missing|empty|blank|nothing)?\b[^,;.]*(?:,(?=\s+(?:is|are)\b)|(?=[;.]|$))",
    re.IGNORECASE,
)
"""Says that what holds for the rest holds where there is nothing too."""


@dataclass(frozen=True)
class _Entry:
    codes: tuple[str, ...]
    label: str


def likely_map(rule: str, note: str, source: ScopeColumn, target_type: str) -> str:
    """SQL of the codes and values a rule lists; empty where one of its pieces is anything else.

    Args:
        rule: the rule.
        note: what stands beside it, which may say that case does not matter.
        source: the only source column.
        target_type: DuckDB type of the target column.
    """
    folds = _FOLDS.search(rule) is not None or _FOLDS.search(note) is not None
    entries: list[_Entry] = []
    rest, missing = "", ""
    for piece in _pieces(rule):
        entry = _entry(piece)
        other = next((m["label"] for shape in _ELSE if (m := shape.match(piece))), "")
        none = next((m["label"] for shape in _MISSING if (m := shape.match(piece))), "")
        if none and not missing:
            missing = none
        elif other and not rest:
            rest = other
        elif entry is not None and not rest:
            entries.append(entry)
        elif not (_HARMLESS.match(piece) or _FOLDS.search(piece)):
            return ""
    codes = [code.casefold() if folds else code for each in entries for code in each.codes]
    if not entries or (len(entries) == 1 and not rest) or len(set(codes)) < len(codes):
        return ""
    return _sql(entries, rest, missing, source, target_type, folds=folds)


def _pieces(rule: str) -> Iterator[str]:
    """The rule's pieces; codes that share a value, ``02, 10 = Telehealth``, stay together."""
    waiting = ""
    for piece in _PIECE.split(_ASIDE.sub("", " ".join(rule.split()))):
        text = f"{waiting}, {piece}" if waiting else piece
        if not piece.strip():
            continue
        if re.fullmatch(_CODE, piece.strip()):
            waiting = text
            continue
        waiting = ""
        yield text.strip(" .")
    if waiting:
        yield waiting


def _entry(piece: str) -> _Entry | None:
    for shape in _ENTRIES:
        match = shape.match(piece)
        if match is None:
            continue
        label = match["label"].strip()
        if _VERBS.search(label.strip("'\"")) and label[:1] not in "'\"":
            continue
        if len(label.split()) > _MOST_WORDS or re.search(r"[()+*/]", label):
            continue
        codes = tuple(c.strip("'\"") for c in _BETWEEN.split(match["codes"]))
        return _Entry(codes, label)
    return None


def _sql(
    entries: list[_Entry], rest: str, missing: str, source: ScopeColumn, target_type: str, *, folds: bool
) -> str:
    flag = target_type.upper().startswith("BOOL")
    numeric = NUMERIC.match(source.column.type) is not None
    if not (is_text(source) or numeric):
        return ""
    labels = [fixed_value(each.label, target_type) for each in entries]
    other, none = (fixed_value(text, target_type) if text else "" for text in (rest, missing))
    if not all(labels) or (rest and not other) or (missing and not none):
        return ""
    subject = f"upper(trim({source.sql}))" if folds and not numeric else source.sql
    whens = []
    for each, label in zip(entries, labels, strict=True):
        codes = [c if numeric else text_literal(c.upper() if folds else c) for c in each.codes]
        if numeric and not all(re.fullmatch(r"-?\d+", c) for c in codes):
            return ""
        test = f"= {codes[0]}" if len(codes) == 1 else f"IN ({', '.join(codes)})"
        whens.append((f"{subject} {test}", label))
    if flag and len(whens) == 1 and labels == ["true"] and other == "false" and none in ("", "false"):
        return f"coalesce({whens[0][0]}, false)"
    first = f"WHEN {source.sql} IS NULL THEN {none} " if none and none != other else ""
    said = " ".join(f"WHEN {test} THEN {label}" for test, label in whens)
    return f"CASE {first}{said}{f' ELSE {other}' if other else ''} END"


def fixed_value(label: str, target_type: str) -> str:
    """A value as the target's type has it; empty where it is of another kind."""
    plain = label.strip().strip("'\"").strip()
    kind = target_type.upper()
    if plain.casefold() in ("null", "empty", "no value"):
        return "NULL"
    if kind.startswith("BOOL"):
        word = plain.casefold()
        return (
            "true"
            if word in ("true", "yes", "y", "1")
            else "false"
            if word in ("false", "no", "n", "0")
            else ""
        )
    if NUMERIC.match(kind):
        return plain if re.fullmatch(r"-?\d+(?:\.\d+)?", plain) else ""
    return text_literal(plain) if plain and not kind.startswith(("DATE", "TIME")) else ""
