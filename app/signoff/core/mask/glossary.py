"""The terms of a project: everything the generator must not see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.domain.spec import Schema, Spec
from signoff.core.mask.words import is_neutral_value, is_plain, spellings, telling_spellings, value_pattern

_QUOTED = re.compile(
    r"'([^'\n]{1,80})'|\"([^\"\n]{1,80})\"|[‘’‚]([^‘’\n]{1,80})[‘’]|[“”„]([^“”\n]{1,80})[“”]"
)
_CODE = re.compile(r"(?<![\w.'\"])[A-Z][A-Z0-9]*(?:[_/-][A-Z0-9]+)*(?![\w.'\"])")

_GROUPS = (
    ("date", re.compile(r"DATE|TIMESTAMP|DATETIME")),
    ("time", re.compile(r"TIME|INTERVAL")),
    ("num", re.compile(r"INT|DEC|NUM|DOUBLE|FLOAT|REAL|MONEY")),
    ("flag", re.compile(r"BOOL|BIT")),
)


def type_group(column_type: str) -> str:
    """Kind of values behind a DuckDB type name: date, time, num, flag or text."""
    upper = column_type.upper()
    return next((group for group, pattern in _GROUPS if pattern.search(upper)), "text")


def quoted_values(rule: str) -> tuple[str, ...]:
    """Fixed values standing in quotes in a rule, once each, in order."""
    found = ("".join(match.groups("")) for match in _QUOTED.finditer(rule))
    return tuple(dict.fromkeys(value for value in found if value.strip()))


def without_quoted(rule: str) -> str:
    """A rule without what stands in quotes in it."""
    return _QUOTED.sub(" ", rule)


def bare_codes(rule: str) -> tuple[str, ...]:
    """Codes in capitals that stand in a rule without quotes; none where the whole rule is in capitals."""
    outside = without_quoted(rule)
    if outside.upper() == outside:
        return ()
    found = (match.group(0) for match in _CODE.finditer(outside))
    return tuple(dict.fromkeys(code for code in found if len(code) > 1 and not is_neutral_value(code)))


def terms_of(
    spec: Spec,
    schema: Schema,
    listed: Sequence[Term] = (),
    level: MaskingLevel = MaskingLevel.IDENTIFIERS,
) -> tuple[Term, ...]:
    """Every term of a project: listed words, tables, columns, and the fixed values of all rules; at *terms* the listed.

    Longest first, each once, so that a longer name is found before a shorter one inside it. Every member of a group of
    listed terms is a term of its own, with the group's name in `Term.concept`.
    """
    named = {term.text.casefold(): term for term in _names(spec, schema)}
    for term in listed:
        known = named.get(term.text.casefold())
        is_same = known is not None and known.kind is term.kind
        named[term.text.casefold()] = replace(term, group=known.group) if known and is_same else term
    if level is MaskingLevel.TERMS:
        found = {term.text.casefold(): named[term.text.casefold()] for term in listed}
    else:
        values = {term.text: term for term in _values(spec) if term.text.casefold() not in named}
        found = {**named, **values}
    return tuple(sorted(found.values(), key=lambda term: (-len(term.text), term.text, term.kind)))


def _names(spec: Spec, schema: Schema) -> Iterable[Term]:
    for table in (*schema.tables, *spec.sources.tables):
        yield Term(table.name, TermKind.TABLE)
        for column in table.columns:
            yield Term(column.name, TermKind.COLUMN, type_group(column.type))
    for target in spec.targets:
        yield Term(target.name, TermKind.TABLE)
        for mapping in target.columns:
            yield Term(mapping.name, TermKind.COLUMN, type_group(mapping.type))
            for source in mapping.sources:
                if source.table:
                    yield Term(source.table, TermKind.TABLE)
                yield Term(source.column, TermKind.COLUMN)


def _values(spec: Spec) -> Iterable[Term]:
    for target in spec.targets:
        texts = [m.rule_resolved or m.rule for m in target.columns] + [s.condition for s in target.steps]
        for text in texts:
            for value in (*quoted_values(text), *bare_codes(text)):
                if not is_neutral_value(value):
                    yield Term(value, TermKind.VALUE)


def scanned(terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms whose appearance would tell something: all but single everyday words and neutral values.

    A word the customer listed is always scanned for.
    """
    return tuple(t for t in terms if t.kind is TermKind.WORD or (len(t.text) > 1 and not is_plain(t.text)))


def pattern_of(term: Term) -> re.Pattern[str]:
    """How a term is looked for in text that is about to reach the generator."""
    if term.kind is TermKind.VALUE:
        return value_pattern(term.text)
    return spellings(term.text) if term.kind is TermKind.WORD else telling_spellings(term.text)
