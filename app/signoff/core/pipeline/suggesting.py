"""Which terms a project should hide: found in its document, its source tables and their rows, and put into groups."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.cells import Cell, column_number
from signoff.core.domain.expressions import quoted
from signoff.core.domain.masking import Term
from signoff.core.domain.spec import Role, Schema, Spec
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.mask.candidates import Candidate, candidates
from signoff.core.mask.grouping import TermGroup, suggested_groups
from signoff.core.mask.material import Material, Said, Samples, Where, material_of
from signoff.core.pipeline.documents import load_samples, project_samples
from signoff.core.pipeline.importing import StoredDocument, document_grids, stored_document
from signoff.core.progress import CancelToken
from signoff.core.project.documents import documents
from signoff.core.project.project import Project

_VALUES = 200
"""Different values of a column that are looked at."""
_SYSTEMS = (Role.SOURCE_SYSTEM, Role.TARGET_SYSTEM)
_MOST_GROUPED = 2_000
"""Candidates that groups are looked for in, the most telling ones."""


@dataclass(frozen=True)
class TermSources:
    """What a search for terms needs of a project, taken out of it."""

    spec: Spec | None
    sources: Schema
    samples: Path
    """Folder of sample files and ``schema.sql``."""
    listed: tuple[Term, ...]
    refused: frozenset[str]
    documents: tuple[StoredDocument, ...]
    """Those with a column of systems, whose names the spec does not keep."""


@dataclass(frozen=True)
class Suggestions:
    """What is suggested."""

    candidates: tuple[Candidate, ...] = ()
    """The most telling first."""
    groups: tuple[TermGroup, ...] = ()


def gather_terms(project: Project, folder: Path) -> TermSources:
    """Take out of a project what a search for terms needs; sample files are written into `folder`."""
    spec = project.amended_spec
    return TermSources(
        spec,
        project.sources,
        project.materialise_samples(folder),
        project.glossary,
        project.refused_terms,
        tuple(stored_document(project, name) for name in _with_systems(spec, project)),
    )


def suggest(found: TermSources, *, cancel: CancelToken | None = None) -> Suggestions:
    """Search for terms and put them into groups.

    Raises:
        SignoffError: the samples or a document can't be read.
        Cancelled: `cancel` was set.
    """
    if found.spec is None:
        return Suggestions()
    with Sandbox() as sandbox:
        load_samples(sandbox, project_samples(found.samples, found.spec), found.spec)
        schema = sandbox.schema().merged_with(found.sources)
        samples = _values(sandbox, cancel)
    systems = [said for document in found.documents for said in _systems(document, found.spec, cancel)]
    material = material_of(found.spec, schema, samples, systems)
    made = candidates(material, listed=found.listed, refused=found.refused, types=_types(schema))
    return Suggestions(made, _groups(found, made, material))


def suggestions(project: Project, *, cancel: CancelToken | None = None) -> Suggestions:
    """`suggest` for a project that is open here."""
    with tempfile.TemporaryDirectory(prefix="signoff-") as private:
        return suggest(gather_terms(project, Path(private)), cancel=cancel)


def _groups(found: TermSources, made: Sequence[Candidate], material: Material) -> tuple[TermGroup, ...]:
    terms = [*found.listed, *(each.term for each in made[:_MOST_GROUPED])]
    return suggested_groups(terms, material)


def _types(schema: Schema) -> dict[str, str]:
    return {column.name.casefold(): column.type for table in schema.tables for column in table.columns}


def _values(sandbox: Sandbox, cancel: CancelToken | None) -> Samples:
    """Different values of every column that may hold text or numbers of persons, the same ones each time."""
    places = [(t.name, c.name) for t in sandbox.schema().tables for c in t.columns]
    sqls = [
        f"SELECT DISTINCT CAST({quoted(column)} AS VARCHAR) AS v FROM {quoted(table)} "
        f"WHERE {quoted(column)} IS NOT NULL ORDER BY md5(v), v"
        for table, column in places
    ]
    outcomes = sandbox.run_many(sqls, _VALUES, cancel)
    return {
        place: tuple(str(row[0]) for row in outcome.result.rows)
        for place, outcome in zip(places, outcomes, strict=True)
        if outcome.ok and outcome.result is not None
    }


def _with_systems(spec: Spec | None, project: Project) -> list[str]:
    """Names of the documents that have a column of systems."""
    sheets = spec.sheets if spec else ()
    first = spec.document if spec else ""
    wanted = {s.document or first for s in sheets if any(role in _SYSTEMS for _letter, role in s.roles)}
    return [kept.name for kept in documents(project) if kept.name in wanted]


def _systems(document: StoredDocument, spec: Spec, cancel: CancelToken | None) -> list[Said]:
    grids = {grid.name: grid for grid in document_grids(document, cancel=cancel)}
    found: dict[str, Said] = {}
    for sheet in spec.sheets:
        grid = grids.get(sheet.sheet)
        if grid is None or (sheet.document or spec.document) != document.name:
            continue
        for letter, role in sheet.roles:
            for row in range(sheet.header_row + 1, len(grid.rows) + 1) if role in _SYSTEMS else ():
                text = grid.at(row, column_number(letter)).strip()
                if text:
                    cell = Cell(sheet.sheet, row, column_number(letter))
                    found.setdefault(text.casefold(), Said(text, Where.SYSTEM, str(cell)))
    return list(found.values())
