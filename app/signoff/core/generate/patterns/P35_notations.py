"""Values in a notation of their own, in words: "YYYYMMDD as date, zeros or blank is no date", "a German number".

What is no date, or no number, is said behind: texts by name, blank, zeros, or all that is none.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.context import Choice, Context
from signoff.core.generate.patterns.formats import has_time, strptime_format
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, text_literal
from signoff.core.generate.types import Family

NAME = "P35 notations"

_FORM = r"(?P<form>(?:[YJ]{2,4}|M{2}|D{2}|T{2})(?:[./-]?(?:[YJ]{2,4}|M{2}|D{2}|T{2})){2})"
_DATE = re.compile(
    r"(?:(?:it|the\s+source|source|field|value|comes|delivered|kept|stored|is|as|a|text|string|texts|strings|in|with|the|form|"
    rf"format|like|:|,|\()\s*)*{_FORM}\)?\s*(?:,|;|:|->|=>)?\s*(?:(?:please|to\s+be|is|and|then)\s+)*"
    r"(?:(?:convert(?:ed)?|turn(?:ed)?|made?|make|read|cast|parsed?|change[d]?|transformed?)\s*)?(?:it\s+)?(?:to|into|as|in)?\s*"
    r"(?:an?\s+|the\s+|real\s+|proper\s+)*(?:date|day)(?:\s+of\s+it)?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_GERMAN = re.compile(
    r"(?:(?:it|is|as|an?|the|text|read|convert|cast|make|value|to|:|,)\s+)*"
    r"(?:german\s+(?:style\s+)?numbers?|(?:decimal\s+)?(?:numbers?|amounts?)\s+(?:in|with|by)\s+(?:the\s+)?german\s+"
    r"(?:notation|format|style|writing|spelling)|german\s+(?:number\s+)?(?:notation|format)|numbers?\s+with\s+(?:a\s+)?decimal\s+comma\s+and\s+"
    r"(?:dots?|points?)\s+(?:for|as|between)\s+thousands)(?:\s*\((?P<bracket>[^()]*)\))?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BRACKET = re.compile(
    r"(?:[\s,;]|dots?|points?|for|as|thousands?|decimals?|comma|sign|separators?|and|cover|see|1\.234,56|e\.g\.|like|[\d.,]+)*",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"(?:with\s+|the\s+|an?\s+)*(?:opposite\s+sign|(?:sign|signs)\s+(?:is\s+|are\s+)?(?:reversed|turned(?:\s+round)?|switched|inverted|"
    r"flipped|changed)|(?:reversed?|inverted?|turn(?:ed)?|flip(?:ped)?|switch(?:ed)?|change)\s+(?:the\s+)?sign|negated)"
    r"(?:\s+of\s+(?:it|the\s+(?:value|amount)))?"
    r"(?:\s*\([^()]*\b(?:sign|signs|negative|positive|minus|plus|debit|debits|credit|credits|source)\b[^()]*\))?\.?",
    re.IGNORECASE,
)
_VERB = (
    r"(?:\s*(?:->|=>|=|:|\b(?:is|are|means?|gives?|becomes?|counts?\s+as|count\s+as|stands?\s+for|makes?)\b))+\s*"
    r"(?:(?:that\s+)?(?:we\s+do\s+not\s+know\s+(?:it|the\s+\w+)|nobody\s+knows(?:\s+it)?|it\s+is\s+not\s+known)\s*(?:(?:->|=>|=|:|,)\s*)?)?"
    r"(?:no\s+(?:date|value|number|day)|null|empty|unknown|nothing|missing|not\s+known)?"
)
_CLAUSE = re.compile(rf"(?P<what>.+?){_VERB}(?:\s*\(null\))?", re.IGNORECASE | re.DOTALL)
_ENDS = re.compile(
    r"(?:null|empty|unknown|nothing|missing|not\s+known|know\s+it|knows(?:\s+it)?|no\s+(?:date|value|number|day))\W*$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,\s*(?:and\s+|or\s+)?|\band\b|\bor\b|/)\s*", re.IGNORECASE)
_BLANK = re.compile(
    r"(?:an?\s+)?(?:blanks?|empty|missing|only\s+blanks|spaces?)(?:\s+(?:texts?|strings?|values?|ones?))?",
    re.IGNORECASE,
)
_ZEROS = re.compile(r"(?:all\s+|only\s+)?zer(?:os?|oes)|0", re.IGNORECASE)
_SAID = re.compile(r"['\"]?(?P<text>[\d][\d./-]*)['\"]?")
_NONE = re.compile(
    r"(?:(?:anything|everything|all|texts?|values?|what|whatever|those)\s+)?(?:else|other(?:\s+(?:texts?|values?))?|invalid(?:\s+\w+)?|(?:that|which)?\s*"
    r"(?:is|are)(?:\s*n't|\s+not|\s+no)\s+(?:an?\s+|just\s+|only\s+|a\s+proper\s+)*(?:date|number|day)s?|not\s+(?:an?\s+)?(?:date|number)|no\s+(?:date|number))",
    re.IGNORECASE,
)
_POSITIVE = re.compile(
    r"(?:(?:anything|everything|all|values?|numbers?)\s+)?(?:(?:that\s+is\s+)?not\s+above\s+(?:zero|0)|(?:zero|0)\s+or\s+(?:less|below|negative))",
    re.IGNORECASE,
)
_NUMBER = r"-?\d{1,3}(\.\d{3})+(,\d+)?|-?\d+(,\d+)?"


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The date, number or value with its sign turned, when the whole phrase is understood."""
    source = ctx.subject(Phrase((), "")) if phrase.marks and not phrase.columns else None
    if source is None:
        return None
    text = phrase.raw.strip().rstrip(".")
    if source.family is Family.NUMBER:
        return Piece(f"-{source.sql}", source.type) if _SIGN.fullmatch(text) else None
    if source.family is not Family.TEXT:
        return None
    return _date(text, source.sql, ctx) or _german(text, source.sql, ctx)


