"""Source tables."""

from make_projects import written

TABLES = {
    "zd_organization": written(
        "id BIGINT | name VARCHAR | external_ref VARCHAR | country VARCHAR | created_at TIMESTAMP |"
        " updated_at TIMESTAMP | deleted BOOLEAN",
        """
        501 | Alder & Finch         | C-4711    | GB    | 2021-03-01 09:00:00 | 2021-09-17 09:00:00 | false
        502 | '  Brookfield Dairy ' | c-88      | gb    | 2021-04-11 09:01:00 | 2021-10-28 09:01:00 | false
        503 | Copperline Ltd        | C-120345  | 'GB ' | 2021-05-22 09:02:00 | 2021-12-08 09:02:00 | false
        504 | Dunmore Hotels        |           | IE    | 2021-07-02 09:03:00 | 2022-01-18 09:03:00 |
        505 | ''                    | C-9       | nl    | 2021-08-12 09:04:00 | 2022-02-28 09:04:00 | false
        506 | Eastgate Clinics      | ' C-902 ' | IE    | 2021-09-22 09:05:00 | 2022-04-10 09:05:00 | false
        507 | Falk Maschinen        | D-31      | DE    | 2021-11-02 09:06:00 | 2022-05-21 09:06:00 | false
        508 | Gruber Logistik       | D-4400    | de    | 2021-12-13 09:07:00 | 2022-07-01 09:07:00 |
        509 | Hansa Optik           | ''        | DE    | 2022-01-23 09:08:00 | 2022-08-11 09:08:00 | false
        510 | Imbert et Fils        | F-17      | FR    | 2022-03-05 09:09:00 | 2022-09-21 09:09:00 | false
        511 | Jourdain SA           | F-230     | fr    | 2022-04-15 09:10:00 | 2022-11-01 09:10:00 | true
        512 | Kilbride Foods        | C-5512    | GB    | 2022-05-26 09:11:00 | 2022-12-12 09:11:00 | false
        513 | Lowland Cycles        | N-77      | NL    | 2022-07-06 09:12:00 | 2023-01-22 09:12:00 | false
        514 | Meijer Techniek       | B-6       | BE    | 2022-08-16 09:13:00 | 2023-03-04 09:13:00 | false
        515 |                       | C-1       | ''    | 2022-09-26 09:14:00 | 2023-04-14 09:14:00 | false
        516 | Nordhavn Shipping     | K-3003    | DK    | 2022-11-06 09:15:00 | 2023-05-25 09:15:00 | false
        517 | Oslo Print            | N-12      | NO    | 2022-12-17 09:16:00 | 2023-07-05 09:16:00 | false
        518 | Pembroke Trust        |           | gb    | 2023-01-27 09:17:00 | 2023-08-15 09:17:00 | false
        519 | Quayside Gym          | C-640     |       | 2023-03-09 09:18:00 | 2023-09-25 09:18:00 | true
        520 | Rosehill School       | C-70      | GB    | 2023-04-19 09:19:00 | 2023-11-05 09:19:00 | false
        521 | Sable Outdoor         | ''        | PL    | 2023-05-30 09:20:00 | 2023-12-16 09:20:00 | false
        522 | Tarn Energy           | U-8       | US    | 2023-07-10 09:21:00 | 2024-01-26 09:21:00 | false
        """,
    ),
    "zd_organization_tag": written(
        "organization_id BIGINT | tag VARCHAR",
        """
        501 | vip
        501 | energy
        502 | dairy
        502 | b2b
        502 | vip
        503 | b2b
        504 | hotel
        506 | health
        506 | contract_gold
        507 | industry
        507 | b2b
        508 | logistics
        510 | b2b
        511 | b2b
        512 | food
        512 | contract_silver
        513 | retail
        516 | shipping
        516 | ''
        517 | b2b
        519 | retail
        520 | school
        521 | outdoor
        522 | energy
        522 | contract_gold
        """,
    ),
    "zd_domain_name": written(
        "organization_id BIGINT | domain_name VARCHAR | position INTEGER",
        """
        501 | alderfinch.example    | 1
        501 | AF-group.example      | 2
        502 | Brookfield.example    | 1
        503 | copperline.example    | 2
        503 | copperline-uk.example | 1
        504 | dunmore.example       | 1
        506 | eastgate.example      | 1
        506 | Clinics-east.example  | 1
        507 | falk.example          | 1
        508 | gruber.example        | 3
        508 | gruber-log.example    | 3
        509 | hansa.example         | 1
        510 | imbert.example        | 1
        511 | jourdain.example      | 1
        512 | KILBRIDE.example      | 1
        513 | lowland.example       | 1
        514 | meijer.example        | 1
        516 | nordhavn.example      | 1
        517 | osloprint.example     | 1
        519 | quayside.example      | 1
        520 | rosehill.example      | 1
        521 | sable.example         | 1
        521 | sable-shop.example    | 2
        """,
    ),
    "zd_user": written(
        "id BIGINT | name VARCHAR | email VARCHAR | role VARCHAR | organization_id BIGINT | active"
        " BOOLEAN | suspended BOOLEAN | locale VARCHAR | created_at TIMESTAMP | last_login_at"
        " TIMESTAMP",
        """
        1001 | Ines Calder     | ines.calder@northlight.example  | agent    |     | true  | false | en-GB | 2020-05-04 08:00:00 | 2025-06-02 07:30:00
        1002 | Tom Oyelaran    | tom.oyelaran@northlight.example | Agent    |     | true  | false | en-GB | 2020-06-06 08:00:00 | 2025-06-04 08:30:00
        1003 | '  Mira Lind'   | mira.lind@northlight.example    | admin    |     | true  | false | en-GB | 2020-07-09 08:00:00 | 2025-06-06 09:30:00
        1004 | Jonas Petri     | jonas.petri@northlight.example  | agent    |     | true  | false | en-GB | 2020-08-11 08:00:00 | 2025-06-08 10:30:00
        1005 | Ada Kowal       | ada.kowal@northlight.example    | agent    |     | true  |       | en-GB | 2020-09-13 08:00:00 | 2025-06-10 11:30:00
        1006 | Sean Birk       | sean.birk@northlight.example    | agent    |     | true  | false | en-GB | 2020-10-16 08:00:00 | 2025-06-12 12:30:00
        1007 | Lotte Prins     | lotte.prins@northlight.example  | AGENT    |     | true  | false | en-GB | 2020-11-18 08:00:00 | 2025-06-14 13:30:00
        1008 | Rui Damas       | rui.damas@northlight.example    | agent    |     | true  | false | en-GB | 2020-12-21 08:00:00 | 2025-06-16 14:30:00
        1009 | Nadia Feld      | nadia.feld@northlight.example   | admin    |     | true  | false | en-GB | 2021-01-23 08:00:00 | 2025-06-18 15:30:00
        1010 | Paul Weir       | paul.weir@northlight.example    | agent    |     | false | true  | en-GB | 2021-02-25 08:00:00 | 2025-06-20 16:30:00
        1011 | Integration Bot |                                 | agent    |     | true  | false | en-GB | 2021-03-30 08:00:00 |
        1012 | Old Admin       | old.admin@northlight.example    | admin    |     | false | false | en-GB | 2021-05-02 08:00:00 | 2025-06-24 18:30:00
        1101 | Hugh Marlow     | Hugh.Marlow@alderfinch.example  | end-user | 501 | true  | false | en-GB | 2021-06-01 09:15:00 | 2025-01-10 10:00:00
        1102 | ANNA BRANDT     | anna.brandt@Brookfield.example  | End-User | 502 | true  | false | de    | 2021-07-09 09:15:00 | 2025-02-16 11:00:00
        1103 | ' Leo Sand '    | ' leo@alderfinch.example '      | end-user | 501 | true  |       | nl    | 2021-08-16 09:15:00 | 2025-03-25 12:00:00
        1104 | ''              | copper.desk@copperline.example  | end-user | 503 | true  | false | fr    | 2021-09-23 09:15:00 |
        1105 | Claire Imbert   | c.imbert@imbert.example         | end-user | 510 | true  | false | en-GB | 2021-10-31 09:15:00 | 2025-06-07 14:00:00
        1106 | Bjorn Dahl      | bjorn@nordhavn.example          | end-user | 516 | false | false | de    | 2021-12-08 09:15:00 | 2025-01-25 15:00:00
        1107 |                 |                                 | not set  | 509 | true  | false | nl    | 2022-01-15 09:15:00 |
        1108 | Maeve Kelly     | MAEVE@dunmore.example           | end-user | 504 | true  | false | fr    | 2022-02-22 09:15:00 | 2025-04-09 17:00:00
        1109 | Kurt Falk       | kurt@falk.example               | end-user | 507 | true  | true  | en-GB | 2022-04-01 09:15:00 | 2025-05-16 18:00:00
        1110 | Greta Falk      | greta@falk.example              | Not Set  | 507 | true  | false | de    | 2022-05-09 09:15:00 | 2025-06-22 10:00:00
        1111 | Owen Price      | owen@kilbride.example           | end-user | 512 | true  | false | nl    | 2022-06-16 09:15:00 | 2025-02-09 11:00:00
        1112 | Siobhan Daly    | s.daly@eastgate.example         | end-user | 506 | true  |       | fr    | 2022-07-24 09:15:00 | 2025-03-18 12:00:00
        1113 | Piet Meijer     | piet@meijer.example             | end-user | 514 | true  | false | en-GB | 2022-08-31 09:15:00 |
        1114 | Els Meijer      | els@meijer.example              | end-user | 514 | false | true  | de    | 2022-10-08 09:15:00 | 2025-05-31 14:00:00
        1115 | Zoe Rose        | zoe@rosehill.example            | end-user | 520 | true  | false | nl    | 2022-11-15 09:15:00 | 2025-01-18 15:00:00
        1116 | Max Sable       | max@sable.example               | end-user | 521 | true  | false | fr    | 2022-12-23 09:15:00 | 2025-02-24 16:00:00
        1117 | Dana Tarn       | dana@tarn.example               | end-user | 522 | true  | false | en-GB | 2023-01-30 09:15:00 | 2025-04-02 17:00:00
        1118 | Ivo Tarn        | ivo@tarn.example                | end-user | 522 |       | false | de    | 2023-03-09 09:15:00 | 2025-05-09 18:00:00
        1119 | Lena Hans       | lena@hansa.example              | end-user | 509 | true  | false | nl    | 2023-04-16 09:15:00 | 2025-06-15 10:00:00
        1120 | Karl Gruber     | karl@gruber.example             | end-user | 508 | true  | false | fr    | 2023-05-24 09:15:00 | 2025-02-02 11:00:00
        1121 | Ute Gruber      | ute@gruber.example              | end-user | 508 | true  | false | en-GB | 2023-07-01 09:15:00 | 2025-03-11 12:00:00
        1122 | Marc Jourdain   | marc@jourdain.example           | end-user | 511 | true  | false | de    | 2023-08-08 09:15:00 | 2025-04-17 13:00:00
        1123 | Luc Jourdain    | luc@jourdain.example            | end-user | 511 | false | false | nl    | 2023-09-15 09:15:00 | 2025-05-24 14:00:00
        1124 | Rita Quay       | rita@quayside.example           | end-user | 519 | true  | false | fr    | 2023-10-23 09:15:00 | 2025-01-11 15:00:00
        1125 | Sam Quay        | ''                              | ''       | 519 | true  | false | en-GB | 2023-11-30 09:15:00 |
        1126 | Nils Nord       | nils@nordhavn.example           | end-user | 516 | true  | false | de    | 2024-01-07 09:15:00 | 2025-03-26 17:00:00
        1127 | Freja Nord      | freja@nordhavn.example          | end-user | 516 | true  | false | nl    | 2024-02-14 09:15:00 | 2025-05-02 18:00:00
        1128 | Walk-in Visitor |                                 |          |     | true  | false | fr    | 2024-03-23 09:15:00 |
        1129 | Pia Print       | pia@osloprint.example           | end-user | 517 | true  | false | en-GB | 2024-04-30 09:15:00 | 2025-01-26 11:00:00
        1130 | Guest           | guest@mail.example              | light    | 599 | true  | false | de    | 2024-06-07 09:15:00 | 2025-03-04 12:00:00
        """,
    ),
    "zd_group": written(
        "id BIGINT | name VARCHAR | deleted BOOLEAN | created_at TIMESTAMP",
        """
        301 | Billing        | false | 2020-05-01 08:00:00
        302 | Technical      | false | 2020-05-02 08:00:00
        303 | Metering       | false | 2020-05-03 08:00:00
        304 | Field Service  | false | 2020-05-04 08:00:00
        305 | Onboarding     | false | 2020-05-05 08:00:00
        306 | Complaints     | false | 2020-05-06 08:00:00
        307 | Key Accounts   | false | 2020-05-07 08:00:00
        308 | Escalation     | false | 2020-05-08 08:00:00
        309 | Night Desk     | false | 2020-05-09 08:00:00
        310 | Web Shop       | true  | 2020-05-10 08:00:00
        311 | Moves          | false | 2020-05-11 08:00:00
        312 | Solar          | false | 2020-05-12 08:00:00
        313 | Heat Pumps     | false | 2020-05-13 08:00:00
        314 | E-mobility     | false | 2020-05-14 08:00:00
        315 | Credit Control | false | 2020-05-15 08:00:00
        316 | Back Office    | false | 2020-05-16 08:00:00
        317 | Legal          | false | 2020-05-17 08:00:00
        318 | Press          | false | 2020-05-18 08:00:00
        319 | Vouchers       | true  | 2020-05-19 08:00:00
        320 | Test Group     | true  | 2020-05-20 08:00:00
        """,
    ),
    "zd_ticket": written(
        "id BIGINT | subject VARCHAR | status VARCHAR | priority VARCHAR | channel VARCHAR |"
        " requester_id BIGINT | submitter_id BIGINT | assignee_id BIGINT | group_id BIGINT |"
        " organization_id BIGINT | ticket_form_id BIGINT | created_at TIMESTAMP | updated_at TIMESTAMP",
        """
        20001 | No heating since Friday  | solved          | high   | email    | 1101 | 1101 | 1001 | 304 | 501 | 71 | 2025-04-03 08:12:20 | 2025-04-05 08:12:20
        20002 | Invoice 0425 twice       | closed          | normal | web      | 1102 | 1102 | 1002 | 301 | 502 | 73 | 2025-04-06 10:48:57 | 2025-04-08 10:48:57
        20003 | '  Meter reading wrong ' | open            |        | phone    | 1103 | 1002 | 1001 | 303 |     | 72 | 2025-04-09 04:24:34 | 2025-04-11 04:24:34
        20004 | Move to new address      | Pending         | low    | chat     | 1104 | 1104 | 1004 | 311 | 503 | 74 | 2025-04-12 07:01:11 | 2025-04-14 07:01:11
        20005 | ''                       | new             | ''     | email    | 1105 | 1105 |      |     | 510 |    | 2025-04-15 00:36:48 | 2025-04-17 00:36:48
        20006 | Solar offer              | Solved          | urgent | web      | 1106 | 1199 | 1005 | 312 | 516 | 75 | 2025-04-18 03:12:25 | 2025-04-20 03:12:25
        20007 | Charger offline          | open            | High   | API      | 1107 | 1107 | 1002 | 314 |     | 77 | 2025-04-20 20:49:02 | 2025-04-22 20:49:02
        20008 | Password reset           | closed          | normal | chat     | 1108 | 1108 | 1001 | 302 | 504 | 71 | 2025-04-23 23:24:39 | 2025-04-25 23:24:39
        20009 | Contract copy            | solved          | low    | Email    | 1109 | 1109 | 1004 | 301 | 507 | 73 | 2025-04-26 17:01:16 | 2025-04-28 17:01:16
        20010 | Tariff question          | hold            | normal | web      | 1110 | 1110 | 1005 | 301 |     | 71 | 2025-04-29 10:36:53 | 2025-05-01 10:36:53
        20011 | Complaint technician     | solved          | urgent | phone    | 1111 | 1006 | 1006 | 306 | 599 | 76 | 2025-05-02 13:12:30 | 2025-05-04 13:12:30
        20012 | Payment plan             | solved          | normal | email    | 1112 | 1112 | 1001 | 315 | 506 | 81 | 2025-05-05 06:49:07 | 2025-05-07 06:49:07
        20013 | App crashes              | Closed          | high   | chat     | 1113 | 1113 | 1007 | 302 | 514 | 71 | 2025-05-08 09:24:44 | 2025-05-10 09:24:44
        20014 | Late refund              | pending         |        | web      | 1114 | 1114 | 1002 | 301 |     | 73 | 2025-05-11 03:00:21 | 2025-05-13 03:00:21
        20015 | Voucher not valid        | solved          | low    | web      | 1115 | 1115 | 1001 | 319 | 520 | 82 | 2025-05-14 05:36:58 | 2025-05-16 05:36:58
        20016 | Gas smell                | closed          | urgent | phone    | 1116 | 1116 | 1008 | 308 | 521 | 72 | 2025-05-16 23:12:35 | 2025-05-18 23:12:35
        20017 | Price letter             | open            | normal | email    | 1117 | 1117 |      | 302 | 522 | 71 | 2025-06-30 15:00:00 | 2025-07-02 15:00:00
        20018 | Meter swap date          | solved          | normal | chat     | 1118 | 1118 | 1002 | 303 |     | 72 | 2025-05-22 19:24:49 | 2025-05-24 19:24:49
        20019 | Wrong name               | new             | low    | fax      | 1119 | 1119 |      |     | 509 | 71 | 2025-06-29 09:00:00 | 2025-07-01 09:00:00
        20020 | Direct debit             | solved          | NORMAL | email    | 1120 | 1120 | 1004 | 301 | 508 | 73 | 2025-05-28 15:37:03 | 2025-05-30 15:37:03
        20021 | Test please ignore       | deleted         | low    | web      | 1121 | 1121 | 1001 | 320 | 508 | 71 | 2025-05-31 09:12:40 | 2025-06-02 09:12:40
        20022 | Duplicate of 20007       | closed          | normal | email    | 1122 | 1122 | 1002 | 301 | 511 | 71 | 2025-06-03 11:49:17 | 2025-06-05 11:49:17
        20023 | Heat pump noise          | open            | high   | chat     | 1123 | 1123 | 1007 | 313 |     | 77 | 2025-06-06 05:24:54 | 2025-06-08 05:24:54
        20024 | No answer by phone       | solved          | normal | phone    | 1124 | 1010 | 1010 | 302 | 519 | 99 | 2025-06-09 08:00:31 | 2025-06-11 08:00:31
        20025 | Web shop order           | waiting_partner | normal | web      | 1125 | 1125 | 1005 | 310 |     | 79 | 2025-06-12 01:37:08 | 2025-06-14 01:37:08
        20026 |                          | solved          | high   | email    | 1126 | 1126 | 1001 | 301 | 516 | 73 | 2025-06-15 04:12:45 | 2025-06-17 04:12:45
        20027 | Escalation outage        | hold            | urgent | phone    | 1199 | 1003 | 1002 | 308 |     | 76 | 2025-06-17 21:48:22 | 2025-06-19 21:48:22
        20028 | New connection           | open            | low    | whatsapp | 1128 | 1128 | 1130 | 305 |     | 75 | 2025-06-20 15:24:59 | 2025-06-22 15:24:59
        20029 | Refund address           | solved          | normal | chat     | 1129 | 1129 | 1007 | 301 |     | 78 | 2025-06-23 18:00:36 | 2025-06-25 18:00:36
        20030 | Old claim                | closed          | normal | email    | 1130 | 1130 | 1006 | 399 |     | 71 | 2025-06-26 11:37:13 | 2025-06-28 11:37:13
        """,
    ),
    "zd_ticket_tag": written(
        "ticket_id BIGINT | tag VARCHAR",
        """
        20001 | heating
        20001 | vip
        20002 | invoice
        20003 | meter
        20005 | triage
        20006 | solar
        20007 | charger
        20008 | login
        20010 | tariff
        20011 | complaint
        20012 | credit
        20013 | app
        20016 | gas
        20016 | emergency
        20018 | meter
        20020 | debit
        20021 | test
        20022 | closed_by_merge
        20022 | charger
        20023 | heating
        20027 | outage
        20030 | claim
        20009 | contract
        """,
    ),
    "zd_ticket_comment": written(
        "id BIGINT | ticket_id BIGINT | author_id BIGINT | body VARCHAR | is_public BOOLEAN |"
        " created_at TIMESTAMP",
        """
        1001 | 20001 | 1101 | The boiler shows E4 and nothing happens, please send somebody today because of the kids | true  | 2025-04-03 08:12:20
        1002 | 20001 | 1001 | internal: looks like board                                                              | false | 2025-04-03 08:32:20
        1003 | 20001 | 1001 | We come tomorrow                                                                        | true  | 2025-04-03 09:02:50
        1004 | 20001 | 1101 | Again cold                                                                              | true  | 2025-04-04 09:12:20
        1005 | 20001 | 1001 | Board replaced                                                                          | true  | 2025-04-04 17:22:20
        1006 | 20002 | 1102 | Two invoices for April                                                                  | true  | 2025-04-06 10:48:57
        1007 | 20002 | 1002 | Credit note sent                                                                        | true  | 2025-04-06 21:38:57
        1008 | 20002 | 1102 | thanks                                                                                  |       | 2025-04-06 21:48:57
        1009 | 20003 | 1002 | Phoned in: reading 41233 instead of 14233                                               | true  | 2025-04-09 04:24:34
        1010 | 20003 | 1001 | Corrected, see attachment                                                               | true  | 2025-04-09 04:59:34
        1011 | 20003 | 1103 | ok                                                                                      | true  | 2025-04-09 05:00:34
        1012 | 20004 | 1104 | '   '                                                                                   | true  | 2025-04-12 07:01:11
        1013 | 20004 | 1004 | Please send the new address                                                             | true  | 2025-04-12 08:42:11
        1014 | 20005 | 1105 | Hello?                                                                                  | true  | 2025-04-15 00:36:48
        1015 | 20006 | 1106 | Offer for roof                                                                          | true  | 2025-04-18 03:12:25
        1016 | 20006 | 1005 | Attached                                                                                | true  | 2025-04-18 03:35:24
        1017 | 20006 | 1106 | wow quick                                                                               | true  | 2025-04-18 03:35:24
        1018 | 20006 | 1005 | You are welcome                                                                         | true  | 2025-04-18 03:36:25
        1019 | 20007 | 1107 | Charger LED red                                                                         | true  | 2025-04-20 20:49:02
        1020 | 20007 | 1002 | internal note                                                                           | false | 2025-04-21 03:34:02
        1021 | 20009 | 1109 | Copy please                                                                             | true  | 2025-04-26 17:01:16
        1022 | 20009 | 1004 | waiting for archive                                                                     | true  | 2025-04-26 17:56:16
        1023 | 20009 | 1005 | here it is                                                                              | true  | 2025-04-28 18:51:16
        1024 | 20010 | 1110 | Which tariff?                                                                           | true  | 2025-04-29 10:36:53
        1025 | 20010 | 1005 | Asked sales                                                                             | false | 2025-04-29 10:45:53
        1026 | 20010 | 1110 | any news?                                                                               | true  | 2025-04-29 18:56:53
        1027 | 20010 | 1110 | ??                                                                                      | true  | 2025-04-30 03:16:53
        1028 | 20011 | 1006 | Caller complains about technician                                                       | true  | 2025-05-02 13:12:30
        1029 | 20011 | 1111 | yes indeed                                                                              | true  | 2025-05-02 13:18:30
        1030 | 20011 | 1006 | Apology                                                                                 | true  | 2025-05-02 14:40:30
        1031 | 20011 | 1111 | not enough                                                                              | true  | 2025-05-02 14:46:30
        1032 | 20011 | 1003 | Voucher sent                                                                            | true  | 2025-05-02 16:27:30
        1033 | 20011 | 1111 | voucher broken                                                                          | true  | 2025-05-02 21:31:30
        1034 | 20011 | 1006 | New voucher                                                                             | true  | 2025-05-03 02:22:30
        1035 | 20012 | 1112 | Payment plan?                                                                           | true  | 2025-05-05 06:49:07
        1036 | 20012 | 1001 | Agreed                                                                                  | true  | 2025-05-05 18:29:07
        1037 | 20014 | 1114 | Refund                                                                                  | true  | 2025-05-11 03:00:21
        1038 | 20014 | 1002 | IBAN please                                                                             | true  | 2025-05-12 03:01:21
        1039 | 20015 | 1115 | Voucher ABC                                                                             | true  | 2025-05-14 05:36:58
        1040 | 20015 | 1001 | Valid again                                                                             | true  | 2025-05-15 05:36:58
        1041 | 20016 | 1116 | Smell of gas!!                                                                          | true  | 2025-05-16 23:12:35
        1042 | 20016 | 1008 | Technician on the way, please leave the house                                           | true  | 2025-05-16 23:19:35
        1043 | 20017 | 1117 | Letter about prices                                                                     | true  | 2025-06-30 15:00:00
        1044 | 20018 | 1118 | When is the swap?                                                                       | true  | 2025-05-22 19:24:49
        1045 | 20018 | 1002 | Tuesday                                                                                 | true  | 2025-05-23 03:25:49
        1046 | 20019 | 1119 | Name is Hans not Hanz                                                                   | true  | 2025-06-29 09:00:00
        1047 | 20020 | 1120 | Debit day                                                                               | true  | 2025-05-28 15:37:03
        1048 | 20020 | 1004 | done                                                                                    | true  | 2025-05-28 23:26:33
        1049 | 20021 | 1121 | test                                                                                    | true  | 2025-05-31 09:12:40
        1050 | 20022 | 1122 | same as before                                                                          | true  | 2025-06-03 11:49:17
        1051 | 20024 | 1010 | Nobody answered the customer                                                            | false | 2025-06-09 08:00:31
        1052 | 20024 | 1010 | closing                                                                                 | false | 2025-06-09 12:59:31
        1053 | 20025 | 1125 | Order 55                                                                                | true  | 2025-06-12 01:37:08
        1054 | 20025 | 1777 | auto: received                                                                          | true  | 2025-06-12 01:40:08
        1055 | 20025 |      | import                                                                                  | true  | 2025-06-12 01:47:08
        1056 | 20026 | 1126 | hi                                                                                      | true  | 2025-06-15 04:12:45
        1057 | 20026 | 1001 | hello                                                                                   | true  | 2025-06-15 07:32:45
        1058 | 20027 | 1003 | Outage in Quay area                                                                     | false | 2025-06-17 21:48:22
        1059 | 20028 | 1128 | New connection for shed                                                                 | true  | 2025-06-20 15:24:59
        1060 | 20030 | 1130 | claim                                                                                   | true  | 2025-06-26 11:37:13
        1061 | 20030 | 1006 | rejected                                                                                | true  | 2025-06-26 13:17:13
        """,
    ),
    "zd_chat": written(
        "chat_id BIGINT | ticket_id BIGINT | started_at TIMESTAMP",
        """
        701 | 20004 | 2025-04-12 07:01:11
        702 | 20008 | 2025-04-23 23:24:39
        703 | 20013 | 2025-05-08 09:24:44
        704 | 20018 | 2025-05-22 19:24:49
        705 | 20023 | 2025-06-06 05:24:54
        706 | 20029 | 2025-06-23 18:00:36
        707 |       | 2025-05-05 10:00:00
        708 |       | 2025-06-09 08:00:00
        709 | 20019 | 2025-06-10 08:00:00
        710 | 20021 | 2025-06-11 08:00:00
        711 | 20023 | 2025-06-12 08:00:00
        712 |       | 2025-06-13 08:00:00
        713 | 20027 | 2025-06-14 08:00:00
        714 | 20029 | 2025-06-15 08:00:00
        715 | 20001 | 2025-06-16 08:00:00
        716 |       | 2025-06-17 08:00:00
        717 | 20005 | 2025-06-18 08:00:00
        718 | 20007 | 2025-06-19 08:00:00
        719 | 20009 | 2025-06-20 08:00:00
        720 |       | 2025-06-21 08:00:00
        """,
    ),
    "zd_chat_event": written(
        "chat_id BIGINT | event_no INTEGER | event_type VARCHAR | actor_id BIGINT | message VARCHAR |"
        " created_at TIMESTAMP",
        """
        701 | 1 | ChatMessage | 1104 | Flat 3, Mill Lane         | 2025-04-12 08:42:11
        701 | 2 | ChatMessage | 1004 | Thank you                 | 2025-04-12 08:43:11
        701 | 3 | MemberLeave | 1104 |                           | 2025-04-12 08:44:11
        702 | 1 | MemberJoin  | 1108 |                           | 2025-04-23 23:24:39
        702 | 2 | chatmessage | 1108 | cannot log in             | 2025-04-23 23:24:44
        702 | 3 | ChatMessage | 1001 | reset link sent           | 2025-04-23 23:26:39
        702 | 4 | ChatMessage | 1108 | works                     | 2025-04-23 23:27:39
        702 | 5 | ChatRating  | 1108 | good                      | 2025-04-23 23:28:39
        703 | 1 | ChatMessage | 1113 | App crashes on start      | 2025-05-08 09:24:44
        703 | 2 | ChatMessage | 1011 | I am a robot. One moment. | 2025-05-08 09:25:14
        703 | 3 | CHATMESSAGE | 1113 | ok                        | 2025-05-08 09:25:44
        703 | 4 | ChatMessage | 1007 | Please update to 4.2      | 2025-05-08 09:54:44
        704 | 1 | ChatMessage | 1118 | also the gas meter?       | 2025-05-22 19:25:49
        704 | 2 | ChatMessage | 1002 | yes both                  | 2025-05-23 03:26:49
        705 | 1 | ChatMessage | 1123 | it hums                   | 2025-06-06 05:24:54
        705 | 2 | ChatMessage | 1123 | loudly                    | 2025-06-06 05:25:34
        705 | 3 | ChatMessage | 1007 | Which model?              | 2025-06-06 05:35:54
        705 | 4 | ChatMessage | 1123 | ''                        | 2025-06-06 05:36:54
        706 | 1 | ChatMessage | 1129 | new address for refund    | 2025-06-23 18:00:36
        706 | 2 | ChatMessage | 1007 | saved                     | 2025-06-23 18:39:36
        707 | 1 | ChatMessage | 1130 | anyone?                   | 2025-05-05 10:00:00
        707 | 2 | ChatMessage | 1001 | yes                       | 2025-05-05 10:01:00
        """,
    ),
    "zd_ticket_field_history": written(
        "event_id BIGINT | ticket_id BIGINT | field_name VARCHAR | value VARCHAR | user_id BIGINT |"
        " updated_at TIMESTAMP",
        """
        9001 | 20001 | status             | new             | 1101 | 2025-04-03 08:12:20
        9088 | 20001 | group_id           | 302             | 1003 | 2025-04-03 08:13:20
        9089 | 20001 | group_id           | 304             | 1003 | 2025-04-03 08:56:20
        9069 | 20001 | assignee_id        | 1002            | 1002 | 2025-04-03 08:57:20
        9002 | 20001 | status             | open            | 1001 | 2025-04-03 08:57:30
        9070 | 20001 | assignee_id        | 1001            | 1002 | 2025-04-03 08:58:20
        9003 | 20001 | status             | solved          | 1001 | 2025-04-03 13:12:20
        9004 | 20001 | status             | open            | 1101 | 2025-04-04 09:12:25
        9005 | 20001 | status             | solved          | 1001 | 2025-04-04 17:33:10
        9097 | 20001 | satisfaction_score | offered         | 1101 | 2025-04-04 19:12:20
        9098 | 20001 | satisfaction_score | bad             | 1101 | 2025-04-04 20:52:20
        9099 | 20001 | satisfaction_score | good            | 1101 | 2025-04-04 22:32:20
        9006 | 20002 | status             | new             | 1102 | 2025-04-06 10:48:57
        9090 | 20002 | group_id           | 301             | 1003 | 2025-04-06 10:49:57
        9007 | 20002 | status             | open            | 1002 | 2025-04-06 20:48:57
        9071 | 20002 | assignee_id        | 1002            | 1002 | 2025-04-06 20:48:57
        9008 | 20002 | status             | pending         | 1002 | 2025-04-07 01:48:57
        9009 | 20002 | status             | closed          |      | 2025-04-08 02:49:27
        9100 | 20002 | satisfaction_score | offered         | 1102 | 2025-04-08 04:28:57
        9010 | 20003 | status             | new             | 1002 | 2025-04-09 04:24:34
        9011 | 20003 | status             | open            | 1001 | 2025-04-09 04:54:34
        9072 | 20003 | assignee_id        | 1001            | 1002 | 2025-04-09 04:54:34
        9012 | 20004 | status             | new             | 1104 | 2025-04-12 07:01:11
        9013 | 20004 | status             | open            | 1004 | 2025-04-12 08:41:11
        9014 | 20004 | status             | Pending         | 1004 | 2025-04-12 08:41:11
        9073 | 20004 | assignee_id        | 1004            | 1002 | 2025-04-12 08:41:11
        9015 | 20005 | status             | new             | 1105 | 2025-04-15 00:36:48
        9016 | 20006 | status             | new             | 1106 | 2025-04-18 03:12:25
        9074 | 20006 | assignee_id        | 1005            | 1002 | 2025-04-18 03:32:25
        9017 | 20006 | status             | open            | 1005 | 2025-04-18 03:33:05
        9018 | 20006 | status             | open            | 1005 | 2025-04-18 03:37:25
        9019 | 20006 | status             | solved          | 1005 | 2025-04-18 04:32:40
        9020 | 20007 | status             | new             | 1107 | 2025-04-20 20:49:02
        9021 | 20007 | status             | open            | 1002 | 2025-04-21 03:29:02
        9075 | 20007 | assignee_id        | 1001            | 1002 | 2025-04-21 03:29:02
        9076 | 20007 | assignee_id        |                 | 1002 | 2025-04-21 03:39:02
        9077 | 20007 | assignee_id        | 1002            | 1002 | 2025-04-21 03:49:02
        9022 | 20008 | status             | open            | 1108 | 2025-04-23 23:24:39
        9078 | 20008 | assignee_id        | 1001            | 1002 | 2025-04-23 23:24:39
        9023 | 20008 | status             | solved          | 1001 | 2025-04-23 23:40:39
        9101 | 20008 | satisfaction_score | good            | 1108 | 2025-04-23 23:44:39
        9102 | 20008 | satisfaction_score | offered         | 1108 | 2025-04-23 23:54:39
        9025 | 20009 | status             | new             | 1109 | 2025-04-26 17:01:16
        9091 | 20009 | group_id           | 302             | 1003 | 2025-04-26 17:02:16
        9092 | 20009 | group_id           | 301             | 1003 | 2025-04-26 17:50:16
        9026 | 20009 | status             | hold            | 1004 | 2025-04-26 17:51:16
        9079 | 20009 | assignee_id        | 1004            | 1002 | 2025-04-26 17:51:16
        9080 | 20009 | assignee_id        | 1005            | 1002 | 2025-04-26 18:01:16
        9024 | 20008 | status             | closed          |      | 2025-04-26 18:04:39
        9093 | 20009 | group_id           | ''              | 1003 | 2025-04-26 18:11:16
        9081 | 20009 | assignee_id        | 1004            | 1002 | 2025-04-26 18:31:16
        9027 | 20009 | status             | solved          | 1004 | 2025-04-28 19:01:16
        9028 | 20010 | status             | new             | 1110 | 2025-04-29 10:36:53
        9029 | 20010 | status             | hold            | 1005 | 2025-04-29 10:46:53
        9030 | 20011 | status             | new             | 1006 | 2025-05-02 13:12:30
        9094 | 20011 | group_id           | 306             | 1003 | 2025-05-02 13:13:30
        9031 | 20011 | status             | open            | 1006 | 2025-05-02 13:17:30
        9082 | 20011 | assignee_id        | 1006            | 1002 | 2025-05-02 13:17:30
        9083 | 20011 | assignee_id        | 1003            | 1002 | 2025-05-02 13:17:30
        9032 | 20011 | status             | solved          | 1006 | 2025-05-02 14:42:30
        9033 | 20011 | status             | open            | 1111 | 2025-05-02 14:47:30
        9034 | 20011 | status             | solved          | 1006 | 2025-05-02 16:32:30
        9035 | 20011 | status             | open            | 1111 | 2025-05-02 21:32:30
        9036 | 20011 | status             | solved          | 1006 | 2025-05-03 02:32:30
        9103 | 20011 | satisfaction_score | good            | 1111 | 2025-05-03 04:12:30
        9104 | 20011 | satisfaction_score | bad             | 1111 | 2025-05-03 04:12:30
        9037 | 20012 | status             | new             | 1112 | 2025-05-05 06:49:07
        9084 | 20012 | assignee_id        | 1001            | 1002 | 2025-05-05 16:49:07
        9038 | 20012 | status             | solved          | 1001 | 2025-05-05 18:29:07
        9039 | 20013 | status             | new             | 1113 | 2025-05-08 09:24:44
        9085 | 20013 | assignee_id        | 1007            | 1002 | 2025-05-08 09:44:44
        9040 | 20013 | status             | closed          | 1007 | 2025-05-08 09:59:17
        9041 | 20014 | status             | new             | 1114 | 2025-05-11 03:00:21
        9042 | 20014 | status             | ''              | 1002 | 2025-05-11 04:00:21
        9043 | 20014 | status             | pending         | 1002 | 2025-05-11 04:30:21
        9044 | 20015 | status             | new             | 1115 | 2025-05-14 05:36:58
        9046 | 20016 | status             | new             | 1116 | 2025-05-16 23:12:35
        9047 | 20016 | status             | open            | 1008 | 2025-05-16 23:20:35
        9048 | 20016 | status             | solved          | 1008 | 2025-05-17 00:02:35
        9105 | 20016 | satisfaction_score | offered         | 1116 | 2025-05-17 00:12:35
        9106 | 20016 | satisfaction_score | Good            | 1116 | 2025-05-17 00:22:35
        9107 | 20016 | satisfaction_score | ''              | 1116 | 2025-05-17 00:42:35
        9045 | 20015 | status             | solved          | 1001 | 2025-05-17 16:56:58
        9049 | 20016 | status             | closed          |      | 2025-05-18 08:32:35
        9050 | 20018 | status             | new             | 1118 | 2025-05-22 19:24:49
        9051 | 20018 | status             | solved          | 1002 | 2025-05-23 03:44:49
        9052 | 20020 | status             | new             | 1120 | 2025-05-28 15:37:03
        9053 | 20020 | status             | solved          | 1004 | 2025-05-28 23:27:03
        9054 | 20021 | status             | new             | 1121 | 2025-05-31 09:12:40
        9055 | 20022 | status             | new             | 1122 | 2025-06-03 11:49:17
        9056 | 20022 | status             | closed          | 1002 | 2025-06-03 11:59:17
        9057 | 20023 | status             | new             | 1123 | 2025-06-06 05:24:54
        9095 | 20023 | group_id           | 302             | 1003 | 2025-06-06 05:26:54
        9096 | 20023 | group_id           | 313             | 1003 | 2025-06-06 05:34:54
        9058 | 20023 | status             | open            | 1007 | 2025-06-06 05:36:54
        9086 | 20023 | assignee_id        | 1007            | 1002 | 2025-06-06 05:36:54
        9059 | 20024 | status             | open            | 1010 | 2025-06-09 08:00:31
        9060 | 20024 | status             | solved          | 1010 | 2025-06-09 13:00:31
        9061 | 20025 | status             | waiting_partner | 1777 | 2025-06-12 01:37:08
        9062 | 20026 | status             | new             | 1126 | 2025-06-15 04:12:45
        9064 | 20028 | status             | new             | 1128 | 2025-06-20 15:24:59
        9087 | 20028 | assignee_id        | 1130            | 1002 | 2025-06-20 16:14:59
        9063 | 20026 | status             | solved          | 1001 | 2025-06-22 02:50:45
        9065 | 20029 | status             | new             | 1129 | 2025-06-23 18:00:36
        9066 | 20029 | status             | solved          | 1007 | 2025-06-23 18:40:36
        9067 | 20030 | status             | new             | 1130 | 2025-06-26 11:37:13
        9068 | 20030 | status             | closed          | 1006 | 2025-06-26 14:57:13
        """,
    ),
    "zd_ticket_form_history": written(
        "form_id BIGINT | version_no INTEGER | name VARCHAR | display_name VARCHAR | active BOOLEAN |"
        " created_at TIMESTAMP | updated_at TIMESTAMP",
        """
        71 | 1 | General       | General enquiry         | true  | 2022-01-03 08:00:00 | 2022-01-03 08:00:00
        71 | 2 | General       | General question        | true  | 2022-01-03 08:00:00 | 2022-04-03 08:00:00
        71 | 3 | General       | General question        | true  | 2022-01-03 08:00:00 | 2022-07-02 08:00:00
        72 | 1 | Meter fault   |                         | true  | 2022-01-15 08:00:00 | 2022-01-15 08:00:00
        72 | 2 | Meter problem | ''                      | true  | 2022-01-15 08:00:00 | 2022-04-15 08:00:00
        73 | 1 | Invoice       | Invoice query           | true  | 2022-01-27 08:01:00 | 2022-01-27 08:00:00
        73 | 2 | Invoice       | Invoice query           | true  | 2022-01-27 08:02:00 | 2022-04-27 08:00:00
        73 | 3 | Invoice v3    | ' My invoice '          | true  | 2022-01-27 08:03:00 | 2022-07-26 08:00:00
        74 | 1 | Move          | Moving house            | true  | 2022-02-08 08:00:00 | 2022-02-08 08:00:00
        75 | 1 | Solar lead    | Solar                   | true  | 2022-02-20 08:00:00 | 2022-02-20 08:00:00
        75 | 2 | Solar lead    | Solar panels            | true  | 2022-02-20 08:00:00 | 2022-05-21 08:00:00
        76 | 1 | Complaint     | Complaint               | true  | 2022-03-04 08:00:00 | 2022-03-04 08:00:00
        76 | 2 | Complaint     | Tell us what went wrong | true  | 2022-03-04 08:00:00 | 2022-06-02 08:00:00
        77 | 1 | Charger       | Home charger            | false | 2022-03-16 08:00:00 | 2022-05-15 08:00:00
        77 | 2 | Charger       | Home charger            | true  | 2022-03-16 08:00:00 | 2022-05-15 08:00:00
        78 | 1 | Old form      | Old form                | true  | 2022-03-28 08:00:00 | 2022-03-28 08:00:00
        78 | 2 | Old form      | Old form                | true  | 2022-03-28 08:00:00 | 2022-06-26 08:00:00
        78 | 3 | Old form      | Old form (retired)      | false | 2022-03-28 08:00:00 | 2022-09-24 08:00:00
        79 | 1 | Partner       | ''                      |       | 2022-04-09 08:00:00 | 2022-04-09 08:00:00
        80 | 1 | Press         | Press desk              | true  | 2022-04-21 08:00:00 | 2022-04-21 08:00:00
        81 | 1 | Credit        | Payment plan            | true  | 2022-05-03 08:00:00 | 2022-05-03 08:00:00
        81 | 2 | Credit        | Payment plans           | true  | 2022-05-03 08:00:00 | 2022-08-01 08:00:00
        82 | 1 | Voucher       | Voucher                 | false | 2022-05-15 08:00:00 | 2022-05-15 08:00:00
        73 | 4 | Invoice draft | draft                   | true  | 2022-01-27 07:00:00 | 2022-02-01 08:00:00
        """,
    ),
}
