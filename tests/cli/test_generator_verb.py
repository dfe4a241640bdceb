"""`signoff generator`: what it prints and how it answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.core.generate import store


@pytest.fixture(autouse=True)
def empty_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("SIGNOFF_GENERATORS", str(tmp_path / "generators"))
    return tmp_path / "generators"


def test_show_names_maker_licence_digest_page_and_the_way_to_get_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["generator", "show"]) == ExitCode.DONE
    shown = capsys.readouterr().out
    for entry in store.known():
        assert all(
            text in shown for text in (entry.maker, entry.licence, entry.sha256, entry.published, entry.file)
        )
    assert "missing" in shown and "make generator" in shown


def test_path_of_a_missing_file_is_one_sentence_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generator", "path"]) == ExitCode.BAD_INPUT
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and "signoff generator import FILE" in err


def test_import_of_an_unknown_file_asks_first_then_keeps_its_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, empty_folder: Path
) -> None:
    file = tmp_path / "own.gguf"
    file.write_bytes(b"GGUF\x03\x00\x00\x00own")
    assert main(["generator", "import", str(file)]) == ExitCode.BAD_INPUT
    assert "--accept-unknown" in capsys.readouterr().err
    assert main(["generator", "import", str(file), "--accept-unknown"]) == ExitCode.DONE
    capsys.readouterr()
    assert main(["generator", "path", "own"]) == ExitCode.DONE
    assert capsys.readouterr().out.strip() == str(empty_folder / "own.gguf")
    assert main(["generator", "show"]) == ExitCode.DONE
    assert "own (imported)" in capsys.readouterr().out