def _date(text: str, sql: str, ctx: Context) -> Piece | None:
    found = _DATE.fullmatch(text)
    form = strptime_format(found["form"].upper()) if found else None
    if found is None or form is None or has_time(form) or ctx.target_type not in ("DATE", ""):
        return None
    zeros = re.sub(r"[A-Za-z]", "0", found["form"])
    none = _exceptions(found["rest"], (zeros, "0"))
    if none is None or "positive" in none:
        return None
    lenient = "none" in none or ctx.holds(Choice.UNFIT_IS_NULL)
    made = f"CAST({'try_' if lenient else ''}strptime({sql}, {text_literal(form)}) AS DATE)"
    listed = sorted({each.removeprefix("=") for each in none if each.startswith("=")})
    if listed and not lenient:
        values = ", ".join(text_literal(each) for each in listed)
        made = f"CASE WHEN trim({sql}) IN ({values}) THEN NULL ELSE {made} END"
    return Piece(made, "DATE")


def _german(text: str, sql: str, ctx: Context) -> Piece | None:
    found = _GERMAN.fullmatch(text)
    if found is None or not _BRACKET.fullmatch(found["bracket"] or ""):
        return None
    none = _exceptions(found["rest"], ("0",))
    numeric = re.match(r"DECIMAL|DOUBLE|FLOAT|REAL|NUMERIC", ctx.target_type)
    if none is None or "=0" in none or (ctx.target_type and numeric is None):
        return None
    kind = ctx.target_type or "DECIMAL(18,6)"
    plain = f"replace(replace(trim({sql}), '.', ''), ',', '.')"
    made = f"CAST({plain} AS {kind})"
    if "none" in none or ctx.holds(Choice.UNFIT_IS_NULL):
        made = f"CASE WHEN regexp_full_match(trim({sql}), {text_literal(_NUMBER)}) THEN {made} END"
    elif "=" in none:
        made = f"CASE WHEN trim({sql}) <> '' THEN {made} END"
    return Piece(f"CASE WHEN {made} > 0 THEN {made} END" if "positive" in none else made, kind)


def _exceptions(rest: str, zeros: tuple[str, ...]) -> set[str] | None:
    """What counts as no value: ``=`` and the text, ``none`` for all that is none; None where that is not understood."""
    found: set[str] = set()
    for clause in re.split(r"[;\n]|\.(?=\s|$)|^\s*,", rest.strip()):
        plain = clause.strip(" .,;")
        said = _CLAUSE.fullmatch(plain) if plain else None
        if not plain:
            continue
        if said is None or not _ENDS.search(plain):
            return None
        for part in filter(None, _SPLIT.split(said["what"].strip(" ,"))):
            kinds = _exception(part.strip(), zeros)
            if not kinds:
                return None
            found |= kinds
    return found


def _exception(part: str, zeros: tuple[str, ...]) -> set[str]:
    if _POSITIVE.fullmatch(part):
        return {"positive"}
    if _BLANK.fullmatch(part):
        return {"="}
    if _ZEROS.fullmatch(part):
        return {f"={each}" for each in zeros}
    if _NONE.fullmatch(part):
        return {"none"}
    said = _SAID.fullmatch(part)
    return {f"={said['text']}"} if said is not None else set()
