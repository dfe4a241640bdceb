"""Tidying text: trim, upper, lower and title case, removing signs or leading zeros, in any combination."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.phrases import TEXT, Phrase
from signoff.core.generate.patterns.pieces import Piece, text_literal
from signoff.core.generate.patterns.signs import sign_of
from signoff.core.generate.types import Family

NAME = "P05 text"

_LEADING = (
    "(left trim|ltrim|trim left|(trim|remove|strip) leading (spaces|blanks|whitespace|whitespaces|space))"
)
_TRAILING = (
    "(right trim|rtrim|trim right|(trim|remove|strip|cut) [off] trailing (spaces|blanks|"
    "whitespace|whitespaces|space))"
)
_BOTH = (
    "(blanks at (beginning|begin) and end [(to be|are|should be)] (removed|cut off|stripped)|"
    "without blanks at begin and "
    "end|without (blanks|spaces) (around|on either side|at either end)|no blanks at either end|"
    "strip whitespace|strip spaces|strip blanks|without blanks at beginning and end|without leading and "
    "trailing blanks|without surrounding blanks|"
    "trim|trimmed|strip|trimming|(trim|strip|remove|cut|eliminate|delete|drop|clean up|clean) "
    "[off] [(all|any)] ((leading and trailing|"
    "leading / trailing|leading & trailing|trailing and leading|"
    "leading or trailing|surrounding|outer) (spaces|blanks|whitespace|whitespaces|space)|(spaces|blanks|"
    "whitespace|whitespaces) "
    "(at either end|at both ends|in front and behind|around §s|at begin and end|"
    "at beginning and the end|on both sides|at beginning and end|at start and end|at beginning and at end|"
    "from both sides|from both ends|at both "
    "ends|around))|trim (spaces|blanks|whitespace|"
    "both sides|both ends)|"
    "leerzeichen entfernen|leerzeichen abschneiden|trimmen)"
)
_CASE = "[(case|letters|caps|cased|letter|character|characters)]"
OPERATIONS: tuple[tuple[str, str], ...] = (
    (_BOTH, "trim({0})"),
    (_LEADING, "ltrim({0})"),
    (_TRAILING, "rtrim({0})"),
    (
        "(upper|uppercase|upper cased|uppercased|ucase|capital letters|all caps|capitals|capitalise "
        "all|capitalize all|all upper|all capital|großbuchstaben|"
        f"grossbuchstaben|majuscules|mayúsculas|mayusculas|block letters) {_CASE}",
        "upper({0})",
    ),
    (
        f"(lower|lowercase|lower cased|lowercased|lcase|small letters|kleinbuchstaben|minuscules|minúsculas|"
        f"minusculas) {_CASE}",
        "lower({0})",
    ),
    (
        f"(every word with [a] (initial capital|capital initial|capital first letter and rest small|"
        f"capital letter at "
        f"beginning)|each word (begins|starts) with [a] capital [letter] [(,|and)] [rest small]|"
        f"each word with [a] capital "
        f"first letter|first letter of (each|every) word in capitals [, rest small]|title|proper|initcap|"
        f"init cap|titlecase|propercase|capitalise first letter of each word|"
        f"capitalize first letter of each word|"
        f"capitalize first letter of every word|capitalise first letter of every word|first letter capital|"
        "first letter of (each|every) word (upper case|uppercase|capital|capitalised|capitalized) "
        ", [(the|and)] "
        "rest [(in|is)] (lower case|lowercase|small|lower)|first letter of (each|every) word "
        "(upper case|uppercase|"
        f"capital|in upper case)|capitalise each word|capitalize each word|"
        f"capitalised words) {_CASE}",
        "{title}",
    ),
    (
        "(remove|strip|trim|drop|cut|suppress|eliminate|without) [off] [(all|any)] leading (zeros|zeroes|0s|"
        "zero|0)",
        "ltrim({0}, '0')",
    ),
    (
        "(remove|delete|drop|eliminate|without|take out|strip all) [(all|any)] (spaces|blanks|whitespace|"
        "whitespaces|space|spaces inside)",
        "regexp_replace({0}, '\\s', '', 'g')",
    ),
    (
        "(remove|strip|delete|drop|eliminate|without|take out) [(all|any)] (dashes|hyphens|hyphen|dash|minus "
        "signs)",
        "replace({0}, '-', '')",
    ),
    (
        "(remove|strip|delete|drop|eliminate|without|take out) [(all|any)] (dots|periods|full stops|dot|"
        "points)",
        "replace({0}, '.', '')",
    ),
    (
        "(remove|strip|delete|drop|eliminate|without|take out) [(all|any)] (commas|comma)",
        "replace({0}, ',', '')",
    ),
    (
        "(remove|strip|delete|drop|eliminate|without|take out) [(all|any)] (slashes|slash)",
        "replace({0}, '/', '')",
    ),
    (
        "(remove|strip|delete|drop|eliminate|without|take out) [(all|any)] (underscores|underscore)",
        "replace({0}, '_', '')",
    ),
    (
        "(remove|strip|delete|drop|eliminate|take out) [(all|any)] (percent|percentage) (sign|signs|symbol|"
        "symbols)",
        "replace({0}, '%', '')",
    ),
    (
        "(remove|strip|delete|drop|eliminate|take out) [(all|any)] ((non numeric|non digit|nonnumeric|non "
        "number) (characters|signs|letters|chars)|non digits|everything but digits|everything except digits|"
        "everything but numbers|characters that are not digits|non numerics|characters other "
        "than (digits|numbers)|"
        "anything but digits|anything that is not [a] digit|other characters than digits|everything "
        "that is not digit)",
        "regexp_replace({0}, '[^0-9]', '', 'g')",
    ),
    (
        "(keep|keep only|only keep|only|digits|retain|retain only) [only] (digits|numbers|numeric "
        "characters|digits 0 - 9|only)",
        "regexp_replace({0}, '[^0-9]', '', 'g')",
    ),
    (
        "(remove|strip|delete|drop|eliminate|take out) [(all|any)] ((non alphanumeric|non alpha numeric|"
        "non word) (characters|signs|chars))",
        "regexp_replace({0}, '[^\\p{L}\\p{N}]', '', 'g')",
    ),
    (
        "(collapse|reduce|replace) [(multiple|double|repeated|consecutive)] (spaces|blanks|whitespace) (to|"
        "into|by|with) (one|single) [(space|blank)]",
        "regexp_replace({0}, '\\s+', ' ', 'g')",
    ),
    (
        "(remove|strip|delete|drop|eliminate|take out) [(all|any)] [(character|sign|letter|characters|text|"
        "prefix|suffix)] {gone:q}",
        "{gone}",
    ),
    ("(replace|substitute|change) [(all|any|every)] {old:any} (by|with|to|->) {new:any}", "{swap}"),
)
_PREFIX = (
    "(convert|change|transform|apply|load|set|make|do|use|turn|put|move|write|bring|store|populate|"
    "perform|force|cast|take)"
)
SHAPES = (
    "{ops:any} [(of|on|from|in|to|for|:|the)] {s}",
    "{ops:any} \\( {c} \\)",
    f"{_PREFIX} {{s}} [(to|in|into|as|with|:)] {{ops:any}}",
    f"{_PREFIX} {{ops:any}} [(of|on|from|in|to|for|:)] {{s}}",
    f"{_PREFIX} {{ops:any}} [(function|functions)] [(of|on|from|in|to|for|:)] {{s}}",
    "{c} [(,|:|->|in|to|as|should be|must be|shall be|has to be|is)] {ops:any}",
    "{c} [(,|:|->)] {ops:any}",
    f"{_PREFIX} [(to|in|into|as)] {{ops:any}}",
    "(to|in|into|as) {ops:any}",
    "(direct|direct move|direct mapping|direct copy|move|copy|load|map|one to one|as is) (,|with|and|then|"
    ";|but|, but|, and|; but) [then] [(in|to|with)] {ops:any}",
    "(direct|direct move|direct mapping|direct copy|move|copy|load|map|one to one|as is) \\( {ops:any} \\)",
    "{ops:any}",
)
_TIDY = frozenset(("upper", "lower", "uppercase", "lowercase", "trim", "trimmed", "title", "capitals"))
_BETWEEN = (
    r"(?:, and then |, and |, then |and then |, |\+ |& |and |then |; |und |/ |y |et )(?:convert |"
    r"change |transform |apply |make |set |turn )?(?:it |§s )?(?:to |in |into )?"
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The tidied text, when the whole phrase is a list of such operations on one column."""
    return _listed(phrase, ctx) or _after(phrase, ctx)


