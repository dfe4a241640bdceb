with conversations as (

    select
        *
    from {{ ref('stg_intercom__conversation_history') }}
    where coalesce(_fivetran_active, true)

),

parts as (

    select
        *
    from {{ ref('stg_intercom__conversation_part_history') }}

),

-- one row a conversation
part_aggregates as (

    select
        conversation_id,
        count(conversation_part_id) as count_total_parts,
        sum(case when part_type = 'assignment' then 1 else 0 end) as count_assignments,
        sum(case when part_type = 'open' then 1 else 0 end) as count_reopens,
        min(case when part_type = 'comment' and author_type = 'admin' then created_at end) as first_admin_response_at,
        max(case when part_type = 'comment' and author_type = 'admin' then created_at end) as last_admin_response_at,
        min(case when part_type = 'comment' and author_type = 'user' then created_at end) as first_contact_reply_at,
        min(case when part_type = 'close' then created_at end) as first_close_at,
        max(case when part_type = 'close' then created_at end) as last_close_at
    from parts
    group by 1

),

admins as (

    select
        admin_id,
        admin_name
        {% if var('intercom__using_job_title', true) %}
        , job_title
        {% endif %}
    from {{ ref('stg_intercom__admin') }}

),

enriched as (

    select
        conversations.conversation_id,
        conversations.created_at as conversation_created_at,
        conversations.updated_at as conversation_last_updated_at,
        conversations.source_type as conversation_type,
        conversations.source_delivered_as as conversation_initiated_type,
        conversations.source_subject as conversation_subject,
        case
            when (conversations.assignee_type) = 'admin' then true
            else false
        end as is_assignee_admin,
        conversations.assignee_id,
        admins.admin_name as assignee_name,
        admins.job_title as assignee_job_title,
        conversations.is_open,
        conversations.is_read,
        conversations.state as conversation_state,
        conversations.waiting_since,
        conversations.snoozed_until,
        conversations.sla_name,
        conversations.sla_status,
        conversations.conversation_rating_value as conversation_rating,
        conversations.conversation_rating_remark as conversation_remark
    from conversations
    left join admins
        on admins.admin_id = conversations.assignee_id

),

final as (

    select
        enriched.*,
        part_aggregates.count_total_parts,
        part_aggregates.count_assignments,
        part_aggregates.count_reopens,
        part_aggregates.first_admin_response_at,
        part_aggregates.last_admin_response_at,
        part_aggregates.first_contact_reply_at,
        part_aggregates.first_close_at,
        part_aggregates.last_close_at
    from enriched
    left join part_aggregates
        on part_aggregates.conversation_id = enriched.conversation_id

)

select *
from final
