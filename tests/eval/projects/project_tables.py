"""The source tables of the small projects, column by column."""

from __future__ import annotations

from make_projects import Columns, day, key, moment, money, name_of, one, serial, whole

FIRST = ("Ada", "Bo", "Cleo", "Dan", "Ela", "Finn", "Gus", "Hana")
LAST = ("Adler", "Berg", "Costa", "Dietz", "Evans", "Fuchs", "Gomez")

RETAIL: dict[str, tuple[int, Columns]] = {
    "raw_customers": (
        150,
        {
            "id": ("INTEGER", serial(1)),
            "first_name": ("VARCHAR", name_of(FIRST)),
            "last_name": ("VARCHAR", name_of(LAST, missing=6)),
            "email": (
                "VARCHAR",
                one("ada@shop.example", "BO@Mail.example", " cleo@shop.example", "none", None),
            ),
            "signup_date": ("DATE", day(3)),
            "country": ("VARCHAR", one("de", "DE", "fr", "us", "", None)),
            "opt_in": ("VARCHAR", one("yes", "no", "YES", "1", None)),
        },
    ),
    "raw_orders": (
        400,
        {
            "id": ("INTEGER", serial(1001)),
            "customer_id": ("INTEGER", key(1, 140)),
            "order_ts": ("TIMESTAMP", moment()),
            "status": ("VARCHAR", one("placed", "shipped", "Delivered", "returned", "return_pending", None)),
            "channel": ("VARCHAR", one("web", "store", "APP", None)),
            "coupon_code": ("VARCHAR", one("SUMMER10", "", None, None, "WELCOME")),
            "shipping_cents": ("INTEGER", one(0, 0, 495, 990, None)),
        },
    ),
    "raw_order_items": (
        500,
        {
            "id": ("INTEGER", serial(1)),
            "order_id": ("INTEGER", key(1001, 1400)),
            "sku": ("VARCHAR", key(1, 42, "SKU-", 3)),
            "qty": ("INTEGER", whole(1, 6)),
            "unit_price_cents": ("INTEGER", one(199, 499, 1250, 2400, 9900)),
            "discount_pct": ("DECIMAL(5,2)", one("0.00", "10.00", "25.00", None)),
        },
    ),
    "raw_payments": (
        450,
        {
            "id": ("INTEGER", serial(1)),
            "order_id": ("INTEGER", key(1001, 1400)),
            "method": ("VARCHAR", one("credit_card", "gift_card", "bank_transfer", "coupon")),
            "amount_cents": ("INTEGER", whole(100, 25000)),
            "status": ("VARCHAR", one("success", "success", "success", "failed", None)),
        },
    ),
    "raw_products": (
        40,
        {
            "sku": ("VARCHAR", serial(1, "SKU-", 3)),
            "name": ("VARCHAR", name_of(("Blue", "Red", "Oak"), ("Mug", "Lamp", "Chair"))),
            "category": ("VARCHAR", one("kitchen", "light", "furniture")),
            "cost_cents": ("INTEGER", whole(80, 4000, 8)),
            "discontinued_on": ("DATE", day(80)),
        },
    ),
}

