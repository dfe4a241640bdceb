with charges as (
    select
        cast(LINE_NO as varchar) as CHARGE_ID,
        'BIL' as CHARGE_SOURCE,
        APPT_ID,
        upper(ITEM_CODE) as ITEM_CODE,
        cast(round(coalesce(QTY, 1) * UNIT_PRICE * (1 - coalesce(DISC_PCT, 0) / 100), 2) as decimal(10, 2)) as AMOUNT
    from BIL_LINE
    where VOIDED is distinct from 1
    union all
    select
        ORDER_REF,
        'LAB',
        APPT_ID,
        upper(TEST_CODE),
        cast(round(coalesce(PRICE_CENT, 0) / 100, 2) as decimal(10, 2))
    from LAB_ORDER
    where upper(RESULT_STATE) = 'FINAL'
)

select
    c.CHARGE_ID,
    c.CHARGE_SOURCE,
    c.APPT_ID as APPOINTMENT_ID,
    a.PATIENT_ID,
    a.CLINIC_CODE,
    c.ITEM_CODE,
    c.AMOUNT
from charges as c
inner join F_APPOINTMENT as a on a.APPOINTMENT_ID = c.APPT_ID
