select
    'G-' || lpad(cast(PAY_ID as varchar), 6, '0') as EVENT_ID,
    SCH_CODE as SCHOOL_CODE,
    PAY_DT as EVENT_DATE,
    'grant' as EVENT_TYPE,
    cast(AMT_CENT / 100.0 as decimal(12, 2)) as AMOUNT_EUR
from GRANT_PAY
where upper(STATE_CD) = 'PAID' and PAY_DT is not null and AMT_CENT is not null and SCH_CODE is not null
union all
select
    'R-' || lpad(cast(PAY_ID as varchar), 6, '0'),
    SCH_CODE,
    PAY_DT,
    'reclaim',
    cast(-AMT_CENT / 100.0 as decimal(12, 2))
from GRANT_PAY
where STATE_CD = 'RECL' and PAY_DT is not null and AMT_CENT is not null and SCH_CODE is not null
union all
select ORDER_REF, SCHOOL_CODE, coalesce(DELIVERED_ON, ORDERED_ON), 'order', -GROSS_EUR
from FACT_ORDER
where STATUS = 'delivered' and SCHOOL_CODE is not null
