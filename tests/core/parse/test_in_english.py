"""Rules in German, Spanish and Polish said in English; half a translation is none."""

from __future__ import annotations

import pytest

from signoff.core.domain.spec import ColumnMapping, SourceRef, TargetMapping
from signoff.core.parse.in_english import in_english, with_english

NAMES = (
    "austritt",
    "plz",
    "fecha_alta",
    "kwota",
    "dim_cliente",
    "id_cliente",
    "CANTIDAD",
    "cantidad",
    "precio",
)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("mit führenden Nullen auf 5 Stellen auffüllen", "left pad with zeros to 5"),
        ("Leerzeichen am Anfang und Ende entfernen", "trim"),
        ("in Großbuchstaben", "upper case"),
        ("TT.MM.JJJJ in Datum umwandeln", "DD.MM.YYYY convert to date"),
        ("J wenn Austritt leer ist, sonst N", "J if Austritt is blank, else N"),
        ("wenn leer dann 'ohne Angabe'", "if blank then 'ohne Angabe'"),
        ("Komma durch Punkt ersetzen und in Zahl umwandeln", "replace comma with dot and convert to number"),
        ("Anzahl verschiedener Mitglieder", "count distinct"),
        ("Konstante 'VEREIN'", "constant 'VEREIN'"),
        ("Convertir a mayúsculas", "upper case"),
        ("Eliminar espacios al inicio y al final", "trim"),
        ("Rellenar con ceros a la izquierda hasta 8 posiciones", "left pad with zeros to 8"),
        ("Convertir a fecha, formato DD/MM/AAAA", "convert to date, format DD/MM/YYYY"),
        ("Reemplazar nulos por 0", "if null then 0"),
        ("Fecha de carga", "load date"),
        ("Suma de importes", "sum"),
        ("Valor fijo 'ES'", "constant 'ES'"),
        ("Buscar en dim_cliente por id_cliente", "lookup dim_cliente by id_cliente"),
        ("Zamienić na wielkie litery", "upper case"),
        ("Konwersja na datę, format RRRR-MM-DD w źródle", "convert to date , format YYYY-MM-DD in source"),
        ("Usunąć spacje", "trim"),
        ("Bez zmian", "direct move"),
        ("zaokrąglić do 2 miejsc po przecinku", "round to 2 decimals"),
        ("Suma kwota", "sum kwota"),
        ("CANTIDAD * precio, redondeado a 2 decimales", "CANTIDAD * precio, round to 2 decimals"),
        ("Agrupar por id_cliente", "group by id_cliente"),
        ("H = Hombre, M = Mujer, si no 'Desconocido'", "H = Hombre, M = Mujer, else 'Desconocido'"),
        ("m = männlich, w = weiblich, sonst unbekannt", "m = männlich, w = weiblich, else unbekannt"),
        ("K = Kobieta; M = Mężczyzna; pozostałe: Nieznana", "K = Kobieta; M = Mężczyzna; else Nieznana"),
    ],
)
def test_what_is_known_to_its_last_word_is_said_in_english(text: str, english: str) -> None:
    assert in_english(text, NAMES).replace(" ,", ",") == english.replace(" ,", ",")


@pytest.mark.parametrize(
    "text",
    [
        "1:1",
        "Direct move",
        "Default to 0",
        "Trim and upper case",
        "CANTIDAD * precio",
        "mit dem Vorstand abstimmen, sonst N",
        "Lookup DIM_CUSTOMER on CUST_NO",
        "if X then Y else Z",
        "",
    ],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert in_english(text, NAMES) == text


def test_what_was_written_is_kept_beside() -> None:
    row = ColumnMapping("t", "PLZ", "VARCHAR(5)", (SourceRef("k", "PLZ"),), rule="in Kleinbuchstaben")

    (target,) = with_english((TargetMapping("t", (row,)),))

    assert (target.columns[0].rule, target.columns[0].rule_resolved) == ("in Kleinbuchstaben", "lower case")
