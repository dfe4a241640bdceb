"""Rules about one row in whole phrases, said in words that compilers know: "initials of A and B".

Each maker reads the whole text; what it names has to be a column, a number or a kin of the source's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import singular
from signoff.core.generate.patterns.composed.lexicon import kin, parts_of
from signoff.core.generate.patterns.P70_counted_classes import counts_thing
from signoff.core.generate.types import Family, family_of

_DATED = (Family.DATE, Family.TIMESTAMP)
_NUMBER = r"-?\d+(?:\.\d+)?"
_EMPTY_WITHOUT = re.compile(
    r"(?P<rest>.+?)\s*[;,]\s*(?:empty|null|no\s+value|blank|nothing)\s+(?:for\s+[a-z]+\s+)?(?:without\s+(?:any\s+)?|with\s+no\s+|"
    r"if\s+there\s+(?:is|are)\s+no\s+)(?P<thing>\w+)",
    re.IGNORECASE,
)
_DIVISOR = re.compile(r"(?:/|divided\s+by|\bper)\s*(?P<divisor>[\w.]+)\s*(?:,.*)?$", re.IGNORECASE)
_MEANING = re.compile(
    r"(?P<yes>true|'[^']*')\s+if\s+(?P<said>[^()]+?)\s*\((?P<test>[^()]*(?:>=|<=|<>|[=<>])[^()]*)\)(?P<rest>\s*[,;]\s*(?:else|otherwise)\s+\S+)?",
    re.IGNORECASE,
)
_MORE_SAID = re.compile(r"\b(?:and|or|not|no|only|unless|except|without|never)\b|[,;]", re.IGNORECASE)
_BELOW_THAT = re.compile(
    rf"(?P<rest>\S+\s+if\s+(?P<noun>[\w.]+)\s+is\s.*?(?P<low>{_NUMBER})[^,;\d]*)[,;]\s*(?P<value>\S+)\s+(?:below\s+that|for\s+less|under\s+that|"
    r"for\s+anything\s+(?:below|less))",
    re.IGNORECASE,
)
_UP_FROM = re.compile(
    rf"(?P<high>[\w-]+)\s+from\s+(?P<n>{_NUMBER})\s+(?P<noun>\w+)\s+(?:up|on|onwards|upwards)\s*,\s*(?P<low>[\w-]+)\s+(?:below|for\s+less)"
    r"(?:\s+that)?\s*,\s*(?P<none>[\w-]+)\s+(?:without\s+(?:any\s+)?|if\s+there\s+are\s+no\s+)(?P<again>\w+)",
    re.IGNORECASE,
)
_FIRST_LETTERS = re.compile(
    r"(?:initials?\s*(?:\(|:\s*|,\s*)(?:the\s+)?first\s+letters?|(?:the\s+)?first\s+letters)\s+of\s+(?P<a>[\w.]+)\s+and\s+(?:of\s+)?(?P<b>[\w.]+)\)?",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"quarter(?:\s+of\s+(?P<of>\w+))?\s*[,(]?\s*(?:as|like|in\s+the\s+form)\s+Q1(?:\s*,\s*Q2\s*,\s*Q3\s*(?:,\s*)?(?:or|and)\s+Q4|\s*(?:-|–|to)\s*Q4)\)?",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"decade(?:\s+of\s+(?P<of>\w+))?(?:\s*[,(]\s*(?:e\.g\.|for\s+example|like)\s+\d{3}0\)?)?", re.IGNORECASE
)
_SPAN = re.compile(
    r"(?P<said>[\w ]+?)\s*,?\s*in\s+(?P<whole>full\s+|whole\s+|completed\s+)?"
    r"(?P<unit>years|months|weeks|days|hours|minutes)\s*\(\s*(?:from\s+)?"
    r"(?P<a>[\w.]+)\s+(?:to|until)\s+(?P<b>[\w.]+)\s*\)",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:working|business|net|average|total|without|except|excluding|only|first|last|previous|next|per|each|not|longest|shortest)\b",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(
    r"(?P<yes>true|'[^']*')\s+if\s+(?P<done>\w+)\s+in\s+(?P<year>(?:19|20)\d\d)\s+or\s+(?P<way>later|after|earlier|before)",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"(?P<name>[\w.]+)\s*,?\s+or\s+(?P<value>\d{4}-\d\d-\d\d|'[^']*')\s+(?:for|if|while|as\s+long\s+as)\s+(?:(?:those|the|all)\s+)?[a-z]+\s+"
    r"(?:(?:who|that|which)\s+)?(?:is\s+|are\s+)?still\s+(?:employed|here|there|active|open|running|valid|in\s+office|in\s+force|with\s+us|on\s+board)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?P<lead>.*\b(?:if|when|where)\s+)(?P<a>[\w.]+)\s+and\s+(?P<b>[\w.]+)\s+(?:together|taken\s+together|in\s+sum|added\s+up)\s+(?:are|is|make|"
    r"come\s+to|reach)\s+(?P<rest>.+)",
    re.IGNORECASE,
)
_NOTHING_YET = re.compile(
    r"(?P<rest>.+?)\s*[.;]\s*(?:empty|null|no\s+value)\s+(?:if|as\s+long\s+as)\s+nothing\s+(?:was|has\s+been|is)\s+(?P<done>\w+)(?:\s+yet)?",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"(?P<rest>(?P<a>[\w.]+)\s+and\s+(?P<b>[\w.]+)\s+(?:with|separated\s+by)\s+(?:an?\s+)?(?:space|blank)(?:\s+(?:between|in\s+between))?)\s*[;,]\s*"
    r"(?:just|only)\s+(?:the\s+)?(?:one\s+of\s+them|other(?:\s+one)?|one)\s+(?:if|when|where)\s+(?:the\s+)?(?:other|one)(?:\s+one|\s+of\s+them)?\s+is\s+"
    r"(?:null|missing|empty)",
    re.IGNORECASE,
)


def _named(word: str, scope: Scope, *families: Family) -> ScopeColumn | None:
    name = word.strip().casefold().rpartition(".")[2]
    found = [c for c in scope.columns if c.column.name.casefold() == name]
    found = [c for c in found if c.is_source] or found
    fits = len(found) == 1 and (not families or family_of(found[0].column.type) in families)
    return found[0] if fits else None


def _only(scope: Scope, *families: Family) -> ScopeColumn | None:
    found = scope.sources[0] if len(scope.sources) == 1 else None
    return found if found is not None and family_of(found.column.type) in families else None


def _is_kin(word: str, column: ScopeColumn) -> bool:
    return any(len(part) > 2 and kin(part, word.casefold()) for part in parts_of(column.column.name))


def _divided(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A division that is empty without the things it divides by, as every division by nothing is."""
    found = _EMPTY_WITHOUT.fullmatch(text)
    divisor = _DIVISOR.search(found["rest"]) if found is not None else None
    column = _named(divisor["divisor"], scope, Family.NUMBER) if divisor is not None else None
    if found is None or column is None or scope.aggregate:
        return ""
    return found["rest"] if counts_thing(column, singular(found["thing"].casefold())) else ""


