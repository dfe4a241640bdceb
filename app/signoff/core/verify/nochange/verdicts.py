"""What the two witnesses come to, column by column, against what the accepted edits name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from signoff.core.domain.edits import EditKind, EditScript, MandatedEdit
from signoff.core.domain.proofs import ColumnProof, ColumnVerdict, NoChangeProof, Witness, WitnessState
from signoff.core.domain.sentences import say
from signoff.core.verify.nochange.by_run import RunWitness
from signoff.core.verify.nochange.by_text import TextWitness

_OF_ROWS = (
    EditKind.ADD_JOIN,
    EditKind.CHANGE_FILTER,
    EditKind.CHANGE_SOURCE,
    EditKind.ADD_BRANCH,
    EditKind.EXTEND_GROUP,
)
_HELP = (EditKind.EXTEND_CTE, EditKind.ADD_CTE, *_OF_ROWS)
_NOT_THERE = Witness(WitnessState.COULD_NOT_RUN)


@dataclass(frozen=True)
class Asked:
    """What was asked for."""

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids of the edits that name a column, by its folded name."""
    was: Mapping[str, str] = field(default_factory=dict)
    """Old by new name of renamed columns, both folded."""
    rows: tuple[str, ...] = ()
    """Ids of the edits that may change which rows there are."""
    keeps_rows: bool = True
    """None of these may: they only join something left."""
    others: tuple[str, ...] = ()
    """Ids of the edits of columns, which change rows only where equal rows are merged."""
    settings: bool = False
    """An edit changes how the table is kept."""


def asked_of(script: EditScript, moved: Mapping[str, str]) -> Asked:
    """What the edits that stand ask for.

    Args:
        script: proposed and accepted edits count, refused ones and suggestions don't.
        moved: old name by new one of columns that hold what a column held that is gone.
    """
    columns: dict[str, tuple[str, ...]] = {}
    standing = script.standing()
    for edit in standing:
        if edit.column and edit.kind not in _HELP:
            name = edit.column.casefold()
            columns[name] = (*columns.get(name, ()), edit.id)
    was = {new: old for new, old in moved.items() if _renames(standing, new, old)}
    for new, old in was.items():
        columns[new] = tuple(dict.fromkeys((*columns.get(new, ()), *columns.get(old, ()))))
    for edit in standing:
        if edit.was and edit.was.casefold() not in was.values():  # renamed and made otherwise: no value moved
            columns.setdefault(edit.was.casefold(), columns[edit.column.casefold()])
    of_rows = [edit for edit in standing if edit.kind in _OF_ROWS]
    others = tuple(e.id for e in standing if e.kind not in _OF_ROWS)
    settings = any(e.kind is EditKind.CHANGE_CONFIG for e in standing)
    keeps = all(map(_joins_left, of_rows))
    return Asked(columns, was, tuple(e.id for e in of_rows), keeps, others, settings)


def _renames(edits: Iterable[MandatedEdit], new: str, old: str) -> bool:
    renames = [e for e in edits if e.kind is EditKind.RENAME_COLUMN]
    return any(e.column.casefold() in (new, old) for e in renames)


def _joins_left(edit: MandatedEdit) -> bool:
    written = " ".join(splice.after for splice in edit.splices).casefold()
    return edit.kind is EditKind.ADD_JOIN and "left" in written.split()


@dataclass(frozen=True)
class Heard:
    """Everything the witnesses said."""

    text: Sequence[TextWitness]
    """Once for each state of the file."""
    apart: Sequence[TextWitness]
    """The same where the edits of rows are left out; empty where there are none."""
    run: RunWitness
    names: Sequence[tuple[str, str]]
    """New names in their order, each folded and as written."""
    kept: Sequence[tuple[str, str]]
    """New and old name, folded, of the columns that both have."""
    gone: Sequence[str]
    """Old names that are not there any more, as written; those of renamed columns among them."""
    settings: Sequence[str] = ()
    """Settings of the model that the two files have different values of."""


