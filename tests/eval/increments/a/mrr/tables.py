"""Source tables."""

import random

from make_projects import day, name_of, one, serial, whole

_MONTHS = ("2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01")


def _month(_dice: random.Random, number: int) -> object:
    return _MONTHS[number % 6]


def _customer(_dice: random.Random, number: int) -> object:
    return number // 6 + 1


TABLES = {
    "customer_revenue_by_month": (
        150,
        {
            "date_month": ("DATE", _month),
            "customer_id": ("INTEGER", _customer),
            "mrr": ("DOUBLE", one(0, 0, 10, 25, 49, 99)),
            "seats": ("INTEGER", whole(0, 9, 5)),
            "plan_code": ("VARCHAR", one("basic", "pro", None)),
        },
    ),
    "customers": (
        24,
        {
            "customer_id": ("INTEGER", serial(1)),
            "customer_name": ("VARCHAR", name_of(("Acme", "Hooli", "Initech"), ("AG", "Ltd"))),
            "segment": ("VARCHAR", one("smb", "enterprise", None)),
            "signup_date": ("DATE", day(5)),
        },
    ),
}
