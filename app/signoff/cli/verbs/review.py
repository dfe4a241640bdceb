"""Decide on a project's targets: see what is open, answer, approve, ask for changes, accept remarks, sign."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from signoff.cli import papers
from signoff.cli.exit_codes import ExitCode
from signoff.cli.opening import add_project
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.origins import origin_words
from signoff.core.domain.review import ROWS
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.lint import FileRule
from signoff.core.lint.asking import is_name
from signoff.core.pipeline.questioning import questioned_project
from signoff.core.project import answering, session
from signoff.core.project.accepting import accept_remark
from signoff.core.project.dossiers import dossier_of, dossiers
from signoff.core.project.project import Project
from signoff.core.project.script import apply_decisions, apply_words, read_script
from signoff.core.project.taking_back import take_back
from signoff.core.review.confidence import confidence_in
from signoff.core.review.gate import decision_on, gate, holds, sign_gate

ASK = "ask"
SUMMARY = "answer, approve, accept remarks and sign"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The project, and one act; without one, what is open is listed."""
    add_project(parser)
    parser.add_argument("--script", type=Path, metavar="FILE", help="a reviewer's words as YAML; see docs")
    acts = parser.add_subparsers(dest="act", metavar="ACT")
    _act(acts, "show", "one target: rows, columns, questions, what bars its sign-off", "target", by=False)
    answer = _act(acts, "answer", "answer a question with a choice or a value", "question", "value")
    answer.add_argument(
        "--everywhere", action="store_true", help="the same for every column that is asked this"
    )
    _act(acts, "ask-again", "take the answer to a question on the document back", "question")
    _act(acts, "rule", "set a rule of the whole file; 'ask' asks about each column again", "topic", "value")
    approve = _act(acts, "approve", "approve a column, the rows, or what is copied unchanged", "target")
    approve.add_argument("column", nargs="*", metavar="COLUMN")
    approve.add_argument("--rows", action="store_true", help="the Rows card")
    approve.add_argument("--copied", action="store_true", help="all columns copied unchanged, together")
    change = _act(acts, "change", "ask for another expression", "target", "column")
    change.add_argument("--comment", required=True, metavar="TEXT")
    comment = _act(acts, "comment", "leave a remark on a column", "target", "column")
    comment.add_argument("--text", required=True, metavar="TEXT")
    waive = _act(acts, "waive", "accept a remark with a reason", "target", "code")
    waive.add_argument("--column", default="", metavar="COLUMN")
    waive.add_argument("--reason", required=True, metavar="TEXT")
    waive.add_argument("--until", default="", metavar="DATE", help="ISO date after which it counts again")
    write = _act(acts, "write", "write an expression by hand", "target", "column")
    write.add_argument("--sql", required=True, metavar="SQL")
    write.add_argument("--reason", default="", metavar="TEXT")
    _act(acts, "take-back", "take a decision back; (rows) is the Rows card", "target", "column")
    proofs = _act(acts, "proofs", "what to make of columns that are proven by their text alone", "word")
    proofs.epilog = "WORD is accept (a remark to accept with a reason), suffice, or bar."
    _act(acts, "sign", "sign a target off", "target")
    withdraw = _act(acts, "withdraw", "take a sign-off back", "target")
    withdraw.add_argument("--reason", required=True, metavar="TEXT")
    papers.add_acts(acts)


def _act(
    acts: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    words: str,
    *places: str,
    by: bool = True,
) -> argparse.ArgumentParser:
    parser = acts.add_parser(name, help=words)
    for place in places:
        parser.add_argument(place, metavar=place.upper())
    if by:
        parser.add_argument(
            "--by", required=True, metavar="NAME", help="who decides; written into the record"
        )
    return parser


def run(arguments: argparse.Namespace) -> ExitCode:
    """Do one act, apply a script, or list what is open."""
    if arguments.script and arguments.act:
        raise SignoffError("Give a script or one act, not both.")
    if arguments.script:
        return _apply(arguments)
    if arguments.act in papers.ACTS:
        return papers.ACTS[arguments.act](arguments)
    if arguments.act in (None, "show"):
        with Project.open(arguments.project, read_only=True) as project:
            if arguments.act == "show":
                _show(dossier_of(project, arguments.target), project)
            else:
                _list(project)
        return ExitCode.DONE
    with Project.open(arguments.project, by=arguments.by) as project:
        _say_notice(project)
        print(_ACTS[arguments.act](project.require_writing(), arguments))
    return ExitCode.DONE


