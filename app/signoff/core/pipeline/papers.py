"""What leaves a project for people who don't open it: a copy of the document, and a list of questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.annotations import Mark
from signoff.core.domain.sentences import say
from signoff.core.engines.documents.copies import pages_workbook
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.errors import SignoffError
from signoff.core.pipeline.annotating import Told, annotated_document
from signoff.core.pipeline.importing import StoredDocument, document_grids, stored_document
from signoff.core.pipeline.question_sheet import question_page
from signoff.core.pipeline.questioning import Questioned, questioned_project
from signoff.core.progress import CancelToken
from signoff.core.project import session
from signoff.core.project.documents import document_called
from signoff.core.project.open_questions import OpenQuestion, asked_of_document, open_questions
from signoff.core.project.project import Project
from signoff.core.project.standing import Standing, standing_of
from signoff.core.project.taking import project_identity


@dataclass(frozen=True)
class Papers:
    """What a project holds of its document, taken out so that the rest needs no project."""

    document: StoredDocument
    standing: Standing
    mark: Mark
    date: str
    """ISO date of today."""
    questioned: Questioned
    """What is asked about the document, and how much of it can be drafted."""


def papers_of(
    project: Project,
    *,
    document: str = "",
    whom: str = "",
    standing: Standing | None = None,
    questioned: Questioned | None = None,
) -> Papers:
    """Take out of a project what its papers are made of.

    Args:
        project: open, on the thread that opened it.
        document: name of one of its documents; the first one when left out.
        whom: whom they are addressed to.
        standing: the project as it stands, where it is known already.
        questioned: what is asked about that document, where it is known already.

    Raises:
        SignoffError: it holds no such document, or nothing was read from it yet.
    """
    kept = document_called(project, document)
    mark = Mark(project_identity(project), kept.file.digest, whom)
    known = standing or standing_of(project)
    asked = questioned or questioned_project(project, kept.name)
    return Papers(stored_document(project, kept.name), known, mark, project.now()[:10], asked)


def told_of(papers: Papers) -> Told:
    """What is said of a project's document."""
    return Told(papers.questioned, papers.mark, papers.date, papers.standing)


def annotated_copy(
    papers: Papers,
    told: Told,
    grids: Sequence[SheetGrid] | None = None,
    *,
    cancel: CancelToken | None = None,
) -> bytes:
    """The project's document with everything that is said of it.

    Raises:
        SignoffError: the document can't be written into.
        Cancelled: `cancel` was set.
    """
    document = papers.document
    sheets = document_grids(document, cancel=cancel) if grids is None else grids
    return annotated_document(document.name, document.data, sheets, told, cancel=cancel)


def sheet_of_questions(papers: Papers, asked: Sequence[OpenQuestion]) -> bytes:
    """A workbook with open questions, addressed to whom the papers are for.

    Raises:
        SignoffError: nothing is asked.
    """
    if not asked:
        raise SignoffError(say("copy.nothing_asked"))
    standing = papers.standing
    return pages_workbook(question_page(asked, papers.mark, project=standing.name, date=papers.date))


def note_asked(project: Project, asked: Sequence[OpenQuestion], whom: str, *, by: str) -> None:
    """Keep that a person was asked, as one act."""
    places = {
        place: each.question.text
        for each in asked
        for place in each.places or ((each.question.target, each.question.column),)
    }
    with project.act("send questions", whom, by=by):
        for (target, column), text in places.items():
            session.ask_somebody(project, target, column, whom, text, by=by)


def questions_for(papers: Papers, whom: str, *, only_theirs: bool) -> tuple[OpenQuestion, ...]:
    """The open questions of a project that go to a person, those on its documents first.

    Args:
        papers: of the project.
        whom: the person.
        only_theirs: only what this person was asked about already.
    """
    asked, standing, person = papers.questioned, papers.standing, whom if only_theirs else None
    whole = asked_of_document(asked.open_everywhere, asked.rules, standing, whom=person)
    return (*whole, *open_questions(standing, whom=person))
