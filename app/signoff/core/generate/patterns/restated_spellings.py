"""Several spellings that become one, and a column of rows of one kind: ``US, USA (any case) -> US; others trimmed``.

``sub accounts: number of the parent. Others: own number`` takes a column of another row where a flag is set.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts, singular
from signoff.core.generate.types import Family, family_of

_GROUP = re.compile(
    r"(?P<list>[^()>;=]+?)\s*(?:\((?P<how>[^()]*)\)\s*)?(?:->|=>|→|\bbecomes?\b|\bare"
    r"\s+written\s+as\b)\s*(?P<to>'[^']*'|[\w ]+?)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:all\s+)?(?:the\s+)?(?:others?|rest|everything\s+else|anything\s+else)(?:\s+values?)?\s*(?:(?::|are|is|stays?|remains?|kept)\s*)?(?P<how>(?:as\s+(?:they\s+are|it\s+is|is)|unchanged|taken\s+over|trimmed)(?:\s*(?:,|and|but)\s*trimmed)?)",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"(?:in\s+)?(?:any|whatever|either|upper\s+or\s+lower)\s+case|case[\s-]insensitive(?:ly)?|(?:with\s+or\s+without|ignoring|also\s+with)\s+(?:surrounding|leading\s+(?:or|and|/)\s*trailing|outer)?\s*(?:blanks|spaces)|trimmed",
    re.IGNORECASE,
)
_ANY_CASE = re.compile(r"\bcase\b", re.IGNORECASE)
_BLANKS = re.compile(r"\b(?:blanks|spaces|trimmed)\b", re.IGNORECASE)
_KIND = re.compile(
    r"(?P<kind>[A-Za-z][\w -]*?)\s*:\s*(?:the\s+)?(?P<one>\w+)\s+(?:of|from)\s+(?:the\s+"
    r"|their\s+|its\s+)?(?P<role>\w+)\s*[.;,]\s*"
    r"(?:all\s+)?(?:the\s+)?(?:others?|rest|otherwise)\s*:?\s*(?:their\s+|the\s+|its\s+)?(?:own|same)\s+(?P<two>\w+)",
    re.IGNORECASE,
)


def _spellings(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """The only source with its spellings replaced; others stay as the rule says."""
    if len(scope.sources) != 1 or family_of(scope.sources[0].column.type) is not Family.TEXT:
        return ""
    value = scope.sources[0].sql
    *groups, last = (piece.strip() for piece in re.split(r"\s*[;\n]\s*", text))
    others = _OTHERS.fullmatch(last.strip(" ."))
    arms = [_arm(group, value) for group in groups]
    if others is None or not arms or not all(arms):
        return ""
    rest = f"trim({value})" if re.search("trimmed", others["how"], re.IGNORECASE) else value
    return f"CASE {' '.join(arms)} ELSE {rest} END"


def _arm(group: str, value: str) -> str:
    match = _GROUP.fullmatch(group)
    if match is None:
        return ""
    how = match["how"] or ""
    if re.sub(r"[\s,;]|\band\b", "", _HOW.sub("", how), flags=re.IGNORECASE):
        return ""
    listed = [each.strip(" '\"") for each in re.split(r"\s*,\s*|\s+(?:and|or)\s+", match["list"])]
    if len(listed) < 2 and not how:
        return ""
    tested, any_case = value, _ANY_CASE.search(how) is not None
    tested = f"trim({tested})" if _BLANKS.search(how) else tested
    tested = f"upper({tested})" if any_case else tested
    codes = dict.fromkeys((each.upper() if any_case else each).replace("'", "''") for each in listed if each)
    quoted = ", ".join(f"'{code}'" for code in codes)
    to = match["to"].strip().strip("'").replace("'", "''")
    return f"WHEN {tested} IN ({quoted}) THEN '{to}'"


def _of_kind(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """A column of the row in another role where a flag of the own row is set, else the own one."""
    match = _KIND.fullmatch(text)
    if match is None or match["one"].casefold() != match["two"].casefold():
        return ""
    theirs = [c for c in scope.columns if _is_role(match["role"], c) and _named(match["one"], c)]
    own = [
        c
        for c in scope.columns
        if _named(match["two"], c)
        and theirs
        and c.table == theirs[0].table
        and c.relation != theirs[0].relation
    ]
    if len(theirs) != 1 or len(own) != 1:
        return ""
    flags = [c for c in scope.columns if c.relation == own[0].relation and _is_flag(match["kind"], c)]
    if len(flags) != 1:
        return ""
    return f"CASE WHEN {flags[0].sql} THEN {theirs[0].sql} ELSE {own[0].sql} END"


def _is_role(role: str, column: ScopeColumn) -> bool:
    parts = name_parts(column.relation)
    return column.relation != column.table and singular(role.casefold()) in (singular(p) for p in parts)


def _named(name: str, column: ScopeColumn) -> bool:
    return column.column.name.casefold() == name.casefold()


def _is_flag(kind: str, column: ScopeColumn) -> bool:
    said = [singular(w) for w in re.split(r"[\s_-]+", kind.casefold()) if w]
    parts = [singular(p) for p in name_parts(column.column.name) if p not in ("is", "flag")]
    return family_of(column.column.type) is Family.FLAG and said == parts


SPELLINGS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (_spellings, _of_kind)
"""Each gives the text as SQL, or nothing."""
