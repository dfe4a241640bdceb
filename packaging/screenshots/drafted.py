"""The sample as the pictures show it: drafted, two target tables signed, one half decided, an edited export."""

from __future__ import annotations

from pathlib import Path

from signoff.core.domain.expressions import Origin
from signoff.core.domain.review import ROWS
from signoff.core.generate.generator import Generator
from signoff.core.generate.store import locate
from signoff.core.pipeline.flow import draft_project, generator_used
from signoff.core.pipeline.sample import make_sample_project
from signoff.core.progress import Progress
from signoff.core.project import session
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.exporting import export_project
from signoff.core.project.project import Project
from signoff.core.review.gate import remarks

BY = "Maren Keller"
SIGNED = ("supplier_country", "contract_status_history")
HALF = "contract_party"


def drafted_sample(work: Path) -> Path:
    """The project file, made unless it is there."""
    path = work / "sample.signoff"
    if path.is_file():
        return path
    work.mkdir(parents=True, exist_ok=True)
    unfinished = work / "unfinished.signoff"
    for old in work.glob("unfinished.signoff*"):
        old.unlink()
    file = locate(None)
    with (
        make_sample_project(unfinished, name="Supplier migration", by=BY) as project,
        Generator(file.path, sha256=file.sha256, family=file.family) as generator,
    ):
        draft_project(project, generator, generator_used(file.name, file.sha256), by=BY, report=_tell)
        for target in SIGNED:
            _sign(project, target)
        _decide_half(project)
        export_project(project, work / "dbt", by=BY)
    unfinished.rename(path)
    model = work / "dbt" / "models" / f"{SIGNED[0]}.sql"
    model.write_text(
        "-- edited by hand after the export\n" + model.read_text(encoding="utf-8"), encoding="utf-8"
    )
    return path


def _tell(news: Progress) -> None:
    if "." not in news.message:
        print(f"drafting {news.message}", flush=True)


def _sign(project: Project, target: str) -> None:
    dossier = dossier_of(project, target)
    for question in dossier.questions:
        session.answer(project, question.id, question.choices[0].id, by=BY)
    for remark in remarks(dossier):
        session.waive(project, target, remark.column, remark.code, "Agreed with the source team.", by=BY)
    names = [column.name for column in dossier.draft.columns if column.origin is not Origin.UNRESOLVED]
    session.approve(project, target, [ROWS, *names], by=BY)
    session.sign(project, target, by=BY)


def _decide_half(project: Project) -> None:
    session.approve(project, HALF, [ROWS], by=BY)
    session.approve_copied(project, HALF, by=BY)
    columns = dossier_of(project, HALF).draft.columns
    for column in columns:
        if column.origin is Origin.PATTERN and column.name < "q":
            session.approve(project, HALF, [column.name], by=BY)
    session.add_comment(project, HALF, columns[3].name, "Also for branches abroad?", by=BY)
