"""*Prove it*: the gate's scan over all that was sent, would be sent, or lies about, with a receipt of what it saw."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.codec import to_data
from signoff.core.domain.mask_proof_words import receipt_text
from signoff.core.domain.mask_proofs import MaskProof, Where
from signoff.core.domain.masking import Term
from signoff.core.domain.prompts import Prompt
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.mask.matching import matcher_of
from signoff.core.pipeline.desk import Preview
from signoff.core.pipeline.documents import draft_document, load_samples, project_samples
from signoff.core.pipeline.files import write_atomically
from signoff.core.pipeline.flow import DraftingInputs, desk_of, gather
from signoff.core.pipeline.left_files import report_files, temporary_files
from signoff.core.pipeline.mask_searching import Search, States
from signoff.core.progress import CancelToken, Report, silent
from signoff.core.project.decisions import Dated
from signoff.core.project.drafting import StoredPrompt
from signoff.core.project.glossary import glossary_digest
from signoff.core.project.outside_help import HandedOver, every_handed_over
from signoff.core.project.project import Project


@dataclass(frozen=True)
class ProofInputs:
    """All that a proof needs of a project: work on it needs the project no more."""

    drafting: DraftingInputs
    sent: tuple[Dated[StoredPrompt], ...]
    path: Path
    name: str
    head: str
    at: str
    by: str
    handed: tuple[Path, ...] = ()
    """Files and folders that were exported as masked, as somebody named them."""
    left: tuple[HandedOver, ...] = ()
    """What the project handed over masked, where it keeps their place."""
    private: tuple[Path, ...] = ()
    """Temporary folders of whoever asks: they hold sample rows as long as they are open."""


def gather_proof(
    project: Project, folder: Path, *, by: str, handed: Sequence[Path] = (), private: Sequence[Path] = ()
) -> ProofInputs:
    """Take out of a project what a proof needs; the sample files are written into `folder`.

    Raises:
        SignoffError: no document was read yet.
    """
    return ProofInputs(
        gather(project, folder, None),
        project.dated("prompt", StoredPrompt),
        project.path,
        project.settings.name,
        project.head(),
        project.now(),
        by,
        tuple(handed),
        private=(folder, *private),
        left=tuple(each for each in every_handed_over(project) if each.place),
    )


def prove_masking(
    inputs: ProofInputs, states: States, *, report: Report = silent, cancel: CancelToken | None = None
) -> MaskProof:
    """Search everything and write the receipt; nothing is sent, and nothing is changed.

    Args:
        inputs: of the project.
        states: decodes evaluated prompts that are kept on disk.
        report: told what is looked through.
        cancel: stops between two pieces.

    Raises:
        SignoffError: the samples can't be read, or a file that was exported as masked is not there.
        Cancelled: `cancel` was set.
    """
    cancel = cancel or CancelToken()
    level = inputs.drafting.level
    terms, upcoming = _upcoming(inputs.drafting, report, cancel)
    search = Search(terms, level, report, cancel, total=len(inputs.sent) + len(upcoming) + len(Where))
    search.look_at_sent(inputs.sent)
    search.look_at_upcoming(upcoming)
    search.look_at_states(states)
    search.look_at_files(Where.REPORTS, report_files(inputs.path))
    search.look_at_files(Where.TEMPORARY, temporary_files(inputs.private))
    search.look_at_handed(inputs.handed, inputs.left)
    needles = matcher_of(terms, level).needles
    return MaskProof(
        project=inputs.name,
        by=inputs.by,
        at=inputs.at,
        head=inputs.head,
        level=level,
        terms=len(needles),
        ways=tuple(sorted(Counter(needle.way.value for needle in needles).items())),
        terms_digest=glossary_digest(terms),
        searched=tuple(search.searched),
        let_through=search.let_through(),
        hits=tuple(search.hits),
    ).digested()


def write_receipt(proof: MaskProof, place: Path) -> tuple[Path, Path]:
    """Write a receipt as JSON and, beside it, as a page a person reads; both hold the terms that were found.

    Raises:
        SignoffError: the place can't be written.
    """
    data, page = place.with_suffix(".json"), place.with_suffix(".md")
    write_atomically(data, json.dumps(to_data(proof), indent=1, ensure_ascii=False) + "\n")
    write_atomically(page, receipt_text(proof, with_terms=True))
    return data, page


def _upcoming(
    drafting: DraftingInputs, report: Report, cancel: CancelToken
) -> tuple[tuple[Term, ...], list[tuple[str, Prompt]]]:
    """All terms, and every prompt that drafting would build now with its place, those that the gate stops too."""
    with Sandbox() as sandbox:
        load_samples(sandbox, project_samples(drafting.samples, drafting.spec), drafting.spec)
        desk = desk_of(drafting, sandbox, Preview(), report, cancel)
        desk.stop_on_leak = False
        schema = sandbox.schema()
        draft_document(drafting.spec, schema, desk, existing=drafting.existing, listed=drafting.glossary)
    built = [(f"{each.target}.{each.column}", each.prompt) for each in desk.ledger]
    return desk.terms, [*built, *desk.held_back]
