"""Values by cases told in sentences: codes, ranges of a number and conditions, each with what it gives.

``V1 is what we call Silver, V2 is Gold. All other guests are Regular`` or ``under 500 low, under 5000 medium, else
high`` or ``first match wins: has a current plan = subscriber; paid at least once = lapsed``. Every piece of the rule is
a case, what holds for the rest, or words that change nothing; else there is no reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.conditions import is_text
from signoff.core.merge.likely.maps import fixed_value
from signoff.core.merge.likely.values import branch_words as said
from signoff.core.merge.likely.values.case_tests import Subject, test_of
from signoff.core.merge.likely.values.ranges import Range, range_of
from signoff.core.merge.likely.values.soft_tests import called, soft_test
from signoff.core.merge.likely.values.tools import Tools
from signoff.core.merge.names import NUMERIC, word_set
from signoff.core.merge.scoping import is_day

_SENTENCES = re.compile(r"\s*(?:;|(?<!\be\.g)(?<!\bi\.e)\.(?=\s|$)|\n|\s/\s|\s\|\s)\s*")
_CUTS = (
    re.compile(r"(?!)"),
    re.compile(r"\s*,\s+(?:and\s+|but\s+)?"),
    re.compile(r"\s*,\s+(?:and\s+|but\s+)?|\s+(?:and|but)\s+"),
)
_MOST_WORDS = 5
_INTRO = re.compile(
    r"^(?:it\s+is\s+|is\s+|are\s+|the\s+word\s+|the\s+text\s+|please\s+|simply\s+|just\s+|an?\s+|the\s+|our\s+|always\s+)+(?=\S)",
    re.IGNORECASE,
)
_NO_LABELS = word_set(
    "on up or and more less over under to of in at too also if for by than over above below"
)
_NO_VALUE = re.compile(
    r"^(?:(?:stays?|left|leave|leaves|is|gets?|load|put|then|keep|remains?)\s+)*(?:it\s+|them\s+)?(?:null|empty|blank|no\s+value|nothing)(?:\s+then)?$",
    re.IGNORECASE,
)


@dataclass
class _Cases:
    """What the pieces read so far come to."""

    entries: list[tuple[str, str]] = field(default_factory=list)
    """Test and value, both as SQL."""
    rest: str = ""
    missing: str = ""
    kept: str = ""
    """Test of codes that stay as they are."""
    last: Range | None = None


def likely_branches(rule: str, tools: Tools) -> str:
    """SQL of a rule that gives values by cases; empty where one of its pieces is anything else.

    Args:
        rule: the rule.
        tools: the columns it may be about and what makes SQL of its parts.
    """
    text, subject = _subject(" ".join(rule.replace("\n", " ; ").split()), tools)
    folds = said.FOLDS.search(rule) is not None or said.FOLDS.search(tools.note) is not None
    text = said.TAILS.sub("", said.BRACKETS.sub("", said.HEAD.sub("", text)))
    for loose in (False, True):
        cases = _Cases()
        reader = _Reader(tools, replace(subject, folds=folds), loose)
        if all(reader.sentence(each, cases) for each in _SENTENCES.split(text) if each.strip(" .")):
            sql = _sql(cases, reader.subject)
            if sql:
                return sql
    return ""


def _subject(text: str, tools: Tools) -> tuple[str, Subject]:
    """The rule without what it says it is about, and the value that cases without a noun are about."""
    told = said.SUBJECT.search(text)
    if told is not None:
        what = (told["what"] or told["what2"]).strip()
        column = called(what, tools.columns)
        sql = column.sql if column is not None else tools.value(what, "")
        if sql:
            kind = (
                column.column.type
                if column is not None
                else "BIGINT"
                if re.search(r"years|days|months|age", what)
                else "VARCHAR"
            )
            name = column.column.name if column is not None else what
            return f"{text[: told.start()]}{text[told.end() :]}", Subject(sql, kind, name)
    column = _only(tools.sources)
    return text, Subject(
        column.sql, column.column.type, column.column.name
    ) if column is not None else Subject()


def _only(sources: tuple[ScopeColumn, ...]) -> ScopeColumn | None:
    """The only source, or the only one that holds codes or numbers and no day."""
    if len(sources) == 1:
        return sources[0]
    texts = [c for c in sources if is_text(c)]
    if len(texts) == 1:
        return texts[0]
    plain = [c for c in sources if not is_day(c)]
    return plain[0] if len(plain) == 1 else None


@dataclass
class _Reader:
    """Reads piece after piece."""

    tools: Tools
    subject: Subject
    loose: bool
    """Words in small letters may be codes."""

    def sentence(self, text: str, cases: _Cases) -> bool:
        """Read one sentence, cut as coarsely as it can be understood."""
        plain = said.INTRO.sub("", text.strip(" ."))
        for cut in _CUTS:
            tried = replace(cases, entries=list(cases.entries))
            if all(self.piece(each, tried) for each in self._pieces(plain, cut)):
                cases.__dict__.update(tried.__dict__)
                return True
        return False

    def _pieces(self, text: str, cut: re.Pattern[str]) -> Iterator[str]:
        """The pieces of a sentence; codes that share a value stay together."""
        waiting = ""
        shape = said.WORD_CODE if self.loose else said.CODE
        for piece in cut.split(text):
            plain = piece.strip(" ,.")
            if not plain:
                continue
            joined = f"{waiting}, {plain}" if waiting else plain
            if re.fullmatch(shape, plain) and not re.fullmatch(r"[a-z]+", plain if not self.loose else ""):
                waiting = joined
                continue
            waiting = ""
            yield joined
        if waiting:
            yield waiting

    def piece(self, piece: str, cases: _Cases) -> bool:
        """Read one piece."""
        return (
            self._cleaned(piece)
            or self._ranged(piece, cases)
            or (said.FOLDS.search(piece) is not None and said.ONLY_FOLDS.match(piece) is not None)
            or self._all_but(piece, cases)
            or self._missing(piece, cases)
            or self._entry(piece, cases)
            or self._rest(piece, cases)
            or said.HARMLESS.match(piece) is not None
        )

    def _cleaned(self, piece: str) -> bool:
        match = said.CLEANED.match(piece)
        if match is None or not self.subject.sql or not self.subject.is_text:
            return False
        case = (match["case"] or match["case2"] or "").lower()
        function = "upper" if case[:1] in ("u", "c") else "lower" if case else "trim"
        self.subject = replace(self.subject, sql=f"{function}({self.subject.sql})")
        return True

    def _all_but(self, piece: str, cases: _Cases) -> bool:
        """Codes that stay as they are, and what all others become."""
        match = said.ALL_BUT.match(piece)
        if match is None or not self.subject.sql or cases.entries:
            return False
        codes = test_of(match["codes"], self.subject, self.tools, cases.last, loose=True)
        label = self.label(match["label"])
        if codes is None or not label:
            return False
        cases.kept, cases.rest = codes[0], label
        return True

    def _rest(self, piece: str, cases: _Cases) -> bool:
        """What holds for the rest."""
        first = re.match(
            rf"(?:and\s+|but\s+)?(?:for\s+|in\s+)?(?:{said.REST})(?!\w)(?!\s+(?:for|if|in)\b)",
            piece,
            re.IGNORECASE,
        )
        shapes = said.RESTS[:-1] if first is not None else said.RESTS[::-1]
        told = (m["label"] for shape in shapes if (m := shape.match(piece)) is not None)
        label = next(filter(None, (self.label(each) for each in told if not said.IS_REST.match(each))), "")
        if not label or cases.rest:
            return False
        cases.rest = label
        return True

    def _missing(self, piece: str, cases: _Cases) -> bool:
        """What holds where there is no value; of another column where its noun is named."""
        for shape in said.MISSINGS:
            match = shape.match(piece)
            label = self.label(match["label"]) if match is not None else ""
            if match is None or not label:
                continue
            other = soft_test(match["none"], self.tools.columns)
            if other and not (self.subject.sql and self.subject.sql in other):
                cases.entries.append((other, label))
                return True
            if not cases.missing and self.subject.sql:
                cases.missing = label
                return True
        return False

    def _ranged(self, piece: str, cases: _Cases) -> bool:
        """A range of the only number, where the piece has one."""
        number = self.subject if self.subject.is_number else self.number
        if not number.sql:
            return False
        for test, label in self._range_ways(said.ELSE_IF.sub("", piece)):
            value = self.label(label)
            found = range_of(test, number.name, cases.last) if value else None
            if found is not None:
                cases.entries.append((found.sql.replace("{x}", number.sql), value))
                cases.last = found
                return True
        return False

    @property
    def number(self) -> Subject:
        """The only source that is a number, where the rule is about something else."""
        found = [c for c in self.tools.sources if NUMERIC.match(c.column.type)]
        return (
            Subject(found[0].sql, found[0].column.type, found[0].column.name)
            if len(found) == 1
            else Subject()
        )

    def _entry(self, piece: str, cases: _Cases) -> bool:
        if re.match(rf"(?:and\s+|but\s+)?(?:for\s+|in\s+)?(?:{said.REST})\b", piece, re.IGNORECASE):
            rest = said.ELSE_IF.sub("", piece)
            if rest == piece or not re.search(r"[=:>→]|\b(?:is|are|if|when|with|for)\b", rest):
                return False
            piece = rest
        subject = self.subject if self.subject.sql else self._before(cases)
        for test, label in self._ways(piece):
            value = self.label(label)
            found = test_of(test, subject, self.tools, cases.last, loose=self.loose) if value else None
            if found is not None:
                cases.entries.append((found[0], value))
                cases.last = found[1] or cases.last
                return True
        return False

    def _before(self, cases: _Cases) -> Subject:
        """What the case before was about, where this one names nothing."""
        test = cases.entries[-1][0] if cases.entries else ""
        found = [c for c in self.tools.columns if c.sql in test]
        if len({c.sql for c in found}) != 1:
            return Subject()
        column = found[0]
        return Subject(column.sql, column.column.type, column.column.name, self.subject.folds)

    def _range_ways(self, piece: str) -> Iterator[tuple[str, str]]:
        """Test and value of every way to cut a piece about a number."""
        bare = said.LEAD.sub("", piece)
        for match in said.SIGN.finditer(bare):
            if match.group().strip().lower() not in ("to", "as"):
                yield bare[: match.start()], bare[match.end() :]
        for match in said.FOR.finditer(piece):
            if match.group().strip().lower() not in ("by", "on", "at"):
                yield piece[match.end() :], piece[: match.start()]
        words = bare.split()
        sizes = range(1, min(4, len(words)))
        before = [(" ".join(words[size:]), " ".join(words[:size])) for size in sizes]
        behind = [(" ".join(words[:-size]), " ".join(words[-size:])) for size in sizes]
        yield from (
            (*before, *behind) if words[0][:1].isupper() or words[0][:1] in "'\"" else (*behind, *before)
        )

    def _ways(self, piece: str) -> Iterator[tuple[str, str]]:
        """Test and value of every way to cut a piece about codes or with a condition of its own."""
        bare = said.LEAD.sub("", piece)
        short = said.ELLIPSIS.match(bare)
        short = short or said.IN_BRACKETS.match(bare)
        if short is not None:
            yield short["codes"], short["label"]
        for match in said.SIGN.finditer(bare):
            yield bare[: match.start()], bare[match.end() :]
        for match in said.FOR.finditer(piece):
            yield piece[match.end() :], piece[: match.start()]
        for match in said.SIGN.finditer(piece):
            if re.search(r"[=:>→]", match.group()) and said.CODES.fullmatch(piece[match.end() :].strip()):
                yield piece[match.end() :], piece[: match.start()]
        words = bare.split()
        for size in range(1, min(4, len(words))):
            yield " ".join(words[:-size]), " ".join(words[-size:])
            yield " ".join(words[:size]), " ".join(words[size:])

    def label(self, text: str) -> str:
        """A value as SQL; empty for words that are none."""
        plain = text.strip(" .,")
        if _NO_VALUE.match(plain):
            return "NULL"
        if said.KEPT.match(plain) and self.subject.sql:
            return self.subject.sql
        if plain[:1] not in "'\"“‘":
            plain = _INTRO.sub("", plain)
            if (
                not plain
                or plain.casefold() in _NO_LABELS
                or said.TWO_CASES.search(plain)
                or said.VERBS.search(plain)
                or len(plain.split()) > _MOST_WORDS
            ):
                return ""
            if (
                re.search(
                    r"[()+*=<>:→,]|^(?:of|at|from|than|in|counts?|as|else|otherwise)\b|\bcounts?\b", plain
                )
                or said.IS_REST.match(plain)
                or said.IS_NOTHING.fullmatch(plain)
            ):
                return ""
        return fixed_value(plain.strip("“”‘’"), self.tools.target_type)


def _sql(cases: _Cases, subject: Subject) -> str:
    if cases.kept and not cases.entries:
        return f"CASE WHEN {cases.kept} THEN {subject.sql} ELSE {cases.rest} END"
    tests = [test for test, _ in cases.entries]
    if not tests or len(set(tests)) < len(tests) or (len(tests) == 1 and not cases.rest):
        return ""
    labels = [label for _, label in cases.entries]
    flag = labels == ["true"] and cases.rest == "false" and cases.missing in ("", "false")
    if flag:
        return f"coalesce({tests[0]}, false)"
    whens = " ".join(f"WHEN {test} THEN {label}" for test, label in cases.entries)
    first = (
        f"WHEN {subject.missing} THEN {cases.missing} "
        if cases.missing and cases.missing != cases.rest
        else ""
    )
    return f"CASE {first}{whens}{f' ELSE {cases.rest}' if cases.rest else ''} END"
