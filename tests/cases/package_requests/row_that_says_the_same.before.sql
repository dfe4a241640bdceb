with conversation as (
  select *
  from {{ ref('stg_chat__conversation') }}
),

latest_part as (
  select
    conversation_id,
    part_id,
    author_type,
    body,
    created_at
  from {{ ref('stg_chat__part') }}
  qualify row_number() over (partition by conversation_id order by created_at desc, part_id desc) = 1
),

part_counts as (
  select
    conversation_id,
    count(part_id) as count_total_parts,
    sum(case when author_type = 'user' then 1 else 0 end) as count_user_parts
  from {{ ref('stg_chat__part') }}
  group by conversation_id
),

final as (
  select
    conversation.conversation_id,
    conversation.created_at,
    conversation.state,
    latest_part.author_type as latest_author_type,
    part_counts.count_total_parts,
    part_counts.count_user_parts
  from conversation
  left join latest_part
    on latest_part.conversation_id = conversation.conversation_id
  left join part_counts
    on part_counts.conversation_id = conversation.conversation_id
)

select *
from final
