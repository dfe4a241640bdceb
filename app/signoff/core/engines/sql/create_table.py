"""One CREATE TABLE statement as a source table, in whichever dialect it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sqlglot import exp

from signoff.core.domain.spec import ForeignKey, SourceColumn, SourceTable
from signoff.core.engines.sql.types import DIALECTS, duckdb_type, type_in_duckdb
from signoff.core.engines.sqltext import SqlTextError, parse_all

_HINTS = (
    ("oracle", re.compile(r"\b(?:n?varchar2|number\s*\(|clob|sysdate)", re.IGNORECASE)),
    ("mysql", re.compile(r"`|\bengine\s*=|\bauto_increment\b", re.IGNORECASE)),
    ("tsql", re.compile(r"\[\w|\bnvarchar\b|\bdatetime2\b|\bidentity\s*\(", re.IGNORECASE)),
    ("databricks", re.compile(r"\busing\s+delta\b|\btblproperties\b", re.IGNORECASE)),
    ("snowflake", re.compile(r"\bvariant\b|\btimestamp_(?:ntz|ltz|tz)\b|\bnumber\b", re.IGNORECASE)),
    ("bigquery", re.compile(r"\bint64\b|\bfloat64\b|\boptions\s*\(", re.IGNORECASE)),
    ("redshift", re.compile(r"\b(?:distkey|sortkey|diststyle|encode)\b", re.IGNORECASE)),
    ("teradata", re.compile(r"\b(?:multiset|primary\s+index|casespecific)\b", re.IGNORECASE)),
)
"""What only one dialect writes; the first that is found is tried first."""
_SIZED = re.compile(r"\bchar(?:acter)?(?:\s+varying)?2?\s*\(|char2?\s*\(", re.IGNORECASE)
_KEEPS_LENGTHS = ("postgres", "mysql")
"""Dialects that keep the length of a text, where DuckDB's drops it."""
_STORAGE = re.compile(
    r"\b(?:enable|disable|novalidate|using\s+index\b.*|sortkey|distkey|encode\s+\w+)\b", re.I | re.S
)
"""What stands behind a column or key and says nothing of its values."""
_BRACKETS = re.compile(r"""[(),]|'(?:[^']|'')*+'?|"[^"]*+"?|`[^`]*+`?""")
_EACH_TRY = 2_000
"""Characters that a try costs besides its own."""
_ENOUGH_FOR_ONE = 3_000_000
_FIRST_COLUMN = "signoff_first integer, "
_COMMON = 9
"""Dialects tried on a statement that is long."""
_LONG = 20_000
"""Characters from which a statement is long."""


def dialects_for(text: str, known: str = "") -> tuple[str, ...]:
    """All dialects in the order they are tried on a text: the known one, those it hints at, then the rest."""
    hinted = [name for name, hint in _HINTS if hint.search(text)]
    rest = DIALECTS if len(text) <= _LONG else DIALECTS[:_COMMON]
    return tuple(dict.fromkeys([*([known] if known else []), *hinted[:1], *rest]))


def read_create_table(statement: str, dialect: str = "") -> SourceTable | None:
    """The table one CREATE TABLE statement describes, types in DuckDB's; None when no dialect can read it.

    The first dialect that knows every type wins, else the first that can read the statement.

    Args:
        statement: one statement.
        dialect: tried before all others; empty when nothing is known.
    """
    found = find_create_table(statement, dialect)
    return found[1] if found else None


class Patience:
    """What tries without a result may still cost over a whole file, in characters."""

    def __init__(self, characters: int) -> None:
        self.left = characters

    def tried(self, statement: str, created: exp.Create | None) -> exp.Create | None:
        """What came of a try, which costs when nothing came."""
        if created is None:
            self.left -= len(statement) + _EACH_TRY
        return created


def find_create_table(
    statement: str, dialect: str = "", patience: Patience | None = None
) -> tuple[str, SourceTable] | None:
    """`read_create_table` with the dialect that could read it; None too once patience is at its end."""
    patience = patience or Patience(_ENOUGH_FOR_ONE)
    fallback: tuple[str, SourceTable] | None = None
    for each in dialects_for(statement, dialect):
        if patience.left <= 0:
            return fallback
        created = patience.tried(statement, _created(statement, each))
        if created is None:
            continue
        if all(type_in_duckdb(kind) for kind in _types(created.this)):
            return each, _table(created, statement, each)
        fallback = fallback or (each, _table(created, statement, each))
    return fallback or _from_pieces(statement, dialect, patience)


def _from_pieces(statement: str, dialect: str, patience: Patience) -> tuple[str, SourceTable] | None:
    """The table of those columns and keys that can be read each by itself, where the whole can't be.

    What systems write behind a column or behind the last bracket, such as where it is stored, has no end.
    """
    start = statement.find("(")
    pieces = list(_pieces(statement[start + 1 :])) if start > 0 else []
    head = statement[: start + 1]
    for each in dialects_for(statement, dialect)[:_COMMON]:
        tried = [f"{head}{_FIRST_COLUMN}{piece})" for piece in pieces] if patience.left > 0 else []
        reads = [patience.tried(text, _created(text, each)) is not None for text in tried]
        kept = [piece for piece, is_read in zip(pieces, reads, strict=bool(tried)) if is_read]
        if not kept or not _is_column(kept[0]):
            continue
        created = _created(f"{head}{', '.join(kept)})", each)
        if created is not None:
            return each, _table(created, statement, each)
    return None


