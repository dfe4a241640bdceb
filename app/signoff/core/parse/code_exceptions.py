"""What a text says of codes that are not in a list, and of missing ones: ``others Gone``, ``NULL if there is no code``.

Only a text of which every word is understood says anything: a limit in it leaves all of it open.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from signoff.core.parse.words import plain

_NOUNS = frozenset({"code", "codes", "value", "values", "entry", "entries", "key", "keys"})
_ONES = r"(?:\s+(?:ones?|codes?|values?|entries))?"
_IN_LIST = (
    r"(?:not|nowhere|never)\s+(?:listed|found|known|there|contained"
    r"|(?:in|on)\s+(?:the|that|this|it)(?:\s+(?:code\s+)?(?:lists?|sheet|table))?)"
    r"(?:\s+(?:there|here|in\s+it|(?:in|on)\s+(?:the|that)\s+(?:list|sheet|table)))?"
)
_UNLISTED = tuple(
    re.compile(f"^{shape}$", re.IGNORECASE)
    for shape in (
        rf"(?:(?:is|are)\s+|it\s+is\s+|they\s+are\s+)?{_IN_LIST}",
        rf"(?:an?\s+|any\s+|all\s+|the\s+)*(?:unlisted|unknown|other|further|remaining){_ONES}",
        r"(?:all\s+|any\s+|the\s+)*(?:others|rest|(?:everything|anything)\s+else|else)",
    )
)
_NOUN_UNLISTED = re.compile(
    r"^(?:an?\s+|any\s+|all\s+|the\s+|other\s+)*(?P<noun>[\w ]+?)\s+"
    rf"(?:(?:that|which)\s+)?(?:(?:is|are)\s+)?{_IN_LIST}$",
    re.IGNORECASE,
)
_MISSING = tuple(
    re.compile(f"^{shape}$", re.IGNORECASE)
    for shape in (
        rf"(?:an?\s+|any\s+|the\s+|it\s+is\s+)*(?:missing|empty|blank|null)(?:{_ONES}|\s+(?:cells|text))",
        r"(?:the\s+)?(?:code|value|it)\s+(?:is\s+)?(?:missing|empty|blank|null|not\s+(?:filled|given|set))",
        r"not\s+(?:filled|given|set)",
    )
)
_NO_NOUN = re.compile(
    r"^(?:there\s+(?:is|are)\s+)?no\s+(?P<noun>[\w-]+)(?:\s+(?:at\s+all|there|given|is\s+given))?$",
    re.IGNORECASE,
)
_VALUE = (
    (re.compile(r"^(?P<quoted>'[^']*'|\"[^\"]*\")$"), ""),
    (
        re.compile(
            r"^(?:(?:stays?|remains?|leaves?|left|is|are)\s+)?(?:it\s+|them\s+)?(?:null|empty|blank|no\s+value|nothing)$",
            re.IGNORECASE,
        ),
        "no value",
    ),
    (
        re.compile(
            r"^(?:stays?\s+|remains?\s+|keeps?\s+|kept\s+|leaves?\s+)?"
            r"(?:(?:the\s+)?(?:code|value)\s+itself|the\s+code|itself|unchanged|as\s+(?:it\s+is|they\s+are|is))$",
            re.IGNORECASE,
        ),
        "unchanged",
    ),
    (re.compile(r"^(?P<word>[A-Z][\w/&-]*(?:\s+[a-z][\w/-]*)?|-?\d+(?:\.\d+)?)$"), ""),
)
_BEHIND = re.compile(
    r"^(?:then\s+|set\s+|write\s+|put\s+|use\s+|show\s+|gives?\s+|to\s+)*(?P<value>.+?)\s+"
    r"(?:if|when|where|for|in\s+case\s+of)\s+(?P<conds>.+)$",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\s*,?\s*(?::|=>?|->|→|\bgives?\b|\bbecomes?\b|\bgets?\b|\b(?:is|are)\s+(?:set\s+to|mapped\s+to|shown\s+as)\b"
    r"|\b(?:turns?\s+into|goes?\s+to|go\s+to|counts?\s+as|maps?\s+to)\b|\bleave\b(?:\s+(?:it|them)\b)?"
    r"|(?=\b(?:stays?|remains?)\b)|\b(?:is|are)\b|,\s*(?:then\s+)?(?:use|write|put)\b|,\s*then\b|\s(?=(?:'|\")))\s*",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"^(?:otherwise|or\s+else|else)\s*[:,]?\s*(?P<value>.+)$", re.I)
_BARE = re.compile(r"^(?P<conds>(?:all\s+)?(?:others?|other\s+codes?|rest))\s+(?P<value>.+)$", re.I)
_CASE = re.compile(
    r"^(?:(?:in\s+)?(?:any|either|mixed)\s+case|(?:in\s+)?(?:upper|lower)\s*(?:or|and|/)\s*(?:lower|upper)\s*case"
    r"|case[\s-]insensitive(?:ly)?|(?:ignor(?:e|ing)|regardless\s+of|irrespective\s+of)\s+"
    r"(?:upper[\s/]*(?:and\s+)?lower\s*)?case|(?:upper\s*(?:/|and|or)\s*lower\s+)?case\s+"
    r"(?:is\s+ignored|does\s+not\s+matter|makes\s+no\s+difference|is\s+irrelevant))(?:\s+in\s+the\s+source)?$",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"\s*[;\n]\s*|\.\s+(?=[A-Z'\"])|\.$")


@dataclass(frozen=True)
class Exceptions:
    """What becomes of codes that no entry of a list is about, in words that rules of lists are written in."""

    missing: str = ""
    """``no value``, ``unchanged`` or a value in quotes; empty where nothing is said."""
    unlisted: str = ""
    any_case: bool = False
    """Capital and small letters are the same."""

    def over(self, general: Exceptions) -> Exceptions:
        """These, with what only the general ones say."""
        return Exceptions(
            self.missing or general.missing,
            self.unlisted or general.unlisted,
            self.any_case or general.any_case,
        )

    def said(self) -> Iterator[tuple[str, str]]:
        """``missing`` and ``unlisted``, each with what it becomes."""
        yield from ((name, value) for name in ("missing", "unlisted") if (value := getattr(self, name)))


def exceptions_in(text: str, nouns: Collection[str] = ()) -> Exceptions | None:
    """What a text says of such codes; None where a word of it is not understood.

    Args:
        text: what stands behind a rule's list.
        nouns: what the code may be called, or the row that it stands in, in lower case.
    """
    found = Exceptions()
    for clause in _CLAUSES.split(text.strip()):
        clause = clause.strip(" ,.;")
        if not clause:
            continue
        made = _clause(clause, nouns)
        if made is None:
            return None
        before = dict(found.said())
        if any(before.get(name, value) != value for name, value in made.said()):
            return None
        found = made.over(found)
    return found


def _clause(text: str, nouns: Collection[str]) -> Exceptions | None:
    """One clause, or several between commas."""
    made = _said(text, nouns)
    if made is not None:
        return made
    for cut in re.finditer(r"\s*,\s*(?:and\s+|but\s+)?", text):
        first, rest = _said(text[: cut.start()], nouns), _clause(text[cut.end() :], nouns)
        if first is not None and rest is not None:
            return rest.over(first)
    return None


def _said(text: str, nouns: Collection[str]) -> Exceptions | None:
    if _CASE.match(text):
        return Exceptions(any_case=True)
    if (found := _OTHERWISE.match(text)) and (value := value_said(found["value"])):
        return Exceptions(unlisted=value)
    for conds, given in _readings(text):
        value, kinds = value_said(given), _kinds(conds, nouns)
        if value and kinds:
            return Exceptions(value if "missing" in kinds else "", value if "unlisted" in kinds else "")
    return None


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """Conditions and value, at each place that may part them."""
    if (found := _BEHIND.match(text)) is not None:
        yield found["conds"], found["value"]
    for cut in _GIVES.finditer(text):
        yield text[: cut.start()], text[cut.end() :]
    if (found := _BARE.match(text)) is not None:
        yield found["conds"], found["value"]


def value_said(text: str) -> str:
    """``no value``, ``unchanged`` or a value in quotes for a value's words; empty where they are none."""
    text = text.strip(" ,.")
    for shape, said in _VALUE:
        found = shape.match(text)
        if found is None:
            continue
        if said:
            return said
        parts = found.groupdict()
        if parts.get("quoted"):
            return "'" + parts["quoted"][1:-1].replace("'", "''") + "'"
        return f"'{parts['word']}'"
    return ""


