"""Clauses that say what is done with a table before it is joined: ``Cash is summed per invoice_id, then joined``.

Each becomes a step that joins the table with those words behind its key, so that one place reads them all.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.inner_texts import read_inside
from signoff.core.merge.spine_texts import read_spine
from signoff.core.merge.spines import spine_relation
from signoff.core.merge.spoken_tables import spoken_table

_SUBJECT = r"(?P<subject>(?:the\s+|all\s+)?[\w.$]+(?:\s+[\w.$]+){0,2}?)"
_VERB = (
    r"(?:sum(?:med)?(?:\s+up)?|total(?:l?ed)?|count(?:ed)?|averaged?|add(?:ed)?\s+up|(?:pre-?)?aggregated?|group(?:ed)?"
    r"|summari[sz]ed?|rolled\s+up|roll\s+up|collapsed?|condensed?)"
)
_FIRST = r"\b(?:first|beforehand|before|then|in\s+advance|up\s+front|prior)\b"
_SAID = re.compile(
    rf"^{_SUBJECT}\s+(?:is|are|gets?|must\s+be|has\s+to\s+be|have\s+to\s+be|should\s+be)\s+(?:to\s+be\s+)?"
    rf"(?P<how>{_VERB}\s+(?:up\s+)?(?:first\s+)?(?:by|per|to|on|over|for)\s.+)$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"^(?:.*?[:,]\s*)?(?P<verb>{_VERB})\s+(?:up\s+)?(?:the\s+|all\s+)?(?P<subject>[\w.$]+(?:\s+[\w.$]+){{0,2}}?)\s+"
    r"(?P<rest>(?:by|per|for\s+each|for\s+every)\s.+)$",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    rf"^(?:take|use|from|with)\s+{_SUBJECT}\s*,\s*(?P<how>{_VERB}\s+(?:them\s+|it\s+|up\s+)*(?:by|per|for\s+each)\s.+)$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\((?P<inside>[^()]*)\)")
_SENTENCES = re.compile(r"(?<=[\w)])[.;]\s+|\n+")
_KEY_WORDS = re.compile(r"\s+(?:and\s+)?(?:only\s+)?(?:then|first|before\w*)\b.*$", re.IGNORECASE)


def first_steps(text: str, note: Step, target: TargetMapping, schema: Schema) -> list[Step]:
    """The join that a text asks for after summing up a table; empty when it says anything else.

    Args:
        text: a clause of a note, or the cell that stands beside a column.
        note: the step, or a step with the cell, that the text is of.
        target: its sources tell which table a word such as ``payments`` means.
        schema: the tables.
    """
    plain = " ".join(_BRACKETS.sub("", text).split()).strip(" .;,")
    if re.search(_FIRST, plain, re.IGNORECASE) is None:
        return []
    for subject, how in _readings(plain):
        inside = read_inside(how)
        table = spoken_table(subject, target, schema)
        if inside is None or inside.latest or table is None:
            continue
        keys = _KEY_WORDS.sub("", inside.keys).strip(" ,")
        step = replace(note, kind=StepKind.LEFT_JOIN, table=table.name, alias="", condition=f"{keys}; {how}")
        return [step, *_remarks(text, note)]
    return []


def taken_out(text: str, note: Step, target: TargetMapping, schema: Schema) -> tuple[list[Step], str]:
    """The steps of each sentence of a text that `first_steps` understands, and the text without those."""
    steps: list[Step] = []
    rest: list[str] = []
    for sentence in _SENTENCES.split(text):
        if steps and steps[-1].kind is StepKind.DRIVING and read_spine(f"{steps[-1].condition}. {sentence}"):
            steps[-1] = replace(steps[-1], condition=f"{steps[-1].condition}. {sentence}")
            continue
        found = _spine_steps(sentence, note, target, schema) or first_steps(sentence, note, target, schema)
        steps += found
        rest += [] if found else [sentence]
    return steps, "; ".join(rest) if steps else text


def _spine_steps(text: str, note: Step, target: TargetMapping, schema: Schema) -> list[Step]:
    """The step that starts from rows a text asks to be made, such as one for each month of a range."""
    spine = read_spine(text)
    if spine is None or spine_relation(spine, schema, target, (), note.table, note.cell) is None:
        return []
    return [replace(note, kind=StepKind.DRIVING, alias="", condition=text.strip())]


def _remarks(text: str, note: Step) -> list[Step]:
    """What stands in brackets limits the rows: a filter, which is reported where nobody understands it."""
    said = [m["inside"].strip() for m in _BRACKETS.finditer(text) if m["inside"].strip()]
    return [replace(note, kind=StepKind.FILTER, condition=each, table="", alias="") for each in said]


def _readings(plain: str) -> list[tuple[str, str]]:
    """What is summed up, and how, in each way the text can be read."""
    found = []
    for shape in (_SAID, _TAKEN):
        match = shape.match(plain)
        if match is not None:
            found.append((match["subject"], match["how"]))
    match = _TOLD.match(plain)
    if match is not None:
        found.append((match["subject"], f"{match['verb']} {match['rest']}"))
    return found
