"""The versions of the document that a project's existing SQL was made from, kept from the first that is replaced."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.amended import amended
from signoff.core.domain.delta import TableChange, TargetDelta
from signoff.core.domain.mandates import Since
from signoff.core.domain.spec import Spec, TargetMapping
from signoff.core.pipeline.versions import Proposal
from signoff.core.project.project import Project


def keep_since(
    project: Project, proposal: Proposal, difference: TargetDelta, new: TargetMapping, *, by: str
) -> None:
    """Keep what the version before says of a target whose SQL exists, unless an older one is kept; inside an act.

    Args:
        project: open for writing.
        proposal: the new version held against the project.
        difference: what differs of the target.
        new: the target in the new version, as the project calls it.
        by: who takes it.
    """
    name = difference.was or difference.target
    old = proposal.old.target(name)
    kept = project.since().get(name.casefold())
    if old is None or difference.change in (TableChange.SAME, TableChange.HARMLESS):
        return
    known = {target.casefold() for target in project.existing()}
    in_document = bool(old.existing_sql.strip()) and old.existing_sql == new.existing_sql
    if new.name.casefold() not in known and not in_document:
        return
    if kept is None:
        project.put_since(new.name, Since(_document_of(old, proposal), old), by=by)
    elif name.casefold() != new.name.casefold():
        project.put_since(new.name, kept, by=by)


def since_in(project: Project) -> dict[str, Since]:
    """The versions before, with the names and answers that count in the project now."""
    found = {}
    for name, since in project.since().items():
        spec = project.in_real_names(Spec(since.document, targets=(since.target,)))
        found[name] = replace(since, target=amended(spec, project.amendments()).targets[0])
    return found


def _document_of(old: TargetMapping, proposal: Proposal) -> str:
    """The version before by name, with its day where the new one has the same name."""
    replacing = proposal.replacing
    cell = old.cell or next((row.cell for row in old.columns if row.cell is not None), None)
    name = cell.document if cell is not None and cell.document else replacing.name if replacing else ""
    is_same = name.casefold() == proposal.read.name.casefold() and replacing is not None
    return f"{name} ({replacing.at[:10]})" if is_same and replacing is not None else name
