"""One test of a rule by cases: codes or ranges of what the rule is about, or a condition of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.merge.likely.conditions import text_literal
from signoff.core.merge.likely.values import branch_words as said
from signoff.core.merge.likely.values.ranges import Range, range_of
from signoff.core.merge.likely.values.soft_tests import soft_test
from signoff.core.merge.likely.values.tools import Tools
from signoff.core.merge.names import NUMERIC

_TEXTS = ("VARCHAR", "CHAR", "TEXT", "STRING")


@dataclass(frozen=True)
class Subject:
    """The value that cases without a noun are about."""

    sql: str = ""
    type: str = ""
    name: str = ""
    folds: bool = False
    """Capitals and small letters mean the same."""

    @property
    def is_text(self) -> bool:
        """Whether it holds text."""
        return self.type.upper().startswith(_TEXTS)

    @property
    def is_number(self) -> bool:
        """Whether it holds numbers."""
        return NUMERIC.match(self.type) is not None

    @property
    def missing(self) -> str:
        """SQL of having no value, blank text included."""
        return f"nullif(trim({self.sql}), '') IS NULL" if self.is_text else f"{self.sql} IS NULL"


def test_of(
    text: str, subject: Subject, tools: Tools, before: Range | None, *, loose: bool
) -> tuple[str, Range | None] | None:
    """SQL of a test, and the range it is where it is one; None where nothing understands it.

    Args:
        text: the words of the test.
        subject: what it is about where it names nothing.
        tools: the columns and what makes SQL of conditions.
        before: the range of the case before it.
        loose: words in small letters may be codes.
    """
    plain = said.LEAD.sub("", " ".join(text.strip(" .,").split()))
    plain = re.sub(
        r"^(?:it\s+is|it's|is|the\s+code\s+is|the\s+source\s+is)\s+", "", plain, flags=re.IGNORECASE
    )
    if not plain:
        return None
    if subject.is_number:
        found = range_of(plain, subject.name, before)
        if found is not None:
            return found.sql.replace("{x}", subject.sql), found
    coded = _codes(plain, subject, loose=loose) if subject.sql else ""
    if coded:
        return coded, None
    told = _told(plain, tools) or _either(plain, tools) or _both(plain, tools)
    return (told, None) if told else None


def _told(text: str, tools: Tools) -> str:
    """A condition: what compiles, what its columns are hinted at, or what stands behind it in brackets."""
    inner = re.fullmatch(r"[^()]*\(([^()]+)\)", text)
    numbers = [c for c in tools.sources if NUMERIC.match(c.column.type)]
    found = range_of(text, numbers[0].column.name) if len(numbers) == 1 else None
    if found is not None:
        return found.sql.replace("{x}", numbers[0].sql)
    return tools.test(text) or soft_test(text, tools.columns) or (_told(inner[1], tools) if inner else "")


def _either(text: str, tools: Tools) -> str:
    """Conditions with OR between them."""
    parts = re.split(r"\s+or\s+", text, flags=re.IGNORECASE)
    made = [_told(part, tools) for part in parts] if len(parts) > 1 else []
    return f"({' OR '.join(made)})" if made and all(made) else ""


def _both(text: str, tools: Tools) -> str:
    """Conditions with AND, or a word that goes on from the first, between them."""
    parts = said.WHO.split(text)
    made = [_told(part, tools) for part in parts] if len(parts) > 1 else []
    return " AND ".join(made) if made and all(made) else ""


def _codes(text: str, subject: Subject, *, loose: bool) -> str:
    """Codes of what the rule is about, how it begins, or what it contains."""
    match = said.CODES.fullmatch(text) or (
        said.WORD_CODES.fullmatch(text) if loose and subject.is_text else None
    )
    if match is not None:
        return _among([_bare(code) for code in said.BETWEEN.split(match["codes"])], subject)
    begins = said.BEGINS.fullmatch(text) if subject.is_text else None
    if begins is not None:
        codes = [_bare(begins["code"]), *(_bare(c) for c in said.BETWEEN.split(begins["more"]) if c)]
        made = " OR ".join(
            f"starts_with({_cased(subject)}, {text_literal(_case(c, subject))})" for c in codes
        )
        return f"({made})" if len(codes) > 1 else made
    answered = said.ANSWERED.fullmatch(text)
    if answered is not None:
        return _among([_bare(answered["code"])], subject)
    holds = said.CONTAINS.fullmatch(text) if subject.is_text else None
    if holds is not None:
        return f"contains({_cased(subject)}, {text_literal(_case(_bare(holds['code']), subject))})"
    return ""


def _among(codes: list[str], subject: Subject) -> str:
    if not subject.is_text and not (subject.is_number and all(re.fullmatch(r"-?\d+", c) for c in codes)):
        return ""
    values = list(dict.fromkeys(text_literal(_case(c, subject)) if subject.is_text else c for c in codes))
    listed = f"= {values[0]}" if len(values) == 1 else f"IN ({', '.join(values)})"
    return f"{_cased(subject)} {listed}"


def _cased(subject: Subject) -> str:
    return f"upper(trim({subject.sql}))" if subject.folds and subject.is_text else subject.sql


def _case(code: str, subject: Subject) -> str:
    return code.upper() if subject.folds else code


def _bare(code: str) -> str:
    return code.strip().strip("'\"“”‘’")
