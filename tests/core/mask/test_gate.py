"""The gate finds terms in every spelling, lets shipped text through by its digest, and nothing passes without it."""

from __future__ import annotations

import ast
import dataclasses
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from signoff.core.domain.masking import MaskingLevel, MaskReceipt, Term, TermKind
from signoff.core.domain.prompts import ClearedPrompt, NotCleared, Prompt
from signoff.core.domain.sealing import Seal
from signoff.core.generate.generator import Generator
from signoff.core.mask.folding import fold, folded
from signoff.core.mask.leaks import Gate, LeakFound
from signoff.core.mask.matching import Matcher
from signoff.core.prompt.fixed_text import file_digests, pinned_digests, shipped_text_of_prompts

ROOT = Path(__file__).parents[3]
SPELLINGS = yaml.safe_load((ROOT / "tests" / "cases" / "mask" / "spellings.yml").read_text(encoding="utf-8"))
KINDS = {kind.value: kind for kind in TermKind}


def terms_of(listed: dict[str, str]) -> tuple[Term, ...]:
    return tuple(Term(text, KINDS[kind]) for text, kind in listed.items())


TERMS = terms_of(SPELLINGS["terms"])
PROMPT = Prompt("", "<|im_start|>user\ntext_01 -> DATE\ntake it<|im_end|>\n", "t/1", "h", ("text_01",))


@pytest.mark.parametrize("text", SPELLINGS["found"], ids=lambda text: text[0])
def test_a_spelling_is_found_at_its_place(text: list[str]) -> None:
    whole, written = text
    (found,) = Matcher(TERMS).found(whole)
    assert whole[found.start : found.end] == written


@pytest.mark.parametrize("text", SPELLINGS["let_through"])
def test_what_is_no_term_is_let_through(text: str) -> None:
    assert Matcher(TERMS).found(text) == []


def test_the_longest_of_nested_and_overlapping_terms_is_found_whole() -> None:
    terms = terms_of({"harbour": "word", "harbour master": "word", "master_of_keys": "column"})
    text = "the Harbour Master of keys and the harbour-master"
    found = [(each.term.text, text[each.start : each.end]) for each in Matcher(terms).found(text)]
    assert found == [("harbour master", "Harbour Master"), ("harbour master", "harbour-master")]


@given(st.text(max_size=80))
def test_folding_keeps_the_place_of_every_letter(text: str) -> None:
    shape = folded(text)
    assert shape.tight == fold(text) == "".join(fold(each) for each in text)
    assert len(shape.places) == len(shape.tight) and len(shape.kinds) == len(text)
    for letter, place in zip(shape.tight, shape.places.tolist(), strict=True):
        assert letter in fold(text[place])


@given(
    st.text(max_size=30),
    st.sampled_from(["Kestrelia", "KESTRELIA", "k\u00e9strelia", "k estrelia"]),
    st.text(max_size=30),
)
def test_a_term_is_found_whatever_stands_around_it(before: str, term: str, after: str) -> None:
    found = Matcher(terms_of({"kestrelia": "word"})).found(f"{before} {term} {after}")
    assert any(each.start <= len(before) + 1 and each.end >= len(before) + 1 + len(term) for each in found)


def test_what_was_let_through_stands_on_the_receipt() -> None:
    receipt = Gate(terms_of({"status": "column", "AMT": "column"})).scan(
        "the status and the Amt, amt or x.status"
    )
    assert [leak.term.text for leak in receipt.leaks] == ["AMT", "status"]
    assert [(e.term.text, e.reason, e.count) for e in receipt.exemptions] == [
        ("status", "identifier", 2),
        ("AMT", "written", 1),
    ]


def test_at_the_full_level_every_word_that_is_not_common_is_found() -> None:
    text = "if the bathymetry is missing take VARCHAR of text_01"
    assert [text[f.start : f.end] for f in Matcher((), MaskingLevel.FULL).found(text)] == ["bathymetry"]
    assert Matcher(()).found(text) == []


def test_the_shipped_text_is_as_it_was_when_its_digests_were_written() -> None:
    wanted = "".join(f"{digest}  {name}\n" for name, digest in file_digests().items())
    assert pinned_digests() == file_digests(), f"resources/masking/fixed_texts.sha256 should hold:\n{wanted}"


def test_shipped_lines_are_not_searched_and_project_lines_are() -> None:
    term = terms_of({"comparison": "word"})
    system = (ROOT / "resources" / "prompts" / "system.1.txt").read_text(encoding="utf-8")
    assert "comparison" in system
    body = "<|im_start|>user\nall rows of a group: text_01 -> DATE\ntext_01 before the comparison<|im_end|>\n"
    gate = Gate(term, shipped_text_of_prompts())
    receipt = gate.scan(system + "\n" + body)
    assert [leak.position for leak in receipt.leaks] == [len(system) + 1 + body.index("comparison")]
    assert receipt.fixed_lines > 5
    assert not gate.scan(system).leaks
    assert gate.scan(system.replace("comparison", "comparisons")).leaks


def test_a_term_among_the_values_of_an_answer_stops_it() -> None:
    gate = Gate(terms_of({"Nordhafen": "word"}))
    with pytest.raises(LeakFound, match="word of the glossary"):
        gate.clear(dataclasses.replace(PROMPT, literals=("nordhafen",)), "plot.label")


def test_a_leak_is_told_by_kind_and_place_and_not_by_name() -> None:
    gate = Gate(terms_of({"Nordhafen": "word"}))
    body = PROMPT.body.replace("take it", "take the Nord hafens")
    with pytest.raises(LeakFound) as caught:
        gate.clear(dataclasses.replace(PROMPT, body=body), "plot.label")
    told = str(caught.value)
    assert f"character {body.index('Nord') + 1}" in told and "plot.label" in told
    assert "nord" not in told.lower()


def test_the_generator_refuses_a_prompt_that_no_gate_saw(tmp_path: Path) -> None:
    file = tmp_path / "any.gguf"
    file.write_bytes(b"")
    with Generator(file, sha256="") as generator, pytest.raises(NotCleared):
        generator.generate(PROMPT)  # type: ignore[arg-type]


def test_a_cleared_prompt_is_made_by_the_gate_alone() -> None:
    cleared = Gate(()).clear(PROMPT, "")
    with pytest.raises(NotCleared):
        dataclasses.replace(cleared, body="something else")
    with pytest.raises(NotCleared):
        ClearedPrompt("", "x", "t/1", "h", receipt=MaskReceipt("h", 0), seal=Seal(b"made up"))
    with pytest.raises(NotCleared):
        ClearedPrompt("", "x", "t/1", "h", receipt=cleared.receipt, seal=cleared.seal)


def test_only_the_gate_makes_cleared_prompts_and_few_ask_the_generator() -> None:
    makers, askers = set(), set()
    for path in (ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                makers |= {path.name} if name in ("ClearedPrompt", "sealed") else set()
                askers |= {path.name} if name == "generate" and "cli" not in path.parts else set()
    assert makers == {"leaks.py"}
    assert askers == {"asking.py", "worker.py", "self_testing.py"}
