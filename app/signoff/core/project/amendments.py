"""Answers to questions on the document: kept beside it, worked in when it is read for lint, drafting and review."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.amended import amended
from signoff.core.domain.amending import Amendment
from signoff.core.domain.spec import Spec, TargetMapping
from signoff.core.project.drafting import fold
from signoff.core.project.inputs import Inputs

_KIND = "amendment"


class Amendments(Inputs):
    """Reads and writes of answers to questions on the document."""

    _present: tuple[int, tuple[Amendment, ...]] | None = None
    """The entry of the last answer, and the present answers."""
    _worked_in: tuple[Spec, int, Spec] | None = None
    """The spec as read, the entry of the last answer, and the two put together."""

    def put_amendment(self, amendment: Amendment, *, by: str) -> None:
        """Keep an answer; it takes the place of an earlier one to the same question."""
        self.put("answer", _KIND, _key(amendment.target, amendment.question), amendment, by=by)

    def drop_amendment(self, target: str, question: str, *, by: str) -> None:
        """Take an answer out of the present; it stays in the history."""
        self.put("take back", _KIND, _key(target, question), None, by=by)

    def amendments(self) -> tuple[Amendment, ...]:
        """The present answers, in the order the questions were first answered."""
        last = self._last_amendment()
        if self._present is None or self._present[0] != last:
            self._present = (last, tuple(self.all(_KIND, Amendment).values()))
        return self._present[1]

    @property
    def amended_spec(self) -> Spec | None:
        """What was read from the document, with the present answers worked in."""
        spec = self.spec
        if spec is None:
            return None
        last = self._last_amendment()
        if self._worked_in is None or self._worked_in[0] is not spec or self._worked_in[1] != last:
            self._worked_in = (spec, last, amended(spec, self.amendments()))
        return self._worked_in[2]

    def is_answered_since(self, target: str, seq: int) -> bool:
        """Whether an answer given or taken back after an entry makes a target another one than it was."""
        spec = self.spec
        read = spec.target(target) if spec else None
        if spec is None or read is None or self.marks_of(_KIND, fold(target)) <= seq:
            return False
        alone = replace(spec, targets=(read,))
        return _bare(amended(alone, self._amendments_as_of(target, seq))) != _bare(
            amended(alone, self._amendments_as_of(target, self.mark()[0]))
        )

    def marks_of(self, kind: str, lead: str) -> int:
        """Number of the last entry that wrote a kind of record under a key that begins with a part; 0 for none."""
        rows = self._rows(
            "SELECT coalesce(max(seq), 0) FROM record WHERE kind = ? AND substr(key, 1, ?) = ?",
            (kind, len(lead) + 1, lead + "\x1f"),
        )
        return int(rows[0][0])

    def _amendments_as_of(self, target: str, seq: int) -> tuple[Amendment, ...]:
        lead = fold(target) + "\x1f"
        present: dict[str, Amendment | None] = {}
        for key, body in self._rows(
            "SELECT key, body FROM record WHERE kind = ? AND seq <= ? AND substr(key, 1, ?) = ? ORDER BY seq, place",
            (_KIND, seq, len(lead), lead),
        ):
            present[key] = None if body is None else self._read(body, Amendment)
        return tuple(each for each in present.values() if each is not None)

    def _last_amendment(self) -> int:
        rows = self._rows("SELECT coalesce(max(seq), 0) FROM record WHERE kind = ?", (_KIND,))
        return int(rows[0][0])


def _key(target: str, question: str) -> str:
    return f"{fold(target)}\x1f{question}"


def _bare(spec: Spec) -> tuple[TargetMapping, ...]:
    return tuple(replace(target, amendments=()) for target in spec.targets)
