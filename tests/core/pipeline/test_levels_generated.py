"""At every masking level the language model drafts without reading a name, and its answers come back with the names.

What it writes is its own; held here is only what must hold whatever it writes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.core.domain.expressions import Origin
from signoff.core.domain.masking import MaskingLevel, Term, TermKind
from signoff.core.generate.generator import Generator
from signoff.core.generate.store import GeneratorFile
from signoff.core.mask.glossary import terms_of
from signoff.core.mask.words import STAND_IN, plain_words
from signoff.core.parse import parse_document
from signoff.core.pipeline.flow import draft_project, generator_used
from signoff.core.pipeline.mask_proving import gather_proof, prove_masking
from signoff.core.project.glossary import accept_terms, choose_level
from signoff.core.project.making import Material, make_project
from signoff.core.project.project import Project
from tests.e2e.small_project import write_small_project
from tests.helpers.aliases import pseudonyms_of
from tests.helpers.leak_runs import own_text
from tests.helpers.naive_oracle import terms_in

BY = "Ada Brandt"
DOCUMENT = """\
Target Table,Target Column,Target Type,Source Table,Source Column,Transformation Rule
plot,plot_id,integer,PLT,PLT_NO,Direct move
plot,tag,varchar(40),PLT,"PLT_NO, TEN_NM","the tenant's name back to front, PLT_NO in brackets behind it for Nordhafen"
plot,initial_letter,varchar(9),PLT,TEN_NM,"first letter of TEN_NM twice, a dash, the last letter; 'NDHFN' if too short"
plot,half_area,integer,PLT,SQM,"half of SQM, odd metres go to the mangelwurzel bed of the Lindqvist sisters"
"""
LISTED = tuple(Term(text, TermKind.WORD) for text in ("Nordhafen", "Lindqvist", "tenant"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    given = write_small_project(tmp_path / "given")
    (given / "plots.csv").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    material = Material(given / "plots.csv", parse_document(given / "plots.csv"), given / "sources")
    with make_project(tmp_path / "p.signoff", material, name="P", dialect="duckdb", by=BY) as made:
        accept_terms(made, LISTED, by=BY)
        yield made


@pytest.mark.generator
def test_names_stay_hidden_and_come_back_at_every_level(
    project: Project, generator_file: GeneratorFile
) -> None:
    with Generator(generator_file.path, sha256=generator_file.sha256) as generator:
        for level in MaskingLevel:
            choose_level(project, level, by=BY)
            used = generator_used(generator_file.name, generator_file.sha256)
            draft_project(project, generator, used, by=BY)
            hold_at(project, level)


def hold_at(project: Project, level: MaskingLevel) -> None:
    """0 leaks by the gate's scan and by a plain one, no stand-in left in a draft, and every text given back exactly."""
    spec, names = project.amended_spec, pseudonyms_of(project)
    assert spec is not None
    terms = terms_of(spec, project.sources, project.glossary, level)
    sent = [each for each in project.prompts("plot") if each.receipt.level == level.value]
    assert sent and all(not each.receipt.leaks and each.generations for each in sent)
    everyday = tuple(plain_words())
    assert [own_text(each.prompt) for each in sent if terms_in(own_text(each.prompt), terms, everyday)] == []
    with tempfile.TemporaryDirectory(prefix="signoff-") as private:
        proof = prove_masking(gather_proof(project, Path(private), by=BY), tuple)
    assert [hit for hit in proof.hits if hit.where != "sent"] == []
    (draft,) = project.drafts()
    assert any(each.origin is Origin.GENERATED for each in draft.columns)
    assert STAND_IN.search(draft.sql) is None
    texts = [draft.sql, *(mapping.rule for mapping in spec.targets[0].columns)]
    texts += [each.prompt.body for each in sent]
    texts += [answer.text for each in sent for answer in each.generations]
    assert [text for text in texts if names.unmask(names.mask(text).text) != text] == []
