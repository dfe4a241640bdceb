"""Source tables."""

from make_projects import written

TABLES = {
    "stg_mixpanel__event": written(
        "event_id INTEGER | event_type VARCHAR | date_day DATE | occurred_at TIMESTAMP | people_id VARCHAR"
        " | insert_id VARCHAR | session_id VARCHAR | platform VARCHAR | is_internal BOOLEAN",
        """
        1  | sign_up  | 2025-01-30 | 2025-01-30 08:00:00 | p1 | i1  | s1  | web     | false
        2  | sign_up  | 2025-01-30 | 2025-01-30 08:01:00 | p2 | i2  | s2  | ios     |
        3  | sign_up  | 2025-01-30 | 2025-01-30 08:02:00 | p9 | i3  | s3  | web     | true
        4  | open_app | 2025-01-30 | 2025-01-30 08:03:00 | p1 | i4  | s1  | web     | false
        5  | open_app | 2025-01-30 | 2025-01-30 09:03:00 | p1 | i5  | s4  | android | false
        6  | open_app | 2025-01-30 | 2025-01-30 09:05:00 |    | i6  |     | tv      |
        7  |          | 2025-01-30 | 2025-01-30 09:06:00 | p1 | i7  | s4  | android | false
        8  | open_app | 2025-01-31 | 2025-01-31 07:00:00 | p2 | i8  | s5  | ios     | false
        9  | open_app | 2025-01-31 | 2025-01-31 07:10:00 | p2 | i9  | s5  | ios     |
        10 | open_app | 2025-01-31 | 2025-01-31 07:20:00 | p1 | i10 | s6  | web     | false
        11 | open_app | 2025-01-31 | 2025-01-31 07:30:00 | p9 | i11 | s7  | web     | true
        12 | export   | 2025-01-31 | 2025-01-31 10:00:00 | p9 | i12 | s7  | web     | true
        13 | export   | 2025-02-01 | 2025-02-01 10:00:00 |    | i13 | s8  | web     | false
        14 | export   | 2025-02-01 | 2025-02-01 10:30:00 |    | i14 | s8  |         |
        15 | open_app | 2025-02-01 | 2025-02-01 11:00:00 | p3 | i15 | s9  | android | false
        16 | open_app | 2025-02-01 | 2025-02-01 12:00:00 | p1 | i16 | s10 | ios     | false
        17 | sign_up  | 2025-02-01 | 2025-02-01 10:59:00 | p3 | i17 | s9  | android | false
        18 | export   | 2025-02-02 | 2025-02-02 15:00:00 | p2 | i18 | s11 | ios     | false
        19 | export   | 2025-02-02 | 2025-02-02 15:10:00 | p2 | i19 | s11 | ios     | false
        20 | export   | 2025-02-02 | 2025-02-02 16:00:00 | p3 | i20 | s12 | web     | false
        21 | open_app | 2025-02-03 | 2025-02-03 06:00:00 | p8 | i21 | s13 | Web     | true
        22 | open_app | 2025-02-03 | 2025-02-03 06:30:00 | p4 | i22 | s14 | web     | false
        23 | sign_up  | 2025-02-03 | 2025-02-03 06:29:00 | p4 | i23 | s14 | web     | false
        24 | export   | 2025-02-03 | 2025-02-03 07:00:00 | p2 | i24 | s15 | android |
        """,
    ),
}
