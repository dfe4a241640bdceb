select c.call_id, c.agent, c.seconds / 60 as minutes
from {{ ref('call') }} as c
where c.ended_at is not null
{%- if is_incremental() %}
  and c.ended_at > (select max(ended_at) from {{ this }})
{%- endif %}
