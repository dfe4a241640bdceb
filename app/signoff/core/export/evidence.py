"""The evidence of one target as a page a person reads; it holds no value of a real row.

Rows shown with a question, the choices made of them, and example values of the document stay in the project.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from signoff.core.domain.backfills import BackfillKind
from signoff.core.domain.checks import Check
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.mask_proof_words import headline, receipt_text
from signoff.core.domain.origins import origin_words
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.proofs import ColumnVerdict, verdict_words
from signoff.core.domain.review import ROWS, Answer, Decision, Question, Waiver
from signoff.core.domain.sentences import say
from signoff.core.export.view import ExportTarget, ProjectView

MASKING_PAGE = "evidence/masking.md"
"""The receipt of the look for terms in all that the language model was given."""
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>|#~])")


def text_digest(dossier: Dossier) -> str:
    """SHA-256 of the signed text."""
    return digest(dossier.text)


def digest(text: str) -> str:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def page(view: ProjectView, target: ExportTarget, model: str) -> str:
    """The evidence of one target as Markdown."""
    dossier = target.dossier
    sections = [
        _signed(view, target, model),
        _waivers(dossier),
        _rows(dossier),
        _old_rows(target),
        _columns(dossier),
        _proof(dossier, model),
        _checks(dossier),
        _questions(dossier),
        _comments(dossier),
        _ran(view, dossier),
    ]
    return "\n".join(line for section in sections if section for line in (*section, ""))


def _signed(view: ProjectView, target: ExportTarget, model: str) -> list[str]:
    dossier, sign_off = target.dossier, target.dossier.sign_off
    lines = [f"# Evidence for {plain(dossier.target)}", ""]
    if sign_off is not None:
        lines += [f"> {plain(sign_off.sentence)}", ""]
        lines += [
            f"- Signed by {plain(sign_off.by)} at {sign_off.at}; meaning: {plain(sign_off.meaning)}; "
            f"account {plain(sign_off.account)} on {plain(sign_off.machine)}",
            f"- Bound to `{sign_off.binding}`",
        ]
    lines += [
        f"- Earlier sign-off withdrawn by {plain(who)} at {at}: {plain(why)}"
        for who, at, why in target.withdrawn
    ]
    lines += [
        f"- Signed text: `{model}.sql` in this folder, SHA-256 `{text_digest(dossier)}`",
        f"- Project {plain(view.name)}; document {plain(view.document)}, SHA-256 `{view.document_digest}`",
        f"- Record: {len(view.audit)} entries, head `{view.head}`",
    ]
    read = [f"{plain(u.target)} (`{u.binding}`)" for u in dossier.upstream]
    return [*lines, f"- Reads the signed targets {', '.join(read)}"] if read else lines


def _waivers(dossier: Dossier) -> list[str]:
    if not dossier.waivers:
        return ["## Remarks accepted", "", "None."]
    rows = [
        (
            w.code,
            w.column or "whole table",
            _remark_of(dossier, w),
            w.reason,
            f"{w.by}, {w.at}",
            w.until or "no end",
        )
        for w in dossier.waivers
    ]
    head = ("Code", "Column", "Remark", "Reason", "By", "Until")
    return ["## Remarks accepted", "", *table(head, rows)]


def _remark_of(dossier: Dossier, waiver: Waiver) -> str:
    """What the accepted remark says now; empty when it is gone."""
    said = [(f.code, f.column, f.message) for f in (*dossier.findings, *dossier.draft.findings)]
    said += [
        (c.code, c.column, c.message) for c in (dossier.verification.checks if dossier.verification else ())
    ]
    wanted = (waiver.code, waiver.column.casefold())
    return " / ".join(
        dict.fromkeys(text for code, column, text in said if (code, column.casefold()) == wanted)
    )


def _rows(dossier: Dossier) -> list[str]:
    card = dossier.verification.card if dossier.verification else None
    if card is None:
        return []
    rows = [
        (s.words.replace("**", ""), s.rows_in, s.left_out, s.doubled, s.unknown, s.rows_out)
        for s in card.steps
    ]
    head = ("Step", "Read", "Left out", "Doubled", "Unknown", "Rows after")
    per = f"One row per {plain(card.one_row_per)}. " if card.one_row_per else ""
    decision = next((d for d in dossier.decisions if d.column == ROWS), None)
    return [
        "## Rows",
        "",
        f"{per}{card.rows:,} rows on the samples. {_verdict(decision)}.",
        "",
        *table(head, rows),
    ]


def _old_rows(target: ExportTarget) -> list[str]:
    """What becomes of the rows that the table of an update has already, and what dbt showed of it."""
    backfill, proved = target.backfill, target.proved
    if backfill is None:
        return []
    lines = ["## Rows that are there already", "", *(f"- {plain(words)}" for words in backfill.words)]
    if backfill.macro:
        lines.append(f"- The statement: `macros/{backfill.name}.sql`, SHA-256 `{digest(backfill.macro)}`")
    if proved is not None:
        lines += ["", f"Proof with dbt on the samples: {plain(proved.state.value)}. {plain(proved.words)}"]
        if proved.not_compared:
            lines.append(f"Not compared: {plain(', '.join(proved.not_compared))}.")
    elif backfill.kind in (BackfillKind.BACKFILL, BackfillKind.REFRESH):
        lines += ["", say("backfill.not_proven")]
    return lines


def _columns(dossier: Dossier) -> list[str]:
    decisions = {d.column.casefold(): d for d in dossier.decisions}
    rows = [_column(dossier, c, decisions.get(c.name.casefold())) for c in dossier.draft.columns]
    return ["## Columns", "", *table(("Column", "Type", "Origin", "Rule", "Cell", "Decision"), rows)]


def _column(dossier: Dossier, column: DraftColumn, decision: Decision | None) -> tuple[str, ...]:
    mappings = [m for m in dossier.mapping.columns if m.name.casefold() == column.name.casefold()]
    rules = dict.fromkeys(m.rule for m in mappings if m.rule.strip())
    cells = dict.fromkeys(str(m.cell) for m in mappings if m.cell is not None)
    writers = dict.fromkeys(e.method for e in column.expressions if e.origin == column.origin and e.method)
    origin = origin_words(column.origin)
    if column.origin.value == "written" and writers:
        origin = f"written by {', '.join(writers)}"
    written = dict.fromkeys(m.type for m in mappings if m.type)
    kind = ", ".join(written) or column.type
    return (column.name, kind, origin, " / ".join(rules), ", ".join(cells), _verdict(decision))


def _verdict(decision: Decision | None) -> str:
    if decision is None:
        return "unchanged from the existing SQL, shown by the no-change proof"
    how = "together with others" if decision.together else "alone"
    seen = "opened" if decision.opened else "not opened"
    return f"{decision.verdict.value} {how}, {seen}, by {decision.by}, {decision.at}"


def _proof(dossier: Dossier, model: str) -> list[str]:
    """What the no-change proof comes to; its own page has every column."""
    proof = dossier.proof
    if proof is None:
        return []
    counts = [(verdict_words(v), len(proof.with_verdict(v))) for v in ColumnVerdict]
    lines = [f"- {words}: {count}" for words, count in counts if count]
    lines.append(f"- Rows: {verdict_words(proof.rows_verdict)}")
    page_name = (
        f"`{model}.proof.md` in this folder; `signoff verify --proof {model}.proof.json` makes it again"
    )
    return ["## No-change proof", "", *lines, f"- Column by column: {page_name}"]


def _checks(dossier: Dossier) -> list[str]:
    checks = dossier.verification.checks if dossier.verification else ()
    return [
        "## Checks on the samples",
        "",
        *table(("Check", "Column", "Result", "What was found", "Rows"), map(_check, checks)),
    ]


def _check(check: Check) -> tuple[object, ...]:
    return check.code, check.column, check.state.value, check.message, check.count


def _questions(dossier: Dossier) -> list[str]:
    answers = {a.question: a for a in dossier.answers}
    asked = {q.id: q for q in (*dossier.asked, *dossier.questions)}
    rows = [_question(q, answers.get(q.id)) for q in asked.values()]
    if not rows:
        return ["## Questions and answers", "", "None."]
    return ["## Questions and answers", "", *table(("Question", "Column", "Asked", "Answer", "By"), rows)]


def _question(question: Question, answer: Answer | None) -> tuple[str, ...]:
    """One question; an answer to rows shown is told without the rows, and without the value."""
    if answer is None:
        return question.id, question.column, question.text, "not answered", ""
    chosen = next((c for c in question.choices if c.id == answer.value), None)
    if question.rows:
        text = "one of the results shown" if chosen else "a result of their own"
        return question.id, question.column, f"{question.code}, on rows shown", text, answer.by
    return question.id, question.column, question.text, chosen.text if chosen else answer.value, answer.by


def _comments(dossier: Dossier) -> list[str]:
    rows = [(c.column, c.text, c.by, c.at) for c in dossier.comments]
    return ["## Comments", "", *table(("Column", "Comment", "By", "At"), rows)] if rows else []


def _ran(view: ProjectView, dossier: Dossier) -> list[str]:
    lines = ["## What ran", ""]
    if dossier.draft.existing:
        lines.append(
            "- An update: the existing file was edited; its SQL, with Jinja rendered, ran in DuckDB."
        )
    elif dossier.dialect == "duckdb":
        lines.append("- The signed text itself ran on the samples, in DuckDB.")
    else:
        lines.append(
            f"- The SQL ran on the samples in DuckDB; the signed text was translated to {dossier.dialect} "
            "and was not run there."
        )
    lines.append(
        f"- Language model: {plain(view.generator or 'none')}; masking: {plain(view.masking or 'none')}"
    )
    if view.generator:
        lines.append(f"- {_masking_proved(view)}")
    return lines


def _masking_proved(view: ProjectView) -> str:
    """Whether somebody looked for the names in all that the language model was given."""
    proof = view.mask_proof
    if proof is None:
        return say("mask_proof.never")
    since = f" {say('mask_proof.since')}" if view.prompts_since else ""
    return (
        f"{plain(headline(proof))}{since} {say('mask_proof.own_page', page=MASKING_PAGE.rpartition('/')[2])}"
    )


def masking_page(view: ProjectView) -> str:
    """The receipt of the last look for terms, without the terms; empty where there is none."""
    if view.mask_proof is None:
        return ""
    text = receipt_text(view.mask_proof, with_terms=False)
    return f"{text}\n{say('mask_proof.since')}\n" if view.prompts_since else text


def table(head: Iterable[object], rows: Iterable[Iterable[object]]) -> list[str]:
    """A Markdown table whose cells hold nothing live."""
    names = [str(name) for name in head]
    lines = [f"| {' | '.join(names)} |", f"|{'---|' * len(names)}"]
    return lines + [f"| {' | '.join(plain(str(cell)) for cell in row)} |" for row in rows]


def plain(text: str) -> str:
    """Text on one line, with everything escaped that Markdown or HTML would act on."""
    one_line = " ".join(text.split())
    return _ACTIVE.sub(r"\\\1", one_line)
