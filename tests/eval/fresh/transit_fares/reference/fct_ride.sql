with payment_tap as (
    select l.micropayment_ref, k.kind, k.is_pending, t.*
    from micropay_tap_link l
    join tap_kind k on k.tap_id = l.tap_id
    join stg_tap t on t.tap_id = l.tap_id
),
refunds as (
    select l.tap_id, sum(m.charge_amount) as amount
    from stg_micropayment m
    join micropay_tap_link l on l.micropayment_ref = m.micropayment_id
    where m.payment_type = 'CREDIT' and m.charge_type = 'refund'
    group by l.tap_id
)
select
    m.micropayment_id,
    m.agency_id,
    m.customer_id,
    v.card_scheme,
    v.form_factor,
    m.charge_amount,
    cast(coalesce(rf.amount, 0) as decimal(10,2)) as refund_amount,
    m.charge_type,
    a.amount as adjustment_amount,
    coalesce(t1.route_id, t2.route_id) as route_id,
    coalesce(r.long_name, r.short_name) as route_name,
    t1.direction,
    t1.tap_id as on_tap_id,
    t1.tap_at_local as on_tap_at_local,
    t1.stop_name as on_stop_name,
    t2.tap_id as off_tap_id,
    t2.tap_at_local as off_tap_at_local,
    t2.stop_name as off_stop_name,
    date_sub('minute', t1.tap_at_local, t2.tap_at_local) as duration_minutes,
    cast(t1.tap_at_local as date) as ride_date,
    cast(isodow(cast(t1.tap_at_local as date)) as integer) as day_of_week
from stg_micropayment m
join payment_tap t1 on t1.micropayment_ref = m.micropayment_id and t1.kind in ('single', 'on')
left join payment_tap t2 on t2.micropayment_ref = m.micropayment_id and t2.kind = 'off'
left join funding_source_version v
    on v.vault_id = m.vault_id
    and m.transaction_at >= v.valid_from
    and m.transaction_at < v.valid_to
left join micropay_adjust a
    on a.micropayment_ref = m.micropayment_id
    and a.agency_ref = m.agency_id
    and a.applied
left join gtfs_route r
    on r.agency_ref = m.agency_id
    and r.route_ref = coalesce(t1.route_id, t2.route_id)
left join refunds rf on rf.tap_id = t1.tap_id
where m.payment_type = 'DEBIT'
  and (m.charge_type <> 'pending_charge_fare' or t1.is_pending)
