"""Which fixed values an answer may hold: those of the rule, its own words, and a few that mean nothing.

The narrower this is, the less an answer can make up: dates only where the rule speaks of dates, today only where
it speaks of today, free letters only where they stand in the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from signoff.core.domain.prompts import Prompt
from signoff.core.generate.vocabulary import NEUTRAL_WORDS

_MOST_WORDS = 60
_SIGNS = r"[ \-_.,:;\/|#+*()\[\]&@%$=]{0,3}"
_DATED = re.compile(r"\b\d{4}|\b\d{1,2}[./-]\d{1,2}")
_TODAY = re.compile(
    r"today|current|now\b|sysdate|getdate|run.?date|timestamp|processing|load.?(?:date|time)", re.IGNORECASE
)


def fixed_terminals(prompt: Prompt) -> list[str]:
    """Rules of the grammar: `fixed` for any text value, LIKED for a LIKE pattern, SHORT inside the first."""
    spoken = rule_words(prompt.rule, prompt.columns)
    values = dict.fromkeys([*prompt.literals, *spoken, *NEUTRAL_WORDS])
    patterns = [f"{a}{value}{b}" for value in prompt.literals for a in ("", "%") for b in ("", "%")]
    said = "|".join(re.escape(word).replace("/", r"\/") for word in _letters(prompt.rule))
    words = "|".join(re.escape(word).replace("/", r"\/") for word in spoken if " " not in word) or "x"
    likes = [
        *(terminal(quoted(text)) for text in dict.fromkeys(patterns)),
        rf"/'%?({words})%?'/",
        r"/'[%_0-9 .,:;\/+#*&@()\-]{1,8}'/",
    ]
    return [
        f"FIXED: {alternatives(terminal(quoted(text)) for text in values)}",
        f"SHORT: /'{_SIGNS}({said}){_SIGNS}'/",
        f"LIKED: {alternatives(likes)}",
        "fixed: FIXED | PUNCTUATION | DIGITS | SHORT",
    ]


def day_constants(prompt: Prompt) -> list[str]:
    """Dates an answer may hold, as alternatives of the grammar; none when the rule speaks of none."""
    text = " ".join([prompt.rule, *prompt.literals])
    found = ["DAY"] if _DATED.search(text) else []
    return found + (['"current_date"', '"localtimestamp"'] if _TODAY.search(text) else [])


def rule_words(rule: str, columns: Sequence[str] = ()) -> tuple[str, ...]:
    """Words of a rule that may be meant as fixed texts, as they stand and in capitals; and pairs of words."""
    words = [w for w in re.findall(r"[A-Za-zÀ-ÿ][\wÀ-ÿ/&+-]*", rule) if w not in columns][:_MOST_WORDS]
    pairs = re.findall(r"(?=\b([A-Za-z][\w-]*[ -][A-Za-z][\w-]*)\b)", rule)[:_MOST_WORDS]
    spellings = [*words, *(w.upper() for w in words), *(w.capitalize() for w in words), *pairs]
    return tuple(dict.fromkeys(spellings))


def _letters(rule: str) -> tuple[str, ...]:
    """Runs of up to three letters in a rule, and Y and N, which any rule may mean."""
    runs = re.findall(r"(?<![a-z])[A-Z]{1,3}(?![a-z])|\b[A-Za-z]{1,2}(?=\b|\d)", rule)
    return tuple(dict.fromkeys([*runs, "Y", "N"]))


def quoted(text: str) -> str:
    """The text as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def terminal(text: str) -> str:
    """The text as a string of the grammar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def alternatives(options: Iterable[str]) -> str:
    """Grammar options side by side."""
    return " | ".join(options)
