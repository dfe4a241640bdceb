"""The acts on a proposed document: preview what it does, take it whole or by table, put it aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.delta import TableChange, TargetDelta
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.findings import Finding
from signoff.core.domain.review import ROWS
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.domain.versions import Delivered, Outcome, Preview, TargetEffect
from signoff.core.errors import SignoffError
from signoff.core.pipeline.importing import ReadDocument, StoredDocument
from signoff.core.pipeline.kept_since import keep_since
from signoff.core.pipeline.unused_since import unused_since
from signoff.core.pipeline.versions import Proposal, taking_of, target_kept
from signoff.core.project.carrying import Renaming, carry
from signoff.core.project.documents import KeptDocument, asides, document_called, documents, write_documents
from signoff.core.project.dossiers import dossiers_under
from signoff.core.project.drafting import same
from signoff.core.project.inputs import StoredFile
from signoff.core.project.project import Project
from signoff.core.review.questions import rule_question
from signoff.core.review.versions.contradicting import contradiction_question, contradictions
from signoff.core.review.versions.effects import effect_on
from signoff.core.review.versions.matching import match_rows


@dataclass(frozen=True)
class Taken:
    """What was taken."""

    document: str
    """Its name in the project."""
    tables: tuple[str, ...]
    gone: tuple[str, ...]
    left_out: tuple[str, ...]
    """Tables of the new document that were not taken."""


def preview(project: Project, proposal: Proposal) -> Preview:
    """What taking the whole of it would do to decisions, sign-offs and what is delivered; nothing is changed."""
    present = project.spec
    spec = taking_of(proposal, None).spec if proposal.tables or proposal.replacing else present
    before = {} if present is None else dossiers_under(project, present)
    after = {} if spec is None else dossiers_under(project, project.in_real_names(spec))
    unused = unused_since(present, spec) if present and spec else {}
    told = []
    for each in proposal.difference.targets:
        was = before.get((each.was or each.target).casefold())
        told.append(_effect(project, proposal, each, was, after))
    seen = {effect.target.casefold() for effect in told}
    for name, dossier in before.items():
        if name not in seen:
            effect = _effect(project, proposal, TargetDelta(dossier.target, TableChange.SAME), dossier, after)
            is_touched = bool(effect.look_again) or effect.outcome is Outcome.REOPENS
            told += [replace(effect, is_reached=True)] if is_touched else []
    old = proposal.replacing.name if proposal.replacing else ""
    effects = [_with_unused(effect, unused.get(effect.target.casefold(), ())) for effect in told]
    return Preview(old, proposal.read.name, tuple(effects))


def take(project: Project, proposal: Proposal, tables: Sequence[str] | None = None, *, by: str) -> Taken:
    """Take a document, whole or these tables of it, as one act; what stays with the version before goes on to count.

    Args:
        project: as it was when the proposal was made.
        proposal: the document held against the project.
        tables: names of tables, as the new version or the project calls them; all when None.
        by: who takes it.

    Raises:
        SignoffError: a table is in neither version, there is nothing to take, or the documents changed meanwhile.
    """
    if documents(project) != proposal.kept:
        raise SignoffError(say("versions.changed_while_looking"))
    taking = taking_of(proposal, tables)
    before = {} if project.spec is None else dossiers_under(project, project.spec)
    unused = unused_since(project.spec, taking.spec) if project.spec else {}
    words = "take new version" if proposal.replacing else "import document"
    with project.act(words, taking.new.name, by=by):
        write_documents(project, proposal.kept, taking.after, data=[proposal.read.data], by=by)
        for each in proposal.difference.targets:
            target = target_kept(proposal, each)
            if target is not None and target.name in taking.taken:
                carry(project, _renamings(proposal, each, target), by=by)
                keep_since(project, proposal, each, target, by=by)
                _keep_contradictions(project, before.get((each.was or each.target).casefold()), target, by)
                _keep_unused(project, target.name, unused, by)
        if not _left_out(proposal, taking.taken):
            _drop_aside(project, proposal.read.spec.digest, by)
    return Taken(taking.new.name, taking.taken, taking.gone, _left_out(proposal, taking.taken))


def put_aside(project: Project, document: ReadDocument, *, by: str) -> None:
    """Keep a document without reading anything from it, as one act; it can be looked at and taken later."""
    with project.act("put aside", document.name, by=by):
        digest = project.put_bytes(document.data)
        file = StoredFile(document.name, digest, len(document.data))
        project.put("put aside", "aside", digest, file, by=by)


def stored_aside(project: Project, name: str = "") -> StoredDocument:
    """A document that was put aside, the last one when no name is given.

    Raises:
        SignoffError: there is none of that name.
    """
    found = [a for a in asides(project) if not name or a.file.name.casefold() == name.casefold()]
    if not found:
        raise SignoffError(say("versions.nothing_aside", project=project.path.name))
    return StoredDocument(found[-1].file.name, project.bytes_of(found[-1].file.digest))


def replaced_by(project: Project, name: str = "") -> KeptDocument:
    """The document that a new version takes the place of: the one named, else the first.

    Raises:
        SignoffError: there is no such document, or it is an older version itself.
    """
    found = document_called(project, name)
    if found.is_older_version:
        raise SignoffError(say("versions.is_older", document=found.name))
    return found


def _effect(
    project: Project,
    proposal: Proposal,
    difference: TargetDelta,
    before: Dossier | None,
    after: Mapping[str, Dossier],
) -> TargetEffect:
    target = target_kept(proposal, difference)
    name = target.name if target else difference.target
    today = project.now()[:10]
    effect = effect_on(difference, before, after.get(name.casefold()), today=today)
    held = proposal.clashes.get(name.casefold(), "")
    told = contradictions(before, target) if before and target and not held else ()
    return replace(
        effect,
        target=name if target else effect.target,
        to_decide=() if held else effect.to_decide,
        contradictions=told,
        delivered=_delivered(project, difference.was or name),
        held_elsewhere=held,
    )


def _delivered(project: Project, target: str) -> tuple[Delivered, ...]:
    """The exports a table is part of, the last one of each folder."""
    found: dict[str, Delivered] = {}
    for export in project.exports():
        found.pop(export.folder, None)
        if any(same(each, target) for each in export.targets):
            found[export.folder] = Delivered(export.folder, export.at)
    return tuple(found.values())


def _renamings(proposal: Proposal, difference: TargetDelta, new: TargetMapping) -> Iterator[Renaming]:
    old = proposal.old.target(difference.was or difference.target)
    if old is None:
        return
    names = (old.name, new.name)
    pairs: dict[tuple[str, str], list[tuple[ColumnMapping, ColumnMapping]]] = {}
    for match in match_rows(old.columns, new.columns):
        if match.old is not None and match.new is not None:
            was, now = old.columns[match.old], new.columns[match.new]
            pairs.setdefault((was.name, now.name), []).append((was, now))
    for columns, rows in pairs.items():
        yield Renaming(names, columns, tuple(rows))
    yield Renaming(names, (ROWS, ROWS))


def _keep_contradictions(project: Project, before: Dossier | None, new: TargetMapping, by: str) -> None:
    """Ask what the new rules contradict; what was asked of a version before is asked no more."""
    told = {c.column.casefold(): c for c in contradictions(before, new)} if before else {}
    rules = {rule_question(new.name, row.name, row.rule_resolved or row.rule).id for row in new.columns}
    for question in project.contradicted(new.name):
        if question.column.casefold() not in told and question.id not in rules:
            project.put_contradicted(new.name, question.column, None, by=by)
    for contradiction in told.values():
        question = contradiction_question(replace(contradiction, target=new.name))
        project.remember_question(question, by=by)
        project.put_contradicted(new.name, contradiction.column, question, by=by)


def _keep_unused(project: Project, target: str, unused: Mapping[str, tuple[Finding, ...]], by: str) -> None:
    """Hang what is new in the document and was not used on the Rows card; drafting tells it anew."""
    found = unused.get(target.casefold(), ())
    if found and project.draft(target) is not None:
        project.put_findings(target, (*project.findings(target), *found), by=by)


def _with_unused(effect: TargetEffect, found: Sequence[Finding]) -> TargetEffect:
    """The effect on a table of which the new version says something that was not used."""
    if not found or effect.held_elsewhere or effect.outcome in (Outcome.NEW, Outcome.GONE):
        return effect
    outcome = Outcome.REOPENS if effect.outcome is Outcome.STAYS_SIGNED else effect.outcome
    told = tuple(say("delta.not_used", cell=each.cell, words=each.message) for each in found)
    return replace(effect, outcome=outcome, because=(*effect.because, *told))


def _left_out(proposal: Proposal, taken: Sequence[str]) -> tuple[str, ...]:
    return tuple(t.name for t in proposal.new.targets if t.name not in taken)


def _drop_aside(project: Project, digest: str, by: str) -> None:
    if project.get("aside", digest, StoredFile) is not None:
        project.put("take", "aside", digest, None, by=by)
