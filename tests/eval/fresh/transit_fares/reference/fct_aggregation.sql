with mp as (
    select
        aggregation_id,
        max(agency_id) as agency_id,
        max(transaction_at) as latest_at,
        count(*) as n,
        sum(case payment_type when 'DEBIT' then coalesce(charge_amount, 0) when 'CREDIT' then -coalesce(charge_amount, 0) end) as net,
        coalesce(bool_or(charge_type = 'refund'), false) as contains_refund
    from stg_micropayment
    group by aggregation_id
),
au as (
    select *
    from raw_auth
    qualify row_number() over (partition by aggregation_ref order by auth_ts desc, auth_ref desc) = 1
),
st as (
    select
        aggregation_id,
        max(agency_id) as agency_id,
        max(requested_at) as latest_at,
        sum(coalesce(settled_amount, 0)) as net
    from fct_settlement
    group by aggregation_id
)
select
    coalesce(mp.aggregation_id, au.aggregation_ref, st.aggregation_id) as aggregation_id,
    coalesce(mp.agency_id, au.agency_ref, st.agency_id) as agency_id,
    last_day(cast(coalesce(st.latest_at, au.auth_ts, mp.latest_at) as date)) as end_of_month,
    mp.aggregation_id is not null as has_micropayment,
    au.aggregation_ref is not null as has_authorisation,
    st.aggregation_id is not null as has_settlement,
    coalesce(mp.n, 0) as micropayment_count,
    cast(mp.net as decimal(12,2)) as net_micropayment_amount,
    coalesce(mp.contains_refund, false) as contains_refund,
    au.status as authorisation_status,
    try_cast(au.amount as decimal(10,2)) as authorisation_amount,
    cast(st.net as decimal(12,2)) as net_settled_amount
from mp
full join au on au.aggregation_ref = mp.aggregation_id
full join st on st.aggregation_id = coalesce(mp.aggregation_id, au.aggregation_ref)
