"""Source tables."""

from make_projects import written

TABLES = {
    "raw_taps": written(
        "tap_id VARCHAR | agency_ref VARCHAR | customer_ref VARCHAR | device_ref VARCHAR"
        " | outcome VARCHAR | tap_ts_utc VARCHAR | stop_ref VARCHAR | stop_desc VARCHAR"
        " | route_ref VARCHAR | travel_dir VARCHAR | lat VARCHAR | lon VARCHAR"
        " | vehicle_ref VARCHAR | line_no INTEGER | export_ts TIMESTAMP",
        """
        TX10007 | mry     | C100 | D05 | allow | 2024-02-13 22:55:00 | S22 | Transit Plaza   | M1         | 'outbound ' | 36.792489 | -121.064866 | BUS-12   | 1   | 2024-02-14 07:00:00
        TX10014 | mdo     | C105 | D09 | allow | 2024-02-15 20:59:17 | S21 | ''              | M2         | loop        | 38.592192 | -123.731870 | BUS-12   | 2   | 2024-02-16 05:00:00
        TX10021 | lkt     | C110 | D06 | allow | 2024-02-19 00:50:00 | S15 | ''              | UNASSIGNED | Inbound     | 38.110363 | -121.964357 | 'BUS-7 ' | 3   | 2024-02-19 09:00:00
        TX10021 | lkt     | C110 | D06 | allow | 2024-02-19 00:50:00 | S15 | 'Civic Center ' | L2         | Inbound     | 38.110363 | -121.964357 | 'BUS-7 ' | 4   | 2024-02-20 09:00:00
        TX10028 | hmb     | C115 | D01 | Allow | 2024-02-21 18:25:40 | S21 | 'Civic Center ' | H21        | 1           | 38.069094 | -123.688446 | BUS-12   | 5   | 2024-02-22 03:00:00
        TX10035 | 'LKT '  | C104 | D09 | allow | 2024-02-23 23:25:17 | S15 | Pier 2          | UNASSIGNED | 1           | 38.160831 | -121.307814 | BUS-31   | 6   | 2024-02-24 08:00:00
        TX10042 | hmb     | C109 | D05 | allow | 2024-02-26 20:56:00 | S22 | Transit Plaza   | H1         |             | 36.570859 | -122.497601 | 'BUS-7 ' | 7   | 2024-02-27 05:00:00
        TX10049 | mry     | C100 | D03 | allow | 2024-02-29 22:07:40 | S30 | Main St         | M1         | 1           | 38.815593 | -122.660398 | ''       | 8   | 2024-03-01 07:00:00
        TX10056 | hmb     | C103 | D07 | Allow | 2024-03-02 17:39:00 | S13 | ''              |            | 1           | 38.057871 | -122.537458 | ''       | 9   | 2024-03-03 02:00:00
        TX10063 | sacv    | C108 | D05 | allow | 2024-03-06 02:14:40 | S14 | ''              | UNASSIGNED |             | 38.406855 | -123.353158 | BUS-31   | 10  | 2024-03-06 11:00:00
        TX10063 | sacv    | C108 | D05 | allow | 2024-03-06 02:14:40 | S14 | Main St         |            |             | 38.406855 | -123.353158 | BUS-31   | 11  | 2024-03-07 11:00:00
        TX10070 | 'SBR '  | C113 | D08 | allow | 2024-03-08 17:29:00 | S35 | ''              | UNASSIGNED |             | 36.830699 | -123.392324 | BUS-12   | 12  | 2024-03-09 02:00:00
        TX10070 | 'SBR '  | C113 | D08 | allow | 2024-03-08 17:29:00 | S35 | Main St         | S2         |             | 36.830699 | -123.392324 | BUS-12   | 13  | 2024-03-09 02:00:00
        TX10077 | sacv    | C102 | D04 | allow | 2024-03-11 15:03:00 | S24 | '  5th & Oak'   | S21        | 1           | 39.082752 | -122.765712 | BUS-12   | 14  | 2024-03-12 00:00:00
        TX10084 | sbr     | C107 | D04 | Allow | 2024-03-14 00:07:40 | S21 | '  5th & Oak'   | UNASSIGNED | 0           | 37.850816 | -121.869767 | ''       | 15  | 2024-03-14 09:00:00
        TX10091 | mry     | C100 | D07 | allow | 2024-03-16 19:45:17 | S36 | '  5th & Oak'   | M1         | 0           | ''        | n/a         | BUS-31   | 16  | 2024-03-17 04:00:00
        TX10098 | sbr     | C101 | D09 | allow | 2024-03-19 23:47:40 | S34 | Pier 2          | ' '        | 1           | 38.642953 | -123.962811 | BUS-12   | 17  | 2024-03-20 08:00:00
        TX10105 | 'MRY '  | C106 | D05 | allow | 2024-03-22 03:09:00 | S11 | ''              | UNASSIGNED | ''          | 36.795128 | -122.832676 | ''       | 18  | 2024-03-22 12:00:00
        TX10105 | 'MRY '  | C106 | D05 | allow | 2024-03-22 03:09:00 | S11 | Pier 2          | M7         | ''          | 36.795128 | -122.832676 | ''       | 19  | 2024-03-23 12:00:00
        TX10112 | mdo     | C111 | D06 | Allow | 2024-03-24 17:41:40 | S37 | ''              | M2         | 'outbound ' | 37.372457 | -121.449428 | 'BUS-7 ' | 20  | 2024-03-25 02:00:00
        TX10119 | mry     | C100 | D09 | allow | 2024-03-27 19:12:40 | S28 | Transit Plaza   | M1         | ''          | 37.752855 | -121.819409 | BUS-12   | 21  | 2024-03-28 04:00:00
        TX10126 | mdo     | C105 | D01 | allow | 2024-03-29 18:41:00 | S27 | 'Civic Center ' | M21        | 'outbound ' | 38.440376 | -123.944072 | 'BUS-7 ' | 22  | 2024-03-30 03:00:00
        TX10133 | mry     | C100 | D09 | allow | 2024-04-02 03:58:00 | S36 | Main St         | M7         | 0           | 39.108388 | -121.754564 | BUS-31   | 23  | 2024-04-02 12:00:00
        TX10140 | 'SBR '  | C101 | D03 | Allow | 2024-02-15 22:28:00 | S11 | Transit Plaza   | S7         | 0           | 37.129657 | -121.561132 | 'BUS-7 ' | 24  | 2024-02-16 07:00:00
        TX10147 | sbr     | C101 | D07 | allow | 2024-02-15 22:41:20 | S10 | Transit Plaza   | S1         |             | 38.238133 | -122.566897 | 'BUS-7 ' | 25  | 2024-02-16 07:00:00
        TX10154 | lkt     | C104 | D07 | allow | 2024-02-21 19:53:00 | S27 | Pier 2          | L1         | 0           | 36.614071 | -123.435050 | BUS-12   | 26  | 2024-02-22 04:00:00
        TX10161 | lkt     | C104 | D07 | allow | 2024-02-21 20:41:20 | S10 | ''              | L7         | 1           | 37.299766 | -122.894597 | ''       | 27  | 2024-02-22 05:00:00
        TX10168 | sbr     | C107 | D09 | Allow | 2024-02-27 17:32:00 | S20 | Transit Plaza   |            | loop        | 36.732880 | -121.782666 | 'BUS-7 ' | 28  | 2024-02-28 02:00:00
        TX10175 | 'SBR '  | C107 | D07 | allow | 2024-02-27 18:06:20 | S34 | Transit Plaza   | S7         | 0           | 39.266793 | -121.146125 | BUS-31   | 29  | 2024-02-28 03:00:00
        TX10182 | lkt     | C110 | D03 | allow | 2024-03-10 18:40:00 | S17 | 'Civic Center ' | L1         | 'outbound ' | ''        | n/a         | ''       | 30  | 2024-03-11 03:00:00
        TX10189 | lkt     | C110 | D07 | allow | 2024-03-10 19:33:00 | S14 | '  5th & Oak'   | L7         | 'outbound ' | 37.945753 | -123.465305 | BUS-12   | 31  | 2024-03-11 04:00:00
        TX10196 | sbr     | C113 | D07 | Allow | 2024-03-10 21:19:00 | S39 | ''              | UNASSIGNED | OUTBOUND    | 37.358064 | -123.829134 | BUS-31   | 32  | 2024-03-11 06:00:00
        TX10196 | sbr     | C113 | D07 | Allow | 2024-03-10 21:19:00 | S39 | Pier 2          | S21        | OUTBOUND    | 37.358064 | -123.829134 | BUS-31   | 33  | 2024-03-12 06:00:00
        TX10203 | sbr     | C113 | D04 | allow | 2024-03-10 21:37:45 | S19 | '  5th & Oak'   | S21        | ''          | 39.034574 | -122.372197 | BUS-12   | 34  | 2024-03-11 06:00:00
        TX10210 | 'MRY '  | C100 | D06 | allow | 2024-03-17 00:51:00 | S19 | '  5th & Oak'   |            | ''          | 38.338789 | -122.345289 | BUS-12   | 35  | 2024-03-17 09:00:00
        TX10217 | mry     | C100 | D01 | allow | 2024-03-17 01:15:00 | S29 | 'Civic Center ' |            | 1           | 38.844047 | -122.783422 | BUS-12   | 36  | 2024-03-17 10:00:00
        TX10224 | hmb     | C103 | D02 | Allow | 2024-03-22 17:17:00 | S34 | '  5th & Oak'   | H1         | 1           | 38.086631 | -123.674809 | BUS-12   | 37  | 2024-03-23 02:00:00
        TX10231 | hmb     | C103 | D06 | allow | 2024-03-22 17:33:20 | S10 | Main St         | H1         | OUTBOUND    | 38.182575 | -122.493219 | BUS-31   | 38  | 2024-03-23 02:00:00
        TX10238 | mry     | C106 | D08 | allow | 2024-03-28 21:54:00 | S21 | Pier 2          | M7         | Inbound     | 37.624253 | -122.816063 | BUS-31   | 39  | 2024-03-29 06:00:00
        TX10245 | 'MRY '  | C106 | D01 | allow | 2024-03-28 22:18:45 | S21 | ''              | M1         | ''          | 37.805412 | -122.442132 | BUS-12   | 40  | 2024-03-29 07:00:00
        TX10252 | mdo     | C105 | D02 | Allow | 2024-03-17 15:07:00 | S11 | Pier 2          | X99        | Inbound     | 39.416625 | -121.914866 | BUS-12   | 41  | 2024-03-18 00:00:00
        TX10259 | sbr     | C107 | D03 | allow | 2024-03-22 18:07:00 | S33 | '  5th & Oak'   | S2         | 1           | 37.143411 | -122.827325 | BUS-12   | 42  | 2024-03-23 03:00:00
        TX10266 | hmb     | C109 | D06 | allow | 2024-03-27 21:07:00 | S27 | Pier 2          | H21        | 1           | 39.150820 | -122.672364 | BUS-12   | 43  | 2024-03-28 06:00:00
        TX10273 | mdo     | C111 | D07 | allow | 2024-04-02 00:07:00 | S17 | Main St         | M21        | ''          | ''        | n/a         | BUS-31   | 44  | 2024-04-02 09:00:00
        TX10280 | 'HMB '  | C109 | D01 | Allow | 2024-03-04 15:30:00 | S35 | '  5th & Oak'   | H1         | 0           | 36.860403 | -121.967048 | BUS-31   | 45  | 2024-03-05 00:00:00
        TX10287 | lkt     | C110 | D06 | allow | 2024-03-05 15:30:00 | S15 | Main St         | L21        |             | 37.548945 | -121.583691 | BUS-31   | 46  | 2024-03-06 00:00:00
        TX10294 | hmb     | C103 | D04 | deny  | 2024-02-17 15:13:00 | S23 | '  5th & Oak'   | H2         | 0           | 37.218270 | -123.072691 | ''       | 47  | 2024-02-18 00:00:00
        TX10301 | lkt     | C110 | D02 | deny  | 2024-02-26 15:13:00 | S13 | Main St         | L21        | loop        | 38.460437 | -122.658210 | 'BUS-7 ' | 48  | 2024-02-27 00:00:00
        TX10308 | sbr     | ' '  | D06 | Deny  | 2024-03-06 15:13:00 | S37 | ''              | S7         | ''          | 37.820484 | -123.384184 | 'BUS-7 ' | 49  | 2024-03-07 00:00:00
        TX10315 | 'SACV ' | C108 | D06 | deny  | ' '                 | S25 | Pier 2          | S2         | 1           | 36.562874 | -123.204920 | ''       | 50  | 2024-03-16 00:00:00
        TX10322 | hmb     | C115 | D09 | deny  | not set             | S17 | 'Civic Center ' | H7         | Inbound     | 38.940156 | -123.258298 | 'BUS-7 ' | 51  | 2024-03-25 00:00:00
        '  '    | mry     | C101 | D01 | allow | 2024-03-02 10:00:00 | S11 | Pier 2          | M1         | 0           | 36.6      | -121.9      | BUS-7    | 990 | 2024-03-02 20:00:00
        """,
    ),
    "raw_micropay": written(
        "micropayment_ref VARCHAR | aggregation_ref VARCHAR | agency_ref VARCHAR"
        " | customer_ref VARCHAR | vault_ref VARCHAR | txn_ts TIMESTAMP | charge_amt VARCHAR"
        " | nominal_amt VARCHAR | currency VARCHAR | mp_type VARCHAR | charge_type VARCHAR"
        " | export_ts TIMESTAMP",
        """
        MP2001 | AG300 | mry  | C100 | V500 | 2024-02-13 22:55:00 | 2.00 | 2.50 | 840 | debit  | flat_fare              | 2024-02-14 08:55:00
        MP2002 | AG301 | mdo  | C105 | V505 | 2024-02-15 20:59:17 | 2.00 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-02-16 06:59:17
        MP2003 | AG302 | lkt  | C110 | V510 | 2024-02-19 00:50:00 | 2.50 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-02-19 10:50:00
        MP2004 | AG303 | hmb  | C115 | V515 | 2024-02-21 18:25:40 | 0.00 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-02-22 04:25:40
        MP2004 | AG303 | hmb  | C115 | V515 | 2024-02-21 18:25:40 | 2.00 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-02-23 04:25:40
        MP2005 | AG304 | lkt  | C104 | V504 | 2024-02-23 23:25:17 | 2.00 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-02-24 09:25:17
        MP2006 | AG305 | hmb  | C109 | V509 | 2024-02-26 20:56:00 | 2.50 | 2.50 | 840 | debit  | flat_fare              | 2024-02-27 06:56:00
        MP2007 | AG306 | mry  | C100 | V500 | 2024-02-29 22:07:40 | free | 2.50 | 840 | DEBIT  | flat_fare              | 2024-03-01 08:07:40
        MP2008 | AG307 | hmb  | C103 | V503 | 2024-03-02 17:39:00 | 2.00 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-03-03 03:39:00
        MP2009 | AG308 | sacv | C108 | V508 | 2024-03-06 02:14:40 | 2.50 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-03-06 12:14:40
        MP2010 | AG309 | sbr  | C113 | V513 | 2024-03-08 17:29:00 | 2.50 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-03-09 03:29:00
        MP2011 | AG310 | sacv | C102 | V502 | 2024-03-11 15:03:00 | 0.00 | 2.50 | 840 | debit  | flat_fare              | 2024-03-12 01:03:00
        MP2011 | AG310 | sacv | C102 | V502 | 2024-03-11 15:03:00 | 2.50 | 2.50 | 840 | debit  | flat_fare              | 2024-03-13 01:03:00
        MP2012 | AG311 | sbr  | C107 | V507 | 2024-03-14 00:07:40 | 2.50 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-03-14 10:07:40
        MP2013 | AG312 | mry  | C100 | V500 | 2024-03-16 19:42:17 | 9.99 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-03-17 05:45:17
        MP2013 | AG312 | mry  | C100 | V500 | 2024-03-16 19:45:17 | 2.00 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-03-17 05:45:17
        MP2014 | AG313 | sbr  | C101 | V501 | 2024-03-19 23:47:40 | 2.50 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-03-20 09:47:40
        MP2015 | AG314 | mry  | C106 | V506 | 2024-03-22 03:09:00 | 2.00 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-03-22 13:09:00
        MP2016 | AG315 | mdo  | C100 | V500 | 2024-03-24 17:41:40 | 2.00 | 2.50 | 840 | debit  | flat_fare              | 2024-03-25 03:41:40
        MP2017 | AG316 | mry  | C100 | V500 | 2024-03-27 19:12:40 | 2.50 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-03-28 05:12:40
        MP2018 | AG317 | mdo  | C105 | V505 | 2024-03-29 18:41:00 | 0.00 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-03-30 04:41:00
        MP2018 | AG317 | mdo  | C105 | V505 | 2024-03-29 18:41:00 | 1.75 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-03-31 04:41:00
        MP2019 | AG318 | mry  | C100 | V500 | 2024-04-02 03:58:00 | 2.50 | 2.50 | 840 | DEBIT  | flat_fare              | 2024-04-02 13:58:00
        MP2020 | AG319 | sbr  | C101 | V501 | 2024-02-15 22:28:00 | 6.00 | 6.00 | 840 | DEBIT  | pending_charge_fare    | 2024-02-16 08:28:00
        MP2021 | AG319 | sbr  | C101 | V501 | 2024-02-15 22:41:20 | 5.50 | 6.00 | 840 | DEBIT  | complete_variable_fare | 2024-02-16 08:41:20
        MP2022 | AG304 | lkt  | C104 | V504 | 2024-02-21 20:41:20 | 3.25 | 6.00 | 840 | DEBIT  | complete_variable_fare | 2024-02-22 06:41:20
        MP2023 | AG320 | sbr  | C107 | V507 | 2024-02-27 18:06:20 | 0.00 | 6.00 | 840 | DEBIT  | complete_variable_fare | 2024-02-28 04:06:20
        MP2023 | AG320 | sbr  | C107 | V507 | 2024-02-27 18:06:20 | 5.50 | 6.00 | 840 | DEBIT  | complete_variable_fare | 2024-02-29 04:06:20
        MP2024 | AG321 | lkt  | C110 | V510 | 2024-03-10 18:40:00 | 6.00 | 6.00 | 840 | DEBIT  | pending_charge_fare    | 2024-03-11 04:40:00
        MP2025 | AG321 | lkt  | C110 | V510 | 2024-03-10 19:33:00 | 4.00 | 6.00 | 840 | DEBIT  | complete_variable_fare | 2024-03-11 05:33:00
        MP2026 | AG309 | sbr  | C113 | V513 | 2024-03-10 21:37:45 | 3.25 | 6.00 | 840 | DEBIT  | complete_variable_fare | 2024-03-11 07:37:45
        MP2027 | AG312 | mry  | C100 | V500 | 2024-03-17 01:15:00 | 5.50 | 6.00 | 840 | DEBIT  | complete_variable_fare | 2024-03-17 11:15:00
        MP2028 | AG322 | hmb  | C103 | V503 | 2024-03-22 17:17:00 | 6.00 | 6.00 | 840 | DEBIT  | pending_charge_fare    | 2024-03-23 03:17:00
        MP2029 | AG322 | hmb  | C103 | V503 | 2024-03-22 17:33:20 | 5.50 | 6.00 | 840 | DEBIT  | complete_variable_fare | 2024-03-23 03:33:20
        MP2030 | AG323 | mry  | C106 | V506 | 2024-03-28 22:18:45 | 4.00 | 6.00 | 840 | DEBIT  | complete_variable_fare | 2024-03-29 08:18:45
        MP2031 | AG324 | mdo  | C105 | V505 | 2024-03-17 15:07:00 | 6.00 | 6.00 | 840 | DEBIT  | pending_charge_fare    | 2024-03-18 01:07:00
        MP2032 | AG325 | sbr  | C107 | V507 | 2024-03-22 18:07:00 | 6.00 | 6.00 | 840 | DEBIT  | pending_charge_fare    | 2024-03-23 04:07:00
        MP2033 | AG326 | hmb  | C109 | V509 | 2024-03-27 21:07:00 | 6.00 | 6.00 | 840 | DEBIT  | pending_charge_fare    | 2024-03-28 07:07:00
        MP2034 | AG327 | mdo  | C111 | V511 | 2024-04-02 00:07:00 | 6.00 | 6.00 | 840 | DEBIT  | pending_charge_fare    | 2024-04-02 10:07:00
        MP2035 | AG328 | hmb  | C109 | V509 | 2024-03-04 15:30:00 | 3.00 | 3.00 | 840 | DEBIT  | complete_variable_fare | 2024-03-05 01:30:00
        MP2036 | AG321 | lkt  | C110 | V510 | 2024-03-05 15:30:00 | 3.00 | 3.00 | 840 | DEBIT  | complete_variable_fare | 2024-03-06 01:30:00
        MP2037 | AG301 | mdo  | C105 | V505 | 2024-02-16 20:59:17 | 2.00 | 2.00 | 840 | CREDIT | refund                 | 2024-02-17 06:59:17
        MP2038 | AG305 | hmb  | C109 | V509 | 2024-02-27 21:56:00 | 1.00 | 1.00 | 840 | credit | refund                 | 2024-02-28 07:56:00
        MP2039 | AG305 | hmb  | C109 | V509 | 2024-02-27 22:56:00 | 0.75 | 0.75 | 840 | CREDIT | refund                 | 2024-02-28 08:56:00
        MP2040 | AG304 | lkt  | C104 | V504 | 2024-02-22 23:41:20 | 1.50 | 1.50 | 840 | CREDIT | refund                 | 2024-02-23 09:41:20
        MP2041 | AG309 | sbr  | C113 | V513 | 2024-03-12 01:37:45 | 4.00 | 4.00 | 840 | CREDIT | refund                 | 2024-03-12 11:37:45
        """,
    ),
    "micropay_tap_link": written(
        "micropayment_ref VARCHAR | tap_id VARCHAR",
        """
        MP2001 | TX10007
        MP2002 | TX10014
        MP2003 | TX10021
        MP2004 | TX10028
        MP2005 | TX10035
        MP2006 | TX10042
        MP2007 | TX10049
        MP2008 | TX10056
        MP2009 | TX10063
        MP2010 | TX10070
        MP2011 | TX10077
        MP2012 | TX10084
        MP2013 | TX10091
        MP2014 | TX10098
        MP2015 | TX10105
        MP2016 | TX10112
        MP2017 | TX10119
        MP2018 | TX10126
        MP2019 | TX10133
        MP2020 | TX10140
        MP2021 | TX10140
        MP2021 | TX10147
        MP2022 | TX10154
        MP2022 | TX10161
        MP2023 | TX10168
        MP2023 | TX10175
        MP2024 | TX10182
        MP2025 | TX10182
        MP2025 | TX10189
        MP2026 | TX10196
        MP2026 | TX10203
        MP2027 | TX10210
        MP2027 | TX10217
        MP2028 | TX10224
        MP2029 | TX10224
        MP2029 | TX10231
        MP2030 | TX10238
        MP2030 | TX10245
        MP2031 | TX10252
        MP2032 | TX10259
        MP2033 | TX10266
        MP2034 | TX10273
        MP2035 | TX10280
        MP2036 | TX10287
        MP2036 | TX99999
        MP2037 | TX10014
        MP2038 | TX10042
        MP2039 | TX10042
        MP2040 | TX10154
        MP2041 | TX10196
        """,
    ),
    "micropay_adjust": written(
        "adjustment_ref VARCHAR | micropayment_ref VARCHAR | agency_ref VARCHAR"
        " | product_ref VARCHAR | descr VARCHAR | amount DECIMAL(10,2) | applied BOOLEAN",
        """
        AD70 | MP2001 | mry  | P1 | weekly cap        | 1.00 | true
        AD71 | MP2002 | mdo  | P2 | weekly cap        | 0.25 | true
        AD72 | MP2003 | lkt  | P3 | transfer discount | 0.25 | false
        AD73 | MP2005 | lkt  | P1 | daily cap         | 1.00 | true
        AD74 | MP2007 | mry  | P3 | transfer discount | 1.25 | false
        AD75 | MP2009 | sacv | P1 | weekly cap        | 0.25 | true
        AD76 | MP2009 | sacv | P4 | senior discount   | 0.90 | false
        AD77 | MP2011 | sacv | P3 | daily cap         | 1.00 | false
        AD78 | MP2012 | sbr  | P4 | weekly cap        | 1.00 | true
        AD79 | MP2013 | zzz  | P1 | weekly cap        | 1.25 | true
        AD80 | MP2015 | mry  | P3 | weekly cap        | 0.25 | false
        AD81 | MP2017 | mry  | P1 | weekly cap        | 1.25 | true
        AD82 | MP2017 | mry  | P4 | senior discount   | 0.90 | false
        AD83 | MP2019 | mry  | P3 | daily cap         | 0.25 | false
        AD84 | MP2022 | lkt  | P1 | daily cap         | 1.00 | true
        AD85 | MP2023 | sbr  | P2 | transfer discount | 0.25 | true
        AD86 | MP2025 | lkt  | P3 | weekly cap        | 0.50 | false
        AD87 | MP2027 | mry  | P1 | weekly cap        | 1.00 | true
        AD88 | MP2030 | mry  | P3 | weekly cap        | 0.25 | false
        AD89 | MP9999 | mry  | P1 | daily cap         | 1.00 | true
        """,
    ),
    "cust_funding_src": written(
        "funding_src_ref VARCHAR | vault_ref VARCHAR | customer_ref VARCHAR"
        " | principal_cust_ref VARCHAR | bin_no VARCHAR | scheme VARCHAR | issuer_ctry VARCHAR"
        " | form_factor VARCHAR | export_ts TIMESTAMP",
        """
        F900 | V500 | C100 | C100 | 400000 | Mastercard |    | card  | 2024-01-15 06:00:00
        F900 | V500 | C100 | C100 | 400000 | Mastercard | US | card  | 2024-02-20 06:00:00
        F901 | V501 | C101 |      | 400001 | Visa       | US | phone | 2024-01-15 06:00:00
        F951 | V501 | C101 | C100 | 500001 | Mastercard | US | phone | 2024-03-12 06:00:00
        F981 | V501 | C101 |      | 500001 | mastercard | CA | card  | 2024-03-12 06:00:00
        F902 | V502 | C102 |      | 400002 | Visa       |    |       | 2024-01-15 06:00:00
        F903 | V503 | C103 | C102 | 400003 | Mastercard |    | phone | 2024-01-15 06:00:00
        F904 | V504 | C104 |      | 400004 | Mastercard |    | phone | 2024-01-15 06:00:00
        F904 | V504 | C104 |      | 400004 | Mastercard | US | card  | 2024-02-20 06:00:00
        F954 | V504 | C104 |      | 500004 | Mastercard | US | phone | 2024-03-12 06:00:00
        F905 | V505 | C105 |      | 400005 | visa       |    |       | 2024-01-15 06:00:00
        F906 | V506 | C106 | C105 | 400006 | Mastercard | MX |       | 2024-01-15 06:00:00
        F907 | V507 | C107 |      | 400007 | AMEX       | US | phone | 2024-01-15 06:00:00
        F957 | V507 | C107 | C100 | 500007 | Mastercard | US | watch | 2024-03-12 06:00:00
        F987 | V507 | C107 |      | 500007 | mastercard | CA | card  | 2024-03-12 06:00:00
        F908 | V508 | C108 |      | 400008 | visa       | US | phone | 2024-01-15 06:00:00
        F908 | V508 | C108 |      | 400008 | visa       | US | card  | 2024-02-20 06:00:00
        F909 | V509 | C109 | C108 | 400009 | AMEX       | US |       | 2024-01-15 06:00:00
        F910 | V510 | C110 |      | 400010 | Visa       | US |       | 2024-01-15 06:00:00
        F960 | V510 | C110 |      | 500010 | Mastercard | US | watch | 2024-03-12 06:00:00
        F911 | V511 | C111 |      | 400011 | Mastercard |    | phone | 2024-01-15 06:00:00
        F912 | V512 | C112 | C111 | 400012 | Mastercard | US |       | 2024-01-15 06:00:00
        F912 | V512 | C112 | C111 | 400012 | Mastercard | US | card  | 2024-02-20 06:00:00
        F913 | V513 | C113 |      | 400013 | AMEX       | MX | card  | 2024-01-15 06:00:00
        F963 | V513 | C113 | C100 | 500013 | Mastercard | US | watch | 2024-03-12 06:00:00
        F993 | V513 | C113 |      | 500013 | mastercard | CA | card  | 2024-03-12 06:00:00
        F914 | V514 | C114 |      | 400014 | AMEX       |    | phone | 2024-01-15 06:00:00
        F915 | V515 | C115 | C114 | 400015 | AMEX       | US | card  | 2024-01-15 06:00:00
        """,
    ),
    "raw_auth": written(
        "auth_ref VARCHAR | aggregation_ref VARCHAR | agency_ref VARCHAR | request_type VARCHAR"
        " | amount VARCHAR | status VARCHAR | auth_ts TIMESTAMP",
        """
        AU801 | AG300 | mry  | AUTHORISATION | 2.00 | Declined   | 2024-02-18 20:00:00
        AU802 | AG300 | mry  | DEBT_RECOVERY | 2.00 | Lost       | 2024-02-19 22:00:00
        AU803 | AG301 | mdo  | AUTHORISATION | 2.25 | Authorised | 2024-02-18 20:01:00
        AU804 | AG302 | lkt  | AUTHORISATION | 2.50 | Authorised | 2024-02-25 20:02:00
        AU805 | AG303 | hmb  | AUTHORISATION | 2.75 | Authorised | 2024-02-25 20:03:00
        AU806 | AG304 | lkt  | AUTHORISATION | 3.00 | Declined   | 2024-02-25 20:04:00
        AU807 | AG304 | lkt  | DEBT_RECOVERY | 3.00 | Authorised | 2024-02-26 22:04:00
        AU808 | AG306 | mry  | AUTHORISATION | 3.50 | Authorised | 2024-03-03 20:06:00
        AU809 | AG307 | hmb  | AUTHORISATION | ''   | Authorised | 2024-03-03 20:07:00
        AU810 | AG308 | sacv | AUTHORISATION | 4.00 | Declined   | 2024-03-10 20:08:00
        AU811 | AG308 | sacv | DEBT_RECOVERY | 4.00 | Lost       | 2024-03-10 20:08:00
        AU812 | AG309 | sbr  | AUTHORISATION | 4.25 | Authorised | 2024-03-10 20:09:00
        AU813 | AG310 | sacv | AUTHORISATION | 4.50 | Authorised | 2024-03-17 20:10:00
        AU814 | AG312 | mry  | AUTHORISATION | 5.00 | Declined   | 2024-03-17 20:12:00
        AU815 | AG312 | mry  | DEBT_RECOVERY | 5.00 | Authorised | 2024-03-18 22:12:00
        AU816 | AG313 | sbr  | AUTHORISATION | 5.25 | Authorised | 2024-03-24 20:13:00
        AU817 | AG314 | mry  | AUTHORISATION | 5.50 | Authorised | 2024-03-24 20:14:00
        AU818 | AG315 | mdo  | AUTHORISATION | 5.75 | Authorised | 2024-03-24 20:15:00
        AU819 | AG316 | mry  | AUTHORISATION | 6.00 | Declined   | 2024-03-31 20:16:00
        AU820 | AG316 | mry  | DEBT_RECOVERY | 6.00 | Lost       | 2024-04-01 22:16:00
        AU821 | AG318 | mry  | AUTHORISATION | 6.50 | Authorised | 2024-04-07 20:18:00
        AU822 | AG319 | sbr  | AUTHORISATION | 6.75 | Authorised | 2024-02-18 20:19:00
        AU823 | AG320 | sbr  | AUTHORISATION | 7.00 | Declined   | 2024-03-03 20:20:00
        AU824 | AG320 | sbr  | DEBT_RECOVERY | 7.00 | Authorised | 2024-03-04 22:20:00
        AU825 | AG321 | lkt  | AUTHORISATION | 7.25 | Authorised | 2024-03-10 20:21:00
        AU826 | AG322 | hmb  | AUTHORISATION | 7.50 | Authorised | 2024-03-24 20:22:00
        AU827 | AG324 | mdo  | AUTHORISATION | 8.00 | Declined   | 2024-03-17 20:24:00
        AU828 | AG324 | mdo  | DEBT_RECOVERY | 8.00 | Lost       | 2024-03-18 22:24:00
        AU829 | AG325 | sbr  | AUTHORISATION | 8.25 | Authorised | 2024-03-24 20:25:00
        AU830 | AG326 | hmb  | AUTHORISATION | 8.50 | Authorised | 2024-03-31 20:26:00
        AU831 | AG327 | mdo  | AUTHORISATION | 8.75 | Authorised | 2024-04-07 20:27:00
        AU832 | AG328 | hmb  | AUTHORISATION | 9.00 | Declined   | 2024-03-10 20:28:00
        AU833 | AG328 | hmb  | DEBT_RECOVERY | 9.00 | Authorised | 2024-03-11 22:28:00
        AU880 | AG900 | mry  | CARD_CHECK    | 0.00 | Verified   | 2024-03-05 08:00:00
        AU881 | AG901 | sbr  | CARD_CHECK    | 0.00 | Verified   | 2024-03-18 08:00:00
        AU882 | AG902 | sacv | CARD_CHECK    | 0.00 | Verified   | 2024-03-31 08:00:00
        """,
    ),
    "raw_settle": written(
        "settlement_ref VARCHAR | agency_ref VARCHAR | aggregation_ref VARCHAR | rrn VARCHAR"
        " | amount VARCHAR | settle_type VARCHAR | requested_ts TIMESTAMP | acquirer VARCHAR"
        " | export_ts TIMESTAMP",
        """
        SE401 | mry  | AG300 | RR7000 | 2.00 | DEBIT    | 2024-02-19 05:00:00 | ELV | 2024-02-19 11:00:00
        SE402 | mry  | AG300 | RR7000 | 1.00 |          | 2024-02-22 05:00:00 | ELV | 2024-02-22 11:00:00
        SE403 | mdo  | AG301 | RR7001 | 2.25 |          | 2024-02-19 05:01:00 | WPY | 2024-02-19 11:01:00
        SE404 | lkt  | AG302 | RR7002 | 0.01 |          | 2024-02-26 05:02:00 | ELV | 2024-02-26 07:02:00
        SE404 | lkt  | AG302 | RR7002 | 2.50 | 'debit ' | 2024-02-26 05:02:00 | ELV | 2024-02-26 11:02:00
        SE405 | lkt  | AG304 | RR7004 | 3.00 | ''       | 2024-02-26 05:04:00 | ELV | 2024-02-26 11:04:00
        SE406 | hmb  | AG305 | RR7005 | 3.25 | DEBIT    | 2024-03-04 05:05:00 | ELV | 2024-03-04 11:05:00
        SE407 | hmb  | AG305 | RR7005 | 1.00 | CREDIT   | 2024-03-07 05:05:00 | ELV | 2024-03-07 11:05:00
        SE408 | mry  | AG306 | RR7006 | 3.50 | DEBIT    | 2024-03-04 05:06:00 | ELV | 2024-03-04 11:06:00
        SE409 | sacv | AG308 | RR7008 | 4.00 | 'debit ' | 2024-03-11 05:08:00 | ELV | 2024-03-11 11:08:00
        SE410 | sbr  | AG309 | RR7009 | 4.25 |          | 2024-03-11 05:09:00 | WPY | 2024-03-11 11:09:00
        SE411 | sacv | AG310 | RR7010 | tbc  | ''       | 2024-03-18 05:10:00 | ELV | 2024-03-18 11:10:00
        SE412 | sacv | AG310 | RR7010 | 1.00 |          | 2024-03-21 05:10:00 | ELV | 2024-03-21 11:10:00
        SE413 | sacv | AG310 | RR7010 | 0.50 | ' '      | 2024-03-21 05:10:00 | ELV | 2024-03-21 11:10:00
        SE414 | mry  | AG312 | RR7012 | 5.00 | DEBIT    | 2024-03-18 05:12:00 | ELV | 2024-03-18 11:12:00
        SE415 | sbr  | AG313 | RR7013 | 5.25 |          | 2024-03-25 05:13:00 | ELV | 2024-03-25 11:13:00
        SE416 | mry  | AG314 | RR7014 | 5.50 | 'debit ' | 2024-03-25 05:14:00 | ELV | 2024-03-25 11:14:00
        SE417 | mry  | AG316 | RR7016 | 6.00 | ''       | 2024-04-01 05:16:00 | ELV | 2024-04-01 11:16:00
        SE418 | mdo  | AG317 | RR7017 | 6.25 | DEBIT    | 2024-04-01 05:17:00 | ELV | 2024-04-01 11:17:00
        SE419 | mry  | AG318 | RR7018 | 6.50 | DEBIT    | 2024-04-08 05:18:00 | WPY | 2024-04-08 11:18:00
        SE420 | sbr  | AG320 | RR7020 | 0.01 |          | 2024-03-04 05:20:00 | ELV | 2024-03-04 07:20:00
        SE420 | sbr  | AG320 | RR7020 | 7.00 | 'debit ' | 2024-03-04 05:20:00 | ELV | 2024-03-04 11:20:00
        SE421 | sbr  | AG320 | RR7020 | 1.00 |          | 2024-03-07 05:20:00 | ELV | 2024-03-07 11:20:00
        SE422 | lkt  | AG321 | RR7021 | 7.25 |          | 2024-03-11 05:21:00 | ELV | 2024-03-11 11:21:00
        SE423 | hmb  | AG322 | RR7022 | 7.50 | ''       | 2024-03-25 05:22:00 | WPY | 2024-03-25 11:22:00
        SE424 | mdo  | AG324 | RR7024 | 8.00 | DEBIT    | 2024-03-18 05:24:00 | ELV | 2024-03-18 11:24:00
        SE425 | sbr  | AG325 | RR7025 | 8.25 |          | 2024-03-25 05:25:00 | ELV | 2024-03-25 11:25:00
        SE426 | sbr  | AG325 | RR7025 | 1.00 | CREDIT   | 2024-03-28 05:25:00 | ELV | 2024-03-28 11:25:00
        SE427 | hmb  | AG326 | RR7026 | 8.50 | 'debit ' | 2024-04-01 05:26:00 | ELV | 2024-04-01 11:26:00
        SE428 | hmb  | AG328 | RR7028 | 9.00 | ''       | 2024-03-11 05:28:00 | ELV | 2024-03-11 11:28:00
        SE490 | cax  | AG950 | RR790  | 3.75 |          | 2024-03-21 04:30:00 | WPY | 2024-03-21 11:00:00
        SE491 | lkt  | AG951 | RR791  | 3.75 | DEBIT    | 2024-03-22 04:30:00 | WPY | 2024-03-22 11:00:00
        """,
    ),
    "agency_org": written(
        "agency_ref VARCHAR | org_key VARCHAR | org_name VARCHAR | valid_from DATE | valid_to DATE",
        """
        mry  | ORG001 | Monterey Bay Transit             | 2020-01-01 | 2024-02-29
        mry  | ORG001 | Monterey Bay Transit District    | 2024-03-01 |
        sbr  | ORG002 | Santa Barbara Buses              | 2020-01-01 | 2024-02-29
        sbr  | ORG002 | Santa Barbara Buses              | 2024-03-01 |
        sacv | ORG003 | Sacramento Valley Transit        | 2020-01-01 | 2024-02-29
        sacv | ORG003 | Sacramento Valley Transit        | 2024-03-01 |
        hmb  | ORG004 | Humboldt Lines                   | 2020-01-01 | 2024-02-29
        hmb  | ORG004 | Humboldt Lines                   | 2024-03-01 |
        lkt  | ORG005 | Lake Transit                     | 2020-01-01 | 2024-02-29
        lkt  | ORG005 | Lake Transit Authority           | 2024-03-01 | 2024-03-15
        mdo  | ORG006 | Mendocino Coast Transit          | 2020-01-01 | 2024-02-29
        mdo  | ORG006 | Mendocino Coast Transit District | 2024-03-01 |
        rwc  | ORG007 | Redwood Coaches                  | 2020-01-01 | 2024-02-29
        rwc  | ORG007 | Redwood Coaches                  | 2024-03-01 |
        ccx  | ORG008 | Capitol Express                  | 2020-01-01 | 2024-02-29
        ccx  | ORG008 | Capitol Express                  | 2024-03-01 |
        ant  | ORG009 | Antelope Transit                 | 2020-01-01 | 2024-02-29
        ant  | ORG009 | Antelope Transit                 | 2024-03-01 |
        cax  | ORG010 | Clean Air Coach                  | 2020-01-01 | 2024-02-29
        sjq  | ORG011 | San Joaquin Hopper               | 2019-07-01 |
        """,
    ),
    "gtfs_route": written(
        "agency_ref VARCHAR | route_ref VARCHAR | short_name VARCHAR | long_name VARCHAR",
        """
        mry  | M1  | Line 1  | Mall - Depot
        mry  | M2  | Line 2  | Airport - Depot
        mry  | M7  | Line 7  | College - Station
        mry  | M21 | Line 21 |
        sbr  | S1  | Line 1  | Harbor - Beach
        sbr  | S2  | Line 2  | Airport - Beach
        sbr  | S7  | Line 7  | Harbor - Hospital
        sbr  | S21 | Line 21 |
        sacv | S1  | Line 1  | Downtown - Depot
        sacv | S2  | Line 2  | Airport - Station
        sacv | S7  | Line 7  | Harbor - Station
        sacv | S21 | Line 21 |
        hmb  | H1  | Line 1  | Harbor - Beach
        hmb  | H2  | Line 2  | Downtown - Depot
        hmb  | H7  | Line 7  | Airport - Depot
        hmb  | H21 | Line 21 |
        lkt  | L1  | Line 1  | Airport - Depot
        lkt  | L2  | Line 2  | Harbor - Beach
        lkt  | L7  | Line 7  | College - Depot
        lkt  | L21 | Line 21 |
        mdo  | M1  | Line 1  | Harbor - Station
        mdo  | M2  | Line 2  | College - Beach
        mdo  | M7  | Line 7  | College - Hospital
        mdo  | M21 | Line 21 |
        """,
    ),
}
