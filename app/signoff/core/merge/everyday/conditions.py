"""The condition that a few words on rows stand for: ``in state X or Y``, ``without user``."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.everyday.missing import missing_or_there
from signoff.core.merge.everyday.said import Said
from signoff.core.merge.everyday.values import comparable, is_text, literal
from signoff.core.merge.everyday.wording import LIMITING, ROWS
from signoff.core.merge.likely.marked import days_called
from signoff.core.merge.names import NUMERIC
from signoff.core.merge.scoping import is_day

_C = r"‹c(?P<c>\d+)›"
_V = r"(?P<v>‹v\d+›(?:\s*(?:,\s*or|,|or|/|and)\s*‹v\d+›)*)"
_ONE = (
    r"‹v(?P<v>\d+)›(?P<v_unit>\s+(?:days?|years?|months?|euros?|percent|seconds?|minutes?|hours?|points?|km"
    r"|pieces?))?"
)
_IS = r"(?:is|are|was|were|be|has|have|=|==|:|equals|of|being|stands\s+(?:on|at))"
_SIGNS = (
    (
        ">=",
        r"(?:at\s+least|not\s+(?:less|smaller|lower|shorter|fewer)\s+than|not\s+(?:under|below|before)|no\s+(?:less|earlier)\s+than|from|since|>=|on\s+or\s+after|starting\s+(?:from|with|on))",
    ),
    (
        "<=",
        r"(?:at\s+most|not\s+(?:more|greater|bigger|higher|longer|larger|later)\s+than|not\s+(?:over|above|after|beyond)|no\s+(?:more|later)\s+than|up\s+to(?:\s+and\s+including)?|until|<=|on\s+or\s+before)",
    ),
    (
        "<",
        r"(?:under|below|before|(?:less|smaller|lower|shorter|fewer|earlier|older|cheaper)\s+than|prior\s+to|<)",
    ),
    (
        ">",
        r"(?:over|above|after|beyond|(?:more|greater|bigger|higher|longer|larger|later|newer)\s+than|exceeding|>)",
    ),
)
_SIGN = "|".join(f"(?P<s{n}>{said})" for n, (_, said) in enumerate(_SIGNS))
_ONWARDS = r"(?:\s+(?:onwards?|on|and\s+later|and\s+after|or\s+later))?"
_COMPARED = (
    re.compile(rf"^{_C}\s*(?:{_IS}\s+)?(?:{_SIGN})\s*{_ONE}{_ONWARDS}$"),
    re.compile(rf"^(?:{_SIGN})\s*{_ONE}{_ONWARDS}\s*\(\s*{_C}\s*\)$"),
    re.compile(rf"^(?:{_SIGN})\s*{_ONE}{_ONWARDS}\s+(?:(?:in|by|of)\s+)?{_C}$"),
)
_VERBED = re.compile(
    rf"^(?P<verb>[a-z]+)\s+(?:(?:date|day)\s+(?:is\s+|are\s+)?)?(?:{_SIGN})\s*{_ONE}{_ONWARDS}$"
)
_BARE_DAY = re.compile(rf"^(?:{_SIGN})\s*{_ONE}{_ONWARDS}$")
_BETWEEN = re.compile(
    rf"^{_C}\s+(?:{_IS}\s+)?(?:between|from)\s+‹v(?P<low>\d+)›\s+(?:and|to)\s+‹v(?P<high>\d+)›$"
)
_WITHIN = re.compile(
    rf"^(?:the\s+)?{ROWS}\s+(?:(?:that|which|from)\s+)?(?:are\s+|were\s+)?(?P<span>between\s+‹v\d+›\s+and\s+‹v\d+›)$"
)
_EQUALS = re.compile(
    rf"^{_C}\s*(?:{_IS}\s*)?(?P<not>not\s+|<>\s*|!=\s*|isn[’']t\s+)?(?:in\s+|one\s+of\s+|either\s+)?\(?\s*{_V}\s*\)?$"
)
_VALUE_FIRST = re.compile(rf"^{_V}\s*\(?\s*(?:in|as)?\s*{_C}\s*\)?$")
_SIGNED = re.compile(
    rf"^(?:(?P<sign>negative|positive|zero)\s+{_C}|‹c(?P<b>\d+)›\s+(?:{_IS}\s+)?(?:a\s+)?(?P<sign2>negative|positive|zero))$"
)
_BY_SIGN = {"negative": "< 0", "positive": "> 0", "zero": "= 0"}
_PARTLY = re.compile(
    rf"^{_C}\s+(?P<how>starts?|begins?|starting|beginning|ends?|ending|contains?|containing)\s+(?:with\s+|in\s+|on\s+)?‹v(?P<v>\d+)›$"
)
_DOMAIN = re.compile(
    r"^(?:[a-z-]+\s+)?(?:at|of|from|in|ending\s+(?:in|with|on))\s+@?\s*(?P<domain>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})\s*\(\s*‹c(?P<c>\d+)›\s*\)$"
)
_FLAG = re.compile(rf"^{_C}$")
_BRACKET = re.compile(r"^(?P<head>[^()]*?)\s*\((?:i\.?\s?e\.?,?\s*|that\s+is,?\s*|=\s*)?(?P<what>[^()]+)\)$")
_SPELT_OUT = re.compile(
    r"^(?P<head>[^()]*?)\s*,?\s*(?:i\s?\.?\s?e\s?\.?|that\s+is|which\s+means|meaning|that\s+means)\s*,?\s*(?P<what>[^()]+)$"
)
_LEAD = re.compile(
    rf"^(?:(?:the|all|any|those|these|such|every|each|an?|also)\s+)*{ROWS}(?!\w)\s*(?:(?:that|which|who|where|whose|with|in|of|having|have|has|are|is|were|was|at|on|for|when|the|an?|still|already|their|its)\s+)*"
)
_SMALL = re.compile(
    r"^(?:(?:that|which|who|where|whose|with|in|of|having|have|has|are|is|at|when|the|an?|on|still|already)\s+)+"
)
_COMPARES = (
    r"\b(?:than|under|over|below|above|before|after|until|since|from|up|least|most|more|less|between|negative|positive"
    r"|zero|without)\b"
)
"""Words that compare, which are not passed over before a bracket with a column."""
_MOST_HEAD = 7


def condition(text: str, said: Said) -> str | None:
    """SQL that is true of the rows a few words name; None where they say anything else.

    Args:
        text: part of the sentence's marked text.
        said: the sentence.
    """
    plain = text.strip(" ,;:.")
    bracket = _BRACKET.match(plain) or _SPELT_OUT.match(plain)
    if bracket is not None:
        found = _bracketed(bracket["head"].strip(), bracket["what"].strip(), said)
        if found is not None:
            return found
    return _either(plain, said)


def _bracketed(head: str, what: str, said: Said) -> str | None:
    """What a bracket says in columns, or the column of what stands before it."""
    within = _WITHIN.match(head)
    if within is not None and _FLAG.match(what):
        return _atom(f"{what} {within['span']}", said)
    if re.search(r"\b(?:and|or)\b.*‹|‹.*\b(?:and|or)\b", head):
        return None
    is_called = len(head.split()) <= _MOST_HEAD and re.search(LIMITING, head) is None and "‹v" not in head
    if is_called and (found := _either(what, said)) is not None:
        return found
    column = _FLAG.match(what)
    if column is None:
        return None
    bare = _LEAD.sub("", f"{head} ").strip() or head
    for start in (m.start() for m in re.finditer(r"\S+", bare)):
        if re.search(rf"{LIMITING}|{_COMPARES}", bare[:start]):
            break
        found = _atom(f"{bare[start:]} ( {what} )", said) or _atom(
            f"{what} {_SMALL.sub('', bare[start:])}", said
        )
        if found is not None and len(bare[:start].split()) <= _MOST_HEAD:
            return found
    return None


def _either(text: str, said: Said) -> str | None:
    """One condition, or several of one kind."""
    found = _atom(text, said)
    if found is not None:
        return found
    for word, sign in ((r"\s+or\s+", "or"), (r"\s+and\s+", "and")):
        parts = re.split(word, text)
        if len(parts) < 2:
            continue
        atoms = [_atom(part, said) for part in parts]
        own = all(re.match(rf"^(?:the\s+|all\s+)?{ROWS}(?!\w)", part.strip()) for part in parts)
        if all(atoms):
            sign = "or" if sign == "and" and own else sign
            return f"({f' {sign} '.join(str(a) for a in atoms)})"
    return None


def _atom(text: str, said: Said) -> str | None:
    plain = text.strip(" ,;:.")
    led = _LEAD.sub("", f"{plain} ").strip()
    for each in dict.fromkeys((plain, led, _SMALL.sub("", f"{led} ").strip(), *_with_small(plain))):
        found = _shaped(each, said) if each else None
        if found is not None:
            return found
    return None


def _with_small(plain: str) -> tuple[str, ...]:
    """What stands behind the rows' noun, its own small words kept: ``without ‹c0›``."""
    match = re.match(
        rf"^(?:(?:the|all|any|those|these|such|every|each|an?)\s+)*{ROWS}\s+(?:(?:that|which|who)\s+(?:are|is|have|has)?\s*)?(?P<rest>.+)$",
        plain,
    )
    return (match["rest"],) if match is not None else ()


