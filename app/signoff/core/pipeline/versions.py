"""A document that comes into a project that has one: held against it, then taken whole, by table, or put aside.

Looking changes nothing. Taking is one act and undone as one; what was decided, said and answered stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.delta import Delta, TableChange, TargetDelta
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Spec, TargetMapping
from signoff.core.domain.spec_parts import labelled, only_tables
from signoff.core.errors import SignoffError
from signoff.core.pipeline.colour_marks import marks_of
from signoff.core.pipeline.importing import ReadDocument
from signoff.core.project.audit import sha256
from signoff.core.project.documents import (
    Counting,
    KeptDocument,
    documents,
    free_key,
    free_name,
    spec_of,
)
from signoff.core.project.inputs import StoredFile
from signoff.core.project.project import Project
from signoff.core.review.versions import delta
from signoff.core.review.versions.steady import names_kept, steadied


@dataclass(frozen=True)
class Proposal:
    """A document held against a project, before anything changes."""

    read: ReadDocument
    kept: tuple[KeptDocument, ...]
    """The project's documents as they are."""
    replacing: KeptDocument | None
    """The document it is a new version of; None for another document."""
    old: Spec
    """What the project has of that document; nothing of another one."""
    new: Spec
    """As the project would keep it: what only stands elsewhere stays where it was."""
    names: Mapping[str, str]
    """Name of a table in the project by its name in the new version, where a renamed sheet would rename it."""
    difference: Delta
    clashes: Mapping[str, str]
    """Document of the project that holds a table of that name, by the table's name; such a table is left out."""
    key: str
    """Where it would be kept."""
    spare_key: str
    """Where the version before would be kept, if some tables stay with it."""
    today: str
    """ISO date."""

    @property
    def is_known(self) -> bool:
        """Whether these very bytes are in the project, and no table comes from an older version."""
        if self.replacing is None:
            return any(each.file.digest == self.read.spec.digest for each in self.kept)
        is_same = self.replacing.file.digest == self.read.spec.digest
        return is_same and len(self.family) == 1 and self.difference.is_empty

    @property
    def family(self) -> tuple[KeptDocument, ...]:
        """The document it replaces, and older versions of it that some tables still come from."""
        key = self.replacing.key if self.replacing else ""
        return tuple(d for d in self.kept if key and key in (d.key, d.counting.version_of))

    @property
    def tables(self) -> tuple[str, ...]:
        """Names of the tables it could bring, as the project would call them."""
        return tuple(t.name for t in self.new.targets if t.name.casefold() not in self.clashes)

    def name_kept(self, difference: TargetDelta) -> str:
        """What the project would call a table of the difference."""
        return self.names.get(difference.target, difference.target)


@dataclass(frozen=True)
class Taking:
    """What a project's documents are to be, once tables of a proposal are taken."""

    after: tuple[KeptDocument, ...]
    taken: tuple[str, ...]
    """Tables that are read from the new document."""
    gone: tuple[str, ...]
    """Tables the new version no longer holds and that go."""
    new: KeptDocument

    @property
    def spec(self) -> Spec:
        """The spec the documents make."""
        return spec_of(self.after)


def propose(project: Project, read: ReadDocument, replacing: KeptDocument | None) -> Proposal:
    """Hold a document against the project; nothing is changed.

    Args:
        project: has a document, or none yet.
        read: the new document.
        replacing: the document it is a new version of; None for another document.

    Raises:
        SignoffError: nothing can be read from it as a mapping.
    """
    if not read.spec.targets:
        raise SignoffError(say("versions.no_table", document=read.name))
    kept = documents(project)
    key = replacing.key if replacing else (free_key(project) if kept else "document")
    family = [d for d in kept if replacing and replacing.key in (d.key, d.counting.version_of)]
    old = spec_of(family) if family else Spec("")
    names = {**dict(replacing.counting.names if replacing else ()), **names_kept(old, read.spec)}
    new = steadied(old, read.spec, names) if family else read.spec
    others = [d for d in kept if d not in family]
    held = _holders(others)
    own = {t.name.casefold() for t in old.targets}
    names_new = (t.name.casefold() for t in new.targets)
    clashes = {name: held[name] for name in names_new if name in held and name not in own}
    difference = delta(old, read.spec, marks=marks_of(read.spec, read.grids))
    today = project.now()[:10]
    return Proposal(
        read, kept, replacing, old, new, names, difference, clashes, key, free_key(project), today
    )