def _say_notice(project: Project) -> None:
    if project.notice:
        print(project.notice, file=sys.stderr)


def _answer(project: Project, arguments: argparse.Namespace) -> str:
    if project.question(arguments.question) is None:
        found = questioned_project(project)
        question = found.question(arguments.question)
        is_shared = bool(question and any(question.topic == rule.topic for rule in found.rules))
        if question is not None and is_shared and (arguments.everywhere or is_name(question.topic)):
            return _everywhere(project, found.rule(question.topic), arguments.value, arguments.by)
        if question is not None:
            made = answering.answer_document(project, question, arguments.value, by=arguments.by)
            return f"{made.target}.{made.column}: {made.answer}"
    session.answer(project, arguments.question, arguments.value, by=arguments.by)
    return f"{arguments.question}: {arguments.value}"


def _everywhere(project: Project, rule: FileRule, value: str, by: str) -> str:
    made = answering.set_file_rule(project, rule, value, by=by)
    return f"{rule.words}: {made[0].answer if made else 'each column is asked about'}, {len(made)} columns"


def _rule(project: Project, arguments: argparse.Namespace) -> str:
    rule = questioned_project(project).rule(arguments.topic)
    value = "" if arguments.value == ASK else arguments.value
    return _everywhere(project, rule, value, arguments.by)


def _ask_again(project: Project, arguments: argparse.Namespace) -> str:
    found = answering.ask_again(project, arguments.question, by=arguments.by)
    return f"{found.target}.{found.column}: asked again"


def _approve(project: Project, arguments: argparse.Namespace) -> str:
    target, by = arguments.target, arguments.by
    made = list(session.approve_copied(project, target, by=by)) if arguments.copied else []
    columns = [*arguments.column, *([ROWS] if arguments.rows else [])]
    if columns:
        made += session.approve(project, target, columns, by=by)
    if not made and not arguments.copied:
        raise SignoffError("Name a column, or give --rows or --copied.")
    names = ", ".join(decision.column for decision in made) or "nothing is copied unchanged and undecided"
    return f"{target}: approved {names}"


def _change(project: Project, arguments: argparse.Namespace) -> str:
    decided = session.request_change(
        project, arguments.target, arguments.column, arguments.comment, by=arguments.by
    )
    return f"{decided.target}.{decided.column}: {decided.verdict.value}"


def _take_back(project: Project, arguments: argparse.Namespace) -> str:
    taken = take_back(project, arguments.target, arguments.column, by=arguments.by)
    return f"{taken.target}.{taken.column}: {taken.verdict.value}"


def _comment(project: Project, arguments: argparse.Namespace) -> str:
    made = session.add_comment(project, arguments.target, arguments.column, arguments.text, by=arguments.by)
    return f"{made.target}.{made.column}: {made.text}"


def _proofs(project: Project, arguments: argparse.Namespace) -> str:
    """Set what a proof by text alone is worth."""
    project.set_proof_policy(arguments.word, by=arguments.by)
    return f"text alone: {arguments.word}"


def _waive(project: Project, arguments: argparse.Namespace) -> str:
    if project.draft(arguments.target) is None:
        return _accept(project, arguments)
    waiver = session.waive(
        project,
        arguments.target,
        arguments.column,
        arguments.code,
        arguments.reason,
        by=arguments.by,
        until=arguments.until,
    )
    return f"{waiver.target}.{waiver.column} {waiver.code}: accepted"


