"""Source tables."""

from make_projects import written

TABLES = {
    "raw_tickets": written(
        "id INTEGER | subject VARCHAR | status VARCHAR | priority VARCHAR | via_channel VARCHAR |"
        " requester_id INTEGER | assignee_id INTEGER | tags VARCHAR | created_at VARCHAR | is_deleted"
        " BOOLEAN | _synced_at TIMESTAMP",
        """
        5001 | Cannot log in          | new       |        | web        | 208 |     | billing,refund     | 2024-03-15 16:33:00 | false | 2024-03-15 17:33:00
        5001 | Cannot log in          | 'solved ' | urgent | web        | 208 |     | billing,refund     | 2024-03-15 16:33:00 | false | 2024-03-21 18:33:00
        5001 | Cannot log in          | open      | urgent | web        | 208 |     | billing,refund     | 2024-03-15 16:33:00 | false | 2024-03-17 16:33:00
        5002 | Invoice missing        | Open      | High   | chat       | 213 |     | login              | 2024-03-19 10:14:00 | false | 2024-03-25 12:14:00
        5003 | '  Export is slow '    | Open      | normal |            | 202 | 107 | Export, slow , csv | 2024-03-16 17:44:00 |       | 2024-03-22 19:44:00
        5004 | Change billing address | new       |        | Email      | 209 |     |                    | 2024-03-10 09:25:00 | false | 2024-03-10 10:25:00
        5004 | Change billing address | open      | low    | Email      | 209 | 101 |                    | 2024-03-10 09:25:00 | false | 2024-03-16 11:25:00
        5005 |                        | 'solved ' |        | mobile sdk | 211 | 204 | api,bug,vip        | 2024-03-20 13:45:00 | true  | 2024-03-26 15:45:00
        5006 | API returns 500        | new       | normal | api        | 999 |     | '  '               | 2024-03-21 09:41:00 | false | 2024-03-27 11:41:00
        5007 | Password reset         | new       |        | web        | 204 |     | Login,2fa          | 2024-03-03 08:00:00 | true  | 2024-03-03 09:00:00
        5007 | Password reset         | new       | high   | web        | 204 | 103 | Login,2fa          | 2024-03-03 08:00:00 | false | 2024-03-09 10:00:00
        5008 | '   '                  | 'solved ' | URGENT | email      | 206 | 107 | question           | 2024-03-20 07:30:00 | false | 2024-03-26 09:30:00
        5009 | Refund request         | pending   | vip    | messaging  | 211 | 104 | billing,refund     | 2024-03-19 10:20:00 | false | 2024-03-25 12:20:00
        5010 | Feature question       | new       |        | email      | 208 |     | login              | 2024-03-16 07:04:00 | false | 2024-03-16 08:04:00
        5010 | Feature question       | open      | low    | email      | 208 | 104 | login              | 2024-03-16 07:04:00 |       | 2024-03-22 09:04:00
        5011 | Broken image upload    | open      | urgent | web        | 212 | 104 | Export, slow , csv | 2024-03-14 16:24:00 | false | 2024-03-20 18:24:00
        5012 | Two-factor lost        | solved    | High   | chat       | 201 | 101 |                    | 2024-03-11 10:55:00 | false | 2024-03-17 12:55:00
        5013 | Cannot log in          | new       |        |            | 202 |     | api,bug,vip        | 2024-03-19 08:50:00 | false | 2024-03-19 09:50:00
        5013 | Cannot log in          | closed    | normal |            | 202 | 104 | api,bug,vip        | 2024-03-19 08:50:00 |       | 2024-03-25 10:50:00
        5013 | Cannot log in          | open      | normal |            | 202 | 104 | api,bug,vip        | 2024-03-19 08:50:00 |       | 2024-03-21 08:50:00
        5014 | Invoice missing        | new       | low    | Email      | 999 | 101 | '  '               | 2024-03-13 08:08:00 | false | 2024-03-19 10:08:00
        5015 | '  Export is slow '    | new       |        | mobile sdk | 208 | 107 | Login,2fa          | 2024-03-07 10:34:00 | false | 2024-03-13 12:34:00
        5016 | Change billing address | new       |        | api        | 202 |     | question           | 2024-03-23 13:46:00 | false | 2024-03-23 14:46:00
        5016 | Change billing address | closed    | normal | api        | 202 | 204 | question           | 2024-03-23 13:46:00 | false | 2024-03-29 15:46:00
        5017 |                        | solved    | high   | web        | 206 | 101 | billing,refund     | 2024-03-21 10:23:00 | false | 2024-03-27 12:23:00
        5018 | API returns 500        | new       | URGENT | email      | 207 | 101 | login              | 2024-03-10 12:40:00 |       | 2024-03-16 14:40:00
        5019 | Password reset         | new       |        | messaging  | 201 |     | Export, slow , csv | 2024-03-05 11:12:00 | false | 2024-03-05 12:12:00
        5019 | Password reset         | open      | vip    | messaging  | 201 | 101 | Export, slow , csv | 2024-03-05 11:12:00 | false | 2024-03-11 13:12:00
        5020 | '   '                  | Open      | low    | email      | 211 |     |                    | 2024-03-15 15:18:00 | true  | 2024-03-21 17:18:00
        5021 | Refund request         | pending   | urgent | web        | 212 | 102 | api,bug,vip        | 2024-03-07 14:38:00 | false | 2024-03-13 16:38:00
        5022 | Feature question       | new       |        | chat       | 202 |     | '  '               | 2024-03-14 17:59:00 | false | 2024-03-14 18:59:00
        5022 | Feature question       | closed    | High   | chat       | 202 | 107 | '  '               | 2024-03-14 17:59:00 | false | 2024-03-20 19:59:00
        5023 | Broken image upload    | new       | normal |            | 205 | 204 | Login,2fa          | 2024-03-14 10:37:00 | false | 2024-03-20 12:37:00
        5024 | Two-factor lost        | pending   | low    | Email      | 203 | 107 | question           | 2024-03-10 07:20:00 | false | 2024-03-16 09:20:00
        5025 | Cannot log in          | new       |        | mobile sdk | 201 |     | billing,refund     | 2024-03-20 17:57:00 | false | 2024-03-20 18:57:00
        5025 | Cannot log in          | open      |        | mobile sdk | 201 | 102 | billing,refund     | 2024-03-20 17:57:00 | false | 2024-03-26 19:57:00
        5026 | Invoice missing        | solved    | normal | api        | 201 | 204 | login              | 2024-03-07 14:32:00 | false | 2024-03-13 16:32:00
        """,
    ),
    "raw_users": written(
        "id INTEGER | name VARCHAR | email VARCHAR | role VARCHAR | organization_id INTEGER |"
        " is_active BOOLEAN",
        """
        101 | Priya Nair         | Priya.Nair@deskly.io        | agent    |    | true
        102 | ' Tom Becker'      | 'tom.becker@deskly.io '     | agent    |    | true
        103 | Ana Maria Lopez    | AMLopez@deskly.io           | admin    |    | true
        104 | Kofi               | kofi@support.deskly.io      | agent    |    | false
        105 | Ines Duarte        |                             | agent    |    |
        106 | Jonas van der Berg | jonas@deskly.io             | admin    |    | true
        107 | Rui Santos         | rui.santos@partner-help.com | agent    |    | true
        201 | Mia Chen           | mia@bluefin.com             | end-user | 1  | true
        202 | Paul Marlow        | paul@marlow.co.uk           | end-user | 2  | true
        203 | Sven Ek            | sven@okapi.gg               | end-user | 3  | true
        204 | Greta Hahn         | hahn@sw-lindau.de           | end-user | 4  | true
        205 | Dr. Lee            | lee@harbourdental.com       | end-user | 5  | true
        206 | Olive Quill        | olive@quill.com             | end-user | 6  | false
        207 | Ben Ito            | ben@novatek.jp              | end-user | 7  | true
        208 | Carla Rios         | carla@tresrios.mx           | end-user | 8  | true
        209 | Walk-in            | walkin@gmail.com            | end-user |    | true
        210 | Ed Fern            | ed@fernside.edu             | end-user | 9  |
        211 | Liv Apex           | liv@apexcycling.com         | end-user | 10 | true
        212 | Noor Ali           | noor@lumen.studio           | end-user | 99 | true
        213 | Hugh Baker         | hugh@oldmill.com            | end-user | 12 | true
        """,
    ),
    "raw_organizations": written(
        "id INTEGER | name VARCHAR | plan_code VARCHAR | created_at TIMESTAMP",
        """
        1  | Bluefin Logistics | ENT-500 | 2022-01-05 09:00:00
        2  | Marlow & Sons     | PRO-M   | 2022-02-05 09:00:00
        3  | Okapi Games       | FREE    | 2022-03-05 09:00:00
        4  | Stadtwerke Lindau | ENT-50  | 2022-04-05 09:00:00
        5  | Harbour Dental    | pro-y   | 2022-05-05 09:00:00
        6  | Quill Books       |         | 2022-06-05 09:00:00
        7  | Novatek           | PRO-Y   | 2022-07-05 09:00:00
        8  | Tres Rios Coffee  | TRIAL   | 2022-08-05 09:00:00
        9  | Fernside School   | FREE    | 2022-09-05 09:00:00
        10 | Apex Cycling      | ent-100 | 2022-10-05 09:00:00
        11 | Lumen Studio      | PRO-M   | 2022-11-05 09:00:00
        12 | Old Mill Bakery   |         | 2022-12-05 09:00:00
        """,
    ),
    "raw_ticket_events": written(
        "id INTEGER | ticket_id INTEGER | actor_id INTEGER | field_name VARCHAR | old_value VARCHAR |"
        " new_value VARCHAR | created_at TIMESTAMP",
        """
        9001 | 5001 | 107 | status      | open   | solved | 2024-03-15 19:51:00
        9002 | 5002 | 102 | assignee_id |        | 102    | 2024-03-20 04:34:00
        9003 | 5004 | 102 | priority    |        | 102    | 2024-03-10 11:26:00
        9004 | 5005 | 103 | status      | open   | solved | 2024-03-24 02:39:00
        9005 | 5005 | 101 | tags        | a      | b      | 2024-03-24 02:44:00
        9006 | 5006 | 102 | priority    |        | 102    | 2024-03-22 12:38:00
        9007 | 5007 | 101 | status      | open   | solved | 2024-03-03 13:38:00
        9008 | 5007 | 208 | status      | solved | open   | 2024-03-03 14:44:00
        9009 | 5008 | 101 | status      | open   | solved | 2024-03-20 13:15:00
        9010 | 5008 |     | status      | solved | open   | 2024-03-21 02:35:00
        9011 | 5008 | 103 | status      | open   | solved | 2024-03-21 04:35:00
        9012 | 5010 | 102 | priority    |        | 102    | 2024-03-16 22:08:00
        9013 | 5012 | 101 | status      | open   | solved | 2024-03-11 16:33:00
        9014 | 5012 |     | status      | solved | open   | 2024-03-12 05:53:00
        9015 | 5012 | 107 | status      | open   | solved | 2024-03-12 07:53:00
        9016 | 5012 | 101 | tags        | a      | b      | 2024-03-12 07:58:00
        9017 | 5013 | 101 | status      | open   | solved | 2024-03-19 15:16:00
        9018 | 5013 |     | status      | solved | closed | 2024-03-21 15:16:00
        9019 | 5014 | 102 | priority    |        | 102    | 2024-03-13 09:09:00
        9020 | 5016 | 101 | status      | open   | solved | 2024-03-25 12:43:00
        9021 | 5016 |     | status      | solved | open   | 2024-03-26 02:03:00
        9022 | 5016 | 103 | status      | open   | solved | 2024-03-26 04:03:00
        9023 | 5016 |     | status      | solved | closed | 2024-03-28 04:03:00
        9024 | 5017 | 103 | status      | open   | solved | 2024-03-23 15:49:00
        9025 | 5018 | 102 | assignee_id |        | 102    | 2024-03-10 17:45:00
        9026 | 5019 | 101 | status      | open   | solved | 2024-03-05 12:47:00
        9027 | 5019 | 208 | status      | solved | open   | 2024-03-05 13:53:00
        9028 | 5019 | 101 | tags        | a      | b      | 2024-03-05 12:19:00
        9029 | 5020 | 102 | priority    |        | 102    | 2024-03-16 06:18:00
        9030 | 5022 | 103 | status      | open   | solved | 2024-03-18 09:24:00
        9031 | 5022 |     | status      | solved | closed | 2024-03-20 09:24:00
        9032 | 5024 | 102 | assignee_id |        | 102    | 2024-03-10 08:21:00
        9033 | 5025 | 101 | status      | open   | solved | 2024-03-20 19:15:00
        9034 | 5025 | 208 | status      | solved | open   | 2024-03-20 20:21:00
        9035 | 5026 | 107 | status      | open   | solved | 2024-03-07 16:36:00
        9036 | 5026 | 101 | tags        | a      | b      | 2024-03-07 16:41:00
        """,
    ),
    "raw_comments": written(
        "id INTEGER | ticket_id INTEGER | author_id INTEGER | is_public BOOLEAN | body VARCHAR |"
        " created_at TIMESTAMP",
        """
        701 | 5001 | 201 | true  | Thanks, looking into it      | 2024-03-15 17:34:00
        702 | 5001 | 106 | false | Any update?                  | 2024-03-15 17:51:00
        703 | 5002 |     | true  | Any update?                  | 2024-03-19 13:34:00
        704 | 5002 |     | true  | Internal: check with billing | 2024-03-20 04:34:00
        705 | 5004 | 106 | false | Any update?                  | 2024-03-10 10:26:00
        706 | 5004 | 103 |       | Any update?                  | 2024-03-10 11:26:00
        707 | 5005 | 201 | true  | Thanks, looking into it      | 2024-03-20 14:02:00
        708 | 5005 | 101 | false | See attached log             | 2024-03-20 14:19:00
        709 | 5005 | 201 | true  | Internal: check with billing | 2024-03-20 15:19:00
        710 | 5006 | 103 | true  | Internal: check with billing | 2024-03-21 09:58:00
        711 | 5006 |     | false | Thanks, looking into it      | 2024-03-22 12:38:00
        712 | 5007 | 101 | true  | See attached log             | 2024-03-03 09:00:00
        713 | 5007 | 205 | true  | Thanks, looking into it      | 2024-03-03 13:05:00
        714 | 5008 | 107 | true  | Any update?                  | 2024-03-20 08:15:00
        715 | 5010 | 101 |       | Any update?                  | 2024-03-16 22:04:00
        716 | 5010 | 101 | true  | See attached log             | 2024-03-16 22:08:00
        717 | 5011 |     |       | Thanks, looking into it      | 2024-03-14 16:28:00
        718 | 5012 | 107 | true  | Any update?                  | 2024-03-11 11:12:00
        719 | 5012 | 102 | true  | See attached log             | 2024-03-11 11:29:00
        720 | 5012 | 103 | true  | See attached log             | 2024-03-11 11:33:00
        721 | 5013 | 201 | true  | Internal: check with billing | 2024-03-19 09:07:00
        722 | 5013 |     |       | Internal: check with billing | 2024-03-19 09:11:00
        723 | 5013 |     | true  | Thanks, looking into it      | 2024-03-19 13:16:00
        724 | 5014 | 201 |       | See attached log             | 2024-03-13 09:09:00
        725 | 5016 | 205 | false | Thanks, looking into it      | 2024-03-24 04:46:00
        726 | 5016 | 208 | true  | See attached log             | 2024-03-25 07:26:00
        727 | 5016 | 205 | true  | Any update?                  | 2024-03-25 07:43:00
        728 | 5017 | 101 | true  | See attached log             | 2024-03-21 11:24:00
        729 | 5017 |     | true  | Any update?                  | 2024-03-21 12:09:00
        730 | 5017 | 205 | true  | Any update?                  | 2024-03-21 15:29:00
        731 | 5018 | 201 | true  | Any update?                  | 2024-03-10 13:40:00
        732 | 5018 | 106 | false | See attached log             | 2024-03-10 17:45:00
        733 | 5019 | 205 | true  | Thanks, looking into it      | 2024-03-05 11:57:00
        734 | 5019 | 107 | true  | Thanks, looking into it      | 2024-03-05 12:14:00
        735 | 5020 | 205 | true  | Any update?                  | 2024-03-16 06:18:00
        736 | 5022 | 208 | true  | See attached log             | 2024-03-14 22:04:00
        737 | 5023 | 101 | true  | Thanks, looking into it      | 2024-03-14 10:54:00
        738 | 5024 |     | true  | See attached log             | 2024-03-10 08:21:00
        790 | 5001 | 103 | true  | Hello, on it                 | 2024-03-15 18:03:00
        791 | 5002 | 101 | true  | Invoice attached             | 2024-03-19 15:14:00
        """,
    ),
    "raw_satisfaction_ratings": written(
        "id INTEGER | ticket_id INTEGER | score VARCHAR | created_at TIMESTAMP",
        """
        41 | 5001 | offered | 2024-03-20 16:33:00
        42 | 5003 | good    | 2024-03-21 17:44:00
        43 | 5005 | offered | 2024-03-25 13:45:00
        44 | 5007 | bad     | 2024-03-08 08:00:00
        45 | 5009 | offered | 2024-03-24 10:20:00
        46 | 5011 | good    | 2024-03-19 16:24:00
        47 | 5013 | good    | 2024-03-24 08:50:00
        48 | 5015 | good    | 2024-03-12 10:34:00
        49 | 5017 | bad     | 2024-03-26 10:23:00
        50 | 5019 | good    | 2024-03-10 11:12:00
        51 | 5021 | offered | 2024-03-12 14:38:00
        52 | 5023 | good    | 2024-03-19 10:37:00
        53 | 5025 | offered | 2024-03-25 17:57:00
        54 | 5001 | bad     | 2024-03-22 16:33:00
        55 | 5003 | offered | 2024-03-25 17:44:00
        56 | 5005 | good    | 2024-03-22 13:45:00
        57 | 5007 | good    | 2024-03-11 08:00:00
        58 | 5009 | bad     | 2024-03-20 10:20:00
        59 | 5007 | bad     | 2024-03-11 08:00:00
        """,
    ),
}
