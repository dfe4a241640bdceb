"""SQL with words around it that explain it: ``Data cleansing: TRIM(name)``, ``ROUND(a * 0.8, 2) - part for sound``.

Engineers write what a column is as SQL and beside it what that is for. The SQL decides; the words may be left out where
they say nothing else: each is a word of the names and functions used, or one that describes and never limits. Where a
word is neither, the SQL is only what the rule most likely means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_LABEL = re.compile(r"^(?P<said>[A-Za-z][\w\s/&'()-]{1,60}?)\s*:\s+(?P<sql>\S.*)$", re.DOTALL)
_TAIL = re.compile(r"\s+(?:-|–|—|--|//)\s+|\s*;\s+|\s+(?=\((?!\s*SELECT\b))")
COPY = re.compile(
    r"(?:direct(?:ly)?|straight|simple|plain|1\s*[:-]\s*1|one[- ]to[- ]one|pass(?:ed)?[- ]?th(?:rough|ru)|"
    r"renamed?|copy|copied|as[- ]is|"
    r"(?:dim(?:ension)?[- ])?look[- ]?up\s+pass[- ]?through)"
    r"(?:\s+(?:mapping|map|move|copy|load|pass[- ]?th(?:rough|ru)|transfer|field|column))?",
    re.IGNORECASE,
)
_DESCRIBES = _words(
    "a an the of in on to as is are and with by into from this that its it each all default defaults value values "
    "placeholder standard standardise standardize standardised standardized standardisation standardization "
    "normalise normalize normalised normalized normalisation normalization clean cleaned cleanse cleansing formatted "
    "formatting format data type text string number numeric integer decimal date timestamp time calculation calculated "
    "calculate compute computed computation derived derivation generate generated generates unique id identifier key "
    "surrogate natural composite business system field column target source estimated estimate approximate component "
    "score measure metric amount total flag indicator label name code category bucket band currency rule logic "
    "conversion convert converted cast casting handling handle check checks validation validate validated validated "
    "rounding rounded round truncated extraction extract extracted aggregation aggregate aggregated constant fixed "
    "hardcoded hard coded literal static current run load audit metadata enhanced enhancement can be may later future "
    "simple complex standardised direct mapping map renamed rename alias aliased safe null nulls missing replace "
    "replaced replacement fallback proper upper lower uppercase lowercase case trim trimmed spaces space whitespace "
    "leading trailing first last day month year quarter week hour minute second seconds minutes hours days percent "
    "percentage ratio rate average mean sum count number distinct minimum maximum min max latest earliest per"
)
_OF_FUNCTION = {
    "upper": ("upper", "uppercase", "capital", "capitals"),
    "lower": ("lower", "lowercase"),
    "trim": ("trim", "trimmed", "spaces", "space", "whitespace", "leading", "trailing"),
    "count": ("count", "number", "distinct"),
    "avg": ("average", "mean"),
    "sum": ("sum", "total"),
    "min": ("min", "minimum", "first", "earliest"),
    "max": ("max", "maximum", "last", "latest"),
    "round": ("round", "rounded", "rounding"),
    "distinct": ("distinct",),
}
"""Words that say what a function does, which only explain where the SQL does it."""
_CHANGES = _words(
    "if when where unless only except excluding exclude excludes excluded but not no never without until before after "
    "since while for among within older newer than above below under over more less at least most between again "
    "minus plus times divided multiplied multiply divide subtract add added deducted deduct negative positive negated "
    "reject rejected skip skipped drop dropped ignore ignored otherwise else instead or either else then filtered "
    "filter limited limit capped cap excluded ordered order sorted sort partition partitioned group grouped window "
    "previous prior next following running cumulative unlike other others related joined join lookup looked tbd tbc "
    "unknown unclear confirm confirmed pending open question todo"
)
_VALIDATES = re.compile(
    r"(?:must|may|can|should|shall|has\s+to|have\s+to)\s*(?:not|never)?\s+(?:be|precede|exceed|"
    r"follow)\b[^;.]*|cannot\s+be\b[^;.]*|"
    r"(?:data\s+)?validat(?:ion|ed|e)\s+(?:for|of|against|as)\s+\w+|(?:non|not)[- ]?null(?:able)?|non[- "
    r"]?(?:negative|empty)|"
    r"max(?:imum)?\s+\d+\s+(?:chars?|characters?|digits?|letters?)|\(?\w+(?:/\w+)+(?:\s+or\s+null)?\)?",
    re.IGNORECASE,
)
"""What is demanded of a value, which makes it no other value."""
_OF_GROUP = re.compile(r"\b(?:for|per|by|of|in)\s+(?:(?:the|each|every|an?)\s+)?[a-z_]+", re.IGNORECASE)
_CONDITIONS = _words("if when where unless only except otherwise else or until before after")
FIXED = re.compile(r"'[^']*'|-?\d+(?:\.\d+)?|true|false|null", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_KEEPS_NULLS = re.compile(
    r"(?:(?:and|,)\s*)?(?:preserv(?:e|es|ing)|keep(?:s|ing)?|retain(?:s|ing)?)\s+(?:the\s+)?nulls?|nulls?\s+(?:is\s+|are\s+|stays?\s+)?(?:preserved|kept|retained)",
    re.IGNORECASE,
)


_LOOKED_UP = re.compile(
    r"(?:dim(?:ension)?[- ])?look[- ]?up(?:\s+(?:of|from))?(?=\s+(?:via|by|through|using|on)\s)",
    re.IGNORECASE,
)
"""A column of a looked-up row, where the words behind it only say by which key the row is found."""


@dataclass(frozen=True)
class Explained:
    """A text that says what a value is, cut from words that explain it."""

    text: str
    """SQL, or words for a copy."""
    words: str
    """What stands before or behind it."""
    explains: bool
    """Whether every one of the words describes and none changes the value."""


def explained(
    rule: str, names: Iterable[str], is_sql: Callable[[str], bool], *, aggregate: bool = False
) -> Iterator[Explained]:
    """Each way to cut a rule into SQL, or a word for copying, and words around it that do not limit it.

    Args:
        rule: the rule.
        names: names of columns and tables the words may say again.
        is_sql: whether a text is SQL for one value.
        aggregate: rows are grouped, so that "for the day" may say the group.
    """
    said = {part for name in names for part in _parts(name)}
    for text, words in _cuts(" ".join(rule.split()).strip(" .;")):
        if not _limits(words, text, aggregate=aggregate) and (COPY.fullmatch(text) or is_sql(text)):
            yield Explained(text, words, _only_explains(words, text, said))


def _parts(name: str) -> Iterator[str]:
    for part in re.split(r"[\W_]+", name.casefold()):
        yield from {part, part.removesuffix("s")} - {""}


def _limits(words: str, text: str, *, aggregate: bool) -> bool:
    """Whether a word beside the SQL may change the value."""
    left = _VALIDATES.sub("", _KEEPS_NULLS.sub("", words)).casefold()
    left = _OF_GROUP.sub("", left) if aggregate else left
    bars = _CONDITIONS if FIXED.fullmatch(text) else _CHANGES
    return bool(bars & set(re.findall(r"[a-z]+", left)))


def _cuts(plain: str) -> Iterator[tuple[str, str]]:
    """The text before and behind every sign that may stand between SQL and what explains it."""
    label = _LABEL.match(plain)
    if label is not None:
        yield label["sql"], label["said"]
        for text, words in _tails(label["sql"]):
            yield text, f"{label['said']} {words}"
    yield from _tails(plain)
    looked_up = _LOOKED_UP.match(plain)
    if looked_up is not None:
        yield "pass-through", plain[looked_up.end() :]
    copied = COPY.match(plain)
    if copied is not None and re.match(r"\s+with\s|\s*[:,]\s*\S", plain[copied.end() :]):
        yield copied.group(), plain[copied.end() :].lstrip(" :,")


def _tails(plain: str) -> Iterator[tuple[str, str]]:
    for sign in _TAIL.finditer(plain):
        yield plain[: sign.start()].rstrip(), plain[sign.end() :].strip()


def _only_explains(words: str, text: str, named: set[str]) -> bool:
    """Whether the words say nothing but what the SQL does."""
    words = _VALIDATES.sub("", _KEEPS_NULLS.sub("", words))
    numbers = {float(n) for n in _NUMBER.findall(text)}
    told = {float(n) for n in _NUMBER.findall(words)}
    if not all(n in numbers or n / 100 in numbers for n in told):
        return False
    if any(quote not in text for quote in _QUOTED.findall(words)):
        return False
    done = {w for function, does in _OF_FUNCTION.items() if function in text.casefold() for w in does}
    undone = {w for does in _OF_FUNCTION.values() for w in does} - done - named
    return all(
        word in named
        or word.removesuffix("s") in named
        or word in done
        or (word in _DESCRIBES and word not in undone)
        for word in re.findall(r"[^\W\d_]+", words.casefold())
    )
