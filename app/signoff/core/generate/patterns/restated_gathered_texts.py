"""Texts of a thing's rows put together, and whether one is called so: ``names of all its tags in lower case, …``."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts
from signoff.core.generate.types import Family, family_of

_NAMES = frozenset(("name", "title", "label", "text", "description", "designation"))
_LISTED = re.compile(
    r"^(?:the\s+)?(?P<part>[a-z]+?)s?\s+of\s+(?:(?:all|the|its|their)\s+)+(?P<what>[a-z]+(?:\s(?!in\b|sorted\b|each\b|separated\b)[a-z]+)?)"
    r"(?P<how>(?:\s*,\s*|\s+)(?:in|sorted|each|separated|without|once)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NONE = re.compile(
    r"\s*[.;,]\s*(?:null|empty|no\s+value|nothing)\s+(?:if|when|where|for)\s+(?:(?:it|they|there)\s+(?:has|have|is|are)\s+(?:none|no\s+\w+)|(?:\w+\s+)?without(?:\s+any)?|none)$",
    re.IGNORECASE,
)
_CASE = re.compile(r"^(?:in\s+)?(?P<case>lower|upper)[\s-]?case$", re.IGNORECASE)
_SORTED = re.compile(
    r"^(?:in\s+alphabetic(?:al)?\s+order|(?:sorted\s+)?alphabetically|sorted(?:\s+(?:by\s+name|a\s*(?:-|to)\s*z))?)$",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"^(?:each\s+(?:\w+\s+)?(?:only\s+)?once|without\s+(?:duplicates|repeats))$", re.IGNORECASE
)
_SIGNS = {"comma": ",", "semicolon": ";", "slash": "/", "pipe": "|", "dash": "-", "hyphen": "-"}
_SEPARATED = re.compile(
    rf"^separated\s+by\s+(?:an?\s+)?(?:(?P<sign>{'|'.join(_SIGNS)})s?\s+and\s+(?:an?\s+)?(?:blank|space)s?|'(?P<quoted>[^']+)')$",
    re.IGNORECASE,
)
_ONE_IS = re.compile(
    r"^(?P<yes>true|false)\s+(?:if|when)\s+(?:at\s+least\s+)?(?:one|any)\s+of\s+(?:its|the|their)\s+(?P<what>[a-z]+(?:\s[a-z]+)?)\s+is\s+(?P<called>called\s+|named\s+)?"
    r"'?(?P<value>[\w-]+)'?(?P<fold>\s*\((?:any\s+case|ignor(?:e|ing)\s+case|upper\s+or\s+lower\s+case|whatever\s+the\s+case)\))?\s*[,;]?\s*(?:else|otherwise|if\s+not)\s+(?P<no>true|false)$",
    re.IGNORECASE,
)


def _only(scope: Scope, what: str) -> ScopeColumn | None:
    """The only source, a text of the table that the rows' noun means."""
    only = scope.sources[0] if scope.aggregate and len(scope.sources) == 1 else None
    if only is None or family_of(only.column.type) is not Family.TEXT:
        return None
    said = {_singular(word) for word in what.casefold().split()}
    named = {_singular(word) for place in (only.table, only.relation) for word in name_parts(place)}
    return only if said <= named else None


def _singular(word: str) -> str:
    plain = word.casefold()
    return f"{plain[:-3]}y" if plain.endswith("ies") else plain.removesuffix("s")


def _listed(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """All texts in one, in the words of each part: case, order, once, and the sign between them."""
    match = _LISTED.match(_NONE.sub("", text))
    only = _only(scope, match["what"]) if match is not None else None
    if match is None or only is None or match["part"].casefold() not in name_parts(only.column.name):
        return ""
    value, order, once, sign = only.sql, False, "", ""
    for part in re.split(r"\s*,\s*(?:and\s+)?", match["how"].strip(" ,")):
        case, separated = _CASE.match(part), _SEPARATED.match(part)
        if case is not None and value == only.sql:
            value = f"{case['case'].lower()}({value})"
        elif _SORTED.match(part):
            order = True
        elif _ONCE.match(part):
            once = "distinct "
        elif separated is not None and not sign:
            sign = separated["quoted"] or f"{_SIGNS[separated['sign'].lower()]} "
        else:
            return ""
    ordered = f" order by {value}" if order else ""
    return f"string_agg({once}{value}, '{sign}'{ordered})" if sign else ""


def _one_is(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Whether one row's text is a value; without rows none is."""
    match = _ONE_IS.match(text)
    only = _only(scope, match["what"]) if match is not None else None
    if match is None or only is None or match["yes"].casefold() == match["no"].casefold():
        return ""
    if match["called"] and not _NAMES & set(name_parts(only.column.name)):
        return ""
    value = match["value"].casefold() if match["fold"] else match["value"]
    own = f"lower({only.sql})" if match["fold"] else only.sql
    test = f"coalesce(bool_or({own} = '{value}'), false)"
    return test if match["yes"].casefold() == "true" else f"not {test}"


GATHERED_TEXTS = (_listed, _one_is)