def _shaped(text: str, said: Said) -> str | None:
    if (found := missing_or_there(text, said)) is not None:
        return found
    for shape in _COMPARED:
        if (match := shape.match(text)) is not None:
            return _compared(said.columns[int(match["c"])], match, said)
    return _told(text, said) or _named(text, said)


def _told(text: str, said: Said) -> str | None:
    """Values, signs, parts of texts and spans of a column."""
    between = _BETWEEN.match(text)
    if between is not None:
        column = said.columns[int(between["c"])]
        low, high = (literal(column, int(between[k]), said) for k in ("low", "high"))
        return f"{comparable(column)} between {low} and {high}" if low and high else None
    equals = _EQUALS.match(text) or _VALUE_FIRST.match(text)
    if equals is not None:
        return _equals(equals, said)
    signed = _SIGNED.match(text)
    if signed is not None:
        column = said.columns[int(signed["c"] or signed["b"])]
        sign = _BY_SIGN[signed["sign"] or signed["sign2"]]
        return f"{column.sql} {sign}" if NUMERIC.match(column.column.type) else None
    partly = _PARTLY.match(text)
    if partly is not None:
        column, value = said.columns[int(partly["c"])], said.values[int(partly["v"])].text.replace("'", "''")
        how = partly["how"][:3]
        shape = {"sta": f"{value}%", "beg": f"{value}%", "end": f"%{value}"}.get(how, f"%{value}%")
        return f"{column.sql} like '{shape}'" if is_text(column) else None
    domain = _DOMAIN.match(text)
    if domain is not None:
        column = said.columns[int(domain["c"])]
        return f"{column.sql} ilike '%@{domain['domain']}'" if is_text(column) else None
    flag = _FLAG.match(text)
    if flag is not None and said.columns[int(flag["c"])].column.type.upper().startswith("BOOL"):
        return f"{said.columns[int(flag['c'])].sql} = true"
    return None


