"""Which columns tell the rows of an updated target apart: asked of the samples, one candidate after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from signoff.core.domain.expressions import quoted
from signoff.core.domain.materialising import KeyFacts, ModelConfig
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import TargetMapping
from signoff.core.engines.sql.sandbox import Job, Sandbox
from signoff.core.isolation import ChildDied
from signoff.core.progress import CancelToken

_CONFIG = "backfill.key_config"


def key_facts(
    target: TargetMapping,
    config: ModelConfig,
    tested: Sequence[tuple[str, ...]],
    sql: str,
    sandbox: Sandbox,
    cancel: CancelToken,
) -> tuple[KeyFacts, str]:
    """The first of its keys that holds on the samples, and what speaks against the model's own one.

    Asked in this order: the model's unique_key, the document's key columns, what its tests call unique.

    Args:
        target: the document's rows of it.
        config: the model's settings.
        tested: sets of columns that tests of the model call unique.
        sql: the updated model as plain SQL.
        sandbox: holds the tables it reads.
        cancel: stops between statements and inside DuckDB.

    Raises:
        Cancelled: `cancel` was set.
    """
    found, doubt = KeyFacts(), ""
    for code, columns in _candidates(target, config, tested):
        facts = _asked(target.name, code, columns, sql, sandbox, cancel)
        if code == _CONFIG and not facts.proven:
            doubt = facts.why
        if facts.proven:
            return facts, doubt
        found = found if found.columns else facts
    return found, doubt


def _candidates(
    target: TargetMapping, config: ModelConfig, tested: Sequence[tuple[str, ...]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    if config.unique_key:
        yield _CONFIG, config.unique_key
    document = tuple(dict.fromkeys(c.name for c in target.columns if c.key))
    if document:
        yield "backfill.key_document", document
    for columns in dict.fromkeys(tested):
        yield "backfill.key_tests", columns


def _asked(
    target: str, code: str, columns: tuple[str, ...], sql: str, sandbox: Sandbox, cancel: CancelToken
) -> KeyFacts:
    key = ", ".join(columns)
    names = ", ".join(f"r.{quoted(name)}" for name in columns)
    gaps = " OR ".join(f"r.{quoted(name)} IS NULL" for name in columns)
    result = f"(\n{sql.strip().rstrip(';')}\n) AS r"
    doubled = f"SELECT count(*) AS n FROM {result} WHERE NOT ({gaps}) GROUP BY {names} HAVING count(*) > 1"
    statement = (
        f"SELECT (SELECT count(*) FROM {result}), (SELECT count(*) FROM {result} WHERE {gaps}), "
        f"(SELECT CAST(coalesce(sum(n), 0) AS BIGINT) FROM ({doubled}))"
    )
    try:
        outcome = sandbox.ask([Job("run", statement, 1)], cancel)[0]
    except ChildDied as error:
        return KeyFacts(columns, say("backfill.key_not_run", target=target, key=key, reason=error))
    if outcome.error or outcome.result is None:
        return KeyFacts(columns, say("backfill.key_not_run", target=target, key=key, reason=outcome.error))
    rows, missing, several = (int(value) for value in outcome.result.rows[0])
    if not rows:
        return KeyFacts(columns, say("backfill.key_no_rows", target=target, key=key))
    if missing or several:
        return KeyFacts(columns, say("backfill.key_doubled", target=target, key=key, count=missing + several))
    return KeyFacts(columns, say(code, key=key, rows=rows), proven=True)
