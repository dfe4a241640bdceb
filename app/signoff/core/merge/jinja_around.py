"""What of a dbt project one model's text needs: macros it calls, columns it asks for, and what dbt compiled of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from signoff.core.domain.dbt import ALONE, KnownColumns, KnownOutput, MacroFile, Surroundings
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.errors import SignoffError
from signoff.core.merge.jinja import INCREMENTAL, has_jinja, render
from signoff.core.merge.jinja_witness import outputs_seen
from signoff.core.merge.var_tables import with_tables_of_vars

_WORD = re.compile(r"[A-Za-z_]\w*")
_MACRO = re.compile(r"\{%-?\s*macro\s+(\w+)")
_DISPATCHED = re.compile(r"^[a-z]+__")


def needed_around(
    text: str, around: Surroundings, target: str, schema: Schema
) -> tuple[Surroundings, tuple[Finding, ...]]:
    """The part of a project's surroundings that a text needs, with what its tables are known to have.

    What can't be worked out here is taken from the SQL that dbt compiled, where that still fits the text.

    Args:
        text: the model.
        around: the project.
        target: the model's name.
        schema: the tables it reads.
    """
    if not has_jinja(text):
        return ALONE, ()
    around, told = with_tables_of_vars(text, around, target, schema)
    macros = _macros(text, around.macros)
    words = set(_words([text, around.variables, *(file.text for file in macros)]))
    narrow = replace(
        around,
        macros=macros,
        sources=tuple(s for s in around.sources if s.table in words),
        columns=_columns(schema, words),
        compiled=tuple(c for c in around.compiled if c.model.casefold() == target.casefold()),
    )
    narrow, findings = _with_outputs(text, narrow, target)
    return narrow, (*told, *findings)


def _macros(text: str, files: Iterable[MacroFile]) -> tuple[MacroFile, ...]:
    """Files with a macro that the text calls, or that another one of them calls."""
    waiting = [(file, {_bare(name) for name in _MACRO.findall(file.text)}) for file in files]
    words, found = set(_words([text])), list[MacroFile]()
    grown = True
    while grown:
        grown = False
        for each in list(waiting):
            if each[1] & words:
                waiting.remove(each)
                found.append(each[0])
                words |= set(_words([each[0].text]))
                grown = True
    return tuple(file for file in files if file in found)


def _bare(name: str) -> str:
    """A macro's name without the engine it is for: ``default__x`` is found through ``x``."""
    return _DISPATCHED.sub("", name)


def _words(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from _WORD.findall(text)


def _columns(schema: Schema, words: set[str]) -> tuple[KnownColumns, ...]:
    folded = {word.casefold() for word in words}
    return tuple(
        KnownColumns(table.name, tuple(c.name for c in table.columns), tuple(c.type for c in table.columns))
        for table in schema.tables
        if table.columns and table.name.casefold() in folded
    )


def _with_outputs(text: str, around: Surroundings, target: str) -> tuple[Surroundings, tuple[Finding, ...]]:
    """With what unknown tags gave when dbt compiled the model; a finding where its SQL is of another text."""
    compiled = next((c.sql for c in around.compiled), "")
    if not compiled:
        return around, ()
    try:
        states = [render(text, around), render(text, around, INCREMENTAL)]
    except SignoffError:
        return around, ()
    seen = next((s for each in states if (s := outputs_seen(text, each, compiled)) is not None), None)
    if seen is None:
        message = say("update.compiled_differs", target=target)
        return around, (Finding("D238", Severity.INFO, message, None, target),)
    known = tuple(KnownOutput(tag, gives) for tag, gives in seen.items())
    return replace(around, outputs=known), ()
