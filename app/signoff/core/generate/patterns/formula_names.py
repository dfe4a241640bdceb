"""What a spreadsheet calls its functions in German, Dutch and French, in English."""

ENGLISH = {
    "wenn": "if", "als": "if", "si": "if", "und": "and", "en": "and", "et": "and", "oder": "or", "of": "or", "ou": "or",
    "nicht": "not", "niet": "not", "non": "not", "links": "left", "gauche": "left", "rechts": "right",
    "droite": "right",
    "teil": "mid", "deel": "mid", "länge": "len", "lengte": "len", "nbcar": "len", "gross": "upper",
    "hoofdletters": "upper", "majuscule": "upper", "klein": "lower", "kleine.letters": "lower", "minuscule": "lower",
    "glätten": "trim", "spaties.wissen": "trim", "supprespace": "trim", "runden": "round", "afronden": "round",
    "arrondi": "round", "verketten": "concatenate", "textkette": "concat", "jahr": "year", "jaar": "year",
    "annee": "year", "monat": "month", "maand": "month", "mois": "month", "tag": "day", "dag": "day", "jour": "day",
    "tekst": "text", "texte": "text", "wechseln": "substitute", "substitueren": "substitute",
    "istleer": "isblank", "estvide": "isblank", "wennfehler": "iferror", "als.fout": "iferror", "sierreur": "iferror",
}  # fmt: skip
"""By the function's name in small letters."""
