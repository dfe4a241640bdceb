"""The edits of an update on the command line: listed with their mapping cell and state, and decided on one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from signoff.core.domain.edits import EditState, MandatedEdit
from signoff.core.domain.plan import Draft
from signoff.core.errors import SignoffError
from signoff.core.pipeline.edit_choices import choose, edits_as_they_stand
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.project import Project

_WORDS = {EditState.ACCEPTED: "accepted", EditState.REFUSED: "refused", EditState.PROPOSED: "proposed"}


def edit_lines(project: Project, draft: Draft) -> Iterator[str]:
    """Each edit of a target with its number, state, cell, reason and place; lines a person can read."""
    edits = _standing(project, draft)
    if not edits:
        yield f"{draft.target}: no edits" if draft.existing else f"{draft.target}: no existing SQL"
        return
    yield draft.target
    numbers = {edit.id: number for number, edit in enumerate(edits, start=1)}
    for number, edit in enumerate(edits, start=1):
        cell = f" ({edit.cell})" if edit.cell is not None else ""
        what = f"{edit.kind.value.replace('_', ' ')} {edit.column}".rstrip()
        yield f"{number:3}  {_state(draft, edit)}: {what}{cell}, line {_line(draft, edit)}"
        yield f"     {edit.why}"
        if edit.needs:
            needed = ", ".join(str(numbers[each]) for each in edit.needs if each in numbers)
            yield f"     stands on {needed}"


def edit_data(project: Project, draft: Draft) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "target": draft.target,
        "edits": [
            {
                "number": number,
                "id": edit.id,
                "state": _WORDS[edit.state],
                "made": _is_made(draft, edit),
                "suggestion": edit.suggestion,
                "kind": edit.kind.value,
                "column": edit.column,
                "cell": None if edit.cell is None else str(edit.cell),
                "line": _line(draft, edit),
                "why": edit.why,
                "needs": list(edit.needs),
            }
            for number, edit in enumerate(_standing(project, draft), start=1)
        ],
    }


def decide(
    project: Project, draft: Draft, said: Sequence[tuple[EditState, str]], *, by: str, reason: str
) -> Iterator[str]:
    """Accept, refuse or propose edits again, each an act of its own; a line on each.

    Args:
        project: open for writing.
        draft: whose edits these are.
        said: what is said, of which number or id.
        by: who decides.
        reason: why; may be empty.

    Raises:
        SignoffError: there is no such edit, or the SQL does not run so; those before are kept.
    """
    for state, wanted in [(state, _found(draft, text)) for state, text in said]:
        approved = choose(project, draft.target, wanted.id, state, by=by, reason=reason)
        also = f"; {', '.join(approved)} approved with it" if approved else ""
        yield f"{_WORDS[state]}: {wanted.why}{also}"


def _found(draft: Draft, wanted: str) -> MandatedEdit:
    edits = draft.edits.edits if draft.edits is not None else ()
    if wanted.isdecimal() and 0 < int(wanted) <= len(edits):
        return edits[int(wanted) - 1]
    found = next((edit for edit in edits if edit.id == wanted), None)
    if found is None:
        raise SignoffError(f"{draft.target} has no edit {wanted}; list them with --edits.")
    return found


def _standing(project: Project, draft: Draft) -> tuple[MandatedEdit, ...]:
    return edits_as_they_stand(dossier_of(project, draft.target), today=project.now()[:10])


def _state(draft: Draft, edit: MandatedEdit) -> str:
    if edit.suggestion and edit.state is EditState.PROPOSED:
        return "suggested, not made"
    if edit.state is not EditState.REFUSED and not _is_made(draft, edit):
        return "left out with what it stands on"
    return _WORDS[edit.state]


def _is_made(draft: Draft, edit: MandatedEdit) -> bool:
    return draft.edits is not None and edit.id in {each.id for each in draft.edits.standing()}


def _line(draft: Draft, edit: MandatedEdit) -> int:
    return draft.existing.count("\n", 0, edit.start) + 1
