"""Lists of codes whose ends and leads are said in more words than compilers know: ``remaining types, or none = OTHER``.

``other units unchanged`` speaks of all other values, not of a value of that name; ``ignoring case and spaces around``
before a list holds for all of its codes; ``not agreed yet (null): 0.2`` is what stands for a missing value.
"""

from __future__ import annotations

import re

_SIGN = r"(?:->|→|=>|=|:|–>|\b(?:is|are|become|becomes|gives?|get|gets|means?)\b)"
_NOUN = (
    r"(?:types?|codes?|values?|units?|kinds?|states?|status(?:es)?|categor(?:y|ies)|letters?|entries|entry|classes|"
    r"groups?|cases?|marks?|flags?|numbers?|ones?|things?)"
)
_NOTHING = r"(?:none|nothing(?:\s+at\s+all)?|no\s+\w+|nulls?|empty(?:\s+ones)?|blanks?|missing(?:\s+ones)?)"
_TOO = (
    rf"(?:\s*,?\s*(?:\(\s*)?(?:and\s+|or\s+|also\s+|including\s+|incl\.?\s+|as\s+well\s+as\s+|even\s+)+(?:if\s+)?{_NOTHING}"
    rf"(?:\s*(?:,|and|or|/)\s*{_NOTHING})*\s*\)?)"
)
_OTHERS = (
    rf"(?:(?:all\s+|any\s+|the\s+|every\s+)*(?:other|remaining|further|different|unlisted)\s+{_NOUN}"
    rf"|what(?:so)?ever\s+else|all\s+(?:of\s+)?the\s+rest|the\s+rest|the\s+others|an(?:y\s+|)other\s+(?:one|{_NOUN})|all\s+(?:the\s+)?others)"
)
_ENDS = re.compile(
    rf"(?P<cut>(?:^|[;,.\n])\s*(?:and\s+)?)(?:(?P<none>{_NOTHING})\s+(?:or|and)\s+(?:an(?:y\s+)?other\s+one|{_OTHERS})|(?P<rest>{_OTHERS})(?P<too>{_TOO})?)"
    rf"\s*,?\s*(?P<what>{_SIGN}\s*(?!(?:null|not|no|leave|keep|take|load|use|stays?|empty|as|the|same|that)\b)[^;,.\s(][^;,.()]*|(?:stays?|remains?|are\s+kept|is\s+kept|kept|left|are\s+left)?\s*(?:unchanged|as\s+(?:they\s+are|it\s+is|is)|untouched|unaltered))\s*\.?\s*$",
    re.IGNORECASE,
)
_KNOWN = re.compile(r"any\s+other\b", re.IGNORECASE)
"""Compilers of lists with signs of equality know it as it is."""
_KEPT = re.compile(r"\b(?:unchanged|untouched|unaltered|as\s+(?:they\s+are|it\s+is|is))\s*$", re.IGNORECASE)
_LISTS = re.compile(r"->|→|=>|=|:")
_LEAD = re.compile(
    r"^\s*(?:ignor(?:e|ing)|regardless\s+of|irrespective\s+of|whatever(?:\s+the)?|not\s+minding)\s+(?:the\s+)?(?:upper\s+and\s+lower\s+)?(?:letter\s+)?(?:case|capitals)"
    r"(?P<space>\s+(?:and|or|as\s+well\s+as)\s+(?:the\s+)?(?:(?:leading|trailing|surrounding|outer)\s+(?:(?:and|or)\s+trailing\s+)?)?(?:spaces|blanks|whitespace)(?:\s+(?:around(?:\s+it)?|at\s+(?:both|the)\s+ends?))?)?"
    r"\s*[:,]\s*(?P<list>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_EXPLAINED_NULL = re.compile(
    r"(?P<cut>[.;]\s*)(?P<why>[A-Za-z][\w ]{2,40}?)\s*"
    r"\((?:null|empty|missing|blank|no\s+value)\)\s*(?:->|→|=>|=|:|means|is)\s*"
    r"(?P<value>'[^']*'|-?\d+(?:\.\d+)?|null)\s*\.?\s*$",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"\b(?:if|when|unless|only|except|without|before|after|until|where|not\s+for)\b", re.IGNORECASE
)
_NUMBER_EXAMPLE = re.compile(
    r"\s*\(\s*(?:e\.?\s?g\.?,?\s*|so\s+|i\.e\.?\s*)?-?\d+(?:\.\d+)?\s*(?:%\s*)?(?:becomes|is|gives|->|→|=>|=)\s*-?\d+(?:\.\d+)?\s*\)"
)
_PERCENT = re.compile(
    r"^(?P<a>percent(?:age)?s?|%)\s*(?:->|→|=>)\s*(?P<b>fraction|ratio|share|decimal)\b", re.IGNORECASE
)
_PREFIXED = re.compile(
    r"^(?P<lead>(?:prefix|prepend|put|add|write|place)\s+(?:the\s+|a\s+)?(?:letters?\s+|text\s+|prefix\s+)?)(?P<q>[A-Z0-9]{1,6}[-_/.:#]|[A-Z]{1,3}|[a-z]{1,5}[-_/.:#])\s+"
    r"(?P<rest>(?:in\s+front\s+of|before|to|onto|ahead\s+of)\s+[\w ]+?)"
    r"(?:\s*[,;(]\s*(?:e\.?\s?g\.?|i\.e\.|for\s+example|so|like|such\s+as|giving|->)\s*:?\s*(?P<shown>[^\s()]+)\)?)?\s*\.?$"
)
_REASON = re.compile(
    r"^(?P<none>null|empty|always\s+null|always\s+empty|leave\s+empty|no\s+value)\s*(?:[,;–-]\s*|\(\s*|\bas\s+|\bsince\s+|\bbecause\s+)"
    r"(?:the\s+)?(?P<why>[\w ]+?\s+"
    r"(?:had|has|have|did|does|do|knows?|knew|keeps?|kept|stores?|stored|delivers?|sends?|is|are|was|were)\s+"
    r"(?:no|not|never|none)\b[\w ]*?)\)?\s*\.?$",
    re.IGNORECASE,
)