CLAIMS: dict[str, tuple[int, Columns]] = {
    "MBR": (
        180,
        {
            "MBR_ID": ("VARCHAR", serial(1, "M", 5)),
            "DOB": ("VARCHAR", one("19700101", "19851231", "20010229", "20150615", "", None, "19401105")),
            "SEX_CD": ("VARCHAR", one("M", "F", "f", "U", None)),
            "ZIP": ("VARCHAR", one("02139", "2139", "94105-1234", "10001", None)),
            "PLAN_CD": ("VARCHAR", one("HMO1", "PPO2", "ppo2", "EPO3", None)),
            "EFF_DT": ("DATE", day()),
            "TERM_DT": ("DATE", day(70)),
        },
    ),
    "PROVIDER": (
        60,
        {
            "PROV_ID": ("INTEGER", serial(1)),
            "NPI": ("VARCHAR", key(1000000000, 1999999999, "", 10, 5)),
            "PROV_NAME": ("VARCHAR", name_of(LAST, ("Clinic", "MD", "Hospital"))),
            "SPEC_CD": ("VARCHAR", one("207Q", "208D", "282N", None)),
            "STATE": ("VARCHAR", one("MA", "CA", "ma", "NY")),
        },
    ),
    "CLAIM_HDR": (
        400,
        {
            "CLM_ID": ("VARCHAR", serial(1, "CL-2024-", 4)),
            "MBR_ID": ("VARCHAR", key(1, 190, "M", 5)),
            "PROV_ID": ("INTEGER", key(1, 64, missing=3)),
            "SVC_FROM": ("DATE", day()),
            "SVC_TO": ("DATE", day(5)),
            "RCVD_DT": ("DATE", day(2)),
            "PAID_DT": ("DATE", day(25)),
            "CLM_TYPE": ("VARCHAR", one("P", "I", "D", "X", None)),
            "STATUS": ("VARCHAR", one("PAID", "Denied", "PEND", "VOID", None)),
            "BILLED": ("DECIMAL(12,2)", money(50, 9000, 4)),
        },
    ),
    "CLM_LINE": (
        500,
        {
            "LINE_ID": ("INTEGER", serial(1)),
            "CLM_ID": ("VARCHAR", key(1, 410, "CL-2024-", 4)),
            "PROC_CD": ("VARCHAR", one("99213", "99213-25", "80053", "J1100", None)),
            "UNITS": ("INTEGER", one(0, 1, 1, 2, 5, None)),
            "BILLED_AMT": ("DECIMAL(12,2)", money(10, 2000)),
            "ALLOWED_AMT": ("DECIMAL(12,2)", money(5, 1500, 10)),
            "PAID_AMT": ("DECIMAL(12,2)", money(0, 1400, 15)),
            "DENIAL_CD": ("VARCHAR", one(None, None, None, "CO-45", "PR-1", "")),
        },
    ),
    "PHARM_CLAIM": (
        300,
        {
            "RX_ID": ("INTEGER", serial(50001)),
            "MBR_ID": ("VARCHAR", key(1, 185, "M", 5)),
            "FILL_DT": ("DATE", day()),
            "NDC": ("VARCHAR", one("00071-0155-23", "0071015523", "55111068205", None)),
            "DAYS_SUPPLY": ("INTEGER", one(30, 90, 14, 0, None)),
            "INGR_COST": ("DECIMAL(10,2)", money(2, 400)),
            "DISP_FEE": ("DECIMAL(10,2)", one("1.50", "0.00", None)),
            "COPAY": ("DECIMAL(10,2)", one("0.00", "5.00", "25.00", None)),
            "REVERSAL_FLG": ("VARCHAR", one("N", "N", "N", "Y", None)),
        },
    ),
}

LOGISTICS: dict[str, tuple[int, Columns]] = {
    "carrier": (
        30,
        {
            "carrier_code": ("VARCHAR", serial(1, "K", 2)),
            "carrier_name": ("VARCHAR", name_of(("North", "Blue", "Swift"), ("Line", "Cargo", "Freight"))),
            "mode": ("VARCHAR", one("SEA", "AIR", "road", None)),
            "rating": ("DECIMAL(3,1)", one("4.5", "3.0", "2.5", "5.0", None)),
            "contract_end": ("DATE", day(20)),
        },
    ),
    "port": (
        25,
        {
            "port_code": ("VARCHAR", serial(1, "P", 3)),
            "port_name": ("VARCHAR", name_of(("Old", "New", "East"), ("Haven", "Quay", "Dock"))),
            "country": ("VARCHAR", one("NL", "DE", "SG", "US")),
            "utc_offset": ("INTEGER", one(0, 1, 8, -5)),
        },
    ),
    "shipment": (
        300,
        {
            "shipment_no": ("VARCHAR", serial(1, "SH", 5)),
            "carrier_code": ("VARCHAR", key(1, 33, "K", 2, 4)),
            "origin_port": ("VARCHAR", key(1, 25, "P", 3)),
            "dest_port": ("VARCHAR", key(1, 27, "P", 3)),
            "booked_on": ("DATE", day()),
            "eta": ("TIMESTAMP", moment(5)),
            "arrived_at": ("TIMESTAMP", moment(20)),
            "weight_kg": ("DECIMAL(10,2)", money(5, 24000, 5)),
            "volume_m3": ("DECIMAL(10,2)", one("0.00", "1.20", "12.00", "33.50", None)),
            "freight_usd": ("DECIMAL(12,2)", money(100, 9000)),
            "incoterm": ("VARCHAR", one("FOB", "CIF", "exw", " DAP ", "", None)),
            "hazard": ("VARCHAR", one("N", "N", "Y", "3.1", None)),
        },
    ),
    "scan_event": (
        500,
        {
            "event_id": ("INTEGER", serial(1)),
            "shipment_no": ("VARCHAR", key(1, 305, "SH", 5)),
            "scanned_at": ("TIMESTAMP", moment()),
            "event_code": ("VARCHAR", one("PU", "DEP", "ARR", "DLV", "EXC")),
            "location": ("VARCHAR", one("P001/Gate 4", "P002/Yard", "P003", None)),
            "note": ("VARCHAR", one("ok", " damaged box ", "Delay: weather", "delay: customs", "", None)),
        },
    ),
}

