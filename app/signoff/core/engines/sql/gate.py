"""The two gates a statement passes before DuckDB runs it.

First: DuckDB's own parser finds one statement, and it is a SELECT. Second: the tree is a query of
allow-listed pieces over registered tables. The second is asked of two readers, since a text may mean
different things to different parsers: sqlglot's tree (no change of data anywhere) and DuckDB's own tree as
JSON (names of functions, tables and nodes exactly as they would run).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import duckdb
from sqlglot import exp

from signoff.core.domain.sentences import say
from signoff.core.engines.sql.functions import ALLOWED_FUNCTIONS, ALLOWED_TABLE_FUNCTIONS
from signoff.core.engines.sql.problems import SqlFailed, SqlRefused, sentence
from signoff.core.engines.sqltext import check_depth, parse_all

_ALLOWED_NODES = frozenset({"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"})
_ALLOWED_PLACES = frozenset(
    {"BASE_TABLE", "SUBQUERY", "JOIN", "TABLE_FUNCTION", "EXPRESSION_LIST", "PIVOT", "EMPTY"}
)
_REFUSED_EXPRESSIONS = frozenset({"PARAMETER", "DEFAULT"})
_CHANGES = (
    exp.DDL,
    exp.DML,
    exp.Command,
    exp.Into,
    exp.Copy,
    exp.Attach,
    exp.Detach,
    exp.Set,
    exp.Pragma,
    exp.Show,
)


@dataclass
class _Found:
    """What DuckDB's own tree of a statement holds."""

    functions: set[str] = field(default_factory=set)
    table_functions: set[str] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    own_tables: set[str] = field(default_factory=set)
    """Names given by WITH."""
    refused: set[str] = field(default_factory=set)


def admit(connection: duckdb.DuckDBPyConnection, sql: str, registered: frozenset[str]) -> str:
    """The one statement of a text, as it may be run.

    Args:
        connection: parses, runs nothing of the text.
        sql: what was proposed.
        registered: names of the tables it may read, lower case.

    Raises:
        SqlRefused: it is no query, or uses what no draft needs.
        SqlFailed: it cannot be parsed.
        SqlTextError: sqlglot cannot read it, or it is nested too deep.
    """
    check_depth(sql)
    statement = _only_select(sql)
    _refuse_changes(sql)
    found = _read_tree(connection, statement)
    _judge(found, registered)
    return statement


def _only_select(sql: str) -> str:
    try:
        statements = duckdb.extract_statements(sql)
    except duckdb.Error as error:
        raise SqlFailed(sentence(str(error))) from error
    if len(statements) != 1:
        raise SqlRefused(f"This SQL holds {len(statements)} statements; write exactly one SELECT.")
    kind = statements[0].type
    if kind == duckdb.StatementType.MULTI:
        raise SqlRefused(say("sql.pivot"))
    if kind != duckdb.StatementType.SELECT:
        raise SqlRefused(f"This SQL is a {kind.name} statement; write a SELECT.")
    return statements[0].query.strip().rstrip(";")


def _refuse_changes(sql: str) -> None:
    trees = parse_all(sql)
    if len(trees) != 1 or not isinstance(trees[0], exp.Query | exp.Values | exp.Pivot):
        raise SqlRefused("This SQL is not a query; write one SELECT.")
    change = trees[0].find(*_CHANGES)
    if change is not None:
        raise SqlRefused(say("sql.changes", keyword=change.key.upper()))


def _read_tree(connection: duckdb.DuckDBPyConnection, statement: str) -> _Found:
    row = connection.execute("SELECT json_serialize_sql(?)", [statement]).fetchone()
    tree: dict[str, Any] = json.loads(row[0]) if row else {"error": True}
    if tree.get("error"):
        raise SqlRefused(say("sql.no_query", reason=sentence(str(tree.get("error_message", "")))))
    found = _Found()
    for node in _nodes(tree.get("statements")):
        _note(node, found)
    return found


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the tree; no recursion, trees may be deep."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _note(node: dict[str, Any], found: _Found) -> None:
    kind = str(node.get("type", ""))
    if kind.endswith("_NODE") and kind not in _ALLOWED_NODES:
        found.refused.add(kind.removesuffix("_NODE").removesuffix("_QUERY"))
    if kind.endswith("_REF") and kind != "COLUMN_REF":
        found.refused.add(kind.removesuffix("_REF"))
    if kind == "TABLE_FUNCTION":
        found.table_functions.add(str(node["function"]["function_name"]).lower())
    if "alias" in node and "sample" in node and kind not in _ALLOWED_PLACES:
        found.refused.add(kind)
    if kind == "BASE_TABLE":
        _note_table(node, found)
    if node.get("class") in _REFUSED_EXPRESSIONS:
        found.refused.add(str(node["class"]))
    if "function_name" in node:
        _note_function(node, found)
    if "cte_map" in node:
        found.own_tables |= {str(each["key"]).lower() for each in node["cte_map"].get("map", ())}
    if kind == "RECURSIVE_CTE_NODE":
        found.own_tables.add(str(node.get("cte_name", "")).lower())


def _note_function(node: dict[str, Any], found: _Found) -> None:
    name = str(node["function_name"]).lower()
    if node.get("schema") or node.get("catalog"):
        name = f"{node.get('schema')}.{name}"
    found.functions.add(name)


def _note_table(node: dict[str, Any], found: _Found) -> None:
    place = node.get("catalog_name") or node.get("schema_name")
    name = str(node["table_name"]).lower()
    found.tables.add(f"{place}.{name}" if place else name)


def _judge(found: _Found, registered: frozenset[str]) -> None:
    if found.refused:
        raise SqlRefused(say("sql.refused", refused=_list(found.refused)))
    strange = found.functions - ALLOWED_FUNCTIONS - found.table_functions
    strange |= found.table_functions - ALLOWED_TABLE_FUNCTIONS
    if strange:
        raise SqlRefused(say("sql.strange_function", functions=_list(strange)))
    unknown = found.tables - registered - found.own_tables
    if unknown:
        raise SqlRefused(say("sql.unknown_table", tables=_list(unknown)))


def _list(names: set[str]) -> str:
    return ", ".join(sorted(names))
