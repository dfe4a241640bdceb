"""Codes and spans recoded in sentences: ``1 and 2 become "high", 3 becomes "normal". Anything else becomes "unknown"``.

Also codes that stay: ``M and F as they are, anything else (also missing) is U``. Every word is a code, what it becomes,
or words for all others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import COLUMN, SELF, TEXT, Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, quoted_text, unified
from signoff.core.generate.patterns.recoding import KEPT, MISSING_TOO, OTHERS, SIGN, Tested, label, tested

NAME = "P66 recoded"

_LEAD = re.compile(
    rf"(?:(?:based on|depends on|depending on|according to|by|from|for|bands of|bands for|classes of|"
    rf"groups of|derived from|"
    rf"recode|translate|map|values? of|codes? of) )?(?P<column>{COLUMN} |{SELF} )?(?:as follows |in "
    rf"bands |in classes )?(?:: )?"
)
_BREAK = r"(?:; |\. |, |¶ |- |\* |• |/ |\| )*(?:and |but )?"
_MOST = 30
_OTHERS = re.compile(rf"(?:for )?{OTHERS}{MISSING_TOO}?(?:, )?{SIGN}?(?P<label>(?:\S+ )+)$")
_OTHERS_BEHIND = re.compile(rf"(?P<label>\S+ )(?:for |in )?(?:{OTHERS}){MISSING_TOO}?$")
_KEPT_FIRST = re.compile(rf"(?:keep |leave |take |take over )(?P<codes>(?:\S+ )+?)(?:{KEPT})?$")
_KEPT = re.compile(rf"(?P<codes>(?:\S+ )+?)(?:{KEPT})$")
_ENTRY = re.compile(rf"(?P<codes>(?:\S+ )+?){SIGN}(?P<label>(?:\S+ )+)$")
_VALUE_FIRST = re.compile(rf"(?P<label>{TEXT} )(?:(?:for|if|when|with|at) )*(?P<codes>(?:\S+ )+)$")
_QUOTED = re.compile(rf"(?P<codes>(?:\S+ )+?)(?P<label>{TEXT} )$")


@dataclass(frozen=True)
class _Entry:
    """What is tested and what it becomes; no test for all others, no text where the value stays."""

    test: Tested | None
    text: str | None


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The CASE, when the whole phrase is such a list and says what becomes of all others, or is one of spans."""
    if ctx.scope.aggregate or ctx.depth:
        return None
    lead = _LEAD.match(phrase.text)
    for end in {lead.end("column"), lead.end()} if lead and lead["column"] else ():
        column = phrase.columns[0] if phrase.marks and phrase.columns else ctx.only_source
        if column is not None and end > 0:
            end = lead.end() if lead else end
            made = _recoded(phrase.cut(end, len(phrase.text)), column_piece(column), ctx)
            if made is not None:
                return made
    only = ctx.only_source
    return _recoded(phrase, column_piece(only), ctx) if only is not None else None


def _recoded(body: Phrase, subject: Piece, ctx: Context) -> Piece | None:
    if not body.marks:
        return None
    entries = _with_bounds(_Search(body, subject, f"{TEXT} " in body.text).entries(), subject)
    if not entries:
        return None
    tests = [each for each in entries if each.test is not None]
    last = entries[-1] if entries[-1].test is None else None
    spans = all(each.test is not None and (each.test.span or subject.sql) for each in tests)
    banded = any(each.test is not None and each.test.span for each in tests)
    if not tests or (last is None and not (banded and spans)) or not _distinct(tests):
        return None
    if len(tests) < 2 and tests[0].text is not None:
        return None
    if banded:
        entries = sorted(entries, key=lambda e: 2 if e.test is None else int(bool(e.test.span)))
    values = [quoted_text(e.text) if e.text is not None else subject for e in entries]
    made = unified(values, ctx.target_type)
    if made is None:
        return None
    whens = " ".join(
        f"WHEN {_sql(each.test, subject)} THEN {sql}"
        for each, sql in zip(entries, made[0], strict=True)
        if each.test is not None
    )
    closing = f" ELSE {made[0][-1]}" if last is not None else ""
    return Piece(f"CASE {whens}{closing} END", made[1])


