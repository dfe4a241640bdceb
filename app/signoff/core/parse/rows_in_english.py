"""Sentences on rows in other languages, said in English: ``Stornierte Aufträge (STATUS = 'S') werden nicht übernommen``.

The verb tells whether rows are taken or left out; what rows are called stays as it is, since the condition beside it
says which they are. A sentence without such a verb is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z]\)|[-–*•▪])\s+")
_QUOTED = re.compile(r"('[^']*'|\"[^\"]*\"|„[^“”]*[“”]|«[^»]*»)")


@dataclass(frozen=True)
class _Language:
    left_out: re.Pattern[str]
    """Behind what is left out."""
    taken: re.Pattern[str]
    """Before, and perhaps behind, what alone is taken."""
    words: tuple[tuple[re.Pattern[str], str], ...]


def _language(left_out: str, only: str, taken: str, words: dict[str, str]) -> _Language:
    return _Language(
        re.compile(rf"^(?P<what>.+?)\s+(?:{left_out})[.!\s]*$", re.IGNORECASE | re.DOTALL),
        re.compile(rf"^(?:{only})\s+(?P<what>.+?)(?:\s+(?:{taken}))?[.!\s]*$", re.IGNORECASE | re.DOTALL),
        tuple((re.compile(rf"(?<!\w){said}(?!\w)", re.IGNORECASE), english) for said, english in words.items()),
    )


_LANGUAGES = (
    _language(
        r"(?:werden|wird|sind|ist)\s+(?:\w+\s+)?(?:nicht\s+(?:mehr\s+|mit\s*)?(?:zu\s+)?(?:übernommen|übernehmen|geladen|laden|migriert|"
        r"migrieren|berücksichtigt|mitgenommen|benötigt|gezählt|importiert|übertragen|überführt|relevant)|ausgeschlossen|ignoriert|"
        r"weggelassen|ausgelassen|herausgefiltert|ausgefiltert|übersprungen|verworfen|auszuschließen|wegzulassen)|"
        r"bleib(?:en|t)\s+(?:außen\s+vor|unberücksichtigt|weg|außer\s+betracht)|f[aä]ll(?:en|t)\s+(?:weg|heraus|raus)|entf[aä]ll(?:en|t)|"
        r"zähl(?:en|t)\s+nicht(?:\s+mit)?",
        r"(?:es\s+(?:werden|sind)\s+)?(?:nur|ausschließlich|lediglich)",
        r"(?:(?:werden|sind)\s+)?(?:zu\s+)?(?:übernommen|übernehmen|geladen|laden|migriert|berücksichtigt|relevant)",
        {
            "mit": "with", "ohne": "without", "deren|dessen": "whose", "bei denen|bei welchen": "where", "und": "and", "oder": "or",
            "(?:ist|sind) (?:leer|nicht gefüllt|nicht gesetzt)|leer (?:ist|sind)": "is empty",
            "(?:ist|sind) (?:gefüllt|gesetzt|nicht leer)|(?:gefüllt|gesetzt) (?:ist|sind)": "is filled", "nicht": "not",
        },
    ),
    _language(
        r"(?:worden|wordt|zijn)\s+(?:\w+\s+)?(?:niet\s+(?:mee)?(?:geladen|meegenomen|genomen|overgenomen|gemigreerd|geteld|geïmporteerd|"
        r"ingelezen|relevant)|uitgesloten|overgeslagen|genegeerd|weggelaten|uitgefilterd)|vervallen|vervalt|"
        r"(?:vallen|valt)\s+(?:af|weg|buiten\s+\w+)|(?:tellen|telt)\s+niet\s+mee|(?:blijven|blijft)\s+buiten\s+beschouwing",
        r"(?:alleen|enkel|uitsluitend)(?:\s+de)?",
        r"(?:(?:worden|zijn)\s+)?(?:geladen|meegenomen|overgenomen|gemigreerd|relevant)",
        {
            "met": "with", "zonder": "without", "waarvan(?: de| het)?": "whose", "waarbij|waar": "where", "en": "and", "of": "or",
            "(?:is|zijn) (?:leeg|niet gevuld)|leeg (?:is|zijn)": "is empty",
            "(?:is|zijn) (?:gevuld|ingevuld|niet leeg)|(?:gevuld|ingevuld) (?:is|zijn)": "is filled", "niet": "not",
        },
    ),
    _language(
        r"(?:ne\s+(?:sont|seront)\s+pas\s+(?:reprise?s?|chargée?s?|migrée?s?|transférée?s?|prise?s?\s+en\s+compte|importée?s?|comptée?s?)|"
        r"(?:sont|seront)\s+(?:exclue?s?|ignorée?s?|écartée?s?|filtrée?s?|omis(?:es)?))",
        r"(?:uniquement|seulement|seuls?|seules?)(?:\s+(?:les|des))?",
        r"(?:sont|seront)\s+(?:reprise?s?|chargée?s?|migrée?s?|prise?s?\s+en\s+compte)",
        {
            "avec": "with", "sans": "without", "dont(?: le| la| les)?": "whose", "et": "and", "ou": "or",
            "(?:est|sont) (?:vides?|non renseignée?s?)": "is empty", "(?:est|sont) renseignée?s?": "is filled",
        },
    ),
    _language(
        r"(?:no\s+se\s+(?:cargan?|migran?|incluyen?|toman?(?:\s+en\s+cuenta)?|importan?|consideran?|cuentan?)|"
        r"se\s+(?:excluyen?|ignoran?|descartan?|omiten?|filtran?)|quedan?\s+fuera)",
        r"(?:solo|sólo|solamente|únicamente)(?:\s+(?:los|las))?",
        r"se\s+(?:cargan?|migran?|incluyen?|toman?)",
        {
            "con": "with", "sin": "without", "cuy[oa]s?": "whose", "y": "and", "o": "or",
            "(?:está|es|son|están) (?:vací[oa]s?|nul[oa]s?)": "is empty", "(?:está|están) (?:informad[oa]s?|rellenad?[oa]s?)": "is filled",
        },
    ),
)  # fmt: skip


def rows_in_english(text: str) -> str:
    """What a sentence in another language says of rows, in English; empty where it says nothing of them."""
    plain = _NUMBER.sub("", " ".join(text.split())).strip(" .")
    for language in _LANGUAGES:
        left_out = language.left_out.match(plain)
        taken = None if left_out is not None else language.taken.match(plain)
        found = left_out or taken
        if found is not None:
            lead = "leave out" if left_out is not None else "only"
            return f"{lead} {_worded(found['what'], language)}"
    return ""


def _worded(text: str, language: _Language) -> str:
    """The text with the small words that conditions are made of in English; what stands in quotes stays."""
    pieces = _QUOTED.split(text)
    for number in range(0, len(pieces), 2):
        for shape, english in language.words:
            pieces[number] = shape.sub(english, pieces[number])
    return "".join(pieces)
