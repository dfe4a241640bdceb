"""Conditions in plain words: what is missing, codes, how a text begins, numbers on a side of a bound, two columns."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.plainly.ground import Ground, literal
from signoff.core.merge.likely.plainly.lexis import SIGN, sign_of
from signoff.core.merge.likely.plainly.moments import day_test
from signoff.core.merge.likely.plainly.more_tests import MORE
from signoff.core.merge.likely.plainly.names import is_noun, kind_of
from signoff.core.merge.likely.plainly.numbers import number_test
from signoff.core.merge.likely.plainly.texts import text_of
from signoff.core.merge.likely.values.soft_tests import soft_test

_LEAD = re.compile(
    r"^(?:and\s+|but\s+|also\s+|only\s+|even\s+|then\s+|so\s+|just\s+)*(?:(?:if|when|where|for|in\s+case(?:\s+of)?|as\s+long\s+as|once|"
    r"as\s+soon\s+as|whenever|because|since|provided(?:\s+that)?|(?:does|is|was|has|did)(?=\s+(?:the|it|there|this)\b))\s+)?(?:anyone|anything|those|all|ones|codes?|"
    r"every\w*)?\s*(?:that|who|which|where|with)?\s*",
    re.IGNORECASE,
)
_NOTHING = (
    r"(?:null|nulls|empty|blank|blanks|missing|unknown|absent|unset|nothing|none|empty\s+(?:strings?|ones?|values?|text)"
    r"|(?:just|only)\s+(?:spaces|blanks)|not\s+(?:there|given|set|filled|known|available|present|recorded|entered|on\s+file|provided|"
    r"specified|assigned|maintained)(?:\s+(?:in|yet|out|at\s+all))?)"
)
_IS_MISSING = re.compile(
    rf"^(?P<noun>.*?)\s*(?:\b(?:is|are|was|were|comes?|has\s+been|left|stays)\s+)?(?:\b(?:still|also|just)\s+)?(?<!\w){_NOTHING}"
    rf"(?:\s*(?:,|/|\bor\b)+\s*{_NOTHING})*(?:\s+(?:too|as\s+well|altogether|yet))?$",
    re.IGNORECASE,
)
_LACKS = re.compile(
    r"^(?:there\s+(?:is|are|was|were)\s+|we\s+(?:have|got|know|see)\s+|(?:it\s+)?(?:has|have|had|with)\s+)?(?:no|without(?:\s+an?|\s+any)?|nobody\s+\w+|nothing\s+(?:is\s+)?(?:on\s+file|given|known|entered|there|set)\s+for|we\s+(?:lack|miss)"
    r"(?:\s+an?|\s+the)?|lacks?(?:\s+an?)?|(?:do|does|did)\s+not\s+have(?:\s+an?)?)\s+(?:real\s+|usable\s+|valid\s+|known\s+|such\s+)*(?P<noun>[\w'\s-]+?)"
    r"(?:\s+(?:on\s+file|is\s+(?:set|given|known|there)|at\s+all|given|set|there|yet|was\s+\w+))?$",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"^(?:there\s+(?:is|was|are)\s+|we\s+(?:have|know|got)\s+|(?:it\s+)?(?:has|have|with)\s+)(?:already\s+)?(?:an?\s+|any\s+|the\s+|one\s+)*(?:real\s+|usable\s+|valid\s+|proper\s+)*"
    r"(?P<noun>(?!no\b|not\b|never\b)[\w'\s-]+?)(?:\s+(?:on\s+file|at\s+all|there))?$|^any\s+(?P<any>[\w'\s-]+)$|^(?P<made>[\w'\s-]+?)\s+(?:was|were|has\s+been|is|are)\s+"
    r"(?:already\s+|actually\s+)?(?:made|filled|set|there|given|known|present|recorded|entered|not\s+(?:null|empty|blank|missing)|available|on\s+file|provided|filled\s+in)$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"^(?:it\s+|the\s+[\w-]+\s+|they\s+|already\s+|has\s+|have\s+|is\s+|was\s+|were\s+|been\s+|got\s+|being\s+)*?(?P<not>not\s+(?:yet\s+)?(?:been\s+)?|never\s+(?:been\s+)?|un(?=[a-z]{3,}ed$|paid$))?"
    r"(?:already\s+|yet\s+|been\s+|being\s+)*(?P<verb>[a-z]+(?:ed|id|en|nt|ld|d|t|ut|n))(?:\s+(?:yet|at\s+all|so\s+far))?$",
    re.IGNORECASE,
)
_V = r"(?:'[^']*'|\"[^\"]*\"|(?:an?\s+)?empty\s+strings?|[A-Za-z0-9](?:[\w.+&#-]|/(?=\w))*)"
_LIST = rf"(?P<list>{_V}(?:(?:\s*,\s*(?:or\s+|and\s+)?|\s+or\s+|\s+and\s+|\s+nor\s+|\s*/\s+|\s*/\s*){_V})*)"
_OF = r"(?:one\s+of\s+|either\s+|exactly\s+|just\s+|only\s+|any\s+of\s+|in\s+|the\s+(?:code|value|word|letter)s?\s+|codes?\s+|values?\s+|an?\s+)*"
_CODES = re.compile(
    rf"^(?P<noun>(?:[\w'-]+\s+)*?)(?:(?P<verb>is|are|was|were|=|==|equals?|says?|reads?|shows?|in|one\s+of|not)\s+)?(?P<not>(?:not|never|neither)\s+|(?<=\bnot)\s*|<>\s*|!=\s*|other\s+than\s+)?{_OF}\(?{_LIST}\)?$",
    re.IGNORECASE,
)
_LIKE = re.compile(
    r"^(?P<noun>.*?)\s*\b(?P<not>(?:does|do|is|are)\s+not\s+|not\s+)?(?P<how>starts?|starting|begins?|beginning|ends?|ending|finish(?:es)?|contains?|containing|includes?|has)\s+"
    r"(?:with|in|on|by)?\s*(?:an?\s+|the\s+(?:word|letters?|text|digits?|sign)\s+)?(?P<list>(?:'[^']*'|\"[^\"]*\"|[^\s,]+)(?:(?:\s*,\s*|\s+or\s+|\s*/\s*)(?:with\s+|in\s+|an?\s+)?(?:'[^']*'|\"[^\"]*\"|[^\s,]+))*)"
    r"(?:\s+(?:in\s+it|somewhere|anywhere|inside))?\s*\??$",
    re.IGNORECASE,
)
_DIFFER = re.compile(
    r"^(?:the\s+)?(?P<a>[\w'\s-]+?)\s+(?:and|vs)\s+(?:the\s+)?(?P<b>[\w'\s-]+?)\s+(?:(?:are\s+|do\s+)?(?P<no>not\s+(?:the\s+same|equal|match|alike|identical)|differ(?:ent)?|"
    r"disagree|are\s+different)|(?:are\s+)?(?:the\s+same|equal|match|alike|agree|identical))$|"
    r"^(?:the\s+)?(?P<c>[\w'\s-]+?)\s+(?:(?P<no2>differs?\s+from|is\s+different\s+(?:from|to|than)|is\s+not\s+(?:the\s+same\s+as|equal\s+to)|does\s+not\s+(?:match|equal)|is\s+other\s+than)|"
    r"is\s+(?:the\s+same\s+as|equal\s+to|identical\s+to)|matches|equals)\s+(?:the\s+)?(?P<d>[\w'\s-]+)$",
    re.IGNORECASE,
)
_TRUTH = re.compile(
    r"^(?P<noun>.*?)\s*(?:is|was|are|=|says|has\s+been)?\s*\b(?P<v>on|true|set|yes|ticked|off|false|not\s+set|not\s+ticked|no)$",
    re.IGNORECASE,
)
_NO_CODES = re.compile(
    r"^(?:null|empty|blank|missing|set|filled|given|known|there|not|a|an|the|it|is|more|less|than|at|least|most|after|before|on|of|"
    r"both|either|same|different|between|over|under|above|below|negative|positive|true|false|date|any|other|another|valid|real|later|earlier)$",
    re.IGNORECASE,
)


def test_of(text: str, ground: Ground) -> str:
    """SQL of a condition; empty where a word of it is not understood.

    Args:
        text: the words of the condition.
        ground: what the rule is about.
    """
    plain = text.strip(" .,;:?")
    inner = re.fullmatch(r"(?P<out>[^()]+?)\s*\((?:i\.e\s+|so\s+)?(?P<in>[^()]+)\)", plain)
    if inner is not None and not re.search(r"\s(?:or|and)\s", inner["out"]):
        names_one = any(ground.names.named(w) is not None for w in re.findall(r"\w+", inner["in"]))
        sides = (inner["in"], inner["out"]) if names_one else (inner["out"], inner["in"])
        return test_of(sides[0], ground) or test_of(sides[1], ground)
    plain = re.sub(
        r"^we\s+(?:can\s*not|do\s+not)\s+(?:tell|know|say)\s*,?\s+(?:because|since|as)\s+",
        "",
        plain,
        flags=re.IGNORECASE,
    )
    explained = re.fullmatch(r"(?P<out>.+?),?\s*i\.e\s+(?P<in>.+)", plain)
    if explained is not None:
        return test_of(explained["in"], ground)
    for said in dict.fromkeys((plain, _LEAD.sub("", plain, count=1))):
        if said and (made := _one(said, ground)):
            return made
    for word, sign in ((r"or|and/or", "OR"), (r"and|but", "AND")):
        cuts = list(re.finditer(rf"\s*,?\s+(?:{word})\s+(?:if\s+|when\s+|where\s+)?", plain, re.IGNORECASE))
        if not cuts:
            continue
        for cut in cuts:
            topic = ground.topic
            first = test_of(plain[: cut.start()], ground)
            second = test_of(plain[cut.end() :], ground) if first else ""
            if second:
                made = f"{first} {sign} {second}"
                return f"({made})" if sign == "OR" else made
            ground.topic = topic
    return ""


def _one(text: str, ground: Ground) -> str:
    for reader in _READERS if "," not in text else (_like, _codes, _known):
        topic = ground.topic
        if made := reader(text, ground):
            return made
        ground.topic = topic
    return ""


_IT = re.compile(
    r"^(?:(?:the|a|an|our|this|that|its|source|order|claim|record|row|whole)\s+)*(?:it|field|value|code|flag|source|column|one|string|text|cell|number|date|timestamp|entry|status|)?$",
    re.IGNORECASE,
)


def spoken_of(noun: str, ground: Ground, kind: str = "") -> ScopeColumn | None:
    """The column that a noun calls, what the rule is about where it says no more than "it", or a lone source by any noun."""
    plain = noun.strip()
    if plain and _IT.match(plain) and (told := ground.called(plain, kind)) is not None:
        return told
    if not plain or _IT.match(plain):
        return ground.subject(kind)
    found = ground.called(plain, kind) if is_noun(plain) else None
    if (
        found is None
        and is_noun(plain)
        and re.search(r"[a-z]{3}", plain)
        and len(plain.split()) < 4
        and ground.names.called(plain) is None
    ):
        return ground.names.source() if ground.is_only(kind) else None
    return found


_NOT_THERE = re.compile(
    r"\bnot\s+(?:there|given|set|filled|known|available|present|recorded|entered|on\s+file|provided|specified|assigned|maintained)\b",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\b(?:blanks?|empty|missing|nothing|filled|spaces|given)\b", re.IGNORECASE)


def _two_of(text: str, ground: Ground) -> str:
    """Either or both of what the rule spoke of: ``one of the dates is missing``, ``both must be known``."""
    match = re.fullmatch(
        r"(?P<how>both|all|either|one|any|neither|none)(?:\s+of\s+(?:the|them|these|those)\s*(?:two\s+|three\s+)?)?\s*(?P<noun>\w+)??\s*"
        rf"(?:(?:must|have\s+to|has\s+to)\s+be|is|are|being)?\s*(?:(?P<gone>{_NOTHING})|(?P<there>known|filled|given|set|there|present|not\s+null))",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return ""
    spoken = [c for c in ground.names.columns if c.sql in ground.meant.values()]
    told = spoken if len(spoken) > 1 else list(ground.names.sources)
    if len(told) < 2:
        return ""
    how = match["how"].casefold()
    if match["there"]:
        tests, sign = [ground.present(c) for c in told], "AND" if how in ("both", "all") else "OR"
        if how in ("neither", "none"):
            tests, sign = [ground.missing(c) for c in told], "AND"
    else:
        tests, sign = [ground.missing(c) for c in told], "AND" if how in ("both", "all") else "OR"
    return f"({f' {sign} '.join(tests)})"


_FILLED = re.compile(
    rf"^(?P<noun>.*?)\s*(?:\b(?:is|are|was|were)\s+)?\bnot\s+(?:{_NOTHING})(?:\s*(?:,|/|or|nor)\s*{_NOTHING})*$",
    re.IGNORECASE,
)


def _missing(text: str, ground: Ground) -> str:
    filled = _FILLED.match(text)
    if filled is not None and not _NOT_THERE.search(text):
        column = spoken_of(filled["noun"], ground)
        return ground.present(column) if column is not None else ""
    match = _IS_MISSING.match(text)
    if match is not None:
        column = spoken_of(match["noun"], ground)
        if column is not None and re.search(r"\bnulls?\b", text, re.IGNORECASE) and not _BLANK.search(text):
            return f"{ground.bare(column)} IS NULL"
        return ground.missing(column) if column is not None else ""
    match = _LACKS.match(text)
    column = spoken_of(match["noun"], ground) if match is not None else None
    return ground.missing(column) if column is not None else ""


def _present(text: str, ground: Ground) -> str:
    match = _HAS.match(text)
    noun = match["noun"] or match["any"] or match["made"] if match is not None else None
    column = spoken_of(noun, ground) if noun else None
    return ground.present(column) if column is not None else ""


def _verb(text: str, ground: Ground) -> str:
    """What happened or did not, by its day or its flag: ``delivered``, ``not paid yet``, ``unpaid``."""
    match = _VERB.match(text)
    if match is None:
        return ""
    verb = match["verb"]
    for kind in ("day", "truth"):
        column = ground.called(verb, kind)
        if column is None:
            continue
        if kind == "day":
            return ground.missing(column) if match["not"] else ground.present(column)
        return f"not coalesce({column.sql}, false)" if match["not"] else f"coalesce({column.sql}, false)"
    return ""


def _codes(text: str, ground: Ground) -> str:
    match = _CODES.match(text)
    if match is None:
        return ""
    values = [
        v.strip() for v in re.findall(_V, re.sub(r"\s+(?:or|and|nor)\s+|\s+/\s+|/\s+", ", ", match["list"]))
    ]
    values = [
        part
        for v in values
        for part in (v.split("/") if "/" in v and not re.fullmatch(r"[A-Z]/[A-Z]", v) else [v])
    ]
    values = ["''" if re.search(r"empty\s+string", v) else v for v in values]
    if not values or any(_NO_CODES.match(v) for v in values):
        return ""
    is_said = match["verb"] is not None or match["not"] is not None
    if not is_said and any(re.fullmatch(r"[A-Za-z]?[a-z][a-z-]+", v) for v in values):
        return ""
    denied = match["not"] is not None or (match["verb"] or "").casefold() == "not"
    made = made_text(match["noun"], ground)
    if made:
        return _among_texts(made, [v.strip("'\"") for v in values], ground, denied=denied)
    if match["verb"] in ("=", "==") and match["noun"].strip() and ground.names.called(match["noun"]) is None:
        return ""
    column = spoken_of(match["noun"], ground)
    return among(column, values, ground, denied=denied) if column is not None else ""


def _among_texts(sql: str, values: list[str], ground: Ground, *, denied: bool) -> str:
    listed = ", ".join(ground.as_compared(v) for v in values)
    sql = f"upper({sql})" if ground.folds else sql
    return f"{sql} {'NOT ' if denied else ''}IN ({listed})"


def made_text(noun: str, ground: Ground) -> str:
    """SQL of a part of a text that a noun calls: ``its domain``, ``the first letter``."""
    plain = noun.strip()
    if (
        re.fullmatch(r"(?:the\s+|its\s+|mail\s+|email\s+)*domain", plain, re.IGNORECASE)
        and ground.names.called("domain") is None
    ):
        plain = "the part behind the @"
    if not re.search(r"\b(?:first|last|second|third|part|piece|before|behind)\b", plain):
        return ""
    made = text_of(plain, ground)
    return (
        made.replace(source.sql, f"trim({source.sql})")
        if made and ground.trims and (source := ground.names.source("text"))
        else made
    )


def among(column: ScopeColumn, values: list[str], ground: Ground, *, denied: bool = False) -> str:
    """SQL of a column among values; empty where one is of another kind."""
    kind = kind_of(column)
    plain = [v.strip("'\"") for v in values]
    if kind == "text":
        listed = [ground.as_compared(v) for v in plain]
        sql = ground.letters(column)
    elif kind == "number" and all(re.fullmatch(r"-?\d+(?:\.\d+)?", v) for v in plain):
        listed, sql = plain, ground.sql(column)
    elif kind == "day" and all(re.fullmatch(r"\d{4}-\d\d-\d\d", v) for v in plain):
        listed, sql = [f"DATE {literal(v)}" for v in plain], ground.bare(column)
    elif kind == "truth" and len(plain) == 1 and plain[0].casefold() in ("y", "yes", "1", "n", "no", "0"):
        return column.sql if plain[0].casefold() in ("y", "yes", "1") else f"not {column.sql}"
    else:
        return ""
    listed = list(dict.fromkeys(listed))
    made = f"{sql} = {listed[0]}" if len(listed) == 1 else f"{sql} IN ({', '.join(listed)})"
    return f"not coalesce({made}, false)" if denied else made


def _like(text: str, ground: Ground) -> str:
    match = _LIKE.match(text)
    if match is None:
        return ""
    column = spoken_of(match["noun"], ground, "text")
    if column is None or kind_of(column) != "text":
        return ""
    how = match["how"].casefold()
    if how == "has" and not match["list"].startswith(("'", '"', "@")):
        return ""
    name = "starts_with" if how[0] in "sb" else "ends_with" if how[0] in "ef" else "contains"
    signs = [s.strip() for s in re.split(r"\s*,\s*|\s+or\s+|\s*/\s+", match["list"]) if s.strip()]
    signs = [re.sub(r"^(?:with|in|an?)\s+", "", s).strip("'\"") for s in signs]
    tests = [f"{name}({ground.letters(column)}, {ground.as_compared(s)})" for s in signs]
    made = f"({' OR '.join(tests)})" if len(tests) > 1 else tests[0]
    return f"not {made}" if match["not"] else made


def _differ(text: str, ground: Ground) -> str:
    match = _DIFFER.match(text)
    if match is None:
        return ""
    one, two = (match["a"], match["b"]) if match["a"] else (match["c"], match["d"])
    second = ground.called(two)
    first = ground.called(one) or (ground.called(f"{one} {two.split()[-1]}") if second is not None else None)
    if second is not None and first is not None and first.sql == second.sql:
        first = ground.called(f"{one} {two.split()[-1]}")
    if first is None or second is None or first.sql == second.sql or kind_of(first) != kind_of(second):
        return ""
    ground.meant.update({one: first.sql, two: second.sql})
    text_kind = kind_of(first) == "text"
    left, right = (ground.letters(c) if text_kind else ground.sql(c) for c in (first, second))
    return f"{left} {'<>' if match['no'] or match['no2'] else '='} {right}"


def _truth(text: str, ground: Ground) -> str:
    match = _TRUTH.match(text)
    if match is None:
        return ""
    column = spoken_of(match["noun"], ground, "truth")
    if column is None or kind_of(column) != "truth":
        return ""
    return (
        f"not {column.sql}"
        if match["v"].casefold() in ("off", "false", "no", "not set", "not ticked")
        else column.sql
    )


_SIGNED = re.compile(
    rf"^(?:there\s+(?:is|are)\s+|it\s+|[\w\s]+?\s+(?=do\b|does\b|has\b|have\b|contains?\b|lacks?\b|without\b|with\b))?(?:(?P<no>no|without|lacks?|(?:does|do)\s+not\s+(?:have|contain)|has\s+no|have\s+no)|has|have|contains?|with)?\s*(?:an?\s+|any\s+)?(?P<sign>{SIGN})(?:\s+(?:in\s+it|at\s+all|there|inside))?$",
    re.IGNORECASE,
)


def _sign(text: str, ground: Ground) -> str:
    """Whether a text has a sign in it: ``there is no comma``."""
    match = _SIGNED.match(text)
    column = ground.names.source("text")
    if (
        match is None
        or column is None
        or not re.match(r"there|it\b|no\b|.*\b(?:not|without|has|have|contain)", text, re.IGNORECASE)
    ):
        return ""
    sign = sign_of(match["sign"])
    made = f"contains({ground.bare(column)}, {literal(sign)})"
    return f"not {made}" if match["no"] else made


def _known(text: str, ground: Ground) -> str:
    """A condition that compilers or other readers know, where it names a column."""
    names = {c.column.name.casefold() for c in ground.names.columns}
    if not names & set(re.findall(r"\w+", text.casefold())):
        return soft_test(text, ground.names.columns)
    return ground.tools.test(text)


_READERS: tuple[Callable[[str, Ground], str], ...] = (
    *MORE,
    _sign, _two_of, _missing, _differ, day_test, number_test, _present, _like, _truth, _verb, _codes, _known
)  # fmt: skip
