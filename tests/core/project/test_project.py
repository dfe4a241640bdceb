"""A project keeps what it is given, tells who holds it, and answers damage with a sentence."""

from __future__ import annotations

import itertools
import json
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from signoff.core.domain.masking import MaskReceipt, Term, TermKind
from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.domain.review import Answer, Comment, SignOff, Waiver
from signoff.core.domain.spec import Schema, Spec
from signoff.core.errors import SignoffError
from signoff.core.project.decisions import Exported, Withdrawal, Written
from signoff.core.project.drafting import StoredPrompt
from signoff.core.project.project import Project
from tests.helpers.dossiers import AT, BY, approved, draft, mapping, undecided, verification

PROMPT = Prompt("system", "rule", "expression/1", "ab12")
RECEIPT = MaskReceipt("ab12", 12)


def clock() -> Iterator[str]:
    """A present that moves on by one second a call."""
    for second in itertools.count():
        yield f"2026-03-02T{9 + second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "supplier.signoff"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    ticks = clock()
    with Project.create(path, name="Supplier", dialect="duckdb", by=BY, clock=lambda: next(ticks)) as made:
        yield made


def fill(project: Project) -> None:
    """One of everything a project keeps."""
    dossier = approved(undecided())
    project.put_document("map.xlsx", b"not really a workbook", by=BY)
    project.put_spec(Spec("map.xlsx", targets=(mapping(),), sources=dossier.sources), by=BY)
    project.put_samples("party", "party.csv", b"party_id,party_nm\n1,Acme\n", by=BY)
    project.put_schema_sql("create table party (party_id bigint, party_nm varchar);", by=BY)
    project.put_glossary([Term("party_nm", TermKind.COLUMN, "text")], by=BY)
    project.put_existing("party", "select 1", by=BY)
    project.put_drafts([draft()], by=BY)
    project.put_verifications([verification()], by=BY)
    project.put_findings("party", dossier.findings, by=BY)
    project.put_questions("party", dossier.questions, by=BY)
    project.put_answer(dossier.answers[0])
    project.put_decisions(dossier.decisions, by=BY)
    project.put_comment(Comment("party", "city", "fine", BY, AT))
    project.put_waiver(Waiver("party", "city", "length", "seen", BY, AT))
    project.put_written(Written("party", "city", "a.city", BY, "as agreed"))
    project.put_sign_off(SignOff("party", "c0ffee", "I confirm.", BY, AT))


def test_everything_comes_back_as_it_was_given(project: Project, path: Path) -> None:
    fill(project)
    project.close()
    dossier = approved(undecided())
    with Project.open(path) as again:
        assert again.settings.dialect == "duckdb"
        assert again.document and again.bytes_of(again.document.digest) == b"not really a workbook"
        assert again.spec and again.spec.targets == (mapping(),)
        assert again.sources == dossier.sources
        assert again.sample_bytes("party").startswith(b"party_id")
        assert again.glossary == (Term("party_nm", TermKind.COLUMN, "text"),)
        assert again.draft("PARTY") == draft() and again.drafts() == (draft(),)
        assert again.verification("party") == verification()
        assert again.findings("party") == dossier.findings
        assert again.questions("party") == dossier.questions
        assert again.answers("party") == dossier.answers and again.answers("other") == ()
        assert again.decisions("party") == dossier.decisions
        assert again.written()[0].sql == "a.city"
        assert again.existing() == {"party": "select 1"}
        assert again.sign_off("party") == SignOff("party", "c0ffee", "I confirm.", BY, AT)
        assert again.verify_chain() is None


def test_one_act_is_one_entry_and_a_failed_act_leaves_nothing(project: Project) -> None:
    before = len(project.entries())
    with project.act("import", "both", by=BY):
        project.put_existing("a", "select 1", by=BY)
        project.put_existing("b", "select 2", by=BY)
    assert [e.act for e in project.entries()[before:]] == ["import"]
    with pytest.raises(ZeroDivisionError), project.act("import", "c", by=BY):
        project.put_existing("c", "select 3", by=BY)
        raise ZeroDivisionError
    assert "c" not in project.existing() and len(project.entries()) == before + 1
    assert project.verify_chain() is None


def test_previous_values_stay(project: Project) -> None:
    project.put_answer(Answer("q1", "yes", BY))
    project.put_answer(Answer("q1", "no", BY))
    assert [a.value for a in project.answers()] == ["no"]
    assert [a.value for a in project.answer_history("q1")] == ["yes", "no"]


def test_a_withdrawn_sign_off_is_gone_and_remembered(project: Project) -> None:
    signed = SignOff("party", "c0ffee", "I confirm.", BY, AT)
    project.put_sign_off(signed)
    project.put_withdrawal(Withdrawal("party", "c0ffee", "Wrong table.", BY, AT))
    assert project.sign_off("party") is None
    assert project.sign_off_history("party") == (signed,)
    assert project.withdrawals("party")[0].reason == "Wrong table."


def test_prompts_of_any_shape_are_kept_with_their_receipts(project: Project) -> None:
    @dataclass(frozen=True)
    class Ledger:
        target: str = "party"
        column: str = "city"
        prompt: Prompt = PROMPT
        receipt: MaskReceipt = RECEIPT
        aliases: tuple[()] = ()
        generations: tuple[Generation, ...] = (Generation("text_01", 3, 0.5, True),)

    project.put_prompts([Ledger()], by=BY)
    wanted = StoredPrompt("party", "city", Ledger.prompt, Ledger.receipt, (), Ledger.generations)
    assert project.prompts("party", "CITY") == (wanted,)


