"""Proofs made again from what they were made of, and what then differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from signoff.core.domain.proof_files import ProofFile, read_proof
from signoff.core.domain.proofs import ColumnProof, NoChangeProof, Witness, WitnessState
from signoff.core.domain.sentences import say
from signoff.core.engines.sql.problems import SqlFailed, SqlRefused
from signoff.core.engines.sql.samples import tables_from_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.merge.sqlparts import DIALECT
from signoff.core.pipeline.existing_dialect import read_by_text
from signoff.core.pipeline.flow import samples_of, spec_of
from signoff.core.pipeline.proving import Files, prove, prove_update
from signoff.core.pipeline.sourcing import plain_folder
from signoff.core.progress import CancelToken
from signoff.core.project.project import Project


@dataclass(frozen=True)
class CheckedProof:
    """One proof and what became of it when it was made again."""

    target: str
    proof: NoChangeProof
    """As made now."""
    differing: tuple[str, ...] = ()
    """What it says otherwise than the one that was kept, a sentence each."""
    kept: NoChangeProof | None = None
    """The one that was kept; None where two files were proven for the first time."""

    @property
    def holds(self) -> bool:
        """It says the same, and nothing changed that nobody asked for."""
        return not self.differing and not self.proof.bars_sign_off

    @property
    def words(self) -> str:
        """Whether it says the same as the one that was kept; empty where none was."""
        if self.kept is None:
            return ""
        return say("proof.differs") if self.differing else say("proof.holds")


def check_files(
    old: Path, new: Path, sources: Path | None, *, cancel: CancelToken | None = None
) -> CheckedProof:
    """Two versions of one file, proven for the first time: nothing was asked for, so whatever changes is told.

    Raises:
        SignoffError: a file can't be read.
    """
    before = _text_of(old)
    files = Files(before, _text_of(new), dialect=_dialect_of(before))
    with _samples(sources) as sandbox:
        return CheckedProof(new.stem, prove(files, sandbox, cancel=cancel))


def check_proof_file(path: Path, sources: Path | None, *, cancel: CancelToken | None = None) -> CheckedProof:
    """An exported proof made again; without samples only what the texts show is compared.

    Raises:
        SignoffError: the file can't be read, or is no proof.
    """
    file = read_proof(_text_of(path), path.name)
    with _samples(sources) as sandbox:
        fresh = prove(_files(file), sandbox, spec=file.proof.spec_digest, cancel=cancel)
    return _checked(file.target, file.proof, fresh)


def check_project(
    project: Project, targets: Sequence[str] = (), *, cancel: CancelToken | None = None
) -> tuple[CheckedProof, ...]:
    """Every proof a project keeps, made again from its texts and samples.

    Raises:
        SignoffError: nothing was read from a document yet, or no named target has a proof.
    """
    spec = spec_of(project)
    wanted = {name.casefold() for name in targets}
    found: list[CheckedProof] = []
    with samples_of(project, spec) as (sandbox, _findings):
        for draft in project.drafts():
            mapping = spec.target(draft.target)
            asked = not wanted or draft.target.casefold() in wanted
            if mapping is not None and asked and draft.proof is not None:
                fresh = prove_update(draft, mapping, sandbox, cancel=cancel)
                assert fresh is not None
                fresh = replace(fresh, spec_digest=draft.proof.spec_digest)
                found.append(_checked(draft.target, draft.proof, fresh))
            with suppress(SqlFailed, SqlRefused):  # its own checks tell that it does not run
                sandbox.create_table(draft.target, draft.sql, cancel)
    if not found:
        raise SignoffError(say("proof.none_kept"))
    return tuple(found)


def _dialect_of(text: str) -> str:
    """The dialect a file is written in, as far as its text tells."""
    try:
        return read_by_text(text).dialect
    except SignoffError:
        return DIALECT


@contextmanager
def _samples(sources: Path | None) -> Iterator[Sandbox | None]:
    if sources is None:
        yield None
        return
    with plain_folder(sources) as place, Sandbox() as sandbox:
        sandbox.load(tables_from_folder(place))
        yield sandbox


def _files(file: ProofFile) -> Files:
    return Files(file.old, file.new, file.edits, file.around, file.proof.dialect, file.key)


def _checked(target: str, kept: NoChangeProof, fresh: NoChangeProof) -> CheckedProof:
    return CheckedProof(target, fresh, tuple(differences(kept, fresh)), kept)


def differences(kept: NoChangeProof, fresh: NoChangeProof) -> Iterator[str]:
    """What a proof that was made again says otherwise, a sentence each.

    Where nothing could be run now, or other rows were at hand, what running shows is not compared.
    """
    if kept.old_digest != fresh.old_digest:
        yield say("proof.other_old_digest")
    if kept.new_digest != fresh.new_digest:
        yield say("proof.other_new_digest")
    is_run = bool(fresh.samples_digest) and fresh.samples_digest == kept.samples_digest
    pairs: list[tuple[str, Witness, Witness]] = [("text", kept.rows, fresh.rows)]
    if is_run:
        pairs.append(("run", kept.rows_by_run, fresh.rows_by_run))
    for said, before, after in pairs:
        if before.state is not after.state:
            yield say(
                "proof.rows_otherwise", witness=said, before=before.state.value, after=after.state.value
            )
    if is_run and kept.rows_verdict is not fresh.rows_verdict:
        before_word, after_word = kept.rows_verdict.value, fresh.rows_verdict.value
        yield say("proof.rows_otherwise", witness="verdict", before=before_word, after=after_word)
    yield from _columns(kept.columns, fresh.columns, is_run)


def _columns(kept: Iterable[ColumnProof], fresh: Iterable[ColumnProof], is_run: bool) -> Iterator[str]:
    before = {column.column.casefold(): column for column in kept}
    after = {column.column.casefold(): column for column in fresh}
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        if old is None or new is None:
            name = (old or new).column  # type: ignore[union-attr]
            yield say("proof.column_not_in_both", column=name)
        elif _told(old, is_run) != _told(new, is_run):
            yield say(
                "proof.column_otherwise",
                column=new.column,
                before=", ".join(_told(old, is_run)),
                after=", ".join(_told(new, is_run)),
            )


def _told(column: ColumnProof, is_run: bool) -> tuple[str, ...]:
    """What can be compared: by the text alone where nothing ran."""
    told: tuple[str, ...] = (column.was, *column.edits, f"by text {_state(column.by_text)}")
    if is_run:
        told = (*told, f"by run {column.by_run.state.value}", column.verdict.value)
    return tuple(each for each in told if each)


def _state(witness: Witness) -> str:
    return WitnessState(witness.state).value


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SignoffError(say("proof.file_unreadable", file=path, reason=error.strerror or error)) from error
    except UnicodeDecodeError as error:
        raise SignoffError(say("proof.file_no_text", file=path)) from error
