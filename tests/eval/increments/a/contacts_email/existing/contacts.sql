{{ config(enabled=var('hubspot_marketing_enabled', true), materialized='table') }}

with contacts as (

    select *
    from {{ ref('int_contact_merged') }}

), email_sends as (

    select *
    from {{ ref('email_sends') }}

), email_metrics as (

    select
        recipient_email_address,
        sum(bounces) as total_bounces,
        sum(clicks) as total_clicks,
        count(distinct case when bounces > 0 then email_send_id end) as total_unique_bounces
    from email_sends
    group by 1

), joined as (

    select
        contacts.contact_id,
        contacts.email,
        contacts.contact_name,
        contacts.company_name,
        contacts.lifecycle_stage,
        contacts.created_at,
        coalesce(email_metrics.total_bounces, 0) as total_bounces,
        coalesce(email_metrics.total_clicks, 0) as total_clicks,
        coalesce(email_metrics.total_unique_bounces, 0) as total_unique_bounces
    from contacts
    left join email_metrics
        on contacts.email = email_metrics.recipient_email_address

)

select *
from joined
