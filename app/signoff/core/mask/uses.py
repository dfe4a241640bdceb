"""Where each term of a project is used: in rules and conditions, and as a source of columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.domain.spec import Schema, Spec
from signoff.core.mask.glossary import pattern_of, scanned, terms_of, type_group
from signoff.core.mask.words import parts

Place = tuple[str, str]
"""Target and column; the column is empty for a join or filter of the target."""
_ORDER = (TermKind.WORD, TermKind.VALUE, TermKind.TABLE, TermKind.COLUMN)


@dataclass(frozen=True)
class TermUse:
    """One term and where it is used."""

    term: Term
    alias_example: str
    """A stand-in such as it gets, like ``text_01``; each prompt numbers its own."""
    places: tuple[Place, ...]
    """In the document's order, each once."""
    count: int
    """Mentions in rules and conditions, and source cells that name it."""
    everyday: bool = False
    """A single everyday word: it is left in running text, and replaced where it names a column in scope."""


@dataclass(frozen=True)
class _Text:
    """One text that may mention terms."""

    place: Place
    text: str
    folded: str


def terms_used(
    spec: Spec,
    schema: Schema,
    listed: Sequence[Term] = (),
    level: MaskingLevel = MaskingLevel.IDENTIFIERS,
) -> tuple[TermUse, ...]:
    """Every term with its uses: listed words first, then values, tables and columns, most used first.

    Args:
        spec: what was read from the document.
        schema: tables and types of the samples.
        listed: terms a person listed.
        level: how much is hidden in the project.
    """
    terms = terms_of(spec, schema, listed, level)
    texts = [_Text(place, text, text.casefold()) for place, text in _texts(spec)]
    sources, groups, telling = _sources(spec), _groups(spec, schema), frozenset(scanned(terms))
    uses = []
    for term in terms:
        found = [*_mentions(term, texts), *sources.get((term.kind, term.text.casefold()), ())]
        example = _alias_example(term, groups)
        uses.append(TermUse(term, example, tuple(dict.fromkeys(found)), len(found), term not in telling))
    return tuple(sorted(uses, key=lambda u: (_ORDER.index(u.term.kind), -u.count, u.term.text.casefold())))


def _texts(spec: Spec) -> Iterator[tuple[Place, str]]:
    for target in spec.targets:
        for mapping in target.columns:
            for text in (mapping.rule_resolved or mapping.rule, mapping.join):
                if text.strip():
                    yield (target.name, mapping.name), text
        for step in target.steps:
            if step.condition.strip():
                yield (target.name, ""), step.condition


def _mentions(term: Term, texts: Sequence[_Text]) -> Iterator[Place]:
    """The place of every mention; a text without the term's longest word is not searched."""
    word = max(parts(term.text), key=len, default=term.text.casefold())
    pattern = pattern_of(term)
    for text in texts:
        if word in text.folded:
            yield from (text.place for _match in pattern.finditer(text.text))


def _sources(spec: Spec) -> dict[tuple[TermKind, str], list[Place]]:
    """Columns by the table and the column they are made from."""
    found: defaultdict[tuple[TermKind, str], list[Place]] = defaultdict(list)
    for target in spec.targets:
        for mapping in target.columns:
            place = (target.name, mapping.name)
            for source in mapping.sources:
                found[TermKind.COLUMN, source.column.casefold()].append(place)
                if source.table:
                    found[TermKind.TABLE, source.table.casefold()].append(place)
        for step in target.steps:
            if step.table:
                found[TermKind.TABLE, step.table.casefold()].append((target.name, ""))
    return found


def _groups(spec: Spec, schema: Schema) -> dict[str, str]:
    """Kind of values of every source column by its name."""
    tables = (*spec.sources.tables, *schema.tables)
    return {c.name.casefold(): type_group(c.type) for table in tables for c in table.columns}


def _alias_example(term: Term, groups: Mapping[str, str]) -> str:
    if term.kind is TermKind.COLUMN:
        group = groups.get(term.text.casefold())
        return f"{group}_01" if group else "name_1"
    return {TermKind.VALUE: "val_1", TermKind.TABLE: "name_1"}.get(term.kind, "word_1")
