"""The source tables of an online subscription business."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta

from make_projects import Columns, Maker, key, moment, one, serial, whole

FIRST = ("ada", "bo", "cleo", "dan", "ela", "finn", "gus", "hana")
LAST = ("adler", "berg", "costa", "dietz", "evans", "fuchs", "gomez")
HOSTS = ("mail.example", "post.example", "work.example")
PLANS = ("BASIC-M", "BASIC-Y", "PRO-M", "PRO-Y", "TEAM-M", "TEAM-Y", "EDU-M", "FREE-M")
PRICES = {
    "BASIC-M": (900, 900, 1100, 1000),
    "BASIC-Y": (9600, 9600, 10800, 11200),
    "PRO-M": (1900, 2300, 2300, 2900),
    "PRO-Y": (19900, 22800, 23200, 23200),
    "TEAM-M": (4900, 5900, 4500, 6100),
    "TEAM-Y": (49200, 58800, 47600, 60400),
    "EDU-M": (500, 500, 400, 700),
    "FREE-M": (0, 0, 300, 0),
}
BIRTHS = (
    "30.06.2007",
    "01.07.2007",
    "30.06.2000",
    "01.07.2000",
    "30.06.1985",
    "01.07.1985",
    "30.06.1960",
    "3.4.1971",
)
FREE_RIDERS = (18, 26)
EVENTS = ("page_view", "page_view", "Page_View", "add_to_cart", "checkout_start", "purchase", "scroll")
SUBJECTS = ("[Billing] double charge", "[LOGIN] no mail", "Re: [bug] export", "refund please")
SHOP = "s://shop.example"
LANDINGS = (
    f"{SHOP}/pricing?utm=cpc",
    f"{SHOP}/",
    SHOP,
    "://www.shop.example/blog/post-1#top",
    f"{SHOP}?ref=a/b",
)
NETS = (1900, 4900, 9900, 19900, 118800, 2900, 0, -1500)


def by(make: Callable[[int], object]) -> Maker:
    """A value that follows from the row number alone."""
    return lambda _, number: make(number)


def on(days: int) -> date:
    """The day so many days after the first."""
    return date(2024, 1, 1) + timedelta(days=days)


def address_of(person: int) -> str:
    """The mail address of one person, the same in every system."""
    return f"{FIRST[person % 8]}.{LAST[person % 7]}{person}@{HOSTS[person % 3]}"


def mail(person: Callable[[int], int]) -> Maker:
    """A person's address in one of several spellings, at times missing."""

    def make(dice: random.Random, number: int) -> object:
        text = address_of(person(number))
        known = [text] * 6 + [text.upper()] * 3 + [f" {text}"] * 3 + [f"{text.title()} "] * 2
        spellings = (*known, None, "", "n/a", "N/A", "-")
        return spellings[dice.randrange(len(spellings))]

    return make


def full_name(dice: random.Random, number: int) -> object:
    """One to three words in any case."""
    first, last = FIRST[dice.randrange(8)], LAST[dice.randrange(7)]
    name = f"{first} {last}"
    long, longer = f"  {first} de {last} ", f"{first} van DER {last}"
    ways = (name, name, name.title(), name.upper(), long, longer, first, None, "  ")
    return ways[dice.randrange(len(ways))]


def start_of(number: int) -> date:
    """First day of a subscription; every ninth starts with its month."""
    start = on(number * 37 % 520)
    return start.replace(day=1) if number % 9 == 0 else start


def end_of(dice: random.Random, number: int) -> object:
    """Last day: open, open by a far date, after a while, on the boundary of the report, or before the start."""
    start = start_of(number)
    lasting = [start + timedelta(days=days) for days in (20, 45, 90, 90, 200, 365)]
    early = start - timedelta(days=3) if number % 3 == 0 else None
    edge = start if number % 2 else date(2025, 6, 1)
    first = (start + timedelta(days=120)).replace(day=1)
    ways = (None, None, "9999-12-31", *lasting, first, date(2025, 5, 31), edge, early)
    return ways[dice.randrange(len(ways))]


