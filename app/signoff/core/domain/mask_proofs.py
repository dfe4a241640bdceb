"""The receipt of one look through everything that reached the generator, may reach it, or lies about on disk."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum

from signoff.core.domain.codec import to_json
from signoff.core.domain.masking import MaskingLevel, Term


class Where(StrEnum):
    """What was looked through."""

    SENT = "sent"
    """Every prompt that was ever sent, and what came back."""
    NEXT = "next"
    """Every prompt that drafting would send now."""
    STATES = "states"
    """Evaluated prompts that are kept on disk, decoded to text."""
    REPORTS = "reports"
    """Logs and crash reports."""
    TEMPORARY = "temporary"
    """Temporary files of the program."""
    HANDED = "handed"
    """What was exported as masked."""


@dataclass(frozen=True)
class KeptState:
    """One evaluated prefix that is kept on disk, as the text that its token numbers give."""

    name: str
    size: int
    """Bytes of the file."""
    text: str | None
    """None where another language model or library wrote it: its numbers mean other words."""


@dataclass(frozen=True)
class Searched:
    """One kind of thing that was looked through."""

    where: Where
    count: int = 0
    size: int = 0
    """Bytes."""
    digest: str = ""
    """SHA-256 over the name and the digest of each piece."""
    not_searched: tuple[str, ...] = ()
    """What was left out, a sentence each with its reason."""


@dataclass(frozen=True)
class Hit:
    """A term where it should not be."""

    where: Where
    place: str
    """Column of a target, or a file."""
    term: Term
    position: int
    """Character of the text, from 0; -1 where it is among the fixed values that an answer may use."""
    sent: str = ""
    """When a prompt was sent, ISO 8601, UTC; empty for anything else."""
    sent_level: str = ""
    """Masking level that it was sent at: what is a term now may not have been one then."""


@dataclass(frozen=True)
class LetThrough:
    """A term whose letters stand there and that does not count so, all places together."""

    where: Where
    term: Term
    reason: str
    """How the term counts: *identifier*, *written* or *whole*."""
    count: int


@dataclass(frozen=True)
class MaskProof:
    """What was looked through, for what, and what was found."""

    project: str
    by: str
    at: str
    """ISO 8601, UTC."""
    head: str
    """Audit head of the project as it was looked through."""
    level: MaskingLevel
    terms: int
    ways: tuple[tuple[str, int], ...]
    """How terms count, with how many count so: *anywhere*, *whole*, *written*, *identifier*."""
    terms_digest: str
    """SHA-256 over every term that was searched for."""
    searched: tuple[Searched, ...] = ()
    let_through: tuple[LetThrough, ...] = ()
    hits: tuple[Hit, ...] = ()
    digest: str = ""
    """SHA-256 over everything above."""

    @property
    def is_clean(self) -> bool:
        """Whether no term was found."""
        return not self.hits

    @property
    def count(self) -> int:
        """Prompts and files that were looked through."""
        return sum(each.count for each in self.searched)

    @property
    def size(self) -> int:
        """Bytes that were looked through."""
        return sum(each.size for each in self.searched)

    def digested(self) -> MaskProof:
        """The same with its digest."""
        bare = replace(self, digest="")
        text = to_json(bare).encode("utf-8", "surrogatepass")
        return replace(bare, digest=hashlib.sha256(text).hexdigest())
