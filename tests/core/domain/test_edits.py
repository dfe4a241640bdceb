"""An edit script makes its edits, leaves out refused ones and what needs them, and gives the old text back."""

from __future__ import annotations

from signoff.core.domain.cells import Cell
from signoff.core.domain.codec import from_json, to_json
from signoff.core.domain.edits import EditKind, EditScript, EditState, MandatedEdit, Splice, edit_id
from signoff.core.domain.plan import Draft

_TEXT = "select a -- first\nfrom t"


def _item(name: str, cell: Cell | None = None, needs: tuple[str, ...] = ()) -> MandatedEdit:
    comma = Splice(8, 8, "", ",", once=True)
    line = Splice(17, 17, "", f"\n  {name}", following=f",\n  {name}")
    return MandatedEdit(name, EditKind.ADD_COLUMN, name, f"{name} is new.", cell, (comma, line), needs)


def test_edits_share_what_they_both_need() -> None:
    script = EditScript((_item("b"), _item("c")), _TEXT)
    assert script.applied() == "select a, -- first\n  b,\n  c\nfrom t"
    assert script.applied({"b"}) == "select a, -- first\n  c\nfrom t"
    assert script.applied({"b", "c"}) == _TEXT


def test_what_needs_a_refused_edit_is_refused_with_it() -> None:
    script = EditScript((_item("b"), _item("c", needs=("b",)), _item("d", needs=("c",))), _TEXT)
    assert script.applied({"b"}) == _TEXT
    assert script.with_state("c", EditState.REFUSED).applied() == "select a, -- first\n  b\nfrom t"


def test_what_needs_a_suggestion_is_not_made() -> None:
    lone = MandatedEdit(
        "s", EditKind.ADD_JOIN, "b", "By hand.", splices=(Splice(9, 9, "", "!"),), suggestion=True
    )
    script = EditScript((lone, _item("b", needs=("s",)), _item("c")), _TEXT)
    assert script.applied() == "select a, -- first\n  c\nfrom t"


def test_the_old_text_comes_back() -> None:
    swap = MandatedEdit("x", EditKind.CHANGE_EXPRESSION, "a", "x", splices=(Splice(7, 8, "a", "upper(a)"),))
    script = EditScript((swap, _item("b"), _item("c")), _TEXT)
    for refused in ((), {"x"}, {"b"}, {"x", "c"}):
        assert script.reverted(script.applied(refused), refused) == _TEXT


def test_a_draft_is_stored_with_its_edits_and_older_ones_open_without() -> None:
    script = EditScript((_item("b", Cell("Mapping", 4, 2)),), _TEXT)
    draft = Draft("t", "select 1", "select 1", (), edits=script)
    stored = to_json(draft)
    assert from_json(stored, Draft) == draft
    older = to_json(Draft("t", "select 1", "select 1", ())).replace('"edits":null,', "")
    assert "edits" not in older
    assert from_json(older, Draft).edits is None


def test_an_id_tells_edits_apart_and_not_how_a_column_is_written() -> None:
    one = edit_id(EditKind.ADD_COLUMN, "city", 10, ", city")
    assert one == edit_id(EditKind.ADD_COLUMN, "CITY", 10, ", city")
    assert one != edit_id(EditKind.ADD_COLUMN, "city", 11, ", city")
    assert one != edit_id(EditKind.EXTEND_CTE, "city", 10, ", city")


def test_what_was_only_for_a_refused_edit_goes_with_it() -> None:
    join = MandatedEdit("j", EditKind.ADD_JOIN, "b", "Read.", splices=(Splice(24, 24, "", " join u"),))
    both = EditScript((_item("b", needs=("j",)), _item("c", needs=("j",)), join), _TEXT)
    assert "join u" in both.applied({"b"})
    assert both.applied({"b", "c"}) == _TEXT
    assert EditScript((join,), _TEXT).applied() == f"{_TEXT} join u"


def test_a_number_counts_only_what_is_made_before_it() -> None:
    group = Splice(24, 24, "", " group by 1, 3", shifts=(("b", -1),))
    last = MandatedEdit("c", EditKind.ADD_COLUMN, "c", "New.", splices=(*_item("c").splices, group))
    script = EditScript((_item("b"), last), _TEXT)
    assert script.applied().endswith("group by 1, 3")
    assert script.applied({"b"}).endswith("group by 1, 2")


def test_a_change_inside_a_stretch_that_goes_is_made_only_where_it_stays() -> None:
    change = MandatedEdit("x", EditKind.CHANGE_EXPRESSION, "a", "x", splices=(Splice(7, 8, "a", "u.a"),))
    named = MandatedEdit(
        "j", EditKind.ADD_JOIN, "b", "x", splices=(Splice(7, 7, "", "t."), Splice(24, 24, "", ", u"))
    )
    script = EditScript((change, named), _TEXT)
    assert script.applied() == "select u.a -- first\nfrom t, u"
    assert script.applied({"x"}) == "select t.a -- first\nfrom t, u"