def _after(phrase: Phrase, ctx: Context) -> Piece | None:
    """Such operations on what the words before them make: first two characters of A in lower case."""
    if not _TIDY & set(phrase.text.split()):
        return None
    for found in re.finditer(
        r"(?<!\S)(?:(?:, |; )?(?:and |then |and then )?(?:converted |convert )?(?:in "
        r"|to |into )?)(?=\S)",
        phrase.text,
    ):
        if not found.group() or found.start() == 0:
            continue
        steps = _operations(phrase.cut(found.end(), len(phrase.text)))
        before = ctx.value(phrase.cut(0, found.start())) if all(steps) else None
        if (
            before is not None
            and before.literal is None
            and before.family is Family.TEXT
            and before.column is None
        ):
            sql = before.sql
            for step in steps:
                sql = (step or "").replace("{0}", sql)
            return Piece(sql, "VARCHAR")
    return None


def _listed(phrase: Phrase, ctx: Context) -> Piece | None:
    """Such operations on one column."""
    if len(phrase.columns) > 1:
        return None
    for template in SHAPES:
        slots = phrase.match(template)
        if slots is None or slots["ops"].columns:
            continue
        steps = _operations(slots["ops"])
        subject = ctx.subject(slots.get("s") or slots.get("c") or Phrase((), phrase.source))
        if subject is not None and steps and all(steps):
            sql = subject.sql if subject.column and subject.type == "VARCHAR" else subject.as_text
            for step in steps:
                sql = (step or "").replace("{0}", sql)
            return Piece(sql, "VARCHAR")
    return None


