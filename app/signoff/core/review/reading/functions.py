"""Functions in words: one line a function, by the class sqlglot gives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from sqlglot import exp

from signoff.core.review.reading.formats import format_words


class Sayer(Protocol):
    """Says a part of an expression."""

    def write(self, node: Any) -> str:
        """The part in words."""
        ...


_Words = Callable[[Any, Sayer], str]


def said(node: Any, sayer: Sayer) -> str | None:
    """A function in words; None where there are none for it."""
    if isinstance(node, exp.Anonymous):
        named = _BY_NAME.get(node.name.lower())
        return named(node, sayer) if named else None
    words = _BY_CLASS.get(type(node))
    return words(node, sayer) if words else None


def _of(template: str) -> _Words:
    """Words with ``{0}`` for the argument and ``{1}`` for the second one."""

    def words(node: Any, sayer: Sayer) -> str:
        return template.format(
            sayer.write(node.this), sayer.write(_second(node)) if "{1}" in template else ""
        )

    return words


def _second(node: Any) -> Any:
    return node.args.get("expression") or next(iter(node.args.get("expressions") or ()), None)


def _coalesce(node: Any, sayer: Sayer) -> str:
    given = [node.this, *node.expressions]
    first, *others = [sayer.write(each.this if _takes_blank_as_missing(each) else each) for each in given]
    when = "is missing or blank" if any(map(_takes_blank_as_missing, given)) else "has no value"
    return f"{first} (where it {when}, {', else '.join(others)})" if others else first


def _takes_blank_as_missing(node: Any) -> bool:
    return isinstance(node, exp.Nullif) and _is_blank(node.expression)


def _trim(node: Any, sayer: Sayer) -> str:
    side = str(node.args.get("position") or "").upper()
    place = {"LEADING": "before it", "TRAILING": "behind it"}.get(side, "around it")
    what = node.args.get("expression")
    characters = "blanks" if what is None else sayer.write(what)
    return f"{sayer.write(node.this)} without {characters} {place}"


def _nullif(node: Any, sayer: Sayer) -> str:
    if _takes_blank_as_missing(node):
        return f"{sayer.write(node.this)}, blank text taken as no value"
    return f"{sayer.write(node.this)}, {sayer.write(node.expression)} taken as no value"


def _is_blank(node: Any) -> bool:
    return isinstance(node, exp.Literal) and node.is_string and not node.name.strip()


def _round(node: Any, sayer: Sayer) -> str:
    digits = node.args.get("decimals")
    places = "a whole number" if digits is None else f"{sayer.write(digits)} decimals"
    return f"{sayer.write(node.this)} rounded to {places}"


def _substring(node: Any, sayer: Sayer) -> str:
    start, length = node.args.get("start"), node.args.get("length")
    rest = "to the end" if length is None else f"{sayer.write(length)} letters"
    return f"the part of {sayer.write(node.this)} from letter {sayer.write(start)}, {rest}"


def _split(node: Any, sayer: Sayer) -> str:
    mark, place = node.args.get("delimiter"), node.args.get("part_index")
    return f"part {sayer.write(place)} of {sayer.write(node.this)} cut at {sayer.write(mark)}"


def _replace(node: Any, sayer: Sayer) -> str:
    new = node.args.get("replacement")
    if new is None or _is_blank(new):
        return f"{sayer.write(node.this)} without {sayer.write(node.expression)}"
    return f"{sayer.write(node.this)} with {sayer.write(node.expression)} replaced by {sayer.write(new)}"


def _regexp_replace(node: Any, sayer: Sayer) -> str:
    new = node.args.get("replacement")
    pattern = node.expression.name
    kept = {"[^0-9]": "digits", "[^A-Za-z]": "letters", "[^A-Za-z0-9]": "letters and digits"}.get(pattern)
    if kept and (new is None or _is_blank(new)):
        return f"only the {kept} of {sayer.write(node.this)}"
    return f"{sayer.write(node.this)} with what looks like ‘{pattern}’ replaced by {sayer.write(new)}"


def _format(node: Any, sayer: Sayer) -> str:
    return f"{sayer.write(node.this)} written as {format_words(node.args['format'].name)}"


def _date_diff(node: Any, sayer: Sayer) -> str:
    unit = str(node.args.get("unit") or "day").lower().strip("'")
    return f"the {unit}s from {sayer.write(node.expression)} to {sayer.write(node.this)}"


def _truncated(node: Any, sayer: Sayer) -> str:
    unit = str(node.args.get("unit") or "day").lower().strip("'")
    return f"the first day of the {unit} of {sayer.write(node.this)}"


def _interval(node: Any, _sayer: Sayer) -> str:
    unit = str(node.args.get("unit") or "").lower()
    return f"{node.this.name} {unit}s"


def _count(node: Any, sayer: Sayer) -> str:
    if isinstance(node.this, exp.Star):
        return "the number of rows"
    if isinstance(node.this, exp.Distinct):
        return f"the number of different {' and '.join(sayer.write(e) for e in node.this.expressions)}"
    return f"the number of rows with a value in {sayer.write(node.this)}"


def _pad(node: Any, sayer: Sayer) -> str:
    width, fill = sayer.write(node.expression), node.args.get("fill_pattern")
    side = "left" if node.args.get("is_left") else "right"
    return f"{sayer.write(node.this)} filled up from the {side} with {sayer.write(fill)} to {width} letters"


def _joined(node: Any, sayer: Sayer) -> str:
    mark, *parts = node.expressions
    return f"the texts {', '.join(sayer.write(each) for each in parts)} joined with {sayer.write(mark)}"


def _character(node: Any, sayer: Sayer) -> str:
    code = sayer.write(next(iter(node.expressions), None))
    known = {
        "9": "a tab",
        "10": "a line break",
        "13": "a line break",
        "32": "a blank",
        "160": "a no-break blank",
    }
    return known.get(code, f"the character {code}")


def _made_date(node: Any, sayer: Sayer) -> str:
    year, month, day = (sayer.write(node.args[part]) for part in ("year", "month", "day"))
    return f"the date of year {year}, month {month}, day {day}"


def _listed(node: Any, sayer: Sayer) -> str:
    mark = node.args.get("separator")
    return f"all {sayer.write(node.this)} joined with {sayer.write(mark) if mark is not None else 'a comma'}"


def _one_of(word: str) -> _Words:
    def words(node: Any, sayer: Sayer) -> str:
        listed = [sayer.write(each) for each in (node.this, *node.expressions)]
        return f"the {word} of {' and '.join(listed)}"

    return words


def _parsed(node: Any, sayer: Sayer) -> str:
    text, *formats = node.expressions
    listed = formats[0].expressions if formats and isinstance(formats[0], exp.Array) else formats
    spelt = " or ".join(format_words(each.name) for each in listed)
    return f"{sayer.write(text)} read as a date written {spelt}, no value where it is none"


_BY_NAME: Mapping[str, _Words] = {
    "try_strptime": _parsed,
    "strptime": _parsed,
}
_BY_CLASS: Mapping[Any, _Words] = {
    exp.Coalesce: _coalesce,
    exp.Trim: _trim,
    exp.Nullif: _nullif,
    exp.Round: _round,
    exp.Substring: _substring,
    exp.SplitPart: _split,
    exp.Replace: _replace,
    exp.RegexpReplace: _regexp_replace,
    exp.TimeToStr: _format,
    exp.DateDiff: _date_diff,
    exp.TimestampTrunc: _truncated,
    exp.DateTrunc: _truncated,
    exp.Interval: _interval,
    exp.Count: _count,
    exp.Pad: _pad,
    exp.ConcatWs: _joined,
    exp.Greatest: _one_of("largest"),
    exp.Least: _one_of("smallest"),
    exp.Chr: _character,
    exp.DateFromParts: _made_date,
    exp.GroupConcat: _listed,
    exp.Dayname: _of("the weekday’s name of {0}"),
    exp.Upper: _of("{0}, in capitals"),
    exp.Lower: _of("{0}, in small letters"),
    exp.Length: _of("the number of letters of {0}"),
    exp.Left: _of("the first {1} letters of {0}"),
    exp.Right: _of("the last {1} letters of {0}"),
    exp.Abs: _of("{0} without its sign"),
    exp.Floor: _of("{0} rounded down"),
    exp.Ceil: _of("{0} rounded up"),
    exp.Sum: _of("the sum of {0}"),
    exp.Avg: _of("the average of {0}"),
    exp.Min: _of("the smallest {0}"),
    exp.Max: _of("the largest {0}"),
    exp.Mode: _of("the most frequent {0}"),
    exp.ArgMax: _of("{0} of the row with the largest {1}"),
    exp.ArgMin: _of("{0} of the row with the smallest {1}"),
    exp.Lag: _of("{0} of the row before"),
    exp.Lead: _of("{0} of the next row"),
    exp.RowNumber: lambda _node, _sayer: "the running number",
    exp.Rank: lambda _node, _sayer: "the rank",
    exp.DenseRank: lambda _node, _sayer: "the rank without gaps",
    exp.Year: _of("the year of {0}"),
    exp.Quarter: _of("the quarter of {0}"),
    exp.Month: _of("the month of {0}"),
    exp.Week: _of("the week of {0}"),
    exp.Day: _of("the day of {0}"),
    exp.DayOfWeekIso: _of("the weekday of {0}, Monday is 1"),
    exp.LastDay: _of("the last day of the month of {0}"),
    exp.Contains: _of("{0} contains {1}"),
    exp.StartsWith: _of("{0} begins with {1}"),
    exp.EndsWith: _of("{0} ends with {1}"),
    exp.Like: _of("{0} looks like {1}"),
    exp.ILike: _of("{0} looks like {1}, in whatever case"),
    exp.RegexpLike: _of("{0} fits the pattern {1}"),
    exp.RegexpExtract: _of("the part of {0} that fits the pattern {1}"),
    exp.StrPosition: lambda node, sayer: (
        f"the place of {sayer.write(node.args['substr'])} in {sayer.write(node.this)}"
    ),
    exp.MD5: _of("the MD5 digest of {0}"),
    exp.LogicalAnd: _of("of all rows {0}"),
    exp.LogicalOr: _of("of any row {0}"),
    exp.CurrentTimestamp: lambda _node, _sayer: "the moment of the run",
    exp.CurrentDate: lambda _node, _sayer: "the day of the run",
    exp.Distinct: lambda node, sayer: (
        f"different {', '.join(sayer.write(each) for each in node.expressions)}"
    ),
}
