"""Notes that tell joins table by table as join steps."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.assumed import Assumed
from signoff.core.merge.everyday.said import world_of
from signoff.core.merge.joined_lines.items import Item, item_in, items_of_list

_LABEL = re.compile(r"^\s*(?:joins?|lookups?)(?P<what>\s+[\w -]{1,30}?)?\s*:\s+", re.IGNORECASE)
_LETTER = re.compile(r"(?:^|\s)(?P<alias>[A-Z]\w?)$")
_EACH = re.compile(
    r"^(?P<kind>left|inner|full)(?:\s+outer)?\s+join(?:ed)?\s*,?\s*(?P<first>(?:each|all)\s+(?:is\s+|are\s+)?(?:summed|aggregated|grouped|added|totalled|rolled)[^:]*)?\s*:\s+"
    r"(?P<list>.+?)\s*\(\s*(?:all|each)\s+(?P<on>on\s+[\w., ]+?)\s*\)\s*\.?$",
    re.IGNORECASE | re.DOTALL,
)
"""What holds for all tables of a list, told once."""
_KINDS = {
    JoinKind.LEFT: StepKind.LEFT_JOIN,
    JoinKind.INNER: StepKind.INNER_JOIN,
    JoinKind.RIGHT: StepKind.RIGHT_JOIN,
    JoinKind.FULL: StepKind.FULL_JOIN,
}


def with_joined_lines(target: TargetMapping, schema: Schema) -> tuple[TargetMapping, list[Assumed]]:
    """The target with join steps for the notes that tell them wholly, and what those assume.

    Args:
        target: its steps.
        schema: the tables.
    """
    notes = [s for s in target.steps if s.kind is StepKind.NOTE and _LABEL.match(s.condition)]
    starts = [s for s in target.steps if s.kind in (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL)]
    world = world_of(target, schema) if notes and len(starts) < 2 and target.sections == ("",) else None
    if world is None:
        return target, []
    driving = Relation(
        world.driving.name, (starts[0].alias if starts else "") or world.driving.name, JoinKind.DRIVING
    )
    placed, made, assumed = [driving], {id(s): [s] for s in target.steps}, list[Assumed]()
    for note in notes:
        items = _items(note, placed, schema, target)
        if items is None:
            continue
        made[id(note)] = [join_step(item, note) for item in items]
        assumed += [assumed_of(item, note.cell) for item in items if item.assumed]
        placed += [Relation(item.table.name, item.alias, JoinKind.LEFT) for item in items]
    if len(placed) == 1:
        return target, []
    steps = [step for each in target.steps for step in made[id(each)]]
    if not starts:
        first = Step(target.name, 0, StepKind.DRIVING, table=driving.table, cell=notes[0].cell)
        steps = [first, *steps]
    return replace(target, steps=tuple(steps)), assumed


def _items(note: Step, placed: list[Relation], schema: Schema, target: TargetMapping) -> list[Item] | None:
    """The joins of one note, tables that others are joined to first; None where one is not understood."""
    label = _LABEL.match(note.condition)
    assert label is not None
    letter = _LETTER.search((label["what"] or "").strip())
    texts = _told_once(items_of_list(note.condition[label.end() :].strip()), note.condition[label.end() :])
    there, found = list(placed), list[Item]()
    while texts:
        for text in texts:
            item = item_in(text, there, schema, target, letter["alias"] if letter is not None else "")
            if item is not None and item.kind is not None and all(r.alias != item.alias for r in there):
                break
        else:
            return None
        found.append(item)
        there.append(Relation(item.table.name, item.alias, JoinKind.LEFT))
        texts = [each for each in texts if each is not text]
    return found


def _told_once(texts: list[str], whole: str) -> list[str]:
    """The items of a list with what is told once for all of them beside each."""
    match = _EACH.match(whole.strip())
    if match is None:
        return texts
    first = f", {re.sub(r'^(?:each|all)', '', match['first'].strip(' ,')).strip()}" if match["first"] else ""
    return [f"{match['kind']}: {item}{first} ({match['on']})" for item in items_of_list(match["list"])]


def assumed_of(item: Item, cell: Cell | None) -> Assumed:
    """What a person confirms of a join whose key the two tables call otherwise."""
    kind = item.kind.value if item.kind is not None else JoinKind.LEFT.value
    return Assumed(f"{kind} join {item.table.name} on {_on(item)}", cell)


def _on(item: Item) -> str:
    return " and ".join(item.conditions)


def join_step(item: Item, note: Step) -> Step:
    """The step that an item of a note stands for."""
    assert item.kind is not None
    key = item.conditions[0].split(" = ")[0].rpartition(".")[2] if item.grouped else ""
    condition = f"{_on(item)}; grouped by {key} first" if item.grouped else _on(item)
    alias = item.alias if item.alias != item.table.name else ""
    return replace(note, kind=_KINDS[item.kind], table=item.table.name, alias=alias, condition=condition)
