"""Made-up vendors, addresses, users, deliveries, inspections and notes."""

from __future__ import annotations

from datetime import datetime, timedelta

from sample_dice import (
    ADDRESSES,
    CITY,
    CONTRACTS,
    COUNTRIES,
    COUNTRY_CODES,
    Dice,
    FIRM,
    FIRST,
    LAST,
    LEGAL,
    NBSP,
    Row,
    STREETS,
    TRADE,
    USERS,
    VENDORS,
    cased,
    contract_no,
    german,
    mail,
    padded,
    phone,
    user_id,
    vendor_id,
)


def vendors() -> list[Row]:
    """Vendor master."""
    dice, rows = Dice("VNDR_MST"), []
    for number in range(1, VENDORS + 1):
        name = f"{dice.of(*FIRM)} {dice.of(*TRADE)} {dice.of(*LEGAL)}"
        country = str(dice.of(*COUNTRY_CODES))
        vat = f"{country}{dice.number(100000000, 999999999)}"
        digits = vat[2:]
        rows.append(
            [
                vendor_id(number),
                padded(dice, name.upper() if dice.chance(10) else name),
                dice.of(None, None, "", "  ", f"c/o {dice.of(*LAST)}", f" Werk {dice.number(1, 9)}"),
                dice.of("D", "d", "L", "l", "S", "S", "X", None),
                dice.of(country, country, country.lower(), f" {country}", "??", None),
                dice.of(
                    vat,
                    vat.lower(),
                    f"{vat[:2]} {digits[:3]}.{digits[3:6]}.{digits[6:]}",
                    f"{vat[:2]}-{digits}",
                    " ",
                    None,
                ),
                dice.of("A", "A", "A", "A", "a", " A", "I", "B", "P", "", None),
                dice.maybe(9, dice.of(dice.number(0, 100), 50, 80, 70)),
                dice.of(dice.number(1, ADDRESSES), dice.number(1, ADDRESSES), None)
                if dice.chance(20)
                else dice.number(1, ADDRESSES),
                dice.maybe(70, vendor_id(dice.number(1, VENDORS + 40))),
                german(dice, 2005, 2020),
                mail(dice, name.split()[0], "example.com"),
                phone(dice),
                dice.of("30", "14", "030", " 60 ", "", "  ", None, "45"),
                dice.maybe(8, dice.of(dice.money(1000, 900000), "0.00", "500000.00")),
                dice.maybe(20, f"{dice.number(100000000, 999999999)}"),
                dice.maybe(60, f"0{dice.number(1000, 99999)}"),
                dice.of(*["N"] * 6, "X", "", None, None),
            ]
        )
    return rows


def addresses() -> list[Row]:
    """Addresses."""
    dice, rows = Dice("ADR"), []
    for number in range(1, ADDRESSES + 1):
        country = str(dice.of(*COUNTRY_CODES))
        house = dice.of(str(dice.number(1, 240)), f"{dice.number(1, 99)}{dice.of('a', 'b', 'c')}")
        post_code = dice.of(f"{dice.number(1000, 99999):05d}", str(dice.number(100, 9999)))
        rows.append(
            [
                number,
                dice.maybe(4, dice.of(*STREETS)),
                dice.maybe(12, house),
                dice.maybe(5, post_code),
                dice.of(*CITY),
                dice.maybe(5, cased(dice, str(dice.of(country, country, country, "XX")))),
                dice.maybe(80, f"PF {dice.number(100, 9999)}"),
            ]
        )
    return rows


def countries() -> list[Row]:
    """Country codes with name, region and membership."""
    return [[part.replace("_", " ") for part in entry.split()] for entry in COUNTRIES.split("|")]


def users() -> list[Row]:
    """Directory of users; every one has both names."""
    dice, rows = Dice("USR_DIR"), []
    for number in range(1, USERS + 1):
        first, last = str(dice.of(*FIRST)), str(dice.of(*LAST))
        email = f"{first}.{last}{number}@{dice.of('nordhafen', 'NORDHAFEN')}.example"
        rows.append(
            [
                f"U{number:04d}",
                first,
                last,
                dice.maybe(5, padded(dice, email)),
                dice.of("PUR", "LEG", "FIN", "OPS", "pur", None),
                dice.of("Y", "Y", "y", "N", None),
            ]
        )
    return rows


def deliveries() -> list[Row]:
    """Delivery events."""
    dice, rows = Dice("DLV_EVT"), []
    for number in range(1, 4201):
        promised = dice.day(2018, 2025)
        delivered = dice.maybe(12, promised + timedelta(days=int(str(dice.of(0, 0, -2, -1, 1, 3, 8, 21)))))
        ordered = dice.of(0, 0, 10, 40, 100, 250) if dice.chance(10) else dice.number(1, 500)
        received = dice.of(ordered, ordered, ordered, int(str(ordered)) // 2, None)
        rows.append(
            [
                number,
                dice.maybe(2, contract_no(dice.number(1, CONTRACTS + 20))),
                vendor_id(dice.number(1, VENDORS - 60)),
                f"{dice.number(4500000000, 4500009999)}",
                dice.maybe(2, promised),
                delivered,
                dice.maybe(2, f"{ordered}.000"),
                None if received is None else f"{received}.000",
                dice.of("DEL", "DEL", "DEL", "del", "OPN", "CAN", "can", None),
                dice.of(None, None, "0.00", dice.money(5, 4000)),
                dice.of("P01", "P02", "p02", None),
            ]
        )
    return rows


def inspections() -> list[Row]:
    """Inspections of deliveries."""
    dice, rows = Dice("QLTY_INSP"), []
    for number in range(1, 2001):
        sample = dice.of(0, 5, 20, 50, 80)
        defects = dice.of(0, 0, 0, 1, 2, 4, None)
        rows.append(
            [
                number,
                dice.number(1, 4200),
                vendor_id(dice.number(1, VENDORS - 80)),
                dice.day(2018, 2025),
                sample,
                0 if sample == 0 else defects,
                dice.of("P", "P", "p", "F", "C", None),
                dice.maybe(10, dice.money(20, 900)),
            ]
        )
    return rows


def notes() -> list[Row]:
    """Free notes on contracts and vendors."""
    dice, rows = Dice("NOTE_TXT"), []
    for number in range(1, 2401):
        on_contract = dice.chance(65)
        body = f"{dice.words(2, 9)}{dice.of('', '', '', ' CONFIDENTIAL', ' strictly Confidential')}"
        body = str(
            dice.of(body, body, body, f" {body}", f"{NBSP}{body}", body.replace(" ", NBSP, 1), f"{body}  ")
        )
        object_id = (
            contract_no(dice.number(1, CONTRACTS + 40)) if on_contract else vendor_id(dice.number(1, VENDORS))
        )
        stamp = datetime(2016, 1, 1) + timedelta(minutes=dice.number(0, 5000000))
        rows.append(
            [
                number,
                "CNTR" if on_contract else "VNDR",
                object_id,
                dice.of("EN", "en-GB", "DE", "de-AT", "FR", "", None),
                dice.of("GEN", "LEG", "COM", "FIN"),
                dice.maybe(5, body),
                user_id(dice),
                stamp,
                dice.of("X", "", None, None),
            ]
        )
    return rows
