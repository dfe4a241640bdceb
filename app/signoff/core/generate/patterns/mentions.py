"""Which columns a rule mentions: `table.column`, alias, quoted, with blanks (`country code`, country_code).

One text may be read in more than one way (is "date" the column of that name or the word?): `readings` gives
each, and whoever compiles insists that all readings which can be compiled agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.generate.patterns.abbreviations import abbreviated
from signoff.core.generate.patterns.folding import marked_folds
from signoff.core.generate.patterns.phrases import COLUMN, SELF, Mark, Phrase, mark_of
from signoff.core.generate.patterns.tokens import MAX_LENGTH, Kind, Token, joined_signs, normalised, tokens_of
from signoff.core.generate.patterns.wording import respelt
from signoff.core.generate.patterns.wordlists import word_set

_LONGEST_NAME = 8
"""Words a spaced column name may have."""

GRAMMAR_WORDS = word_set(
    "a b c i an and or not null if then else when date time day month year quarter number text string",
    "code value values first last left right sum count min max average total amount upper lower trim case",
    "comma space by of to from in is as on x y n s key id name current timestamp length type status",
    "default constant source target hash format end start begin order active inactive yes no true false",
    "open closed new high low medium unknown description",
)
"""Words that mean something of their own in a rule: a column of that name may or may not be meant."""

_VALUE_WORDS = word_set(
    "active inactive yes no true false open closed new old high low medium unknown other valid invalid",
    "pending",
)
"""Words that are fixed values more often than columns."""

_LINKS = frozenset((",", "and", "&", "und", "et", "y", "+"))

_SELF = (
    "source value|source column|source field|source data|source|input value|input|source column value|"
    "source field value|the value|value|it|this|column value|field value|quelle|quellwert|quellfeld|wert"
)
_NOISE = r"(?:an?|please|simply|just|der|die|das|den|dem|le|la|les|el|los) "
_CLOSING = (
    r"(?:(?:, |; )?(?:and then |and |then |before |while |when )(?:load|loading|populate|move|insert|save|"
    r"store)(?: it| this)?"
    r"(?: directly)?(?: (?:in|into|to)(?: target)?(?: column| field| table)?)? )$"
)


def readings(text: str, scope: Scope) -> Iterator[Phrase]:
    """The ways to read a rule's text: with every column mention marked, and without the doubtful ones."""
    plain = respelt(normalised(text))
    if not plain or len(plain) > MAX_LENGTH:
        return
    tokens = joined_signs(tokens_of(plain))
    seen: set[str] = set()
    for doubtful in (True, False):
        marks = _marked(tokens, scope, doubtful)
        for keep_breaks in (False, True):
            phrase = settled(Phrase(_breaks(marks, keep_breaks), plain))
            if phrase.marks and phrase.text not in seen:
                seen.add(phrase.text)
                yield phrase


def _breaks(marks: tuple[Mark, ...], keep: bool) -> tuple[Mark, ...]:
    """The marks with line ends as semicolons, or without them."""
    if not keep:
        return tuple(mark for mark in marks if mark.text != "¶")
    return tuple(replace(mark, text=";") if mark.text == "¶" else mark for mark in marks)


def _marked(tokens: tuple[Token, ...], scope: Scope, doubtful: bool) -> tuple[Mark, ...]:
    """One mark a token, or one for all the tokens of a column mention: the longest first."""
    marks: list[Mark] = []
    at = 0
    while at < len(tokens):
        length, column = _mention(tokens, at, scope, doubtful)
        if column is None:
            marks.append(mark_of(tokens[at]))
            at += 1
        else:
            whole = Token(Kind.WORD, "", tokens[at].start, tokens[at + length - 1].end)
            marks.append(Mark(COLUMN, whole, column))
            at += length
    return tuple(marks)


