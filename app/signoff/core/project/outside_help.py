"""What a project keeps of masked hand-overs: what left, and what came back."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.masking import MaskingLevel, Term
from signoff.core.project.project import Project


@dataclass(frozen=True)
class HandedOver:
    """One masked hand-over."""

    id: str
    """Stands in the files that left; another project has other ones."""
    folder: str
    level: MaskingLevel
    terms: tuple[Term, ...]
    """Everything that was searched for; with the secret they give the aliases again."""
    kinds: tuple[tuple[str, str], ...]
    """What an alias shows, by folded name."""
    identifiers: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    """Path and SHA-256 of everything that left; of SQL the project keeps the bytes."""
    models: tuple[tuple[str, str], ...]
    """Path of each SQL file and the target it is of."""
    questions: tuple[tuple[str, str], ...]
    """What stood for a question's id, and the id."""
    by: str
    at: str
    place: str = ""
    """The folder as a path on the machine it was written on; empty in records from before it was kept."""
    ours: tuple[str, ...] = ()
    """Lines of what left that are shipped texts: nothing of the project stands in them."""


@dataclass(frozen=True)
class HandedBack:
    """What came back of one hand-over, and what could not be placed."""

    id: str
    files: tuple[tuple[str, str], ...]
    """Name and SHA-256 of what was looked at; the project keeps the bytes as they came."""
    odd: tuple[str, ...]
    """One sentence for each thing that could not be unmasked or placed."""
    by: str
    at: str


def put_handed_over(project: Project, handed: HandedOver) -> None:
    """Keep that something left; part of the act that writes it."""
    project.put("hand over masked", "handed_over", handed.id, handed, by=handed.by)


def handed_over(project: Project, identity: str) -> HandedOver | None:
    """The hand-over of that id; None where this project made none."""
    return project.get("handed_over", identity, HandedOver)


def every_handed_over(project: Project) -> tuple[HandedOver, ...]:
    """What left so far, oldest first."""
    return tuple(project.all("handed_over", HandedOver).values())


def put_handed_back(project: Project, back: HandedBack) -> None:
    """Keep what came back; part of the act that takes it."""
    project.put("take back from outside", "handed_back", f"{back.id}\x1f{back.at}", back, by=back.by)


def every_handed_back(project: Project) -> tuple[HandedBack, ...]:
    """What came back so far, oldest first."""
    return tuple(project.all("handed_back", HandedBack).values())
