with posting as (

    select *
    from {{ ref('stg_lever__posting') }}
),

application as (

    select *
    from {{ ref('stg_lever__application') }}
),

opportunity as (

    select *
    from {{ ref('stg_lever__opportunity') }}
),

lever_user as (

    select *
    from {{ ref('stg_lever__user') }}
),

posting_applications as (

    select
        application.posting_id,
        count(application.application_id) as count_applications,
        sum(case when application.type = 'referral' then 1 else 0 end) as count_referred_applications,
        sum(case when opportunity.archived_at is null then 1 else 0 end) as count_open_applications,
        min(application.created_at) as first_application_at

    from application
    join opportunity
        on application.opportunity_id = opportunity.opportunity_id
    group by 1
),

joined as (

    select
        posting.posting_id,
        posting.job_title,
        posting.state,
        posting.job_team,
        posting.job_location,
        posting.job_commitment,
        posting.created_at,
        posting.updated_at,
        owner.full_name as owner_name,
        hiring_manager.full_name as hiring_manager_name,
        coalesce(posting_applications.count_applications, 0) as count_applications,
        coalesce(posting_applications.count_referred_applications, 0) as count_referred_applications,
        coalesce(posting_applications.count_open_applications, 0) as count_open_applications,
        posting_applications.first_application_at

    from posting
    left join posting_applications
        on posting.posting_id = posting_applications.posting_id
    left join lever_user as owner
        on posting.owner_user_id = owner.user_id
    left join lever_user as hiring_manager
        on posting.hiring_manager_user_id = hiring_manager.user_id
),

final as (

    select *
    from joined
)

select * from final
