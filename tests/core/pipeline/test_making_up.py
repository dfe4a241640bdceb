"""Rows are made up for tables without any; drafts run on them, and the sentence says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.core.domain.review import ROWS as ROWS_CARD
from signoff.core.errors import SignoffError
from signoff.core.parse import parse_document
from signoff.core.pipeline.flow import draft_project
from signoff.core.pipeline.making_up import make_up_samples
from signoff.core.project import session
from signoff.core.project.dossiers import dossier_of
from signoff.core.project.making import Material, make_project
from tests.e2e.small_project import write_small_project

BY = "Test Person"


def test_a_project_without_rows_gets_made_up_ones_and_the_sign_off_says_so(tmp_path: Path) -> None:
    given = write_small_project(tmp_path)
    material = Material(given / "garden.csv", parse_document(given / "garden.csv"), None)
    with make_project(tmp_path / "p.signoff", material, name="P", dialect="duckdb", by=BY) as project:
        assert set(make_up_samples(project, by=BY, rows=40)) == {"PLT", "BIL"}
        assert all(file.made_up for file in project.samples())
        draft_project(project, None, None, by=BY)
        session.approve(project, "water_bill", [ROWS_CARD, "bill_total"], by=BY)
        assert dossier_of(project, "water_bill").made_up == {"plt", "bil"}
        assert "1 on made-up rows only" in session.sign(project, "water_bill", by=BY).sentence
        with pytest.raises(SignoffError, match="nothing to make up"):
            make_up_samples(project, by=BY)
