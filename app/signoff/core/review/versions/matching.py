"""Which target and which row of a new version is which of the old one, with the evidence where a name is another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Spec, TargetMapping
from signoff.core.review.versions.fields import content, named_by_a_cell, row_key

_SIMILAR_NAME = 70.0
"""Likeness in per cent from which two names in the same place count as one name written otherwise."""
_SIMILAR_ROWS = 0.6
"""Share of equal rows from which two targets count as one that was renamed."""


@dataclass(frozen=True)
class Match:
    """An old and a new thing held to be the same; one side is None where there is none."""

    old: int | None
    """Index among the old ones."""
    new: int | None
    evidence: str = ""
    """Why they count as the same, where their names differ."""


def match_targets(old: Spec, new: Spec) -> tuple[Match, ...]:
    """Targets by name, then by what their rows say; in the new order, those that are gone last."""
    by_name = {target.name.casefold(): i for i, target in enumerate(old.targets)}
    found = {
        j: Match(by_name[target.name.casefold()], j)
        for j, target in enumerate(new.targets)
        if target.name.casefold() in by_name
    }
    taken = {match.old for match in found.values()}
    left = {i: _rows(target) for i, target in enumerate(old.targets) if i not in taken}
    for j, target in enumerate(new.targets):
        if j in found:
            continue
        rows = _rows(target) if left else Counter()
        scored = sorted(((_alike(before, rows), -i) for i, before in left.items()), reverse=True)
        if scored and scored[0][0] >= _SIMILAR_ROWS and _only_one(scored):
            i = -scored[0][1]
            del left[i]
            found[j] = Match(i, j, _why(old.targets[i], target, scored[0][0]))
    news = [found.get(j, Match(None, j)) for j in range(len(new.targets))]
    return (*news, *(Match(i, None) for i in left))


def match_rows(old: Sequence[ColumnMapping], new: Sequence[ColumnMapping]) -> tuple[Match, ...]:
    """Rows of one target by column and section, then by evidence; in the new order, those that are gone last."""
    waiting: dict[tuple[str, str], list[int]] = {}
    for i, row in enumerate(old):
        waiting.setdefault(row_key(row), []).append(i)
    found: dict[int, Match] = {}
    for is_exact in (True, False):
        for j, row in enumerate(new):
            candidates = waiting.get(row_key(row), []) if j not in found else []
            same = [i for i in candidates if not is_exact or content(old[i]) == content(row)]
            if same:
                found[j] = Match(same[0], j)
                candidates.remove(same[0])
    gone = sorted(i for each in waiting.values() for i in each)
    come = [j for j in range(len(new)) if j not in found]
    for i, j, why in _renamed(old, new, gone, come, found):
        found[j] = Match(i, j, why)
        gone.remove(i)
    news = [found.get(j, Match(None, j)) for j in range(len(new))]
    return (*news, *(Match(i, None) for i in gone))


def _renamed(
    old: Sequence[ColumnMapping],
    new: Sequence[ColumnMapping],
    gone: Sequence[int],
    come: Sequence[int],
    found: Mapping[int, Match],
) -> list[tuple[int, int, str]]:
    names = {row.name.casefold() for row in new} & {row.name.casefold() for row in old}
    free = {i for i in gone if old[i].name.casefold() not in names}
    news = [j for j in come if new[j].name.casefold() not in names]
    pairs = _by_content(old, new, sorted(free), news)
    free -= {i for i, _j, _why in pairs}
    done = {j for _i, j, _why in pairs}
    for j in news:
        near = [i for i in _places(j, found, len(old), len(new)) if i in free] if j not in done else []
        scored = [(fuzz.ratio(_letters(old[i].name), _letters(new[j].name)), i) for i in near]
        score, i = max(scored, default=(0.0, -1))
        if score >= _SIMILAR_NAME:
            free.discard(i)
            pairs.append((i, j, say("delta.similar_name", score=round(score))))
    return pairs


def _by_content(
    old: Sequence[ColumnMapping], new: Sequence[ColumnMapping], gone: Sequence[int], come: Sequence[int]
) -> list[tuple[int, int, str]]:
    """Pairs with the same sources and rule, where no other row has them."""
    before, after = Counter(content(old[i]) for i in gone), Counter(content(new[j]) for j in come)
    first = {content(old[i]): i for i in gone}
    found = [(content(new[j]), j) for j in come]
    return [
        (first[said], j, say("delta.same_content"))
        for said, j in found
        if any(said) and before[said] == after[said] == 1
    ]


def _places(j: int, found: Mapping[int, Match], olds: int, news: int) -> tuple[int, ...]:
    """Old rows in the same place: after the same row, before the same row, or at the same end."""
    before = found[j - 1].old if j - 1 in found else (-1 if j == 0 else None)
    after = found[j + 1].old if j + 1 in found else (olds if j == news - 1 else None)
    places = [before + 1] if before is not None else []
    return tuple(dict.fromkeys([*places, *([after - 1] if after is not None else [])]))


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _alike(before: Counter[object], after: Counter[object]) -> float:
    """Share of rows that are equal in name and content, over the rows of the larger target."""
    return (before & after).total() / max(before.total(), after.total(), 1)


def _rows(target: TargetMapping) -> Counter[object]:
    return Counter((*row_key(row), *content(row)) for row in target.columns)


def _only_one(scored: Sequence[tuple[float, int]]) -> bool:
    return len(scored) == 1 or scored[0][0] > scored[1][0]


def _why(old: TargetMapping, new: TargetMapping, alike: float) -> str:
    share = round(100 * alike)
    if not named_by_a_cell(old) and not named_by_a_cell(new):
        return say("delta.sheet_renamed", share=share)
    return say("delta.same_rows", share=share)
