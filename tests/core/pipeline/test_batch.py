"""A run over many targets: what it finished before it was stopped stays, and what changed since is done anew."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from signoff.core.engines.sql.samples import read_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.parse import parse_document
from signoff.core.pipeline import batch as batches
from signoff.core.pipeline.batch import Batch, draft_batch
from signoff.core.pipeline.decisive import folder_digest
from signoff.core.pipeline.desk import Desk, Said
from signoff.core.pipeline.documents import load_samples
from signoff.core.pipeline.headless import ReportFacts
from signoff.core.pipeline.journal import FILE, Finished, Journal
from signoff.core.pipeline.remaining import TimeLeft
from signoff.core.progress import CancelToken, Progress
from signoff.core.prompt.examples import ExampleBank
from tests.bench.many_targets import make_many
from tests.e2e.small_project import write_small_project

READS = """\
Target Table,Target Column,Target Type,Source Table,Source Column,Transformation Rule
a,id,integer,PLT,PLT_NO,Direct move
b,id,integer,a,id,Direct move
c,id,integer,PLT,PLT_NO,Direct move
d,id,integer,PLT,PLT_NO,Direct move
"""
_TIMES = ("seconds",)


@pytest.fixture
def given(tmp_path: Path) -> Path:
    folder = write_small_project(tmp_path)
    (folder / "reads.csv").write_text(READS, encoding="utf-8")
    return folder


@pytest.fixture
def drafted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the targets that were drafted, and not taken over."""
    names: list[str] = []
    real = batches.draft_or_hollow

    def noting(target: Any, *rest: Any) -> Any:
        outcome = real(target, *rest)
        names.append(target.name)
        return outcome

    monkeypatch.setattr(batches, "draft_or_hollow", noting)
    return names


def run(
    given: Path,
    out: Path,
    *,
    stop_at: str = "",
    change: Callable[[Batch], Batch] = lambda batch: batch,
    answers: dict[str, str] | None = None,
) -> None:
    spec, token = parse_document(given / "reads.csv"), CancelToken()

    def tell(news: Progress) -> None:
        if stop_at and news.message.split(",")[0] == stop_at:
            token.cancel()

    with Sandbox() as sandbox:
        folder = given / "sources"
        findings = load_samples(sandbox, read_folder(folder), spec)
        desk = Desk(sandbox, None, ExampleBank.load(), said=Said(answers or {}), report=tell, cancel=token)
        facts = ReportFacts(spec.document, "duckdb", None)
        batch = Batch(spec, sandbox.schema(), folder_digest(folder), {}, (), findings, facts, out)
        draft_batch(change(batch), desk)


def stop(given: Path, out: Path, at: str) -> None:
    with pytest.raises(Cancelled):
        run(given, out, stop_at=at)
    assert not (out / "report.json").exists()


def report_less_times(out: Path) -> Any:
    text = (out / "report.json").read_text(encoding="utf-8")
    return json.loads(text, object_hook=lambda each: {k: v for k, v in each.items() if k not in _TIMES})


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != "report.json"}


def test_a_stopped_run_goes_on_with_what_is_missing(given: Path, tmp_path: Path, drafted: list[str]) -> None:
    stop(given, tmp_path / "out", at="c")
    assert (drafted, (tmp_path / "out" / FILE).exists()) == (["a", "b"], True)
    run(given, tmp_path / "out")
    assert drafted == ["a", "b", "c", "d"]
    run(given, tmp_path / "whole")
    assert report_less_times(tmp_path / "out") == report_less_times(tmp_path / "whole")
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def test_a_run_that_is_through_leaves_no_journal_and_is_done_anew(
    given: Path, tmp_path: Path, drafted: list[str]
) -> None:
    run(given, tmp_path / "out")
    assert sorted(files(tmp_path / "out")) == ["a.sql", "b.sql", "c.sql", "d.sql"]
    run(given, tmp_path / "out")
    assert drafted == ["a", "b", "c", "d"] * 2


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [
        ("c,id,integer,PLT,PLT_NO,Direct move", "c,id,integer,PLT,PLT_NO,0 when missing", ["c"]),
        ("a,id,integer,PLT,PLT_NO,Direct move", "a,id,integer,PLT,PLT_NO,0 when missing", ["a", "b"]),
        ("d,id,integer,PLT,PLT_NO,Direct move", "d,id,integer,PLT,PLT_NO,0 when missing", []),
    ],
    ids=["a rule", "a rule of a target that is read", "a rule of a target not done yet"],
)
def test_what_changed_in_the_document_is_done_anew(
    given: Path, tmp_path: Path, drafted: list[str], old: str, new: str, again: list[str]
) -> None:
    stop(given, tmp_path / "out", at="d")
    drafted.clear()
    (given / "reads.csv").write_text(READS.replace(old, new), encoding="utf-8")
    run(given, tmp_path / "out")
    assert drafted == [*again, "d"]


