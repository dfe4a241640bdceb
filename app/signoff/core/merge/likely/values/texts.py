"""What is said of a text behind it: letters, blanks, digits, zeros in front, signs, parts left out."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.merge.likely.conditions import is_text, text_literal
from signoff.core.merge.likely.values.state import Said
from signoff.core.merge.likely.values.tools import Tools
from signoff.core.merge.names import NUMERIC

_TRIMS = re.compile(
    r"\b(?:trim(?:med)?|strip(?:ped)?)\b|\b(?:spaces?|blanks?)\b.*\b(?:around|either\s+end|both\s+ends|outside|begin(?:ning)?|front|end|gone|away|removed?|off)\b|\bwithout\s+(?:any\s+)?(?:spaces?|blanks?)\s+(?:around|at|outside)\b|\bno\s+(?:spaces?|blanks?)\s+at\b",
    re.IGNORECASE,
)
_NO_BLANKS = re.compile(
    r"^(?:(?:no|without(?:\s+any)?)\s+(?:blanks|spaces)\s+(?:inside|in\s+(?:it|between)|within|at\s+all)|(?:all\s+)?(?:blanks|spaces)\s+(?:removed|taken\s+out|gone))$",
    re.IGNORECASE,
)
_NOT_TRIMS = re.compile(r"\b(?:between|inside|all\s+spaces|null|if|when|word|each)\b|'", re.IGNORECASE)
_CASED = re.compile(
    r"^(?:and\s+|then\s+|we\s+keep\s+\w+\s+|keep\s+\w+\s+|always\s+|put\s+|written\s+|all\s+)*(?:in\s+)?(?:(?P<up>capitals?|capital\s+letters|upper([\s-]?case)?|uppercased?)|(?:small\s+letters|lower([\s-]?case)?|lowercased?))$",
    re.IGNORECASE,
)


def with_letters(text: str, state: Said, tools: Tools) -> Said | None:
    """Capitals or small letters, blanks taken away."""
    cased = _CASED.match(text)
    if cased is not None and tools.target_type.upper().startswith("VARCHAR"):
        return replace(state, sql=f"{'upper' if cased['up'] else 'lower'}({state.sql})")
    if _NO_BLANKS.match(text) and len(state.used) == 1:
        return replace(state, sql=f"replace({state.sql}, ' ', '')")
    if _TRIMS.search(text) and not _NOT_TRIMS.search(re.sub(r"\bmay\b.*?\bso\b", "", text)):
        texts = tuple(c for c in state.used if is_text(c))
        return state.with_each(texts, "trim({})") if texts and "trim(" not in state.sql else state
    return None


_LACKS_SIGN = re.compile(
    r"^(?=.*(?:\b(?:no|without|lacks?|missing|not\s+contain(?:ing)?(?:\s+an?)?)\s+(?:an?\s+)?(?P<c>@|'[^']+'|\"[^\"]+\"|at[\s-]sign|hyphen|comma)))(?=.*\b(?:null|nothing|empty|blank|not\s+(?:loaded|taken|an?|kept)|no\s+value|rather\s+have|dropped|invalid)\b).*$",
    re.IGNORECASE,
)
_CALLED_SIGNS = {"at-sign": "@", "at sign": "@", "hyphen": "-", "comma": ","}


def if_valid(text: str, state: Said, tools: Tools) -> Said | None:
    """A text counts only where it has a sign in it: an address without an @ is none."""
    match = _LACKS_SIGN.match(text)
    if match is None or not tools.target_type.upper().startswith("VARCHAR"):
        return None
    sign = _CALLED_SIGNS.get(match["c"].lower(), match["c"].strip("'\""))
    return replace(state, sql=f"CASE WHEN contains({state.sql}, {text_literal(sign)}) THEN {state.sql} END")


_TURNED = re.compile(
    r"^(?:times\s+-\s?1|(?:with\s+(?:the\s+)?)?opposite\s+sign|(?:(?:gets?|has|have|with|carry|carries)\s+)?(?:as\s+)?(?:a\s+)?minus(?:\s+sign)?|negated|with\s+a\s+minus(?:\s+sign)?|sign\s+(?:turned|changed|reversed)(?:\s+round)?)$",
    re.IGNORECASE,
)
_POSITIVE = re.compile(
    r"^(?:(?:is\s+|are\s+)?shown\s+(?:as\s+)?(?:an?\s+)?positive|as\s+(?:an?\s+)?positive|positive\s+(?:figure|number)|without\s+(?:the\s+)?sign|sign\s+removed)(?:\s+(?:figure|number|value|amount))?$",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    r"^(?:only\s+(?:the\s+)?|keep\s+(?:only\s+)?(?:the\s+)?|just\s+the\s+)?digits(?:\s+only)?$", re.IGNORECASE
)
_PADDED = re.compile(
    r"^(?:and\s+|then\s+)?(?:filled\s+up\s+|fill(?:ed)?\s+|padded\s+|left[\s-]padded\s+|pad\s+|with\s+)*(?:zero[\s-]padded|(?:with\s+)?(?:leading\s+)?(?:zeros?|zeroes|0s?)|padding)(?:\s+(?:in\s+front|on\s+the\s+left))?\s+(?:up\s+)?to\s+(?P<n>\d+|four|five|six|eight|ten)(?:\s+(?:digits?|places?|characters?|positions?|chars?))?$|^(?:then\s+)?lpad\D+(?P<m>\d+)\D*0?\D*$",
    re.IGNORECASE,
)
_KEEPS_ALL = re.compile(
    r"^(?:if|where|when)\s+(?:there\s+are\s+|it\s+has\s+)?(?:more|longer)\b.*\bkeep\b.*\b(?:all|it|them)\b.*$|^longer\s+\w+\s+(?:stay|are\s+kept).*$",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"^(?:e\.?\s?g\.?|for\s+example|example|like)\s*:?\s*(?P<a>\S+)\s*(?:>|->|→|=>|=|becomes|gives)\s*(?P<p>[A-Za-z][A-Za-z_-]*)?(?P<z>0*)(?P<b>\S+)$",
    re.IGNORECASE,
)


def shaped(text: str, state: Said, tools: Tools) -> Said | None:
    """Sign, digits, zeros in front."""
    if NUMERIC.match(tools.target_type):
        if _TURNED.match(text):
            return replace(state, sql=f"-({state.sql})")
        return replace(state, sql=f"abs({state.sql})") if _POSITIVE.match(text) else None
    if not tools.target_type.upper().startswith("VARCHAR"):
        return None
    if _DIGITS.match(text):
        return replace(state, sql=f"nullif(regexp_replace({state.sql}, '[^0-9]', '', 'g'), '')")
    if _KEEPS_ALL.match(text) and "lpad(" in state.sql:
        return state
    padded = _PADDED.match(text)
    if padded is not None:
        told = padded["n"] or padded["m"]
        size = (
            told
            if told.isdigit()
            else str({"four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10}[told.lower()])
        )
        sql = state.sql if state.sql.startswith("nullif(regexp") else f"CAST({state.sql} AS VARCHAR)"
        return replace(
            state, sql=f"CASE WHEN length({sql}) < {size} THEN lpad({sql}, {size}, '0') ELSE {sql} END"
        )
    example = _EXAMPLE.match(text)
    if example is not None and state.sql.startswith(f"'{example['p']}' || "):
        return state
    if example is not None and example["a"] == example["b"]:
        return replace(state, sql=f"{text_literal(example['p'])} || {state.sql}") if example["p"] else state
    return None


_LEFT_OUT = re.compile(
    r"\b(?:no|without|missing|not|blank|empty)\b.*\b(?:alone|only|left\s+out|omitted|will\s+do|by\s+itself|skipped|just)\b|\b(?:left\s+out|leave\s+out|skip|omit)\b.*\b(?:missing|blank|empty|not\s+there)\b|\b(?:missing|blank|empty)\b.*\b(?:left\s+out|omitted|skipped)\b|no\s+double\s+(?:blanks|spaces)",
    re.IGNORECASE,
)


def parts_left_out(text: str, state: Said, tools: Tools) -> Said | None:
    """Parts of a text that are missing are left out, with what stands between them."""
    parts = state.sql.split(" || ")
    marks = {part for part in parts[1::2]}
    if len(parts) < 3 or len(parts) % 2 == 0 or len(marks) != 1 or not next(iter(marks)).startswith("'"):
        return state if state.sql.startswith("nullif(concat_ws(") and _LEFT_OUT.search(text) else None
    if not _LEFT_OUT.search(text):
        return None
    listed = ", ".join(f"nullif({part}, '')" for part in parts[::2])
    return replace(state, sql=f"nullif(concat_ws({next(iter(marks))}, {listed}), '')")
