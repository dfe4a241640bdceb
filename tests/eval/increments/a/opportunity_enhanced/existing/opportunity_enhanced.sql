with opportunity as (

    select *
    from {{ ref('stg_opportunity') }}

),

salesforce_user as (

    select *
    from {{ ref('stg_user') }}

),

add_fields as (

    select
        opportunity.opportunity_id,
        opportunity.account_id,
        opportunity.owner_id,
        opportunity.opportunity_name,
        opportunity.amount,
        opportunity.stage_name,
        opportunity.is_won,
        opportunity.is_closed,
        opportunity.created_date,
        opportunity.close_date,
        case when opportunity.is_won then 'Won'
            when not opportunity.is_won and opportunity.is_closed then 'Lost'
            when not opportunity.is_closed and lower(opportunity.forecast_category) in ('pipeline', 'forecast', 'bestcase') then 'Pipeline'
            else 'Other' end as status,
        owner.name as opportunity_owner_name,
        manager.name as opportunity_manager_name
    from opportunity
    left join salesforce_user as owner
        on opportunity.owner_id = owner.user_id
    left join salesforce_user as manager
        on owner.manager_id = manager.user_id

)

select *
from add_fields
