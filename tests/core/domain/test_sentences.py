"""The catalogue and the code say the same: each sentence is used, with exactly its arguments."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import signoff
from signoff.core.domain.codec import from_json, to_json
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import Sentence, catalogue, code_of, say
from signoff.core.errors import SignoffError

CORE = Path(signoff.__file__).parent / "core"


def codes_in(node: ast.expr) -> Iterator[str]:
    """The codes a first argument of `say` may stand for: itself, or either side of a choice."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.IfExp):
        yield from codes_in(node.body)
        yield from codes_in(node.orelse)


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Place, code and argument names of every sentence said with a written code."""
    for path in sorted(CORE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                for code in codes_in(node.args[0]):
                    yield f"{path.name}:{node.lineno}", code, {str(k.arg) for k in node.keywords}


def literals() -> set[str]:
    """Every text constant of the core: a code may also be chosen in a line before."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in CORE.rglob("*.py"))
    return {
        n.value
        for t in trees
        for n in ast.walk(t)
        if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }


def placeholders(entry: str | dict[str, str]) -> set[str]:
    """Names a sentence takes; one that depends on a number takes `count`."""
    texts = list(entry.values()) if isinstance(entry, dict) else [entry]
    names = {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}
    return names | ({"count"} if isinstance(entry, dict) else set())


def test_every_sentence_said_stands_in_the_catalogue_and_gets_its_arguments() -> None:
    said = list(calls())
    assert len(said) > 300
    wrong = [
        (place, code, given, placeholders(catalogue().get(code, "")))
        for place, code, given in said
        if code not in catalogue() or given != placeholders(catalogue()[code])
    ]
    assert wrong == []


def test_every_sentence_of_the_catalogue_is_said() -> None:
    assert set(catalogue()) - literals() == set()


@pytest.mark.parametrize(("code", "entry"), catalogue().items())
def test_a_sentence_that_depends_on_a_number_has_both_texts(code: str, entry: str | dict[str, str]) -> None:
    assert isinstance(entry, str) or set(entry) == {"one", "other"}, code


def test_a_number_chooses_the_text() -> None:
    assert say("readiness.unused", count=1) == "1 cell was not used"
    assert say("readiness.unused", count=1200) == "1,200 cells were not used"


def test_an_error_knows_the_code_of_its_sentence() -> None:
    assert code_of(SignoffError(say("sample.no_folder", folder="in"))) == "sample.no_folder"
    assert code_of(SignoffError("said elsewhere")) == ""


def test_arguments_are_kept_as_plain_texts_and_numbers() -> None:
    said = say("sample.file_unreadable", file=Path("schema.sql"), reason=OSError("gone"))
    assert said.arguments == {"file": "schema.sql", "reason": "gone"}


def test_a_sentence_is_stored_as_its_text() -> None:
    finding = Finding("P01", Severity.ERROR, say("parse.no_mapping"))
    assert isinstance(finding.message, Sentence)
    assert from_json(to_json(finding), Finding) == finding