def test_other_source_rows_or_answers_stale_everything(
    given: Path, tmp_path: Path, drafted: list[str]
) -> None:
    stop(given, tmp_path / "out", at="d")
    drafted.clear()
    with pytest.raises(Cancelled):
        run(given, tmp_path / "out", stop_at="d", answers={"0": "empty"})
    assert drafted == ["a", "b", "c"]
    drafted.clear()
    with (given / "sources" / "PLT.csv").open("a", encoding="utf-8") as stream:
        stream.write("3,Cy,12,4,7\n")
    run(given, tmp_path / "out", answers={"0": "empty"})
    assert drafted == ["a", "b", "c", "d"]


def test_another_dialect_is_another_run(given: Path, tmp_path: Path, drafted: list[str]) -> None:
    stop(given, tmp_path / "out", at="d")
    drafted.clear()
    run(given, tmp_path / "out", change=lambda b: replace(b, facts=replace(b.facts, dialect="snowflake")))
    assert drafted == ["a", "b", "c", "d"]


def test_a_file_that_went_missing_is_written_again(given: Path, tmp_path: Path, drafted: list[str]) -> None:
    stop(given, tmp_path / "out", at="d")
    (tmp_path / "out" / "a.sql").unlink()
    (tmp_path / "out" / "b.sql").write_text("cut", encoding="utf-8")
    run(given, tmp_path / "out")
    run(given, tmp_path / "whole")
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def finished(name: str, key: str = "k") -> Finished:
    return Finished(name, key, "select 1", (("x", "INTEGER"),), "-- draft", {"name": name, "note": "ä\n"})


@pytest.mark.parametrize("tail", [b"", b'{"target":"d', b'{"target":"d"}\n', b"\xff\xfe\n", b"[]\n"])
def test_a_line_cut_short_or_damaged_costs_only_itself(tmp_path: Path, tail: bytes) -> None:
    with Journal(tmp_path) as journal:
        for name in "abc":
            journal.add(finished(name))
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes() + tail)
    with Journal(tmp_path) as journal:
        assert [journal.find(name, "k") for name in "abcd"] == [*map(finished, "abc"), None]
        journal.add(finished("d"))
    with Journal(tmp_path) as journal:
        assert journal.find("d", "k") == finished("d")


def test_a_line_of_another_key_is_not_taken_and_the_last_one_counts(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        journal.add(finished("a", "old"))
        assert journal.find("a", "new") is None
        journal.add(finished("a", "new"))
    with Journal(tmp_path) as journal:
        assert (journal.find("a", "old"), journal.find("a", "new")) == (None, finished("a", "new"))


def test_a_folder_that_can_not_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(SignoffError, match="out"):
        Journal(tmp_path / "out")


@pytest.mark.parametrize(
    ("spent", "done", "left", "words"),
    [
        (1, 10, 10, ""),
        (60, 0, 10, ""),
        (60, 10, 5, "less than a minute left"),
        (60, 10, 10, "about a minute left"),
        (600, 10, 30, "about 30 minutes left"),
        (600, 10, 89, "about 89 minutes left"),
        (600, 10, 600, "about 10 hours left"),
        (600, 10, 6000, "about 4 days left"),
    ],
)
def test_time_left_in_words(spent: float, done: int, left: int, words: str) -> None:
    times = iter((0.0, spent))
    clock = TimeLeft(lambda: next(times))
    clock.did(done)
    assert clock.words(left) == words


def test_a_killed_command_goes_on(tmp_path: Path) -> None:
    many = make_many(tmp_path, 6)

    def command(out: str) -> list[str]:
        return [
            *(sys.executable, "-m", "signoff", "draft", str(many.document), "--generator", "none"),
            *("--sources", str(many.sources), "--out", str(tmp_path / out)),
        ]

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command("out"), stderr=subprocess.PIPE, text=True, env=environment) as killed:
        assert killed.stderr is not None
        for line in killed.stderr:
            if line.startswith("draft 4 of 6"):
                killed.kill()
                break
    done = [json.loads(line)["target"] for line in (tmp_path / "out" / FILE).read_bytes().splitlines()]
    assert done[:3] == ["out_0000", "out_0001", "out_0002"]
    for out in ("out", "whole"):
        subprocess.run(command(out), check=True, capture_output=True, env=environment)
    assert report_less_times(tmp_path / "out") == report_less_times(tmp_path / "whole")
    assert files(tmp_path / "out") == files(tmp_path / "whole")
