"""Source tables."""

from make_projects import key, moment, one, serial, whole

TABLES = {
    "stg_balance_transaction": (
        160,
        {
            "balance_transaction_id": ("VARCHAR", serial(1, "txn_", 4)),
            "created_at": ("TIMESTAMP", moment()),
            "available_on": ("TIMESTAMP", moment(3)),
            "currency": ("VARCHAR", one("usd", "eur", "USD")),
            "amount": ("INTEGER", whole(-5000, 20000)),
            "fee": ("INTEGER", whole(0, 400, 4)),
            "net": ("INTEGER", whole(-5000, 19000)),
            "type": ("VARCHAR", one("charge", "payment", "refund", "payment_refund", "payout", "adjustment")),
            "description": ("VARCHAR", one("Invoice", None, "Subscription update")),
            "exchange_rate": ("DOUBLE", one(None, "1.1", "0.9")),
            "connected_account_id": ("VARCHAR", one(None, "acct_1", "acct_2")),
        },
    ),
    "stg_charge": (
        70,
        {
            "charge_id": ("VARCHAR", serial(1, "ch_", 4)),
            "balance_transaction_id": ("VARCHAR", serial(1, "txn_", 4)),
            "customer_id": ("VARCHAR", key(1, 22, "cus_", 3, missing=8)),
            "amount": ("INTEGER", whole(10, 20000)),
            "currency": ("VARCHAR", one("usd", "eur")),
            "receipt_email": ("VARCHAR", one("a@x.example", None, "B@y.example")),
            "invoice_id": ("VARCHAR", key(1, 30, "in_", 3, missing=30)),
            "statement_descriptor": ("VARCHAR", one(None, "SHOP 1", "SHOP 2")),
        },
    ),
    "stg_refund": (
        30,
        {
            "refund_id": ("VARCHAR", serial(1, "re_", 4)),
            "balance_transaction_id": ("VARCHAR", serial(71, "txn_", 4)),
            "charge_id": ("VARCHAR", key(1, 70, "ch_", 4)),
            "amount": ("INTEGER", whole(10, 9000)),
            "reason": ("VARCHAR", one("duplicate", "fraudulent", None)),
        },
    ),
    "stg_customer": (
        20,
        {
            "customer_id": ("VARCHAR", serial(1, "cus_", 3)),
            "description": ("VARCHAR", one("Gold", None, "Silver")),
            "email": ("VARCHAR", one("a@x.example", "b@y.example", None)),
            "shipping_address_country": ("VARCHAR", one("DE", "US", None)),
        },
    ),
    "stg_invoice": (
        28,
        {
            "invoice_id": ("VARCHAR", serial(1, "in_", 3)),
            "number": ("VARCHAR", serial(9001, "INV-", 5)),
            "due_date": ("TIMESTAMP", moment(20)),
            "subscription_id": ("VARCHAR", key(1, 9, "sub_", 2, missing=25)),
        },
    ),
}
