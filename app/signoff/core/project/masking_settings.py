"""What a project keeps of its masking beside the terms: level, lock, what was refused, where terms came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from signoff.core.domain.masking import MaskingLevel
from signoff.core.domain.policies import policy
from signoff.core.domain.sentences import say
from signoff.core.project.inputs import Inputs


@dataclass(frozen=True)
class GlossaryLock:
    """The glossary is agreed on: nobody changes it without a reason."""

    by: str
    at: str
    """ISO 8601, UTC."""
    digest: str
    """SHA-256 of the terms as they were agreed on."""


def locked_words(lock: GlossaryLock) -> str:
    """What a person reads who would change a locked glossary."""
    return say("glossary.locked", by=lock.by, date=lock.at[:10])


@dataclass(frozen=True)
class GlossaryUnlocked:
    """A lock was taken off."""

    by: str
    at: str
    reason: str


@dataclass(frozen=True)
class GlossaryOrigin:
    """Terms that came from elsewhere."""

    name: str
    """File they were in."""
    digest: str
    """SHA-256 of the file's bytes; of another project's terms."""
    project: str
    """Identity of the project they were shared from; empty for a file."""
    head: str
    """Audit head of that project when they were taken; empty for a file."""
    terms: int
    """How many were new."""
    by: str
    at: str


class MaskingSettings(Inputs):
    """Reads and writes of them."""

    @property
    def masking_level(self) -> MaskingLevel:
        """How much is hidden from the generator: identifiers where nobody chose, never less than is set."""
        chosen = self.get("masking_level", "masking_level", MaskingLevel) or MaskingLevel.IDENTIFIERS
        return policy().at_least(chosen)

    def masking_level_at(self, seq: int) -> MaskingLevel:
        """The level as it was after entry `seq`."""
        return self.get_at("masking_level", "masking_level", seq, MaskingLevel) or MaskingLevel.IDENTIFIERS

    def put_masking_level(self, level: MaskingLevel, *, by: str) -> None:
        """Keep the level; the entry in the audit chain names it."""
        with self.act("set masking level", level.value, by=by):
            self.put("set masking level", "masking_level", "masking_level", level, by=by)

    @property
    def glossary_lock(self) -> GlossaryLock | None:
        """The lock on the glossary; None while it may be changed."""
        return self.get("glossary_lock", "glossary_lock", GlossaryLock)

    def put_glossary_lock(self, lock: GlossaryLock | None, *, by: str) -> None:
        """Lock the glossary, or take the lock off."""
        act = "lock glossary" if lock else "unlock glossary"
        self.put(act, "glossary_lock", "glossary_lock", lock, by=by)

    def put_glossary_unlocked(self, unlocked: GlossaryUnlocked) -> None:
        """Keep why a lock was taken off."""
        self.put("unlock glossary", "glossary_unlocked", "glossary_unlocked", unlocked, by=unlocked.by)

    def glossary_unlocks(self) -> tuple[GlossaryUnlocked, ...]:
        """Every time a lock was taken off, oldest first."""
        return self.history("glossary_unlocked", GlossaryUnlocked)

    @property
    def refused_terms(self) -> frozenset[str]:
        """Case-folded texts that a person refused to list."""
        return frozenset(self.get("refused_terms", "refused_terms", tuple[str, ...]) or ())

    def put_refused_terms(self, texts: Iterable[str], *, by: str) -> None:
        """Keep all refused texts."""
        self.put("refuse term", "refused_terms", "refused_terms", tuple(sorted(texts)), by=by)

    def put_glossary_origin(self, origin: GlossaryOrigin) -> None:
        """Keep where terms came from."""
        self.put("import glossary", "glossary_origin", origin.digest, origin, by=origin.by)

    def glossary_origins(self) -> tuple[GlossaryOrigin, ...]:
        """Everything that terms came from, oldest first."""
        return self.history("glossary_origin", GlossaryOrigin)
