"""*Prove it*: the gate's scan over all that was sent, would be sent, or lies about, with a receipt of what it saw."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from signoff.core.domain.mask_proofs import Hit, KeptState, LetThrough, MaskProof, Searched, Where
from signoff.core.domain.masking import MaskingLevel, MaskReceipt, Term
from signoff.core.domain.prompts import Prompt, digest_of
from signoff.core.domain.sentences import say
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.mask.leaks import Gate
from signoff.core.mask.matching import matcher_of
from signoff.core.pipeline.desk import Preview
from signoff.core.pipeline.documents import draft_document, load_samples, project_samples
from signoff.core.pipeline.flow import DraftingInputs, desk_of, gather
from signoff.core.pipeline.left_files import LeftFile, files_of, report_files, temporary_files
from signoff.core.progress import CancelToken, Progress, Report, silent
from signoff.core.project.decisions import Dated
from signoff.core.project.drafting import StoredPrompt
from signoff.core.project.glossary import glossary_digest
from signoff.core.project.project import Project
from signoff.core.prompt.fixed_text import shipped_text_of_prompts

States = Callable[[], Sequence[KeptState]]
"""Decodes what is kept of evaluated prompts; raises `SignoffError` where no language model is there to do it."""
_STAGE = "prove"


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
    """Files and folders that were exported as masked."""
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
        (folder, *private),
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
    search = _Search(terms, level, report, cancel, total=len(inputs.sent) + len(upcoming))
    search.look_at_sent(inputs.sent)
    search.look_at_upcoming(upcoming)
    search.look_at_states(states)
    search.look_at_files(Where.REPORTS, report_files(inputs.path))
    search.look_at_files(Where.TEMPORARY, temporary_files(inputs.private))
    search.look_at_handed(inputs.handed)
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


@dataclass
class _Search:
    """One look through everything."""

    terms: Sequence[Term]
    level: MaskingLevel
    report: Report
    cancel: CancelToken
    total: int
    searched: list[Searched] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    _passed: Counter[tuple[Where, Term, str]] = field(default_factory=Counter)
    _known: dict[str, MaskReceipt] = field(default_factory=dict)
    """Receipts of prompts by their digest: many are sent more than once."""
    _done: int = 0

    def __post_init__(self) -> None:
        """The gate as it is for prompts, and one for files, where words of the program itself stand."""
        self._prompts = Gate(self.terms, shipped_text_of_prompts(), self.level)
        of_files = MaskingLevel.IDENTIFIERS if self.level is MaskingLevel.FULL else self.level
        self._files = Gate(self.terms, level=of_files)
        self._states = Gate(self.terms, shipped_text_of_prompts(), of_files)

    def look_at_sent(self, sent: Iterable[Dated[StoredPrompt]]) -> None:
        """Every prompt of the project's record with its answers."""
        pieces = _Pieces()
        for each in sent:
            stored = each.value
            place = f"{stored.target}.{stored.column}"
            self._tell(place)
            pieces.add(stored.prompt.hash, _bytes_of(stored.prompt))
            self._note(Where.SENT, place, self._of_prompt(stored.prompt), sent=each.at)
            for answer in stored.generations:
                pieces.add_part(answer.text.encode("utf-8", "surrogatepass"))
                self._note(Where.SENT, place, self._files.scan(answer.text), sent=each.at)
        self.searched.append(pieces.searched(Where.SENT))

    def look_at_upcoming(self, prompts: Iterable[tuple[str, Prompt]]) -> None:
        """Every prompt that would be sent now."""
        pieces = _Pieces()
        for place, prompt in prompts:
            self._tell(place)
            pieces.add(prompt.hash, _bytes_of(prompt))
            self._note(Where.NEXT, place, self._of_prompt(prompt))
        self.searched.append(pieces.searched(Where.NEXT))

    def look_at_states(self, states: States) -> None:
        """Every evaluated prompt that is kept on disk, decoded."""
        self._tell(say("mask_proof.decoding"))
        pieces = _Pieces()
        try:
            kept = states()
        except SignoffError as error:
            kept = ()
            pieces.not_searched.append(say("mask_proof.not_decoded", reason=error))
        for state in kept:
            if state.text is None:
                pieces.not_searched.append(say("mask_proof.other_model", file=state.name))
                continue
            pieces.add(state.name, state.text.encode("utf-8", "surrogatepass"))
            self._note(Where.STATES, state.name, self._states.scan(state.text))
        self.searched.append(pieces.searched(Where.STATES))

    def look_at_files(self, where: Where, files: Iterable[LeftFile], pieces: _Pieces | None = None) -> None:
        """Files of one kind."""
        pieces = pieces or _Pieces()
        for file in files:
            self._tell(file.path.name)
            if file.data is None:
                pieces.not_searched.append(file.why_not)
                continue
            pieces.add(file.path.name, file.data)
            self._note(where, str(file.path), self._files.scan(file.text))
        self.searched.append(pieces.searched(where))

    def look_at_handed(self, places: Sequence[Path]) -> None:
        """What was exported as masked."""
        missing = next((place for place in places if not place.exists()), None)
        if missing is not None:
            raise SignoffError(say("mask_proof.not_there", path=missing))
        pieces = _Pieces() if places else _Pieces(not_searched=[say("mask_proof.none_named")])
        self.look_at_files(Where.HANDED, (f for place in places for f in files_of(place)), pieces)

    def let_through(self) -> tuple[LetThrough, ...]:
        """Exemptions of all pieces together, the most frequent first."""
        found = [LetThrough(where, term, why, count) for (where, term, why), count in self._passed.items()]
        return tuple(sorted(found, key=lambda each: (-each.count, each.where, each.term.text)))

    def _of_prompt(self, prompt: Prompt) -> MaskReceipt:
        key = digest_of(prompt)
        if key not in self._known:
            self._known[key] = self._prompts.scan_prompt(prompt)
        return self._known[key]

    def _note(self, where: Where, place: str, receipt: MaskReceipt, *, sent: str = "") -> None:
        self.hits += [Hit(where, place, leak.term, leak.position, sent) for leak in receipt.leaks]
        for each in receipt.exemptions:
            self._passed[where, each.term, each.reason] += each.count

    def _tell(self, what: str) -> None:
        self.cancel.check()
        self.report(Progress(_STAGE, min(self._done, self.total), self.total, what))
        self._done += 1


@dataclass
class _Pieces:
    """What was looked through of one kind."""

    not_searched: list[str] = field(default_factory=list)
    count: int = 0
    size: int = 0

    def __post_init__(self) -> None:
        """Begin with an empty digest."""
        self._digest = hashlib.sha256()

    def add(self, name: str, data: bytes) -> None:
        """One more piece."""
        self.count += 1
        self._digest.update(name.encode("utf-8", "surrogatepass") + b"\0")
        self.add_part(data)

    def add_part(self, data: bytes) -> None:
        """More of the same piece."""
        self.size += len(data)
        self._digest.update(hashlib.sha256(data).digest())

    def searched(self, where: Where) -> Searched:
        """As the receipt has it."""
        digest = self._digest.hexdigest() if self.count else ""
        return Searched(where, self.count, self.size, digest, tuple(self.not_searched))


def _bytes_of(prompt: Prompt) -> bytes:
    """Everything of a prompt that is sent: its text, and what an answer may be made of."""
    lines = (prompt.prefix + prompt.body, *prompt.columns, *prompt.literals, prompt.rule)
    return "\n".join(lines).encode("utf-8", "surrogatepass")