def _pieces(text: str) -> Iterator[str]:
    """What stands between the commas of a column list, up to its closing bracket, without what only storage needs."""
    level, begin = 0, 0
    for stop in _BRACKETS.finditer(text):
        sign = stop.group()
        if sign == "(":
            level += 1
        elif level and sign == ")":
            level -= 1
        elif not level and sign in "),":
            yield _STORAGE.sub("", text[begin : stop.start()]).strip()
            begin = stop.end()
            if sign == ")":
                return


def _is_column(piece: str) -> bool:
    return re.match(r"(?:constraint|primary|foreign|unique|check|key|index)\b", piece, re.IGNORECASE) is None


def _created(statement: str, dialect: str) -> exp.Create | None:
    try:
        trees = parse_all(statement, dialect)
    except SqlTextError:
        return None
    tree = trees[0] if len(trees) == 1 else None
    if isinstance(tree, exp.Create) and tree.kind == "TABLE" and isinstance(tree.this, exp.Schema):
        return tree if any(_column_definitions(tree.this)) else None
    return None


def _column_definitions(definition: exp.Schema) -> Iterator[exp.ColumnDef]:
    return (each for each in definition.expressions if isinstance(each, exp.ColumnDef))


def _types(definition: exp.Schema) -> Iterator[exp.DataType]:
    return (each.kind for each in _column_definitions(definition) if each.kind is not None)


def _table(created: exp.Create, statement: str, dialect: str) -> SourceTable:
    definition = created.this
    lengths = _lengths(definition)
    if dialect == "duckdb" and _SIZED.search(statement):
        again = next((c for d in _KEEPS_LENGTHS if (c := _created(statement, d)) is not None), None)
        lengths = _lengths(again.this) if again is not None else lengths
    columns = tuple(
        _column(each, lengths.get(each.name, 0), dialect) for each in _column_definitions(definition)
    )
    of_columns = tuple(
        each.name for each in _column_definitions(definition) if each.find(exp.PrimaryKeyColumnConstraint)
    )
    others = [each for each in definition.expressions if not isinstance(each, exp.ColumnDef)]
    keys = tuple(
        ForeignKey((each.name,), *_referred(reference))
        for each in _column_definitions(definition)
        if (reference := each.find(exp.Reference)) is not None
    )
    return SourceTable(
        definition.this.name,
        columns,
        key_of(others) or of_columns,
        _words(created.args.get("properties")),
        (*keys, *foreign_keys_of(others)),
    )


def key_of(constraints: Sequence[exp.Expr]) -> tuple[str, ...]:
    """The columns of the first primary key among a table's constraints."""
    for each in constraints:
        if (key := each.find(exp.PrimaryKey)) is not None:
            return tuple(
                part.find(exp.Identifier).name for part in key.expressions if part.find(exp.Identifier)
            )
        if each.find(exp.PrimaryKeyColumnConstraint) is not None:
            named = [column.name for column in each.find_all(exp.Column, bfs=False)]
            if named:
                return tuple(named)
    return ()


def foreign_keys_of(constraints: Sequence[exp.Expr]) -> tuple[ForeignKey, ...]:
    """The foreign keys among a table's constraints."""
    found = []
    for each in constraints:
        for key in each.find_all(exp.ForeignKey):
            reference = key.args.get("reference")
            if isinstance(reference, exp.Reference):
                found.append(ForeignKey(tuple(part.name for part in key.expressions), *_referred(reference)))
    return tuple(found)


def _referred(reference: exp.Reference) -> tuple[str, tuple[str, ...]]:
    """Table and columns a foreign key points at."""
    place = reference.this
    if isinstance(place, exp.Schema):
        return place.this.name, tuple(part.name for part in place.expressions)
    return place.name, ()


def _lengths(definition: exp.Schema) -> dict[str, int]:
    """Most characters of each text column that states them."""
    found = {}
    for each in _column_definitions(definition):
        kind = each.kind
        if kind is not None and kind.this in exp.DataType.TEXT_TYPES and kind.expressions:
            size = kind.expressions[0].name
            found[each.name] = int(size) if size.isdigit() and len(size) < 10 else 0
    return found


def _column(definition: exp.ColumnDef, length: int, dialect: str) -> SourceColumn:
    kind = definition.kind
    known = ""
    if kind is not None and kind.this != exp.DType.UNKNOWN:
        known = type_in_duckdb(kind) or duckdb_type(kind.sql())
    if dialect == "oracle" and known == "DATE":
        known = "TIMESTAMP"  # Oracle's DATE has a time of day
    required = any(
        isinstance(each.kind, exp.NotNullColumnConstraint) and not each.kind.args.get("allow_null")
        for each in definition.find_all(exp.ColumnConstraint)
    )
    key = definition.find(exp.PrimaryKeyColumnConstraint) is not None
    return SourceColumn(
        definition.name, known, not (required or key), _words(definition), length, _default(definition)
    )


def _words(tree: exp.Expr | None) -> str:
    """What a comment inside a table's or column's definition says."""
    for each in (
        tree.find_all(exp.CommentColumnConstraint, exp.SchemaCommentProperty, exp.Property) if tree else ()
    ):
        is_option = type(each) is exp.Property
        said = each.args.get("value") if is_option else each.this
        if isinstance(said, exp.Literal) and (not is_option or each.name.casefold() == "description"):
            return str(said.name)
    return ""


def _default(definition: exp.ColumnDef) -> str:
    """What stands where no value is given, as DuckDB would write it."""
    stated = definition.find(exp.DefaultColumnConstraint)
    if stated is None or not isinstance(stated.this, exp.Expr):
        return ""
    value = stated.this.unnest()
    if isinstance(value, exp.National):
        value = exp.Literal.string(value.name)
    return str(value.sql("duckdb"))
