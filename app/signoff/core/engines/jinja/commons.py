"""Macros that many dbt projects get from packages, in the words of the engine that checks run on. Child only.

Each gives what the package's macro gives on DuckDB; one that would need the database itself is not here and stays
unknown, which is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from signoff.core.domain.expressions import quoted
from signoff.core.engines.jinja.fivetran import PLAIN as fivetran_plain
from signoff.core.engines.jinja.fivetran import Variable, of_variables
from signoff.core.engines.jinja.unknown import Unknown

_NULL_KEY = "_dbt_utils_surrogate_key_null_"
Columns = Callable[[str], Sequence[tuple[str, str]]]
"""Names and types of a relation's columns; none where it is not known."""


def packages(columns: Columns, variable: Variable) -> dict[str, Mapping[str, Any]]:
    """Macros by package.

    Args:
        columns: what is known of a relation.
        variable: what ``var`` gives.
    """
    common: dict[str, Any] = {**_TYPES, **_PLAIN}
    utils = {**common, **_UTILS, **_of_columns(columns)}
    fivetran = {**common, **_FIVETRAN, **fivetran_plain, **of_variables(variable)}
    return {"dbt": common, "dbt_utils": utils, "fivetran_utils": fivetran}


def _of_columns(columns: Columns) -> dict[str, Any]:
    def star(*given: Any, **named: Any) -> Any:
        return _star(columns, *given, **named)

    def union_relations(relations: Sequence[Any] = (), **named: Any) -> Any:
        return _union(columns, relations, **named)

    def filtered(*given: Any, **named: Any) -> Any:
        relation = named.get("from", given[0] if given else "")
        gone = {str(n).casefold() for n in named.get("except", given[1] if len(given) > 1 else ())}
        known = columns(str(relation))
        if not known:
            return Unknown(name="dbt_utils.get_filtered_columns_in_relation")
        return [name for name, _type in known if name.casefold() not in gone]

    return {"star": star, "union_relations": union_relations, "get_filtered_columns_in_relation": filtered}


def _star(columns: Columns, *given: Any, **named: Any) -> Any:
    names = ("from", "relation_alias", "except", "prefix", "suffix", "quote_identifiers")
    said = {**dict(zip(names, given, strict=False)), **named}
    known = columns(str(said.get("from", "")))
    gone = {str(name).casefold(): str(name) for name in said.get("except") or ()}
    before = f"{said['relation_alias']}." if said.get("relation_alias") else ""
    prefix, suffix = str(said.get("prefix") or ""), str(said.get("suffix") or "")
    if prefix or suffix:
        if not known:
            return Unknown(name="dbt_utils.star")
        kept = [name for name, _type in known if name.casefold() not in gone]
        return ",\n  ".join(f"{before}{quoted(n)} as {quoted(prefix + n + suffix)}" for n in kept)
    there = {name.casefold() for name, _type in known}
    left_out = [quoted(name) for key, name in gone.items() if not known or key in there]
    return f"{before}*" + (f" exclude ({', '.join(left_out)})" if left_out else "")


def _union(columns: Columns, relations: Sequence[Any] = (), **named: Any) -> Any:
    """One query over all, by name; which relation a row comes from stands in its own column."""
    if not relations or isinstance(relations, str) or named.get("include"):
        return Unknown(name="dbt_utils.union_relations")
    column = named.get("source_column_name", "_dbt_source_relation")
    gone = {str(name).casefold(): str(name) for name in named.get("exclude") or ()}
    where = f" where {named['where']}" if named.get("where") else ""
    parts = []
    for relation in relations:
        known = {name.casefold() for name, _type in columns(str(relation))}
        left_out = [quoted(n) for key, n in gone.items() if not known or key in known]
        star = "*" + (f" exclude ({', '.join(left_out)})" if left_out else "")
        source = f"cast('{relation}' as varchar) as {column}, " if column else ""
        parts.append(f"select {source}{star} from {relation}{where}")
    return "(" + "\nunion all by name\n".join(parts) + ")"


def _key(fields: Any = (), *more: Any, null: str = _NULL_KEY) -> str:
    listed = [fields, *more] if isinstance(fields, str) else list(fields)
    parts = [f"coalesce(cast({field} as varchar), '{null}')" for field in listed]
    return f"md5(cast({(chr(32) + '||' + chr(39) + '-' + chr(39) + '|| ').join(parts)} as varchar))"


def _group_by(n: int) -> str:
    return "group by " + ", ".join(str(number) for number in range(1, int(n) + 1))


def _pivot(
    column: Any, values: Any, alias: bool = True, agg: str = "sum", cmp: str = "=", **said: Any
) -> Any:
    if isinstance(values, (Unknown, str)):
        return Unknown(name="dbt_utils.pivot")
    then, other = said.get("then_value", 1), said.get("else_value", 0)
    prefix, suffix = said.get("prefix", ""), said.get("suffix", "")
    distinct = "distinct " if said.get("distinct") else ""
    found = []
    for value in values:
        inner = f"case when {column} {cmp} '{str(value).replace(chr(39), chr(39) * 2)}' then {then} else {other} end"
        name = f' as "{prefix}{value}{suffix}"' if alias else ""
        found.append(f"{agg}({distinct}{inner}){name}")
    return ",\n  ".join(found)


