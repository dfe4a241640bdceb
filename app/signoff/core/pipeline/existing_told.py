"""What each piece of existing SQL in a project is, in words: whose table it updates and how it is written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.merge.jinja import has_jinja, render
from signoff.core.merge.lineage import existing_columns
from signoff.core.pipeline.existing_dialect import read_by_text

_REMARKS = re.compile(r"\A(?:\s+|--[^\n]*(?:\n|\Z)|/\*.*?\*/)*", re.DOTALL)
_WRAPPERS = (
    (re.compile(r"create\s+(?:or\s+replace\s+)?(?:\w+\s+)*?view\b", re.IGNORECASE), "existing.view"),
    (re.compile(r"create\s+(?:or\s+replace\s+)?(?:\w+\s+)*?table\b", re.IGNORECASE), "existing.table"),
    (re.compile(r"insert\b", re.IGNORECASE), "existing.insert"),
    (re.compile(r"merge\b", re.IGNORECASE), "existing.merge"),
)


@dataclass(frozen=True)
class ExistingTold:
    """One piece of existing SQL."""

    name: str
    """Of its file or model, or of the target whose cell holds it."""
    target: str
    """The target table it updates, as the document spells it; empty when the document names none of that name."""
    what: str
    """What it is, such as ``dbt model, incremental``."""
    columns: tuple[str, ...] = ()
    """Columns it shows; empty when it can't be read."""
    lines: int = 0
    trouble: str = ""
    """Why it can't be read, in a sentence."""


def tell_existing(
    texts: Mapping[str, str], targets: Sequence[str], around: Surroundings = ALONE
) -> tuple[ExistingTold, ...]:
    """Every piece of existing SQL, those that update a target first.

    Args:
        texts: SQL by the name of its file or target.
        targets: names of the document's target tables.
        around: the dbt project the texts stand in.
    """
    known = {name.casefold(): name for name in targets}
    told = [_told(name, text, known.get(name.casefold(), ""), around) for name, text in texts.items()]
    return tuple(sorted(told, key=lambda each: (not each.target, each.name.casefold())))


def _told(name: str, text: str, target: str, around: Surroundings) -> ExistingTold:
    lines = len(text.splitlines())
    try:
        what = kind_words(text, around)
        columns = dict.fromkeys(c.name for c in existing_columns(read_by_text(text, around)))
    except SignoffError as error:
        return ExistingTold(name, target, say("existing.unread"), lines=lines, trouble=str(error))
    return ExistingTold(name, target, what, tuple(columns), lines)


def kind_words(text: str, around: Surroundings = ALONE) -> str:
    """What a text of existing SQL is, in words.

    Raises:
        SignoffError: its Jinja can't be read.
    """
    if has_jinja(text):
        rendered = render(text, around)
        made = _plain(rendered.config.get("materialized", ""))
        if made:
            return say("existing.dbt_as", materialized=made)
        return (
            say("existing.dbt_as", materialized="incremental")
            if rendered.asks_incremental
            else say("existing.dbt")
        )
    start = _REMARKS.match(text)
    statement = text[start.end() :] if start else text
    return next(
        (say(code) for wrapper, code in _WRAPPERS if wrapper.match(statement)), say("existing.select")
    )


def _plain(value: str) -> str:
    """A configured value, which is JSON, as text."""
    try:
        found = json.loads(value) if value else ""
    except json.JSONDecodeError:
        return value
    return found if isinstance(found, str) else ""