def _named(text: str, said: Said) -> str | None:
    """Days told by a verb, or by nothing where there is only one: ``started before ‹v0›``."""
    verbed, bare = _VERBED.match(text), _BARE_DAY.match(text)
    if verbed is not None and said.values[int(verbed["v"])].kind == "day":
        column = days_called(verbed["verb"], said.own)
        return _compared(column, verbed, said) if column is not None else None
    if bare is not None and said.values[int(bare["v"])].kind == "day":
        days = [c for c in said.own if is_day(c)]
        return _compared(days[0], bare, said) if len(days) == 1 else None
    return None


def _compared(column: ScopeColumn, match: re.Match[str], said: Said) -> str | None:
    sign = next(s for n, (s, _) in enumerate(_SIGNS) if match[f"s{n}"])
    value = literal(column, int(match["v"]), said)
    of_days = re.search(r"\b(?:older|newer|earlier|later)\b", match.group()) is not None
    if (
        value is None
        or is_text(column)
        or (match["v_unit"] and is_day(column))
        or (of_days and not is_day(column))
    ):
        return None
    return f"{comparable(column)} {sign} {value}"


def _equals(match: re.Match[str], said: Said) -> str | None:
    column = said.columns[int(match["c"])]
    literals = [literal(column, int(n), said) for n in re.findall(r"‹v(\d+)›", match["v"])]
    denied = match.groupdict().get("not")
    if not literals or None in literals:
        return None
    alone, several = ("<>", "not in") if denied else ("=", "in")
    listed = (
        f"{alone} {literals[0]}" if len(literals) == 1 else f"{several} ({', '.join(map(str, literals))})"
    )
    compared = f"{comparable(column)} {listed}"
    return f"({column.sql} is null or {compared})" if denied else compared
