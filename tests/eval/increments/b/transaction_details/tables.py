"""Source tables."""

from make_projects import day, key, money, one, serial

TABLES = {
    "stg_transaction_line": (
        220,
        {
            "transaction_line_id": ("INTEGER", serial(1)),
            "transaction_id": ("INTEGER", key(1, 80)),
            "account_id": ("INTEGER", key(1, 12)),
            "department_id": ("INTEGER", key(1, 5, missing=20)),
            "subsidiary_id": ("INTEGER", key(1, 3)),
            "memo": ("VARCHAR", one("fee", None, " Rent ")),
            "amount": ("DOUBLE", money(-500, 500, 4)),
            "net_amount": ("DOUBLE", money(-500, 500, 4)),
            "is_main_line": ("BOOLEAN", one("true", "false")),
            "is_posting": ("BOOLEAN", one("true", "true", "false")),
            "exchange_rate": ("DOUBLE", one("1", "1.1", "0.9", None)),
        },
    ),
    "stg_transaction": (
        80,
        {
            "transaction_id": ("INTEGER", serial(1)),
            "transaction_type": ("VARCHAR", one("Invoice", "Bill", "Journal")),
            "transaction_date": ("DATE", day()),
            "due_date": ("DATE", day(30)),
            "transaction_number": ("VARCHAR", serial(1, "T", 4)),
            "entity_id": ("INTEGER", key(1, 10, missing=10)),
            "status": ("VARCHAR", one("A", "B", None)),
        },
    ),
    "stg_account": (
        12,
        {
            "account_id": ("INTEGER", serial(1)),
            "account_name": ("VARCHAR", serial(1, "Account ", 2)),
            "account_type": (
                "VARCHAR",
                one("Income", "Expense", "Bank", "Other Income", "Cost of Goods Sold"),
            ),
            "account_number": ("VARCHAR", serial(1000, "4", 4)),
            "is_leftside": ("BOOLEAN", one("true", "false")),
        },
    ),
    "stg_entity": (
        9,
        {
            "entity_id": ("INTEGER", serial(1)),
            "company_name": ("VARCHAR", one("Acme", "Hooli")),
            "country": ("VARCHAR", one("de", "us", None)),
        },
    ),
    "stg_department": (
        5,
        {
            "department_id": ("INTEGER", serial(1)),
            "name": ("VARCHAR", one("Sales", "Ops")),
            "full_name": ("VARCHAR", serial(1, "Dept ", 1)),
        },
    ),
    "stg_subsidiary": (
        3,
        {
            "subsidiary_id": ("INTEGER", serial(1)),
            "name": ("VARCHAR", serial(1, "Sub ", 1)),
            "currency": ("VARCHAR", one("EUR", "USD")),
        },
    ),
}
