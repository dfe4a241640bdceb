"""Made-up contracts with their parties, amendments, status changes and attributes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from sample_dice import (
    CONTRACTS,
    Dice,
    FIRST,
    LAST,
    MIDDLE,
    Row,
    TRADE,
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


def contracts() -> list[Row]:
    """Contract headers."""
    dice, rows = Dice("CNTR_HDR"), []
    for number in range(1, CONTRACTS + 1):
        start = dice.day(2015, 2023)
        end = start + timedelta(days=dice.number(-40, 2200))
        budget = dice.of(
            dice.money(500, 900000), dice.money(500, 900000), dice.money(500, 900000), "0.00", None
        )
        created = datetime(start.year, start.month, start.day) - timedelta(minutes=dice.number(600, 90000))
        external = f"{dice.of('SAP', 'ARIBA', 'COUPA')}:{dice.number(4500000000, 4599999999)}"
        rows.append(
            [
                contract_no(number),
                padded(dice, f"{dice.of(*TRADE)} {dice.words(2, 4)}"),
                dice.of(
                    cased(dice, "FRM"),
                    cased(dice, "SPT"),
                    cased(dice, "SVC"),
                    cased(dice, "LIC"),
                    "ZZZ",
                    None,
                ),
                dice.of("10", "20", "30", "30", "30", "40", "99", "", None),
                vendor_id(dice.number(1, VENDORS + 25)),
                user_id(dice),
                user_id(dice, 2),
                f"{dice.number(100, 99999):07d}",
                dice.of("EUR", "EUR", "eur", " USD", "CHF", "usd ", "", "   ", None),
                dice.of(
                    *[dice.money(100, 990000).replace(".", ",")] * 8, f"{dice.number(1, 9999)}", " ", "", None
                ),
                dice.of("0.00", "2.50", "5.00", "12.75", None),
                dice.of("19.00", "7.00", "0.00", "20.00", None),
                budget,
                paid(dice, budget),
                german(dice, 2014, 2023),
                dice.maybe(3, start),
                dice.of(end, end, end, date(2099, 12, 31), None),
                dice.of("Y", "y", "J", "j ", "N", "n", "", " Y", "1", None),
                dice.maybe(15, dice.of(0, 30, 60, 90, 180)),
                dice.maybe(12, dice.number(1, 6)),
                dice.of(external, external, external, external, "MANUAL", None),
                dice.of("LOC", "REG", "GLB", None),
                dice.maybe(70, f"0{dice.number(1000, 99999)}"),
                dice.of(*["N"] * 5, "X", None, None),
                created,
                dice.maybe(30, created + timedelta(minutes=dice.number(1, 900000))),
            ]
        )
    return rows


def paid(dice: Dice, budget: object) -> object:
    """What was paid: nothing, some, exactly four fifths, all, or more than planned."""
    if budget is None or dice.chance(15):
        return dice.of(None, "0.00", "125.50")
    cents = int(str(budget).replace(".", ""))
    share = dice.of(0, 10, 35, 60, 80, 80, 95, 100, 130)
    total = cents * int(str(share)) // 100
    return f"{total // 100}.{total % 100:02d}"


def parties() -> list[Row]:
    """Contract parties: two for most contracts, some of contracts that do not exist."""
    dice, rows = Dice("CNTR_PRTY"), []
    for number in range(1, CONTRACTS + 31):
        for sequence in range(1, dice.number(1, 3) + 1):
            start = dice.day(2015, 2025)
            rows.append(
                [
                    len(rows) + 1,
                    contract_no(number),
                    sequence,
                    dice.of("SUP", "SUP", "sup", " BUY", "BUY", "GUA", "gua ", "AGT", "agt", "", None),
                    dice.maybe(10, vendor_id(dice.number(1, VENDORS + 20))),
                    dice.maybe(8, padded(dice, str(dice.of(*FIRST)), 8)),
                    dice.maybe(70, dice.of(*MIDDLE)),
                    dice.maybe(5, padded(dice, str(dice.of(*LAST)), 5)),
                    mail(dice, str(dice.of(*FIRST)), "partner.example"),
                    phone(dice),
                    dice.maybe(8, dice.of("100.00", "50.00", "33.33", "25.00", "0.00", "120.00", "-5.00")),
                    dice.maybe(20, dice.money(1000, 250000)),
                    start,
                    dice.maybe(45, start + timedelta(days=dice.number(30, 3000))),
                    dice.of("Y", "y", "J", "N", " j", "", None),
                    dice.of(*["N"] * 6, "X", None),
                ]
            )
    return rows


def amendments() -> list[Row]:
    """Amendments, the reasons as people typed them."""
    dice, rows = Dice("CNTR_AMD"), []
    for number in range(1, 1601):
        day = dice.day(2016, 2025)
        document = f"DMS/{day.year}/{dice.of('AB', 'CD', 'XY')}-{dice.number(100, 999)}"
        document += str(dice.of(".pdf", ".PDF", ".docx", ".v2.pdf", ""))
        approved = day + timedelta(days=dice.number(-3, 60))
        rows.append(
            [
                number,
                contract_no(dice.number(1, CONTRACTS + 40)),
                dice.number(1, 9),
                dice.of("PRICE", "price", " SCOPE", "TERM ", "term", "OTHER", None),
                dice.maybe(2, day),
                dice.of(
                    dice.money(10, 90000), f"-{dice.money(10, 40000)}", "0.00", dice.money(10, 900), None
                ),
                dice.maybe(5, padded(dice, dice.words(3, 12))),
                user_id(dice, 10),
                dice.maybe(25, approved),
                dice.maybe(6, document),
                dice.of("O", "O", "A", "R", "r", None),
            ]
        )
    return rows


def status_history() -> list[Row]:
    """Status changes of contracts; some days carry the change twice."""
    dice, rows = Dice("CNTR_STAT_HIST"), []
    for number in range(1, CONTRACTS + 1):
        day = dice.day(2015, 2022)
        for status in ("10", "20", "30", "40")[: dice.number(1, 4)]:
            copies = 2 if dice.chance(12) else 1
            for sequence in range(1, copies + 1):
                reason = dice.of("", None, "  ", dice.words(1, 3), dice.words(1, 3))
                rows.append([contract_no(number), day, sequence, status, user_id(dice, 4), reason])
            day += timedelta(days=dice.number(1, 500))
    return rows


def attributes(table: str, count: int, owner: Callable[[Dice], str]) -> list[Row]:
    """Name and value pairs, the values as text whatever they are."""
    dice, rows = Dice(table), []
    names = "INCOTERM Warranty_Months insurance_sum Audit_Date SLA_LEVEL weight_kg".split()
    for number in range(1, count + 1):
        value = dice.of(
            str(dice.number(1, 400)),
            f"{dice.number(1, 90)}.{dice.number(1, 9)}",
            "DAP",
            "n/a",
            "GOLD",
            "",
            None,
        )
        rows.append(
            [
                number,
                owner(dice),
                padded(dice, str(dice.of(*names)), 10),
                value,
                german(dice, 2015, 2024),
                dice.of("KG", "MON", "EUR", None),
                dice.of("X", "x", "", None, None),
            ]
        )
    return rows
