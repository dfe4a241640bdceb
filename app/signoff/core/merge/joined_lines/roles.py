"""Joins told in one paragraph, each behind the role that its table plays for the rows.

``Base: visit joined to visit_staff on visit_id. Nurse: person on nurse_person_id; doctor: person on doctor_person_id.
Ward: ward on ward_id. Only the staff is mandatory.`` A table that plays two roles is joined once for each of them, and
rows of the target read it by the role that their rule or their own name says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.assumed import Assumed
from signoff.core.merge.joined_lines.role_joins import (
    Paragraph,
    RoleJoin,
    name_by_role,
    needed_joins,
    step_of,
)
from signoff.core.merge.joined_lines.role_keys import link_by
from signoff.core.merge.joined_lines.role_kinds import is_called, kind_said, kinds_said
from signoff.core.merge.likely.units import sentences_of
from signoff.core.merge.names import find_table, unique_alias, words

_HEAD = re.compile(
    r"^\W*(?:(?:the\s+)?(?:base|basis|(?:main|driving|leading|base)\s+table|starting\s+point|start|source|from|reads?(?:\s+from)?)\s*(?::|\s+is)"
    r"|(?:starts?\s+(?:from|with|at)|built\s+(?:on|from)|based\s+on)\s*:?)\s*"
    r"(?P<table>[A-Za-z_][\w$]*(?:\.[\w$]+)*)(?P<rest>(?=[\s.;,]|$).*)$",
    re.IGNORECASE | re.DOTALL,
)
_FIRST = re.compile(
    r"^,?\s*(?:and\s+)?(?:(?P<kind>left|inner)\s+(?:outer\s+)?)?join(?:ed|s)?\s+(?:(?:to|with)\s+)?(?P<item>.+)$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:the\s+)?(?P<role>[A-Za-z][A-Za-z '-]{1,30}?)\s*:\s+(?P<item>[A-Za-z_].*)$", re.DOTALL
)
_AGAIN = re.compile(
    r"^(?:the|its|their)\s+(?P<role>[a-z]+(?:\s+[a-z]+)?)\s+(?:is|are)\s+(?:once\s+)?(?:again\s+|also\s+)?(?:in\s+)?(?:an?\s+|the\s+)?"
    r"(?P<item>[A-Za-z_]\w*\s*,?\s+on\s+.+)$",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"^(?:the\s+|table\s+)*(?P<table>[A-Za-z_][\w$]*)\s*,?\s+(?:on|by|via|over|through|using)\s+"
    r"(?P<keys>[\w.]+(?:\s*=\s*[\w.]+)?(?:\s*(?:\band\b|\+)\s*[\w.]+(?:\s*=\s*[\w.]+)?)*)(?P<behind>(?=[\s,;(]|$).*)$",
    re.IGNORECASE | re.DOTALL,
)
_NEXT = re.compile(
    r"\s*,\s*(?:and\s+|then\s+)?(?:(?:the\s+|their\s+|its\s+)?(?:names?|texts?|labels?|descriptions?|titles?|data|details)\s+(?:from|of|in)\s+)?"
    r"(?=[A-Za-z_]\w*\s+(?:on|by|via)\s)",
    re.IGNORECASE,
)
"""Between two joins of one piece, the second with what is read there: ``, names from hr_user on user_id``."""
_BRACKET = re.compile(r"\s*\((?P<inside>[^()]*)\)")


def with_roles_told(target: TargetMapping, schema: Schema) -> tuple[TargetMapping, list[Assumed]]:
    """The target with join steps for the paragraph that tells them by roles, and what those assume.

    Args:
        target: its steps.
        schema: the tables.
    """
    if target.sections != ("",) or any(s.kind is not StepKind.NOTE for s in target.steps):
        return target, []
    told = [p for s in target.steps if (p := _paragraph(s, schema)) is not None]
    if len(told) != 1 or not _is_wanted(told[0]):
        return target, []
    (paragraph,) = told
    kept = needed_joins(paragraph, target)
    note = paragraph.note
    name_by_role(kept, target)
    steps = [replace(note, kind=StepKind.DRIVING, table=paragraph.driving.name, condition="")]
    steps += [step_of(each, paragraph) for each in kept]
    left = [replace(note, condition=sentence) for sentence in paragraph.left]
    others = [each for s in target.steps for each in (left if s is note else [s])]
    assumed = [
        Assumed(f"{paragraph.kind_of(each) or 'left'} join {each.table.name} on {each.condition}", note.cell)
        for each in kept
        if not each.sure
    ]
    return replace(target, steps=(*steps, *others)), assumed


def _is_wanted(paragraph: Paragraph) -> bool:
    """Whether roles are told, or kinds apart from the joins, which readers of one join alone don't follow."""
    nouns = paragraph.kinds.own
    known = all(any(is_called(n, j.table.name, j.role) for j in paragraph.joins) for n in nouns)
    return known and bool(
        any(j.role for j in paragraph.joins) or (paragraph.joins and paragraph.kinds.says_anything)
    )


