with accounts as (

    select *
    from {{ ref('stg_accounts') }}

), payments as (

    select *
    from {{ ref('stg_payments') }}

), paid as (

    select
        account_id,
        sum(amount) as paid_total,
        count(*) as payment_count,
        count(payment_id) as payment_count_2
    from payments
    where not coalesce(voided_at is not null, false)
    group by account_id

)

select
    accounts.account_id,
    accounts.owner_name,
    coalesce(paid.paid_total, 0) as paid_total,
    coalesce(paid.payment_count_2, 0) as payment_count
from accounts
left join paid
    on paid.account_id = accounts.account_id
{% if var('only_open', false) %}
where accounts.is_open
{% endif %}
