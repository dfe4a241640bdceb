"""Answers that come back on a sheet: each is an act of the project, with the name and the date written beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from signoff.core.domain.review import Question
from signoff.core.errors import SignoffError
from signoff.core.lint import FileRule
from signoff.core.project import answering, session
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.project import Project


@dataclass(frozen=True)
class TakenAnswer:
    """One answer from a sheet."""

    question: str
    value: str
    by: str
    at: str
    """ISO date as written on the sheet; empty for none."""
    cell: str
    """Where it stood."""


@dataclass(frozen=True)
class TakenAnswers:
    """What one sheet brought."""

    file: str
    digest: str
    """SHA-256 of the file."""
    answers: tuple[TakenAnswer, ...]


def take_answers(
    project: Project, taken: TakenAnswers, on_document: Mapping[str, Question | FileRule], *, by: str
) -> None:
    """Give answers as one act; who gave each is kept, and where and when it was written.

    Args:
        project: open for writing.
        taken: the answers.
        on_document: by id: what of it is asked about the document, for one column or for the whole file; all
            others are questions on drafts.
        by: who brings them.

    Raises:
        SignoffError: a question is not asked, or does not take its answer; nothing is kept then.
    """
    with project.act("take answers", taken.file, by=by):
        for each in sorted(
            taken.answers, key=lambda a: not isinstance(on_document.get(a.question), FileRule)
        ):
            asked = on_document.get(each.question)
            if isinstance(asked, FileRule):
                answering.set_file_rule(project, asked, each.value, by=each.by, at=each.at)
            elif asked is not None:
                answering.answer_document(project, asked, each.value, by=each.by, at=each.at)
            else:
                session.answer(project, each.question, each.value, by=each.by)
        project.put("take answers", "taken", taken.digest, taken, by=by)


def question_of(project: Project, identity: str) -> Question | None:
    """A question asked at present or before."""
    known = project.question(identity)
    if known is not None:
        return known
    for draft in project.drafts():
        try:
            asked = dossier_of(project, draft.target).questions
        except SignoffError:
            continue
        if found := next((q for q in asked if q.id == identity), None):
            return found
    return None


def project_identity(project: Project) -> str:
    """What tells a project from every other, whatever its file is called: the digest of its first entry."""
    rows = project.entries()
    return rows[0].digest[:16] if rows else ""
