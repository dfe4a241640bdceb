"""What people do in a project, and what it does to each other."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from signoff.core.domain.review import ROWS
from signoff.core.errors import SignoffError
from signoff.core.project import session
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.project import Project
from signoff.core.project.store import backup_of
from signoff.core.project.taking_back import take_back
from signoff.core.review.gate import gate
from tests.helpers.signed_projects import BY, drafts, make, review, spec


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "p.signoff") as made:
        review(made, "party clean", "party_count")
        yield made


def codes(project: Project, target: str) -> set[str]:
    return {reason.code for reason in gate(dossier_of(project, target), today=project.now()[:10]).reasons}


def change_a_rule(project: Project) -> None:
    known = spec()
    rows = list(known.targets[0].columns)
    rows[3] = replace(rows[3], rule="Constant 'SR'", rule_resolved="Constant 'SR'")
    changed = replace(known.targets[0], columns=tuple(rows))
    project.put_spec(replace(known, targets=(changed, *known.targets[1:])), by=BY)


def test_a_changed_rule_makes_the_sign_off_stale_and_what_reads_it_too(project: Project) -> None:
    assert codes(project, "party clean") == codes(project, "party_count") == set()
    change_a_rule(project)
    assert codes(project, "party clean") == {"stale", "look again"}
    assert {"stale", "upstream"} <= codes(project, "party_count")
    (change,) = session.what_changed(project, "party clean")
    assert change.part == "rule of kind" and "'SRM'" in change.old and "'SR'" in change.new
    assert [c.part for c in session.what_changed(project, "party clean", "kind")] == ["rule of kind"]
    assert session.what_changed(project, "party clean", "party_id") == ()


def test_the_same_draft_again_keeps_every_decision(project: Project) -> None:
    project.put_drafts(drafts(), by=BY)
    assert codes(project, "party clean") == set()


def test_a_later_answer_or_expression_asks_for_a_new_draft(project: Project) -> None:
    session.write_expression(project, "party clean", "kind", "'SR'", by="Bo")
    assert "redraft" in codes(project, "party clean") and "redraft" not in codes(project, "party_count")
    project.put_drafts(drafts(), by=BY)
    assert "redraft" not in codes(project, "party clean")
    session.answer(project, "q-rows", "b2", by=BY)
    assert "redraft" in codes(project, "party clean"), "the draft holds the other choice"


def test_a_waiver_does_not_cover_what_a_remark_says_later(project: Project) -> None:
    known = project.findings("party clean")
    project.put_findings("party clean", [replace(known[0], message="Something else is missing.")], by=BY)
    assert codes(project, "party clean") == {"remark"}


def test_a_sign_off_can_be_given_again_after_a_withdrawal(project: Project) -> None:
    session.withdraw(project, "party clean", "Wrong table.", by="Bo")
    assert codes(project, "party clean") == {"unsigned"}
    session.sign(project, "party clean", by=BY)
    assert codes(project, "party clean") == codes(project, "party_count") == set()
    assert len(project.sign_off_history("party clean")) == 2


def test_the_sign_off_records_account_and_machine_unasked(project: Project) -> None:
    signed = project.sign_off("party clean")
    assert signed is not None and signed.account and signed.machine and signed.meaning == "approved"


def test_a_request_for_a_change_bars_the_sign_off(project: Project) -> None:
    session.request_change(project, "party clean", ROWS, "Without deleted parties.", by="Bo")
    assert "undecided" in codes(project, "party clean")


WORK = """
import sys
from pathlib import Path
from signoff.core.project.project import Project
from signoff.core.domain.review import Answer
with Project.open(Path(sys.argv[1]), by="x") as project:
    for number in range(10_000):
        with project.act("two", "q", by="x"):
            project.put_answer(Answer("a", str(number), "x"))
            project.put_answer(Answer("b", str(number), "x"))
        print(number, flush=True)
"""


def test_a_kill_at_any_moment_loses_no_act_and_leaves_no_half_one(project: Project) -> None:
    """A part of goal T1: what was acknowledged is there, what is there is whole, and nobody is locked out."""
    project.close()
    for acts in (1, 2, 7, 19):
        worker = subprocess.Popen(
            [sys.executable, "-c", WORK, str(project.path)], stdout=subprocess.PIPE, text=True
        )
        assert worker.stdout is not None
        for _ in range(acts):
            worker.stdout.readline()
        worker.kill()
        acknowledged = int((worker.stdout.read().split() or [acts - 1])[-1])
        worker.stdout.close()
        worker.wait()
        with Project.open(project.path, by="y") as again:
            assert not again.read_only and again.verify_chain() is None
            given = {a.question: int(a.value) for a in again.answers() if a.question in "ab"}
            assert given["a"] == given["b"] >= acknowledged


def test_a_full_disk_is_told_and_loses_nothing(project: Project) -> None:
    """A part of goal T2: SQLite's own limit on pages stands for the disk."""
    entries = len(project.entries())
    pages = project._connection.execute("PRAGMA page_count").fetchone()[0]
    project._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(SignoffError, match=r"p\.signoff.*space"):
        project.put_samples("other", "other.csv", b"x" * 100_000, by=BY)
    assert len(project.entries()) == entries and project.verify_chain() is None
    project._connection.execute(f"PRAGMA max_page_count = {pages * 1000}")
    project.put_samples("other", "other.csv", b"x" * 100_000, by=BY)
    assert project.sample_bytes("other") == b"x" * 100_000 and project.verify_chain() is None


def test_a_project_is_backed_up_before_it_is_worked_on(project: Project) -> None:
    project.close()
    with Project.open(project.path, by=BY) as again:
        assert again.notice == "" and backup_of(project.path).is_file()
        head = again.head()
        change_a_rule(again)
    sound = backup_of(project.path).read_bytes()
    connection = sqlite3.connect(project.path)
    connection.execute("DROP TRIGGER entry_stays")
    connection.execute("UPDATE entry SET by = 'Nobody' WHERE seq = 3")
    connection.commit()
    connection.close()
    with Project.open(project.path, by=BY) as hurt:
        assert "entry 3" in hurt.notice
    assert backup_of(project.path).read_bytes() == sound, "a damaged project never replaces a good backup"
    restored = project.path.with_name("restored.signoff")
    restored.write_bytes(sound)
    with Project.open(restored, read_only=True) as back:
        assert back.head() == head and back.verify_chain() is None


def test_a_decision_is_taken_back_once_the_sign_off_is_withdrawn(project: Project) -> None:
    with pytest.raises(SignoffError, match="withdraw its sign-off first"):
        take_back(project, "party clean", "kind", by="Bo")
    session.withdraw(project, "party clean", "Wrong.", by="Bo")
    taken = take_back(project, "party clean", "KIND", by="Bo")
    assert (taken.column, taken.by) == ("kind", "Bo") and "undecided" in codes(project, "party clean")
    with pytest.raises(SignoffError, match=r"Nothing is decided on party clean\.kind"):
        take_back(project, "party clean", "kind", by="Bo")
