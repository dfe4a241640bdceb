{{ config(enabled=var('hubspot_sales_enabled', True)) }}

-- one row per HubSpot company, with what sales did there
with companies as (

    select *
    from {{ ref('stg_hubspot__company') }}

),

engagements as (

    select *
    from {{ ref('stg_hubspot__engagement_company') }}

),

engagements_aggregated as (

    select
        company_id,
        sum(case when engagement_type = 'NOTE' then 1 else 0 end) as count_engagement_notes,
        sum(case when engagement_type = 'CALL' then 1 else 0 end) as count_engagement_calls,
        sum(case when engagement_type = 'EMAIL' then 1 else 0 end) as count_engagement_emails,
        sum(case when engagement_type = 'MEETING' then 1 else 0 end) as count_engagement_meetings,
        max(occurred_at) as last_engagement_at
    from engagements
    group by 1

),

joined as (

    select
        companies.*,
        coalesce(engagements_aggregated.count_engagement_notes, 0) as count_engagement_notes,
        coalesce(engagements_aggregated.count_engagement_calls, 0) as count_engagement_calls,
        coalesce(engagements_aggregated.count_engagement_emails, 0) as count_engagement_emails,
        coalesce(engagements_aggregated.count_engagement_meetings, 0) as count_engagement_meetings,
        engagements_aggregated.last_engagement_at
    from companies
    left join engagements_aggregated
        on companies.company_id = engagements_aggregated.company_id

)

select *
from joined
