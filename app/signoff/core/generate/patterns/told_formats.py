"""Formats that a rule tells of its source: ``DD/MM/YYYY in source, load as date``, ``YYYYMMDD (source is DD.MM.YYYY)``.

The clause is taken off and the rest compiled as of a date; a source that holds text is read by the format, one that
was a date already stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Expression, Origin, Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.formats import has_time, strptime_format
from signoff.core.generate.patterns.pieces import text_literal
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family, family_of, is_integer

_FORM = (
    r"(?P<form>(?:(?:DD|MM|MONTH|MON|YYYY|YY|TT|JJJJ|JJ|AAAA|HH24|HH12|HH|MI|SS|AM|PM)(?:[-/.:T,]|\s(?=(?:HH|MI|SS|AM|"
    r"PM|MM|MON|YY|JJ)))*){2,7})"
)
_KIND = r"(?:\s+(?:text|string|format|varchar|char|dates?|values?|numbers?|integers?|pattern))*"
_OF = (
    r"(?:the\s+)?(?:source|input|legacy|incoming|raw|original|oltp|file|extract|feed|csv|quelle|origen|data|dates?|field|column|"
    r"value|text|it|this)"
    r"(?:\s+(?:values?|field|column|dates?|data|texts?|string|system|file|table|layer|side))*"
)
_IS = (
    r"(?:\s*(?:is|are|comes?|arrives?|stored|held|kept|given|delivered|provided|sent|has|have|formatted|written|in|as|of|with|"
    r"the|an?|format|form|pattern|layout|text|string|char|varchar|always|:|=))+"
)
_CLAUSES = tuple(
    re.compile(rf"(?P<open>^|[,;.(–-]\s*|\s-\s){clause}(?P<close>$|\s*[,;.)–]|\s*-?>|\s+-\s)", re.IGNORECASE)
    for clause in (
        rf"(?:format\s+)?'?{_FORM}'?{_KIND}\s+(?:in|at|from|on|of|im|en)\s+{_OF}",
        rf"{_OF}{_IS}\s*'?{_FORM}'?{_KIND}",
        rf"(?:stored|comes?|coming|given|delivered|arrives|held|kept|provided|sent)(?:\s+(?:in|as|with|the|an?|text|string|format))+\s+'?{_FORM}'?{_KIND}",
    )
)
_LEFT = re.compile(r"^[\s,;.:>=→–()-]+|[\s,;.:(→–-]+$|\(\s*\)")
_JOINING = re.compile(r"^(?:and|then|so|to be|must be|please)\s+", re.IGNORECASE)
_AS_DATE = re.compile(
    r"(?:(?:load|convert(?:ed)?|cast|parse|turn|store|change|transform|save|keep|read|bring)\s*(?:ed)?\s*)?(?:it|this|them)?\s*"
    r"(?:in\s?to|to|as|in)?\s*(?:an?\s+|the\s+)?(?:real|proper|true)?\s*(?:date|timestamp|datetime|iso(?:\s+date)?)?"
    r"(?:\s*(?:type|column|value|field|format))?",
    re.IGNORECASE,
)
_FORMAT_WORDS = word_set(
    "a as cast change char column convert converted date datetime datum daty fecha field format "
    "formato formats formatted from in into is it konwersja load mask na of parse read source string "
    "target text the timestamp to to_date to_timestamp try_to_date type umwandeln using value "
    "varchar with"
)
_SENTINEL = re.compile(
    r"(?:if\s+)?(?P<value>'[^']+'|\d{4,14}|\d+[./-]\d+[./-]\d+)\s*(?:means?|=|is|stands\s+for|->|=>|:|for)\s*(?:an?\s+)?"
    r"(?:no\s+\w+|open(?:[\s-]ended)?|unlimited|unknown|null|empty|blank|not\s+\w+|never)"
    r"(?:\s*(?:,|->|=>|;|and|so|=|:|then)\s*(?:load|leave|set|use|make)?\s*(?:it\s+|as\s+|to\s+)?(?:null|empty|blank|no\s+value))?",
    re.IGNORECASE,
)
"""A value that stands for none: `99991231 means no end -> leave empty`."""
_MIDNIGHT = re.compile(
    r"\s*[,;(]?\s*(?:with\s+|and\s+)?(?:the\s+)?(?:time(?:\s+of\s+day)?(?:\s+part)?|at)\s+(?:is\s+|=\s*|set\s+to\s+|always\s+|of\s+)*(?:00:00(?::00)?|midnight)\s*\)?\s*\.?$",
    re.IGNORECASE,
)
"""The time of a day that is written without one."""
_OPEN_YET = re.compile(
    r"(?:(?:it\s+is|is)\s+)?(?:not\s+yet\s+\w+|still\s+(?:open|out|running|active)|never\s+\w+)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Told:
    """A rule without what it tells of its source's format."""

    rule: str
    scope: Scope
    """The source columns that hold text are dates here."""
    read: tuple[tuple[ScopeColumn, str, str], ...] = ()
    """Each of them, and the SQL that reads it: so that other text is an error, and so that it is no value."""

    def over_texts(self, made: Expression) -> Expression:
        """An expression over dates as one over the texts; reading what is no date as no value is the alternative."""
        if not self.read:
            return made
        every = (made.sql, *made.alternatives)
        strict, lenient = (
            [self._written(sql) for sql in every],
            [self._written(sql, lenient=True) for sql in every],
        )
        others = tuple(dict.fromkeys((*strict[1:], *lenient)))
        return replace(
            made, sql=strict[0], origin=Origin.PATTERN, method="P40 told formats", alternatives=others
        )

    def _written(self, sql: str, *, lenient: bool = False) -> str:
        """SQL over dates as SQL over the texts they are read from."""
        for column, strict, loose in self.read:
            name = re.escape(column.sql)
            sql = re.sub(rf"(?<![\w.\"']){name}(?![\w\"'(])", lambda _: loose if lenient else strict, sql)  # noqa: B023
        return sql


