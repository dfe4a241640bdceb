"""Words of plain sentences made alike: contractions, arrows, quotes, numbers, and what signs are called."""

from __future__ import annotations

import re

_ALIKE: tuple[tuple[str, str], ...] = (
    (r"[‘’]", "'"),
    (r"(?<=\d),(?=\d{3}\b)", ""),
    (r"[“”]", '"'),
    (r"\s*(?:=>|->|→|⇒)\s*", " → "),
    (r"[–—]", "-"),
    (r"\bthere'?s\b", "there is"),
    (r"\b(it|that|what|he|she)'s\b", r"\1 is"),
    (r"\b(do|does|did|is|are|was|were|has|have|had|could|should|would)n['o]?t\b", r"\1 not"),
    (r"\bcan(?:'t|not|t)\b", "can not"),
    (r"\bwon'?t\b", "will not"),
    (r"\bw/o\s+", "without "),
    (r"\bw/\s*", "with "),
    (r"\bincl\.?(?=\s)", "including"),
    (r"\bexcl\.?(?=\s)", "excluding"),
    (r"\b(\d+|one|two|three|four|five|six|ten|twelve)\s*yrs?\b", r"\1 years"),
    (r"\b(\d+)\s*mins?\b", r"\1 minutes"),
    (r"\b(\d+)\s*hrs?\b", r"\1 hours"),
    (r"\b(\d+)d\b", r"\1 days"),
    (r"\bdates? of\s+(?:the\s+)?birth\b|\bdob\b|\bbirth\s*(?:day|date)\b", "birth"),
    (r"\bi\.?e\.?,?(?=\s)", "i.e"),
    (r"\be\.?g\.?,?(?=\s)", "e.g"),
    (r"\bresp\.(?=\s)", "respectively"),
    (r"\b(approx|max|min|incl)\.(?=\s)", r"\1"),
    (r"\b(no|nr)\.(?=\s*\d)", r"\1"),
)
_COMPILED = tuple((re.compile(shape, re.IGNORECASE), words) for shape, words in _ALIKE)


def alike(text: str) -> str:
    """The text on one line, what is said in many ways said in one.

    Args:
        text: a rule.
    """
    made = " ; ".join(line.strip() for line in text.splitlines() if line.strip())
    for shape, words in _COMPILED:
        made = shape.sub(words, made)
    if made.count(" → ") > 1:
        made = re.sub(r"\s+[/|]\s+", ", ", made)
    return " ".join(made.split())


_COUNTS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
NUMBER = rf"(?:-?\d+(?:,\d{{3}})*(?:\.\d+)?|{'|'.join(_COUNTS)}|thirty|sixty|ninety|hundred)"
"""A number in figures or as a word."""
_LARGE = {"thirty": "30", "sixty": "60", "ninety": "90", "hundred": "100"}


def figure(word: str) -> str:
    """A number in figures, without what parts its thousands."""
    plain = word.casefold().replace(",", "")
    return str(_COUNTS.index(plain)) if plain in _COUNTS else _LARGE.get(plain, plain)


_SIGNS = {
    "slash": "/",
    "dash": "-",
    "hyphen": "-",
    "comma": ",",
    "at": "@",
    "dot": ".",
    "period": ".",
    "point": ".",
    "full stop": ".",
    "colon": ":",
    "semicolon": ";",
    "underscore": "_",
    "space": " ",
    "blank": " ",
    "pipe": "|",
    "hash": "#",
    "ampersand": "&",
    "plus": "+",
    "equals": "=",
    "backslash": "\\",
    "star": "*",
    "asterisk": "*",
    "question mark": "?",
}
SIGN = (
    rf"(?:(?:{'|'.join(_SIGNS)})(?:es|s)?(?:\s+(?:sign|character|mark))?|'[^']+'|\"[^\"]+\""
    r"|[^\w\s'\"()]{1,3})(?:\s+sign)?"
)
"""A sign by its name, in quotes or as it stands."""


def sign_of(words: str) -> str:
    """The sign that a few words call; empty where they call none."""
    plain = re.sub(r"(?:\s+(?:sign|character|mark))+$", "", words.strip(), flags=re.IGNORECASE)
    if plain[:1] in "'\"" and len(plain) > 2:
        return plain[1:-1]
    name = plain.casefold()
    for known in (name, name.removesuffix("s"), name.removesuffix("es")):
        if known in _SIGNS:
            return _SIGNS[known]
    return "" if re.search(r"\w", plain) else plain


ORDER = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "middle": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": -1,
    "final": -1,
}
"""Places that words call, of a middle part the second of three."""
