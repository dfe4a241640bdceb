"""What a masked hand-over is made from, read off a project before anything is masked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from signoff.core.pipeline.flow import samples_of, spec_of
from signoff.core.pipeline.importing import document_grids, stored_document
from signoff.core.pipeline.outside_names import Leaving, is_telling, named_by_rules
from signoff.core.pipeline.papers import papers_of, questions_for
from signoff.core.progress import CancelToken
from signoff.core.project.documents import documents
from signoff.core.project.open_questions import OpenQuestion
from signoff.core.project.project import Project
from signoff.core.verify.rows_alike import Reference, TableShape
from signoff.core.verify.sample_shapes import sample_shapes


@dataclass(frozen=True)
class Gathered:
    """All that a hand-over reads of a project."""

    leaving: Leaving
    shapes: tuple[TableShape, ...]
    references: tuple[Reference, ...]
    stay: frozenset[str]
    asked: tuple[OpenQuestion, ...]
    date: str

    @cached_property
    def telling(self) -> frozenset[str]:
        """Those that would tell something, case-folded; the rules' own are masked as terms."""
        folded = {text.strip().casefold() for text in self.values if is_telling(text)}
        return frozenset(folded - self.stay)

    @cached_property
    def values(self) -> frozenset[str]:
        """Every value of the samples."""
        return frozenset(text for table in self.shapes for column in table.columns for text in column.taken)


def gather(project: Project, cancel: CancelToken | None) -> Gathered:
    """Read it off a project, its samples column by column.

    Raises:
        SignoffError: no document was read yet, or a file of the project can't be read.
        Cancelled: `cancel` was set.
    """
    spec = spec_of(project)
    kept = documents(project)
    sheets = tuple(
        (each.name, document_grids(stored_document(project, each.name), cancel=cancel)) for each in kept
    )
    sql = {draft.target: draft.sql for draft in project.drafts()}
    words = (project.settings.name, *(PurePath(each.name).stem for each in kept))
    papers = papers_of(project)
    asked = questions_for(papers, "", only_theirs=False)
    with samples_of(project, spec) as (sandbox, _findings):
        schema = sandbox.schema().merged_with(spec.sources)
        leaving = Leaving(spec, schema, sheets, sql, project.existing(), words, project.glossary)
        stay = named_by_rules(leaving)
        loaded = sandbox.schema().tables
        shapes, references = sample_shapes(sandbox, loaded, stay, cancel=cancel)
    return Gathered(leaving, shapes, references, stay, asked, papers.date)
