"""What is taken of rows: how many there are, a total, the latest, the value of the latest, whether there is any.

Each head is tried over each way to cut what follows it; ways that come to different SQL are in doubt: none is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.column_nouns import name_parts, says
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.gathered.nouns import dates_of, is_owner, key_sql, named_column, state_of
from signoff.core.generate.patterns.gathered.rows import RowsRead, rows_read, tail_read
from signoff.core.generate.patterns.gathered.sayings import Said
from signoff.core.generate.patterns.gathered.spans import trimmed
from signoff.core.generate.patterns.gathered.totals import Total, amounts, total_piece
from signoff.core.generate.patterns.gathered.words import EARLY, FUNCTIONS, LATE, LEAD, LEAST, MOST, UNITS
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.patterns.spans import Match, at_start, cut, joined, matched
from signoff.core.generate.types import Family, family_of

_ANY = r"(?:\S+ )+"
_MANY = (
    r"(?:total |overall |plain )?(?:count \( \* \) of|number of|count of|counts of|no \. of|no of|nr of|nr \. "
    r"of|# of|#|amount of|quantity of|count|number|how many of|how many|tally of)"
)
_OVER = r"(?:, )?(?:over|of|for|from|on|across|among|in|within) "
_WHEN = r"(?:date and time|date|day|time|timestamp|moment|point in time)"
_DISTINCT = r"(?:different|distinct|unique|separate|various)"
_DIFFERING = ("different ", "distinct ", "unique ", "separate ", "various ")
_ALL = (
    r"(?:summed up|summed|added up|added together|taken together|totalled|totaled|in total|together|all together|"
    r"aggregated)"
)


def head_piece(body: Phrase, said: Said, ctx: Context) -> Piece | None:
    """The aggregate that a rule is once nothing more is said at its end; None where it is none, or in doubt."""
    lead = at_start(LEAD.pattern, body)
    plain = trimmed(lead.after) if lead is not None and lead.after.marks else body
    for read in _READERS:
        totals = list(dict.fromkeys(read(plain, ctx)))
        made = {p.sql: p for total in totals if (p := total_piece(total, said, ctx)) is not None}
        if made:
            return next(iter(made.values())) if len(made) == 1 else None
    return None


def _counts(body: Phrase, ctx: Context) -> Iterator[Total]:
    """How many rows there are."""
    asked = matched(
        (
            rf"(?:of|out of|from|among) (?P<rows>{_ANY}?)(?:, )?(?:how many|number) (?P<be>(?:are|were|is|have|"
            rf"had|has|that are|which are|with|without|came|of) {_ANY})"
        ),
        body,
    )
    if asked is not None:
        yield from _counted(joined(asked.part("rows"), asked.part("be")), ctx, predicate=True)
    found = matched(rf"{_MANY} (?P<rows>{_ANY})", body)
    if found is not None:
        many = body.text.startswith("how many")
        yield from _counted(found.part("rows"), ctx, predicate=many)
    behind = matched(
        rf"(?P<rows>{_ANY}?)(?:: |- |, |\( )(?:number|count|how many|total number)(?: of them)? (?:\) )?",
        body,
    ) or matched(rf"(?P<rows>{_ANY}?)(?:, )?(?:(?:are|is|all) )?counted ", body)
    if behind is not None:
        yield from _counted(behind.part("rows"), ctx, predicate=False)
    in_all = matched(
        rf"(?:all )?(?P<rows>{_ANY}?)(?:in all|in total|altogether|all told) (?P<which>\( {_ANY}\) )?", body
    )
    if in_all is not None and "INT" in ctx.target_type:
        yield from _counted(joined(in_all.part("rows"), in_all.part("which")), ctx, predicate=False)


def _counted(phrase: Phrase, ctx: Context, *, predicate: bool) -> Iterator[Total]:
    rows = rows_read(phrase, ctx, predicate=predicate)
    if rows is not None:
        key = key_sql(rows.noun, ctx)
        if key or len({c.relation for c in ctx.scope.columns}) == 1:
            yield Total("count", None, (rows.condition,), key)


def _different(body: Phrase, ctx: Context) -> Iterator[Total]:
    """How many different values there are."""
    found = matched(rf"(?:{_MANY} )?(?:all )?{_DISTINCT} (?P<what>{_ANY})", body) or matched(
        rf"(?:count distinct|distinct count|distinct number)(?: of)? (?P<what>{_ANY})", body
    )
    counts = found is not None and (
        not body.text.startswith(("all ", *_DIFFERING)) or family_of(ctx.target_type) is Family.NUMBER
    )
    if found is not None and counts:
        what = found.part("what")
        yield from _of_units(what, ctx)
        for size in (1, 2, 3):
            column = named_column(cut(what, 0, size), ctx) if size <= len(what.marks) else None
            test = _tail(cut(what, size), ctx) if column is not None else None
            if column is not None and test is not None:
                yield Total("count distinct", column_piece(column), (test,))
    among = matched(
        (
            rf"{_MANY} (?P<what>(?:calendar )?(?:days|dates|months|weeks|quarters|years) (?:in which|on which|"
            rf"with) {_ANY})"
        ),
        body,
    )
    if among is not None:
        yield from _of_units(among.part("what"), ctx)
    once = matched(
        (
            rf"(?:{_MANY} )?(?P<what>{_ANY}?)(?:\( {_DISTINCT} \)|, {_DISTINCT}|, each (?:only |counted )?once|"
            rf"without duplicates|, no duplicates) "
        ),
        body,
    )
    for size in (1, 2, 3) if once is not None and counts_here(body, ctx) else ():
        what = once.part("what") if once is not None else body
        column = named_column(cut(what, 0, size), ctx) if size <= len(what.marks) else None
        test = _tail(cut(what, size), ctx) if column is not None else None
        if column is not None and test is not None:
            yield Total("count distinct", column_piece(column), (test,))
    behind = matched(rf"(?P<what>{_ANY}?)\( {_DISTINCT} (?:days|dates|calendar days|months) \) ", body)
    if behind is not None:
        yield from _of_units(behind.part("what"), ctx)


def counts_here(body: Phrase, ctx: Context) -> bool:
    """Whether a rule asks how many there are, rather than which."""
    return at_start(_MANY + " ", body) is not None or family_of(ctx.target_type) is Family.NUMBER


_UNIT = rf"(?:calendar )?(?P<u>{'|'.join(UNITS)}) (?P<tail>(?:\S+ )*)"
_HAVING = (
    r"(?:with|on which|in which|when|where|that have|having|of) (?:(?P<who>(?:[^\W\d]\w* ){1,2}?)(?:had|has|"
    r"have|made|placed|got|did|was active with) )?(?:at least one |at least a |one or more |any |some |an? |at "
    r"least §n )?(?P<rows>(?:\S+ )+)"
)


def _of_units(what: Phrase, ctx: Context) -> Iterator[Total]:
    """Different days, months and the like of the only date, of all rows or of some."""
    found = matched(_UNIT, what)
    dates = dates_of(ctx)
    if found is None or len(dates) != 1:
        return
    unit, date = UNITS[found.text("u")], dates[0]
    tail, test = found.part("tail"), ""
    named = matched(r"(?:in|of|by|from|on) §c ", tail)
    if tail.marks and not (named is not None and tail.columns[0].sql == dates[0].sql):
        having = matched(_HAVING, tail)
        if having is None or (having.has("who") and not is_owner(having.part("who"), ctx)):
            return
        few = [m.token.value for m in tail.marks if m.text == "§n"]
        if "at least §n" in tail.text and few[:1] != ["1"]:
            return
        rows = rows_read(having.part("rows"), ctx)
        if rows is None:
            return
        test = rows.condition
    if unit == "day":
        value = date if date.family is Family.DATE else Piece(f"CAST({date.sql} AS DATE)", "DATE")
    elif unit in ("hour", "minute", "second") and date.family is Family.DATE:
        return
    else:
        value = Piece(f"date_trunc('{unit}', {date.sql})", "DATE")
    yield Total("count distinct", value, (test,))


def _tail(tail: Phrase, ctx: Context, subject: Piece | None = None) -> str | None:
    """SQL of what follows a value: over which rows, whose, which of them."""
    tail = trimmed(tail)
    if not tail.marks:
        return ""
    over = at_start(_OVER, tail)
    if over is not None:
        rows = rows_read(over.after, ctx)
        if rows is not None:
            return rows.condition
    together = matched(rf"(?P<rest>(?:\S+ )*?)(?:, )?{_ALL} ", tail)
    if together is not None:
        return _tail(together.part("rest"), ctx, subject)
    return tail_read(tail, ctx, subject)


_OPERATORS = frozenset(("/", "*", "-", "+", "minus", "plus", "times", "divided", "x"))
"""Signs with which it is in doubt how far a total reaches that is part of a calculation itself."""


def _functions(body: Phrase, ctx: Context) -> Iterator[Total]:
    """Sums, averages and extremes of a value."""
    for function, words in FUNCTIONS:
        found = matched(rf"{words} (?P<of>of |over |for |: )?(?:all )?(?P<rest>{_ANY})", body)
        if found is not None and (
            found.has("of") or not ctx.depth or not _OPERATORS & set(found.text("rest").split())
        ):
            yield from _valued(found.part("rest"), function, ctx)
        behind = (
            matched(rf"(?P<rest>{_ANY}?)(?:, |: |\( )?(?:is |are )?{_ALL} (?P<tail>(?:\S+ )*)", body)
            if function == "sum"
            else None
        )
        if behind is not None:
            yield from _valued(joined(behind.part("rest"), behind.part("tail")), function, ctx)
    worth = matched(
        (
            r"(?:total )?(?:value|§s|amount|worth|revenue|cost|costs|price|turnover|sales) of (?P<rows>(?:\S+ "
            r")+?)\( (?P<v>(?:\S+ )+)\) "
        ),
        body,
    )
    rows = rows_read(worth.part("rows"), ctx) if worth is not None else None
    if worth is not None and rows is not None:
        yield from (
            Total("sum", v, (rows.condition,))
            for v in amounts(worth.part("v"), ctx)
            if v.family is Family.NUMBER
        )
    yield from _longest(body, ctx)


def _valued(rest: Phrase, function: str, ctx: Context) -> Iterator[Total]:
    """The longest beginning that is a value, with what follows it as which rows."""
    for size in range(len(rest.marks), 0, -1):
        head, tail = cut(rest, 0, size), cut(rest, size)
        if head.marks[-1].text in ("of", "over", "for", "with", "where", "and", ",", "("):
            continue
        for value in amounts(head, ctx):
            test = _tail(tail, ctx, value if value.family is Family.NUMBER else None)
            test = _per_row(tail, ctx) if test is None and function == "avg" else test
            if test is not None:
                yield Total(function, value, (test,))
                return


def _per_row(tail: Phrase, ctx: Context) -> str | None:
    """What follows an average that is said to be one per row."""
    found = matched(r"per (?P<n>\S+ )(?P<tail>(?:\S+ )*)", tail)
    rows = rows_read(found.part("n"), ctx) if found is not None else None
    return (
        _tail(found.part("tail"), ctx)
        if found is not None and rows is not None and not rows.condition
        else None
    )


def _longest(body: Phrase, ctx: Context) -> Iterator[Total]:
    """The longest or shortest of some spans: "longest loan in days, from A to B"."""
    found = matched(
        (
            r"(?P<how>longest|shortest) (?P<rows>(?:\S+ )+?)(?P<span>in (?:days|hours|minutes|months|weeks|"
            r"years) (?:, |\( )?(?:from |between )?\S+ (?:to|until|and|-) \S+ (?:\) )?)"
        ),
        body,
    )
    rows = rows_read(found.part("rows"), ctx) if found is not None else None
    if found is not None and rows is not None:
        function = "max" if found.text("how") == "longest" else "min"
        yield from (Total(function, value, (rows.condition,)) for value in amounts(found.part("span"), ctx))


_BY = (
    r"(?:, |\( |; )?(?:(?:as )?(?:determined|judged|ordered|sorted|decided|going|measured) )?(?:by|according "
    r"to|based on|order by|in order of|using) (?P<by>(?:\S+ ){1,3}?)(?:\) )?"
)


def _ordered(body: Phrase, ctx: Context) -> Iterator[tuple[Phrase, Piece | None]]:
    """The phrase without what it says of the order, and the column that tells it."""
    found = matched(rf"(?P<rest>{_ANY}?){_BY}", body)
    column = named_column(found.part("by"), ctx) if found is not None else None
    if found is not None and column is not None:
        yield found.part("rest"), column_piece(column)
    yield body, None


def _ends(body: Phrase, ctx: Context) -> Iterator[Total]:
    """The first or last of rows: when it was, or what a column is there."""
    for plain, by in _ordered(body, ctx):
        for words, late in ((LATE, True), (EARLY, False)):
            when = matched(
                rf"(?:{_WHEN} of |{_WHEN} when |when )?(?P<own>(?:\S+ ){{1,2}}?' (?:s )?)?{words} (?P<rows>{_ANY})",
                plain,
            )
            if when is not None and by is None:
                yield from _moment(when, late, ctx)
            dates = dates_of(ctx)
            bare = matched(
                rf"{words} (?:seen|recorded|noticed|registered|known|active)(?: (?:on|at))? ", plain
            )
            if bare is not None and len(dates) == 1 and len(ctx.scope.sources) == 1:
                yield Total("max" if late else "min", dates[0], ("",))
            value = matched(
                (
                    rf"(?P<v>{_ANY}?)(?:of|from|on|in|at|(?:who|that|which) (?:gave|made|did|placed|handled|"
                    rf"sent|booked|took|wrote)) (?P<own>(?:\S+ ){{1,2}}?' (?:s )?)?{words} (?P<rows>{_ANY})"
                ),
                plain,
            )
            if value is not None:
                yield from _picked(value, late, by, ctx)
            before = matched(rf"(?P<own>(?:\S+ ){{1,2}}?' (?:s )?)?{words} (?P<v>{_ANY})", plain)
            if before is not None:
                yield from _last_value(before, late, by, ctx)


def _greatest(body: Phrase, ctx: Context) -> Iterator[Total]:
    """The value of a column in the row where another is highest or lowest."""
    for words, function in ((MOST, "arg_max"), (LEAST, "arg_min")):
        for shape in (
            rf"(?P<v>{_ANY}?)(?:of|from|on|in) (?P<rows>{_ANY}?)(?:with|having|that has|which has) {words} "
            rf"(?P<by>(?:\S+ ){{1,3}})",
            rf"(?P<v>{_ANY}?)(?:with|(?:who|that|which) (?:made|gave|placed|had|has|paid|got|took|sent|scored)) "
            rf"{words} (?P<by>(?:\S+ ){{1,3}}?)(?P<tail>(?:of|on|for|in) {_ANY})?",
            rf"(?P<v>{_ANY}?)(?:of|from|on|in) {words} (?P<rows>{_ANY}?)\( (?:by |in )?(?P<by>(?:\S+ ){{1,3}}?)\) ",
            rf"(?P<v>{_ANY}?)(?:of|from|on|in) {words} (?P<rows>{_ANY}?)"
            rf"(?:, )?(?:by|in terms of) (?P<by>(?:\S+ ){{1,3}})",
        ):
            found = matched(shape, body)
            value = named_column(found.part("v"), ctx) if found is not None else None
            order = named_column(found.part("by"), ctx) if found is not None and value is not None else None
            if found is None or value is None or order is None:
                continue
            rows = rows_read(found.part("rows"), ctx) if found.has("rows") else None
            test = rows.condition if rows is not None else _tail(found.part("tail"), ctx)
            if test is not None and (rows is not None or not found.has("rows")):
                yield Total(function, column_piece(value), (test,), by=column_piece(order))


def _numbered(body: Phrase, ctx: Context) -> Iterator[Total]:
    """The value of a column in the row that another column numbers so: "store of the order number 1"."""
    found = matched(
        rf"(?P<v>{_ANY}?)(?:of|from|on|in|at) (?P<own>(?:\S+ ){{1,2}}?' (?:s )?)?(?P<r>[^\W\d]\w* )"
        rf"(?:number|no|nr|no \.|nr \.|#) (?P<n>§n )",
        body,
    )
    value = named_column(found.part("v"), ctx) if found is not None and _own(found, ctx) else None
    if found is None or value is None:
        return
    word = found.text("r").strip()
    numbers = [c for c in ctx.scope.columns if c.relation == value.relation and _numbers(c, word)]
    if len(numbers) == 1:
        yield Total("only", column_piece(value), (f"{numbers[0].sql} = {found.number('n')}",))


def _numbers(column: ScopeColumn, noun: str) -> bool:
    """Whether a column numbers such rows: customer_order_number of an order."""
    parts = name_parts(column.column.name)
    told = parts[-1] in ("number", "no", "nr", "num", "seq", "sequence", "index", "rank", "position")
    whole = column_piece(column).family is Family.NUMBER
    return whole and told and len(parts) > 1 and says(parts[-2], noun)


def _own(found: Match, ctx: Context) -> bool:
    """Whether a possessive before the word names the row of the target, where there is one."""
    if not found.has("own"):
        return True
    own = at_start(r"(?P<who>(?:\S+ ){1,2}?)' (?:s )?", found.part("own"))
    return own is not None and is_owner(own.part("who"), ctx)


def _moment(found: Match, late: bool, ctx: Context) -> Iterator[Total]:
    """When the first or last of the rows was."""
    dates = dates_of(ctx)
    rows = _rows_or_payment(found.part("rows"), ctx) if _own(found, ctx) else None
    if rows is not None and len(dates) == 1:
        yield Total("max" if late else "min", dates[0], (rows.condition,))


def _rows_or_payment(phrase: Phrase, ctx: Context) -> RowsRead | None:
    """Rows, or what has happened to rows: "last payment on the stay's claims"."""
    rows = rows_read(phrase, ctx)
    if rows is not None or len(phrase.marks) < 3:
        return rows
    state = state_of(phrase.marks[0].text, ctx)
    over = at_start(_OVER, cut(phrase, 1))
    dates = dates_of(ctx)
    if state is None or over is None or len(dates) != 1 or column_piece(state[0]).sql != dates[0].sql:
        return None
    return rows_read(over.after, ctx)


def _picked(found: Match, late: bool, by: Piece | None, ctx: Context) -> Iterator[Total]:
    """The value of a column in the first or last of the rows."""
    rows = rows_read(found.part("rows"), ctx) if _own(found, ctx) else None
    value = named_column(found.part("v"), ctx) if rows is not None else None
    if rows is None or value is None:
        return
    piece = column_piece(value)
    if piece.family in DATED and by is None and len(dates_of(ctx)) == 1:
        yield Total("max" if late else "min", piece, (rows.condition,))
        return
    order = by or _only_other(piece, ctx)
    if order is not None:
        yield Total("arg_max" if late else "arg_min", piece, (rows.condition,), by=order)


def _last_value(found: Match, late: bool, by: Piece | None, ctx: Context) -> Iterator[Total]:
    """The first or last value of a column; of a date the least or the greatest."""
    rest = found.part("v")
    if not _own(found, ctx):
        return
    for size in range(min(len(rest.marks), 4), 0, -1):
        column = named_column(cut(rest, 0, size), ctx)
        test = _tail(cut(rest, size), ctx) if column is not None else None
        if column is None or test is None:
            continue
        piece = column_piece(column)
        if piece.family in DATED and (by is None or by.sql == piece.sql):
            yield Total("max" if late else "min", piece, (test,))
        elif (order := by or _only_other(piece, ctx)) is not None:
            yield Total("arg_max" if late else "arg_min", piece, (test,), by=order)
        return


def _only_other(value: Piece, ctx: Context) -> Piece | None:
    dates = [date for date in dates_of(ctx) if date.sql != value.sql]
    return dates[0] if len(dates) == 1 and value.family not in DATED else None


_READERS: tuple[Callable[[Phrase, Context], Iterator[Total]], ...] = (
    _different,
    _counts,
    _functions,
    _ends,
    _greatest,
    _numbered,
)
