{{ config(enabled=var('crm_sales_enabled', true) and var('crm_deal_enabled', true)) }}

with deals_enhanced as (

    select *
    from {{ ref('int_crm__deals_enhanced') }}

{% if var('crm_engagement_enabled', true) and var('crm_engagement_deal_enabled', true) %}
), engagements as (

    select *
    from {{ ref('crm__engagements') }}

), engagement_deals as (

    select *
    from {{ ref('stg_crm__engagement_deal') }}

), engagement_deal_joined as (

    select
        engagements.engagement_type,
        engagement_deals.deal_id
    from engagements
    inner join engagement_deals
        using (engagement_id)

), engagement_deal_agg as (

    select
        deal_id,
        sum(case when engagement_type = 'NOTE' then 1 else 0 end) as count_engagement_notes,
        sum(case when engagement_type = 'CALL' then 1 else 0 end) as count_engagement_calls
    from engagement_deal_joined
    group by 1

), deals_joined as (

    select
        deals_enhanced.*,
        coalesce(engagement_deal_agg.count_engagement_notes, 0) as count_engagement_notes,
        coalesce(engagement_deal_agg.count_engagement_calls, 0) as count_engagement_calls,
        coalesce(deals_enhanced.amount, 0)                      as amount_or_zero
    from deals_enhanced
    left join engagement_deal_agg
        using (deal_id)
)

select *
from deals_joined

{% else %}
)

select *, coalesce(deals_enhanced.amount, 0) as amount_or_zero
from deals_enhanced

{% endif %}
