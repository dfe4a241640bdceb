"""Words by which documents say that a row is new, changed, renamed, removed or as it was, in several languages."""

from __future__ import annotations

import re

from signoff.core.domain.mandates import MandateState

_NEW = (
    r"new(?:ly)?|add(?:ed|ition|itional)?|adding|insert(?:ed)?|introduced?|creat(?:e|ed)|"
    r"neu(?:e[rs]?|es)?|hinzugefügt|ergänzt|nuev[oa]s?|añadid[oa]s?|agregad[oa]s?|nouve(?:au|lle)s?|ajoutée?s?|"
    r"now[ey]|dodan[eyoa]|nuov[oa]|aggiunt[oa]|nieuwe?|toegevoegd|нов(?:ый|ая|ое|ые)|добавлен[оаы]?"
)
_CHANGED = (
    r"chang(?:e|ed|es|ing)|modif(?:y|ied|ication)|update[sd]?|amend(?:ed|ment)?|revis(?:ed?|ion)|alter(?:ed|ation)?|"
    r"fix(?:ed)?|correct(?:ed|ion)|adjust(?:ed|ment)?|rework(?:ed)?|redefin(?:ed|ition)|replac(?:ed?|ement)|enhanced?|"
    r"geändert|änderung|angepasst|korrigiert|überarbeitet|modificad[oa]s?|cambiad[oa]s?|cambio|modifiée?s?|changée?s?|"
    r"zmienion[eya]|zmiana|poprawion[eya]|modificat[oa]|gewijzigd|изменен[оаы]?|изменён[оаы]?|изменение"
)
_REMOVED = (
    r"remov(?:e|ed|al)|delet(?:e|ed|ion)|drop(?:ped)?|obsolete|deprecated|retired?|discontinued|withdrawn|descoped|"
    r"decommissioned|gelöscht|entfällt|entfernt|weggefallen|eliminad[oa]s?|supprimée?s?|usunięt[eya]|rimoss[oa]|"
    r"verwijderd|vervallen|удален[оаы]?|удалён[оаы]?"
)
_RENAMED = (
    r"renam(?:e|ed|ing)|(?:new|other|different)\s+name|"
    r"umbenannt|renombrad[oa]s?|renommée?s?|rinominat[oa]|hernoemd|переименован[оаы]?"
)
_AS_IT_WAS = (
    r"un(?:changed|modified|altered|touched|affected)|"
    r"(?:not|no|never|without|keine?|ohne|sin|sans|bez|без|nicht|senza)\s+(?:yet\s+|any\s+|further\s+)?"
    r"(?:chang\w*|modif\w*|updat\w*|alter\w*|new|add\w*|remov\w*|delet\w*|änderung\w*|geändert|cambios?|"
    r"changements?|zmian\w*|изменени\w*|impact)|"
    r"as[\s-](?:is|was|before)|as\s+(?:it\s+was|today|now|ever|always|usual|delivered|agreed|built)|(?:no|without)\s+(?:action|touch|work)|"
    r"nothing\s+to\s+(?:do|change)|so\s+far|taken\s+over|do(?:es)?\s+not\s+(?:touch|change)|exist(?:s|ing|ed|ent[es]*)?|already\s+\w+|ke(?:ep|pt)|stays?|remains?|retain(?:ed)?|"
    r"carried\s+(?:over|forward)|same(?:\s+as\s+\w+)?|unverändert|bestehend|besteht|bleibt|vorhanden|gleich|"
    r"inchangée?s?|sin\s+cambios|bez\s+zmian|istniejąc\w+|invariat[oa]|ongewijzigd|без\s+изменений|n/?c|current|legacy|old|alt"
)
_STATES = (
    (MandateState.RENAMED, re.compile(rf"(?<!\w)(?:{_RENAMED})(?!\w)", re.IGNORECASE)),
    (MandateState.REMOVED, re.compile(rf"(?<!\w)(?:{_REMOVED})(?!\w)", re.IGNORECASE)),
    (MandateState.CHANGED, re.compile(rf"(?<!\w)(?:{_CHANGED})(?!\w)", re.IGNORECASE)),
    (MandateState.NEW, re.compile(rf"(?<!\w)(?:{_NEW})(?!\w)", re.IGNORECASE)),
)
_KEPT = re.compile(rf"(?<!\w)(?:{_AS_IT_WAS})(?!\w)", re.IGNORECASE)
_SIGNS = {
    "+": MandateState.NEW,
    "++": MandateState.NEW,
    "~": MandateState.CHANGED,
    "δ": MandateState.CHANGED,
    "!": MandateState.CHANGED,
    "=": MandateState.UNCHANGED,
    "==": MandateState.UNCHANGED,
}

