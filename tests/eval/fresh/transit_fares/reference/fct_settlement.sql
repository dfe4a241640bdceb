with latest as (
    select *
    from raw_settle
    qualify row_number() over (partition by settlement_ref order by export_ts desc) = 1
),
typed as (
    select
        *,
        upper(nullif(trim(settle_type), '')) as given_type,
        row_number() over (partition by aggregation_ref, rrn order by requested_ts, settlement_ref) as pos
    from latest
),
final_type as (
    select *, coalesce(given_type, case when pos = 1 then 'DEBIT' else 'CREDIT' end) as settlement_type
    from typed
)
select
    s.settlement_ref as settlement_id,
    s.agency_ref as agency_id,
    o.org_name as organization_name,
    s.aggregation_ref as aggregation_id,
    s.rrn as retrieval_reference,
    s.settlement_type,
    s.given_type is null as is_type_imputed,
    cast(case s.settlement_type
        when 'CREDIT' then -1 * try_cast(s.amount as decimal(10,2))
        when 'DEBIT' then try_cast(s.amount as decimal(10,2))
    end as decimal(10,2)) as settled_amount,
    s.requested_ts as requested_at,
    last_day(cast(s.requested_ts as date)) as end_of_month,
    s.acquirer
from final_type s
left join agency_org o
    on o.agency_ref = s.agency_ref
    and cast(s.requested_ts as date) >= o.valid_from
    and (o.valid_to is null or cast(s.requested_ts as date) <= o.valid_to)
