"""Source tables."""

from make_projects import written

TABLES = {
    "gh_user": written(
        "id BIGINT | login VARCHAR | name VARCHAR | type VARCHAR | company VARCHAR | created_at TIMESTAMP",
        """
        1  | Ayo-K           | Ayo Kalu      | User | @northwind   | 2019-02-03 10:11:00
        2  | 'britt '        |               | User | ' Contoso '  | 2020-12-31 23:59:59
        3  | chenwei         | ' Chen Wei '  | user |              | 2018-07-01 00:00:00
        4  | Dora            | ''            | User | '  @acme'    | 2021-03-14 15:00:00
        5  | dependabot[bot] |               | Bot  |              | 2017-05-05 05:05:05
        6  | CI-Relay        | CI Relay      | BOT  | @acme        | 2022-01-01 00:00:00
        7  | test-runner     | Test Runner   | User | @acme        | 2022-02-02 02:02:02
        8  |                 | No Login      | User | acme         | 2022-02-03 02:02:02
        9  | Emil_R          | Emil Roth     | User | ''           | 2023-09-09 09:09:00
        10 | fatima          | Fatima Zaidi  |      | @            | 2024-04-01 12:00:00
        11 | gus             | '  '          | User | acme @ home  | 2024-04-02 12:00:00
        12 | TEST-Admin      | Admin         | User | @acme        | 2024-04-03 12:00:00
        13 | hana            | Hana Novak    | User | @contoso     | 2024-06-30 23:00:00
        14 | ivan            | Ivan          | User |              | 2024-10-10 10:10:10
        15 | jo-latest-      | Jo            | User | @northwind   | 2025-01-01 00:00:01
        16 | '  '            | Blank         | User | @northwind   | 2025-01-02 00:00:01
        17 | Kim             |               | Organization | kimco | 2025-01-03 00:00:01
        """,
    ),
    "gh_repository": written(
        "id BIGINT | full_name VARCHAR | private BOOLEAN | fork BOOLEAN | archived BOOLEAN"
        " | default_branch VARCHAR | created_at TIMESTAMP",
        """
        101 | acme/site             | false | false | false | main    | 2019-03-01 08:00:00
        102 | acme/Core             | true  | false |       | master  | 2019-03-02 08:00:00
        103 | acme/tools            |       |       | false | ''      | 2020-01-15 09:30:00
        104 | acme/site-fork        | false | true  | false | main    | 2020-02-15 09:30:00
        105 | northwind/etl         | true  | false | true  | develop | 2020-05-20 17:45:00
        106 | northwind/docs.public | false |       |       |         | 2021-08-08 08:08:08
        107 | contoso/app           | true  | false | false | main    | 2021-11-11 11:11:11
        108 | contoso/api           | false | false | false | master  | 2022-06-06 06:06:06
        109 | contoso/linux         | false | true  | true  | master  | 2022-07-07 07:07:07
        110 | acme/data             |       | false | true  | main    | 2023-01-31 12:00:00
        111 | zed/one               | false | false | false | trunk   | 2024-02-29 00:00:00
        112 | zed/two               | true  | false | false | main    | 2024-03-01 00:00:00
        113 | zed/empty             | true  | false | false | main    | 2025-04-01 00:00:00
        """,
    ),
    "gh_issue": written(
        "id BIGINT | repository_id BIGINT | number INTEGER | title VARCHAR | state VARCHAR | user_id BIGINT"
        " | pull_request BOOLEAN | created_at TIMESTAMP | closed_at TIMESTAMP",
        """
        1001 | 101 | 1  | ' Log-in fails '     | open   | 1  | false | 2025-01-05 08:00:00 |
        1002 | 101 | 2  | Add dark theme       | CLOSED | 2  |       | 2025-01-20 09:15:00 | 2025-03-02 10:00:00
        1003 | 101 | 3  | Fix log-in           | closed | 1  | true  | 2025-01-06 10:00:00 | 2025-01-06 16:20:00
        1004 | 101 | 4  | Broken link          | closed | 3  | false | 2025-01-31 23:50:00 | 2025-02-01 00:10:00
        1005 | 101 | 5  | Typo in footer       | open   | 9  | true  | 2025-02-10 12:00:00 |
        1006 | 102 | 1  | Slow start           | Open   | 4  | false | 2025-02-11 07:07:00 |
        1007 | 102 | 2  | Cache settings       | closed | 4  | true  | 2025-02-12 08:00:00 | 2025-02-28 23:59:00
        1008 | 102 | 3  | Memory grows         | closed | 99 | false | 2025-02-14 14:00:00 | 2025-02-14 14:20:00
        1009 | 102 | 4  | Bump library         | closed | 5  | true  | 2025-03-01 01:00:00 | 2025-03-03 09:00:00
        1010 | 103 | 1  | Write a guide        | open   | 10 | false | 2025-03-03 10:00:00 |
        1011 | 103 | 2  | Guide                | open   | 10 | true  | 2025-03-04 10:00:00 |
        1012 | 104 | 1  | Only in the fork     | open   | 1  | false | 2025-03-05 10:00:00 |
        1013 | 104 | 2  | Change in the fork   | closed | 1  | true  | 2025-03-05 11:00:00 | 2025-03-06 11:00:00
        1014 | 105 | 1  | Load stops at night  | closed | 11 | false | 2025-01-15 05:30:00 | 2025-01-17 06:00:00
        1015 | 105 | 2  | Load stops again     | closed | 11 | false | 2025-01-28 05:30:00 | 2025-04-01 05:30:00
        1016 | 105 | 3  | Retry the load       | closed | 13 | true  | 2025-01-29 09:00:00 | 2025-02-03 08:00:00
        1017 | 105 | 4  | Drop old jobs        | closed | 13 | true  | 2025-03-10 09:00:00 | 2025-03-11 09:00:00
        1018 | 106 | 1  | Spelling             | closed | 12 | false | 2025-04-04 04:04:00 | 2025-04-04 04:05:00
        1019 | 106 | 2  | Spelling fixed       | closed | 12 | true  | 2025-04-04 06:00:00 | 2025-04-05 00:01:00
        1020 | 107 | 1  |                      | open   | 14 | false | 2025-04-10 10:10:00 |
        1021 | 107 | 2  | New screens          | open   | 14 | true  | 2025-04-11 11:00:00 |
        1022 | 107 | 3  | Screen flickers      | closed | 2  | false | 2025-04-12 12:00:00 | 2025-05-02 12:00:00
        1023 | 108 | 1  | Rate limit           | closed | 6  | false | 2025-05-01 00:00:00 | 2025-05-31 23:59:00
        1024 | 108 | 2  | Rate limit per key   | closed | 2  | true  | 2025-05-02 00:00:00 | 2025-05-20 15:00:00
        1025 | 108 | 3  | Docs of the limit    | open   | 2  | true  | 2025-05-21 08:00:00 |
        1026 | 110 | 1  | Numbers differ       | open   | 1  | false | 2025-05-05 05:05:00 |
        1027 | 110 | 2  | Numbers fixed        | closed | 4  | true  | 2025-05-06 08:00:00 | 2025-06-01 00:00:00
        1028 | 999 | 1  | Nobody's repository  | open   | 1  | false | 2025-05-07 08:00:00 |
        1029 | 111 | 1  | First                | open   | 17 | false | 2024-12-31 22:00:00 |
        1030 | 111 | 2  | Second               | closed | 17 | false | 2025-02-01 00:00:00 | 2025-02-09 18:30:00
        1031 | 111 | 3  | Third                | closed | 17 | false | 2025-02-02 00:00:00 | 2025-02-09 19:00:00
        1032 | 112 | 1  | Set up               | closed | 3  | true  | 2025-02-03 07:45:00 | 2025-02-03 08:00:00
        1033 | 101 | 6  | Log-in fails again   | closed | 1  | false | 2025-03-15 13:00:00 | 2025-03-18 13:00:00
        """,
    ),
    "gh_pull_request": written(
        "id BIGINT | issue_id BIGINT | draft BOOLEAN | base_ref VARCHAR | merged_at TIMESTAMP"
        " | additions INTEGER | deletions INTEGER",
        """
        501 | 1003 | false | main     | 2025-01-06 16:20:00 | 5    | 4
        502 | 1005 | true  | main     |                     | 6    | 4
        503 | 1007 | false | release  | 2025-02-28 23:59:00 | 80   | 19
        504 | 1009 | false | master   | 2025-03-03 09:00:00 | 100  |
        505 | 1011 |       | main     |                     |      |
        506 | 1013 | false | main     | 2025-03-06 11:00:00 | 10   | 10
        507 | 1016 | false | develop  | 2025-02-03 08:00:00 | 450  | 49
        508 | 1017 | true  | develop  |                     | 0    | 500
        509 | 1019 | false | gh-pages | 2025-04-05 00:01:00 | 1    | 1
        510 | 1021 | false | main     |                     | 2400 | 12
        511 | 1024 | false | master   | 2025-05-20 15:00:00 | 60   | 39
        512 | 1025 | true  | main     |                     | 9    | 0
        513 | 1027 | true  | main     | 2025-06-01 00:00:00 |      | 12
        514 | 1032 | false | main     |                     | 33   | 0
        515 | 7777 | false | main     | 2025-05-01 00:00:00 | 3    | 3
        """,
    ),
    "gh_label": written(
        "id BIGINT | name VARCHAR | color VARCHAR",
        """
        1 | Bug         | d73a4a
        2 | help wanted | 008672
        3 | bug         | ee0701
        4 | Docs        | 0075ca
        5 | bugfix      | aaaaaa
        6 | urgent      | b60205
        7 | unused      | cccccc
        """,
    ),
    "gh_issue_label": written(
        "issue_id BIGINT | label_id BIGINT",
        """
        1001 | 6
        1001 | 1
        1001 | 2
        1002 | 4
        1003 | 1
        1004 | 5
        1006 | 3
        1008 | 99
        1010 | 2
        1010 | 4
        1014 | 3
        1014 | 6
        1015 | 6
        1022 | 1
        1026 | 3
        1026 | 99
        1033 | 2
        8888 | 1
        """,
    ),
    "gh_comment": written(
        "id BIGINT | issue_id BIGINT | user_id BIGINT | body VARCHAR | created_at TIMESTAMP",
        """
        1  | 1001 | 1  | More details             | 2025-01-05 08:05:00
        2  | 1001 | 6  | Build 12 failed          | 2025-01-05 08:06:00
        3  | 1001 | 2  | I see it too             | 2025-01-05 11:00:00
        4  | 1001 | 3  | Same here                | 2025-01-05 10:30:00
        5  | 1002 | 2  | Any news?                | 2025-02-01 09:00:00
        6  | 1003 | 2  | Looks good               | 2025-01-06 11:00:00
        7  | 1004 | 5  | Link checked             | 2025-02-01 00:00:00
        8  | 1006 | 99 | From a deleted account   | 2025-02-11 08:00:00
        9  | 1006 | 4  | Thanks                   | 2025-02-11 09:00:00
        10 | 1006 | 1  | Can you send a trace?    | 2025-02-12 09:00:00
        11 | 1008 | 99 | Solved it myself         | 2025-02-14 14:15:00
        12 | 1010 | 7  | From a test account      | 2025-03-03 11:00:00
        13 | 1010 | 3  |                          | 2025-03-03 12:00:00
        14 | 1014 | 13 | Disk was full            | 2025-01-15 07:00:00
        15 | 1014 | 11 | Right                    | 2025-01-16 07:00:00
        16 | 1015 | 11 | Happened again last night | 2025-01-29 05:45:00
        17 | 1018 | 12 | Oops                     | 2025-04-04 04:04:30
        18 | 1022 | 14 | On which device?         | 2025-04-12 12:30:00
        19 | 1022 | 14 | Never mind               | 2025-04-12 12:20:00
        20 | 1026 | 6  | Build 99 passed          | 2025-05-05 06:00:00
        21 | 1026 | 5  | Bumped                   | 2025-05-05 07:00:00
        22 | 8888 | 1  | Nowhere                  | 2025-05-05 08:00:00
        23 | 1033 | 4  | On it                    | 2025-03-16 13:00:00
        """,
    ),
}
