"""A project through its stages: the place to begin reading.

``new`` parses the document and keeps it with its samples. `draft_project` then lints, masks, prompts, generates,
merges and verifies, target by target, and keeps everything in the project. People review there; `signoff export`
writes what they signed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from signoff.core.domain.checks import Verification
from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.edits import EditState
from signoff.core.domain.findings import Finding
from signoff.core.domain.mandates import Since
from signoff.core.domain.masking import MaskingLevel, Term
from signoff.core.domain.plan import Draft
from signoff.core.domain.prompts import Generation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Spec
from signoff.core.engines.sql.problems import SqlFailed, SqlRefused
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.mask.glossary import terms_of
from signoff.core.pipeline.desk import Desk, Preview, PromptRecord, Proposer, Said
from signoff.core.pipeline.documents import (
    DocumentDrafts,
    Drafted,
    draft_document,
    load_samples,
    project_samples,
)
from signoff.core.pipeline.drafting import DraftOutcome
from signoff.core.pipeline.edit_decisions import DecidedDraft, with_earlier_states
from signoff.core.pipeline.kept_since import since_in
from signoff.core.pipeline.worked import bank_with, settled_by
from signoff.core.progress import CancelToken, Report, silent
from signoff.core.project.approved import ApprovedRule, approved_rules
from signoff.core.project.basis import basis_of
from signoff.core.project.drafting import GeneratorUsed
from signoff.core.project.project import Project
from signoff.core.prompt.examples import ExampleBank
from signoff.core.prompt.templates import SHIPPED, Templates
from signoff.core.verify.verify import verify


@dataclass(frozen=True)
class DraftingInputs:
    """All that drafting reads of a project: work on it needs the project no more."""

    spec: Spec
    samples: Path
    """Folder of sample files and ``schema.sql``."""
    existing: Mapping[str, str]
    glossary: tuple[Term, ...]
    said: Said
    recalled: Mapping[str, tuple[Generation, ...]]
    """What the generator answered before, by the prompt's hash."""
    reuse: Mapping[str, DraftOutcome]
    """Present drafts of the targets that are not drafted anew."""
    templates: Templates = SHIPPED
    """The texts around rules in prompts."""
    around: Surroundings = ALONE
    """The dbt project that the existing SQL stands in."""
    dialect: str = "duckdb"
    """sqlglot's name of the warehouse's SQL."""
    level: MaskingLevel = MaskingLevel.IDENTIFIERS
    """How much is hidden from the generator."""
    only: tuple[str, ...] = ()
    """Names of the targets to draft; all when empty."""
    approved: tuple[ApprovedRule, ...] = ()
    """Rules whose SQL a person stands for: worked examples for rules like them."""
    said_of_edits: Mapping[str, EditState] = field(default_factory=dict)
    """What people said of edits of existing SQL, by the edit's id."""
    since: Mapping[str, Since] = field(default_factory=dict)
    """The version of the document that existing SQL was made from, by case-folded target; where it is another."""


@dataclass(frozen=True)
class DraftedTarget:
    """One target as it comes out of drafting, with the prompts that led to it."""

    drafted: Drafted
    prompts: tuple[PromptRecord, ...]
    basis: str = ""
    """What of the document it was drafted from."""
    decided: DecidedDraft | None = None
    """An update with what people said of the same edits before."""