def test_samples_are_written_for_the_sandbox(project: Project, tmp_path: Path) -> None:
    fill(project)
    folder = project.materialise_samples(tmp_path / "samples")
    assert sorted(p.name for p in folder.iterdir()) == ["party.csv", "schema.sql"]


@pytest.mark.parametrize("name", ["../x.csv", "a/b.csv", "c:\\x.csv", "..", "", "a\0b"])
def test_a_sample_file_has_a_plain_name(project: Project, name: str) -> None:
    with pytest.raises(SignoffError, match="plain file name"):
        project.put_samples("party", name, b"", by=BY)
    assert project.samples() == ()


def test_an_act_without_a_name_is_refused(project: Project) -> None:
    with pytest.raises(SignoffError, match="name"):
        project.put_answer(Answer("q1", "yes", " "))


def test_an_entry_earlier_than_the_one_before_is_marked(path: Path) -> None:
    times = iter(["2026-03-02T09:00:00Z", "2026-03-02T09:05:00Z", "2026-03-02T08:00:00Z"])
    with Project.create(path, name="S", dialect="duckdb", by=BY, clock=lambda: next(times)) as project:
        project.put_answer(Answer("q1", "yes", BY))
        project.put_answer(Answer("q1", "no", BY))
        assert [e.early for e in project.entries()] == [False, False, True]
        assert project.verify_chain() is None


HOLD = """
import sys
from pathlib import Path
from signoff.core.project.project import Project
with Project.open(Path(sys.argv[1]), by="Berta"):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_opener_reads_and_is_told_who_holds_it(project: Project, path: Path) -> None:
    project.close()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout and holder.stdout.readline() == "held\n"
        with Project.open(path) as second:
            assert second.read_only and "Berta" in second.holder
            assert second.settings.name == "Supplier"
            with pytest.raises(SignoffError, match="reading only"):
                second.put_existing("a", "select 1", by=BY)
            with pytest.raises(SignoffError, match="Berta"):
                second.require_writing()
    with Project.open(path) as third:
        assert not third.read_only


def test_what_is_no_project_is_told_in_a_sentence(tmp_path: Path) -> None:
    text = tmp_path / "text.signoff"
    text.write_text("hello " * 1000)
    other = tmp_path / "other.signoff"
    with sqlite3.connect(other) as connection:
        connection.execute("create table t (a)")
    connection.close()
    newer = tmp_path / "newer.signoff"
    Project.create(newer, name="S", dialect="duckdb", by=BY).close()
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    for path, words in (
        (text, "not a"),
        (other, "not a"),
        (newer, "newer"),
        (tmp_path / "no.signoff", "no project"),
    ):
        with pytest.raises(SignoffError, match=words):
            Project.open(path)
    with pytest.raises(SignoffError, match="there already"):
        Project.create(newer, name="S", dialect="duckdb", by=BY)


def test_a_damaged_file_never_gives_a_traceback(project: Project, path: Path, tmp_path: Path) -> None:
    """A part of goal T11: 150 places cut or flipped; a sentence, a named entry, or an unharmed project."""
    fill(project)
    project.close()
    whole, chance = path.read_bytes(), random.Random(12)
    hurt, told = tmp_path / "hurt.signoff", 0
    for number in range(150):
        place = chance.randrange(len(whole))
        data = bytearray(whole)
        if number % 3 == 0:
            del data[place:]
        else:
            for offset in range(chance.randrange(1, 65)):
                data[(place + offset) % len(data)] ^= chance.randrange(1, 256)
        hurt.write_bytes(data)
        try:
            with Project.open(hurt, read_only=True) as opened:
                told += opened.verify_chain() is not None
                opened.draft("party")
        except SignoffError as sentence:
            told += (
                "damaged" in str(sentence)
                or "not a Signoff project" in str(sentence)
                or "newer" in str(sentence)
            )
    assert told > 50


def test_a_backup_is_made_of_a_sound_project_only(project: Project, path: Path) -> None:
    fill(project)
    project.back_up()
    copy = path.with_name("copy.signoff")
    shutil.copy(path.with_name(path.name + ".backup"), copy)
    with Project.open(copy) as restored:
        assert restored.head() == project.head()
    project.close()
    _tamper(path, "UPDATE entry SET by = 'x' WHERE seq = 3")
    with Project.open(path) as hurt, pytest.raises(SignoffError, match="entry 3"):
        hurt.back_up()


def _tamper(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for trigger in ("entry_stays", "entry_kept", "record_stays", "record_kept"):
        connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_exports_are_remembered(project: Project) -> None:
    exported = Exported("/out", ("party",), "c0ffee", BY, AT)
    project.put_export(exported)
    assert project.exports() == (exported,)


def test_records_are_plain_json(project: Project, path: Path) -> None:
    project.put_sources(Schema(), by=BY)
    project.close()
    connection = sqlite3.connect(path)
    bodies = [row[0] for row in connection.execute("SELECT body FROM record")]
    connection.close()
    assert [json.loads(body) for body in bodies][-1] == {"tables": []}


def test_the_spec_held_in_memory_follows_what_is_written_given_up_and_restored(project: Project) -> None:
    first, second = Spec("first.xlsx"), Spec("second.xlsx")
    project.put_spec(first, by=BY)
    seq = project.mark()[0]
    assert project.spec is first
    with pytest.raises(KeyError), project.act("read", "twice", by=BY):
        project.put_spec(second, by=BY)
        raise KeyError
    assert project.spec == first
    project.put_spec(second, by=BY)
    assert project.spec is second
    project.restore("spec", "spec", seq, by=BY)
    assert project.spec == first
