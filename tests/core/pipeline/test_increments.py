"""Every increment case: the mandated edits and no others, to the byte and by execution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from signoff.core.domain.edits import EditKind, EditState
from signoff.core.domain.plan import Draft
from signoff.core.domain.proof_files import ProofFile, proof_text, read_proof
from signoff.core.domain.proofs import ColumnVerdict, WitnessState
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.proof_checking import differences
from signoff.core.pipeline.proving import Files, prove
from tests.core.pipeline.increments import (
    FOLDER,
    Increment,
    Tables,
    drafted,
    increment,
    projected,
    untouched_lines,
    wanted_rows,
)

CASES = sorted(FOLDER.rglob("*.yml"))
cases = pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as made:
        yield made


class Drafts:
    """The draft of each case, made once."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self.of = cache(self._of)

    def _of(self, path: Path) -> tuple[Increment, Draft]:
        case = increment(path)
        return case, drafted(case, case.before, self._sandbox)


@pytest.fixture(scope="module")
def drafts(sandbox: Sandbox) -> Drafts:
    return Drafts(sandbox)


@cases
def test_the_file_comes_out_as_written_beside_the_case(path: Path, drafts: Drafts) -> None:
    case, draft = drafts.of(path)
    assert draft.text == case.after
    assert sorted(f.code for f in draft.findings) == sorted(case.data.get("findings", []))


@cases
def test_untouched_lines_stay_and_the_old_text_comes_back(path: Path, drafts: Drafts) -> None:
    case, draft = drafts.of(path)
    assert draft.edits is not None
    kept, found = untouched_lines(case.before, draft)
    assert kept and found == len(kept)
    assert draft.edits.text_before == case.before
    assert draft.edits.reverted(draft.text) == case.before


@cases
def test_mandated_columns_are_right_and_kept_ones_the_same(path: Path, drafts: Drafts) -> None:
    case, draft = drafts.of(path)
    if not case.runs:
        assert draft.proof is not None
        assert {c.by_run.state for c in draft.proof.columns} == {WitnessState.COULD_NOT_RUN}
        return
    tables = Tables(case)
    before, after = tables.rows(case.before), tables.rows(draft.text)
    names, wanted = wanted_rows(case)
    assert projected(after, names) == wanted
    kept = [name for name in before[0] if name not in case.mandated]
    old, new = projected(before, kept), projected(after, kept)
    change = case.data.get("rows_change", "")
    assert old == new or change
    assert change in ("more", "other") or not set(new) - set(old)
    assert change in ("less", "other") or not set(old) - set(new)


@cases
def test_each_edit_says_why_and_points_at_its_cell(path: Path, drafts: Drafts) -> None:
    case, draft = drafts.of(path)
    assert draft.edits is not None
    for edit in draft.edits.edits:
        assert edit.why.endswith(".") and (edit.cell is not None or edit.kind is EditKind.CHANGE_CONFIG)
        assert edit.splices and set(edit.needs) <= {e.id for e in draft.edits.edits}
    columns = [e for e in draft.edits.edits if e.kind is not EditKind.CHANGE_CONFIG]
    suggested = {e.column for e in columns if e.suggestion}
    assert suggested == set(case.data.get("suggestions", []))


@cases
def test_any_one_edit_may_be_refused(path: Path, drafts: Drafts) -> None:
    case, draft = drafts.of(path)
    assert draft.edits is not None
    tables = Tables(case)
    before = tables.rows(case.before) if case.runs else []
    for edit in draft.edits.edits:
        script = draft.edits.with_state(edit.id, EditState.REFUSED)
        text = script.applied()
        assert script.reverted(text) == case.before
        if not case.runs:
            continue
        gone = {e.column.casefold() for e in script.edits if e.id in script.refused()}
        kept = [n for n in before[0] if n not in case.mandated or (n in gone and n in case.mandated)]
        after = tables.rows(text)
        if not case.data.get("rows_change"):
            assert projected(after, kept) == projected(before, kept)
    nothing = draft.edits.applied({e.id for e in draft.edits.edits})
    assert nothing == case.before


@cases
def test_every_kept_column_is_proven_identical(path: Path, drafts: Drafts) -> None:
    case, draft = drafts.of(path)
    assert draft.proof is not None and not draft.proof.bars_sign_off
    kept = [c for c in draft.proof.columns if not {c.column.casefold(), c.was.casefold()} & case.mandated]
    of_rows = set(draft.proof.rows_edits) if "rows_change" in case.data else set()
    not_same = [c for c in kept if c.verdict is not ColumnVerdict.IDENTICAL]
    assert kept and all(c.edits and of_rows.issuperset(c.edits) for c in not_same)


@cases
def test_the_proof_is_made_again_from_its_file(path: Path, sandbox: Sandbox) -> None:
    case = increment(path)
    draft = drafted(case, case.before, sandbox)
    assert draft.proof is not None
    key = tuple(dict.fromkeys(column.name for column in case.target.columns if column.key))
    kept = ProofFile("result", draft.existing, draft.text, draft.edits, draft.proof, key, draft.around)
    file = read_proof(proof_text(kept), path.name)
    again = prove(Files(file.old, file.new, file.edits, file.around, file.proof.dialect, file.key), sandbox)
    assert not list(differences(file.proof, again)) and not again.bars_sign_off
    apart = replace(file, new=file.old)
    untouched = prove(Files(apart.old, apart.new, None, apart.around, file.proof.dialect, file.key), sandbox)
    assert {c.verdict for c in untouched.columns} == {ColumnVerdict.IDENTICAL}


@cases
def test_the_draft_says_which_dialect_the_file_is_written_in(path: Path, drafts: Drafts) -> None:
    case, draft = drafts.of(path)
    assert draft.dialect == case.dialect
    assert draft.proof is not None and draft.proof.dialect == case.dialect


@cases
def test_windows_line_ends_stay(path: Path, sandbox: Sandbox) -> None:
    case = increment(path)
    if "\r" in case.before:
        pytest.skip("has them already")
    draft = drafted(case, case.before.replace("\n", "\r\n"), sandbox)
    assert draft.text == case.after.replace("\n", "\r\n")


def test_there_are_enough_cases() -> None:
    plain = [load for load in CASES if load.parent.name == "plain"]
    deep = [p for p in plain if increment(p).data.get("levels", 0) >= 2]
    assert len(plain) >= 40 and len(deep) >= 10
    foreign = [increment(p).dialect for p in CASES if p.parent.name == "dialects"]
    assert len(foreign) >= 10 and len(set(foreign)) >= 5 and "duckdb" not in foreign
    jinja = [increment(p) for p in CASES if p.parent.name == "jinja"]
    assert len(jinja) >= 20 and sum("suggestions" in case.data for case in jinja) <= 2