_LAST_BOUND = re.compile(r"(?:<=|<|>=|>|AND) (?P<n>-?\d+(?:\.\d+)?)$")
_OPPOSITE = {"<=": ">", "<": ">=", ">=": "<", ">": "<=", "BETWEEN": ">"}


def _with_bounds(entries: list[_Entry], subject: Piece) -> list[_Entry]:
    """The entries with the number in place of "that"; none where the span before says nothing of it."""
    made: list[_Entry] = []
    for entry in entries:
        if entry.test is not None and entry.test.beyond:
            span = made[-1].test.span if made and made[-1].test is not None else ""
            bound = _LAST_BOUND.search(span)
            sign = next((_OPPOSITE[s] for s in ("BETWEEN", "<=", ">=", "<", ">") if f" {s} " in span), "")
            if bound is None or not sign.startswith(entry.test.beyond):
                return []
            entry = replace(entry, test=Tested(span=f"{subject.sql} {sign} {bound['n']}"))
        made.append(entry)
    return made


def _sql(test: Tested, subject: Piece) -> str:
    if test.span:
        return test.span
    if not test.codes:
        return f"{subject.sql} IS NULL"
    codes = ", ".join(code.sql for code in test.codes)
    listed = f"{subject.sql} = {codes}" if len(test.codes) == 1 else f"{subject.sql} IN ({codes})"
    return f"{listed} OR {subject.sql} IS NULL" if test.missing else listed


def _distinct(entries: list[_Entry]) -> bool:
    codes = [code.sql for each in entries if each.test is not None for code in each.test.codes]
    spans = [each.test.span for each in entries if each.test is not None and each.test.span]
    return len(codes) == len(set(codes)) and len(spans) == len(set(spans))


@dataclass
class _Search:
    """Cuts a list into entries, each of which is understood."""

    body: Phrase
    subject: Piece
    quoted: bool
    tries: int = 0

    def entries(self) -> list[_Entry]:
        """The entries in their order, those for all others last; none where a word is left over."""
        cuts = sorted({0} | {m.end() for m in re.finditer(rf"(?<=\s){_BREAK}", self.body.text) if m.group()})
        return self._from(cuts, 0)

    def _from(self, cuts: list[int], at: int) -> list[_Entry]:
        for end in (*cuts[at + 1 :], len(self.body.text)):
            self.tries += 1
            if self.tries > _MOST * _MOST:
                return []
            entry = self._entry(_ends_off(self.body.cut(cuts[at], end)))
            if entry is None:
                continue
            if end == len(self.body.text):
                return [entry]
            more = self._from(cuts, cuts.index(end)) if entry.test is not None else []
            if more:
                return [entry, *more]
        return []

    def _entry(self, part: Phrase) -> _Entry | None:
        """One entry; None when it is not understood wholly."""
        if not part.marks:
            return None
        for shape in (_OTHERS, _OTHERS_BEHIND):
            found = shape.match(part.text)
            text = self._label(part, found) if found else None
            if text is not None:
                return _Entry(None, text)
        for shape in (_KEPT_FIRST, _KEPT):
            found = shape.match(part.text)
            kept = self._tested(part, found) if found else None
            if kept is not None:
                return _Entry(kept, None) if not kept.span else None
        for shape in (_ENTRY, _QUOTED, _VALUE_FIRST):
            found = shape.match(part.text)
            test = self._tested(part, found) if found else None
            text = self._label(part, found) if found and test is not None else None
            if test is not None and text is not None:
                return _Entry(test, text)
        return None

    def _tested(self, part: Phrase, found: re.Match[str]) -> Tested | None:
        return tested(part.cut(*found.span("codes")), self.subject)

    def _label(self, part: Phrase, found: re.Match[str]) -> str | None:
        return label(part.cut(*found.span("label")), quoted=self.quoted)


def _ends_off(part: Phrase) -> Phrase:
    """The entry without the signs that set it off."""
    signs = (";", ".", ",", "¶", "-", "*", "•", "/", "|")
    return part.stripped(signs, (*signs, "and", "but"))
