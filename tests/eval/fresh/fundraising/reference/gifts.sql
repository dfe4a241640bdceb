with together as (
    select
        'W' || payment_no as gift_id,
        'Online' as channel,
        contact_id,
        campaign,
        cast(paid_at as date) as gift_date,
        upper(currency) as currency,
        amount as original_amount
    from online_payments
    where lower(status) = 'paid'
    union all
    select
        'P' || batch_no || '-' || line_no as gift_id,
        'Post' as channel,
        contact_id,
        campaign,
        received_on as gift_date,
        'GBP' as currency,
        cast(replace(replace(amount_text, '£', ''), ',', '') as decimal(12, 2)) as original_amount
    from postal_gifts
    where amount_text is not null
),

rated as (
    select
        t.gift_id,
        t.channel,
        s.supporter_id,
        coalesce(upper(trim(t.campaign)), 'NONE') as campaign_code,
        t.gift_date,
        t.currency,
        t.original_amount,
        case when t.currency = 'GBP' then 1 else r.rate_to_gbp end as rate
    from together as t
    inner join contacts as c on c.contact_id = t.contact_id
    inner join supporters as s on s.supporter_id = coalesce(c.merged_into, c.contact_id)
    left join exchange_rates as r on r.currency = t.currency and r.rate_month = date_trunc('month', t.gift_date)
),

numbered as (
    select
        *,
        row_number() over (partition by supporter_id order by gift_date, gift_id) as gift_number
    from rated
)

select
    gift_id,
    channel,
    supporter_id,
    campaign_code,
    gift_date,
    currency,
    original_amount,
    rate,
    coalesce(round(original_amount * rate, 2), 0) as amount_gbp,
    gift_number,
    case when gift_number = 1 then 'Yes' else 'No' end as is_first_gift
from numbered
