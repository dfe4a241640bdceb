"""Join conditions said half in words: ranges, open ends, ``same X``, and what is done before comparing.

``tariff_cd = t.tariff_cd and valid_from <= day of read_hour < valid_to; valid_to empty = open end`` is understood as
a whole or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.clauses import inside
from signoff.core.merge.keywords import Places, changed, without_changes
from signoff.core.merge.names import words
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sqlparts import columns_of, parsed

_EMPTY = r"(?:empty|missing|null|blank|not\s+(?:filled|set|given|known))"
_OPEN = (
    r"(?:(?:still\s+|means?\s+|is\s+|counts?\s+as\s+|stands\s+for\s+|an?\s+|the\s+)*"
    r"(?:open(?:[\s-]+ende?d?)?|valid|current|in\s+force|no\s+end|without\s+end|unlimited|for\s+ever|forever|running|"
    r"active|ongoing|enrolled|insured|employed|covered|in\s+effect|effective)"
    r"(?:\s+(?:until\s+further\s+notice|today|now))?)"
)
_OPEN_ENDS = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"[;,.(]?\s*(?:an?\s+|the\s+|if\s+|where\s+)?(?P<column>[\w.]+)\s+(?:is\s+|being\s+)?{_EMPTY}\s*(?:=|"
        rf":|,|->|=>|is|means|counts\s+as|then)\s*{_OPEN}\)?",
        rf"[;,.(]?\s*(?:an?\s+|the\s+|if\s+)?(?:{_EMPTY}|no)\s+(?P<column>[\w.]+(?:\s\w+)?)\s*(?:=|"
        rf":|,|->|=>|is|means|counts\s+as)\s*{_OPEN}\)?",
        rf"[;,.(]\s*(?:an?\s+|the\s+)?{_OPEN}\s+(?:if|when|where|for)\s+(?:an?\s+|the\s+)?(?P<column>[\w.]+)\s+(?:i"
        rf"s\s+)?{_EMPTY}\)?",
        rf"[;,.(]\s*(?:an?\s+|the\s+)?{_OPEN}\s+(?:if|when|where|for)\s+(?:it\s+is\s+|a\s+)?{_EMPTY}\)?",
        r"\s+or\s+(?P<column>[\w.]+)\s+is\s+(?:null|missing|empty)(?=\s*$|\s+and\b)",
        rf"[;,.(]?\s*(?:an?\s+|the\s+)?(?:open|unset|unfilled|blank|empty|missing|null)\s+(?P<column>[\w.]+)\s*(?:="
        rf"|:|,|->|=>|is|means|counts\s+as)\s*{_OPEN}\)?",
        r"\s*\((?:an?\s+|the\s+)?open\s+(?:end|ended)\)",
    )
)
_BETWEEN = re.compile(
    r"^(?P<value>.+?)\s+(?:is\s+|lies\s+|falls\s+|lying\s+)?(?:between|within|from)\s+(?P<low>[\w.]+)\s+(?:and|"
    r"to|-|\.\.)\s+(?P<high>[\w.]+)$",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    r"^(?P<low>[^<>=]+?)\s*(?P<first><=?)\s*(?P<value>[^<>=]+?)\s*(?P<second><=?)\s*(?P<high>[^<>=]+)$"
)
_CHAIN_DOWN = re.compile(
    r"^(?P<high>[^<>=]+?)\s*(?P<second>>=?)\s*(?P<value>[^<>=]+?)\s*(?P<first>>=?)\s*(?P<low>[^<>=]+)$"
)
_VALID_ON = re.compile(
    r"^(?:(?:the\s+)?(?:version|row|record|entry|price|rate|one|which\s+is|that\s+is|was|were|is)\s+)*"
    r"(?:valid|in\s+force|effective|current)\s+(?:on|at|as\s+of|for|during)\s+(?P<value>.+)$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"^(?P<left>[^<>=]+?)\s*(?P<sign><=|>=|<>|!=|==?|<|>|\b(?:is\s+)?(?:equals?(?:\s+to)?|the\s+same\s+as|"
    r"identical\s+to|matches|matching|corresponds\s+to)\b)\s*"
    r"(?P<right>[^<>=]+)$",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"^(?:(?:on|by|via|over|using|and|with|have|having|has|of|for)\s+)*(?:the\s+|their\s+|its\s+)?(?:(?:same|"
    r"identical|equal|common|shared|matching)\s+)?"
    r"(?P<name>[A-Za-z_][\w]*)(?:\s+(?:is|are)\s+(?:equal|the\s+same))?$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^\s*(?:on|where|by|using|via|over|joined\s+on|join\s+on|based\s+on|condition|key)\b\s*:?\s*",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*(?:[,;\n&]|\band\b)\s*(?:\band\b\s*)?", re.IGNORECASE)
_LITERAL = re.compile(r"^(?:'[^']*'|\"[^\"]*\"|-?\d+(?:\.\d+)?)$")
_SIGNS = {"<=", ">=", "<>", "<", ">"}
_FROM = frozenset({"from", "start", "begin", "since"})
_TO = frozenset({"to", "until", "end", "till", "thru", "through"})


def said_condition(
    text: str, relation: Relation, others: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    """How a relation is joined, where that is said half in words; None unless each word of it is understood."""
    places = Places(tuple(others), relation, schema)
    plain, opens, every = _without_open_ends(" ".join(_LEAD.sub("", text).split()).rstrip(" ."))
    parts = [_part(part, places, opens, every) for part in _changed_where_said(_parts(plain))]
    if not parts or not all(parts):
        return None
    sql = " and ".join(parts)
    return Condition(text, sql, Origin.PATTERN, cell) if _reaches(sql, relation) else None


def _reaches(sql: str, relation: Relation) -> bool:
    tree = parsed(sql)
    named = {c.table.casefold() for c in columns_of(tree)} if tree is not None else set()
    return relation.alias.casefold() in named and len(named) > 1


def _without_open_ends(text: str) -> tuple[str, frozenset[str], bool]:
    """The text without remarks that an end may be open, the columns they name, and whether one names none."""
    named: set[str] = set()
    every = False
    for shape in _OPEN_ENDS:
        for match in shape.finditer(text):
            column = match.groupdict().get("column") or ""
            named |= {squashed(column.rpartition(".")[2])} if column else set()
            every = every or not column
        text = shape.sub(" ", text)
    return text.strip(" ,;"), frozenset(named), every


def _parts(text: str) -> list[str]:
    """The parts between ``and`` and commas outside brackets; ``between a and b`` stays one part."""
    cuts = [m for m in _CUT.finditer(text) if not _held_together(text, m)]
    found, start = [], 0
    for cut in cuts:
        found.append(text[start : cut.start()])
        start = cut.end()
    found.append(text[start:])
    joined: list[str] = []
    for part in (p.strip() for p in found):
        if joined and part and without_changes(f"x {part}")[1] and without_changes(f"x {part}")[0] == "x":
            joined[-1] = f"{joined[-1]}, {part}"
        elif part:
            joined.append(part)
    return joined


def _changed_where_said(parts: Sequence[str]) -> list[str]:
    """Parts such as ``the unit trimmed`` put into the comparison of that column before them."""
    found: list[str] = []
    for part in parts:
        head, functions = without_changes(part)
        name = _SAME.match(head) if functions else None
        at = [n for n, p in enumerate(found) if name and re.search(rf"\b{name['name']}\b", p, re.I)]
        if at:
            found[at[-1]] += part[len(head) :]
        else:
            found.append(part)
    return found


def _held_together(text: str, cut: re.Match[str]) -> bool:
    before = text[: cut.start()]
    if inside(text, cut.start()):
        return True
    if "and" not in cut.group().lower():
        return False
    opened = re.split(r"\band\b|,|;", before, flags=re.I)[-1]
    return re.search(r"\b(?:between|within)\s+[\w.]+$", opened, re.I) is not None


def _part(text: str, places: Places, opens: frozenset[str], every: bool) -> str:
    plain, functions = without_changes(text)
    chain = _BETWEEN.match(plain) or _CHAIN.match(plain) or _CHAIN_DOWN.match(plain)
    if chain is not None:
        return _range(chain.groupdict(), places, opens, every)
    valid = _VALID_ON.match(plain)
    if valid is not None:
        return _valid_on(valid["value"], places)
    same = _SAME.match(plain)
    pair = places.like(same["name"]) if same is not None else None
    if pair is not None:
        return f"{changed(pair[0].sql, functions)} = {changed(pair[1].sql, functions)}"
    compared = _COMPARED.match(plain)
    return _comparison(compared, functions, places, opens) if compared is not None else ""


def _range(said: dict[str, str], places: Places, opens: frozenset[str], every: bool) -> str:
    low, high = (places.value(said[end], there_first=True) for end in ("low", "high"))
    value = places.value(said["value"], there_first=False)
    if not (low and high and value):
        return ""
    first, second = said.get("first") or "<=", said.get("second") or "<="
    first, second = first.replace(">", "<"), second.replace(">", "<")
    upper = f"{value} {second} {high}"
    if every or squashed(said["high"].strip().rpartition(".")[2]) in opens:
        upper = f"({high} is null or {upper})"
    return f"{low} {first} {value} and {upper}"


def _valid_on(said: str, places: Places) -> str:
    """``valid on the day of X``: between the two columns that say from when to when, the end open when missing."""
    value = places.value(said, there_first=False)
    columns = [
        c
        for c in relation_columns(places.there, places.schema)
        if c.column.type.upper().startswith(("DATE", "TIMESTAMP"))
    ]
    starts = [c.sql for c in columns if set(words(c.column.name)) & _FROM]
    ends = [c.sql for c in columns if set(words(c.column.name)) & _TO]
    if not value or len(starts) != 1 or len(ends) != 1:
        return ""
    return f"{starts[0]} <= {value} and ({ends[0]} is null or {value} <= {ends[0]})"


def _comparison(said: re.Match[str], functions: Sequence[str], places: Places, opens: frozenset[str]) -> str:
    sign = said["sign"] if said["sign"] in _SIGNS else "<>" if said["sign"] == "!=" else "="
    left, right = said["left"].strip(), said["right"].strip()
    for text, other in ((left, right), (right, left)):
        if _LITERAL.match(text):
            value = places.value(other, there_first=True)
            literal = "'" + text[1:-1].replace("'", "''") + "'" if text[0] in "'\"" else text
            return (
                (f"{value} {sign} {literal}" if text is right else f"{literal} {sign} {value}")
                if value
                else ""
            )
    for left_there in (_is_there(left, places) and not _is_there(right, places), True):
        one = places.value(left, there_first=left_there)
        two = places.value(right, there_first=not left_there)
        if one and two and one != two:
            whole = f"{changed(one, functions)} {sign} {changed(two, functions)}"
            return f"({two} is null or {whole})" if squashed(right) in opens and sign in _SIGNS else whole
    return ""


def _is_there(text: str, places: Places) -> bool:
    """Whether only the joined table has what a side names."""
    alone = Places((), places.there, places.schema)
    before = Places(places.here, Relation("", "", places.there.join), places.schema)
    return bool(alone.value(text, there_first=True)) and not before.value(text, there_first=False)