PERMITS: dict[str, tuple[int, Columns]] = {
    "APPL": (
        350,
        {
            "APPL_NO": ("VARCHAR", serial(1, "B/2024/", 5)),
            "APPLICANT_ID": ("INTEGER", key(1, 105)),
            "DISTRICT_CD": ("VARCHAR", key(1, 9, "D", 2, 3)),
            "TYPE_CD": ("VARCHAR", one("NEW", "REN", "ren", "DEM", "CHG", None)),
            "FILED_ON": ("DATE", day()),
            "DECIDED_ON": ("DATE", day(30)),
            "OUTCOME": ("VARCHAR", one("G", "R", "W", None)),
            "COST_EST": ("DECIMAL(14,2)", money(500, 900000, 8)),
            "FLOOR_M2": ("DECIMAL(10,2)", one("0.00", "85.50", "120.00", "4000.00", None)),
            "ADDRESS": (
                "VARCHAR",
                one("12 Mill Rd, Eastham", "Church Lane 3,Westham", "4 Hill St", "", None),
            ),
            "REMARK": ("VARCHAR", one("urgent", "URGENT - owner waits", "see file", "", None)),
            "HERITAGE": ("VARCHAR", one("yes", "no", "Y", "n", None)),
        },
    ),
    "APPLICANTS": (
        100,
        {
            "ID": ("INTEGER", serial(1)),
            "FIRST": ("VARCHAR", name_of(FIRST, missing=25)),
            "LAST": ("VARCHAR", name_of(LAST)),
            "COMPANY": ("VARCHAR", one(None, None, "Stone & Co", "GreenBuild Ltd", "")),
            "PHONE": ("VARCHAR", one("555-0100", "(555) 0101", "0555 0102", "", None)),
            "CREATED": ("VARCHAR", day(4, 400, "%d/%m/%Y")),
        },
    ),
    "FEE": (
        420,
        {
            "FEE_ID": ("INTEGER", serial(1)),
            "APPL_NO": ("VARCHAR", key(1, 355, "B/2024/", 5)),
            "KIND": ("VARCHAR", one("BASE", "LATE", "base", "PLAN")),
            "AMOUNT": ("DECIMAL(10,2)", money(20, 900, 3)),
            "DUE_ON": ("DATE", day()),
            "PAID_ON": ("DATE", day(35)),
            "WAIVED": ("VARCHAR", one("N", "N", "N", "Y", None)),
        },
    ),
    "INSPECTION": (
        300,
        {
            "INSP_NO": ("INTEGER", serial(1)),
            "APPL_NO": ("VARCHAR", key(1, 352, "B/2024/", 5)),
            "DONE_AT": ("TIMESTAMP", moment(10)),
            "RESULT": ("VARCHAR", one("pass", "fail", "PASS", None)),
            "SCORE": ("INTEGER", whole(0, 100, 12)),
        },
    ),
    "DISTRICT": (
        8,
        {
            "DISTRICT_CD": ("VARCHAR", serial(1, "D", 2)),
            "DISTRICT_NAME": ("VARCHAR", name_of(("North", "South", "Old"), ("Quarter", "Town", "Mills"))),
            "RESIDENTS": ("INTEGER", whole(900, 40000)),
        },
    ),
}

PROJECTS = {"retail": RETAIL, "claims": CLAIMS, "logistics": LOGISTICS, "permits": PERMITS}