def _kinds(text: str, nouns: Collection[str]) -> set[str]:
    """``missing`` and ``unlisted`` as conditions say them; none where one is not understood."""
    text = re.sub(r"^(?:if|when|where|for)\s+", "", text.strip(" ,:"), flags=re.I)
    kinds: set[str] = set()
    before = ""
    for piece in re.split(r"\s*,\s*(?:or\s+|and\s+)?|\s+or\s+|\s+and\s+", text):
        piece = re.sub(r"^(?:if|when|also)\s+", "", piece.strip(), flags=re.I)
        kind = _kind(piece, nouns) or (
            _kind(f"no {piece}", nouns) if before.lower().startswith(("no ", "there is no")) else ""
        )
        if not kind:
            return set()
        kinds.add(kind)
        before = piece
    return kinds


def _kind(text: str, nouns: Collection[str]) -> str:
    if any(shape.match(text) for shape in _UNLISTED):
        return "unlisted"
    if any(shape.match(text) for shape in _MISSING):
        return "missing"
    known = _NOUNS | set(nouns)
    named = _NOUN_UNLISTED.match(text)
    if named is not None and set(plain(named["noun"]).split()) <= known:
        return "unlisted"
    absent = _NO_NOUN.match(text)
    return "missing" if absent is not None and plain(absent["noun"]) in known else ""


_UNLESS = re.compile(
    r"\s*,?\s*(?:unless|if)\s+(?:(?:the|a|its)\s+)?(?:rule|column|field|cell|line|row|text)\s+(?:itself\s+)?"
    r"(?:says|tells|states|has|gives)\s+(?:something|anything|nothing|otherwise)(?:\s+(?:else|different|other))?$"
    r"|\s*,?\s*(?:unless|if\s+not)\s+(?:otherwise\s+)?(?:stated|said|told|noted|given)(?:\s+otherwise)?"
    r"(?:\s+in\s+the\s+(?:rule|column|row|line))?$",
    re.IGNORECASE,
)


def general_exceptions(text: str) -> Exceptions | None:
    """What a sentence on the whole document says of codes that lists don't have; None for any other sentence."""
    if not re.search(r"\b(?:codes?|lists?)\b", text, re.IGNORECASE):
        return None
    bare = _UNLESS.sub("", re.sub(r"^[\w ]{1,30}:\s+", "", text.strip(" .")))
    made = exceptions_in(bare) or exceptions_in(_UNLESS.sub("", text.strip(" .")))
    return replace(made, any_case=False) if made is not None and (made.missing or made.unlisted) else None
