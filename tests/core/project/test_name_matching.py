"""Answers to names: acts of the record, applied to whatever reads the spec, never to what was read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from signoff.core.domain.spec import ColumnMapping, SourceRef, Spec, TargetMapping
from signoff.core.errors import SignoffError
from signoff.core.project.documents import documents
from signoff.core.project.name_matching import forget_match, match_name
from signoff.core.project.project import Project
from signoff.core.project.standing import standing_of
from signoff.core.project.undo import Act, revert

BY = "Ada Brandt"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    row = ColumnMapping("t", "x", sources=(SourceRef("PERSN", "NAME"),))
    with Project.create(tmp_path / "p.signoff", name="p", dialect="duckdb", by=BY) as made:
        made.put_document("map.csv", b"x", by=BY)
        made.put_spec(Spec("map.csv", targets=(TargetMapping("t", (row,)),)), by=BY)
        yield made


def sources(project: Project) -> list[str]:
    assert project.spec is not None
    return [str(source) for source in project.spec.targets[0].columns[0].sources]


def test_an_answer_holds_wherever_the_spec_is_read_and_not_in_what_was_read(project: Project) -> None:
    match_name(project, "persn", "PERSON", by=BY)
    assert sources(project) == ["PERSON.NAME"] and project.spec is project.spec
    assert project.spec_as_read is not None
    assert str(project.spec_as_read.targets[0].columns[0].sources[0]) == "PERSN.NAME"
    assert str(documents(project)[0].reading.targets[0].columns[0].sources[0]) == "PERSN.NAME"
    assert project.in_real_names(project.spec_as_read) == project.spec
    with Project.open(project.path, read_only=True) as again:
        assert sources(again) == ["PERSON.NAME"] and again.name_matches()[0].by == BY


def test_an_answer_is_one_act_that_is_undone_and_shows_in_the_standing(project: Project) -> None:
    before = standing_of(project)
    match_name(project, "PERSN", "PERSON", by=BY)
    entry = project.mark()[0]
    after = standing_of(project, before)
    assert [(m.name, m.real) for m in after.name_matches] == [("PERSN", "PERSON")]
    assert str(after.targets[0].mapping.columns[0].sources[0]) == "PERSON.NAME"
    revert(project, Act("match name", entry, entry), by=BY)
    assert sources(project) == ["PERSN.NAME"] and project.name_matches() == ()
    assert project.verify_chain() is None


def test_a_later_answer_takes_the_place_of_an_earlier_one(project: Project) -> None:
    for real in ("PERSONS", "PERSON"):
        match_name(project, "PERSN", real, by=BY)
    assert sources(project) == ["PERSON.NAME"] and len(project.name_matches()) == 1
    forget_match(project, "persn", by=BY)
    assert sources(project) == ["PERSN.NAME"]
    for wrong in (
        lambda: forget_match(project, "persn", by=BY),
        lambda: match_name(project, " ", "x", by=BY),
    ):
        with pytest.raises(SignoffError):
            wrong()