def told_formats(text: str, scope: Scope) -> Iterator[Told]:
    """The rule without the format it tells of its source, where it tells one and no other text is left over."""
    plain = " ".join(text.split())
    form = re.search(_FORM, plain, re.IGNORECASE)
    if form is not None and _only_tells_form(plain, scope, Family.TEXT):
        yield from _told("", form["form"], scope)
    for clause in _CLAUSES:
        found = clause.search(plain)
        if found is not None:
            yield from _told(_without(plain, found), found["form"], scope)


def told_beside(text: str, scope: Scope, mapping: ColumnMapping) -> Iterator[Told]:
    """The rule over dates, where only the note beside it or the source's type tells how they are written."""
    form = _form_beside(mapping) if not re.search(_FORM, text, re.IGNORECASE) else ""
    if form and any(family_of(c.column.type) not in (Family.DATE, Family.TIMESTAMP) for c in scope.sources):
        yield from _told(" ".join(text.split()), form, scope)


def is_format_of_date(text: str, scope: Scope) -> bool:
    """Whether a rule only tells how dates are written, and the source and the target are dates already."""
    return any(_only_tells_form(text, scope, family) for family in (Family.DATE, Family.TIMESTAMP))


def _only_tells_form(text: str, scope: Scope, held: Family) -> bool:
    """Whether the text has words of formats only, the one source is of that family and the target a date."""
    if len(scope.sources) != 1 or family_of(scope.target_type) not in (Family.DATE, Family.TIMESTAMP):
        return False
    source = scope.sources[0]
    rest, forms = re.subn(_FORM, " ", text, flags=re.IGNORECASE)
    said = set(re.findall(r"[a-zA-Z_]\w*", rest.casefold())) - {
        source.column.name.casefold(),
        source.relation.casefold(),
    }
    told = forms == 1 and said <= _FORMAT_WORDS and not re.search(r"\d", rest)
    return told and family_of(source.column.type) is held


def _form_beside(mapping: ColumnMapping) -> str:
    """The format that the note beside the rule, or the source's type, tells wholly."""
    note = " ".join(mapping.note.split())
    whole = next((found for c in _CLAUSES if (found := c.fullmatch(note)) is not None), None)
    typed = re.fullmatch(
        rf"(?:\w+(?:\s*\(\d+\))?)\s*[,:;(-]*\s*{_FORM}\)?", mapping.source_type.strip(), re.IGNORECASE
    )
    found = whole or typed
    return found["form"] if found is not None else ""


