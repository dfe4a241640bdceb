"""Rules that point to a list of codes: ``map by Status codes``, ``score from Codes, 'Grade'; NULL if no code``.

A rule that says nothing but "by that list" is resolved to the list's entries, written so that the patterns compile
them, with what it says itself, or the document for all lists, of codes that are not listed; whatever else it says stays
behind.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.spec import CodeList, ColumnMapping, GeneralKind, GeneralRule, TargetMapping
from signoff.core.parse.code_exceptions import Exceptions, exceptions_in
from signoff.core.parse.code_lists import synonyms
from signoff.core.parse.code_names import Meant, meant_list
from signoff.core.parse.generally import loosely
from signoff.core.parse.placeholders import is_blank
from signoff.core.parse.words import plain

_PIECES = re.compile(r"[,;\n]|\.(?=\s+[A-Z'\"])")
_OWN_FIRST = re.compile(
    r"^(?:the\s+)?(?P<own>\w+)\s*,?\s+(?:if|where|when|as\s+far\s+as)\s+(?:it\s+is\s+)?"
    r"(?:filled|given|present|available|there|set|not\s+(?:empty|null|missing))"
    r"\s*[,;.:]?\s*(?:otherwise|else|if\s+not|or\s+else)\s*[,:]?\s+(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A column that counts where it is filled, before a list that translates another one."""


def with_code_lists(
    targets: Sequence[TargetMapping], lists: Sequence[CodeList], general: Sequence[GeneralRule] = ()
) -> tuple[TargetMapping, ...]:
    """The targets, rules that only point to a list replaced by its entries.

    Args:
        targets: as read.
        lists: the document's lists.
        general: its general rules, of how codes are compared and what those become that are not listed.
    """
    if not lists:
        return tuple(targets)
    said = {rule.of: rule.says for rule in general if rule.kind is GeneralKind.UNLISTED}
    rest = Exceptions(said.get("missing", ""), said.get("unlisted", ""))
    how = loosely(general)
    codes = tuple(dict.fromkeys(c.casefold() for each in lists for c, _value in each.codes)) if how else ()
    return tuple(
        replace(t, columns=tuple(_resolved(c, lists, how, rest) for c in t.columns), any_case=codes)
        for t in targets
    )


def _resolved(
    column: ColumnMapping, lists: Sequence[CodeList], how: str, general: Exceptions
) -> ColumnMapping:
    text = column.rule_resolved or column.rule
    tested = _tested(text, column, lists)
    if tested:
        return replace(column, rule_resolved=tested)
    first = _own_first(column, lists, how, general)
    if first:
        return replace(column, rule_resolved=first)
    for given in (text, column.join):
        if given is not text and _says(text):
            continue
        for head, rest in _cuts(given):
            meant = meant_list(head, column, lists) if head.strip() else None
            if meant is not None:
                return replace(column, rule_resolved=_as_text(meant, rest, column, how, general))
    return column


def _tested(text: str, column: ColumnMapping, lists: Sequence[CodeList]) -> str:
    """A rule that tests whether a code is on a list, with the list's codes: ``Y if the state is on list "Open"``."""
    found = list(_ON_LIST.finditer(text))
    if len(found) != 1 or not _IS_TEST.search(text[: found[0].start()]):
        return ""
    (on,) = found
    named = [each for each in lists if plain(each.name) == plain(on["name"])]
    if len(named) != 1 or len(column.sources) != 1 or not named[0].codes:
        return ""
    codes = ", ".join(_quoted(code) for code, _value in named[0].codes)
    lead = text[: on.start()].rstrip()
    lead = re.sub(
        rf"\bthe\s+{re.escape(column.sources[0].column)}$",
        column.sources[0].column,
        lead,
        flags=re.IGNORECASE,
    )
    return f"{lead} {'not ' if on['not'] else ''}in ({codes}){text[on.end() :]}"


_IS_TEST = re.compile(r"\b(?:if|when|where|for)\b", re.IGNORECASE)
_ON_LIST = re.compile(
    r"\s*\b(?:is|are)\s+(?P<not>not\s+)?(?:on|in)\s+(?:the\s+)?(?:list|code\s+list)\s+[\"'“](?"
    r"P<name>[^\"'”]+)[\"'”](?:\s*\((?:see\s+)?(?:sheet|tab)\s+[^()]*\))?",
    re.IGNORECASE,
)


def _as_text(meant: Meant, rest: str, column: ColumnMapping, how: str, general: Exceptions) -> str:
    """The list's entries with what is said behind it, or in general, of codes that it lacks."""
    lead = f"map {meant.subject}: " if meant.subject and len(column.sources) > 1 else ""
    rest = re.sub(
        rf"^;\s*(?:the\s+)?list\s+{re.escape(meant.given.name)}\b[\s.;,]*(?=\S|$)",
        "; ",
        rest,
        flags=re.IGNORECASE,
    )
    rest = rest if rest.strip("; ") else ""
    nouns = _nouns_of(column, meant.given)
    own = exceptions_in(rest, nouns) if rest else Exceptions()
    beside = exceptions_in(column.note, nouns) if own is not None and column.note else None
    own = own.over(beside) if own is not None and beside is not None else own
    says = own is not None and bool(own.missing or own.any_case or (beside and beside.unlisted))
    if own is None or not (says or general.missing or general.unlisted):
        behind = f"; {how}" if how and not rest else ""
        return f"{lead}{_entries(meant.given)}{rest}{behind}"
    whole = own.over(_of_list(meant.given)).over(general)
    behind = f"; {how or 'ignoring case'}" if how or whole.any_case else ""
    return f"{lead}{_entries(meant.given, listed_only=True)}{_exceptions(whole)}{behind}"


