"""Numbers, days and fixed texts that a rule names, held against an expression one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlglot import exp

_QUOTED = re.compile(
    r"'([^'\n]{1,80})'|\"([^\"\n]{1,80})\"|[‘’‚]([^‘’\n]{1,80})[‘’]|[“”„]([^“”\n]{1,80})[“”]"
)
_CODE = re.compile(r"(?<![\w.'\"/-])[A-Z][A-Z0-9]*(?:[_/-][A-Z0-9]+)*(?![\w.'\"/(-])")
_FORMAT = re.compile(
    r"(?=.*(?:YY|MM|DD|HH|XX|99|##|yy|mm|dd|hh|xx))(?:[YMDHISXymdhisx9#0\-./: ,()]|24|AM|PM)+"
)
_NO_CODES = """
SQL NULL AND OR NOT TRUE FALSE DATE CASE WHEN THEN ELSE END IF IN IS LIKE SUM COUNT MIN MAX AVG WHERE FROM JOIN
SELECT GROUP ORDER HAVING OVER PARTITION BETWEEN KEY ALL ANY AS BY ON TO OK NA NO ID UTC ISO CSV AM PM PK FK DW ETL
TBD VAT EUR USD GBP CHF YY YYYY MM MON DD HH HH24 MI SS
"""
_SQL_WORDS = frozenset(_NO_CODES.split())
"""Words in capitals that are no codes of a customer: of SQL, of formats, of the trade."""
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)")
_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SPOKEN_DAY = re.compile(
    rf"\b\d{{1,2}}(?:\.|st|nd|rd|th)? (?:{_MONTHS})\b|\b(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?\b"
)
_COUNTED = r"(?:first |last )?(?:characters?|letters?|digits?|days|weeks|months|years|hours|places)"
_WORD_NUMBER = re.compile(rf"\b({'|'.join(_WORDS)})\b(?= {_COUNTED}\b)", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,'\"-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w'\"-]|[.,]\d)")
_RANGE = re.compile(r"(?<![\w.,'\"/-])(\d+)\s*(?:-|–|to)\s*(\d+)(?![\w.'\"/-]|,\d)", re.IGNORECASE)
_DECIMALS = re.compile(r"\b(?:one|two|three|four|\d) (?:decimals?|digits? (?:after|behind))\b", re.IGNORECASE)
_PER_CENT = re.compile(r"%|\bper ?cent", re.IGNORECASE)
_ONE_TO_ONE = re.compile(r"\b1\s*(?:-|:|to)\s*1\b", re.IGNORECASE)
_TYPE = re.compile(
    r"\b(?:n?varchar2?|n?char|string|text|decimal|numeric|number|int)\s*\(\s*\d+\s*(?:,\s*\d+\s*)?\)",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"\(?\b(?:like|such as|e\.g\.|for example|for instance)\s+(?:'[^']*'|\"[^\"]*\"|[\w.:/-]*\d[\w.:/,-]*)",
    re.I,
)
_TIME = re.compile(
    r"\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{4}/\d{2}/\d{2}\b|\b(?:12|24)[- ]hours? (?:format|clock)?"
)
_DAY_NUMBERS = re.compile(r"dow|weekday|dayofweek|dayname", re.IGNORECASE)
_SAID_OF_CONDITIONS = frozenset(("true", "false", "yes", "no", "y", "n", "j", "t", "f", "1", "0"))
_DAY_NAMES = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_STEP = re.compile(
    r"(?:above|over|below|under|than|until|up to|from|before|after|least|most|between|and|[<>]=?)\s*$",
    re.IGNORECASE,
)
_FORMATTED_DAY = re.compile(r"with two digits|two[- ]digit", re.IGNORECASE)


def missing_values(tree: exp.Expr, rule: str) -> tuple[str, ...]:
    """The numbers, days and fixed texts of a rule that stand nowhere in a tree, as they stand in the rule."""
    rule = _TIME.sub(" ", _EXAMPLE.sub(" ", rule))
    plain = _QUOTED.sub(" ", rule)
    return (*_missing_texts(tree, rule, plain), *_missing_numbers(tree, plain))


def _missing_texts(tree: exp.Expr, rule: str, plain: str) -> Iterator[str]:
    found = [literal.name.casefold() for literal in tree.find_all(exp.Literal)]
    whole, sql = "\x1f".join(found), tree.sql(dialect="duckdb").casefold()
    columns = {_squashed(column.name) for column in tree.find_all(exp.Column)}
    for text in _texts(rule, plain):
        wanted = text.strip().casefold()
        stands = (
            _squashed(wanted) in columns
            or _is_in(wanted, found)
            or bool(re.search(rf"\b{re.escape(wanted)}\b", sql))
        )
        pieces = wanted.split("/")
        in_pieces = len(pieces) > 1 and all(piece and piece in whole for piece in pieces)
        if wanted and not stands and not in_pieces and not _is_shown_otherwise(tree, text):
            yield text
    days = [match.group(0) for match in _ISO.finditer(plain)]
    yield from (day for day in days if day not in whole and day[:4] not in whole)


def _squashed(name: str) -> str:
    return name.casefold().replace("_", "").replace(" ", "")


def _is_in(wanted: str, literals: list[str]) -> bool:
    """Whether a text stands in a fixed text; a short one is not found inside a longer word."""
    return any(
        wanted in each and (len(wanted) > 2 or each == wanted or not each.isalnum()) for each in literals
    )


def _texts(rule: str, plain: str) -> Iterator[str]:
    for match in _QUOTED.finditer(rule):
        text = next(group for group in match.groups() if group is not None)
        if not _FORMAT.fullmatch(text):
            yield text
    if plain.upper() != plain:
        for match in _CODE.finditer(plain):
            code = match.group(0)
            if len(code) > 1 and code not in _SQL_WORDS and not _FORMAT.fullmatch(code):
                yield code


def _is_shown_otherwise(tree: exp.Expr, text: str) -> bool:
    """True and false as words; a separator inside a format; a text that stands in a pattern piece by piece."""
    plain = text.strip().casefold()
    if plain in _DAY_NAMES:
        return _counts_days(tree)
    if plain == "null" or plain in _SAID_OF_CONDITIONS:
        return plain == "null" or tree.find(exp.Boolean) is not None or _is_condition(tree)
    number = plain.replace(",", ".")
    return number.replace(".", "", 1).isdigit() and any(
        not literal.is_string and float(literal.name) == float(number)
        for literal in tree.find_all(exp.Literal)
    )


def _counts_days(tree: exp.Expr) -> bool:
    """Whether the number of a day in its week is taken, which a rule may explain day by day."""
    return bool(_DAY_NUMBERS.search(tree.sql(dialect="duckdb")))


def _is_condition(tree: exp.Expr) -> bool:
    return isinstance(tree, exp.Predicate | exp.Connector | exp.Not | exp.Boolean)


def _missing_numbers(tree: exp.Expr, plain: str) -> Iterator[str]:
    text = _DECIMALS.sub(" ", _DAY.sub(" ", _ISO.sub(" ", plain)))
    text = _SPOKEN_DAY.sub(" ", _ONE_TO_ONE.sub(" ", _TYPE.sub(" ", text)))
    numbers = _numbers_in(tree)
    is_tried = "try_" in tree.sql(dialect="duckdb").lower()
    if _counts_days(tree):
        numbers |= set(map(float, range(8)))
    texts = [literal.name for literal in tree.find_all(exp.Literal) if literal.is_string]
    ranges = list(_RANGE.finditer(text))
    bounds = [(int(match.group(1)), int(match.group(2))) for match in ranges]
    wanted = {n for low, high in bounds if not _is_cut(low, high, numbers) for n in (low, high)}
    if len(bounds) > 1:
        wanted -= {min(wanted, default=0), max(wanted, default=0)}
    yield from (str(n) for n in sorted(wanted) if not {float(n + step) for step in (-1, 0, 1)} & numbers)
    for match in _NUMBER.finditer(_RANGE.sub(lambda found: " " * len(found.group(0)), text)):
        if not _has_number(match, text, numbers, texts, is_tried=is_tried):
            yield match.group(0)
    if _FORMATTED_DAY.search(text):
        return
    for match in _WORD_NUMBER.finditer(text):
        if float(_WORDS[match.group(1).lower()]) not in numbers:
            yield match.group(1)


def _numbers_in(tree: exp.Expr) -> set[float]:
    found = set()
    for literal in tree.find_all(exp.Literal):
        if literal.find_ancestor(exp.DataType):
            continue
        try:
            found.add(float(literal.name.strip()))
        except ValueError:
            found |= {float(part) for part in re.findall(r"\d+", literal.name)}
    return found


def _is_cut(low: int, high: int, numbers: set[float]) -> bool:
    """Whether positions from one to another stand there as a start and a length."""
    return {float(low), float(high - low + 1)} <= numbers


def _has_number(
    match: re.Match[str], rule: str, numbers: set[float], texts: list[str], *, is_tried: bool
) -> bool:
    """Whether a number stands there as itself, as a share, inside a text, or next to itself where it is a bound."""
    digits = match.group(0).replace(",", "")
    wanted = float(digits)
    if any(digits in text for text in texts):
        return True
    if wanted in (0.0, 1.0):
        return len(digits) == 1 or wanted in numbers
    if set(digits) == {"9"} and len(digits) > 5 and is_tried:
        return True
    close = {wanted, -wanted}
    if _PER_CENT.search(rule):
        close |= {wanted / 100, 1 - wanted / 100, 1 + wanted / 100}
    if _STEP.search(rule[: match.start()]):
        close |= {wanted - 1, wanted + 1}
    return any(abs(number - each) < 1e-9 for number in numbers for each in close)