def _without(text: str, found: re.Match[str]) -> str:
    """The text without the clause; a bracket it stood in goes too."""
    closing = ")" if found["open"].strip() == "(" and ")" not in found["close"] else ""
    rest = f"{text[: found.start()]} {closing}{text[found.end() :]}"
    before = ""
    while before != rest:
        before, rest = rest, _JOINING.sub("", _LEFT.sub("", rest).strip())
    return _OPEN_YET.sub("null", rest)


def _told(rule: str, form: str, scope: Scope) -> Iterator[Told]:
    written = strptime_format(form.strip(" ,"))
    if written is None or "%Y" not in written.replace("%y", "%Y"):
        return
    kind = "TIMESTAMP" if has_time(written) else "DATE"
    rule = _MIDNIGHT.sub("", rule) if kind == "DATE" else rule
    texts = tuple(
        c for c in scope.sources if family_of(c.column.type) is Family.TEXT or is_integer(c.column.type)
    )
    sentinel = _SENTINEL.fullmatch(rule)
    stands_for_none = sentinel["value"].strip("'") if sentinel is not None and texts else ""
    rule = "" if stands_for_none or _AS_DATE.fullmatch(rule) else rule
    columns = tuple(_dated(c, kind) if c in texts else c for c in scope.columns)
    read = tuple((c, *_readers(c, written, kind, stands_for_none)) for c in texts)
    dates = any(family_of(c.column.type) in (Family.DATE, Family.TIMESTAMP) for c in scope.sources)
    if texts or (dates and family_of(scope.target_type) is not Family.TEXT):
        yield Told(rule or "Direct move", replace(scope, columns=columns), read)


def _dated(column: ScopeColumn, kind: str) -> ScopeColumn:
    return replace(column, column=replace(column.column, type=kind))


def _readers(column: ScopeColumn, form: str, kind: str, none: str) -> tuple[str, str]:
    text = column.sql if family_of(column.column.type) is Family.TEXT else f"CAST({column.sql} AS VARCHAR)"
    text = f"nullif({text}, {text_literal(none)})" if none else text
    return (
        f"CAST(strptime({text}, '{form}') AS {kind})",
        f"CAST(try_strptime({text}, '{form}') AS {kind})",
    )


_LEAD = (
    r"(?P<lead>\b(?:as|in the form|of the form|in form|form|format|formatted as|like|written as|such as|"
    r"e\.g\.)\s+(?:of\s+)?'?)"
)
_END = r"(?P<end>'?\s*(?:[.,;)]|$))"
_EXAMPLES = (
    (
        re.compile(rf"{_LEAD}(?:19|20)\d\d(?P<sep>[-/.]?)(?:0[1-9]|1[0-2]){_END}", re.IGNORECASE),
        r"\g<lead>YYYY\g<sep>MM\g<end>",
    ),
    (
        re.compile(rf"{_LEAD}(?:0[1-9]|1[0-2])(?P<sep>[-/.])(?:19|20)\d\d{_END}", re.IGNORECASE),
        r"\g<lead>MM\g<sep>YYYY\g<end>",
    ),
    (
        re.compile(
            rf"{_LEAD}(?:19|20)\d\d(?P<sep>[-/.]?)(?:0[1-9]|1[0-2])(?P=sep)(?:0[1-9]|[12]\d|3[01]){_END}",
            re.IGNORECASE,
        ),
        r"\g<lead>YYYY\g<sep>MM\g<sep>DD\g<end>",
    ),
)


def shown_format(text: str, scope: Scope) -> str:
    """The rule with a format in place of an example of it: "year and month as 2024-03" of a date."""
    families = {family_of(c.column.type.upper()) for c in scope.sources}
    if (
        not families
        or not families <= {Family.DATE, Family.TIMESTAMP}
        or family_of(scope.target_type) is Family.DATE
    ):
        return text
    for shape, form in _EXAMPLES:
        text = shape.sub(form, text)
    return text


_QUOTED_ORDER = re.compile(
    r"^\s*([\"'])(?P<one>[A-Za-z][\w ]*), (?P<two>[A-Za-z][\w ]*)\1,?\s+with an?\s+comma and an?\s+(?:space|blank)\s+"
    r"(?:in\s+)?between(?:\s+them)?\s*\.?\s*$",
    re.IGNORECASE,
)


def shown_order(text: str) -> str:
    """A text that is shown by the names of its parts, told part by part."""
    found = _QUOTED_ORDER.match(text)
    return f"{found['one']}, a comma, a blank, {found['two']}" if found is not None else text
