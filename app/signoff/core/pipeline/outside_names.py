"""Everything of a project that must not be read outside, found before it is handed over masked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.domain.sentences import catalogue
from signoff.core.domain.spec import Schema, Spec
from signoff.core.engines.automaton import Automaton
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.mask.alias_kinds import kinds_of
from signoff.core.mask.glossary import bare_codes, quoted_values, terms_of
from signoff.core.mask.masked_sql import terms_in
from signoff.core.mask.outside import OutsideNames
from signoff.core.mask.vocabulary import is_common
from signoff.core.mask.words import is_neutral_value, is_plain, parts
from signoff.core.parse.lexicon import lexicon
from signoff.core.pipeline.making_up import literals_of

_WORD = re.compile(r"[^\W\d_]+")
_TELLING = 5
"""Letters from which a value of a sample is looked for in the document."""
_DIGITS = 6
"""Digits from which a number, such as that of an account or a telephone, is looked for."""
_PLAIN_NUMBER = re.compile(r"[-+]?\d+[.,]\d+|\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[ T].*)?")
"""An amount, a date or a moment: too many are alike."""


@dataclass(frozen=True)
class Leaving:
    """What of a project is to leave masked."""

    spec: Spec
    schema: Schema
    sheets: tuple[tuple[str, tuple[SheetGrid, ...]], ...]
    """The documents' names and their sheets."""
    sql: Mapping[str, str]
    """SQL by target: drafts, plain."""
    existing: Mapping[str, str]
    """Existing SQL by target."""
    words: tuple[str, ...]
    """Other texts that name the customer, such as the project's name."""
    glossary: tuple[Term, ...]


def terms_leaving(leaving: Leaving, sample_values: Iterable[str]) -> tuple[Term, ...]:
    """The terms of a hand-over: the project's, names in its SQL, sheets, and sample values that its texts hold."""
    spec, schema = leaving.spec, leaving.schema
    known = {term.text.casefold(): term for term in terms_of(spec, schema, leaving.glossary)}
    texts = [*leaving.sql.values(), *leaving.existing.values()]
    names = [text for _name, grids in leaving.sheets for text in (grid.name for grid in grids)]
    more = (
        *(term for sql in texts for term in terms_in(sql)),
        *(Term(text, TermKind.WORD) for text in (*names, *leaving.words) if not is_everyday(text)),
        *(Term(text, TermKind.VALUE) for text in _standing_in(leaving, sample_values)),
    )
    for term in more:
        if term.text.strip() and len(term.text) > 1:
            known.setdefault(term.text.casefold(), term)
    return tuple(sorted(known.values(), key=lambda term: (-len(term.text), term.text, term.kind)))


def identifiers_leaving(leaving: Leaving) -> tuple[str, ...]:
    """Names of tables and columns, wherever they stand."""
    found: dict[str, None] = {}
    for table in (*leaving.schema.tables, *leaving.spec.sources.tables):
        found.update(dict.fromkeys((table.name, *(column.name for column in table.columns))))
    for target in leaving.spec.targets:
        found[target.name] = None
        for mapping in target.columns:
            found[mapping.name] = None
            found.update((name, None) for ref in mapping.sources for name in (ref.table, ref.column))
    for sql in (*leaving.sql.values(), *leaving.existing.values()):
        found.update((term.text, None) for term in terms_in(sql) if term.kind is TermKind.COLUMN)
    return tuple(name for name in found if name)


def named_by_rules(leaving: Leaving) -> frozenset[str]:
    """Fixed values that rules, code lists and SQL name, case-folded: they stay values of the samples, masked."""
    found = {value for values in literals_of(leaving.spec).values() for value in values}
    found.update(_conditions(leaving.spec))
    for listed in leaving.spec.code_lists:
        found.update(code for pair in listed.codes for code in pair)
    for sql in (*leaving.sql.values(), *leaving.existing.values()):
        found.update(_literals(sql))
    return frozenset(value.strip().casefold() for value in found if value.strip())


def outside_names(
    secret: bytes,
    terms: Sequence[Term],
    kinds: Mapping[str, str],
    level: MaskingLevel,
    identifiers: Iterable[str],
) -> OutsideNames:
    """The project's names for people outside."""
    headers = frozenset(word.casefold() for word in lexicon().all_words)
    return OutsideNames(
        secret, terms, kinds, level, identifiers, header_words=headers, our_words=_our_words()
    )


@cache
def _our_words() -> frozenset[str]:
    """Words of the sentences that questions are made of."""
    entries = (each if isinstance(each, str) else " ".join(each.values()) for each in catalogue().values())
    return frozenset(word.casefold() for text in entries for word in _WORD.findall(text))


def kinds_leaving(leaving: Leaving) -> dict[str, str]:
    """What each alias shows, by folded name."""
    return kinds_of(leaving.spec, leaving.schema)


def is_everyday(text: str) -> bool:
    """Whether a text is made of common words alone."""
    return all(is_common(word) or word.isdigit() or len(word) == 1 for word in parts(text))


def _conditions(spec: Spec) -> Iterator[str]:
    for text in (step.condition for target in spec.targets for step in target.steps):
        yield from (*quoted_values(text), *bare_codes(text))


def _literals(sql: str) -> Iterator[str]:
    pieces = sql.replace("''", "\0").split("'")
    yield from (piece.replace("\0", "'") for piece in pieces[1::2] if piece and "\n" not in piece)


def _standing_in(leaving: Leaving, sample_values: Iterable[str]) -> Iterator[str]:
    """Values of the samples that the document or SQL holds, unless they are everyday words."""
    telling = {value.strip() for value in sample_values if is_telling(value)}
    folded = {value.casefold(): value for value in telling}
    wanted = list(folded)
    automaton = Automaton(wanted)
    cells = (text for _name, grids in leaving.sheets for grid in grids for row in grid.rows for text in row)
    whole = "\n".join((*cells, *leaving.sql.values(), *leaving.existing.values())).casefold()
    yield from {folded[wanted[number]] for _end, number in automaton.hits(whole)}


def is_telling(value: str) -> bool:
    """Whether a value of a sample would tell something outside."""
    text = value.strip()
    if "\n" in text or _PLAIN_NUMBER.fullmatch(text):
        return False
    if "@" in text[1:]:
        return True
    if len(text) < _TELLING or is_neutral_value(text) or is_plain(text):
        return sum(each.isdigit() for each in text) >= _DIGITS
    return any(each.isdigit() for each in text) or not is_everyday(text)
