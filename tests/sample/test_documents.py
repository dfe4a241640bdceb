"""Every document asks for the columns that its reference has, in the same order."""

from __future__ import annotations

import duckdb
import pytest

from signoff.core.parse import parse_document
from tests.eval.cases import Case, projects, sample
from tests.eval.tables import build_reference, load_sources, read_reference


@pytest.mark.parametrize("case", [sample(), *projects()], ids=lambda case: str(case.name))
def test_document_and_reference_name_the_same_columns(case: Case) -> None:
    spec, reference = parse_document(case.document), read_reference(case.reference)
    assert {t.name.casefold() for t in spec.targets} == {name.casefold() for name in reference.sql}
    with duckdb.connect() as connection:
        load_sources(connection, case.sources)
        build_reference(connection, reference)
        for target in spec.targets:
            described = connection.execute(f"describe {target.name}").fetchall()
            asked = list(dict.fromkeys(column.name.casefold() for column in target.columns))
            existing = case.existing is not None and (case.existing / f"{target.name}.sql").exists()
            named = [name.casefold() for name, *_ in described]
            wanted = [name for name in named if not existing or name in asked]
            assert sorted(asked) == sorted(wanted) if existing else asked == wanted


def test_the_sample_has_enough_of_everything() -> None:
    case = sample()
    spec, reference = parse_document(case.document), read_reference(case.reference)
    columns = {(t.name, c.name) for t in spec.targets for c in t.columns}
    free_text = [name for name, kind in reference.kinds.items() if kind.endswith("*")]
    assert len(spec.targets) >= 6
    assert len(columns) >= 110
    assert len(free_text) >= 35


def test_the_small_projects_are_enough_to_measure_on() -> None:
    specs = [parse_document(case.document) for case in projects()]
    assert len(specs) >= 4
    assert sum(len(spec.targets) for spec in specs) >= 16
    assert len({(t.name, c.name) for spec in specs for t in spec.targets for c in t.columns}) >= 160
