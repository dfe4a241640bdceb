"""The dbt macro that fills new and changed columns of rows a table has already, in the warehouse's own SQL."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlglot import exp

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.merge.first_load import first_load_text, names_this
from signoff.core.merge.jinjatags import TagKind, tags_of

_UPDATE_FROM = frozenset({"duckdb", "postgres", "redshift", "snowflake", "bigquery", "sqlite"})
_MERGE = frozenset(
    {"databricks", "spark", "spark2", "oracle", "tsql", "fabric", "teradata", "trino", "athena", "exasol"}
)
_NO_CTE_INSIDE = frozenset({"tsql", "fabric"})
"""Dialects whose subqueries can't begin with WITH."""
_NO_MACRO = frozenset({"macro", "materialization", "snapshot", "test", "call"})
_COMMENTS = re.compile(r"\{#.*?#\}|--[^\n]*|/\*.*?\*/", re.DOTALL)
_OLD, _NEW = "signoff_old", "signoff_new"


@dataclass(frozen=True)
class BackfillMacro:
    """What a backfill macro is made of."""

    name: str
    model: str
    text: str
    """The model's file with the update."""
    columns: tuple[str, ...]
    key: tuple[str, ...]
    words: tuple[str, ...]
    """What stands above it for the engineer."""


def can_state(text: str, dialect: str) -> str:
    """Why a dialect, or this file, allows no backfill in one statement; empty where it does."""
    if dialect not in _UPDATE_FROM | _MERGE:
        return say("backfill.no_dialect", dialect=dialect)
    try:
        blocks = {tag.word for tag in tags_of(text) if tag.kind == TagKind.BLOCK}
        query = first_load_text(text)
    except SignoffError as error:
        return str(error)
    if blocks & _NO_MACRO:
        return say("backfill.block_in_file", block=sorted(blocks & _NO_MACRO)[0])
    bare = _COMMENTS.sub("", query)
    bare = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", bare, flags=re.DOTALL).lstrip()
    if dialect in _NO_CTE_INSIDE and bare[:5].casefold() == "with ":
        return say("backfill.with_inside", dialect=dialect)
    return ""


def macro_text(macro: BackfillMacro, dialect: str) -> str:
    """The macro's file; `can_state` says first whether there can be one.

    Raises:
        SignoffError: a tag of the model's file is never closed.
    """
    query = first_load_text(macro.text).lstrip("\ufeff").strip().rstrip(";").rstrip()
    own = f"{{% set this = {_OLD}_table %}}\n" if names_this(query) else ""
    columns = ", ".join(f"'{name.lower()}'" for name in macro.columns if "'" not in name)
    table = f"{_OLD}_table"
    lines = [
        "{#",
        *(f"  {line}".replace("#}", "# }") for line in macro.words),
        "#}",
        f"{{% macro {macro.name}() %}}",
        f"{{% set {table} = ref('{macro.model}') %}}",
        "{% if execute %}",
        f"{{% set there = load_relation({table}) %}}",
        "{% if there is none %}",
        f"{{{{ log({_text(say('backfill.log_no_table', model=macro.model))}, info=true) }}}}",
        "{% else %}",
        "{% set columns = adapter.get_columns_in_relation(there) | map(attribute='name') | map('lower') | list %}",
        f"{{% for name in [{columns}] if name not in columns %}}",
        f"{{{{ exceptions.raise_compiler_error({_text(say('backfill.log_no_column', model=macro.model))} ~ name) }}}}",
        "{% endfor %}",
        f"{own}{{% call statement('{macro.name}', auto_begin=true) %}}",
        *_statement(macro, query, dialect, f"{{{{ {table} }}}}"),
        "{% endcall %}",
        "{% do adapter.commit() %}",
        f"{{{{ log({_text(say('backfill.log_done', model=macro.model))}, info=true) }}}}",
        "{% endif %}",
        "{% endif %}",
        "{% endmacro %}",
        "",
    ]
    return "\n".join(lines)


def _statement(macro: BackfillMacro, query: str, dialect: str, table: str) -> list[str]:
    """UPDATE … FROM where the dialect has it, else MERGE."""
    partners = " and ".join(_equal(name, dialect) for name in macro.key)
    if dialect in _UPDATE_FROM:
        sets = ", ".join(f"{_name(c, dialect)} = {_NEW}.{_name(c, dialect)}" for c in macro.columns)
        return [
            f"update {table} as {_OLD}",
            f"set {sets}",
            "from (",
            query,
            f") as {_NEW}",
            f"where {partners}",
        ]
    sets = ", ".join(f"{_OLD}.{_name(c, dialect)} = {_NEW}.{_name(c, dialect)}" for c in macro.columns)
    word = "" if dialect == "oracle" else "as "
    end = ";" if dialect in _NO_CTE_INSIDE else ""
    return [
        f"merge into {table} {word}{_OLD}",
        "using (",
        query,
        f") {word}{_NEW}",
        f"on ({partners})",
        f"when matched then update set {sets}{end}",
    ]


def _equal(name: str, dialect: str) -> str:
    return f"{_OLD}.{_name(name, dialect)} = {_NEW}.{_name(name, dialect)}"


def _name(name: str, dialect: str) -> str:
    return exp.to_identifier(name).sql(dialect)


def _text(words: str) -> str:
    """A text of Jinja."""
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"
