"""A reviewer's words in a file: answers, expressions, waivers and sign-offs, applied as that reviewer.

A script opens no gate: each word is the same act a person does, refused for the same reasons. Its reviewer's
name and the meaning of the sign-off say in the evidence that it was a script.

Answers and expressions come first; the targets they concern are then drafted again; decisions follow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cattrs
import yaml

from signoff.core.domain.codec import from_data
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Origin
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.project import session
from signoff.core.project.dossiers import dossier_of, dossiers
from signoff.core.project.project import Project
from signoff.core.review.gate import decision_on, holds, remarks, sign_gate, to_decide, waived_by

MEANING = "approved by a script"


@dataclass(frozen=True)
class ScriptAnswer:
    """The answer to whatever is asked about a column."""

    target: str
    column: str
    code: str = ""
    """Only for questions of this code; empty for any."""
    choice: str = ""
    """A choice's id or its words."""
    value: str = ""
    """A value of one's own."""


@dataclass(frozen=True)
class ScriptExpression:
    """An expression written by hand."""

    target: str
    column: str
    sql: str
    reason: str = ""


@dataclass(frozen=True)
class ScriptWaiver:
    """A remark that is accepted."""

    target: str
    code: str
    reason: str
    column: str = ""


@dataclass(frozen=True)
class Script:
    """One reviewer's words."""

    reviewer: str
    answers: tuple[ScriptAnswer, ...] = ()
    written: tuple[ScriptExpression, ...] = ()
    waivers: tuple[ScriptWaiver, ...] = ()
    sign: tuple[str, ...] = ()
    """Targets to approve and sign."""
    keep_drafts: str = ""
    """Why questions the script does not answer keep the draft as it is; empty leaves them open."""
    accept_remarks: str = ""
    """Why remarks the script does not name are accepted; empty leaves them standing."""


@dataclass
class Applied:
    """What became of a script."""

    done: list[str] = field(default_factory=list)
    """One line an act."""
    refused: list[str] = field(default_factory=list)
    """One line for each word that could not be acted on."""
    redraft: tuple[str, ...] = ()
    """Targets to draft again before anything in them is decided."""


def read_script(path: Path) -> Script:
    """A script from a YAML file.

    Raises:
        SignoffError: it can't be read, or lacks a reviewer, or holds something else.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        if not isinstance(data, Mapping):
            raise SignoffError(say("script.empty", file=path.name))
        return from_data(_as_text(data), Script)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as cause:
        raise SignoffError(say("script.unreadable", path=path, reason=cause)) from cause
    except (cattrs.BaseValidationError, KeyError, TypeError) as cause:
        raise SignoffError(say("script.incomplete", file=path.name)) from cause


def apply_words(project: Project, script: Script) -> Applied:
    """Say the script's answers and expressions; what is said already is not said again."""
    applied, by = Applied(), script.reviewer
    said = {(w.target.casefold(), w.column.casefold()): w.sql for w in project.written()}
    for each in script.written:
        if said.get((each.target.casefold(), each.column.casefold())) == each.sql:
            continue
        session.write_expression(project, each.target, each.column, each.sql, by=by, reason=each.reason)
        applied.done.append(f"{each.target}.{each.column} written by {by}")
    given = {a.question: a.value for a in project.answers()}
    for wanted in script.answers:
        for question in _meant(dossier_of(project, wanted.target), wanted):
            value = _value(question, wanted)
            if given.get(question.id) != value:
                session.answer(project, question.id, value, by=by)
                applied.done.append(f"{wanted.target}.{wanted.column} answered: {value}")
    if script.keep_drafts:
        _keep_drafts(project, by, applied)
    applied.redraft = tuple(d.target for d in dossiers(project) if d.draft_is_older)
    return applied