def taking_of(proposal: Proposal, tables: Sequence[str] | None) -> Taking:
    """What the project's documents are once these tables are taken; all of them when None.

    Raises:
        SignoffError: a table is not in the new version, or there is nothing to take.
    """
    wanted = _wanted(proposal, tables)
    taken = tuple(t for t in proposal.tables if wanted is None or t.casefold() in wanted)
    removed = [d.target for d in proposal.difference.targets if d.change is TableChange.REMOVED]
    gone = tuple(name for name in removed if wanted is None or name.casefold() in wanted)
    gone += tuple(name for name in _renamed_away(proposal, taken) if name not in gone)
    if not taken and not gone:
        raise SignoffError(_nothing(proposal))
    off = {name.casefold() for name in (*taken, *gone)}
    stays = {t.name.casefold() for t in proposal.old.targets} - off
    older = [_older(each, proposal, stays) for each in proposal.family]
    others = [d for d in proposal.kept if d not in proposal.family]
    new = _new_document(proposal, taken)
    after = (new, *(d for d in older if d is not None), *others)
    return Taking(_ordered(after, proposal), taken, gone, new)


def _wanted(proposal: Proposal, tables: Sequence[str] | None) -> set[str] | None:
    """The names asked for, as the project would call them, case-folded."""
    if tables is None:
        return None
    called = {name.casefold(): kept for name, kept in proposal.names.items()}
    wanted = {called.get(name.casefold(), name).casefold() for name in tables}
    known = [*(t.name for t in proposal.new.targets), *(t.name for t in proposal.old.targets)]
    unknown = wanted - {name.casefold() for name in known}
    if unknown:
        name = next(each for each in tables if called.get(each.casefold(), each).casefold() in unknown)
        listed = ", ".join(dict.fromkeys(known))
        raise SignoffError(say("versions.unknown_table", table=name, tables=listed))
    return wanted


def _renamed_away(proposal: Proposal, taken: Sequence[str]) -> list[str]:
    """Tables whose new name is taken."""
    names = {name.casefold() for name in taken}
    return [
        d.was
        for d in proposal.difference.targets
        if d.change is TableChange.RENAMED
        and proposal.name_kept(d).casefold() in names
        and d.was.casefold() not in names
    ]


def _older(kept: KeptDocument, proposal: Proposal, stays: set[str]) -> KeptDocument | None:
    """An older version as it goes on to count; None when no table comes from it any more."""
    assert proposal.replacing is not None
    used = only_tables(kept.reading, kept.counting.tables).targets
    tables = tuple(t.name for t in used if t.name.casefold() in stays)
    if not tables:
        return None
    counting = replace(kept.counting, tables=tables, version_of=proposal.replacing.key)
    if kept.is_older_version:
        return replace(kept, counting=counting)
    names = [each.name for each in proposal.kept]
    name = free_name(kept.name, [*names, proposal.read.name], f"before {proposal.today}")
    file = replace(kept.file, name=name)
    return replace(
        kept, key=proposal.spare_key, file=file, reading=labelled(kept.reading, name), counting=counting
    )


def _new_document(proposal: Proposal, taken: Sequence[str]) -> KeptDocument:
    read = proposal.read
    taken_names = [d.name for d in proposal.kept if d not in proposal.family]
    name = free_name(read.name, taken_names)
    is_whole = len(taken) == len(proposal.new.targets)
    names = tuple(sorted(proposal.names.items()))
    counting = Counting(None if is_whole else tuple(taken), names=names)
    file = StoredFile(name, sha256(read.data), len(read.data))
    return KeptDocument(proposal.key, file, labelled(proposal.new, name), read.corrections, counting)


def _ordered(after: Sequence[KeptDocument], proposal: Proposal) -> tuple[KeptDocument, ...]:
    """The documents in the order they came."""
    places = {each.key: i for i, each in enumerate(proposal.kept)}
    return tuple(sorted(after, key=lambda each: places.get(each.key, len(places))))


def _holders(kept: Sequence[KeptDocument]) -> dict[str, str]:
    return {
        target.name.casefold(): each.name
        for each in reversed(kept)
        for target in only_tables(each.reading, each.counting.tables).targets
    }


def _nothing(proposal: Proposal) -> str:
    if proposal.clashes:
        held = ", ".join(f"{table} ({document})" for table, document in sorted(proposal.clashes.items()))
        return say("versions.all_clash", document=proposal.read.name, held=held)
    return say("versions.nothing_to_take", document=proposal.read.name)


def target_kept(proposal: Proposal, difference: TargetDelta) -> TargetMapping | None:
    """A table of the difference as the project would keep it; None where the new version has none."""
    return proposal.new.target(proposal.name_kept(difference))
