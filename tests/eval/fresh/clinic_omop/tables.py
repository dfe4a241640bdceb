"""Source tables."""

from make_projects import written

TABLES = {
    "patients": written(
        "patient_no VARCHAR | sex VARCHAR | birth_date VARCHAR | ethnic_group VARCHAR | postcode"
        " VARCHAR | modified_on TIMESTAMP",
        """
        P100 | M | 01/01/1938 | WB    | 1010 | 2023-01-10 08:15:00
        P101 | M | 08/06/1943 | AS    | 1010 | 2023-01-11 08:15:00
        P101 | F | 08/06/1943 | AS    | 4020 | 2023-07-30 08:15:00
        P102 | f | 15/11/1948 | BC    |      | 2023-01-12 08:15:00
        P103 | U | 22/04/1953 |       | 8010 | 2023-01-13 08:15:00
        P104 |   | 01/09/1958 | XX    | 1010 | 2023-01-14 08:15:00
        P105 | m | 08/02/1963 | ' WB' | 4020 | 2023-01-15 08:15:00
        P106 | M | 03/03/1970 | AS    | 1010 | 2023-01-16 08:15:00
        P106 | F |            | WB    |      | 2023-08-04 08:15:00
        P107 | M | 22/12/1973 | AS    | 8010 | 2023-01-17 08:15:00
        P108 | M | 01/05/1978 | BC    | 1010 | 2023-01-18 08:15:00
        P109 | M | 08/10/1983 | AS    | 1010 | 2023-01-19 08:15:00
        P109 | F | 08/10/1983 |       | 4020 | 2023-08-07 08:15:00
        P110 | f | 15/03/1988 | XX    |      | 2023-01-20 08:15:00
        P111 | U | 22/08/1993 | ' WB' | 8010 | 2023-01-21 08:15:00
        P112 | M |            | AS    | 1010 | 2023-01-22 08:15:00
        P112 |   | 01/01/1998 | WB    | 1010 | 2023-08-10 08:15:00
        P113 | m | 08/06/2003 | AS    | 4020 | 2023-01-23 08:15:00
        P114 | F | 15/11/2008 | BC    |      | 2023-01-24 08:15:00
        P115 | M | 22/04/2013 |       | 8010 | 2023-01-25 08:15:00
        P102 | f | 15/11/1948 | BC    | 9000 | 2022-06-01 09:00:00
        """,
    ),
    "encounters": written(
        "encounter_id INTEGER | patient_no VARCHAR | encounter_class VARCHAR | ward_code VARCHAR |"
        " clinician_code VARCHAR | admit_ts TIMESTAMP | discharge_ts TIMESTAMP",
        """
        301 | P108 | IP | W1  | C05 | 2024-02-15 14:07:00 | 2024-02-24 17:07:00
        302 | P107 | OP | W2  | C01 | 2023-12-30 08:53:00 | 2023-12-30 09:43:00
        303 | P111 | ER |     | C77 | 2023-09-29 12:12:00 | 2023-09-29 13:02:00
        304 | P103 | OP | W1  |     | 2023-11-21 12:15:00 |
        305 | P106 | IP |     | C02 | 2023-08-28 12:46:00 |
        306 | P102 | XR |     | C02 | 2023-04-13 18:32:00 | 2023-04-13 19:22:00
        307 | P104 | IP | W2  | C02 | 2023-02-01 08:05:00 | 2023-02-05 11:05:00
        308 | P105 | OP | W2  | C77 | 2023-06-29 13:21:00 |
        309 | P106 | ER | W2  | C05 | 2023-05-05 19:47:00 | 2023-05-05 20:37:00
        310 | P109 | OP |     | C02 | 2023-02-12 14:09:00 | 2023-02-12 14:59:00
        311 | P104 | IP | AMB | C77 | 2023-06-16 09:06:00 |
        312 | P100 | XR | AMB | C01 | 2023-12-03 19:34:00 |
        313 | P109 | IP | AMB | C02 | 2023-08-01 13:13:00 | 2023-08-09 16:13:00
        314 | P115 | OP | W2  | C01 | 2023-09-30 20:01:00 | 2023-09-30 20:51:00
        315 | P108 | ER | AMB | C05 | 2023-02-12 20:47:00 | 2023-02-12 21:37:00
        316 | P100 | OP | AMB | C05 | 2023-11-09 15:08:00 |
        317 | P100 | IP | W2  | C01 | 2023-09-20 08:47:00 | 2023-09-23 11:47:00
        318 | P107 | XR | AMB | C77 | 2024-03-26 15:53:00 | 2024-03-26 16:43:00
        319 | P111 | IP | W1  | C77 | 2023-10-27 12:16:00 |
        320 | P111 | OP |     | C01 | 2023-07-02 08:37:00 |
        321 | P106 | ER | AMB | C02 |                     | 2023-07-25 17:35:00
        322 | P110 | OP | W1  | C03 | 2023-06-22 19:59:00 | 2023-06-22 20:49:00
        323 | P110 | IP | W2  |     | 2023-07-07 11:01:00 | 2023-07-09 14:01:00
        324 | P109 | XR | W1  | C01 | 2023-10-06 10:45:00 |
        325 | P112 | IP | AMB | C05 | 2023-02-17 12:03:00 | 2023-02-23 15:03:00
        326 | P113 | OP | W1  | C05 | 2023-04-16 08:57:00 | 2023-04-16 09:47:00
        327 | P110 | ER | W2  |     | 2023-05-18 10:13:00 | 2023-05-18 11:03:00
        328 | P113 | OP |     | C03 | 2023-03-27 10:52:00 |
        329 | P104 | IP | W2  | C05 | 2023-03-03 15:10:00 | 2023-03-08 18:10:00
        330 | P105 | XR |     |     | 2023-10-26 15:44:00 | 2023-10-26 16:34:00
        331 | P102 | OP | AMB | C02 | 2023-07-07 09:00:00 | 2023-07-07 09:40:00
        332 | P102 | ER | AMB | C03 | 2023-07-07 09:00:00 |
        """,
    ),
    "diagnoses": written(
        "encounter_id INTEGER | seq_no INTEGER | icd10 VARCHAR | recorded_on DATE",
        """
        301  | 1 | S52.5  | 2024-02-15
        301  | 2 | N39.0  | 2024-02-15
        302  | 1 | j45.9  | 2023-12-30
        303  | 1 | I10    | 2023-09-29
        303  | 2 | ' I10' | 2023-09-29
        305  | 1 | j45.9  | 2023-08-28
        306  | 1 | S52.5  |
        306  | 2 | S52.5  | 2023-04-13
        307  | 1 | J45.9  | 2023-02-01
        307  | 2 | S52.5  | 2023-02-01
        309  | 1 | N39.0  | 2023-05-05
        309  | 2 | N39.0  | 2023-05-05
        310  | 1 | N39.0  | 2023-02-12
        310  | 2 | S52.5  | 2023-02-12
        311  | 1 | J45.9  | 2023-06-16
        311  | 2 | N39.0  | 2023-06-16
        313  | 1 | ' I10' |
        314  | 1 | S52.5  | 2023-09-30
        314  | 2 | S52.5  | 2023-09-30
        315  | 1 | S52.5  | 2023-02-12
        317  | 1 | ' I10' | 2023-09-20
        318  | 1 | I10    | 2024-03-26
        319  | 1 | E11.9  | 2023-10-27
        321  | 1 | N39.0  |
        322  | 1 | Z00.0  |
        322  | 2 | Z00.0  | 2023-06-22
        323  | 1 | N39.0  | 2023-07-07
        323  | 2 | J45.9  |
        325  | 1 | ' I10' | 2023-02-17
        325  | 2 | I10    |
        326  | 1 | I10    | 2023-04-16
        326  | 2 | J45.9  | 2023-04-16
        327  | 1 | I10    |
        329  | 1 | j45.9  | 2023-03-03
        330  | 1 | ' I10' |
        331  | 1 | Z00.0  | 2023-07-07
        301  | 5 | J45.9  | 2023-03-03
        301  | 6 | j459   | 2023-03-04
        302  | 4 |        | 2023-05-05
        9999 | 1 | I10    | 2023-05-05
        """,
    ),
    "prescriptions": written(
        "rx_id INTEGER | patient_no VARCHAR | encounter_id INTEGER | drug_code VARCHAR | drug_text"
        " VARCHAR | dose_text VARCHAR | qty VARCHAR | days_supply INTEGER | start_date DATE | end_date"
        " DATE | status VARCHAR",
        """
        8000 | P112 |     | I10     | Iodine             | 10 ml        | 14  |    | 2024-02-03 | 2024-02-08 | ACTIVE
        8001 | P109 | 324 | SALB100 | Salbutamol inhaler | 100 mcg/puff | 1.5 | 28 | 2023-03-01 |            | CANCELLED
        8002 | P105 | 308 | METF850 |                    | 850 mg       | 20  |    | 2024-02-16 |            |
        8003 | P111 | 320 | I10     | Iodine             | 10 ml        | 1.5 | 28 | 2023-04-18 | 2023-05-08 |
        8004 | P111 | 319 | SALB100 | Salbutamol inhaler | 100 mcg/puff |     | 10 | 2023-08-28 |            |
        8005 | P109 |     | AMOX250 | Amoxicillin caps   | 250 MG       | n/a | 10 | 2023-10-26 |            | CANCELLED
        8006 | P102 | 331 | PARA500 | Paracetamol tabs   | 500 mg       | 1.5 | 10 | 2023-06-10 | 2023-07-02 | ACTIVE
        8007 | P112 | 325 | I10     | Iodine             | 10 ml        | n/a | 28 | 2023-04-25 |            |
        8008 | P112 | 310 | SALB100 | Salbutamol inhaler | 100 mcg/puff | 14  |    | 2023-08-14 |            | CANCELLED
        8009 | P111 | 319 | AMOX250 | Amoxicillin caps   | 250 MG       | n/a |    | 2023-11-01 | 2023-11-16 |
        8010 | P100 |     | SALB100 | Salbutamol inhaler | 100 mcg/puff | 1.5 | 28 | 2024-03-14 |            | CANCELLED
        8011 | P107 | 302 | SALB100 | Salbutamol inhaler | 100 mcg/puff | 1.5 | 28 | 2023-08-11 |            | ACTIVE
        8012 | P102 | 331 | I10     | Iodine             | 10 ml        |     | 7  | 2023-03-13 | 2023-04-06 | ACTIVE
        8013 | P111 | 319 | SALB100 | Salbutamol inhaler | 100 mcg/puff | 20  | 10 | 2023-03-21 |            | CANCELLED
        8014 | P107 | 318 | PARA500 | Paracetamol tabs   | 500 mg       | 14  |    | 2023-07-03 |            | CANCELLED
        8015 | P107 |     | SALB100 | Salbutamol inhaler | 100 mcg/puff | n/a | 28 | 2023-05-19 | 2023-05-31 | CANCELLED
        8016 | P105 | 308 | METF850 |                    | 850 mg       | 1.5 | 10 | 2023-03-09 |            |
        8017 | P109 | 322 | PARA500 | Paracetamol tabs   | 500 mg       |     |    | 2024-01-09 |            | STOPPED
        8018 | P109 | 324 | PARA500 | Paracetamol tabs   | 500 mg       | 20  |    | 2024-02-13 | 2024-02-20 | STOPPED
        8019 | P105 | 330 | ZZZ9    | Herbal mix         |              | n/a | 7  | 2024-02-15 |            | ACTIVE
        8020 | P108 |     | I10     | Iodine             | 10 ml        | n/a |    | 2023-10-06 |            | CANCELLED
        8021 | P112 | 325 | ZZZ9    | Herbal mix         |              | 14  |    | 2023-10-30 | 2023-11-23 | STOPPED
        8022 | P105 | 330 | METF850 |                    | 850 mg       | 20  | 7  | 2024-03-23 |            | CANCELLED
        8023 | P111 | 319 | METF850 |                    | 850 mg       | 14  |    | 2024-01-26 |            | ACTIVE
        8024 | P102 | 331 | METF850 |                    | 850 mg       | n/a |    | 2024-02-19 | 2024-03-08 | ACTIVE
        8025 | P113 |     | PARA500 | Paracetamol tabs   | 500 mg       | 20  |    | 2023-12-25 |            | ACTIVE
        8026 | P102 | 318 | METF850 |                    | 850 mg       | 28  | 7  | 2023-04-13 |            | CANCELLED
        8027 | P106 | 305 | PARA500 | Paracetamol tabs   | 500 mg       | 20  |    | 2023-09-24 | 2023-09-28 | ACTIVE
        """,
    ),
    "lab_results": written(
        "result_id INTEGER | patient_no VARCHAR | sample_ts TIMESTAMP | test_code VARCHAR |"
        " result_text VARCHAR | unit VARCHAR",
        """
        60 | P103 | 2024-02-09 09:47:00 | HBA1C | 48           | mmol/mol
        61 | P109 | 2024-02-06 14:58:00 | CRP   | <5           | MG/L
        62 | P104 | 2023-05-14 10:39:00 | NA    | 139          | mmol/L
        63 | P113 | 2024-03-26 10:15:00 | COVID | Positive     |
        64 | P102 | 2023-12-25 11:08:00 | TSH   | 2.1          | mIU/L
        65 | P101 | 2023-11-21 09:20:00 | HBA1C | 53.5         | mmol/mol
        66 | P112 | 2024-02-26 08:43:00 | CRP   | 12.3         | MG/L
        67 | P108 | 2023-03-11 17:14:00 | NA    | 141          | mmol/L
        68 | P103 | 2024-02-25 14:18:00 | COVID | negative     |
        69 | P104 | 2023-02-15 14:52:00 | TSH   | haemolysed   | mIU/L
        70 | P102 | 2023-07-21 15:51:00 | HBA1C | 41           | mmol/mol
        71 | P115 | 2023-08-09 13:53:00 | CRP   | >300         | MG/L
        72 | P101 | 2023-04-21 12:31:00 | NA    |              | mmol/L
        73 | P104 | 2023-11-28 16:07:00 | COVID | inconclusive |
        74 | P109 | 2023-11-21 16:53:00 | TSH   | 0.9          | mIU/L
        75 | P107 | 2023-06-24 08:34:00 | HBA1C | 48           | mmol/mol
        76 | P107 | 2023-06-20 12:20:00 | CRP   | <5           | MG/L
        77 | P998 | 2023-04-19 11:30:00 | NA    | 139          | mmol/L
        78 | P111 | 2023-09-30 14:08:00 | COVID | Positive     |
        79 | P105 | 2023-04-18 07:49:00 | TSH   | 2.1          | mIU/L
        80 | P110 | 2023-03-25 17:16:00 | HBA1C | 53.5         | mmol/mol
        81 | P101 | 2023-03-28 09:37:00 | CRP   | 12.3         | MG/L
        82 | P998 | 2023-12-11 15:14:00 | NA    | 141          | mmol/L
        83 | P107 | 2023-08-28 15:23:00 | COVID | negative     |
        84 | P115 | 2023-07-25 09:20:00 | TSH   | haemolysed   | mIU/L
        85 | P998 | 2023-02-25 16:45:00 | HBA1C | 41           | mmol/mol
        """,
    ),
    "vitals": written(
        "vital_id INTEGER | patient_no VARCHAR | taken_ts TIMESTAMP | bp VARCHAR | pulse INTEGER",
        """
        1  | P112 | 2023-02-11 10:17:00 | 120/80 | 72
        2  | P113 | 2023-12-29 10:54:00 | 135/85 |
        3  | P103 | 2023-02-26 14:40:00 |        | 88
        4  | P115 | 2024-03-10 10:48:00 | 150/95 | 64
        5  | P104 | 2024-01-09 14:19:00 | 98/60  | 72
        6  | P112 | 2023-07-15 11:00:00 | 120/80 |
        7  | P109 | 2023-07-04 14:14:00 | 135/85 | 88
        8  | P111 | 2024-02-26 12:17:00 |        | 64
        9  | P112 | 2023-03-25 15:10:00 | 150/95 | 72
        10 | P111 | 2023-12-12 11:31:00 | 98/60  |
        11 | P113 | 2024-03-26 12:05:00 | 120/80 | 88
        12 | P101 | 2023-11-14 13:53:00 | 135/85 | 64
        13 | P106 | 2024-01-28 10:32:00 |        | 72
        14 | P112 | 2023-02-16 09:49:00 | 150/95 |
        15 | P101 | 2023-01-31 10:35:00 | 98/60  | 88
        16 | P106 | 2023-04-25 09:20:00 | 120/80 | 64
        """,
    ),
    "clinicians": written(
        "clinician_id INTEGER | clinician_code VARCHAR | full_name VARCHAR | specialty VARCHAR",
        """
        1  | C01 | Dr. H. Olsen   | Cardiology
        2  | C02 | Dr. M. Weiss   | Internal medicine
        3  | C03 | Dr. P. Adeyemi | Emergency
        4  | C04 | Dr. L. Costa   |
        5  | C05 | Dr. S. Kim     | Paediatrics
        6  | C06 | Dr. J. Roy     | Surgery
        7  | C07 | Nurse A. Blom  | Nursing
        8  | C08 | Dr. T. Vega    | Oncology
        9  | C09 | Dr. F. Amin    | Neurology
        10 | C10 | Dr. R. Stein   | Radiology
        11 | C11 | Dr. B. Lund    | Geriatrics
        12 | C12 | Dr. Y. Sato    | Orthopaedics
        """,
    ),
    "concept_map": written(
        "source_vocab VARCHAR | source_code VARCHAR | source_label VARCHAR | target_concept_id INTEGER",
        """
        ETHNIC | WB      | White British      | 8527
        ETHNIC | AS      | Asian              | 8515
        ETHNIC | BC      | Black Caribbean    | 8516
        ICD10  | J459    | Asthma             | 317009
        ICD10  | I10     | Hypertension       | 320128
        ICD10  | E119    | Type 2 diabetes    | 201826
        ICD10  | N390    | UTI                | 81902
        ICD10  | S525    | Fracture of radius | 4278672
        DRUG   | PARA500 | Paracetamol 500    | 1127433
        DRUG   | AMOX250 | Amoxicillin 250    | 1713332
        DRUG   | METF850 | Metformin 850      | 1503297
        DRUG   | SALB100 | Salbutamol         | 1154343
        DRUG   | I10     | Iodine 10          | 1734104
        LAB    | HBA1C   | HbA1c              | 3004410
        LAB    | CRP     | C-reactive protein | 3020460
        LAB    | NA      | Sodium             | 3019550
        LAB    | COVID   | SARS-CoV-2 PCR     | 586310
        """,
    ),
}
