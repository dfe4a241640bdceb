with late as (
    select
        i.*,
        c.CUSTOMER_ID,
        greatest(coalesce(i.PAID_DT, date '2024-06-30') - i.DUE_DT, 0) as DAYS_LATE
    from INVOICE as i
    inner join LS_CONTRACT as c on c.CONTRACT_NO = i.CONTR_NO
    where i.CANC is distinct from 'Y' and i.DUE_DT <= date '2024-06-30'
)

select
    INV_NO as INVOICE_NO,
    CONTR_NO as CONTRACT_NO,
    CUSTOMER_ID,
    DUE_DT,
    AMT as AMOUNT,
    greatest(AMT - coalesce(PAID_AMT, 0), 0) as OPEN_AMOUNT,
    DAYS_LATE,
    case
        when DAYS_LATE = 0 then 'in time'
        when DAYS_LATE <= 30 then '1-30'
        when DAYS_LATE <= 60 then '31-60'
        else 'over 60'
    end as LATE_BUCKET,
    sum(AMT) over (partition by CONTR_NO order by DUE_DT) as BILLED_TO_DATE
from late
