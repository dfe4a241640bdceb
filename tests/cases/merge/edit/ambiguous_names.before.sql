with c as (select * from {{ source('crm', 'customer') }})
select
    customer_id,
    upper(name) as name,
    country_id::varchar as country_id,
    coalesce(c.updated_at, updated_at) updated_at
from c
where updated_at is not null and name <> 'name'
{% if is_incremental() %}
  and updated_at > (select max(updated_at) from {{ this }}) and c.name > '{{ var('name', 'name') }}'
{% endif %}
order by name
