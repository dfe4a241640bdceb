"""delta and take through the command line's `main()`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.pipeline.flow import draft_project
from signoff.core.project.documents import documents
from signoff.core.project.project import Project
from tests.helpers.versions import make_project_of, sign_all, write_workbook

BY = ["--by", "Ada Brandt"]
ROWS = ["t|a|int|S|A|Direct", "t|b|varchar(9)|S|B|Trim", "u|c|int|S|A|Direct"]
CHANGED = [ROWS[0], "t|b|varchar(9)|S|B|Upper case", ROWS[2]]


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("signed")
    with make_project_of(folder, {"Map": ROWS}, {"S": "A,B\n1,x\n"}) as project:
        draft_project(project, None, None, by="Ada Brandt")
        sign_all(project)
    return (folder / "p.signoff").read_bytes()


@pytest.fixture
def path(tmp_path: Path, signed: bytes) -> str:
    (tmp_path / "p.signoff").write_bytes(signed)
    return str(tmp_path / "p.signoff")


def book(folder: Path, rows: Sequence[str], name: str = "v2.xlsx") -> str:
    return str(write_workbook(folder / name, {"Map": rows}))


def test_delta_says_what_differs_and_what_reopens_and_changes_nothing(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(path).read_bytes()
    assert main(["delta", path, book(tmp_path, CHANGED)]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert "t: reopens; look again at b; 2 decisions hold" in out
    assert "  b: rule changed" in out and "rule: Trim → Upper case" in out
    assert "u: stays signed" in out and "1 of 2 signed tables stay signed." in out
    assert Path(path).read_bytes() == before


def test_delta_as_json_holds_the_same(path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["delta", path, book(tmp_path, CHANGED), "--json"]) == ExitCode.DONE
    found = json.loads(capsys.readouterr().out)
    assert found["reopens"] is True and found["same_file"] is False
    effect = found["effects"][0]
    assert (effect["target"], effect["outcome"], effect["look_again"]) == ("t", "reopens", ["b"])
    assert effect["delta"]["columns"][0]["kinds"] == ["rule changed"]
    assert effect["delta"]["columns"][0]["new_cell"]["sheet"] == "Map"


def test_a_version_is_taken_by_table_and_then_whole(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = book(tmp_path, [CHANGED[0], CHANGED[1], "u|c|int|S|B|Direct"])
    assert main(["take", path, new, "--table", "u", *BY]) == ExitCode.DONE
    said = capsys.readouterr()
    assert "v2.xlsx: taken u" in said.out and "not taken: t" in said.out
    assert "Next: signoff generate" in said.err
    assert main(["take", path, new, *BY]) == ExitCode.DONE
    assert "v2.xlsx: taken u, t" in capsys.readouterr().out
    assert main(["take", path, new, *BY]) == ExitCode.DONE
    assert "is in the project already; nothing was changed" in capsys.readouterr().out


def test_a_document_is_put_aside_and_taken_later_without_its_file(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = book(tmp_path, CHANGED)
    assert main(["take", path, new, "--aside", *BY]) == ExitCode.DONE
    Path(new).unlink()
    assert main(["delta", path]) == ExitCode.DONE
    assert "t: reopens" in capsys.readouterr().out
    assert main(["take", path, *BY]) == ExitCode.DONE
    assert main(["delta", path]) == ExitCode.BAD_INPUT
    assert "Nothing of that name was put aside" in capsys.readouterr().err


def test_another_document_is_read_beside(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = book(tmp_path, ["t|a|int|S|A|Direct", "w|a|int|S|A|Direct"], "more.xlsx")
    assert main(["delta", path, new, "--another"]) == ExitCode.DONE
    assert "t: in map.xlsx already, left out" in capsys.readouterr().out
    assert main(["take", path, new, "--another", *BY]) == ExitCode.DONE
    with Project.open(Path(path), read_only=True) as project:
        assert [d.name for d in documents(project)] == ["map.xlsx", "more.xlsx"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--of", "map.xlsx", "--another"], "not both"),
        (["--of", "none.xlsx"], "There is no document none.xlsx"),
        (["--table", "x"], "There is no table x"),
        (["--table", "t", "--aside"], "put aside whole"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_sentence(
    path: str, tmp_path: Path, options: Sequence[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["take", path, book(tmp_path, CHANGED), *options, *BY]) == ExitCode.BAD_INPUT
    assert words in capsys.readouterr().err
