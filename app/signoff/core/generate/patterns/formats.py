"""Date formats as people write them (DD.MM.YYYY, MM/DD/YYYY HH24:MI:SS) in the letters DuckDB knows."""

from __future__ import annotations

import re

_PIECES = (
    ("YYYY", "%Y"), ("JJJJ", "%Y"), ("AAAA", "%Y"), ("YY", "%y"), ("MONTH", "%B"), ("MMMM",
        "%B"), ("MON", "%b"), ("MMM", "%b"), ("DD", "%d"),
    ("TT", "%d"), ("JJ", "%d"), ("HH24", "%H"), ("HH12", "%I"), ("HH", "%H"), ("MI", "%M"), (
        "SS", "%S"), ("AM", "%p"), ("PM", "%p"),
)  # fmt: skip
_SEPARATORS = "./-: T,_"


def strptime_format(text: str) -> str | None:
    """The format in strptime's letters; None when the text is no format that is wholly understood.

    MM after hours is minutes; before them it is months.
    """
    rest, made = text.strip().strip("'\"()"), ""
    if (
        not re.search(r"YY|JJ|AAAA|HH|MM|DD", rest, re.IGNORECASE)
        or not rest[0].isalpha()
        or not rest[-1].isalpha()
    ):
        return None
    while rest:
        piece, code = next(((p, c) for p, c in _pieces(made) if rest.upper().startswith(p)), ("", ""))
        if not piece and rest[0] not in _SEPARATORS:
            return None
        made += code or rest[0]
        rest = rest[len(piece) or 1 :]
    codes = re.findall(r"%\w", made)
    return made if codes and len(codes) == len(set(codes)) and not _unsure(codes) else None


def _pieces(made: str) -> tuple[tuple[str, str], ...]:
    """The pieces in the order they are tried, MM being what is still open."""
    return (*_PIECES, ("MM", "%M" if "%H" in made or "%I" in made else "%m"))


def _unsure(codes: list[str]) -> bool:
    """Twelve hours without a word for morning or afternoon, or the reverse."""
    return ("%I" in codes) != ("%p" in codes)


def has_time(form: str) -> bool:
    """Whether a strptime format holds a time of day."""
    return bool(re.search(r"%[HIMSp]", form))
