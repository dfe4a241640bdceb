"""What a cover sheet or a list of codes says reaches the generator with the rule it concerns, masked like it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from signoff.core.domain.masking import Term, TermKind
from signoff.core.domain.prompts import Generation, Prompt
from signoff.core.domain.spec import SourceColumn, Spec
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.mask.glossary import terms_of
from signoff.core.parse import read_sheets
from signoff.core.pipeline.desk import Desk, PromptRecord
from signoff.core.pipeline.documents import draft_document
from signoff.core.progress import CancelToken
from signoff.core.prompt.examples import ExampleBank

HEADER = ("Target Table", "Target Column", "Target Type", "Source Table", "Source Column", "Rule")
ROWS = (
    ("party", "party_no", "varchar(10)", "LND_PTY", "PTY_NO", ""),
    ("party", "age_band", "varchar(40)", "LND_PTY", "BORN", "the usual band by BORN for the key date (see cover)"),
    ("party", "status", "varchar(40)", "LND_PTY", "STAT", "map by Status codes; what looks odd after the usual manner"),
    ("party", "valid_to", "date", "LND_PTY", "END_DT", "END_DT as agreed; the open end acc. to cover if missing"),
)  # fmt: skip
COVER = SheetGrid(
    "Cover",
    (
        ("Nordhafen moves its parties", ""),
        ("Key date", "31.12.2024"),
        ("Open end of a validity is stored as 31.12.9999.", ""),
    ),
)
CODES = SheetGrid(
    "Status codes",
    (("Source Value", "Target Value"), ("ACT", "Active party"), ("BLK", "Blocked by Nordhafen")),
)
COLUMNS = tuple(
    SourceColumn(name, kind)
    for name, kind in (("PTY_NO", "VARCHAR"), ("BORN", "DATE"), ("STAT", "VARCHAR"), ("END_DT", "DATE"))
)
WORDS = (Term("Nordhafen", TermKind.WORD),)


class Silent:
    """Is sent prompts and answers none."""

    identity = "silent"

    def load(self) -> None:
        """Always ready."""

    def generate(
        self, prompt: Prompt, *, candidates: int = 1, cancel: CancelToken | None = None
    ) -> tuple[Generation, ...]:
        return ()


@pytest.fixture(scope="module")
def spec() -> Spec:
    return read_sheets("book.xlsx", [COVER, SheetGrid("Mapping", (HEADER, *ROWS)), CODES])


@pytest.fixture(scope="module")
def sent(spec: Spec) -> Iterator[dict[str, list[PromptRecord]]]:
    with Sandbox() as sandbox:
        rows = (("1", "2000-01-31", "ACT", "2024-05-01"), ("2", None, "BLK", None))
        sandbox.load([SampleTable("LND_PTY", None, COLUMNS, rows=rows)])
        terms = terms_of(spec, sandbox.schema(), WORDS)
        desk = Desk(sandbox, Silent(), ExampleBank.load(), terms=terms)
        draft_document(spec, sandbox.schema(), desk, existing={})
        by_column: dict[str, list[PromptRecord]] = {}
        for record in desk.ledger:
            by_column.setdefault(record.column, []).append(record)
        yield by_column


@pytest.mark.parametrize(
    ("column", "held"),
    [
        ("age_band", ["2024-12-31"]),
        ("valid_to", ["9999-12-31"]),
        ("status", ["'val_1' = 'val_2'", "'val_3' = 'val_4'", "odd after the usual manner"]),
    ],
)
def test_the_masked_rule_says_what_the_document_says_elsewhere(
    sent: dict[str, list[PromptRecord]], column: str, held: list[str]
) -> None:
    whole = [record for record in sent[column] if all(text in record.masked for text in held)]
    assert whole and all(record.masked in record.prompt.body for record in whole)


def test_nothing_of_lists_and_cover_leaks(sent: dict[str, list[PromptRecord]]) -> None:
    for record in (each for records in sent.values() for each in records):
        text = record.prompt.prefix + record.prompt.body
        assert record.receipt.terms > 0 and not record.receipt.leaks
        assert not [w for w in ("Nordhafen", "Active party", "ACT'", "BLK", "LND_PTY", "END_DT") if w in text]