_OF_CELLS = (
    (
        MandateState.REMOVED,
        r"goes\s+away|go(?:ing|ne)?|tak(?:e|en)\s+out|scrap(?:ped)?|weg|wegfall\w*|entfallen|löschen|supprimer|à\s+supprimer|"
        r"verwijderen|vervalt|eliminar|quitar|kill(?:ed)?|cease[sd]?|ends?",
    ),
    (
        MandateState.CHANGED,
        r"reword(?:ed)?|rebuil[dt]|different(?:ly)?|other(?:wise)?|mod|chg|rewrit(?:e|ten)|redo(?:ne)?|ändern|anpassen|korrigieren|"
        r"modifier|corriger|wijzigen|aanpassen|modificar|cambiar|refin(?:e|ed)|extended|widened|improved?",
    ),
    (
        MandateState.NEW,
        r"extra|extension|introduce|buil[dt]|first\s+time|additional|créer|créée?s?|ajouter|ergänzen|hinzufügen|anlegen|toevoegen|"
        r"crear|añadir|deliver(?:ed)?",
    ),
    (MandateState.UNCHANGED, r"live|leave|left|fine|ok|stable|in\s+place|bleiben|blijft|rien|nothing|idem"),
)
_STATES_OF_CELLS = tuple(
    (state, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for state, words in _OF_CELLS
)
"""Words of everyday speech that say so only in a column of marks."""

_LEAD = r"^\W*(?:(?:v(?:er(?:sion)?)?\.?\s*)?\d[\w./-]*\s*[:;,)–-]?\s*|\(?[A-Z]{1,6}-\d+\)?\s*[:;,–-]?\s*)*"
"""What stands before the word in a comment: a version, a day, a ticket."""
_SINCE = r"(?:in|with|for|on|as|since|from|per|by|mit|in|seit|ab|zu|en|desde|avec|depuis|od|w|dal|с|в)"
_NOTE_NEW = re.compile(
    rf"{_LEAD}(?:new(?:ly)?(?:\s+(?:field|column|attribute|added|{_SINCE})\b|\s*[.!:;,–-]|\s*$)"
    rf"|(?:to\s+be\s+)?(?:added|introduced)\s+(?:{_SINCE}|\d)|(?:added|add|introduced)\W*$"
    rf"|neu(?:e[rs]?)?(?:\s+(?:feld|spalte|{_SINCE})\b|\s*[.!:;,–-]|\s*$)|hinzugefügt\b|nuev[oa]\s+(?:campo|columna)\b"
    rf"|nouve(?:au|lle)\s+(?:champ|colonne)\b|now[ea]\s+(?:pole|kolumna)\b)",
    re.IGNORECASE,
)
_NOTE_CHANGED = re.compile(
    rf"{_LEAD}(?:{_CHANGED}|(?:rule|logic|mapping|definition|calculation|source|type)\s+(?:was\s+|has\s+been\s+|is\s+)?(?:{_CHANGED}))"
    r"\b(?!\s+by\b)(?!\s+(?:of|time|stamp|date|flag|at|when|whenever|daily|nightly)\b)",
    re.IGNORECASE,
)
_NOTE_BEFORE = re.compile(
    r"\b(?:previous(?:ly)?|former(?:ly)?|until\s+now|so\s+far|up\s+to\s+now|hitherto|used\s+to\s+be|no\s+longer|"
    r"instead\s+of\s+(?:the\s+)?(?:old|previous|former|so\s+far)|bisher|vorher|früher|nicht\s+mehr|antes)\b"
    r"|(?:^|[,;(–-]\s*)was\s*[:=]?\s*['\"‘“(\d]|(?:^|[,;(]\s*)was\s*:|\bold\s+(?:rule|logic|mapping|definition)\b"
    r"|^\W*(?:from\s+)?now(?:\s+on)?\b",
    re.IGNORECASE,
)
_NOTE_KEPT = re.compile(
    r"^\W*(?:un(?:changed|modified)|(?:not|no)\s+chang\w*|existing(?:\s+(?:column|field|logic|rule))?|as\s+(?:is|before|today)|"
    r"unverändert|bestehend\w*|sin\s+cambios|inchangée?|bez\s+zmian|без\s+изменений)\b",
    re.IGNORECASE,
)
_NOTE_REMOVED = re.compile(
    rf"{_LEAD}(?:(?:to\s+be\s+|will\s+be\s+|is\s+)?(?:removed|dropped|deleted|retired|withdrawn)"
    rf"(?:\s+(?:{_SINCE}|\d)|\s*[,.;!(]|\s[–-]\s|\W*$)|"
    r"(?:remove|drop|delete)(?:\s+(?:this\s+|the\s+)?(?:column|field)\b|\W*$)|obsolete\b|deprecated\b|entfällt\b|"
    r"no\s+longer\s+(?:needed|required|delivered|used|loaded)\b)",
    re.IGNORECASE,
)
_NOTE_RENAMED = re.compile(
    rf"{_LEAD}(?:{_RENAMED})\b|\b(?:previously|formerly|was)\s+(?:called|named|known\s+as)\b|\bold\s+name\b|"
    r"\b(?:bisher|früher)\s+[\"'„]?\w+[\"'“]?\s*$|\bhieß\b",
    re.IGNORECASE,
)
_RULE_LEAD = re.compile(
    r"^\s*[\[(]?\s*(?:changed?|modified|updated|amended|revised|altered|corrected|new|newly\s+added|added|geändert|neu|"
    r"hinzugefügt|modificad[oa]|nuev[oa]|modifiée?|nouveau|zmienion[eya]|now[ey]|изменено|новое)"
    r"(?:\s+(?:rule|logic|mapping|(?:in|with|for|since|from)\s+(?:version\s+|release\s+|sprint\s+)?v?[\w.]+))?\s*(?:[\])]\s*[:–-]?|:|\s[–-]\s)\s*(?=\S)",
    re.IGNORECASE,
)
"""Only words that no rule begins with: "replace - with a blank" is a rule."""
_RULE_GONE = re.compile(
    r"^\W*(?:please\s+)?(?:(?:this|it|this\s+one|(?:this|the)\s+(?:column|field))\s+)?(?:can\s+(?:now\s+)?go|goes(?:\s+away)?|is\s+not\s+needed(?:\s+any\s*more)?|"
    r"no\s+longer\s+(?:needed|required|used|wanted)|(?:can|may|should|must|to|will|is\s+to)\s+be\s+(?:removed|dropped|deleted|taken\s+out)|"
    r"(?:remove|drop|delete)(?:\s+(?:it|this|(?:this|the)\s+(?:column|field)))?(?:\s+please)?)\s*(?:[.,;!].*|\(.*|$)",
    re.IGNORECASE | re.DOTALL,
)
"""A rule that only says that its column goes: ``can go, channel replaces it``; "drop the zeros" is a rule."""
_RULE_RENAMED = re.compile(
    r"^\W*(?:(?:this|it)\s+is\s+)?(?:(?:just|only|simply)\s+)?(?:(?:an?|the)\s+)?(?:new|better|nicer|clearer|shorter|other|different|proper)\s+name\s+(?:for|of)\s+"
    r"(?:(?:the\s+)?(?:column|field)\s+[`'\"]?\w+[`'\"]?|[`'\"]\w+[`'\"]|[^\W\d_]+_\w+)(?:\s*[,;.(]\s*(?:same|nothing|values?|no\s+other|else\s+un)[^,;]*)?\W*$",
    re.IGNORECASE,
)
"""A rule that only says how its column was called so far."""
_RULE_BEFORE = re.compile(
    r"\s*[\[(]\s*(?:was|previously|formerly|before|until\s+now|so\s+far|old(?:\s+rule)?|bisher|vorher|antes)\b[^()\[\]]*[\])]",
    re.IGNORECASE,
)
_RULE_WAS = re.compile(
    r"\s*[.;–]\s*(?:(?:it\s+)?was|previously|formerly|before\s*:|until\s+now|so\s+far|up\s+to\s+now)\s*:?\s+[^;.]+\.?$",
    re.IGNORECASE,
)
"""How a rule was, behind how it is to be: ``lower case; was as it is``."""
_NOW_LEAD = re.compile(r"^\s*(?:from\s+now\s+on|now\s*[:,–])\s*(?=\S)", re.IGNORECASE)
_NOW = re.compile(r"^\s*now\s+\w.*\b(?:instead\s+of|no\s+longer|rather\s+than)\b", re.IGNORECASE | re.DOTALL)
_NOW_END = re.compile(
    r"\s*[,;–-]?\s*(?:instead\s+of|no\s+longer|rather\s+than)\b[^.;]*(?:[.;]\s*)?$", re.IGNORECASE
)


_WHAT_CHANGES = re.compile(
    r"^\W*(?:the\s+)?(?:rule|logic|definition|calculation|formula|source)\W*$", re.IGNORECASE
)
"""What of a column changes, where that alone is its mark."""


def state_in(text: str) -> MandateState | None:
    """What a status cell, a heading or a line of a log says; the first of its words counts.

    "not changed" and "unchanged" say that a row is as it was, and so does "existing", unless another word says more.
    """
    plain = " ".join(text.split())
    if plain.casefold() in _SIGNS:
        return _SIGNS[plain.casefold()]
    rest = _KEPT.sub(" ", plain)
    found = [(m.start(), n, state) for n, (state, words) in enumerate(_STATES) if (m := words.search(rest))]
    if found:
        return MandateState.RENAMED if _renamed_in(found) else min(found)[2]
    return MandateState.UNCHANGED if _KEPT.search(plain) else None


def state_of_cell(text: str) -> MandateState | None:
    """What a cell of a column of marks says, in whatever words."""
    told = state_in(text)
    if told not in (None, MandateState.UNCHANGED):
        return told
    if _WHAT_CHANGES.match(text):
        return MandateState.CHANGED
    return next((state for state, words in _STATES_OF_CELLS if words.search(text)), told)


def says_both(text: str) -> bool:
    """Whether a mark says that a column is renamed, and that its value is made otherwise too."""
    rest, renames = _STATES[0][1].subn(" ", text)
    if not renames or _KEPT.search(rest):
        return False
    changes = any(words.search(rest) for state, words in _STATES if state is MandateState.CHANGED)
    return changes or any(map(_WHAT_CHANGES.match, re.split(r"[,;/&+]|\band\b", rest)))


def _renamed_in(found: list[tuple[int, int, MandateState]]) -> bool:
    """A column that is changed and renamed, or new and renamed, is renamed."""
    return any(state is MandateState.RENAMED for _place, _number, state in found)


def state_in_note(text: str) -> MandateState | None:
    """What a comment says of its row; only one that begins so, or that tells what was before."""
    if _NOTE_RENAMED.search(text):
        return MandateState.RENAMED
    if _NOTE_KEPT.match(text):
        return MandateState.UNCHANGED
    if _NOTE_REMOVED.match(text):
        return MandateState.REMOVED
    if _NOTE_NEW.match(text):
        return MandateState.NEW
    if _NOTE_CHANGED.match(text) or _NOTE_BEFORE.search(text):
        return MandateState.CHANGED
    return None


def state_in_rule(text: str) -> tuple[MandateState | None, str]:
    """What the text of a rule says of its own change, and the rule without that."""
    if _RULE_GONE.match(text):
        return MandateState.REMOVED, ""
    if _RULE_RENAMED.match(text):
        return MandateState.RENAMED, ""
    lead = _RULE_LEAD.match(text)
    state = state_in(lead.group()) if lead is not None else None
    rest = text[lead.end() :] if lead is not None else text
    plain = _RULE_WAS.sub("", _RULE_BEFORE.sub("", rest)) or _RULE_BEFORE.sub("", rest)
    if _NOW_LEAD.match(plain) or plain != rest or _NOW.search(plain):
        state = state or MandateState.CHANGED
        plain = _NOW_LEAD.sub("", plain)
    if state is not None:
        plain = re.sub(r"^\s*now\s+", "", _NOW_END.sub("", plain) or plain, flags=re.IGNORECASE)
    return state, plain.strip() if state is not None else text


def old_name_in(text: str, names: dict[str, str]) -> str:
    """The file's column that a text on a renamed row names; empty where it names none or several.

    Args:
        text: of the mark.
        names: the file's columns by case-folded name.
    """
    found = [n for w in re.findall(r"[^\W]\w*", text) if (n := names.get(w.casefold()))]
    return found[0] if len(set(found)) == 1 else ""
