"""Questions that decide most come first, three of a target at most."""

from __future__ import annotations

from dataclasses import replace

import pytest

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import Draft, DraftColumn
from signoff.core.domain.review import ROWS, Answer, Choice, Question
from signoff.core.review.questions import is_confirmation, put_first, ranked

_ROW = ((("p.A", "1"),),)
_ON_FEW = Question("few", "t", "a", "Q02", "which?", rows=_ROW, decides=2)
_ON_MANY = Question("many", "t", "b", "Q02", "which?", rows=_ROW, decides=900)
_ON_MADE_UP = Question("made up", "t", "c", "Q02", "which?", rows=_ROW, made_up=(0,))
_OPEN = Question("open", "t", "d", "Q01", "how?")
_JOIN = Question("join", "t", ROWS, "Q11", "is it?")


def test_what_decides_most_comes_first() -> None:
    found = ranked([_ON_MADE_UP, _ON_FEW, _OPEN, _ON_MANY, _JOIN])
    assert [q.id for q in found] == ["join", "open", "many", "few", "made up"]
    assert put_first(reversed(found)) == found[:3]


@pytest.mark.parametrize("settles", [True, False])
def test_picking_the_draft_confirms_it_unless_another_question_follows(*, settles: bool) -> None:
    question = replace(_ON_FEW, choices=(Choice("x", "1", "p.A"),), settles=settles)
    draft = Draft("t", "", "", (DraftColumn("a", "", (Expression("p.A", Origin.GENERATED),)),))
    assert is_confirmation(question, Answer("few", "x"), draft) is settles
