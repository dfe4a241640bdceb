"""*Prove it* looks at everything a name could lie in, tells each find with its place, and says what it left out."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from signoff.core.domain.codec import from_json, to_json
from signoff.core.domain.mask_proof_words import receipt_text
from signoff.core.domain.mask_proofs import KeptState, MaskProof, Searched, Where
from signoff.core.domain.masking import MaskReceipt, Term, TermKind
from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.parse import parse_document
from signoff.core.pipeline.desk import PromptRecord
from signoff.core.pipeline.handing_over import hand_over
from signoff.core.pipeline.mask_proving import ProofInputs, gather_proof, prove_masking, write_receipt
from signoff.core.progress import CancelToken
from signoff.core.project.glossary import accept_terms
from signoff.core.project.making import Material, make_project
from signoff.core.project.mask_proofs import keep_mask_proof, last_mask_proof, prompts_since_proof
from signoff.core.project.project import Project
from signoff.core.project.undo import Act, revert
from tests.e2e.small_project import write_small_project

BY = "Ada Brandt"
NORDHAFEN = Term("Nordhafen", TermKind.WORD)
PROMPT = Prompt("", "<|im_start|>user\ntext_01 -> DATE\ntake it<|im_end|>\n", "t/1", "h1", ("text_01",))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    folder = write_small_project(tmp_path / "garden")
    for name in ("cache", "tmp"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("SIGNOFF_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    material = Material(folder / "garden.csv", parse_document(folder / "garden.csv"), folder / "sources")
    with make_project(folder / "garden.signoff", material, name="Garden", dialect="duckdb", by=BY) as made:
        accept_terms(made, [NORDHAFEN], by=BY)
        yield made


def proof_of(project: Project, *handed: Path, states: tuple[KeptState, ...] = ()) -> MaskProof:
    with tempfile.TemporaryDirectory(prefix="signoff-") as private:
        return prove_masking(inputs_of(project, Path(private), *handed), lambda: states)


def inputs_of(project: Project, private: Path, *handed: Path) -> ProofInputs:
    return gather_proof(project, private, by=BY, handed=handed)


def searched(proof: MaskProof, where: Where) -> Searched:
    return next(each for each in proof.searched if each.where is where)


def send(project: Project, prompt: Prompt, answer: str = "text_01") -> None:
    came_back = (Generation(answer, 1, 0.1, True),)
    receipt = MaskReceipt(prompt.hash, 0)
    project.put_prompts(
        [PromptRecord("garden_plot", "tenant", "rule", "rule", prompt, receipt, (), came_back)], by=BY
    )


def test_a_project_with_nothing_to_hide_from_is_clean_and_says_what_was_looked_at(project: Project) -> None:
    send(project, PROMPT)
    proof = proof_of(project)
    assert proof.is_clean and proof.terms > 5 and sum(count for _way, count in proof.ways) == proof.terms
    assert searched(proof, Where.SENT).count == 1 and searched(proof, Where.NEXT).count >= 1
    assert all(each.size and len(each.digest) == 64 for each in proof.searched if each.count)
    assert [each.where for each in proof.searched] == list(Where)
    (left_out,) = searched(proof, Where.HANDED).not_searched
    assert left_out.endswith("nothing was handed over yet, and no file or folder was named.")


def test_a_name_in_a_prompt_or_an_answer_that_was_sent_is_told_with_place_and_time(project: Project) -> None:
    send(project, replace(PROMPT, body=PROMPT.body.replace("take it", "take NORD-HAFEN")))
    send(project, replace(PROMPT, hash="h2"), answer="'nordhafen'")
    hits = proof_of(project).hits
    assert [(hit.where, hit.place, hit.term) for hit in hits] == [
        (Where.SENT, "garden_plot.tenant", NORDHAFEN)
    ] * 2
    assert hits[0].position == PROMPT.body.index("take it") + 5 and all(hit.sent for hit in hits)


def test_names_in_logs_crash_reports_and_temporary_files_are_told_with_the_file(
    project: Project, tmp_path: Path
) -> None:
    places = [
        tmp_path / "cache" / "deep" / "run.log",
        tmp_path / "garden" / "crash-1.txt",
        tmp_path / "tmp" / "signoff-left" / "sample.csv",
        tmp_path / "tmp" / "signoff-two" / "nordhafen.bin",
    ]
    for place in places:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(
            b"\0\xff" if place.suffix == ".bin" else b"id\nN\xc3\xb6rdhafen".replace(b"\xc3\xb6", b"o")
        )
    (tmp_path / "tmp" / "of_another_program").write_text("Nordhafen")
    proof = proof_of(project)
    assert {hit.place for hit in proof.hits} == {*map(str, places[:3]), f"name of {places[3]}"}
    assert [searched(proof, w).count for w in (Where.REPORTS, Where.TEMPORARY)] == [2, 2]


def test_what_was_handed_over_masked_is_looked_through_without_being_named(
    project: Project, tmp_path: Path
) -> None:
    folder = tmp_path / "for help"
    hand_over(project, folder, by=BY)
    proof = proof_of(project)
    written = [each for each in folder.rglob("*") if each.is_file()]
    assert proof.is_clean and searched(proof, Where.HANDED).count == len(written) > 3
    (folder / "answer.txt").write_text("ask Nordhafen")
    assert [Path(hit.place).name for hit in proof_of(project, folder).hits] == ["answer.txt"]
    shutil.rmtree(folder)
    (gone,) = searched(proof_of(project), Where.HANDED).not_searched
    assert gone.startswith(str(folder)) and "no longer there" in gone


def test_a_workbook_that_was_exported_as_masked_is_looked_into(project: Project, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["name_ab2", "delivery to Nord_Hafen"])  # type: ignore[union-attr]
    (tmp_path / "out").mkdir()
    book.save(tmp_path / "out" / "masked.xlsx")
    proof = proof_of(project, tmp_path / "out")
    assert [(hit.where, Path(hit.place).name) for hit in proof.hits] == [(Where.HANDED, "masked.xlsx")]
    with pytest.raises(SignoffError, match="is not there"):
        proof_of(project, tmp_path / "nowhere")


def test_kept_evaluations_are_searched_as_text_or_said_to_be_left_out(project: Project) -> None:
    kept = (KeptState("a.kv", 9, "<|im_start|>user\nNordhafen"), KeptState("b.kv", 9, None))
    proof = proof_of(project, states=kept)
    assert [(hit.where, hit.place) for hit in proof.hits] == [(Where.STATES, "a.kv")]
    assert searched(proof, Where.STATES).not_searched[0].startswith("b.kv was not looked at")

    def nobody() -> tuple[KeptState, ...]:
        raise SignoffError("no language model is installed.")

    with tempfile.TemporaryDirectory(prefix="signoff-") as private:
        told = searched(prove_masking(inputs_of(project, Path(private)), nobody), Where.STATES)
    assert told.count == 0 and "no language model" in told.not_searched[0]


def test_the_receipt_is_kept_recorded_and_never_undone(project: Project, tmp_path: Path) -> None:
    send(project, PROMPT)
    proof = keep_mask_proof(project, proof_of(project))
    last = project.entries()[-1]
    assert (last.act, last.subject, last.by) == ("prove masking", proof.digest[:16], BY)
    assert last_mask_proof(project) == proof == from_json(to_json(proof), MaskProof) == proof.digested()
    assert replace(proof, terms=1).digested().digest != proof.digest
    assert project.verify_chain() is None and not prompts_since_proof(project)
    revert(project, Act("prove it", last.seq, last.seq), by=BY)
    assert last_mask_proof(project) == proof
    send(project, replace(PROMPT, hash="h3"))
    assert prompts_since_proof(project)
    data, page = write_receipt(proof, tmp_path / "receipt.json")
    assert from_json(data.read_text(), MaskProof) == proof and proof.digest in page.read_text()


def test_the_receipt_that_leaves_the_house_tells_places_and_kinds_but_no_term(project: Project) -> None:
    send(project, replace(PROMPT, body=PROMPT.body.replace("take it", "take Nordhafen")))
    proof = proof_of(project)
    assert "Nordhafen" in receipt_text(proof, with_terms=True)
    assert "Nordhafen" not in (told := receipt_text(proof, with_terms=False))
    assert "garden_plot.tenant, character" in told and "word of the glossary" in told


def test_it_stops_when_asked_to(project: Project) -> None:
    token = CancelToken()
    token.cancel()
    with tempfile.TemporaryDirectory(prefix="signoff-") as private, pytest.raises(Cancelled):
        prove_masking(inputs_of(project, Path(private)), tuple, cancel=token)