def proof_of(heard: Heard, asked: Asked) -> NoChangeProof:
    """The proof, its digests left empty: a verdict on each column and on the rows.

    Args:
        heard: what the witnesses said.
        asked: what was asked for.
    """
    rows, rows_run, verdict, rows_edits = _rows(heard, asked)
    old = {old.casefold() for _new, old in heard.kept} | {name.casefold() for name in heard.gone}
    columns = []
    for name, written in heard.names:
        source = asked.was.get(name, name)
        if source not in old:
            columns.append(
                ColumnProof(written, ColumnVerdict.ADDED, _NOT_THERE, _NOT_THERE, "", _ids(asked, name))
            )
            continue
        columns.append(_column(name, written, source, heard, asked, rows_edits))
    renamed = set(asked.was.values())
    columns += [
        ColumnProof(name, ColumnVerdict.GONE, _NOT_THERE, _NOT_THERE, "", _ids(asked, name.casefold()))
        for name in heard.gone
        if name.casefold() not in renamed
    ]
    return NoChangeProof(tuple(columns), rows, rows_run, verdict, rows_edits)


def _ids(asked: Asked, name: str) -> tuple[str, ...]:
    return asked.columns.get(name, ())


def _column(
    name: str, written: str, source: str, heard: Heard, asked: Asked, rows_edits: tuple[str, ...]
) -> ColumnProof:
    by_text = _joined([_said(each, name) for each in heard.text])
    apart = _joined([_said(each, name) for each in heard.apart]) if heard.apart else by_text
    by_run = heard.run.columns.get(name, Witness(WitnessState.COULD_NOT_RUN, say("proof.not_in_both")))
    macro = next((each.unknown[key] for each in heard.text for key in (name, "") if key in each.unknown), "")
    if macro and not by_run.differs:
        by_run = Witness(WitnessState.COULD_NOT_RUN, say("proof.macro", macro=macro))
    was, own = source if source != name else "", _ids(asked, name)
    is_open = name in heard.run.unstable and heard.run.rows.same
    if not by_text.same and apart.same and asked.keeps_rows and (by_run.same or is_open):
        by_text = Witness(WitnessState.SAME, say("proof.apart_from_join"))
    if _proven(by_text, by_run) and not (was and own):
        return ColumnProof(written, ColumnVerdict.IDENTICAL, by_text, by_run, was, own)
    if own:
        return ColumnProof(written, ColumnVerdict.MANDATED, by_text, by_run, was, own)
    is_free = bool(rows_edits) and (not asked.keeps_rows or rows_edits == asked.others)
    if apart.same and is_free:
        return ColumnProof(written, ColumnVerdict.MANDATED, by_text, by_run, was, rows_edits)
    return ColumnProof(written, ColumnVerdict.UNMANDATED, by_text, by_run, was)


def _proven(by_text: Witness, by_run: Witness) -> bool:
    """Neither speaks against it, and at least one for it."""
    return not by_text.differs and not by_run.differs and (by_text.same or by_run.same)


def _rows(heard: Heard, asked: Asked) -> tuple[Witness, Witness, ColumnVerdict, tuple[str, ...]]:
    by_text, by_run = _joined([each.rows for each in heard.text]), heard.run.rows
    macro = next((each.unknown[""] for each in heard.text if "" in each.unknown), "")
    if macro and not by_run.differs:
        by_run = Witness(WitnessState.COULD_NOT_RUN, say("proof.macro", macro=macro))
    if heard.settings and not asked.settings:
        said = say("proof.settings_differ", names=", ".join(heard.settings))
        return Witness(WitnessState.DIFFERS, said), by_run, ColumnVerdict.UNMANDATED, ()
    if _proven(by_text, by_run):
        return by_text, by_run, ColumnVerdict.IDENTICAL, ()
    apart = bool(heard.apart) and _joined([each.rows for each in heard.apart]).same
    if apart and asked.rows and not (asked.keeps_rows and by_run.differs):
        return by_text, by_run, ColumnVerdict.MANDATED, asked.rows
    is_regrouped = all(each.rows.same or each.is_regrouped for each in heard.text)
    if asked.others and not asked.rows and by_text.differs and (by_run.same or is_regrouped):
        return by_text, by_run, ColumnVerdict.MANDATED, asked.others
    return by_text, by_run, ColumnVerdict.UNMANDATED, ()


def _said(witness: TextWitness, name: str) -> Witness:
    if witness.reason:
        return Witness(WitnessState.COULD_NOT_RUN, witness.reason)
    found = witness.columns.get(name) or witness.columns.get("*")
    return found or Witness(WitnessState.COULD_NOT_RUN, say("proof.not_in_both"))


def _joined(witnesses: Sequence[Witness]) -> Witness:
    """One word for all states of a file: a difference first, then what could not be told."""
    for state in (WitnessState.DIFFERS, WitnessState.COULD_NOT_RUN):
        found = next((each for each in witnesses if each.state is state), None)
        if found is not None:
            return found
    return witnesses[0]
