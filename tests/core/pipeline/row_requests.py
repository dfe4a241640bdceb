"""Requests to change existing SQL: a whole document beside the file, and the file as it must come out.

``NAME.yml`` beside ``NAME.before.sql`` and ``NAME.after.sql``; its keys: ``target``, ``document`` (cells of each sheet,
a line a row, ``|`` between cells), ``tables`` and ``rows`` of the sources, ``key`` and ``changed`` of the result. Where
the request is said in other ways too, ``asked`` is a text of the document, ``otherwise`` what may stand in its place.
Requests and results were written before any code had read one of them; what the code writes otherwise and gives the
same rows was taken over.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from signoff.core.domain.plan import Draft
from signoff.core.engines.sql.samples import read_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.documents import draft_document, load_samples
from signoff.core.pipeline.reading_beside import read_beside, tables_in
from signoff.core.prompt.examples import ExampleBank
from tests.helpers.documents import build_workbook

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "row_requests"
PACKAGES = FOLDER.parent / "package_requests"
"""The same for files in the shape of public dbt packages, whose columns change."""


@dataclass(frozen=True)
class RowRequest:
    """One case."""

    data: dict[str, Any]
    before: str
    after: str


def row_request(path: Path) -> RowRequest:
    """The case of one YAML file."""
    before, after = (path.with_suffix(f".{n}.sql").read_text(encoding="utf-8") for n in ("before", "after"))
    return RowRequest(yaml.safe_load(path.read_text(encoding="utf-8")), before, after)


def drafted(case: RowRequest, folder: Path, *, instead: tuple[str, str] = ("", "")) -> Draft:
    """The draft of a case, made as `signoff draft` does without a language model.

    Args:
        case: the case.
        folder: an empty folder to write document and sources to.
        instead: a text of the document, and what stands there instead.
    """
    sheets = {
        name: {
            "rows": [
                [cell or None for cell in line.split("|")] if line else 1 for line in _lines(text, instead)
            ]
        }
        for name, text in case.data["document"].items()
    }
    document = build_workbook(sheets, folder / "mapping.xlsx")
    _write_sources(case, folder / "sources")
    (folder / "existing").mkdir()
    (folder / "existing" / f"{case.data['target']}.sql").write_text(case.before, encoding="utf-8")
    sources = read_folder(folder / "sources")
    read = read_beside(document, tables_in(sources), folder / "existing")
    with Sandbox() as sandbox:
        load_samples(sandbox, sources, read.spec)
        desk = Desk(sandbox, None, ExampleBank.load())
        desk.around = read.existing.around
        drafts = draft_document(read.spec, sandbox.schema(), desk, existing=read.existing.texts)
    return drafts.outcomes[0].draft


def _lines(text: str, instead: tuple[str, str]) -> list[str]:
    return text.replace(*instead).rstrip("\n").split("\n") if instead[0] else text.rstrip("\n").split("\n")


def _write_sources(case: RowRequest, folder: Path) -> None:
    folder.mkdir()
    statements = []
    for table, text in case.data["tables"].items():
        columns = [part.split() for part in text.split(",")]
        listed = ", ".join(f"{c[0]} {c[1]}{' PRIMARY KEY' if 'key' in c[2:] else ''}" for c in columns)
        statements.append(f"CREATE TABLE {table} ({listed});")
        with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow([c[0] for c in columns])
            writer.writerows([_said(v) for v in row] for row in case.data["rows"].get(table, []))
    (folder / "schema.sql").write_text("\n".join(statements), encoding="utf-8")


def _said(value: Any) -> str:
    if value is None:
        return "\\N"
    return str(value).lower() if isinstance(value, bool) else str(value)
