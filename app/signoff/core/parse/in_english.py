"""Rules in other languages said in English, for the readers that come after; what was written stays what is shown.

Only a text that is known to its last word is said anew: what is left over must be a name of the document, a value in
quotes, a number or a short code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import yaml

from signoff.core.domain.resources import resources_folder
from signoff.core.domain.spec import ColumnMapping, Step, StepKind, TargetMapping

_OPEN, _CLOSE = "\ue000", "\ue001"
_KEPT = re.compile(r"'[^']*'|\"[^\"]*\"|„[^“”]*[“”]|«[^»]*»")
_DONE = re.compile(rf"{_OPEN}[^{_CLOSE}]*{_CLOSE}")
_WHOLE = re.compile(r"\w+|\W", re.DOTALL)
_NAME = re.compile(r"[^\W\d]\w*(?:\.\w+)*")
_ELSE = re.compile(
    r"^(?P<list>(?:[^,;=]+=[^,;=]+[,;]\s*){2,})(?:sonst|ansonsten|andernfalls|alle anderen|si no|sino|en otro caso|"
    r"en cualquier otro caso|de lo contrario|resto|w przeciwnym (?:razie|wypadku)|inaczej|pozosta[lł]e|sinon|"
    r"autrement|altrimenti|иначе)\s*[:=,]?\s*(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A list of codes whose last part says what all others become: the codes and their texts stay as they are."""
_WORD = re.compile(r"[^\W\d_][\w.]*")
_DATE_FORM = re.compile(r"(?:(?:DD|TT|MM|JJJJ|YYYY|AAAA|RRRR|HH|MI|SS)[./:-]?)+", re.IGNORECASE)
_FORMS = re.compile(r"\b(?:(?:DD|TT|MM|JJJJ|AAAA|RRRR|YYYY)[./:-]?){2,}", re.IGNORECASE)
_LETTERS = (("JJJJ", "YYYY"), ("AAAA", "YYYY"), ("RRRR", "YYYY"), ("TT", "DD"))
_ENGLISH_TOO = frozenset(
    {
        "default",
        "format",
        "total",
        "minimum",
        "maximum",
        "lookup",
        "constant",
        "null",
        "max",
        "min",
        "media",
        "unique",
    }
)
"""Words that are the same in English: a text with none but these is English already."""
_SHORT_CODE = 3
_ASIDE = re.compile(r"^[A-ZÄÖÜ0-9_]+$")


@dataclass(frozen=True)
class _Phrase:
    shape: re.Pattern[str]
    english: str


def with_english(targets: Sequence[TargetMapping]) -> tuple[TargetMapping, ...]:
    """The targets with every rule, remark and note that is wholly understood in another language said in English."""
    names = frozenset(word for target in targets for word in _names(target))
    return tuple(_target(target, names) for target in targets)


def in_english(text: str, names: Iterable[str] = ()) -> str:
    """The text in English; as it is where it is English, or where a word of it is not known.

    Args:
        text: a rule, a remark or a condition.
        names: names of tables and columns that the document uses, as they are written and in small letters.
    """
    if not text.strip():
        return text
    known = frozenset(names)
    listed = _ELSE.match(text)
    if listed is not None:
        return f"{listed['list']}else {listed['rest']}"
    for language in _phrases():
        said = _said(text, language, known)
        if said is not None:
            return said
    return text


def _target(target: TargetMapping, names: frozenset[str]) -> TargetMapping:
    columns = tuple(_column(column, names) for column in target.columns)
    steps = tuple(_step(step, names) for step in target.steps)
    same = all(a is b for a, b in zip(columns, target.columns, strict=True)) and steps == target.steps
    return target if same else replace(target, columns=columns, steps=steps)


def _column(column: ColumnMapping, names: frozenset[str]) -> ColumnMapping:
    written = column.rule_resolved or column.rule
    rule, note = in_english(written, names), in_english(column.note, names)
    if rule == written and note == column.note:
        return column
    return replace(column, rule_resolved=rule, note=note)


def _step(step: Step, names: frozenset[str]) -> Step:
    if step.kind not in (StepKind.NOTE, StepKind.FILTER, StepKind.GROUP_BY):
        return step
    return replace(step, condition=in_english(step.condition, names))


def _names(target: TargetMapping) -> Iterable[str]:
    """Names of tables and columns, as they are written and in small letters."""
    for column in target.columns:
        every = [column.name, target.name]
        every += [part for ref in column.sources for part in (ref.column, ref.table, str(ref))]
        yield from (form for name in every if name for form in (name, name.casefold()))


def _said(text: str, phrases: Sequence[_Phrase], names: frozenset[str]) -> str | None:
    """The text with every phrase of one language exchanged; None where none is in it or a word is left over."""
    made, found, place = "", False, 0
    while place < len(text):
        kept = _KEPT.match(text, place) or _name_at(text, place, names)
        best = _longest(text, place, phrases) if kept is None else None
        if kept is not None:
            made, place = f"{made}{_OPEN}{kept.group()}{_CLOSE}", kept.end()
        elif best is not None:
            found = found or (
                len(best[0].group()) > _SHORT_CODE and best[0].group().casefold() not in _ENGLISH_TOO
            )
            made, place = made + _exchanged(*best), best[0].end()
        else:
            word = _WHOLE.match(text, place)
            made, place = made + word.group(), word.end()  # type: ignore[union-attr]
    left = _WORD.findall(_DONE.sub(" ", made))
    if not found or not all(_may_stay(word, names) for word in left):
        return None
    made = _FORMS.sub(lambda m: _english_form(m.group()), made)
    return re.sub(r"\s+", " ", made.replace(_OPEN, " ").replace(_CLOSE, " ")).replace(" ,", ",").strip()


def _name_at(text: str, place: int, names: frozenset[str]) -> re.Match[str] | None:
    """A column or table of the document at a place, written as the document writes it: it is no word then."""
    found = _NAME.match(text, place)
    return (
        found
        if found is not None and found.group() in names and not text[place - 1 : place].isalnum()
        else None
    )


def _longest(text: str, place: int, phrases: Sequence[_Phrase]) -> tuple[re.Match[str], _Phrase] | None:
    if place and (text[place - 1].isalnum() or text[place - 1] == "_"):
        return None
    hits = [(found, phrase) for phrase in phrases if (found := phrase.shape.match(text, place)) is not None]
    return max(hits, key=lambda hit: hit[0].end(), default=None)


def _exchanged(found: re.Match[str], phrase: _Phrase) -> str:
    english = phrase.english
    for number, group in enumerate(found.groups(), 1):
        english = english.replace(f"{{{number}}}", group or "")
    return f"{_OPEN}{english}{_CLOSE}"


def _english_form(form: str) -> str:
    for letters, english in _LETTERS:
        form = re.sub(letters, english, form, flags=re.IGNORECASE)
    return form


def _may_stay(word: str, names: frozenset[str]) -> bool:
    plain = word.strip(".").casefold()
    is_code = len(plain) <= _SHORT_CODE and bool(_ASIDE.match(word))
    return plain in names or is_code or bool(_DATE_FORM.fullmatch(word)) or plain == "null"


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[_Phrase, ...], ...]:
    """The phrases of each language."""
    path = resources_folder() / "synonyms" / "rules_in_english.yml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        tuple(_Phrase(re.compile(rf"(?:{shape})(?!\w)", re.IGNORECASE), english) for shape, english in lines)
        for lines in data.values()
    )