def apply_decisions(project: Project, script: Script) -> Applied:
    """Accept remarks, approve and sign as the script says; what bars a sign-off is reported."""
    applied, by = Applied(), script.reviewer
    for waiver in script.waivers:
        _waive(project, waiver, by, applied)
    for target in _reading_order(project, script.sign):
        dossier = dossier_of(project, target)
        if script.accept_remarks:
            _accept_remarks(project, target, script.accept_remarks, by, applied)
        _approve_all(project, dossier, by, applied)
        result = sign_gate(dossier_of(project, target), today=project.now()[:10])
        if result.open:
            applied.done.append(session.sign(project, target, by=by, meaning=MEANING).sentence)
        else:
            applied.refused += [f"{dossier.target}: {reason.message}" for reason in result.reasons]
    return applied


def _keep_drafts(project: Project, by: str, applied: Applied) -> None:
    """Answer what is still open with the choice that leaves the draft as it is, its first."""
    given = {a.question for a in project.answers()}
    for dossier in dossiers(project):
        for question in dossier.questions:
            if question.id not in given and question.choices:
                session.answer(project, question.id, question.choices[0].id, by=by)
                applied.done.append(f"{dossier.target}.{question.column}: the draft is kept")


def _accept_remarks(project: Project, target: str, reason: str, by: str, applied: Applied) -> None:
    dossier = dossier_of(project, target)
    for remark in remarks(dossier):
        _waive(project, ScriptWaiver(target, remark.code, reason, remark.column), by, applied)


def _waive(project: Project, waiver: ScriptWaiver, by: str, applied: Applied) -> None:
    dossier = dossier_of(project, waiver.target)
    column = waiver.column.casefold()
    found = [r for r in remarks(dossier) if r.code == waiver.code and r.column.casefold() == column]
    if found and waived_by(dossier, found[0], today=project.now()[:10]) is None:
        session.waive(project, waiver.target, waiver.column, waiver.code, waiver.reason, by=by)
        applied.done.append(f"{waiver.target}.{waiver.column} {waiver.code} accepted: {waiver.reason}")


def _approve_all(project: Project, dossier: Dossier, by: str, applied: Applied) -> None:
    together = session.approve_copied(project, dossier.target, by=by)
    done = {decision.column for decision in together}
    unresolved = {c.name for c in dossier.draft.columns if c.origin == Origin.UNRESOLVED}
    left = [
        name
        for name in to_decide(dossier)
        if name not in done | unresolved
        and not ((decided := decision_on(dossier, name)) and holds(dossier, decided))
    ]
    try:
        alone = session.approve_each(project, dossier.target, left, by=by, opened=False)
    except SignoffError as refusal:
        applied.refused.append(str(refusal))
        return
    applied.done.append(f"{dossier.target}: {len(done)} approved together, {len(alone)} one by one")


def _meant(dossier: Dossier, wanted: ScriptAnswer) -> list[Question]:
    return [
        question
        for question in dossier.questions
        if question.column.casefold() == wanted.column.casefold() and wanted.code in ("", question.code)
    ]


def _value(question: Question, wanted: ScriptAnswer) -> str:
    words = wanted.choice.casefold()
    picked = next(
        (c.id for c in question.choices if words and words in (c.id.casefold(), c.text.casefold())), ""
    )
    return picked or wanted.value or wanted.choice


def _reading_order(project: Project, names: tuple[str, ...]) -> list[str]:
    """The targets to sign, each after those it reads: `all` stands for every drafted one."""
    drafted = [d.target for d in project.drafts()]
    wanted = {n.casefold() for n in (drafted if "all" in names else names)}
    known = [name for name in drafted if name.casefold() in wanted]
    return known + [n for n in names if n != "all" and n.casefold() not in {k.casefold() for k in known}]


def _as_text(value: Any) -> Any:
    """Numbers and dates of the YAML as the text a person wrote."""
    if isinstance(value, Mapping):
        return {str(key): _as_text(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_text(each) for each in value]
    return "" if value is None else str(value)
