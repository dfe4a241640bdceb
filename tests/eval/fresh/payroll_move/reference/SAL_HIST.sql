select
    w.WORKER_ID,
    s.FROM_DT as VALID_FROM,
    coalesce(
        cast(lead(s.FROM_DT) over in_time - interval 1 day as date), date '9999-12-31'
    ) as VALID_TO,
    s.SAL as MONTH_SAL,
    coalesce(s.SAL - lag(s.SAL) over in_time, 0) as CHG_AMT,
    case upper(s.REASON)
        when 'H' then 'Hire'
        when 'R' then 'Raise'
        when 'P' then 'Promotion'
        when 'C' then 'Contract change'
        else 'Other'
    end as REASON_TX
from SAL_REC as s
inner join WORKER as w on w.LEGACY_NO = s.EMP_ID
where upper(s.CANC) is distinct from 'X'
    and s.SAL > 0
window in_time as (partition by s.EMP_ID order by s.FROM_DT)
