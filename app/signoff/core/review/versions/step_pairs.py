"""Which query step of a new version is which of the old one: by what it is about, then by how it reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz

from signoff.core.domain.spec import Step, StepKind

StepPair = tuple[Step | None, Step | None]
"""An old and a new step that take each other's place; one is None where there is none."""
_JOINS = frozenset(
    {
        StepKind.DRIVING,
        StepKind.INNER_JOIN,
        StepKind.LEFT_JOIN,
        StepKind.RIGHT_JOIN,
        StepKind.FULL_JOIN,
        StepKind.CROSS_JOIN,
    }
)
_LIKE = 60.0
"""Likeness in per cent from which two texts are one step in other words."""


def step_pairs(old: Sequence[Step], new: Sequence[Step], *, moved: bool = True) -> tuple[StepPair, ...]:
    """The steps that differ, those that are new or otherwise in the new order, those that are gone last.

    A step that both versions have in the same words, wherever it stands, is left out. Of the others those belong
    together that are about one table under one name, or of one kind and alike, or of one kind at one number; and at
    last, where both versions have as many others of a kind, those in the same order, joins aside.

    Args:
        old: of the version before.
        new: of the version now.
        moved: whether a step in the same words that stands in another section differs.
    """
    gone, come = _differing(old, new, moved=moved)
    found: dict[int, Step] = {}
    for fits in (_same_table, _same_columns):
        _pair_alone(gone, come, found, fits)
    _pair_alike(gone, come, found)
    _pair_alone(gone, come, found, _same_number)
    _pair_in_order(gone, come, found)
    paired = {id(step) for step in found.values()}
    return (
        *((found.get(id(step)), step) for step in come),
        *((step, None) for step in gone if id(step) not in paired),
    )


def _differing(old: Sequence[Step], new: Sequence[Step], *, moved: bool) -> tuple[list[Step], list[Step]]:
    first = 0 if moved else 1
    before, after = (Counter(_key(step)[first:] for step in steps) for steps in (old, new))
    return _only(old, before - after, first), _only(new, after - before, first)


def _only(steps: Sequence[Step], wanted: Counter[tuple[str, ...]], first: int) -> list[Step]:
    found = []
    for step in steps:
        key = _key(step)[first:]
        if wanted[key] > 0:
            wanted[key] -= 1
            found.append(step)
    return found


def _key(step: Step) -> tuple[str, ...]:
    """Its section, and what it says; its place is left out."""
    words = (step.section, step.kind.value, step.table, step.alias, step.condition)
    return tuple(" ".join(word.casefold().split()) for word in words)


def _pair_alone(
    gone: Sequence[Step], come: Sequence[Step], found: dict[int, Step], fits: Callable[[Step, Step], bool]
) -> None:
    """Pair steps that fit one other step only, either way."""
    olds, news = _left(gone, come, found)
    for step in news:
        mine = [o for o in olds if fits(o, step)]
        if len(mine) == 1 and sum(fits(mine[0], n) for n in news) == 1:
            found[id(step)] = mine[0]


def _pair_alike(gone: Sequence[Step], come: Sequence[Step], found: dict[int, Step]) -> None:
    """Pair steps of one kind by how alike they read, the most alike first."""
    olds, news = _left(gone, come, found)
    scored = [
        (_likeness(o, n), -i, -j) for i, o in enumerate(olds) for j, n in enumerate(news) if _same_kind(o, n)
    ]
    taken: set[int] = set()
    for score, i, j in sorted(scored, reverse=True):
        if score >= _LIKE and -i not in taken and id(news[-j]) not in found:
            found[id(news[-j])] = olds[-i]
            taken.add(-i)


def _pair_in_order(gone: Sequence[Step], come: Sequence[Step], found: dict[int, Step]) -> None:
    olds, news = _left(gone, come, found)
    for kind, section in dict.fromkeys((s.kind, s.section) for s in news if s.kind not in _JOINS):
        own = [[s for s in steps if (s.kind, s.section) == (kind, section)] for steps in (olds, news)]
        if len(own[0]) == len(own[1]):
            found.update((id(n), o) for o, n in zip(*own, strict=True))


def _left(
    gone: Sequence[Step], come: Sequence[Step], found: dict[int, Step]
) -> tuple[list[Step], list[Step]]:
    paired = {id(step) for step in found.values()}
    return [s for s in gone if id(s) not in paired], [s for s in come if id(s) not in found]


def _same_kind(old: Step, new: Step) -> bool:
    both = old.kind in _JOINS - {StepKind.DRIVING} and new.kind in _JOINS - {StepKind.DRIVING}
    return old.section.casefold() == new.section.casefold() and (both or old.kind is new.kind)


def _same_table(old: Step, new: Step) -> bool:
    """Whether two joins, or two driving tables, are of one table under one name."""
    both = old.kind in _JOINS and new.kind in _JOINS and old.section.casefold() == new.section.casefold()
    return both and _letters(old.table) == _letters(new.table) and _letters(old.alias) == _letters(new.alias)


def _same_columns(old: Step, new: Step) -> bool:
    """Whether two steps of one kind name the same columns, whatever they say of them."""
    names = _names(old)
    return _same_kind(old, new) and bool(names) and names == _names(new)


def _same_number(old: Step, new: Step) -> bool:
    return _same_kind(old, new) and old.order == new.order and old.order > 0


def _names(step: Step) -> frozenset[str]:
    """Words of a condition that are written as columns are: with an underscore or a table before them."""
    words = "".join(c if c.isalnum() or c in "_." else " " for c in step.condition.casefold()).split()
    plain = [word.strip(".") for word in words]
    return frozenset(w.rpartition(".")[2] for w in plain if ("_" in w or "." in w) and not w[0].isdigit())


def _likeness(old: Step, new: Step) -> float:
    said = [f"{step.table} {step.alias} {step.condition}".casefold() for step in (old, new)]
    return max(fuzz.ratio(*said), fuzz.token_sort_ratio(*said))


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
