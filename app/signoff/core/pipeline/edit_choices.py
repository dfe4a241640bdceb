"""One edit accepted, refused or proposed again by a person: what the window's cards and the command line both do."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.edits import EditState, MandatedEdit
from signoff.core.domain.plan import Draft
from signoff.core.domain.sentences import say
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.pipeline.edit_decisions import DecidedDraft, with_edit_states
from signoff.core.pipeline.flow import samples_of, spec_of
from signoff.core.progress import CancelToken
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.edit_acts import accept_edits, keep_edits, require_edits, with_approval
from signoff.core.project.project import Project
from signoff.core.review.standing import ColumnState, review_standing


def worked_out(
    drafts: Sequence[Draft],
    shown: Dossier,
    edit: MandatedEdit,
    state: EditState,
    sandbox: Sandbox,
    *,
    cancel: CancelToken | None = None,
) -> DecidedDraft | None:
    """The draft with an edit in that state, its SQL run and checked anew; None where accepting changes no text.

    Args:
        drafts: every draft of the target, oldest first.
        shown: the target as it is before the person's eyes.
        edit: as the script has it.
        state: what the person says of it.
        sandbox: holds the samples.
        cancel: stops inside DuckDB.

    Raises:
        SignoffError: there is no such edit any more, or the SQL does not run so.
        Cancelled: `cancel` was set.
    """
    is_in = not edit.suggestion and edit.state is not EditState.REFUSED
    if state is EditState.ACCEPTED and is_in:
        return None
    states = {edit.id: state}
    return with_edit_states(drafts, states, shown.mapping, shown.sources, sandbox, cancel=cancel)


def keep_choice(
    project: Project,
    shown: Dossier,
    edit: MandatedEdit,
    decided: DecidedDraft | None,
    *,
    by: str,
    reason: str = "",
) -> tuple[str, ...]:
    """Keep what `worked_out` gave, as one act with its reason.

    Returns:
        Names of the columns that are approved by it.

    Raises:
        SignoffError: the draft is another one by now, or the target was answered since it was drafted.
    """
    if decided is None:
        return accept_edits(project, shown, [edit.id], by=by, reason=reason)
    draft, checked = decided.draft, decided.verification
    keep_edits(project, shown, draft, checked, by=by, about=edit.column, reason=reason)
    return ()


def choose(
    project: Project, target: str, edit_id: str, state: EditState, *, by: str, reason: str = ""
) -> tuple[str, ...]:
    """Do it all: find the edit, run what comes of it on the project's samples, keep it.

    Args:
        project: open for writing.
        target: name of the target.
        edit_id: of one of its edits.
        state: what the person says of it.
        by: who says so.
        reason: why; may be empty.

    Returns:
        Names of the columns that are approved by it.

    Raises:
        SignoffError: there is no such edit, or the SQL does not run so.
    """
    shown = dossier_of(project, target)
    edit = require_edits(project, shown).edit(edit_id)
    if edit is None:
        raise SignoffError(say("update.no_such_edit", target=shown.target))
    with samples_of(project, spec_of(project)) as (sandbox, _findings):
        for draft in project.drafts():
            if draft.target != shown.target:
                with suppress(SignoffError):  # what does not run is not there to be read
                    sandbox.create_table(draft.target, draft.sql)
        decided = worked_out(project.draft_history(shown.target), shown, edit, state, sandbox)
    return keep_choice(project, shown, edit, decided, by=by, reason=reason)


def edits_as_they_stand(shown: Dossier, *, today: str) -> tuple[MandatedEdit, ...]:
    """The edits of a target, in their order, those of approved columns accepted with them; none without an update.

    Args:
        shown: the target.
        today: ISO date, for waivers that end.
    """
    script = shown.draft.edits
    if script is None:
        return ()
    review = review_standing(shown, today=today)
    approved = {c.name.casefold() for c in review.columns if c.state is ColumnState.APPROVED}
    made = {edit.id for edit in script.standing()}
    return tuple(with_approval(edit, approved, is_made=edit.id in made) for edit in script.edits)
