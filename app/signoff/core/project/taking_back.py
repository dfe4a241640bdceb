"""A decision taken back: the column waits for one again, and the record keeps that it was decided before."""

from __future__ import annotations

from signoff.core.domain.review import ROWS, Decision, Verdict
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.project import Project
from signoff.core.review.gate import decision_on


def take_back(project: Project, target: str, column: str, *, by: str) -> Decision:
    """Take the decision on a column, or on the Rows card (`ROWS`), back.

    Raises:
        SignoffError: nothing was decided on it, or the target is signed: a sign-off is withdrawn first.
    """
    dossier = dossier_of(project, target)
    before = decision_on(dossier, column)
    if before is None or before.verdict is Verdict.UNDECIDED:
        name = say("gate.the_rows") if column == ROWS else column
        raise SignoffError(say("review.nothing_to_take_back", target=dossier.target, column=name))
    if dossier.sign_off is not None:
        raise SignoffError(say("review.signed_already", target=dossier.target))
    made = Decision(dossier.target, before.column, Verdict.UNDECIDED, by, project.now())
    with project.act("take back", f"{dossier.target}.{before.column}", by=by):
        project.put_decisions([made], by=by)
    return made