def _exceptions(said: Exceptions) -> str:
    """What becomes of other codes, as a rule of a list says it; a missing one is one of them where nothing is said."""
    missing = said.missing if said.missing != said.unlisted else ""
    found = f"; '' = {missing}; if missing then {missing}" if missing else ""
    return f"{found}; otherwise {said.unlisted}" if said.unlisted else found


def _nouns_of(column: ColumnMapping, given: CodeList) -> Collection[str]:
    """What a rule may call the code, or the row of another table that it stands in."""
    names = [column.name, given.name]
    names += [part for ref in column.sources for part in (ref.column, ref.table)]
    return {word for name in names for word in plain(name.replace("_", " ").replace(".", " ")).split()}


def _own_first(column: ColumnMapping, lists: Sequence[CodeList], how: str, general: Exceptions) -> str:
    """SQL of a rule that takes one source where it is filled, and else what a list gives for another; else empty."""
    found = _OWN_FIRST.match((column.rule_resolved or column.rule).strip())
    names = {ref.column.casefold(): ref.column for ref in column.sources}
    own = names.get(found["own"].casefold()) if found is not None else None
    if found is None or own is None:
        return ""
    for head, rest in _cuts(found["rest"]):
        meant = meant_list(head, column, lists)
        if meant is None or not meant.subject or meant.subject.casefold() == own.casefold():
            continue
        nouns = _nouns_of(column, meant.given)
        said = [exceptions_in(text, nouns) for text in (rest, column.note) if text.strip("; ")]
        if any(each is None for each in said[:1] if rest.strip("; ")):
            return ""
        known = Exceptions()
        for each in said:
            known = known.over(each) if each is not None else known
        whole = known.over(_of_list(meant.given)).over(general)
        return _as_sql(own, meant, whole, any_case=bool(how) or whole.any_case)
    return ""


def _as_sql(own: str, meant: Meant, said: Exceptions, *, any_case: bool) -> str:
    name = meant.subject
    subject = f"lower({name})" if any_case else name
    tests = [(f"{own} is not null and trim({own}) <> ''", own)]
    for code, value in meant.given.codes:
        if not _stands_for_others(code):
            tests.append(
                (f"{subject} = {_quoted(code.lower() if any_case else code)}", _sql(_value(value), name))
            )
    if said.missing:
        tests.append((f"{name} is null or trim({name}) = ''", _sql(said.missing, name)))
    whens = " ".join(f"when {test} then {value}" for test, value in tests)
    return f"case {whens} else {_sql(said.unlisted or 'no value', name)} end"


def _sql(value: str, subject: str) -> str:
    return {"no value": "null", "unchanged": subject}.get(value, value)


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    """What may point to a list, and what is said behind it, the longest beginnings first."""
    yield text, ""
    for found in reversed([*_PIECES.finditer(text)]):
        yield text[: found.start()], f"; {text[found.end() :].strip()}"


def _says(text: str) -> bool:
    return bool(set(plain(text).split()) - synonyms()["around"])


def _of_list(given: CodeList) -> Exceptions:
    """What a list says itself of other codes and of missing ones."""
    missing = [_value(v) for c, v in given.codes if _is_missing(c)]
    others = [_value(v) for c, v in given.codes if c == "*" or plain(c) in synonyms()["rest"]]
    return Exceptions(missing[0] if missing else "", others[0] if others else "")


_NO_CODE = frozenset({"null", "(null)", "blank", "(blank)"})


def _stands_for_others(code: str) -> bool:
    return code == "*" or plain(code) in synonyms()["rest"] or _is_missing(code)


def _is_missing(code: str) -> bool:
    return code != "*" and (is_blank(code) or code.casefold() in _NO_CODE)


def _entries(given: CodeList, *, listed_only: bool = False) -> str:
    """The entries as a rule that the patterns compile.

    Args:
        given: the list.
        listed_only: leave out what it says of other and missing codes.
    """
    listed = [f"{_quoted(code)} = {_value(v)}" for code, v in given.codes if not _stands_for_others(code)]
    said = _of_list(given)
    blank = f"; if missing then {said.missing}" if said.missing and not listed_only else ""
    rest = f"; otherwise {said.unlisted}" if said.unlisted and not listed_only else ""
    return "; ".join(listed) + blank + rest


def _value(text: str) -> str:
    return "no value" if is_blank(text) or text.casefold() == "null" else _quoted(text)


def _quoted(text: str) -> str:
    plain_text = text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text
    return "'" + plain_text.replace("'", "''") + "'"
