select
    WH_CODE as WAREHOUSE_CODE,
    trim(WH_NAME) as WAREHOUSE_NAME,
    coalesce(upper(REGION), 'UNKNOWN') as REGION,
    CLOSED_ON,
    case when CLOSED_ON is null then 'Y' else 'N' end as IS_OPEN
from WAREHOUSE
where WH_CODE not like 'T%'
