"""Counts of rows that a rule names in words: ``stays that are not planned, status closed``.

Flags are called by their nouns and adjectives (``is_planned``: planned stays, no planned ones), codes by what their
column is about, numbers by what they count. Nothing is counted where a word is left over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceTable
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import bare, words

_FLAG_WORDS = frozenset({"is", "has", "was", "fl", "flag", "yn", "ind", "indicator"})
_CODE_WORDS = frozenset({"cd", "code", "nm", "name", "kind", "type", "txt"})
_COUNT_WORDS = frozenset({"count", "cnt", "number", "no", "qty"})
_NUMBERS = {"one": "1", "a": "1", "an": "1", "two": "2", "three": "3"}
_HEAD = re.compile(
    r"^(?:the\s+)?(?:(?:number|count|no\.?)\s+of|how\s+many|count)\s+(?:the\s+|all\s+)?(?:(?P<different>different|distinct|unique)\s+)?",
    re.IGNORECASE,
)
_ANY_CASE = re.compile(
    r"\s*[,;(]\s*(?:(?:upper\s*(?:/|and|or)\s*lower|capital(?:s)?\s*(?:/|and|or)\s*small)\s*(?:case|letters)?\s+"
    r"(?:makes?\s+no\s+difference|(?:does|do)\s+not\s+matter|(?:is|are)\s+ignored|count\s+as\s+(?:one|the\s+same))"
    r"|ignoring\s+case|case\s+(?:is\s+ignored|does\s+not\s+matter|makes\s+no\s+difference)|(?:in\s+)?any\s+case)\s*\)?\s*$",
    re.IGNORECASE,
)
_ZERO = re.compile(
    r"\s*[,;(]\s*(?:0|zero)\s+(?:if|when|where)\s+(?:there\s+(?:is|are)\s+)?(?:none|nothing|no\s+\w+)\s*\)?\s*$",
    re.IGNORECASE,
)
_LINK = re.compile(r"^(?:\s*[,;]\s*|\s+|^)(?:(?:and|but|also)\s+)?", re.IGNORECASE)
_VALUE = r"(?P<value>'[^']*'|true|false|-?\d+(?:\.\d+)?|[A-Za-z][\w-]*)"


@dataclass
class _Reader:
    """Takes the words of a rule one after the other."""

    tables: Sequence[SourceTable]
    any_case: Sequence[str]
    tests: list[str] = field(default_factory=list)
    names_rows: bool = False
    """The rows are named by the table's noun, or by that of a flag."""

    def take(self, text: str) -> bool:
        """Take all words of a text; False where one is left over."""
        rest = text.strip(" .")
        readers: tuple[Callable[[str], int], ...] = (
            self._either,
            self._negated,
            self._at_least,
            self._filled,
            self._compared,
            self._flagged,
            self._noun,
        )
        while rest:
            taken = next((n for reader in readers if (n := reader(rest))), 0)
            if not taken:
                return False
            rest = _LINK.sub("", rest[taken:], count=1) if rest[taken:].strip() else ""
        return self.names_rows

    def _columns(self) -> list[tuple[SourceTable, SourceColumn]]:
        return [(table, column) for table in self.tables for column in table.columns]

    def _flag(self, noun: str) -> str:
        """SQL of the one truth value that a word means; empty for none or several."""
        found = []
        for table, column in self._columns():
            said = [w for w in words(column.name) if w not in _FLAG_WORDS]
            if column.type.upper().startswith("BOOL") and [singular(w) for w in said] == [
                singular(w) for w in words(noun)
            ]:
                found.append(f"{table.name}.{column.name}")
        return found[0] if len(found) == 1 else ""

    def _either(self, text: str) -> int:
        """``planned or not``: says nothing."""
        found = re.match(
            r"(?:whether\s+)?(?:they\s+are\s+)?(?P<noun>[a-z]+)\s+or\s+not\b", text, re.IGNORECASE
        )
        return found.end() if found is not None and self._flag(found["noun"]) else 0

    def _negated(self, text: str) -> int:
        found = re.match(
            r"(?:(?:that|which|who)\s+(?:are|is|were)\s+(?:not|no)|(?:are|is)\s+not|no|not|non|without)[\s-]+(?:an?\s+|any\s+)?(?P<noun>[a-z]+)\b"
            r"(?!\s*=)",
            text,
            re.IGNORECASE,
        )
        flag = self._flag(found["noun"]) if found is not None else ""
        if found is None or not flag:
            return 0
        self.tests.append(f"{flag} is not true")
        self.names_rows = True
        return found.end()

    def _at_least(self, text: str) -> int:
        found = re.match(
            r"(?:(?:that|which)\s+have|with|having)\s+(?:at\s+least|minimum)\s+(?P<n>one|an?|two|three|\d+)\s+(?P<noun>[a-z]+)\b",
            text,
            re.IGNORECASE,
        )
        if found is None:
            return 0
        noun = singular(found["noun"].casefold())
        fitting = [
            f"{table.name}.{column.name}"
            for table, column in self._columns()
            if words(column.name)[-1] in _COUNT_WORDS
            and [singular(w) for w in words(column.name)[:-1]] == [noun]
        ]
        if len(fitting) != 1:
            return 0
        number = _NUMBERS.get(found["n"].lower(), found["n"])
        self.tests.append(f"{fitting[0]} >= {number}")
        return found.end()

    def _filled(self, text: str) -> int:
        found = re.match(
            r"(?:(?:that|which)\s+(?:have|has)|with|having)\s+(?:an?\s+|the\s+)?(?:[a-z]+\s+(?:id\s+)?in\s+)?(?P<column>\w+)(?P<filled>\s+(?:is\s+)?(?:filled|set|given))?",
            text,
            re.IGNORECASE,
        )
        if found is None or not (found["filled"] or re.search(r"\sin\s", found.group())):
            return 0
        sql = self._named(found["column"])
        if not sql:
            return 0
        self.tests.append(f"{sql} is not null")
        return found.end()

    def _named(self, name: str) -> str:
        exact = [f"{t.name}.{c.name}" for t, c in self._columns() if squashed(c.name) == squashed(name)]
        return exact[0] if exact else ""

    def _compared(self, text: str) -> int:
        found = re.match(
            rf"(?:(?:with|in|of|whose|having|where|(?:that|which)\s+have)\s+)?(?:the\s+|an?\s+)?(?P<column>[A-Za-z]\w*)\s*(?:=|\bis\b|\bof\b)?\s*{_VALUE}"
            rf"(?P<more>(?:\s*(?:,|/|\bor\b)\s*(?:'[^']*'|[A-Z]\w*)(?=\s|,|$))*)(?=\s|,|;|$)",
            text,
        )
        if found is None:
            return 0
        column = self._tested(found["column"])
        if column is None:
            return 0
        table, own = column
        name = f"{table.name}.{own.name}"
        values = [found["value"], *re.findall(r"'[^']*'|[A-Z]\w*", found["more"])]
        kind = own.type.upper()
        if kind.startswith("BOOL"):
            if len(values) != 1 or values[0].lower() not in ("true", "false"):
                return 0
            self.tests.append(f"{name} = {values[0].lower()}")
            return found.end()
        if not kind.startswith(("VARCHAR", "CHAR", "TEXT", "STRING")) or any(v.isdigit() for v in values):
            return 0
        bare_values = [v.strip("'") for v in values]
        loose = bool(self.any_case) and all(v.casefold() in self.any_case for v in bare_values)
        listed = ", ".join("'" + (v.lower() if loose else v).replace("'", "''") + "'" for v in bare_values)
        left = f"lower({name})" if loose else name
        self.tests.append(f"{left} in ({listed})" if len(values) > 1 else f"{left} = {listed}")
        return found.end()

    def _tested(self, noun: str) -> tuple[SourceTable, SourceColumn] | None:
        """The one column of a name, or of which a word tells what its codes are about: status for status_cd."""
        columns = self._columns()
        exact = [(t, c) for t, c in columns if squashed(c.name) == squashed(noun)]
        about = [
            (t, c)
            for t, c in columns
            if [w for w in words(c.name) if w not in _CODE_WORDS] == [noun.casefold()]
        ]
        found = exact or about
        return found[0] if len(found) == 1 else None

    def _flagged(self, text: str) -> int:
        """``open beds`` and ``planned stays``, or ``planned ones`` alone: rows of which a flag is true."""
        found = re.match(
            r"(?:(?:that|which|who)\s+are\s+|the\s+|all\s+)*(?P<noun>[a-z]+)\b", text, re.IGNORECASE
        )
        flag = self._flag(found["noun"]) if found is not None else ""
        if found is None or not flag:
            return 0
        self.tests.append(f"{flag} = true")
        self.names_rows = True
        return found.end()

    def _noun(self, text: str) -> int:
        """The table's rows by their noun."""
        found = re.match(r"(?:of\s+)?(?:the\s+|all\s+)?(?P<noun>[a-z]+)\b", text, re.IGNORECASE)
        own = {singular(w) for w in words(self.tables[0].name)}
        if found is None or singular(found["noun"].casefold()) not in own | {"row", "record", "one"}:
            return 0
        self.names_rows = True
        return found.end()