def plan_code(dice: random.Random, number: int) -> object:
    """A plan as sales typed it, at times one that no longer exists."""
    code = PLANS[dice.randrange(len(PLANS))]
    ways = (code, code, code, code.lower(), f" {code}", "LEGACY-M" if number % 4 == 0 else code)
    return ways[dice.randrange(6)]


def plan_name(number: int) -> str:
    """Its name, which changed with the last version."""
    return PLANS[number % 8].split("-")[0].title() + (" (new)" if number // 24 else "")


def referrer(number: int) -> int | None:
    """Who brought a user: another, nobody, an unknown, at times himself."""
    return None if number % 2 else number * 13 % 118 + 1 if number % 20 else number % 110 + 1


def effective_from(number: int) -> date:
    """When a plan's version begins; the plan for schools came late."""
    begin = date(2023, 10, 1) + timedelta(days=number // 8 * 150 + number % 8 * 13)
    return begin + timedelta(days=200) if number % 8 == 6 else begin


def net_of(number: int) -> int:
    """Net amount of an invoice in cents."""
    return NETS[number * 5 % 7] if number % 17 else NETS[7]


def tax_of(number: int) -> int:
    """Its tax."""
    return net_of(number) * 19 // 100


def coupon(dice: random.Random, number: int) -> object:
    """A coupon code as typed; most invoices have none."""
    if number % 3:
        return (None, None, "")[dice.randrange(3)]
    code = f"SAVE{dice.randrange(12):02d}"
    return (code, code, code.lower(), f"{code} ")[dice.randrange(4)]


def coupon_value(number: int) -> int:
    """Percent or cents, as the kind has it."""
    if number % 10 == 0:
        return (10, 50, 100)[number // 10]
    return (10, 2500 if number // 10 else 500, 20, 15)[number % 4]


def country(dice: random.Random, number: int) -> object:
    """A country as users typed it; two who left without ever paying are the only ones of theirs."""
    choices = ("de", "DE", "de", " fr", "FR", "uk", "GB", "us", "", None)
    return "ie" if number % 110 + 1 in FREE_RIDERS else choices[dice.randrange(len(choices))]


def paid_amount(dice: random.Random, number: int) -> object:
    """The whole invoice, half of it, or a few cents more or less."""
    invoice = number * 7 % 250
    gross = max(net_of(invoice) + tax_of(invoice), 100)
    return (gross, gross, gross, gross // 2, 500, gross + 1, None)[dice.randrange(7)]


def session_start(number: int) -> datetime:
    """When a session starts; no two start at once."""
    return datetime(2024, 1, 1, 0, 0) + timedelta(days=number * 7919 % 540, minutes=number * 5)


def session_of(number: int) -> int:
    """The session of a page event, some of them unknown."""
    return (number * number + 11 * number + number // 7 * 5) % 283


def event_time(number: int) -> datetime:
    """When a page event happened."""
    return session_start(session_of(number)) + timedelta(seconds=number * 53 % 1800)


def campaign(dice: random.Random, _: int) -> object:
    """A campaign as it stood in the link."""
    code = f"CMP{1 + dice.randrange(32):02d}"
    return (code, code.lower(), f"{code} ", None, None, "", None)[dice.randrange(7)]


def beta_mail(person: int) -> object:
    """The address in the second system."""
    text = address_of(70 + person)
    return None if person % 15 == 4 else "" if person % 15 == 9 else text.upper() if person % 4 == 1 else text


def pick(*choices: object, step: int = 1) -> Maker:
    """One of the choices by row number, repeating after 60 rows."""
    return by(lambda number: choices[number % 60 * step % len(choices)])


TABLES: dict[str, tuple[int, Columns]] = {
    "raw_users": (
        140,
        {
            "id": ("INTEGER", by(lambda n: n % 110 + 1)),
            "batch_no": ("INTEGER", by(lambda n: 2 - n // 110)),
            "email": ("VARCHAR", mail(lambda n: n % 110 + 1)),
            "full_name": ("VARCHAR", full_name),
            "country": ("VARCHAR", country),
            "birth_date": ("VARCHAR", one(*BIRTHS, "00.00.0000", "", None)),
            "opt_in": ("VARCHAR", one("Y", "n", "yes", "TRUE", "1", "0", "", None)),
            "locale": ("VARCHAR", one("de_DE", "fr_FR", "en-GB", None)),
            "created_at": ("TIMESTAMP", moment(span=540)),
            "signup_ip": ("VARCHAR", one("203.0.113.45", "198.51.100.7", "192.0.2.200", "2001:db8::1", None)),
            "referrer_id": ("INTEGER", by(referrer)),
        },
    ),
    "raw_plans": (
        32,
        {
            "plan_code": ("VARCHAR", by(lambda n: PLANS[n % 8])),
            "plan_name": ("VARCHAR", by(plan_name)),
            "effective_from": ("DATE", by(effective_from)),
            "price_cents": ("INTEGER", by(lambda n: PRICES[PLANS[n % 8]][n // 8])),
            "max_seats": ("INTEGER", one(1, 5, 20, None)),
        },
    ),
    "raw_subscriptions": (
        170,
        {
            "id": ("INTEGER", serial(1)),
            "user_id": ("INTEGER", key(1, 113, missing=4)),
            "plan_code": ("VARCHAR", plan_code),
            "started_on": ("DATE", by(start_of)),
            "ended_on": ("DATE", end_of),
            "state": ("VARCHAR", one("a", "A", "a", "a", "c", "C", "p", "x", "T", None)),
            "seats": ("INTEGER", one(1, 1, 1, 2, 3, 5, 0, -1, None)),
            "cancel_code": ("VARCHAR", one("PRC", "FEA", "SUP", "OTH", "prc", "", None, None)),
            "sales_rep": ("VARCHAR", one("R. Okafor", "M. Lind", None)),
            "promo_code": ("VARCHAR", one("SAVE01", "", None)),
        },
    ),
    "raw_invoices": (
        240,
        {
            "id": ("INTEGER", serial(1)),
            "subscription_id": ("INTEGER", by(lambda n: n * 13 % 177 + 1)),
            "invoice_no": ("VARCHAR", by(lambda n: f"INV/{2024 + n % 2}/{n * 3 + 1:05d}")),
            "issued_on": ("DATE", by(lambda n: on(n * 41 % 546))),
            "due_days": ("INTEGER", one(14, 30, 0, 60, None)),
            "net_cents": ("INTEGER", by(net_of)),
            "tax_cents": ("INTEGER", by(lambda n: None if n % 13 == 5 else tax_of(n))),
            "coupon_code": ("VARCHAR", coupon),
            "currency": ("VARCHAR", one("EUR", "EUR", "eur", None)),
            "memo": ("VARCHAR", one(None, None, None, "", "VOID", "void - typo", "paid by wire, not void")),
        },
    ),
    "raw_coupons": (
        30,
        {
            "code": ("VARCHAR", by(lambda n: f"SAVE{n % 10:02d}")),
            "kind": ("VARCHAR", by(lambda n: ("pct", "amt", "PCT", "gift")[n % 4 if n % 10 else 0])),
            "value": ("INTEGER", by(coupon_value)),
            "valid_from": ("DATE", by(lambda n: on(n // 10 * 205))),
            "valid_to": ("DATE", by(lambda n: None if n >= 20 else on(n // 10 * 205 + 164))),
        },
    ),
    "raw_payments": (
        300,
        {
            "id": ("INTEGER", serial(1)),
            "invoice_id": ("INTEGER", by(lambda n: n * 7 % 250 + 1)),
            "amount_cents": ("INTEGER", paid_amount),
            "method": ("VARCHAR", one("card", "sepa", "paypal", None)),
            "status": ("VARCHAR", one("succeeded", "succeeded", "Succeeded", "failed", "pending", None)),
            "paid_epoch": ("BIGINT", by(lambda n: 1704067200 + n * 41 % 546 * 86400 + n % 3 // 2 * 86399)),
            "psp_ref": ("VARCHAR", serial(5000, "ch_", 6)),
        },
    ),
    "raw_refunds": (
        70,
        {
            "id": ("INTEGER", serial(1)),
            "payment_id": ("INTEGER", by(lambda n: n * 9 % 311 + 1)),
            "amount_txt": ("VARCHAR", one("19,00", "1.188,00", "0,50", "-5,00", " 49,00", "", None)),
            "refunded_on": ("DATE", by(lambda n: date(2024, 3, 1) + timedelta(days=n * 17 % 480))),
            "psp_ref": ("VARCHAR", serial(900, "re_", 6)),
        },
    ),
    "raw_campaigns": (
        30,
        {
            "code": ("VARCHAR", serial(1, "CMP", 2)),
            "name": ("VARCHAR", by(lambda n: f"{('Spring', 'Summer', 'Winter')[n % 3]} push {n // 3 + 1}")),
            "channel": ("VARCHAR", one("email", "paid_social", "paid_search", None)),
        },
    ),
    "raw_sessions": (
        280,
        {
            "session_id": ("VARCHAR", serial(1, "S", 5)),
            "user_id": ("INTEGER", key(1, 112, missing=20)),
            "started_at": ("TIMESTAMP", by(session_start)),
            "landing_url": ("VARCHAR", one(*[f"http{tail}" for tail in LANDINGS], None)),
            "utm_campaign": ("VARCHAR", campaign),
            "referrer_host": ("VARCHAR", one(None, None, "", "www.google.com", "Bing.com", "news.example")),
            "device": ("VARCHAR", one("mobile", "desktop", "desktop", "bot", None)),
        },
    ),
    "raw_page_events": (
        300,
        {
            "event_id": ("INTEGER", serial(1)),
            "session_id": ("VARCHAR", by(lambda n: f"S{session_of(n) + 1:05d}")),
            "event_name": ("VARCHAR", one(*EVENTS)),
            "page": ("VARCHAR", one("/", "/pricing", "/Pricing/teams", "/blog", "/blog/pricing", None)),
            "event_at": ("TIMESTAMP", by(event_time)),
        },
    ),
    "raw_tickets": (
        150,
        {
            "id": ("INTEGER", serial(1)),
            "user_id": ("INTEGER", key(1, 114, missing=3)),
            "subject": ("VARCHAR", one(*SUBJECTS, "", None)),
            "opened_at": ("TIMESTAMP", moment(span=540)),
            "state": ("VARCHAR", one("open", "closed", "Closed", "pending", None)),
            "rating": ("INTEGER", whole(1, 5, 60)),
        },
    ),
    "crm_alpha": (
        85,
        {
            "contact_id": ("VARCHAR", serial(1, "A-", 4)),
            "email": ("VARCHAR", mail(lambda n: 30 + n % 65)),
            "company": ("VARCHAR", one("Nordlicht GmbH", "Blue Kite Ltd", "", " ", None)),
            "phone": ("VARCHAR", one("+49 (30) 123-45", "0049 30 777 1", "n/a", "", None)),
            "owner": ("VARCHAR", one("lind", "okafor", None)),
            "modified_at": ("TIMESTAMP", moment(span=500)),
        },
    ),
    "crm_beta": (
        75,
        {
            "id": ("INTEGER", by(lambda n: 7001 + n % 60)),
            "mail": ("VARCHAR", by(lambda n: beta_mail(n % 60))),
            "organisation": ("VARCHAR", pick("Kite Ltd.", "Oak & Co", "", None, "Fern AG")),
            "tel": ("VARCHAR", pick("030/555-1", "tbd", None, "+44 20 7946 0000")),
            "account_manager": ("VARCHAR", pick("Petra", None, "Samir")),
            "changed_on": ("VARCHAR", by(lambda n: f"{on(31 + n % 60 * 19 % 500):%Y%m%d}")),
        },
    ),
}
