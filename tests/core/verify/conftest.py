"""One sandbox with the tables of tests/cases/verify for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from signoff.core.domain.spec import SourceColumn
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    tables = yaml.safe_load(Path("tests/cases/verify/tables.yml").read_text(encoding="utf-8"))
    samples = [
        SampleTable(
            name,
            columns=tuple(SourceColumn(column, kind) for column, kind in table["columns"].items()),
            rows=tuple(tuple(row) for row in table["rows"]),
        )
        for name, table in tables.items()
    ]
    with Sandbox() as opened:
        assert opened.load(samples) == ()
        yield opened
