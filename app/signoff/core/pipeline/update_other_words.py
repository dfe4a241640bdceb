"""The rule of an update's column in other words, from what the rule says and from what the file reads and shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, SourceRef
from signoff.core.merge.lineage import existing_columns
from signoff.core.merge.restating_found import found_or_not, one_or_both
from signoff.core.merge.restating_requests import restated_request
from signoff.core.pipeline.update_asked import Asked

_WORD = re.compile(r"\w+")


def other_words(asked: Asked) -> Iterator[ColumnMapping]:
    """The row with its rule in words that compilers know, the likeliest first.

    Args:
        asked: the column and what is needed to resolve it.
    """
    mapping = asked.mapping
    rule = mapping.rule_resolved or mapping.rule
    shown = [o.name for o in existing_columns(asked.existing, asked.schema)]
    renamed = {row.name.casefold() for row in asked.rows if row.was and row.was in shown}
    names = [*shown, *(row.name for row in asked.rows if row.name not in shown)]
    said = restated_request(rule, [name for name in names if name.casefold() not in renamed])
    relations = asked.plan.sections[0].relations if len(asked.plan.sections) == 1 else ()
    written = found_or_not(said or rule, mapping, relations) or one_or_both(rule, mapping)
    for text in (written, said):
        if not text:
            continue
        yield _saying(mapping, text)
        named = _named(text, mapping, shown) or _of_tables(text, asked)
        if not mapping.sources and named:
            yield replace(_saying(mapping, text), sources=named)


def _saying(mapping: ColumnMapping, text: str) -> ColumnMapping:
    return replace(mapping, rule=text, rule_resolved=text)


def _named(text: str, mapping: ColumnMapping, shown: list[str]) -> tuple[SourceRef, ...]:
    """Columns of the result that a rule names, in its order."""
    known = {name.casefold(): name for name in shown if name.casefold() != mapping.name.casefold()}
    said = [known[word.casefold()] for word in _WORD.findall(text) if word.casefold() in known]
    return tuple(SourceRef("", name) for name in dict.fromkeys(said))


def _of_tables(text: str, asked: Asked) -> tuple[SourceRef, ...]:
    """Columns that a rule names and only one table of the file has."""
    words = dict.fromkeys(word.casefold() for word in _WORD.findall(text) if "_" in word)
    found = []
    for word in words:
        having = [
            (t.name, c.name) for t in asked.schema.tables for c in t.columns if c.name.casefold() == word
        ]
        found += [SourceRef(*having[0])] if len(having) == 1 else []
    return tuple(found)
