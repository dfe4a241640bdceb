"""What people said in a project: answers, decisions, comments, waivers, sign-offs, exports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from signoff.core.domain.review import Answer, Comment, Decision, SignOff, Waiver
from signoff.core.project.drafting import Drafting, fold, place, same


@dataclass(frozen=True)
class Written:
    """An expression written by hand."""

    target: str
    column: str
    sql: str
    by: str
    reason: str = ""


@dataclass(frozen=True)
class Withdrawal:
    """A sign-off taken back."""

    target: str
    binding: str
    reason: str
    by: str
    at: str


@dataclass(frozen=True)
class Asked:
    """A question, or a column, that somebody else was asked about."""

    target: str
    column: str
    whom: str
    text: str
    by: str
    at: str


@dataclass(frozen=True)
class Exported:
    """One export."""

    folder: str
    targets: tuple[str, ...]
    manifest: str
    """SHA-256 of the export's manifest."""
    by: str
    at: str
    files: tuple[tuple[str, str], ...] = ()
    """Path and SHA-256 of the files written, whose bytes the project keeps; older records have none."""
    replaced: tuple[str, ...] = ()
    """Files that somebody had edited and that were written anew."""


_T = TypeVar("_T")


@dataclass(frozen=True)
class Dated(Generic[_T]):
    """A value with the entry that wrote it."""

    seq: int
    at: str
    """ISO 8601, UTC."""
    by: str
    value: _T