def _accept(project: Project, arguments: argparse.Namespace) -> str:
    """Accept a remark on a target that is not drafted yet."""
    findings = questioned_project(project).findings
    wanted = (arguments.target.casefold(), arguments.column.casefold(), arguments.code)
    found = next((f for f in findings if (f.target.casefold(), f.column.casefold(), f.code) == wanted), None)
    if found is None:
        raise SignoffError(say("review.no_remark_on_table", code=arguments.code, target=arguments.target))
    waiver = accept_remark(project, found, findings, arguments.reason, by=arguments.by, until=arguments.until)
    return f"{waiver.target}.{waiver.column} {waiver.code}: accepted"


def _write(project: Project, arguments: argparse.Namespace) -> str:
    written = session.write_expression(
        project, arguments.target, arguments.column, arguments.sql, by=arguments.by, reason=arguments.reason
    )
    return f"{written.target}.{written.column}: written by {written.by}; draft the target again"


def _sign(project: Project, arguments: argparse.Namespace) -> str:
    return session.sign(project, arguments.target, by=arguments.by).sentence


def _withdraw(project: Project, arguments: argparse.Namespace) -> str:
    withdrawn = session.withdraw(project, arguments.target, arguments.reason, by=arguments.by)
    return f"{withdrawn.target}: sign-off withdrawn"


_ACTS: dict[str, Callable[[Project, argparse.Namespace], str]] = {
    "answer": _answer,
    "rule": _rule,
    "ask-again": _ask_again,
    "approve": _approve,
    "change": _change,
    "comment": _comment,
    "waive": _waive,
    "proofs": _proofs,
    "write": _write,
    "sign": _sign,
    "take-back": _take_back,
    "withdraw": _withdraw,
}


def _apply(arguments: argparse.Namespace) -> ExitCode:
    """A script's words, and when no target has to be drafted again because of them, its decisions."""
    script = read_script(arguments.script)
    with Project.open(arguments.project, by=script.reviewer) as project:
        _say_notice(project)
        words = apply_words(project.require_writing(), script)
        decided = None if words.redraft else apply_decisions(project, script)
    for line in (*words.done, *(decided.done if decided else ())):
        print(line)
    if decided is None:
        names = ", ".join(words.redraft)
        print(
            f"{names}: answered after drafting. Run `signoff generate {arguments.project}`, then this again.",
            file=sys.stderr,
        )
        return ExitCode.NOT_DONE
    for line in decided.refused:
        print(f"not signed: {line}", file=sys.stderr)
    return ExitCode.NOT_DONE if decided.refused else ExitCode.DONE


def _list(project: Project) -> None:
    today = project.now()[:10]
    for dossier in dossiers(project):
        result = gate(dossier, today=today)
        state = "signed" if result.open else f"{len(sign_gate(dossier, today=today).reasons)} open"
        print(f"{dossier.target}: {len(dossier.draft.columns)} columns, {state}")
        answered = {a.question for a in dossier.answers}
        for question in dossier.questions:
            if question.id not in answered:
                choices = "; ".join(f"{c.id} = {c.text}" for c in question.choices)
                print(f"  ? {question.id} {question.text} [{choices}]")


def _show(dossier: Dossier, project: Project) -> None:
    card = dossier.verification.card if dossier.verification else None
    rows = f"{card.rows:,} rows, one per {card.one_row_per or '?'}" if card else "rows not counted yet"
    print(f"{dossier.target}: {rows}")
    for step in card.steps if card else ():
        print(f"  {step.words}: {step.rows_in} read, {step.left_out} left out, {step.doubled} doubled")
    print(f"  {_decided(dossier, ROWS)}")
    for column in dossier.draft.columns:
        sql = " | ".join(e.sql for e in column.expressions)
        print(f"- {column.name}: {origin_words(column.origin)}; {_decided(dossier, column.name)}\n    {sql}")
        if (sure := confidence_in(dossier, column.name)) is not None:
            print(f"    {sure.sentence}")
    for change in session.what_changed(project, dossier.target):
        print(f"since it was signed, {change.sentence}")
    for reason in gate(dossier, today=project.now()[:10]).reasons:
        print(f"! {reason.message}")


def _decided(dossier: Dossier, column: str) -> str:
    decision = decision_on(dossier, column)
    if decision is None:
        return "undecided"
    state = decision.verdict.value if holds(dossier, decision) else "look again"
    return f"{state} by {decision.by}"
