"""What a person says of the edits of an update, each one act in the project: command line and window call the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from signoff.core.domain.checks import Verification
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.edits import EditScript, EditState, MandatedEdit
from signoff.core.domain.plan import Draft
from signoff.core.domain.review import ROWS
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.project import session
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.project import Project
from signoff.core.review.standing import ColumnState, review_standing

_OPEN = (ColumnState.UNDECIDED, ColumnState.LOOK_AGAIN, ColumnState.CHANGE_REQUESTED)


def accept_edits(
    project: Project, shown: Dossier, edit_ids: Sequence[str], *, by: str, reason: str = ""
) -> tuple[str, ...]:
    """Accept edits as they are shown; a column all of whose edits are accepted is approved with them.

    Args:
        project: where it is kept.
        shown: the target as it was before the person's eyes.
        edit_ids: the edits.
        by: who says so.
        reason: why, as a comment; may be empty.

    Returns:
        Names of the columns that were approved.

    Raises:
        SignoffError: the draft is another one by now, or the target was answered since it was drafted.
    """
    script = require_edits(project, shown)
    for edit_id in edit_ids:
        script = script.with_state(edit_id, EditState.ACCEPTED)
    with project.act("accept edit", shown.target, by=by):
        project.put_drafts([replace(shown.draft, edits=script)], by=by)
        done = _settled(project, shown.target, script, edit_ids)
        if done:
            session.approve(project, shown.target, done, by=by)
        _keep_reason(project, shown, script.column_of(edit_ids), reason, by)
    return done


def keep_edits(
    project: Project,
    shown: Dossier,
    draft: Draft,
    verification: Verification | None,
    *,
    by: str,
    about: str = "",
    reason: str = "",
) -> None:
    """Keep a draft with other states of its edits, such as one of them refused.

    Args:
        project: where it is kept.
        shown: the target as it was before the person's eyes.
        draft: with other states, and the text, SQL and columns that follow from them.
        verification: of the new text; None where the text stays.
        by: who says so.
        about: column the reason is about; empty for the rows.
        reason: why, as a comment; may be empty.

    Raises:
        SignoffError: the draft is another one by now, or the target was answered since it was drafted.
    """
    require_edits(project, shown)
    with project.act("decide on edits", shown.target, by=by):
        project.put_drafts([draft], by=by)
        if verification is not None:
            project.put_verifications([verification], by=by)
        _keep_reason(project, shown, about, reason, by)


def _keep_reason(project: Project, shown: Dossier, about: str, reason: str, by: str) -> None:
    """A reason as a comment on the column; on the rows where the target has no such column."""
    if not reason.strip():
        return
    names = {column.name.casefold() for column in shown.draft.columns}
    names |= {column.name.casefold() for column in shown.mapping.columns}
    column = about if about.casefold() in names else ROWS
    session.add_comment(project, shown.target, column, reason.strip(), by=by)


def with_approval(edit: MandatedEdit, approved: Collection[str], *, is_made: bool) -> MandatedEdit:
    """An edit as it stands: one that is made for a column that is approved is accepted with it.

    Args:
        edit: as the script has it.
        approved: case-folded names of approved columns.
        is_made: it stands in the proposed text.
    """
    if edit.state is EditState.PROPOSED and edit.column.casefold() in approved and is_made:
        return replace(edit, state=EditState.ACCEPTED)
    return edit


def require_edits(project: Project, shown: Dossier) -> EditScript:
    """The edits of a target as it is shown.

    Raises:
        SignoffError: the draft is another one by now, it has no edits, or an answer waits to be worked in.
    """
    if project.draft(shown.target) != shown.draft:
        raise SignoffError(say("review.changed_while_looking", target=shown.target))
    if shown.draft.edits is None:
        raise SignoffError(say("update.no_such_edit", target=shown.target))
    if dossier_of(project, shown.target).draft_is_older:
        raise SignoffError(say("update.draft_first", target=shown.target))
    return shown.draft.edits


def _settled(project: Project, target: str, script: EditScript, edit_ids: Sequence[str]) -> tuple[str, ...]:
    """Columns that wait for a decision and whose edits all are accepted."""
    touched = {e.column.casefold() for e in script.edits if e.id in edit_ids and e.column}
    waiting = {
        e.column.casefold() for e in script.edits if e.state is EditState.PROPOSED and not e.suggestion
    }
    standing = review_standing(dossier_of(project, target), today=project.now()[:10])
    names = [c.name for c in standing.columns if c.state in _OPEN and c.name != ROWS]
    return tuple(name for name in names if name.casefold() in touched - waiting)