def _deduplicate(relation: Any, partition_by: str, order_by: str = "", **_said: Any) -> str:
    window = f"partition by {partition_by}" + (f" order by {order_by}" if order_by else "")
    return f"select * from {relation} qualify row_number() over ({window}) = 1"


def _listagg(
    measure: str, delimiter_text: str = "','", order_by_clause: str = "", limit_num: Any = None
) -> Any:
    if limit_num:
        return Unknown(name="listagg")
    return f"string_agg({measure}, {delimiter_text}{' ' + order_by_clause if order_by_clause else ''})"


def _dateadd(datepart: str, interval: Any, from_date_or_timestamp: str) -> str:
    return f"date_add({from_date_or_timestamp}, interval ({interval}) {datepart})"


def _datediff(first_date: str, second_date: str, datepart: str) -> str:
    return f"date_diff('{datepart}', {first_date}::timestamp, {second_date}::timestamp)"


def _date_spine(datepart: str, start_date: Any, end_date: Any) -> str:
    """A row for each day, month and so on from the first to before the last."""
    span = f"cast({start_date} as timestamp), cast({end_date} as timestamp), interval 1 {datepart}"
    return f"select unnest(range({span})) as date_{datepart}"


_TYPES: dict[str, Any] = {
    "type_string": lambda: "varchar",
    "type_timestamp": lambda: "timestamp",
    "type_int": lambda: "int",
    "type_bigint": lambda: "bigint",
    "type_float": lambda: "float",
    "type_numeric": lambda: "numeric(28,6)",
    "type_boolean": lambda: "boolean",
}

_PLAIN: dict[str, Any] = {
    "any_value": lambda expression: f"any_value({expression})",
    "bool_or": lambda expression: f"bool_or({expression})",
    "cast": lambda field, type: f"cast({field} as {type})",
    "cast_bool_to_text": lambda field: f"cast({field} as varchar)",
    "concat": lambda fields: " || ".join(str(field) for field in fields),
    "current_timestamp": lambda: "current_timestamp",
    "current_timestamp_backcompat": lambda: "current_timestamp",
    "current_timestamp_in_utc_backcompat": lambda: "current_timestamp",
    "date_spine": _date_spine,
    "date_trunc": lambda datepart, date: f"date_trunc('{datepart}', {date})",
    "date": lambda year, month, day: f"make_date({year}, {month}, {day})",
    "dateadd": _dateadd,
    "datediff": _datediff,
    "except": lambda: "except",
    "hash": lambda field: f"md5(cast({field} as varchar))",
    "intersect": lambda: "intersect",
    "last_day": lambda date, _datepart="month": f"last_day({date})",
    "length": lambda expression: f"length({expression})",
    "listagg": _listagg,
    "position": lambda substring_text, string_text: f"position({substring_text} in {string_text})",
    "replace": lambda field, old_chars, new_chars: f"replace({field}, {old_chars}, {new_chars})",
    "right": lambda string_text, length_expression: f"right({string_text}, {length_expression})",
    "safe_cast": lambda field, type: f"try_cast({field} as {type})",
    "split_part": lambda string_text, delimiter_text, part_number: (
        f"split_part({string_text}, {delimiter_text}, {part_number})"
    ),
    "string_literal": lambda value: f"'{value}'",
}

_UTILS: dict[str, Any] = {
    "deduplicate": _deduplicate,
    "generate_surrogate_key": _key,
    "group_by": _group_by,
    "pivot": _pivot,
    "safe_add": lambda *fields: " + ".join(f"coalesce({f}, 0)" for f in _flat(fields)),
    "safe_divide": lambda numerator, denominator: f"( {numerator} ) / nullif( ( {denominator} ), 0)",
    "safe_subtract": lambda *fields: " - ".join(f"coalesce({f}, 0)" for f in _flat(fields)),
    "surrogate_key": lambda *fields: _key(*fields, null=""),
    "slugify": lambda text: "".join(c if c.isalnum() else "_" for c in str(text).lower()),
}

_FIVETRAN: dict[str, Any] = {
    "max_bool": lambda boolean_field: f"bool_or( {boolean_field} )",
    "string_agg": lambda field_to_agg, delimiter: f"string_agg({field_to_agg}, {delimiter})",
    "timestamp_add": lambda datepart, interval, from_timestamp: _dateadd(datepart, interval, from_timestamp),
    "timestamp_diff": lambda first_date, second_date, datepart: _datediff(first_date, second_date, datepart),
}


def _flat(fields: Sequence[Any]) -> list[Any]:
    return list(fields[0]) if len(fields) == 1 and not isinstance(fields[0], str) else list(fields)