def _explained(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A flag whose condition stands in brackets behind what it is called."""
    found = _MEANING.fullmatch(text)
    if found is None or _MORE_SAID.search(found["said"]):
        return ""
    told = {w.casefold() for w in re.findall(r"\w+", found["test"])}
    named = [w for w in re.findall(r"\w+", found["said"]) if _named(w, scope) is not None]
    if any(word.casefold() not in told for word in named):
        return ""
    return f"{found['yes']} if {found['test']}{found['rest'] or ''}"


def _below_that(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _BELOW_THAT.fullmatch(text)
    column = _named(found["noun"], scope, Family.NUMBER) if found is not None else None
    if found is None or column is None:
        return ""
    return f"{found['rest'].rstrip()}, {found['value']} if {found['noun']} is less than {found['low']}"


def _up_from(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found, source = _UP_FROM.fullmatch(text), _only(scope, Family.NUMBER)
    if found is None or source is None or found["noun"].casefold() != found["again"].casefold():
        return ""
    if not _is_kin(found["noun"], source):
        return ""
    sql = source.sql
    whens = f"when {sql} is null then '{found['none']}' when {sql} >= {found['n']} then '{found['high']}'"
    return f"case {whens} else '{found['low']}' end"


def _letters(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _FIRST_LETTERS.fullmatch(text)
    columns = [_named(found[name], scope, Family.TEXT) for name in ("a", "b")] if found is not None else []
    sqls = [f"left({c.sql}, 1)" for c in columns if c is not None]
    return " || ".join(sqls) if len(sqls) == 2 and (text.count("(") == text.count(")")) else ""


def _quarter(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found, source = _QUARTER.fullmatch(text), _only(scope, *_DATED)
    if found is None or source is None or (found["of"] and not _is_kin(found["of"], source)):
        return ""
    return f"'Q' || quarter({source.sql})"


def _decade(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found, source = _DECADE.fullmatch(text), _only(scope, *_DATED)
    numbers = family_of(scope.target_type) is Family.NUMBER
    if found is None or source is None or not numbers or (found["of"] and not _is_kin(found["of"], source)):
        return ""
    return f"year({source.sql}) - year({source.sql}) % 10"


def _span(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A span whose two days stand in brackets behind what it is called."""
    found = _SPAN.fullmatch(text)
    days = [_named(found[name], scope, *_DATED) for name in ("a", "b")] if found is not None else []
    if found is None or None in days or _CHANGES.search(found["said"]):
        return ""
    return f"{found['whole'] or ''}{found['unit']} from {found['a']} to {found['b']}"


def _in_year(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found, source = _IN_YEAR.fullmatch(text), _only(scope, *_DATED)
    if found is None or source is None or not _is_kin(found["done"], source):
        return ""
    sign = ">=" if found["way"].lower() in ("later", "after") else "<="
    return f"{found['yes']} if year({source.sql}) {sign} {found['year']}"


def _still(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The day on which something ended, with another for what has not ended."""
    found = _STILL.fullmatch(text)
    column = _named(found["name"], scope, *_DATED) if found is not None else None
    if (
        found is None
        or column is None
        or not any(_is_kin(word, column) for word in ("end", "leave", "closed", "exit"))
    ):
        return ""
    value = found["value"] if found["value"][0] == "'" else f"date '{found['value']}'"
    return f"coalesce({column.sql}, {value})"


def _together(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _TOGETHER.fullmatch(text)
    columns = [_named(found[name], scope, Family.NUMBER) for name in ("a", "b")] if found is not None else []
    if found is None or None in columns:
        return ""
    return f"{found['lead']}{found['a']} + {found['b']} is {found['rest']}"


def _nothing_yet(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Spans of a number that are empty where it is missing, as they are anyway."""
    found, source = _NOTHING_YET.fullmatch(text), _only(scope, Family.NUMBER)
    if found is None or source is None or not _is_kin(found["done"], source):
        return ""
    return (
        ""
        if re.search(r"\b(?:else|otherwise|others?|rest)\b", found["rest"], re.IGNORECASE)
        else found["rest"]
    )


def _one_of(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    found = _ONE_OF.fullmatch(text)
    columns = [_named(found[name], scope, Family.TEXT) for name in ("a", "b")] if found is not None else []
    sqls = [c.sql for c in columns if c is not None]
    return f"concat_ws(' ', {', '.join(sqls)})" if len(sqls) == 2 else ""


SPOKEN: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (
    _divided,
    _explained,
    _below_that,
    _up_from,
    _letters,
    _quarter,
    _decade,
    _span,
    _in_year,
    _still,
    _together,
    _nothing_yet,
    _one_of,
)
"""Each gives the rule in other words, or nothing."""
