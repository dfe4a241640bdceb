"""What texts say becomes of rows: that they are left where they are, that only some go over, that some go too.

A sentence on rows is a subject, perhaps a reason, and what becomes of it: ``records with status 9 | were deleted in the
old system and | stay behind``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_DONE = (
    r"(?:loaded|taken|migrated|moved|brought|carried|transferred|copied|imported|converted|kept|included|delivered|handed|"
    r"passed|selected|considered|counted|wanted|needed|shown|listed|transported|shipped|used|read|processed|accepted|"
    r"ported|reported|exported|extracted|picked\s+up|looked\s+at|regarded)"
)
_OVER = (
    r"(?:\s+(?:over|along|across|on|with|in|into|here|there|forward|too|any\s*more|any\s+longer|at\s+all|"
    r"to\s+the\s+(?:new|target)\s+[\w-]+|(?:in)?to\s+(?:the|this|our)\s+[\w-]+|by\s+(?:us|this\s+load|anybody|anyone)|"
    r"(?:for|in|with)\s+(?:this|the)\s+(?:load|migration|move|wave|project|table|extract|list|report|mart)))*"
)
_OLD = (
    r"(?:the|its|their|our|an?)\s+(?:old|legacy|source|former|previous|existing|current|retired"
    r"|archive[d]?)\s*[\w-]*(?:\s+[\w-]+)?"
)
_STAYS = (
    r"(?:stays?|remains?|(?:is|are|gets?|will\s+be|must\s+be|should\s+be)\s+(?:to\s+be\s+)?left|"
    r"(?:will|shall|must|should|have\s+to|has\s+to|may|can)\s+(?:stay|remain))"
)
_NEVER = r"(?:not|never|no\s+longer|n't|in\s+no\s+case)"
LEFT_BEHIND = (
    rf"(?:(?:then\s+|simply\s+|just\s+|also\s+|therefore\s+)*(?:{_STAYS}\s+(?:behind|out(?:side)?|away|aside|in\s+{_OLD}|on\s+{_OLD}|"
    r"where\s+(?:they|it)\s+(?:are|is|were|was)|as\s+(?:they|it)\s+(?:are|is)(?:\s+in\s+[\w ]+)?|in\s+the\s+archive)"
    rf"|(?:(?:do|does|did|will|shall|should|must|may|can)\s*{_NEVER}|won't|don't|doesn't|never)\s+"
    rf"(?:come|comes|move|moves|go|goes|migrate|migrates|travel|cross|make\s+it|get|enter|join|appear|show\s+up|be\s+{_DONE})(?:\s+(?:over|along|across|here|with\s+us|in|through))*"
    rf"|(?:is|are|was|were|has\s+been|have\s+been|gets?)\s+{_NEVER}\s+(?:to\s+be\s+)?{_DONE}{_OVER}"
    rf"|(?:is|are|were|was)\s+(?:of\s+no\s+(?:interest|use|concern|relevance|importance)|irrelevant|{_NEVER}\s+(?:relevant|interesting|of\s+interest|"
    r"our\s+business|in\s+scope|ours|part\s+of\s+(?:this|the)\s+[\w-]+)|none\s+of\s+our\s+business|out\s+of\s+scope|unwanted|to\s+be\s+left\s+(?:out|behind))"
    r"(?:\s+(?:to\s+us|here|for\s+(?:us|this|the)\s*[\w-]*))?))"
)
"""What is said behind rows that are left out."""
LEAVE = (
    r"(?:leave\s+behind|leaving\s+behind|leave(?=\s.+\s(?:where\s+(?:they|it)\s+(?:are|is)|behind|out|aside|alone|in\s+the\s+old\b.*)(?:\s+(?:first|beforehand))?$)|"
    r"(?:do\s+not|don't|never|please\s+don't|cannot|won't|will\s+not)\s+(?:bring|load|take|move|migrate|carry|copy|import|include|use|want|need|transfer|convert|deliver)"
    r"(?:\s+(?:over|along|across|in))?)"
)
_LEFT_WHERE = re.compile(
    r"\s+(?:where\s+(?:they|it)\s+(?:are|is)|behind|out|aside|alone|over|along|across|in\s+the\s+old\s+[\w-]+)$",
    re.IGNORECASE,
)
_TOO = (
    r"(?:\s+(?:too|as\s+well|also|all\s+the\s+same|anyway|nevertheless|nonetheless|in\s+any\s+case"
    r"|regardless|with\s+us|along|over|all))*"
)
_GO = (
    rf"(?:(?:all\s+|also\s+|still\s+|even\s+so\s+|nevertheless\s+)*(?:(?:are|is|get|gets|will\s+be|must\s+be)\s+(?:all\s+|also\s+|still\s+|even\s+so\s+)*{_DONE}{_OVER}"
    r"|comes?|goes?|go|moves?|stays?|remains?|counts?)(?:\s+(?:over|along|across|in))*)"
)
_ONLY = re.compile(rf"^(?:only|just|solely)\s+(?P<what>.+?)\s+{_GO}{_TOO}$", re.IGNORECASE | re.DOTALL)
_GO_TOO = re.compile(
    rf"^(?P<what>(?:records?|rows?|lines?|entr(?:y|ies)|those|these|ones|the\s+ones|all|[\w -]+?)\s.*?"
    rf"|[\w-]+)\s+{_GO}{_TOO}$",
    re.IGNORECASE | re.DOTALL,
)
_WHOLLY = re.compile(
    rf"^(?P<what>.+?)\s*,?\s+{LEFT_BEHIND}(?P<bracket>\s*\(.+\))?$", re.IGNORECASE | re.DOTALL
)
_NOTHING = re.compile(
    rf"^(?:nothing|nobody|no\s+one|none(?:\s+of\s+(?:the|those))?|no)\s+(?P<what>.+?)\s+(?:(?:is|are|will\s+be|gets?)\s+(?:to\s+be\s+)?{_DONE}{_OVER}|comes?(?:\s+over|\s+along|\s+in)?|goes?\s+over|moves?|enters?)$",
    re.IGNORECASE | re.DOTALL,
)
_PLEASE = re.compile(r"\s*,?\s*(?:please|thanks|thank\s+you)\s*[!.]*$|^(?:please\s*,?\s+)", re.IGNORECASE)
_ALL_BUT = re.compile(
    r"^(?:(?:take|load|keep|move|migrate|bring|include|copy|use|we\s+\w+)\s+)?(?:everything|everybody|everyone|all(?:\s+of\s+it|\s+of\s+them|\s+(?!but\b|except\b)[\w-]+)?|any(?:thing)?|every\s+[\w-]+)"
    rf"(?:\s+(?:in|of|from)\s+(?:the\s+)?[\w.]+)?(?:\s+(?:{_GO}|of\s+it))?\s*,?\s+(?:except(?:\s+for)?|but(?!\s+only)|save(?:\s+for)?|apart\s+from|other\s+than|bar|minus|excluding|without)"
    r"\s+(?:for\s+)?(?P<what>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_VERB = re.compile(
    r"\s*,?\s+(?:(?:and|which|who|that|because|since|as)\s+(?:they\s+|these\s+|it\s+|we\s+)?)?"
    r"(?:(?:are|is|were|was|have|has|had|belong|belongs|come|comes|mark|marks|mean|means|make|makes|give|gives|"
    r"cannot|can't|can\s+not|denote|denotes|stand|stands|exist|exists|only\s+exist|never\s+made|never|no\s+longer|do|does|don't|serve|serves)\b)",
    re.IGNORECASE,
)
"""Where a reason may begin: behind the words for the rows."""
_AND = re.compile(
    r"\s*[,;:]?\s*\b(?:and|so|therefore|hence|thus|that\s+is\s+why|which\s+is\s+why|for\s+that\s+reason)(?:\s+(?:they|these|those|it|such\s+\w+|we|so|therefore|will|shall|must|should))*$"
    r"|\s*[,;:–-]\s*(?:they|these|those|it)$",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"\b(?:unless|except|only|if|when|where|while|until|but|without|or|not\s+all|some|most|many|few|who|whose)\b",
    re.IGNORECASE,
)
"""Words that a mere reason has none of: with one of them it says which rows are meant."""
_OPEN = re.compile(
    r"\b(?:that|which|who|whose|with|of|and|or|where|when|in|the|a|an|for|to|by|,)$", re.IGNORECASE
)
_RELATIVE = re.compile(
    r"\b(?:whose|who|which|that|where|if|when)\b(?!.*\b(?:is|are|was|were|has|have|had|begins?|starts?|ends?|contains?|equals?|lies|do|does|did|[a-z]+ed)\b)(?!.*[=<>])",
    re.IGNORECASE | re.DOTALL,
)
"""A relative clause without its verb."""
_PRONOUN = re.compile(
    r"^(?:and\s+|but\s+|so\s+)?(?P<pronoun>(?:these|those|such|this)(?:\s+(?:rows?|records?|lines?|ones|entries|[a-z]+s))?|they|it|all\s+of\s+(?:these|those|them)|them)"
    r"\s+(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_OBJECT = re.compile(
    rf"^(?:and\s+|so\s+|please\s+|we\s+)*(?P<act>{LEAVE}|leave\s+out|skip|ignore|exclude|drop|omit)\s+(?:these|those|them|it|such(?:\s+\w+)?|this|these\s+\w+|those\s+\w+)"
    r"(?P<rest>(?:\s+(?:out|behind|over|along|across|aside|alone|where\s+they\s+are))*)(?:\s+(?:first|beforehand))?$",
    re.IGNORECASE,
)
_BEFORE_THESE = re.compile(r"\s*[,;:–—]\s*(?=(?:(?:and|so|please|we|therefore)\s+)*[a-z]+)", re.IGNORECASE)
_SO_WILL = re.compile(
    r"^(?P<first>.+?)\s*[,;]?\s+(?:and\s+)?(?:so|neither|nor)\s+(?:will|do|does|must|should|shall|is|are)\s+(?P<second>.+)$",
    re.IGNORECASE | re.DOTALL,
)


def leave_tail(text: str) -> str | None:
    """The rows that a text says stay where they are, before any reason; None for other texts."""
    plain = _PLEASE.sub("", text.strip())
    nothing = _NOTHING.match(plain)
    if nothing is not None:
        return nothing["what"]
    but = _ALL_BUT.match(plain)
    if but is not None:
        return _tail_cut(but["what"])
    match = _WHOLLY.match(plain)
    if match is not None and not re.match(
        r"(?:only|just|nothing|nobody|none|no\s+one|not\s+all)\b", plain, re.IGNORECASE
    ):
        return f"{match['what'].rstrip(' ,')}{match['bracket'] or ''}"
    return None


def _tail_cut(text: str) -> str:
    return (
        re.sub(rf"\s*,?\s+{_GO}$", "", text) if re.search(r"\s+(?:comes?|goes?|go)\s+over$", text) else text
    )


def leave_lead(text: str) -> str | None:
    """The rows that a text tells to leave behind, in the imperative or said of us; None for other texts."""
    plain = re.sub(
        r"^(?:(?:and|but|so|also)\s+)?(?:(?:we|they|you)\s+)?",
        "",
        _PLEASE.sub("", text.strip()),
        flags=re.IGNORECASE,
    )
    match = re.match(rf"{LEAVE}\s+(?P<what>.+)$", plain, re.IGNORECASE | re.DOTALL)
    return _LEFT_WHERE.sub("", match["what"]) if match is not None else None


def only_tail(text: str) -> str | None:
    """The rows of which a text says that only they go over: ``only customers with status 1 move``."""
    match = _ONLY.match(_PLEASE.sub("", text.strip()))
    return match["what"] if match is not None else None


def goes_too(text: str) -> bool:
    """Whether a text only says that some rows go over too, or that all do: nothing is left out by it."""
    plain = _PLEASE.sub("", text.strip())
    if re.match(
        r"(?:only|just|solely|nothing|nobody|no|none|not|never|if|when|where|unless|one|1|an?|each|every)\b",
        plain,
        re.IGNORECASE,
    ):
        return False
    if re.search(
        r"\b(?:only|unless|except|not|never|no\s+longer|without\s+being|latest|newest|last|first|highest|lowest|oldest|earliest|once|one|but)\b|n't\b",
        plain,
        re.IGNORECASE,
    ):
        return False
    return _GO_TOO.match(plain) is not None


def without_reason(what: str) -> Iterator[str]:
    """The words for rows, without a reason told behind them: the longest first, never cut within a relative clause."""
    bare = _AND.sub("", what).rstrip(" ,;:")
    if bare != what.rstrip(" ,;:"):
        yield bare
    for cut in reversed(list(_VERB.finditer(bare))):
        head, reason = bare[: cut.start()].rstrip(" ,"), bare[cut.start() :]
        if head.count("(") != head.count(")") or _OPEN.search(head) or _LIMITS.search(reason):
            continue
        if _RELATIVE.search(head):
            continue
        yield head


def with_pronouns_told(clauses: Iterable[str]) -> Iterator[str]:
    """Clauses, one that speaks of ``these`` or ``they`` with the rows that the clause before it speaks of."""
    held: str | None = None
    for clause in (part for each in clauses for part in _apart(each)):
        told = _of_before(clause, held) if held is not None else None
        if told is not None:
            yield told
            held = None
            continue
        if held is not None:
            yield held
        held = clause
    if held is not None:
        yield held


def _apart(clause: str) -> Iterator[str]:
    """A clause, cut before what it says of ``these``; ``and so will X`` as what becomes of X too."""
    also = _SO_WILL.match(clause)
    if also is not None and leave_tail(also["first"]) is not None:
        yield also["first"]
        yield f"{also['second']} stay behind"
        return
    for cut in _BEFORE_THESE.finditer(clause):
        head, tail = clause[: cut.start()].strip(), clause[cut.end() :].strip()
        if _of_before(tail, head) is not None:
            yield head
            yield tail
            return
    yield clause


def _of_before(clause: str, before: str) -> str | None:
    """The clause about the rows of the one before; None where it stands for itself."""
    if leave_tail(before) is not None or leave_lead(before) is not None or only_tail(before) is not None:
        return None
    rows = next(without_reason(f"{before} "), None)
    if rows is None:
        return None
    if _OBJECT.match(clause) is not None:
        return f"leave out {rows}"
    match = _PRONOUN.match(clause)
    if match is None or leave_tail(f"they {match['rest']}") is None:
        return None
    return f"{rows} {match['rest']}"
