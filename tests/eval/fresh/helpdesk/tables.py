"""Source tables."""

from make_projects import written

TABLES = {
    "tickets": written(
        "ticket_id BIGINT | subject VARCHAR | channel VARCHAR | assignee_id INTEGER | priority INTEGER"
        " | status VARCHAR | created_at TIMESTAMP | satisfaction INTEGER | is_deleted BOOLEAN",
        """
        501 | Cannot log in     | email | 1  | 1 | solved  | 2024-03-01 08:00:00 | 5 | false
        502 | Invoice wrong     | email | 1  | 3 | closed  | 2024-03-01 09:30:00 | 3 | false
        503 | Slow report       | web   | 2  | 4 | open    | 2024-03-02 23:50:00 |   | false
        504 | Win a prize       | spam  | 2  | 5 | new     | 2024-03-03 00:00:00 |   | false
        505 | Export fails      | chat  |    | 2 | new     | 2024-03-03 10:00:00 |   | false
        506 | Password reset    | web   | 9  |   | pending | 2024-03-04 11:11:00 |   | false
        507 | Duplicate of 503  | web   | 2  | 3 | closed  | 2024-03-04 12:00:00 | 1 | true
        508 | Add a user        | chat  | 3  | 5 | solved  | 2024-02-28 16:00:00 | 4 | false
        509 | Remove a user     | chat  | 3  | 7 | solved  | 2024-02-29 16:00:00 | 4 | false
        510 | API limit         | email | 1  | 2 | open    | 2024-03-10 07:45:00 | 4 | false
        511 | Wrong VAT         | email | 2  | 3 | solved  | 2024-03-11 13:00:00 |   | false
        512 | Theme colours     | web   | 4  | 4 | closed  | 2024-01-15 13:00:00 | 2 | false
        513 | Import stuck      | web   | 3  | 1 | pending | 2024-03-12 13:05:00 |   | false
        514 | Question          |       | 3  | 3 | closed  | 2024-03-12 15:00:00 | 5 | false
        515 | Change of address | email | 6  | 3 | closed  | 2024-03-13 09:00:00 | 5 | false
        516 | Refund            | email | 6  | 2 | open    | 2024-03-14 09:00:00 | 4 | false
        517 | Refund again      | email | 6  | 2 | pending | 2024-03-15 09:00:00 | 4 | false
        518 | Cheap watches     | spam  | 7  | 5 | closed  | 2024-03-15 10:00:00 | 1 | false
        519 | Broken link       | web   | 8  | 4 | solved  | 2024-03-31 23:59:00 | 2 | false
        520 | Broken link 2     | web   | 8  | 4 | new     | 2024-04-01 00:00:00 | 3 | false
        521 | Test ticket       | web   | 11 | 4 | new     | 2024-04-02 00:00:00 | 3 | true
        522 | Webhook retries   | chat  | 12 | 1 | open    | 2024-04-03 12:30:00 |   | false
        """,
    ),
    "ticket_comments": written(
        "comment_id INTEGER | ticket_id BIGINT | author_role VARCHAR | is_public BOOLEAN | created_at TIMESTAMP",
        """
        1  | 501 | customer | true  | 2024-03-01 08:00:00
        2  | 501 | agent    | false | 2024-03-01 08:05:00
        3  | 501 | agent    | true  | 2024-03-01 08:42:00
        4  | 502 | agent    | true  | 2024-03-02 09:30:00
        5  | 502 | customer | true  | 2024-03-02 10:00:00
        6  | 502 | agent    | true  | 2024-03-02 10:15:00
        7  | 503 | agent    | true  | 2024-03-03 00:10:00
        8  | 504 | agent    | true  | 2024-03-03 08:00:00
        9  | 505 | customer | true  | 2024-03-03 10:01:00
        10 | 507 | agent    | true  | 2024-03-04 12:30:00
        11 | 508 | agent    | true  | 2024-02-29 08:00:00
        12 | 509 | agent    | false | 2024-02-29 17:00:00
        13 | 511 | agent    | true  | 2024-03-11 13:00:00
        14 | 511 | agent    | false | 2024-03-11 12:59:00
        15 | 512 | customer | true  | 2024-01-15 13:30:00
        16 | 512 | agent    | true  | 2024-01-16 14:00:00
        17 | 513 | agent    | true  | 2024-03-12 14:20:00
        18 | 513 | agent    | true  | 2024-03-12 13:35:00
        19 | 599 | agent    | true  | 2024-03-12 13:35:00
        20 | 515 | agent    | true  | 2024-03-13 09:01:00
        21 | 519 | agent    | true  | 2024-04-01 00:09:00
        22 | 519 | agent    | true  | 2024-04-01 00:19:00
        23 | 522 | agent    | false | 2024-04-03 12:40:00
        """,
    ),
    "agents": written(
        "agent_id INTEGER | first_name VARCHAR | last_name VARCHAR | team VARCHAR | active VARCHAR",
        """
        1  | Priya | Nair     | Tier 1  | Y
        2  | Tomas | Novak    | Tier 2  | Y
        3  | Lea   | de Vries |         | Y
        4  | Omar  | Haddad   | Tier 1  | N
        5  | Yuki  | Mori     | Billing | Y
        6  | Adam  | Bauer    | Billing | Y
        7  | Bea   | Costa    |         | Y
        8  | Carl  | Dunn     | Tier 2  | Y
        10 | Dora  | Egan     | Tier 1  |
        11 | Emil  | Frank    | Tier 1  | Y
        12 | Fay   | Gomez    | Tier 3  | Y
        13 | Gil   | Hoffmann | Tier 3  | N
        14 | Hana  | Ito      | Tier 2  | Y
        """,
    ),
}
