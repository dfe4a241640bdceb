"""One search for every term: prompts, kept evaluations and files, with what was looked at and what was let through."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from signoff.core.domain.mask_proofs import Hit, KeptState, LetThrough, Searched, Where
from signoff.core.domain.masking import MaskingLevel, MaskReceipt, Term
from signoff.core.domain.prompts import Prompt, digest_of
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.mask.leaks import Gate
from signoff.core.pipeline.left_files import LeftFile, files_of
from signoff.core.progress import CancelToken, Progress, Report
from signoff.core.project.decisions import Dated
from signoff.core.project.drafting import StoredPrompt
from signoff.core.project.outside_help import HandedOver
from signoff.core.prompt.fixed_text import FixedText, shipped_text_of_prompts

States = Callable[[], Sequence[KeptState]]
"""Decodes what is kept of evaluated prompts; raises `SignoffError` where no language model is there to do it."""
_STAGE = "prove"


@dataclass
class Search:
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
        pieces = Pieces()
        for each in sent:
            stored = each.value
            place = f"{stored.target}.{stored.column}"
            self._tell(place)
            pieces.add(stored.prompt.hash, _bytes_of(stored.prompt))
            self._note(Where.SENT, place, self._of_prompt(stored.prompt), each)
            for answer in stored.generations:
                pieces.add_part(answer.text.encode("utf-8", "surrogatepass"))
                self._note(Where.SENT, place, self._files.scan(answer.text), each)
        self.searched.append(pieces.searched(Where.SENT))

    def look_at_upcoming(self, prompts: Iterable[tuple[str, Prompt]]) -> None:
        """Every prompt that would be sent now."""
        pieces = Pieces()
        for place, prompt in prompts:
            self._tell(place)
            pieces.add(prompt.hash, _bytes_of(prompt))
            self._note(Where.NEXT, place, self._of_prompt(prompt))
        self.searched.append(pieces.searched(Where.NEXT))

    def look_at_states(self, states: States) -> None:
        """Every evaluated prompt that is kept on disk, decoded."""
        self._tell(say("mask_proof.decoding"))
        pieces = Pieces()
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

    def look_at_files(
        self,
        where: Where,
        files: Iterable[LeftFile],
        pieces: Pieces | None = None,
        gate: Gate | None = None,
    ) -> None:
        """Files of one kind."""
        pieces, gate = pieces or Pieces(), gate or self._files
        for file in files:
            self._tell(file.path.name)
            if file.data is None:
                pieces.not_searched.append(file.why_not)
                continue
            pieces.add(file.path.name, file.data)
            self._note(where, str(file.path), gate.scan(file.text))
            name = say("mask_proof.name_of", path=file.path)
            self._note(where, name, self._files.scan(file.path.name))
        self.searched.append(pieces.searched(where))

    def look_at_handed(self, named: Sequence[Path], left: Sequence[HandedOver]) -> None:
        """What was exported as masked.

        Args:
            named: must be there.
            left: what was handed over before; a folder that is gone by now is told.

        Raises:
            SignoffError: a named place is not there.
        """
        missing = next((place for place in named if not place.exists()), None)
        if missing is not None:
            raise SignoffError(say("mask_proof.not_there", path=missing))
        places = list(dict.fromkeys(p.absolute() for p in (*named, *(Path(each.place) for each in left))))
        pieces = Pieces() if places else Pieces(not_searched=[say("mask_proof.none_named")])
        pieces.not_searched += [say("mask_proof.gone", path=each) for each in places if not each.exists()]
        there = (file for place in places if place.exists() for file in files_of(place))
        gate = Gate(self.terms, FixedText(line for each in left for line in each.ours), self._files.level)
        self.look_at_files(Where.HANDED, there, pieces, gate)

    def let_through(self) -> tuple[LetThrough, ...]:
        """Exemptions of all pieces together, the most frequent first."""
        found = [LetThrough(where, term, why, count) for (where, term, why), count in self._passed.items()]
        return tuple(sorted(found, key=lambda each: (-each.count, each.where, each.term.text)))

    def _of_prompt(self, prompt: Prompt) -> MaskReceipt:
        key = digest_of(prompt)
        if key not in self._known:
            self._known[key] = self._prompts.scan_prompt(prompt)
        return self._known[key]

    def _note(
        self, where: Where, place: str, receipt: MaskReceipt, sent: Dated[StoredPrompt] | None = None
    ) -> None:
        when = (sent.at, sent.value.receipt.level) if sent else ("", "")
        self.hits += [Hit(where, place, leak.term, leak.position, *when) for leak in receipt.leaks]
        for each in receipt.exemptions:
            self._passed[where, each.term, each.reason] += each.count

    def _tell(self, what: str) -> None:
        self.cancel.check()
        self.report(Progress(_STAGE, min(self._done, self.total - 1), self.total, what))
        self._done += 1


@dataclass
class Pieces:
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
