with conversations as (

    select *
    from {{ ref('stg_intercom__conversation') }}
    where is_deleted = false

), parts as (

    select *
    from {{ ref('stg_intercom__conversation_part') }}

), contacts as (

    select *
    from {{ ref('stg_intercom__contact') }}

), admins as (

    select *
    from {{ ref('stg_intercom__admin') }}

), part_totals as (

    select
        conversation_id,
        count(part_id) as count_parts,
        sum(case when part_type = 'open' then 1 else 0 end) as count_reopens,
        min(case when author_type = 'admin' and part_type = 'comment' then created_at end) as first_reply_at,
        max(case when author_type = 'user' then created_at end) as last_contact_message_at
    from parts
    group by 1

), final as (

    select
        conversations.conversation_id,
        conversations.created_at,
        conversations.state,
        conversations.contact_id,
        contacts.name as contact_name,
        admins.name as assignee_name,
        coalesce(part_totals.count_parts, 0) as count_parts,
        coalesce(part_totals.count_reopens, 0) as count_reopens,
        part_totals.first_reply_at,
        part_totals.last_contact_message_at,
        case
            when conversations.state = 'closed' then false
            else true
        end as is_pending
    from conversations

    left join contacts
        on contacts.contact_id = conversations.contact_id

    left join admins
        on admins.admin_id = conversations.assignee_id

    left join part_totals
        on part_totals.conversation_id = conversations.conversation_id

)

select *
from final
