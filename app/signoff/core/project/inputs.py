"""What comes into a project: document and spec, samples, existing SQL, glossary, rules of the whole file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from signoff.core.domain.corrections import NONE, Corrections
from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.mandates import Since
from signoff.core.domain.masking import Term
from signoff.core.domain.name_matches import NameMatch, with_names
from signoff.core.domain.proofs import ProofPolicy, TextOnly
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, Spec
from signoff.core.errors import SignoffError
from signoff.core.project.store import ERASED, Store

SCHEMA_FILE = "schema.sql"
"""File of CREATE TABLE statements beside the samples."""


@dataclass(frozen=True)
class Settings:
    """What was chosen when the project was made."""

    name: str
    dialect: str


@dataclass(frozen=True)
class StoredFile:
    """A file kept in the project; its bytes lie under the digest."""

    name: str
    """File name without folder."""
    digest: str
    size: int
    """Bytes."""
    table: str = ""
    """Source table whose rows the file holds; empty for a document."""
    made_up: bool = False
    """The rows were made up here, nobody sent them."""
    origin: str = ""
    """Workbook or database the table was taken out of; empty where it came as a file of its own."""


class Inputs(Store):
    """Reads and writes of what a project is made from."""

    _renamed: tuple[Spec, tuple[NameMatch, ...], Spec] | None = None
    """The spec last read, the names matched then, and the spec with them."""

    @property
    def settings(self) -> Settings:
        """Name and dialect of the project."""
        found = self.get("settings", "project", Settings)
        if found is None:
            raise self.damaged("it has no name and no dialect")
        return found

    def set_proof_policy(self, word: str, *, by: str) -> None:
        """Keep what the project makes of what is proven by its text alone: accept, suffice or bar.

        Raises:
            SignoffError: another word.
        """
        known = {each.value: each for each in TextOnly}
        if word not in known:
            raise SignoffError(say("proof.unknown_policy", word=word))
        self.put("set proof policy", "proof_policy", "proof_policy", ProofPolicy(known[word]), by=by)

    @property
    def proof_policy(self) -> ProofPolicy:
        """What the project makes of proofs; a remark to accept where nobody said."""
        return self.get("proof_policy", "proof_policy", ProofPolicy) or ProofPolicy()

    def put_document(self, name: str, data: bytes, *, by: str) -> str:
        """Keep a mapping document; returns its SHA-256."""
        with self.act("import document", name, by=by):
            return self._put_file("document", "document", name, data, by)

    @property
    def document(self) -> StoredFile | None:
        """The mapping document as last imported."""
        return self.get("document", "document", StoredFile)

    def put_spec(self, spec: Spec, *, by: str) -> None:
        """Keep what was read from the document."""
        with self.act("read document", spec.document, by=by):
            self.put_large("read", "spec", "spec", spec, by=by)

    @property
    def spec_as_read(self) -> Spec | None:
        """What was read from the document last imported, in its own names."""
        return self.get_large("spec", "spec", Spec)

    @property
    def spec(self) -> Spec | None:
        """What was read from the document last imported, with real names where a person matched them."""
        spec, matches = self.spec_as_read, self.name_matches()
        if spec is None or not any(match.real for match in matches):
            return spec
        if self._renamed is None or self._renamed[0] is not spec or self._renamed[1] != matches:
            self._renamed = (spec, matches, with_names(spec, matches))
        return self._renamed[2]

    def in_real_names(self, spec: Spec) -> Spec:
        """A spec in its document's own names, with real names where a person matched them."""
        return with_names(spec, self.name_matches())

    def name_matches(self) -> tuple[NameMatch, ...]:
        """What names of the document stand for, as people said."""
        return tuple(self.all("name_match", NameMatch).values())

    @property
    def corrections(self) -> Corrections:
        """What a person said of the document's layout; nothing where nobody did."""
        return self.get("corrections", "corrections", Corrections) or NONE

    def put_samples(
        self, table: str, file_name: str, data: bytes, *, by: str, made_up: bool = False, origin: str = ""
    ) -> None:
        """Keep the sample rows of one source table, in the file they came in."""
        with self.act("make up samples" if made_up else "import samples", table, by=by):
            self._put_file("sample", table, file_name, data, by, table, made_up=made_up, origin=origin)

    def put_schema_sql(self, text: str, *, by: str) -> None:
        """Keep the CREATE TABLE statements of the source tables."""
        self.put("import source types", "schema_sql", SCHEMA_FILE, text, by=by)

    @property
    def schema_sql(self) -> str:
        """The CREATE TABLE statements; empty when there are none."""
        return self.get("schema_sql", SCHEMA_FILE, str) or ""

    def put_sources(self, sources: Schema, *, by: str) -> None:
        """Keep the columns and types of the source tables, as the sandbox or the document has them."""
        self.put_large("read source types", "sources", "sources", sources, by=by)

    @property
    def sources(self) -> Schema:
        """Columns and types of the source tables; from the document alone when nothing else was read."""
        known = self.get_large("sources", "sources", Schema)
        if known is not None:
            return known
        return self.spec.sources if self.spec else Schema()

    def samples(self) -> tuple[StoredFile, ...]:
        """The sample files, one a source table; without those whose bytes were erased."""
        erased = self.erased()
        return tuple(file for file in self.all("sample", StoredFile).values() if file.digest not in erased)

    def every_sample(self) -> tuple[tuple[str, StoredFile], ...]:
        """Every sample file there ever was, with the time it came, oldest first."""
        return self.history_with_times("sample", StoredFile)

    def sample_bytes(self, table: str) -> bytes:
        """The sample file of one source table.

        Raises:
            SignoffError: no samples of that table are in the project.
        """
        found = self.get("sample", table, StoredFile)
        if found is None:
            raise SignoffError(say("project.no_samples", table=table, project=self.path.name))
        return self.bytes_of(found.digest)

    def materialise_samples(self, folder: Path) -> Path:
        """Write every sample file and the schema into a private folder, for the sandbox; returns it."""
        folder.mkdir(parents=True, exist_ok=True)
        for file in self.samples():
            (folder / file.name).write_bytes(self.bytes_of(file.digest))
        if self.schema_sql:
            (folder / SCHEMA_FILE).write_text(self.schema_sql, encoding="utf-8")
        return folder

    def put_existing(self, target: str, text: str, *, by: str) -> None:
        """Keep the SQL that exists for a target; it counts as made from the document as it is now."""
        with self.act("import existing SQL", target, by=by):
            self.put("import existing SQL", "existing", target, text, by=by)
            if target.casefold() in self.since():
                self.put_since(target, None, by=by)

    def put_since(self, target: str, since: Since | None, *, by: str) -> None:
        """Keep the version of the document that a target's existing SQL was made from; None: the present one."""
        self.put("keep version before", "since", target.casefold(), since, by=by)

    def since(self) -> dict[str, Since]:
        """The version of the document that existing SQL was made from, by case-folded target; where it is another."""
        return self.all("since", Since)

    def existing(self) -> dict[str, str]:
        """Existing SQL by target."""
        return self.all("existing", str)

    def put_surroundings(self, around: Surroundings, *, by: str) -> None:
        """Keep what stands around the existing SQL in its dbt project."""
        self.put("import dbt project", "dbt_project", "dbt_project", around, by=by)

    @property
    def surroundings(self) -> Surroundings:
        """What stands around the existing SQL; nothing where it came as files alone."""
        return self.get("dbt_project", "dbt_project", Surroundings) or ALONE

    def put_glossary(self, terms: Sequence[Term], *, by: str) -> None:
        """Keep the terms that must not be shown to the generator."""
        self.put("set glossary", "glossary", "glossary", tuple(terms), by=by)

    @property
    def glossary(self) -> tuple[Term, ...]:
        """The listed terms; empty when none were given."""
        return self.get("glossary", "glossary", tuple[Term, ...]) or ()

    def put_file_rule(self, code: str, value: str | None, *, by: str) -> None:
        """Keep a rule of the whole file, such as how blank text is read; None takes it out of the present."""
        self.put("set rule of the whole file", "file_rule", code, value, by=by)

    def file_rules(self) -> dict[str, str]:
        """Rules of the whole file by code."""
        return self.all("file_rule", str)

    def _put_file(
        self,
        kind: str,
        key: str,
        name: str,
        data: bytes,
        by: str,
        table: str = "",
        *,
        made_up: bool = False,
        origin: str = "",
    ) -> str:
        if not name or name != bare_name(name):
            raise SignoffError(say("project.bad_file_name", name=name))
        digest = self.put_bytes(data)
        if digest in self.erased():
            self.put("store", ERASED, digest, None, by=by)
        self.put("store", kind, key, StoredFile(name, digest, len(data), table, made_up, origin), by=by)
        return digest


def bare_name(name: str) -> str:
    """A file name without any folder, whichever system wrote it."""
    bare = PureWindowsPath(PurePosixPath(name).name).name
    return "" if bare in (".", "..") or "\0" in bare else bare
