"""What export is handed: signed targets with all that shows why they may ship."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from signoff.core.domain.backfills import Backfill, BackfillProof
from signoff.core.domain.dossier import Dossier, GateResult
from signoff.core.domain.mask_proofs import MaskProof
from signoff.core.domain.materialising import ModelConfig
from signoff.core.domain.spec import Schema


@dataclass(frozen=True)
class ExportTarget:
    """One target and what its gate says."""

    dossier: Dossier
    gate: GateResult
    withdrawn: tuple[tuple[str, str, str], ...] = ()
    """Earlier sign-offs taken back: who, when, why."""
    backfill: Backfill | None = None
    """What the rows of an updated target's table need; None for an initial load."""
    proved: BackfillProof | None = None
    """What the proof of it found, for exactly this text and these samples."""
    settings: ModelConfig = field(default_factory=ModelConfig)
    """Settings of an updated target that stand outside its own file."""


@dataclass(frozen=True)
class ProjectView:
    """A project as export sees it."""

    name: str
    dialect: str
    targets: tuple[ExportTarget, ...]
    """Every drafted target, those it may not write too."""
    sources: Schema
    document: str = ""
    document_digest: str = ""
    generator: str = ""
    """Name and digest of the language model; empty when none drafted."""
    masking: str = ""
    mask_proof: MaskProof | None = None
    """Receipt of the last look through everything for terms; None when nobody asked for one."""
    prompts_since: bool = False
    """Whether prompts were sent after it."""
    head: str = ""
    """Audit head: the witness of the chain as it was when exported."""
    audit: Sequence[Mapping[str, object]] = field(default=())
    """Every audit entry, oldest first."""
    by: str = ""
    at: str = ""
    """ISO 8601, UTC."""


@dataclass(frozen=True)
class ExportResult:
    """What was written."""

    folder: Path
    written: tuple[str, ...]
    """Paths inside the folder, ``/`` between their parts."""
    targets: tuple[str, ...]
    held_back: tuple[GateResult, ...] = ()
    """Targets that were not written, with the reasons."""
    replaced: tuple[str, ...] = ()
    """Files edited since the last export that were written anew because the caller said so."""
    kept: tuple[str, ...] = ()
    """Files edited since the last export that were left as they are because the caller said so."""
    manifest: str = ""
    """SHA-256 of ``evidence/manifest.json``."""
    set_aside: tuple[str, ...] = ()
    """Where what was replaced lies now, in the order of `replaced`."""
