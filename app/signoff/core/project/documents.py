"""The documents of a project: which there are, what was read from each, and the spec they make together.

One document is the rule: its reading is the spec itself. Further documents, and older versions that some tables still
come from, have records of their own under a key each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.corrections import NONE, Corrections
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Spec
from signoff.core.domain.spec_parts import Part, joined, ordered_as
from signoff.core.errors import SignoffError
from signoff.core.project.answering import follow_file_rules
from signoff.core.project.inputs import StoredFile
from signoff.core.project.project import Project

FIRST = "document"
"""Key of the document a project began with."""


@dataclass(frozen=True)
class Counting:
    """How a document counts towards the spec."""

    tables: tuple[str, ...] | None = None
    """Tables that are read from it; None for all."""
    version_of: str = ""
    """Key of the document it is an older version of; empty for one of its own."""
    names: tuple[tuple[str, str], ...] = ()
    """Name of a table as it is read, and as the project keeps it, where a renamed sheet would rename it."""


ALL = Counting()
"""Every table of a document of its own."""


@dataclass(frozen=True)
class KeptDocument:
    """One document of a project."""

    key: str
    file: StoredFile
    """Its name in the project, no two are called the same, and its digest."""
    reading: Spec
    """What was read from it, all its tables."""
    corrections: Corrections = NONE
    counting: Counting = ALL
    at: str = ""
    """When it was imported; ISO 8601, UTC."""
    by: str = ""

    @property
    def name(self) -> str:
        """Its name in the project."""
        return self.file.name

    @property
    def is_older_version(self) -> bool:
        """Whether a newer version of it was taken for other tables."""
        return bool(self.counting.version_of)


@dataclass(frozen=True)
class Aside:
    """A document that was put aside: kept, and nothing read from it counts."""

    file: StoredFile
    at: str
    """ISO 8601, UTC."""
    by: str


def documents(project: Project) -> tuple[KeptDocument, ...]:
    """Every document that counts, the first one first; none when nothing was imported yet."""
    made = []
    for record in project.present("document"):
        key = record.key
        latest = project.dated("document", StoredFile, key)[-1]
        reading = project.get_large("reading", key, Spec) or (project.spec_as_read if key == FIRST else None)
        if reading is not None:
            corrections = project.get("corrections", _corrections_key(key), Corrections) or NONE
            counting = project.get("counting", key, Counting) or ALL
            made.append(KeptDocument(key, latest.value, reading, corrections, counting, latest.at, latest.by))
    return tuple(sorted(made, key=lambda each: each.key != FIRST))


def asides(project: Project) -> tuple[Aside, ...]:
    """The documents put aside, oldest first."""
    found = []
    for record in project.present("aside"):
        latest = project.dated("aside", StoredFile, record.key)[-1]
        found.append(Aside(latest.value, latest.at, latest.by))
    return tuple(found)


def document_called(project: Project, name: str = "") -> KeptDocument:
    """The document of that name, ignoring case; the first when no name is given.

    Raises:
        SignoffError: there is none.
    """
    found = documents(project)
    if not found:
        raise SignoffError(say("input.document_first", project=project.path.name))
    if not name:
        return found[0]
    for each in found:
        if each.name.casefold() == name.casefold():
            return each
    raise SignoffError(say("project.no_such_document", name=name, names=", ".join(d.name for d in found)))


def spec_of(kept: Sequence[KeptDocument]) -> Spec:
    """The spec that documents make together."""
    return joined([Part(each.name, each.reading, each.counting.tables) for each in kept])


def write_documents(
    project: Project,
    before: Sequence[KeptDocument],
    after: Sequence[KeptDocument],
    *,
    data: Sequence[bytes] = (),
    by: str,
) -> Spec:
    """Keep the documents as they are from now on, and the spec they make; inside an act.

    Args:
        project: open for writing.
        before: as they were.
        after: as they are to be, the first one first.
        data: bytes of files that the project does not hold yet.
        by: who says so.

    Returns:
        The spec.
    """
    for content in data:
        project.put_bytes(content)
    known = {each.key: each for each in before}
    for each in after:
        _write_one(project, known.pop(each.key, None), each, by, alone=len(before) < 2 and len(after) == 1)
    for gone in known:
        places = {"document": gone, "counting": gone, "corrections": _corrections_key(gone), "reading": gone}
        for kind, key in places.items():
            project.put("drop", kind, key, None, by=by)
    spec = ordered_as(spec_of(after), project.spec)
    project.put_spec(spec, by=by)
    follow_file_rules(project, spec, by=by)
    return spec


def _write_one(
    project: Project, old: KeptDocument | None, new: KeptDocument, by: str, *, alone: bool
) -> None:
    if old is None or old.file != new.file:
        project.put("store", "document", new.key, new.file, by=by)
    if (old.counting if old else ALL) != new.counting:
        project.put("store", "counting", new.key, new.counting, by=by)
    if (old.corrections if old else NONE) != new.corrections:
        project.put("correct roles", "corrections", _corrections_key(new.key), new.corrections, by=by)
    if not alone:
        has_own = project.written_at("reading", new.key) > 0
        if old is None or old.reading != new.reading or not has_own:
            project.put_large("read", "reading", new.key, new.reading, by=by)


def free_key(project: Project) -> str:
    """A key that no document has or had."""
    number = 2
    while project.written_at("document", f"{FIRST} {number}"):
        number += 1
    return f"{FIRST} {number}"


def free_name(name: str, taken: Sequence[str], words: str = "") -> str:
    """A file name that is not taken: the given one with words before its ending, and a number where needed."""
    folded = {each.casefold() for each in taken}
    stem, dot, ending = name.rpartition(".") if "." in name[1:] else (name, "", "")
    stem = f"{stem} ({words})" if words else stem
    tried, number = f"{stem}{dot}{ending}", 2
    while tried.casefold() in folded:
        tried = f"{stem} ({number}){dot}{ending}"
        number += 1
    return tried


def _corrections_key(key: str) -> str:
    return "corrections" if key == FIRST else key
