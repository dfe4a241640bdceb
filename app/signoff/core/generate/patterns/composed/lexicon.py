"""Words as people vary them: kin of verbs and nouns, words without meaning in a noun, units and their factors."""

from __future__ import annotations

import re
from functools import lru_cache

from signoff.core.generate.patterns.column_nouns import says, singular
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family

_KIN = (
    "leave left leaving leaves departure departed exit",
    "arrive arrival arrived arrivals",
    "begin began begun beginning start started starts starting commencement beginn",
    "end ended ends ending finish finished close closed closing closure ende erledigt abgeschlossen beendet",
    "hire hired hiring joined entry employed",
    "birth born dob birthdate birthday geb geburt geboorte gebdat",
    "death died deceased overleden passed",
    "pay paid payment payments bezahlt zahlung betaald",
    "send sent sending dispatch dispatched",
    "ship shipped shipment shipping versand verschickt",
    "deliver delivered delivery deliveries lieferung geliefert",
    "load loaded loading",
    "buy bought purchase purchased",
    "sell sold sale sales",
    "see seen",
    "order ordered orders bestellung auftrag bestelling",
    "create created creation angelegt erstellt",
    "sign signed signing signup",
    "post posted posting postings",
    "phone telephone tel fon",
    "zip postcode postal plz zipcode",
    "email mail",
    "quantity qty menge anzahl aantal",
    "amount amt value betrag bedrag montant",
    "number no nr num nbr count",
    "price cost rate preis prijs prix",
    "name nm title bezeichnung bez benennung naam nom",
    "date dt day on at",
    "time ts timestamp moment",
    "description desc text",
    "gender sex",
    "first given vorname voornaam prenom",
    "last family surname nachname achternaam familienname",
    "use used usage",
    "salary wage",
    "receive received receipt eingang eingegangen empfangen ontvangen",
    "approve approved approval",
    "complete completed completion",
    "open opened opening geöffnet",
    "grant granted",
    "book booked booking bookings",
    "visit visited visits",
    "click clicked clicks",
    "fuel petrol diesel",
    "marital civil",
    "percent pct percentage perc",
    "weight wt mass",
    "reference ref",
    "category cat kategorie categorie",
    "currency curr waers ccy cur",
    "address addr adresse anschrift adres",
    "status state stat",
    "identifier id ident",
    "customer cust client kunde kd klant",
    "build built construction",
    "street strasse straße straat rue",
    "house haus huis hausnr hausnummer huisnr huisnummer",
    "city town ort stadt plaats ville",
    "country land pays",
    "district bezirk kreis",
    "department abteilung afdeling",
    "comment remark note bemerkung",
    "due fällig faellig",
    "employee mitarbeiter",
    "supplier vendor lieferant",
    "invoice bill rechnung factuur facture",
    "branch filiale filiaal",
    "admit admitted admission",
    "discharge discharged disch",
    "bring brings bringing brought",
    "collect collected collection pickup",
    "return returned returns",
    "cancel cancelled canceled cancellation",
    "solve solved resolve resolved resolution",
    "repair repaired",
    "reply replied replies answer answered",
)
_FAMILY_OF_WORD = {word: at for at, words in enumerate(_KIN) for word in words.split()}

SAYS_NOTHING = word_set(
    "the a an its his her their our your this that these those of in on for at from to by with "
    "as it they we he she you "
    "has have had was were is are be been being do does did own given respective same "
    "current actual source field column value itself someone somebody person people §s one each "
    "every everything "
    "just only exactly list listed there here into taken found stored held recorded written "
    "typed entered so far placed made done happened took occurred"
)
"""Words of a noun that name no column by themselves."""
OF_TYPE = {
    Family.DATE: word_set("date day time moment timestamp"),
    Family.TIMESTAMP: word_set("date day time moment timestamp"),
    Family.NUMBER: word_set("number amount count quantity figure total price sum score level size"),
    Family.TEXT: word_set("text name code number word letters string no address status type kind label"),
    Family.FLAG: word_set("flag indicator mark sign status"),
}
"""Nouns that fit any column of a family and single one out where it is the only one."""


@lru_cache(maxsize=20000)
def kin(part: str, word: str) -> bool:
    """Whether a part of a name and a word are the same, or forms or short forms of one another."""
    if part == word:
        return True
    word = singular(word) if len(word) > 3 else word
    one, two = _FAMILY_OF_WORD.get(part), _FAMILY_OF_WORD.get(word)
    if one is not None and one == two:
        return True
    return len(word) > 2 and says(part, word)


def parts_of(name: str) -> tuple[str, ...]:
    """The words a name is made of, in small letters: ``AccountName`` and ``account_name`` alike."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return tuple(part for part in re.split(r"[\W_]+", spaced.lower()) if part and part != "c")


_UNITS = {
    "cent": ("money", 0.01, "cent cents ct cts rappen pence"),
    "euro": ("money", 1, "euro euros eur dollar dollars usd chf francs franc gbp pounds currency"),
    "gram": ("mass", 0.001, "g gram grams gramme grammes gr"),
    "kilogram": ("mass", 1, "kg kgs kilogram kilograms kilo kilos"),
    "tonne": ("mass", 1000, "t to tonne tonnes ton tons"),
    "millimetre": ("length", 0.001, "mm millimetre millimetres millimeter millimeters"),
    "centimetre": ("length", 0.01, "cm centimetre centimetres centimeter centimeters"),
    "metre": ("length", 1, "m metre metres meter meters mtr"),
    "kilometre": ("length", 1000, "km kilometre kilometres kilometer kilometers"),
    "millisecond": ("time", 0.001, "ms millis millisecond milliseconds msec"),
    "second": ("time", 1, "s sec secs second seconds"),
    "minute": ("time", 60, "min mins minute minutes"),
    "hour": ("time", 3600, "h hr hrs hour hours"),
    "millilitre": ("volume", 0.001, "ml millilitre millilitres"),
    "litre": ("volume", 1, "l litre litres liter liters ltr"),
    "watthour": ("energy", 0.001, "wh"),
    "kilowatthour": ("energy", 1, "kwh"),
    "megawatthour": ("energy", 1000, "mwh"),
    "byte": ("data", 1, "b byte bytes"),
    "kilobyte": ("data", 1000, "kb"),
    "megabyte": ("data", 1000000, "mb"),
}
_UNIT_OF = {word: unit for unit, (_, _, words) in _UNITS.items() for word in words.split()}


def unit_named(word: str) -> str:
    """The unit a word names; empty for any other word."""
    return _UNIT_OF.get(word.strip().lower(), "")


def unit_of_name(name: str) -> str:
    """The unit at the end of a column's name; empty where there is none."""
    parts = parts_of(name)
    return _UNIT_OF.get(parts[-1], "") if len(parts) > 1 or (parts and parts[-1] in ("cents", "ct")) else ""


def factor(source: str, wanted: str) -> tuple[str, int] | None:
    """What turns one unit into another: ``*`` or ``/`` and a whole number; None where they measure different things."""
    kind, size, _ = _UNITS[source]
    other, goal, _ = _UNITS[wanted]
    if kind != other:
        return None
    ratio = size / goal
    return ("*", round(ratio)) if ratio >= 1 else ("/", round(1 / ratio))
