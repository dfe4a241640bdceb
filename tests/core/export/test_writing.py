"""An export on disk is the old one or the new one, and nobody's edits are lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from signoff.core.errors import SignoffError
from signoff.core.export import writing
from signoff.core.export.writing import MANIFEST, Edited, digest, known_files, write_folder


def files(**content: str) -> dict[str, bytes]:
    """Files by path (`__` for `/`), with their manifest."""
    data = {name.replace("__", "/"): text.encode() for name, text in content.items()}
    listed = json.dumps({"files": {path: digest(each) for path, each in data.items()}})
    return {**data, MANIFEST: listed.encode()}


def tree(folder: Path) -> dict[str, str]:
    return {
        p.relative_to(folder).as_posix(): p.read_text()
        for p in folder.rglob("*")
        if p.is_file() and p.name != "manifest.json"
    }


def test_a_new_export_replaces_the_last_and_keeps_what_others_added(tmp_path: Path) -> None:
    out = tmp_path / "a" / "out"
    write_folder(out, files(models__x="1", models__y="2"))
    (out / "macros").mkdir()
    (out / "macros" / "own.sql").write_text("mine")
    assert write_folder(out, files(models__x="3")).edited == ()
    assert tree(out) == {"models/x": "3", "macros/own.sql": "mine"}
    assert [p.name for p in out.parent.iterdir()] == ["out"]


def test_an_edited_file_stops_the_export_and_is_named(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(out, files(models__x="1"))
    (out / "models" / "x").write_text("edited")
    with pytest.raises(SignoffError, match="models/x"):
        write_folder(out, files(models__x="2"))
    assert tree(out) == {"models/x": "edited"}
    assert write_folder(out, files(models__x="2"), edited=Edited.REPLACE).edited == ("models/x",)
    assert tree(out) == {"models/x": "2", "replaced/models/x": "edited"}


def test_a_named_edited_file_is_replaced_beside_others_that_are_kept_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    out = tmp_path / "out"
    write_folder(out, {**files(models__x="1"), "models/y.sql": b"1", MANIFEST: b'{"files": {}}'})
    for text in "23":
        new = {**files(models__x=text), "models/y.sql": text.encode()}
        (out / "models" / "x").write_text("by Bo")
        (out / "models" / "y.sql").write_text(f"by Ann {text}")
        done = write_folder(out, new, edited=Edited.KEEP, replace=["models/y.sql"])
        assert done.kept == ("models/x",) and (out / "models" / "x").read_text() == "by Bo"
        assert (out / "models" / "y.sql").read_text() == text
        assert [(out / path).read_text() for path in done.set_aside] == [f"by Ann {text}"]
    assert (out / "replaced" / "models" / "y.sql").read_text() == "by Ann 2"
    with pytest.raises(SignoffError, match="models/x"):
        write_folder(out, new, replace=["models/y.sql"])


def test_an_edited_file_is_kept_and_stays_known_as_edited(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(out, files(models__x="1", models__y="1", gone="1"))
    (out / "models" / "x").write_text("edited")
    (out / "gone").write_text("edited too")
    (out / "models" / "new").write_text("mine")
    for text in "23":
        new = files(models__x=text, models__y=text, models__new=text)
        done = write_folder(out, new, edited=Edited.KEEP)
        assert done.edited == ("gone", "models/new", "models/x")
        assert tree(out) == {
            "models/x": "edited",
            "models/y": text,
            "models/new": "mine",
            "gone": "edited too",
        }
        manifest = (out / MANIFEST).read_bytes()
        assert digest(manifest) == done.manifest and "models/x" not in json.loads(manifest)["files"]
        ours = {"models/x": digest(text.encode()), "models/new": digest(text.encode()), "gone": digest(b"1")}
        assert json.loads(manifest)["kept_edited"] == ours and ours.items() <= known_files(out).items()
    with pytest.raises(SignoffError, match="models/x"):
        write_folder(out, new)
    (out / "models" / "x").write_text("3")
    assert write_folder(out, new, edited=Edited.KEEP).edited == ("gone", "models/new")


def test_an_edit_that_comes_to_what_would_be_written_is_no_edit(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(out, files(models__x="1"))
    (out / "models" / "x").write_text("2")
    assert write_folder(out, files(models__x="2")).edited == ()


def test_links_that_somebody_added_stay_links(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(out, files(models__x="1"))
    (out / "packages").symlink_to(tmp_path, target_is_directory=True)
    (out / "models" / "x").unlink()
    (out / "models" / "x").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").write_text("mine")
    write_folder(out, files(models__x="2"), edited=Edited.KEEP)
    assert (out / "packages").readlink() == tmp_path
    assert (out / "models" / "x").readlink() == tmp_path / "elsewhere"


def test_a_file_somebody_put_where_ours_goes_stops_the_export(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_folder(out, files(models__x="1"))
    (out / "models" / "new").write_text("mine")
    with pytest.raises(SignoffError, match="models/new"):
        write_folder(out, files(models__x="1", models__new="2"))


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(SignoffError, match="not an export"):
        write_folder(tmp_path, files(models__x="1"), edited=Edited.REPLACE)
    assert tree(tmp_path) == {"letter.txt": "dear"}


@pytest.mark.parametrize("failing", range(1, 8))
@pytest.mark.parametrize("policy", [Edited.REPLACE, Edited.KEEP])
def test_a_full_disk_leaves_the_old_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int, policy: Edited
) -> None:
    out = tmp_path / "out"
    old = {"models/x": "edited", "models/y": "1", "own": "mine"}
    write_folder(out, files(models__x="1", models__y="1"))
    (out / "own").write_text("mine")
    (out / "models" / "x").write_text("edited")
    calls = iter(range(1, 100))

    def full_disk(_descriptor: int) -> None:
        if next(calls) == failing:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full_disk)
    if failing > 2:
        real = Path.rename

        def refused(path: Path, new: Path) -> Path:
            if path.name.startswith(".out.new-"):
                raise OSError(28, "No space left on device")
            return real(path, new)

        monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(SignoffError, match="kept"):
        write_folder(out, files(models__x="2", models__y="2"), edited=policy)
    assert tree(out) == old
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
