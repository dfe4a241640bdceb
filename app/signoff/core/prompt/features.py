"""What a rule is about, as a set of words: likeness of rules is likeness of these sets."""

from __future__ import annotations

import re

from signoff.core.domain.masking import MaskedRule

_CONCEPTS = {
    "null": "null empty blank missing filled fill unset nothing absent none value delivered",
    "else": "else otherwise other others remaining rest",
    "if": "if when case where whenever",
    "percent": "percent percentage pct share quota %",
    "upper": "upper uppercase capital capitals capitalised",
    "lower": "lower lowercase small",
    "ignorecase": "ignore ignoring insensitive regardless",
    "pad": "pad padded padleft lpad zeros zero leading",
    "remove": "remove strip drop delete cut eliminate without out",
    "sign": "sign symbol blank blanks space spaces dash dashes hyphen hyphens comma commas point points slash colon",
    "row": "row rows line lines record records entry entries item items",
    "period": "quarter week half fiscal period calendar label",
    "chain": "use first second both instead",
    "negative": "negative positive never minus below",
    "concat": "concatenate concat append followed combine separator separated between",
    "split": "before after behind part element position characters character substring letters letter first last",
    "latest": "latest newest recent last",
    "earliest": "earliest oldest first",
    "more": "more above greater over exceeds larger later > >=",
    "less": "less below under smaller earlier < <=",
    "default": "default replace use",
    "sum": "sum total amount summed",
    "count": "count number how many different distinct",
    "average": "average mean avg",
    "diff": "difference minus days months years age between elapsed late",
    "keep": "keep only",
    "exclude": "exclude skip leave except not",
    "join": "join match same equals equal on",
    "valid": "valid active open end until",
    "round": "round rounded decimals decimal places",
    "format": "format form like show write convert",
    "band": "band bands class classes range under from up",
    "rank": "rank running consecutive sequence per within",
    "times": "times multiply multiplied product *",
    "divide": "divide divided ratio per /",
    "both": "both either any all one",
    "flag": "flag indicator true false y n yes no",
}
_CONCEPT_OF: dict[str, set[str]] = {}
for _concept, _words in _CONCEPTS.items():
    for _word in _words.split():
        _CONCEPT_OF.setdefault(_word, set()).add(f"~{_concept}")

_FILLERS = (
    "a an the of is are be to it its as in with by for then and or this that all has have was load loaded take "
    "should shall must will them they there at"
)
_STOP = frozenset(_FILLERS.split())
_ALIAS = re.compile(r"\b(text|num|date|time|flag|val|name|word)_\d+\b")
_WORD = re.compile(r"[a-zà-ÿ]+|[%/|+*=<>@]+|-?>")
_SHAPES = (
    ("~numbers-range", re.compile(r"\b\d+\s*(?:-|to|and)\s*\d+\b")),
    ("~mask", re.compile(r"X{2,}|\bxx", re.IGNORECASE)),
    ("~date-format", re.compile(r"y{2,4}|\bdd|mm\b|\b\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b", re.IGNORECASE)),
    ("~maps", re.compile(r"->|\b\d+ ?(?:=|is) ?(?:'|\w)|'\s*(?:to|is|are)\s*'", re.IGNORECASE)),
    ("~label", re.compile(r"\b\d{4}[-/ ]?[A-Z]+\d|\b[A-Z]\d\b")),
    (
        "~anycase",
        re.compile(r"(?:any|either|ignor\w+|lower|small) case|case.insensitive|capitals or", re.IGNORECASE),
    ),
    ("~like", re.compile(r"contains|starts|begins|ends|like", re.IGNORECASE)),
)


def features(rule: MaskedRule) -> frozenset[str]:
    """Words by their stems, what they stand for, shapes in the text, sorts of columns, the wanted type."""
    pointed = [c.alias.split("_")[0] for c in rule.columns if c.is_source or c.alias in rule.text]
    found = {f"col:{sort}{min(pointed.count(sort), 2)}" for sort in pointed}
    found.add(f"type:{rule.target_type.split('(')[0].upper()}")
    found.add(f"values:{min(len(rule.literals), 3)}")
    found |= {name for name, shape in _SHAPES if shape.search(rule.text)}
    for word in _WORD.findall(_ALIAS.sub(" ", rule.text).lower()):
        if word not in _STOP:
            found.add(_stem(word))
            found |= _CONCEPT_OF.get(word, set())
    return frozenset(found)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
