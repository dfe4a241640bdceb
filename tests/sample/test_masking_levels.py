"""The evaluation drafts at every masking level; the one that hides nothing is reached from nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from signoff.cli.main import main as signoff
from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.masking import MaskingLevel
from signoff.core.domain.prompts import ClearedPrompt, Generation
from signoff.core.domain.spec import SourceColumn
from signoff.core.mask.masking import unmask
from signoff.core.progress import CancelToken
from tests.e2e.small_project import write_small_project
from tests.eval.cases import Case, Wanted
from tests.eval.comparing import SAMPLE, levels_of
from tests.eval.drafting import LEVELS, UNMASKED, Tools, Variation, draft, report_of
from tests.eval.kept import KeptAnswers
from tests.eval.page import page
from tests.eval.results import ColumnResult, TargetResult
from tests.eval.running import write
from tests.eval.unmasked import shown_rule

DOCUMENT = """\
Target Table,Target Column,Target Type,Source Table,Source Column,Transformation Rule
plot,tag,varchar(40),PLT,"PLT_NO, TEN_NM","TEN_NM turned over, hung behind PLT_NO in mangelwurzel style, as bil_no"
"""
COLUMNS = (("o", "case"), ("o", "cust nm"), ("c", "cust nm"))
SCOPE = Scope(tuple(ScopeColumn(r, r, SourceColumn(name, "VARCHAR"), True) for r, name in COLUMNS))


class Listening:
    """A language model that has nothing to say and remembers what it was asked."""

    identity = "listening"

    def __init__(self) -> None:
        self.bodies: dict[str, None] = {}

    def load(self) -> None:
        """Always ready."""

    def generate(
        self, prompt: ClearedPrompt, *, candidates: int = 1, cancel: CancelToken | None = None
    ) -> tuple[Generation, ...]:
        self.bodies[prompt.body] = None
        return ()


@pytest.fixture
def case(tmp_path: Path) -> Wanted:
    """A rule with a name that it does not use, and with a word that nobody uses."""
    given = write_small_project(tmp_path / "given")
    (given / "tags.csv").write_text(DOCUMENT, encoding="utf-8")
    return Wanted(Case("tags", given / "tags.csv", given / "sources", given))


def asked(case: Wanted, out: Path, level: str) -> str:
    """The one prompt of a case at a level, without what is the same in all."""
    listening = Listening()
    draft(case, out / level, Variation(level=level), Tools(KeptAnswers(listening, None)))
    assert report_of(out / level)["masking"] == ("identifiers" if level == UNMASKED else level)
    (body,) = listening.bodies
    return body.rpartition("<|im_start|>user")[2]


def test_each_level_hides_more_and_the_measured_one_hides_nothing(case: Wanted, tmp_path: Path) -> None:
    words = ("TEN_NM", "bil_no", "mangelwurzel", "turned")
    shown = {level: [word in asked(case, tmp_path, level) for word in words] for level in LEVELS}
    assert shown[UNMASKED] == [True, True, True, True]
    assert shown["identifiers"] == [False, False, True, True]
    assert shown["full"] == [False, False, False, True]
    assert shown["terms"] == [False, False, False, True], "what is found is listed then"


def test_unmasked_a_rule_keeps_its_names_and_an_answer_finds_its_columns() -> None:
    masked = shown_rule("cust nm of the case, 'gone' where missing", SCOPE, ())
    assert masked.rule.text == "cust_nm of the case_, 'gone' where missing"
    assert [each.alias for each in masked.rule.columns] == ["cust_nm", "case_", "c_cust_nm"]
    assert unmask("coalesce(c_cust_nm, case_, 'gone')", masked) == 'COALESCE(c."cust nm", o."case", \'gone\')'


def test_no_door_of_the_product_hides_nothing(tmp_path: Path) -> None:
    assert UNMASKED not in {level.value for level in MaskingLevel}
    with pytest.raises(SystemExit) as refused:
        signoff(["draft", "document.csv", "--masking", UNMASKED, "--out", str(tmp_path)])
    assert refused.value.code == 2
    app = Path(__file__).parents[2] / "app"
    assert not [path for path in app.rglob("*.py") if "unmasked()" in path.read_text(encoding="utf-8")]


def test_the_page_shows_each_level_with_what_is_left_to_the_model_apart(tmp_path: Path) -> None:
    def result(right: int) -> TargetResult:
        columns = [
            ColumnResult(f"c{n}", "lookup", "generated" if n < 4 else "pattern", n < right, n < right, True)
            for n in range(10)
        ]
        return TargetResult("p", "t", False, True, True, tuple(columns))

    for level, name in levels_of(SAMPLE).items():
        found = [result(3 if level == "full" else 4)] if level != "terms" else [result(4)]
        write(tmp_path / f"{name}.json", found, Variation(level=level), Tools())
    told = page(tmp_path)
    assert "| none (nothing hidden, measured only) | 10 | 10 | 4 | 40.0% | 0.0 | 4 | 4 | 4 | 100.0% |" in told
    assert "| full | 10 | 10 | 3 | 30.0% | 10.0 | 4 | 4 | 3 | 75.0% |" in told
