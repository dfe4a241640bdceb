"""What a rule is about, as a set of words: likeness of rules is likeness of these sets."""

from __future__ import annotations

import re

from signoff.core.domain.masking import MaskedRule

_CONCEPTS = {
    "null": "null nulls isnull nvl empty blank blanks missing filled fill unset nothing absent none given known "
    "unknown",
    "else": "else otherwise other others remaining rest anything default",
    "if": "if when case where whenever while once provided",
    "unless": "except unless but exception though however apart excluding besides",
    "percent": "percent percentage pct share quota rate fraction proportion %",
    "upper": "upper uppercase capital capitals capitalised",
    "lower": "lower lowercase small",
    "ignorecase": "ignore ignoring insensitive regardless alike",
    "pad": "pad padded padding padleft lpad zeros zero leading",
    "remove": "remove strip drop delete cut eliminate",
    "sign": "sign symbol blank blanks space spaces dash dashes hyphen hyphens comma commas point points slash colon",
    "row": "row rows line lines record records entry entries item items",
    "period": "quarter week half fiscal period calendar label",
    "chain": "use first second both instead then",
    "negative": "negative positive never minus below",
    "concat": "concatenate concat append followed combine separator separated between joined plus",
    "split": "before behind part element position character characters substring letters letter first last word words "
    "digit digits",
    "latest": "latest newest recent last current",
    "earliest": "earliest oldest first original",
    "more": "more above greater over exceeds exceed larger later after > >= least",
    "less": "less below under smaller earlier before < <= most",
    "default": "default replace use become becomes count counts treat",
    "sum": "sum summed total totals amount add added adds together cumulative running balance",
    "count": "count counted cnt number how many #",
    "distinct": "different distinct unique",
    "average": "average averaged mean avg median",
    "diff": "difference days months years age between elapsed late since gap span until",
    "keep": "keep only",
    "exclude": "exclude skip leave left except not drop ignore ignored",
    "join": "join match same equals equal on lookup",
    "valid": "valid active current open end until running force",
    "round": "round rounded decimals decimal places dp",
    "format": "format form like show write convert written label text",
    "band": "band bands bucket buckets class classes range level under from up",
    "rank": "rank ranking dense consecutive sequence position standing numbered counter place top",
    "previous": "previous prior preceding before lag",
    "next": "next following follows lead",
    "running": "running cumulative accumulated far ytd",
    "per": "per within each every same inside group partition among its",
    "order": "order ordered sorted sort by asc desc ascending descending chronological chronologically",
    "times": "times multiply multiplied product *",
    "divide": "divide divided ratio per / by over",
    "any": "any either one some least",
    "all": "both all every each",
    "flag": "flag flagged indicator true false y n yes no",
    "today": "today now current_date sysdate",
    "day": "day days nights daily weekday weekend",
    "month": "month months monthly",
    "year": "year years yearly age born",
    "week": "week weeks monday sunday iso",
    "clock": "time timestamp",
    "hour": "hour hours",
    "minute": "minute minutes",
    "second": "second seconds",
    "quarter": "quarter quarters",
    "max": "max maximum highest higher largest larger longest biggest most greatest cap capped",
    "min": "min minimum lowest smallest smaller shortest least cheapest floor",
    "begins": "starts start starting begins begin beginning prefix",
    "ends": "ends ending end suffix",
    "contains": "contains contain containing includes appears somewhere",
    "list": "list listed joined comma semicolon field",
    "phone": "phone telephone mobile fax",
    "mail": "mail email domain address",
    "name": "name names surname initials",
    "tax": "tax net gross vat discount",
}
_CONCEPT_OF: dict[str, set[str]] = {}
for _concept, _words in _CONCEPTS.items():
    for _word in _words.split():
        _CONCEPT_OF.setdefault(_word, set()).add(f"~{_concept}")

_FILLERS = (
    "a an the of is are be to it its as in with by for then and or this that all has have was load loaded take "
    "should shall must will them they there at from between"
)
_STOP = frozenset(_FILLERS.split())
_ALIAS = re.compile(r"\b(text|num|date|time|flag|val|name|word)_\d+\b")
_WORD = re.compile(r"[a-zà-ÿ]+(?:_[a-z]+)*|[%/|+*=<>@#]+|-?>")
_NONE = r"\b(?:none|nothing|missing|without|empty|null|unknown|no)\b"
_SHAPES = (
    ("~numbers-range", re.compile(r"\b\d+\s*(?:-|to|and)\s*\d+\b(?!-)")),
    ("~mask", re.compile(r"X{2,}|\bxx", re.IGNORECASE)),
    ("~date-format", re.compile(r"y{2,4}|\bdd|mm\b", re.IGNORECASE)),
    ("~fixed-date", re.compile(r"\b\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b|\b(?:19|20)\d\d\b")),
    (
        "~maps",
        re.compile(
            r"->|=>|→|\b\d+ ?(?:=|is) ?(?:'|\w)|'\s*(?:to|is|are|=|:)\s*'?|\b[A-Z] ?= ?\w", re.IGNORECASE
        ),
    ),
    ("~label", re.compile(r"\b\d{4}[-/ ]?[A-Z]+\d|\b[A-Z]\d\b")),
    (
        "~anycase",
        re.compile(
            r"(?:any|either|ignor\w+|lower|small|whatever) case|case.insensitive|capitals or|case does",
            re.IGNORECASE,
        ),
    ),
    ("~compared", re.compile(r"(?:above|over|below|under|than|least|most|from|[<>]=?) ?-?\d", re.IGNORECASE)),
    (
        "~nought",
        re.compile(rf"\b(?:0|zero)\b[^.;]{{0,25}}{_NONE}|{_NONE}[^.;]{{0,20}}\b(?:0|zero)\b", re.IGNORECASE),
    ),
    ("~times", re.compile(r"_\d+ ?[x×] ?\w")),
    ("~formula", re.compile(r"\(\w*[ _]?\w+_\d+ [-+] ")),
    (
        "~span",
        re.compile(
            r"between (?:date|time)_|(?:date|time)_\d+ ?(?:to|until|-|->) ?(?:\w+ )?(?:date|time)_",
            re.IGNORECASE,
        ),
    ),
    ("~sentences", re.compile(r";|\. [A-Z]")),
)


def features(rule: MaskedRule) -> frozenset[str]:
    """Words by their stems, what they stand for, shapes in the text, sorts of columns, the wanted type."""
    pointed = [c.alias.split("_")[0] for c in rule.columns if c.is_source or c.alias in rule.text]
    found = {f"col:{sort}{min(pointed.count(sort), 3)}" for sort in pointed}
    found |= {f"col:{sort}" for sort in pointed}
    found |= {f"type:{rule.target_type.split('(')[0].upper()}", f"values:{min(len(rule.literals), 4)}"}
    if rule.literals:
        found.add("values:some")
    found |= {name for name, shape in _SHAPES if shape.search(rule.text)}
    for word in _WORD.findall(_ALIAS.sub(" ", rule.text).lower()):
        found |= _CONCEPT_OF.get(word, set())
        if word not in _STOP and (len(word) > 1 or not word.isalpha()):
            found.add(_stem(word))
    return frozenset(found)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
