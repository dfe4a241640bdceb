{{
    config(
        materialized='incremental',
        unique_key='event_id',
        incremental_strategy='delete+insert'
    )
}}

with events as (

    select *
    from {{ ref('stg_iterable__event') }}

    {% if is_incremental() %}
    where created_on >= (select max(created_on) from {{ this }})
    {% endif %}

), campaign as (

    select *
    from {{ ref('stg_iterable__campaign') }}

), iterable_user as (

    select *
    from {{ ref('stg_iterable__user') }}

), template as (

    select *
    from {{ ref('stg_iterable__template') }}

), joined as (

    select
        events.event_id,
        events.event_name,
        events.message_id,
        events.created_at,
        events.created_on,
        events.user_id,
        iterable_user.email as user_email,
        iterable_user.first_name || ' ' || iterable_user.last_name as user_full_name,
        iterable_user.signup_source,
        events.campaign_id,
        campaign.campaign_name,
        campaign.campaign_type,
        campaign.recurring_campaign_id,
        campaign.message_type_id,
        campaign.template_id,
        template.template_name,
        row_number() over (partition by events.message_id order by events.created_at, events.event_id) as event_number

    from events
    left join campaign
        on events.campaign_id = campaign.campaign_id
    left join iterable_user
        on events.user_id = iterable_user.user_id
    left join template
        on campaign.template_id = template.template_id
)

select *
from joined