def _mention(
    tokens: tuple[Token, ...], at: int, scope: Scope, doubtful: bool
) -> tuple[int, ScopeColumn | None]:
    """Number of tokens of the mention that begins here, and its column."""
    token = tokens[at]
    if token.kind is Kind.QUOTED:
        column = named(token.value, scope)
        return 1, column if column and _same_case(token.value, column) else None
    if token.kind is not Kind.WORD:
        return 1, None
    if "." in token.value:
        return 1, named(token.value, scope)
    if token.value.lower() == "the" and doubtful and at + 1 < len(tokens):
        return 2, _part_of_only_source(tokens[at + 1].value, scope)
    run = []
    for each in tokens[at : at + _LONGEST_NAME]:
        if each.kind not in (Kind.WORD, Kind.NUMBER) or "." in each.value:
            break
        run.append(each.value)
    for length in range(len(run), 0, -1):
        column = _by_words(run[:length], scope) if doubtful else _bysquashed("".join(run[:length]), scope)
        if column is not None and (length > 1 or _meant(run[0], column, at == 0, doubtful)):
            return length, column
    if not doubtful:
        return 1, None
    return 1, _shared_noun(tokens, at, scope)


def _part_of_only_source(noun: str, scope: Scope) -> ScopeColumn | None:
    """The only source, when the noun is part of its name and no column's name: "the name" for first_name."""
    sources = scope.sources
    parts = re.split(r"[\W_]+", sources[0].column.name.casefold()) if len(sources) == 1 else []
    known = noun.casefold() in parts and len(parts) > 1 and _bysquashed(noun, scope) is None
    return sources[0] if known else None


def _shared_noun(tokens: tuple[Token, ...], at: int, scope: Scope) -> ScopeColumn | None:
    """The column of a word whose noun comes later: "first" in "first and last name"."""
    ahead = at + 1
    while ahead + 1 < len(tokens) and tokens[ahead].value.lower() in _LINKS:
        ahead += 1
        if tokens[ahead].value.lower() in _LINKS:
            continue
        if tokens[ahead + 1 : ahead + 2] and tokens[ahead + 1].value.lower() in _LINKS:
            ahead += 1
            continue
        pair = [token.value for token in tokens[ahead : ahead + 2]]
        if len(pair) < 2 or _by_words(pair, scope) is None:
            return None
        return _by_words([tokens[at].value, pair[1]], scope)
    return None


def _by_words(words: list[str], scope: Scope) -> ScopeColumn | None:
    """The column that these words name, a source whose name shortens them before any that is no source."""
    named_so = _bysquashed("".join(words), scope)
    return named_so if named_so and named_so.is_source else abbreviated(words, scope) or named_so


def _meant(word: str, column: ScopeColumn, first: bool, doubtful: bool) -> bool:
    """Whether a single word is taken for the column of that name.

    A word of the rule language is not in the sober reading. A fixed value such as Active, written otherwise
    than the column, never is; nor is, in the sober reading, any capitalised word in mid-sentence that is no
    source.
    """
    if column.is_source and word.lower() not in GRAMMAR_WORDS:
        return True
    exact = _same_case(word, column)
    if word.lower() in _VALUE_WORDS and not exact and not column.is_source:
        return False
    sober = word.lower() not in GRAMMAR_WORDS and (exact or first or not word[:1].isupper() or word.isupper())
    return doubtful or sober


def _same_case(name: str, column: ScopeColumn) -> bool:
    """Whether the name is written as the column's is, or all in capitals or all in small letters."""
    last = name.split(".")[-1].strip('"`[] ')
    return (
        last == column.column.name
        or "." in name
        or (last.isupper() and len(last) > 1)
        or " " in last
        or "_" in last
    )


_SAYS_SOURCE = frozenset(("source", "src", "input", "quelle"))
"""What stands before a column where people mean whatever its table is."""


def named(name: str, scope: Scope) -> ScopeColumn | None:
    """The one column that `column`, `table.column` or `schema.table.column` stands for."""
    parts = [part.strip('"`[] ') for part in name.split(".")]
    place = parts[-2] if len(parts) > 1 else ""
    exact = scope.find(parts[-1], place)
    if not exact and len(parts) == 2 and place.casefold() in _SAYS_SOURCE:
        return chosen(scope.find(parts[-1]))
    if exact or place:
        return chosen(exact)
    return _bysquashed(name, scope)


