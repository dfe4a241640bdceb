"""Days and moments in plain words: what lies between two, what comes after one, and conditions on them."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.plainly.bounds import bounds_of
from signoff.core.merge.likely.plainly.ground import Ground, literal
from signoff.core.merge.likely.plainly.lexis import NUMBER, figure
from signoff.core.merge.likely.plainly.names import is_noun, kind_of, root

UNITS = r"(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|nights?|quarters?)"
_SPAN = re.compile(
    rf"^(?:the\s+)?(?:(?:number|count)\s+of\s+|how\s+many\s+)?(?P<how>(?:(?:calendar|full|whole|completed?|elapsed|entire)\s+)*)(?P<unit>{UNITS})\s*(?P<how2>(?:(?:elapsed|passed|it\s+took|lie|that\s+passed|went\s+by|in)\s+)*)"
    r"(?:(?:between|from)\s+(?P<a>.+?)\s+(?:and|to|until|till|up\s+to)\s+(?P<b>.+)|(?:since|after|from)\s+(?P<since>.+)|(?:until|till|before)\s+(?P<until>.+)|(?P<c>[\w\s-]+?)\s+(?:to|until|till)\s+(?P<d>.+))$",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"^(?:(?:the\s+)?age|how\s+old)(?:\s+(?:of\s+)?(?P<who>[\w'\s]+?))?(?:\s+(?:was|is))?(?:\s+in\s+(?:full|whole|completed?|complete)?\s*years)?\s*,?\s+(?:on|at|as\s+of|when)\s+(?:the\s+)?(?P<on>.+?)(?:\s*,?\s*in\s+(?:full|whole|completed?|complete)\s+years)?$",
    re.IGNORECASE,
)


def day_called(text: str, ground: Ground) -> ScopeColumn | None:
    """The day or moment that words call."""
    if not is_noun(text):
        return None
    plain = re.sub(r"\b(?:on|the|day|date|time|moment|a|an|being|it|we|us)\b", " ", text, flags=re.IGNORECASE)
    found = ground.called(plain.strip() or text, "day")
    if found is None and re.fullmatch(
        r"(?:it|that|this|the|day|date|timestamp|moment|time|source|column|\s)*", text.strip(), re.IGNORECASE
    ):
        return ground.names.source("day")
    return found


def span_of(text: str, ground: Ground) -> str:
    """SQL of the time between two days; empty for other words."""
    plain = " ".join(text.strip(" .,;:").split())
    aged = _AGE.match(plain)
    if aged is not None:
        born = next(
            (
                c
                for c in ground.names.columns
                if kind_of(c) == "day"
                and any(root(w) == "birth" for w in re.split(r"_|(?<=[a-z])(?=[A-Z])", c.column.name))
            ),
            None,
        )
        day = day_called(aged["on"], ground)
        return f"date_sub('year', {born.sql}, {day.sql})" if born is not None and day is not None else ""
    plain = re.sub(
        rf"^(?:the\s+)?(?:[a-z]+\s+)?(?:time|duration|delay|lag|gap|difference|length|wait)\b(?:\s+of\s+\w+)?\s+in\s+(?P<u>(?:full\s+|whole\s+)?{UNITS})\s+(?=from|between|since)",
        r"\g<u> ",
        plain,
        flags=re.IGNORECASE,
    )
    apart = re.match(
        rf"^(?:(?P<u>{UNITS})\s*(?:\w+\s*)?:?\s*)?(?P<b>[\w\s]+?)\s*(?:-|\bminus\b)\s*(?P<a>[\w\s]+?)(?:\s+in\s+(?P<u2>{UNITS}))?$",
        plain,
        re.IGNORECASE,
    )
    if apart is not None and (made := _apart(apart, ground)):
        return made
    match = _SPAN.match(plain)
    if match is None or re.search(r"\b(?:if|when|working|business|week\s?days?)\b", plain, re.IGNORECASE):
        return ""
    first_said, last_said = (
        match["a"] or match["c"] or match["since"],
        match["b"] or match["d"] or match["until"],
    )
    first = day_called(first_said, ground) if first_said else ground.names.source("day")
    last = day_called(last_said, ground) if last_said else _other(first, ground)
    if first is None or last is None or first.sql == last.sql:
        return ""
    unit = match["unit"].casefold().removesuffix("s").replace("night", "day")
    ground.meant.update({"first": first.sql, "last": last.sql})
    is_full = bool(match["how"].strip()) and "calendar" not in match["how"].casefold()
    return between(
        unit, ground.bare(first), ground.bare(last), full=is_full or unit in ("hour", "minute", "year")
    )


def _apart(match: re.Match[str], ground: Ground) -> str:
    """One day less another, in days or the unit that is told."""
    first, last = ground.names.called(match["a"], "day"), ground.names.called(match["b"], "day")
    if first is None or last is None or first.sql == last.sql:
        return ""
    unit = (match["u"] or match["u2"] or "days").casefold().removesuffix("s").replace("night", "day")
    ground.meant.update({"first": first.sql, "last": last.sql})
    return between(unit, ground.bare(first), ground.bare(last), full=unit in ("hour", "minute", "year"))


def between(unit: str, first: str, last: str, *, full: bool) -> str:
    """SQL of how many units lie between two moments."""
    if unit == "day" and not full:
        return f"date_diff('day', CAST({first} AS DATE), CAST({last} AS DATE))"
    return f"{'date_sub' if full else 'date_diff'}('{unit}', {first}, {last})"


def _other(first: ScopeColumn | None, ground: Ground) -> ScopeColumn | None:
    """The day of the source cells that is not the first one."""
    found = [c for c in ground.names.sources if kind_of(c) == "day" and (first is None or c.sql != first.sql)]
    return found[0] if len(found) == 1 else None


_LATER = re.compile(
    rf"^(?:the\s+)?(?:date\s+)?(?P<n>{NUMBER})\s*(?P<unit>{UNITS})\s+(?P<dir>after|from|past|following|later\s+than|before|prior\s+to)\s+(?P<day>.+)$|"
    rf"^(?P<day2>.+?)\s*(?P<sign>\+|-|plus|minus|less)\s*(?P<n2>{NUMBER})\s*(?P<unit2>{UNITS})$|"
    r"^(?:the\s+)?day\s+(?P<dir3>after|before)\s+(?P<day3>.+)$",
    re.IGNORECASE,
)
_WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
_EDGE = re.compile(
    r"^(?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?(?P<edge>first|last|1st|end|start|begin(?:ning)?|final|monday|sunday)(?:\s+(?:calendar\s+)?day)?\s+(?:of|in)\s+(?:the\s+|that\s+|its\s+)?(?:same\s+)?(?:(?P<move>next|following|previous|preceding)\s+)?"
    r"(?:(?P<noun0>[\w]+)\s+)?(?P<unit>week|month|quarter|year)\b(?:\s+(?:in\s+which|that|of|when|where|for)?\s*(?P<noun>.+))?$",
    re.IGNORECASE,
)


def day_of(text: str, ground: Ground) -> str:
    """SQL of a day or moment; empty where its words are not understood."""
    plain = " ".join(text.strip(" .,;:").split())
    match = _EDGE.match(plain)
    if match is not None:
        return _edge(match, ground)
    by_column = re.match(
        r"^(?P<day>[\w\s]+?)\s*(?:\+|\bplus\b|\bincreased\s+by\b)\s*(?:the\s+)?(?P<n>[A-Za-z_][\w\s]*?)(?:\s+in\s+(?P<unit>days|weeks|months|years))?$",
        plain,
        re.IGNORECASE,
    )
    if by_column is not None:
        day, count = day_called(by_column["day"], ground), ground.names.called(by_column["n"], "number")
        if day is not None and count is not None:
            unit = (
                (
                    by_column["unit"]
                    or next(
                        (
                            u
                            for u in ("weeks", "months", "years")
                            if u[:-1] in by_column["n"].casefold()
                            or u[:2] in count.column.name.casefold().split("_")
                        ),
                        "days",
                    )
                )
                .upper()
                .removesuffix("S")
            )
            return _typed(f"{ground.bare(day)} + {ground.sql(count)} * INTERVAL 1 {unit}", ground)
        return ""
    match = _LATER.match(plain)
    if match is not None:
        day = day_called(match["day"] or match["day2"] or match["day3"], ground)
        if day is None:
            return ""
        told, of = (match["n"] or match["n2"] or "1"), (match["unit"] or match["unit2"] or "day")
        back = (match["dir"] or match["sign"] or match["dir3"] or "").casefold() in (
            "before",
            "prior to",
            "-",
            "minus",
            "less",
        )
        interval = f"INTERVAL {figure(told)} {of.upper().removesuffix('S').replace('NIGHT', 'DAY')}"
        return _typed(f"{ground.bare(day)} {'-' if back else '+'} {interval}", ground)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", plain):
        return f"DATE {literal(plain)}"
    if len(plain.split()) > 5 or re.search(r"\b(?:if|or|not|and|most|between|since)\b", plain):
        return ""
    day = day_called(plain, ground)
    return ground.bare(day) if day is not None else ""


def _typed(sql: str, ground: Ground) -> str:
    return f"CAST({sql} AS DATE)" if ground.target == "day" else sql


def _edge(match: re.Match[str], ground: Ground) -> str:
    noun = re.sub(r"^(?:the|which|in|was|is)\s+", "", (match["noun"] or match["noun0"] or "").strip())
    day = day_called(noun, ground) if noun else ground.names.source("day")
    day = day or ground.names.source("day")
    if day is None:
        return ""
    unit, edge = match["unit"].casefold(), match["edge"].casefold()
    first = f"date_trunc('{unit}', {ground.bare(day)})"
    if edge in ("last", "end", "final", "sunday"):
        first = (
            f"{first} + INTERVAL {'3 MONTH' if unit == 'quarter' else f'1 {unit.upper()}'} - INTERVAL 1 DAY"
        )
    moved = (match["move"] or "").casefold()
    if moved:
        step = f"INTERVAL {'3 MONTH' if unit == 'quarter' else f'1 {unit.upper()}'}"
        start = f"(date_trunc('{unit}', {ground.bare(day)}) {'+' if moved in ('next', 'following') else '-'} {step})"
        first = first.replace(f"date_trunc('{unit}', {ground.bare(day)})", start)
    if edge in ("monday", "sunday") and unit != "week":
        return ""
    return _typed(first, ground)


_ON_DAY = re.compile(
    rf"^(?P<noun>.*?)\s*\b(?:on|falls?\s+on|is|was|fell\s+on)\s+(?:an?\s+|the\s+)?(?P<not>not\s+)?(?P<days>weekends?|week\s?days?|(?:{'|'.join(_WEEKDAYS)})s?(?:\s*(?:,|or|and|/)\s*(?:an?\s+)?(?:{'|'.join(_WEEKDAYS)})s?)*)$",
    re.IGNORECASE,
)
_CLOCK = r"(?:\d{1,2}(?::\d\d)?\s*(?:am|pm|a\.m|p\.m|h|o'clock)|\d{1,2}:\d\d|noon|midnight|midday)"
_LOOSE = rf"(?:{_CLOCK}|\d{{1,2}})"
_HOURS = re.compile(
    rf"^(?P<noun>.*?)\s*\b(?P<sign>before|until|after|from|at\s+or\s+after|since|by|later\s+than|earlier\s+than)\s+(?P<a>{_LOOSE})(?:\s+(?:onwards?|on|or\s+later))?(?:\s*(?:to|until|and\s+before|till|-)\s*(?P<b>{_LOOSE}))?$|"
    rf"^between\s+(?P<c>{_CLOCK})\s+and\s+(?P<d>{_CLOCK})$",
    re.IGNORECASE,
)
_SIDE = {"after": ">", "later than": ">", "past": ">", "before": "<", "earlier than": "<", "on or after": ">=", "on or before": "<=",
         "not later than": "<=", "no later than": "<=", "by": "<=", "not before": ">=", "not after": "<=", "on the same day as": "=",
         "in": "=", "prior to": "<", "at or after": ">=", "ahead of": "<"}  # fmt: skip
_HELD = re.compile(
    rf"^(?P<a>.*?)\s*\b(?:(?:is|was|were|are|lies|falls|came|happened|on\s+a\s+day)\s+)*(?P<sign>{'|'.join(sorted(_SIDE, key=len, reverse=True))})\s+(?P<b>.+)$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"^(?P<a>.*?)\s*\b(?P<how>within|in\s+less\s+than|no\s+more\s+than|not\s+more\s+than|at\s+most|less\s+than|more\s+than|over|at\s+least|exactly)\s+(?:the\s+|an?\s+)?(?P<n>{NUMBER}\s+)?(?P<unit>{UNITS})\s+"
    r"(?:\w+\s+)?(?P<dir>after|of|from|since|past|before|later\s+than|prior\s+to|to|between)\s+(?P<b>.+)$",
    re.IGNORECASE,
)


def day_test(text: str, ground: Ground) -> str:
    """SQL of a condition on days; empty for other words."""
    for reader in (_weekdays, _clock, _within, _span_bounds, _old, _held_against):
        if made := reader(text, ground):
            return made
    return ""


def _day_or_source(noun: str, ground: Ground) -> ScopeColumn | None:
    plain = noun.strip()
    if plain and not is_noun(plain):
        return None
    return (day_called(plain, ground) if plain else None) or ground.names.source("day")


def _weekdays(text: str, ground: Ground) -> str:
    match = _ON_DAY.match(text)
    day = _day_or_source(match["noun"], ground) if match is not None else None
    if match is None or day is None:
        return ""
    said = match["days"].casefold()
    numbers = {"weekend": "0, 6", "weekday": "1, 2, 3, 4, 5"}.get(said.replace(" ", "").removesuffix("s"), "")
    numbers = numbers or ", ".join(str(_WEEKDAYS.index(w)) for w in re.findall("|".join(_WEEKDAYS), said))
    return f"dayofweek({day.sql}) {'NOT ' if match['not'] else ''}IN ({numbers})"


def clock(text: str) -> str:
    """A time of day as SQL: ``TIME '08:00'``."""
    plain = text.strip().casefold().replace(".", "")
    if plain in ("noon", "midday"):
        return "TIME '12:00'"
    if plain == "midnight":
        return "TIME '00:00'"
    hour, minute = (re.search(r"\d+", plain) or [0])[0], (re.search(r":(\d\d)", plain) or [0, "00"])[1]
    number = (
        int(hour) % 12 + (12 if plain.endswith("pm") else 0) if plain.endswith(("am", "pm")) else int(hour)
    )
    return f"TIME '{number:02d}:{minute}'"


def _clock(text: str, ground: Ground) -> str:
    match = _HOURS.match(text)
    day = _day_or_source(match["noun"] or "", ground) if match is not None else None
    if match is None or day is None or not re.search(_CLOCK, text, re.IGNORECASE):
        return ""
    time = f"CAST({day.sql} AS TIME)"
    if match["c"]:
        return f"{time} >= {clock(match['c'])} AND {time} < {clock(match['d'])}"
    sign = " ".join(match["sign"].casefold().split())
    made = f"{time} {'<' if sign in ('before', 'until', 'earlier than', 'by') else '>' if sign in ('after', 'later than') else '>='} {clock(match['a'])}"
    end = clock(match["b"]) if match["b"] else ""
    return f"{made} AND {time} < {end}" if end and end != "TIME '00:00'" else made


def _within(text: str, ground: Ground) -> str:
    match = _WITHIN.match(text)
    if match is None:
        return ""
    back = match["dir"].casefold() in ("before", "prior to")
    tail = re.match(r"(?P<b>.+?)\s+(?:to|until|and|we)\s+(?P<a>.+)$", match["b"], re.IGNORECASE)
    first = day_called(tail["b"] if tail else match["b"], ground)
    said = re.sub(
        r"\b(?:it|took|we|the|be|was|is|has)\b", " ", tail["a"] if tail else match["a"], flags=re.IGNORECASE
    ).strip()
    last = day_called(said, ground) if said else None
    last = last or (_other(first, ground) if not said or len(ground.names.sources) == 1 else None)
    if first is None or last is None or first.sql == last.sql:
        return ""
    ground.meant.update({"first": first.sql, "last": last.sql})
    how = " ".join(match["how"].casefold().split())
    sign = (
        ">"
        if how in ("more than", "over")
        else ">="
        if how == "at least"
        else "<"
        if "less than" in how
        else "="
        if how == "exactly"
        else "<="
    )
    early, late = (last, first) if back else (first, last)
    count, unit = (
        figure((match["n"] or "1").strip()),
        match["unit"].casefold().removesuffix("s").replace("night", "day"),
    )
    if unit == "day":
        return f"{between('day', ground.bare(early), ground.bare(late), full=False)} {sign} {count}"
    return f"{ground.bare(late)} {sign} {ground.bare(early)} + INTERVAL {count} {unit.upper()}"


def _span_bounds(text: str, ground: Ground) -> str:
    """Bounds of the time between two days: ``more than 30 days between order and delivery``."""
    match = re.match(
        rf"^(?P<bound>.*?{NUMBER})\s+(?P<rest>{UNITS}\s+(?:between|from|since)\s+.+)$", text, re.IGNORECASE
    )
    bounds = bounds_of(match["bound"]) if match is not None else ()
    span = span_of(match["rest"], ground) if match is not None and bounds else ""
    return " AND ".join(f"{span} {each}" for each in bounds) if span else ""


def _old(text: str, ground: Ground) -> str:
    """How old somebody is on a day: ``not yet 18 on the day of the loss``, then ``18 and older``."""
    born = next(
        (
            c
            for c in ground.names.sources
            if kind_of(c) == "day" and any(root(w) == "birth" for w in re.split(r"_", c.column.name))
        ),
        None,
    )
    match = re.match(
        r"^(?:(?:is|was|are|were|they|aged?)\s+)*(?P<bound>.+?)(?:\s+(?:years?(?:\s+old)?|of\s+age))?(?:\s+(?:on|at|by)\s+(?P<on>.+))?$",
        text,
        re.IGNORECASE,
    )
    if born is None or match is None:
        return ""
    bounds = bounds_of(match["bound"])
    day = day_called(match["on"], ground) if match["on"] else None
    on = day.sql if day is not None else ground.meant.get("last", "")
    if not bounds or not on:
        return ""
    ground.meant.update({"first": born.sql, "last": on})
    return " AND ".join(f"date_sub('year', {born.sql}, {on}) {each}" for each in bounds)


def _held_against(text: str, ground: Ground) -> str:
    match = _HELD.match(text)
    if match is None:
        return ""
    second = day_of(match["b"], ground)
    first = day_called(match["a"], ground) if match["a"].strip() else ground.names.source("day")
    if not second or first is None or second == ground.bare(first):
        return ""
    ground.meant["first"] = first.sql
    if re.fullmatch(r"[\w.\"]+", second):
        ground.meant["last"] = second
    sign = _SIDE[" ".join(match["sign"].casefold().split())]
    whole = (
        f"CAST({ground.bare(first)} AS DATE)",
        second if second.startswith(("DATE", "CAST(")) else f"CAST({second} AS DATE)",
    )
    by_day = (
        re.search(r"\bdays?\b|\bdate\b", match.group(), re.IGNORECASE)
        or second.startswith("DATE")
        or first.column.type.upper() == "DATE"
    )
    return f"{whole[0]} {sign} {whole[1]}" if by_day else f"{ground.bare(first)} {sign} {second}"
