"""Undo is a new act: it writes what was there before, and the act it takes back stays in the record.

Redo is the undo of an undo. A sign-off is never undone but withdrawn, and so is what was written to a folder.
"""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.project.masking_settings import locked_words
from signoff.core.project.project import Project

_STAYS = frozenset(
    {
        "erased",
        "sign_off",
        "withdrawal",
        "export",
        "placed",
        "backfill_proof",
        "shown",
        "question",
        "prompt",
        "generator",
        "glossary_lock",
        "glossary_unlocked",
        "glossary_origin",
        "handed_over",
        "mask_proof",
    }
)
"""Kinds of record that no undo touches: what cannot be taken back, and what only keeps what was shown or sent."""
_FINAL = frozenset({"sign_off", "withdrawal", "export", "placed", "handed_over"})
_LOCKED = frozenset({"glossary", "refused_terms"})
"""Kinds of record that a lock on the glossary keeps."""


@dataclass(frozen=True)
class Act:
    """One act of a person, as a range of entries."""

    words: str
    """What was done, for the menu, such as ``approve party_name``."""
    first: int
    """Number of its first entry."""
    last: int


def revert(project: Project, act: Act, *, by: str) -> Act:
    """Take an act back, as a new act.

    Returns:
        The new act; reverting that one does the first again.

    Raises:
        SignoffError: it cannot be taken back, or something it wrote was written over since.
    """
    written = project.written_by(act.first, act.last)
    if any(kind in _FINAL for kind, _key in written):
        raise SignoffError(say("review.not_undone", words=act.words))
    if any(kind == "glossary_lock" for kind, _key in written):
        raise SignoffError(say("glossary.lock_not_undone"))
    if project.glossary_lock is not None and any(kind in _LOCKED for kind, _key in written):
        raise SignoffError(locked_words(project.glossary_lock))
    changed = [(kind, key) for kind, key in written if kind not in _STAYS]
    if not all(project.holds_as_of(kind, key, act.last) for kind, key in changed):
        raise SignoffError(say("review.undone_too_late", words=act.words))
    first = project.mark()[0] + 1
    with project.act("undo", act.words, by=by):
        for kind, key in changed:
            project.restore(kind, key, act.first - 1, by=by)
    return Act(act.words, first, project.mark()[0])