class Decisions(Drafting):
    """Reads and writes of what people said."""

    def put_answer(self, answer: Answer) -> None:
        """Keep an answer; an earlier one stays in the history."""
        self.put("answer", "answer", answer.question, answer, by=answer.by)

    def answers(self, target: str | None = None) -> tuple[Answer, ...]:
        """The present answers, all or those to a question about a target."""
        found = self.all("answer", Answer).values()
        if target is None:
            return tuple(found)
        asked = {a.question: self.question(a.question) for a in found}
        return tuple(a for a in found if (q := asked[a.question]) is not None and same(q.target, target))

    def answer_history(self, question_id: str) -> tuple[Answer, ...]:
        """Every answer to a question, oldest first."""
        return self.history("answer", Answer, question_id)

    def put_written(self, written: Written) -> None:
        """Keep an expression written by hand."""
        key = place(written.target, written.column)
        with self.act("write expression", f"{written.target}.{written.column}", by=written.by):
            self.put("write", "written", key, written, by=written.by)

    def drop_written(self, target: str, column: str, *, by: str) -> None:
        """Take an expression written by hand out of the present; harmless when there is none."""
        key = place(target, column)
        if self.get("written", key, Written) is not None:
            self.put("drop written", "written", key, None, by=by)

    def written(self) -> tuple[Written, ...]:
        """The present expressions written by hand."""
        return tuple(self.all("written", Written).values())

    def put_decisions(self, decisions: Sequence[Decision], *, by: str) -> None:
        """Keep one decision, or several taken together, as one act."""
        subject = ", ".join(f"{d.target}.{d.column}" for d in decisions)
        with self.act("decide", subject, by=by):
            for each in decisions:
                self.put("decide", "decision", place(each.target, each.column), each, by=by)

    def decisions(self, target: str) -> tuple[Decision, ...]:
        """The latest decision on each column of a target, and on its rows."""
        return tuple(d for d in self.all("decision", Decision).values() if same(d.target, target))

    def put_comment(self, comment: Comment) -> None:
        """Keep a remark under a key of its own; every remark stays in the history."""
        with self.act("comment", f"{comment.target}.{comment.column}", by=comment.by):
            number = self.mark()[0] + 1
            key = f"{place(comment.target, comment.column)}\x1f{number}"
            self.put("comment", "comment", key, comment, by=comment.by)

    def comments(self, target: str) -> tuple[Comment, ...]:
        """Every present remark on a target, oldest first."""
        return tuple(c for c in self.all("comment", Comment).values() if same(c.target, target))

    def put_asked(self, asked: Asked) -> None:
        """Keep that somebody else was asked."""
        key = place(asked.target, asked.column)
        with self.act("ask somebody", f"{asked.target}.{asked.column}", by=asked.by):
            self.put("ask somebody", "asked", key, asked, by=asked.by)

    def settle_asked(self, target: str, column: str, *, by: str) -> None:
        """Take it back that somebody else is asked; harmless when nobody was."""
        key = place(target, column)
        if self.get("asked", key, Asked) is not None:
            self.put("settle", "asked", key, None, by=by)

    def asked(self) -> tuple[Asked, ...]:
        """Whatever others were asked and did not say yet, oldest first."""
        return tuple(self.all("asked", Asked).values())

    def put_waiver(self, waiver: Waiver) -> None:
        """Keep a waiver; it takes the place of an earlier one for the same code and column."""
        key = f"{place(waiver.target, waiver.column)}\x1f{waiver.code}"
        with self.act("waive", f"{waiver.target}.{waiver.column} {waiver.code}", by=waiver.by):
            self.put("waive", "waiver", key, waiver, by=waiver.by)

    def waivers(self, target: str) -> tuple[Waiver, ...]:
        """The waivers on a target, lapsed ones too."""
        return tuple(w for w in self.all("waiver", Waiver).values() if same(w.target, target))

    def every_waiver(self) -> tuple[Waiver, ...]:
        """The waivers on all targets, lapsed ones too."""
        return tuple(self.all("waiver", Waiver).values())

    def put_shown(self, binding: str, parts: dict[str, str], *, by: str) -> None:
        """Keep what a binding stands for, so that a later difference can be told in words."""
        if self.shown(binding) is None:
            self.put("keep what was shown", "shown", binding, parts, by=by)

    def shown(self, binding: str) -> dict[str, str] | None:
        """What a binding stands for."""
        return self.get("shown", binding, dict[str, str])

    def put_sign_off(self, sign_off: SignOff) -> None:
        """Keep a sign-off."""
        with self.act("sign off", sign_off.target, by=sign_off.by):
            self.put("sign off", "sign_off", fold(sign_off.target), sign_off, by=sign_off.by)

    def sign_off(self, target: str) -> SignOff | None:
        """The sign-off of a target, unless it was withdrawn; whether it still holds is the gate's word."""
        return self.get("sign_off", fold(target), SignOff)

    def sign_off_history(self, target: str) -> tuple[SignOff, ...]:
        """Every sign-off of a target, oldest first."""
        return self.history("sign_off", SignOff, fold(target))

    def put_withdrawal(self, withdrawal: Withdrawal) -> None:
        """Take a sign-off back; it stays in the history."""
        with self.act("withdraw sign-off", withdrawal.target, by=withdrawal.by):
            self.put("withdraw", "withdrawal", fold(withdrawal.target), withdrawal, by=withdrawal.by)
            self.put("withdraw", "sign_off", fold(withdrawal.target), None, by=withdrawal.by)

    def withdrawals(self, target: str) -> tuple[Withdrawal, ...]:
        """Every withdrawal of a target's sign-offs, oldest first."""
        return self.history("withdrawal", Withdrawal, fold(target))

    def put_export(self, exported: Exported) -> None:
        """Keep that an export was written."""
        self.put("export", "export", exported.folder, exported, by=exported.by)

    def exports(self) -> tuple[Exported, ...]:
        """Every export, oldest first."""
        return self.history("export", Exported)

    def written_since(self, seq: int) -> tuple[Written, ...]:
        """Expressions written by hand after an entry."""
        return tuple(w for w in self.written() if self.written_at("written", place(w.target, w.column)) > seq)

    def dated(self, kind: str, shape: type[_T], key: str | None = None) -> tuple[Dated[_T], ...]:
        """Every value a kind, or a key and those that begin with it and a U+001F, ever had, oldest first."""
        rows = self._rows(
            "SELECT e.seq, e.at, e.by, r.body FROM record AS r JOIN entry AS e ON e.seq = r.seq "
            "WHERE r.kind = ? AND r.body IS NOT NULL AND (r.key = ? OR substr(r.key, 1, ?) = ? OR ?) "
            "ORDER BY r.seq, r.place",
            (kind, key or "", len(key or "") + 1, f"{key}\x1f", key is None),
        )
        return tuple(Dated(int(seq), at, by, self._read(body, shape)) for seq, at, by, body in rows)
