"""Macros of fivetran_utils that depend on variables of the project, in the words of the engine that checks run on.

Child only. Where a variable is not known, what depends on it stays unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from signoff.core.domain.expressions import quoted
from signoff.core.engines.jinja.unknown import Unknown

Variable = Callable[..., Any]
"""``var``."""


def of_variables(variable: Variable) -> dict[str, Any]:
    """Macros that read variables.

    Args:
        variable: what ``var`` gives.
    """

    def enabled_vars(names: Sequence[str] = (), **named: Any) -> bool:
        return all(bool(variable(name, True)) for name in named.get("vars", names))

    def one_true(names: Sequence[str] = (), **named: Any) -> bool:
        return any(bool(variable(name, False)) for name in named.get("vars", names))

    def filled(pass_through_variable: Any, **_said: Any) -> Any:
        fields = _listed(pass_through_variable, variable)
        unknown = Unknown(name="fivetran_utils.fill_pass_through_columns")
        return unknown if fields is None else "".join(map(_filled, fields))

    def persisted(
        pass_through_variable: Any, identifier: Any = None, transform: str = "", **said: Any
    ) -> Any:
        fields = _listed(pass_through_variable, variable)
        if fields is None or said.get("coalesce_with") is not None:
            return Unknown(name="fivetran_utils.persist_pass_through_columns")
        return "".join(_persisted(field, identifier, transform) for field in fields)

    def source_relation(
        union_schema_variable: str = "union_schemas", union_database_variable: str = "union_databases"
    ) -> Any:
        if variable(union_schema_variable, None) or variable(union_database_variable, None):
            return Unknown(name="fivetran_utils.source_relation")
        return ", cast('' as varchar) as source_relation"

    return {
        "enabled_vars": enabled_vars,
        "enabled_vars_one_true": one_true,
        "fill_pass_through_columns": filled,
        "persist_pass_through_columns": persisted,
        "source_relation": source_relation,
    }


def _listed(name: Any, variable: Variable) -> list[Any] | None:
    """The fields a variable lists; None where it has no value here."""
    found = variable(name) if isinstance(name, str) else name
    return None if isinstance(found, Unknown) else list(found or ())


def _filled(field: Any) -> str:
    if not isinstance(field, Mapping):
        return f", {field}"
    name = field.get("alias") or field.get("name")
    made = field.get("transform_sql") or field.get("name")
    return f", {made} as {name}" if field.get("transform_sql") or field.get("alias") else f", {name}"


def _persisted(field: Any, identifier: Any, transform: str) -> str:
    name = (field.get("alias") or field.get("name")) if isinstance(field, Mapping) else field
    column = f"{identifier}.{name}" if identifier else f"{name}"
    return f", {transform}({column}) as {name}" if transform else f", {column}"


def _json(string: Any, string_path: Any = "") -> str:
    path = ".".join(map(str, string_path)) if not isinstance(string_path, str) else string_path
    return f"json_extract_string({string}, '$.{path}')"


def _first_value(
    first_value_field: Any, partition_field: Any, order_by_field: Any, order: str = "asc"
) -> str:
    within = f"partition by {partition_field} order by {order_by_field} {order}"
    whole = "rows between unbounded preceding and unbounded following"
    return f"first_value({first_value_field} ignore nulls) over ({within} {whole})"


PLAIN: dict[str, Any] = {
    "array_agg": lambda field_to_agg: f"array_agg({field_to_agg})",
    "ceiling": lambda num: f"ceiling({num})",
    "first_value": _first_value,
    "json_extract": _json,
    "json_parse": _json,
    "percentile": lambda percentile_field, partition_field, percent: (
        f"quantile_cont({percentile_field}, {percent}) over (partition by {partition_field})"
    ),
    "pivot_json_extract": lambda string, list_of_properties: ",\n".join(
        f"{_json(string, name)} as {str(name).replace(' ', '_').lower()}" for name in list_of_properties
    ),
    "try_cast": lambda field, type: f"try_cast({field} as {type})",
    "wrap_in_quotes": lambda object_to_quote: quoted(str(object_to_quote)),
}
"""Those that need no variable."""
