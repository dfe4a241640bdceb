with everything as (
    select
        'F-' || cast(post_id as varchar) as charge_id,
        res_no as booking_no,
        'folio' as origin,
        post_date as charge_date,
        case
            when item_code like 'RM%' then 'Rooms'
            when item_code like 'MB%' then 'Minibar'
            else 'Extras'
        end as department,
        round(net_amount * (1 + coalesce(vat_pct, 0) / 100), 2) as amount
    from folio_posting
    where voided is distinct from 'Y'
    union all
    select
        'P-' || cast(ticket_no as varchar) as charge_id,
        res_no as booking_no,
        'restaurant' as origin,
        ticket_date as charge_date,
        'Restaurant' as department,
        gross_total as amount
    from pos_ticket
    where cancelled_at is null
)

select e.*
from everything as e
inner join bookings as b on b.booking_no = e.booking_no
