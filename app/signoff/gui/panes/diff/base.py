"""What the proposed SQL of a target is held against: the existing file, the draft before, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.plan import Draft
from signoff.core.errors import SignoffError
from signoff.core.merge.jinja import render
from signoff.core.project.dossiers import signed_text

_UNIQUE_KEY = re.compile(r"\bunique_key\s*=\s*(\[[^\]]*\]|'[^']*'|\"[^\"]*\")")
_QUOTED = re.compile(r"['\"]([^'\"]+)['\"]")


class BaseKind(StrEnum):
    """Where the left side comes from."""

    NOTHING = "nothing"
    """The very first draft of a new table."""
    EXISTING = "existing"
    PREVIOUS = "previous"
    """The last draft that was another one."""


@dataclass(frozen=True)
class Base:
    """The left side."""

    kind: BaseKind
    text: str = ""
    """As it is shown."""
    sql: str = ""
    """DuckDB SQL with Jinja rendered; empty when it can't be run."""
    trouble: str = ""
    """Why it can't be run, in a sentence; empty when it can."""


def base_of(dossier: Dossier, history: Sequence[Draft]) -> Base:
    """What a target's present draft is held against.

    Args:
        dossier: the target as it stands.
        history: every draft of it, oldest first; not read for an update.
    """
    present = dossier.draft
    if present.existing:
        return _existing(present)
    earlier = next((d for d in reversed(history) if d.sql != present.sql or d.text != present.text), None)
    if earlier is None:
        return Base(BaseKind.NOTHING)
    return Base(BaseKind.PREVIOUS, _text_of(earlier, dossier.dialect), earlier.sql)


def key_of(dossier: Dossier) -> tuple[str, ...]:
    """The columns that name a row: those the document marks, else the file's own ``unique_key``."""
    drafted = {c.name.casefold(): c.name for c in dossier.draft.columns}
    marked = [c.name for c in dossier.mapping.columns if c.key]
    if not marked and (found := _UNIQUE_KEY.search(dossier.draft.existing)):
        marked = _QUOTED.findall(found.group(1))
    names = [drafted[name.casefold()] for name in marked if name.casefold() in drafted]
    return tuple(dict.fromkeys(names)) if len(names) == len(marked) else ()


def _existing(draft: Draft) -> Base:
    text = draft.existing
    try:
        return Base(BaseKind.EXISTING, text, render(text, draft.around).sql)
    except SignoffError as error:
        return Base(BaseKind.EXISTING, text, trouble=str(error))


def _text_of(draft: Draft, dialect: str) -> str:
    """The earlier draft in the dialect chosen now; in DuckDB's own where that has no such construct."""
    try:
        return signed_text(draft, dialect)
    except SignoffError:
        return draft.sql
