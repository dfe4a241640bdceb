"""Texts side by side: nothing of either is lost, changed words are marked, and large ones are quick."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signoff.core.domain.textdiff import RowKind, blocks, side_by_side
from signoff.core.domain.threeway import MergeKind, merge_blocks, three_way

TEXT = st.lists(
    st.sampled_from(["select", "", ")", "a.x as x,", "a.y as x,", "from t", "\r", " ", "é'"]), max_size=12
).map("\n".join)


def kinds(old: str, new: str) -> str:
    return " ".join(row.kind for row in side_by_side(old, new))


@settings(max_examples=400, deadline=None)
@given(TEXT, TEXT)
def test_each_side_joined_is_its_text(old: str, new: str) -> None:
    rows = side_by_side(old, new)
    assert "\n".join(row.left for row in rows if row.left is not None) == old
    assert "\n".join(row.right for row in rows if row.right is not None) == new
    assert [n for row in rows if (n := row.left_no)] == list(
        range(1, 1 + sum(r.left is not None for r in rows))
    )
    assert all((row.left == row.right) == (row.kind is RowKind.SAME) for row in rows)
    assert bool(blocks(rows)) == (old != new)


@settings(max_examples=400, deadline=None)
@given(TEXT, TEXT, TEXT)
def test_each_of_three_joined_is_its_text(base: str, mine: str, theirs: str) -> None:
    rows = three_way(base, mine, theirs)
    sides = zip(*((row.base, row.mine, row.theirs) for row in rows), strict=True) if rows else ((), (), ())
    texts = ["\n".join(line for line in side if line is not None) for side in sides]
    assert texts == [base, mine, theirs]
    assert bool(merge_blocks(rows)) == (not base == mine == theirs)


@settings(max_examples=200, deadline=None)
@given(st.text("ab _,(é", max_size=20), st.text("ab _,(é", max_size=20))
def test_what_is_not_marked_is_the_same_on_both_sides(old: str, new: str) -> None:
    def unmarked(line: str, spans: tuple[tuple[int, int], ...]) -> str:
        marked = {place for start, end in spans for place in range(start, end)}
        return "".join(letter for place, letter in enumerate(line) if place not in marked)

    row = side_by_side(f"same words here {old}", f"same words here {new}")[0]
    if row.kind is RowKind.CHANGED:
        assert unmarked(row.left or "", row.left_spans) == unmarked(row.right or "", row.right_spans)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("", "a", "added"),
        ("a", "", "gone"),
        ("a", "a\n", "same added"),
        ("x\na\ny", "x\nb\ny", "same gone added same"),
        ("trim(a) as b", "upper(trim(a)) as b", "changed"),
        ("a.x as x,\na.y as y,", "a.new as n,\na.x as x,\na.y as y,", "added same same"),
        ("k\ncoalesce(a, b) as one,\nz", "k\nq\ncoalesce(a, c) as one,\nz", "same added changed same"),
    ],
)
def test_lines_are_told_by_kind(old: str, new: str, expected: str) -> None:
    assert kinds(old, new) == expected


def test_the_changed_words_of_a_line_are_marked() -> None:
    (row,) = side_by_side("    trim(p.name) as party_name,", "    upper(trim(p.name)) as party_name,")
    marked = [(row.right or "")[start:end] for start, end in row.right_spans]
    assert (row.left_spans, marked) == ((), ["upper(", ")"])


def test_differences_are_found_one_after_the_other() -> None:
    rows = side_by_side("a\nb\nc\nd\ne", "a\nx\ny\nc\nd\ne\nf")
    assert [rows[n].kind for n in blocks(rows)] == [RowKind.GONE, RowKind.ADDED]
    assert len(blocks(rows)) == 2


def test_three_texts_say_who_changed_what() -> None:
    base = "trim(a) as a,\ntrim(b) as b,\ntrim(c) as c,\ntrim(d) as d,"
    mine = "ltrim(a) as a,\ntrim(b) as b,\ntrim(x) as c,\ntrim(e) as d,"
    theirs = "trim(a) as a,\ntrim(bb) as b,\ntrim(y) as c,\ntrim(e) as d,\nfrom t"
    rows = three_way(base, mine, theirs)
    assert [row.kind for row in rows] == [
        MergeKind.MINE,
        MergeKind.THEIRS,
        MergeKind.CONFLICT,
        MergeKind.ALIKE,
        MergeKind.THEIRS,
    ]
    assert rows[2].mine_spans == ((5, 6),) == rows[2].theirs_spans


def wide_table(changed: int) -> str:
    """SQL of 500 columns on 1,500 lines, `changed` of them different."""
    lines = []
    for n in range(500):
        suffix = "_v2" if n * 5 % 500 < changed * 2 and n % 2 else ""
        lines += [
            "    case",
            f"        when s.source_{n}{suffix} is null then 'none'",
            f"    end as column_{n},",
        ]
    return "\n".join(lines)


def test_the_changed_lines_of_a_wide_table_stand_beside_each_other() -> None:
    rows = side_by_side(wide_table(0), wide_table(250))
    changed = [row for row in rows if row.kind is RowKind.CHANGED]
    assert len(changed) >= 200 and all(row.kind in (RowKind.SAME, RowKind.CHANGED) for row in rows)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n".join(["x", ""] * 2000), "\n".join(["", "y"] * 2000)),
        ("\n".join(["a", "b", "c"] * 400), "\n".join(["c", "b", "a", "d"] * 300)),
        ("\n".join(f"l {n} {n % 7}" for n in range(3000)), "\n".join(f"r {n} {n % 7}" for n in range(3000))),
        (" ".join(map(str, range(4000))), " ".join(map(str, range(4000, 0, -1))) + " 1"),
        ("\n".join(f"a{n} b c d" for n in range(140)), "\n".join(f"z{n} b c d" for n in range(140))),
    ],
)
def test_every_line_of_texts_hard_to_pair_is_shown(old: str, new: str) -> None:
    rows = side_by_side(old, new)
    assert [row.left for row in rows if row.left_no] == old.split("\n")
    assert [row.right for row in rows if row.right_no] == new.split("\n")
