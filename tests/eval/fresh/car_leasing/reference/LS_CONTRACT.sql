with dated as (
    select
        *,
        cast(START_DT + to_months(TERM_MTH) - interval 1 day as date) as END_DT
    from CONTRACT
    where STAT_CD is distinct from 10
)

select
    d.CONTR_NO as CONTRACT_NO,
    c.CUSTOMER_ID,
    c.CUSTOMER_NAME,
    case when v.VIN is null then 'Vehicle unknown' else v.MAKE || ' ' || v.MODEL_NAME end as VEHICLE_TEXT,
    d.START_DT,
    d.END_DT,
    case
        when d.STAT_CD = 30 and d.END_DT < date '2024-06-30' then 'Overrun'
        when d.STAT_CD = 20 then 'Signed'
        when d.STAT_CD = 30 then 'Running'
        when d.STAT_CD = 40 then 'Closed'
        else 'Undefined'
    end as STATUS,
    d.RATE_AMT * d.TERM_MTH as TOTAL_VALUE,
    cast(coalesce(d.KM_YEAR, 10000) * d.TERM_MTH / 12 as integer) as KM_TOTAL,
    row_number() over (partition by c.CUSTOMER_ID order by d.START_DT) as CONTRACT_SEQ
from dated as d
inner join LS_CUSTOMER as c on c.CUSTOMER_ID = d.CUST_KIND || d.CUST_NO
left join LS_VEHICLE as v on v.VIN = d.VIN
