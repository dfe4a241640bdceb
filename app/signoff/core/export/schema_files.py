"""The YAML files of an exported dbt project: settings, sources, models with descriptions and tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml
from sqlglot import exp

from signoff.core.domain.checks import CheckState
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.expressions import Origin
from signoff.core.domain.origins import origin_words
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.engines.sqltext import parse_expression
from signoff.core.errors import SignoffError
from signoff.core.export.jinja import is_jinja, neutral

Yaml = dict[str, Any]


def as_yaml(data: Yaml) -> str:
    """The data as YAML text that reads back as exactly the data.

    Raises:
        SignoffError: it would not read back the same.
    """
    text: str = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)
    if yaml.safe_load(text) != data:
        raise SignoffError(say("export.no_yaml"))
    return text


KEPT_SETTINGS = ("materialized", "incremental_strategy", "unique_key", "on_schema_change")
"""Settings that decide how dbt keeps a model's rows."""


def project_file(
    name: str, source_schema: str, settings: Mapping[str, Mapping[str, object]] | None = None
) -> Yaml:
    """Content of ``dbt_project.yml``; usage statistics are off.

    Args:
        name: of the dbt project.
        source_schema: schema the source tables lie in.
        settings: how single models are kept, by model, where it is not as all others.
    """
    return {
        "name": name,
        "version": "1.0.0",
        "config-version": 2,
        "profile": name,
        "model-paths": ["models"],
        "test-paths": ["tests"],
        "flags": {"send_anonymous_usage_stats": False},
        "vars": {"source_schema": source_schema},
        "models": {name: {"+materialized": "table", **{m: dict(s) for m, s in (settings or {}).items()}}},
    }


def sources_file(sources: Mapping[str, tuple[str, str]], schema: Schema) -> Yaml:
    """Content of ``models/sources.yml``.

    Args:
        sources: source name and table by lower-case source table.
        schema: columns and types of the source tables.
    """
    by_source: dict[str, list[Yaml]] = {}
    for source, table in dict.fromkeys(sources.values()):
        known = schema.table(table)
        columns = [{"name": neutral(c.name), **_typed(c.type)} for c in (known.columns if known else ())]
        entry: Yaml = {"name": neutral(table)}
        by_source.setdefault(source, []).append({**entry, "columns": columns} if columns else entry)
    return {
        "version": 2,
        "sources": [
            {"name": neutral(source), "schema": "{{ var('source_schema') }}", "tables": tables}
            for source, tables in by_source.items()
        ],
    }


def models_file(dossiers: Sequence[Dossier], names: Mapping[str, str]) -> Yaml:
    """Content of ``models/schema.yml``: models, columns, and tests from keys and rules."""
    return {"version": 2, "models": [_model(dossier, names[dossier.target]) for dossier in dossiers]}


def key_test(dossier: Dossier, model: str) -> str:
    """SQL of a test that several key columns together tell rows apart; empty for one key column or none."""
    keys = _keys(dossier)
    if len(keys) < 2:
        return ""
    columns = ", ".join(_identifier(key, dossier.dialect) for key in keys)
    severity = "{{ config(severity='warn') }}\n" if _has_failed(dossier, "key") else ""
    query = f"select {columns}\nfrom {{{{ ref('{model}') }}}}\ngroup by {columns}\nhaving count(*) > 1\n"
    return severity + query


def _model(dossier: Dossier, name: str) -> Yaml:
    model: Yaml = {"name": name}
    description = dossier.mapping.description.strip()
    signed = say("export.signed_by", name=dossier.sign_off.by) if dossier.sign_off else ""
    model["description"] = neutral(" ".join(part for part in (description, signed) if part))
    if name != dossier.target:
        model["config"] = {"meta": {"target": neutral(dossier.target)}}
    model["columns"] = [column_entry(dossier, column) for column in dossier.draft.columns]
    return model


def column_entry(dossier: Dossier, column: DraftColumn) -> Yaml:
    """What a schema file says of one column: description, type, tests."""
    rows = [m for m in dossier.mapping.columns if m.name.casefold() == column.name.casefold()]
    entry: Yaml = {"name": neutral(column.name), "description": neutral(_description(rows, column))}
    entry.update(_typed(column.type))
    tests = list(_tests(dossier, column, rows))
    return {**entry, "data_tests": tests} if tests else entry


def _description(rows: Sequence[ColumnMapping], column: DraftColumn) -> str:
    described = next((m.description.strip() for m in rows if m.description.strip()), "")
    rules = [m.rule_resolved or m.rule for m in rows if (m.rule_resolved or m.rule).strip()]
    rule = f"Rule: {' / '.join(dict.fromkeys(' '.join(r.split()) for r in rules))}." if rules else ""
    words = origin_words(column.origin)
    made = f"{words[:1].upper()}{words[1:]}."
    return " ".join(part for part in (described, rule, made) if part)


def _tests(dossier: Dossier, column: DraftColumn, rows: Sequence[ColumnMapping]) -> Iterable[object]:
    is_key = [key.casefold() for key in _keys(dossier)] == [column.name.casefold()]
    if is_key:
        yield _test("unique", _has_failed(dossier, "key"))
    if is_key or any(m.required or m.key for m in rows):
        yield _test("not_null", _has_failed(dossier, "required", column.name))
    values = known_values(column)
    if values and not any(is_jinja(value) for value in values):
        yield {"accepted_values": {"arguments": {"values": list(values)}}}


def _test(name: str, is_waived: bool) -> object:
    """A test; one that failed on the samples and was accepted with a reason only warns."""
    return {name: {"config": {"severity": "warn"}}} if is_waived else name


def _has_failed(dossier: Dossier, code: str, column: str = "") -> bool:
    checks = dossier.verification.checks if dossier.verification else ()
    return any(
        c.code == code
        and c.state == CheckState.FAILED
        and (not column or c.column.casefold() == column.casefold())
        for c in checks
    )


def known_values(column: DraftColumn) -> tuple[str, ...]:
    """The only texts a column can hold, where its expressions say so: constants, and choices among them."""
    found: dict[str, None] = {}
    for expression in column.expressions:
        if expression.origin == Origin.KEPT:
            return ()
        try:
            values = _values(parse_expression(expression.sql))
        except SignoffError:
            return ()
        if values is None:
            return ()
        found.update(dict.fromkeys(values))
    return tuple(found)


def _values(tree: exp.Expr) -> list[str] | None:
    """Text constants an expression chooses from; None when it can be anything else."""
    if isinstance(tree, exp.Literal):
        return [tree.name] if tree.is_string else None
    if isinstance(tree, exp.Null):
        return []
    if isinstance(tree, exp.Paren):
        return _values(tree.this)
    if not isinstance(tree, exp.Case):
        return None
    branches = [branch.args.get("true") for branch in tree.args.get("ifs", [])]
    branches += [tree.args["default"]] if tree.args.get("default") is not None else []
    chosen = [_values(branch) for branch in branches if branch is not None]
    return (
        None if any(values is None for values in chosen) else [v for values in chosen for v in values or ()]
    )


def _keys(dossier: Dossier) -> tuple[str, ...]:
    drafted = {c.name.casefold() for c in dossier.draft.columns}
    keys = (m.name for m in dossier.mapping.columns if m.key and m.name.casefold() in drafted)
    return tuple({key.casefold(): key for key in keys}.values())


def _typed(kind: str) -> Yaml:
    return {"data_type": neutral(kind.lower())} if kind else {}


def _identifier(name: str, dialect: str) -> str:
    return neutral(exp.to_identifier(name).sql(dialect))
