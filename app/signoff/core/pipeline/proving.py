"""The no-change proof of an update: both files as text and at work, in every state of a load."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sqlglot import exp

from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.edits import EditScript
from signoff.core.domain.plan import Draft
from signoff.core.domain.proofs import NoChangeProof, Witness, WitnessState
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, SourceTable, TargetMapping
from signoff.core.engines.jinja.rendering import FIRST_LOAD
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.engines.sqltext import SqlTextError, parse_all, parse_query, render
from signoff.core.errors import SignoffError
from signoff.core.merge.dialects import query_in_duckdb
from signoff.core.merge.jinja import INCREMENTAL, Rendered, render_states
from signoff.core.merge.sqlparts import DIALECT
from signoff.core.progress import CancelToken
from signoff.core.project.basis import basis_of
from signoff.core.verify.nochange.by_run import Pair, RunWitness, by_run
from signoff.core.verify.nochange.by_text import UNKNOWN_MACRO, TextWitness, by_text
from signoff.core.verify.nochange.verdicts import Asked, Heard, asked_of, proof_of

_BOM = "\ufeff"
_THIS = "this"
"""The table's own name in rendered SQL."""
_TAG = re.compile(r"\{\{.*\}\}", re.DOTALL)
_QUERY = re.compile(r"(?:\s+|--[^\n]*\n|/\*.*?\*/)*(?:with|select|\()", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Files:
    """Two versions of one file, and what is known of what changed between them."""

    old: str
    new: str
    script: EditScript | None = None
    """The edits that were asked for; None for two files without a project: then nothing was."""
    around: Surroundings = ALONE
    dialect: str = DIALECT
    key: tuple[str, ...] = ()
    """Columns that tell the rows of the result apart."""


@dataclass(frozen=True)
class _State:
    """Both files in one state of a load."""

    old: str
    new: str
    apart: str | None
    """The new one without the edits that change which rows there are; None where there is none."""
    run_old: str
    """As DuckDB SQL."""
    run_new: str
    untranslated: str = ""
    """Why DuckDB has no words for one of them; empty where it has."""


def prove_update(
    draft: Draft,
    target: TargetMapping,
    sandbox: Sandbox | None,
    *,
    cancel: CancelToken | None = None,
) -> NoChangeProof | None:
    """The proof of a draft that edits existing SQL; None for an initial load.

    Args:
        draft: existing and proposed text, and the edits between them.
        target: what the document says of it.
        sandbox: holds the sample rows; None proves by text alone.
        cancel: stops inside DuckDB.
    """
    if not draft.existing:
        return None
    key = tuple(m.name for m in target.columns if m.key)
    files = Files(
        draft.existing,
        draft.text,
        draft.edits,
        draft.around,
        dialect=draft.dialect,
        key=tuple(dict.fromkeys(key)),
    )
    return prove(files, sandbox, spec=basis_of(target, is_update=True), cancel=cancel)


def prove(
    files: Files, sandbox: Sandbox | None, *, spec: str = "", cancel: CancelToken | None = None
) -> NoChangeProof:
    """What both witnesses say of two versions of one file.

    Args:
        files: the two, and what was asked for.
        sandbox: holds the sample rows; None proves by text alone.
        spec: digest of what the document asks.
        cancel: stops inside DuckDB.

    Raises:
        SignoffError: the Jinja of a file can't be rendered.
    """
    schema = sandbox.schema() if sandbox is not None else Schema()
    asked = asked_of(files.script, {}) if files.script is not None else Asked()
    states, settings = _states(files, asked)
    texts = [by_text(s.old, s.new, schema, dialect=files.dialect) for s in states]
    if files.script is not None:
        asked = asked_of(files.script, texts[0].moved)
    apart = [by_text(s.old, s.apart, schema, dialect=files.dialect) for s in states if s.apart is not None]
    old, new = _columns(states[0], texts[0], sandbox, cancel)
    kept = [(n, asked.was.get(n.casefold(), n)) for n in new]
    kept = [(n, o) for n, o in kept if o.casefold() in {each.casefold() for each in old}]
    run = _run(states, dict(kept), asked.columns, files, sandbox, schema, cancel)
    names = {name.casefold() for name in new}
    heard = Heard(
        texts,
        apart,
        run,
        [(name.casefold(), name) for name in new],
        [(n.casefold(), o.casefold()) for n, o in kept],
        [name for name in old if name.casefold() not in names],
        settings,
    )
    return replace(
        proof_of(heard, asked),
        old_digest=_digest(files.old),
        new_digest=_digest(files.new),
        spec_digest=spec,
        samples_digest=run.digest,
        dialect=files.dialect,
    )


def _states(files: Files, asked: Asked) -> tuple[list[_State], tuple[str, ...]]:
    """Both files on a first load, and on a later one where either asks which it is; settings that differ."""
    script = files.script
    is_made = script is not None and bool(asked.rows) and script.applied() == files.new
    without = script.applied(asked.rows) if script is not None and is_made else None
    texts = [files.old, files.new, *([without] if without is not None else [])]
    rendered = [render_states(text, files.around, (FIRST_LOAD, INCREMENTAL)) for text in texts]
    found = []
    for place in range(2 if any(each[0].asks_incremental for each in rendered) else 1):
        now = [each[place] for each in rendered]
        plain = [_query_of(each.sql, files.dialect) for each in now]
        told = [
            _query_of(_with_macros(each, text), files.dialect) for each, text in zip(now, texts, strict=True)
        ]
        run, untranslated = _to_run(plain, files.dialect)
        if place:
            first, _ = _to_run([_query_of(each[0].sql, files.dialect) for each in rendered], files.dialect)
            run = [_on_half(later, before) for later, before in zip(run, first, strict=True)]
        apart = told[2] if without is not None else None
        found.append(_State(told[0], told[1], apart, run[0], run[1], untranslated))
    before, after = rendered[0][0].config, rendered[1][0].config
    settings = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    return found, tuple(settings)


def _to_run(queries: Sequence[str], dialect: str) -> tuple[list[str], str]:
    """Queries as DuckDB SQL, and why DuckDB has no words for one of them; then they are as they were."""
    try:
        return [query_in_duckdb(each, dialect) for each in queries], ""
    except SqlTextError as error:
        return list(queries), str(error)


def _with_macros(rendered: Rendered, text: str) -> str:
    """The SQL with a function that says which, for each macro that could not be worked out."""
    if not rendered.findings:
        return rendered.sql
    out = []
    for piece in rendered.pieces:
        sql = rendered.sql[piece.start : piece.end]
        tag = text[piece.file_start : piece.file_end].strip()
        if not piece.as_written and sql.strip().lower() == "null" and _TAG.fullmatch(tag):
            said = " ".join(tag[2:-2].strip("-").split()).replace("'", "''")
            sql = f"{UNKNOWN_MACRO}('{said}')"
        out.append(sql)
    return "".join(out)


def _query_of(sql: str, dialect: str) -> str:
    """The query inside CREATE TABLE … AS or INSERT … SELECT; any other text as it is."""
    sql = sql.removeprefix(_BOM)
    if _QUERY.match(sql):
        return sql
    try:
        trees = parse_all(sql, dialect)
    except SignoffError:
        return sql
    inner = (
        trees[0].args.get("expression")
        if len(trees) == 1 and isinstance(trees[0], exp.DML | exp.DDL)
        else None
    )
    return render(inner, dialect) if isinstance(inner, exp.Query) else sql


def _on_half(later: str, first: str) -> str:
    """A later load on a table that holds the first half of what a first load gives."""
    try:
        tree = parse_query(later)
    except SignoffError:
        return later
    if not any(table.name.casefold() == _THIS for table in tree.find_all(exp.Table)):
        return later
    newest = [
        each.this.name
        for each in tree.find_all(exp.Max)
        if isinstance(each.this, exp.Column) and _reads_this(each)
    ]
    order = f'ORDER BY "{newest[0]}" NULLS FIRST' if newest else ""
    half = f"QUALIFY row_number() OVER ({order}) <= count(*) OVER () // 2"
    return (
        f"WITH {_THIS} AS (\nSELECT * FROM (\n{first.rstrip().rstrip(';')}\n)\n{half}\n)\n"
        f"SELECT * FROM (\n{later.rstrip().rstrip(';')}\n)"
    )


def _reads_this(tree: exp.Expr) -> bool:
    select = tree.find_ancestor(exp.Select)
    return select is not None and any(t.name.casefold() == _THIS for t in select.find_all(exp.Table))


def _columns(
    state: _State, text: TextWitness, sandbox: Sandbox | None, cancel: CancelToken | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns of both results as they are called: as they bind, else as the text reads."""
    if sandbox is not None:
        bound = sandbox.bind_many((state.run_old, state.run_new), cancel)
        if all(each.ok for each in bound):
            old, new = (tuple(dict.fromkeys(name for name, _kind in each.columns)) for each in bound)
            return old, new
    return text.old, text.new


def _run(
    states: Sequence[_State],
    kept: Mapping[str, str],
    changing: Collection[str],
    files: Files,
    sandbox: Sandbox | None,
    schema: Schema,
    cancel: CancelToken | None,
) -> RunWitness:
    reason = ""
    if sandbox is None:
        reason = say("proof.no_samples")
    elif untranslated := next((each.untranslated for each in states if each.untranslated), ""):
        reason = say("proof.other_dialect", dialect=files.dialect, reason=untranslated.rstrip("."))
    if sandbox is None or reason:
        nothing = Witness(WitnessState.COULD_NOT_RUN, reason)
        return RunWitness(nothing, {name.casefold(): nothing for name in kept})
    later = say("proof.on_later_load")
    pairs = [Pair(s.run_old, s.run_new, later if n else "") for n, s in enumerate(states)]
    tables = _tables([text for pair in pairs for text in (pair.old, pair.new)], schema)
    edged = _tables([pair.old for pair in pairs], schema)
    run = by_run(
        *(pairs, kept, sandbox),
        tables=tables,
        edged=edged,
        key=files.key,
        changing=tuple(changing),
        cancel=cancel,
    )
    return run if files.dialect == DIALECT else _translated(run, files.dialect)


def _translated(run: RunWitness, dialect: str) -> RunWitness:
    """What running says, with a word that what ran is a translation."""

    def told(witness: Witness) -> Witness:
        return replace(witness, reason=say("proof.translated", dialect=dialect, reason=witness.reason))

    return replace(run, rows=told(run.rows), columns={name: told(each) for name, each in run.columns.items()})


def _tables(texts: Sequence[str], schema: Schema) -> list[SourceTable]:
    """The tables old and new read, as they are loaded."""
    read: set[str] = set()
    for text in texts:
        read |= _names_read(text)
    return [table for table in schema.tables if table.name.casefold() in read]


@lru_cache(maxsize=8)
def _names_read(text: str) -> frozenset[str]:
    """Case-folded names of the tables that a text reads; none where it can't be read."""
    try:
        return frozenset(t.name.casefold() for t in parse_query(text).find_all(exp.Table))
    except SignoffError:
        return frozenset()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
