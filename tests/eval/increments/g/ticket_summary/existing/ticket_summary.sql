with ticket_metrics as (

    select *
    from {{ ref('stg_zendesk__ticket_metrics') }}

), user_table as (

    select *
    from {{ ref('stg_zendesk__user') }}

), user_sum as (

    select
        count(distinct user_id) as user_count,
        sum(case when active_status
            then 1
            else 0
                end) as active_user_count,
        sum(case when not active_status
            then 1
            else 0
                end) as deleted_user_count,
        sum(case when role = 'end-user'
            then 1
            else 0
                end) as end_user_count,
        sum(case when is_suspended
            then 1
            else 0
                end) as suspended_user_count
    from user_table

), ticket_metric_sum as (

    select
        assignee_group,
        count(ticket_id) as ticket_count,
        sum(case when lower(status) = 'new'
            then 1
            else 0
                end) as new_ticket_count,
        sum(case when lower(status) = 'open'
            then 1
            else 0
                end) as open_ticket_count,
        sum(case when lower(status) = 'solved' or lower(status) = 'closed'
            then 1
            else 0
                end) as solved_ticket_count,
        sum(case when is_reopened
            then 1
            else 0
                end) as reopened_ticket_count,
        sum(first_reply_minutes) as total_first_reply_minutes,
        avg(first_reply_minutes) as avg_first_reply_minutes,
        max(created_at) as last_ticket_created_at
    from ticket_metrics
    group by 1

), final as (

    select
        ticket_metric_sum.assignee_group,
        user_sum.user_count,
        user_sum.active_user_count,
        user_sum.deleted_user_count,
        user_sum.end_user_count,
        user_sum.suspended_user_count,
        ticket_metric_sum.ticket_count,
        ticket_metric_sum.new_ticket_count,
        ticket_metric_sum.open_ticket_count,
        ticket_metric_sum.solved_ticket_count,
        ticket_metric_sum.reopened_ticket_count,
        ticket_metric_sum.total_first_reply_minutes,
        ticket_metric_sum.avg_first_reply_minutes,
        ticket_metric_sum.last_ticket_created_at
    from ticket_metric_sum
    cross join user_sum

)

select *
from final
