select c.call_id, c.agent, round(c.seconds / 60.0, 1) as minutes, c.lang
from {{ ref('call') }} as c
where c.ended_at is not null
{%- if is_incremental() %}
  and c.ended_at > (select max(ended_at) from {{ this }})
{%- endif %}
