{{ config(enabled=var('hubspot_sales_enabled', true) and var('hubspot_deal_enabled', true)) }}

with deals as (

    select *
    from {{ ref('stg_hubspot__deal') }}
    where coalesce(is_deleted, false) = false

), deal_stages as (

    select *
    from {{ ref('stg_hubspot__deal_stage') }}

), owners as (

    select *
    from {{ ref('stg_hubspot__owner') }}

), deals_joined as (

    select
        deals.deal_id,
        deals.deal_name,
        deal_stages.pipeline_label,
        deal_stages.stage_label,
        owners.full_name as owner_name,
        deals.amount,
        deals.created_at,
        deals.closed_at,
        case
            when deal_stages.is_closed_won then 'won'
            when deals.closed_at is not null then 'lost'
            else 'open'
        end as deal_outcome,
        date_diff('day', deals.created_at, deals.closed_at) as days_to_close
    from deals
    left join deal_stages
        on deals.pipeline_id = deal_stages.pipeline_id
        and deals.deal_stage_id = deal_stages.deal_stage_id
    left join owners
        on deals.owner_id = owners.owner_id

)

select *
from deals_joined
