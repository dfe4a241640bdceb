with totals as (
    select
        supporter_id,
        min(gift_date) as first_gift_on,
        max(gift_date) as last_gift_on,
        count(*) as number_of_gifts,
        sum(amount_gbp) as total_gbp,
        round(sum(amount_gbp) / count(*), 2) as average_gbp,
        arg_max(channel, gift_number) as last_channel
    from gifts
    group by supporter_id
)

select
    s.supporter_id,
    s.full_name,
    t.first_gift_on,
    t.last_gift_on,
    coalesce(t.number_of_gifts, 0) as number_of_gifts,
    coalesce(t.total_gbp, 0) as total_gbp,
    t.average_gbp,
    t.last_channel,
    date '2024-12-31' - t.last_gift_on as days_since_last_gift,
    case
        when t.total_gbp >= 1000 then 'Major'
        when t.total_gbp >= 100 then 'Regular'
        when t.total_gbp > 0 then 'Small'
        else 'None'
    end as giving_band
from supporters as s
left join totals as t on t.supporter_id = s.supporter_id