def draft_project(
    project: Project,
    generator: Proposer | None,
    used: GeneratorUsed | None,
    *,
    by: str,
    targets: Sequence[str] = (),
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> DocumentDrafts:
    """Draft targets of a project anew; each is kept in the project as soon as it is checked.

    A draft that comes out as it was keeps the decisions on it: they are bound to what was shown.

    Args:
        project: holds the document's spec and the samples.
        generator: None drafts without a language model.
        used: the generator's name and digest, for the evidence.
        by: who asks.
        targets: names of the targets to draft; all when empty.
        report: receives progress.
        cancel: stops the run between and within rules; what is drafted by then is kept.

    Raises:
        SignoffError: no document was read yet, a prompt would have leaked a term, or the generator's process
            died.
    """
    with tempfile.TemporaryDirectory(prefix="signoff-") as private:
        inputs = gather(project, Path(private), used, targets=targets)
        keep_generator(project, used, by=by)
        drafts = draft_gathered(
            inputs,
            generator,
            on_target=lambda target: keep_target(project, target, by=by),
            report=report,
            cancel=cancel,
        )
    keep_document(project, drafts, by=by)
    return drafts


def gather(
    project: Project, folder: Path, used: GeneratorUsed | None, *, targets: Sequence[str] = ()
) -> DraftingInputs:
    """What drafting needs of a project; the sample files are written into `folder`.

    Raises:
        SignoffError: no document was read yet.
    """
    return DraftingInputs(
        spec_of(project),
        project.materialise_samples(folder),
        project.existing(),
        project.glossary,
        said_in(project),
        _recalled(project, used),
        _kept(project, targets),
        project.templates(),
        around=project.surroundings,
        dialect=project.settings.dialect,
        level=project.masking_level,
        only=tuple(targets),
        approved=approved_rules(project),
        said_of_edits={e.id: e.state for d in project.drafts() if d.edits for e in d.edits.edits},
        since=since_in(project),
    )


def draft_gathered(
    inputs: DraftingInputs,
    generator: Proposer | None,
    *,
    on_target: Callable[[DraftedTarget], None],
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> DocumentDrafts:
    """Draft what was gathered; `on_target` receives each target as soon as it is checked.

    Raises:
        SignoffError: a prompt would have leaked a term, the generator's process died, or the samples can't be
            read.
        Cancelled: `cancel` was set.
    """
    with Sandbox() as sandbox:
        sample_findings = load_samples(sandbox, project_samples(inputs.samples, inputs.spec), inputs.spec)
        desk = desk_of(inputs, sandbox, generator, report, cancel)
        told = 0

        def tell(drafted: Drafted) -> None:
            nonlocal told
            basis = _basis(inputs.spec, drafted.outcome.draft)
            on_target(
                DraftedTarget(drafted, tuple(desk.ledger[told:]), basis, _decided(drafted, inputs, desk))
            )
            told = len(desk.ledger)

        drafts = draft_document(
            inputs.spec,
            sandbox.schema(),
            desk,
            existing=inputs.existing,
            listed=inputs.glossary,
            reuse=inputs.reuse,
            only=inputs.only,
            on_drafted=tell,
        )
    return replace(drafts, findings=(*sample_findings, *drafts.findings))


def desk_of(
    inputs: DraftingInputs,
    sandbox: Sandbox,
    generator: Proposer | None,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> Desk:
    """The tools of a run over what was gathered; the samples are in the sandbox."""
    desk = Desk(sandbox, generator, ExampleBank.load(), said=inputs.said, report=report)
    desk.cancel = cancel or desk.cancel
    desk.recalled = dict(inputs.recalled)
    desk.around, desk.since, desk.dialect = inputs.around, inputs.since, inputs.dialect
    desk.templates, desk.level = inputs.templates, inputs.level
    _lay_out_examples(desk, inputs.spec, inputs.approved, inputs.glossary)
    return desk


def keep_target(project: Project, target: DraftedTarget, *, by: str) -> None:
    """One drafted target, in the project, as one act."""
    outcome, drafted = target.drafted.outcome, target.drafted
    name = outcome.draft.target
    with project.act("draft", name, by=by):
        project.put_sources(drafted.schema, by=by)
        project.put_prompts(target.prompts, by=by)
        project.put_drafts([outcome.draft], by=by)
        project.put_basis(name, target.basis, by=by)
        project.put_verifications([outcome.verification], by=by)
        if target.decided is not None:
            project.put_drafts([target.decided.draft], by=by)
            if target.decided.verification is not None:
                project.put_verifications([target.decided.verification], by=by)
        project.put_findings(name, (*drafted.findings, *outcome.draft.findings), by=by)
        project.put_questions(name, outcome.questions, by=by)


def _decided(drafted: Drafted, inputs: DraftingInputs, desk: Desk) -> DecidedDraft | None:
    """An update as people left the edits that it has again; they need not be refused twice."""
    draft = drafted.outcome.draft
    target = inputs.spec.target(draft.target)
    if target is None or not inputs.said_of_edits:
        return None
    return with_earlier_states(
        draft, inputs.said_of_edits, target, drafted.schema, desk.sandbox, cancel=desk.cancel
    )


def keep_generator(project: Project, used: GeneratorUsed | None, *, by: str) -> None:
    """Which language model drafts from now on, and at which masking level, unless the project says so already."""
    if used is None:
        return
    used = replace(used, masking=project.masking_level.value)
    if used != project.generator:
        project.put_generator(used, by=by)


def keep_document(project: Project, drafts: DocumentDrafts, *, by: str) -> None:
    """What a whole run found out beside its targets; findings on none stand under the empty name."""
    names = {target.name.casefold() for target in drafts.spec.targets}
    project.put_findings("", [f for f in drafts.findings if f.target.casefold() not in names], by=by)


def preview_prompts(project: Project, *, report: Report = silent) -> tuple[PromptRecord, ...]:
    """Every prompt that drafting would send first, masked and scanned; nothing is sent and nothing kept."""
    spec = spec_of(project)
    with samples_of(project, spec) as (sandbox, _findings):
        desk = Desk(sandbox, Preview(), ExampleBank.load(), report=report, templates=project.templates())
        desk.around, desk.since = project.surroundings, since_in(project)
        desk.dialect, desk.level = project.settings.dialect, project.masking_level
        _lay_out_examples(desk, spec, approved_rules(project), project.glossary)
        draft_document(spec, sandbox.schema(), desk, existing=project.existing(), listed=project.glossary)
    return tuple(desk.ledger)


def _lay_out_examples(
    desk: Desk, spec: Spec, approved: Sequence[ApprovedRule], glossary: Sequence[Term]
) -> None:
    """Give a desk the project's approved rules as further worked examples."""
    terms = terms_of(spec, desk.sandbox.schema(), glossary, desk.level)
    desk.examples, desk.settled = bank_with(desk.examples, approved, terms, desk.level), settled_by(approved)


def verify_project(
    project: Project, *, by: str, targets: Sequence[str] = (), cancel: CancelToken | None = None
) -> tuple[Verification, ...]:
    """Run every check on the present drafts again and keep the results."""
    spec = spec_of(project)
    wanted = {name.casefold() for name in targets}
    found = []
    with samples_of(project, spec) as (sandbox, _findings):
        for draft in project.drafts():
            mapping = spec.target(draft.target)
            if mapping is not None and (not wanted or draft.target.casefold() in wanted):
                found.append(verify(draft, mapping, sandbox, cancel=cancel))
            with suppress(SqlFailed, SqlRefused):  # its own checks tell that it does not run
                sandbox.create_table(draft.target, draft.sql, cancel)
    if not found:
        raise SignoffError(say("flow.no_draft"))
    project.put_verifications(found, by=by)
    return tuple(found)


def spec_of(project: Project) -> Spec:
    """What was read from the project's document, with people's answers worked in.

    Raises:
        SignoffError: nothing was read yet.
    """
    spec = project.amended_spec
    if spec is None:
        raise SignoffError(say("flow.no_document", project=project.path.name))
    return spec


def said_in(project: Project) -> Said:
    """What people have said in a project, as drafting needs it."""
    comments: dict[tuple[str, str], tuple[str, ...]] = {}
    for draft in project.drafts():
        for comment in project.comments(draft.target):
            key = (comment.target.casefold(), comment.column.casefold())
            comments[key] = (*comments.get(key, ()), comment.text)
    return Said(
        answers={answer.question: answer.value for answer in project.answers()},
        written={(w.target.casefold(), w.column.casefold()): (w.sql, w.by) for w in project.written()},
        comments=comments,
    )


@contextmanager
def samples_of(project: Project, spec: Spec) -> Iterator[tuple[Sandbox, tuple[Finding, ...]]]:
    """The project's samples in a sandbox, and what did not fit; the private files behind them go with it."""
    with tempfile.TemporaryDirectory(prefix="signoff-") as private, Sandbox() as sandbox:
        folder = project.materialise_samples(Path(private))
        yield sandbox, load_samples(sandbox, project_samples(folder, spec), spec)


def _basis(spec: Spec, draft: Draft) -> str:
    mapping = spec.target(draft.target)
    return basis_of(mapping, is_update=bool(draft.existing)) if mapping else ""


def _recalled(project: Project, used: GeneratorUsed | None) -> dict[str, tuple[Generation, ...]]:
    """What the same generator answered in this project before, by the prompt's hash."""
    if used is None or project.generator is None or project.generator.digest != used.digest:
        return {}
    prompts = [p for draft in project.drafts() for p in project.prompts(draft.target)]
    return {p.prompt.hash: p.generations for p in prompts if p.generations}


def _kept(project: Project, targets: Sequence[str]) -> dict[str, DraftOutcome]:
    """Present drafts of the targets that are not to be drafted anew."""
    wanted = {name.casefold() for name in targets}
    kept = {}
    for draft in project.drafts() if wanted else ():
        verification = project.verification(draft.target)
        if draft.target.casefold() not in wanted and verification is not None:
            kept[draft.target.casefold()] = DraftOutcome(draft, verification, project.questions(draft.target))
    return kept


def generator_used(name: str, sha256: str) -> GeneratorUsed:
    """The generator as the project keeps it."""
    return GeneratorUsed(name, sha256, MaskingLevel.IDENTIFIERS.value)
