select
    RX_ID as rx_id,
    MBR_ID as member_id,
    lpad(replace(NDC, '-', ''), 11, '0') as ndc11,
    FILL_DT as filled_on,
    FILL_DT + coalesce(DAYS_SUPPLY, 0) as supply_until,
    greatest(INGR_COST + coalesce(DISP_FEE, 0) - coalesce(COPAY, 0), 0) as plan_paid,
    cast(round(INGR_COST / nullif(DAYS_SUPPLY, 0), 2) as decimal(10, 2)) as cost_per_day,
    case
        when DAYS_SUPPLY is null then 'unknown'
        when DAYS_SUPPLY <= 14 then 'short'
        when DAYS_SUPPLY <= 30 then 'month'
        else 'long'
    end as supply_class,
    lag(FILL_DT) over (partition by MBR_ID order by FILL_DT, RX_ID) as previous_fill
from PHARM_CLAIM
where REVERSAL_FLG is distinct from 'Y'
