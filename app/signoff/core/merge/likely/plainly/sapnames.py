"""What the short field names of SAP stand for, in words that rules use for them."""

from __future__ import annotations

_FIELDS = """
matnr material number|maktx material description|mtart material type|matkl material group|werks plant|
lgort storage location|labst stock|minbe reorder point minimum stock|eisbe safety stock|mabst maximum stock|
bstmi minimum lot|bstrf rounding value|meins unit|ntgew net weight|brgew gross weight|gewei weight unit|
volum volume|ean11 ean barcode|laeng length|breit width|hoehe height|lvorm deletion flag|
ersda creation created|laeda changed change|ernam created user creator|aenam changed user|
stprs standard price|verpr moving price|vprsv price control|peinh price unit|waers currency|
plifz delivery lead|dispo controller planner|beskz procurement|mstae status|mmsta status|
lifnr supplier vendor|kunnr customer|name1 name|land1 country|ort01 city|pstlz postcode|stras street|
spras language|telf1 phone|ebeln purchase order|ebelp item position|vbeln sales document|posnr item position|
menge quantity|netpr net price|netwr net value|bedat order|budat posting|bldat document|eindt delivery due|
lfdat delivery|wadat issue|aedat changed|kwmeng ordered|lfimg delivered|datab valid start|datbi valid end|
bukrs company code|ekorg purchasing organisation|ekgrp purchasing group|maabc abc class|xchpf batch|
mhdhb shelf life|mhdrz remaining shelf life|sobsl special procurement|losgr lot|umrez numerator|
umren denominator|insmk inspection|sperr block
"""
SAP: dict[str, tuple[str, ...]] = {
    name: tuple(rest.split())
    for name, _, rest in (each.strip().partition(" ") for each in _FIELDS.replace("\n", "").split("|"))
    if rest
}
"""Words by field name in small letters."""
