"""A project as the window shows it: one frozen value, so that nothing on screen ever asks the file.

It is made anew after each act. What one act did not touch is taken over from the value before, since putting
a dossier together costs milliseconds for each column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from signoff.core.domain.amending import Amendment
from signoff.core.domain.corrections import NONE, Corrections
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.masking import MaskingLevel, Term
from signoff.core.domain.name_matches import NameMatch
from signoff.core.domain.review import Waiver
from signoff.core.domain.spec import Schema, Spec, TargetMapping
from signoff.core.project.decisions import Asked, Exported
from signoff.core.project.documents import Aside, KeptDocument, asides, documents
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.drafting import GeneratorUsed, fold, same
from signoff.core.project.inputs import SCHEMA_FILE, StoredFile
from signoff.core.project.masking_settings import GlossaryLock
from signoff.core.project.project import Project
from signoff.core.review.standing import ReviewStanding, TargetState, review_standing


@dataclass(frozen=True)
class TargetStanding:
    """One target table, drafted or not."""

    mapping: TargetMapping
    is_update: bool
    """Its SQL exists already."""
    dossier: Dossier | None = None
    """None while it has no draft."""
    review: ReviewStanding | None = None
    trace: tuple[object, ...] = ()
    """What it was made from; equal traces give equal values."""

    @property
    def name(self) -> str:
        """Its name, as the document spells it."""
        return self.mapping.name

    @property
    def state(self) -> TargetState:
        """What it waits for."""
        return self.review.state if self.review else TargetState.NOT_DRAFTED

    @property
    def decisions_left(self) -> int:
        """Decisions and answers a person still owes, the rows counted."""
        return len(self.review.left) if self.review else len(self.mapping.columns) + 1


@dataclass(frozen=True)
class Standing:
    """A project at one moment."""

    path: Path
    name: str
    dialect: str
    read_only: bool
    holder: str
    notice: str
    entries: int
    """Entries of the record so far."""
    head: str
    saved_at: str
    """ISO 8601, UTC; time of the last entry."""
    spec: Spec | None = None
    """What was read from the document, with people's answers worked in."""
    document: StoredFile | None = None
    corrections: Corrections = NONE
    """What a person said of the first document's layout."""
    documents: tuple[KeptDocument, ...] = ()
    """Every document, the first one first."""
    asides: tuple[Aside, ...] = ()
    """Documents that were put aside."""
    existing: tuple[str, ...] = ()
    """Names of the SQL files that exist, in the order they came."""
    targets: tuple[TargetStanding, ...] = ()
    samples: tuple[StoredFile, ...] = ()
    name_matches: tuple[NameMatch, ...] = ()
    """What names of the document stand for, as people said."""
    stated: int = 0
    """Entry of the record that last changed what is stated of the source tables; 0 when nothing is."""
    sources: Schema = field(default_factory=Schema)
    glossary: tuple[Term, ...] = ()
    glossary_lock: GlossaryLock | None = None
    """None while the glossary may be changed."""
    refused_terms: frozenset[str] = frozenset()
    """Case-folded texts that a person refused to list."""
    masking_level: MaskingLevel = MaskingLevel.IDENTIFIERS
    """How much is hidden from the language model."""
    generator: GeneratorUsed | None = None
    exports: tuple[Exported, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    """Answers to questions on the document."""
    read: Spec | None = None
    """What was read from the document, no answers worked in."""
    file_rules: tuple[tuple[str, str], ...] = ()
    """Rules of the whole file: topic and value."""
    waivers: tuple[Waiver, ...] = ()
    """Remarks accepted with a reason, lapsed ones too."""
    asked: tuple[Asked, ...] = ()
    """Questions handed to somebody else, not answered yet."""

    def document_named(self, name: str) -> KeptDocument | None:
        """The document of that name; the first one where there is none of it."""
        first = self.documents[0] if self.documents else None
        return next((each for each in self.documents if each.name == name), first)

    def target(self, name: str) -> TargetStanding | None:
        """The target of that name, ignoring case."""
        return next((t for t in self.targets if same(t.name, name)), None)

    @property
    def drafted(self) -> int:
        """Targets that have a draft."""
        return sum(t.dossier is not None for t in self.targets)

    @property
    def signed(self) -> int:
        """Targets whose sign-off holds."""
        return sum(t.state is TargetState.SIGNED for t in self.targets)

    @property
    def decisions_left(self) -> int:
        """Decisions left over all drafted targets."""
        return sum(t.decisions_left for t in self.targets if t.dossier)


def standing_of(project: Project, before: Standing | None = None) -> Standing:
    """The project as it stands now.

    Args:
        project: open, on the thread that opened it.
        before: an earlier standing of the same project; what did not change is taken from it.

    Raises:
        SignoffError: the file is damaged.
    """
    entries, head = project.mark()
    settings = project.settings
    if before is not None and before.head == head:
        return before
    return Standing(
        path=project.path,
        name=settings.name,
        dialect=settings.dialect,
        read_only=project.read_only,
        holder=project.holder,
        notice=project.notice,
        entries=entries,
        head=head,
        saved_at=project.last_at(),
        spec=project.amended_spec,
        document=project.document,
        corrections=project.corrections,
        documents=documents(project),
        asides=asides(project),
        existing=tuple(project.existing()),
        targets=_targets(project, before),
        samples=project.samples(),
        name_matches=project.name_matches(),
        stated=project.written_at("schema_sql", SCHEMA_FILE),
        sources=project.sources,
        glossary=project.glossary,
        glossary_lock=project.glossary_lock,
        refused_terms=project.refused_terms,
        masking_level=project.masking_level,
        generator=project.generator,
        exports=project.exports(),
        amendments=project.amendments(),
        read=project.spec,
        file_rules=tuple(project.file_rules().items()),
        waivers=project.every_waiver(),
        asked=project.asked(),
    )


def _targets(project: Project, before: Standing | None) -> tuple[TargetStanding, ...]:
    spec = project.amended_spec
    if spec is None:
        return ()
    existing = {fold(name) for name in project.existing()}
    kept = {fold(t.name): t for t in before.targets} if before else {}
    today = project.now()[:10]
    marks = project.marks()
    common = (today, *(marks.get((kind, ""), 0) for kind in _SHARED))
    made: list[TargetStanding] = []
    for mapping in spec.targets:
        is_update = fold(mapping.name) in existing or bool(mapping.existing_sql.strip())
        own = tuple(marks.get((kind, fold(mapping.name)), 0) for kind in _OWN)
        earlier = kept.get(fold(mapping.name))
        reads_targets = bool(earlier and earlier.dossier and _leans_on_others(earlier.dossier))
        above = tuple(marks.get((kind, ""), 0) for kind in _OWN) if reads_targets else ()
        trace = (*common, *own, *above)
        if earlier is not None and earlier.trace == trace:
            made.append(earlier)
        else:
            made.append(_target(project, mapping, is_update, today, (*common, *own), marks))
    return tuple(made)


_SHARED = (
    "spec",
    "settings",
    "masking_level",
    "name_match",
    "sample",
    "schema_sql",
    "sources",
    "file_rule",
    "answer",
    "questions",
    "dbt_project",
    "existing",
)
"""Kinds of record that bear on every target."""
_OWN = (
    "draft",
    "basis",
    "contradiction",
    "verification",
    "findings",
    "decision",
    "comment",
    "waiver",
    "written",
    "sign_off",
    "withdrawal",
    "amendment",
)
"""Kinds of record whose key begins with the target's name."""


def _leans_on_others(dossier: Dossier) -> bool:
    """Whether what happens to another target may change this one's standing."""
    return bool(dossier.upstream or dossier.draft.examples)


def _target(
    project: Project,
    mapping: TargetMapping,
    is_update: bool,
    today: str,
    trace: tuple[object, ...],
    marks: Mapping[tuple[str, str], int],
) -> TargetStanding:
    if project.draft(mapping.name) is None:
        return TargetStanding(mapping, is_update, trace=trace)
    dossier = dossier_of(project, mapping.name, today=today)
    if _leans_on_others(dossier):
        trace = (*trace, *(marks.get((kind, ""), 0) for kind in _OWN))
    is_update = is_update or bool(dossier.draft.existing)
    return TargetStanding(mapping, is_update, dossier, review_standing(dossier, today=today), trace)