def chosen(columns: tuple[ScopeColumn, ...]) -> ScopeColumn | None:
    """The only column, or the only one that the document's source cells name."""
    sources = tuple(column for column in columns if column.is_source)
    candidates = sources or columns
    return candidates[0] if len(candidates) == 1 else None


def _bysquashed(name: str, scope: Scope) -> ScopeColumn | None:
    """The one column whose name has these letters and digits, blanks and underscores aside."""
    wanted = squashed(name)
    return chosen(tuple(c for c in scope.columns if squashed(c.column.name) == wanted)) if wanted else None


def settled(phrase: Phrase) -> Phrase:
    """The phrase without words saying nothing: articles, "column" beside a column, "and load" at the end."""
    phrase = _without(phrase, r"(?<!\S)the (?=\S)")
    phrase = _without(phrase, rf"(?<!\S)(?<!/ ){_NOISE}(?=[\w§])", keep_capitals=True)
    phrase = _without(
        phrase,
        rf"(?<!\S)(?:column|field|attribute|spalte|feld|campo|columna|colonne|"
        rf"champ) (?={COLUMN})",
    )
    phrase = _without(phrase, rf"(?<={COLUMN} )(?:column|field|attribute|value|spalte)(?: value)? ")
    phrase = _without(
        phrase,
        rf"(?<!\S)(?:value|values|content|contents|wert) (?:of |in |from "
        rf")?(?={COLUMN})",
    )
    phrase = _renamed(phrase)
    return _without(marked_folds(_bare(phrase)), _CLOSING)


def _without(phrase: Phrase, pattern: str, keep_capitals: bool = False) -> Phrase:
    """The phrase without what the pattern matches, never without all of it."""
    marks = list(phrase.marks)
    for found in reversed(list(re.finditer(pattern, phrase.text))):
        first = phrase.text[: found.start()].count(" ")
        last = first + found.group().count(" ")
        written = marks[first].token.value
        if keep_capitals and not (written.islower()):
            continue
        if last - first < len(marks):
            del marks[first:last]
    return Phrase(tuple(marks), phrase.source)


def _renamed(phrase: Phrase) -> Phrase:
    """The phrase with "source value", "it" and the like as one mark."""
    marks = list(phrase.marks)
    for found in reversed(
        list(
            re.finditer(
                rf"(?<!\S)(?<!default )(?<!constant )(?<!fixed )(?<!static "
                rf")(?<!null )(?<!no )(?:{_SELF}) ",
                phrase.text,
            )
        )
    ):
        first = phrase.text[: found.start()].count(" ")
        last = first + found.group().count(" ")
        whole = replace(marks[first].token, end=marks[last - 1].token.end)
        marks[first:last] = [Mark(SELF, whole)]
    return Phrase(tuple(marks), phrase.source)


def _bare(phrase: Phrase) -> Phrase:
    """The phrase without brackets around all of it, and hyphens inside words as blanks."""
    marks = list(phrase.marks)
    while len(marks) > 2 and marks[0].text == "(" and marks[-1].text == ")" and _matching(marks):
        marks = marks[1:-1]
    kept = [mark for at, mark in enumerate(marks) if not _hyphen(marks, at)]
    return Phrase(tuple(kept), phrase.source)


def _matching(marks: list[Mark]) -> bool:
    """Whether the first bracket is closed by the last mark."""
    depth = 0
    for at, mark in enumerate(marks):
        depth += (mark.text == "(") - (mark.text == ")")
        if depth == 0:
            return at == len(marks) - 1
    return False


def _hyphen(marks: list[Mark], at: int) -> bool:
    """Whether the mark joins two words, as in upper-case, rather than standing for minus."""
    if marks[at].text != "-" or not 0 < at < len(marks) - 1:
        return False
    before, after = marks[at - 1], marks[at + 1]
    tight = before.token.end == marks[at].token.start and marks[at].token.end == after.token.start
    return tight and before.text.isalpha() and after.text.isalpha()
