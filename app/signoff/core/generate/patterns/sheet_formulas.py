"""A spreadsheet formula as SQL text: `=IF(amount="","unknown",IF(amount<1000,"small","large"))`.

Columns stand where a spreadsheet has cells. Only what is known wholly is said anew: a function that is not listed, or a
cell such as `B4`, makes it none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import Scope
from signoff.core.generate.types import Family, family_of

_TOKEN = re.compile(
    r"\s*(?:(?P<text>\"(?:[^\"]|\"\")*\"|“[^”]*”)|(?P<number>\d+(?:\.\d+)?%?)|(?P<name>\[[^\]]+\]|[^\W\d][\w.]*)"
    r"|(?P<sign><>|<=|>=|[=<>&+\-*/^(),;]))"
)
_NAMES = {
    "WENN": "IF", "ALS": "IF", "SI": "IF", "UND": "AND", "EN": "AND", "ET": "AND", "ODER": "OR", "OF": "OR", "OU": "OR",
    "NICHT": "NOT", "NIET": "NOT", "NON": "NOT", "LINKS": "LEFT", "GAUCHE": "LEFT", "RECHTS": "RIGHT", "DROITE": "RIGHT",
    "TEIL": "MID", "DEEL": "MID", "LÄNGE": "LEN", "LENGTE": "LEN", "NBCAR": "LEN", "GROSS": "UPPER",
    "HOOFDLETTERS": "UPPER", "MAJUSCULE": "UPPER", "KLEIN": "LOWER", "KLEINE.LETTERS": "LOWER", "MINUSCULE": "LOWER",
    "GLÄTTEN": "TRIM", "SPATIES.WISSEN": "TRIM", "SUPPRESPACE": "TRIM", "RUNDEN": "ROUND", "AFRONDEN": "ROUND",
    "ARRONDI": "ROUND", "VERKETTEN": "CONCATENATE", "TEXTKETTE": "CONCATENATE", "JAHR": "YEAR", "JAAR": "YEAR",
    "ANNEE": "YEAR", "MONAT": "MONTH", "MAAND": "MONTH", "MOIS": "MONTH", "TAG": "DAY", "DAG": "DAY", "JOUR": "DAY",
    "TEKST": "TEXT", "TEXTE": "TEXT", "WECHSELN": "SUBSTITUTE", "SUBSTITUEREN": "SUBSTITUTE", "CONCAT": "CONCATENATE",
    "ISTLEER": "ISBLANK", "ESTVIDE": "ISBLANK", "REST": "MOD",
}  # fmt: skip
_ZEROS = re.compile(r"0+")
_DAY = {
    "yyyy": "%Y",
    "jjjj": "%Y",
    "aaaa": "%Y",
    "yy": "%y",
    "mm": "%m",
    "dd": "%d",
    "tt": "%d",
    "hh": "%H",
    "ss": "%S",
}
_DAY_PART = re.compile(r"yyyy|jjjj|aaaa|yy|mm|dd|tt|[-/. ]", re.IGNORECASE)
_DEEPEST = 20


class _UnknownError(Exception):
    """A part of the formula is not known."""


@dataclass(frozen=True)
class _Value:
    sql: str
    family: Family
    literal: str | None = None
    """The text of a fixed text."""

    @property
    def as_text(self) -> str:
        return self.sql if self.family is Family.TEXT else f"CAST({self.sql} AS VARCHAR)"


def formula_sql(text: str, scope: Scope) -> str:
    """The formula as SQL over the columns in scope; empty where it is none, or a part of it is not known.

    Args:
        text: begins with an equals sign.
        scope: its columns, whose types tell what an empty cell is.
    """
    plain = text.strip()
    if not plain.startswith("="):
        return ""
    try:
        reader = _Reader(_tokens(plain[1:].rstrip(" .;")), scope)
        made = reader.whole()
    except _UnknownError:
        return ""
    return made.sql


def _tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    place = 0
    while place < len(text.rstrip()):
        match = _TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            raise _UnknownError
        found.append((match.lastgroup, match[match.lastgroup]))
        place = match.end()
    return found


class _Reader:
    """Reads one formula from left to right."""

    def __init__(self, tokens: Sequence[tuple[str, str]], scope: Scope) -> None:
        self._tokens, self._scope, self._place, self._depth = tokens, scope, 0, 0

    def whole(self) -> _Value:
        value = self._comparison()
        if self._place < len(self._tokens):
            raise _UnknownError
        return value

    def _sign(self, *signs: str) -> str:
        """The next sign where it is one of these; it is passed."""
        kind, text = self._tokens[self._place] if self._place < len(self._tokens) else ("", "")
        if kind != "sign" or text not in signs:
            return ""
        self._place += 1
        return text

    def _comparison(self) -> _Value:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _UnknownError
        left = self._joined()
        sign = self._sign("=", "<>", "<=", ">=", "<", ">")
        if sign:
            left = _compared(left, sign, self._joined())
        self._depth -= 1
        return left

    def _joined(self) -> _Value:
        values = [self._sum()]
        while self._sign("&"):
            values.append(self._sum())
        return values[0] if len(values) == 1 else _texts(values)

    def _sum(self) -> _Value:
        return self._chain(self._product, "+", "-")

    def _product(self) -> _Value:
        return self._chain(self._atom, "*", "/")

    def _chain(self, inner: Callable[[], _Value], *signs: str) -> _Value:
        value = inner()
        while sign := self._sign(*signs):
            value = _Value(f"{value.sql} {sign} {inner().sql}", Family.NUMBER)
        return value

    def _atom(self) -> _Value:
        if self._sign("-"):
            return _Value(f"-{self._atom().sql}", Family.NUMBER)
        if self._sign("("):
            inner = self._comparison()
            if not self._sign(")"):
                raise _UnknownError
            return _Value(f"({inner.sql})", inner.family)
        if self._place >= len(self._tokens):
            raise _UnknownError
        kind, text = self._tokens[self._place]
        self._place += 1
        if kind == "text":
            said = text[1:-1].replace('""', '"')
            return _Value("'" + said.replace("'", "''") + "'", Family.TEXT, said)
        if kind == "number":
            return _Value(f"{text[:-1]} / 100" if text.endswith("%") else text, Family.NUMBER)
        if kind == "name":
            return self._called(text) if self._sign("(") else self._column(text)
        raise _UnknownError

    def _column(self, name: str) -> _Value:
        if name.upper() in ("TRUE", "FALSE", "WAHR", "FALSCH", "WAAR", "ONWAAR", "VRAI", "FAUX"):
            return _Value(
                "true" if name.upper() in ("TRUE", "WAHR", "WAAR", "VRAI") else "false", Family.FLAG
            )
        bare = name.strip("[]@ ")
        table, _, column = bare.rpartition(".")
        hits = [
            c
            for c in self._scope.columns
            if c.column.name.casefold() == column.casefold()
            and (not table or table.casefold() in (c.relation.casefold(), c.table.casefold()))
        ]
        own = [c for c in hits if c.is_source] or hits
        if len({c.sql for c in own}) != 1:
            raise _UnknownError
        return _Value(own[0].sql, family_of(own[0].column.type))

    def _called(self, name: str) -> _Value:
        values: list[_Value] = []
        while not self._sign(")"):
            values.append(self._comparison())
            if not self._sign(",", ";"):
                if not self._sign(")"):
                    raise _UnknownError
                break
        return _function(_NAMES.get(name.upper(), name.upper()), values)


def _compared(left: _Value, sign: str, right: _Value) -> _Value:
    if left.literal == "" and sign in ("=", "<>"):
        left, right = right, left
    if right.literal == "" and sign in ("=", "<>"):
        blank = _blank(left)
        return _Value(blank if sign == "=" else f"NOT {blank}", Family.FLAG)
    return _Value(f"{left.sql} {sign} {right.sql}", Family.FLAG)


def _blank(value: _Value) -> str:
    if value.family in (Family.TEXT, Family.UNKNOWN):
        return f"({value.sql} IS NULL OR {value.as_text} = '')"
    return f"({value.sql} IS NULL)"


def _texts(values: Sequence[_Value]) -> _Value:
    return _Value(" || ".join(value.as_text for value in values), Family.TEXT)


def _function(name: str, values: Sequence[_Value]) -> _Value:
    sql = [value.sql for value in values]
    count = len(values)
    if name == "IF" and count in (2, 3):
        other = sql[2] if count == 3 else "false"
        nested = re.fullmatch(r"CASE (WHEN .+) END", other, re.DOTALL)
        tail = f" {nested[1]}" if nested is not None else f" ELSE {other}"
        return _Value(f"CASE WHEN {sql[0]} THEN {sql[1]}{tail} END", values[1].family)
    if name in ("AND", "OR") and count:
        return _Value("(" + f" {name} ".join(sql) + ")", Family.FLAG)
    if name == "NOT" and count == 1:
        return _Value(f"NOT ({sql[0]})", Family.FLAG)
    if name == "ISBLANK" and count == 1:
        return _Value(_blank(values[0]), Family.FLAG)
    if name == "TEXT" and count == 2:
        return _formatted(values[0], values[1].literal or "")
    if name == "CONCATENATE" and count:
        return _texts(values)
    if (name, count) in _PLAIN:
        shape, family = _PLAIN[name, count]
        return _Value(shape.format(*sql, t=values[0].as_text), family)
    raise _UnknownError


_PLAIN: dict[tuple[str, int], tuple[str, Family]] = {
    ("LEFT", 2): ("left({t}, {1})", Family.TEXT),
    ("RIGHT", 2): ("right({t}, {1})", Family.TEXT),
    ("MID", 3): ("substring({t}, {1}, {2})", Family.TEXT),
    ("LEN", 1): ("length({t})", Family.NUMBER),
    ("UPPER", 1): ("upper({t})", Family.TEXT),
    ("LOWER", 1): ("lower({t})", Family.TEXT),
    ("TRIM", 1): ("trim({t})", Family.TEXT),
    ("SUBSTITUTE", 3): ("replace({t}, {1}, {2})", Family.TEXT),
    ("ROUND", 2): ("round({0}, {1})", Family.NUMBER),
    ("ABS", 1): ("abs({0})", Family.NUMBER),
    ("INT", 1): ("floor({0})", Family.NUMBER),
    ("MOD", 2): ("mod({0}, {1})", Family.NUMBER),
    ("YEAR", 1): ("year({0})", Family.NUMBER),
    ("MONTH", 1): ("month({0})", Family.NUMBER),
    ("DAY", 1): ("day({0})", Family.NUMBER),
}


def _formatted(value: _Value, shape: str) -> _Value:
    """A number with leading zeros, or a day in a form."""
    if _ZEROS.fullmatch(shape) and value.family in (Family.NUMBER, Family.TEXT):
        text, long = value.as_text, len(shape)
        padded = f"CASE WHEN length({text}) < {long} THEN lpad({text}, {long}, '0') ELSE {text} END"
        return _Value(f"({padded})", Family.TEXT)
    if value.family in (Family.DATE, Family.TIMESTAMP) and shape and not _DAY_PART.sub("", shape):
        told = re.sub(r"[A-Za-z]+", lambda m: _DAY[m.group().lower()], shape)
        return _Value(f"strftime({value.sql}, '{told}')", Family.TEXT)
    raise _UnknownError