def _operations(phrase: Phrase) -> list[str | None]:
    """SQL of every operation of a list; a verb holds for the next that has none: remove dashes and spaces."""
    whole = _operation(phrase)
    if whole is not None:
        return [whole]
    steps: list[str | None] = []
    verb: Phrase | None = None
    for part in phrase.split(_BETWEEN):
        carried = replace(part, marks=verb.marks + part.marks) if verb else part
        steps.append(_operation(part) or _operation(carried))
        verb = replace(part, marks=part.marks[:1]) if _operation(part) else verb
    return steps


def _operation(part: Phrase) -> str | None:
    """SQL of one operation, {0} standing for the text it works on."""
    for template, sql in OPERATIONS:
        slots = part.match(template)
        if slots is None:
            continue
        if sql == "{title}":
            return title_case("{0}")
        if sql == "{gone}":
            return f"replace({{0}}, {_text(slots['gone'])}, '')"
        if sql == "{swap}":
            old, new = sign_of(slots["old"]), _new_sign(slots["new"])
            if old is None or new is None:
                continue
            return f"replace({{0}}, {_literal(old)}, {_literal(new)})"
        return sql
    return None


def title_case(sql: str) -> str:
    """Each word of a text with a capital first letter and small ones after it."""
    words = f"string_split(lower({sql}), ' ')"
    return f"array_to_string(list_transform({words}, lambda word: upper(word[1]) || word[2:]), ' ')"


def _new_sign(slot: Phrase) -> str | None:
    """What a sign is replaced by; nothing is a value here, too."""
    piece = fixed(slot)
    return piece.literal if piece is not None else "" if slot.text == "nothing " else sign_of(slot)


def _literal(text: str) -> str:
    """Fixed text as SQL; braces in it never stand for the subject."""
    return text_literal(text).replace("{0}", "{' || '0}")


def _text(slot: Phrase) -> str:
    """The fixed text of a slot as SQL; braces in it never stand for the subject."""
    piece = fixed(slot) if slot.text == f"{TEXT} " else None
    return text_literal((piece.literal or "") if piece else "")
