"""Source tables."""

from make_projects import written

TABLES = {
    "STAY": written(
        "stay_id INTEGER | patient_id VARCHAR | hospital_code VARCHAR | admit_dt DATE | disch_dt DATE"
        " | drg_code VARCHAR | disch_disp VARCHAR",
        """
        9001 | P01 | GEN | 2023-01-10 | 2023-01-15 | D470 | H
        9002 | P01 | GEN | 2023-02-14 | 2023-02-20 | D291 | SNF
        9003 | P01 | STM | 2023-03-23 | 2023-03-23 | D291 | HH
        9004 | P02 | STM | 2022-12-31 | 2023-01-02 | D765 | H
        9005 | P02 | STM | 2023-01-02 | 2023-01-03 |      | T
        9006 | P03 | UNI | 2023-05-05 |            | D470 |
        9007 | P03 | UNI | 2023-04-30 | 2023-05-01 | D470 | T
        9008 | P04 | GEN | 2023-06-01 | 2023-06-09 | D999 | AMA
        9009 | P05 | GEN | 2023-06-01 | 2023-06-01 | D194 | X
        9010 | P06 | ZZZ | 2024-02-29 | 2024-03-01 | D194 | RHB
        9011 | P06 |     | 2024-03-31 | 2024-04-11 | D194 |
        9012 | P07 | UNI | 2024-01-20 | 2024-01-25 | D765 | HOSP
        9013 | P04 | GEN | 2023-07-10 | 2023-07-12 | D470 | H
        """,
    ),
    "PATIENT": written(
        "patient_id VARCHAR | birth_date DATE | sex VARCHAR",
        """
        P01 | 1950-01-11 | F
        P02 | 1988-01-01 | M
        P03 | 2001-05-05 | X
        P04 | 1975-06-01 |
        P05 | 1939-12-24 | M
        P06 | 1999-03-01 | F
        P08 | 1960-03-01 | F
        """,
    ),
    "HOSPITAL": written(
        "hospital_code VARCHAR | hospital_name VARCHAR | beds INTEGER",
        """
        GEN | General Hospital    | 410
        STM | St Mary             | 120
        UNI | University Hospital | 900
        """,
    ),
    "DRG": written(
        "drg_code VARCHAR | drg_desc VARCHAR | weight DECIMAL(6,4)",
        """
        D470 | Major joint replacement | 1.9000
        D291 | Heart failure           | 1.3500
        D765 | Caesarean section       | 1.0500
        D194 | Simple pneumonia        | 0.8800
        """,
    ),
    "CLAIM": written(
        "claim_no VARCHAR | claim_version INTEGER | stay_id INTEGER | claim_type VARCHAR | paid_amt DECIMAL(12,2)"
        " | claim_status VARCHAR",
        """
        C1  | 1 | 9001 | I | 15000.00 | A
        C1  | 2 | 9001 | I | 14250.50 | A
        C2  | 1 | 9001 | P | 1800.00  | A
        C3  | 1 | 9001 | P | 350.00   | A
        C3  | 2 | 9001 | P | 350.00   | V
        C4  | 1 | 9002 | I | 7000.00  | V
        C4  | 2 | 9002 | I | 7100.00  | A
        C5  | 1 | 9003 | P | 220.00   | A
        C6  | 1 | 9004 | I | 4100.00  | A
        C7  | 3 | 9004 | P |          | A
        C8  | 1 | 9006 | I | 999.00   | A
        C9  | 1 | 9007 | I | 2100.10  | P
        C10 | 1 | 9008 | I | 8000.00  | A
        C10 | 3 | 9008 | I | -250.00  | A
        C10 | 2 | 9008 | I | 8250.00  | A
        C11 | 1 | 9010 | D | 75.00    | A
        C12 | 1 | 9010 | P | 640.00   | A
        C13 | 1 | 9012 | I | 5000.00  |
        C14 | 1 |      | I | 5000.00  | A
        C15 | 1 | 9013 | I | 3000.00  | A
        C16 | 1 | 9013 | I | 3000.00  | A
        """,
    ),
}
