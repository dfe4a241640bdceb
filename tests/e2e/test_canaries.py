"""Goal T12: two hundred canary values, a full run and an export; none lies anywhere but where it belongs."""

from __future__ import annotations

import contextlib
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.cli.exit_codes import ExitCode
from signoff.cli.main import main
from signoff.cli.verbs import generate as generate_verb
from signoff.core.domain.prompts import ClearedPrompt, Generation
from signoff.core.generate.store import GeneratorFile
from signoff.core.project.project import Project
from signoff.core.prompt.fixed_text import shipped_text_of_prompts
from tests.helpers.aliases import pseudonyms_of
from tests.helpers.kept_text import text_in

BY = ["--by", "Test Person"]
_SAMPLES, _WORDS, _LITERALS = 120, 40, 40
_ROWS = 20
_ASKED = 1
"""Rules that the real language model is asked: one takes it a minute, as it makes nothing of it."""


class Listener:
    """Answers every prompt with its first column, and remembers every byte of it."""

    identity = "a fake that listens"

    def __init__(self) -> None:
        self.heard: list[str] = []

    def load(self) -> None:
        """Nothing is needed."""

    def generate(self, prompt: ClearedPrompt, **_how: object) -> tuple[Generation, ...]:
        """The first column."""
        own, _fixed = shipped_text_of_prompts().own_parts(prompt.prefix + prompt.body)
        self.heard += [(prompt.prefix + prompt.body)[start:end] for start, end in own]
        self.heard += [prompt.rule, *prompt.literals, *prompt.columns]
        return (Generation(prompt.columns[0], 3, 0.1, True, -0.1, 0.95),)


def canaries(seed: int, count: int) -> list[str]:
    """Words that stand nowhere else."""
    luck = random.Random(seed)
    syllables = ("zwor", "kib", "frel", "muq", "dax", "vony", "tresh", "pluk", "gyr", "oblo")
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(luck.choices(syllables, k=3))] = None
    return list(found)


SECRET = canaries(12, _SAMPLES + _WORDS + _LITERALS)
SAMPLES, WORDS = SECRET[:_SAMPLES], SECRET[_SAMPLES : _SAMPLES + _WORDS]
LITERALS = [each.upper() for each in SECRET[_SAMPLES + _WORDS :]]


def write_project(folder: Path, rules: int = _WORDS) -> None:
    """A document whose rules hold the canaries of words and literals, one each, and sources with the others."""
    rows = ["Target Table,Target Column,Target Type,Key,Source Table,Source Column,Transformation Rule"]
    rows.append("plot,plot_id,integer,PK,PLT,PLT_NO,Direct move")
    for number, (word, literal) in enumerate(zip(WORDS[:rules], LITERALS[:rules], strict=True)):
        rule = f"of the {word} take what the two of them would make, or '{literal}' {number + 2} times over"
        rows.append(f'plot,c_{number},varchar(40),,PLT,V{number % 6},"{rule}"')
    (folder / "map.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    lines = ["PLT_NO,V0,V1,V2,V3,V4,V5"]
    lines += [",".join((str(row), *SAMPLES[row * 6 : row * 6 + 6])) for row in range(_ROWS)]
    (folder / "sources").mkdir()
    (folder / "sources" / "PLT.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    listed = "".join(f"- term: {word}\n" for word in WORDS)
    (folder / "glossary.yml").write_text(listed, encoding="utf-8")
    reviewer = "reviewer: scripted test reviewer\nkeep_drafts: The test is about the flow.\nsign: [all]\n"
    (folder / "reviewer.yml").write_text(reviewer, encoding="utf-8")


def found_in(folder: Path, words: list[str], *, beside: tuple[Path, ...] = ()) -> list[str]:
    """Canaries in the bytes of any file of a folder, in UTF-8 and UTF-16, the given files left out."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and path not in beside:
            data = path.read_bytes().lower()
            hit = [w for w in words if w.lower().encode() in data or w.lower().encode("utf-16-le") in data]
            found += [f"{path.name}: {word}" for word in hit]
    return found


@pytest.fixture
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that holds everything the program writes beside the project."""
    folder = tmp_path / "private"
    for name in ("TMPDIR", "SIGNOFF_CACHE", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        place = folder / name.lower()
        place.mkdir(parents=True)
        monkeypatch.setenv(name, str(place))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield folder
    monkeypatch.setattr(tempfile, "tempdir", None)


def run_all(folder: Path) -> Path:
    """The whole flow on the command line; gives the project."""
    project = folder / "plot.signoff"
    given = ["--document", str(folder / "map.csv"), "--sources", str(folder / "sources")]
    assert (
        main(["new", str(project), *given, "--glossary", str(folder / "glossary.yml"), *BY]) == ExitCode.DONE
    )
    assert main(["generate", str(project), *BY]) == ExitCode.DONE
    main(["verify", str(project), *BY])
    main(["review", str(project), "--script", str(folder / "reviewer.yml")])
    main(["export", str(project), "--out", str(folder / "out"), *BY])
    assert main(["audit", str(project)]) == ExitCode.DONE
    return project


def test_two_hundred_canaries_stay_in_the_project(
    tmp_path: Path, private: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    listener = Listener()
    monkeypatch.setattr(
        generate_verb, "opened_generator", lambda _wanted: contextlib.nullcontext((listener, None))
    )
    folder = tmp_path / "given"
    folder.mkdir()
    write_project(folder)
    project = run_all(folder)
    heard = "\n".join(listener.heard).lower()
    assert len(listener.heard) > 50
    assert [word for word in SECRET if word.lower() in heard] == []
    assert found_in(private, SECRET) == []
    said = capsys.readouterr().err.lower()
    assert [word for word in SAMPLES if word in said] == []
    own = (*filter(Path.is_file, folder.iterdir()), folder / "sources" / "PLT.csv")
    assert found_in(folder, SAMPLES, beside=own) == []
    assert any(word.encode() in project.read_bytes() for word in WORDS), "the project itself holds them"


def test_what_leaves_masked_holds_no_canary_and_comes_back(tmp_path: Path, private: Path) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    write_project(folder)
    path = folder / "plot.signoff"
    given = ["--document", str(folder / "map.csv"), "--sources", str(folder / "sources")]
    assert main(["new", str(path), *given, "--glossary", str(folder / "glossary.yml"), *BY]) == ExitCode.DONE
    text = (folder / "map.csv").read_text(encoding="utf-8")
    with Project.open(path, by="Test Person") as project:
        names = pseudonyms_of(project)
        masked = names.mask(text).text
        assert [word for word in (*WORDS, *LITERALS) if word.lower() in masked.lower()] == []
        assert names.scan(masked).leaks == () and names.unmask(masked) == text
    with Project.open(path, by="Test Person") as again:
        assert pseudonyms_of(again).mask(text).text == masked
    assert found_in(private, SECRET) == []


@pytest.mark.generator
def test_what_the_language_model_keeps_on_disk_holds_no_canary(
    tmp_path: Path, private: Path, generator_file: GeneratorFile
) -> None:
    folder = tmp_path / "given"
    folder.mkdir()
    write_project(folder, _ASKED)
    run_all(folder)
    states = list(private.rglob("*.kv"))
    assert states, "the shipped prefix is kept"
    for state in states:
        text = text_in(state, generator_file.path).lower()
        assert "duckdb" in text, "the text came back"
        assert [word for word in SECRET if word.lower() in text] == []
    assert found_in(private, SECRET) == []