def _paragraph(note: Step, schema: Schema) -> Paragraph | None:
    """What a note tells; None where it names no table first, or a join of it is not understood."""
    head = _HEAD.match(" ".join(note.condition.split()))
    driving = find_table(schema, head["table"]) if head is not None else None
    if head is None or driving is None:
        return None
    told = Paragraph(driving, note)
    first, *sentences = _sentences(f"x{head['rest']}")
    first = first.removeprefix("x").strip(" .")
    if first and not _take_first(first, told, schema):
        return None
    return told if all(_take(sentence, told, schema) for sentence in sentences) else None


def _sentences(text: str) -> Iterator[str]:
    """Sentences, cut at semicolons outside brackets, too."""
    for sentence in sentences_of(text):
        yield from (p for piece in re.split(r";\s*(?![^()]*\))", sentence) if (p := piece.strip(" .")))


def _take_first(text: str, told: Paragraph, schema: Schema) -> bool:
    """Take what is said of the first table; False where that is no join that is understood."""
    found = _FIRST.match(text)
    made = _joins_in(found["item"], "", told, schema) if found is not None else []
    for each in made:
        each.kind = each.kind or ((found["kind"] or "").lower() if found is not None else "")
        each.plainly = not each.kind
    told.joins += made
    return bool(made)


def _take(text: str, told: Paragraph, schema: Schema) -> bool:
    """Take one sentence; False where it begins as a join and is none that is understood."""
    role = _ROLE.match(text) or _AGAIN.match(text)
    item = role["item"] if role is not None else text
    word = re.match(r"(?:the\s+|table\s+)*([A-Za-z_][\w$]*)\s*,?\s+(?:on|by|via|over|through|using)\s", item)
    if word is not None and find_table(schema, word.group(1)) is not None:
        made = _joins_in(item, role["role"] if role is not None else "", told, schema)
        told.joins += made
        return bool(made)
    if not kinds_said(text, told.kinds):
        told.left.append(text)
    return True


def _joins_in(text: str, role: str, told: Paragraph, schema: Schema) -> list[RoleJoin]:
    """The joins of one piece, ``job_dept on job_id, dept on dept_id``; none where a word of it is not understood."""
    found: list[RoleJoin] = []
    for item in _NEXT.split(text):
        asides = " , ".join(match["inside"] for match in _BRACKET.finditer(item))
        match = _ITEM.match(_BRACKET.sub("", item).strip(" ,."))
        table = find_table(schema, match["table"]) if match is not None else None
        if match is None or table is None:
            return []
        kind = kind_said(match["behind"])
        beside = kind_said(asides, told.driving.name, table.name)
        made = _linked(match["keys"], table, role, [*told.joins, *found], told, schema)
        if kind is None or beside is None or (kind and beside and kind != beside) or made is None:
            return []
        made.kind = kind or beside
        found.append(made)
    return found


def _linked(
    keys: str, table: SourceTable, role: str, before: Sequence[RoleJoin], told: Paragraph, schema: Schema
) -> RoleJoin | None:
    """The join of a table by its keys; None where a side has no such column."""
    taken = [told.driving.name, *(j.alias for j in before)]
    wanted = "_".join(words(role)) if role and table.name in taken else table.name
    there = Relation(table.name, unique_alias(wanted, taken), JoinKind.LEFT)
    placed = [Relation(told.driving.name, told.driving.name, JoinKind.DRIVING)]
    placed += [Relation(j.table.name, j.alias, JoinKind.LEFT) for j in before]
    links = [link_by(key, there, placed, schema) for key in re.split(r"\s*(?:\band\b|\+)\s*", keys)]
    found = [link for link in links if link is not None]
    if len(found) < len(links):
        return None
    condition = " and ".join(link.sql for link in found)
    to = frozenset(link.to for link in found)
    return RoleJoin(table, role, condition, there.alias, to, sure=all(link.sure for link in found))
