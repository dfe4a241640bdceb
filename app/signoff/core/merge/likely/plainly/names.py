"""Columns that the words of a rule call, though they do not write their names: ``the order was created``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.plainly.sapnames import SAP
from signoff.core.merge.names import NUMERIC, word_set, words
from signoff.core.merge.scoping import is_day

_TAGS = word_set(
    "dt date ts tms at on time timestamp day datetime amt amount cd code no nbr num nr number flg flag "
    "ind yn id is has pct percent txt text desc val value cents cent eur usd g kg gr grams sec secs mins "
    "c f lbs ymd utc key ref was"
)
_SPARE = word_set(
    "the a an of our their its his her this that these those it is was were are be been has have had in "
    "on at to from for by and or we us you they he she when where which what who how if then any all both "
    "each one ones number date day time timestamp value flag field column source whole actual real proper "
    "exact calendar person's persons record row made given place took came come until since happened"
)
_SAME = {
    "paid": "pay", "payment": "pay", "sold": "sell", "sale": "sell", "bought": "buy", "sent": "send",
    "dob": "birth", "born": "birth", "qty": "quantity", "amt": "amount", "tel": "phone", "telephone": "phone",
    "mobile": "phone", "wt": "weight", "weighs": "weight", "ht": "height", "temp": "temperature",
    "appt": "appointment", "ctry": "country", "cust": "customer", "nm": "name", "addr": "address",
    "mail": "email", "e-mail": "email", "fname": "first", "lname": "last", "given": "first",
    "surname": "last", "family": "last", "uom": "unit", "sched": "schedule", "st": "province",
    "state": "province", "status": "status", "lost": "loss", "recoveries": "recover", "recovery": "recover",
    "delivery": "deliver", "zip": "postcode", "postal": "postcode", "dept": "department", "mgr": "manager",
    "emp": "employee", "inv": "invoice", "curr": "currency", "ccy": "currency", "desc": "description",
    "disc": "discount", "req": "request", "rcvd": "receiv", "receipt": "receiv", "received": "receiv",
    "dlv": "deliver", "del": "deliver", "min": "minimum", "max": "maximum", "std": "standard",
    "avg": "average", "prc": "price", "whse": "warehouse", "loc": "location", "sup": "supplier",
    "vend": "vendor", "mat": "material", "prod": "product", "cat": "category", "stat": "status",
    "grp": "group", "pat": "patient", "doc": "document", "acct": "account", "mth": "month", "yr": "year",
    "bal": "balance", "comp": "company", "sched.": "schedule", "due": "due", "cancellation": "cancel",
    "cancelled": "cancel", "canceled": "cancel", "admission": "admit", "admitted": "admit",
    "discharged": "discharg", "billing": "bill", "billed": "bill", "arrived": "arriv", "arrival": "arriv",
    "departed": "depart", "departure": "depart", "litigation": "litigat", "gender": "sex", "death": "deceas",
    "died": "deceas", "dead": "deceas", "ordered": "ord", "order": "ord", "closing": "clos",
    "closure": "clos", "held": "hold", "began": "start", "begun": "start", "begin": "start",
    "finished": "end", "finish": "end", "ended": "end", "pieces": "quantity", "ship": "ship",
}  # fmt: skip


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """What words of one kind have alike: created and creation, delivered and delivery."""
    plain = word.casefold().removesuffix("'s").strip("'")
    if plain not in _SAME:
        plain = re.sub(r"ies$", "y", plain) if len(plain) > 4 else plain
        plain = re.sub(r"(?<=\w{3})(?:ations?|ments?|ings?|ions?|ures?|eds?|es|s)$", "", plain)
    plain = _SAME.get(plain, plain)
    plain = re.sub(r"(?<=\w{3})(?:at|ry|y|e)$", "", plain)
    return plain[:-1] if len(plain) > 4 and plain[-1:] == plain[-2:-1] and plain[-1] not in "s" else plain


def _alike(first: str, second: str) -> bool:
    """Whether two roots are one, one begins the other, or one shortens the other by leaving vowels out."""
    if first == second:
        return True
    short, long = sorted((first, second), key=len)
    if len(short) == 3 and len(long) >= 6 and long.startswith(short):
        return True
    if len(short) >= 4 and long.startswith(short) and len(long) - len(short) <= 4:
        return True
    if 3 <= len(short) <= 4 and len(long) >= 5 and _in_order(short, long):
        return True
    return len(short) >= 3 and short == long[:1] + re.sub(r"[aeiou]", "", long[1:])[: len(short) - 1]


def _in_order(short: str, long: str) -> bool:
    """Whether the letters of one come in the other in that order, beginning with the first."""
    letters = iter(long)
    return short[0] == long[0] and all(letter in letters for letter in short)


def kind_of(column: ScopeColumn) -> str:
    """``number``, ``day``, ``truth`` or ``text``."""
    if is_day(column):
        return "day"
    if column.column.type.upper().startswith("BOOL"):
        return "truth"
    return "number" if NUMERIC.match(column.column.type) else "text"


_KEYS = word_set("id no nbr num key number uuid guid")
_NO_NOUN = re.compile(
    r"[,;:→=<>()*/+×\"]|\b(?:or|and|if|when|not|no|than|until|otherwise|else|null|empty|half|double|twice|"
    r"average|mean|previous|prior|next|following|another|remaining|each|every|per|larger|smaller|higher|"
    r"lower|greater|plus|minus|times|less|before|after|between|as)\b|(?<![\w])\d",
    re.IGNORECASE,
)
_MOST = 7


def is_noun(text: str) -> bool:
    """Whether words may call a column: few, and none that begins a condition or a value."""
    return len(text.split()) <= _MOST and _NO_NOUN.search(text) is None


class Names:
    """The columns that words may call.

    Args:
        sources: those of the source cells.
        columns: all in scope.
    """

    def __init__(self, sources: Iterable[ScopeColumn], columns: Iterable[ScopeColumn]) -> None:
        self.sources = tuple(sources)
        first = self.sources[0].relation if self.sources else ""
        beside = [c for c in columns if not first or c.relation == first]
        self.columns = tuple({c.sql: c for c in (*self.sources, *beside)}.values())

    def named(self, text: str) -> ScopeColumn | None:
        """The column whose name a text writes."""
        plain = text.strip(" .,;:").casefold()
        return next((c for c in self.columns if c.column.name.casefold() == plain), None)

    def called(self, noun: str, kind: str = "") -> ScopeColumn | None:
        """The one column that fits the words best; None where two fit alike, or none does.

        Args:
            noun: the words.
            kind: the only kind of column it may be.
        """
        if (named := self.named(noun)) is not None:
            return named if not kind or kind_of(named) == kind else None
        if not is_noun(noun):
            return None
        told = re.findall(r"[A-Za-z][\w'-]*", noun)
        for each in told:
            if "_" in each and (named := self.named(each)) is not None:
                return named if not kind or kind_of(named) == kind else None
        heard = [root(w) for word in told for w in words(word) if w not in _SPARE]
        if not heard:
            return None
        ranked = sorted(
            ((self._fit(c, heard), c) for c in self.columns if not kind or kind_of(c) == kind),
            key=lambda each: each[0],
            reverse=True,
        )
        if not ranked or ranked[0][0][0] <= 0:
            return None
        if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
            return None
        return ranked[0][1]

    def _fit(self, column: ScopeColumn, heard: list[str]) -> tuple[float, int]:
        """How well a column fits, and whether a source cell names it."""
        parts = SAP.get(column.column.name.casefold(), words(column.column.name))
        core = [root(p) for p in parts if p not in _TAGS] or [root(p) for p in parts]
        found = sum(any(_alike(c, h) for h in heard) for c in core)
        told = sum(any(_alike(root(p), h) for p in parts) for h in heard)
        if (
            _KEYS & set(parts)
            and not _KEYS & set(heard)
            and not any(c.sql == column.sql for c in self.sources)
        ):
            return 0, 0
        is_source = int(any(c.sql == column.sql for c in self.sources))
        if not found and heard and told == len(heard):
            return 1, is_source
        if not found or (found < len(core) and told < len(heard)):
            return 0, is_source
        return 2 * found + told - 0.5 * (len(core) - found) - 0.25 * (len(heard) - told), is_source

    def source(self, kind: str = "") -> ScopeColumn | None:
        """The only source of a kind, or the first of the sources where one comes first."""
        fitting = [c for c in self.sources if not kind or kind_of(c) == kind]
        return fitting[0] if len(fitting) == 1 else None
