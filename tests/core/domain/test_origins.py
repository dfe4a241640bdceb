"""How an expression came about, in words, and how sure the language model was of it."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.origins import made_words
from signoff.core.domain.plan import DraftColumn

MODEL = "written by the language model"


@pytest.mark.parametrize(
    ("expressions", "words"),
    [
        ([Expression("a", Origin.DIRECT)], "copied unchanged"),
        ([Expression("a", Origin.GENERATED)], MODEL),
        ([Expression("a", Origin.GENERATED, least=0.97)], f"{MODEL}, which did not waver"),
        ([Expression("a", Origin.GENERATED, least=0.31)], f"{MODEL}, which was not sure of every part"),
        (
            [Expression("a", Origin.GENERATED, least=0.97), Expression("b", Origin.GENERATED, least=0.31)],
            f"{MODEL}, which was not sure of every part",
        ),
        (
            [Expression("a", Origin.GENERATED, least=0.97, alternatives=("b",))],
            f"{MODEL}, which also saw another way",
        ),
        (
            [Expression("a", Origin.GENERATED, alternatives=("b", "c"))],
            f"{MODEL}, which also saw 2 other ways",
        ),
        ([Expression("a", Origin.DIRECT), Expression("b", Origin.GENERATED)], MODEL),
    ],
)
def test_made_words(expressions: list[Expression], words: str) -> None:
    assert made_words(DraftColumn("x", "", tuple(expressions))) == words
