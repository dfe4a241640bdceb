"""Signed updates go back into the dbt project they came from; no other byte of it changes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.errors import SignoffError
from signoff.core.project import session
from signoff.core.project.exporting import view_of
from signoff.core.project.placing_back import place_back, plan_placing
from signoff.core.project.project import Project
from tests.helpers.incremental_project import BY, existing, make

SCHEMA = """# ours
version: 2
models:
  - name: orders_merge   # the big one
    columns:
      - name: order_ref
        tests: [unique, not_null]

  - name: other
"""
FILES = {
    "dbt_project.yml": b"name: shop\nmodel-paths: [models]\nmacro-paths: [own]\n# end",
    "models/marts/schema.yml": SCHEMA.replace("\n", "\r\n").encode(),
    "models/marts/other.sql": b"select 1 as a\r\n",
    "models/staging/stg.sql": b"\xef\xbb\xbfselect 2 as b",
    "own/helper.sql": b"{% macro helper() %}{% endmacro %}",
    "seeds/a.csv": b"a,b\n1,2",
    "target/manifest.json": b"{}",
    ".git/HEAD": b"ref: refs/heads/main\n",
    "profiles.yml": b"shop: {}\n",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("made") / "p.signoff"
    with make(path, ["orders_merge"]):
        pass
    return path.read_bytes()


@pytest.fixture
def project(made: bytes, tmp_path: Path) -> Iterator[Project]:
    (tmp_path / "p.signoff").write_bytes(made)
    with Project.open(tmp_path / "p.signoff", by=BY) as opened:
        yield opened


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "dbt"
    for name, data in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    model = folder / "models" / "marts" / "orders_merge.sql"
    model.write_bytes(existing("orders_merge").encode())
    model.chmod(0o640)
    return folder


def state(folder: Path) -> dict[str, tuple[str, int]]:
    """Digest and mode of every file, and which folders there are."""
    return {
        p.relative_to(folder).as_posix(): (
            hashlib.sha256(p.read_bytes()).hexdigest() if p.is_file() else "folder",
            p.stat().st_mode,
        )
        for p in folder.rglob("*")
    }


def test_the_model_goes_to_its_place_and_nothing_else_is_touched(project: Project, root: Path) -> None:
    before = state(root)
    plan = place_back(project, root, by=BY)
    after = state(root)

    draft = project.draft("orders_merge")
    assert draft is not None
    assert (root / "models/marts/orders_merge.sql").read_bytes() == draft.text.encode()
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {
        "models/marts/orders_merge.sql",
        "models/marts/schema.yml",
        "own/signoff_backfill_orders_merge.sql",
    }
    assert before.keys() <= after.keys() and {f.path for f in plan.files} == changed
    assert after["models/marts/orders_merge.sql"][1] == before["models/marts/orders_merge.sql"][1]
    schema = (root / "models/marts/schema.yml").read_bytes().decode()
    added = [line for line in schema.split("\r\n") if line not in SCHEMA.split("\n")]
    assert schema.replace("\r\n".join(["", *added]), "") == SCHEMA.replace("\n", "\r\n")
    (model, _other) = yaml.safe_load(schema)["models"]
    assert [c["name"] for c in model["columns"]] == ["order_ref", "region"] and not plan.remarks


def test_a_second_time_nothing_is_left_to_write(project: Project, root: Path) -> None:
    place_back(project, root, by=BY)
    before = state(root)

    assert place_back(project, root, by=BY).files == () and state(root) == before


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("models/marts/orders_merge.sql", b"select 1 as somebody_else", "no longer the text"),
        ("models/marts/orders_merge.sql", None, "no model file"),
        ("models/again/Orders_Merge.sql", b"select 1 as a", "Several files"),
        ("dbt_project.yml", None, "no dbt project"),
    ],
)
def test_what_is_not_as_it_was_read_is_left(
    project: Project, root: Path, name: str, data: bytes | None, word: str
) -> None:
    if data is None:
        (root / name).unlink()
    else:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(data)
    before = state(root)

    with pytest.raises(SignoffError, match=word):
        place_back(project, root, by=BY)
    assert state(root) == before


def test_without_a_schema_entry_the_columns_are_left_to_a_person(project: Project, root: Path) -> None:
    (root / "models/marts/schema.yml").write_text("models:\n  - name: other\n")
    before = (root / "models/marts/schema.yml").read_bytes()
    plan = place_back(project, root, by=BY)

    assert "No schema file has an entry for orders_merge" in plan.remarks[0]
    assert (root / "models/marts/schema.yml").read_bytes() == before


def test_a_link_that_leads_out_of_the_project_is_not_followed(
    project: Project, root: Path, tmp_path: Path
) -> None:
    model = root / "models" / "marts" / "orders_merge.sql"
    outside = tmp_path / "outside.sql"
    outside.write_bytes(model.read_bytes())
    model.unlink()
    model.symlink_to(outside)

    with pytest.raises(SignoffError):
        place_back(project, root, by=BY)
    assert outside.read_bytes() == existing("orders_merge").encode()


@pytest.mark.skipif(os.name == "nt", reason="folders that can't be written are made otherwise there")
def test_what_the_disk_refuses_leaves_all_as_it_was(
    project: Project, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real = state(root), Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name.startswith("signoff_backfill"):
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    entries = len(project.entries())
    with pytest.raises(SignoffError, match="No space left"):
        place_back(project, root, by=BY)
    assert state(root) == before and len(project.entries()) == entries


def test_nothing_unsigned_goes_back(project: Project, root: Path) -> None:
    session.withdraw(project, "orders_merge", "Wrong.", by=BY)

    with pytest.raises(SignoffError, match="No update of existing SQL is signed"):
        plan_placing(view_of(project, by=BY), root)


def test_the_command_line_writes_both(
    project: Project, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project.path
    project.close()
    out = ["--out", str(tmp_path / "out"), "--into", str(root), "--by", BY]

    assert main(["export", str(path), *out]) == ExitCode.DONE
    said = capsys.readouterr().err
    assert "changed: " in said and "new: " in said and "signoff_backfill_orders_merge.sql" in said
    assert (tmp_path / "out" / "evidence" / "orders_merge.md").is_file()
    with Project.open(path, by=BY) as opened:
        assert [entry.act for entry in opened.entries()][-1] == "write into dbt project"
