"""Sample rows that the administrator lets a project have for some days only."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.errors import SignoffError
from signoff.core.project.expiring import BY as POLICY
from signoff.core.project.project import Project
from signoff.core.project.store import backup_of
from signoff.core.project.undo import Act, revert
from tests.helpers.policy import set_policy

BY = "Maren Keller"
OLD, NEW = b"party_id,party_nm\n1,Zanzibar Canary\n", b"order_id\n7\n"


def open_at(path: Path, day: str) -> Project:
    return Project.open(path, by=BY, clock=lambda: f"{day}T09:00:00Z")


@pytest.fixture
def path(tmp_path: Path, no_policy: Path) -> Path:
    """A project with rows of two days, made-up ones, and a policy of ten days."""
    path = tmp_path / "supplier.signoff"
    with Project.create(
        path, name="S", dialect="duckdb", by=BY, clock=lambda: "2026-03-01T09:00:00Z"
    ) as made:
        made.put_samples("party", "party.csv", OLD, by=BY)
        made.put_samples("made", "made.csv", b"a\n1\n", by=BY, made_up=True)
    with open_at(path, "2026-03-08") as project:
        project.put_samples("order", "order.csv", NEW, by=BY)
    set_policy(no_policy, "[samples]\ndays = 10")
    return path


def test_rows_stay_to_the_last_day(path: Path) -> None:
    with open_at(path, "2026-03-11") as project:
        assert [file.table for file in project.samples()] == ["party", "made", "order"]
        assert project.notice == ""


def test_rows_that_are_too_old_go_from_the_file_and_its_backup_and_the_record_holds(path: Path) -> None:
    assert b"Zanzibar Canary" in path.read_bytes()
    with open_at(path, "2026-03-12") as project:
        assert [file.table for file in project.samples()] == ["made", "order"]
        assert "party" in project.notice and "10 days: set by your administrator" in project.notice
        entry = project.entries()[-1]
        assert (entry.act, entry.subject, entry.by) == ("let samples expire", "party", POLICY)
        assert project.verify_chain() is None
        with pytest.raises(SignoffError, match="party"):
            project.sample_bytes("party")
        assert project.sample_bytes("order") == NEW
    for file in (path, backup_of(path)):
        assert b"Zanzibar Canary" not in file.read_bytes()
    with open_at(path, "2026-03-12") as project:
        assert project.notice == ""


def test_rows_that_were_replaced_long_ago_go_too(path: Path) -> None:
    with open_at(path, "2026-03-10") as project:
        project.put_samples("party", "party.csv", b"party_id\n2\n", by=BY)
    with open_at(path, "2026-03-12") as project:
        assert [file.table for file in project.samples()] == ["party", "made", "order"]
        assert project.notice == "" and project.verify_chain() is None
    assert b"Zanzibar Canary" not in path.read_bytes()


def test_the_same_rows_may_come_again(path: Path) -> None:
    open_at(path, "2026-03-12").close()
    with open_at(path, "2026-03-13") as project:
        project.put_samples("party", "party.csv", OLD, by=BY)
        assert project.sample_bytes("party") == OLD and project.verify_chain() is None
        assert "party" in [file.table for file in project.samples()]


def test_undo_brings_no_rows_back_that_are_gone(path: Path) -> None:
    with open_at(path, "2026-03-10") as project:
        project.put_samples("party", "party.csv", b"party_id\n2\n", by=BY)
        last = project.mark()[0]
    with open_at(path, "2026-03-12") as project:
        revert(project, Act("import samples", last, last), by=BY)
        assert [file.table for file in project.samples()] == ["made", "order"]
        assert project.verify_chain() is None


def test_a_project_open_for_reading_only_is_left_as_it_is(path: Path) -> None:
    before = path.read_bytes()
    with Project.open(path, read_only=True, by=BY, clock=lambda: "2026-05-01T09:00:00Z") as project:
        assert project.notice == ""
    assert path.read_bytes() == before
