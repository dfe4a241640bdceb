{{ config(materialized='table') }}

with invoice_line_item as (

    select *
    from {{ ref('stg_stripe__invoice_line_item') }}

), invoice as (

    select *
    from {{ ref('stg_stripe__invoice') }}

), customer as (

    select *
    from {{ ref('stg_stripe__customer') }}

{% if var('stripe__using_subscriptions', True) %}
), subscription as (

    select *
    from {{ ref('stg_stripe__subscription') }}
{% endif %}

)

select
    {{ dbt_utils.generate_surrogate_key(['invoice_line_item.invoice_id', 'invoice_line_item.invoice_line_item_id']) }} as invoice_line_key,
    invoice_line_item.invoice_line_item_id,
    invoice_line_item.invoice_id,
    invoice.number as invoice_number,
    invoice.status as invoice_status,
    invoice.created_at as invoice_created_at,
    invoice.is_paid,
    invoice_line_item.description as line_item_description,
    invoice_line_item.type as line_item_type,
    invoice_line_item.amount as line_item_amount,
    invoice_line_item.quantity,
    invoice_line_item.currency,
    invoice_line_item.period_start,
    invoice_line_item.period_end,
    invoice_line_item.proration as is_proration,
    invoice.customer_id,
    customer.customer_name,
    customer.email as customer_email
    {% if var('stripe__using_subscriptions', True) %}
    , subscription.subscription_id
    , subscription.status as subscription_status
    {% endif %}

from invoice_line_item

left join invoice
    on invoice.invoice_id = invoice_line_item.invoice_id

left join customer
    on customer.customer_id = invoice.customer_id

{% if var('stripe__using_subscriptions', True) %}
left join subscription
    on subscription.subscription_id = invoice_line_item.subscription_id
{% endif %}
