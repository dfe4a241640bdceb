"""Lint of a spec that is about to be drafted: what existing SQL answers already is not asked of the document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.findings import Finding
from signoff.core.domain.spec import Schema, Spec
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.lint import lint
from signoff.core.pipeline.sample_rows import SampleRows
from signoff.core.pipeline.told_history import history_rows


def lint_beside(
    spec: Spec, schema: Schema, sandbox: Sandbox, existing: Mapping[str, str]
) -> Sequence[Finding]:
    """What lint finds where targets have the SQL that exists for them.

    Args:
        spec: what parse read.
        schema: the source tables.
        sandbox: holds their rows.
        existing: SQL that exists, by target name.
    """
    found = lint(with_existing(spec, existing), schema, SampleRows(sandbox))
    return (*found, *history_rows(spec, existing))


def with_existing(spec: Spec, existing: Mapping[str, str]) -> Spec:
    """The spec with the SQL that exists, where the document itself holds none.

    Args:
        spec: what parse read.
        existing: SQL that exists, by target name.
    """
    if not existing:
        return spec
    texts = {name.casefold(): text for name, text in existing.items()}
    targets = tuple(
        target
        if target.existing_sql.strip()
        else replace(target, existing_sql=texts.get(target.name.casefold(), ""))
        for target in spec.targets
    )
    return replace(spec, targets=targets)
