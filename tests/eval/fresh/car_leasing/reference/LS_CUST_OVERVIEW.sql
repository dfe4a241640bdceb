with contracts as (
    select
        CUSTOMER_ID,
        count(*) as CONTRACTS_ALL,
        count(*) filter (where STATUS = 'Running') as CONTRACTS_RUNNING,
        sum(TOTAL_VALUE) as VALUE_TOTAL,
        arg_max(CONTRACT_NO, START_DT) as LATEST_CONTRACT
    from LS_CONTRACT
    group by CUSTOMER_ID
),

invoices as (
    select
        CUSTOMER_ID,
        sum(AMOUNT) as BILLED,
        sum(OPEN_AMOUNT) filter (where LATE_BUCKET in ('in time', '1-30')) as OPEN_IN_TIME,
        sum(OPEN_AMOUNT) filter (where LATE_BUCKET in ('31-60', 'over 60')) as OPEN_LATE
    from LS_INVOICE
    group by CUSTOMER_ID
)

select
    c.CUSTOMER_ID,
    c.CUSTOMER_NAME,
    coalesce(k.CONTRACTS_ALL, 0) as CONTRACTS_ALL,
    coalesce(k.CONTRACTS_RUNNING, 0) as CONTRACTS_RUNNING,
    coalesce(k.VALUE_TOTAL, 0) as VALUE_TOTAL,
    k.LATEST_CONTRACT,
    coalesce(i.BILLED, 0) as BILLED,
    coalesce(i.OPEN_IN_TIME, 0) as OPEN_IN_TIME,
    coalesce(i.OPEN_LATE, 0) as OPEN_LATE,
    case when i.OPEN_LATE > 400 then 'High' when i.OPEN_LATE > 0 then 'Medium' else 'Low' end as RISK
from LS_CUSTOMER as c
left join contracts as k on k.CUSTOMER_ID = c.CUSTOMER_ID
left join invoices as i on i.CUSTOMER_ID = c.CUSTOMER_ID
