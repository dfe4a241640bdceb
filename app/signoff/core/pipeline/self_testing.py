"""Whether what is installed here works: each part is made to do a small piece of its real work."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.prompts import Prompt
from signoff.core.domain.resources import checkout_folder
from signoff.core.domain.sentences import say
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.generate.generator import Generator
from signoff.core.generate.store import digest_anew, locate
from signoff.core.mask.leaks import Gate
from signoff.core.parse import parse_document
from signoff.core.pipeline import installation
from signoff.core.pipeline.sample import DOCUMENT, sample_folder
from signoff.core.project.project import Project
from signoff.core.prompt.markup import markup_of

_RULE = "text_01 in capitals"


@dataclass(frozen=True)
class Probe:
    """What came of one part's piece of work."""

    part: str
    """``files``, ``document``, ``sql``, ``project``, ``window`` or ``generator``."""
    ok: bool
    sentence: str
    """What it did, or what is wrong and the next step."""
    seconds: float


def self_test(
    window: Callable[[], str], version: str, libraries: Mapping[str, str], generator: str | None = None
) -> Iterator[Probe]:
    """Run every part once; a part that fails stops no other.

    Args:
        window: opens and draws a window, and says what with; raises `SignoffError` where it can't.
        version: of this program.
        libraries: version of each library that is here.
        generator: id of the language model; None is the default one.
    """
    parts: tuple[tuple[str, Callable[[], str]], ...] = (
        ("files", lambda: _files(version, libraries)),
        ("document", _document),
        ("sql", _sql),
        ("project", _project),
        ("window", window),
        ("generator", lambda: _generator(generator)),
    )
    for part, work in parts:
        yield _probe(part, work)


def _probe(part: str, work: Callable[[], str]) -> Probe:
    started = time.monotonic()
    try:
        sentence, ok = work(), True
    except SignoffError as error:
        sentence, ok = str(error), False
    return Probe(part, ok, sentence, round(time.monotonic() - started, 2))


def _files(version: str, libraries: Mapping[str, str]) -> str:
    """Every file and version is the one that was packed."""
    made = installation.expected()
    if made is None:
        return say("self_test.from_source")
    return installation.examine(made, checkout_folder(), version, libraries)


def _document() -> str:
    """The sample's workbook read in the child that reads documents."""
    spec = parse_document(sample_folder() / DOCUMENT)
    return say("self_test.document", count=len(spec.targets))


def _sql() -> str:
    """One query through both gates, in the child that runs all SQL."""
    with Sandbox() as sandbox:
        rows = sandbox.run("SELECT upper('ok') AS answer, 6 * 7 AS number").rows
    if rows != (("OK", 42),):
        raise SignoffError(say("self_test.wrong_rows"))
    return say("self_test.sql")


def _project() -> str:
    """A project made, closed, opened again, its audit chain verified."""
    with tempfile.TemporaryDirectory(prefix="signoff-self-test-") as folder:
        path = Path(folder) / "self-test.signoff"
        Project.create(path, name="Self-test", dialect="duckdb", by="self-test").close()
        with Project.open(path, by="self-test") as project:
            broken = project.verify_chain()
        if broken is not None:
            raise SignoffError(say("self_test.chain_broken"))
    return say("self_test.project")


def _generator(wanted: str | None) -> str:
    """One expression of a few tokens under the grammar, by the file whose digest was checked."""
    file = locate(wanted)
    if (found := digest_anew(file.path)) != file.sha256:
        raise SignoffError(say("self_test.other_digest", place=file.path, found=found, expected=file.sha256))
    markup = markup_of(file.family)
    body = (
        markup.turn("system", "Answer with one SQL expression.")
        + markup.turn("user", _RULE)
        + markup.open_turn("assistant")
    )
    prompt = Prompt(
        "",
        body,
        "self-test/1",
        hashlib.sha256(body.encode()).hexdigest(),
        columns=("text_01",),
        column_types=("VARCHAR",),
        target_type="VARCHAR",
        rule=_RULE,
    )
    with Generator(file.path, sha256=file.sha256, family=file.family) as generator:
        answer = generator.generate(Gate(()).clear(prompt, "self-test"))[0]
    if not answer.finished or answer.tokens < 2:
        raise SignoffError(say("self_test.no_answer", name=file.name))
    return say(
        "self_test.generator" if file.known else "self_test.generator_by_hand",
        name=file.name,
        count=answer.tokens,
        sha256=found,
    )