def count_of(
    rule: str, column: ColumnMapping, tables: Sequence[SourceTable], key: str, any_case: Sequence[str]
) -> str:
    """SQL of the number of rows that a rule names; empty where a word of it is not understood.

    Args:
        rule: the rule.
        column: the column that it is of.
        tables: the table whose rows are counted, and one that is joined to it.
        key: column by which the rows are put together.
        any_case: codes in small letters of which capital and small letters are the same.
    """
    text = _ZERO.sub("", " ".join(rule.split()).strip(" ."))
    head = _HEAD.match(text)
    loosely = _ANY_CASE.search(text)
    text = text[: loosely.start()] if loosely is not None else text
    reader = _Reader(tables, any_case)
    if head is not None and head["different"]:
        return _different(text[head.end() :], column, reader, any_case=loosely is not None)
    rest = text[head.end() :] if head is not None else text
    if loosely is not None or not reader.take(rest):
        return ""
    tests = " and ".join(reader.tests) or f"{tables[0].name}.{key} is not null"
    return f"coalesce(count(case when {tests} then 1 end), 0)"


def _different(text: str, column: ColumnMapping, reader: _Reader, *, any_case: bool) -> str:
    """How many values of the only source there are among the rows that are named."""
    found = re.match(
        r"^(?P<noun>[a-z]+)(?:\s+(?:of|among|in|over|from)\s+(?:the\s+)?(?P<rest>.+))?$", text, re.IGNORECASE
    )
    if found is None or len(column.sources) != 1:
        return ""
    (source,) = column.sources
    own = {singular(w) for w in words(bare(source.column))}
    if singular(found["noun"].casefold()) not in own or (found["rest"] and not reader.take(found["rest"])):
        return ""
    name = f"{reader.tables[0].name}.{bare(source.column)}"
    value = f"lower({name})" if any_case else name
    counted = f"case when {' and '.join(reader.tests)} then {value} end" if reader.tests else value
    return f"coalesce(count(distinct {counted}), 0)"
