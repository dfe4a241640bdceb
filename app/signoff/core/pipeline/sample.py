"""The sample project that ships with Signoff: what the demo runs on and a first start opens."""

from __future__ import annotations

from pathlib import Path

from signoff.core.domain.resources import resources_folder
from signoff.core.mask.glossary_files import read_glossary
from signoff.core.parse import parse_document
from signoff.core.pipeline.existing_folder import read_existing_folder
from signoff.core.project.making import Material, make_project
from signoff.core.project.project import Project

DOCUMENT = "supplier_migration_mapping.xlsx"


def sample_folder() -> Path:
    """Folder of the sample's document, sources, existing SQL, glossary and scripted reviewer."""
    return resources_folder() / "sample"


def make_sample_project(path: Path, *, name: str, by: str) -> Project:
    """The sample as a new project, nothing drafted yet; use it in a ``with`` statement.

    Raises:
        SignoffError: the path is taken or can't be written, or the sample is not installed.
    """
    folder = sample_folder()
    material = Material(
        document=folder / DOCUMENT,
        spec=parse_document(folder / DOCUMENT),
        sources=folder / "sources",
        existing=read_existing_folder(folder / "existing").texts,
        glossary=read_glossary(folder / "glossary.yml"),
    )
    return make_project(path, material, name=name, dialect="duckdb", by=by)
