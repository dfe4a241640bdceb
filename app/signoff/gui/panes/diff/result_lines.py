"""What changes in the result, column by column: a verdict in words of the screen, and the rows behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signoff.core.domain.edits import EditScript
from signoff.core.domain.proofs import ColumnProof, ColumnVerdict, NoChangeProof, Witness
from signoff.core.domain.review import ROWS
from signoff.core.verify.compare import ResultDifference
from signoff.gui.panes.diff.words import say
from signoff.gui.widgets.marks import Mark


@dataclass(frozen=True)
class ResultLine:
    """One column of either result, or which rows there are."""

    name: str
    """Column, or `ROWS`."""
    mark: Mark
    verdict: str
    """In words of the screen."""
    reasons: tuple[str, ...] = ()
    """What each witness says."""
    was: str = ""
    """Its old name."""
    rows: int = 0
    """Sample rows whose value differs."""
    bars: bool = False
    """It keeps the table from being signed."""
    is_quiet: bool = False
    """Unchanged, and proven to be."""
    edits: tuple[str, ...] = ()
    """Ids of the edits that ask for it."""

    @property
    def title(self) -> str:
        """The column as the list names it."""
        if self.name == ROWS:
            return say("Which rows there are")
        return say("{name}, before {was}").format(name=self.name, was=self.was) if self.was else self.name


def result_lines(
    proof: NoChangeProof | None, difference: ResultDifference | None, script: EditScript | None
) -> tuple[ResultLine, ...]:
    """Every column, what bars signing first, what is unchanged last.

    Args:
        proof: the no-change proof; None where none was made.
        difference: the two results on the sample rows; None where they could not be compared.
        script: the edits.
    """
    counts = {c.name.casefold(): c.rows for c in difference.columns} if difference else {}
    if proof is not None:
        lines = [_rows_line(proof, difference), *(_line(c, counts) for c in proof.columns)]
    elif difference is not None:
        lines = [*_without_proof(difference, script)]
    else:
        lines = []
    return tuple(sorted(lines, key=_order))


def headline(proof: NoChangeProof | None, lines: Sequence[ResultLine]) -> str:
    """What it comes to, in a sentence."""
    barring = [line for line in lines if line.bars]
    if proof is None:
        return say("No no-change proof was made yet; draft this table again to have one.")
    if barring:
        names = ", ".join(line.title for line in barring[:5])
        return say("Changed without being asked, which keeps this table from being signed: {names}.").format(
            names=names
        )
    quiet = sum(line.is_quiet and line.name != ROWS for line in lines)
    asked = sum(not line.is_quiet and line.name != ROWS for line in lines)
    words = say(
        "Nothing changes without being asked: {quiet} columns unchanged, {asked} added or changed as asked."
    )
    words = words.format(quiet=f"{quiet:,}", asked=f"{asked:,}")
    return f"{words} {say('Some are proven by text only.')}" if proof.text_only else words


def _rows_line(proof: NoChangeProof, difference: ResultDifference | None) -> ResultLine:
    unmandated = proof.rows_verdict is ColumnVerdict.UNMANDATED
    quiet = proof.rows_verdict is ColumnVerdict.IDENTICAL
    differ = difference.only_old + difference.only_new if difference else 0
    if quiet:
        verdict = _unchanged(proof.rows, proof.rows_by_run)
    else:
        verdict = say("changed without being asked: bars signing") if unmandated else say("changed as asked")
    return ResultLine(
        ROWS,
        _mark(bars=unmandated, quiet=quiet),
        verdict,
        _reasons(proof.rows, proof.rows_by_run),
        rows=differ,
        bars=unmandated,
        is_quiet=quiet,
        edits=proof.rows_edits,
    )


def _line(column: ColumnProof, counts: Mapping[str, int]) -> ResultLine:
    bars, quiet = column.without_mandate, column.verdict is ColumnVerdict.IDENTICAL
    return ResultLine(
        column.column,
        _mark(bars=bars, quiet=quiet),
        _unchanged(column.by_text, column.by_run) if quiet else _changed(column),
        _reasons(column.by_text, column.by_run) if column.verdict in _COMPARED else (),
        column.was if column.was.casefold() != column.column.casefold() else "",
        counts.get(column.column.casefold(), 0),
        bars,
        quiet,
        column.edits,
    )


_COMPARED = (ColumnVerdict.IDENTICAL, ColumnVerdict.MANDATED, ColumnVerdict.UNMANDATED)


def _unchanged(by_text: Witness, by_run: Witness) -> str:
    if by_text.same and by_run.same:
        return say("unchanged – proven by text and by run")
    if by_text.same:
        return say("unchanged – by text only, because {why}").format(why=_because(by_run.reason))
    return say("unchanged – same values on every sample row; its text reads differently")


def _because(reason: str) -> str:
    reason = reason.strip().rstrip(".")
    if not reason:
        return say("it could not be run")
    return reason if reason[:2].isupper() else reason[:1].lower() + reason[1:]


def _changed(column: ColumnProof) -> str:
    if column.verdict is ColumnVerdict.ADDED:
        return say("added as asked") if column.edits else say("added without being asked: bars signing")
    if column.verdict is ColumnVerdict.GONE:
        return say("taken out as asked") if column.edits else say("gone without being asked: bars signing")
    if column.verdict is ColumnVerdict.MANDATED:
        return say("changed as asked")
    return say("changed without being asked: bars signing")


def _reasons(by_text: Witness, by_run: Witness) -> tuple[str, ...]:
    said = (
        (say("By its text: {what}"), by_text),
        (say("By running both: {what}"), by_run),
    )
    return tuple(words.format(what=w.reason or _state(w)) for words, w in said)


def _state(witness: Witness) -> str:
    if witness.same:
        return say("the same")
    return say("differs") if witness.differs else say("could not be told")


def _mark(*, bars: bool, quiet: bool) -> Mark:
    if bars:
        return Mark.CROSS
    return Mark.DONE if quiet else Mark.PENCIL


def _without_proof(difference: ResultDifference, script: EditScript | None) -> Sequence[ResultLine]:
    """What running both on the sample rows tells alone."""
    asked: dict[str, list[str]] = {}
    for edit in script.edits if script else ():
        asked.setdefault(edit.column.casefold(), []).append(edit.id)
    lines = []
    for each in difference.columns:
        edits = tuple(asked.get(each.name.casefold(), ()))
        same = bool(each.before and each.after) and not each.rows and each.before == each.after
        if not each.before:
            verdict = say("added")
        elif not each.after:
            verdict = say("gone")
        elif same:
            verdict = say("same values on the sample rows; not proven")
        else:
            verdict = say("other values on the sample rows")
        mark = Mark.OPEN if same else Mark.PENCIL
        lines.append(ResultLine(each.name, mark, verdict, rows=each.rows, is_quiet=same, edits=edits))
    return lines


def _order(line: ResultLine) -> tuple[bool, bool, bool]:
    return (not line.bars, line.is_quiet, line.name != ROWS)


def renames_of(proof: NoChangeProof | None) -> dict[str, str]:
    """New names by the old ones in lower case."""
    columns = proof.columns if proof else ()
    return {c.was.casefold(): c.column for c in columns if c.was and c.was.casefold() != c.column.casefold()}
