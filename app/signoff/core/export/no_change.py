"""The no-change proof of an update as a page an auditor reads and as a file a machine checks."""

from __future__ import annotations

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.edits import EditScript, MandatedEdit
from signoff.core.domain.proof_files import ProofFile, proof_text
from signoff.core.domain.proofs import ColumnProof, ColumnVerdict, NoChangeProof, Witness, verdict_words
from signoff.core.domain.sentences import say
from signoff.core.export.evidence import plain, table

_ORDER = (
    ColumnVerdict.UNMANDATED,
    ColumnVerdict.MANDATED,
    ColumnVerdict.ADDED,
    ColumnVerdict.GONE,
    ColumnVerdict.IDENTICAL,
)


def proof_file_text(dossier: Dossier) -> str:
    """The proof of an update as a file of its own; empty where there is none."""
    proof, draft = dossier.proof, dossier.draft
    if proof is None:
        return ""
    key = tuple(dict.fromkeys(m.name for m in dossier.mapping.columns if m.key))
    return proof_text(
        ProofFile(dossier.target, draft.existing, draft.text, draft.edits, proof, key, draft.around)
    )


def proof_page(dossier: Dossier, model: str) -> str:
    """The proof of an update as Markdown; empty where there is none."""
    proof = dossier.proof
    if proof is None:
        return ""
    lines = [
        f"# No-change proof of {plain(dossier.target)}",
        "",
        say("proof.page_says"),
        "",
        f"- Existing file: SHA-256 `{proof.old_digest}`",
        f"- New file: SHA-256 `{proof.new_digest}`",
        f"- What the document asks: SHA-256 `{proof.spec_digest}`",
        f"- Rows old and new ran on: SHA-256 `{proof.samples_digest}`"
        if proof.samples_digest
        else f"- {say('proof.nothing_ran')}",
        f"- To make it again: `signoff verify --proof {model}.proof.json`",
        "",
        "## Result",
        "",
        *_counts(proof),
        "",
        "## Rows",
        "",
        *table(("Verdict", "By text", "By run", "Asked for by"), [_rows(proof, dossier.draft.edits)]),
        "",
        "## Columns",
        "",
        *table(
            ("Column", "Was", "Verdict", "By text", "By run", "Asked for by"),
            [_column(each, dossier.draft.edits) for each in _sorted(proof)],
        ),
    ]
    return "\n".join(lines) + "\n"


def _counts(proof: NoChangeProof) -> list[str]:
    found = [(verdict, len(proof.with_verdict(verdict))) for verdict in _ORDER]
    lines = [f"- {verdict_words(verdict)}: {count}" for verdict, count in found if count]
    only = sum(column.text_only for column in proof.columns)
    return [*lines, f"- of these proven by the text only: {only}"] if only else lines


def _sorted(proof: NoChangeProof) -> list[ColumnProof]:
    return sorted(proof.columns, key=lambda column: _ORDER.index(column.verdict))


def _rows(proof: NoChangeProof, script: EditScript | None) -> tuple[str, ...]:
    asked = _asked(proof.rows_edits, script)
    return verdict_words(proof.rows_verdict), _witness(proof.rows), _witness(proof.rows_by_run), asked


def _column(column: ColumnProof, script: EditScript | None) -> tuple[str, ...]:
    by_run = _witness(column.by_run)
    if column.text_only:
        by_run = say("proof.text_only", reason=column.by_run.reason)
    asked = _asked(column.edits, script)
    words = verdict_words(column.verdict)
    return column.column, column.was, words, _witness(column.by_text), by_run, asked


def _asked(edits: tuple[str, ...], script: EditScript | None) -> str:
    found = [script.edit(each) if script is not None else None for each in edits]
    return "; ".join(_edit(each) for each in found if each is not None)


def _edit(edit: MandatedEdit) -> str:
    return f"{edit.why} ({edit.cell})" if edit.cell is not None else edit.why


def _witness(witness: Witness) -> str:
    return f"{witness.state.value}: {witness.reason}" if witness.reason else witness.state.value