_MOST_WORDS = 3
"""Of a value that all others become."""


def plain_rest(rule: str) -> str:
    """The rule with such words said as compilers know them; unchanged where it has none.

    Args:
        rule: as the document has it.
    """
    text = _number_words(_with_lead(rule))
    reason = _REASON.match(text.strip())
    if reason is not None and not _LIMITS.search(reason["why"]):
        return "Set to NULL"
    prefixed = _PREFIXED.match(text.strip())
    if prefixed is not None and (prefixed["shown"] or prefixed["q"]).startswith(prefixed["q"]):
        return f"{prefixed['lead']}'{prefixed['q']}' {prefixed['rest']}"
    match = _ENDS.search(text)
    if match is None or not _LISTS.search(text[: match.start()]):
        return text
    kept = _KEPT.search(match["what"]) is not None
    if _KNOWN.match(match["rest"] or "") and match["what"].startswith("=") and not match["too"]:
        return text
    what = "unchanged" if kept else re.sub(rf"^{_SIGN}\s*", "", match["what"], flags=re.IGNORECASE)
    if not kept and (_LIMITS.search(what) or len(what.split()) > _MOST_WORDS):
        return text
    missing = bool(match["none"] or match["too"])
    if kept:
        return f"{text[: match.start()]}{match['cut']}others unchanged" if not missing else text
    others = "anything else or null" if missing else "anything else"
    cut = match["cut"] if match["cut"].strip() in (";", ".", "\n") else "; "
    return f"{text[: match.start()]}{cut.rstrip()} {others} -> {what.strip()}"


def _with_lead(rule: str) -> str:
    match = _LEAD.match(rule)
    if match is None or not _LISTS.search(match["list"]):
        return rule
    around = " and spaces around" if match["space"] else ""
    return f"{plain_rest(match['list'].strip(' .'))}; ignore case{around}"


def _number_words(rule: str) -> str:
    """The rule without an example of numbers, and with what a missing one becomes as compilers know it."""
    text = _NUMBER_EXAMPLE.sub("", rule) if len(_NUMBER_EXAMPLE.sub("", rule).split()) > 1 else rule
    text = _PERCENT.sub(lambda m: f"{m['a']} to {m['b']}", text)
    missing = _EXPLAINED_NULL.search(text)
    if missing is None or _LIMITS.search(missing["why"]) or _LISTS.search(text[: missing.start()]):
        return text
    return f"{text[: missing.start()]}; {missing['value']} if null"
