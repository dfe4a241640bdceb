"""What comes back of a masked hand-over: unmasked, placed where it can be, and told of where it can't."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.sentences import say
from signoff.core.engines.documents.reader import read_document
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.parse.own_copies import mark_of
from signoff.core.pipeline.dropped import text_of
from signoff.core.pipeline.flow import samples_of, spec_of
from signoff.core.pipeline.masked_files import QUESTIONS, RECEIPT, SQL_MARK
from signoff.core.pipeline.outside_names import outside_names
from signoff.core.pipeline.placing_returned import Placing
from signoff.core.progress import CancelToken
from signoff.core.project.outside_help import HandedBack, HandedOver, handed_over, put_handed_back
from signoff.core.project.project import Project


@dataclass(frozen=True)
class TakenBack:
    """What became of a folder that came back."""

    folder: str
    columns: tuple[tuple[str, str], ...]
    """Target and column of each expression that was taken."""
    answers: int
    comments: int
    odd: tuple[str, ...]
    """One sentence for each thing that could not be unmasked or placed; none of it is lost."""

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it in sentences."""
        said = [say("handover.sql_taken", count=len(self.columns))] if self.columns else []
        said += [say("copy.taken", count=self.answers)] if self.answers else []
        said += [say("handover.comments_taken", count=self.comments)] if self.comments else []
        return (*self.odd, *said) or (say("handover.nothing_back", folder=self.folder),)


def take_handed_back(
    project: Project, folder: Path, *, by: str, cancel: CancelToken | None = None
) -> TakenBack:
    """Unmask and merge what came back, as one act: SQL as written expressions, answers, comments.

    Args:
        project: open for writing.
        folder: as it came back, whole or in part.
        by: who brings it.
        cancel: stops before anything is kept.

    Raises:
        SignoffError: the folder belongs to another project or to none, or can't be read.
        Cancelled: `cancel` was set.
    """
    handed = _handed(project, folder)
    names = outside_names(project.secret, handed.terms, dict(handed.kinds), handed.level, handed.identifiers)
    back = Placing(project, handed, names, say("handover.by", by=by), by)
    with samples_of(project, spec_of(project)) as (sandbox, _findings):
        _bind_targets(project, sandbox)
        with project.act("take back from outside", folder.name, by=by):
            for path in _files(folder):
                back.take(path, path.relative_to(folder).as_posix(), sandbox, cancel)
            taken = TakenBack(folder.name, tuple(back.columns), back.answers, back.comments, tuple(back.odd))
            if back.kept or back.odd:
                put_handed_back(
                    project, HandedBack(handed.id, tuple(back.kept), taken.odd, by, project.now())
                )
    return taken


def _handed(project: Project, folder: Path) -> HandedOver:
    found = _identities(folder)
    if not found:
        raise SignoffError(say("handover.no_handover", folder=folder.name))
    known = {name: handed_over(project, identity) for name, identity in found.items()}
    strange = next((name for name, each in known.items() if each is None), "")
    first = next((each for each in known.values() if each is not None), None)
    if strange or first is None or len(set(found.values())) > 1:
        raise SignoffError(say("handover.other_project", name=strange or next(iter(found))))
    return first


def _identities(folder: Path) -> dict[str, str]:
    """Which hand-over each file says it is of."""
    found: dict[str, str] = {}
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        identity = ""
        if path.name == RECEIPT:
            identity = _receipt_id(path)
        elif path.suffix == ".sql" and (first := text_of(path).partition("\n")[0]).startswith(SQL_MARK):
            identity = first.removeprefix(SQL_MARK).strip()
        elif path.name == QUESTIONS:
            marks = (mark_of(grid) for grid in read_document(path))
            identity = next((mark.project for mark in marks if mark is not None), "")
        if identity:
            found[name] = identity
    return found


def _receipt_id(path: Path) -> str:
    try:
        content = json.loads(text_of(path))
    except ValueError:
        return ""
    return str(content.get("hand_over", "")) if isinstance(content, dict) else ""


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


def _bind_targets(project: Project, sandbox: Sandbox) -> None:
    """Make the drafted targets tables, for those that read them."""
    for draft in project.drafts():
        try:
            sandbox.create_table(draft.target, draft.sql)
        except SignoffError:
            continue
