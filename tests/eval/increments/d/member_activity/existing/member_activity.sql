with members as (

    select *
    from {{ ref('stg_mailchimp__members') }}

), lists as (

    select *
    from {{ ref('stg_mailchimp__lists') }}

), activities as (

    select
        member_id,
        sum(case when action_type = 'open' then 1 else 0 end) as opens,
        sum(case when action_type = 'click' then 1 else 0 end) as clicks,
        max(activity_timestamp) as last_activity_at
    from {{ ref('stg_mailchimp__campaign_activities') }}
    group by 1

), recipients as (

    select
        member_id,
        count(*) as sends
    from {{ ref('stg_mailchimp__campaign_recipients') }}
    group by 1

), joined as (

    select
        members.member_id,
        members.email_address,
        members.list_id,
        lists.name as list_name,
        members.status,
        members.member_rating,
        members.vip,
        members.signup_timestamp as signed_up_at,
        members.source as signup_source,
        members.country_code,
        coalesce(recipients.sends, 0) as sends,
        coalesce(activities.opens, 0) as opens,
        coalesce(activities.clicks, 0) as clicks,
        activities.last_activity_at
    from members
    left join lists
        on members.list_id = lists.list_id
    left join activities
        on members.member_id = activities.member_id
    left join recipients
        on members.member_id = recipients.member_id

)

select *
from joined
