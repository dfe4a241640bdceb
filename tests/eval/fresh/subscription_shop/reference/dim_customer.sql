select
    id as customer_id,
    cust_hash as customer_hash,
    shop_customer_ref as shop_customer_id,
    lower(trim(email)) as email,
    nullif(concat_ws(' ', first_name, last_name), '') as full_name,
    coalesce(nullif(upper(trim(bill_country)), ''), 'N/A') as country,
    cast(cast(created_at as timestamp) as date) as created_on,
    first_charge_at,
    coalesce(active_subs, 0) as active_subscriptions,
    coalesce(active_subs, 0) > 0 as is_subscribed,
    case
        when in_dunning then 'dunning'
        when has_valid_payment then 'ok'
        else 'missing'
    end as payment_status,
    date '2024-06-30' - cast(cast(created_at as timestamp) as date) <= 30 as is_new_customer
from customer
where not coalesce(deleted_flag, false)
