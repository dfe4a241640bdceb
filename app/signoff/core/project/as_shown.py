"""Acts on what a person had before their eyes: refused when it has changed since."""

from __future__ import annotations

from collections.abc import Sequence

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.review import ROWS, Decision, SignOff
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.project import session
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.project import Project
from signoff.core.review.binding import binding_of, column_binding
from signoff.core.review.bulk import bulk_candidates


def approve_as_shown(
    project: Project, shown: Dossier, column: str, *, by: str, opened: bool = False
) -> tuple[Decision, ...]:
    """Approve a column, or `ROWS`, as it is in `shown`.

    Raises:
        SignoffError: the column is another one by now, or there is nothing to approve.
    """
    present = dossier_of(project, shown.target)
    if column_binding(present, column) != column_binding(shown, column):
        if column == ROWS:
            raise SignoffError(say("review.rows_changed_while_looking", target=shown.target))
        raise SignoffError(say("review.column_changed_while_looking", target=shown.target, column=column))
    return session.approve(project, shown.target, [column], by=by, opened=opened)


def approve_copied_as_listed(
    project: Project, shown: Dossier, listed: Sequence[str], *, by: str
) -> tuple[Decision, ...]:
    """Approve together exactly the columns that were listed.

    Raises:
        SignoffError: other columns are copied unchanged by now.
    """
    if bulk_candidates(dossier_of(project, shown.target)) != tuple(listed):
        raise SignoffError(say("review.copied_changed_while_looking", target=shown.target))
    return session.approve_copied(project, shown.target, by=by)


def sign_as_shown(project: Project, shown: Dossier, *, by: str, today: str = "") -> SignOff:
    """Sign a target off as it is in `shown`.

    Raises:
        SignoffError: the target is another one by now, or something still keeps it from being signed.
    """
    if binding_of(dossier_of(project, shown.target)) != binding_of(shown):
        raise SignoffError(say("review.changed_while_looking", target=shown.target))
    return session.sign(project, shown.target, by=by, today=today)
