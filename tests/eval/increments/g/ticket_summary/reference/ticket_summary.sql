with u as (
 select count(distinct user_id) as user_count, count(*) filter (where active_status) as active_user_count,
  count(*) filter (where not active_status) as deleted_user_count, count(*) filter (where role = 'end-user') as end_user_count,
  count(*) filter (where is_suspended) as suspended_user_count, count(*) filter (where role in ('agent', 'admin')) as agent_count
 from stg_zendesk__user
)
select t.assignee_group, any_value(u.user_count) as user_count, any_value(u.active_user_count) as active_user_count,
 any_value(u.deleted_user_count) as deleted_user_count, any_value(u.end_user_count) as end_user_count,
 any_value(u.suspended_user_count) as suspended_user_count, count(t.ticket_id) as ticket_count,
 count(*) filter (where lower(status) = 'new') as new_ticket_count, count(*) filter (where lower(status) = 'open') as open_ticket_count,
 count(*) filter (where lower(status) in ('solved', 'closed')) as solved_ticket_count, count(*) filter (where is_reopened) as reopened_ticket_count,
 sum(first_reply_minutes) as total_first_reply_minutes, avg(first_reply_minutes) as avg_first_reply_minutes, max(created_at) as last_ticket_created_at,
 count(*) filter (where lower(status) = 'pending') as pending_ticket_count, count(*) filter (where lower(status) = 'hold') as on_hold_ticket_count,
 count(*) filter (where priority in ('high', 'urgent')) as high_priority_ticket_count, any_value(u.agent_count) as agent_count
from stg_zendesk__ticket_metrics t cross join u group by t.assignee_group
