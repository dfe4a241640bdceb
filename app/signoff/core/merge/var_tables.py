"""Tables that a model reads through variables of its package: ``from {{ var('campaign_history') }}``.

The value of such a variable is a ``ref`` that stands in the package's own dbt_project.yml. Where only the model is
there, the table is told by the variable's name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.dbt import Surroundings
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.merge.names import find_table, plain_words

_READ = re.compile(
    r"\b(?:from|join)\s+\{\{-?\s*var\(\s*(?P<quote>['\"])(?P<name>[A-Za-z_]\w*)(?P=quote)\s*\)\s*-?\}\}",
    re.IGNORECASE,
)
"""A variable without a default where a table stands."""
_LAYERS = frozenset({"stg", "staging", "base", "int", "intermediate", "src", "source", "raw", "fct", "dim"})
_APART = "__"


def with_tables_of_vars(
    text: str, around: Surroundings, target: str, schema: Schema
) -> tuple[Surroundings, tuple[Finding, ...]]:
    """The surroundings with a table for each variable that stands where a table does and has no value.

    Args:
        text: the model.
        around: what is known of its project.
        target: the model's name.
        schema: the tables it may read.
    """
    known = json.loads(around.variables)
    names = [name for name in dict.fromkeys(m["name"] for m in _READ.finditer(text)) if name not in known]
    if not names:
        return around, ()
    tables = {name: table_of_var(name, schema) for name in names}
    known |= {name: f"{{{{ ref('{table}') }}}}" for name, table in tables.items()}
    findings = tuple(
        Finding("D255", Severity.INFO, say("update.var_as_table", name=n, table=t), None, target)
        for n, t in tables.items()
    )
    return replace(around, variables=json.dumps(known, ensure_ascii=False)), findings


def table_of_var(name: str, schema: Schema) -> str:
    """The table that a variable's name means: of the same name, be it behind a layer and a package; else the name."""
    same = find_table(schema, name)
    if same is not None:
        return same.name
    said = plain_words(name)
    fitting = [table.name for table in schema.tables if said in _calls(table.name)]
    return fitting[0] if len(fitting) == 1 else name


def _calls(table: str) -> Iterator[tuple[str, ...]]:
    """What a table may be called: ``stg_ads__campaign`` is ``ads campaign`` and ``campaign``."""
    head, apart, tail = table.partition(_APART)
    layers, *_rest = plain_words(head) or ("",)
    bare = plain_words(head)[1:] if layers in _LAYERS else plain_words(head)
    if apart:
        yield plain_words(tail)
        yield (*bare, *plain_words(tail))
    elif layers in _LAYERS:
        yield bare
