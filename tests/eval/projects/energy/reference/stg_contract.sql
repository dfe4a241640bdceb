with contracts as (
    select distinct *
    from LND_CONTRACT
    where STATUS is distinct from 'X' and START_DT is not null
),

ranges as (
    select *, lead(START_DT) over (partition by MP_ID order by START_DT) as next_start
    from contracts
)

select
    cast(row_number() over (order by trim(CONTR_NO)) as integer) as contract_sk,
    nullif(trim(CONTR_NO), '') as contract_no,
    nullif(trim(MP_ID), '') as mp_id,
    upper(CUST_LN) || coalesce(', ' || upper(left(nullif(trim(CUST_FN), ''), 1)) || '.', '') as customer_name,
    case when EMAIL like '%@%' then left(EMAIL, 1) || '***' || substr(EMAIL, strpos(EMAIL, '@')) end as email_masked,
    nullif(trim(PRODUCT), '') as product,
    coalesce(nullif(upper(trim(TARIFF_CD)), ''), 'STD') as tariff_cd,
    NOTICE_D as notice_days,
    START_DT as valid_from,
    coalesce(cast(next_start - interval 1 day as date), date '9999-12-31') as valid_to,
    case when next_start is null then 'Y' else 'N' end as is_current,
    nullif(trim(STATUS), '') as status,
    case
        when lower(trim(ONLINE)) in ('y', 'yes', 'j', '1') then true
        when lower(trim(ONLINE)) in ('no', '0') then false
    end as is_online
from ranges
