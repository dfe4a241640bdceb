with latest as (
    select *
    from TB_SHIPMENT
    qualify row_number() over (partition by SHIP_NO order by UPD_TS desc) = 1
)

select
    SHIP_NO,
    upper(trim(CUST_CODE)) as CUST_CODE,
    case upper(MODE) when 'A' then 'Air' when 'S' then 'Sea' when 'R' then 'Road' else 'Unknown' end as MODE_NAME,
    ORIGIN,
    DEST,
    ORIGIN || '-' || DEST as LANE,
    ETD,
    ETA,
    case when WEIGHT_KG > 0 then WEIGHT_KG end as WEIGHT_KG,
    case when upper(EXPRESS) = 'Y' then 'Y' else 'N' end as IS_EXPRESS
from latest
where upper(STATE) is distinct from 'X'
